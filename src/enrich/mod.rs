//! Inferred facts: language, entities, the near-duplicate sketch.

mod entities;
mod language;
#[cfg(test)]
mod tests;

use unicode_segmentation::UnicodeSegmentation;

use crate::article::Key;
use crate::article::{Article, Entities, Issue, Mention};
use crate::extract::ExtractedArticle;
use crate::text::sketch::Sketch;

/// Turns an extracted article into one that can be indexed.
pub fn enrich(key: &Key, found: ExtractedArticle, issues: Vec<Issue>) -> Article {
    enrich_with_mentions(key, found, issues).0
}

/// The same, with every name in the article's body where it stands.
pub fn enrich_with_mentions(
    key: &Key,
    found: ExtractedArticle,
    issues: Vec<Issue>,
) -> (Article, Vec<Mention>) {
    let lang = language::language(found.title.as_deref(), &found.body, found.lang.as_deref());
    let (entities, mentions) = entities::entities(&found, lang.as_deref());
    let article = Article {
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
        lang,
        published: found.published,
        updated: found.updated,
        captured: found.captured,
        words: words(&found.body),
        body: found.body,
        subheads: found.subheads,
        corrections: found.corrections,
        captions: found.captions,
        pull_quotes: found.pull_quotes,
        entities,
        rules: found.rules,
        issues,
    };
    (article, mentions)
}

/// The names in the body of an article, found again.
pub fn mentions(article: &Article) -> Vec<Mention> {
    entities::entities(&again(article), article.lang.as_deref()).1
}

/// The people, organisations and places of an article, found again.
pub fn names(article: &Article) -> Entities {
    entities::entities(&again(article), article.lang.as_deref()).0
}

fn again(article: &Article) -> ExtractedArticle {
    ExtractedArticle {
        title: article.title.clone(),
        dek: article.dek.clone(),
        authors: article.authors.clone(),
        agency: article.agency.clone(),
        publisher: article.publisher.clone(),
        dateline: article.dateline.clone(),
        body: article.body.clone(),
        ..ExtractedArticle::default()
    }
}

/// The fingerprint of the article's body, by which its near-duplicates are told.
pub fn sketch(article: &Article) -> Sketch {
    Sketch::of(&article.body)
}

/// Words as an editor counts them: between white space; where a script has none, by the rules of Unicode.
fn words(body: &str) -> u32 {
    let count: usize = body
        .split_whitespace()
        .map(|run| {
            if !run.is_ascii() && run.chars().any(is_unspaced) {
                run.unicode_words().count()
            } else {
                usize::from(run.chars().any(char::is_alphanumeric))
            }
        })
        .sum();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
