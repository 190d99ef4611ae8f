//! `dateline search --kwic`: what matched, line by line, with the text around it.

use std::process::ExitCode;
use std::time::Instant;

use crate::cli::Io;
use crate::cli::failure::Failure;
use crate::cli::search::asked::Asked;
use crate::cli::search::{Args, Format, KwicSortFlag};
use crate::index::Snapshot;
use crate::render::{self, Separated};
use crate::search::{KwicSort, KwicWanted, Request, kwic};

/// Lines shown to people where nothing is said.
const SHOWN: usize = 20;
/// Characters of text on each side: as many as the widest terminal shows.
const AROUND: usize = 120;

/// Prints lines; exit code 1 where no article is found.
pub(super) fn run(
    args: &Args,
    request: &Request,
    index: &Snapshot,
    io: &mut Io,
) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    if request.after.is_some() {
        let failure = Failure::new("`--after` goes on with articles, not with lines of `--kwic`");
        return Err(failure.hint("`--page 2` shows the next lines").into());
    }
    let format = args.format();
    let usual = match format {
        Format::Text | Format::Json => SHOWN,
        _ => usize::MAX,
    };
    let limit = args.output.limit.unwrap_or(usual);
    let pages = args.output.page.map_or(0, |page| page as usize - 1);
    let wanted = KwicWanted {
        sort: match args.output.kwic_sort.unwrap_or(KwicSortFlag::Rank) {
            KwicSortFlag::Rank => KwicSort::Rank,
            KwicSortFlag::Left => KwicSort::Left,
            KwicSortFlag::Right => KwicSort::Right,
        },
        offset: limit.saturating_mul(pages),
        limit,
        around: AROUND,
    };
    let found = Asked::answered(request, kwic(index, request, wanted))?;
    Asked::tell(request, &found.notes, io)?;
    match format {
        Format::Text if found.total.articles == 0 => Asked::nothing(index, request, io)?,
        Format::Text => render::kwic(&found, wanted.offset, io.look, &mut io.out)?,
        Format::Json => {
            let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            render::kwic_json(&request.query, &found, took, &mut io.out)?;
        }
        Format::Jsonl => render::kwic_lines(&found, &mut io.out)?,
        Format::Csv => render::kwic_table(&found, Separated::Commas, &mut io.out)?,
        Format::Tsv => render::kwic_table(&found, Separated::Tabs, &mut io.out)?,
        _ => {
            let failure = Failure::new("lines of `--kwic` are not printed in this format");
            return Err(failure
                .hint("the formats are text, json, jsonl, csv and tsv")
                .into());
        }
    }
    if format != Format::Text
        && let Some(left) = render::left_out(found.undated, found.imprecise)
    {
        io.say(&format!("note: {left}"))?;
    }
    Ok(ExitCode::from(u8::from(found.total.articles == 0)))
}
