//! The ledger: what became of every input. Its rows are documents beside the articles, committed with them.

use std::collections::HashMap;

use tantivy::columnar::{Column, StrColumn};
use tantivy::schema::Field;
use tantivy::{DocId, SegmentReader, TantivyDocument};

use crate::index::schema::{Fields, ROW};

/// What became of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Its articles are in the index.
    Indexed,
    /// It holds no article: hidden, empty, a picture, another kind of file.
    Skipped,
    /// It could not be read.
    Failed,
    /// It was removed by hand and stays so.
    Removed,
}

/// A row of the ledger: one input, which is a file below an archive root, or a place in such a file of which there is something to say.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Row {
    /// The path as [`crate::article::Article::path`] has it.
    pub path: String,
    /// The place within the file; `None`: the file itself.
    pub record: Option<String>,
    /// Bytes.
    pub size: u64,
    /// When it was last written: nanoseconds since 1970, 0 where unknown.
    pub modified: i64,
    /// Hash of its bytes, 0 where it was not read.
    pub hash: u64,
    /// What became of it.
    pub status: Status,
    /// Why, where it was not indexed.
    pub reason: Option<String>,
    /// Articles found in it.
    pub articles: u64,
    /// How it was read.
    #[serde(flatten)]
    pub notes: Notes,
}

impl Row {
    /// The row of a place, or of a file, of which nothing more is to be said than what became of it.
    pub fn bare(path: &str, record: Option<&str>, status: Status) -> Self {
        Self {
            path: path.to_owned(),
            record: record.map(str::to_owned),
            size: 0,
            modified: 0,
            hash: 0,
            status,
            reason: None,
            articles: 0,
            notes: Notes::default(),
        }
    }

    /// The same row of a file, so that the next run reads the file again, whatever it is by then.
    pub fn to_read_again(self) -> Self {
        Self {
            modified: i64::MIN,
            hash: 0,
            ..self
        }
    }

    /// Whether it stands for a file that a run has begun and not ended.
    pub fn is_begun(&self) -> bool {
        self.status == Status::Failed && self.modified == i64::MIN && self.articles == 0
    }
}

/// How a file was read, and what was odd about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Notes {
    /// The charset of its first document that is text: `UTF-8`, `windows-1252` …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// How that was decided: `mark`, `bytes`, `header`, `declared`, `detected`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charset_by: Option<String>,
    /// Characters that stand for bytes that were wrong in their charset.
    #[serde(skip_serializing_if = "is_zero")]
    pub replaced: u64,
    /// Documents that end before they should.
    #[serde(skip_serializing_if = "is_zero")]
    pub truncated: u64,
    /// Places in it that could not be read.
    #[serde(skip_serializing_if = "is_zero")]
    pub failed: u64,
    /// Places in it that hold no article.
    #[serde(skip_serializing_if = "is_zero")]
    pub skipped: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// What the next run needs to know of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Bytes.
    pub size: u64,
    /// When it was last written: nanoseconds since 1970.
    pub modified: i64,
    /// Hash of its bytes.
    pub hash: u64,
    /// What became of it.
    pub status: Status,
    /// Articles found in it.
    pub articles: u64,
}

/// A place in a file whose article was removed by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The place.
    pub record: String,
    /// Hash of the body that the article had.
    pub hash: u64,
}

impl Place {
    /// The row that stands for it.
    pub fn row(&self, path: &str) -> Row {
        Row {
            hash: self.hash,
            ..Row::bare(path, Some(&self.record), Status::Removed)
        }
    }
}

/// All rows by path, as of one commit.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    rows: HashMap<String, Known>,
    /// Places in files whose articles were removed by hand.
    removed: HashMap<String, Vec<Place>>,
}

impl Ledger {
    /// What is known of the file at `path`.
    pub fn get(&self, path: &str) -> Option<Known> {
        self.rows.get(path).copied()
    }

