//! `dateline repair` and `dateline upgrade`: the index made again from what it stores.

use std::io::Write;
use std::process::ExitCode;

use crate::cli::Io;
use crate::cli::folder::Folder;
use crate::index::FORMAT;
use crate::ingest;
use crate::text::printable;

/// Files named; `--json` names all.
const NAMED: usize = 20;

/// Rebuild what is damaged
///
/// What is whole stays. Of damaged files whatever can be read is written into new ones; files whose articles were lost, or may have been misread,
/// are marked, so that the next `dateline index` reads them again, and articles of files that are gone stay as they could be read. Exits with 3
/// where something is to be read again or is lost.
#[derive(Debug, clap::Args)]
pub(crate) struct RepairArgs {
    /// As JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Bring an index of an older version up to date
///
/// It is made anew from the articles that it stores: the files it was made from are not needed. Articles stay as the older version read them;
/// `dateline index --rebuild` reads the files again. Until it is done the old index stays as it is.
#[derive(Debug, clap::Args)]
pub(crate) struct UpgradeArgs {
    #[command(flatten)]
    folder: Folder,
}

/// Repairs, and says what was done.
pub(crate) fn repair(args: &RepairArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let repaired = ingest::repair(&args.folder.index)?;
    if args.json {
        writeln!(io.out, "{}", serde_json::to_value(&repaired)?)?;
    } else {
        for file in repaired.damaged.iter().take(NAMED) {
            writeln!(io.out, "damaged: {}", printable(file))?;
        }
        for path in repaired.to_read_again.iter().take(NAMED) {
            writeln!(io.out, "to be read again: {}", printable(path))?;
        }
        let more = repaired.to_read_again.len().saturating_sub(NAMED);
        if more > 0 {
            writeln!(io.out, "… and {more} more")?;
        }
    }
    io.out.flush()?;
    if repaired.damaged.is_empty() && repaired.to_read_again.is_empty() {
        io.say("nothing to repair")?;
        return Ok(ExitCode::SUCCESS);
    }
    let lost = match (repaired.lost, repaired.more_lost) {
        (0, false) => "none lost".to_owned(),
        (lost, false) => format!("{lost} lost"),
        (0, true) => "nobody knows how many lost".to_owned(),
        (lost, true) => format!("{lost} lost or more"),
    };
    io.say(&format!(
        "repaired: {} articles in the index, {} of them saved from {} damaged segments, {lost}",
        repaired.articles, repaired.saved, repaired.segments
    ))?;
    let again = !repaired.to_read_again.is_empty() || repaired.lost > 0 || repaired.more_lost;
    if again {
        io.say("hint: `dateline index` reads again what is marked and what is missing")?;
    }
    Ok(ExitCode::from(if again { 3 } else { 0 }))
}

/// Upgrades.
pub(crate) fn upgrade(args: &UpgradeArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    if crate::index::Index::open_read_only(&args.folder.index).is_ok() {
        io.say(&format!("nothing to do: the index has format {FORMAT}"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let upgraded = ingest::upgrade(&args.folder.index)?;
    io.say(&format!(
        "upgraded from format {} to {}: {} articles, {} rows of the ledger",
        upgraded.from, upgraded.to, upgraded.articles, upgraded.rows
    ))?;
    Ok(ExitCode::SUCCESS)
}
