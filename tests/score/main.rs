//! `cargo score FOLDER…`: how right is what comes out of pages whose right answer is known?
//!
//! A program rather than a set of tests: `cargo test` runs it without a folder, and it only says how it is used. What it does is
//! tested in `tests/it/score.rs`.

mod harness;

use std::io::{self, BufWriter, Write};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let done = harness::run(&arguments, &mut out).and_then(|()| Ok(out.flush()?));
    match done {
        // Whoever reads the output may stop early, as `head` does.
        Err(error) if is_closed_pipe(&error) => Ok(()),
        done => done,
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
