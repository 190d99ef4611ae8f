//! What a run did.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// What a run did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files whose articles were indexed.
    pub indexed: u64,
    /// Articles in them.
    pub articles: u64,
    /// Files left alone, as they are what they were.
    pub unchanged: u64,
    /// Files among them that failed before.
    pub failed_before: u64,
    /// Files that hold no article.
    pub skipped: u64,
    /// Files that could not be read.
    pub failed: u64,
    /// Places in files that could not be read, while the rest of the file could.
    pub failed_records: u64,
    /// Places in files that hold no article, while the rest of the file was read.
    pub skipped_records: u64,
    /// Articles whose body is that of another of this run.
    pub copies: u64,
    /// Articles without any date.
    pub undated: u64,
    /// Bytes read, as they lie on the disk.
    pub bytes: u64,
    /// Files of the ledger that are gone from the archive.
    pub gone: u64,
    /// Whether their articles were dropped.
    pub pruned: bool,
    /// Files of the ledger that were met elsewhere, byte for byte: their articles are found there now.
    pub moved: u64,
    /// The folder that the index's paths are counted from, where it is another than this run's, and the paths given mean files there too.
    pub other_root: Option<PathBuf>,
    /// Who else can look into the index folder, as a mode such as `755`.
    pub open_to_others: Option<String>,
    /// Whether the run was stopped before its end.
    pub interrupted: bool,
}

impl Summary {
    /// Whether some input failed.
    pub fn has_failures(&self) -> bool {
        self.failed > 0 || self.failed_records > 0
    }
}

/// The same, being counted on many threads.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) indexed: AtomicU64,
    pub(super) articles: AtomicU64,
    pub(super) unchanged: AtomicU64,
    pub(super) failed_before: AtomicU64,
    pub(super) skipped: AtomicU64,
    pub(super) failed: AtomicU64,
    pub(super) failed_records: AtomicU64,
    pub(super) skipped_records: AtomicU64,
    pub(super) copies: AtomicU64,
    pub(super) undated: AtomicU64,
    pub(super) bytes: AtomicU64,
}

/// Adds to a count.
pub(super) fn add(count: &AtomicU64, more: u64) {
    count.fetch_add(more, Ordering::Relaxed);
}

impl Counts {
    pub(super) fn summary(&self) -> Summary {
        let get = |count: &AtomicU64| count.load(Ordering::Relaxed);
        Summary {
            indexed: get(&self.indexed),
            articles: get(&self.articles),
            unchanged: get(&self.unchanged),
            failed_before: get(&self.failed_before),
            skipped: get(&self.skipped),
            failed: get(&self.failed),
            failed_records: get(&self.failed_records),
            skipped_records: get(&self.skipped_records),
            copies: get(&self.copies),
            undated: get(&self.undated),
            bytes: get(&self.bytes),
            ..Summary::default()
        }
    }
}
