//! Articles in JSON: one object, a list, a wrapper around a list, or an object a line.

mod article;
mod epoch;
mod keys;
mod lenient;
mod value;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value};

use crate::article::{Issue, Key};
use crate::reader::{Failure, Mapping, ReadError, Record, Records, Stated};

pub(super) use article::{language, read as read_object};
pub(super) use keys::{
    is_known as is_known_name, is_text as is_text_name, is_title as is_title_name,
};

/// Bytes in which a feed's title stands.
const FEED_HEAD: usize = 16 << 10;
/// Wrappers that are opened on the way to an article, one in the other.
const MAX_WRAPPERS: usize = 4;

/// How fields are told by their names, and what is stated beside them.
pub(super) struct Way<'w> {
    /// What rules call the format.
    pub(super) format: &'static str,
    /// Goes into every record.
    pub(super) outside: &'w Stated,
    /// The names that were given by hand.
    pub(super) mapping: &'w Mapping,
}

/// Whether a list of articles goes by a name.
pub(super) fn is_list_name(name: &str) -> bool {
    keys::LISTS.contains(&name)
}

/// Reads a JSON document; what is stated from outside, and `issues`, go into every record of it.
pub(super) fn read_whole(
    text: &str,
    key: &Key,
    way: &Way<'_>,
    issues: &[Issue],
) -> Result<Records, ReadError> {
    let (value, repaired) = match lenient::parse(text) {
        Ok(parsed) => parsed,
        // Several values one after the other, with or without line ends between them.
        Err(error) if lenient::is_trailing(&error) => {
            return Ok(read_lines(text, key, way, issues));
        }
        Err(error) => return Err(ReadError::Json(error)),
    };
    let mut issues = issues.to_vec();
    if repaired {
        issues.push(lenient::ISSUE.to_owned());
    }
    if let Ok(record) = one(&value, key.clone(), way, issues.clone()) {
        return Ok(Records {
            records: vec![record],
            failures: Vec::new(),
        });
    }
    let list = list(&value, 0).ok_or(ReadError::NoArticle)?;
    let mut records = Records::default();
    for (at, value) in list.iter().enumerate() {
        let key = place(key, at + 1);
        match one(value, key.clone(), way, issues.clone()) {
            Ok(record) => records.records.push(record),
            Err(error) => records.failures.push(Failure { key, error }),
        }
    }
    if records.records.is_empty() {
        return Err(ReadError::NoArticle);
    }
    if let Some(feed) = feed(text) {
        for record in &mut records.records {
            of_feed(&feed, record);
        }
    }
    Ok(records)
}

/// The title of a JSON Feed (jsonfeed.org, 2017), where it stands before the items.
pub(super) fn feed(text: &str) -> Option<String> {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#""title"\s*:\s*("(?:[^"\\]|\\.)*")"#).expect("a constant pattern")
    });
    let head = &text[..text.floor_char_boundary(FEED_HEAD)];
    let head = &head[..head.find("\"items\"")?];
    if !head.contains("://jsonfeed.org/version") {
        return None;
    }
    serde_json::from_str(&TITLE.captures(head)?[1]).ok()
}

/// Writes the title of a feed into an item of it: its publisher.
pub(super) fn of_feed(title: &str, record: &mut Record) {
    let stated = &mut record.stated;
    if stated.publisher.is_none() {
        stated.publisher = Some(title.to_owned());
        stated
            .rules
            .insert("publisher", "jsonfeed:title".to_owned());
    }
}

/// Reads JSON lines; a line that is broken is a failure of its own.
pub(super) fn read_lines(text: &str, key: &Key, way: &Way<'_>, issues: &[Issue]) -> Records {
    let mut records = Records::default();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let key = place(key, at + 1);
        match read_one(line, key.clone(), way, issues.to_vec()) {
            Ok(record) => records.records.push(record),
            Err(error) => records.failures.push(Failure { key, error }),
        }
    }
    records
}

/// Reads one JSON object.
pub(super) fn read_one(
    text: &str,
    key: Key,
    way: &Way<'_>,
    mut issues: Vec<Issue>,
) -> Result<Record, ReadError> {
    let (value, repaired) = lenient::parse(text).map_err(ReadError::Json)?;
    if repaired {
        issues.push(lenient::ISSUE.to_owned());
    }
    one(&value, key, way, issues)
}

/// The article in a value that should be one, or a wrapper around one.
fn one(value: &Value, key: Key, way: &Way<'_>, issues: Vec<Issue>) -> Result<Record, ReadError> {
    let mut object = value.as_object().ok_or(ReadError::NoArticle)?;
    for _ in 0..MAX_WRAPPERS {
        if let Ok(record) = article::read(object, key.clone(), way, issues.clone()) {
            return Ok(record);
        }
        object = keys::INNER
            .iter()
            .find_map(|name| object.get(*name)?.as_object())
            .ok_or(ReadError::NoArticle)?;
    }
    Err(ReadError::NoArticle)
}

fn place(key: &Key, number: usize) -> Key {
    let before = key.record.as_deref().unwrap_or("");
    Key {
        path: key.path.clone(),
        record: Some(format!("{before}#{number}")),
    }
}

/// The list of articles in a value: itself, under a usual name, or the values of an object.
fn list(value: &Value, depth: usize) -> Option<Vec<&Value>> {
    match value {
        Value::Array(values) => Some(values.iter().collect()),
        Value::Object(object) if depth < MAX_WRAPPERS => keys::LISTS
            .iter()
            .filter_map(|name| object.get(*name))
            .find_map(|inner| list(inner, depth + 1))
            .or_else(|| by_id(object)),
        _ => None,
    }
}

/// Articles that are the values of an object, under their ids.
fn by_id(object: &Map<String, Value>) -> Option<Vec<&Value>> {
    let objects = !object.is_empty() && object.values().all(Value::is_object);
    objects.then(|| object.values().collect())
}
