//! The grammar of dates: which tokens in a row are a day, a month, a day with its time.

use crate::date::clock::{self, Clock};
use crate::date::lexicon::{Role, Sense};
use crate::date::token::{Number, Tokens};
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

    /// Day, month and year that begin at `at`.
    fn day(&self, at: usize) -> Option<Parts> {
        let tokens = self.tokens;
        if let Role::Era(before) = tokens.role(at) {
            return self.era(at, before);
        }
        let Some(number) = tokens.number(at) else {
            return self.month_first(at);
        };
        match number.digits {
            1 | 2 if tokens.role(at + 1) == Role::Month => self.counted_month(at, None),
            1 | 2 => self.day_month_year(at).or_else(|| self.digits(at)),
            4 => self.year_first(at, number),
            8 => self.compact(at, number),
            _ => None,
        }
    }

    /// `令和4年9月8日`, `民國111年9月8日`.
    fn era(&self, at: usize, before: u16) -> Option<Parts> {
        let tokens = self.tokens;
        let first_year = tokens.str(at + 1) == "元";
        let count = match tokens.number(at + 1) {
            Some(number) if number.digits <= 3 => number.value as i16,
            None if first_year => 1,
            _ => return None,
        };
        (tokens.role(at + 2) == Role::Year).then_some(())?;
        self.counted_month(at + 3, Some(before as i16 + count))
    }

    /// `9月8日`, `9월 8일`, `9月`.
    fn counted_month(&self, at: usize, year: Option<i16>) -> Option<Parts> {
        let tokens = self.tokens;
        let month = tokens
            .small(at)
            .filter(|_| tokens.role(at + 1) == Role::Month)?;
        let day = tokens
            .small(at + 2)
            .filter(|_| tokens.role(at + 3) == Role::Day);
        (day.is_some() || year.is_some()).then(|| Parts {
            year,
            month,
            day,
            next: at + if day.is_some() { 4 } else { 2 },
            ..Parts::default()
        })
    }

    fn year_first(&self, at: usize, number: Number) -> Option<Parts> {
        let tokens = self.tokens;
        let year = self.year_of(number)?;
        let unit = tokens.skip(at + 1, &['.']);
        if tokens.role(unit) == Role::Year {
            let next = tokens.skip(unit + 1, &['.', ',']);
            return self
                .counted_month(next, Some(year))
                .or_else(|| self.year_month_day(next, year))
                .or_else(|| self.year_day_month(next, year));
        }
        let next = tokens.skip(at + 1, &['.', ',', '-', '/']);
        if let Some(day) = self.year_month_day(next, year) {
            return Some(day);
        }
        let mark = tokens
            .mark(at + 1)
            .filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let month = tokens.small(at + 2)?;
        let jalali = number.persian && (1200..1500).contains(&year);
        let complete = tokens.mark(at + 3) == Some(mark)
            && (mark == '.' || !tokens.gap(at + 3) && !tokens.gap(at + 4));
        if let Some(day) = tokens.small(at + 4).filter(|_| complete) {
            let more = tokens.mark(at + 5) == Some(mark) && !tokens.gap(at + 5);
            let next = if more && mark == '.' && tokens.gap(at + 6) {
                at + 6
            } else {
                at + 5
            };
            let runs_on = more && tokens.number(at + 6).is_some() && !tokens.gap(at + 6);
            // No month is that late: the day stands first.
            let (month, day) = if month > 12 {
                (day, month)
            } else {
                (month, day)
            };
            return (!runs_on).then_some(Parts {
                year: Some(year),
                month,
                day: Some(day),
                jalali,
                next,
                ..Parts::default()
            });
        }
        (self.scope == Scope::Whole && !tokens.gap(at + 2)).then_some(Parts {
            year: Some(year),
            month,
            jalali,
            next: at + 3,
            ..Parts::default()
        })
    }

    /// After a year: `September 8`, `szeptember 8.`
    fn year_month_day(&self, at: usize, year: i16) -> Option<Parts> {
        let tokens = self.tokens;
        let (month, jalali) = self.month(at, false)?;
        let next = tokens.skip(at + 1, &['.']);
        let next = tokens.skip(next, &['-', '/', ',']);
        let day = tokens
            .small(next)
            .filter(|_| tokens.mark(next + 1) != Some(':'));
        if day.is_none() && self.scope == Scope::Inside {
            return None;
        }
        let after = if day.is_some() {
            self.after_day(next + 1).0
        } else {
            next
        };
        Some(Parts {
            year: Some(year),
            month,
            day,
            jalali,
            next: tokens.skip_role(after, Role::Day),
            ..Parts::default()
        })
    }

    /// After a year, in Latvian: `8. septembris`.
    fn year_day_month(&self, at: usize, year: i16) -> Option<Parts> {
        let day = self.tokens.small(at)?;
        let (next, dotted) = self.after_day(at + 1);
        let (month, jalali) = self.month(next, dotted)?;
        Some(Parts {
            year: Some(year),
            month,
            day: Some(day),
            jalali,
            next: next + 1,
            ..Parts::default()
        })
    }

    /// `September 8, 2022`, `September 2022`, `Sep 08 16:18:00 UTC 2022`, `September 8`.
    fn month_first(&self, at: usize) -> Option<Parts> {
        let tokens = self.tokens;
        let (month, jalali) = self.month(at, false)?;
        let mut next = self.after_month(at + 1);
        next = tokens.skip(next, &['-', '/', ',']);
        let base = Parts {
            month,
            jalali,
            ..Parts::default()
        };
        let day = tokens.small(next).filter(|day| (1..=31).contains(day));
        let hour = tokens.is_mark(next + 1, &[':'])
            || matches!(tokens.role(next + 1), Role::Am | Role::Pm);
        if let Some(day) = day
            && !hour
        {
            let base = Parts {
                day: Some(day),
                ..base
            };
            let (mut after, _) = self.after_day(next + 1);
            // `March 15-17` are days, `Mar-15-17` has a year.
            let dashed = next > at + 1 && tokens.is_mark(next - 1, &['-', '/']);
            let days =
                !dashed && tokens.is_mark(after, &['-']) && tokens.small(after + 1).is_some();
            if let Some((year, next)) = self.year_after(after, false).filter(|_| !days) {
                return Some(Parts {
                    year: Some(year),
                    next,
                    ..base
                });
            }
            if let Some((clock, end)) = clock::time(tokens, tokens.skip(after, &[',']), true)
                && let Some(year) = tokens.number(end).and_then(|number| self.year_of(number))
            {
                return Some(Parts {
                    year: Some(year),
                    clock: Some(clock),
                    next: end + 1,
                    ..base
                });
            }
            if days && let Some((year, next)) = self.year_after(after + 2, false) {
                return Some(Parts {
                    year: Some(year),
                    next,
                    ..base
                });
            }
            if tokens.is_mark(after - 1, &['.']) && after - 1 > next {
                after -= 1;
            }
            return self.yearless(at).then_some(Parts {
                next: after,
                ..base
            });
        }
        if self.scope == Scope::Inside && !self.names_a_month_alone(at) {
            return None;
        }
        let next = self.after_links(next);
        let apostrophe = tokens.is_mark(next, &['\'']);
        let number = tokens.number(tokens.skip(next, &['\'']))?;
        let year = match number.digits {
            2 if apostrophe => self.century(number.value as i16),
            4 if !self.is_time(next) => self.year_of(number)?,
            _ => return None,
        };
        let next = next + 1 + usize::from(apostrophe);
        Some(Parts {
            year: Some(year),
            next: self.after_year(next),
            ..base
        })
    }

    /// `8 September 2022`, `8. September`, `8 de septiembre de 2022`, `26-FEB-1987`, `8 tháng 9 năm 2022`.
    fn day_month_year(&self, at: usize) -> Option<Parts> {
        let tokens = self.tokens;
        let day = tokens.small(at).filter(|day| (1..=31).contains(day))?;
        let (next, dotted) = self.after_day(at + 1);
        let next = tokens.skip(next, &['-', '/', ',', '\'']);
        let next = self.after_links(next);
        // Catalan `8 d'agost`.
        let elided = tokens.role(next) == Role::Day && tokens.is_mark(next + 1, &['\'']);
        let next = if elided { next + 2 } else { next };
        let thai = tokens
            .str(next)
            .starts_with(|first: char| ('\u{e01}'..='\u{e4e}').contains(&first));
        let (month, jalali, next) = if tokens.role(next) == Role::MonthBefore {
            (tokens.small(next + 1)?, false, next + 2)
        } else {
            let (month, jalali) = self.month(next, dotted)?;
            (month, jalali, self.after_month(next + 1))
        };
        let base = Parts {
            month,
            day: Some(day),
            jalali,
            ..Parts::default()
        };
        if let Some((year, next)) = self.year_after(next, thai) {
            return Some(Parts {
                year: Some(year),
                next,
                ..base
            });
        }
        let named = at + 1..next;
        let month_at = named.rev().find(|at| tokens.is_word(*at))?;
        self.yearless(month_at).then_some(Parts { next, ..base })
    }

    /// `8.9.2022`, `08/09/2022`, `8-9-22`; as a whole text `09/2022`.
    fn digits(&self, at: usize) -> Option<Parts> {
        let tokens = self.tokens;
        let first = tokens.small(at)?;
        let mark = tokens
            .mark(at + 1)
            .filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let before = at.checked_sub(1);
        let runs_in = before.is_some_and(|before| {
            !tokens.gap(at)
                && tokens.is_mark(before, &['.', '/', '-'])
                && before > 0
                && !tokens.gap(before)
                && tokens.number(before - 1).is_some()
        });
        let wide = tokens.gap(at + 1) || tokens.gap(at + 2);
        if runs_in || wide && mark == '-' || tokens.gap(at + 1) && mark == '.' {
            return None;
        }
        let second = tokens.number(at + 2)?;
        if second.digits == 4 && self.scope == Scope::Whole && !wide {
            return Some(Parts {
                year: Some(self.year_of(second)?),
                month: first,
                next: at + 3,
                ..Parts::default()
            });
        }
        let second = tokens.small(at + 2)?;
        if tokens.mark(at + 3) != Some(mark) || (tokens.gap(at + 3) || tokens.gap(at + 4)) && !wide
        {
            return None;
        }
        let number = tokens.number(at + 4)?;
        let year = match number.digits {
            4 => self.year_of(number)?,
            2 if !wide || self.scope == Scope::Whole => self.century(number.value as i16),
            _ => return None,
        };
        let runs_on = tokens.is_mark(at + 5, &['.', '/', '-'])
            && !tokens.gap(at + 5)
            && !tokens.gap(at + 6)
            && tokens.number(at + 6).is_some();
        let clock_follows = tokens.is_mark(at + 5, &[':']) && number.digits == 2;
        if runs_on || clock_follows {
            return None;
        }
        let day_first = mark == '.' || self.reading.order == Order::DayFirst;
        let (day, month) = if day_first {
            (first, second)
        } else {
            (second, first)
        };
        // Only one of the two readings may be a day.
        let (day, month) = if month > 12 {
            (month, day)
        } else {
            (day, month)
        };
        Some(Parts {
            year: Some(year),
            month,
            day: Some(day),
            open: mark != '.' && first <= 12 && second <= 12,
            next: self.after_year(at + 5),
            ..Parts::default()
        })
    }

    /// `20220908`, inside a text only before the T of a time.
    fn compact(&self, at: usize, number: Number) -> Option<Parts> {
        let before_time = self.tokens.str(at + 1).eq_ignore_ascii_case("t")
            && !self.tokens.gap(at + 1)
            && self.tokens.number(at + 2).is_some();
        let year = (number.value / 10_000) as i16;
        let plausible = (1500..2200).contains(&year);
        (plausible && (before_time || self.scope == Scope::Whole)).then_some(Parts {
            year: Some(year),
            month: (number.value / 100 % 100) as u8,
            day: Some((number.value % 100) as u8),
            next: at + 1,
            ..Parts::default()
        })
    }

    /// The month named at `at`, and whether it is one of the Persian calendar.
    fn month(&self, at: usize, dotted_day: bool) -> Option<(u8, bool)> {
        let Sense {
            month,
            jalali,
            dotted_month,
            ..
        } = self.tokens.sense(at);
        match (month, jalali, dotted_month) {
            (_, _, month) if month > 0 && dotted_day => Some((month, false)),
            (month, _, _) if month > 0 => Some((month, false)),
            (_, month, _) if month > 0 => Some((month, true)),
            _ => None,
        }
    }

    /// Past the dot of an abbreviated month and a second name of it (`أيلول/سبتمبر`).
    fn after_month(&self, at: usize) -> usize {
        let at = self.tokens.skip(at, &['.']);
        let open = self.tokens.skip(at, &['/', '(']);
        if open > at && self.month(open, false).is_some() {
            return self.tokens.skip(open + 1, &[')']);
        }
        at
    }

    /// Past `st`, `.`, `º` after a day; and whether a dot stood there.
    fn after_day(&self, at: usize) -> (usize, bool) {
        let tokens = self.tokens;
        let next = tokens.skip(at, &['-', '\'', '°']);
        let next = if tokens.role(next) == Role::Ordinal && !tokens.gap(next) {
            next + 1
        } else {
            at
        };
        let next = tokens.skip(next, &['°']);
        let after = tokens.skip(next, &['.']);
        (after, after > next)
    }

    fn after_links(&self, at: usize) -> usize {
        (at..at + 2)
            .find(|at| self.tokens.role(*at) != Role::Link)
            .unwrap_or(at + 2)
    }

    /// Past `г.`, `р.` after a year.
    fn after_year(&self, at: usize) -> usize {
        if self.tokens.role(at) == Role::Year {
            return self.tokens.skip(at + 1, &['.']);
        }
        at
    }

    /// The year at the end of a date, and the token after it. A `thai` one of two digits is Buddhist.
    fn year_after(&self, at: usize, thai: bool) -> Option<(i16, usize)> {
        let tokens = self.tokens;
        let mark = tokens.mark(at);
        let mut next = tokens.skip(at, &[',', '.', '-', '/', '\'']);
        while next < at + 5
            && (matches!(tokens.role(next), Role::Link | Role::Year)
                || next > at && tokens.is_mark(next, &['.', ',']))
        {
            next += 1;
        }
        let number = tokens.number(next)?;
        let joined = matches!(mark, Some('-' | '/' | '\'')) && !tokens.gap(next);
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
    fn is_time(&self, at: usize) -> bool {
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
    fn year_of(&self, number: Number) -> Option<i16> {
        let value = i16::try_from(number.value).ok()?;
        match value {
            2400..=2699 => Some(value - 543),
            1000..=2399 => Some(value),
            0..1000 if self.scope == Scope::Whole && value > 0 => Some(value),
            _ => None,
        }
    }

    /// The year of two digits: the latest that isn't after the reference, without one 1969 to 2068 as POSIX has it.
    fn century(&self, year: i16) -> i16 {
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

    /// Whether the month named at `at` may stand without a year: words such as `may` and `mar` need a capital inside a text.
    fn yearless(&self, at: usize) -> bool {
        if self.reading.reference.is_none() {
            return false;
        }
        let word = self.tokens.str(at);
        let capital = word
            .chars()
            .next()
            .is_some_and(|first| !first.is_lowercase());
        self.scope == Scope::Whole || capital || word.chars().count() > 3 && word != "march"
    }

    /// Whether a month and a year without a day may stand there: inside a text, `Set 2022` and `may 2022` are other things.
    fn names_a_month_alone(&self, at: usize) -> bool {
        const SHORT: &[&str] = &[
            "Jan", "Feb", "Mar", "Apr", "May", "Mai", "Jun", "Jul", "Aug", "Sep", "Oct", "Okt",
            "Nov", "Dec", "Dez",
        ];
        let word = self.tokens.str(at);
        SHORT.contains(&word) || !word.is_ascii() || word.len() > 3
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

    /// The year that puts a day nearest before the reference; where its day of the week is named, the nearest that fits.
    fn missing_year(&self, day: &Parts, weekday: Option<u8>) -> Option<i16> {
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
fn jalali(year: i16, month: i8, day: i8) -> Option<(i16, i8, i8)> {
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
