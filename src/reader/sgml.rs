//! Newswire collections: SGML of Reuters-21578 and TREC, and the flat texts of older ones.

use std::sync::LazyLock;

use regex::Regex;

use crate::article::Key;
use crate::reader::rows::MARK;
use crate::reader::{Content, ReadError, Record, Stated};

/// Whether a text is a run of texts between marks: `*TEXT 017 01/04/63 PAGE 020`.
pub(super) fn is_marked(text: &str) -> bool {
    text.trim_start().as_bytes().starts_with(MARK) && HEAD.is_match(text.trim_start())
}

static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\*TEXT +(\d{1,6}) +(\d\d)/(\d\d)/(\d\d)(?: +PAGE +(\d{1,4}))?[^\n]*")
        .expect("a constant pattern")
});

/// Reads one of these texts: number, day, and lines in capitals.
///
/// # Errors
///
/// Where it has no such head, or nothing below it.
pub(super) fn read_marked(
    text: &str,
    key: Key,
    outside: &Stated,
    issues: Vec<String>,
) -> Result<Record, ReadError> {
    let head = HEAD
        .captures(text)
        .ok_or_else(|| ReadError::Xml("a text without a number and a day".to_owned()))?;
    let body = text[head[0].len()..]
        .trim_end()
        .trim_start_matches(['\n', '\r']);
    if body.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut stated = Stated {
        own_id: Some(head[1].trim_start_matches('0').to_owned()),
        published: Some(format!("19{}-{}-{}", &head[4], &head[2], &head[3])),
        body: Some(body.to_owned()),
        url: outside.url.clone(),
        captured: outside.captured.clone(),
        ..Stated::default()
    };
    for field in ["own_id", "published", "body"] {
        stated.rules.insert(field, "text:*TEXT".to_owned());
    }
    Ok(Record {
        key,
        stated,
        content: Content::Stated,
        issues,
    })
}
