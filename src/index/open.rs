//! Creating and opening an index.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tantivy::directory::MmapDirectory;
use tantivy::directory::error::LockError;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{IndexSettings, IndexWriter, TantivyDocument, TantivyError};

use crate::index::FORMAT;
use crate::index::budget::Budget;
use crate::index::error::IndexError;
use crate::index::files;
use crate::index::folder::{COPY, Folder, META};
use crate::index::guard::guard;
use crate::index::prepared::PreparedTokenizer;
use crate::index::root::Root;
use crate::index::schema::{Fields, PREPARED, schema};
use crate::index::snapshot::Snapshot;
use crate::index::stories;
use crate::index::writer::{Options, Writer};

/// An index on disk.
pub struct Index {
    path: PathBuf,
    pub(crate) inner: tantivy::Index,
    pub(crate) folder: Folder,
    pub(crate) fields: Fields,
    pub(crate) budget: Arc<Budget>,
    /// The folder that paths are counted from, as of now.
    pub(crate) root: Option<Root>,
}

/// What each commit says of itself.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct Payload {
    /// See [`FORMAT`].
    pub(crate) format: u32,
    /// The version of dateline that wrote it.
    pub(crate) written_by: String,
    /// The folder that relative paths are counted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) root: Option<Root>,
}

/// Bytes of prepared articles that may wait for tantivy's threads, where nothing else is said.
const WAITING: usize = 32 << 20;
/// Bytes of stored articles compressed together. Larger blocks are smaller on disk, and slower to read one article of.
const STORED_BLOCK: usize = 16 << 10;
/// How often a busy lock is asked for again, and how long apart.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(25);

impl Index {
    /// Makes an index in a folder that is empty or does not exist yet; a new folder is its owner's alone.
    ///
    /// # Errors
    /// [`IndexError::Occupied`] where something lies there, a README and dotfiles aside.
    pub fn create(path: &Path) -> Result<Self, IndexError> {
        let io = |doing| move |source| IndexError::io(path, doing, source);
        fs::create_dir_all(path).map_err(io("creating the folder"))?;
        for entry in fs::read_dir(path).map_err(io("reading the folder"))? {
            let name = entry.map_err(io("reading the folder"))?.file_name();
            let name = name.to_string_lossy();
            if name != "README.md"
                && !name.starts_with('.')
                && name != "sums.json"
                && name != COPY
                && name != stories::FILE
            {
                return Err(IndexError::Occupied {
                    path: path.to_owned(),
                });
            }
        }
        files::make_private(path).map_err(io("setting the folder's permissions"))?;
        let folder = Folder::new(mmap(path)?, false);
        let (schema, fields) = schema();
        let settings = IndexSettings {
            docstore_blocksize: STORED_BLOCK,
            ..IndexSettings::default()
        };
        let inner = tantivy::Index::create(folder.clone(), schema, settings)
            .map_err(|e| IndexError::engine(path, "creating", e))?;
        let index = Self::assemble(path, inner, folder, fields, None);
        // An index without a commit would have no format.
        index.writer(&Options::default())?.close()?;
        Ok(index)
    }

    /// Opens an index for writing and reading.
    pub fn open(path: &Path) -> Result<Self, IndexError> {
        Self::open_as(path, false)
    }

    /// Opens an index for reading; it may lie on a medium that cannot be written.
    pub fn open_read_only(path: &Path) -> Result<Self, IndexError> {
        Self::open_as(path, !can_write(path))
    }

    /// Opens the index at `path`, or makes one where there is none.
    pub fn open_or_create(path: &Path) -> Result<Self, IndexError> {
        match Self::open(path) {
            Err(IndexError::Missing { .. }) => Self::create(path),
            other => other,
        }
    }

    /// Removes the files of the index at `path`, whatever state they are in; what else lies in the folder stays.
    ///
    /// # Errors
    /// [`IndexError::Missing`] where there is none.
    pub fn remove(path: &Path) -> Result<(), IndexError> {
        let io = |source| IndexError::io(path, "removing", source);
        if fs::metadata(path.join(META)).is_err() {
            return Err(IndexError::Missing {
                path: path.to_owned(),
            });
        }
        for entry in fs::read_dir(path).map_err(io)? {
            let entry = entry.map_err(io)?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if files::is_own(&name) {
                fs::remove_file(entry.path()).map_err(io)?;
            }
        }
        Ok(())
    }

    /// Opens an index of whatever format, to carry its files or to read what it stores.
    pub(crate) fn open_any(path: &Path) -> Result<Self, IndexError> {
        Self::is_there(path)?;
        let folder = Folder::new(mmap(path)?, !can_write(path));
        if let Some(file) = folder.damaged().first() {
            return Err(IndexError::Damaged {
                path: path.to_owned(),
                what: format!("`{file}` is not as it was written"),
            });
        }
        let inner = guard(path, "opening", || tantivy::Index::open(folder.clone()))?;
        let payload = payload_of(path, &inner)?;
        let (_, fields) = schema();
        Ok(Self::assemble(path, inner, folder, fields, payload.root))
    }

