//! Reading what is no XML: SGML with tags left open and signs that are no tags, and XML that is broken.

use std::collections::HashSet;

use crate::reader::xml::parse::{Prefixes, references};
use crate::reader::xml::tree::{Builder, Element};

/// Bytes of a tag; what is longer is none.
const MAX_TAG: usize = 4 << 10;

/// Reads tags that are closed somewhere, and those that usually aren't; any other `<` is a sign of the text. Whether the text ends
/// within an element.
pub(super) fn parse(text: &str, prefixes: &Prefixes) -> (Element, bool) {
    let closed = closed(text);
    let mut builder = Builder::default();
    let mut rest = text;
    let mut first = true;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            builder.text(&references(&rest[..at]));
        }
        rest = &rest[at..];
        if let Some(end) = passed(rest) {
            if let Some(plain) = rest[..end].strip_prefix("<![CDATA[") {
                builder.text(plain.strip_suffix("]]>").unwrap_or(plain));
            }
            rest = &rest[end..];
            continue;
        }
        let Some(tag) = tag(rest) else {
            builder.text("<");
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.len() + 2..];
        if let Some(name) = tag.strip_prefix('/') {
            builder.close(&prefixes.name(name.trim()));
            continue;
        }
        let (name, attributes) = opened(tag);
        let empty = tag.ends_with('/');
        let known = name.to_ascii_lowercase();
        if !(first || empty || closed.contains(&known) || is_left_open(&known)) {
            builder.text(&format!("<{tag}>"));
            continue;
        }
        first = false;
        let name = prefixes.name(name);
        // A paragraph ends where the next one begins.
        if is_left_open(&known) && !empty {
            builder.close_within(&name);
        }
        builder.open(name.clone(), attributes);
        if empty {
            builder.close(&name);
        }
    }
    builder.text(&references(rest));
    let open = builder.is_open();
    (builder.finish(), open)
}

/// Names of tags that are closed somewhere, in small letters.
fn closed(text: &str) -> HashSet<String> {
    text.match_indices("</")
        .filter_map(|(at, _)| tag(&text[at..]))
        .map(|tag| tag[1..].trim().to_ascii_lowercase())
        .collect()
}

/// Tags that open a paragraph or a field, and are closed by the next one.
fn is_left_open(name: &str) -> bool {
    matches!(name, "p" | "br" | "hr" | "li")
}

/// Where a comment, a declaration or a section of plain characters ends.
fn passed(rest: &str) -> Option<usize> {
    for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if let Some(inside) = rest.strip_prefix(begin) {
            return Some(
                inside
                    .find(end)
                    .map_or(rest.len(), |at| begin.len() + at + end.len()),
            );
        }
    }
    let is_declaration = rest.starts_with("<!");
    is_declaration.then(|| rest.find('>').map_or(rest.len(), |end| end + 1))
}

/// What stands between `<` and `>`, where that is a tag.
fn tag(rest: &str) -> Option<&str> {
    let inside = rest.get(1..)?;
    let window = &inside[..inside.floor_char_boundary(MAX_TAG)];
    let end = window.find(['>', '<'])?;
    let tag = &window[..end];
    let begins = tag.strip_prefix('/').unwrap_or(tag);
    (window[end..].starts_with('>') && begins.starts_with(|char: char| char.is_ascii_alphabetic()))
        .then_some(tag)
}

/// The name of a tag and its attributes, in quotes or not.
fn opened(tag: &str) -> (&str, Vec<(String, String)>) {
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag
        .split_once(|char: char| char.is_whitespace())
        .unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((key, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let (value, left) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after
                .split_once(|char: char| char.is_whitespace())
                .unwrap_or((after, "")),
        };
        let key = key.split_whitespace().next_back().unwrap_or("");
        attributes.push((key.to_owned(), references(value)));
        rest = left;
    }
    (name, attributes)
}
