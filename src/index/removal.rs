//! Articles that are removed by hand, and stay so.
//!
//! A removed article is deleted, and a row of the ledger says that its place is not to be read any more: a run passes over it,
//! however often its file changes. Of a file that is one article the file's own row says so; of others a row of the place.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::article::{Article, article_id};
use crate::index::error::IndexError;
use crate::index::ledger::{Row, Status};
use crate::index::open::Index;
use crate::index::snapshot::Snapshot;
use crate::index::writer::{Options, Writer};

/// An article that is not wanted any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwanted {
    id: String,
    path: String,
    record: Option<String>,
    hash: u64,
}

impl Unwanted {
    /// The article at this place, whose body has this hash; no place: the article that the file is.
    pub fn new(path: &str, record: Option<&str>, hash: u64) -> Self {
        Self {
            id: article_id(path, record),
            path: path.to_owned(),
            record: record.map(str::to_owned),
            hash,
        }
    }
}

impl From<&Article> for Unwanted {
    fn from(article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            path: article.path.clone(),
            record: article.record.clone(),
            hash: body_hash(article),
        }
    }
}

/// What tells an article's text from others in its file.
pub(crate) fn body_hash(article: &Article) -> u64 {
    xxh3_64(article.body.as_bytes())
}

/// What is read again by the next run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Articles that may come back.
    pub articles: u64,
    /// Files that they lie in.
    pub files: u64,
}

impl Writer {
    /// Deletes articles of `snapshot`, the last commit, and notes in the ledger that they were removed.
    pub fn remove(&self, snapshot: &Snapshot, unwanted: &[Unwanted]) -> Result<(), IndexError> {
        let mut by_path = BTreeMap::<&str, Vec<&Unwanted>>::new();
        for article in unwanted {
            by_path.entry(&article.path).or_default().push(article);
        }
        for (path, articles) in by_path {
            let mut rows = snapshot.rows_of(path)?;
            let file = rows.iter().find(|row| row.record.is_none());
            let mut left = file.map_or(0, |row| row.articles);
            for article in &articles {
                let is_there = snapshot.address(&article.id)?.is_some();
                left = left.saturating_sub(u64::from(is_there));
            }
            for row in rows.iter_mut().filter(|row| row.record.is_none()) {
                row.articles = left;
            }
            for article in articles {
                self.delete_id(&article.id);
                if article.record.is_none() {
                    // By the hash of the file it is known where it was moved to.
                    let hash = rows.iter().find(|row| row.record.is_none());
                    let row = Row {
                        hash: hash.map_or(0, |row| row.hash),
                        articles: left,
                        ..Row::bare(path, None, Status::Removed)
                    };
                    rows.retain(|row| row.record.is_some());
                    rows.push(row);
                } else {
                    rows.retain(|row| row.record != article.record);
                    rows.push(Row {
                        hash: article.hash,
                        ..Row::bare(path, article.record.as_deref(), Status::Removed)
                    });
                }
            }
            self.put_rows(path, &rows)?;
        }
        Ok(())
    }
}

impl Index {
    /// Deletes articles and notes in the ledger that they were removed, in one commit.
    pub fn remove_articles(&self, unwanted: &[Unwanted]) -> Result<(), IndexError> {
        let writer = self.writer(&Options::default())?;
        // With the lock held, so that nothing is written in between.
        writer.remove(&self.snapshot()?, unwanted)?;
        writer.close()
    }

    /// Lifts removals: of all places that `wanted` takes, by path and record. The next run reads their files again.
    pub fn restore_articles(
        &self,
        wanted: &dyn Fn(&str, Option<&str>) -> bool,
    ) -> Result<Restored, IndexError> {
        let writer = self.writer(&Options::default())?;
        let snapshot = self.snapshot()?;
        let mut restored = Restored::default();
        let mut by_path = BTreeMap::<String, u64>::new();
        snapshot.visit_rows(&mut |row| {
            if row.status == Status::Removed && wanted(&row.path, row.record.as_deref()) {
                *by_path.entry(row.path).or_default() += 1;
            }
        })?;
        for (path, articles) in by_path {
            restored.articles += articles;
            restored.files += 1;
            let mut rows = snapshot.rows_of(&path)?;
            rows.retain(|row| {
                row.status != Status::Removed || !wanted(&path, row.record.as_deref())
            });
            // A file without a row of its own is new to the next run.
            for row in rows.iter_mut().filter(|row| row.record.is_none()) {
                *row = row.clone().to_read_again();
            }
            writer.put_rows(&path, &rows)?;
        }
        writer.close()?;
        Ok(restored)
    }
}
