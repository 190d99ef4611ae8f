//! Years: of two digits, of other calendars, and those left out.

use crate::date::Date;
use crate::date::clock;
use crate::date::grammar::{Grammar, Parts, Scope};
use crate::date::lexicon::Role;
use crate::date::token::Number;

impl Grammar<'_, '_> {
    /// Past `г.`, `р.` after a year.
    pub(super) fn after_year(&self, at: usize) -> usize {
        if self.tokens.role(at) == Role::Year {
            return self.tokens.skip(at + 1, &['.']);
        }
        at
    }

    /// The year at the end of a date, and the token after it. A `thai` one of two digits is Buddhist.
    pub(super) fn year_after(&self, at: usize, thai: bool) -> Option<(i16, usize)> {
        let tokens = self.tokens;
        let mark = tokens.mark(at);
        let mut next = tokens.skip(at, &[',', '.', '-', '/', '\'']);
        while next < at + 5
            && (matches!(tokens.role(next), Role::Link | Role::Year)
                || next > at && tokens.is_mark(next, &['.', ',']))
        {
            next += 1;
        }
        let quoted = tokens.is_mark(next, &['\'']);
        let next = next + usize::from(quoted);
        let number = tokens.number(next)?;
        let joined = quoted || matches!(mark, Some('-' | '/' | '\'')) && !tokens.gap(next);
        let short = joined || thai || self.scope == Scope::Whole;
        let is_hour = tokens.is_mark(next + 1, &[':']) || tokens.role(next + 1) == Role::Hour;
        let year = match number.digits {
            4 if !self.is_time(next) => self.year_of(number)?,
            2 if thai && !is_hour => 1957 + number.value as i16,
            2 if short && !is_hour => self.century(number.value as i16),
            _ => return None,
        };
        Some((year, self.after_year(next + 1)))
    }

    /// `1618 GMT`: four digits that are a time.
    pub(super) fn is_time(&self, at: usize) -> bool {
        let century = self
            .tokens
            .number(at)
            .is_some_and(|number| (1900..2100).contains(&number.value));
        !century
            && self.tokens.is_word(at + 1)
            && clock::time(self.tokens, at, false).is_some()
            && self.tokens.number(at + 2).is_none()
    }

    /// A year of four digits: Buddhist ones are reckoned back.
    pub(super) fn year_of(&self, number: Number) -> Option<i16> {
        let value = i16::try_from(number.value).ok()?;
        match value {
            2400..=2699 => Some(value - 543),
            1000..=2399 => Some(value),
            0..1000 if self.scope == Scope::Whole && value > 0 => Some(value),
            _ => None,
        }
    }

    /// The year of two digits: the latest that isn't after the reference, without one 1969 to 2068 as POSIX has it.
    pub(super) fn century(&self, year: i16) -> i16 {
        let Some(reference) = &self.reading.reference else {
            return if year < 69 { 2000 + year } else { 1900 + year };
        };
        let last = reference.calendar_year().saturating_add(1);
        let candidate = last - last.rem_euclid(100) + year;
        if candidate > last {
            candidate - 100
        } else {
            candidate
        }
    }

    /// The year that puts a day nearest before the reference; where its day of the week is named, the nearest that fits.
    pub(super) fn missing_year(&self, day: &Parts, weekday: Option<u8>) -> Option<i16> {
        let reference = self.reading.reference.as_ref()?;
        let last = reference.plus_days(1)?.period().last;
        let (month, number) = (i8::try_from(day.month).ok()?, i8::try_from(day.day?).ok()?);
        let this_year = reference.calendar_year();
        let past = (0..9).filter_map(|back| {
            let candidate = Date::day(this_year - back, month, number)?;
            (candidate.period().first <= last).then_some((this_year - back, candidate.weekday()))
        });
        let mut first = None;
        for (year, found) in past {
            first = first.or(Some(year));
            if weekday.is_none_or(|weekday| weekday as i8 == found) {
                return Some(year);
            }
        }
        first
    }
}

/// A day of the Persian solar calendar in the Gregorian one, by the arithmetic rule of 33-year cycles (exact from 1799 to 2256).
pub(super) fn jalali(year: i16, month: i8, day: i8) -> Option<(i16, i8, i8)> {
    let longest = match month {
        1..=6 => 31,
        7..=12 => 30,
        _ => return None,
    };
    if !(1100..1600).contains(&year) || !(1..=longest).contains(&day) {
        return None;
    }
    let (month, day) = (i64::from(month), i64::from(day));
    let before = (month - 1) * 31 - (month - 7).max(0);
    // 1 Farvardin 1349 was 21 March 1970.
    let days = new_year(i64::from(year)) - new_year(1349) + before + day - 1;
    let first = Date::day(1970, 3, 21)?;
    Some(first.plus_days(days)?.year_month_day())
}

/// Days from 1 Farvardin of year 1 to that of `year`.
fn new_year(year: i64) -> i64 {
    const LEAP: [i64; 8] = [1, 5, 9, 13, 17, 22, 26, 30];
    let past = year - 1;
    let in_cycle = LEAP.iter().filter(|leap| **leap <= past % 33).count() as i64;
    past * 365 + past / 33 * 8 + in_cycle
}
