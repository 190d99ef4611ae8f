//! Why a file gave no bytes.

use std::io;

/// Why a file could not be opened or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The system refused.
    #[error("cannot be read")]
    Io(#[from] io::Error),
    /// There is no such file or folder to begin at.
    #[error("cannot read `{path}`")]
    Root {
        /// The path as given.
        path: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A glob that is none.
    #[error("`{glob}` is not a glob")]
    Glob {
        /// The glob as given.
        glob: String,
        /// What is wrong with it.
        #[source]
        source: ignore::Error,
    },
    /// More bytes than allowed, decompressed.
    #[error("larger than {limit} bytes: give more --max-filesize or --memory")]
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
