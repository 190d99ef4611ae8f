//! Writing: articles and ledger rows, committed together.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::index::SegmentId;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy};
use tantivy::{IndexWriter, TantivyDocument, Term};

use crate::article::Article;
use crate::index::budget::Budget;
use crate::index::document::Documents;
use crate::index::error::IndexError;
use crate::index::files;
use crate::index::ledger::{Row, row_document};
use crate::index::open::{Index, Payload};
use crate::index::root::Root;
use crate::index::schema::Fields;
use crate::index::snapshot::Snapshot;

/// How to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Threads that tantivy builds segments on, besides those that call [`Writer::add`]; 1 to 8.
    pub threads: usize,
    /// Bytes for the segments being built, over all threads; at least 16 MB a thread. At the end of a segment about as
    /// much again is used for a short while.
    pub memory: usize,
}

/// The least bytes a thread can work with.
const LEAST: usize = 16 << 20;
const MOST: usize = 2 << 30;

/// Share of deleted documents from which a segment is rewritten.
const DELETED_SHARE: f32 = 0.2;

impl Default for Options {
    fn default() -> Self {
        Self {
            threads: 1,
            memory: 64 << 20,
        }
    }
}

impl Options {
    pub(crate) fn engine(&self) -> Result<IndexWriterOptions, IndexError> {
        let threads = self.threads.clamp(1, 8);
        let each = self.memory / threads;
        if each < LEAST {
            return Err(IndexError::Memory {
                memory: self.memory,
                threads,
                least: LEAST * threads,
            });
        }
        Ok(IndexWriterOptions::builder()
            .num_worker_threads(threads)
            .memory_budget_per_thread(each.min(MOST))
            .num_merge_threads(1)
            .build())
    }
}

/// The one writer of an index. It can be shared: articles may be added from many threads.
///
/// Nothing is visible, nor survives a crash, before [`Writer::commit`].
pub struct Writer {
    path: PathBuf,
    index: tantivy::Index,
    inner: IndexWriter<TantivyDocument>,
    fields: Fields,
    root: Option<Root>,
    budget: Arc<Budget>,
    /// See [`Options::memory`].
    memory: usize,
    documents: Mutex<Vec<Documents>>,
}

impl Writer {
    pub(crate) fn new(index: &Index, inner: IndexWriter<TantivyDocument>, memory: usize) -> Self {
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(DELETED_SHARE);
        inner.set_merge_policy(Box::new(policy));
        Self {
            path: index.path().to_owned(),
            index: index.inner.clone(),
            inner,
            fields: index.fields,
            root: index.root.clone(),
            budget: index.budget.clone(),
            memory,
            documents: Mutex::new(Vec::new()),
        }
    }

    /// Adds an article. It does not replace one of the same id: call [`Writer::delete_path`] first where the path may be known.
    /// `sketch` is the near-duplicate sketch of the body, as [`crate::text::sketch::Sketch::to_numbers`] gives it; empty where
    /// there is none.
    ///
    /// Analysis is done on the calling thread. Blocks while too many bytes wait to be written.
    pub fn add(&self, article: &Article, sketch: &[u64]) -> Result<(), IndexError> {
        let mut documents = self
            .documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
            .unwrap_or_else(|| Documents::new(self.fields));
        let made = documents.document(article, sketch);
        self.documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(documents);
        let (doc, waiting) = made?;
        self.budget.take(waiting);
        self.put(doc)
    }

    /// Removes the articles of a file and its row. What is added after this call stays.
    pub fn delete_path(&self, path: &str) {
        self.inner
            .delete_term(Term::from_field_text(self.fields.path, path));
        self.inner
            .delete_term(Term::from_field_text(self.fields.row_path, path));
    }

    /// Removes the article of this id. The row of its file stays.
    pub fn delete_id(&self, id: &str) {
        self.inner
            .delete_term(Term::from_field_text(self.fields.id, id));
    }

