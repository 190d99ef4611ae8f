//! Pages of web archives (WARC 0.18 to 1.1, ISO 28500), as a stream: each record's place is `@` and the byte of the unpacked archive at
//! which it begins.

use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

use crate::source::container::http::{self, Head};
use crate::source::container::{Inner, Item, Unpacker};
use crate::source::{RawDocument, SourceError};

/// Bytes of the header of a record.
const HEADER: u64 = 256 << 10;

/// A reader that knows how far it is.
struct Placed<R> {
    inner: R,
    at: u64,
}

impl<R: Read> Read for Placed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Placed<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.at += count as u64;
        self.inner.consume(count);
    }
}

impl Unpacker<'_> {
    /// Hands on the pages of a web archive.
    pub(super) fn warc(&mut self, inner: Inner<'_>) -> ControlFlow<()> {
        let outer = inner.document.record.clone();
        let mut bytes = Placed {
            inner: inner.bytes,
            at: 0,
        };
        loop {
            self.may_go_on(outer.as_deref())?;
            self.members += 1;
            let at = |place: u64| format!("{}@{place}", outer.as_deref().unwrap_or(""));
            let began = bytes.at;
            let header = match next_header(&mut bytes) {
                Ok(Some(found)) => found,
                Ok(None) => return ControlFlow::Continue(()),
                Err(error) => {
                    return self.broken(Some(at(began)), error, Some("WARC"));
                }
            };
            if header.passed_over > 0 {
                let source =
                    io::Error::other(format!("{} bytes that are no record", header.passed_over));
                let what = "WARC";
                self.failed(Some(at(began)), SourceError::Damaged { what, source })?;
            }
            let place = at(header.start);
            let Some(length) = header.length() else {
                let source = io::Error::other("a record without its length");
                let what = "WARC";
                self.failed(Some(place), SourceError::Damaged { what, source })?;
                continue;
            };
            let mut block = (&mut bytes).take(length);
            self.record(&header, &mut block, place.clone(), inner.depth)?;
            let drained = io::copy(&mut block, &mut io::sink());
            let missing = block.limit();
            if let Err(error) = drained {
                return self.broken(Some(place), error, Some("WARC"));
            }
            if missing > 0 {
                let source = io::Error::from(io::ErrorKind::UnexpectedEof);
                return self.broken(Some(place), source, Some("WARC"));
            }
        }
    }

    /// Hands on what one record holds.
    fn record(
        &mut self,
        header: &Header,
        block: &mut dyn BufRead,
        place: String,
        depth: usize,
    ) -> ControlFlow<()> {
        let kind = header.field("warc-type").unwrap_or_default();
        let is_http = header
            .field("content-type")
            .is_some_and(|media| media.to_ascii_lowercase().starts_with("application/http"));
        let url = header
            .field("warc-target-uri")
            .map(|url| url.trim_matches(['<', '>']).to_owned());
        let captured = header.field("warc-date").map(str::to_owned);
        let head = match kind {
            "response" if is_http => match http::head(block) {
                Ok(head) => head,
                Err(_) => return self.passed(place, "no HTTP response"),
            },
            "resource" | "conversion" => Head::stated(header.field("content-type")),
            "revisit" => {
                let of = header.field("warc-refers-to-target-uri").map_or_else(
                    || url.clone().unwrap_or_default(),
                    |url| url.trim_matches(['<', '>']).to_owned(),
                );
                let on = header.field("warc-refers-to-date").unwrap_or("?");
                let when = captured.as_deref().unwrap_or("?");
                let note = format!("fetched again on {when}: as {of} of {on}");
                return (self.each)(Item::Noted { place, note });
            }
            _ => return ControlFlow::Continue(()),
        };
        if let Some(status) = head.status
            && status != 200
        {
            return self.passed(place, format!("HTTP {status}"));
        }
        if !head.may_hold_text() {
            return self.passed(place, head.media);
        }
        let document = RawDocument {
            record: Some(place.clone()),
            truncated: header.field("warc-truncated").is_some(),
            charset: head.charset.clone(),
            url,
            captured,
            ..RawDocument::default()
        };
        match http::body(&head, block, depth, self.budget) {
            Ok(bytes) => self.stream(Inner {
                document,
                bytes,
                packed: Some("WARC"),
                depth: depth + 1,
            }),
            Err(error) => self.broken(Some(place), error, Some("WARC")),
        }
    }
}

/// The header of a record.
struct Header {
    /// Where it begins.
    start: u64,
    /// Bytes before it that belong to no record.
    passed_over: u64,
    fields: Vec<(String, String)>,
}

impl Header {
    fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(found, _)| found == name)?;
        Some(found.1.as_str())
    }

    fn length(&self) -> Option<u64> {
        self.field("content-length")?.parse().ok()
    }
}

/// The next header; `None` at the end. What stands between records and is none is passed over.
fn next_header<R: BufRead>(bytes: &mut Placed<R>) -> io::Result<Option<Header>> {
    let (mut passed_over, mut start) = (0, bytes.at);
    let mut line = Vec::new();
    loop {
        line.clear();
        let count = bytes.by_ref().take(HEADER).read_until(b'\n', &mut line)?;
        if count == 0 {
            if passed_over > 0 {
                return Err(io::Error::from(io::ErrorKind::InvalidData));
            }
            return Ok(None);
        }
        if line.starts_with(b"WARC/") {
            break;
        }
        if !line.trim_ascii().is_empty() {
            passed_over += count as u64;
        }
        start = bytes.at;
    }
    let mut fields = http::fields(&mut bytes.by_ref().take(HEADER))?;
    for (_, value) in &mut fields {
        value.truncate(value.trim_end().len());
    }
    Ok(Some(Header {
        start,
        passed_over,
        fields,
    }))
}
