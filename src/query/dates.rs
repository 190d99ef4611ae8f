//! Dates as they are typed into queries and flags: `2022`, `2022-09`, `2022-09-08`, `today`, `30d`, `September 2022`, and ranges.

use thiserror::Error;

use crate::date::{self, Date, Order, Period, Reading};

/// Seconds of a civil day.
const DAY: i64 = 86_400;

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DateError {
    /// A day that no calendar has.
    #[error("there is no such date: `{0}`")]
    NoSuchDate(String),
    /// Not a date in any form that is known.
    #[error("`{0}` is not a date")]
    NotADate(String),
    /// Day and month could change places.
    #[error("`{0}` can be read as two dates")]
    Ambiguous(String, Box<[String; 2]>),
    /// A range that runs backwards.
    #[error("the range `{0}` ends before it begins")]
    Reversed(String),
    /// Nothing where a date should be.
    #[error("there is no date after `{0}`")]
    Missing(String),
    /// Not a length of time.
    #[error("`{0}` is not a length of time")]
    NotALength(String),
}

impl DateError {
    /// What could be written instead.
    pub fn hint(&self) -> String {
        match self {
            Self::NoSuchDate(_) => "dates are written year-month-day: 2022-09-08",
            Self::Ambiguous(_, both) => return format!("write {} or {}", both[0], both[1]),
            Self::NotADate(text) if text.contains(['[', '{']) => "a range is written 2022-07..2022-09",
            Self::NotADate(_) | Self::Missing(_) => {
                "write 2022, 2022-09, 2022-09-08, 'September 2022', today, yesterday, 30d, or a range 2022-07..2022-09"
            }
            Self::Reversed(_) => "write the earlier date first",
            Self::NotALength(_) => "write a number and d, w, m or y: 7d, 2w, 6m, 1y",
        }
        .to_owned()
    }
}

/// The whole period that a date names, both ends inclusive: `2022-09` is all of September 2022; `30d` is the day thirty days before
/// `today`.
pub fn period(text: &str, today: &Date) -> Result<Period, DateError> {
    let text = text.trim();
    let shown = || text.chars().take(60).collect::<String>();
    match text.to_lowercase().as_str() {
        "today" => return Ok(day_period(day_of(today))),
        "yesterday" => return Ok(day_period(day_of(today) - 1)),
        "tomorrow" => return Ok(day_period(day_of(today) + 1)),
        _ => {}
    }
    if let Some((number, unit)) = length(text) {
        let day = before(today, number, unit).ok_or_else(|| DateError::NoSuchDate(shown()))?;
        return Ok(day_period(day));
    }
    if let Some(parts) = iso(text) {
        return calendar(&parts).ok_or_else(|| DateError::NoSuchDate(shown()));
    }
    if let Some(both) = either_way(text) {
        return Err(DateError::Ambiguous(shown(), Box::new(both)));
    }
    let reading = Reading {
        order: Order::DayFirst,
        reference: Some(today.clone()),
    };
    match date::parse(text, &reading) {
        Some(date) => Ok(whole_days(date.period())),
        None if looks_like_numbers(text) => Err(DateError::NoSuchDate(shown())),
        None => Err(DateError::NotADate(shown())),
    }
}

/// A date or a range: `2022`, `2022-07..2022-09`, `2022-07..`, `..2022-09`; both ends inclusive.
pub fn range(text: &str, today: &Date) -> Result<Period, DateError> {
    let Some((first, last)) = text.split_once("..") else {
        return period(text, today);
    };
    let (first, last) = (first.trim(), last.trim());
    if first.is_empty() && last.is_empty() {
        return Err(DateError::NotADate(text.to_owned()));
    }
    let first = match first {
        "" => i64::MIN,
        first => period(first, today)?.first,
    };
    let last = match last {
        "" => i64::MAX,
        last => period(last, today)?.last,
    };
    if last < first {
        return Err(DateError::Reversed(text.chars().take(60).collect()));
    }
    Ok(Period { first, last })
}

/// The days up to and with `today`: `7d` are seven days, `6m` begins the day after the same day six months ago.
pub fn last(text: &str, today: &Date) -> Result<Period, DateError> {
    let wrong = || DateError::NotALength(text.chars().take(60).collect());
    let (number, unit) = length(text.trim()).ok_or_else(wrong)?;
    let start = before(today, number, unit).ok_or_else(wrong)?;
    Ok(Period {
        first: day_period(start + 1).first,
        last: day_period(day_of(today)).last,
    })
}

