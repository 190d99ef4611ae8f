//! Documents that come in rows: a line, a table's row, an element. Where each begins and ends is seen by its bytes alone, so that a
//! document of any size is read a row at a time.

mod array;
mod cut;
mod elements;
mod lines;
mod mails;
mod marks;
mod quoted;

#[cfg(test)]
mod tests;

use std::io::BufRead;

pub(super) use cut::{Cut, Look};
pub use cut::{Cutter, Row};
pub(super) use elements::Tags;
pub(super) use marks::MARK;
pub(super) use quoted::Quoted;

use crate::article::Key;
use crate::reader::json::{self, Way};
use crate::reader::table::Table;
use crate::reader::xml::Elements;
use crate::reader::{Failure, Format, ReadError, Reading, Record, Records, Stated};
use crate::reader::{bytes, decode, export, format, sgml, table, xml};
use crate::source::RawDocument;

/// How a document comes in rows, and what its beginning says of them all.
pub struct Rows {
    kind: Kind,
    /// The charset that the beginning declares.
    charset: Option<String>,
}

enum Kind {
    Lines,
    /// Elements of an array, and the title of the feed that they are of.
    Array(Option<String>),
    Table(Table),
    Elements(Elements),
    Marks,
    Mails,
    Export,
}

impl Rows {
    /// Sees by its first bytes whether a document comes in rows, and how.
    pub fn of(head: &[u8], path: &str, reading: &Reading) -> Option<Self> {
        if decode::utf16(head).is_some() {
            return None;
        }
        let decoded = decode::decode(head, None, None);
        let format = format(head, path, false).ok()?;
        let kind = Kind::of(&decoded.text, format, reading).ok()?;
        if matches!(&kind, Kind::Elements(elements) if elements.alone) {
            return None;
        }
        Some(Self {
            kind,
            charset: decode::declared(head)
                .map(|label| String::from_utf8_lossy(label).into_owned()),
        })
    }

    /// The kind of document.
    pub fn format(&self) -> Format {
        match &self.kind {
            Kind::Lines => Format::JsonLines,
            Kind::Array(_) => Format::Json,
            Kind::Table(_) => Format::Table,
            Kind::Elements(elements) => elements.format(),
            Kind::Marks => Format::Sgml,
            Kind::Mails => Format::Mbox,
            Kind::Export => Format::Export,
        }
    }

    /// Cuts a document of this kind; a row of more than `limit` bytes is passed over.
    pub fn cut<R: BufRead>(&self, input: R, limit: usize) -> Cutter<R> {
        self.kind.cut(input, limit)
    }

    /// Reads a row; `None` where it is blank.
    ///
    /// # Errors
    ///
    /// Where the row is broken, or holds no article.
    pub fn read(
        &self,
        mut document: RawDocument,
        reading: &Reading,
    ) -> Result<Option<Record>, ReadError> {
        if matches!(self.kind, Kind::Mails) {
            return bytes::mail(document).map(Some);
        }
        let charset = document.charset.take().or_else(|| self.charset.clone());
        let decoded = decode::decode(&document.bytes, charset.as_deref(), None);
        let key = Key {
            path: document.path,
            record: document.record,
        };
        let outside = Stated {
            url: document.url,
            captured: document.captured,
            ..Stated::default()
        };
        let mut issues = Vec::new();
        if decoded.mis_encoded {
            issues.push("mis-encoded".to_owned());
        }
        self.kind
            .read(&decoded.text, key, &outside, issues, reading)
    }
}

impl Kind {
    /// How a text comes in rows.
    ///
    /// # Errors
    ///
    /// Where it doesn't, and why it holds no article then; [`ReadError::NoArticle`] where it is to be read as a whole.
    fn of(head: &str, format: Format, reading: &Reading) -> Result<Self, ReadError> {
        Ok(match format {
            Format::JsonLines => Self::Lines,
            Format::Json if array::Array::begins_in(head.as_bytes()) => {
                Self::Array(json::feed(head))
            }
            Format::Table => Self::Table(table::head(head, reading)?),
            Format::Feed | Format::Xml => Self::Elements(xml::elements(head, reading)?),
            Format::Sgml if sgml::is_marked(head) => Self::Marks,
            Format::Mbox => Self::Mails,
            Format::Export => Self::Export,
            Format::Sgml => Self::Elements(xml::elements(head, reading)?),
            _ => return Err(ReadError::NoArticle),
        })
    }

