//! How hits are scored: the constants, and what each is for.
//!
//! The score of a word in an article is BM25 with two changes. Lengths are counted with [`BACKGROUND`] words added, so that a
//! brief of twenty words is not better by its shortness, in archives of briefs as in archives of long reads. And
//! [`COMMON`] is taken off every inverse document frequency, so that words which half of the articles hold hardly
//! count. The best hits by the sum of these are looked at again for where the words stand: early in the article, and near
//! each other.

use crate::search::scorer::Frequency;

/// How soon repeating a word stops to help (BM25's k1).
pub(in crate::search) const K1: f32 = 1.6;
/// How much length counts against an article (BM25's b).
pub(in crate::search) const B: f32 = 0.8;
/// Words added to the length of every article.
pub(in crate::search) const BACKGROUND: f32 = 300.0;
/// What is taken off the inverse document frequency of every word.
pub(in crate::search) const COMMON: f32 = 0.7;
/// The least that a word is worth.
pub(in crate::search) const LEAST: f32 = 0.05;
/// What another form of the word asked is worth beside the word itself.
pub(in crate::search) const STEM: f32 = 0.5;
/// What a word in the title is worth, in words of the text, beside being one of them.
pub(in crate::search) const TITLE: f32 = 1.0;
/// How many of the best hits are looked at again for where their words stand.
pub(in crate::search) const DEPTH: usize = 500;
/// What words close to each other are worth.
pub(in crate::search) const NEARNESS: f32 = 0.1;
/// Words farther apart than this are not near.
pub(in crate::search) const WINDOW: u32 = 8;
/// What a word that opens the article is worth.
pub(in crate::search) const LEAD: f32 = 0.3;
/// At this position a word is worth `1 / e` of that.
pub(in crate::search) const LEAD_WORDS: f32 = 50.0;

/// How often a word stands there, the forms weighed.
pub(in crate::search) fn weigh(frequency: Frequency) -> f32 {
    let exact = frequency.exact as f32;
    exact + STEM * frequency.all.saturating_sub(frequency.exact) as f32
}

/// What `frequency` of a word is worth in an article of `length` words, where the average has `average`: 0 to k1 + 1.
pub(in crate::search) fn saturate(frequency: f32, length: f32, average: f32) -> f32 {
    let relative = (length + BACKGROUND) / (average + BACKGROUND);
    frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * relative))
}

/// Inverse document frequency of something that stands in `holding` of `articles`; above zero always.
pub(in crate::search) fn idf(holding: u64, articles: u64) -> f32 {
    let holding = holding.min(articles) as f64;
    let rest = articles as f64 - holding;
    let idf = (1.0 + (rest + 0.5) / (holding + 0.5)).ln() as f32;
    (idf - COMMON).max(LEAST)
}
