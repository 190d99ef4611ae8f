//! `dateline timeline`: how many articles, by day, week, month, quarter or year.

use std::process::ExitCode;
use std::time::Instant;

use crate::cli::Io;
use crate::cli::counting::{CountFormat, CountOutput};
use crate::cli::search::Asked;
use crate::date::{Period, Step};
use crate::query::Query;
use crate::render::{self, Separated};
use crate::search::{By, Timeline, days};

/// Count the articles that a search finds, by day, week, month, quarter or year
///
/// Without a query all articles are counted. An article counts on its own local day; one that is known only to a month or a year counts
/// where that lies in one bucket, and is counted aside where not. A story counts once, where the earliest of its articles lies.
#[derive(Clone, Debug, clap::Args)]
#[command(
    after_help = "`dateline search --help` explains the query language",
    after_long_help = "\
Examples:
  dateline timeline cyberattack
  dateline timeline albania --vs kosovo --by month
  dateline timeline 'strike*' --share --by year       of 100 articles of the year, how many
  dateline timeline '\"edi rama\"' --from 2022-07 --to 2022-09 --by week --stories
  dateline timeline --by day --last 30d --format csv > days.csv"
)]
pub(crate) struct Args {
    #[command(flatten)]
    asked: Asked,
    /// Another query beside the first, within the same dates and filters
    #[arg(long, value_name = "QUERY", help_heading = "Counting")]
    vs: Option<String>,
    /// What to count by; weeks are ISO weeks, from Monday on [default: the shortest that fits a screen]
    #[arg(long, value_enum, value_name = "PERIOD", help_heading = "Counting")]
    by: Option<StepFlag>,
    /// As a share of all articles of the day, week … within the same dates and filters
    #[arg(long, help_heading = "Counting")]
    share: bool,
    /// Count stories, copies folded, rather than articles
    #[arg(long, help_heading = "Counting")]
    stories: bool,
    #[command(flatten)]
    output: CountOutput,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum StepFlag {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl StepFlag {
    fn step(self) -> Step {
        match self {
            Self::Day => Step::Day,
            Self::Week => Step::Week,
            Self::Month => Step::Month,
            Self::Quarter => Step::Quarter,
            Self::Year => Step::Year,
        }
    }
}

/// Counts and prints; exit code 1 where nothing is found.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    let today = crate::cli::today()?;
    let mut requests = vec![args.asked.request(&args.asked.text(), &today)?];
    if let Some(other) = &args.vs {
        requests.push(args.asked.request(other, &today)?);
    }
    let index = args.asked.open()?;
    let by = args
        .by
        .map_or(By::AtMost(io.look.rows), |by| By::Step(by.step()));
    let mut counted = Vec::with_capacity(requests.len());
    for request in &requests {
        let days = Asked::answered(request, days(&index, request))?;
        Asked::tell(request, &days.notes, io)?;
        counted.push(days);
    }
    let all = args.share.then(|| days(&index, &requests[0].everything()));
    let all = all.transpose()?;
    let asked = requests[0].dates.unwrap_or(Period::ALL);
    let counted = Timeline::new(&counted, all.as_ref(), asked, by);
    let queries: Vec<&Query> = requests.iter().map(|request| &request.query).collect();
    let found: usize = counted.series.iter().map(|one| one.total.articles).sum();
    let format = args.output.format();
    match format {
        CountFormat::Text if found == 0 => {
            for request in &requests {
                Asked::nothing(&index, request, io)?;
            }
        }
        CountFormat::Text => {
            render::timeline(&queries, &counted, args.stories, io.look, &mut io.out)?;
        }
        CountFormat::Json => {
            let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            render::timeline_json(&queries, &counted, took, &mut io.out)?;
        }
        CountFormat::Csv => render::timeline_table(&counted, Separated::Commas, &mut io.out)?,
        CountFormat::Tsv => render::timeline_table(&counted, Separated::Tabs, &mut io.out)?,
    }
    if !matches!(format, CountFormat::Text) {
        for line in render::timeline_notes(&queries, &counted) {
            io.say(&format!("note: {line}"))?;
        }
    }
    Ok(ExitCode::from(u8::from(found == 0)))
}
