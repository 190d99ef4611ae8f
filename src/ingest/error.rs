//! What ends a run.

use crate::index::IndexError;
use crate::source::SourceError;

/// Why an archive could not be indexed. What a single file does wrong is no error but a row of the ledger.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IngestError {
    /// The archive cannot be walked.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The index cannot be written.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// Too little memory to work with.
    #[error("--memory is {given} bytes, at least {least} are needed")]
    Memory {
        /// What was given, in bytes.
        given: usize,
        /// The least, in bytes.
        least: usize,
    },
    /// The threads could not be started.
    #[error("cannot start the threads")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// An error and what caused it, on one line.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
