//! Articles in JSON.

use crate::article::{Issue, Key};
use crate::reader::{ReadError, Record, Records, Stated};

/// Reads a JSON document.
pub(super) fn read_whole(
    _text: &str,
    _key: &Key,
    _outside: &Stated,
    _issues: &[Issue],
) -> Result<Records, ReadError> {
    Err(ReadError::NoArticle)
}

/// Reads JSON lines.
pub(super) fn read_lines(_text: &str, _key: &Key, _outside: &Stated, _issues: &[Issue]) -> Records {
    Records::default()
}

/// Reads one JSON object.
pub(super) fn read_one(
    _text: &str,
    _key: Key,
    _outside: &Stated,
    _issues: Vec<Issue>,
) -> Result<Record, ReadError> {
    Err(ReadError::NoArticle)
}
