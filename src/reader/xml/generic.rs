//! XML whose elements are named as fields are: an element is read as an object of JSON is.

use serde_json::{Map, Value};

use crate::article::Key;
use crate::reader::json::{self, Way};
use crate::reader::xml::tree::{Element, Node};
use crate::reader::{ReadError, Stated};

/// Elements that are taken for objects, one in the other.
const MAX_DEPTH: usize = 6;

/// The object that the one element of a tree stands for.
pub(super) fn article(tree: &Element) -> Map<String, Value> {
    tree.elements().next().map(object).unwrap_or_default()
}

/// The object that an element stands for.
pub(super) fn object(element: &Element) -> Map<String, Value> {
    object_at(element, 0)
}

/// Reads an object as an article.
pub(super) fn read(
    object: Map<String, Value>,
    key: Key,
    way: &Way<'_>,
    issues: Vec<String>,
) -> Result<Stated, ReadError> {
    let dateline = object.get("dateline").and_then(Value::as_str);
    let record = json::read_object(&object, key, way, issues)
        .map_err(|_| ReadError::Foreign("an element without a text".to_owned()))?;
    let mut stated = record.stated;
    if let crate::reader::Content::Html(page) = record.content {
        stated.body = Some(page);
    }
    if let (Some(dateline), Some(body)) = (dateline, &mut stated.body)
        && !body.trim_start().starts_with(dateline.trim())
    {
        *body = format!("{} — {}", dateline.trim(), body.trim_start());
    }
    Ok(stated)
}

fn object_at(element: &Element, depth: usize) -> Map<String, Value> {
    let mut object = Map::new();
    for child in element.elements() {
        let name = local(&child.name);
        if let Some(value) = value(child, name, depth) {
            match object.get_mut(name) {
                Some(Value::Array(values)) => values.push(value),
                Some(first) => {
                    let first = std::mem::take(first);
                    object.insert(name.to_owned(), Value::Array(vec![first, value]));
                }
                None => {
                    object.insert(name.to_owned(), value);
                }
            }
        }
    }
    let has_own = element.attribute("itemid").is_some();
    for (name, value) in &element.attributes {
        // Beside a number of its own, `id` names a place in the file.
        if has_own && name == "id" {
            continue;
        }
        let name = if name == "xml:lang" { "lang" } else { name };
        object
            .entry(name)
            .or_insert_with(|| Value::String(value.clone()));
    }
    object
}

fn value(element: &Element, name: &str, depth: usize) -> Option<Value> {
    let parts = element.elements().count();
    if parts == 0 {
        let text = element.text();
        if text.trim().is_empty() {
            // `<link href="…"/>`, `<date value="…"/>`.
            let given = ["href", "value", "content", "url", "term"]
                .iter()
                .find_map(|name| element.attribute(name))?;
            return Some(Value::String(given.to_owned()));
        }
        return Some(Value::String(text));
    }
    if json::is_text_name(name) || json::is_title_name(name) {
        return element.prose(&|_| false).map(Value::String);
    }
    let has_text = element
        .nodes
        .iter()
        .any(|node| matches!(node, Node::Text(text) if !text.trim().is_empty()));
    if has_text || depth >= MAX_DEPTH {
        return element.line().map(Value::String);
    }
    let mut names: Vec<&str> = element
        .elements()
        .map(|child| child.name.as_str())
        .collect();
    names.dedup();
    if let [one] = names.as_slice()
        && name.starts_with(*one)
    {
        // `<authors><author>…</author></authors>`: a list.
        let values = element
            .elements()
            .filter_map(|child| value(child, local(&child.name), depth + 1));
        return Some(Value::Array(values.collect()));
    }
    Some(Value::Object(object_at(element, depth + 1)))
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
