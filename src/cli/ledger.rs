//! `dateline ledger`: every input and what became of it.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::process::ExitCode;

use crate::cli::Io;
use crate::cli::folder::Folder;
use crate::index::{Index, Row, Status};
use crate::search::Glob;
use crate::text::printable;

/// Every input: indexed, skipped, failed, and why
///
/// An input is a file below an archive root. Places in a file of which there is something to say, such as a page of a crawl that could
/// not be read, have lines of their own. Several filters take what any of them takes.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline ledger --failed
  dateline ledger --counts
  dateline ledger --path 'crawl/**' --skipped
  dateline ledger --misread --json | jq -r .path")]
pub(crate) struct Args {
    #[command(flatten)]
    folder: Folder,
    /// What failed, wholly or in part
    #[arg(long)]
    failed: bool,
    /// What holds no article
    #[arg(long)]
    skipped: bool,
    /// What gave articles
    #[arg(long)]
    indexed: bool,
    /// What was removed by hand
    #[arg(long)]
    removed: bool,
    /// What ends before it should
    #[arg(long)]
    truncated: bool,
    /// What holds bytes that are wrong in its charset
    #[arg(long)]
    misread: bool,
    /// Files that are another file of the ledger, byte for byte
    #[arg(long)]
    copies: bool,
    /// Only files whose path matches
    #[arg(long, value_name = "GLOB")]
    path: Option<String>,
    /// How many there are of each kind, with their reasons
    #[arg(long)]
    counts: bool,
    /// As JSON lines
    #[arg(long)]
    json: bool,
}

/// Failed places that the line of their file names already.
const NAMED: u64 = 5;

impl Args {
    /// Whether one of the filters takes a row; without filters all are taken.
    fn takes(&self, entry: &Entry) -> bool {
        let row = &entry.row;
        let taken = [
            (
                self.failed,
                row.status == Status::Failed || row.notes.failed > 0,
            ),
            (self.skipped, row.status == Status::Skipped),
            (self.indexed, row.status == Status::Indexed),
            (self.removed, row.status == Status::Removed),
            (self.truncated, row.notes.truncated > 0),
            (self.misread, row.notes.replaced > 0),
            (self.copies, entry.copy_of.is_some()),
        ];
        let any = taken.iter().any(|(asked, _)| *asked);
        !any || taken.iter().any(|(asked, is)| *asked && *is)
    }
}

/// A row, and the file that it is a copy of.
#[derive(serde::Serialize)]
struct Entry {
    #[serde(flatten)]
    row: Row,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_of: Option<String>,
}

/// Prints the rows of the ledger by path.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let snapshot = Index::open_read_only(&args.folder.index)?.snapshot()?;
    let glob = args.path.as_deref().map(Glob::new);
    let mut rows = Vec::new();
    snapshot.visit_rows(&mut |row| rows.push(row))?;
    let mut entries = entries(rows);
    entries.retain(|entry| {
        args.takes(entry)
            && glob
                .as_ref()
                .is_none_or(|glob| glob.matches(&entry.row.path))
    });
    if args.counts {
        counts(&entries, args.json, &mut *io.out)?;
    } else {
        let mut named = false;
        for entry in &entries {
            let row = &entry.row;
            if row.record.is_none() {
                named = row.notes.failed <= NAMED;
            } else if named && row.status == Status::Failed && !args.json {
                continue;
            }
            if args.json {
                serde_json::to_writer(&mut io.out, entry).map_err(io::Error::from)?;
                io.out.write_all(b"\n")?;
            } else {
                line(entry, &mut *io.out)?;
            }
        }
    }
    io.out.flush()?;
    // As a search has it: 1 where there is nothing to show.
    Ok(ExitCode::from(u8::from(entries.is_empty())))
}

/// The rows by path, each place behind its file; of files with the same bytes, the first by path is the original.
fn entries(mut rows: Vec<Row>) -> Vec<Entry> {
    rows.sort_by(|one, other| (&one.path, &one.record).cmp(&(&other.path, &other.record)));
    let mut originals: HashMap<(u64, u64), String> = HashMap::new();
    let entry = |row: Row| {
        let known = row.record.is_none() && row.hash != 0 && row.articles > 0;
        let mut copy_of = None;
        if known {
            let original = originals
                .entry((row.hash, row.size))
                .or_insert_with(|| row.path.clone());
            copy_of = Some(original.clone()).filter(|path| *path != row.path);
        }
        Entry { row, copy_of }
    };
    rows.into_iter().map(entry).collect()
}

fn line(entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let row = &entry.row;
    let name = name(row.status);
    let record = row.record.as_deref().unwrap_or("");
    let (path, record) = (printable(&row.path), printable(record));
    match row.record {
        Some(_) => write!(out, "{name:8}{:>8}  {path}{record}", "")?,
        None => write!(out, "{name:8}{:>8}  {path}", row.articles)?,
    }
    let mut said: Vec<String> = row.reason.iter().cloned().collect();
    let notes = &row.notes;
    if let Some(charset) = notes.charset.as_deref().filter(|name| *name != "UTF-8") {
        let by = notes.charset_by.as_deref().unwrap_or("?");
        said.push(format!("{charset} ({by})"));
    }
    if notes.replaced > 0 {
        said.push(format!("{} characters misread", notes.replaced));
    }
    if notes.truncated > 0 {
        said.push("truncated".to_owned());
    }
    if let Some(original) = &entry.copy_of {
        said.push(format!("the same bytes as `{original}`"));
    }
    if !said.is_empty() {
        write!(out, ": {}", printable(&said.join("; ")))?;
    }
    writeln!(out)
}

/// Inputs by what became of them and why.
fn counts(entries: &[Entry], json: bool, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut counts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.row.record.is_none()) {
        let row = &entry.row;
        let reason = match row.status {
            Status::Indexed if row.notes.failed > 0 => "in part",
            Status::Indexed if entry.copy_of.is_some() => "the same bytes as another",
            Status::Indexed => "",
            _ => row.reason.as_deref().unwrap_or(""),
        };
        *counts.entry((name(row.status), reason)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|one, other| one.0.0.cmp(other.0.0).then(other.1.cmp(&one.1)));
    for ((status, reason), count) in counts {
        if json {
            let line = serde_json::json!({"status": status, "reason": reason, "inputs": count});
            writeln!(out, "{line}")?;
        } else {
            let line = format!("{status:8}{count:>8}  {}", printable(reason));
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

fn name(status: Status) -> &'static str {
    match status {
        Status::Indexed => "indexed",
        Status::Skipped => "skipped",
        Status::Failed => "failed",
        Status::Removed => "removed",
    }
}
