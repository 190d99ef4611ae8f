//! From a JSON object to a record.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::article::{Issue, Key};
use crate::reader::json::{Way, keys, value};
use crate::reader::{Content, Mapping, ReadError, Record, Stated, markup};

/// Reads an object as an article.
///
/// # Errors
///
/// [`ReadError::NoArticle`] where it holds neither a text nor a headline with something beside it.
pub(in crate::reader) fn read(
    object: &Map<String, Value>,
    key: Key,
    way: &Way<'_>,
    mut issues: Vec<Issue>,
) -> Result<Record, ReadError> {
    let fields = Fields::of(object, way);
    if fields.is_other() {
        return Err(ReadError::NoArticle);
    }
    let mut stated = Stated::default();
    let (body, page) = fields.content(&mut stated);
    fields.state(&mut stated);
    let beside = stated.published.is_some() || stated.url.is_some() || !stated.authors.is_empty();
    if body.is_none() && page.is_none() && !(stated.title.is_some() && beside) {
        return Err(ReadError::NoArticle);
    }
    stated.url = stated.url.or_else(|| way.outside.url.clone());
    stated.captured = stated.captured.or_else(|| way.outside.captured.clone());
    let content = match (body, page) {
        (Some(body), _) => {
            if is_cut(&body) {
                issues.push("truncated".to_owned());
            }
            stated.body = Some(body);
            Content::Stated
        }
        (None, Some(page)) => Content::Html(page),
        (None, None) => Content::Stated,
    };
    Ok(Record {
        key,
        stated,
        content,
        issues,
    })
}

/// Whether a text ends as some interfaces end what they cut: `… [+1234 chars]`.
fn is_cut(body: &str) -> bool {
    body.ends_with(" chars]") && body.rfind("[+").is_some_and(|at| at + 20 > body.len())
}

/// The fields of an object under their plain names.
struct Fields<'v> {
    object: &'v Map<String, Value>,
    by_name: HashMap<String, (&'v str, &'v Value)>,
    format: &'static str,
    mapping: &'v Mapping,
}

impl<'v> Fields<'v> {
    fn of(object: &'v Map<String, Value>, way: &'v Way<'_>) -> Self {
        let mut by_name = HashMap::with_capacity(object.len());
        for (name, value) in object {
            by_name
                .entry(keys::plain(name))
                .or_insert((name.as_str(), value));
        }
        Self {
            object,
            by_name,
            format: way.format,
            mapping: way.mapping,
        }
    }

    /// Whether it says that it is something else.
    fn is_other(&self) -> bool {
        self.by_name
            .get("type")
            .and_then(|(_, value)| value.as_str())
            .is_some_and(keys::is_other_type)
    }

