//! Days told from today: `yesterday at 16:18`, `3 hours ago`.

use crate::date::clock;
use crate::date::lexicon::{Role, Unit};
use crate::date::token::Tokens;
use crate::date::{Date, Precision, Reading};

/// The relative date that begins at token `at`, and the token after it. `None` without a reference.
pub(super) fn date(tokens: &Tokens<'_>, at: usize, reading: &Reading) -> Option<(Date, usize)> {
    let reference = reading.reference.as_ref()?;
    near(tokens, at, reference).or_else(|| span(tokens, at, reference))
}

/// Whether the date at `at` is a word such as `today` alone, which says little inside a text.
pub(super) fn is_weak(tokens: &Tokens<'_>, at: usize, next: usize) -> bool {
    tokens.sense(at).day_offset.is_some() && next == at + 1
}

/// `yesterday`, `today at 16:18`.
fn near(tokens: &Tokens<'_>, at: usize, reference: &Date) -> Option<(Date, usize)> {
    let days = tokens.sense(at).day_offset?;
    let date = reference.to_day().plus_days(i64::from(days))?;
    Some(at_time(tokens, &date, at + 1).unwrap_or((date, at + 1)))
}

/// `3 hours ago`, `vor 2 Stunden`.
fn span(tokens: &Tokens<'_>, at: usize, reference: &Date) -> Option<(Date, usize)> {
    let before = tokens.role(at) == Role::Ago;
    let start = tokens.skip_role(at + usize::from(before), Role::Link);
    let number = tokens.number(start).filter(|number| number.digits <= 4);
    let one = tokens.sense(start).one;
    let count = match number {
        Some(number) => number.value as i64,
        None if one => 1,
        None => return None,
    };
    let unit = tokens.sense(start + 1).unit?;
    let next = tokens.skip(start + 2, &['.']);
    if !before && tokens.role(next) != Role::Ago {
        return None;
    }
    let next = next + usize::from(!before);
    let date = back(reference, count, unit)?;
    // `2 days ago at 07:47`; after hours a time repeats what is known.
    match at_time(tokens, &date, next) {
        Some((timed, next)) if date.precision() == Precision::Day => Some((timed, next)),
        Some((_, next)) => Some((date, next)),
        None => Some((date, next)),
    }
}

/// A day with the time that follows it, after `at` and a comma or a dash.
fn at_time(tokens: &Tokens<'_>, day: &Date, from: usize) -> Option<(Date, usize)> {
    let mut at = from;
    while at < from + 5 {
        if let Some((time, next)) = clock::time(tokens, at, true) {
            let (year, month, day) = day.year_month_day();
            let date = Date::minute(year, month, day, time.hour, time.minute)?;
            return Some((date.with_zone(time.zone.as_deref()), next));
        }
        let between = tokens.is_mark(at, &[',', '-', '|', '•', '\'']);
        if !between && !matches!(tokens.role(at), Role::At | Role::Link) {
            return None;
        }
        at += 1;
    }
    None
}

fn back(reference: &Date, count: i64, unit: Unit) -> Option<Date> {
    let exact = reference.precision() >= Precision::Minute;
    let moment = |seconds: i64, precision: Precision| {
        let precision = if exact { precision } else { Precision::Day };
        // A reference known to the day says of hours before it only that day, where they are few.
        let from = if exact {
            reference.local()
        } else {
            reference.period().last
        };
        Date::from_local(
            from.checked_sub(count.checked_mul(seconds)?)?,
            precision,
            reference.zone(),
        )
    };
    match unit {
        Unit::Second => moment(1, Precision::Minute),
        Unit::Minute => moment(60, Precision::Minute),
        Unit::Hour => moment(
            3600,
            if count < 24 {
                Precision::Minute
            } else {
                Precision::Day
            },
        ),
        Unit::Day => reference.to_day().plus_days(-count),
        Unit::Week => reference.to_day().plus_days(-7 * count),
        Unit::Month => reference.to_day().plus_months(-count),
        Unit::Year => reference.to_day().plus_months(-12 * count),
    }
}
