//! A row a line.

use memchr::memchr;

use crate::reader::rows::cut::{Cut, Look};

/// Lines, blank ones too.
#[derive(Default)]
pub(super) struct Lines {
    at: usize,
}

impl Cut for Lines {
    fn look(&mut self, bytes: &[u8], last: bool) -> Look {
        if let Some(end) = memchr(b'\n', &bytes[self.at..]) {
            let end = self.at + end;
            return Look::Row {
                start: 0,
                end,
                next: end + 1,
            };
        }
        self.at = bytes.len();
        if last && !bytes.is_empty() {
            return Look::Row {
                start: 0,
                end: bytes.len(),
                next: bytes.len(),
            };
        }
        Look::More { keep: 0 }
    }

    fn scanned(&self) -> usize {
        self.at
    }

    fn forget(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
    }
}
