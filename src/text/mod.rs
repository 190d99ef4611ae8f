//! Plain text, below any idea of an article: spans, words, sentences, paragraphs, folding, sketches.

mod printable;
mod span;

pub use printable::printable;
pub use span::Span;
