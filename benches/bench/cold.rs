//! One query from a cold shell: a dateline process beside a process of tantivy alone, in turns.
//!
//! Times are those of the clock from start to end of the process, the files in the system's cache; the shortest of many counts.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::stock::Stock;

/// Turns.
const TURNS: usize = 60;

/// Answers one query with tantivy alone, in a process of its own: opens the index in `folder`, prints how many match.
pub(crate) fn bare(folder: &Path, query: &str) -> std::io::Result<()> {
    let found = Stock::open(folder).ask(query);
    writeln!(std::io::stdout(), "{found}")
}

/// Prints how long both take for each query: its name, dateline's spelling and tantivy's.
pub(crate) fn report(
    ours: &Path,
    theirs: &Path,
    queries: &[(&str, &str, &str)],
) -> std::io::Result<()> {
    let itself = std::env::current_exe()?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "a process, the best of {TURNS}, milliseconds")?;
    for (name, here, there) in queries {
        let mut dateline = Command::new(env!("CARGO_BIN_EXE_dateline"));
        dateline.args(["search", "--index"]).arg(ours).arg(here);
        let mut tantivy = Command::new(&itself);
        tantivy.arg("--bare").arg(theirs).arg(there);
        let mut times = [f64::INFINITY; 2];
        for _ in 0..TURNS {
            for (command, time) in [&mut dateline, &mut tantivy].into_iter().zip(&mut times) {
                command.stdout(Stdio::null()).stderr(Stdio::null());
                let began = Instant::now();
                command.status()?;
                *time = time.min(began.elapsed().as_secs_f64() * 1e3);
            }
        }
        let [dateline, tantivy] = times;
        let ratio = dateline / tantivy;
        writeln!(
            out,
            "{name:18}{dateline:8.2}{tantivy:8.2}   ratio {ratio:.2}"
        )?;
    }
    Ok(())
}
