//! From bytes to records: decoding, and what a format states outright. It does not guess.

mod decode;
mod error;
mod format;
mod lines;
mod json;
mod magic;
mod markup;
mod record;

#[cfg(test)]
mod tests;

use crate::article::Key;
use crate::source::RawDocument;

pub use decode::{Charset, CharsetBy};
pub use error::ReadError;
pub use format::{Format, format};
pub use record::{Content, Record, Stated};

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
    read_noting(document, &mut None)
}

/// The same, noting the charset that the document is in.
///
/// # Errors
///
/// As [`read`].
pub fn read_noting(
    document: RawDocument,
    charset: &mut Option<Charset>,
) -> Result<Records, ReadError> {
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
    let content = match kind {
        Format::Html => Content::Html(decoded.text),
        Format::Text => Content::Text(lines::unix_lines(decoded.text)),
        Format::Json => return json::read_whole(&decoded.text, &key, &stated, &issues),
        Format::JsonLines => return Ok(json::read_lines(&decoded.text, &key, &stated, &issues)),
        Format::Table | Format::Feed | Format::Xml | Format::Sgml => {
            return Err(ReadError::Foreign(kind.name().to_owned()));
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

/// Whether a document that begins so can be read a line at a time with [`read_line`].
pub fn reads_by_line(head: &[u8], path: &str) -> bool {
    decode::utf16(head).is_none() && matches!(format(head, path, false), Ok(Format::JsonLines))
}

/// Reads one line of JSON lines; `None` where the line is blank.
///
/// # Errors
///
/// Where the line is no JSON object, or one without an article.
pub fn read_line(document: RawDocument) -> Result<Option<Record>, ReadError> {
    let decoded = decode::decode(&document.bytes, None, None);
    let text = decoded.text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let key = Key {
        path: document.path,
        record: document.record,
    };
    let mut issues = Vec::new();
    if decoded.mis_encoded {
        issues.push("mis-encoded".to_owned());
    }
    json::read_one(text, key, &Stated::default(), issues).map(Some)
}
