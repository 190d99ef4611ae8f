//! One file's way through the pool: its pieces, the articles in them, its row.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::index::{Known, Status};
use crate::ingest::document::{self, Came, Made};
use crate::ingest::error::chain;
use crate::ingest::memory::cost;
use crate::ingest::outcome::{self, Outcome};
use crate::ingest::produce::{Ended, Piece};
use crate::ingest::run::Run;
use crate::ingest::sink::Together;
use crate::ingest::summary::add;
use crate::reader::{self, Format};
use crate::source::{FoundFile, Line, RawDocument, SourceError};

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
        match piece {
            Piece::Whole(contents) => self.whole(contents.bytes, contents.truncated),
            Piece::Lines(lines) => self.lines(lines),
        }
    }

    fn whole(&self, bytes: Vec<u8>, truncated: bool) {
        let format = reader::format(&bytes, &self.file.name, true).ok();
        if self.is_unwanted(format) {
            self.state().unwanted = true;
            return;
        }
        if bytes.len().saturating_mul(cost(format)) > self.run.gate.limit() {
            let reason = format!("{} bytes are too many for this --memory", bytes.len());
            return self.state().outcome.fail(reason);
        }
        let document = RawDocument {
            path: self.file.name.clone(),
            bytes,
            truncated,
            ..RawDocument::default()
        };
        let came = document::whole(document);
        let mut state = self.state();
        let articles = state.take(came);
        state.whole = articles;
    }

    fn lines(&self, lines: Vec<(u64, Line)>) {
        if self.is_unwanted(Some(Format::JsonLines)) {
            self.state().unwanted = true;
            return;
        }
        let limit = self.run.options.limits.line;
        let came: Vec<Came> = lines
            .into_iter()
            .filter_map(|(number, line)| document::line(&self.file.name, number, line, limit))
            .collect();
        let mut state = self.state();
        let articles = state.take(came);
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

    fn is_unwanted(&self, format: Option<Format>) -> bool {
        let formats = &self.run.options.formats;
        !formats.is_empty() && !format.is_some_and(|format| formats.contains(&format))
    }

    /// Writes the row, and the articles of a file that is one piece.
    pub(super) fn end(self, ended: Result<Ended, SourceError>) {
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
            Ok(ended) if ended.stopped && state.begun => return,
            Ok(ended) => {
                state.outcome.hash = ended.hash;
                if ended.truncated && state.begun {
                    state
                        .outcome
                        .fail_at(Some("end".to_owned()), "truncated".to_owned());
                }
            }
            Err(error) => state.outcome.fail(chain(&error)),
        }
        if run.sink.failed() {
            return;
        }
        let counts = &run.counts;
        add(&counts.failed_records, state.outcome.failed_records);
        match state.outcome.status() {
            Status::Indexed | Status::Removed => add(&counts.indexed, 1),
            Status::Skipped => add(&counts.skipped, 1),
            Status::Failed => add(&counts.failed, 1),
        }
        let row = state.outcome.row(file);
        if state.begun {
            run.sink.write(&Together {
                put: Some(row),
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
            put: None,
        });
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Adds up what came, and gives the articles of it.
    fn take(&mut self, came: Vec<Came>) -> Vec<Made> {
        let mut articles = Vec::new();
        for came in came {
            match came {
                Came::Article(made) => articles.push(*made),
                Came::Nothing(reason) => self.outcome.nothing(reason),
                Came::Failed(place, reason) => self.outcome.fail_at(place, reason),
            }
        }
        self.outcome.articles += articles.len() as u64;
        articles
    }
}
