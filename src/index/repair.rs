//! Damaged indexes: what is whole is kept, of the rest what can be read is saved.
//!
//! | damaged | what is done |
//! |---|---|
//! | `.managed.json`, `sums.json`, `stories` | written anew |
//! | `meta.json` | its copy takes its place |
//! | both | every segment that lies in the folder is taken for damaged |
//! | a file of a segment | the segment is dropped, its articles and rows that can be read are written into a new one |
//! | rows that say otherwise than the articles | set right; their files are read again by the next run |

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use serde_json::json;

use crate::article::Article;
use crate::index::carry::{self, Way, bring, lock, take_place};
use crate::index::error::IndexError;
use crate::index::files;
use crate::index::folder::{COPY, Folder, META};
use crate::index::head::Head;
use crate::index::ledger::{Row, Status};
use crate::index::open::{Index, mmap};
use crate::index::saved::{Saved, documents, open_with, visit_damaged};
use crate::index::snapshot::Snapshot;
use crate::index::stories;
use crate::index::workshop::Workshop;
use crate::index::writer::Options;
use crate::index::{FORMAT, schema};

/// What was repaired.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Repaired {
    /// Files that were damaged, by name.
    pub damaged: Vec<String>,
    /// Segments that were dropped.
    pub segments: u64,
    /// Articles that were read out of them and are in the index again.
    pub saved: u64,
    /// Articles that are known to be lost.
    pub lost: u64,
    /// Whether it is unknown how many more are lost.
    pub more_lost: bool,
    /// Files that the next run reads again, in order.
    pub to_read_again: Vec<String>,
    /// Articles in the index now.
    pub articles: u64,
}

impl Index {
    /// Rebuilds what is damaged of the index at `path`; `sketch` gives the near-duplicate sketch of an article.
    ///
    /// # Errors
    /// [`IndexError::Missing`] where there is no index, [`IndexError::Format`] where it is of another format.
    pub fn repair(
        path: &Path,
        sketch: &dyn Fn(&Article) -> Vec<u64>,
    ) -> Result<Repaired, IndexError> {
        if !path.join(META).exists() && !path.join(COPY).exists() {
            return Err(IndexError::Missing {
                path: path.to_owned(),
            });
        }
        let mut repaired = Repaired::default();
        let again = {
            let _lock = lock(path)?;
            let head = heads(path, &mut repaired)?;
            segments(path, &head, sketch, &mut repaired)?
        };
        if stories::is_damaged(path) {
            repaired.damaged.push(stories::FILE.to_owned());
            let io = |source| IndexError::io(path, "removing", source);
            fs::remove_file(path.join(stories::FILE)).map_err(io)?;
        }
        agree(&Self::open(path)?, again, &mut repaired)?;
        repaired.damaged.sort();
        repaired.damaged.dedup();
        Ok(repaired)
    }
}

/// Makes the heads of the index whole, and gives the one that counts.
fn heads(path: &Path, repaired: &mut Repaired) -> Result<Head, IndexError> {
    let folder = Folder::new(mmap(path)?, false);
    let damaged = folder.damaged();
    repaired
        .damaged
        .extend(damaged.iter().map(|file| (*file).to_owned()));
    let read = |name: &str| {
        let bytes = fs::read(path.join(name)).ok()?;
        let as_written = folder.is_as_written(META, &bytes);
        Head::parse(&bytes).map(|head| (head, as_written))
    };
    let (first, copy) = (read(META), read(COPY));
    let head = match (first, copy) {
        (Some((head, Some(true))), _) | (_, Some((head, Some(true)))) => head,
        // Nobody knows the sums: two that are the same are right, and so is one that names files that are there.
        (Some((head, None)), Some((copy, None))) if head == copy => head,
        (Some((head, None)), _) if all_there(path, &head) => head,
        (_, Some((head, None))) if all_there(path, &head) => head,
        _ => {
            repaired.more_lost = true;
            found(path)?
        }
    };
    if !damaged.is_empty() {
        carry::put_head(path, &head)?;
    }
    Ok(head)
}

fn all_there(path: &Path, head: &Head) -> bool {
    head.files().iter().all(|file| path.join(file).exists())
}

/// A head of all segments that lie in the folder.
fn found(path: &Path) -> Result<Head, IndexError> {
    let io = |source| IndexError::io(path, "reading the folder", source);
    let mut ids = BTreeSet::new();
    for entry in fs::read_dir(path).map_err(io)? {
        let name = entry.map_err(io)?.file_name();
        let name = name.to_string_lossy();
        if files::is_of_segment(&name) && name.ends_with(".store") {
            ids.extend(name.split('.').next().map(str::to_owned));
        }
    }
    let (schema, _) = schema::schema();
    let folder = Folder::new(mmap(path)?, true);
    let segments = ids.iter().map(|id| {
        let documents = documents(&folder, id).unwrap_or(0);
        json!({"segment_id": hyphened(id), "max_doc": documents, "deletes": null})
    });
    let payload = json!({"format": FORMAT, "written_by": env!("CARGO_PKG_VERSION")});
    let head = json!({
        "index_settings": tantivy::IndexSettings::default(),
        "segments": segments.collect::<Vec<_>>(),
        "schema": schema,
        "opstamp": 0,
        "payload": payload.to_string(),
    });
    let bytes = serde_json::to_vec(&head).unwrap_or_default();
    Head::parse(&bytes).ok_or_else(|| IndexError::Damaged {
        path: path.to_owned(),
        what: format!("`{META}` and `{COPY}` are not as they were written"),
    })
}

fn hyphened(id: &str) -> String {
    let parts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)];
    parts
        .map(|(from, to)| id.get(from..to).unwrap_or(""))
        .join("-")
}

