//! What each file of a folder costs, beside the files of its size.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use dateline::source::{self, Limits, Met, Walk};

use crate::hostile::{self, thread_cpu};

/// Runs of each file; the best counts.
const RUNS: usize = 3;
/// Files that a file is compared with: those next to it by size.
const NEIGHBOURS: usize = 20;
/// Files that are named, the dearest first.
const NAMED: usize = 8;

/// One file, and what it costs.
struct Cost {
    path: PathBuf,
    bytes: usize,
    cpu: Duration,
}

impl Cost {
    fn per_byte(&self) -> f64 {
        self.cpu.as_nanos() as f64 / self.bytes as f64
    }
}

/// Prints a table for each folder: the rate, and the files that cost most for their size.
pub(crate) fn report(folders: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for folder in folders {
        let mut costs = measure(Path::new(folder));
        if costs.is_empty() {
            writeln!(out, "{folder}: no files\n")?;
            continue;
        }
        costs.sort_by_key(|cost| cost.bytes);
        let bytes: usize = costs.iter().map(|cost| cost.bytes).sum();
        let cpu: Duration = costs.iter().map(|cost| cost.cpu).sum();
        let slowest = costs.iter().map(|cost| cost.cpu).max().unwrap_or_default();
        writeln!(
            out,
            "{folder}: {} files, {:.1} MB, {:.1} MB/s of one core; slowest {:.1} ms",
            costs.len(),
            bytes as f64 / 1e6,
            bytes as f64 / 1e6 / cpu.as_secs_f64(),
            slowest.as_secs_f64() * 1e3,
        )?;
        let mut against: Vec<(f64, usize)> = (0..costs.len())
            .map(|at| (costs[at].per_byte() / of_its_size(&costs, at), at))
            .collect();
        against.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (times, at) in against.into_iter().take(NAMED) {
            let cost = &costs[at];
            writeln!(
                out,
                "{times:>7.1} times the median of its size: {:>9} bytes {:>8.2} ms  {}",
                cost.bytes,
                cost.cpu.as_secs_f64() * 1e3,
                cost.path.file_name().unwrap_or_default().to_string_lossy(),
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The median cost of a byte in the files next to this one by size.
fn of_its_size(costs: &[Cost], at: usize) -> f64 {
    let from = at
        .saturating_sub(NEIGHBOURS / 2)
        .min(costs.len().saturating_sub(NEIGHBOURS + 1));
    let to = (from + NEIGHBOURS + 1).min(costs.len());
    let mut near: Vec<f64> = costs[from..to].iter().map(Cost::per_byte).collect();
    near.sort_by(f64::total_cmp);
    near[near.len() / 2]
}

fn measure(folder: &Path) -> Vec<Cost> {
    let found = Mutex::new(Vec::new());
    let walk = Walk {
        roots: vec![folder.to_path_buf()],
        ..Walk::default()
    };
    let walked = source::walk(&walk, &|met| {
        if let Met::File(file) = met {
            found.lock().expect("no thread panics").push(file.path);
        }
        std::ops::ControlFlow::Continue(())
    });
    walked.expect("a folder that can be read");
    let paths = found.into_inner().expect("no thread panics");
    paths.into_iter().filter_map(cost).collect()
}

/// What a file costs from its bytes to its articles; `None` where there is nothing in it.
fn cost(path: PathBuf) -> Option<Cost> {
    let contents = source::read(&path, &Limits::default()).ok()?;
    let name = path.to_string_lossy().into_owned();
    let best = (0..RUNS)
        .map(|_| {
            let bytes = contents.bytes.clone();
            let start = thread_cpu();
            hostile::run(&name, bytes);
            thread_cpu().saturating_sub(start)
        })
        .min()?;
    (!contents.bytes.is_empty()).then_some(Cost {
        bytes: contents.bytes.len(),
        path,
        cpu: best,
    })
}
