//! The command line: what a user types, and what it means.

mod extract;
mod folder;
mod index;
mod ledger;
mod progress;
mod size;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Where a command writes: data to `out`, everything else to `err`.
pub(crate) struct Io {
    /// Standard output.
    pub(crate) out: Box<dyn Write>,
    /// Standard error.
    pub(crate) err: Box<dyn Write>,
}

/// Search news archives.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Index files and folders.
    Index(index::Args),
    /// Print what would be indexed, as JSON lines, without an index.
    Extract(extract::Args),
    /// Every input and what became of it.
    Ledger(ledger::Args),
}

/// Runs the command.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut io = Io {
        out: Box::new(BufWriter::new(io::stdout())),
        err: Box::new(io::stderr()),
    };
    let done = match cli.command {
        Command::Index(args) => index::run(&args, &mut io),
        Command::Extract(args) => extract::run(&args, &mut io),
        Command::Ledger(args) => ledger::run(&args, &mut io),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            let closed = error
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
            if closed {
                return ExitCode::SUCCESS;
            }
            // Nothing can be done where standard error is closed as well.
            let _ = writeln!(io.err, "error: {error:#}");
            ExitCode::from(2)
        }
    }
}
