//! The index folder as tantivy sees it.
//!
//! It is tantivy's own memory-mapped folder but for two things: readers need no lock file where the folder cannot be
//! written, and the small files that tantivy does not guard by a checksum are guarded here, in `sums.json`; of the head there is a copy.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, META_LOCK, MmapDirectory, WatchCallback,
    WatchHandle, WritePtr,
};
use xxhash_rust::xxh3::xxh3_64;

/// Where the checksums of the guarded files stand.
pub(crate) const SUMS: &str = "sums.json";
/// The file that makes a folder an index: its head.
pub(crate) const META: &str = "meta.json";
/// The names of the files that are the engine's.
pub(crate) const MANAGED: &str = ".managed.json";
/// The head once more, for the day when it is damaged.
pub(crate) const COPY: &str = "meta.copy.json";
/// The files guarded.
pub(crate) const GUARDED: [&str; 2] = [META, MANAGED];

/// The folder.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    inner: MmapDirectory,
    read_only: bool,
    /// Held while a guarded file and its checksum are written: the engine writes them from several threads.
    writing: Arc<Mutex<()>>,
}

impl Folder {
    pub(crate) fn new(inner: MmapDirectory, read_only: bool) -> Self {
        Self {
            inner,
            read_only,
            writing: Arc::default(),
        }
    }

    /// Notes the checksum that `path` is about to have, beside the one it has: whichever of the two a crash leaves is right.
    fn note(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let Some(name) = path.to_str().filter(|name| GUARDED.contains(name)) else {
            return Ok(());
        };
        let mut sums = self.sums().unwrap_or_default();
        let old = self.inner.atomic_read(path).ok().map(|old| sum(&old));
        sums.retain(|(known, _)| known != name);
        sums.extend(old.map(|old| (name.to_owned(), old)));
        sums.push((name.to_owned(), sum(data)));
        let json = serde_json::to_vec(&sums)?;
        self.inner.atomic_write(Path::new(SUMS), &json)
    }

    fn sums(&self) -> Option<Vec<(String, String)>> {
        let json = self.inner.atomic_read(Path::new(SUMS)).ok()?;
        serde_json::from_slice(&json).ok()
    }

    /// Whether these bytes of a guarded file are as they were written; `None` where that cannot be said.
    pub(crate) fn is_as_written(&self, name: &str, data: &[u8]) -> Option<bool> {
        let (sums, is) = (self.sums()?, sum(data));
        let mut known = sums.iter().filter(|(known, _)| known == name);
        Some(known.any(|(_, sum)| *sum == is))
    }

    /// The guarded files that are not as they were written.
    pub(crate) fn damaged(&self) -> Vec<&'static str> {
        let mut before = self.sums();
        loop {
            let damaged = self.damaged_by(before.as_deref());
            let after = self.sums();
            // A file that somebody writes at this moment is looked at again: its checksum is written first.
            if damaged.is_empty() || before == after {
                return damaged;
            }
            before = after;
        }
    }

    fn damaged_by(&self, sums: Option<&[(String, String)]>) -> Vec<&'static str> {
        let Some(sums) = sums else {
            return vec![SUMS];
        };
        let mut damaged = Vec::new();
        for name in GUARDED {
            let Ok(data) = self.inner.atomic_read(Path::new(name)) else {
                damaged.push(name);
                continue;
            };
            let is = sum(&data);
            if !sums.iter().any(|(known, sum)| known == name && *sum == is) {
                damaged.push(name);
            }
        }
        damaged
    }
}

fn sum(data: &[u8]) -> String {
    format!("{:016x}", xxh3_64(data))
}

/// Stands for the lock that a read-only folder cannot have.
struct NoLock;

impl Directory for Folder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.inner.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.inner.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.inner.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.inner.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.inner.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.note(path, data)?;
        self.inner.atomic_write(path, data)?;
        if path == Path::new(META) {
            self.inner.atomic_write(Path::new(COPY), data)?;
        }
        Ok(())
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.inner.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        if self.read_only && lock.filepath == META_LOCK.filepath {
            return Ok(DirectoryLock::from(Box::new(NoLock)));
        }
        self.inner.acquire_lock(lock)
    }

    fn watch(&self, watch_callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.inner.watch(watch_callback)
    }
}