    fn cut<R: BufRead>(&self, input: R, limit: usize) -> Cutter<R> {
        let (cut, skip): (Box<dyn Cut>, u64) = match self {
            Self::Lines => (Box::new(lines::Lines::default()), 0),
            Self::Array(_) => (Box::new(array::Array::default()), 0),
            Self::Table(table) => (Box::new(table.cut()), table.before()),
            Self::Elements(elements) => (Box::new(elements.cut()), 0),
            Self::Marks => (Box::new(marks::Marks::default()), 0),
            Self::Mails => (Box::new(mails::Mails::default()), 0),
            Self::Export => (Box::new(export::Articles::default()), 0),
        };
        Cutter::new(input, cut, skip, limit)
    }

    fn read(
        &self,
        text: &str,
        key: Key,
        outside: &Stated,
        issues: Vec<String>,
        reading: &Reading,
    ) -> Result<Option<Record>, ReadError> {
        let way = |format| Way {
            format,
            outside,
            mapping: &reading.mapping,
        };
        if text.trim().is_empty() {
            return Ok(None);
        }
        match self {
            Self::Lines => json::read_one(text.trim(), key, &way("json"), issues),
            Self::Array(feed) => {
                let read = json::read_one(text.trim(), key, &way("json"), issues);
                read.map(|mut record| {
                    if let Some(feed) = feed {
                        json::of_feed(feed, &mut record);
                    }
                    record
                })
            }
            Self::Table(table) => table.read(text, key, &way("csv"), issues),
            Self::Elements(elements) => elements.read(text, key, &way("xml"), issues),
            Self::Mails => return Err(ReadError::Mail),
            Self::Export => return Ok(export::article(text, key, outside, issues)),
            Self::Marks => sgml::read_marked(text, key, outside, issues),
        }
        .map(Some)
    }
}

/// Cuts a file of mails.
pub(super) fn mails(bytes: &[u8]) -> Cutter<&[u8]> {
    Kind::Mails.cut(bytes, usize::MAX)
}

/// Cuts a text that holds many articles.
pub(super) fn articles(text: &str) -> Cutter<&[u8]> {
    Kind::Export.cut(text.as_bytes(), usize::MAX)
}

/// Reads a decoded text in rows; what is broken is a failure of its own.
///
/// # Errors
///
/// Where there is no article in it at all.
pub(super) fn read_whole(
    text: &str,
    format: Format,
    key: &Key,
    outside: &Stated,
    issues: &[String],
    reading: &Reading,
) -> Result<Records, ReadError> {
    let kind = Kind::of(text, format, reading)?;
    let mut cutter = kind.cut(text.as_bytes(), usize::MAX);
    let mut records = Records::default();
    let before = key.record.as_deref().unwrap_or("");
    // Bytes in memory don't break off.
    while let Ok(Some(row)) = cutter.next() {
        let Some(bytes) = row.bytes else { continue };
        let key = Key {
            path: key.path.clone(),
            record: Some(format!("{before}#{}", row.number)),
        };
        let text = String::from_utf8_lossy(&bytes);
        match kind.read(&text, key.clone(), outside, issues.to_vec(), reading) {
            Ok(Some(record)) => records.records.push(record),
            Ok(None) => {}
            Err(error) => records.failures.push(Failure { key, error }),
        }
    }
    let failed = records
        .failures
        .iter()
        .any(|failure| !failure.error.skips());
    if records.records.is_empty() && !failed {
        let reason = match records.failures.into_iter().next() {
            Some(failure) => failure.error,
            None => ReadError::Foreign(format!("{} without an article", format.described())),
        };
        return Err(reason);
    }
    Ok(records)
}
