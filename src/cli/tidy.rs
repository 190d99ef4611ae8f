//! `dateline purge` and `dateline optimize`: the files of the index put in order.

use std::process::ExitCode;

use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::{Io, size};
use crate::index::{Cost, Index, Tidied};

/// Take what was removed or replaced out of the files of the index
///
/// Files that hold something removed, or an article's former version, are written anew without it, and the old ones and whatever broken-off runs
/// left behind are removed. Afterwards no byte of it lies in a file of the index folder. Backups, and copies of the folder, are left alone.
#[derive(Debug, clap::Args)]
pub(crate) struct PurgeArgs {
    #[command(flatten)]
    folder: Folder,
}

/// Make one file of each kind of all there are, for faster searches
///
/// What was removed or replaced is dropped on the way. For a while the index takes up to twice its place on the disk.
#[derive(Debug, clap::Args)]
pub(crate) struct OptimizeArgs {
    #[command(flatten)]
    folder: Folder,
}

/// Purges.
pub(crate) fn purge(args: &PurgeArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let index = Index::open(&args.folder.index)?;
    let cost = index.cost_of_purging()?;
    if cost.deleted > 0 {
        room(&index, cost, io)?;
    }
    // Also where no segment holds anything: a run that broke off may have left files.
    let tidied = index.purge()?;
    io.say(&match tidied.deleted {
        0 => "purged: no file holds anything that was removed or replaced".to_owned(),
        deleted => format!(
            "purged: {deleted} removed or replaced documents and rows are out of every file ({})",
            sizes(&tidied)
        ),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Optimizes.
pub(crate) fn optimize(args: &OptimizeArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let index = Index::open(&args.folder.index)?;
    let cost = index.cost_of_optimizing()?;
    if cost.bytes == 0 {
        io.say("nothing to do: one segment, nothing deleted")?;
        return Ok(ExitCode::SUCCESS);
    }
    room(&index, cost, io)?;
    let tidied = index.optimize()?;
    let (before, after) = tidied.segments;
    io.say(&format!(
        "{before} segments are {after} now, {} deleted documents dropped ({})",
        tidied.deleted,
        sizes(&tidied)
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Says what it takes, and refuses where there isn't room.
fn room(index: &Index, cost: Cost, io: &mut Io) -> anyhow::Result<()> {
    let free = index.free();
    let needed = size::show(cost.bytes);
    let there = free.map_or(String::new(), |free| {
        format!("; {} are free", size::show(free))
    });
    io.say(&format!("needs up to {needed} of disk meanwhile{there}"))?;
    if free.is_some_and(|free| free < cost.bytes) {
        let failure = Failure::new(format!("there is too little room: {needed} are needed"));
        return Err(failure.hint("nothing was changed; make room first").into());
    }
    Ok(())
}

fn sizes(tidied: &Tidied) -> String {
    let (before, after) = tidied.bytes;
    format!("{} before, {} now", size::show(before), size::show(after))
}
