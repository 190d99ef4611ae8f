//! The grammar of dates: which tokens in a row are a day, a month, a day with its time.

mod digits;
mod names;
mod parts;
mod year;

use crate::date::clock::{self, Clock};
use crate::date::grammar::year::jalali;
use crate::date::lexicon::Role;
use crate::date::token::Tokens;
use crate::date::{Date, Order, Precision, Reading, zone};

/// A date and the token after it.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) date: Date,
    pub(super) next: usize,
}

/// Whether a text is nothing but a date, or a date is looked for inside it; then forms that other things share aren't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Whole,
    Inside,
}

/// Day, month and year as far as printed.
#[derive(Clone, Debug, Default)]
struct Parts {
    year: Option<i16>,
    month: u8,
    day: Option<u8>,
    jalali: bool,
    /// Whether day and month are digits that can be read both ways.
    open: bool,
    /// A time that stood between day and year.
    clock: Option<Clock>,
    next: usize,
}

/// The date that begins at token `at`.
pub(super) fn date(
    tokens: &Tokens<'_>,
    at: usize,
    reading: &Reading,
    scope: Scope,
) -> Option<Match> {
    let grammar = Grammar {
        tokens,
        reading,
        scope,
    };
    if let Some(found) = grammar.time_first(at) {
        return Some(found);
    }
    let after_weekday = grammar.weekday(at);
    after_weekday
        .and_then(|(weekday, next)| grammar.day_first_date(next, Some(weekday)))
        .or_else(|| grammar.day_first_date(at, None))
}

struct Grammar<'g, 't> {
    tokens: &'g Tokens<'t>,
    reading: &'g Reading,
    scope: Scope,
}

/// Marks that stand between date and time.
const BETWEEN: &[char] = &[
    ',', '-', '|', '•', '(', ')', '/', ':', '.', ';', '>', '»', '~', '*', '@',
];

/// The most tokens that stand between a date and its time.
const MOST_BETWEEN: usize = 6;

impl Grammar<'_, '_> {
    /// `16:18, 8 September 2022`.
    fn time_first(&self, at: usize) -> Option<Match> {
        let (clock, next) = clock::time(self.tokens, at, false)?;
        let mut next = next;
        let mut weekday = None;
        for _ in 0..MOST_BETWEEN {
            if let Some(day) = self.day(next)
                && day.day.is_some()
            {
                let (zone, after) = clock::zone_after(self.tokens, day.next);
                let zone = clock.zone.clone().or(zone);
                let clock = Clock { zone, ..clock };
                return self.build(&day, weekday, Some(&clock), after);
            }
            if let Some((found, after)) = self.weekday(next) {
                weekday = Some(found);
                next = after;
            } else if self.tokens.is_mark(next, BETWEEN)
                || matches!(self.tokens.role(next), Role::At | Role::Link)
            {
                next += 1;
            } else {
                return None;
            }
        }
        None
    }

    /// `8 September 2022, 16:18`.
    fn day_first_date(&self, at: usize, weekday: Option<u8>) -> Option<Match> {
        let day = self.day(at)?;
        if day.clock.is_some() {
            return self.build(&day, weekday, day.clock.as_ref(), day.next);
        }
        if day.day.is_some()
            && let Some((clock, next)) = self.time_after(day.next)
            && let Some(found) = self.build(&day, weekday, Some(&clock), next)
        {
            return Some(found);
        }
        self.build(&day, weekday, None, day.next)
    }

    fn time_after(&self, from: usize) -> Option<(Clock, usize)> {
        let tokens = self.tokens;
        let mut at = from;
        let mut lines = 0;
        while at < from + MOST_BETWEEN {
            let joined = at == from && !tokens.gap(at) && tokens.number(at - 1).is_some();
            if !joined && let Some((clock, next)) = clock::time(tokens, at, true) {
                let alone = lines == 0 || tokens.is_break(next);
                return alone.then_some((clock, next));
            }
            if tokens.is_break(at) {
                lines += 1;
                if lines > 1 || at >= tokens.len() {
                    return None;
                }
            } else if !(tokens.is_mark(at, BETWEEN)
                || matches!(tokens.role(at), Role::At | Role::Link)
                || tokens.sense(at).weekday > 0
                || tokens.str(at).eq_ignore_ascii_case("t") && !tokens.gap(at))
            {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The day of the week at `at`, and the token after it and its comma or dot.
    fn weekday(&self, at: usize) -> Option<(u8, usize)> {
        let tokens = self.tokens;
        let weekday = tokens.sense(at).weekday;
        // `so`, `la`, `mi` are words of other kinds too: inside a text they need a comma or a dot.
        let word = tokens.str(at);
        let short = word.len() < 3 && !tokens.is_mark(at + 1, &['.', ',']);
        if weekday == 0 || short && self.scope == Scope::Inside {
            return None;
        }
        let next = tokens.skip(at + 1, &['.', ')', '\'']);
        let next = tokens.skip(next, &[',', ';', '-', '|', '/']);
        let next = self.after_links(next);
        Some((weekday, tokens.skip(next, &[',', '-', '|'])))
    }

    fn build(
        &self,
        day: &Parts,
        weekday: Option<u8>,
        clock: Option<&Clock>,
        next: usize,
    ) -> Option<Match> {
        let year = match day.year {
            Some(year) => year,
            None => self.missing_year(day, weekday)?,
        };
        let month = i8::try_from(day.month).ok()?;
        let date = match day.day {
            None => Date::month(year, month)?,
            Some(number) => {
                let number = i8::try_from(number).ok()?;
                // A zone of the United States says more than the preference does.
                let zone = clock.and_then(|clock| clock.zone.as_deref());
                let turned = day.open
                    && self.reading.order == Order::DayFirst
                    && zone.is_some_and(zone::is_american);
                let (month, number) = if turned {
                    (number, month)
                } else {
                    (month, number)
                };
                let (year, month, number) = if day.jalali {
                    jalali(year, month, number)?
                } else {
                    (year, month, number)
                };
                match clock {
                    None => Date::day(year, month, number)?,
                    Some(clock) => {
                        let (hour, minute) = (clock.hour, clock.minute);
                        match clock.second {
                            None => Date::minute(year, month, number, hour, minute)?,
                            Some(second) => {
                                Date::second(year, month, number, hour, minute, second)?
                            }
                        }
                        .with_zone(clock.zone.as_deref())
                    }
                }
            }
        };
        if day.jalali && date.precision() == Precision::Month {
            return None;
        }
        Some(Match { date, next })
    }
}
