//! Documents out of files: unpacked, and taken out of archives, one inside the other, without a byte written to the disk.

mod http;
mod tar;
mod warc;
mod zip;

pub(super) use zip::{hash, is_document};

use std::collections::HashMap;
use std::io::{BufRead, Cursor};
use std::ops::ControlFlow;

use xxhash_rust::xxh3::xxh3_64;

use crate::source::budget::{Budget, is_bomb};
use crate::source::packed::{self, Packed, peek};
use crate::source::stream::{Filled, Stream};
use crate::source::{Limits, RawDocument, SourceError};

/// What was met in a file.
pub enum Item<'i> {
    /// A document.
    Document(Stream<'i>),
    /// A member that holds none, and why: `image/png`, `HTTP 404`.
    Passed {
        /// The place within the file.
        place: String,
        /// Why.
        reason: String,
    },
    /// A member that holds none, and stands for one elsewhere: what it says of that.
    Noted {
        /// The place within the file.
        place: String,
        /// What it says.
        note: String,
    },
    /// Something that could not be read.
    Failed {
        /// The place within the file; `None`: the file itself.
        place: Option<String>,
        /// Why.
        error: SourceError,
    },
}

/// Takes documents out of one file.
pub(super) struct Unpacker<'u> {
    limits: &'u Limits,
    budget: &'u Budget,
    /// How often a place was met: archives may hold several members of one name.
    places: HashMap<u64, u32>,
    members: u64,
    /// Bytes of archives within archives that are held in memory.
    held: u64,
    each: &'u mut dyn FnMut(Item<'_>) -> ControlFlow<()>,
}

/// A document that lies somewhere in the file, before it is known what it is.
pub(super) struct Inner<'s> {
    /// What is known of it; [`RawDocument::record`] is its place.
    pub(super) document: RawDocument,
    pub(super) bytes: Box<dyn BufRead + 's>,
    /// The outermost thing that it was packed in.
    pub(super) packed: Option<&'static str>,
    /// Layers around it.
    pub(super) depth: usize,
}

impl<'u> Unpacker<'u> {
    pub(super) fn new(
        limits: &'u Limits,
        budget: &'u Budget,
        each: &'u mut dyn FnMut(Item<'_>) -> ControlFlow<()>,
    ) -> Self {
        Self {
            limits,
            budget,
            places: HashMap::new(),
            members: 0,
            held: 0,
            each,
        }
    }

    /// Hands on a document, or what is inside it.
    pub(super) fn stream(&mut self, inner: Inner<'_>) -> ControlFlow<()> {
        let Inner {
            document,
            bytes,
            packed,
            depth,
        } = inner;
        let place = document.record.clone();
        let (head, bytes) = match peek(bytes) {
            Ok(peeked) => peeked,
            Err(error) => return self.broken(place, error, packed),
        };
        let compression = Packed::of(&head);
        let is_zip = head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06");
        let is_tar = tar::is_tar(&head);
        let is_warc = head.starts_with(b"WARC/1.") || head.starts_with(b"WARC/0.");
        let layered = compression.is_some() || is_zip || is_tar || is_warc;
        if layered && depth >= self.limits.depth {
            let limit = self.limits.depth;
            return self.failed(place, SourceError::TooDeep { limit });
        }
        if let Some(way) = compression {
            let unpacked = match packed::unpack(way, bytes, depth, self.budget) {
                Ok(unpacked) => unpacked,
                Err(error) => return self.broken(place, error, Some(way.name())),
            };
            return self.stream(Inner {
                document,
                bytes: unpacked,
                packed: Some(way.name()),
                depth: depth + 1,
            });
        }
        let inner = Inner {
            document,
            bytes,
            packed,
            depth,
        };
        if is_zip {
            self.zip_in_memory(inner)
        } else if is_tar {
            self.tar(inner)
        } else if is_warc {
            self.warc(inner)
        } else {
            self.document(inner.document, inner.bytes, inner.packed)
        }
    }

    pub(super) fn document(
        &mut self,
        document: RawDocument,
        bytes: Box<dyn BufRead + '_>,
        packed: Option<&'static str>,
    ) -> ControlFlow<()> {
        (self.each)(Item::Document(Stream {
            document,
            bytes,
            packed,
            budget: self.budget.clone(),
        }))
    }

    /// Hands on bytes that are held in memory as they are.
    fn held_document(&mut self, document: RawDocument, bytes: Vec<u8>) -> ControlFlow<()> {
        self.document(document, Box::new(Cursor::new(bytes)), None)
    }

    fn failed(&mut self, place: Option<String>, error: SourceError) -> ControlFlow<()> {
        (self.each)(Item::Failed { place, error })
    }

    fn passed(&mut self, place: String, reason: impl Into<String>) -> ControlFlow<()> {
        (self.each)(Item::Passed {
            place,
            reason: reason.into(),
        })
    }

    /// Hands on that a stream broke at its very start.
    fn broken(
        &mut self,
        place: Option<String>,
        error: std::io::Error,
        packed: Option<&'static str>,
    ) -> ControlFlow<()> {
        let error = match packed {
            _ if is_bomb(&error) => SourceError::Bomb {
                ratio: self.budget.ratio(),
            },
            Some(what) => SourceError::Damaged {
                what,
                source: error,
            },
            None => SourceError::Io(error),
        };
        self.failed(place, error)
    }

    /// The place of a member of an archive that lies at `outer`: `!folder/page.html`; the second of its name `!folder/page.html~2`.
    fn member(&mut self, outer: Option<&str>, name: &str) -> String {
        self.members += 1;
        let mut place = format!("{}!{name}", outer.unwrap_or(""));
        let times = self.places.entry(xxh3_64(place.as_bytes())).or_insert(0);
        *times += 1;
        if *times > 1 {
            place.push_str(&format!("~{times}"));
        }
        place
    }

    /// Whether an archive may have one member more; says so where not.
    fn may_go_on(&mut self, outer: Option<&str>) -> ControlFlow<()> {
        if self.members < self.limits.members {
            return ControlFlow::Continue(());
        }
        let limit = self.limits.members;
        self.failed(outer.map(str::to_owned), SourceError::TooMany { limit })?;
        ControlFlow::Break(())
    }

    /// Reads what has to be held in memory as a whole.
    fn hold(&mut self, inner: Inner<'_>) -> Result<Vec<u8>, SourceError> {
        let mut bytes = Vec::new();
        let limit = self.limits.file.saturating_sub(self.held);
        let mut stream = Stream {
            document: RawDocument::default(),
            bytes: inner.bytes,
            packed: inner.packed,
            budget: self.budget.clone(),
        };
        match stream.fill(&mut bytes, limit)? {
            Filled::More => Err(SourceError::TooLarge {
                limit: self.limits.file,
            }),
            Filled::End | Filled::Truncated => Ok(bytes),
        }
    }
}
