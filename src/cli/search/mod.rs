//! `dateline search`: what is typed, and what it means.

mod answer;
mod asked;
mod batch;
mod kwic;
mod request;
mod similar;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::Io;
use crate::cli::folder::Folder;
pub(crate) use asked::Asked;
pub(crate) use similar::{Args as SimilarArgs, run as similar};

use crate::article::EntityKind;
use crate::index::{Index, LEAST_SIMILAR, Snapshot};
use crate::search::{Cursor, NoCursor};

/// Search the articles of an index
///
/// Articles with all the words are found, best first. The words after `search` make one query; put it into single quotes where it holds
/// quotes, parentheses or a `-`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "`--help` explains the query language, with examples", after_long_help = LANGUAGE)]
pub(crate) struct Args {
    /// What to search for
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Run each line of FILE, `id TAB query`: prints a TREC run, with -c counts, with --json an object a query; `-` is standard input
    #[arg(
        short = 'f',
        long = "file",
        value_name = "FILE",
        conflicts_with = "query"
    )]
    file: Option<PathBuf>,

    #[command(flatten)]
    dates: Dates,
    #[command(flatten)]
    filters: FilterFlags,
    #[command(flatten)]
    ranking: Ranking,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    folder: Folder,
}

const LANGUAGE: &str = "\
Query language:
  albania cyberattack         both words, in any of their forms
  albania OR kosovo           either; AND binds tighter, ( ) group
  -iran, NOT iran             without it
  \"north atlantic council\"    a phrase
  =states, =\"united states\"   as written: no other form of the word
  cyber* wom?n recogni*e      any letters, one letter
  zelensky~                   other spellings too
  edi NEAR/3 rama             at most 3 words apart; PRE/3 in this order
  iran W/S embassy            in one sentence; W/P in one paragraph
  iran NOT NEAR/10 nuclear    somewhere not near it
  ATLEAST3(albania)           three times or more
  title:albania               fields: title, byline, body, lead, caption, publisher, section, person, org, place, lang
  date:2022-07..2022-09       also after:2022-07, before:2022-09 (both ends count), date:none
  words>1200                  long articles

Dates are 2022, 2022-09, 2022-09-08, 'September 2022', today, yesterday, 30d. A month or year is meant whole, both ends inclusive.

Examples:
  dateline search albania cyberattack --from 2022-07 --to 2022-09
  dateline search '\"edi rama\" NEAR/10 (iran OR tehran*)' --sort newest
  dateline search 'title:strike -football' --publisher 'Harbour Post' -n 20
  dateline search oil opec --on 1987-03 --format csv > oil.csv
  dateline search 'cyber*' --kwic --kwic-sort right -n 40
  dateline search albania --format tsv --fields published,publisher,title
  dateline search -f topics.tsv --format trec --any -n 1000 > run.txt";

#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Dates")]
struct Dates {
    /// From this date on: 2022, 2022-09, 2022-09-08, yesterday, 30d
    #[arg(long, alias = "since", value_name = "D")]
    from: Option<String>,
    /// Up to this date and with it
    #[arg(long, alias = "until", value_name = "D")]
    to: Option<String>,
    /// On this day, in this month or year
    #[arg(long, value_name = "D", conflicts_with_all = ["from", "to", "last"])]
    on: Option<String>,
    /// In the time up to today: 7d, 2w, 6m, 1y
    #[arg(long, value_name = "LENGTH", conflicts_with_all = ["from", "to"])]
    last: Option<String>,
    /// Which date is meant [default: published, else updated]
    #[arg(long, value_enum, value_name = "FIELD")]
    date_field: Option<DateFieldFlag>,
    /// What becomes of undated articles [default: out where dates are asked]
    #[arg(long, value_enum, value_name = "HOW")]
    undated: Option<UndatedFlag>,
    /// Take in articles of a month or year that only overlaps the dates
    #[arg(long)]
    imprecise: bool,
}

