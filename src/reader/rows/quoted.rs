//! Rows of a table: lines, but for line ends within quotes.

use crate::reader::rows::cut::{Cut, Look};

/// Quotes that are opened and never closed are taken for plain ones this often.
const MAX_RECOVERED: u32 = 16;

/// Rows of cells; blank ones are none.
pub(in crate::reader) struct Quoted {
    delimiter: u8,
    /// Where the row begins, after blank lines.
    start: usize,
    at: usize,
    state: State,
    /// The first line end of the row that lies within quotes.
    first_line: Option<usize>,
    /// Whether there is more than white space in the row.
    filled: bool,
    recovered: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the start of a cell.
    Start,
    /// In a cell without quotes.
    Plain,
    /// Within quotes.
    Inside,
    /// After a quote within quotes: the end, or the first of two.
    Quote,
}

impl Quoted {
    /// Of cells parted by `delimiter`.
    pub(in crate::reader) fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            start: 0,
            at: 0,
            state: State::Start,
            first_line: None,
            filled: false,
            recovered: 0,
        }
    }

    fn row(&mut self, end: usize, next: usize) -> Look {
        self.at = next;
        self.state = State::Start;
        self.first_line = None;
        self.filled = false;
        let start = std::mem::replace(&mut self.start, next);
        Look::Row { start, end, next }
    }
}

impl Cut for Quoted {
    fn look(&mut self, bytes: &[u8], last: bool) -> Look {
        while let Some(&byte) = bytes.get(self.at) {
            let outside = self.state != State::Inside;
            if outside && matches!(byte, b'\n' | b'\r') {
                if self.filled {
                    return self.row(self.at, self.at + 1);
                }
                self.at += 1;
                self.state = State::Start;
                self.start = self.at;
                continue;
            }
            self.filled |= byte != b' ';
            self.state = match (self.state, byte) {
                (State::Start, b'"') => State::Inside,
                (State::Inside, b'"') => State::Quote,
                (State::Quote, b'"') => State::Inside,
                (State::Inside, _) => State::Inside,
                (_, byte) if byte == self.delimiter => State::Start,
                _ => State::Plain,
            };
            if self.state == State::Inside && byte == b'\n' && self.first_line.is_none() {
                self.first_line = Some(self.at);
            }
            self.at += 1;
        }
        if !last || !self.filled {
            return Look::More { keep: self.start };
        }
        match self.first_line {
            // A quote that nothing closes takes one line with it, not all that follow.
            Some(end) if self.state == State::Inside && self.recovered < MAX_RECOVERED => {
                self.recovered += 1;
                self.row(end, end + 1)
            }
            _ => self.row(bytes.len(), bytes.len()),
        }
    }

    fn scanned(&self) -> usize {
        self.at
    }

    fn forget(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
        self.start = self.start.saturating_sub(count);
        self.first_line = self.first_line.and_then(|at| at.checked_sub(count));
    }
}
