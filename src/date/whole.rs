//! Texts that are a date and nothing else.

use crate::date::grammar::{self, Scope};
use crate::date::token::{Kind, Tokens};
use crate::date::{Date, Reading, clock, label, relative};

/// The longest text that is read as a date, in bytes.
const LONGEST: usize = 300;

/// Reads a text that is a date and nothing else (labels and weekday names before it are allowed).
///
/// Besides the forms that [`find`](crate::date::find()) knows, it reads what only a whole text can mean: a year alone, `09/2022`,
/// `20220908`, `870226`, `20220908161805`, seconds or milliseconds since 1970 (the years 1973 to 2100).
pub fn parse(text: &str, reading: &Reading) -> Option<Date> {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || "\"'“”".contains(letter));
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    // As .NET writes it into JSON.
    let text = text
        .strip_prefix("/Date(")
        .and_then(|rest| rest.strip_suffix(")/"))
        .unwrap_or(text);
    let value = text
        .contains('-')
        .then(|| Date::from_value(text, None))
        .flatten();
    if let Some(date) = value.or_else(|| digits(text)) {
        return Some(date);
    }
    let tokens = Tokens::new(text);
    for (at, token) in tokens.list.iter().enumerate() {
        if let Kind::Mark(_) | Kind::Break = token.kind {
            continue;
        }
        let found = grammar::date(&tokens, at, reading, Scope::Whole)
            .map(|found| (found.date, found.next))
            .or_else(|| relative::date(&tokens, at, reading))
            .or_else(|| year(&tokens, at));
        let Some((date, next)) = found else { continue };
        // The same moment on another clock may follow: `16:18 GMT 17:18 UK`.
        let next = clock::time(&tokens, next, true).map_or(next, |(_, next)| next);
        let before = text.get(..token.span.start)?;
        let after = text.get(tokens.span(next.checked_sub(1)?).end..)?;
        if label::is_noise(before) && label::is_noise(after) {
            return Some(date);
        }
        break;
    }
    Date::from_rfc3339(text).or_else(|| Date::from_rfc2822(text))
}

/// A year alone.
fn year(tokens: &Tokens<'_>, at: usize) -> Option<(Date, usize)> {
    let number = tokens.number(at).filter(|number| number.digits == 4)?;
    let alone = tokens.list.len() == at + 1;
    let year = i16::try_from(number.value)
        .ok()
        .filter(|year| (1000..2200).contains(year) && alone)?;
    Some((Date::year(year)?, at + 1))
}

/// A text of nothing but digits.
fn digits(text: &str) -> Option<Date> {
    if let Some(stamp) = text.strip_suffix('Z').filter(|stamp| stamp.len() == 14) {
        return digits(stamp).map(|date| date.with_zone(Some("Z")));
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() > 14 || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    let pair = |place: i64| (value / place % 100) as i8;
    match (whole.len(), fraction.is_empty()) {
        (6, true) => {
            let short = (value / 10_000) as i16;
            let year = if short < 69 {
                2000 + short
            } else {
                1900 + short
            };
            Date::day(year, pair(100), pair(1)).or_else(|| {
                let year = (value / 100) as i16;
                (1500..2200)
                    .contains(&year)
                    .then(|| Date::month(year, pair(1)))?
            })
        }
        (9 | 10, _) => plausible(value),
        (12, true) => {
            let year = (value / 100_000_000) as i16;
            let date = Date::minute(year, pair(1_000_000), pair(10_000), pair(100), pair(1));
            date.filter(|_| (1500..2200).contains(&year))
                .or_else(|| plausible(value / 1000))
        }
        (13, _) => plausible(value / 1000),
        (14, true) => {
            let year = (value / 10_000_000_000) as i16;
            Date::second(
                year,
                pair(100_000_000),
                pair(1_000_000),
                pair(10_000),
                pair(100),
                pair(1).min(59),
            )
        }
        _ => None,
    }
}

/// Seconds since 1970, where they lie between 1973 and 2100.
fn plausible(seconds: i64) -> Option<Date> {
    (100_000_000..4_102_444_800)
        .contains(&seconds)
        .then(|| Date::from_utc_seconds(seconds))
        .flatten()
}
