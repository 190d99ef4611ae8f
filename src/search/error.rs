//! Why a search could not be done.

use crate::index::IndexError;
use crate::text::Span;

/// Why a search could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SearchError {
    /// The query asks for something that can't be.
    #[error("{message}")]
    Query {
        /// What is wrong.
        message: String,
        /// Where in the query, in bytes.
        span: Span,
        /// What to write instead.
        hint: Option<String>,
    },
    /// The query holds more words than a search may.
    #[error("the query asks for {words} words, {limit} at the most")]
    TooLarge {
        /// How many it asks for.
        words: usize,
        /// How many it may.
        limit: usize,
    },
    /// The query's wildcards read more of the index than a search may.
    #[error(
        "the first {patterns} wildcards of the query read {read} words of the index: too many for one query"
    )]
    TooManyWildcards {
        /// Wildcards looked up.
        patterns: usize,
        /// Words they read.
        read: usize,
    },
    /// The engine could not read the index.
    #[error("cannot read the index")]
    Engine(#[source] tantivy::TantivyError),
    /// The index could not be read.
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> Self {
        SearchError::Engine(error)
    }
}

impl From<std::io::Error> for SearchError {
    fn from(error: std::io::Error) -> Self {
        SearchError::Engine(error.into())
    }
}
