//! What an index stores, read back without its terms: to make an index of another format of it, or of what is left of a damaged one.
//!
//! A segment of which files are damaged is opened with whole files of an empty index in their places, so that what the others hold can
//! be read as usual: stored articles are read without terms, rows without articles.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::columnar::ColumnarReader;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, RamDirectory, WatchCallback, WatchHandle, WritePtr,
};
use tantivy::schema::Value;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{SegmentReader, TantivyDocument};

use crate::article::Article;
use crate::index::budget::Budget;
use crate::index::error::IndexError;
use crate::index::folder::{Folder, META};
use crate::index::guard::guard;
use crate::index::head::Head;
use crate::index::ledger::{Names, Row, removed_row, visit_rows};
use crate::index::open::Index;
use crate::index::prepared::PreparedTokenizer;
use crate::index::schema::PREPARED;
use crate::index::stored;

/// Something that an index stores.
pub(crate) enum Saved {
    /// An article, and whether the file it was read from is whole.
    Article(Box<Article>, bool),
    /// A row of the ledger.
    Row(Row),
    /// An article that cannot be read any more, and its path where that is known.
    Lost(Option<String>),
}

impl Index {
    /// Hands over all that its segments store, deleted articles left out.
    pub(crate) fn visit_saved(&self, visit: &mut dyn FnMut(Saved)) -> Result<(), IndexError> {
        let segments = self.segments()?;
        for meta in segments {
            let segment = self.inner.segment(meta);
            let reader = guard(self.path(), "opening a segment", || {
                SegmentReader::open(&segment)
            })?;
            visit_segment(self.path(), &reader, true, visit);
        }
        Ok(())
    }
}

/// Hands over what can be read of damaged segments; `damaged` are the names of the files that are not as they were written, by the id of their
/// segment. Of a segment whose list of deletions is damaged, articles come that were deleted.
pub(crate) fn visit_damaged(
    folder: &Folder,
    path: &Path,
    head: &Head,
    damaged: &BTreeMap<String, BTreeSet<String>>,
    visit: &mut dyn FnMut(Saved),
) -> Result<(), IndexError> {
    let blank = Blank::new(path, folder)?;
    for (id, files) in damaged {
        let mut head = head.only(|other| other == id);
        if files.iter().any(|file| file.ends_with(".del")) {
            head = head.undeleted(id);
        }
        // First with the damaged store: of some damage most of it can be read all the same.
        let store = files.iter().find(|file| file.ends_with(".store"));
        let without_store: BTreeSet<String> = files
            .iter()
            .filter(|file| Some(*file) != store)
            .cloned()
            .collect();
        let opened = blank
            .open(path, &head, &without_store)
            .or_else(|_| blank.open(path, &head, files));
        match opened {
            Ok(reader) => visit_segment(path, &reader, store.is_none(), visit),
            Err(error) => {
                tracing::warn!(segment = id, %error, "nothing of it can be read");
                visit(Saved::Lost(None));
            }
        }
    }
    Ok(())
}

fn visit_segment(path: &Path, reader: &SegmentReader, intact: bool, visit: &mut dyn FnMut(Saved)) {
    let mut rows = 0;
    let read = guard(path, "reading the ledger", || {
        let names = Names::of(reader.schema());
        visit_rows(reader, &names, &mut |row| {
            rows += 1;
            visit(Saved::Row(row));
        })
    });
    if read.is_err() {
        visit(Saved::Lost(None));
    }
    let field = reader.schema().get_field("article");
    let store = guard(path, "reading articles", || Ok(reader.get_store_reader(1)?));
    let paths = guard(path, "reading paths", || reader.fast_fields().str("path"));
    let paths = paths.ok().flatten();
    for doc in reader.doc_ids_alive() {
        // A row has no path as an article has it.
        let known = paths.as_ref().and_then(|paths| {
            let value = guard(path, "reading a path", || {
                let mut value = String::new();
                let ord = paths.term_ords(doc).next();
                let is = ord
                    .map(|ord| paths.ord_to_str(ord, &mut value))
                    .transpose()?;
                Ok(is.is_some().then_some(value))
            });
            value.ok().flatten()
        });
        let stored = guard(path, "reading an article", || {
            let store = store.as_ref().map_err(|_| broken())?;
            let doc: TantivyDocument = store.get(doc)?;
            let text = field.as_ref().ok().and_then(|field| doc.get_first(*field));
            let text: Option<String> = text.and_then(|text| Some(text.as_str()?.to_owned()));
            Ok(text)
        });
        match stored {
            Ok(Some(json)) if known.is_none() && json.starts_with("{\"removed\"") => {
                // Where columns can be read it was among the rows.
                if let Some(row) = removed_row(&json).filter(|_| rows == 0) {
                    visit(Saved::Row(row));
                }
            }
            Ok(Some(json)) => match stored::read(&json) {
                // Bytes that were turned over in a path would make another file of it.
                Ok(article) if known.as_ref().is_none_or(|known| *known == article.path) => {
                    visit(Saved::Article(Box::new(article), intact));
                }
                _ => visit(Saved::Lost(known)),
            },
            Ok(None) if known.is_none() => {}
            _ => visit(Saved::Lost(known)),
        }
    }
}

