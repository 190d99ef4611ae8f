//! The files of an index folder: which belong to a commit, which are left over, whom they are open to.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use tantivy::SegmentMeta;
use tantivy::index::SegmentComponent;

pub(crate) use crate::index::folder::MANAGED;
use crate::index::folder::{COPY, GUARDED, SUMS};
use crate::index::{stories, workshop};

/// The components that every segment has.
const COMPONENTS: [SegmentComponent; 6] = [
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::Terms,
    SegmentComponent::Store,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
];

/// The names of the files of these segments, in order.
pub(crate) fn of_segments(segments: &[SegmentMeta]) -> BTreeSet<String> {
    let name = |segment: &SegmentMeta, component| {
        let path = segment.relative_path(component);
        path.to_string_lossy().into_owned()
    };
    let each = segments.iter().flat_map(|segment| {
        let deletes = segment.has_deletes().then_some(SegmentComponent::Delete);
        let components = COMPONENTS.into_iter().chain(deletes);
        components.map(move |component| name(segment, component))
    });
    each.collect()
}

/// Whether a file of this name is one of a segment: tantivy names them by the segment's id.
pub(crate) fn is_of_segment(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("");
    stem.len() == 32 && stem.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a file of this name was made by dateline, the locks aside.
pub(crate) fn is_own(name: &str) -> bool {
    is_of_segment(name)
        || GUARDED.contains(&name)
        || name == SUMS
        || name == COPY
        || name == stories::FILE
        || is_left_over(name)
}

/// Whether a file of this name was on its way to another name when it was left.
fn is_left_over(name: &str) -> bool {
    // What tempfile calls them, which tantivy writes its heads by.
    let temporary = name
        .strip_prefix(".tmp")
        .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()));
    temporary || name.starts_with('.') && name.ends_with(".part")
}

/// Removes the files of segments that are not among the `living`, and what was left half done. While somebody writes, it would remove what is being
/// written.
pub(crate) fn sweep(path: &Path, living: &BTreeSet<String>) -> io::Result<u64> {
    let mut removed = 0;
    workshop::remove(&path.join(workshop::NAME))?;
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let dead = is_of_segment(&name) && !living.contains(&*name) || is_left_over(&name);
        if dead && entry.file_type()?.is_file() {
            removed += len(&entry.path()).unwrap_or(0);
            fs::remove_file(entry.path())?;
        }
    }
    Ok(removed)
}

/// Bytes of a file.
pub(crate) fn len(path: &Path) -> io::Result<u64> {
    fs::metadata(path).map(|meta| meta.len())
}

/// The mode of a folder that others than its owner can look into, as `755`.
#[cfg(unix)]
pub(crate) fn open_to_others(path: &Path) -> Option<String> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then(|| format!("{mode:03o}"))
}

/// The mode of a folder that others than its owner can look into.
#[cfg(not(unix))]
pub(crate) fn open_to_others(_path: &Path) -> Option<String> {
    None
}

/// Makes a folder its owner's alone.
#[cfg(unix)]
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o700))
}

/// Makes a folder its owner's alone.
#[cfg(not(unix))]
pub(crate) fn make_private(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Bytes that are free on the disk that a folder lies on; `None` where that is not known.
#[cfg(unix)]
pub(crate) fn free(path: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(path).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

/// Bytes that are free on the disk that a folder lies on.
#[cfg(not(unix))]
pub(crate) fn free(_path: &Path) -> Option<u64> {
    None
}
