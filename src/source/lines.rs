//! Lines of a file too large for memory.

use std::io::{self, BufRead};

/// A line, or what stands in place of one.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// Its bytes, without the line end.
    Bytes(Vec<u8>),
    /// It was longer than allowed, and passed over.
    TooLong,
}

/// The lines of a stream, one after the other.
pub struct Lines<R> {
    input: R,
    limit: usize,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// Lines of at most `limit` bytes.
    pub fn new(input: R, limit: usize) -> Self {
        Self {
            input,
            limit,
            number: 0,
        }
    }

    /// The next line and its number, counted from 1; `None` at the end.
    ///
    /// # Errors
    ///
    /// Where the stream breaks off; what was read of the line is lost.
    pub fn read(&mut self) -> io::Result<Option<(u64, Line)>> {
        let mut bytes = Vec::new();
        let (mut any, mut too_long) = (false, false);
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = memchr::memchr(b'\n', buffer);
            let piece = &buffer[..end.unwrap_or(buffer.len())];
            too_long |= bytes.len() + piece.len() > self.limit;
            if too_long {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(piece);
            }
            let taken = end.map_or(buffer.len(), |at| at + 1);
            self.input.consume(taken);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number += 1;
        let line = if too_long {
            Line::TooLong
        } else {
            Line::Bytes(bytes)
        };
        Ok(Some((self.number, line)))
    }
}
