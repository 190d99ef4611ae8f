//! Dates as people write them, in any language.
//!
//! A [`Date`] is what was printed: a civil date and time, how exact it is, and the zone if one was named. This layer is the
//! only one that sees `jiff`. It knows nothing of where a date was found.

use serde::{Deserialize, Serialize};

use crate::text::Span;

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

/// A date as printed: local civil time, its precision, and the zone where one was named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// Civil seconds since 1970-01-01T00:00:00 on the printed clock (not UTC); the first second of the period it names.
    local: i64,
    precision: Precision,
    /// As an offset `+02:00`, `Z`, or an abbreviation or zone name as printed, such as `EST`.
    zone: Option<String>,
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

/// A span of civil time, both ends inclusive, in civil seconds since 1970-01-01T00:00:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First second; `i64::MIN` where open.
    pub first: i64,
    /// Last second; `i64::MAX` where open.
    pub last: i64,
}

impl Date {
    /// The day `year`-`month`-`day`; `None` where there is no such day.
    pub fn day(_year: i16, _month: i8, _day: i8) -> Option<Self> {
        None
    }

    /// Reads what [`Date::value`] writes: `2022`, `2022-09`, `2022-09-08`, `2022-09-08T16:18`, `2022-09-08T16:18:05`.
    pub fn from_value(_value: &str, _zone: Option<&str>) -> Option<Self> {
        None
    }

    /// The date in its own precision: `2022-09-08T16:18`.
    pub fn value(&self) -> String {
        String::new()
    }

    /// How exact it is.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The zone as printed, or an offset; `None` where none was named.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// The whole period it names: a day is 00:00:00 to 23:59:59 of it, a month its first second to its last.
    pub fn period(&self) -> Period {
        Period {
            first: self.local,
            last: self.local,
        }
    }
}

/// Reads a text that is a date and nothing else (labels and weekday names before it are allowed).
pub fn parse(_text: &str, _reading: &Reading) -> Option<Date> {
    None
}

/// Finds the dates inside a text, in order.
pub fn find(_text: &str, _reading: &Reading) -> Vec<FoundDate> {
    let _ = Span::default();
    Vec::new()
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
            precision: self.precision,
            zone: self.zone.clone(),
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
