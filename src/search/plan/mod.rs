//! A query lowered to the index: words analysed, fields known, operators made of what scorers can do.

mod compounds;
mod dictionary;
mod lower;
mod operands;
mod quiet;
mod restrict;
mod sequence;
mod spelling;
mod statistics;
mod variants;
mod wildcard;
mod words;

use std::sync::Arc;

use tantivy::schema::Field;

use crate::date::Period;
use crate::query::{Comparison, Unit};
use crate::search::scorer::Part;

pub(in crate::search) use dictionary::{alignment, alike};
pub(in crate::search) use lower::lower;
pub(in crate::search) use restrict::restrict;
pub(in crate::search) use statistics::Statistics;
pub(in crate::search) use variants::one_spelling;
pub(in crate::search) use words::Words;

/// A query lowered to the index.
#[derive(Clone, Debug)]
pub(in crate::search) enum Plan {
    /// Every article.
    All,
    /// No article.
    Nothing,
    /// A word or phrase of one field.
    Leaf(Arc<Leaf>),
    /// All of them.
    And(Vec<Plan>),
    /// Any of them.
    Or(Vec<Plan>),
    /// Every other article.
    Not(Box<Plan>),
    /// Both, near each other.
    Near(Box<Plan>, Box<Plan>, Distance),
    /// The first away from the second.
    NotNear(Box<Plan>, Box<Plan>, Distance),
    /// Both in one unit of text.
    Within(Box<Plan>, Box<Plan>, Unit),
    /// As often as that.
    AtLeast(Box<Plan>, u32),
    /// Dated inside the period.
    Dated(Period),
    /// Without a date.
    Undated,
    /// Length of the body.
    Length(Comparison, u32),
    /// Any of these values of a raw column; sorted.
    Values(&'static str, Vec<String>),
    /// A path that matches any of these patterns.
    Paths(Vec<String>),
}

/// How near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Distance {
    /// Words between the nearest ends, at the most; adjacent words are 1 apart.
    pub(in crate::search) words: u32,
    /// Whether the first must come first.
    pub(in crate::search) ordered: bool,
}

/// A word or phrase of one field, with the ways to write it.
#[derive(Clone, Debug)]
pub(in crate::search) struct Leaf {
    /// The field whose posting lists are read.
    pub(in crate::search) field: Field,
    /// Whether that is the main text.
    pub(in crate::search) main: bool,
    /// The part of the main text that is meant; `None`: all of it.
    pub(in crate::search) part: Option<Part>,
    /// The ways to write it: sequences of words, adjacent.
    pub(in crate::search) ways: Vec<Vec<Slot>>,
    /// Whether what it finds in the main text is marked.
    pub(in crate::search) marked: bool,
    /// What was typed for it.
    pub(in crate::search) typed: String,
    /// How often it is asked; once for each time it counts.
    pub(in crate::search) times: u32,
    /// What it is worth: inverse document frequency times weight; zero: it does not score.
    pub(in crate::search) weight: f32,
}

/// A place in a sequence of words: the terms that may stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Slot {
    /// The terms.
    pub(in crate::search) terms: Vec<SlotTerm>,
    /// Whether they come from a wildcard.
    pub(in crate::search) expanded: bool,
}

/// A term that may stand in a slot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct SlotTerm {
    /// As indexed.
    pub(in crate::search) text: String,
    /// Whether it is the word exactly as asked.
    pub(in crate::search) exact: bool,
    /// Whether its occurrences count: those of an exact form that a stem's term holds as well don't. What is neither
    /// exact nor counted counts in articles with nothing else.
    pub(in crate::search) counted: bool,
}

impl Plan {
    /// Calls `see` for each leaf that speaks for a match, in the order of the query.
    pub(in crate::search) fn leaves<'a>(&'a self, see: &mut impl FnMut(&'a Leaf)) {
        match self {
            Plan::Leaf(leaf) => see(leaf),
            Plan::And(parts) | Plan::Or(parts) => {
                for part in parts {
                    part.leaves(see);
                }
            }
            Plan::Near(left, right, _) | Plan::Within(left, right, _) => {
                left.leaves(see);
                right.leaves(see);
            }
            Plan::NotNear(left, _, _) => left.leaves(see),
            Plan::AtLeast(inner, _) => inner.leaves(see),
            Plan::All
            | Plan::Nothing
            | Plan::Not(_)
            | Plan::Dated(_)
            | Plan::Undated
            | Plan::Length(..)
            | Plan::Values(..)
            | Plan::Paths(_) => {}
        }
    }

    /// Whether it yields documents of itself; what does not can only restrict.
    pub(in crate::search) fn grounded(&self) -> bool {
        match self {
            Plan::All
            | Plan::Nothing
            | Plan::Leaf(_)
            | Plan::Near(..)
            | Plan::NotNear(..)
            | Plan::Within(..)
            | Plan::AtLeast(..) => true,
            Plan::And(parts) => parts.iter().any(Plan::grounded),
            Plan::Or(parts) => parts.iter().all(Plan::grounded),
            Plan::Not(_)
            | Plan::Dated(_)
            | Plan::Undated
            | Plan::Length(..)
            | Plan::Values(..)
            | Plan::Paths(_) => false,
        }
    }
}
