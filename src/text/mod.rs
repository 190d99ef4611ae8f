//! Plain text, below any idea of an article: spans, words, sentences, paragraphs, folding, sketches.

pub mod changes;
pub mod fold;
mod printable;
pub mod quick;
mod span;
pub mod units;
pub mod words;
pub mod sketch;

pub use printable::printable;
pub use span::Span;
