//! One file's way through the pool: its pieces, the articles in them, its row.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::index::{Known, Status};
use crate::ingest::document::{self, Came, Gave, Made};
use crate::ingest::error::chain;
use crate::ingest::memory::cost;
use crate::ingest::outcome::{self, Outcome};
use crate::ingest::produce::Piece;
use crate::ingest::run::Run;
use crate::ingest::sink::Together;
use crate::ingest::summary::add;
use crate::reader::{self, Format};
use crate::source::{FoundFile, SourceError};

/// A file that is being worked on.
pub(super) struct Work<'w> {
    run: &'w Run<'w>,
    file: &'w FoundFile,
    known: Option<Known>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    outcome: Outcome,
    /// Whether a part of it was written, so that a row stands for it already.
    begun: bool,
    /// Articles of a file that is one piece: written together with its row.
    whole: Vec<Made>,
    /// Whether it is of a format that was not asked for.
    unwanted: bool,
}

impl<'w> Work<'w> {
    /// Begins on a file.
    pub(super) fn new(run: &'w Run<'w>, file: &'w FoundFile) -> Self {
        Self {
            run,
            file,
            known: run.ledger.get(&file.name),
            state: Mutex::default(),
        }
    }

    /// Works on a piece of it.
    pub(super) fn piece(&self, piece: Piece) {
        if self.run.sink.failed() {
            return;
        }
        if piece.is_document() {
            let format = Self::format(&piece);
            if self.is_unwanted(format) {
                self.state().unwanted |= piece.is_outermost();
                return;
            }
            if piece.len().saturating_mul(cost(format)) > self.run.gate.limit() {
                let reason = format!("{} bytes are too many for this --memory", piece.len());
                let place = match piece {
                    Piece::Whole(document) => document.record,
                    _ => None,
                };
                return self.state().outcome.fail_at(place, reason);
            }
        }
        let whole = piece.is_file();
        let gave = document::articles(
            piece,
            &self.run.options.reading,
            self.run.options.limits.line,
        );
        let mut state = self.state();
        let articles = state.take(gave);
        if whole {
            state.whole = articles;
            return;
        }
        if articles.is_empty() {
            return;
        }
        if !state.begun {
            state.begun = true;
            self.run.sink.write(&Together {
                delete: self.known.map(|_| self.file.name.as_str()),
                add: Some(outcome::begun(self.file)),
                ..Together::default()
            });
        }
        drop(state);
        self.run.sink.count(&articles, &self.run.counts);
        self.run.progress.add_articles(articles.len() as u64);
        self.run.sink.write(&Together {
            articles: &articles,
            ..Together::default()
        });
    }

    fn format(piece: &Piece) -> Option<Format> {
        match piece {
            Piece::Whole(document) => reader::format(&document.bytes, document.name(), true).ok(),
            Piece::Rows(_, rows, _) => Some(rows.format()),
            Piece::Passed(..) | Piece::Noted(..) | Piece::Failed(..) => None,
        }
    }

    fn is_unwanted(&self, format: Option<Format>) -> bool {
        let formats = &self.run.options.formats;
        !formats.is_empty() && !format.is_some_and(|format| formats.contains(&format))
    }

    /// Writes the row, and the articles of a file that is one piece. `ended` is the hash of the file; `cut` says that the run was stopped
    /// before its end.
    pub(super) fn end(self, ended: Result<u64, SourceError>, cut: bool) {
        let (run, file) = (self.run, self.file);
        let mut state = self
            .state
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        add(&run.counts.bytes, file.size);
        if state.unwanted {
            return;
        }
        match ended {
            // Its row says that it was begun.
            Ok(_) if cut && state.begun => return,
            Ok(hash) => {
                state.outcome.hash = hash;
                if self.known.is_none() {
                    run.is_new(hash);
                }
            }
            Err(error) => state.outcome.fail(chain(&error)),
        }
        if run.sink.failed() {
            return;
        }
        let counts = &run.counts;
        add(&counts.failed_records, state.outcome.notes.failed);
        add(&counts.skipped_records, state.outcome.notes.skipped);
        match state.outcome.status() {
            Status::Indexed | Status::Removed => add(&counts.indexed, 1),
            Status::Skipped => add(&counts.skipped, 1),
            Status::Failed => add(&counts.failed, 1),
        }
        let row = state.outcome.row(file);
        let places = state.outcome.places(file);
        if state.begun {
            run.sink.write(&Together {
                put: Some(row),
                places: &places,
                ..Together::default()
            });
            return;
        }
        run.sink.count(&state.whole, counts);
        run.progress.add_articles(state.whole.len() as u64);
        run.sink.write(&Together {
            delete: self.known.map(|_| file.name.as_str()),
            articles: &state.whole,
            add: Some(row),
            places: &places,
            ..Together::default()
        });
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Adds up what came, and gives the articles of it.
    fn take(&mut self, gave: Gave) -> Vec<Made> {
        let mut articles = Vec::new();
        self.outcome.read(&gave);
        for came in gave.came {
            match came {
                Came::Article(made) => articles.push(*made),
                Came::Nothing(place, reason) => self.outcome.nothing(place.is_some(), reason),
                Came::Noted(place, note) => self.outcome.note(place, note),
                Came::Failed(place, reason) => self.outcome.fail_at(place, reason),
            }
        }
        self.outcome.articles += articles.len() as u64;
        articles
    }
}
