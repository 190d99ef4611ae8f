//! From a record to an article's fields: the heuristics. Each field says which rule won.
//!
//! It never touches the disk and never fails on bad content: what is odd becomes an issue.

use std::collections::BTreeMap;

use crate::article::{ArticleDate, Caption, Issue};
use crate::reader::{Content, Record};

pub mod boilerplate;
pub mod byline;
pub mod caption;
pub mod dateline;
mod title;
mod html;
mod paragraphs;
mod stated;
mod scrape;

/// What was found in one record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExtractedArticle {
    /// See [`crate::article::Article`] for the meaning of each field.
    pub own_id: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The summary line under it.
    pub dek: Option<String>,
    /// The byline as printed.
    pub byline: Option<String>,
    /// The people in it.
    pub authors: Vec<String>,
    /// The agency.
    pub agency: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Where it ran.
    pub section: Option<String>,
    /// The place and day that open the body, as printed.
    pub dateline: Option<String>,
    /// The language the page declares.
    pub lang: Option<String>,
    /// When it was published.
    pub published: Option<ArticleDate>,
    /// When it was changed.
    pub updated: Option<ArticleDate>,
    /// When it was fetched.
    pub captured: Option<ArticleDate>,
    /// Paragraphs, subheads and list items, parted by a blank line.
    pub body: String,
    /// The lines of `body` that are subheads.
    pub subheads: Vec<String>,
    /// Notes of what was corrected.
    pub corrections: Vec<String>,
    /// Texts of pictures.
    pub captions: Vec<Caption>,
    /// Quotations set apart for display.
    pub pull_quotes: Vec<String>,
    /// For each field, the rule that gave it.
    pub rules: BTreeMap<String, String>,
}

/// Extracts the fields of one article, and what was odd about it.
pub fn extract(record: &Record) -> (ExtractedArticle, Vec<Issue>) {
    let mut issues = record.issues.clone();
    let mut article = match &record.content {
        Content::Html(page) => html::extract(page, &record.stated, &mut issues),
        Content::Text(text) => scrape::extract(text, &record.stated, &mut issues),
        Content::Stated => ExtractedArticle::default(),
    };
    stated::keep(&record.stated, &mut article, &mut issues);
    (article, issues)
}
