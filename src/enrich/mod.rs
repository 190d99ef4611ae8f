//! Inferred facts: language, entities, the near-duplicate sketch.

use crate::article::Key;
use crate::article::{Article, Issue};
use crate::extract::ExtractedArticle;

/// Turns an extracted article into one that can be indexed.
pub fn enrich(key: &Key, found: ExtractedArticle, issues: Vec<Issue>) -> Article {
    Article {
        id: key.id(),
        own_id: found.own_id,
        path: key.path.clone(),
        record: key.record.clone(),
        url: found.url,
        title: found.title,
        dek: found.dek,
        byline: found.byline,
        authors: found.authors,
        agency: found.agency,
        publisher: found.publisher,
        section: found.section,
        dateline: found.dateline,
        lang: found.lang,
        published: found.published,
        updated: found.updated,
        captured: found.captured,
        words: 0,
        body: found.body,
        subheads: found.subheads,
        corrections: found.corrections,
        captions: found.captions,
        pull_quotes: found.pull_quotes,
        entities: crate::article::Entities::default(),
        rules: found.rules,
        issues,
    }
}
