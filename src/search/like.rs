//! The words that say what an article is about, to find others like it.

use std::collections::BTreeMap;

use tantivy::schema::Term;

use crate::article::Article;
use crate::index::{Analyzer, Snapshot, TermKind};
use crate::search::error::SearchError;
use crate::search::rank;
use crate::text::words::cut_str;

/// Words taken.
const WORDS: usize = 24;
/// Bytes of a body that open it, about sixty words.
const LEAD: usize = 360;
/// Bytes of a body that are read.
const BODY: usize = 12_000;
/// Letters of a word, at the least.
const LETTERS: usize = 3;
/// A word that more articles have than one in so many says nothing.
const COMMON: u64 = 8;

/// What an occurrence is worth where it stands.
const IN_TITLE: f32 = 3.0;
const IN_NAMES: f32 = 2.0;
const IN_LEAD: f32 = 1.5;
const IN_BODY: f32 = 0.5;

/// The words of `article` that weigh most, weightiest first: a query by any of them finds articles like it.
///
/// What stands in the title, the names and the first sentences weighs more than the rest, and what few articles have more than
/// what many have.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn telling_words(index: &Snapshot, article: &Article) -> Result<Vec<String>, SearchError> {
    let articles = index.articles()?;
    let mut weights: BTreeMap<String, f32> = BTreeMap::new();
    let mut analyzer = Analyzer::new(article.lang.as_deref());
    let mut add = |text: &str, worth: f32| {
        analyzer.terms(text, 0, &mut |term| {
            if term.kind == TermKind::Exact {
                *weights.entry(term.text.to_owned()).or_default() += worth;
            }
        });
    };
    add(article.title.as_deref().unwrap_or(""), IN_TITLE);
    let entities = &article.entities;
    for entity in entities
        .people
        .iter()
        .chain(&entities.orgs)
        .chain(&entities.places)
    {
        add(&entity.name, IN_NAMES);
    }
    let body = cut_str(&article.body, BODY);
    let lead = cut_str(body, LEAD);
    add(lead, IN_LEAD);
    add(&body[lead.len()..], IN_BODY);

    let mut words: Vec<(f32, String)> = Vec::new();
    for (word, weight) in weights {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        let plain = word.chars().all(char::is_alphanumeric);
        if letters < LETTERS || !plain {
            continue;
        }
        let term = Term::from_field_text(index.fields().text, &word);
        let holding = index.searcher().doc_freq(&term)?;
        // What only the article itself has finds nothing.
        if holding < 2 || holding > (articles / COMMON).max(2) {
            continue;
        }
        // Repeating a word helps ever less.
        let weight = weight / (weight + 2.0);
        words.push((weight * rank::idf(holding, articles), word));
    }
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    Ok(words
        .into_iter()
        .take(WORDS)
        .map(|(_, word)| word)
        .collect())
}
