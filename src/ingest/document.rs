//! One document's way from bytes to articles.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::article::{Article, Key};
use crate::enrich::{enrich, sketch};
use crate::extract::extract;
use crate::ingest::error::chain;
use crate::ingest::produce::Piece;
use crate::reader::{self, Charset, ReadError, Reading, Record, Row, Rows};
use crate::source::RawDocument;

/// An article and its near-duplicate sketch, as the index takes it.
pub(crate) struct Made {
    pub(crate) article: Article,
    pub(crate) sketch: Vec<u64>,
}

/// What came of a piece of a file.
#[derive(Default)]
pub(crate) struct Gave {
    pub(crate) came: Vec<Came>,
    /// The charset it is in, where it is text.
    pub(crate) charset: Option<Charset>,
    /// Documents of it that end before they should.
    pub(crate) truncated: u64,
}

/// What came of a document, or of a place in one.
pub(crate) enum Came {
    Article(Box<Made>),
    /// It holds no article: where, if it is a part of a file, and why.
    Nothing(Option<String>, String),
    /// It stands for an article elsewhere: where, and what it says of that.
    Noted(String, String),
    /// It could not be read: where, if it is a part of a file, and why.
    Failed(Option<String>, String),
}

impl From<Vec<Came>> for Gave {
    fn from(came: Vec<Came>) -> Self {
        Self {
            came,
            ..Self::default()
        }
    }
}

/// Makes articles of a piece of a file; `limit` is the longest row that is read, in bytes.
pub(crate) fn articles(piece: Piece, reading: &Reading, limit: usize) -> Gave {
    match piece {
        Piece::Whole(document) => whole(document, reading),
        Piece::Rows(document, rows, batch) => batch
            .into_iter()
            .filter_map(|one| row(&document, &rows, one, reading, limit))
            .collect::<Vec<_>>()
            .into(),
        Piece::Passed(place, reason) => vec![Came::Nothing(Some(place), reason)].into(),
        Piece::Noted(place, note) => vec![Came::Noted(place, note)].into(),
        Piece::Failed(place, error) => vec![Came::Failed(place, chain(&error))].into(),
    }
}

/// Reads a whole document.
fn whole(document: RawDocument, reading: &Reading) -> Gave {
    let place = document.record.clone();
    let mut truncated = u64::from(document.truncated);
    let mut charset = None;
    let read = guarded(|| reader::read_noting(document, reading, &mut charset));
    let came = match read {
        Err(panic) => vec![Came::Failed(place, panic)],
        Ok(Err(error)) => vec![refused(place, &error)],
        Ok(Ok(records)) => {
            let failures = records
                .failures
                .into_iter()
                .map(|failure| refused(failure.key.record, &failure.error));
            let articles = records.records.into_iter().map(article);
            articles.chain(failures).collect()
        }
    };
    if came.iter().any(Came::is_truncated) {
        truncated = 1;
    }
    Gave {
        came,
        charset,
        truncated,
    }
}

impl Came {
    fn is_truncated(&self) -> bool {
        matches!(self, Self::Article(made) if made.article.issues.iter().any(|issue| issue == "truncated"))
    }
}

/// Reads a row of a document; `None` where it is blank.
fn row(
    document: &RawDocument,
    rows: &Rows,
    row: Row,
    reading: &Reading,
    limit: usize,
) -> Option<Came> {
    let before = document.record.as_deref().unwrap_or("");
    let place = format!("{before}#{}", row.number);
    let Some(bytes) = row.bytes else {
        return Some(refused(Some(place), &ReadError::LongLine { limit }));
    };
    let document = RawDocument {
        record: Some(place.clone()),
        bytes,
        ..document.clone()
    };
    match guarded(|| rows.read(document, reading)) {
        Err(panic) => Some(Came::Failed(Some(place), panic)),
        Ok(Err(error)) => Some(refused(Some(place), &error)),
        Ok(Ok(None)) => None,
        Ok(Ok(Some(record))) => Some(article(record)),
    }
}

fn article(record: Record) -> Came {
    let Key { record: place, .. } = record.key.clone();
    let made = guarded(|| {
        let (found, issues) = extract(&record);
        let article = enrich(&record.key, found, issues);
        let sketch = sketch(&article);
        let sketch = if sketch.is_empty() {
            Vec::new()
        } else {
            sketch.to_numbers().to_vec()
        };
        Made { article, sketch }
    });
    match made {
        Ok(made) => Came::Article(Box::new(made)),
        Err(panic) => Came::Failed(place, panic),
    }
}

fn refused(place: Option<String>, error: &ReadError) -> Came {
    if error.skips() {
        Came::Nothing(place, chain(error))
    } else {
        Came::Failed(place, chain(error))
    }
}

/// A panic over one document is that document's failure; its message is the reason.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| format!("a bug: {}", message(&*panic)))
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("panicked")
}
