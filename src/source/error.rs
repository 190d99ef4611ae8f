//! Why a file gave no bytes.

use std::io;

/// Why a file, or a member of an archive, could not be opened or read.
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
    /// Archives within archives within archives.
    #[error("packed more than {limit} times over")]
    TooDeep {
        /// The limit of layers.
        limit: usize,
    },
    /// An archive of more members than allowed.
    #[error("more than {limit} members in one file")]
    TooMany {
        /// The limit of members.
        limit: u64,
    },
    /// The compressed stream, or the archive, is broken at its very start.
    #[error("damaged {what}")]
    Damaged {
        /// What it is: `gzip`, `zip` …
        what: &'static str,
        /// What is wrong with it.
        #[source]
        source: io::Error,
    },
    /// The stream broke off.
    #[error("truncated")]
    Truncated,
    /// A member that is encrypted.
    #[error("encrypted")]
    Encrypted,
    /// Packed by a method that is not known.
    #[error("packed by an unknown method")]
    Method,
}
