//! The run itself: the walk on a thread of its own, files to the pool, rows to the ledger.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};
use rayon::ThreadPool;
use xxhash_rust::xxh3::xxh3_64;

use crate::index::{Index, IndexError, Known, Ledger, Status};
use crate::ingest::document::{self, Came, Made};
use crate::ingest::error::chain;
use crate::ingest::memory::{Gate, Shares, cost};
use crate::ingest::outcome::{self, Outcome};
use crate::ingest::produce::{Ended, Piece, produce};
use crate::ingest::sink::{Sink, Together};
use crate::ingest::summary::{Counts, add};
use crate::ingest::{IngestError, Options, Progress, Summary, gone};
use crate::reader::{self, Format};
use crate::source::{FoundFile, Met, RawDocument, SourceError, walk};

/// Files that may have been found and wait to be read.
const QUEUE: usize = 16 << 10;
/// Bytes from which the pieces of one file are worked on in parallel.
const SPREAD: u64 = 1 << 20;
/// What the smallest file counts against the budget.
const SMALLEST: usize = 64 << 10;
/// Packed bytes usually unpack to no more than so many times their number.
const USUAL_RATIO: usize = 6;
const STACK: usize = 8 << 20;

/// Indexes an archive into the index at `path`, which is made where there is none.
///
/// `stop` may be set from elsewhere: what is done by then is committed, and the next run goes on from there.
///
/// # Errors
///
/// Where the archive cannot be walked at all, or the index cannot be written. What was committed stays.
pub fn ingest(
    path: &Path,
    options: &Options,
    progress: &Progress,
    stop: &AtomicBool,
) -> Result<Summary, IngestError> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.threads)
        .stack_size(STACK)
        .thread_name(|number| format!("parse-{number}"))
        .build()?;
    let shares = Shares::of(options.memory, pool.current_num_threads())?;
    let index = open(path, options)?;
    let ledger = match &index {
        Some(index) if !options.rebuild => index.snapshot()?.ledger()?,
        _ => Ledger::default(),
    };
    let writer = match &index {
        Some(index) if !options.dry_run => Some(index.writer(&shares.engine)?),
        _ => None,
    };
    if let (Some(writer), true) = (&writer, options.rebuild) {
        writer.delete_all()?;
    }
    let mut options = options.clone();
    options.walk.avoid.push(path.to_owned());
    let run = Run {
        options: &options,
        ledger: &ledger,
        sink: Sink::new(writer, &options, shares.bodies),
        gate: Gate::new(shares.documents),
        counts: Counts::default(),
        met: Mutex::default(),
        progress,
        stop,
    };
    run.all(&pool)?;
    let mut summary = run.counts.summary();
    summary.interrupted = stop.load(Ordering::Relaxed);
    if !summary.interrupted {
        let met = run.met.into_inner().unwrap_or_else(PoisonError::into_inner);
        let gone = gone::gone(&ledger, &options.walk.roots, &met);
        summary.gone = gone.len() as u64;
        summary.pruned = options.prune && !options.dry_run && !gone.is_empty();
        if summary.pruned {
            for path in &gone {
                run.sink.write(&Together {
                    delete: Some(path),
                    ..Together::default()
                });
            }
        }
    }
    run.sink.close()?;
    Ok(summary)
}

