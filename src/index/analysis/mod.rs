//! From texts to terms: what is indexed of a text, and what a word of a query asks for.
//!
//! Both sides cut words by [`crate::text::words`]. A text gives, at each position, the exact form of the word and its twins:
//!
//! | text | terms, by position |
//! |---|---|
//! | `Sanctions` | `sanctions` `~sanction` |
//! | `cyber-attacks` | `cyber` `cyberattacks` `~cyberattack`, `attacks` `~attack` |
//! | `U.S.`, `US` | `us` `u.s` |
//! | `us` | `us` |
//! | `l'Iran` | `iran` `liran` |
//!
//! The first word of a sentence and of a paragraph also carry the markers [`SENTENCE`] and [`PARAGRAPH`] at their position.
//! Between paragraphs, and between title, dek, body and captions, one position is left empty, so no phrase runs across.

mod article;
mod little;
mod query;
mod stems;
mod text;

pub use article::{Borders, Zone, article_terms, article_words, zones};
pub use little::{is_little, pair};
pub use query::{Alternative, Kind, Part, WordTerms, analyze_word};
pub use text::{Analyzer, Term, TermKind};

/// Marker at the position of the first word of each sentence.
pub const SENTENCE: &str = "\u{1}s";
/// Marker at the position of the first word of each paragraph.
pub const PARAGRAPH: &str = "\u{1}p";
/// First character of the terms that are stems; the rest is the stem.
pub const STEM: char = '~';
/// A term has no more bytes than this; longer words are cut.
pub const LONGEST_TERM: usize = 255;

#[cfg(test)]
mod tests;
