//! Dates as people write them, in any language.
//!
//! A [`Date`] is what was printed: a civil date and time, how exact it is, and the zone if one was named. This layer is the
//! only one that sees `jiff`. It knows nothing of where a date was found.
//!
//! ```
//! use dateline::date::{Reading, parse};
//!
//! let date = parse("Updated: Thursday, 8 Sep. 2022 at 4:18 p.m. ET", &Reading::default()).expect("a date");
//! assert_eq!(date.value(), "2022-09-08T16:18");
//! assert_eq!(date.zone(), Some("ET"));
//! ```

mod civil;
mod step;
mod zone;
mod lexicon;
mod token;
mod clock;
mod grammar;
mod relative;
mod label;
mod whole;
mod find;
mod typed;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::text::Span;

pub use civil::{Date, Period};
pub use find::{find, order_in};
pub use step::Step;
pub use typed::{PeriodError, parse_period, parse_range};
pub use whole::parse;

/// How much of a date was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// `1987`
    Year,
    /// `1987-03`
    Month,
    /// `1987-03-08`
    Day,
    /// `1987-03-08T16:18`
    Minute,
    /// `1987-03-08T16:18:05`
    Second,
}

/// Which of day and month comes first where digits leave it open, as in `04/05/2021`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// 4 May.
    #[default]
    DayFirst,
    /// April 5.
    MonthFirst,
}

/// What surrounds a date and helps to read it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// For dates in digits that can be read two ways.
    pub order: Order,
    /// The day against which `yesterday` and `3 hours ago` are meant, and from which a missing year is taken: the capture date.
    /// Where it is `None`, such dates are not dates.
    pub reference: Option<Date>,
}

/// A date found inside a longer text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// Where it stands, label and all left out.
    pub span: Span,
    /// The date itself.
    pub date: Date,
    /// What the words before it call it: `Published`, `Updated`, …
    pub label: Option<Label>,
}

/// What a label before a date says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// `Published`, `Posted`, `First published`, `Veröffentlicht`, `Publié le`, …
    Published,
    /// `Updated`, `Last modified`, `Aktualisiert`, `Mis à jour`, …
    Updated,
}

#[derive(Serialize, Deserialize)]
struct Shape {
    value: String,
    precision: Precision,
    zone: Option<String>,
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shape {
            value: self.value(),
            precision: self.precision(),
            zone: self.zone().map(str::to_owned),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::deserialize(deserializer)?;
        Date::from_value(&shape.value, shape.zone.as_deref())
            .ok_or_else(|| serde::de::Error::custom(format!("no such date `{}`", shape.value)))
    }
}
