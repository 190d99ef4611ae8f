//! `dateline extract`: what would be indexed, as JSON lines, without an index.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rayon::prelude::*;

use crate::article::Article;
use crate::cli::Io;
use crate::cli::named::Named;
use crate::enrich::mentions;
use crate::ingest::{self, Came, Piece};
use crate::render;
use crate::source::{self, Limits};

/// Files worked on before their articles are printed.
const BATCH: usize = 64;

/// Print what would be indexed, as JSON lines, without an index.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files to read; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    named: Named,
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
#[derive(Default)]
struct Extracted {
    articles: Vec<Article>,
    refused: Vec<String>,
    failed: bool,
}

/// Prints an article a line, in the order of the files; says on `err` what was refused.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let mut failed = false;
    for batch in args.files.chunks(BATCH) {
        let extracted: Vec<Extracted> = batch.par_iter().map(|path| file(path, args)).collect();
        for extracted in extracted {
            for article in extracted.articles {
                if args.mentions {
                    render::line_with_mentions(&article, &mentions(&article), &mut io.out)?;
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
    let reading = &args.named.reading();
    let name = source::printable(path);
    let mut extracted = Extracted::default();
    let mut take = |mut piece: Piece, _| {
        if let Piece::Whole(document) = &mut piece
            && document.record.is_none()
        {
            document.url.clone_from(&args.url);
            document.captured.clone_from(&args.captured);
        }
        for came in ingest::articles(piece, reading, limits.line).came {
            extracted.take(&name, came);
        }
        ControlFlow::Continue(())
    };
    let read = if path.as_os_str() == "-" {
        ingest::produce_from(io::stdin(), &name, &limits, reading, &mut take)
    } else {
        ingest::produce(path, &name, &limits, reading, &mut take).map(|_| ())
    };
    if let Err(error) = read {
        let reason = format!("{:#}", anyhow::Error::from(error));
        extracted.take(&name, Came::Failed(None, reason));
    }
    extracted
}

impl Extracted {
    fn take(&mut self, name: &str, came: Came) {
        match came {
            Came::Article(made) => self.articles.push(made.article),
            Came::Nothing(place, reason) => {
                let place = place.unwrap_or_default();
                self.refused
                    .push(format!("skipped: `{name}{place}`: {reason}"));
            }
            Came::Noted(place, note) => self.refused.push(format!("note: `{name}{place}`: {note}")),
            Came::Failed(place, reason) => {
                let place = place.unwrap_or_default();
                self.refused
                    .push(format!("failed: `{name}{place}`: {reason}"));
                self.failed = true;
            }
        }
    }
}
