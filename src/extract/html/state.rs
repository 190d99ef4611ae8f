//! Text that the page carries in the state of its scripts and shows nowhere: `__NEXT_DATA__`, `window.__STATE__ = {…}`.

use serde_json::Value;

use crate::extract::html::page::{Page, weight};
use crate::extract::html::tags::Tag;

/// A script longer than this is not read.
const LONGEST: usize = 8 << 20;
/// Values beyond these are not looked at.
const MOST: usize = 400_000;

/// The longest article in the page's scripts, as markup or text, paragraphs parted by blank lines.
pub(super) fn text(page: &Page<'_>) -> Option<String> {
    let mut best: Option<(u32, String)> = None;
    for id in 0..page.len() {
        if page.tag(id) != Tag::Script
            || page
                .attr(id, "type")
                .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
        {
            continue;
        }
        let raw = page.raw_text(id);
        if raw.len() < 500 || raw.len() > LONGEST {
            continue;
        }
        for value in values(&raw) {
            if let Some((letters, text)) = longest(&value)
                && best.as_ref().is_none_or(|(most, _)| letters > *most)
            {
                best = Some((letters, text));
            }
        }
    }
    best.map(|(_, text)| text)
}

/// The JSON values that a script consists of or assigns.
fn values(raw: &str) -> Vec<Value> {
    let raw = raw.trim();
    if raw.starts_with(['{', '[']) {
        return serde_json::from_str(raw).into_iter().collect();
    }
    let mut values = Vec::new();
    let mut rest = raw;
    let mut tries = 0;
    while let Some(at) = rest.find(['=', '(']) {
        let after = rest[at + 1..].trim_start();
        rest = &rest[at + 1..];
        if !after.starts_with(['{', '[']) || after.len() < 400 {
            continue;
        }
        tries += 1;
        if tries > 40 {
            break;
        }
        let mut stream = serde_json::Deserializer::from_str(after).into_iter::<Value>();
        if let Some(Ok(value)) = stream.next() {
            rest = after.get(stream.byte_offset()..).unwrap_or("");
            values.push(value);
        }
    }
    values
}

/// The string, or the list of strings under one key, with most prose.
fn longest(value: &Value) -> Option<(u32, String)> {
    let mut best: Option<(u32, String)> = None;
    let mut waiting = vec![value];
    let mut seen = 0;
    let mut offer = |text: String| {
        let letters = weight(&text);
        if letters > 400 && best.as_ref().is_none_or(|(most, _)| letters > *most) {
            best = Some((letters, text));
        }
    };
    while let Some(value) = waiting.pop() {
        seen += 1;
        if seen > MOST {
            break;
        }
        match value {
            Value::Array(items) => {
                for key in ["content", "text", "html", "value", "body", "paragraph"] {
                    let parts: Vec<&str> = items
                        .iter()
                        .filter_map(|item| item.get(key).and_then(Value::as_str))
                        .filter(|part| part.contains(' ') || !part.is_ascii())
                        .collect();
                    if parts.len() > 2 {
                        let prose = parts.iter().filter(|part| part.len() > 80).count();
                        if prose > 2 {
                            offer(parts.join("\n\n"));
                        }
                    }
                }
                waiting.extend(items.iter().rev());
            }
            Value::Object(object) => {
                for (key, inner) in object {
                    match inner {
                        Value::String(text)
                            if text.len() > 500
                                && matches!(
                                    key.as_str(),
                                    "articleBody"
                                        | "body"
                                        | "content"
                                        | "text"
                                        | "html"
                                        | "bodyHtml"
                                        | "bodyHTML"
                                        | "body_html"
                                        | "contentHtml"
                                        | "rendered"
                                        | "fullText"
                                        | "story"
                                        | "articleText"
                                        | "mainText"
                                ) =>
                        {
                            offer(text.clone());
                        }
                        Value::Array(_) | Value::Object(_) => waiting.push(inner),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    best
}
