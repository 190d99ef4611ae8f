//! Chosen fields of hits: which there are, and what each holds.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;

use crate::query::distance;
use crate::render::json::hit_value;
use crate::render::{Separated, place};
use crate::search::Hit;

/// Every field that can be chosen, in the order in which they are listed.
const FIELDS: [&str; 32] = [
    "rank",
    "score",
    "id",
    "own_id",
    "path",
    "record",
    "url",
    "title",
    "dek",
    "byline",
    "authors",
    "agency",
    "publisher",
    "section",
    "dateline",
    "lang",
    "published",
    "updated",
    "captured",
    "body",
    "subheads",
    "corrections",
    "captions",
    "pull_quotes",
    "entities",
    "words",
    "rules",
    "issues",
    "snippets",
    "copies",
    "copy_count",
    "first",
];

/// Fields of hits, in the order wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields(Vec<&'static str>);

/// A name that no field has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// The name.
    pub name: String,
    /// The field that is spelt most like it, where one is much like it.
    pub meant: Option<&'static str>,
}

impl Fields {
    /// The fields of these names.
    ///
    /// # Errors
    ///
    /// The first name that no field has.
    pub fn of(names: &[String]) -> Result<Self, UnknownField> {
        let mut fields = Vec::with_capacity(names.len());
        for name in names
            .iter()
            .map(|name| name.trim())
            .filter(|name| !name.is_empty())
        {
            let lower = name.to_lowercase();
            match FIELDS.iter().find(|field| **field == lower) {
                Some(field) if fields.contains(field) => {}
                Some(field) => fields.push(*field),
                None => {
                    return Err(UnknownField {
                        name: name.to_owned(),
                        meant: meant(&lower),
                    });
                }
            }
        }
        Ok(Self(fields))
    }

    /// The names of all fields.
    pub fn all() -> &'static [&'static str] {
        &FIELDS
    }

    /// Whether fragments of text are among them.
    pub fn with_snippets(&self) -> bool {
        self.0.contains(&"snippets")
    }

    /// Writes the names of the columns.
    pub fn header(&self, separated: Separated, out: &mut dyn Write) -> io::Result<()> {
        separated.row(&self.0, out)
    }

    /// Writes a hit as a row; lists are joined by `; `.
    pub fn row(&self, hit: &Hit, separated: Separated, out: &mut dyn Write) -> io::Result<()> {
        let whole = Whole::of(hit)?;
        let cells: Vec<String> = self.0.iter().map(|field| whole.cell(field)).collect();
        separated.row(&cells, out)
    }

    /// Writes a hit as JSON on one line.
    pub fn line(&self, hit: &Hit, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &self.chosen(hit)?).map_err(io::Error::from)?;
        writeln!(out)
    }

    /// The fields of a hit.
    pub(super) fn chosen(&self, hit: &Hit) -> io::Result<Chosen> {
        let whole = Whole::of(hit)?;
        let fields = self
            .0
            .iter()
            .map(|field| (*field, whole.value(field).clone()));
        Ok(Chosen(fields.collect()))
    }
}

/// Fields in the order in which they were chosen.
#[derive(Debug)]
pub(super) struct Chosen(Vec<(&'static str, Value)>);

impl Serialize for Chosen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// All that is known of a hit.
struct Whole {
    hit: Value,
    article: Value,
    place: String,
}

impl Whole {
    fn of(hit: &Hit) -> io::Result<Self> {
        let article = &hit.article;
        Ok(Self {
            hit: hit_value(hit)?,
            article: serde_json::to_value(article).map_err(io::Error::from)?,
            place: place(&article.path, article.record.as_deref()),
        })
    }

    /// The field, as `--json` and JSON lines have it.
    fn value(&self, field: &str) -> &Value {
        let found = self.hit.get(field).or_else(|| self.article.get(field));
        found.unwrap_or(&Value::Null)
    }

    /// The field in one cell of a table.
    fn cell(&self, field: &str) -> String {
        match field {
            "path" => self.place.clone(),
            _ => flat(self.value(field)),
        }
    }
}

/// A value as text: of an object what it is called or says.
fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(flat).collect();
            values.join("; ")
        }
        Value::Object(object) => {
            let says = ["value", "text", "name", "id"]
                .iter()
                .find_map(|key| object.get(*key));
            match says {
                Some(value) => flat(value),
                None => object
                    .iter()
                    .filter(|(_, value)| !flat(value).is_empty())
                    .map(|(key, value)| format!("{key}: {}", flat(value)))
                    .collect::<Vec<_>>()
                    .join("; "),
            }
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// The field that may be meant by a name.
fn meant(name: &str) -> Option<&'static str> {
    const ELSEWHERE: [(&str, &str); 14] = [
        ("headline", "title"),
        ("hed", "title"),
        ("author", "authors"),
        ("date", "published"),
        ("text", "body"),
        ("content", "body"),
        ("language", "lang"),
        ("source", "publisher"),
        ("outlet", "publisher"),
        ("people", "entities"),
        ("snippet", "snippets"),
        ("file", "path"),
        ("subtitle", "dek"),
        ("wordcount", "words"),
    ];
    if let Some((_, field)) = ELSEWHERE.iter().find(|(other, _)| *other == name) {
        return FIELDS.iter().copied().find(|known| known == field);
    }
    let near = FIELDS.iter().map(|field| (distance(name, field), *field));
    let (slips, field) = near.min_by_key(|(slips, _)| *slips)?;
    (slips <= 1 + name.chars().count() / 4 && slips <= 2).then_some(field)
}
