//! Reading files that may be damaged.
//!
//! tantivy checks what it reads against no checksum, and panics on some damage. What reads an index runs here, where such a
//! panic becomes an error like any other.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::index::error::IndexError;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic on this thread, at this moment, will become an error: then nobody need be told of it as well. For the panic
/// hook of a program.
pub fn is_guarded() -> bool {
    GUARDED.try_with(Cell::get).unwrap_or(false)
}

/// Runs what reads files of the index at `path`.
///
/// # Errors
/// [`IndexError::Damaged`] where it panics, else what it says itself.
pub fn guard<T>(
    path: &Path,
    doing: &'static str,
    read: impl FnOnce() -> tantivy::Result<T>,
) -> Result<T, IndexError> {
    match quietly(read) {
        Ok(read) => read.map_err(|e| IndexError::engine(path, doing, e)),
        Err(_) => Err(IndexError::Damaged {
            path: path.to_owned(),
            what: format!("reading it broke off while {doing}"),
        }),
    }
}

/// Runs what may break off over damaged files; gives what it panics with.
pub(crate) fn quietly<T>(read: impl FnOnce() -> T) -> std::thread::Result<T> {
    let before = GUARDED.replace(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    GUARDED.set(before);
    read
}
