//! What to index, and how.

use std::path::PathBuf;

use crate::reader::{Format, Reading};
use crate::source::{Limits, Walk};

/// What to index, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The files.
    pub walk: Walk,
    /// What a file may cost.
    pub limits: Limits,
    /// Bytes that the process may hold, file cache aside; at least [`crate::ingest::LEAST_MEMORY`].
    pub memory: usize,
    /// Threads that parse; 0 as many as there are cores.
    pub threads: usize,
    /// How documents are read.
    pub reading: Reading,
    /// Only documents of these formats; empty: all.
    pub formats: Vec<Format>,
    /// Whether to try again what failed and has not changed since.
    pub retry_failed: bool,
    /// Whether to begin with an empty index.
    pub rebuild: bool,
    /// Whether to drop the articles of files that are gone.
    pub prune: bool,
    /// Whether to do everything but write.
    pub dry_run: bool,
    /// The folder that relative paths are counted from, for the index to note; `None` notes nothing.
    pub root: Option<PathBuf>,
    /// Bytes of body text after which what is done is committed.
    pub commit_every: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            walk: Walk::default(),
            limits: Limits::default(),
            memory: 1 << 30,
            threads: 0,
            reading: Reading::default(),
            formats: Vec::new(),
            retry_failed: false,
            rebuild: false,
            prune: false,
            dry_run: false,
            root: None,
            commit_every: 64 << 20,
        }
    }
}