#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Filters")]
struct FilterFlags {
    /// Only from this publisher; repeat for any of several
    #[arg(long, value_name = "NAME")]
    publisher: Vec<String>,
    /// Only with this name in the byline
    #[arg(long, value_name = "NAME")]
    byline: Vec<String>,
    /// Only in this language: en, sq, de
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    lang: Vec<String>,
    /// Only from this section
    #[arg(long, value_name = "NAME")]
    section: Vec<String>,
    /// Only from files that match: '2022/*.html'
    #[arg(long, value_name = "GLOB")]
    path: Vec<String>,
    /// Only with this name, whatever an article calls it: person:"Edi Rama", org:NATO, place:Tirana; repeat for all of several
    #[arg(long, value_name = "KIND:NAME", value_parser = entity)]
    entity: Vec<(EntityKind, String)>,
    /// Only with a name of this list in the text: one a line, other names for it after `|`, `#` begins a comment; `-` is
    /// standard input
    #[arg(long, value_name = "FILE")]
    watch_list: Option<PathBuf>,
}

/// A kind and a name.
pub(crate) fn entity(text: &str) -> Result<(EntityKind, String), String> {
    let (kind, name) = text
        .split_once(':')
        .ok_or("write a kind and a name: person:\"Edi Rama\", org:NATO, place:Tirana")?;
    let kind = match kind.trim() {
        "person" | "people" => EntityKind::Person,
        "org" | "orgs" => EntityKind::Org,
        "place" | "places" => EntityKind::Place,
        _ => return Err("the kinds are person, org and place".to_owned()),
    };
    // Quotes that the shell left in.
    let name = name
        .trim()
        .trim_matches(['"', '\u{201c}', '\u{201d}'])
        .trim();
    if name.chars().any(char::is_alphanumeric) {
        Ok((kind, name.to_owned()))
    } else {
        Err("a name is missing after the kind".to_owned())
    }
}

#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Ranking")]
struct Ranking {
    /// In what order
    #[arg(long, value_enum, value_name = "ORDER", default_value = "relevance")]
    sort: SortFlag,
    /// Rank by any of the words; `and`, `or`, `not`, `near` are words like others
    #[arg(long)]
    any: bool,
    /// Rank newer articles higher: an article of today counts whole, one of this age 3/4, the oldest half; 30d, 8w, 6m, 1y
    #[arg(long, value_name = "HALF-LIFE")]
    recency: Option<String>,
    /// Weigh where words stand, as factors of what is usual: `title=2,lead=1.5,near=0` (near: near each other)
    #[arg(
        long,
        value_name = "PLACE=FACTOR",
        value_delimiter = ',',
        value_parser = boost
    )]
    boost: Vec<(Place, f32)>,
    /// Rank articles higher that share rare words with the best hits, as `--any` does; `--explain` lists the words
    #[arg(long)]
    expand: bool,
    /// Don't, with `--any`
    #[arg(long, overrides_with = "expand")]
    no_expand: bool,
    /// Show near-copies as hits of their own
    #[arg(long)]
    copies: bool,
    /// Share of the shorter text in common that makes two articles copies: 0.5 to 1
    #[arg(long, value_name = "SHARE", default_value = "0.8", value_parser = share)]
    similar: f32,
}

