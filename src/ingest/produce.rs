//! From a file to pieces that can be worked on one by one.

use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use crate::reader::{Reading, Row, Rows};
use crate::source::{self, Filled, Item, Limits, RawDocument, SourceError, Stream};

/// Bytes of rows that are worked on together.
const BATCH: usize = 256 << 10;

/// A piece of a file.
pub(crate) enum Piece {
    /// A document: the file, or a member of the archive that it is.
    Whole(RawDocument),
    /// Some rows of a document, and how they are read; `bytes` of it are empty.
    Rows(RawDocument, Arc<Rows>, Vec<Row>),
    /// A member that holds no article, and why.
    Passed(String, String),
    /// A member that stands for an article elsewhere, and what it says of that.
    Noted(String, String),
    /// A part that could not be read, and why; no place: the end of the file.
    Failed(Option<String>, SourceError),
}

impl Piece {
    /// Bytes it holds.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Whole(document) => document.bytes.len(),
            Self::Rows(_, _, rows) => rows
                .iter()
                .filter_map(|row| Some(row.bytes.as_ref()?.len()))
                .sum(),
            Self::Passed(..) | Self::Noted(..) | Self::Failed(..) => 0,
        }
    }

    /// Whether it holds a document, or a part of one.
    pub(crate) fn is_document(&self) -> bool {
        matches!(self, Self::Whole(_) | Self::Rows(..))
    }

    /// Whether it is all there is in its file.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self, Self::Whole(document) if document.record.is_none())
    }

    /// Whether it is of a document that is no member of an archive.
    pub(crate) fn is_outermost(&self) -> bool {
        match self {
            Self::Whole(document) | Self::Rows(document, ..) => document.record.is_none(),
            Self::Passed(..) | Self::Noted(..) | Self::Failed(..) => false,
        }
    }
}

/// Takes a piece, and the bytes taken from the disk so far.
pub(crate) type Emit<'e> = dyn FnMut(Piece, u64) -> ControlFlow<()> + 'e;

/// Reads a file and hands it on in pieces: documents whole where they are small or do not come in rows.
///
/// Every [`RawDocument::path`] handed on is `name`. Gives the hash that [`source::unpack`] gives.
///
/// # Errors
///
/// Where the file as a whole could not be read.
pub(crate) fn produce(
    path: &Path,
    name: &str,
    limits: &Limits,
    reading: &Reading,
    emit: &mut Emit<'_>,
) -> Result<u64, SourceError> {
    let mut failed = None;
    let mut taken = 0;
    let hash = source::unpack(path, limits, &mut |item| {
        item_of(item, name, limits, reading, &mut taken, &mut failed, emit)
    })?;
    failed.map_or(Ok(hash), Err)
}

/// The same of a stream, such as standard input.
///
/// # Errors
///
/// Where the stream as a whole could not be read.
pub(crate) fn produce_from(
    input: impl Read + Send,
    name: &str,
    limits: &Limits,
    reading: &Reading,
    emit: &mut Emit<'_>,
) -> Result<(), SourceError> {
    let mut failed = None;
    let mut taken = 0;
    let _ = source::unpack_from(input, limits, &mut |item| {
        item_of(item, name, limits, reading, &mut taken, &mut failed, emit)
    });
    failed.map_or(Ok(()), Err)
}

fn item_of(
    item: Item<'_>,
    name: &str,
    limits: &Limits,
    reading: &Reading,
    taken: &mut u64,
    failed: &mut Option<SourceError>,
    emit: &mut Emit<'_>,
) -> ControlFlow<()> {
    let refused = match item {
        Item::Passed { place, reason } => return emit(Piece::Passed(place, reason), *taken),
        Item::Noted { place, note } => return emit(Piece::Noted(place, note), *taken),
        Item::Failed { place, error } => Err((place, error)),
        Item::Document(mut stream) => {
            name.clone_into(&mut stream.document.path);
            let place = stream.document.record.clone();
            let ended = document(stream, limits, reading, taken, emit);
            ended.map_err(|error| (place, error))
        }
    };
    match refused {
        Ok(flow) => flow,
        Err((Some(place), error)) => emit(Piece::Failed(Some(place), error), *taken),
        Err((None, error)) => {
            failed.get_or_insert(error);
            ControlFlow::Break(())
        }
    }
}

fn document(
    mut stream: Stream<'_>,
    limits: &Limits,
    reading: &Reading,
    taken: &mut u64,
    emit: &mut Emit<'_>,
) -> Result<ControlFlow<()>, SourceError> {
    let mut bytes = Vec::new();
    let mut filled = stream.fill(&mut bytes, limits.whole.min(limits.file))?;
    if filled == Filled::More
        && let Some(found) = Rows::of(&bytes, stream.document.name(), reading)
    {
        return rows(stream, bytes, found, limits, taken, emit);
    }
    if filled == Filled::More {
        filled = stream.fill(&mut bytes, limits.file)?;
    }
    if filled == Filled::More {
        return Err(SourceError::TooLarge { limit: limits.file });
    }
    *taken = stream.taken();
    let mut document = stream.document;
    document.truncated |= filled == Filled::Truncated;
    document.bytes = bytes;
    Ok(emit(Piece::Whole(document), *taken))
}

fn rows(
    mut stream: Stream<'_>,
    head: Vec<u8>,
    rows: Rows,
    limits: &Limits,
    taken: &mut u64,
    emit: &mut Emit<'_>,
) -> Result<ControlFlow<()>, SourceError> {
    let rest = std::mem::replace(&mut stream.bytes, Box::new(std::io::empty()));
    let mut cutter = rows.cut(Cursor::new(head).chain(rest), limits.line);
    let rows = Arc::new(rows);
    let (mut batch, mut held) = (Vec::new(), 0_usize);
    let mut truncated = false;
    loop {
        let row = match cutter.next() {
            Ok(row) => row,
            Err(error) => {
                truncated = stream.broken(error, false)? == Filled::Truncated;
                None
            }
        };
        let last = row.is_none();
        if let Some(row) = row {
            held += row.bytes.as_ref().map_or(0, Vec::len) + 64;
            batch.push(row);
        }
        *taken = stream.taken();
        if held >= BATCH || last && !batch.is_empty() {
            held = 0;
            let batch = std::mem::take(&mut batch);
            let piece = Piece::Rows(stream.document.clone(), Arc::clone(&rows), batch);
            let flow = emit(piece, *taken);
            if flow.is_break() {
                return Ok(flow);
            }
        }
        if last {
            break;
        }
    }
    if truncated {
        let place = format!("{}end", stream.document.record.as_deref().unwrap_or(""));
        return Ok(emit(
            Piece::Failed(Some(place), SourceError::Truncated),
            *taken,
        ));
    }
    Ok(ControlFlow::Continue(()))
}