/// Drops the damaged segments; what can be read of them comes in again as another. Gives the paths whose files are to be read again.
fn segments(
    path: &Path,
    head: &Head,
    sketch: &dyn Fn(&Article) -> Vec<u64>,
    repaired: &mut Repaired,
) -> Result<BTreeSet<String>, IndexError> {
    let folder = Folder::new(mmap(path)?, true);
    let index = Index::open_any(path)?;
    let format = index.format()?;
    if format != FORMAT {
        return Err(IndexError::Format {
            path: path.to_owned(),
            found: format.to_string(),
            wanted: FORMAT,
        });
    }
    let mut damaged: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    if repaired.more_lost {
        // Which segments made a commit is not known: each may hold what another has replaced.
        damaged.extend(head.segments().into_iter().map(|id| (id, BTreeSet::new())));
    }
    for file in head.files() {
        if index.damage_of(&file).is_some() {
            repaired.damaged.push(file.clone());
            let id = file.split('.').next().unwrap_or_default();
            damaged.entry(id.to_owned()).or_default().insert(file);
        }
    }
    let mut again = BTreeSet::new();
    if damaged.is_empty() {
        return Ok(again);
    }
    repaired.segments = damaged.len() as u64;
    let whole = head.only(|id| !damaged.contains_key(id));
    let root = index.root.clone();
    drop(index);

    let known = whole_segments(path, &folder, &whole)?;
    let mut ledger = known.ledger()?;
    let mut rows = Vec::new();
    visit_damaged(&folder, path, head, &damaged, &mut |saved| {
        if let Saved::Row(row) = saved {
            rows.push(row);
        }
    })?;
    // Of two rows of one place the one that keeps it away counts.
    rows.sort_by_key(|row: &Row| row.status != Status::Removed);
    let removed = rows.iter().filter(|row| row.status == Status::Removed);
    removed.for_each(|row| ledger.insert(row.clone()));
    let workshop = Workshop::new(path)?;
    let mut made = Index::create(&workshop.path)?;
    made.root = root;
    let writer = made.writer(&Options::default())?;
    let mut places = HashSet::new();
    for row in rows {
        let is_known = known
            .rows_of(&row.path)?
            .iter()
            .any(|other| other.record == row.record);
        if is_known {
            continue;
        }
        if places.insert((row.path.clone(), row.record.clone())) {
            writer.add_row(&row)?;
        } else {
            // Which of them is the later one cannot be told.
            again.insert(row.path);
        }
    }
    let mut ids = HashSet::new();
    let mut failed = None;
    visit_damaged(&folder, path, head, &damaged, &mut |saved| match saved {
        _ if failed.is_some() => {}
        Saved::Row(_) => {}
        Saved::Lost(Some(path)) => {
            repaired.lost += 1;
            again.insert(path);
        }
        Saved::Lost(None) => repaired.more_lost = true,
        Saved::Article(mut article, intact) => {
            let removed = ledger.is_removed(&article.path, article.record.as_deref());
            let known = known.address(&article.id);
            if removed || matches!(known, Ok(Some(_))) {
                return;
            }
            if !ids.insert(article.id.clone()) {
                again.insert(article.path);
                return;
            }
            if !intact {
                article.issues.push("read from a damaged index".to_owned());
                again.insert(article.path.clone());
            }
            repaired.saved += 1;
            failed = known
                .err()
                .or(writer.add(&article, &sketch(&article)).err());
        }
    })?;
    if let Some(error) = failed {
        return Err(error);
    }
    writer.close()?;
    drop((known, made));
    let io = |source| IndexError::io(path, "reading what was saved", source);
    let bytes = fs::read(workshop.path.join(META)).map_err(io)?;
    if let Some(saved) = Head::parse(&bytes) {
        bring(path, &workshop.path, &saved, Way::Move)?;
        take_place(path, &whole.with(&saved))?;
    }
    Ok(again)
}

/// The commit without its damaged segments.
fn whole_segments(path: &Path, folder: &Folder, head: &Head) -> Result<Snapshot, IndexError> {
    let (_, fields) = schema::schema();
    let inner = open_with(path, folder, head)?;
    Snapshot::open(path.to_owned(), &inner, fields)
}

/// Sets the rows right that say otherwise than the articles, and marks those whose files are to be read again.
fn agree(
    index: &Index,
    again: BTreeSet<String>,
    repaired: &mut Repaired,
) -> Result<(), IndexError> {
    let writer = index.writer(&Options::default())?;
    let snapshot = index.snapshot()?;
    let mut held = snapshot.articles_by_path()?;
    repaired.articles = held.values().sum();
    let mut wrong = again;
    snapshot.visit_rows(&mut |row| {
        if row.record.is_some() {
            return;
        }
        let articles = held.get(&row.path).copied().unwrap_or(0);
        if articles != row.articles && !row.is_begun() {
            wrong.insert(row.path.clone());
        }
        if !wrong.contains(&row.path) {
            held.remove(&row.path);
        }
    })?;
    // What is left has no row, or one that is wrong.
    wrong.extend(held.keys().cloned());
    for path in &wrong {
        let mut rows = snapshot.rows_of(path)?;
        let file = rows.iter().position(|row| row.record.is_none());
        let file = file.map(|at| rows.remove(at));
        let articles = held.get(path).copied().unwrap_or(0);
        if file.is_none() && articles == 0 {
            // It is new to the next run.
            continue;
        }
        let file = file.unwrap_or_else(|| Row::bare(path, None, Status::Indexed));
        rows.push(Row { articles, ..file }.to_read_again());
        writer.put_rows(path, &rows)?;
    }
    repaired.to_read_again = wrong.into_iter().collect();
    writer.close()
}
