//! Whether an index is what was written, and agrees with itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use tantivy::SegmentMeta;

use crate::index::error::IndexError;
use crate::index::files;
use crate::index::folder::{COPY, META};
use crate::index::guard::guard;
use crate::index::open::Index;
use crate::index::snapshot::Snapshot;
use crate::index::{Row, stories};

/// What a check of an index found.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Verification {
    /// Files read and compared with their checksums.
    pub files: u64,
    /// Bytes of them.
    pub bytes: u64,
    /// Files that are not as they were written, and how that shows.
    pub damaged: Vec<Damage>,
    /// Articles in the index.
    pub articles: u64,
    /// Articles that the ledger says are in it.
    pub in_ledger: u64,
    /// Files of which the index holds other articles than the ledger says, by path.
    pub disagreeing: Vec<Disagreement>,
    /// Files that a run began and did not end; the next run reads them again.
    pub unfinished: u64,
    /// Who else can read the folder, as a mode such as `755`; `None` where it is its owner's alone.
    pub open_to_others: Option<String>,
}

/// A damaged file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Damage {
    /// Its name in the folder.
    pub file: String,
    /// What is wrong with it.
    pub what: String,
}

/// A file of which the index holds other articles than the ledger says.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Disagreement {
    /// Its path.
    pub path: String,
    /// Articles in the index.
    pub articles: u64,
    /// Articles that the ledger says; `None`: it does not know the file.
    pub in_ledger: Option<u64>,
}

impl Verification {
    /// Whether all files are as written and the ledger agrees.
    pub fn is_whole(&self) -> bool {
        self.damaged.is_empty() && self.disagreeing.is_empty()
    }
}

impl Index {
    /// Who else can look into its folder, as a mode such as `755`; `None` where it is its owner's alone.
    pub fn open_to_others(&self) -> Option<String> {
        files::open_to_others(self.path())
    }

    /// Reads every file and compares its checksum, then counts the articles of each input against the ledger.
    pub fn verify(&self) -> Result<Verification, IndexError> {
        let mut verification = Verification {
            open_to_others: files::open_to_others(self.path()),
            ..Verification::default()
        };
        for name in files::of_segments(&self.segments()?) {
            verification.files += 1;
            verification.bytes += files::len(&self.path().join(&name)).unwrap_or(0);
        }
        verification.damaged = self.verify_files()?;
        let in_segments = |damage: &Damage| damage.file.len() > 32;
        if !verification.damaged.iter().any(in_segments) {
            agreement(&self.snapshot()?, &mut verification)?;
        }
        Ok(verification)
    }

    /// The files that are not as they were written, in order.
    pub(crate) fn verify_files(&self) -> Result<Vec<Damage>, IndexError> {
        let commit = || Ok::<_, IndexError>(files::of_segments(&self.segments()?));
        let mut before = commit()?;
        loop {
            let damaged = self.verify_commit()?;
            let after = commit()?;
            // Where somebody wrote meanwhile, files may have gone with the former commit.
            if damaged.is_empty() || before == after {
                return Ok(damaged);
            }
            before = after;
        }
    }

    fn verify_commit(&self) -> Result<Vec<Damage>, IndexError> {
        let damage = |file: &str, what: &str| Damage {
            file: file.to_owned(),
            what: what.to_owned(),
        };
        let what = "is not as it was written";
        let heads = self.folder.damaged().into_iter();
        let mut damaged: Vec<Damage> = heads.map(|file| damage(file, what)).collect();
        for name in files::of_segments(&self.segments()?) {
            damaged.extend(self.damage_of(&name).map(|what| damage(&name, what)));
        }
        if stories::is_damaged(self.path()) {
            damaged.push(damage(stories::FILE, what));
        }
        let copy = fs::read(self.path().join(COPY)).ok();
        if copy.is_some_and(|copy| self.folder.is_as_written(META, &copy) == Some(false)) {
            damaged.push(damage(COPY, what));
        }
        damaged.sort();
        Ok(damaged)
    }

    /// What is wrong with a file of a segment; `None` where nothing is.
    pub(crate) fn damage_of(&self, name: &str) -> Option<&'static str> {
        let path = PathBuf::from(name);
        if !self.path().join(&path).exists() {
            return Some("is missing");
        }
        let checked = guard(self.path(), "comparing checksums", || {
            Ok(self.inner.directory().validate_checksum(&path)?)
        });
        match checked {
            Ok(true) => None,
            Ok(false) => Some("is not as it was written"),
            Err(_) => Some("is cut short, or its end is not as it was written"),
        }
    }

    /// The segments of the last commit.
    pub(crate) fn segments(&self) -> Result<Vec<SegmentMeta>, IndexError> {
        let metas = guard(self.path(), "reading its head", || self.inner.load_metas())?;
        Ok(metas.segments)
    }
}

/// Counts the articles of each path against the rows.
fn agreement(snapshot: &Snapshot, verification: &mut Verification) -> Result<(), IndexError> {
    let mut held = snapshot.articles_by_path()?;
    verification.articles = held.values().sum();
    let mut disagreeing = Vec::new();
    snapshot.visit_rows(&mut |row: Row| {
        if row.record.is_some() {
            return;
        }
        verification.in_ledger += row.articles;
        let articles = held.remove(&row.path).unwrap_or(0);
        if row.is_begun() {
            verification.unfinished += 1;
            verification.in_ledger += articles;
        } else if articles != row.articles {
            disagreeing.push(Disagreement {
                path: row.path,
                articles,
                in_ledger: Some(row.articles),
            });
        }
    })?;
    disagreeing.extend(held.into_iter().map(|(path, articles)| Disagreement {
        path,
        articles,
        in_ledger: None,
    }));
    disagreeing.sort_by(|one, other| one.path.cmp(&other.path));
    verification.disagreeing = disagreeing;
    Ok(())
}

impl Snapshot {
    /// How many articles there are of each path.
    pub(crate) fn articles_by_path(&self) -> Result<BTreeMap<String, u64>, IndexError> {
        let mut held = BTreeMap::<String, u64>::new();
        for segment in self.searcher.segment_readers() {
            self.guard("counting articles by path", || {
                let Some(paths) = segment.fast_fields().str("path")? else {
                    return Ok(());
                };
                let mut counts = vec![0_u64; paths.num_terms()];
                for doc in segment.doc_ids_alive() {
                    for ord in paths.term_ords(doc) {
                        if let Some(count) = counts.get_mut(ord as usize) {
                            *count += 1;
                        }
                    }
                }
                let mut path = String::new();
                for (ord, count) in (0_u64..).zip(counts).filter(|(_, count)| *count > 0) {
                    path.clear();
                    paths.ord_to_str(ord, &mut path)?;
                    *held.entry(path.clone()).or_default() += count;
                }
                Ok(())
            })?;
        }
        Ok(held)
    }
}