/// Opens the index; a dry run makes none.
fn open(path: &Path, options: &Options) -> Result<Option<Index>, IndexError> {
    if !options.dry_run {
        return Index::open_or_create(path).map(Some);
    }
    match Index::open_read_only(path) {
        Ok(index) => Ok(Some(index)),
        Err(IndexError::Missing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

struct Run<'r> {
    options: &'r Options,
    ledger: &'r Ledger,
    sink: Sink,
    gate: Gate,
    counts: Counts,
    /// Hashes of the paths met that the ledger knows.
    met: Mutex<HashSet<u64>>,
    progress: &'r Progress,
    stop: &'r AtomicBool,
}

impl Run<'_> {
    fn all(&self, pool: &ThreadPool) -> Result<(), SourceError> {
        let (sender, receiver) = bounded(QUEUE);
        thread::scope(|scope| {
            let walker = scope.spawn(move || {
                let walked = walk(&self.options.walk, &|met| self.met(met, &sender));
                self.progress.all_found();
                walked
            });
            self.files(pool, receiver);
            // A walk that panicked has met all that it will.
            walker.join().unwrap_or(Ok(()))
        })
    }

    /// Sorts out what the walk met, on its threads.
    fn met(&self, met: Met, sender: &Sender<FoundFile>) -> ControlFlow<()> {
        if self.stopped() {
            return ControlFlow::Break(());
        }
        match met {
            Met::File(file) => {
                if let Some(known) = self.known(&file.name)
                    && self.is_unchanged(&file, known)
                {
                    add(&self.counts.unchanged, 1);
                    add(
                        &self.counts.failed_before,
                        u64::from(known.status == Status::Failed),
                    );
                    return ControlFlow::Continue(());
                }
                self.progress.found(file.size);
                if sender.send(file).is_err() {
                    return ControlFlow::Break(());
                }
            }
            Met::Passed(file, reason) => {
                if self.known(&file.name).is_some() {
                    // Passed over before, or indexed before the flags were others.
                    add(&self.counts.unchanged, 1);
                } else {
                    add(&self.counts.skipped, 1);
                    self.sink.write(&Together {
                        add: Some(outcome::passed(&file, reason)),
                        ..Together::default()
                    });
                }
            }
            Met::Failed { name, error } => {
                add(&self.counts.failed, 1);
                self.known(&name);
                let mut outcome = Outcome::default();
                outcome.fail(chain(&error));
                let file = FoundFile {
                    path: name.clone().into(),
                    name,
                    size: 0,
                    modified: i64::MIN,
                };
                self.sink.write(&Together {
                    put: Some(outcome.row(&file)),
                    ..Together::default()
                });
            }
        }
        ControlFlow::Continue(())
    }

    fn known(&self, name: &str) -> Option<Known> {
        let known = self.ledger.get(name)?;
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.insert(xxh3_64(name.as_bytes()));
        Some(known)
    }

    fn is_unchanged(&self, file: &FoundFile, known: Known) -> bool {
        match known.status {
            Status::Removed => true,
            Status::Failed if self.options.retry_failed => false,
            _ => known.size == file.size && known.modified == file.modified,
        }
    }

    /// Hands the files to the pool; large ones are read here, a piece at a time.
    fn files(&self, pool: &ThreadPool, receiver: Receiver<FoundFile>) {
        pool.in_place_scope(|scope| {
            for file in &receiver {
                if self.stopped() {
                    break;
                }
                if file.size > SPREAD {
                    self.large(pool, &file);
                    continue;
                }
                let permit = self.gate.enter(self.estimate(&file));
                scope.spawn(move |_| {
                    self.small(&file);
                    drop(permit);
                });
            }
            // The walk ends at its next file.
            drop(receiver);
        });
    }

    fn estimate(&self, file: &FoundFile) -> usize {
        let packed = file.name.ends_with(".gz");
        let bytes = file.size as usize * if packed { USUAL_RATIO } else { 1 };
        (bytes * cost(None)).max(SMALLEST)
    }

    fn small(&self, file: &FoundFile) {
        if self.stopped() {
            return;
        }
        let work = Work::new(self, file);
        let mut flight = self.progress.begin(&file.name, file.size);
        let ended = produce(file, &self.options.limits, &mut |piece, taken| {
            work.piece(piece);
            flight.taken(taken);
            self.go_on()
        });
        work.end(ended);
    }

    fn large(&self, pool: &ThreadPool, file: &FoundFile) {
        let work = Work::new(self, file);
        let mut flight = self.progress.begin(&file.name, file.size);
        let ended = pool.in_place_scope(|scope| {
            produce(file, &self.options.limits, &mut |piece, taken| {
                let format = match &piece {
                    Piece::Lines(_) => Some(Format::JsonLines),
                    Piece::Whole(_) => None,
                };
                let permit = self.gate.enter(piece.len() * cost(format));
                let work = &work;
                scope.spawn(move |_| {
                    work.piece(piece);
                    drop(permit);
                });
                flight.taken(taken);
                self.go_on()
            })
        });
        work.end(ended);
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || self.sink.failed()
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.stopped() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// A file that is being worked on.
struct Work<'w> {
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
    fn new(run: &'w Run<'w>, file: &'w FoundFile) -> Self {
        Self {
            run,
            file,
            known: run.ledger.get(&file.name),
            state: Mutex::default(),
        }
    }

    fn piece(&self, piece: Piece) {
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

    fn lines(&self, lines: Vec<(u64, crate::source::Line)>) {
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
    fn end(self, ended: Result<Ended, SourceError>) {
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

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
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
