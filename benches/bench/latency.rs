//! The table of latencies: what each query takes here and in tantivy, in the same run.
//!
//! Times are those of the clock, one thread, the index in memory; of several rounds in turns the shortest counts, as other work
//! on the machine only adds.

use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

use crate::asked::{Asked, KINDS};
use crate::bench::Corpus;
use crate::stock::Stock;

/// Rounds.
const ROUNDS: usize = 5;
/// Queries listed: those that take longest beside tantivy.
const LISTED: usize = 15;

/// How long one kind of queries is asked for a profiler, which has a moment to begin.
const REPEATED: Duration = Duration::from_secs(10);
const MOMENT: Duration = Duration::from_secs(1);

/// What one query took.
struct Taken<'a> {
    asked: &'a Asked,
    /// Milliseconds here.
    ours: f64,
    /// Milliseconds there.
    theirs: f64,
    /// Articles found here.
    found: usize,
}

/// Asks all queries of both and prints the table; `segments` are those of dateline's index.
pub(crate) fn report(
    corpus: &Corpus,
    segments: usize,
    queries: &[Asked],
    ours: &dyn Fn(&str) -> usize,
    stock: &Stock,
) -> std::io::Result<()> {
    let mut taken: Vec<Taken<'_>> = queries
        .iter()
        .map(|asked| Taken {
            asked,
            ours: f64::INFINITY,
            theirs: f64::INFINITY,
            found: 0,
        })
        .collect();
    for _ in 0..ROUNDS {
        for one in &mut taken {
            let began = Instant::now();
            one.found = black_box(ours(&one.asked.ours));
            one.ours = one.ours.min(began.elapsed().as_secs_f64() * 1e3);
            let began = Instant::now();
            black_box(stock.ask(&one.asked.theirs));
            one.theirs = one.theirs.min(began.elapsed().as_secs_f64() * 1e3);
        }
    }
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{}: {} articles, {:.1} MB, {segments} segments here and {} there, {} queries, the best of {ROUNDS} rounds, milliseconds",
        corpus.name,
        corpus.articles.len(),
        corpus.bytes() as f64 / 1e6,
        stock.segments(),
        queries.len()
    )?;
    writeln!(
        out,
        "{:18}{:>4}{:>28}{:>28}{:>20}",
        "", "n", "dateline p50 / p95 / p99", "tantivy p50 / p95 / p99", "ratio p50 / p95"
    )?;
    for kind in KINDS {
        let of_kind: Vec<&Taken<'_>> = taken.iter().filter(|one| one.asked.kind == kind).collect();
        row(kind, &of_kind, &mut out)?;
    }
    row("all", &taken.iter().collect::<Vec<_>>(), &mut out)?;
    taken.sort_by(|a, b| (b.ours - b.theirs).total_cmp(&(a.ours - a.theirs)));
    writeln!(
        out,
        "farthest behind tantivy (here, there, articles found):"
    )?;
    for one in taken.iter().take(LISTED) {
        writeln!(
            out,
            "{:8.2} {:8.2} {:8}  {}",
            one.ours, one.theirs, one.found, one.asked.ours
        )?;
    }
    writeln!(out)
}

/// Asks the queries of one kind again and again.
pub(crate) fn repeat(
    queries: &[Asked],
    kind: &str,
    ours: &dyn Fn(&str) -> usize,
) -> std::io::Result<()> {
    let all = || queries.iter();
    let asked: Vec<&Asked> = all()
        .filter(|one| kind == "all" || one.kind == kind)
        .collect();
    let process = std::process::id();
    writeln!(
        std::io::stderr(),
        "process {process} begins: {} queries",
        asked.len()
    )?;
    std::thread::sleep(MOMENT);
    let began = Instant::now();
    while began.elapsed() < REPEATED {
        for one in &asked {
            black_box(ours(&one.ours));
        }
    }
    Ok(())
}

fn row(name: &str, taken: &[&Taken<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    if taken.is_empty() {
        return Ok(());
    }
    let at = |share: f64, time: &dyn Fn(&Taken<'_>) -> f64| {
        let mut times: Vec<f64> = taken.iter().map(|one| time(one)).collect();
        times.sort_by(f64::total_cmp);
        times[((times.len() as f64 * share).ceil() as usize).clamp(1, times.len()) - 1]
    };
    let (here, there) = (|one: &Taken<'_>| one.ours, |one: &Taken<'_>| one.theirs);
    let shares = [0.5, 0.95, 0.99];
    let ours = shares.map(|share| at(share, &here));
    let theirs = shares.map(|share| at(share, &there));
    let three = |times: [f64; 3]| format!("{:.2} / {:.2} / {:.2}", times[0], times[1], times[2]);
    let ratio = format!("{:.2} / {:.2}", ours[0] / theirs[0], ours[1] / theirs[1]);
    writeln!(
        out,
        "{name:18}{:>4}{:>28}{:>28}{ratio:>20}",
        taken.len(),
        three(ours),
        three(theirs)
    )
}
