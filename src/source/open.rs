//! Opening a file: what it is packed in is seen by its first bytes, and undone.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;

use xxhash_rust::xxh3::Xxh3Default;
use zip::ZipArchive;

use crate::source::budget::{Budget, Counted};
use crate::source::container::{self, Inner, Item, Unpacker};
use crate::source::stream::Filled;
use crate::source::{Limits, RawDocument, SourceError};

const BUFFER: usize = 128 << 10;

/// The bytes of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The bytes, decompressed.
    pub bytes: Vec<u8>,
    /// Whether they end before they should: a truncated or damaged gzip of which a part could be read.
    pub truncated: bool,
}

/// Hands on the documents in a file: itself, unpacked, or the members of the archive that it is.
///
/// Gives a hash of its bytes on the disk, or of what its directory says of its members; 0 where it was not read to its end.
///
/// # Errors
///
/// [`SourceError::Io`] where the system refuses to open it; what goes wrong later is handed on.
pub fn unpack(
    path: &Path,
    limits: &Limits,
    each: &mut dyn FnMut(Item<'_>) -> ControlFlow<()>,
) -> Result<u64, SourceError> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let budget = Budget::new(size, limits);
    let mut unpacker = Unpacker::new(limits, &budget, each);
    if archive(&mut file)?.is_some() {
        file.seek(SeekFrom::Start(0))?;
        let mut counted = Counted {
            inner: file,
            budget: budget.clone(),
        };
        let Some(archive) = archive(&mut counted)? else {
            return Ok(0);
        };
        return Ok(unpacker.zip(None, archive, 0).1);
    }
    let counted = Counted {
        inner: file,
        budget: budget.clone(),
    };
    let _ = from_stream(unpacker, counted);
    let whole = budget.taken() >= size;
    Ok(if whole { budget.hash() } else { 0 })
}

/// The hash that [`unpack`] gives of a file that it reads to its end.
///
/// # Errors
///
/// Where the system refuses.
pub fn fingerprint(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?;
    if let Some(mut archive) = archive(&mut file)? {
        return Ok(container::hash(&mut archive));
    }
    let mut hash = Xxh3Default::new();
    let mut buffer = vec![0; BUFFER];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hash.digest()),
            count => hash.update(&buffer[..count]),
        }
    }
}

/// The zip archive that a file is, if it is one of documents; the file is at its start again where not.
fn archive<R: Read + Seek>(file: &mut R) -> io::Result<Option<ZipArchive<BufReader<&mut R>>>> {
    let mut head = Vec::with_capacity(4);
    file.take(4).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    if head != b"PK\x03\x04" && head != b"PK\x05\x06" {
        return Ok(None);
    }
    // Read twice, as an archive that is none gives its reader not back.
    let archives = ZipArchive::new(BufReader::new(&mut *file))
        .is_ok_and(|archive| !container::is_document(&archive));
    file.seek(SeekFrom::Start(0))?;
    if !archives {
        return Ok(None);
    }
    ZipArchive::new(BufReader::new(file))
        .map(Some)
        .map_err(io::Error::other)
}

/// Hands on the documents in a stream, such as standard input.
///
/// # Errors
///
/// None by itself: what goes wrong is handed on.
pub fn unpack_from(
    input: impl Read + Send,
    limits: &Limits,
    each: &mut dyn FnMut(Item<'_>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let budget = Budget::new(u64::MAX, limits);
    let counted = Counted {
        inner: input,
        budget: budget.clone(),
    };
    from_stream(Unpacker::new(limits, &budget, each), counted)
}

fn from_stream(mut unpacker: Unpacker<'_>, input: impl Read) -> ControlFlow<()> {
    unpacker.stream(Inner {
        document: RawDocument::default(),
        bytes: Box::new(BufReader::with_capacity(BUFFER, input)),
        packed: None,
        depth: 0,
    })
}

/// Reads a file whole, unpacked; nothing of it where it is an archive.
///
/// # Errors
///
/// As [`read_at`].
pub fn read(path: &Path, limits: &Limits) -> Result<Contents, SourceError> {
    Ok(read_at(path, None, limits)?.unwrap_or_default())
}

/// Reads the document at a place within a file, whole: its bytes, unpacked; `None` where there is none of that place.
///
/// # Errors
///
/// Where the system refuses, where a limit is passed, and where the document is damaged before its first byte.
pub fn read_at(
    path: &Path,
    place: Option<&str>,
    limits: &Limits,
) -> Result<Option<Contents>, SourceError> {
    let mut found = Ok(None);
    unpack(path, limits, &mut |item| match item {
        Item::Document(mut stream) if stream.document.record.as_deref() == place => {
            let mut bytes = Vec::new();
            found = match stream.fill(&mut bytes, limits.file) {
                Ok(Filled::More) => Err(SourceError::TooLarge { limit: limits.file }),
                Ok(filled) => Ok(Some(Contents {
                    bytes,
                    truncated: filled == Filled::Truncated,
                })),
                Err(error) => Err(error),
            };
            ControlFlow::Break(())
        }
        Item::Failed { place: at, error } if at.as_deref() == place => {
            found = Err(error);
            ControlFlow::Break(())
        }
        _ => ControlFlow::Continue(()),
    })?;
    found
}
