//! Many queries at once.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use crate::cli::Io;
use crate::cli::failure::Failure;
use crate::cli::search::{Args, Format, answer, open, request};
use crate::render;
use crate::search::Request;
use crate::text::printable;

/// Bytes of a file of queries.
const LONGEST: u64 = 64 << 20;

/// Runs each line of the file, in order: as a TREC run where nothing else is said, as counts, or as an object a line.
pub(super) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let Some(file) = args.file.as_deref() else {
        let failure = Failure::new("`--format trec` needs `-f FILE`");
        return Err(failure
            .hint("`dateline search -f topics.tsv --format trec`: a line a query, `id TAB query`")
            .into());
    };
    let prints = match args.format() {
        _ if args.output.count => Prints::Count,
        Format::Json => Prints::Json,
        // Text where nothing is said.
        Format::Trec => Prints::Run,
        Format::Text if args.output.format.is_none() => Prints::Run,
        _ => {
            let failure = Failure::new("`-f FILE` prints no such format");
            return Err(failure
                .hint("it prints a TREC run, with `--json` an object a query, with `-c` how many articles each query finds")
                .into());
        }
    };
    if args.output.paths || args.output.explain || args.output.kwic {
        return Err(
            Failure::new("`-l`, `--kwic` and `--explain` are for one query, not for `-f`").into(),
        );
    }
    let fields = answer::fields(args)?;
    let name = file.display();
    let text = read(file)
        .map_err(|error| anyhow::Error::from(error).context(format!("cannot read `{name}`")))?;
    let today = crate::cli::today()?;
    let snapshot = open(&args.folder)?;
    let mut found = 0;
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        let here = || format!("`{name}`, line {number}");
        let Some((topic, query)) = line.split_once('\t') else {
            let failure = Failure::new(format!("{}: there is no tab", here()));
            return Err(failure.hint("a line is `id TAB query`").into());
        };
        let request =
            request::request(args, query, &today).map_err(|error| error.context(here()))?;
        let request = match prints {
            Prints::Json => request,
            Prints::Count => Request {
                limit: 0,
                ..request
            },
            Prints::Run => Request {
                copies: true,
                snippets: 0,
                limit: args.output.limit.unwrap_or(1_000),
                ..request
            },
        };
        let began = Instant::now();
        let response = answer::ask(&snapshot, &request).map_err(|error| error.context(here()))?;
        found += response.articles;
        match prints {
            Prints::Run => render::trec(topic, &response, &mut io.out)?,
            Prints::Count => {
                let topic = printable(topic);
                writeln!(io.out, "{topic}\t{}", response.articles)?;
            }
            Prints::Json => {
                let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
                let next = response.next.as_ref().map(ToString::to_string);
                let answer = render::Answer {
                    id: Some(topic),
                    query: &request.query,
                    response: &response,
                    fields: fields.as_ref(),
                    took_ms: took,
                    next,
                };
                render::envelope(answer, &mut io.out)?;
            }
        }
    }
    Ok(ExitCode::from(u8::from(found == 0)))
}

/// What is printed of each query.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prints {
    /// Its hits as a TREC run.
    Run,
    /// How many articles it finds.
    Count,
    /// The envelope of `--json`, with the query's id.
    Json,
}

fn read(file: &Path) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        std::io::stdin().take(LONGEST).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(file)?
            .take(LONGEST)
            .read_to_end(&mut bytes)?;
    }
    Ok(String::from_utf8_lossy(&bytes)
        .trim_start_matches('\u{feff}')
        .to_owned())
}
