//! Counts of what matches by the values of a field: publishers, authors, languages, years.
//!
//! One pass over the matches counts numbers of values; names are read once for each value that occurs. Names that differ in case,
//! accents or blanks alone are one bucket; of people, organisations and places those are that [`crate::search::same`] says are one. A story counts once in every bucket that has an article of it; by year and month, where
//! the earliest of its articles lies, as in a [`crate::search::timeline`].

mod column;
mod names;

use crate::article::EntityKind;
use crate::date::Step;
use crate::index::Snapshot;
use crate::search::error::SearchError;
use crate::search::facets::column::ColumnCounts;
use crate::search::matching::{self, Counts};
use crate::search::same::{column as names_of, same_names};
use crate::search::scorer::{DocId, Segment};
use crate::search::terms::Terms;
use crate::search::timeline::DayCounts;
use crate::search::{Count, Request, unbroken};

/// A field whose values are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FacetField {
    /// Who published it.
    Publisher,
    /// Who wrote it: each author of the byline.
    Byline,
    /// Where it ran.
    Section,
    /// The language.
    Lang,
    /// The news agency it comes from.
    Agency,
    /// The year of its date.
    Year,
    /// The month of its date.
    Month,
    /// People named in it.
    Person,
    /// Organisations named in it.
    Org,
    /// Places named in it.
    Place,
}

impl FacetField {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Publisher,
        Self::Byline,
        Self::Section,
        Self::Lang,
        Self::Agency,
        Self::Year,
        Self::Month,
        Self::Person,
        Self::Org,
        Self::Place,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Publisher => "publisher",
            Self::Byline => "byline",
            Self::Section => "section",
            Self::Lang => "lang",
            Self::Agency => "agency",
            Self::Year => "year",
            Self::Month => "month",
            Self::Person => "person",
            Self::Org => "org",
            Self::Place => "place",
        }
    }

    /// Its periods, where it is the date.
    pub fn step(self) -> Option<Step> {
        match self {
            Self::Year => Some(Step::Year),
            Self::Month => Some(Step::Month),
            _ => None,
        }
    }

    /// The kind of names that it counts, where it does.
    pub fn kind(self) -> Option<EntityKind> {
        match self {
            Self::Person => Some(EntityKind::Person),
            Self::Org => Some(EntityKind::Org),
            Self::Place => Some(EntityKind::Place),
            _ => None,
        }
    }

    /// The column of its values, where it is not the date.
    fn column(self) -> Option<&'static str> {
        match self {
            Self::Publisher => Some("publisher_raw"),
            Self::Byline => Some("byline_raw"),
            Self::Section => Some("section_raw"),
            Self::Lang => Some("lang"),
            Self::Agency => Some("agency_raw"),
            Self::Person => Some(names_of(EntityKind::Person)),
            Self::Org => Some(names_of(EntityKind::Org)),
            Self::Place => Some(names_of(EntityKind::Place)),
            Self::Year | Self::Month => None,
        }
    }
}

/// What matches, counted by the values of fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// All that match.
    pub total: Count,
    /// Matching undated articles that the dates asked leave out.
    pub undated: usize,
    /// Matching articles left out because their imprecise date only overlaps the dates asked.
    pub imprecise: usize,
    /// What a person should know: capped wildcards, mixed operators.
    pub notes: Vec<String>,
    /// The fields asked for, in this order.
    pub fields: Vec<Facet>,
}

/// A field, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The field.
    pub field: FacetField,
    /// Its values among what matches: as many articles first, then by name; periods in the order of the calendar.
    pub buckets: Vec<Bucket>,
    /// What matches and has no value.
    pub missing: Count,
    /// What matches and is known to more than one bucket: a date known to the year, where months are counted.
    pub imprecise: Count,
    /// Whether any article of the index has a value of it, matching or not.
    pub known: bool,
}

/// A value of a field and how much of what matches has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// The value, in the spelling that most of the articles have.
    pub name: String,
    /// How much has it.
    pub count: Count,
}

/// In what order buckets are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FacetSort {
    /// Most articles first, then by name.
    #[default]
    Articles,
    /// Most stories first, then by name.
    Stories,
    /// By name, case and accents aside.
    Name,
}

impl Facet {
    /// Puts the buckets in order.
    pub fn sort(&mut self, order: FacetSort) {
        let by_name = |a: &Bucket, b: &Bucket| {
            names::key(&a.name)
                .cmp(&names::key(&b.name))
                .then_with(|| a.name.cmp(&b.name))
        };
        self.buckets.sort_by(|a, b| match order {
            FacetSort::Articles => b
                .count
                .articles
                .cmp(&a.count.articles)
                .then_with(|| by_name(a, b)),
            FacetSort::Stories => b
                .count
                .stories
                .cmp(&a.count.stories)
                .then_with(|| by_name(a, b)),
            FacetSort::Name => by_name(a, b),
        });
    }
}

/// Counts what matches `request` by each of `fields`. What `request` says of hits, their order and number, is of no account.
///
/// # Errors
///
/// As [`crate::search::search`].
pub fn facets(
    index: &Snapshot,
    request: &Request,
    fields: &[FacetField],
) -> Result<Facets, SearchError> {
    unbroken(index, || count(index, request, fields))
}

fn count(
    index: &Snapshot,
    request: &Request,
    fields: &[FacetField],
) -> Result<Facets, SearchError> {
    let terms = Terms::new(index.searcher());
    let opened = matching::open(index, &terms, request)?;
    let stories = index.stories(request.similar)?;
    let mut columns = Vec::new();
    for field in fields {
        let Some(name) = field.column() else { continue };
        let kind = field.kind().map(|kind| same_names(index, kind));
        columns.push(ColumnCounts::new(name, &stories, kind.transpose()?));
    }
    let mut pass = Pass {
        columns,
        days: DayCounts::new(&opened.segments, &stories),
    };
    let left = opened.each(request, &mut pass)?;
    let days = pass.days.done();
    let mut columns = pass.columns.into_iter();
    let mut counted = Vec::with_capacity(fields.len());
    for &field in fields {
        counted.push(match field.step() {
            Some(step) => {
                let by = days.by(step);
                let named = |(number, count): (&i64, &Count)| Bucket {
                    name: step.label(*number),
                    count: *count,
                };
                Facet {
                    field,
                    buckets: by.buckets.iter().map(named).collect(),
                    missing: days.undated,
                    imprecise: by.imprecise,
                    known: true,
                }
            }
            None => {
                let Some(column) = columns.next() else {
                    continue;
                };
                column.facet(field)
            }
        });
    }
    Ok(Facets {
        total: days.total,
        undated: left.undated,
        imprecise: left.imprecise,
        notes: opened.notes,
        fields: counted,
    })
}

/// All that is counted in one pass.
struct Pass<'a> {
    columns: Vec<ColumnCounts<'a>>,
    days: DayCounts<'a>,
}

impl Counts for Pass<'_> {
    fn begin(&mut self, segment: &Segment<'_>, number: u32) -> Result<(), SearchError> {
        self.days.begin(segment, number)?;
        for column in &mut self.columns {
            column.begin(segment, number)?;
        }
        Ok(())
    }

    fn count(&mut self, segment: &Segment<'_>, doc: DocId) {
        self.days.count(segment, doc);
        for column in &mut self.columns {
            column.count(segment, doc);
        }
    }

    fn end(&mut self, segment: &Segment<'_>) -> Result<(), SearchError> {
        self.days.end(segment)?;
        for column in &mut self.columns {
            column.end(segment)?;
        }
        Ok(())
    }
}
