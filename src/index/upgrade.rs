//! Indexes of older formats: made anew of the articles and rows that they store.
//!
//! Every format so far stores each article whole, as JSON that tells what is missing, and the ledger in columns whose names have not changed; so of
//! each of them, from the first on, the present one can be made without the files it was indexed from.

use std::fs;
use std::path::Path;

use crate::article::Article;
use crate::index::FORMAT;
use crate::index::carry::{Way, bring, lock, take_place};
use crate::index::error::IndexError;
use crate::index::files;
use crate::index::folder::META;
use crate::index::head::Head;
use crate::index::open::Index;
use crate::index::saved::Saved;
use crate::index::workshop::Workshop;
use crate::index::writer::Options;

/// What was upgraded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Upgraded {
    /// The format it had.
    pub from: u32,
    /// The format it has.
    pub to: u32,
    /// Articles.
    pub articles: u64,
    /// Rows of the ledger.
    pub rows: u64,
}

impl Index {
    /// Makes an index of the present format of one of an older, in its place; until the last step the old one stays. `again` is handed each article
    /// with the format that it was written by, may bring it up to date, and gives its near-duplicate sketch.
    ///
    /// # Errors
    /// [`IndexError::Format`] where its format is newer than this version, [`IndexError::Damaged`] where not all of it can be read.
    pub fn upgrade(
        path: &Path,
        again: &dyn Fn(&mut Article, u32) -> Vec<u64>,
    ) -> Result<Upgraded, IndexError> {
        let former = Self::open_any(path)?;
        let from = former.format()?;
        let mut upgraded = Upgraded {
            from,
            to: FORMAT,
            ..Upgraded::default()
        };
        if from > FORMAT {
            return Err(IndexError::Format {
                path: path.to_owned(),
                found: from.to_string(),
                wanted: FORMAT,
            });
        }
        let _lock = lock(path)?;
        let damaged = former.verify_files()?.into_iter();
        let mut damaged = damaged.filter(|damage| files::is_of_segment(&damage.file));
        if let Some(damage) = damaged.next() {
            return Err(IndexError::Damaged {
                path: path.to_owned(),
                what: format!("`{}` {}", damage.file, damage.what),
            });
        }
        let workshop = Workshop::new(path)?;
        let mut made = Self::create(&workshop.path)?;
        made.root.clone_from(&former.root);
        let writer = made.writer(&Options::default())?;
        let mut failed = None;
        former.visit_saved(&mut |saved| {
            let written = match saved {
                _ if failed.is_some() => return,
                Saved::Article(mut article, _) => {
                    upgraded.articles += 1;
                    let sketch = again(&mut article, from);
                    writer.add(&article, &sketch)
                }
                Saved::Row(row) => {
                    upgraded.rows += 1;
                    writer.add_row(&row)
                }
                Saved::Lost(_) => Err(IndexError::Damaged {
                    path: path.to_owned(),
                    what: "a stored article cannot be read".to_owned(),
                }),
            };
            failed = written.err();
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
        writer.close()?;
        drop((former, made));
        let io = |source| IndexError::io(path, "reading what was made", source);
        let bytes = fs::read(workshop.path.join(META)).map_err(io)?;
        let head = Head::parse(&bytes).ok_or_else(|| IndexError::Damaged {
            path: path.to_owned(),
            what: format!("`{META}` of the new index"),
        })?;
        bring(path, &workshop.path, &head, Way::Move)?;
        take_place(path, &head)?;
        // It is of the former segments.
        let _ = fs::rename(
            workshop.path.join(crate::index::stories::FILE),
            path.join(crate::index::stories::FILE),
        );
        Ok(upgraded)
    }
}
