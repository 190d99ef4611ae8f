//! Clauses that columns decide: zones of the text, dates, lengths, exact values.

use tantivy::columnar::Column;

use crate::date::Period;
use crate::query::Comparison;
use crate::search::scorer::{DocId, Extent, Matcher, TERMINATED};

/// A part of the main text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::search) enum Part {
    /// The title.
    Title,
    /// The body.
    Body,
    /// Title, dek and first paragraphs.
    Lead,
    /// The captions.
    Captions,
}

/// Where a part of the main text lies: the columns that say it.
#[derive(Clone)]
pub(in crate::search) struct Zone {
    /// First position of the part; `None`: 0.
    pub(in crate::search) from: Option<Column<u64>>,
    /// First position after it; `None`: it runs to the end.
    pub(in crate::search) until: Option<Column<u64>>,
}

impl Zone {
    /// The positions of the part in a document; `None` where it is empty.
    pub(in crate::search) fn limits(&self, doc: DocId) -> Option<Extent> {
        let first = match &self.from {
            Some(column) => u32::try_from(column.first(doc)?).ok()?,
            None => 0,
        };
        let last = match &self.until {
            Some(column) => u32::try_from(column.first(doc)?).ok()?.checked_sub(1)?,
            None => u32::MAX,
        };
        (first <= last).then_some(Extent {
            first,
            last,
            loose: false,
        })
    }
}

/// A question that a column answers for any document.
pub(in crate::search) enum Test {
    /// The date's whole period lies inside.
    Dated(Dates, Period),
    /// There is no date.
    Undated(Dates),
    /// A number compared.
    Length(Column<u64>, Comparison, u64),
    /// Any of these ordinals.
    Ordinals(Column<u64>, Vec<u64>),
    /// Nothing has what is asked.
    Never,
}

/// The columns of one kind of date.
#[derive(Clone)]
pub(in crate::search) struct Dates {
    /// First second of the date's period.
    pub(in crate::search) first: Column<i64>,
    /// Last second of it.
    pub(in crate::search) last: Column<i64>,
}

impl Dates {
    /// The period of a document's date; `None` where it has none.
    pub(in crate::search) fn period(&self, doc: DocId) -> Option<Period> {
        let first = self.first.first(doc)?;
        let last = self.last.first(doc).unwrap_or(first);
        Some(Period { first, last })
    }

    /// First and last first second of all documents, deleted ones included; `None` where none has a date.
    pub(in crate::search) fn range(&self) -> Option<(i64, i64)> {
        let any = self.first.num_docs() > 0 && self.first.values.num_vals() > 0;
        any.then(|| (self.first.min_value(), self.first.max_value()))
    }
}

impl Test {
    /// Whether it holds for a document.
    pub(in crate::search) fn holds(&self, doc: DocId) -> bool {
        match self {
            Test::Dated(dates, wanted) => dates
                .period(doc)
                .is_some_and(|period| wanted.first <= period.first && period.last <= wanted.last),
            Test::Undated(dates) => dates.first.first(doc).is_none(),
            Test::Length(words, comparison, wanted) => {
                let words = words.first(doc).unwrap_or(0);
                match comparison {
                    Comparison::Less => words < *wanted,
                    Comparison::AtMost => words <= *wanted,
                    Comparison::Equal => words == *wanted,
                    Comparison::AtLeast => words >= *wanted,
                    Comparison::Greater => words > *wanted,
                }
            }
            Test::Ordinals(column, wanted) => column
                .values_for_doc(doc)
                .any(|ordinal| wanted.binary_search(&ordinal).is_ok()),
            Test::Never => false,
        }
    }
}

/// Every document for which a column says yes. It stands inside an `And`, beside something that yields documents.
pub(in crate::search) struct Tested {
    test: Test,
    doc: DocId,
    max_doc: DocId,
}

impl Tested {
    /// The documents of a segment of `max_doc` for which `test` holds.
    pub(in crate::search) fn new(test: Test, max_doc: DocId) -> Self {
        Self {
            test,
            doc: if max_doc == 0 { TERMINATED } else { 0 },
            max_doc,
        }
    }
}

impl Matcher for Tested {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = if target < self.max_doc {
                target
            } else {
                TERMINATED
            };
        }
        self.doc
    }

    fn matches(&mut self) -> bool {
        self.test.holds(self.doc)
    }

    fn score(&mut self) -> f32 {
        0.0
    }

    fn ceiling(&self) -> f32 {
        0.0
    }

    fn extents(&mut self, _out: &mut Vec<Extent>) {}

    fn cost(&self) -> u32 {
        self.max_doc
    }

    fn effort(&self) -> u32 {
        1
    }
}
