//! Plain text, below any idea of an article: spans, words, sentences, paragraphs, folding, sketches.

mod printable;
pub mod fold;
mod span;
pub mod words;
pub mod sketch;

pub use printable::printable;
pub use span::Span;