    /// The format that it is written in.
    pub(crate) fn format(&self) -> Result<u32, IndexError> {
        Ok(payload_of(self.path(), &self.inner)?.format)
    }

    fn open_as(path: &Path, read_only: bool) -> Result<Self, IndexError> {
        Self::is_there(path)?;
        let folder = Folder::new(mmap(path)?, read_only);
        if let Some(file) = folder.damaged().first() {
            return Err(IndexError::Damaged {
                path: path.to_owned(),
                what: format!("`{file}` is not as it was written"),
            });
        }
        let inner = guard(path, "opening", || tantivy::Index::open(folder.clone()))?;
        let (schema, fields) = schema();
        let payload = payload_of(path, &inner)?;
        let format = payload.format;
        if format != FORMAT || inner.schema() != schema {
            return Err(IndexError::Format {
                path: path.to_owned(),
                found: if format == FORMAT {
                    format!("{format} with other fields")
                } else {
                    format.to_string()
                },
                wanted: FORMAT,
            });
        }
        Ok(Self::assemble(path, inner, folder, fields, payload.root))
    }

    fn is_there(path: &Path) -> Result<(), IndexError> {
        match fs::metadata(path.join(META)) {
            Ok(_) => Ok(()),
            Err(source) if source.kind() == std::io::ErrorKind::PermissionDenied => {
                Err(IndexError::Io {
                    path: path.to_owned(),
                    doing: "opening",
                    source,
                })
            }
            Err(_) => Err(IndexError::Missing {
                path: path.to_owned(),
            }),
        }
    }

    fn assemble(
        path: &Path,
        inner: tantivy::Index,
        folder: Folder,
        fields: Fields,
        root: Option<Root>,
    ) -> Self {
        let budget = Arc::new(Budget::new(WAITING));
        let tokenizer = PreparedTokenizer::new(budget.clone());
        inner
            .tokenizers()
            .register(PREPARED, TextAnalyzer::from(tokenizer));
        Self {
            path: path.to_owned(),
            inner,
            folder,
            fields,
            budget,
            root,
        }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The handles of its fields.
    pub fn fields(&self) -> &Fields {
        &self.fields
    }

    /// Begins to write; there is one writer at a time, over all processes.
    ///
    /// A lock that is busy is asked for again for half a second: a program that this one starts holds the lock of a writer
    /// that has just been closed until it runs.
    ///
    /// # Errors
    /// [`IndexError::Locked`] where another one is at work.
    pub fn writer(&self, options: &Options) -> Result<Writer, IndexError> {
        let mut tries = 0;
        let inner: IndexWriter<TantivyDocument> = loop {
            match self.inner.writer_with_options(options.engine()?) {
                Err(TantivyError::LockFailure(LockError::LockBusy, _)) if tries < LOCK_TRIES => {
                    tries += 1;
                    std::thread::sleep(LOCK_PAUSE);
                }
                outcome => {
                    break outcome.map_err(|e| IndexError::engine(&self.path, "locking", e))?;
                }
            }
        };
        Ok(Writer::new(self, inner, options.memory))
    }

    /// The index as of the last commit; it stays so whatever is committed later.
    pub fn snapshot(&self) -> Result<Snapshot, IndexError> {
        Snapshot::open(self.path.clone(), &self.inner, self.fields)
    }
}

impl Payload {
    pub(crate) fn now(root: Option<&Root>) -> String {
        let payload = Self {
            format: FORMAT,
            written_by: env!("CARGO_PKG_VERSION").to_owned(),
            root: root.cloned(),
        };
        serde_json::to_string(&payload).expect("a number and strings are JSON")
    }
}

pub(crate) fn payload_of(path: &Path, index: &tantivy::Index) -> Result<Payload, IndexError> {
    let metas = index
        .load_metas()
        .map_err(|e| IndexError::engine(path, "reading its head", e))?;
    if metas.payload.is_none() && metas.segments.is_empty() {
        // It was being made when whoever made it ended: there is nothing in it that could be of another format.
        return Ok(Payload {
            format: FORMAT,
            written_by: String::new(),
            root: None,
        });
    }
    let payload = metas.payload.unwrap_or_default();
    serde_json::from_str(&payload).map_err(|_| IndexError::Format {
        path: path.to_owned(),
        found: "unknown".to_owned(),
        wanted: FORMAT,
    })
}

pub(crate) fn mmap(path: &Path) -> Result<MmapDirectory, IndexError> {
    MmapDirectory::open(path).map_err(|e| IndexError::engine(path, "opening the folder", e.into()))
}

/// Whether the lock file of readers can be written.
fn can_write(path: &Path) -> bool {
    fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path.join(".tantivy-meta.lock"))
        .is_ok()
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
