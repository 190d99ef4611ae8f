//! The time of day, and the zone after it.

use crate::date::lexicon::Role;
use crate::date::token::Tokens;
use crate::date::zone;

/// A time of day as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: i8,
    pub(super) second: Option<i8>,
    pub(super) zone: Option<String>,
}

/// The time that begins at token `at`, and the token after it. Only `after_date` are `16.18` and `161800` times.
pub(super) fn time(tokens: &Tokens<'_>, at: usize, after_date: bool) -> Option<(Clock, usize)> {
    let early = half(tokens, at, false);
    let start = early.map_or(at, |(_, next)| next);
    let hour = tokens.number(start)?;
    if hour.digits > 2 {
        return compact(tokens, start, after_date && early.is_none());
    }
    let (minute, second, mut next, bare) = digits_of_time(tokens, start, after_date)?;
    let late = half(tokens, next, true);
    if let Some((_, after)) = late {
        next = after;
    } else if bare && early.is_none() {
        return None;
    }
    next = after_hour_word(tokens, next);
    let late_half = late.or(early).map(|(half, _)| half);
    let hour = on_day(hour.value, late_half)?;
    let (zone, next) = zone_after(tokens, next);
    let clock = Clock {
        hour,
        minute,
        second,
        zone,
    };
    (minute < 60).then_some((clock, next))
}

/// Minute, second and the token after them, for the hour at `start`; last, whether it was an hour alone.
fn digits_of_time(
    tokens: &Tokens<'_>,
    start: usize,
    after_date: bool,
) -> Option<(i8, Option<i8>, usize, bool)> {
    let two = |at: usize| {
        tokens
            .number(at)
            .filter(|number| number.digits == 2 && number.value < 61)
            .map(|number| number.value.min(59) as i8)
    };
    if tokens.is_mark(start + 1, &[':'])
        && let Some(minute) = two(start + 2)
    {
        let mut next = start + 3;
        let mut second = None;
        if tokens.is_mark(next, &[':'])
            && let Some(value) = tokens.small(next + 1).filter(|value| *value < 61)
        {
            second = Some(value.min(59) as i8);
            next += 2;
            if tokens.is_mark(next, &['.', ','])
                && !tokens.gap(next + 1)
                && tokens.number(next + 1).is_some()
            {
                next += 2;
            }
        }
        return Some((minute, second, next, false));
    }
    if tokens.is_mark(start + 1, &['.'])
        && !tokens.gap(start + 1)
        && !tokens.gap(start + 2)
        && let Some(minute) = two(start + 2)
        && !(tokens.is_mark(start + 3, &['.'])
            && tokens.number(start + 4).is_some()
            && !tokens.gap(start + 4))
    {
        let next = start + 3;
        if after_date || half(tokens, next, true).is_some() || is_hour(tokens, next) {
            return Some((minute, None, next, false));
        }
        return None;
    }
    if is_hour(tokens, start + 1) && tokens.role(start + 2) != Role::Ago {
        let next = tokens.skip(start + 2, &['.']);
        if let Some(minute) = tokens.small(next).filter(|minute| *minute < 60)
            && (tokens.role(next + 1) == Role::Minute
                || !tokens.gap(next)
                || after_date && tokens.gap(start + 1) && tokens.str(next).len() == 2)
        {
            let mut next = tokens.skip_role(next + 1, Role::Minute);
            let mut second = None;
            if let Some(value) = tokens.small(next).filter(|value| *value < 60)
                && tokens.role(next + 1) == Role::Second
            {
                second = Some(value as i8);
                next += 2;
            }
            return Some((minute as i8, second, next, false));
        }
        // `16 Uhr`, `15h`; but `24h` and `3 h` away from a date are spans of time.
        return after_date.then_some((0, None, start + 2, false));
    }
    Some((0, None, start + 1, true))
}

/// `1618 GMT`, and after the T of ISO 8601 `1618` and `161805`.
fn compact(tokens: &Tokens<'_>, start: usize, after_date: bool) -> Option<(Clock, usize)> {
    let number = tokens.number(start)?;
    let after_t = after_date
        && start > 0
        && !tokens.gap(start)
        && tokens.str(start - 1).eq_ignore_ascii_case("t");
    let (zone, next) = zone_after(tokens, start + 1);
    let (hours, second) = match number.digits {
        4 if after_t || zone.is_some() && tokens.is_word(start + 1) => (number.value, None),
        6 if after_t => (number.value / 100, Some((number.value % 100).min(59) as i8)),
        _ => return None,
    };
    let clock = Clock {
        hour: on_day(hours / 100, None)?,
        minute: (hours % 100) as i8,
        second,
        zone,
    };
    (clock.minute < 60).then_some((clock, next))
}

/// The hour on a clock of 24; `None` where there is no such hour.
fn on_day(hour: u64, half: Option<Role>) -> Option<i8> {
    let hour = match half {
        Some(Role::Pm) if hour < 12 => hour + 12,
        Some(Role::Am) if hour == 12 => 0,
        _ => hour,
    };
    (hour < 24).then_some(hour as i8)
}

