//! The article as it is stored: its own JSON without what is empty, which is read back by the same rules.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::article::{Article, ArticleDate, Caption, Entities, Issue, article_id};

#[derive(Serialize)]
struct Stored<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_id: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dek: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    authors: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    agency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a ArticleDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<&'a ArticleDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    captured: Option<&'a ArticleDate>,
    #[serde(skip_serializing_if = "str::is_empty")]
    body: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    subheads: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    corrections: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    captions: &'a [Caption],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pull_quotes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    entities: Option<&'a Entities>,
    words: u32,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    rules: &'a BTreeMap<String, String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    issues: &'a [Issue],
}

/// Appends the JSON of an article.
pub(crate) fn write(article: &Article, json: &mut Vec<u8>) -> serde_json::Result<()> {
    // Taken apart in full, so that no field added to an article is forgotten here.
    let Article {
        id,
        own_id,
        path,
        record,
        url,
        title,
        dek,
        byline,
        authors,
        agency,
        publisher,
        section,
        dateline,
        lang,
        published,
        updated,
        captured,
        body,
        subheads,
        corrections,
        captions,
        pull_quotes,
        entities,
        words,
        rules,
        issues,
    } = article;
    let stored = Stored {
        // The id of an article is made of where it lies; it is stored where it isn't.
        id: (*id != article_id(path, record.as_deref())).then_some(id),
        own_id: own_id.as_deref(),
        path,
        record: record.as_deref(),
        url: url.as_deref(),
        title: title.as_deref(),
        dek: dek.as_deref(),
        byline: byline.as_deref(),
        authors,
        agency: agency.as_deref(),
        publisher: publisher.as_deref(),
        section: section.as_deref(),
        dateline: dateline.as_deref(),
        lang: lang.as_deref(),
        published: published.as_ref(),
        updated: updated.as_ref(),
        captured: captured.as_ref(),
        body,
        subheads,
        corrections,
        captions,
        pull_quotes,
        entities: (*entities != Entities::default()).then_some(entities),
        words: *words,
        rules,
        issues,
    };
    serde_json::to_writer(json, &stored)
}

/// Reads it back.
pub(crate) fn read(json: &str) -> serde_json::Result<Article> {
    let mut article: Article = serde_json::from_str(json)?;
    if article.id.is_empty() && !json.starts_with("{\"id\"") {
        article.id = article_id(&article.path, article.record.as_deref());
    }
    Ok(article)
}
