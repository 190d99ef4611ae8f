//! Periods as a user types them at `--from`, `--on`, `--last` and in `date:`.

use thiserror::Error;

use crate::date::{Date, Order, Period, Precision, Reading, parse};

/// Why a typed text is no period.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum PeriodError {
    /// Nothing was typed.
    #[error("the date is empty")]
    Empty,
    /// A year, month or day that no calendar has.
    #[error("there is no {} `{text}`", form(text))]
    NoSuchDay {
        /// As typed.
        text: String,
    },
    /// Digits that may be read two ways.
    #[error("`{text}` may be {first} or {second}")]
    Ambiguous {
        /// As typed.
        text: String,
        /// One reading, as `2022-09-08`.
        first: String,
        /// The other.
        second: String,
    },
    /// The end lies before the start.
    #[error("`{text}` ends before it begins")]
    Reversed {
        /// As typed.
        text: String,
    },
    /// It isn't a form that is known.
    #[error("`{text}` is not a date")]
    NotADate {
        /// As typed.
        text: String,
    },
}

impl PeriodError {
    /// What to write instead, for a line that begins with `hint:`.
    pub fn hint(&self) -> String {
        match self {
            Self::Ambiguous { first, second, .. } => format!("write `{first}` or `{second}`"),
            Self::Reversed { .. } => "the earlier date comes first: `2022-07..2022-09`".to_owned(),
            _ => "a date is `2022`, `2022-09`, `2022-09-08`, `'September 2022'`, `yesterday`, `last friday` or `30d`".to_owned(),
        }
    }
}

/// What is written in the form of `text`.
fn form(text: &str) -> &'static str {
    match text.split('-').count() {
        _ if !text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-') =>
        {
            "day"
        }
        1 if text.len() <= 5 => "year",
        2 => "month",
        _ => "day",
    }
}

/// Reads a range, `2022-07..2022-09`, `2022-07..`, `..2022-09`, or a single period as [`parse_period`] does.
///
/// # Errors
///
/// Where a side is no period, or the end lies before the start.
pub fn parse_range(text: &str, today: &Date) -> Result<Period, PeriodError> {
    let Some((left, right)) = text.split_once("..") else {
        return parse_period(text, today);
    };
    let right = right.trim_start_matches('.');
    if left.trim().is_empty() && right.trim().is_empty() {
        return Err(PeriodError::Empty);
    }
    let side = |text: &str| {
        let text = text.trim();
        (!text.is_empty())
            .then(|| parse_period(text, today))
            .transpose()
    };
    let first = side(left)?.map_or(i64::MIN, |period| period.first);
    let last = side(right)?.map_or(i64::MAX, |period| period.last);
    if first > last {
        return Err(PeriodError::Reversed {
            text: text.trim().to_owned(),
        });
    }
    Ok(Period { first, last })
}

/// Reads a period as a user types it. A partial date is its whole period.
///
/// - `2022`, `2022-09`, `2022-09-08`, `2022-09-08T16:18`, `September 2022`, `8 Sep 2022`, in any language that [`parse`] knows
/// - `today`, `yesterday`, `last friday` (the nearest before today), `3 days ago`
/// - `this week`, `last month`, `this year`: weeks begin on Monday
/// - `Q3 2022`, `2022-Q3`
/// - `7d`, `2w`, `3m`, `1y`, `last 30 days`: from the day that long ago through today
///
/// # Errors
///
/// Where it is none of these, names a day that doesn't exist, or can be read two ways (`8/9/2022`).
pub fn parse_period(text: &str, today: &Date) -> Result<Period, PeriodError> {
    let typed = text.trim().trim_matches(['\'', '"']).trim();
    if typed.is_empty() {
        return Err(PeriodError::Empty);
    }
    let today = today.to_day();
    let lower = typed.to_lowercase();
    if let Some((count, unit)) = span(&lower) {
        return back(count, unit, &today).ok_or_else(|| PeriodError::NoSuchDay {
            text: typed.to_owned(),
        });
    }
    let named = unit(&lower, &today)
        .or_else(|| last_weekday(&lower, &today))
        .or_else(|| quarter(&lower));
    if let Some(period) = named {
        return Ok(period);
    }
    let read = |order| {
        let reading = Reading {
            order,
            reference: Some(today.clone()),
        };
        if is_clock_number(typed) {
            None
        } else {
            parse(typed, &reading)
        }
    };
    match (read(Order::DayFirst), read(Order::MonthFirst)) {
        (Some(first), Some(second)) if first == second => Ok(first.period()),
        (Some(first), Some(second)) => Err(PeriodError::Ambiguous {
            text: typed.to_owned(),
            first: first.value(),
            second: second.value(),
        }),
        _ if is_shaped(typed) => Err(PeriodError::NoSuchDay {
            text: typed.to_owned(),
        }),
        _ => Err(PeriodError::NotADate {
            text: typed.to_owned(),
        }),
    }
}

