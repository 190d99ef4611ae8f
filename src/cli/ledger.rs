//! `dateline ledger`: every input and what became of it.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::cli::Io;
use crate::cli::folder::Folder;
use crate::index::{Index, Row, Status};
use crate::text::printable;

/// Every input: indexed, skipped, failed, and why.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    folder: Folder,
    /// Only what failed, wholly or in part
    #[arg(long)]
    failed: bool,
    /// As JSON lines
    #[arg(long)]
    json: bool,
}

/// Prints the rows of the ledger by path.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let snapshot = Index::open_read_only(&args.folder.index)?.snapshot()?;
    let mut rows = Vec::new();
    snapshot.visit_rows(&mut |row| {
        if !args.failed || has_failed(&row) {
            rows.push(row);
        }
    })?;
    rows.sort_by(|one, other| one.path.cmp(&other.path));
    for row in &rows {
        if args.json {
            serde_json::to_writer(&mut io.out, row).map_err(io::Error::from)?;
            io.out.write_all(b"\n")?;
        } else {
            line(row, &mut *io.out)?;
        }
    }
    io.out.flush()?;
    // As a search has it: 1 where there is nothing to show.
    Ok(ExitCode::from(u8::from(rows.is_empty())))
}

/// Whether it failed; a file that was indexed has a reason where a record of it failed.
fn has_failed(row: &Row) -> bool {
    row.status == Status::Failed || row.status == Status::Indexed && row.reason.is_some()
}

fn line(row: &Row, out: &mut dyn Write) -> io::Result<()> {
    let status = match row.status {
        Status::Indexed => "indexed",
        Status::Skipped => "skipped",
        Status::Failed => "failed",
        Status::Removed => "removed",
    };
    write!(
        out,
        "{status:8}{:>8}  {}",
        row.articles,
        printable(&row.path)
    )?;
    if let Some(reason) = &row.reason {
        write!(out, ": {}", printable(reason))?;
    }
    writeln!(out)
}
