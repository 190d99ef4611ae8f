//! Files that the ledger knows and the archive has no more.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use crate::index::{Ledger, Status};
use crate::source::{on_disk, printable};

/// The paths of the ledger below `roots` that were not met on the walk and are not on the disk either, in order.
pub(super) fn gone(ledger: &Ledger, roots: &[PathBuf], met: &HashSet<u64>) -> Vec<String> {
    let roots: Vec<String> = roots.iter().map(|root| printable(root)).collect();
    let mut gone: Vec<String> = ledger
        .iter()
        .filter(|(path, known)| {
            (known.status != Status::Removed || known.hash != 0)
                && !met.contains(&xxh3_64(path.as_bytes()))
                && roots.iter().any(|root| is_below(path, root))
                && is_missing(&on_disk(path))
        })
        .map(|(path, _)| path.to_owned())
        .collect();
    gone.sort_unstable();
    gone
}

/// Whether a path is a root or lies below it; the root of the current folder is empty.
fn is_below(path: &str, root: &str) -> bool {
    if root.is_empty() {
        return !path.starts_with(['/', '.']);
    }
    path.strip_prefix(root)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || root.ends_with('/'))
}

fn is_missing(path: &Path) -> bool {
    path.symlink_metadata()
        .is_err_and(|error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
}