    /// Removes everything, the ledger too.
    pub fn delete_all(&self) -> Result<(), IndexError> {
        self.inner
            .delete_all_documents()
            .map(drop)
            .map_err(|e| self.error("deleting", e))
    }

    /// Writes what became of a file that has no row, or none since [`Writer::delete_path`].
    pub fn add_row(&self, row: &Row) -> Result<(), IndexError> {
        self.put(row_document(&self.fields, row))
    }

    /// Writes what became of a file; replaces its former row.
    pub fn put_row(&self, row: &Row) -> Result<(), IndexError> {
        self.inner
            .delete_term(Term::from_field_text(self.fields.row_path, &row.path));
        self.put(row_document(&self.fields, row))
    }

    /// Writes the rows of a file and of places in it; they replace all that it has.
    pub fn put_rows(&self, path: &str, rows: &[Row]) -> Result<(), IndexError> {
        self.inner
            .delete_term(Term::from_field_text(self.fields.row_path, path));
        rows.iter().try_for_each(|row| self.add_row(row))
    }

    /// Merges no segments but those that [`Writer::merge`] is asked to.
    pub(crate) fn merge_by_hand_alone(&self) {
        self.inner.set_merge_policy(Box::new(NoMergePolicy));
    }

    /// Makes one segment of these, without what was deleted.
    pub(crate) fn merge(&mut self, segments: &[SegmentId]) -> Result<(), IndexError> {
        let merged = self.inner.merge(segments).wait();
        merged.map(drop).map_err(|e| self.error("merging", e))
    }

    /// Makes everything since the last commit visible and safe, at once. Takes from 10 ms to seconds: commit by volume, not by file.
    pub fn commit(&mut self) -> Result<(), IndexError> {
        let mut prepared = self
            .inner
            .prepare_commit()
            .map_err(|e| IndexError::engine(&self.path, "committing", e))?;
        prepared.set_payload(&Payload::now(self.root.as_ref()));
        prepared
            .commit()
            .map(drop)
            .map_err(|e| IndexError::engine(&self.path, "committing", e))
    }

    /// Commits, waits for merges under way (without it they are lost; no article is), and works out which articles are copies
    /// of each other.
    pub fn close(self) -> Result<(), IndexError> {
        self.end(false)
    }

    /// The same where no merge is under way, and removes every file that the commit has no use for, whoever left it.
    pub(crate) fn close_swept(self) -> Result<(), IndexError> {
        self.end(true)
    }

    fn end(mut self, sweep: bool) -> Result<(), IndexError> {
        self.commit()?;
        if sweep {
            let collected = self.inner.garbage_collect_files().wait();
            collected.map_err(|e| self.error("removing old files", e))?;
            // While the lock is held: nobody else is writing.
            let metas = self.index.load_metas();
            let metas = metas.map_err(|e| self.error("reading its head", e))?;
            files::sweep(&self.path, &files::of_segments(&metas.segments))
                .map_err(|source| IndexError::io(&self.path, "removing old files", source))?;
        }
        let Self {
            path,
            index,
            inner,
            fields,
            memory,
            ..
        } = self;
        inner
            .wait_merging_threads()
            .map_err(|e| IndexError::engine(&path, "merging", e))?;
        // Everything is in place; whoever asks for stories would work them out as well.
        let kept = Snapshot::open(path, &index, fields).and_then(|now| now.keep_stories(memory));
        if let Err(error) = kept {
            tracing::warn!(%error, "stories are not kept");
        }
        Ok(())
    }

    fn put(&self, doc: TantivyDocument) -> Result<(), IndexError> {
        self.inner
            .add_document(doc)
            .map(drop)
            .map_err(|e| self.error("adding", e))
    }

    fn error(&self, doing: &'static str, error: tantivy::TantivyError) -> IndexError {
        IndexError::engine(&self.path, doing, error)
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
