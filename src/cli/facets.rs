//! `dateline facets`: how many articles, by the values of fields.

use std::process::ExitCode;
use std::time::Instant;

use crate::cli::Io;
use crate::cli::counting::{CountFormat, CountOutput};
use crate::cli::failure::Failure;
use crate::cli::search::Asked;
use crate::render::{self, Counted, Separated};
use crate::search::{FacetField, FacetSort, Facets, facets};

/// Count the articles that a search finds, by publisher, author, section, language, agency, year, month or the names in them
///
/// Without a query all articles are counted. An article with several authors counts for each of them; names that differ in case or
/// accents alone are one, in the spelling that most of the articles have. A story counts once for each publisher, author … that has
/// it, and in the year and month of its earliest article.
#[derive(Clone, Debug, clap::Args)]
#[command(
    after_help = "`dateline search --help` explains the query language",
    after_long_help = "\
Examples:
  dateline facets                                     who is in the archive
  dateline facets albania cyberattack --by publisher,byline
  dateline facets title:strike --by month --from 2019 --to 2021
  dateline facets earthquake --by publisher --stories -n 0
  dateline facets --by person,org,place --entity org:NATO
  dateline facets --by lang,section --format csv > fields.csv"
)]
pub(crate) struct Args {
    #[command(flatten)]
    asked: Asked,
    /// The fields to count by [default: publisher,byline,section,lang,agency,year]
    #[arg(
        long,
        value_enum,
        value_name = "FIELD",
        value_delimiter = ',',
        help_heading = "Counting"
    )]
    by: Vec<FieldFlag>,
    /// Count stories, copies folded, rather than articles
    #[arg(long, help_heading = "Counting")]
    stories: bool,
    /// In what order [default: count; years and months by name]
    #[arg(long, value_enum, value_name = "ORDER", help_heading = "Output")]
    sort: Option<SortFlag>,
    /// Values to show of each field; 0: all of them [default: 10 as text, else all; years and months all]
    #[arg(short = 'n', long, value_name = "N", help_heading = "Output")]
    limit: Option<usize>,
    #[command(flatten)]
    output: CountOutput,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FieldFlag {
    Publisher,
    #[value(alias = "author", alias = "authors")]
    Byline,
    Section,
    #[value(alias = "language")]
    Lang,
    Agency,
    Year,
    Month,
    #[value(alias = "people")]
    Person,
    Org,
    Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum SortFlag {
    Count,
    Name,
}

impl FieldFlag {
    fn field(self) -> FacetField {
        match self {
            Self::Publisher => FacetField::Publisher,
            Self::Byline => FacetField::Byline,
            Self::Section => FacetField::Section,
            Self::Lang => FacetField::Lang,
            Self::Agency => FacetField::Agency,
            Self::Year => FacetField::Year,
            Self::Month => FacetField::Month,
            Self::Person => FacetField::Person,
            Self::Org => FacetField::Org,
            Self::Place => FacetField::Place,
        }
    }
}

/// What is counted where nothing is said.
const USUAL: [FacetField; 6] = [
    FacetField::Publisher,
    FacetField::Byline,
    FacetField::Section,
    FacetField::Lang,
    FacetField::Agency,
    FacetField::Year,
];

/// Counts and prints; exit code 1 where nothing is found.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    let today = crate::cli::today()?;
    let request = args.asked.request(&args.asked.text(), &today)?;
    let index = args.asked.open()?;
    let mut fields: Vec<FacetField> = args.by.iter().map(|flag| flag.field()).collect();
    if fields.is_empty() {
        fields = USUAL.to_vec();
    }
    let mut counted = Asked::answered(&request, facets(&index, &request, &fields))?;
    named(&counted)?;
    Asked::tell(&request, &counted.notes, io)?;
    sort(args, &mut counted);

    let format = args.output.format();
    let limit = args.limit.map(|limit| match limit {
        0 => usize::MAX,
        limit => limit,
    });
    let all = limit.unwrap_or(usize::MAX);
    let found = counted.total.articles;
    match format {
        CountFormat::Text if found == 0 => Asked::nothing(&index, &request, io)?,
        CountFormat::Text => {
            let shown = Counted {
                limit,
                stories: args.stories,
            };
            render::facets(&counted, shown, io.look, &mut io.out)?;
        }
        CountFormat::Json => {
            let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            render::facets_json(&request.query, &counted, all, took, &mut io.out)?;
        }
        CountFormat::Csv => {
            render::facets_table(&counted, all, Separated::Commas, &mut io.out)?;
        }
        CountFormat::Tsv => render::facets_table(&counted, all, Separated::Tabs, &mut io.out)?,
    }
    if format != CountFormat::Text
        && let Some(left) = render::left_out(counted.undated, counted.imprecise)
    {
        io.say(&format!("note: {left}"))?;
    }
    Ok(ExitCode::from(u8::from(found == 0)))
}

/// A field that no article of the index has a value of cannot be counted, which is said.
fn named(counted: &Facets) -> anyhow::Result<()> {
    let people = [
        (FacetField::Person, "people"),
        (FacetField::Org, "organisations"),
        (FacetField::Place, "places"),
    ];
    for (field, what) in people {
        if counted
            .fields
            .iter()
            .any(|facet| facet.field == field && !facet.known)
        {
            let failure = Failure::new(format!(
                "`--by {}`: no article of this index has names of {what}",
                field.name()
            ));
            return Err(failure
                .hint("a search for the name counts its articles: `dateline search '\"edi rama\"' -c`")
                .into());
        }
    }
    Ok(())
}

fn sort(args: &Args, counted: &mut Facets) {
    let by_count = if args.stories {
        FacetSort::Stories
    } else {
        FacetSort::Articles
    };
    for facet in &mut counted.fields {
        match args.sort {
            Some(SortFlag::Count) => facet.sort(by_count),
            Some(SortFlag::Name) => facet.sort(FacetSort::Name),
            // Periods are in the order of the calendar.
            None if facet.field.step().is_some() => {}
            None => facet.sort(by_count),
        }
    }
}
