//! What a JSON value says, whatever it is wrapped in.

use serde_json::{Map, Value};

use crate::reader::json::epoch;
use crate::reader::markup;

/// Values looked into, one in the other.
const MAX_DEPTH: usize = 8;

/// Under which names an object holds the text it stands for.
const TEXTS: &[&str] = &[
    "name",
    "rendered",
    "main",
    "original",
    "text",
    "value",
    "content",
    "title",
    "headline",
    "#text",
    "$t",
    "@value",
    "full",
    "display",
    "display_name",
    "plain",
    "_",
    "$oid",
    "$numberLong",
    "publisher",
    "url",
    "@id",
];
const DATES: &[&str] = &[
    "$date",
    "value",
    "iso",
    "iso8601",
    "datetime",
    "dateTime",
    "date",
    "utc",
    "rendered",
    "text",
    "$t",
    "@value",
    "#text",
    "$numberLong",
    "formatted",
    "raw",
];
const BLOCKS: &[&str] = &[
    "rendered",
    "value",
    "text",
    "content",
    "html",
    "plain",
    "plaintext",
    "#text",
    "$t",
    "@value",
    "headline",
    "title",
    "subheadline",
    "paragraphs",
    "sections",
    "blocks",
    "body",
    "items",
    "children",
    "elements",
];

/// One line of text: markup rendered, white space around it trimmed; `None` where there is none.
pub(super) fn text(value: &Value) -> Option<String> {
    line(value, 0)
}

fn line(value: &Value, depth: usize) -> Option<String> {
    if depth > MAX_DEPTH {
        return None;
    }
    match value {
        Value::String(text) => some(markup::line(text)),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.iter().find_map(|value| line(value, depth + 1)),
        Value::Object(object) => TEXTS
            .iter()
            .filter_map(|name| object.get(*name))
            .find_map(|value| line(value, depth + 1)),
        Value::Null | Value::Bool(_) => None,
    }
}

/// A date as written.
pub(super) fn date(value: &Value) -> Option<String> {
    moment(value, 0)
}

