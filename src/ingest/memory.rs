//! One budget of bytes, and who may hold them.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::index;
use crate::ingest::IngestError;
use crate::reader::Format;
use crate::source::Limits;

/// The least memory to index with, in bytes.
pub const LEAST_MEMORY: usize = 128 << 20;

/// The part of the engine's budget that one of its threads works well with.
const ENGINE_THREAD: usize = 64 << 20;

/// How the memory is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shares {
    /// For the engine, which takes about twice as much at the end of a segment.
    pub(super) engine: index::Options,
    /// For documents that are being parsed, all that is made of them included.
    pub(super) documents: usize,
    /// Hashes of bodies by which exact copies are counted.
    pub(super) bodies: usize,
}

impl Shares {
    /// Shares `memory` bytes out for `threads` parsing threads.
    pub(super) fn of(memory: usize, threads: usize) -> Result<Self, IngestError> {
        if memory < LEAST_MEMORY {
            return Err(IngestError::Memory {
                given: memory,
                least: LEAST_MEMORY,
            });
        }
        let engine = memory / 4;
        let writers = (engine / ENGINE_THREAD).clamp(1, threads.div_ceil(2).clamp(1, 8));
        Ok(Self {
            engine: index::Options {
                threads: writers,
                memory: engine,
            },
            documents: memory / 4,
            bodies: memory / 1024,
        })
    }
}

impl Shares {
    /// Limits under which what is read, before anybody knows what it is, stays within the share of documents.
    pub(super) fn within(&self, limits: Limits) -> Limits {
        let file = (self.documents / cost(Some(Format::Text))) as u64;
        Limits {
            file: limits.file.min(file),
            whole: limits.whole.min(file),
            line: limits.line.min(self.documents / 8),
            ratio_from: limits.ratio_from.min(file),
            ..limits
        }
    }
}

/// Bytes of memory that a byte of a document takes while it is worked on.
pub(super) fn cost(format: Option<Format>) -> usize {
    match format {
        // The tree of a page, and what is made of it.
        Some(Format::Html) => 12,
        // The values, the fields, the article, its tokens.
        Some(Format::Json | Format::JsonLines) => 7,
        // The cells or the tree of a row, the fields, the article, its tokens.
        Some(Format::Table | Format::Feed | Format::Xml | Format::Sgml) => 8,
        Some(Format::Mail | Format::Mbox | Format::Mhtml) => 14,
        Some(Format::Markdown | Format::Export | Format::Rtf) => 8,
        // Packed, beside what is unpacked of it.
        Some(Format::Office) => 24,
        Some(Format::Text) => 6,
        None => 8,
    }
}

/// A gate that lets through as many bytes as may be held at once.
pub(super) struct Gate {
    held: Mutex<usize>,
    freed: Condvar,
    limit: usize,
}

/// Bytes that are held; given back when dropped.
pub(super) struct Permit<'g> {
    gate: &'g Gate,
    bytes: usize,
}

impl Gate {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            held: Mutex::new(0),
            freed: Condvar::new(),
            limit,
        }
    }

    /// The most that is held at once.
    pub(super) fn limit(&self) -> usize {
        self.limit
    }

    /// Waits until `bytes` more may be held; more than the limit wait until nothing else is.
    pub(super) fn enter(&self, bytes: usize) -> Permit<'_> {
        let bytes = bytes.min(self.limit);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        while *held + bytes > self.limit {
            held = self
                .freed
                .wait(held)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *held += bytes;
        Permit { gate: self, bytes }
    }
}

impl Permit<'_> {
    /// Waits until `bytes` may be held in all, where fewer are held by now. What is held is given back before, so that two who wait
    /// never wait for each other.
    pub(super) fn grow(&mut self, bytes: usize) {
        if bytes > self.bytes {
            self.give_back();
            let grown = self.gate.enter(bytes);
            self.bytes = grown.bytes;
            std::mem::forget(grown);
        }
    }

    fn give_back(&mut self) {
        let mut held = self
            .gate
            .held
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *held -= std::mem::take(&mut self.bytes);
        self.gate.freed.notify_all();
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.give_back();
    }
}
