//! How hits are scored: the constants, and what each is for.

use crate::search::scorer::Frequency;

/// How soon repeating a word stops to help (BM25's k1).
pub(in crate::search) const K1: f32 = 1.2;
/// How much length counts against an article (BM25's b).
pub(in crate::search) const B: f32 = 0.5;
/// What another form of the word asked is worth beside the word itself.
pub(in crate::search) const STEM: f32 = 0.8;
/// What a word in the title is worth, in words of the text.
pub(in crate::search) const TITLE: f32 = 1.0;
/// What words close to each other are worth, beside the words themselves.
pub(in crate::search) const NEARNESS: f32 = 0.3;
/// How many of the best hits are looked at again for nearness.
pub(in crate::search) const DEPTH: usize = 500;
/// Words farther apart than this are not near.
pub(in crate::search) const WINDOW: u32 = 8;

/// How often a word stands there, the forms weighed.
pub(in crate::search) fn weigh(frequency: Frequency) -> f32 {
    let exact = frequency.exact as f32;
    exact + STEM * (frequency.all - frequency.exact) as f32
}

/// Inverse document frequency of something that stands in `holding` of `articles`; above zero always.
pub(in crate::search) fn idf(holding: u64, articles: u64) -> f32 {
    let holding = holding.min(articles) as f64;
    let rest = articles as f64 - holding;
    (1.0 + (rest + 0.5) / (holding + 0.5)).ln() as f32
}
