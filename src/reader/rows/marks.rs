//! Rows that begin with a mark at the start of a line: `*TEXT 017 01/04/63 PAGE 020`.

use memchr::memchr;

use crate::reader::rows::cut::{Cut, Look};

/// What a row begins with.
pub(in crate::reader) const MARK: &[u8] = b"*TEXT ";
/// What ends them all.
const STOP: &[u8] = b"*STOP";

/// Texts between marks.
#[derive(Default)]
pub(super) struct Marks {
    /// The line that is to be looked at.
    at: usize,
    /// Where the row began.
    start: Option<usize>,
}

impl Cut for Marks {
    fn look(&mut self, bytes: &[u8], last: bool) -> Look {
        loop {
            let line = &bytes[self.at..];
            let Some(end) = memchr(b'\n', line).or(last.then_some(line.len())) else {
                return Look::More {
                    keep: self.start.unwrap_or(self.at),
                };
            };
            let marked = line.starts_with(MARK) || line.starts_with(STOP);
            if let Some(start) = self.start
                && (marked || last && line.is_empty())
            {
                self.start = None;
                let end = self.at;
                return Look::Row {
                    start,
                    end,
                    next: end,
                };
            }
            if line.is_empty() {
                return Look::More { keep: self.at };
            }
            if line.starts_with(MARK) {
                self.start = Some(self.at);
            }
            self.at += (end + 1).min(line.len());
        }
    }

    fn scanned(&self) -> usize {
        self.at
    }

    fn forget(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
        self.start = self.start.map(|start| start.saturating_sub(count));
    }
}
