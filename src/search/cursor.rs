//! Where an answer ended, so that the next one goes on there.

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use crate::search::Sort;

#[cfg(test)]
mod tests;

/// Where an answer ended. Written as one word, which [`str::parse`] reads back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// Among hits by relevance.
    Ranked {
        /// Hits shown so far.
        shown: usize,
        /// The commit they came from: [`crate::index::Snapshot::version`].
        version: u64,
    },
    /// Among hits by date.
    Dated(Dated),
}

/// Where an answer by date ended. What lies between its two ends was shown; what comes into the index ahead of the first, or
/// anywhere behind the last, neither moves nor repeats anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Whether the newest come first.
    pub newest: bool,
    /// Hits shown so far.
    pub shown: usize,
    /// Articles between the ends, copies included.
    pub articles: usize,
    /// The first hit shown.
    pub first: Place,
    /// The last hit shown.
    pub last: Place,
}

/// A place in the order of dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// First second of the article's date; `None` where it has none.
    pub date: Option<i64>,
    /// The article's id.
    pub id: String,
}

impl Cursor {
    /// Hits shown so far.
    pub fn shown(&self) -> usize {
        match self {
            Self::Ranked { shown, .. } => *shown,
            Self::Dated(dated) => dated.shown,
        }
    }

    /// Whether it belongs to answers in this order.
    pub fn is_of(&self, sort: Sort) -> bool {
        match self {
            Self::Ranked { .. } => sort == Sort::Relevance,
            Self::Dated(dated) => {
                sort == if dated.newest {
                    Sort::Newest
                } else {
                    Sort::Oldest
                }
            }
        }
    }
}

/// The order of dates; what has none is last.
pub(in crate::search) fn by_date(newest: bool, a: Option<i64>, b: Option<i64>) -> Ordering {
    if newest {
        b.cmp(&a)
    } else {
        (a.is_none(), a).cmp(&(b.is_none(), b))
    }
}

impl Display for Cursor {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ranked { shown, version } => write!(f, "r.{shown}.{version:x}"),
            Self::Dated(dated) => {
                let order = if dated.newest { 'n' } else { 'o' };
                write!(f, "{order}.{}.{}", dated.shown, dated.articles)?;
                for place in [&dated.first, &dated.last] {
                    match place.date {
                        Some(date) => write!(f, ".{date}.{}", place.id)?,
                        None => write!(f, ".x.{}", place.id)?,
                    }
                }
                Ok(())
            }
        }
    }
}

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, NoCursor> {
        let parts: Vec<&str> = text.trim().split('.').collect();
        let number = |text: &str| text.parse::<usize>().map_err(|_| NoCursor);
        let place = |date: &str, id: &str| {
            let date = match date {
                "x" => None,
                date => Some(date.parse().map_err(|_| NoCursor)?),
            };
            let id = id.to_owned();
            Ok(Place { date, id })
        };
        match parts.as_slice() {
            ["r", shown, version] => Ok(Self::Ranked {
                shown: number(shown)?,
                version: u64::from_str_radix(version, 16).map_err(|_| NoCursor)?,
            }),
            [order @ ("n" | "o"), shown, articles, from, first, to, last] => {
                Ok(Self::Dated(Dated {
                    newest: *order == "n",
                    shown: number(shown)?,
                    articles: number(articles)?,
                    first: place(from, first)?,
                    last: place(to, last)?,
                }))
            }
            _ => Err(NoCursor),
        }
    }
}

/// What isn't a cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor: take `next` of the former answer's --json")]
pub struct NoCursor;