/// Days since 1970-01-01.
fn day_of(date: &Date) -> i64 {
    date.period().first.div_euclid(DAY)
}

/// The days that the period touches.
fn whole_days(period: Period) -> Period {
    Period {
        first: day_period(period.first.div_euclid(DAY)).first,
        last: day_period(period.last.div_euclid(DAY)).last,
    }
}

fn day_period(day: i64) -> Period {
    Period {
        first: day * DAY,
        last: day * DAY + DAY - 1,
    }
}

/// `30d` as (30, 'd').
fn length(text: &str) -> Option<(i64, char)> {
    let unit = text.chars().last()?.to_ascii_lowercase();
    let number = &text[..text.len() - text.chars().last()?.len_utf8()];
    let digits =
        !number.is_empty() && number.len() <= 5 && number.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.then(|| number.parse().ok())??;
    (matches!(unit, 'd' | 'w' | 'm' | 'y') && number > 0).then_some((number, unit))
}

/// The day so long before `today`; `None` before the year 1.
fn before(today: &Date, number: i64, unit: char) -> Option<i64> {
    let day = day_of(today);
    let months = match unit {
        'd' => return (day - number > -719_162).then_some(day - number),
        'w' => return (day - 7 * number > -719_162).then_some(day - 7 * number),
        'm' => number,
        _ => 12 * number,
    };
    let (year, month, day) = civil(day);
    let months = year * 12 + month - 1 - months;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    // The 31st of a short month is its last day.
    (0..4)
        .find_map(|less| calendar(&[year, month, day - less]))
        .map(|period| period.first.div_euclid(DAY))
}

/// `2022`, `2022-9`, `2022-09-08` as numbers.
fn iso(text: &str) -> Option<Vec<i64>> {
    let parts: Vec<&str> = text.splitn(4, '-').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let sized = parts.iter().enumerate().all(|(at, part)| {
        if at == 0 {
            part.len() == 4
        } else {
            part.len() <= 2
        }
    });
    if parts.len() > 3 || !sized || !parts.iter().all(digits) {
        return None;
    }
    parts.iter().map(|part| part.parse().ok()).collect()
}

/// The period of a year, a month or a day; `None` where there is none such.
fn calendar(parts: &[i64]) -> Option<Period> {
    let day = |year: i64, month: i64, day: i64| {
        let (year, month, day) = (
            year.try_into().ok()?,
            month.try_into().ok()?,
            day.try_into().ok()?,
        );
        (year >= 1).then(|| Date::day(year, month, day))?
    };
    match *parts {
        [year] => Some(Period {
            first: day(year, 1, 1)?.period().first,
            last: day(year, 12, 31)?.period().last,
        }),
        [year, month] => {
            let last = (28..=31).rev().find_map(|last| day(year, month, last))?;
            Some(Period {
                first: day(year, month, 1)?.period().first,
                last: last.period().last,
            })
        }
        [year, month, of] => Some(day(year, month, of)?.period()),
        _ => None,
    }
}

/// The two dates that `04/05/2022` may be.
fn either_way(text: &str) -> Option<[String; 2]> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [first, second, year] = parts.as_slice() else {
        return None;
    };
    let first: u32 = first.parse().ok()?;
    let second: u32 = second.parse().ok()?;
    let year: u32 = (year.len() == 4).then(|| year.parse().ok())??;
    let month = 1..=12;
    (first != second && month.contains(&first) && month.contains(&second)).then(|| {
        [
            format!("{year:04}-{second:02}-{first:02}"),
            format!("{year:04}-{first:02}-{second:02}"),
        ]
    })
}

/// Whether it was meant as a date in digits.
fn looks_like_numbers(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 4
        && text.chars().all(|character| {
            character.is_ascii_digit() || matches!(character, '-' | '/' | '.' | ' ')
        })
}

/// Year, month and day of a day counted from 1970-01-01 (Howard Hinnant, `civil_from_days`, 2013).
fn civil(day: i64) -> (i64, i64, i64) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The period as it is typed: `2022-07-01..2022-09-30`, `2022-07-01..`, `2022-09-08`.
pub(crate) fn written(period: &Period) -> String {
    let day = |second: i64| {
        let (year, month, day) = civil(second.div_euclid(DAY));
        format!("{year:04}-{month:02}-{day:02}")
    };
    match (period.first, period.last) {
        (i64::MIN, last) => format!("..{}", day(last)),
        (first, i64::MAX) => format!("{}..", day(first)),
        (first, last) if day(first) == day(last) => day(first),
        (first, last) => format!("{}..{}", day(first), day(last)),
    }
}
