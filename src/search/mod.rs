//! From a query to a response: lowering, filters, positional operators, ranking, grouping, highlights.
//!
//! It is entered through one seam, [`Request`] in and [`Response`] out, with nothing of the engine in either.

mod copies;
mod cursor;
mod each;
mod error;
mod explain;
mod feedback;
mod glob;
mod like;
mod matching;
mod facets;
mod kwic;
mod timeline;
mod places;
mod plan;
mod rank;
mod ranking;
mod respond;
mod run;
mod same;
mod scorer;
mod snippet;
mod stories;
mod terms;
mod turned;
mod watch;
mod suggest;

use std::fmt::{self, Display, Formatter};

use crate::article::{Article, EntityKind};
use crate::date::Period;
use crate::index::{IndexError, SIMILAR, Snapshot, quietly};
use crate::query::Query;
use crate::text::Span;

pub use copies::{Compared, Copies, Member, compare, copies};
pub use cursor::{Cursor, Dated, NoCursor, Place};
pub use each::{Matched, each};
pub use error::SearchError;
pub use facets::{Bucket, Facet, FacetField, FacetSort, Facets, facets};
pub(crate) use glob::Glob;
pub use kwic::{Kwic, KwicLine, KwicSort, KwicWanted, kwic};
pub use like::telling_words;
pub use ranking::{Boosts, Ranking, Recency};
pub use same::called;
pub use timeline::{By, Days, Gap, Row, Series, Timeline, days};
pub use watch::watched;

/// Searches an index.
///
/// The same request on the same snapshot gives the same response, byte for byte: hits are in a total order, by score or
/// date, then date, then id.
///
/// # Errors
///
/// [`SearchError::Query`] and [`SearchError::TooLarge`] are the query's fault, the others the index's.
pub fn search(index: &Snapshot, request: &Request) -> Result<Response, SearchError> {
    unbroken(index, || {
        explain::complete(index, request, respond::respond(index, request)?)
    })
}

/// Runs what reads an index: the engine panics on some damage to its files, which is an error like any other.
fn unbroken<T>(
    index: &Snapshot,
    answer: impl FnOnce() -> Result<T, SearchError>,
) -> Result<T, SearchError> {
    quietly(answer).unwrap_or_else(|_| {
        let damaged = IndexError::Damaged {
            path: index.path().to_owned(),
            what: "it broke off while searching".to_owned(),
        };
        Err(damaged.into())
    })
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Request {
    /// The query.
    pub query: Query,
    /// Only articles dated within it.
    pub dates: Option<Period>,
    /// Which date is meant.
    pub date_field: DateField,
    /// What becomes of articles without a date; `None`: out where `dates` is given, in where not.
    pub undated: Undated,
    /// Whether articles known to a month or year are taken where their period only overlaps `dates`.
    pub imprecise: bool,
    /// Keep only these.
    pub filters: Filters,
    /// In what order.
    pub sort: Sort,
    /// How relevance is weighed.
    pub ranking: Ranking,
    /// Hits to pass over.
    pub offset: usize,
    /// Where the former answer ended; `offset` counts from there. It must belong to `sort`.
    pub after: Option<Cursor>,
    /// Hits wanted; zero counts only.
    pub limit: usize,
    /// Near-copies as hits of their own.
    pub copies: bool,
    /// Share of the shorter body in common that makes two articles copies: [`crate::index::LEAST_SIMILAR`] to 1.
    pub similar: f32,
    /// Fragments of text shown for a hit.
    pub snippets: usize,
    /// Whether variants of the words are searched as well: other formats of numbers, acronyms, what is called after countries, other
    /// spellings. Compounds and stems meet regardless.
    pub variants: bool,
    /// Whether to say, where little or nothing is found, what may have been meant and what would find more.
    pub help: bool,
    /// Whether to explain: what each clause finds, what hits' scores are made of.
    pub explain: bool,
}

impl Request {
    /// The ten best hits of `query`, copies folded, everything else as usual.
    pub fn new(query: Query) -> Self {
        Self {
            query,
            dates: None,
            date_field: DateField::default(),
            undated: Undated::default(),
            imprecise: false,
            filters: Filters::default(),
            sort: Sort::default(),
            ranking: Ranking::default(),
            offset: 0,
            after: None,
            limit: 10,
            copies: false,
            similar: SIMILAR,
            snippets: 1,
            variants: true,
            help: false,
            explain: false,
        }
    }
}

/// Which date of an article a search filters and sorts by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateField {
    /// Published, else updated.
    #[default]
    Any,
    /// Published alone.
    Published,
    /// Updated alone.
    Updated,
    /// Captured alone.
    Captured,
}

/// What becomes of undated articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undated {
    /// Out where dates are asked, and counted; in where not.
    #[default]
    Default,
    /// In.
    Include,
    /// Nothing else.
    Only,
    /// Out.
    Exclude,
}

/// Restrictions that do not score.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// Any of these publishers.
    pub publisher: Vec<String>,
    /// Any of these in the byline.
    pub byline: Vec<String>,
    /// Any of these languages.
    pub lang: Vec<String>,
    /// Any of these sections.
    pub section: Vec<String>,
    /// Path patterns, any of them.
    pub path: Vec<String>,
    /// All of these names: what the facets call so, by whatever name an article has for it; where no name is one, articles that
    /// have its words in a name of the kind.
    pub entity: Vec<(EntityKind, String)>,
    /// Any of these in the text, by any of its names.
    pub watched: Vec<Watched>,
    /// Ids of articles that are left out.
    pub without: Vec<String>,
}

/// A name on one's own list, found in the text by its words whether or not it was told to be a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// The name.
    pub name: String,
    /// Other names for it.
    pub aliases: Vec<String>,
}

