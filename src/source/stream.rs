//! A document whose bytes are still to be read.

use std::io::{self, BufRead, Read};

use crate::source::budget::{Budget, is_bomb};
use crate::source::{RawDocument, SourceError};

/// A document whose bytes are still to be read.
pub struct Stream<'s> {
    /// What surrounds the bytes says of it; [`RawDocument::bytes`] is empty, and [`RawDocument::path`] the caller's to set.
    pub document: RawDocument,
    /// The bytes, unpacked.
    pub bytes: Box<dyn BufRead + 's>,
    /// What it is packed with, if it is.
    pub(super) packed: Option<&'static str>,
    pub(super) budget: Budget,
}

/// How far [`Stream::fill`] came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// There is more than was asked for.
    More,
    /// The stream is at its end.
    End,
    /// The stream broke off, and there is nothing more to be had.
    Truncated,
}

impl Stream<'_> {
    /// Reads until `bytes` holds one more than `up_to`, or the end.
    ///
    /// # Errors
    ///
    /// Where the system refuses, the stream is a bomb, or it is damaged before its first byte.
    pub fn fill(&mut self, bytes: &mut Vec<u8>, up_to: u64) -> Result<Filled, SourceError> {
        let wanted = up_to.saturating_add(1).saturating_sub(bytes.len() as u64);
        let end = (&mut self.bytes).take(wanted).read_to_end(bytes);
        match end {
            Ok(_) if bytes.len() as u64 > up_to => Ok(Filled::More),
            Ok(_) => Ok(Filled::End),
            Err(error) => self.broken(error, bytes.is_empty()),
        }
    }

    /// What an error at the end of the stream means; `nothing` says that no byte came before it.
    ///
    /// # Errors
    ///
    /// Where it is the system's, the stream is a bomb, or damaged from its start.
    pub fn broken(&self, error: io::Error, nothing: bool) -> Result<Filled, SourceError> {
        let Some(what) = self.packed else {
            return Err(SourceError::Io(error));
        };
        match error {
            error if is_bomb(&error) => Err(SourceError::Bomb {
                ratio: self.budget.ratio(),
            }),
            error if nothing => Err(SourceError::Damaged {
                what,
                source: error,
            }),
            // Padding after the last member of a gzip reads as a damaged one; only an end in the middle loses text.
            error if what != "gzip" || looks_cut(&error) => Ok(Filled::Truncated),
            _ => Ok(Filled::End),
        }
    }

    /// Bytes taken from the disk so far, of the file it is in.
    pub fn taken(&self) -> u64 {
        self.budget.taken()
    }
}

/// Whether text was lost: the stream ends in the middle, or its data are wrong.
fn looks_cut(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::UnexpectedEof || error.to_string().contains("corrupt")
}
