//! From bytes to records: decoding, and what a format states outright. It does not guess.

mod bytes;
mod decode;
mod error;
mod export;
mod format;
mod lines;
mod json;
mod magic;
mod mail;
mod mapping;
mod markdown;
mod markup;
mod office;
mod record;
mod rows;
mod rtf;
mod sgml;
mod table;
mod xml;

#[cfg(test)]
mod tests;

use crate::article::Key;
use crate::source::RawDocument;

pub use decode::{Charset, CharsetBy};
pub use error::ReadError;
pub use format::{Format, format};
pub use mapping::{Mapping, MappingError};
pub use record::{Content, Record, Stated};
pub use rows::{Cutter, Row, Rows};

use json::Way;

/// How documents are read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The names that fields go by in this archive, before the usual ones.
    pub mapping: Mapping,
}

/// What one document held.
#[derive(Debug, Default)]
pub struct Records {
    /// Its articles, in order.
    pub records: Vec<Record>,
    /// The places in it that could not be read, while others could.
    pub failures: Vec<Failure>,
}

/// A place that could not be read.
#[derive(Debug)]
pub struct Failure {
    /// Where.
    pub key: Key,
    /// Why.
    pub error: ReadError,
}

/// Reads a document: decodes it, sees what it is, and takes out its records.
///
/// # Errors
///
/// Where the document as a whole holds no article; [`ReadError::skips`] tells what was never meant to be one.
pub fn read(document: RawDocument) -> Result<Records, ReadError> {
    read_noting(document, &Reading::default(), &mut None)
}

/// The same, as it is wished for, noting the charset that the document is in.
///
/// # Errors
///
/// As [`read`].
pub fn read_noting(
    document: RawDocument,
    reading: &Reading,
    charset: &mut Option<Charset>,
) -> Result<Records, ReadError> {
    if let Some(kind) = format::of_bytes(&document.bytes) {
        return bytes::read(document, kind);
    }
    magic::refuse(&document.bytes)?;
    let decoded = decode::decode(
        &document.bytes,
        document.charset.as_deref(),
        document.url.as_deref(),
    );
    *charset = Some(decoded.charset);
    let kind = format::of_text(&decoded.text, document.name(), true)?;
    let mut issues = Vec::new();
    if decoded.mis_encoded {
        issues.push("mis-encoded".to_owned());
    }
    if document.truncated || decoded.cut {
        issues.push("truncated".to_owned());
    }
    let key = Key {
        path: document.path,
        record: document.record,
    };
    let stated = Stated {
        url: document.url,
        captured: document.captured,
        ..Stated::default()
    };
    let way = Way {
        format: "json",
        outside: &stated,
        mapping: &reading.mapping,
    };
    let content = match kind {
        Format::Html => Content::Html(decoded.text),
        Format::Text => Content::Text(lines::unix_lines(decoded.text)),
        Format::Json => return json::read_whole(&decoded.text, &key, &way, &issues),
        Format::JsonLines => return Ok(json::read_lines(&decoded.text, &key, &way, &issues)),
        Format::Markdown => return markdown::read(&decoded.text, key, &way, issues),
        Format::Export => return Ok(export::read(&decoded.text, &key, &stated, &issues)),
        // Told before they are decoded.
        Format::Mail | Format::Mbox | Format::Mhtml | Format::Office | Format::Rtf => {
            return Err(ReadError::NoArticle);
        }
        Format::Table => {
            return rows::read_whole(&decoded.text, kind, &key, &stated, &issues, reading);
        }
        Format::Feed | Format::Xml | Format::Sgml => {
            return xml::read_whole(&decoded.text, kind, &key, &stated, &issues, reading);
        }
    };
    Ok(Records {
        records: vec![Record {
            key,
            stated,
            content,
            issues,
        }],
        failures: Vec::new(),
    })
}

/// The bytes of a row of a document that comes in rows; `None` where it doesn't, or has no such row.
///
/// The rows of a document in UTF-16 are given as UTF-8.
pub fn row(bytes: &[u8], path: &str, number: u64) -> Option<Vec<u8>> {
    let recoded = decode::utf16(bytes).map(|_| decode::decode(bytes, None, None).text);
    let bytes = recoded.as_deref().map_or(bytes, str::as_bytes);
    let rows = Rows::of(bytes, path, &Reading::default())?;
    let mut cutter = rows.cut(bytes, usize::MAX);
    while let Ok(Some(row)) = cutter.next() {
        if row.number == number {
            return row.bytes;
        }
    }
    None
}
