//! The run itself: the walk on a thread of its own, files to the pool, rows to the ledger.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};
use rayon::ThreadPool;
use xxhash_rust::xxh3::xxh3_64;

use crate::index::{Index, IndexError, Known, Ledger, Rooted, Row, Snapshot, Status, Unwanted};
use crate::ingest::error::chain;
use crate::ingest::memory::{Gate, Permit, Shares, cost};
use crate::ingest::outcome::{self, Outcome};
use crate::ingest::produce::{Piece, produce};
use crate::ingest::sink::{Sink, Together};
use crate::ingest::summary::{Counts, add};
use crate::ingest::work::Work;
use crate::ingest::{IngestError, Options, Progress, Summary, gone};
use crate::source::{self, FoundFile, Met, SourceError, walk};

/// Files that may have been found and wait to be read.
const QUEUE: usize = 16 << 10;
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
    let mut index = open(path, options)?;
    let rooted = match (&mut index, &options.root) {
        (Some(index), Some(root)) => index.set_root(root, &options.walk.roots),
        _ => Rooted::Same,
    };
    // Only who writes knows that nobody else does: what another run has committed just now is part of what was before.
    let writer = match &index {
        Some(index) if !options.dry_run => Some(index.writer(&shares.engine)?),
        _ => None,
    };
    let before = match &index {
        Some(index) if !options.rebuild => Some(index.snapshot()?),
        _ => None,
    };
    let ledger = match (&before, &index) {
        (Some(before), _) => before.ledger()?,
        // What was removed by hand stays so.
        (None, Some(index)) => index.snapshot()?.ledger()?.only_removed(),
        (None, None) => Ledger::default(),
    };
    if let (Some(writer), true) = (&writer, options.rebuild) {
        writer.delete_all()?;
        let mut rows: Vec<Row> = ledger.removed_rows().collect();
        rows.sort_by(|one, other| (&one.path, &one.record).cmp(&(&other.path, &other.record)));
        rows.iter().try_for_each(|row| writer.add_row(row))?;
    }
    let mut options = options.clone();
    options.walk.avoid.push(path.to_owned());
    options.limits = shares.within(options.limits);
    let run = Run {
        options: &options,
        ledger: &ledger,
        before: before.as_ref(),
        new: Mutex::default(),
        sink: Sink::new(
            writer,
            &options,
            options.rebuild || rooted == Rooted::New,
            shares.bodies,
        ),
        gate: Gate::new(shares.documents),
        counts: Counts::default(),
        met: Mutex::default(),
        progress,
        stop,
    };
    run.all(&pool)?;
    let mut summary = run.counts.summary();
    summary.open_to_others = index.as_ref().and_then(Index::open_to_others);
    if let Rooted::Elsewhere(root) = rooted {
        summary.other_root = Some(root);
    }
    summary.interrupted = stop.load(Ordering::Relaxed);
    if !summary.interrupted {
        let met = run.met.lock().unwrap_or_else(PoisonError::into_inner);
        let new = run.new.lock().unwrap_or_else(PoisonError::into_inner);
        let missing = gone::gone(&ledger, &options.walk.roots, &met);
        let elsewhere = |path: &String| new.get(&ledger.get(path)?.hash);
        let (moved, gone): (Vec<String>, Vec<String>) = missing
            .into_iter()
            .partition(|path| elsewhere(path).is_some());
        // Of a file that was removed there is nothing to drop.
        let is_removed = |path: &String| {
            let known = ledger.get(path);
            known.is_some_and(|known| known.status == Status::Removed)
        };
        let gone: Vec<String> = gone.into_iter().filter(|path| !is_removed(path)).collect();
        summary.gone = gone.len() as u64;
        summary.moved = moved.len() as u64;
        summary.pruned = options.prune && !options.dry_run && !gone.is_empty();
        if !options.dry_run {
            let moves = moved
                .iter()
                .filter_map(|path| Some((path, elsewhere(path)?)));
            let unwanted: Vec<Unwanted> = moves
                .flat_map(|(from, to)| unwanted(&ledger, from, to))
                .collect();
            if let Some(index) = index.as_ref().filter(|_| !unwanted.is_empty()) {
                run.sink.remove(index, &unwanted);
            }
            let pruned = gone.iter().filter(|_| summary.pruned);
            for path in moved.iter().chain(pruned) {
                let removed = ledger.removed(path).iter().map(|place| place.row(path));
                let removed: Vec<Row> = removed.filter(|_| !moved.contains(path)).collect();
                run.sink.write(&Together {
                    delete: Some(path),
                    places: &removed,
                    ..Together::default()
                });
            }
        }
        drop((met, new));
    }
    run.sink.close()?;
    Ok(summary)
}

/// What was removed by hand of the file at `from`, which lies at `to` now.
fn unwanted(ledger: &Ledger, from: &str, to: &str) -> Vec<Unwanted> {
    let whole = ledger
        .get(from)
        .filter(|known| known.status == Status::Removed);
    let whole = whole.map(|_| Unwanted::new(to, None, 0));
    let places = ledger.removed(from).iter();
    let places = places.map(|place| Unwanted::new(to, Some(&place.record), place.hash));
    whole.into_iter().chain(places).collect()
}

