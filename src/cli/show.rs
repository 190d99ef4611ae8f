//! `dateline show`: one article, readable.

use std::io::Write;
use std::ops::ControlFlow;
use std::process::ExitCode;

use crate::article::Article;
use crate::cli::Io;
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::enrich::mentions;
use crate::index::Index;
use crate::ingest::{self, Piece, on_disk};
use crate::reader::{self, Reading};
use crate::render;
use crate::source::{Limits, SourceError};
use crate::text::printable;

/// Show one article, readable
///
/// An article goes by its id, by the first digits of it (four or more), or by what it calls itself. Where several go by one name,
/// they are listed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline show 5f0c0b6f2d9a41e7
  dateline show 5f0c0b6f --json | jq .published
  dateline show 5f0c0b6f --meta")]
pub(crate) struct Args {
    /// The article's id, its first digits, or its own id
    #[arg(value_name = "ID")]
    id: String,
    /// As JSON
    #[arg(long)]
    json: bool,
    /// With `--json`: each name in the body and whose it is
    #[arg(long, requires = "json")]
    mentions: bool,
    /// The bytes it came from
    #[arg(long, conflicts_with = "json")]
    raw: bool,
    /// Each field and the rule that gave it
    #[arg(long, conflicts_with_all = ["json", "raw"])]
    meta: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Prints the article.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let index = Index::open_read_only(&args.folder.index)?;
    let found = index.snapshot()?.find(args.id.trim())?;
    if args.json && !found.is_empty() {
        for article in &found {
            if args.mentions {
                render::line_with_mentions(article, &mentions(article), &mut io.out)?;
            } else {
                render::line(article, &mut io.out)?;
            }
        }
        return Ok(ExitCode::SUCCESS);
    }
    match found.as_slice() {
        [] => {
            let failure = Failure::new(format!("no article goes by `{}`", printable(&args.id)));
            let hint = "ids stand at the right end of a hit, and in `dateline search --json`";
            crate::cli::failure::report(&failure.hint(hint).into(), io);
            Ok(ExitCode::from(1))
        }
        [article] if args.raw => raw(article, &index, io),
        [article] if args.meta => {
            render::meta(article, io.look, &mut io.out)?;
            Ok(ExitCode::SUCCESS)
        }
        [article] => {
            render::article(article, io.look, &mut io.out)?;
            Ok(ExitCode::SUCCESS)
        }
        several => {
            io.say(&format!(
                "note: {} articles go by `{}`",
                several.len(),
                printable(&args.id)
            ))?;
            for article in several {
                let date = article
                    .published
                    .as_ref()
                    .map_or("undated".to_owned(), |date| date.date.value());
                let title = article.title.as_deref().unwrap_or("(no title)");
                let record = article.record.as_deref().unwrap_or_default();
                let line = format!(
                    "{}  {date:<16}  {title}  ({}{record})",
                    article.id, article.path
                );
                writeln!(io.out, "{}", printable(&line))?;
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The bytes of the file, unpacked; of the member, where it lies in an archive; of the row, where it is a row of it.
fn raw(article: &Article, index: &Index, io: &mut Io) -> anyhow::Result<ExitCode> {
    let record = article.record.as_deref().unwrap_or("");
    let (place, number) = match record.rsplit_once('#') {
        Some((place, number)) => (place, number.parse::<u64>().ok()),
        None => (record, None),
    };
    let path = on_disk(index, &article.path);
    let place = Some(place).filter(|place| !place.is_empty());
    let unread = || {
        Failure::new(format!(
            "cannot read `{}{}`",
            printable(&article.path),
            printable(place.unwrap_or(""))
        ))
        .hint("the file is neither where it was indexed, nor at the same place beside the index or below this folder")
    };
    let mut found = None;
    let mut take = |piece: Piece, _| {
        found = match piece {
            Piece::Whole(document) if document.record.as_deref() == place => {
                let name = document.name().to_owned();
                let row = number.and_then(|number| reader::row(&document.bytes, &name, number));
                Some(Ok(row.map_or((document.bytes, false), |row| (row, true))))
            }
            Piece::Rows(document, _, rows) if document.record.as_deref() == place => rows
                .into_iter()
                .find(|row| Some(row.number) == number)
                .and_then(|row| Some(Ok((row.bytes?, true)))),
            Piece::Failed(at, error) if at.as_deref() == place => Some(Err(error)),
            _ => None,
        };
        if found.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let unreadable = |error: SourceError| anyhow::Error::from(error).context(unread());
    let (limits, reading) = (Limits::default(), Reading::default());
    ingest::produce(&path, &article.path, &limits, &reading, &mut take).map_err(unreadable)?;
    let (bytes, is_row) = found.ok_or_else(unread)?.map_err(unreadable)?;
    io.out.write_all(&bytes)?;
    if is_row {
        writeln!(io.out)?;
    }
    Ok(ExitCode::SUCCESS)
}
