//! Why a file gave no bytes.

use std::io;

/// Why a file could not be opened or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The system refused.
    #[error("cannot be read")]
    Io(#[from] io::Error),
    /// More bytes than allowed, decompressed.
    #[error("larger than {limit} bytes (--max-filesize)")]
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// Compressed so hard that it can only be a bomb.
    #[error("unpacks to more than {ratio} times its size")]
    Bomb {
        /// The limit of unpacked to packed bytes.
        ratio: u64,
    },
    /// The compressed stream is broken at its very start.
    #[error("damaged gzip")]
    Gzip(#[source] io::Error),
}
