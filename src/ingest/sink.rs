//! Where articles and rows go: the index's writer, shared by all threads, and when it commits.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use xxhash_rust::xxh3::xxh3_64;

use crate::index::{Index, IndexError, Row, Unwanted, Writer};
use crate::ingest::Options;
use crate::ingest::document::Made;
use crate::ingest::summary::{Counts, add};

/// Where articles and rows go.
pub(super) struct Sink {
    /// Held for reading while what belongs into one commit is written, for writing while it is committed; `None` writes nothing.
    writer: Option<RwLock<Writer>>,
    commit_every: u64,
    /// Bytes of body text since the last commit.
    volume: AtomicU64,
    /// Whether anything was written at all.
    touched: AtomicBool,
    error: Mutex<Option<IndexError>>,
    bodies: Mutex<HashSet<u64>>,
    max_bodies: usize,
}

/// What belongs into one commit: articles of one file, and rows.
#[derive(Default)]
pub(super) struct Together<'t> {
    /// A path whose former articles and row go.
    pub(super) delete: Option<&'t str>,
    pub(super) articles: &'t [Made],
    /// A row of a path that has none by now.
    pub(super) add: Option<Row>,
    /// A row that replaces one.
    pub(super) put: Option<Row>,
    /// Rows of places within the file, beside its row.
    pub(super) places: &'t [Row],
}

impl Sink {
    /// `touched`: something is to be committed even where nothing follows. `max_bodies` hashes of bodies are kept to tell copies by.
    pub(super) fn new(
        writer: Option<Writer>,
        options: &Options,
        touched: bool,
        max_bodies: usize,
    ) -> Self {
        Self {
            writer: writer.map(RwLock::new),
            commit_every: options.commit_every,
            volume: AtomicU64::new(0),
            touched: AtomicBool::new(touched),
            error: Mutex::new(None),
            bodies: Mutex::new(HashSet::new()),
            max_bodies,
        }
    }

    /// Writes what belongs together; after an error nothing more is written.
    pub(super) fn write(&self, together: &Together<'_>) {
        if self.failed() {
            return;
        }
        if let Err(error) = self.try_write(together) {
            self.fail(error);
        }
    }

    fn try_write(&self, together: &Together<'_>) -> Result<(), IndexError> {
        let Some(writer) = &self.writer else {
            return Ok(());
        };
        self.touched.store(true, Ordering::Relaxed);
        let mut bytes = 0;
        {
            let writer = writer.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(path) = together.delete {
                writer.delete_path(path);
            }
            for made in together.articles {
                writer.add(&made.article, &made.sketch)?;
                bytes += made.article.body.len() as u64;
            }
            if let Some(row) = &together.add {
                writer.add_row(row)?;
            }
            if let Some(row) = &together.put {
                writer.put_row(row)?;
            }
            for row in together.places {
                writer.add_row(row)?;
            }
        }
        let volume = self.volume.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if volume >= self.commit_every {
            let mut writer = writer.write().unwrap_or_else(PoisonError::into_inner);
            // Another thread may have been faster.
            if self.volume.swap(0, Ordering::Relaxed) >= self.commit_every {
                writer.commit()?;
            }
        }
        Ok(())
    }

    /// Commits, and deletes articles that were removed by hand and came in again by another path.
    pub(super) fn remove(&self, index: &Index, unwanted: &[Unwanted]) {
        let Some(writer) = self.writer.as_ref().filter(|_| !self.failed()) else {
            return;
        };
        let mut writer = writer.write().unwrap_or_else(PoisonError::into_inner);
        let removed = writer
            .commit()
            .and_then(|()| writer.remove(&index.snapshot()?, unwanted));
        if let Err(error) = removed {
            self.fail(error);
        }
    }

    /// Counts articles, those without a date, and those whose body was there before.
    pub(super) fn count(&self, articles: &[Made], counts: &Counts) {
        let undated = articles
            .iter()
            .filter(|made| made.article.published.is_none() && made.article.updated.is_none());
        add(&counts.undated, undated.count() as u64);
        add(&counts.articles, articles.len() as u64);
        let mut copies = 0;
        let mut bodies = self.bodies.lock().unwrap_or_else(PoisonError::into_inner);
        for body in articles.iter().map(|made| &made.article.body) {
            if body.is_empty() {
                continue;
            }
            let hash = xxh3_64(body.as_bytes());
            let known = if bodies.len() < self.max_bodies {
                !bodies.insert(hash)
            } else {
                bodies.contains(&hash)
            };
            copies += u64::from(known);
        }
        add(&counts.copies, copies);
    }

    /// Whether writing failed.
    pub(super) fn failed(&self) -> bool {
        self.error
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_some()
    }

    fn fail(&self, error: IndexError) {
        self.error
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert(error);
    }

    /// Commits what is left.
    ///
    /// # Errors
    ///
    /// The first that was met, now or before.
    pub(super) fn close(self) -> Result<(), IndexError> {
        let error = self
            .error
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let writer = self.writer.map(RwLock::into_inner);
        let writer = writer.map(|writer| writer.unwrap_or_else(PoisonError::into_inner));
        match (error, writer) {
            (Some(error), _) => Err(error),
            (None, Some(writer)) if self.touched.into_inner() => writer.close(),
            (None, _) => Ok(()),
        }
    }
}
