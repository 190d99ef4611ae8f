//! How far a run is, to be watched from another thread.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// How far a run is.
#[derive(Debug, Default)]
pub struct Progress {
    walked: AtomicBool,
    found_files: AtomicU64,
    found_bytes: AtomicU64,
    done_files: AtomicU64,
    done_bytes: AtomicU64,
    articles: AtomicU64,
    flights: AtomicU64,
    in_flight: Mutex<BTreeMap<u64, String>>,
}

/// A file that is worked on; ends when dropped.
pub(super) struct Flight<'p> {
    progress: &'p Progress,
    number: u64,
    size: u64,
    done: u64,
}

impl Progress {
    /// Whether all files are found, so that what is found is all there is to do.
    pub fn walked(&self) -> bool {
        self.walked.load(Ordering::Relaxed)
    }

    /// Files to be read that were found so far.
    pub fn found_files(&self) -> u64 {
        self.found_files.load(Ordering::Relaxed)
    }

    /// Their bytes.
    pub fn found_bytes(&self) -> u64 {
        self.found_bytes.load(Ordering::Relaxed)
    }

    /// Files done.
    pub fn done_files(&self) -> u64 {
        self.done_files.load(Ordering::Relaxed)
    }

    /// Bytes done, of those found.
    pub fn done_bytes(&self) -> u64 {
        self.done_bytes.load(Ordering::Relaxed)
    }

    /// Articles indexed.
    pub fn articles(&self) -> u64 {
        self.articles.load(Ordering::Relaxed)
    }

    /// The file that has been worked on for longest, and a number that is its own.
    pub fn oldest(&self) -> Option<(u64, String)> {
        let flights = self
            .in_flight
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        flights
            .first_key_value()
            .map(|(number, name)| (*number, name.clone()))
    }

    pub(super) fn found(&self, size: u64) {
        self.found_files.fetch_add(1, Ordering::Relaxed);
        self.found_bytes.fetch_add(size, Ordering::Relaxed);
    }

    pub(super) fn all_found(&self) {
        self.walked.store(true, Ordering::Relaxed);
    }

    pub(super) fn add_articles(&self, count: u64) {
        self.articles.fetch_add(count, Ordering::Relaxed);
    }

    pub(super) fn begin(&self, name: &str, size: u64) -> Flight<'_> {
        let number = self.flights.fetch_add(1, Ordering::Relaxed);
        let mut flights = self
            .in_flight
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        flights.insert(number, name.to_owned());
        Flight {
            progress: self,
            number,
            size,
            done: 0,
        }
    }
}

impl Flight<'_> {
    /// Says how many bytes of the file were taken so far.
    pub(super) fn taken(&mut self, bytes: u64) {
        let bytes = bytes.min(self.size);
        let more = bytes.saturating_sub(self.done);
        self.progress.done_bytes.fetch_add(more, Ordering::Relaxed);
        self.done += more;
    }
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        self.taken(self.size);
        self.progress.done_files.fetch_add(1, Ordering::Relaxed);
        let mut flights = self
            .progress
            .in_flight
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        flights.remove(&self.number);
    }
}
