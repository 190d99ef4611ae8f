//! `dateline entities`: who, what organisation and where, in what a search finds.

use std::process::ExitCode;
use std::time::Instant;

use crate::article::EntityKind;
use crate::cli::Io;
use crate::cli::counting::{CountFormat, CountOutput};
use crate::cli::search::{Asked, entity};
use crate::render::{self, Counted, Separated};
use crate::search::{FacetField, FacetSort, called, facets, watched};

/// Count the people, organisations and places that are named in what a search finds
///
/// Without a query all articles are counted. A name counts once an article, by whatever name the article has for it: `Rama` is the article's
/// Edi Rama, `U.S.` and `US` are United States, NATO and its full name are one. Across articles names are one that differ in case, accents,
/// known spellings, middle initials or `Inc`, and a surname alone that one person bears; the name in full that most articles have is shown.
/// Who tells the story (its author, its agency, its publisher) is not counted, nor who is in a caption alone.
///
/// With `--watch-list` the names of your own list are counted instead, found in the text by whole words, case and accents aside, whether or
/// not they were taken for names. The same list keeps `search`, `facets` and `timeline` to articles that have one of its names.
#[derive(Clone, Debug, clap::Args)]
#[command(
    after_help = "`dateline search --help` explains the query language",
    after_long_help = "\
Examples:
  dateline entities                                   who is in the archive
  dateline entities cyberattack --from 2022-07 --kind person,org
  dateline entities --with person:'Edi Rama'          who is named where he is
  dateline entities 'place:tirana strike' --stories -n 0
  dateline entities --watch-list names.txt --last 7d --format csv

A watch list:
  # one name a line, other names for it after `|`
  Edi Rama | Prime Minister Rama
  North Atlantic Treaty Organization | NATO"
)]
pub(crate) struct Args {
    #[command(flatten)]
    asked: Asked,
    /// Names beside this one, in articles that have it; as `--entity`, and the name itself is left out; repeat for several
    #[arg(long, value_name = "KIND:NAME", value_parser = entity, help_heading = "Counting")]
    with: Vec<(EntityKind, String)>,
    /// Which kinds of names [default: person,org,place]
    #[arg(
        long,
        value_enum,
        value_name = "KIND",
        value_delimiter = ',',
        conflicts_with = "watch_list",
        help_heading = "Counting"
    )]
    kind: Vec<KindFlag>,
    /// Count stories, copies folded, rather than articles
    #[arg(long, help_heading = "Counting")]
    stories: bool,
    /// Names to show of each kind; 0: all of them [default: 10 as text, else all]
    #[arg(short = 'n', long, value_name = "N", help_heading = "Output")]
    limit: Option<usize>,
    #[command(flatten)]
    output: CountOutput,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum KindFlag {
    #[value(alias = "people")]
    Person,
    #[value(alias = "orgs")]
    Org,
    #[value(alias = "places")]
    Place,
}

impl KindFlag {
    fn field(self) -> FacetField {
        match self {
            Self::Person => FacetField::Person,
            Self::Org => FacetField::Org,
            Self::Place => FacetField::Place,
        }
    }
}

/// Counts and prints; exit code 1 where nothing is found.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    let today = crate::cli::today()?;
    let mut request = args.asked.request(&args.asked.text(), &today)?;
    request.filters.entity.extend(args.with.iter().cloned());
    let index = args.asked.open()?;
    let own = !request.filters.watched.is_empty();
    let fields: Vec<FacetField> = match args.kind.as_slice() {
        _ if own => Vec::new(),
        [] => vec![FacetField::Person, FacetField::Org, FacetField::Place],
        kinds => kinds.iter().map(|kind| kind.field()).collect(),
    };
    let mut counted = Asked::answered(&request, facets(&index, &request, &fields))?;
    Asked::tell(&request, &counted.notes, io)?;
    let order = if args.stories {
        FacetSort::Stories
    } else {
        FacetSort::Articles
    };
    for (kind, name) in &args.with {
        let name = called(&index, *kind, name)?.unwrap_or_else(|| name.clone());
        for facet in &mut counted.fields {
            if facet.field.kind() == Some(*kind) {
                facet.buckets.retain(|bucket| bucket.name != name);
            }
        }
    }
    for facet in &mut counted.fields {
        facet.sort(order);
    }
    let list = own.then(|| watched(&index, &request)).transpose()?;
    let list = list.as_deref();

    let limit = args.limit.map(|limit| match limit {
        0 => usize::MAX,
        limit => limit,
    });
    // Whoever wrote a list wants to see it.
    let limit = if own {
        limit.or(Some(usize::MAX))
    } else {
        limit
    };
    let all = limit.unwrap_or(usize::MAX);
    let found = counted.total.articles;
    let format = args.output.format();
    match format {
        CountFormat::Text if found == 0 => Asked::nothing(&index, &request, io)?,
        CountFormat::Text => {
            let shown = Counted {
                limit,
                stories: args.stories,
            };
            render::entities(&counted, list, shown, io.look, &mut io.out)?;
        }
        CountFormat::Json => {
            let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            render::entities_json(&request.query, &counted, list, all, took, &mut io.out)?;
        }
        CountFormat::Csv => {
            render::entities_table(&counted, list, all, Separated::Commas, &mut io.out)?;
        }
        CountFormat::Tsv => {
            render::entities_table(&counted, list, all, Separated::Tabs, &mut io.out)?;
        }
    }
    if format != CountFormat::Text
        && let Some(left) = render::left_out(counted.undated, counted.imprecise)
    {
        io.say(&format!("note: {left}"))?;
    }
    Ok(ExitCode::from(u8::from(found == 0)))
}