    /// How many inputs it knows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The paths and what is known of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Known)> {
        self.rows
            .iter()
            .map(|(path, known)| (path.as_str(), *known))
    }

    /// The places of the file at `path` whose articles were removed by hand.
    pub fn removed(&self, path: &str) -> &[Place] {
        self.removed.get(path).map_or(&[], Vec::as_slice)
    }

    /// Whether the article at this place was removed by hand.
    pub fn is_removed(&self, path: &str, record: Option<&str>) -> bool {
        match record {
            None => self
                .get(path)
                .is_some_and(|known| known.status == Status::Removed),
            Some(record) => self
                .removed(path)
                .iter()
                .any(|place| place.record == record),
        }
    }

    /// The same without what is not of files and places removed by hand.
    pub fn only_removed(mut self) -> Self {
        self.rows.retain(|_, known| known.status == Status::Removed);
        self
    }

    /// The rows of what was removed by hand, in no order.
    pub fn removed_rows(&self) -> impl Iterator<Item = Row> {
        let files = self
            .rows
            .iter()
            .filter(|(_, known)| known.status == Status::Removed)
            .map(|(path, known)| Row {
                hash: known.hash,
                ..Row::bare(path, None, Status::Removed)
            });
        let places = self
            .removed
            .iter()
            .flat_map(|(path, places)| places.iter().map(|place| place.row(path)));
        files.chain(places)
    }

    /// Takes in a row.
    pub fn insert(&mut self, row: Row) {
        if let Some(record) = row.record {
            if row.status == Status::Removed {
                let places = self.removed.entry(row.path).or_default();
                places.push(Place {
                    record,
                    hash: row.hash,
                });
            }
            return;
        }
        let known = Known {
            size: row.size,
            modified: row.modified,
            hash: row.hash,
            status: row.status,
            articles: row.articles,
        };
        self.rows.insert(row.path, known);
    }
}

impl Status {
    fn number(self) -> u64 {
        match self {
            Self::Indexed => 0,
            Self::Skipped => 1,
            Self::Failed => 2,
            Self::Removed => 3,
        }
    }

    fn from_number(number: u64) -> Self {
        match number {
            0 => Self::Indexed,
            1 => Self::Skipped,
            3 => Self::Removed,
            _ => Self::Failed,
        }
    }
}

/// The document of a row.
pub(crate) fn row_document(fields: &Fields, row: &Row) -> TantivyDocument {
    let mut doc = TantivyDocument::with_capacity(row.path.len() + 128);
    doc.add_text(fields.kind, ROW);
    doc.add_text(fields.row_path, &row.path);
    doc.add_u64(fields.row_size, row.size);
    doc.add_i64(fields.row_modified, row.modified);
    doc.add_u64(fields.row_hash, row.hash);
    doc.add_u64(fields.row_status, row.status.number());
    doc.add_u64(fields.row_articles, row.articles);
    if let Some(record) = &row.record {
        doc.add_text(fields.row_record, record);
    }
    if let Some(reason) = &row.reason {
        doc.add_text(fields.row_reason, reason);
    }
    if row.notes != Notes::default()
        && let Ok(notes) = serde_json::to_string(&row.notes)
    {
        doc.add_text(fields.row_notes, notes);
    }
    if row.status == Status::Removed {
        // Also where columns are lost it is known what is to stay away.
        doc.add_text(fields.article, removed_json(row));
    }
    doc
}

/// How a row of what was removed stands beside the stored articles.
fn removed_json(row: &Row) -> String {
    serde_json::json!({"removed": [row.path, row.record, row.hash]}).to_string()
}

/// The row that [`removed_json`] wrote.
pub(crate) fn removed_row(json: &str) -> Option<Row> {
    if !json.starts_with("{\"removed\"") {
        return None;
    }
    let stored: serde_json::Value = serde_json::from_str(json).ok()?;
    let stored = &stored["removed"];
    Some(Row {
        hash: stored[2].as_u64()?,
        ..Row::bare(stored[0].as_str()?, stored[1].as_str(), Status::Removed)
    })
}