/// Opens the index; a dry run makes none.
fn open(path: &Path, options: &Options) -> Result<Option<Index>, IndexError> {
    if !options.dry_run {
        return match Index::open_or_create(path) {
            // It cannot be read, but it is an index, and not wanted any more.
            Err(IndexError::Format { .. } | IndexError::Damaged { .. }) if options.rebuild => {
                Index::remove(path)?;
                Index::create(path).map(Some)
            }
            index => index.map(Some),
        };
    }
    match Index::open_read_only(path) {
        Ok(index) => Ok(Some(index)),
        Err(IndexError::Missing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What all threads share.
pub(super) struct Run<'r> {
    pub(super) options: &'r Options,
    pub(super) ledger: &'r Ledger,
    /// The index before the run.
    before: Option<&'r Snapshot>,
    /// Hashes of files that the ledger did not know, and where they lie.
    new: Mutex<HashMap<u64, String>>,
    pub(super) sink: Sink,
    pub(super) gate: Gate,
    pub(super) counts: Counts,
    /// Hashes of the paths met that the ledger knows.
    met: Mutex<HashSet<u64>>,
    pub(super) progress: &'r Progress,
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
                let known = self.known(&name);
                let removed = self.ledger.removed(&name).iter();
                let removed: Vec<Row> = removed.map(|place| place.row(&name)).collect();
                let mut outcome = Outcome::default();
                outcome.fail(chain(&error));
                let file = FoundFile {
                    path: name.clone().into(),
                    name,
                    size: 0,
                    modified: i64::MIN,
                };
                self.sink.write(&Together {
                    put: Some(Row {
                        // What was read of it before stays.
                        articles: known.map_or(0, |known| known.articles),
                        ..outcome.row(&file)
                    }),
                    places: &removed,
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
                // What may come in pieces is not left to one thread.
                if file.size > self.options.limits.whole / 4 {
                    self.large(pool, &file);
                    continue;
                }
                let mut permit = self.gate.enter(Self::estimate(&file));
                scope.spawn(move |_| self.small(&file, &mut permit));
            }
            // The walk ends at its next file.
            drop(receiver);
        });
    }

    fn estimate(file: &FoundFile) -> usize {
        let packed = [".gz", ".bz2", ".xz", ".zst"]
            .iter()
            .any(|end| file.name.ends_with(end));
        let bytes = file.size as usize * if packed { USUAL_RATIO } else { 1 };
        (bytes * cost(None)).max(SMALLEST)
    }

    fn small(&self, file: &FoundFile, permit: &mut Permit<'_>) {
        if self.stopped() {
            return;
        }
        let work = Work::new(self, file);
        let mut flight = self.progress.begin(&file.name, file.size);
        if self.is_only_touched(file) {
            return;
        }
        let mut cut = false;
        let ended = produce(
            &file.path,
            &file.name,
            &self.options.limits,
            &self.options.reading,
            &mut |piece, taken| {
                permit.grow(piece.len() * cost(None));
                work.piece(piece);
                flight.taken(taken);
                self.go_on(&mut cut)
            },
        );
        work.end(ended, cut);
    }

    fn large(&self, pool: &ThreadPool, file: &FoundFile) {
        let work = Work::new(self, file);
        let mut flight = self.progress.begin(&file.name, file.size);
        if self.is_only_touched(file) {
            return;
        }
        let mut cut = false;
        let ended = pool.in_place_scope(|scope| {
            produce(
                &file.path,
                &file.name,
                &self.options.limits,
                &self.options.reading,
                &mut |piece, taken| {
                    let format = match &piece {
                        Piece::Rows(_, rows, _) => Some(rows.format()),
                        _ => None,
                    };
                    let permit = self.gate.enter(piece.len() * cost(format));
                    let work = &work;
                    scope.spawn(move |_| {
                        work.piece(piece);
                        drop(permit);
                    });
                    flight.taken(taken);
                    self.go_on(&mut cut)
                },
            )
        });
        work.end(ended, cut);
    }

    /// Whether a file has another time, but the bytes that it had when it was indexed; its rows say so then.
    fn is_only_touched(&self, file: &FoundFile) -> bool {
        let known = self.ledger.get(&file.name);
        let same = known.is_some_and(|known| {
            known.hash != 0
                && known.size == file.size
                && known.status != Status::Failed
                && source::fingerprint(&file.path).is_ok_and(|hash| hash == known.hash)
        });
        let (true, Some(before)) = (same, self.before) else {
            return false;
        };
        let Ok(rows) = before.rows_of(&file.name) else {
            return false;
        };
        let (whole, places): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| row.record.is_none());
        let Some(row) = whole.into_iter().next() else {
            return false;
        };
        add(&self.counts.unchanged, 1);
        self.sink.write(&Together {
            put: Some(Row {
                modified: file.modified,
                ..row
            }),
            places: &places,
            ..Together::default()
        });
        true
    }

    /// Notes a file that the ledger did not know: it may be one that is gone elsewhere.
    pub(super) fn is_new(&self, hash: u64, name: &str) {
        if hash != 0 && !self.ledger.is_empty() {
            let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
            new.insert(hash, name.to_owned());
        }
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || self.sink.failed()
    }

    /// Breaks off where the run was stopped, and notes it.
    fn go_on(&self, cut: &mut bool) -> ControlFlow<()> {
        if self.stopped() {
            *cut = true;
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
