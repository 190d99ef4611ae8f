//! What the readers hand on.

use std::collections::BTreeMap;

use crate::article::{Caption, Issue, Key};

/// One article's worth of input, decoded, with what its format states.
#[derive(Clone, Debug)]
pub struct Record {
    /// Where it lies.
    pub key: Key,
    /// What the format states beside the content: kept as it is, above anything that is extracted.
    pub stated: Stated,
    /// The content.
    pub content: Content,
    /// What was odd about the bytes.
    pub issues: Vec<Issue>,
}

/// The content of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A page: decoded HTML, to be extracted.
    Html(String),
    /// Scraped or plain text, to be extracted; lines end in `\n`.
    Text(String),
    /// Everything there is stands in [`Record::stated`], the body included.
    Stated,
}

/// Fields that a format states outright, as printed; white space around them is trimmed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stated {
    /// What the article calls itself.
    pub own_id: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its summary line.
    pub dek: Option<String>,
    /// Its byline, one line as printed.
    pub byline: Option<String>,
    /// Its authors, an entry each, or a line as printed.
    pub authors: Vec<String>,
    /// The news agency it came from.
    pub agency: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Where it ran.
    pub section: Option<String>,
    /// ISO 639 code of its language.
    pub lang: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was changed, as written.
    pub updated: Option<String>,
    /// When it was fetched, as written.
    pub captured: Option<String>,
    /// Its text: paragraphs parted by a blank line, or lines wrapped by hand.
    pub body: Option<String>,
    /// The place, and the day, that open the body, as printed; the body begins with it.
    pub dateline: Option<String>,
    /// Texts of its pictures.
    pub captions: Vec<Caption>,
    /// For each field, by its name in [`crate::article::Article`], where it was stated: `json:headline`. What is missing here was
    /// stated from outside, as by a flag.
    pub rules: BTreeMap<&'static str, String>,
}