/// Hands over every row of a segment.
pub(crate) fn visit_rows(
    segment: &SegmentReader,
    names: &Names,
    visit: &mut dyn FnMut(Row),
) -> tantivy::Result<()> {
    visit_these(segment, names, segment.doc_ids_alive(), visit)
}

/// Hands over those of these documents that are rows.
pub(crate) fn visit_these(
    segment: &SegmentReader,
    names: &Names,
    docs: impl Iterator<Item = DocId>,
    visit: &mut dyn FnMut(Row),
) -> tantivy::Result<()> {
    let fast = segment.fast_fields();
    // A column that the schema does not have is one without values.
    let texts = |name: &Option<String>| name.as_ref().map_or(Ok(None), |name| fast.str(name));
    let numbers = |name: &Option<String>| {
        let opened = name.as_ref().map(|name| fast.column_opt::<u64>(name));
        opened.unwrap_or(Ok(None))
    };
    let Some(path) = texts(&names.path)? else {
        return Ok(());
    };
    let record = texts(&names.record)?;
    let reason = texts(&names.reason)?;
    let notes = texts(&names.notes)?;
    let size = numbers(&names.size)?;
    let modified = names.modified.as_ref();
    let modified = modified.map_or(Ok(None), |name| fast.column_opt::<i64>(name))?;
    let hash = numbers(&names.hash)?;
    let status = numbers(&names.status)?;
    let articles = numbers(&names.articles)?;
    for doc in docs {
        let Some(path) = text(&path, doc)? else {
            continue;
        };
        visit(Row {
            path,
            record: optional(record.as_ref(), doc)?,
            size: number(size.as_ref(), doc),
            modified: modified.as_ref().and_then(|c| c.first(doc)).unwrap_or(0),
            hash: number(hash.as_ref(), doc),
            status: Status::from_number(number(status.as_ref(), doc)),
            reason: optional(reason.as_ref(), doc)?,
            articles: number(articles.as_ref(), doc),
            notes: optional(notes.as_ref(), doc)?
                .and_then(|notes| serde_json::from_str(&notes).ok())
                .unwrap_or_default(),
        });
    }
    Ok(())
}

/// The names of the columns that make a row.
pub(crate) struct Names {
    path: Option<String>,
    record: Option<String>,
    reason: Option<String>,
    notes: Option<String>,
    size: Option<String>,
    modified: Option<String>,
    hash: Option<String>,
    status: Option<String>,
    articles: Option<String>,
}

impl Names {
    pub(crate) fn new(schema: &tantivy::schema::Schema, fields: &Fields) -> Self {
        let name = |field: Field| Some(schema.get_field_name(field).to_owned());
        Self {
            path: name(fields.row_path),
            record: name(fields.row_record),
            reason: name(fields.row_reason),
            notes: name(fields.row_notes),
            size: name(fields.row_size),
            modified: name(fields.row_modified),
            hash: name(fields.row_hash),
            status: name(fields.row_status),
            articles: name(fields.row_articles),
        }
    }

    /// Those that a schema of whatever format has.
    pub(crate) fn of(schema: &tantivy::schema::Schema) -> Self {
        let name = |name: &str| schema.get_field(name).is_ok().then(|| name.to_owned());
        Self {
            path: name("row_path"),
            record: name("row_record"),
            reason: name("row_reason"),
            notes: name("row_notes"),
            size: name("row_size"),
            modified: name("row_modified"),
            hash: name("row_hash"),
            status: name("row_status"),
            articles: name("row_articles"),
        }
    }
}

fn number(column: Option<&Column<u64>>, doc: DocId) -> u64 {
    column.and_then(|column| column.first(doc)).unwrap_or(0)
}

fn optional(column: Option<&StrColumn>, doc: DocId) -> tantivy::Result<Option<String>> {
    column.map_or(Ok(None), |column| text(column, doc))
}

fn text(column: &StrColumn, doc: DocId) -> tantivy::Result<Option<String>> {
    let Some(ord) = column.term_ords(doc).next() else {
        return Ok(None);
    };
    let mut text = String::new();
    column.ord_to_str(ord, &mut text)?;
    Ok(Some(text))
}
