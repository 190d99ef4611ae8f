//! How hits are scored: the constants, and what each is for.
//!
//! The score of a word in an article is BM25 with four changes. Lengths are counted with [`BACKGROUND`] words added, so that a
//! brief of twenty words is not better by its shortness, in archives of briefs as in archives of long reads. Length counts
//! the more the more words a query has ([`Norm`]). [`COMMON`] is taken off every inverse document frequency, so that words
//! which half of the articles hold hardly count. And a word that articles repeat once they have it says what they are
//! about, and counts for more ([`topical`]). The best hits by the sum of these are looked at again for where the words
//! stand: early in the article, near each other, together in one passage.

use crate::search::scorer::Frequency;

/// How soon repeating a word stops to help (BM25's k1).
pub(in crate::search) const K1: f32 = 1.0;
/// How much length counts against an article where the query is long (BM25's b).
const B: f32 = 0.9;
/// The share of that where the query is one word.
const ONE_WORD: f32 = 0.1;
/// Words beyond the first at which it is half way between.
const HALF_WAY: f32 = 1.6;
/// Words added to the length of every article.
const BACKGROUND: f32 = 300.0;
/// What is taken off the inverse document frequency of every word.
const COMMON: f32 = 0.8;
/// The least that a word is worth.
const LEAST: f32 = 0.05;
/// How much it counts that articles repeat a word.
const TOPICAL: f32 = 0.4;
/// What another form of the word asked is worth beside the word itself.
const STEM: f32 = 0.4;
/// What a word in the title is worth, in words of the text, beside being one of them.
pub(in crate::search) const TITLE: f32 = 0.8;
/// How many of the best hits are looked at again for where their words stand.
pub(in crate::search) const DEPTH: usize = 100;
/// What words close to each other are worth.
pub(in crate::search) const NEARNESS: f32 = 0.05;
/// Words farther apart than this are not near.
pub(in crate::search) const WINDOW: u32 = 8;
/// What a word that opens the article is worth.
pub(in crate::search) const LEAD: f32 = 0.45;
/// At this position a word is worth `1 / e` of that.
pub(in crate::search) const LEAD_WORDS: f32 = 50.0;
/// What the best passage is worth beside the whole article.
pub(in crate::search) const PASSAGE: f32 = 0.2;
/// Words of a passage.
pub(in crate::search) const PASSAGE_WORDS: u32 = 150;

/// How often a word stands there, the forms weighed.
#[inline]
pub(in crate::search) fn weigh(frequency: Frequency) -> f32 {
    let exact = frequency.exact as f32;
    exact + STEM * frequency.all.saturating_sub(frequency.exact) as f32
}

/// What no frequency is worth more than, in no article; a little over it, as sums are rounded.
pub(in crate::search) const MOST: f32 = (K1 + 1.0) * 1.001;

/// What `frequency` is worth where a frequency of `half` is worth half of all there is: 0 to k1 + 1.
#[inline]
pub(in crate::search) fn saturate(frequency: f32, half: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + half)
}

/// How length counts against an article.
///
/// A long query matches long articles by chance: one or the other of its words stands in each of them. The one word of a
/// short query stands in a long article for good reason.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::search) struct Norm {
    none: f32,
    word: f32,
}

impl Norm {
    /// For articles of `average` words and a query whose words have these `weights`.
    pub(in crate::search) fn new(average: f32, weights: &[f32]) -> Self {
        let beyond = breadth(weights) - 1.0;
        let b = B * (ONE_WORD + (1.0 - ONE_WORD) * beyond / (beyond + HALF_WAY));
        let word = K1 * b / (average + BACKGROUND);
        Self {
            none: K1 * (1.0 - b) + word * BACKGROUND,
            word,
        }
    }

    /// What `frequency` of a word is worth in an article of `length` words: 0 to k1 + 1.
    #[inline]
    pub(in crate::search) fn saturate(self, frequency: f32, length: u64) -> f32 {
        saturate(frequency, self.none + self.word * length as f32)
    }
}

/// How many words of equal weight would say as much as words of these `weights`, in which `of` hardly counts: 1 or more.
pub(in crate::search) fn breadth(weights: &[f32]) -> f32 {
    let sum: f32 = weights.iter().sum();
    let squares: f32 = weights.iter().map(|weight| weight * weight).sum();
    if squares > 0.0 {
        (sum * sum / squares).max(1.0)
    } else {
        1.0
    }
}

/// Inverse document frequency of something that stands in `holding` of `articles`; above zero always.
pub(in crate::search) fn idf(holding: u64, articles: u64) -> f32 {
    let holding = holding.min(articles) as f64;
    let rest = articles as f64 - holding;
    let idf = (1.0 + (rest + 0.5) / (holding + 0.5)).ln() as f32;
    (idf - COMMON).max(LEAST)
}

/// How much more a word is worth for standing `repeated` times, on average, in the articles that have it (after Church and
/// Gale 1995): words that say what an article is about come back in it.
pub(in crate::search) fn topical(repeated: f32) -> f32 {
    repeated.max(1.0).powf(TOPICAL)
}

#[cfg(test)]
mod tests;