impl Filters {
    /// Whether they let everything through.
    pub fn is_empty(&self) -> bool {
        let lists = [
            &self.publisher,
            &self.byline,
            &self.lang,
            &self.section,
            &self.path,
        ];
        let none = lists.iter().all(|list| list.is_empty());
        none && self.entity.is_empty() && self.watched.is_empty()
    }
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By score, then date (newest first), then id.
    #[default]
    Relevance,
    /// By date, newest first; undated last.
    Newest,
    /// By date, oldest first; undated last.
    Oldest,
}

/// How much of something there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Count {
    /// Articles, copies included.
    pub articles: usize,
    /// Stories: copies folded.
    pub stories: usize,
}

impl Count {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            articles: self.articles + other.articles,
            stories: self.stories + other.stories,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Response {
    /// Matching articles, copies included.
    pub articles: usize,
    /// Matching stories: copies folded.
    pub stories: usize,
    /// Matching undated articles that were left out.
    pub undated: usize,
    /// Matching articles left out because their imprecise date only overlaps the dates asked.
    pub imprecise: usize,
    /// The hits asked for.
    pub hits: Vec<Hit>,
    /// Where they end; `None` where there are no more.
    pub next: Option<Cursor>,
    /// What a person should know: capped wildcards, mixed operators.
    pub notes: Vec<String>,
    /// What was searched beside what was asked, for who wants to know how the query was understood.
    pub also: Vec<Expansion>,
    /// With [`Request::help`], and hardly a hit: queries that find more, best first.
    pub suggestions: Vec<Suggestion>,
    /// With [`Request::help`], and hardly a hit: words of the query that no article has.
    pub absent: Vec<String>,
    /// With [`Request::help`] and no hit, or with [`Request::explain`]: what would find something if asked less strictly.
    pub relaxed: Vec<Relaxed>,
    /// With [`Request::explain`]: every clause, outer before inner, the whole query first.
    pub clauses: Vec<ClauseCount>,
}

/// A query that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The query, as it is typed.
    pub query: String,
    /// Articles it finds.
    pub articles: usize,
}

/// A query asked less strictly in one respect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxed {
    /// In what respect: "without `iran`".
    pub how: String,
    /// Articles it finds.
    pub articles: usize,
}

/// A clause of the query and what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseCount {
    /// The clause, as it is typed.
    pub clause: String,
    /// Its bytes in the query's text.
    pub span: Span,
    /// How many clauses it stands in.
    pub depth: usize,
    /// Articles it finds alone, within the dates and filters asked.
    pub articles: usize,
}

/// A part of a hit's score.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The words of the query it is for, or "place and nearness" for what is left.
    pub what: String,
    /// What it gives.
    pub score: f32,
}

/// Something searched beside what was asked. It is worth less than what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The word or words of the query.
    pub asked: String,
    /// What stands for them, as indexed; of a truncated word how many words, and the first few.
    pub added: String,
    /// Why it does.
    pub kind: ExpansionKind,
    /// About how many articles hold it; `None` where it has several words.
    pub articles: Option<u64>,
}

/// Why something is searched beside what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExpansionKind {
    /// Spaced, hyphened and closed compounds: `cyber attack`, `cyberattack`.
    Compound,
    /// Another format of a number, or `and` for `&`: `2.000`, `2000`.
    Number,
    /// An acronym and what it is short for: `imf`, `international monetary fund`.
    Acronym,
    /// A country and what is called after it: `albania`, `albanian`.
    Country,
    /// Another spelling of a word: `labour`, `labor`.
    Spelling,
    /// The words that a truncated word, or one with `~`, stands for.
    Wildcard,
    /// Another spelling of a name, or another name of a place: `gaddafi`, `gadhafi`.
    Name,
    /// What the best hits have in common; it stands for no word of the query, and finds nothing of itself.
    Feedback,
}

impl Display for Expansion {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.kind == ExpansionKind::Wildcard {
            return write!(out, "`{}` stands for {}", self.asked, self.added);
        }
        write!(out, "`{}` for `{}`", self.added, self.asked)
    }
}

impl ExpansionKind {
    /// What it is called in explanations.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compound => "compound",
            Self::Number => "number",
            Self::Acronym => "acronym",
            Self::Country => "country",
            Self::Spelling => "spelling",
            Self::Name => "name",
            Self::Feedback => "feedback",
            Self::Wildcard => "words",
        }
    }
}

/// A result.
#[derive(Clone, Debug)]
pub struct Hit {
    /// 1-based.
    pub rank: usize,
    /// Larger is better.
    pub score: f32,
    /// The article.
    pub article: Article,
    /// Marks in the title.
    pub title_marks: Vec<Span>,
    /// Fragments of its text, with marks.
    pub snippets: Vec<Snippet>,
    /// The other hits that tell its story, earliest first; a hundred at the most.
    pub copies: Vec<Copied>,
    /// How many there are.
    pub copy_count: usize,
    /// The earliest article of the story in the whole index, whether it matches or not; `None` where it is this one.
    pub first: Option<Copied>,
    /// With [`Request::explain`]: what its score is made of.
    pub scored: Vec<Contribution>,
}

/// A fragment of text and what matched in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The text.
    pub text: String,
    /// What matched: byte ranges of `text`.
    pub marks: Vec<Span>,
    /// Whether text of the article stands before it.
    pub cut_before: bool,
    /// Whether text of the article stands after it.
    pub cut_after: bool,
}

/// A near-copy of a hit.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// Its id.
    pub id: String,
    /// Its path.
    pub path: String,
    /// Its place in the file.
    pub record: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Who published it, else the agency it comes from.
    pub publisher: Option<String>,
    /// Its date as written by [`crate::date::Date::value`].
    pub published: Option<String>,
}
