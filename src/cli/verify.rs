//! `dateline verify`: is the index what was written, and are the sources still there?

use std::io::Write;
use std::process::ExitCode;

use serde_json::json;

use crate::cli::folder::Folder;
use crate::cli::{Io, size};
use crate::index::{Index, Verification};
use crate::ingest::{self, Sources};
use crate::text::printable;

/// Paths named of each kind; `--json` names all.
const NAMED: usize = 20;

/// Check that the index is whole
///
/// Every file of it is read and compared with its checksum, and what the ledger says of each input is compared with the articles that the
/// index holds of it. Exits with 2 where something is wrong, with 3 where only sources are missing or changed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline verify
  dateline verify --sources
  dateline verify --json | jq .damaged")]
pub(crate) struct Args {
    /// Also compare the files that were indexed with those on the disk
    #[arg(long)]
    sources: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Checks, and says what was found.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let index = Index::open_read_only(&args.folder.index)?;
    let verification = index.verify()?;
    let sources = if args.sources && verification.damaged.is_empty() {
        Some(ingest::sources(&index)?)
    } else {
        None
    };
    if args.json {
        let mut value = serde_json::to_value(&verification)?;
        value["whole"] = json!(verification.is_whole());
        if let Some(sources) = &sources {
            value["sources"] = serde_json::to_value(sources)?;
        }
        writeln!(io.out, "{value}")?;
    } else {
        tell(&verification, sources.as_ref(), &mut *io.out)?;
    }
    io.out.flush()?;
    if let Some(mode) = &verification.open_to_others {
        io.say(&format!(
            "note: others can look into the folder (mode {mode}): `chmod 700 {}` keeps it to yourself",
            args.folder.index.display()
        ))?;
    }
    if !verification.is_whole() {
        io.say("hint: `dateline repair` rebuilds what can be")?;
        return Ok(ExitCode::from(2));
    }
    let differ = sources.is_some_and(|sources| !sources.are_as_indexed());
    Ok(ExitCode::from(if differ { 3 } else { 0 }))
}

fn tell(
    verification: &Verification,
    sources: Option<&Sources>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    for damage in verification.damaged.iter().take(NAMED) {
        writeln!(out, "damaged: {} {}", printable(&damage.file), damage.what)?;
    }
    more(verification.damaged.len(), "damaged files", out)?;
    for one in verification.disagreeing.iter().take(NAMED) {
        let says = one.in_ledger.map_or_else(
            || "does not know the file".to_owned(),
            |count| format!("says {count}"),
        );
        let path = printable(&one.path);
        let held = one.articles;
        writeln!(
            out,
            "disagrees: {path}: {held} in the index, the ledger {says}"
        )?;
    }
    more(verification.disagreeing.len(), "inputs", out)?;
    if verification.damaged.is_empty() {
        writeln!(
            out,
            "{} files, {}: each as it was written",
            verification.files,
            size::show(verification.bytes)
        )?;
        let agrees = if verification.disagreeing.is_empty() {
            ", as the ledger says"
        } else {
            ""
        };
        writeln!(out, "{} articles{agrees}", verification.articles)?;
    }
    if verification.unfinished > 0 {
        let count = verification.unfinished;
        writeln!(
            out,
            "{count} inputs were begun and not finished: the next `dateline index` reads them again"
        )?;
    }
    let Some(sources) = sources else {
        return Ok(());
    };
    for (what, paths) in [("missing", &sources.missing), ("changed", &sources.changed)] {
        for path in paths.iter().take(NAMED) {
            writeln!(out, "{what}: {}", printable(path))?;
        }
        more(paths.len(), "files", out)?;
    }
    writeln!(
        out,
        "sources: {} as indexed, {} changed, {} missing",
        sources.same,
        sources.changed.len(),
        sources.missing.len()
    )?;
    Ok(())
}

fn more(count: usize, what: &str, out: &mut dyn Write) -> anyhow::Result<()> {
    if count > NAMED {
        writeln!(out, "… and {} {what} more", count - NAMED)?;
    }
    Ok(())
}
