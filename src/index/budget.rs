//! Bytes of prepared articles that wait for tantivy's threads: its own queue is bounded in documents, which may be of any size.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// A bounded count of waiting bytes.
#[derive(Debug)]
pub(crate) struct Budget {
    waiting: Mutex<usize>,
    freed: Condvar,
    limit: usize,
}

/// After this long the count is looked at again, lest a thread that died of an error keep everybody waiting.
const PATIENCE: Duration = Duration::from_millis(100);
/// After these many looks without any change the wait ends: the writer then reports what is wrong.
const LOOKS: u32 = 600;

impl Budget {
    /// At most `limit` bytes wait; a single larger piece passes alone.
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            waiting: Mutex::new(0),
            freed: Condvar::new(),
            limit,
        }
    }

    /// Waits until there is room, then counts the bytes.
    pub(crate) fn take(&self, bytes: usize) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let mut before = *waiting;
        let mut looks = 0;
        while *waiting > 0 && waiting.saturating_add(bytes) > self.limit && looks < LOOKS {
            waiting = self
                .freed
                .wait_timeout(waiting, PATIENCE)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
            looks = if *waiting == before { looks + 1 } else { 0 };
            before = *waiting;
        }
        *waiting = waiting.saturating_add(bytes);
    }

    /// Counts bytes as done.
    pub(crate) fn give_back(&self, bytes: usize) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        *waiting = waiting.saturating_sub(bytes);
        drop(waiting);
        self.freed.notify_all();
    }
}
