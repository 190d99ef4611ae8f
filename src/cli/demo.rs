//! `dateline demo`: the sample archive that ships with the program, indexed and searched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use anyhow::Context;
use etcetera::BaseStrategy;
use rust_embed::RustEmbed;

use crate::cli::folder::Folder;
use crate::cli::{Io, search};
use crate::ingest::{self, Options, Progress};
use crate::source::Walk;

/// The sample archive.
#[derive(RustEmbed)]
#[folder = "tests/archive/"]
struct Sample;

/// What is searched for where nothing is said.
const QUERY: [&str; 2] = ["Albania", "cyberattack"];
/// The name of the archive's folder: paths begin with it.
const ROOT: &str = "sample";

/// Index the sample archive that ships with dateline, and search it
///
/// The index lies in your cache folder; `--index` and DATELINE_INDEX are left alone.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline demo
  dateline demo oil opec
  dateline demo '\"edi rama\" iran*'")]
pub(crate) struct Args {
    /// What to search for [default: Albania cyberattack]
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
}

/// Makes the index, unless it is there already, and searches it.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let folder = folder()?;
    let index = folder.join("index");
    let fingerprint = fingerprint();
    let stamp = folder.join("made-from");
    let made = fs::read_to_string(&stamp).is_ok_and(|made| made == fingerprint);
    if !made {
        build(&folder, &index, io)
            .with_context(|| format!("cannot make the sample index in `{}`", folder.display()))?;
        fs::write(&stamp, &fingerprint)
            .with_context(|| format!("cannot write `{}`", stamp.display()))?;
    }
    let typed = args.query.iter().any(|word| !word.trim().is_empty());
    let words: Vec<String> = if typed {
        args.query.clone()
    } else {
        QUERY.map(str::to_owned).to_vec()
    };
    io.say(&format!(
        "searching the sample archive for: {}",
        words.join(" ")
    ))?;
    let folder = Folder { index };
    search::run(&search::Args::plain(&words, folder), io)
}

/// Where the sample and its index are kept.
fn folder() -> anyhow::Result<PathBuf> {
    let strategy = etcetera::choose_base_strategy()
        .context("there is no home folder to keep the sample index in")?;
    Ok(strategy.cache_dir().join("dateline").join("demo"))
}

/// Changes with any file of the archive, and with the program that reads it.
fn fingerprint() -> String {
    let mut names: Vec<_> = Sample::iter().collect();
    names.sort();
    let mut hash = xxhash_rust::xxh3::Xxh3::new();
    for name in names {
        hash.update(name.as_bytes());
        if let Some(file) = Sample::get(&name) {
            hash.update(&file.metadata.sha256_hash());
        }
    }
    // The program as it was built: its size and when, where that can be known.
    let program = std::env::current_exe().and_then(fs::metadata);
    let built = program
        .as_ref()
        .map(|program| (program.len(), program.modified().ok()));
    let version = env!("CARGO_PKG_VERSION");
    format!("{version} {:016x} {:?}\n", hash.digest(), built.ok())
}

/// Unpacks the sample and indexes it.
fn build(folder: &Path, index: &Path, io: &mut Io) -> anyhow::Result<()> {
    let archive = folder.join(ROOT);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for name in Sample::iter() {
        let path = archive.join(name.as_ref());
        if let (Some(parent), Some(file)) = (path.parent(), Sample::get(&name)) {
            fs::create_dir_all(parent)?;
            fs::write(&path, &file.data)?;
        }
    }
    // Paths are as given: from here, those of the sample are short.
    let before = std::env::current_dir();
    std::env::set_current_dir(folder)?;
    let options = Options {
        walk: Walk {
            roots: vec![PathBuf::from(ROOT)],
            ..Walk::default()
        },
        root: Some(folder.to_owned()),
        ..Options::default()
    };
    let made = ingest::ingest(
        index,
        &options,
        &Progress::default(),
        &AtomicBool::new(false),
    );
    if let Ok(before) = before {
        std::env::set_current_dir(before)?;
    }
    let summary = made?;
    io.say(&format!(
        "indexed the sample archive: {} articles from {} files",
        summary.articles, summary.indexed
    ))
}
