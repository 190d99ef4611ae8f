//! What was indexed, against what lies on the disk now.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::index::{Index, IndexError, Row, Status};
use crate::source;

/// What became of the files that were indexed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Sources {
    /// Files that are what they were.
    pub same: u64,
    /// Paths of files with other bytes, or that cannot be read, in order.
    pub changed: Vec<String>,
    /// Paths of files that are gone, in order.
    pub missing: Vec<String>,
}

impl Sources {
    /// Whether all are what they were.
    pub fn are_as_indexed(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty()
    }
}

/// Looks for every file that the index holds articles of. A file of the same size and time is taken for the same; another time alone makes it
/// read again.
pub fn sources(index: &Index) -> Result<Sources, IndexError> {
    let mut rows = Vec::new();
    index.snapshot()?.visit_rows(&mut |row| {
        if row.record.is_none() && row.status == Status::Indexed {
            rows.push(row);
        }
    })?;
    rows.sort_by(|one, other| one.path.cmp(&other.path));
    let mut sources = Sources::default();
    for row in rows {
        let path = on_disk(index, &row.path);
        match fs::metadata(&path) {
            Err(_) => sources.missing.push(row.path),
            Ok(meta) if is_same(&row, &meta, &path) => sources.same += 1,
            Ok(_) => sources.changed.push(row.path),
        }
    }
    Ok(sources)
}

/// Where a file lies now that an index knows by this path.
pub fn on_disk(index: &Index, path: &str) -> PathBuf {
    let plain = index.source(Path::new(path));
    if !path.contains('%') || plain.symlink_metadata().is_ok() {
        return plain;
    }
    index.source(&source::on_disk(path))
}

fn is_same(row: &Row, meta: &fs::Metadata, path: &Path) -> bool {
    let modified = meta
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .and_then(|since| i64::try_from(since.as_nanos()).ok());
    meta.is_file()
        && meta.len() == row.size
        && (modified == Some(row.modified)
            || row.hash != 0 && source::fingerprint(path).is_ok_and(|hash| hash == row.hash))
}
