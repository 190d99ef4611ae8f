//! When it was written about: what matches, counted by periods of the calendar.
//!
//! An article counts on its own local day. One that is known only to a month or a year counts where its whole period lies in one
//! bucket, and is counted aside where it does not; undated ones are counted aside too. A story counts once, where the earliest of its
//! matching articles lies.

mod rows;
mod days;

use crate::date::{Period, Step};
use crate::index::Snapshot;
use crate::query::{Clause, Node, Query};
use crate::search::error::SearchError;
use crate::search::matching;
use crate::search::terms::Terms;
use crate::search::{Count, Request, unbroken};

pub(in crate::search) use days::DayCounts;
pub use days::Days;

/// Queries counted by periods of the calendar, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The kind of period.
    pub step: Step,
    /// The queries, in the order asked.
    pub series: Vec<Series>,
    /// The periods from the first to the last that has an article, or that is asked; empty ones in between included, except
    /// where [`Timeline::gaps`] says.
    pub rows: Vec<Row>,
    /// Long runs of empty periods that are no rows.
    pub gaps: Vec<Gap>,
}

/// What is said of one query of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// All that match.
    pub total: Count,
    /// Those of them without a date.
    pub undated: Count,
    /// Those of them whose date is known only to a period longer than a bucket.
    pub imprecise: Count,
    /// Matching undated articles that the dates asked leave out.
    pub undated_left_out: usize,
    /// Matching articles left out because their imprecise date only overlaps the dates asked.
    pub imprecise_left_out: usize,
}

/// A period and what lies in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, as [`Step::number`] gives it.
    pub number: i64,
    /// What each query finds.
    pub counts: Vec<Count>,
    /// With `share`: all articles of it that the dates and filters let through.
    pub all: Option<Count>,
}

/// A run of periods without an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The number of the first.
    pub first: i64,
    /// The number of the last.
    pub last: i64,
}

/// Which periods are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// These.
    Step(Step),
    /// The shortest of which the whole time takes no more than so many.
    AtMost(usize),
}

/// Counts what matches `request` by days; what it says of hits, their order and number, is of no account. [`Timeline::new`] makes
/// longer periods of them.
///
/// # Errors
///
/// As [`crate::search::search`].
pub fn days(index: &Snapshot, request: &Request) -> Result<Days, SearchError> {
    unbroken(index, || {
        let terms = Terms::new(index.searcher());
        let opened = matching::open(index, &terms, request)?;
        let stories = index.stories(request.similar)?;
        let mut counts = DayCounts::new(&opened.segments, &stories);
        let left = opened.each(request, &mut counts)?;
        let mut days = counts.done();
        days.undated_left_out = left.undated;
        days.imprecise_left_out = left.imprecise;
        days.notes = opened.notes;
        Ok(days)
    })
}

impl Timeline {
    /// The days of queries made into periods. With `all`, the days of everything that might match, each period says how much it has in
    /// all. The rows begin and end with `asked` where that has an end, or where something lies outside it.
    pub fn new(counted: &[Days], all: Option<&Days>, asked: Period, by: By) -> Self {
        rows::timeline(counted, all, asked, by)
    }
}

impl Request {
    /// The same for every article within its dates and filters.
    pub fn everything(&self) -> Self {
        let span = self.query.root.span;
        Self {
            query: Query {
                root: Node {
                    span,
                    clause: Clause::All,
                },
                ..self.query.clone()
            },
            ..self.clone()
        }
    }
}
