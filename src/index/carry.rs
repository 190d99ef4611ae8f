//! The files of one commit, carried from folder to folder: backups, and what is made beside an index and takes its place.
//!
//! A commit is a head and the files it names, which never change once they are written; whoever has both has the index. So a backup needs no
//! writer to pause, and another commit takes an index's place in the one step in which a head takes the place of another.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tantivy::Directory;
use tantivy::directory::error::LockError;
use tantivy::directory::{DirectoryLock, INDEX_WRITER_LOCK, META_LOCK};

use crate::index::error::IndexError;
use crate::index::files;
use crate::index::folder::{Folder, META};
use crate::index::head::Head;
use crate::index::open::{Index, mmap};
use crate::index::stories;
use crate::index::verify::Damage;

/// What was carried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Carried {
    /// Files.
    pub files: u64,
    /// Bytes of them.
    pub bytes: u64,
    /// How many of the files are links to those of the index.
    pub linked: u64,
}

/// How files come to another folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By their bytes.
    Copy,
    /// By another name for the same bytes where the disk is the same, else by their bytes.
    Link,
    /// They leave the former folder.
    Move,
}

/// A file that is open, so that it can be read even where its name is gone.
struct Opened {
    name: String,
    path: PathBuf,
    file: File,
}

impl Index {
    /// Copies the last commit into a folder, which is empty or does not exist yet; whoever writes or reads meanwhile is not disturbed. What was
    /// copied is read again and compared with its checksums. With `link` the files are names for the same bytes where the disk allows: that takes
    /// no room and no time, and is lost with the disk.
    ///
    /// # Errors
    /// [`IndexError::Occupied`] where something lies in the folder.
    pub fn back_up(&self, to: &Path, link: bool) -> Result<Carried, IndexError> {
        make_empty(to)?;
        let way = if link { Way::Link } else { Way::Copy };
        let carried = self.copy_commit(to, way);
        let checked = carried.and_then(|carried| check(to).map(|()| carried));
        if checked.is_err() {
            // A half is worse than nothing.
            let _ = fs::remove_dir_all(to);
        }
        checked
    }

    fn copy_commit(&self, to: &Path, way: Way) -> Result<Carried, IndexError> {
        let io = |source| IndexError::io(to, "copying", source);
        let (head, opened, mut carried) = {
            // While it is held, no file of the head is removed.
            let _lock = (self.folder.acquire_lock(&META_LOCK))
                .map_err(|e| lock_error(self.path(), "locking", e))?;
            let bytes = fs::read(self.path().join(META)).map_err(io)?;
            let head = Head::parse(&bytes).ok_or_else(|| damaged(self.path(), META))?;
            let mut opened = Vec::new();
            let mut carried = Carried::default();
            for name in head.files() {
                let path = self.path().join(&name);
                if way == Way::Link && fs::hard_link(&path, to.join(&name)).is_ok() {
                    carried.files += 1;
                    carried.linked += 1;
                    carried.bytes += files::len(&path).map_err(io)?;
                    continue;
                }
                let file = File::open(&path).map_err(io)?;
                opened.push(Opened { name, path, file });
            }
            (head, opened, carried)
        };
        for mut one in opened {
            carried.files += 1;
            carried.bytes += put(&mut one.file, &to.join(&one.name)).map_err(io)?;
            tracing::debug!(file = %one.path.display(), "copied");
        }
        // It saves time, where it is of the same commit.
        if let Ok(mut kept) = File::open(self.path().join(stories::FILE)) {
            put(&mut kept, &to.join(stories::FILE)).map_err(io)?;
        }
        put_head(to, &head)?;
        Ok(carried)
    }

    /// Makes the commit that lies in the folder `from` the commit of the index at `path`, which is made where there is none. Where there is one,
    /// whatever state it is in, the change takes one step: a crash leaves the one or the other.
    ///
    /// # Errors
    /// [`IndexError::Damaged`] where what lies in `from` is not whole, [`IndexError::Replaces`] where there is an index and
    /// `replace` is not set.
    pub fn restore(path: &Path, from: &Path, replace: bool) -> Result<Carried, IndexError> {
        check(from)?;
        if path.join(META).exists() {
            if !replace {
                return Err(IndexError::Replaces {
                    path: path.to_owned(),
                });
            }
        } else {
            make_empty(path)?;
        }
        let _lock = lock(path)?;
        let bytes = fs::read(from.join(META));
        let bytes = bytes.map_err(|source| IndexError::io(from, "reading its head", source))?;
        let head = Head::parse(&bytes).ok_or_else(|| damaged(from, META))?;
        let carried = bring(path, from, &head, Way::Copy)?;
        take_place(path, &head)?;
        Ok(carried)
    }
}

