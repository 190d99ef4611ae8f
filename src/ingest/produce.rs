//! From a file to pieces that can be worked on one by one.

use std::io::{BufRead, Cursor, Read};
use std::ops::ControlFlow;

use xxhash_rust::xxh3::xxh3_64;

use crate::reader;
use crate::source::{self, Contents, Filled, FoundFile, Limits, Line, Lines, SourceError};

/// Bytes of lines that are worked on together.
const BATCH: usize = 256 << 10;

/// A piece of a file.
pub(super) enum Piece {
    /// All of it.
    Whole(Contents),
    /// Some of its lines, with their numbers.
    Lines(Vec<(u64, Line)>),
}

impl Piece {
    /// Bytes it holds.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Whole(contents) => contents.bytes.len(),
            Self::Lines(lines) => lines
                .iter()
                .map(|(_, line)| match line {
                    Line::Bytes(bytes) => bytes.len(),
                    Line::TooLong => 0,
                })
                .sum(),
        }
    }
}

/// How a file ended.
pub(super) struct Ended {
    /// Hash of its bytes, decompressed; 0 where it went in lines.
    pub(super) hash: u64,
    /// Whether it broke off before its end.
    pub(super) truncated: bool,
    /// Whether there was no more to be had because nobody wanted it.
    pub(super) stopped: bool,
}

/// Reads a file and hands it on in pieces, with the bytes taken from the disk so far: whole where it is small or has no lines to
/// be read by.
pub(super) fn produce(
    file: &FoundFile,
    limits: &Limits,
    emit: &mut dyn FnMut(Piece, u64) -> ControlFlow<()>,
) -> Result<Ended, SourceError> {
    let mut opened = source::open(&file.path, limits)?;
    let guess = if opened.packed {
        0
    } else {
        file.size.min(limits.whole) + 1
    };
    let mut bytes = Vec::with_capacity(guess as usize);
    let mut filled = opened.fill(&mut bytes, limits.whole.min(limits.file))?;
    if filled == Filled::More && reader::reads_by_line(&bytes, &file.name) {
        return lines(opened, bytes, limits, emit);
    }
    if filled == Filled::More {
        filled = opened.fill(&mut bytes, limits.file)?;
    }
    if filled == Filled::More {
        return Err(SourceError::TooLarge { limit: limits.file });
    }
    let truncated = filled == Filled::Truncated;
    let hash = xxh3_64(&bytes);
    let stopped = emit(Piece::Whole(Contents { bytes, truncated }), opened.taken()).is_break();
    Ok(Ended {
        hash,
        truncated,
        stopped,
    })
}

fn lines(
    mut opened: source::Opened,
    head: Vec<u8>,
    limits: &Limits,
    emit: &mut dyn FnMut(Piece, u64) -> ControlFlow<()>,
) -> Result<Ended, SourceError> {
    let empty: Box<dyn BufRead + Send> = Box::new(std::io::empty());
    let rest = std::mem::replace(&mut opened.bytes, empty);
    let mut lines = Lines::new(Cursor::new(head).chain(rest), limits.line);
    let (mut batch, mut held) = (Vec::new(), 0_usize);
    let mut ended = Ended {
        hash: 0,
        truncated: false,
        stopped: false,
    };
    loop {
        let read = match lines.read() {
            Ok(read) => read,
            Err(error) => {
                ended.truncated = opened.broken(error, false)? == Filled::Truncated;
                None
            }
        };
        let last = read.is_none();
        if let Some((number, line)) = read {
            held += match &line {
                Line::Bytes(bytes) => bytes.len() + 64,
                Line::TooLong => 64,
            };
            batch.push((number, line));
        }
        if held >= BATCH || last && !batch.is_empty() {
            held = 0;
            if emit(Piece::Lines(std::mem::take(&mut batch)), opened.taken()).is_break() {
                ended.stopped = true;
                return Ok(ended);
            }
        }
        if last {
            return Ok(ended);
        }
    }
}
