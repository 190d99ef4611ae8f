//! Cutting a stream into rows.

use std::io::{self, BufRead};

/// A row of a document.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place among the rows, counted from 1.
    pub number: u64,
    /// Its bytes; `None` where it was longer than allowed, and passed over.
    pub bytes: Option<Vec<u8>>,
}

/// Sees where rows begin and end. All positions are in the bytes that are left.
pub(in crate::reader) trait Cut: Send {
    /// Looks on from where it stopped; `last` says that no more bytes come. After a row, the bytes up to its `next` are gone.
    fn look(&mut self, bytes: &[u8], last: bool) -> Look;

    /// Bytes that were looked at and are looked at no more: they may be dropped where the row is too long to be kept.
    fn scanned(&self) -> usize;

    /// The first `count` bytes are gone.
    fn forget(&mut self, count: usize);
}

/// What was seen.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::reader) enum Look {
    /// No end of a row; bytes before `keep` belong to none.
    More { keep: usize },
    /// A row from `start` to `end`; the next one begins at `next` or later.
    Row {
        start: usize,
        end: usize,
        next: usize,
    },
}

/// The rows of a stream, one after the other.
pub struct Cutter<R> {
    input: R,
    cut: Box<dyn Cut>,
    /// Rows that are none: the names of columns.
    skip: u64,
    limit: usize,
    buffer: Vec<u8>,
    /// Bytes of the buffer that are gone.
    gone: usize,
    number: u64,
    begun: bool,
    ended: bool,
    too_long: bool,
    broken: Option<io::Error>,
}

impl<R: BufRead> Cutter<R> {
    pub(super) fn new(input: R, cut: Box<dyn Cut>, skip: u64, limit: usize) -> Self {
        Self {
            input,
            cut,
            skip,
            limit,
            buffer: Vec::new(),
            gone: 0,
            number: 0,
            begun: false,
            ended: false,
            too_long: false,
            broken: None,
        }
    }

    /// The next row; `None` at the end.
    ///
    /// # Errors
    ///
    /// Where the stream broke off, after what could be read of the last row was given.
    #[expect(clippy::should_implement_trait, reason = "as `read_line`, it may fail")]
    pub fn next(&mut self) -> io::Result<Option<Row>> {
        loop {
            match self.cut.look(&self.buffer[self.gone..], self.ended) {
                Look::Row { start, end, next } => {
                    let bytes = (!std::mem::take(&mut self.too_long) && end - start <= self.limit)
                        .then(|| self.buffer[self.gone + start..self.gone + end].to_vec());
                    self.forget(next);
                    if self.skip > 0 {
                        self.skip -= 1;
                        continue;
                    }
                    self.number += 1;
                    return Ok(Some(Row {
                        number: self.number,
                        bytes,
                    }));
                }
                Look::More { .. } if self.ended => {
                    return self.broken.take().map_or(Ok(None), Err);
                }
                Look::More { keep } => {
                    self.forget(keep);
                    if self.buffer.len() - self.gone > self.limit {
                        self.too_long = true;
                        self.forget(self.cut.scanned());
                    }
                    self.fill();
                }
            }
        }
    }

    fn forget(&mut self, count: usize) {
        self.cut.forget(count);
        self.gone += count;
    }

    fn fill(&mut self) {
        if self.gone > 0 {
            self.buffer.drain(..self.gone);
            self.gone = 0;
        }
        match self.input.fill_buf() {
            Ok([]) => self.ended = true,
            Ok(bytes) => {
                let mark = if !std::mem::replace(&mut self.begun, true)
                    && bytes.starts_with(b"\xef\xbb\xbf")
                {
                    3
                } else {
                    0
                };
                self.buffer.extend_from_slice(&bytes[mark..]);
                let count = bytes.len();
                self.input.consume(count);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                self.broken = Some(error);
                self.ended = true;
            }
        }
    }
}
