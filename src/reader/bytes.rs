//! Documents that say within their bytes how to read them: mails, office documents, rich text.

use crate::article::Key;
use crate::reader::{Content, Failure, Format, ReadError, Record, Records, Stated};
use crate::reader::{export, lines, mail, office, rows, rtf};
use crate::source::RawDocument;

/// Reads a document of such a kind.
///
/// # Errors
///
/// Where it is broken, or holds no article.
pub(super) fn read(document: RawDocument, kind: Format) -> Result<Records, ReadError> {
    let text = match kind {
        Format::Mbox => return mails(&document),
        Format::Office => office::text(&document.bytes)?,
        Format::Rtf => rtf::text(&document.bytes),
        _ => return mail(document).map(one),
    };
    let text = lines::unix_lines(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let (key, stated, issues) = around(&document);
    if export::is_export(&text) {
        return Ok(export::read(&text, &key, &stated, &issues));
    }
    Ok(one(Record {
        key,
        stated,
        content: Content::Text(text),
        issues,
    }))
}

/// Reads a mail, or a page saved as one.
///
/// # Errors
///
/// Where it is broken, or holds no text.
pub(super) fn mail(document: RawDocument) -> Result<Record, ReadError> {
    let (key, mut stated, issues) = around(&document);
    let content = if mail::format(&document.bytes) == Some(Format::Mhtml) {
        mail::read_saved(&document.bytes, &mut stated)?
    } else {
        mail::read(&document.bytes, &mut stated)?
    };
    Ok(Record {
        key,
        stated,
        content,
        issues,
    })
}

fn mails(document: &RawDocument) -> Result<Records, ReadError> {
    let mut records = Records::default();
    let before = document.record.as_deref().unwrap_or("");
    let mut cutter = rows::mails(&document.bytes);
    // Bytes in memory don't break off.
    while let Ok(Some(row)) = cutter.next() {
        let record = Some(format!("{before}#{}", row.number));
        let key = Key {
            path: document.path.clone(),
            record: record.clone(),
        };
        let one = RawDocument {
            path: document.path.clone(),
            record,
            bytes: row.bytes.unwrap_or_default(),
            url: document.url.clone(),
            captured: document.captured.clone(),
            ..RawDocument::default()
        };
        match mail(one) {
            Ok(record) => records.records.push(record),
            Err(error) => records.failures.push(Failure { key, error }),
        }
    }
    if records.records.is_empty() && records.failures.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(records)
}

fn one(record: Record) -> Records {
    Records {
        records: vec![record],
        failures: Vec::new(),
    }
}

fn around(document: &RawDocument) -> (Key, Stated, Vec<String>) {
    let key = Key {
        path: document.path.clone(),
        record: document.record.clone(),
    };
    let stated = Stated {
        url: document.url.clone(),
        captured: document.captured.clone(),
        ..Stated::default()
    };
    let truncated = document.truncated.then(|| "truncated".to_owned());
    (key, stated, truncated.into_iter().collect())
}
