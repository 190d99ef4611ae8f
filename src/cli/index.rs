//! `dateline index`: files and folders into an index.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::cli::folder::Folder;
use crate::cli::named::Named;
use crate::cli::progress::Bar;
use crate::cli::{Io, size};
use crate::ingest::{self, Options, Progress, Summary};
use crate::reader::Format;
use crate::source::{Limits, Walk};

/// Index files and folders. Running it again touches only what changed.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files and folders to index
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    folder: Folder,
    /// Threads that parse; as many as there are cores, if not given
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<usize>,
    /// Memory that may be held in all, file cache aside; at least 128M
    #[arg(long, value_name = "SIZE", default_value = "1G", value_parser = size::parse)]
    memory: u64,
    /// Only files that match; `!GLOB` leaves out
    #[arg(short = 'g', long = "glob", value_name = "GLOB")]
    globs: Vec<String>,
    /// Hidden files too
    #[arg(long)]
    hidden: bool,
    /// Leave out what `.gitignore` and `.ignore` files name
    #[arg(long)]
    respect_ignore: bool,
    /// Follow symbolic links
    #[arg(long)]
    follow: bool,
    /// Only documents of these types
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    types: Vec<Type>,
    #[command(flatten)]
    named: Named,
    /// Largest file that is read whole; files that come in rows (JSON lines and arrays, tables, feeds) may be larger
    #[arg(long, value_name = "SIZE", value_parser = size::parse)]
    max_filesize: Option<u64>,
    /// Text after which what is done is committed
    #[arg(long, value_name = "SIZE", value_parser = size::parse, hide = true)]
    commit_every: Option<u64>,
    /// Do everything but write
    #[arg(long)]
    dry_run: bool,
    /// Begin with an empty index
    #[arg(long)]
    rebuild: bool,
    /// Try again what failed before
    #[arg(long)]
    retry_failed: bool,
    /// Drop the articles of files that are gone
    #[arg(long)]
    prune: bool,
}

/// A type of document, as typed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Type {
    /// Pages
    Html,
    /// Plain and scraped text
    Text,
    /// JSON
    Json,
    /// JSON lines
    Jsonl,
    /// Tables: CSV, TSV
    Csv,
    /// Feeds: RSS, Atom, sitemaps of news
    Feed,
    /// NITF, NewsML, XML of articles
    Xml,
    /// Newswire collections in SGML
    Sgml,
    /// Mails
    Mail,
    /// Files of mails
    Mbox,
    /// Pages saved as mails
    Mhtml,
    /// Markdown below a head of fields
    Markdown,
    /// Office documents: DOCX, ODT
    Office,
    /// Rich text
    Rtf,
    /// Exports of news databases
    Export,
}

impl Type {
    fn format(self) -> Format {
        match self {
            Self::Html => Format::Html,
            Self::Text => Format::Text,
            Self::Json => Format::Json,
            Self::Jsonl => Format::JsonLines,
            Self::Csv => Format::Table,
            Self::Feed => Format::Feed,
            Self::Xml => Format::Xml,
            Self::Sgml => Format::Sgml,
            Self::Mail => Format::Mail,
            Self::Mbox => Format::Mbox,
            Self::Mhtml => Format::Mhtml,
            Self::Markdown => Format::Markdown,
            Self::Office => Format::Office,
            Self::Rtf => Format::Rtf,
            Self::Export => Format::Export,
        }
    }
}

impl Args {
    fn options(&self) -> Options {
        let defaults = Options::default();
        Options {
            walk: Walk {
                roots: self.paths.clone(),
                globs: self.globs.clone(),
                hidden: self.hidden,
                respect_ignore: self.respect_ignore,
                follow: self.follow,
                threads: self.threads.unwrap_or(0),
                ..Walk::default()
            },
            limits: Limits {
                file: self.max_filesize.unwrap_or(defaults.limits.file),
                ..defaults.limits
            },
            memory: self.memory as usize,
            threads: self.threads.unwrap_or(0),
            reading: self.named.reading(),
            formats: self.types.iter().map(|kind| kind.format()).collect(),
            retry_failed: self.retry_failed,
            rebuild: self.rebuild,
            prune: self.prune,
            dry_run: self.dry_run,
            root: std::env::current_dir().ok(),
            commit_every: self.commit_every.unwrap_or(defaults.commit_every),
        }
    }
}

