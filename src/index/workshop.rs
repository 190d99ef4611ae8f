//! A folder within an index in which another is made that is to take its place.

use std::fs;
use std::path::{Path, PathBuf};

use crate::index::error::IndexError;

/// Its name. Nothing in it is of use once whoever made it is gone.
pub(crate) const NAME: &str = ".rebuild";

/// The folder; it is gone when this is.
pub(crate) struct Workshop {
    pub(crate) path: PathBuf,
}

impl Workshop {
    /// An empty one. The lock of writers must be held.
    pub(crate) fn new(index: &Path) -> Result<Self, IndexError> {
        let path = index.join(NAME);
        remove(&path).map_err(|source| IndexError::io(index, "making room", source))?;
        Ok(Self { path })
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        if let Err(error) = remove(&self.path) {
            tracing::warn!(%error, "a folder is left");
        }
    }
}

/// Removes it, if there is one.
pub(crate) fn remove(path: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