fn moment(value: &Value, depth: usize) -> Option<String> {
    if depth > MAX_DEPTH {
        return None;
    }
    match value {
        Value::String(text) => {
            let text = text.trim();
            epoch::date_of_digits(text).or_else(|| some(text.to_owned()))
        }
        Value::Number(number) => epoch::date(number.as_f64()?),
        Value::Array(values) => values.iter().find_map(|value| moment(value, depth + 1)),
        Value::Object(object) => {
            let date = DATES
                .iter()
                .filter_map(|name| object.get(*name))
                .find_map(|value| moment(value, depth + 1))?;
            let zone = object.get("zone").and_then(Value::as_str);
            Some(match zone {
                Some(zone) if date.contains('T') && !date.ends_with(zone) => {
                    // An offset belongs to the time, a name stands beside it.
                    let offset = zone.starts_with(['+', '-', 'Z']);
                    format!("{date}{}{zone}", if offset { "" } else { " " })
                }
                _ => date,
            })
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// Names of people or things, an entry each.
pub(super) fn names(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect_names(value, &mut found, 0);
    found.retain(|name| !is_address(name));
    found
}

fn collect_names(value: &Value, into: &mut Vec<String>, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::String(text) => into.extend(
            quoted_list(text).unwrap_or_else(|| some(markup::line(text)).into_iter().collect()),
        ),
        Value::Array(values) => {
            for value in values {
                collect_names(value, into, depth + 1);
            }
        }
        Value::Object(object) => into.extend(person(object, depth)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A person's name, in one or in parts.
fn person(object: &Map<String, Value>, depth: usize) -> Option<String> {
    let part = |names: &[&str]| {
        names
            .iter()
            .filter_map(|name| object.get(*name))
            .filter(|value| value.is_string())
            .find_map(|value| line(value, depth + 1))
    };
    let whole = part(&[
        "name",
        "original",
        "full_name",
        "fullName",
        "display_name",
        "displayName",
        "byline",
        "author",
        "title",
        "#text",
        "value",
        "text",
    ]);
    if whole.is_some() {
        return whole;
    }
    let first = part(&[
        "first",
        "firstname",
        "firstName",
        "first_name",
        "given",
        "givenName",
        "given_name",
    ]);
    let last = part(&[
        "last",
        "lastname",
        "lastName",
        "last_name",
        "family",
        "familyName",
        "family_name",
        "surname",
    ]);
    match (first, last) {
        (Some(first), Some(last)) => Some(format!("{first} {last}")),
        (one, other) => one.or(other),
    }
}

/// The entries of a list that was written into a string: `['Jane Doe', "J. O'Brien"]`.
fn quoted_list(text: &str) -> Option<Vec<String>> {
    let inner = text.trim().strip_prefix('[')?.strip_suffix(']')?.trim();
    if inner.is_empty() {
        return Some(Vec::new());
    }
    let mut entries = Vec::new();
    let mut rest = inner;
    loop {
        let quote = rest
            .chars()
            .next()
            .filter(|char| matches!(char, '\'' | '"'))?;
        let end = rest[1..].find(quote)? + 1;
        entries.extend(some(rest[1..end].trim().to_owned()));
        rest = rest[end + 1..].trim_start();
        if rest.is_empty() {
            return Some(entries);
        }
        rest = rest.strip_prefix(',')?.trim_start();
    }
}

/// Running text: the strings in a value, paragraphs parted by a blank line, markup rendered.
pub(super) fn body(value: &Value) -> Option<String> {
    let mut blocks = Vec::new();
    collect_blocks(value, &mut blocks, 0);
    some_block(blocks.join("\n\n"))
}

fn collect_blocks(value: &Value, into: &mut Vec<String>, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::String(text) => into.extend(some_block(markup::text(text))),
        Value::Array(values) => {
            for value in values {
                collect_blocks(value, into, depth + 1);
            }
        }
        Value::Object(object) if is_text_block(object) => {
            for name in BLOCKS {
                if let Some(value) = object.get(*name) {
                    let before = into.len();
                    collect_blocks(value, into, depth + 1);
                    // One text in two forms is taken once; a heading and its paragraphs are two texts.
                    let lone = matches!(
                        *name,
                        "rendered" | "value" | "text" | "content" | "html" | "plain" | "plaintext"
                    );
                    if lone && into.len() > before {
                        return;
                    }
                }
            }
        }
        _ => {}
    }
}

/// Whether a block of a story is text: pictures, ads and the story's own title and byline are none.
fn is_text_block(object: &Map<String, Value>) -> bool {
    let kind = ["type", "subtype", "kind", "_type", "blockType"]
        .iter()
        .find_map(|name| object.get(*name)?.as_str());
    !matches!(
        kind.map(str::to_ascii_lowercase).as_deref(),
        Some(
            "image"
                | "picture"
                | "photo"
                | "video"
                | "audio"
                | "gallery"
                | "title"
                | "headline"
                | "byline"
                | "date"
                | "kicker"
                | "author_info"
                | "ad"
                | "advertisement"
                | "promo"
                | "tweet"
                | "embed"
                | "oembed_response"
                | "interstitial_link"
                | "related"
                | "caption"
                | "social"
                | "newsletter"
                | "correction"
                | "deck"
        )
    )
}

/// Whether a text is an address of the web.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("http://") || text.starts_with("https://")
}

fn some(text: String) -> Option<String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        None
    } else if trimmed.len() == text.len() {
        Some(text)
    } else {
        Some(trimmed.to_owned())
    }
}

/// As [`some`], but an indent of the first line tells paragraphs and stays.
fn some_block(text: String) -> Option<String> {
    let kept = text.trim_end().trim_start_matches(['\n', '\r']);
    (!kept.trim().is_empty()).then(|| kept.to_owned())
}
