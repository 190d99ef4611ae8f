//! What became of one file.

use std::collections::BTreeMap;

use crate::index::{Notes, Row, Status};
use crate::ingest::document::Gave;
use crate::source::FoundFile;

/// Failed places that the reason of a row names.
const NAMED: usize = 5;
/// Places of a file that have rows of their own.
const PLACES: usize = 10_000;
/// Reasons by which places without an article are counted.
const REASONS: usize = 200;
/// Of these, so many are named.
const SHOWN: usize = 5;
/// Characters of a reason.
const REASON: usize = 300;

/// What became of a file, added up over its articles.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Articles indexed.
    pub(super) articles: u64,
    /// How it was read.
    pub(super) notes: Notes,
    /// Places of which there is something to say, and what.
    places: Vec<(String, Status, String)>,
    /// Why the file as a whole failed.
    failed: Option<String>,
    /// Why it, or places in it, hold no article, and how many places that are.
    nothing: BTreeMap<String, u64>,
    /// Hash of its bytes; 0 where it was not read whole.
    pub(super) hash: u64,
}

impl Outcome {
    /// The file as a whole could not be read.
    pub(super) fn fail(&mut self, reason: String) {
        self.failed.get_or_insert(reason);
    }

    /// A place of it could not be read; no place: all of it.
    pub(super) fn fail_at(&mut self, place: Option<String>, reason: String) {
        let Some(place) = place else {
            return self.fail(reason);
        };
        self.notes.failed += 1;
        self.say(place, Status::Failed, reason);
    }

    /// It, or a place in it, holds no article.
    pub(super) fn nothing(&mut self, is_place: bool, reason: String) {
        self.notes.skipped += u64::from(is_place);
        if self.nothing.len() < REASONS || self.nothing.contains_key(&reason) {
            *self.nothing.entry(reason).or_default() += 1;
        }
    }

    /// A place in it stands for an article elsewhere.
    pub(super) fn note(&mut self, place: String, note: String) {
        self.nothing(true, "fetched again".to_owned());
        self.say(place, Status::Skipped, note);
    }

    fn say(&mut self, place: String, status: Status, what: String) {
        if self.places.len() < PLACES {
            self.places.push((place, status, what));
        }
    }

    /// Adds up how a piece was read.
    pub(super) fn read(&mut self, gave: &Gave) {
        self.notes.truncated += gave.truncated;
        if let Some(charset) = gave.charset {
            self.notes.replaced += charset.replaced;
            if self.notes.charset.is_none() {
                self.notes.charset = Some(charset.name.to_owned());
                self.notes.charset_by = Some(charset.by.name().to_owned());
            }
        }
    }

    /// Indexed as soon as there is one article; else failed rather than skipped.
    pub(super) fn status(&self) -> Status {
        if self.failed.is_some() || self.articles == 0 && self.notes.failed > 0 {
            Status::Failed
        } else if self.articles > 0 || self.nothing.is_empty() {
            Status::Indexed
        } else {
            Status::Skipped
        }
    }

    fn reason(&self) -> Option<String> {
        let (failed, skipped) = (self.notes.failed, self.notes.skipped);
        let mut parts = Vec::new();
        if let Some(reason) = &self.failed {
            parts.push(reason.clone());
        } else if failed > 0 {
            let named: Vec<String> = self
                .places
                .iter()
                .filter(|(_, status, _)| *status == Status::Failed)
                .take(NAMED)
                .map(|(place, _, reason)| format!("{place} {reason}"))
                .collect();
            let more = if failed > NAMED as u64 { "; …" } else { "" };
            parts.push(format!(
                "{failed} {} failed: {}{more}",
                records(failed),
                named.join("; ")
            ));
        }
        if skipped > 0 {
            parts.push(format!(
                "{skipped} {} skipped: {}",
                records(skipped),
                self.why_nothing()
            ));
        } else if self.status() == Status::Skipped {
            parts.extend(self.nothing.keys().next().cloned());
        }
        if parts.is_empty() {
            return None;
        }
        let mut reason = parts.join("; ");
        if let Some((end, _)) = reason.char_indices().nth(REASON) {
            reason.truncate(end);
            reason.push('…');
        }
        Some(reason)
    }

    /// `image/png (12), HTTP 404 (3)`
    fn why_nothing(&self) -> String {
        let mut reasons: Vec<(&String, &u64)> = self.nothing.iter().collect();
        reasons.sort_by(|one, other| other.1.cmp(one.1).then_with(|| one.0.cmp(other.0)));
        let more = if reasons.len() > SHOWN { ", …" } else { "" };
        let named: Vec<String> = reasons
            .iter()
            .take(SHOWN)
            .map(|(reason, count)| match count {
                1 => (*reason).clone(),
                count => format!("{reason} ({count})"),
            })
            .collect();
        format!("{}{more}", named.join(", "))
    }

    /// The row of the ledger.
    pub(super) fn row(&self, file: &FoundFile) -> Row {
        Row {
            path: file.name.clone(),
            record: None,
            size: file.size,
            modified: file.modified,
            hash: self.hash,
            status: self.status(),
            reason: self.reason(),
            articles: self.articles,
            notes: self.notes.clone(),
        }
    }

    /// The rows of places within it.
    pub(super) fn places(&self, file: &FoundFile) -> Vec<Row> {
        let row = |(place, status, reason): &(String, Status, String)| Row {
            path: file.name.clone(),
            record: Some(place.clone()),
            size: 0,
            modified: 0,
            hash: 0,
            status: *status,
            reason: Some(reason.clone()),
            articles: 0,
            notes: Notes::default(),
        };
        self.places.iter().map(row).collect()
    }
}

fn records(count: u64) -> &'static str {
    if count == 1 { "record" } else { "records" }
}

/// The row of a file that is begun but not done: whatever the file is, the next run finds it changed.
pub(super) fn begun(file: &FoundFile) -> Row {
    Row {
        path: file.name.clone(),
        record: None,
        size: 0,
        modified: i64::MIN,
        hash: 0,
        status: Status::Failed,
        reason: Some("interrupted: index again".to_owned()),
        articles: 0,
        notes: Notes::default(),
    }
}

/// The row of a file that is passed over; without a time, so that it is read once it is not passed over any more.
pub(super) fn passed(file: &FoundFile, reason: &str) -> Row {
    Row {
        path: file.name.clone(),
        record: None,
        size: file.size,
        modified: 0,
        hash: 0,
        status: Status::Skipped,
        reason: Some(reason.to_owned()),
        articles: 0,
        notes: Notes::default(),
    }
}
