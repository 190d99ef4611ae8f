//! What an index holds.

use std::collections::BTreeMap;
use std::fs;

use crate::index::FORMAT;
use crate::index::error::IndexError;
use crate::index::ledger::Status;
use crate::index::snapshot::Snapshot;

/// What an index holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Stats {
    /// Articles.
    pub articles: u64,
    /// Articles without any date but that of capture.
    pub undated: u64,
    /// First second of the earliest article, in civil seconds since 1970; `None` where all are undated.
    pub first: Option<i64>,
    /// First second of the latest article.
    pub last: Option<i64>,
    /// Words of all bodies.
    pub words: u64,
    /// Articles by language, most first; `None` is unknown.
    pub langs: Vec<(Option<String>, u64)>,
    /// Articles by publisher, most first; `None` is unknown.
    pub publishers: Vec<(Option<String>, u64)>,
    /// Inputs that gave articles, were skipped, failed, were removed.
    pub inputs: Inputs,
    /// Bytes on disk by kind of file, most first: `store`, `pos`, `idx`, `term`, `fast`, …
    pub bytes: Vec<(String, u64)>,
    /// Segments.
    pub segments: usize,
    /// See [`FORMAT`].
    pub format: u32,
}

/// Inputs by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Inputs {
    /// Gave articles.
    pub indexed: u64,
    /// Hold none.
    pub skipped: u64,
    /// Could not be read.
    pub failed: u64,
    /// Were removed by hand.
    pub removed: u64,
}

impl Snapshot {
    /// Counts what the index holds, in one pass over its columns.
    pub fn stats(&self) -> Result<Stats, IndexError> {
        let mut stats = Stats {
            segments: self.searcher.segment_readers().len(),
            format: FORMAT,
            ..Stats::default()
        };
        let mut langs = BTreeMap::new();
        let mut publishers = BTreeMap::new();
        for segment in self.searcher.segment_readers() {
            self.guard("counting", || {
                let fast = segment.fast_fields();
                // Every article has a path and a length; a row has neither.
                let length = fast.column_opt::<u64>("length")?;
                let Some(length) = length else { return Ok(()) };
                let words = fast.column_opt::<u64>("words")?;
                let date = fast.column_opt::<i64>("date")?;
                let lang = fast.str("lang")?;
                let publisher = fast.str("publisher_raw")?;
                for doc in segment.doc_ids_alive() {
                    if length.first(doc).is_none() {
                        continue;
                    }
                    stats.articles += 1;
                    stats.words += words.as_ref().and_then(|c| c.first(doc)).unwrap_or(0);
                    match date.as_ref().and_then(|c| c.first(doc)) {
                        Some(date) => {
                            stats.first = Some(stats.first.map_or(date, |d| d.min(date)));
                            stats.last = Some(stats.last.map_or(date, |d| d.max(date)));
                        }
                        None => stats.undated += 1,
                    }
                    count(&mut langs, lang.as_ref(), doc)?;
                    count(&mut publishers, publisher.as_ref(), doc)?;
                }
                Ok(())
            })?;
        }
        stats.langs = ranked(langs);
        stats.publishers = ranked(publishers);
        self.visit_rows(&mut |row| match row.status {
            _ if row.record.is_some() => {}
            Status::Indexed => stats.inputs.indexed += 1,
            Status::Skipped => stats.inputs.skipped += 1,
            Status::Failed => stats.inputs.failed += 1,
            Status::Removed => stats.inputs.removed += 1,
        })?;
        stats.bytes = self.bytes()?;
        Ok(stats)
    }

    fn bytes(&self) -> Result<Vec<(String, u64)>, IndexError> {
        let io = |source| IndexError::io(&self.path, "reading the folder", source);
        let mut kinds = BTreeMap::<String, u64>::new();
        for entry in fs::read_dir(&self.path).map_err(io)? {
            let entry = entry.map_err(io)?;
            // A file may be merged away meanwhile.
            let Ok(meta) = entry.metadata() else { continue };
            if !meta.is_file() || entry.file_name() == "README.md" {
                continue;
            }
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let kind = match name.rsplit_once('.') {
                Some((stem, kind)) if !stem.is_empty() => kind,
                _ => "other",
            };
            *kinds.entry(kind.to_owned()).or_default() += meta.len();
        }
        let mut bytes: Vec<_> = kinds.into_iter().collect();
        bytes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(bytes)
    }
}

type Counts = BTreeMap<Option<String>, u64>;

fn count(
    counts: &mut Counts,
    column: Option<&tantivy::columnar::StrColumn>,
    doc: tantivy::DocId,
) -> tantivy::Result<()> {
    let mut name = None;
    if let Some(column) = column
        && let Some(ord) = column.term_ords(doc).next()
    {
        let mut text = String::new();
        column.ord_to_str(ord, &mut text)?;
        name = Some(text);
    }
    *counts.entry(name).or_default() += 1;
    Ok(())
}

fn ranked(counts: Counts) -> Vec<(Option<String>, u64)> {
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    ranked
}