/// Brings the files of `head` from one folder into another.
pub(crate) fn bring(
    path: &Path,
    from: &Path,
    head: &Head,
    way: Way,
) -> Result<Carried, IndexError> {
    let io = |source| IndexError::io(path, "bringing files in", source);
    let mut carried = Carried::default();
    for name in head.files() {
        let (source, target) = (from.join(&name), path.join(&name));
        carried.files += 1;
        carried.bytes += files::len(&source).map_err(io)?;
        if way == Way::Move && fs::rename(&source, &target).is_ok() {
            continue;
        }
        // Under another name first: a file of this name may be in use.
        let part = path.join(format!(".{name}.part"));
        let mut file = File::open(&source).map_err(io)?;
        put(&mut file, &part).map_err(io)?;
        fs::rename(&part, &target).map_err(io)?;
    }
    Ok(carried)
}

/// Makes `head`, whose files lie in the folder, the head of the index at `path`, and removes what it has no use for. The lock of
/// writers must be held.
pub(crate) fn take_place(path: &Path, head: &Head) -> Result<(), IndexError> {
    put_head(path, head)?;
    files::sweep(path, &head.files())
        .map_err(|source| IndexError::io(path, "removing old files", source))?;
    Ok(())
}

/// The lock of writers of the index at `path`.
pub(crate) fn lock(path: &Path) -> Result<DirectoryLock, IndexError> {
    let lock = mmap(path)?.acquire_lock(&INDEX_WRITER_LOCK);
    lock.map_err(|e| lock_error(path, "locking", e))
}

/// Writes a head, and what else names its files.
pub(crate) fn put_head(path: &Path, head: &Head) -> Result<(), IndexError> {
    let io = |source| IndexError::io(path, "writing its head", source);
    let folder = Folder::new(mmap(path)?, false);
    let mut managed: Vec<String> = head.files().into_iter().collect();
    managed.push(META.to_owned());
    let managed = serde_json::to_vec(&managed).map_err(|error| io(error.into()))?;
    folder.sync_directory().map_err(io)?;
    for (name, bytes) in [(files::MANAGED, managed), (META, head.bytes())] {
        folder.atomic_write(Path::new(name), &bytes).map_err(io)?;
    }
    folder.sync_directory().map_err(io)
}

/// Copies a file and waits until it is on the disk.
fn put(from: &mut File, to: &Path) -> io::Result<u64> {
    let mut file = File::create(to)?;
    let bytes = io::copy(from, &mut file)?;
    file.flush()?;
    file.sync_all()?;
    Ok(bytes)
}

/// Sees that a folder is there, empty, and its owner's alone.
fn make_empty(path: &Path) -> Result<(), IndexError> {
    let io = |source| IndexError::io(path, "making the folder", source);
    fs::create_dir_all(path).map_err(io)?;
    for entry in fs::read_dir(path).map_err(io)? {
        let name = entry.map_err(io)?.file_name();
        let name = name.to_string_lossy();
        if name != "README.md" && !name.starts_with('.') {
            return Err(IndexError::Occupied {
                path: path.to_owned(),
            });
        }
    }
    files::make_private(path).map_err(io)
}

/// Reads an index whole, of whatever format it is.
fn check(path: &Path) -> Result<(), IndexError> {
    let found = Index::open_any(path)?.verify_files()?;
    let mut damaged = found
        .into_iter()
        .filter(|damage| files::is_of_segment(&damage.file));
    match damaged.next() {
        None => Ok(()),
        Some(Damage { file, what }) => Err(IndexError::Damaged {
            path: path.to_owned(),
            what: format!("`{file}` {what}"),
        }),
    }
}

fn damaged(path: &Path, file: &str) -> IndexError {
    IndexError::Damaged {
        path: path.to_owned(),
        what: format!("`{file}` is not as it was written"),
    }
}

fn lock_error(path: &Path, doing: &'static str, error: LockError) -> IndexError {
    IndexError::engine(path, doing, tantivy::TantivyError::LockFailure(error, None))
}