#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Output")]
struct Output {
    /// Hits to show [default: 10 for text, md, html and json; 1000 for trec; else all]
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,
    /// The page to show, of --limit hits each
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "after")]
    page: Option<u32>,
    /// Begin after the former answer: its `next` in --json
    #[arg(long, value_name = "CURSOR", value_parser = after)]
    after: Option<After>,
    /// Print only how many articles there are, copies included
    #[arg(short = 'c', long)]
    count: bool,
    /// Print only their paths
    #[arg(short = 'l', long = "paths", conflicts_with = "count")]
    paths: bool,
    /// Passages shown of each article
    #[arg(short = 'C', long = "context", value_name = "N", default_value = "1")]
    context: u8,
    /// Show each place that matched on a line of its own, with the text around it
    #[arg(long, conflicts_with_all = ["count", "paths", "explain"])]
    kwic: bool,
    /// In what order: as articles are ranked, or by the words before or after [default: rank]
    #[arg(long, value_enum, value_name = "ORDER", requires = "kwic")]
    kwic_sort: Option<KwicSortFlag>,
    /// Only these fields of each hit, in this order; for json, jsonl, csv and tsv: id,title,published
    #[arg(long, value_name = "FIELD", value_delimiter = ',', conflicts_with_all = ["count", "paths", "kwic"])]
    fields: Vec<String>,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with_all = ["count", "paths"])]
    format: Option<Format>,
    /// As `--format json`
    #[arg(long, conflicts_with_all = ["format", "count", "paths"])]
    json: bool,
    /// Say how the query was understood, and what each part of it finds
    #[arg(long)]
    explain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One object: query, totals, hits
    Json,
    /// The articles, a line each
    Jsonl,
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
    /// Markdown
    Md,
    /// A page
    Html,
    /// Citations for LaTeX
    Bibtex,
    /// Citations for reference managers
    Ris,
    /// Citations as CSL-JSON
    Csl,
    /// A TREC run, with `-f`
    Trec,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum DateFieldFlag {
    Published,
    Updated,
    Captured,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum UndatedFlag {
    Include,
    Only,
    Exclude,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum SortFlag {
    Relevance,
    Newest,
    Oldest,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum KwicSortFlag {
    Rank,
    Left,
    Right,
}

/// Where words stand.
#[derive(Clone, Copy, Debug)]
enum Place {
    Title,
    Lead,
    Near,
}

/// A place and its factor.
fn boost(text: &str) -> Result<(Place, f32), String> {
    let (name, factor) = text
        .split_once('=')
        .ok_or("write a place and a factor: title=2")?;
    let place = match name.trim() {
        "title" => Place::Title,
        "lead" => Place::Lead,
        "near" => Place::Near,
        _ => return Err("the places are title, lead and near".to_owned()),
    };
    match factor.trim().parse::<f32>() {
        Ok(factor) if (0.0..=100.0).contains(&factor) => Ok((place, factor)),
        _ => Err("the factor is not a number from 0 to 100".to_owned()),
    }
}

/// Where to begin.
#[derive(Clone, Debug)]
enum After {
    /// So many hits are passed over.
    Hits(usize),
    /// Where the former answer ended.
    Cursor(Cursor),
}

/// A cursor, or a number of hits.
fn after(text: &str) -> Result<After, NoCursor> {
    match text.parse() {
        Ok(hits) => Ok(After::Hits(hits)),
        Err(_) => text.parse().map(After::Cursor),
    }
}

/// A share of text that copies have in common.
pub(super) fn share(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(share) if (LEAST_SIMILAR..=1.0).contains(&share) => Ok(share),
        _ => Err(format!("not a number from {LEAST_SIMILAR} to 1")),
    }
}

impl Args {
    /// A search of these words with nothing else said.
    pub(crate) fn plain(words: &[String], folder: Folder) -> Self {
        #[derive(clap::Parser)]
        struct Alone {
            #[command(flatten)]
            args: Args,
        }
        let parsed = <Alone as clap::Parser>::try_parse_from(["dateline"]);
        let mut args = parsed.map(|alone| alone.args).expect("no flag is required");
        args.query = words.to_vec();
        args.folder = folder;
        args
    }

    /// How to print.
    fn format(&self) -> Format {
        match self.output.format {
            _ if self.output.json => Format::Json,
            Some(format) => format,
            None => Format::Text,
        }
    }

    /// Hits to a page.
    fn limit(&self) -> usize {
        let usual = match self.format() {
            _ if self.output.paths => usize::MAX,
            Format::Text | Format::Json | Format::Md | Format::Html => 10,
            Format::Trec => 1000,
            _ => usize::MAX,
        };
        self.output.limit.unwrap_or(usual)
    }

    /// Hits passed over.
    fn offset(&self) -> usize {
        let pages = self.output.page.map_or(0, |page| page as usize - 1);
        let passed = match &self.output.after {
            Some(After::Hits(hits)) => *hits,
            _ => 0,
        };
        passed.max(pages.saturating_mul(self.limit()))
    }
}

/// Searches and prints; exit code 1 where nothing is found.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    if args.file.is_some() || args.format() == Format::Trec {
        return batch::run(args, io);
    }
    let today = crate::cli::today()?;
    let request = request::request(args, &args.query.join(" "), &today)?;
    let snapshot = open(&args.folder)?;
    answer::run(args, request, &snapshot, &today, io)
}

fn open(folder: &Folder) -> anyhow::Result<Snapshot> {
    Ok(Index::open_read_only(&folder.index)?.snapshot()?)
}
