//! What may be unpacked from the bytes of one file.

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use xxhash_rust::xxh3::Xxh3Default;

use crate::source::Limits;

/// Bytes taken from the disk, and bytes unpacked from them layer by layer.
#[derive(Clone)]
pub(super) struct Budget {
    shared: Arc<Shared>,
    /// Bytes on the disk, where they are known; what is read twice counts once.
    size: u64,
    ratio: u64,
    ratio_from: u64,
}

struct Shared {
    taken: AtomicU64,
    unpacked: Vec<AtomicU64>,
    hash: Mutex<Xxh3Default>,
}

impl Budget {
    /// For a file of `size` bytes.
    pub(super) fn new(size: u64, limits: &Limits) -> Self {
        let layers = limits.depth + 1;
        Self {
            shared: Arc::new(Shared {
                taken: AtomicU64::new(0),
                unpacked: (0..layers).map(|_| AtomicU64::new(0)).collect(),
                hash: Mutex::default(),
            }),
            size,
            ratio: limits.ratio,
            ratio_from: limits.ratio_from,
        }
    }

    /// Bytes taken from the disk so far.
    pub(super) fn taken(&self) -> u64 {
        self.shared.taken.load(Ordering::Relaxed)
    }

    /// Unpacked bytes a packed byte beyond which a stream is a bomb.
    pub(super) fn ratio(&self) -> u64 {
        self.ratio
    }

    /// The hash of what was taken, in the order it was taken.
    pub(super) fn hash(&self) -> u64 {
        let hash = self.shared.hash.lock();
        hash.unwrap_or_else(PoisonError::into_inner).digest()
    }

    fn unpacked(&self, depth: usize, bytes: usize) -> io::Result<()> {
        let Some(layer) = self.shared.unpacked.get(depth) else {
            return Ok(());
        };
        let all = layer.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64;
        let taken = self.taken().min(self.size).max(1);
        if all > self.ratio_from && all / taken > self.ratio {
            return Err(io::Error::other(Stopped));
        }
        Ok(())
    }
}

/// The error that [`Guarded`] stops with.
#[derive(Debug, thiserror::Error)]
#[error("a bomb")]
struct Stopped;

/// Whether an error is that of a stream that can only be a bomb.
pub(super) fn is_bomb(error: &io::Error) -> bool {
    let mut inner = error.get_ref();
    // Decoders wrap the errors of what they read from.
    for _ in 0..8 {
        match inner {
            Some(found) if found.is::<Stopped>() => return true,
            Some(found) => {
                inner = found
                    .downcast_ref::<io::Error>()
                    .and_then(io::Error::get_ref);
            }
            None => return false,
        }
    }
    false
}

/// A reader of the disk whose bytes are counted and hashed.
pub(super) struct Counted<R> {
    pub(super) inner: R,
    pub(super) budget: Budget,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let shared = &self.budget.shared;
        shared.taken.fetch_add(count as u64, Ordering::Relaxed);
        let hash = shared.hash.lock();
        hash.unwrap_or_else(PoisonError::into_inner)
            .update(&buffer[..count]);
        Ok(count)
    }
}

impl<R: io::Seek> io::Seek for Counted<R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// An unpacker that stops where it can only be at a bomb.
pub(super) struct Guarded<R> {
    pub(super) inner: R,
    /// How many layers lie around it.
    pub(super) depth: usize,
    pub(super) budget: Budget,
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.budget.unpacked(self.depth, count)?;
        Ok(count)
    }
}
