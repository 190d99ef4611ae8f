//! What can go wrong with an index.

use std::path::{Path, PathBuf};

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenReadError};

/// Why an index could not be created, opened, written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// There is no index there.
    #[error("no index at `{}`", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The folder holds other things.
    #[error("`{}` is not empty and not an index", path.display())]
    Occupied {
        /// The folder.
        path: PathBuf,
    },
    /// There is an index already.
    #[error("there is an index at `{}`", path.display())]
    Replaces {
        /// The folder.
        path: PathBuf,
    },
    /// It was written by another version of dateline.
    #[error("index at `{}` has format {found}, this version reads format {wanted}", path.display())]
    Format {
        /// The index.
        path: PathBuf,
        /// Its format, as written in it.
        found: String,
        /// The format that this version reads and writes.
        wanted: u32,
    },
    /// Another process writes to it.
    #[error("index at `{}` is being written by another process", path.display())]
    Locked {
        /// The index.
        path: PathBuf,
    },
    /// It cannot be written.
    #[error("index at `{}` cannot be written", path.display())]
    ReadOnly {
        /// The index.
        path: PathBuf,
    },
    /// A file of it is not what was written.
    #[error("index at `{}` is damaged: {what}", path.display())]
    Damaged {
        /// The index.
        path: PathBuf,
        /// Which file, and how it shows.
        what: String,
    },
    /// Something of what was deleted is left in it.
    #[error("index at `{}` is not purged: {what}", path.display())]
    NotPurged {
        /// The index.
        path: PathBuf,
        /// What is left.
        what: String,
    },
    /// The memory given is too little for the threads asked.
    #[error("{memory} bytes are too few for indexing on {threads} threads, which takes {least}")]
    Memory {
        /// Bytes given.
        memory: usize,
        /// Threads asked.
        threads: usize,
        /// The least bytes.
        least: usize,
    },
    /// The disk said no.
    #[error("index at `{}`: {doing}", path.display())]
    Io {
        /// The index.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What it said.
        #[source]
        source: std::io::Error,
    },
    /// The engine said no.
    #[error("index at `{}`: {doing}", path.display())]
    Engine {
        /// The index.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What it said.
        #[source]
        source: Box<TantivyError>,
    },
    /// An article could not be read back.
    #[error("stored article cannot be read")]
    Article {
        /// Why.
        #[source]
        source: serde_json::Error,
    },
}

impl IndexError {
    /// What the user can do about it; `None` where nothing is known to help.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Missing { .. } => {
                "make one with `dateline index FOLDER`, or name another with `--index DIR`".into()
            }
            Self::Occupied { .. } => "name a folder that is empty or does not exist yet".into(),
            Self::Replaces { .. } => "`--replace` puts the copy in its place".into(),
            Self::Format { found, wanted, .. } => match found.parse::<u32>() {
                Ok(found) if found < *wanted => {
                    "`dateline upgrade` brings it up to date; `dateline index --rebuild` reads the archive again".into()
                }
                Ok(found) if found > *wanted => "use the version of dateline that made it".into(),
                _ => "index the archive again with `--rebuild`".into(),
            },
            Self::Locked { .. } => "wait until it is done, or stop it with Ctrl-C".into(),
            Self::ReadOnly { .. } => {
                "searching works; to index, copy the folder to a place that can be written".into()
            }
            Self::Damaged { .. } => {
                "`dateline repair` rebuilds what can be; `dateline restore` brings a backup back".into()
            }
            Self::Memory { .. } => "give more `--memory` or fewer `--threads`".into(),
            Self::Io { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                "the disk is full: what was committed is safe".into()
            }
            _ => return None,
        })
    }

    /// Names the kind of an engine's error.
    pub(crate) fn engine(path: &Path, doing: &'static str, error: TantivyError) -> Self {
        let path = path.to_owned();
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Locked { path },
            TantivyError::LockFailure(LockError::IoError(source), _) => {
                Self::io(&path, doing, std::io::Error::new(source.kind(), source))
            }
            TantivyError::IoError(source) => {
                Self::io(&path, doing, std::io::Error::new(source.kind(), source))
            }
            TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(file)) => Self::Damaged {
                path,
                what: format!("`{}` is missing", file.display()),
            },
            TantivyError::OpenReadError(OpenReadError::IncompatibleIndex(_))
            | TantivyError::IncompatibleIndex(_) => Self::Format {
                path,
                found: "of another engine version".into(),
                wanted: crate::index::FORMAT,
            },
            TantivyError::DataCorruption(_) | TantivyError::DeserializeError(_) => Self::Damaged {
                path,
                what: error.to_string(),
            },
            error => Self::Engine {
                path,
                doing,
                source: Box::new(error),
            },
        }
    }

    /// Names the kind of a disk's error.
    pub(crate) fn io(path: &Path, doing: &'static str, source: std::io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path }
            }
            _ => Self::Io {
                path,
                doing,
                source,
            },
        }
    }
}
