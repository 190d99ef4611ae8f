//! One file's way through the pool: its pieces, the articles in them, its row.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::index::{Known, Row, Status};
use crate::ingest::document::{self, Came, Gave, Made};
use crate::ingest::error::chain;
use crate::ingest::memory::cost;
use crate::ingest::outcome::{self, Outcome};
use crate::ingest::produce::Piece;
use crate::ingest::removed::Removed;
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
    /// Articles of its first piece that has any: written together with its row where there are no more.
    held: Vec<Made>,
    /// Whether the file came as one document.
    complete: bool,
    /// Whether it is of a format that was not asked for.
    unwanted: bool,
    /// What was removed of it by hand.
    removed: Removed,
}

impl<'w> Work<'w> {
    /// Begins on a file.
    pub(super) fn new(run: &'w Run<'w>, file: &'w FoundFile) -> Self {
        Self {
            run,
            file,
            known: run.ledger.get(&file.name),
            state: Mutex::new(State {
                removed: Removed::of(run.ledger.removed(&file.name)),
                ..State::default()
            }),
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
        state.complete |= whole;
        if articles.is_empty() {
            return;
        }
        if !state.begun && state.held.is_empty() {
            // They wait: a file of one piece changes in one commit.
            state.held = articles;
            return;
        }
        if !state.begun {
            state.begun = true;
            let held = std::mem::take(&mut state.held);
            self.run.sink.count(&held, &self.run.counts);
            self.run.progress.add_articles(held.len() as u64);
            self.run.sink.write(&Together {
                delete: self.former(),
                articles: &held,
                add: Some(outcome::begun(self.file)),
                // They stay, whatever becomes of the rest.
                places: &state.removed.rows(&self.file.name),
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

    /// The path where the index may hold something of it.
    fn former(&self) -> Option<&str> {
        let name = self.file.name.as_str();
        (self.known.is_some() || !self.run.ledger.removed(name).is_empty()).then_some(name)
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
    pub(super) fn end(&self, ended: Result<u64, SourceError>, cut: bool) {
        let (run, file) = (self.run, self.file);
        let mut state = self.state();
        add(&run.counts.bytes, file.size);
        if state.unwanted {
            return;
        }
        match ended {
            // Its row says that it was begun, or what it said before.
            Ok(_) if cut && !state.complete => return,
            Ok(hash) => {
                state.outcome.hash = hash;
                if self.known.is_none() {
                    run.is_new(hash, &file.name);
                }
            }
            Err(error) => {
                let gone = matches!(&error, SourceError::Io(_));
                state.outcome.fail(chain(&error));
                if gone && !state.begun && self.keeps_former(&state) {
                    return;
                }
            }
        }
        let late = state.removed.end();
        state.outcome.articles += late.len() as u64;
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
        let mut places = state.outcome.places(file);
        places.extend(state.removed.rows(&file.name));
        if state.begun {
            run.sink.count(&late, counts);
            run.progress.add_articles(late.len() as u64);
            run.sink.write(&Together {
                articles: &late,
                put: Some(row),
                places: &places,
                ..Together::default()
            });
            return;
        }
        let mut whole = std::mem::take(&mut state.held);
        whole.extend(late);
        run.sink.count(&whole, counts);
        run.progress.add_articles(whole.len() as u64);
        run.sink.write(&Together {
            delete: self.former(),
            articles: &whole,
            add: Some(row),
            places: &places,
            ..Together::default()
        });
    }

    /// Where the file cannot be read any more, though it lies there: what the index has of it stays, and its row says why.
    fn keeps_former(&self, state: &State) -> bool {
        let Some(known) = self.known.filter(|known| known.articles > 0) else {
            return false;
        };
        let (run, file) = (self.run, self.file);
        add(&run.counts.failed, 1);
        let row = state.outcome.row(file);
        run.sink.write(&Together {
            put: Some(Row {
                articles: known.articles,
                ..row.to_read_again()
            }),
            places: &state.removed.rows(&file.name),
            ..Together::default()
        });
        true
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
                Came::Article(made) => articles.extend(self.removed.pass(*made)),
                Came::Nothing(place, reason) => self.outcome.nothing(place.is_some(), reason),
                Came::Noted(place, note) => self.outcome.note(place, note),
                Came::Failed(place, reason) => self.outcome.fail_at(place, reason),
            }
        }
        self.outcome.articles += articles.len() as u64;
        articles
    }
}
