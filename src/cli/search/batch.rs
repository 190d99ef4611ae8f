//! Many queries at once, as a TREC run.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::Io;
use crate::cli::failure::Failure;
use crate::cli::search::{Args, Format, answer, open, request};
use crate::render;
use crate::search::Request;

/// Bytes of a file of queries.
const LONGEST: u64 = 64 << 20;

/// Runs each line of the file, in order.
pub(super) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let Some(file) = args
        .file
        .as_deref()
        .filter(|_| args.format() == Format::Trec)
    else {
        let failure = Failure::new("`-f FILE` and `--format trec` go together");
        return Err(failure
            .hint("`dateline search -f topics.tsv --format trec`: a line a query, `id TAB query`")
            .into());
    };
    if args.output.count || args.output.paths || args.output.explain {
        return Err(
            Failure::new("`-c`, `-l` and `--explain` are for one query, not for `-f`").into(),
        );
    }
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
        let request = Request {
            copies: true,
            snippets: 0,
            ..request
        };
        let response = answer::ask(&snapshot, &request).map_err(|error| error.context(here()))?;
        found += response.hits.len();
        render::trec(topic, &response, &mut io.out)?;
    }
    Ok(ExitCode::from(u8::from(found == 0)))
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
