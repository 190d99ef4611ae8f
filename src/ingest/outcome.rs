//! What became of one file.

use crate::index::{Row, Status};
use crate::source::FoundFile;

/// Failed places that the reason of a row names.
const NAMED: u64 = 5;
/// Characters of a reason.
const REASON: usize = 300;

/// What became of a file, added up over its articles.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Articles indexed.
    pub(super) articles: u64,
    /// Places that failed while others did not.
    pub(super) failed_records: u64,
    /// The first of them, with reasons.
    named: Vec<String>,
    /// Why the file as a whole failed.
    failed: Option<String>,
    /// Why it, or a place in it, holds no article.
    nothing: Option<String>,
    /// Hash of its bytes, decompressed; 0 where it was not read whole.
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
        self.failed_records += 1;
        if self.failed_records <= NAMED {
            self.named.push(format!("{place} {reason}"));
        }
    }

    /// It, or a place in it, holds no article.
    pub(super) fn nothing(&mut self, reason: String) {
        self.nothing.get_or_insert(reason);
    }

    /// Indexed as soon as there is one article; else failed rather than skipped.
    pub(super) fn status(&self) -> Status {
        if self.failed.is_some() || self.articles == 0 && self.failed_records > 0 {
            Status::Failed
        } else if self.articles > 0 || self.nothing.is_none() {
            Status::Indexed
        } else {
            Status::Skipped
        }
    }

    fn reason(&self) -> Option<String> {
        let mut reason = match (&self.failed, self.failed_records, self.status()) {
            (Some(reason), _, _) => reason.clone(),
            (None, 0, Status::Skipped) => self.nothing.clone()?,
            (None, 0, _) => return None,
            (None, count, _) => {
                let more = if count > NAMED { "; …" } else { "" };
                let records = if count == 1 { "record" } else { "records" };
                format!("{count} {records} failed: {}{more}", self.named.join("; "))
            }
        };
        if let Some((end, _)) = reason.char_indices().nth(REASON) {
            reason.truncate(end);
            reason.push('…');
        }
        Some(reason)
    }

    /// The row of the ledger.
    pub(super) fn row(&self, file: &FoundFile) -> Row {
        Row {
            path: file.name.clone(),
            size: file.size,
            modified: file.modified,
            hash: self.hash,
            status: self.status(),
            reason: self.reason(),
            articles: self.articles,
        }
    }
}

/// The row of a file that is begun but not done: whatever the file is, the next run finds it changed.
pub(super) fn begun(file: &FoundFile) -> Row {
    Row {
        path: file.name.clone(),
        size: 0,
        modified: i64::MIN,
        hash: 0,
        status: Status::Failed,
        reason: Some("interrupted: index again".to_owned()),
        articles: 0,
    }
}

/// The row of a file that is passed over; without a time, so that it is read once it is not passed over any more.
pub(super) fn passed(file: &FoundFile, reason: &str) -> Row {
    Row {
        path: file.name.clone(),
        size: file.size,
        modified: 0,
        hash: 0,
        status: Status::Skipped,
        reason: Some(reason.to_owned()),
        articles: 0,
    }
}
