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

/// A row of the ledger: one input, which is a file below an archive root.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Row {
    /// The path as [`crate::article::Article::path`] has it.
    pub path: String,
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

/// All rows by path, as of one commit.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    rows: HashMap<String, Known>,
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

    pub(crate) fn insert(&mut self, row: Row) {
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
    if let Some(reason) = &row.reason {
        doc.add_text(fields.row_reason, reason);
    }
    doc
}

/// Hands over every row of a segment.
pub(crate) fn visit_rows(
    segment: &SegmentReader,
    names: &Names,
    visit: &mut dyn FnMut(Row),
) -> tantivy::Result<()> {
    let fast = segment.fast_fields();
    let Some(path) = fast.str(&names.path)? else {
        return Ok(());
    };
    let reason = fast.str(&names.reason)?;
    let size = fast.column_opt::<u64>(&names.size)?;
    let modified = fast.column_opt::<i64>(&names.modified)?;
    let hash = fast.column_opt::<u64>(&names.hash)?;
    let status = fast.column_opt::<u64>(&names.status)?;
    let articles = fast.column_opt::<u64>(&names.articles)?;
    for doc in segment.doc_ids_alive() {
        let Some(path) = text(&path, doc)? else {
            continue;
        };
        visit(Row {
            path,
            size: number(size.as_ref(), doc),
            modified: modified.as_ref().and_then(|c| c.first(doc)).unwrap_or(0),
            hash: number(hash.as_ref(), doc),
            status: Status::from_number(number(status.as_ref(), doc)),
            reason: match &reason {
                Some(column) => text(column, doc)?,
                None => None,
            },
            articles: number(articles.as_ref(), doc),
        });
    }
    Ok(())
}

/// The names of the columns that make a row.
pub(crate) struct Names {
    path: String,
    reason: String,
    size: String,
    modified: String,
    hash: String,
    status: String,
    articles: String,
}

impl Names {
    pub(crate) fn new(schema: &tantivy::schema::Schema, fields: &Fields) -> Self {
        let name = |field: Field| schema.get_field_name(field).to_owned();
        Self {
            path: name(fields.row_path),
            reason: name(fields.row_reason),
            size: name(fields.row_size),
            modified: name(fields.row_modified),
            hash: name(fields.row_hash),
            status: name(fields.row_status),
            articles: name(fields.row_articles),
        }
    }
}

fn number(column: Option<&Column<u64>>, doc: DocId) -> u64 {
    column.and_then(|column| column.first(doc)).unwrap_or(0)
}

fn text(column: &StrColumn, doc: DocId) -> tantivy::Result<Option<String>> {
    let Some(ord) = column.term_ords(doc).next() else {
        return Ok(None);
    };
    let mut text = String::new();
    column.ord_to_str(ord, &mut text)?;
    Ok(Some(text))
}
