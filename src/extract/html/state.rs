//! Text that the page carries in the state of its scripts and shows nowhere: `__NEXT_DATA__`, `window.__STATE__ = {…}`.

use serde_json::{Map, Value};

use crate::article::ArticleDate;
use crate::date::{self, Reading};
use crate::extract::ExtractedArticle;
use crate::extract::byline;
use crate::extract::html::entities;
use crate::extract::html::page::{Page, squeeze, weight};
use crate::extract::html::tags::Tag;

/// A script longer than this is not read.
const LONGEST: usize = 8 << 20;
/// Values beyond these are not looked at.
const MOST: usize = 400_000;

/// An article in the page's scripts.
#[derive(Debug)]
pub(super) struct State {
    /// As markup or text, paragraphs parted by blank lines.
    pub(super) text: String,
    /// The object that holds it.
    object: Map<String, Value>,
}

impl State {
    /// Fills the fields that the page left empty from the object that holds the text.
    pub(super) fn fill(&self, article: &mut ExtractedArticle, reading: &Reading) {
        let first = |keys: &[&str]| {
            keys.iter()
                .find_map(|key| self.object.get(*key).and_then(Value::as_str))
                .map(|text| squeeze(&entities::decode(text)))
                .filter(|text| !text.is_empty() && text.len() < 1000)
        };
        let mut rules = Vec::new();
        if article.title.is_none() {
            article.title = first(&["headline", "title", "name"]);
            rules.push("title");
        }
        if article.dek.is_none() {
            article.dek = first(&[
                "standfirst",
                "dek",
                "deck",
                "subtitle",
                "subheadline",
                "summary",
                "description",
                "excerpt",
            ]);
            if article.dek.is_some() {
                rules.push("dek");
            }
        }
        if article.authors.is_empty() {
            for name in self.names() {
                for author in byline::parse(&name).authors {
                    if !article.authors.contains(&author) {
                        article.authors.push(author);
                    }
                }
            }
            if !article.authors.is_empty() {
                rules.push("authors");
                if article.byline.is_none() {
                    article.byline = Some(article.authors.join(", "));
                    rules.push("byline");
                }
            }
        }
        let date = |keys: &[&str]| {
            keys.iter()
                .find_map(|key| self.object.get(*key).and_then(Value::as_str))
                .and_then(|text| date::parse(text, reading))
        };
        if article.published.is_none() {
            article.published = date(&[
                "publishedAt",
                "datePublished",
                "published",
                "publishDate",
                "publicationDate",
                "firstPublished",
                "first_publish_date",
                "display_date",
                "published_time",
                "date",
                "createdAt",
            ])
            .map(|date| ArticleDate::new(date, "state"));
        }
        if article.updated.is_none() {
            article.updated = date(&[
                "updatedAt",
                "dateModified",
                "modified",
                "lastModified",
                "last_updated_date",
                "modifiedAt",
            ])
            .map(|date| ArticleDate::new(date, "state"));
        }
        if article.section.is_none() {
            article.section = match self
                .object
                .get("section")
                .or_else(|| self.object.get("category"))
            {
                Some(Value::String(name)) => Some(name.clone()),
                Some(Value::Object(inner)) => {
                    inner.get("name").and_then(Value::as_str).map(str::to_owned)
                }
                _ => None,
            };
            if article.section.is_some() {
                rules.push("section");
            }
        }
        for rule in rules {
            article.rules.insert(rule.to_owned(), "state".to_owned());
        }
    }

    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for key in ["authors", "author", "byline"] {
            let items: &[Value] = match self.object.get(key) {
                Some(Value::Array(items)) => items,
                Some(one) => std::slice::from_ref(one),
                None => continue,
            };
            for item in items.iter().take(30) {
                names.extend(
                    item.as_str()
                        .or_else(|| item.get("name").and_then(Value::as_str))
                        .map(str::to_owned),
                );
            }
        }
        names
    }
}

/// The longest article in the page's scripts.
pub(super) fn find(page: &Page<'_>) -> Option<State> {
    let mut best: Option<(u32, State)> = None;
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
            if let Some((letters, state)) = longest(&value)
                && best.as_ref().is_none_or(|(most, _)| letters > *most)
            {
                best = Some((letters, state));
            }
        }
    }
    best.map(|(_, state)| state)
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

/// Keys under which a text stands.
const TEXTS: &[&str] = &[
    "articleBody",
    "body",
    "content",
    "text",
    "html",
    "bodyHtml",
    "bodyHTML",
    "body_html",
    "contentHtml",
    "rendered",
    "fullText",
    "story",
    "articleText",
    "mainText",
    "paragraphs",
    "content_elements",
    "blocks",
    "elements",
];

/// The object whose text is longest: a string, a list of strings, or a list of objects with a text each.
fn longest(value: &Value) -> Option<(u32, State)> {
    let mut best: Option<(u32, &Map<String, Value>, String)> = None;
    let mut waiting = vec![value];
    let mut seen = 0;
    while let Some(value) = waiting.pop() {
        seen += 1;
        if seen > MOST {
            break;
        }
        match value {
            Value::Array(items) => waiting.extend(items.iter().rev()),
            Value::Object(object) => {
                for (key, inner) in object {
                    if TEXTS.contains(&key.as_str())
                        && let Some(text) = text_of(inner)
                    {
                        let letters = weight(&text);
                        if letters > 200 && best.as_ref().is_none_or(|(most, _, _)| letters > *most)
                        {
                            best = Some((letters, object, text));
                        }
                    }
                    if inner.is_object() || inner.is_array() {
                        waiting.push(inner);
                    }
                }
            }
            _ => {}
        }
    }
    best.map(|(letters, object, text)| {
        (
            letters,
            State {
                text,
                object: object.clone(),
            },
        )
    })
}

/// The text of a value that may be an article's.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.len() > 300 => Some(text.clone()),
        Value::Array(items) => {
            let parts: Vec<&str> = items
                .iter()
                .filter_map(|item| {
                    item.as_str().or_else(|| {
                        ["content", "text", "html", "value", "body", "paragraph"]
                            .iter()
                            .find_map(|key| item.get(*key).and_then(Value::as_str))
                    })
                })
                .filter(|part| part.contains(' ') || !part.is_ascii())
                .collect();
            let prose = parts.iter().filter(|part| part.len() > 80).count();
            (prose > 2).then(|| parts.join("\n\n"))
        }
        _ => None,
    }
}
