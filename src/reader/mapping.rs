//! The names that fields go by in one archive, given by hand.

use std::collections::BTreeMap;

use toml::{Table, Value};

/// Fields that names can be given for.
const FIELDS: &[&str] = &[
    "title",
    "dek",
    "byline",
    "authors",
    "agency",
    "publisher",
    "section",
    "lang",
    "published",
    "updated",
    "captured",
    "body",
    "html",
    "url",
    "own_id",
];
/// Other words for them.
const ALIASES: &[(&str, &str)] = &[
    ("date", "published"),
    ("author", "authors"),
    ("id", "own_id"),
    ("text", "body"),
    ("language", "lang"),
    ("page", "html"),
];

/// The names that fields go by, in order of preference, before the usual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    names: BTreeMap<&'static str, Vec<String>>,
}

/// Why a mapping cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MappingError {
    /// It is no TOML.
    #[error("not TOML")]
    Toml(#[source] toml::de::Error),
    /// It names no field.
    #[error("it names no field")]
    Empty,
    /// A field that there is not.
    #[error("there is no field `{name}`; fields are {}", FIELDS.join(", "))]
    Unknown {
        /// As written.
        name: String,
    },
    /// A field that names are given for twice.
    #[error("`{name}` and `{other}` are one field")]
    Twice {
        /// As written.
        name: String,
        /// The name of the field.
        other: &'static str,
    },
    /// A value that is no name.
    #[error("`{name}` needs a name, or a list of names, not {found}")]
    NoName {
        /// The field as written.
        name: String,
        /// What stands there.
        found: &'static str,
    },
}

impl Mapping {
    /// Reads a mapping: `title = "Überschrift"`, `date = ["erschienen", "pub"]`; `meta.date` is a name within an object.
    ///
    /// # Errors
    ///
    /// Where it is no TOML, or does not map fields to names.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let table: Table = text.parse().map_err(MappingError::Toml)?;
        let mut mapping = Self::default();
        for (name, value) in table {
            let plain = name.to_lowercase().replace('-', "_");
            let plain = ALIASES
                .iter()
                .find_map(|(alias, field)| (*alias == plain).then_some(*field))
                .unwrap_or(&plain);
            let Some(field) = FIELDS.iter().find(|field| **field == plain) else {
                return Err(MappingError::Unknown { name });
            };
            let names = names(&name, value)?;
            if mapping.names.insert(field, names).is_some() {
                return Err(MappingError::Twice { name, other: field });
            }
        }
        if mapping.names.is_empty() {
            return Err(MappingError::Empty);
        }
        Ok(mapping)
    }

    /// The names given for a field, as written.
    pub(super) fn names(&self, field: &str) -> &[String] {
        self.names.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether a field goes by a name.
    pub(super) fn has(&self, field: &str, name: &str) -> bool {
        self.names(field).iter().any(|given| given == name)
    }
}

fn names(field: &str, value: Value) -> Result<Vec<String>, MappingError> {
    let wrong = |found| MappingError::NoName {
        name: field.to_owned(),
        found,
    };
    let name = |value: Value| match value {
        Value::String(name) if name.trim().is_empty() => Err(wrong("nothing")),
        Value::String(name) => Ok(name),
        Value::Integer(_) | Value::Float(_) => Err(wrong("a number")),
        Value::Boolean(_) => Err(wrong("true or false")),
        Value::Datetime(_) => Err(wrong("a date")),
        Value::Array(_) => Err(wrong("a list in a list")),
        Value::Table(_) => Err(wrong("a table")),
    };
    match value {
        Value::Array(values) if values.is_empty() => Err(wrong("an empty list")),
        Value::Array(values) => values.into_iter().map(name).collect(),
        value => name(value).map(|name| vec![name]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_lists_of_names() {
        let text = "title = \"Überschrift\"\ndate = [\"erschienen\", \"meta.pub\"]\n";
        let mapping = Mapping::parse(text).expect("a mapping");
        assert_eq!(mapping.names("title"), ["Überschrift"]);
        assert_eq!(mapping.names("published"), ["erschienen", "meta.pub"]);
        assert!(mapping.names("body").is_empty());
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, expected) in [
            ("", "it names no field"),
            (
                "headline = \"x\"",
                "there is no field `headline`; fields are title, dek, byline, authors, agency, publisher, section, lang, published, updated, captured, body, html, url, own_id",
            ),
            (
                "title = 3",
                "`title` needs a name, or a list of names, not a number",
            ),
            (
                "title = []",
                "`title` needs a name, or a list of names, not an empty list",
            ),
            (
                "title = [[\"x\"]]",
                "`title` needs a name, or a list of names, not a list in a list",
            ),
            (
                "title = \" \"",
                "`title` needs a name, or a list of names, not nothing",
            ),
            (
                "date = \"a\"\npublished = \"b\"",
                "`published` and `published` are one field",
            ),
        ] {
            let error = Mapping::parse(text).expect_err(text);
            assert_eq!(error.to_string(), expected);
        }
        let error = Mapping::parse("title = \"x").expect_err("open");
        assert_eq!(error.to_string(), "not TOML");
    }
}
