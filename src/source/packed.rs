//! Compression, seen by the first bytes of a stream, and undone.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use liblzma::bufread::XzDecoder;

use crate::source::budget::{Budget, Guarded};

/// Bytes by which streams are told from each other.
pub(super) const HEAD: usize = 512;
const BUFFER: usize = 64 << 10;
/// The most that xz may take for its dictionary.
const XZ_MEMORY: u64 = 128 << 20;
/// The largest window of zstd, as a power of two.
const ZSTD_WINDOW: u32 = 27;

/// A way of compression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packed {
    Gzip,
    Bzip2,
    Xz,
    Zstd,
}

impl Packed {
    /// The way of compression of a stream that begins with `head`.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        Some(match head {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, ..]
            | [b'B', b'Z', b'h', b'1'..=b'9', 0x17, 0x72, ..] => Self::Bzip2,
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Self::Xz,
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Self::Zstd,
            _ => return None,
        })
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Bzip2 => "bzip2",
            Self::Xz => "xz",
            Self::Zstd => "zstd",
        }
    }
}

/// The first bytes of a stream, and the whole of it.
pub(super) fn peek<'s>(
    mut bytes: Box<dyn BufRead + 's>,
) -> io::Result<(Vec<u8>, Box<dyn BufRead + 's>)> {
    let mut head = Vec::with_capacity(HEAD);
    match (&mut bytes).take(HEAD as u64).read_to_end(&mut head) {
        // What came before the error is worth looking at; the error comes again.
        Err(error) if head.is_empty() => return Err(error),
        _ => {}
    }
    let whole = Cursor::new(head.clone()).chain(bytes);
    Ok((head, Box::new(whole)))
}

/// Undoes a compression that lies within `depth` layers.
pub(super) fn unpack<'s>(
    packed: Packed,
    bytes: Box<dyn BufRead + 's>,
    depth: usize,
    budget: &Budget,
) -> io::Result<Box<dyn BufRead + 's>> {
    let inner: Box<dyn Read + 's> = match packed {
        Packed::Gzip => Box::new(MultiGzDecoder::new(bytes)),
        Packed::Bzip2 => Box::new(MultiBzDecoder::new(bytes)),
        Packed::Xz => {
            let stream = liblzma::stream::Stream::new_stream_decoder(
                XZ_MEMORY,
                liblzma::stream::CONCATENATED,
            )?;
            Box::new(XzDecoder::new_stream(bytes, stream))
        }
        Packed::Zstd => zstd_decoder(bytes)?,
    };
    let guarded = Guarded {
        inner,
        depth,
        budget: budget.clone(),
    };
    Ok(Box::new(BufReader::with_capacity(BUFFER, guarded)))
}

/// A decoder of zstd; a crawl may carry its dictionary in a frame before the first, itself packed or not.
fn zstd_decoder<'s>(mut bytes: Box<dyn BufRead + 's>) -> io::Result<Box<dyn Read + 's>> {
    const DICTIONARY: [u8; 4] = [0x5d, 0x2a, 0x4d, 0x18];
    /// The largest dictionary that is taken.
    const LARGEST: u32 = 16 << 20;
    let mut head = Vec::with_capacity(8);
    (&mut bytes).take(8).read_to_end(&mut head)?;
    let mut dictionary = Vec::new();
    if let Some((magic, length)) = head.split_first_chunk::<4>()
        && *magic == DICTIONARY
        && let Ok(length) = <[u8; 4]>::try_from(length)
    {
        let length = u32::from_le_bytes(length);
        if length > LARGEST {
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        }
        (&mut bytes)
            .take(u64::from(length))
            .read_to_end(&mut dictionary)?;
        if dictionary.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
            let mut plain = Vec::new();
            zstd::Decoder::new(dictionary.as_slice())?
                .take(u64::from(LARGEST))
                .read_to_end(&mut plain)?;
            dictionary = plain;
        }
        head.clear();
    }
    let whole = Cursor::new(head).chain(bytes);
    let mut decoder = zstd::Decoder::with_dictionary(whole, &dictionary)?;
    decoder.window_log_max(ZSTD_WINDOW)?;
    Ok(Box::new(decoder))
}
