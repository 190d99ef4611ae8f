//! A row a mail: each begins with a line `From …`, at the top or below an empty line.

use memchr::memchr;

use crate::reader::mail;
use crate::reader::rows::cut::{Cut, Look};

/// Mails of a file.
#[derive(Default)]
pub(super) struct Mails {
    /// The line that is to be looked at.
    at: usize,
    /// Where the row began.
    start: Option<usize>,
    /// Whether the line before had words on it.
    below_words: bool,
}

impl Cut for Mails {
    fn look(&mut self, bytes: &[u8], last: bool) -> Look {
        loop {
            let line = &bytes[self.at..];
            let Some(end) = memchr(b'\n', line).or(last.then_some(line.len())) else {
                return Look::More {
                    keep: self.start.unwrap_or(self.at),
                };
            };
            let parts = !self.below_words && mail::is_separator(&line[..end]);
            if let Some(start) = self.start
                && (parts || last && line.is_empty())
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
            if parts {
                self.start = Some(self.at);
            }
            self.below_words = !line[..end].trim_ascii().is_empty();
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
