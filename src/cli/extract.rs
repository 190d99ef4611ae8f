//! `dateline extract`: what would be indexed, as JSON lines, without an index.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rayon::prelude::*;

use crate::article::{Article, Mention};
use crate::cli::Io;
use crate::enrich::enrich_with_mentions;
use crate::extract::extract;
use crate::reader;
use crate::render;
use crate::source::{self, Limits, RawDocument};

/// Files worked on before their articles are printed.
const BATCH: usize = 64;

/// Print what would be indexed, as JSON lines, without an index.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files to read; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The address a page was fetched from, where it doesn't say so itself
    #[arg(long)]
    url: Option<String>,
    /// When it was fetched, where it doesn't say so itself
    #[arg(long, value_name = "DATE")]
    captured: Option<String>,
    /// Add `mentions`: each name in the body with its kind, its first byte and the byte after its last, its text, and whose name it is
    #[arg(long)]
    mentions: bool,
}

/// What became of one file.
struct Extracted {
    articles: Vec<(Article, Vec<Mention>)>,
    refused: Vec<String>,
    failed: bool,
}

/// Prints an article a line, in the order of the files; says on `err` what was refused.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let mut failed = false;
    for batch in args.files.chunks(BATCH) {
        let extracted: Vec<Extracted> = batch.par_iter().map(|path| file(path, args)).collect();
        for extracted in extracted {
            for (article, mentions) in extracted.articles {
                if args.mentions {
                    render::line_with_mentions(&article, &mentions, &mut io.out)?;
                } else {
                    render::line(&article, &mut io.out)?;
                }
            }
            for message in extracted.refused {
                io.out.flush()?;
                writeln!(io.err, "{message}")?;
            }
            failed |= extracted.failed;
        }
    }
    io.out.flush()?;
    Ok(ExitCode::from(if failed { 3 } else { 0 }))
}

fn file(path: &Path, args: &Args) -> Extracted {
    let limits = Limits::default();
    let standard_input = path.as_os_str() == "-";
    let contents = if standard_input {
        source::read_from(io::stdin(), &limits)
    } else {
        source::read(path, &limits)
    };
    let name = source::printable(path);
    let contents = match contents {
        Ok(contents) => contents,
        Err(error) => return refuse(&name, &anyhow::Error::from(error), true),
    };
    let records = reader::read(RawDocument {
        path: name.clone(),
        bytes: contents.bytes,
        truncated: contents.truncated,
        url: args.url.clone(),
        captured: args.captured.clone(),
        ..RawDocument::default()
    });
    match records {
        Ok(records) => Extracted {
            articles: records
                .records
                .into_iter()
                .map(|record| {
                    let (found, issues) = extract(&record);
                    enrich_with_mentions(&record.key, found, issues)
                })
                .collect(),
            failed: records
                .failures
                .iter()
                .any(|failure| !failure.error.skips()),
            refused: records
                .failures
                .into_iter()
                .map(|failure| {
                    let record = failure.key.record.unwrap_or_default();
                    let failed = !failure.error.skips();
                    message(&format!("{name}{record}"), &failure.error.into(), failed)
                })
                .collect(),
        },
        Err(error) => {
            let failed = !error.skips();
            refuse(&name, &error.into(), failed)
        }
    }
}

fn refuse(name: &str, error: &anyhow::Error, failed: bool) -> Extracted {
    Extracted {
        articles: Vec::new(),
        refused: vec![message(name, error, failed)],
        failed,
    }
}

fn message(name: &str, error: &anyhow::Error, failed: bool) -> String {
    let what = if failed { "failed" } else { "skipped" };
    format!("{what}: `{name}`: {error:#}")
}
