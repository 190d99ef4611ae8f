//! Opening a file: gzip is seen by its first bytes, and undone.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use crate::source::{Limits, SourceError};

const GZIP: [u8; 2] = [0x1f, 0x8b];
const BUFFER: usize = 128 << 10;

/// A file that is open: its bytes, decompressed, and how many were taken from the disk.
pub struct Opened {
    /// The bytes, decompressed.
    pub bytes: Box<dyn BufRead + Send>,
    /// Whether they were packed.
    pub packed: bool,
    taken: Arc<AtomicU64>,
    ratio: u64,
}

/// The bytes of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The bytes, decompressed.
    pub bytes: Vec<u8>,
    /// Whether they end before they should: a truncated or damaged gzip of which a part could be read.
    pub truncated: bool,
}

/// How far [`Opened::fill`] came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// There is more than was asked for.
    More,
    /// The stream is at its end.
    End,
    /// The stream broke off, and there is nothing more to be had.
    Truncated,
}

impl Opened {
    /// Reads until `bytes` holds one more than `up_to`, or the end.
    ///
    /// # Errors
    ///
    /// Where the system refuses, the stream is a bomb, or a gzip is damaged before its first byte.
    pub fn fill(&mut self, bytes: &mut Vec<u8>, up_to: u64) -> Result<Filled, SourceError> {
        let wanted = up_to.saturating_add(1).saturating_sub(bytes.len() as u64);
        let end = (&mut self.bytes).take(wanted).read_to_end(bytes);
        match end {
            Ok(_) if bytes.len() as u64 > up_to => Ok(Filled::More),
            Ok(_) => Ok(Filled::End),
            Err(error) => self.broken(error, bytes.is_empty()),
        }
    }

    /// What an error at the end of a stream means; `nothing` says that no byte came before it.
    ///
    /// # Errors
    ///
    /// Where it is the system's, the stream is a bomb, or damaged from its start.
    pub fn broken(&self, error: io::Error, nothing: bool) -> Result<Filled, SourceError> {
        match error {
            error if !self.packed => Err(SourceError::Io(error)),
            error if is_bomb(&error) => Err(SourceError::Bomb { ratio: self.ratio }),
            error if nothing => Err(SourceError::Gzip(error)),
            // Padding after the last member reads as a damaged one; only an end in the middle loses text.
            error if looks_cut(&error) => Ok(Filled::Truncated),
            _ => Ok(Filled::End),
        }
    }

    /// Bytes taken from the disk so far.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }
}

/// Opens a file.
///
/// # Errors
///
/// [`SourceError::Io`] where the system refuses.
pub fn open(path: &Path, limits: &Limits) -> Result<Opened, SourceError> {
    open_from(File::open(path)?, limits)
}

fn open_from(input: impl Read + Send + 'static, limits: &Limits) -> Result<Opened, SourceError> {
    let taken = Arc::new(AtomicU64::new(0));
    let counted = Counted {
        inner: input,
        taken: Arc::clone(&taken),
    };
    let mut head = Vec::with_capacity(2);
    let mut buffered = BufReader::with_capacity(BUFFER, counted);
    (&mut buffered).take(2).read_to_end(&mut head)?;
    let packed = head == GZIP;
    let whole = Cursor::new(head).chain(buffered);
    let bytes: Box<dyn BufRead + Send> = if packed {
        let guarded = Guarded {
            inner: MultiGzDecoder::new(whole),
            unpacked: 0,
            taken: Arc::clone(&taken),
            limits: *limits,
        };
        Box::new(BufReader::with_capacity(BUFFER, guarded))
    } else {
        Box::new(whole)
    };
    Ok(Opened {
        bytes,
        packed,
        taken,
        ratio: limits.ratio,
    })
}

/// Reads a whole file.
///
/// # Errors
///
/// Where the system refuses, where a limit is passed, and where a gzip is damaged before its first byte.
pub fn read(path: &Path, limits: &Limits) -> Result<Contents, SourceError> {
    collect(open(path, limits)?, limits)
}

/// Reads a whole stream, such as standard input.
///
/// # Errors
///
/// As [`read`].
pub fn read_from(
    input: impl Read + Send + 'static,
    limits: &Limits,
) -> Result<Contents, SourceError> {
    collect(open_from(input, limits)?, limits)
}

fn collect(mut opened: Opened, limits: &Limits) -> Result<Contents, SourceError> {
    let mut bytes = Vec::new();
    match opened.fill(&mut bytes, limits.file)? {
        Filled::More => Err(SourceError::TooLarge { limit: limits.file }),
        Filled::End => Ok(Contents {
            bytes,
            truncated: false,
        }),
        Filled::Truncated => Ok(Contents {
            bytes,
            truncated: true,
        }),
    }
}

/// Whether text was lost: the stream ends in the middle, or its data are wrong.
fn looks_cut(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::UnexpectedEof || error.to_string().contains("corrupt")
}

struct Counted<R> {
    inner: R,
    taken: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.taken.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// An unpacker that stops where it can only be at a bomb.
struct Guarded<R> {
    inner: R,
    unpacked: u64,
    taken: Arc<AtomicU64>,
    limits: Limits,
}

/// The error that [`Guarded`] stops with.
#[derive(Debug, thiserror::Error)]
#[error("a bomb")]
struct Stopped;

fn is_bomb(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<Stopped>())
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.unpacked += count as u64;
        let taken = self.taken.load(Ordering::Relaxed).max(1);
        if self.unpacked > self.limits.ratio_from && self.unpacked / taken > self.limits.ratio {
            return Err(io::Error::other(Stopped));
        }
        Ok(count)
    }
}
