//! Plain text, below any idea of an article: spans, words, sentences, paragraphs, folding, sketches.

mod span;

pub use span::Span;
