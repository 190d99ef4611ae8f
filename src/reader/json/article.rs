//! From a JSON object to a record.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::article::{Issue, Key};
use crate::reader::json::{keys, value};
use crate::reader::{Content, ReadError, Record, Stated, markup};

/// Reads an object as an article.
///
/// # Errors
///
/// [`ReadError::NoArticle`] where it holds neither a text nor a headline with something beside it.
pub(super) fn read(
    object: &Map<String, Value>,
    key: Key,
    outside: &Stated,
    mut issues: Vec<Issue>,
) -> Result<Record, ReadError> {
    let fields = Fields::of(object);
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
    stated.url = stated.url.or_else(|| outside.url.clone());
    stated.captured = stated.captured.or_else(|| outside.captured.clone());
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
    by_name: HashMap<String, (&'v str, &'v Value)>,
}

impl<'v> Fields<'v> {
    fn of(object: &'v Map<String, Value>) -> Self {
        let mut by_name = HashMap::with_capacity(object.len());
        for (name, value) in object {
            by_name
                .entry(keys::plain(name))
                .or_insert((name.as_str(), value));
        }
        Self { by_name }
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

    /// The text, and the page where there is no text.
    fn content(&self, stated: &mut Stated) -> (Option<String>, Option<String>) {
        let text = self.first(keys::BODY, value::body).or_else(|| {
            self.first(keys::BODY_AS_STRING, |found| {
                value::body(found).filter(|_| found.is_string())
            })
        });
        let page = self.first(keys::PAGE, page);
        if let Some((body, name)) = text {
            if markup::is_page(&body) {
                return (None, Some(body));
            }
            rule(stated, "body", name);
            return (Some(body), None);
        }
        let page = page.map(|(page, _)| page);
        (None, page)
    }

    fn state(&self, stated: &mut Stated) {
        let line = |names: &[&str]| self.first(names, value::text);
        let date = |names: &[&str]| self.first(names, value::date);
        stated.own_id = put(stated, "own_id", line(keys::OWN_ID));
        stated.title = put(stated, "title", line(keys::TITLE));
        stated.dek = put(stated, "dek", line(keys::DEK).or_else(|| self.summary()));
        stated.byline = put(stated, "byline", line(keys::BYLINE));
        stated.agency = put(stated, "agency", line(keys::AGENCY));
        stated.section = put(stated, "section", line(keys::SECTION));
        stated.lang = put(
            stated,
            "lang",
            self.first(keys::LANG, |found| language(&value::text(found)?)),
        );
        stated.published = put(stated, "published", date(keys::PUBLISHED));
        stated.updated = put(stated, "updated", date(keys::UPDATED));
        stated.captured = put(
            stated,
            "captured",
            date(keys::CAPTURED).or_else(|| self.beside_page(&["crawl_date"], value::date)),
        );
        let address = |found: &Value| address(found);
        stated.url = put(
            stated,
            "url",
            self.first(keys::URL, address)
                .or_else(|| self.beside_page(&["responded_url", "requested_url"], address)),
        );
        let name = |found: &Value| value::text(found).filter(|name| !value::is_address(name));
        stated.publisher = put(
            stated,
            "publisher",
            self.first(keys::PUBLISHER, name)
                .or_else(|| self.beside_page(&["source_info"], name)),
        );
        let people = |found: &Value| Some(value::names(found)).filter(|names| !names.is_empty());
        stated.authors =
            put(stated, "authors", self.first(keys::AUTHORS, people)).unwrap_or_default();
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

fn put<T>(stated: &mut Stated, field: &'static str, found: Option<(T, &str)>) -> Option<T> {
    let (value, name) = found?;
    rule(stated, field, name);
    Some(value)
}

fn rule(stated: &mut Stated, field: &'static str, name: &str) {
    stated.rules.insert(field, format!("json:{name}"));
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
fn language(text: &str) -> Option<String> {
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