/// Seconds since 1970 and six digits: nobody types them as a date.
fn is_clock_number(typed: &str) -> bool {
    !matches!(typed.len(), 4 | 8) && typed.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether digits and marks have the shape of a date.
fn is_shaped(typed: &str) -> bool {
    let parts: Vec<&str> = typed.split(['-', '/', '.']).collect();
    (1..=3).contains(&parts.len())
        && parts.iter().all(|part| {
            matches!(part.len(), 1..=4) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
        && parts.iter().any(|part| part.len() == 4)
}

/// `30d`, `last 30 days` in its two parts.
fn span(text: &str) -> Option<(&str, char)> {
    let text = text
        .strip_prefix("last ")
        .or_else(|| text.strip_prefix("past "))
        .unwrap_or(text)
        .trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (count, unit) = text.split_at_checked(digits)?;
    let unit = match unit.trim() {
        "d" | "day" | "days" => 'd',
        "w" | "week" | "weeks" => 'w',
        "m" | "month" | "months" => 'm',
        "y" | "year" | "years" => 'y',
        _ => return None,
    };
    (!count.is_empty()).then_some((count, unit))
}

/// `Q3 2022`, `2022-Q3`.
fn quarter(text: &str) -> Option<Period> {
    let (left, right) = text.split_once([' ', '-'])?;
    let (quarter, year) = if left.starts_with('q') {
        (left, right)
    } else {
        (right, left)
    };
    let quarter: i8 = quarter.strip_prefix('q')?.parse().ok()?;
    let year: i16 = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    let first = Date::month(year, (1..=4).contains(&quarter).then(|| quarter * 3 - 2)?)?;
    Some(from_to(&first, &Date::month(year, quarter * 3)?))
}

/// From that long ago through today; `None` where it leads out of the calendar.
fn back(count: &str, unit: char, today: &Date) -> Option<Period> {
    let count = i64::from(count.parse::<i32>().ok()?);
    let first = match unit {
        'd' => today.plus_days(-count),
        'w' => today.plus_days(-7 * count),
        'm' => today.plus_months(-count),
        _ => today.plus_months(-12 * count),
    }?;
    Some(from_to(&first, today))
}

/// `this week`, `last month`.
fn unit(text: &str, today: &Date) -> Option<Period> {
    let (which, unit) = text.split_once(char::is_whitespace)?;
    let back = match which {
        "this" => 0,
        "last" | "past" | "previous" => 1,
        _ => return None,
    };
    match unit.trim() {
        "day" => Some(today.plus_days(-back)?.period()),
        "week" => {
            let monday = today.plus_days(1 - i64::from(today.weekday()) - 7 * back)?;
            Some(from_to(&monday, &monday.plus_days(6)?))
        }
        "month" => {
            let (year, month, _) = today.plus_months(-back)?.year_month_day();
            Some(Date::month(year, month)?.period())
        }
        "year" => Some(Date::year(today.calendar_year() - i16::from(back > 0))?.period()),
        _ => None,
    }
}

/// `last friday`, `friday`: the nearest before today.
fn last_weekday(text: &str, today: &Date) -> Option<Period> {
    let name = text.strip_prefix("last ").unwrap_or(text).trim();
    let weekday = i64::from(crate::date::lexicon::sense(name).weekday);
    if weekday == 0 {
        return None;
    }
    let back = (i64::from(today.weekday()) - weekday - 1).rem_euclid(7) + 1;
    let day = today.plus_days(-back)?;
    debug_assert_eq!(day.precision(), Precision::Day);
    Some(day.period())
}

fn from_to(first: &Date, last: &Date) -> Period {
    Period {
        first: first.period().first,
        last: last.period().last,
    }
}