/// Indexes, shows how far it is, and says at the end what was done. The first Ctrl-C commits what is done, the second ends.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let stop = Arc::new(AtomicBool::new(false));
    on_interrupt(&stop)?;
    let began = Instant::now();
    let summary = watched(&args.folder, &args.options(), &stop)?;
    if let Some(root) = &summary.other_root {
        io.say(&format!(
            "note: paths of this index were given from `{}`, and name files there too: an article is known by its path as given",
            root.display()
        ))?;
    }
    if let Some(mode) = &summary.open_to_others {
        io.say(&format!(
            "note: others can look into the index folder (mode {mode}): `chmod 700 {}` keeps it to yourself",
            args.folder.index.display()
        ))?;
    }
    report(&summary, args, began.elapsed(), io)?;
    Ok(if summary.interrupted {
        // As a shell has it for what Ctrl-C ended.
        ExitCode::from(130)
    } else if summary.has_failures() {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    })
}

/// Runs with a progress bar beside it, where standard error is a terminal.
fn watched(folder: &Folder, options: &Options, stop: &AtomicBool) -> anyhow::Result<Summary> {
    let progress = Progress::default();
    let done = AtomicBool::new(false);
    let summary = thread::scope(|scope| {
        scope.spawn(|| Bar::new().follow(&progress, &done));
        let _end = Done(&done);
        ingest::ingest(&folder.index, options, &progress, stop)
    });
    Ok(summary?)
}

/// Ends the bar however the run ends.
struct Done<'d>(&'d AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn on_interrupt(stop: &Arc<AtomicBool>) -> anyhow::Result<()> {
    let stop = Arc::clone(stop);
    ctrlc::set_handler(move || {
        if stop.swap(true, Ordering::Relaxed) {
            end();
        }
        // Nobody is left to be told where standard error is closed.
        let _ = writeln!(
            io::stderr(),
            "\nstopping: committing what is done (Ctrl-C again ends at once)"
        );
    })
    .context("cannot wait for Ctrl-C")
}

#[expect(
    clippy::exit,
    reason = "the second Ctrl-C ends the process; the index holds what was committed"
)]
fn end() {
    std::process::exit(130);
}

/// The closing summary, on `err`.
fn report(summary: &Summary, args: &Args, took: Duration, io: &mut Io) -> io::Result<()> {
    let err = &mut io.err;
    let verb = if args.dry_run {
        "would index"
    } else {
        "indexed"
    };
    let seconds = took.as_secs_f64();
    if summary.articles == 0 && summary.indexed + summary.skipped + summary.failed == 0 {
        writeln!(err, "nothing to do: {} unchanged", files(summary.unchanged))?;
    } else {
        let rate = summary.bytes as f64 / 1e6 / seconds.max(0.001);
        writeln!(
            err,
            "{verb} {} from {} in {seconds:.1} s ({}, {rate:.1} MB/s)",
            count(summary.articles, "article", "articles"),
            files(summary.indexed),
            size::show(summary.bytes),
        )?;
        writeln!(
            err,
            "{} unchanged, {} skipped, {} failed, {}, {} undated",
            summary.unchanged,
            summary.skipped,
            summary.failed,
            count(summary.copies, "exact copy", "exact copies"),
            summary.undated,
        )?;
    }
    if summary.failed_records + summary.skipped_records > 0 {
        writeln!(
            err,
            "inside files: {} failed, {} skipped",
            count(summary.failed_records, "record", "records"),
            summary.skipped_records,
        )?;
    }
    if summary.moved > 0 {
        writeln!(
            err,
            "{} elsewhere, byte for byte: articles go by the new path",
            count(summary.moved, "file is", "files are")
        )?;
    }
    if summary.has_failures() && !args.dry_run {
        writeln!(err, "hint: `dateline ledger --failed` lists what failed")?;
    } else if summary.failed_before > 0 {
        writeln!(
            err,
            "{} failed before: `--retry-failed` tries again",
            files(summary.failed_before)
        )?;
    }
    if summary.gone > 0 && summary.pruned {
        writeln!(err, "dropped {} that are gone", files(summary.gone))?;
    } else if summary.gone > 0 {
        writeln!(
            err,
            "{} gone from the archive: `--prune` drops their articles",
            files(summary.gone)
        )?;
    }
    if summary.interrupted {
        writeln!(
            err,
            "stopped: what was done is committed; run the same command again to go on"
        )?;
    }
    err.flush()
}

fn files(number: u64) -> String {
    count(number, "file", "files")
}

fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