    /// The first of `names` of which `read` makes something, and the name as written.
    fn first<T>(
        &self,
        names: &[&str],
        read: impl Fn(&'v Value) -> Option<T>,
    ) -> Option<(T, &'v str)> {
        names.iter().find_map(|plain| {
            let (name, value) = self.by_name.get(*plain)?;
            Some((read(value)?, *name))
        })
    }

    /// The same, under the names given by hand before all others.
    fn field<T>(
        &self,
        field: &str,
        names: &[&str],
        read: impl Fn(&'v Value) -> Option<T>,
    ) -> Option<(T, &'v str)> {
        let given = self.mapping.names(field);
        given
            .iter()
            .find_map(|name| Some((read(at(self.object, name)?)?, name.as_str())))
            .or_else(|| self.first(names, read))
    }

    /// The text, and the page where there is no text.
    fn content(&self, stated: &mut Stated) -> (Option<String>, Option<String>) {
        let named = !self.mapping.names("html").is_empty() && self.mapping.names("body").is_empty();
        let text = || {
            self.field("body", keys::BODY, value::body).or_else(|| {
                self.first(keys::BODY_AS_STRING, |found| {
                    value::body(found).filter(|_| found.is_string())
                })
            })
        };
        let page = self.field("html", keys::PAGE, page);
        // Whoever names the page and no text wants the page read.
        let text = if named && page.is_some() {
            None
        } else {
            text()
        };
        if let Some((body, name)) = text {
            if markup::is_page(&body) {
                return (None, Some(body));
            }
            stated.rules.insert("body", self.rule(name));
            return (Some(body), None);
        }
        let page = page.map(|(page, _)| page);
        (None, page)
    }

    fn state(&self, stated: &mut Stated) {
        let line = |field, names: &[&str]| self.field(field, names, value::text);
        let date = |field, names: &[&str]| self.field(field, names, value::date);
        let address = |found: &Value| address(found);
        let name = |found: &Value| value::text(found).filter(|name| !value::is_address(name));
        let people = |found: &Value| Some(value::names(found)).filter(|names| !names.is_empty());
        let mut put = |field, found: Option<(String, &str)>| {
            let (value, name) = found?;
            stated.rules.insert(field, self.rule(name));
            Some(value)
        };
        let url = self
            .field("url", keys::URL, address)
            .or_else(|| self.beside_page(&["responded_url", "requested_url"], address));
        let publisher = self
            .field("publisher", keys::PUBLISHER, name)
            .or_else(|| self.beside_page(&["source_info"], name));
        let lang = self.field("lang", keys::LANG, |found| language(&value::text(found)?));
        let captured = date("captured", keys::CAPTURED)
            .or_else(|| self.beside_page(&["crawl_date"], value::date));
        let dek = line("dek", keys::DEK).or_else(|| self.summary());
        stated.own_id = put("own_id", line("own_id", keys::OWN_ID));
        stated.title = put("title", line("title", keys::TITLE));
        stated.dek = put("dek", dek);
        stated.byline = put("byline", line("byline", keys::BYLINE));
        stated.agency = put("agency", line("agency", keys::AGENCY));
        stated.section = put("section", line("section", keys::SECTION));
        stated.lang = put("lang", lang);
        stated.published = put("published", date("published", keys::PUBLISHED));
        stated.updated = put("updated", date("updated", keys::UPDATED));
        stated.captured = put("captured", captured);
        stated.url = put("url", url);
        stated.publisher = put("publisher", publisher);
        if let Some((authors, name)) = self.field("authors", keys::AUTHORS, people) {
            stated.authors = authors;
            stated.rules.insert("authors", self.rule(name));
        }
    }

    fn rule(&self, name: &str) -> String {
        format!("{}:{name}", self.format)
    }

    /// A summary that stands inside the body's object, as in Fundus.
    fn summary(&self) -> Option<(String, &'v str)> {
        let (name, body) = self.by_name.get("body")?;
        let summary = value::text(body.as_object()?.get("summary")?)?;
        Some((summary, *name))
    }

    /// What stands beside a page in the object that holds it, as in Fundus.
    fn beside_page<T>(
        &self,
        names: &[&'v str],
        read: impl Fn(&'v Value) -> Option<T>,
    ) -> Option<(T, &'v str)> {
        let (_, page) = self.by_name.get("html")?;
        let page = page.as_object()?;
        names
            .iter()
            .find_map(|name| Some((read(page.get(*name)?)?, *name)))
    }
}

/// The value of a name, or of a path of names: `meta.published`.
fn at<'v>(object: &'v Map<String, Value>, path: &str) -> Option<&'v Value> {
    if let Some(value) = object.get(path) {
        return Some(value);
    }
    let (outer, inner) = path.split_once('.')?;
    at(object.get(outer)?.as_object()?, inner)
}

/// A page: the string itself, or what an object calls its content.
fn page(value: &Value) -> Option<String> {
    let text = match value {
        Value::Object(object) => ["content", "html", "raw", "body"]
            .iter()
            .find_map(|name| object.get(*name)?.as_str())?,
        other => other.as_str()?,
    };
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// An address of the web, or a path on a site (`url` of many exports), but no bare id.
fn address(value: &Value) -> Option<String> {
    let text = value::text(value)?;
    let plain = !text.contains(char::is_whitespace);
    (plain && (value::is_address(&text) || text.starts_with('/') || text.starts_with("www.")))
        .then_some(text)
}

/// The ISO 639 code in a tag such as `en-GB`, or of a language named in English.
pub(in crate::reader) fn language(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let code = text.split(['-', '_']).next().unwrap_or("");
    if matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Some(code.to_owned()).filter(|code| code != "und");
    }
    let code = match text.as_str() {
        "english" => "en",
        "german" => "de",
        "french" => "fr",
        "spanish" => "es",
        "italian" => "it",
        "portuguese" => "pt",
        "dutch" => "nl",
        "russian" => "ru",
        "ukrainian" => "uk",
        "polish" => "pl",
        "turkish" => "tr",
        "arabic" => "ar",
        "hebrew" => "he",
        "chinese" => "zh",
        "japanese" => "ja",
        "korean" => "ko",
        "albanian" => "sq",
        "greek" => "el",
        "swedish" => "sv",
        "norwegian" => "no",
        "danish" => "da",
        "finnish" => "fi",
        "hungarian" => "hu",
        "romanian" => "ro",
        "czech" => "cs",
        "persian" | "farsi" => "fa",
        "hindi" => "hi",
        "indonesian" => "id",
        _ => return None,
    };
    Some(code.to_owned())
}
