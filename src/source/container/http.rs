//! HTTP responses as crawlers keep them: the head, and the body freed of chunks and of its compression.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use crate::source::budget::{Budget, Guarded};

/// Bytes of the head of a response.
const HEAD: u64 = 1 << 20;
/// Bytes of a line of it.
const LINE: u64 = 64 << 10;

/// What the head of a response says.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    pub(super) status: Option<u16>,
    /// The media type in lower case; empty where none is stated.
    pub(super) media: String,
    pub(super) charset: Option<String>,
    chunked: bool,
    encoding: String,
}

impl Head {
    /// What a media type with its parameters says.
    pub(super) fn stated(content_type: Option<&str>) -> Self {
        let mut parts = content_type.unwrap_or("").split(';');
        let media = parts.next().unwrap_or("").trim().to_ascii_lowercase();
        let charset = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.trim()
                .eq_ignore_ascii_case("charset")
                .then(|| value.trim().trim_matches(['"', '\'']).to_owned())
        });
        Self {
            media,
            charset,
            ..Self::default()
        }
    }

    /// Whether such a body may be a page, a text, or data that hold articles.
    pub(super) fn may_hold_text(&self) -> bool {
        let media = self.media.as_str();
        match media.split_once('/') {
            None => true,
            Some(("text", kind)) => !matches!(kind, "css" | "javascript" | "vtt" | "ecmascript"),
            Some(("application", kind)) => {
                kind.ends_with("xml")
                    || kind.ends_with("json")
                    || matches!(
                        kind,
                        "octet-stream" | "x-ndjson" | "jsonl" | "pdf" | "rtf" | "msword" | "mbox"
                    )
                    || kind.starts_with("vnd.openxmlformats-officedocument.wordprocessingml")
            }
            Some(("message" | "multipart", _)) => true,
            Some(_) => false,
        }
    }
}

/// Reads the head of a response, up to its empty line.
pub(super) fn head(block: &mut dyn BufRead) -> io::Result<Head> {
    let mut limited = block.take(HEAD);
    let mut line = Vec::new();
    limited.by_ref().take(LINE).read_until(b'\n', &mut line)?;
    let line = String::from_utf8_lossy(&line).into_owned();
    if !line.starts_with("HTTP/") {
        return Err(io::Error::from(io::ErrorKind::InvalidData));
    }
    let status = line.split_ascii_whitespace().nth(1);
    let fields = fields(&mut limited)?;
    let field = |name: &str| {
        let found = fields.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    };
    let lower = |name: &str| field(name).unwrap_or("").trim().to_ascii_lowercase();
    Ok(Head {
        status: status.and_then(|status| status.parse().ok()),
        chunked: lower("transfer-encoding").contains("chunked"),
        encoding: lower("content-encoding"),
        ..Head::stated(field("content-type"))
    })
}

/// Reads `name: value` lines up to an empty one; names in lower case, folded lines joined.
pub(super) fn fields(bytes: &mut impl BufRead) -> io::Result<Vec<(String, String)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        let count = bytes.by_ref().take(LINE).read_until(b'\n', &mut line)?;
        let text = String::from_utf8_lossy(&line);
        if count == 0 || text.trim().is_empty() {
            return Ok(fields);
        }
        if text.starts_with([' ', '\t'])
            && let Some((_, value)) = fields.last_mut()
        {
            value.push(' ');
            value.push_str(text.trim());
        } else if let Some((name, value)) = text.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
}

/// The body as the page was: crawlers state chunks and compression also where they have undone them, so both are looked for.
pub(super) fn body<'b>(
    head: &Head,
    block: &'b mut dyn BufRead,
    depth: usize,
    budget: &Budget,
) -> io::Result<Box<dyn BufRead + 'b>> {
    let mut bytes: Box<dyn BufRead + 'b> = Box::new(block);
    if head.chunked {
        let mut first = Vec::new();
        bytes.by_ref().take(32).read_until(b'\n', &mut first)?;
        let is_chunk = size(&first).is_some();
        let whole = Cursor::new(first).chain(bytes);
        bytes = if is_chunk {
            Box::new(BufReader::new(Chunks {
                inner: whole,
                left: 0,
                begun: false,
                done: false,
            }))
        } else {
            Box::new(whole)
        };
    }
    let starts = bytes.fill_buf()?;
    let inner: Box<dyn Read + 'b> = match head.encoding.as_str() {
        // Zlib, as the standard has it, or bare, as some servers do.
        "deflate"
            if matches!(
                starts,
                [0x08 | 0x18 | 0x28 | 0x38 | 0x48 | 0x58 | 0x68 | 0x78, ..]
            ) =>
        {
            Box::new(flate2::bufread::ZlibDecoder::new(bytes))
        }
        "deflate" if !starts.starts_with(b"<") => {
            Box::new(flate2::bufread::DeflateDecoder::new(bytes))
        }
        "br" if !is_plain(starts) => {
            Box::new(brotli_decompressor::Decompressor::new(bytes, 16 << 10))
        }
        // Gzip and zstd are seen by their first bytes.
        _ => return Ok(bytes),
    };
    Ok(Box::new(BufReader::new(Guarded {
        inner,
        depth,
        budget: budget.clone(),
    })))
}

/// Whether bytes are text rather than packed.
fn is_plain(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(64)];
    sample.trim_ascii_start().starts_with(b"<")
        || std::str::from_utf8(sample).is_ok_and(|text| !text.chars().any(char::is_control))
}

/// The size in a line that begins a chunk.
fn size(line: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(line).ok()?;
    let digits = text.split(';').next()?.trim();
    if digits.is_empty() || digits.len() > 16 || !text.ends_with('\n') {
        return None;
    }
    u64::from_str_radix(digits, 16).ok()
}

/// A body in chunks; what follows a broken one is taken as it is.
struct Chunks<R> {
    inner: R,
    left: u64,
    begun: bool,
    done: bool,
}

impl<R: BufRead> Read for Chunks<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.done {
            return Ok(0);
        }
        if self.left == 0 {
            let mut line = Vec::new();
            if self.begun {
                // The line end behind the last chunk.
                self.inner.by_ref().take(2).read_until(b'\n', &mut line)?;
                line.clear();
            }
            self.begun = true;
            self.inner.by_ref().take(256).read_until(b'\n', &mut line)?;
            match size(&line) {
                Some(0) | None => {
                    self.done = true;
                    return Ok(0);
                }
                Some(size) => self.left = size,
            }
        }
        let room = buffer
            .len()
            .min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let count = self.inner.read(&mut buffer[..room])?;
        if count == 0 {
            self.done = true;
        }
        self.left -= count as u64;
        Ok(count)
    }
}