fn broken() -> tantivy::TantivyError {
    tantivy::TantivyError::SystemError("the store cannot be opened".to_owned())
}

/// Opens the index in a folder with another head.
pub(crate) fn open_with(
    path: &Path,
    folder: &Folder,
    head: &Head,
) -> Result<tantivy::Index, IndexError> {
    let patched = Patched {
        folder: folder.clone(),
        blank: RamDirectory::create(),
        stands_for: Arc::default(),
        head: Arc::new(head.bytes()),
    };
    guard(path, "opening", || tantivy::Index::open(patched))
}

/// How many documents a segment has, by its columns; `None` where they cannot be read.
pub(crate) fn documents(folder: &Folder, id: &str) -> Option<u32> {
    let (schema, _) = crate::index::schema::schema();
    let file = PathBuf::from(format!("{id}.fast"));
    let read = guard(&file, "reading columns", || {
        let settings = tantivy::IndexSettings::default();
        let empty = tantivy::Index::create(RamDirectory::create(), schema, settings)?;
        // Its own view of the folder knows where a file ends and its checksum begins.
        let metas = serde_json::to_vec(&empty.load_metas()?)?;
        let patched = Patched {
            folder: folder.clone(),
            blank: RamDirectory::create(),
            stands_for: Arc::default(),
            head: Arc::new(metas),
        };
        let index = tantivy::Index::open(patched)?;
        let columns = index.directory().open_read(&file)?;
        Ok(ColumnarReader::open(columns)?.num_docs())
    });
    read.ok()
}

/// An empty index whose files stand for damaged ones.
struct Blank {
    files: RamDirectory,
    id: String,
    folder: Folder,
}

impl Blank {
    fn new(path: &Path, folder: &Folder) -> Result<Self, IndexError> {
        let files = RamDirectory::create();
        let (schema, fields) = crate::index::schema::schema();
        let id = guard(path, "making an empty index", || {
            let settings = tantivy::IndexSettings::default();
            let index = tantivy::Index::create(files.clone(), schema, settings)?;
            let tokenizer = PreparedTokenizer::new(Arc::new(Budget::new(1)));
            index
                .tokenizers()
                .register(PREPARED, TextAnalyzer::from(tokenizer));
            let mut writer = index.writer_with_num_threads(1, 16 << 20)?;
            let mut doc = TantivyDocument::default();
            doc.add_text(fields.kind, "blank");
            writer.add_document(doc)?;
            writer.commit()?;
            writer.wait_merging_threads()?;
            let ids = index.searchable_segment_ids()?;
            let id = ids.first().map(|id| id.uuid_string());
            Ok(id.unwrap_or_default())
        })?;
        Ok(Self {
            files,
            id,
            folder: folder.clone(),
        })
    }

    /// Opens the one segment of `head`.
    fn open(
        &self,
        path: &Path,
        head: &Head,
        damaged: &BTreeSet<String>,
    ) -> Result<SegmentReader, IndexError> {
        let stands_for = damaged.iter().filter_map(|file| {
            let (_, end) = file.split_once('.')?;
            Some((
                PathBuf::from(file),
                PathBuf::from(format!("{}.{end}", self.id)),
            ))
        });
        let patched = Patched {
            folder: self.folder.clone(),
            blank: self.files.clone(),
            stands_for: Arc::new(stands_for.collect()),
            head: Arc::new(head.bytes()),
        };
        guard(path, "opening a damaged segment", || {
            let index = tantivy::Index::open(patched)?;
            let segments = index.searchable_segments()?;
            segments
                .first()
                .map_or_else(|| Err(broken()), SegmentReader::open)
        })
    }
}

/// The folder of an index in which some files are others.
#[derive(Clone, Debug)]
struct Patched {
    folder: Folder,
    blank: RamDirectory,
    stands_for: Arc<BTreeMap<PathBuf, PathBuf>>,
    head: Arc<Vec<u8>>,
}

impl Directory for Patched {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        match self.stands_for.get(path) {
            Some(other) => self.blank.get_file_handle(other),
            None => self.folder.get_file_handle(path),
        }
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.stands_for.contains_key(path) || self.folder.exists(path)?)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        if path == Path::new(META) {
            return Ok(self.head.to_vec());
        }
        Err(OpenReadError::FileDoesNotExist(path.to_owned()))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::FileDoesNotExist(path.to_owned()))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::FileAlreadyExists(path.to_owned()))
    }

    fn atomic_write(&self, _path: &Path, _data: &[u8]) -> io::Result<()> {
        // tantivy notes what it manages; nothing is written here.
        Ok(())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _lock: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.blank.watch(callback)
    }
}
