//! `dateline backup` and `dateline restore`: an index copied while it is in use, and brought back.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::folder::Folder;
use crate::cli::{Io, size};
use crate::index::{Carried, Index};

/// Copy the index, while it is in use or not
///
/// The copy is the last commit, whatever is written meanwhile; it is read again and compared with its checksums before the command ends. It is an
/// index itself: `dateline search --index DIR` searches it. The folder must be empty or not exist yet.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline backup /media/disk/index-2022-09-08
  dateline restore /media/disk/index-2022-09-08 --replace")]
pub(crate) struct BackupArgs {
    /// The folder of the copy
    #[arg(value_name = "DIR")]
    to: PathBuf,
    /// Name the same bytes rather than copy them, where the disk is the same: at once and without room, but lost with the disk
    #[arg(long)]
    link: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Bring an index back from a copy
///
/// The copy is read and compared with its checksums first. An index that is there is replaced only with `--replace`, in one step.
#[derive(Debug, clap::Args)]
pub(crate) struct RestoreArgs {
    /// The folder of the copy
    #[arg(value_name = "DIR")]
    from: PathBuf,
    /// Replace the index that is there, be it damaged
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Copies.
pub(crate) fn backup(args: &BackupArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let index = Index::open_read_only(&args.folder.index)?;
    let carried = index.back_up(&args.to, args.link)?;
    let linked = match carried.linked {
        0 => String::new(),
        linked => format!(", {linked} of them links"),
    };
    io.say(&format!(
        "copied {}{linked} to `{}`, read again and whole",
        said(carried),
        args.to.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Brings back.
pub(crate) fn restore(args: &RestoreArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let carried = Index::restore(&args.folder.index, &args.from, args.replace)?;
    io.say(&format!(
        "restored {} to `{}`",
        said(carried),
        args.folder.index.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn said(carried: Carried) -> String {
    format!("{} files ({})", carried.files, size::show(carried.bytes))
}
