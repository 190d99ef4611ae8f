//! The newsroom's types: what an article is once everything is known of it.

mod countries;
mod key;
mod known;
pub(crate) mod titles;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::{Date, Precision};

pub(crate) use countries::COUNTRIES;
pub use countries::{is_country, is_people, is_seat};
pub use key::{Key, article_id};
pub use known::{company_core, form_key, is_company_form, known_name, name_words};

/// An article, ready to be indexed; serialised, it is the JSON that `extract` and `show --json` print.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Article {
    /// A short hash of (path, record): sixteen lower-case hexadecimal digits.
    pub id: String,
    /// What the article calls itself: `id` of JSON, NEWID, GUID.
    pub own_id: Option<String>,
    /// The path below the archive root as given, `/` between parts.
    pub path: String,
    /// The place within the file, such as `#17`; `None` where the file is the article.
    pub record: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The headline as printed.
    pub title: Option<String>,
    /// The summary line under the title.
    pub dek: Option<String>,
    /// The byline as printed.
    pub byline: Option<String>,
    /// The people parsed from the byline.
    pub authors: Vec<String>,
    /// The news agency it came from: `Reuters`, `AP`, …
    pub agency: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Where it ran.
    pub section: Option<String>,
    /// The place and day that open the body, as printed.
    pub dateline: Option<String>,
    /// ISO 639-1 code of the language, or 639-3 where there is none.
    pub lang: Option<String>,
    /// When it was published.
    pub published: Option<ArticleDate>,
    /// When it was last changed.
    pub updated: Option<ArticleDate>,
    /// When the archive fetched it.
    pub captured: Option<ArticleDate>,
    /// Paragraphs, subheads and list items in order, parted by a blank line; without title, dek and captions.
    pub body: String,
    /// The lines of `body` that are subheads.
    pub subheads: Vec<String>,
    /// Notes of what was corrected.
    pub corrections: Vec<String>,
    /// Texts of pictures.
    pub captions: Vec<Caption>,
    /// Quotations set apart for display.
    pub pull_quotes: Vec<String>,
    /// Who and what it speaks of.
    pub entities: Entities,
    /// Words in `body`.
    pub words: u32,
    /// For each field, the rule that gave it.
    pub rules: BTreeMap<String, String>,
    /// What was odd about it.
    pub issues: Vec<Issue>,
}

/// A date of an article: the date, the rule that gave it, and what else might have been meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleDate {
    /// The date itself: `value`, `precision`, `zone`.
    #[serde(flatten)]
    pub date: Date,
    /// The rule that gave it, such as `label:published` or `jsonld:datePublished`.
    pub rule: String,
    /// Other dates that were considered and are on another day.
    #[serde(default)]
    pub rivals: Vec<Rival>,
}

/// A date that lost against another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rival {
    /// The date as [`Date::value`] writes it.
    pub value: String,
    /// The rule that would have given it.
    pub rule: String,
}

/// Text of a picture and who is credited for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caption {
    /// The text, without the credit.
    pub text: String,
    /// Who made or lent the picture: `REUTERS/JOHANNA GERON`.
    pub credit: Option<String>,
}

/// Names in an article, by kind, most often named first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entities {
    /// People.
    pub people: Vec<Entity>,
    /// Organisations.
    pub orgs: Vec<Entity>,
    /// Places.
    pub places: Vec<Entity>,
}

/// A name and how often it is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entity {
    /// The name in its fullest form.
    pub name: String,
    /// How often title, dek and body name it; captions are not counted.
    pub count: u32,
    /// Other names that the article has for it, as printed: `BIRC` of the `Balkan Institute of River Commerce`. Parts of `name`
    /// (`Rama` of `Edi Rama`) are not listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation.
    Org,
    /// A place.
    Place,
}

/// A name where it stands in the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// What it is the name of.
    pub kind: EntityKind,
    /// Where it begins: a byte of [`Article::body`].
    pub start: usize,
    /// Where it ends: the byte after its last.
    pub end: usize,
    /// As printed.
    pub text: String,
    /// The name in its fullest form: an [`Entity::name`] of the article; that of one who only tells the story (its agency, its author),
    /// or of one of several people of one surname, is the name of no entity.
    pub name: String,
}

/// Something odd about the input that the reader of the article should know: `truncated`, `mis-encoded`, …
pub type Issue = String;

impl ArticleDate {
    /// A date that nothing contradicts.
    pub fn new(date: Date, rule: impl Into<String>) -> Self {
        Self {
            date,
            rule: rule.into(),
            rivals: Vec::new(),
        }
    }

    /// How exact it is.
    pub fn precision(&self) -> Precision {
        self.date.precision()
    }
}