/// `am`, `p.m.`, `午後`: the half of the day, and the token after it.
fn half(tokens: &Tokens<'_>, at: usize, after: bool) -> Option<(Role, usize)> {
    let role = tokens.role(at);
    // Before the digits it stands in Japanese or Arabic; in German `am` is another word.
    let known = after || !tokens.str(at).is_ascii();
    if matches!(role, Role::Am | Role::Pm) && known {
        return Some((role, at + 1));
    }
    let dotted = |first: &str, second: &str| {
        tokens.str(at).to_lowercase() == first
            && tokens.is_mark(at + 1, &['.'])
            && tokens.str(at + 2).to_lowercase() == second
    };
    if !after {
        return None;
    }
    let found = [
        ("a", "m", Role::Am),
        ("p", "m", Role::Pm),
        ("π", "μ", Role::Am),
        ("μ", "μ", Role::Pm),
        ("ق", "ظ", Role::Am),
        ("ب", "ظ", Role::Pm),
    ]
    .into_iter()
    .find(|(first, second, _)| dotted(first, second))?;
    Some((found.2, tokens.skip(at + 3, &['.'])))
}

/// `h`, `Uhr`, and the `u` of Dutch, which elsewhere stands before the time.
fn is_hour(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.role(at) == Role::Hour || matches!(tokens.str(at), "u" | "U")
}

/// Past `Uhr`, `hrs`, `น.` after a time that needed no such word.
fn after_hour_word(tokens: &Tokens<'_>, at: usize) -> usize {
    if is_hour(tokens, at) && tokens.number(at + 1).is_none() {
        tokens.skip(at + 1, &['.'])
    } else {
        at
    }
}

/// The zone that begins at token `at`, and the token after it (`at` where there is none).
pub(super) fn zone_after(tokens: &Tokens<'_>, at: usize) -> (Option<String>, usize) {
    let open = if tokens.is_mark(at, &['(', '[']) {
        at + 1
    } else {
        at
    };
    let Some((zone, next)) = zone_at(tokens, open) else {
        return (None, at);
    };
    if open == at {
        // RFC 9557 and mail name the zone once more: `+02:00[Europe/Paris]`, `-0400 (EDT)`.
        let again = if tokens.is_mark(next, &['(', '[']) {
            closing(tokens, next)
        } else {
            None
        };
        let named = zone.starts_with(['+', '-']) && zone::is_abbreviation(tokens.str(next));
        return (Some(zone), again.unwrap_or(next + usize::from(named)));
    }
    (Some(zone), tokens.skip(next, &[')', ']']))
}

/// The token after the bracket that closes the one at `at`, where at most a zone's name stands between.
fn closing(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let end = (at + 1..at + 9).find(|end| tokens.is_mark(*end, &[')', ']']))?;
    let zone = tokens
        .text
        .get(tokens.span(at).end..tokens.span(end).start)?;
    let named = zone::is_abbreviation(zone) || zone.contains('/') || zone.ends_with("Time");
    named.then_some(end + 1)
}

fn zone_at(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    if let Some(found) = offset_at(tokens, at) {
        return Some(found);
    }
    if !tokens.is_word(at) {
        return None;
    }
    let word = tokens.str(at);
    if word.eq_ignore_ascii_case("z") && !tokens.gap(at) {
        return Some(("Z".to_owned(), at + 1));
    }
    let upper = word.to_ascii_uppercase();
    if matches!(upper.as_str(), "GMT" | "UTC")
        && let Some((offset, next)) = offset_at(tokens, at + 1)
    {
        return Some((offset, next));
    }
    if word == upper && word.len() > 1 && zone::is_abbreviation(word)
        || matches!(word, "Gmt" | "gmt" | "Utc" | "utc")
    {
        return Some((word.to_owned(), at + 1));
    }
    if matches!(word, "Eastern" | "Central" | "Mountain" | "Pacific") {
        let next = (at + 1..at + 3)
            .take_while(|next| matches!(tokens.str(*next), "Standard" | "Daylight" | "Time"))
            .last()
            .map_or(at + 1, |last| last + 1);
        let zone = tokens
            .text
            .get(tokens.span(at).start..tokens.span(next - 1).end)?;
        return (next > at + 1).then(|| (zone.to_owned(), next));
    }
    if tokens.is_mark(at + 1, &['/']) && tokens.is_word(at + 2) && !tokens.gap(at + 2) {
        return iana(tokens, at);
    }
    None
}

/// `America/New_York`: letters, underscores and slashes without white space.
fn iana(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    let mut next = at + 1;
    while next < at + 8
        && !tokens.gap(next)
        && (tokens.is_mark(next, &['/', '_']) || tokens.is_word(next))
    {
        next += 1;
    }
    let zone = tokens
        .text
        .get(tokens.span(at).start..tokens.span(next - 1).end)?;
    zone::is_region(zone).then(|| (zone.to_owned(), next))
}

/// `+0200`, `+02:00`, `+2` as `+02:00`.
fn offset_at(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    let sign = tokens.mark(at).filter(|mark| matches!(mark, '+' | '-'))?;
    let number = tokens.number(at + 1).filter(|_| !tokens.gap(at + 1))?;
    let with_minutes = tokens.is_mark(at + 2, &[':']) && !tokens.gap(at + 3);
    let minutes = tokens
        .number(at + 3)
        .filter(|number| with_minutes && number.digits == 2);
    let (hours, minutes, next) = match (number.digits, minutes) {
        (2, Some(minutes)) | (1, Some(minutes)) => (number.value, minutes.value, at + 4),
        (4, None) => (number.value / 100, number.value % 100, at + 2),
        // With white space before it, `- 19` is the end of a span of time.
        (1 | 2, None) if !tokens.gap(at) => (number.value, 0, at + 2),
        _ => return None,
    };
    if tokens.gap(at) && sign == '-' && number.digits != 4 {
        return None;
    }
    (hours < 16 && minutes < 60).then(|| (format!("{sign}{hours:02}:{minutes:02}"), next))
}
