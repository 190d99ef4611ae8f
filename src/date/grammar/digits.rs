//! Days in digits: `8.9.2022`, `2022-09-08`, `2022年9月8日`.

use crate::date::Order;
use crate::date::grammar::{Grammar, Parts, Scope};
use crate::date::lexicon::Role;
use crate::date::token::Number;

impl Grammar<'_, '_> {
    /// `令和4年9月8日`, `民國111年9月8日`.
    pub(super) fn era(&self, at: usize, before: u16) -> Option<Parts> {
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
    pub(super) fn counted_month(&self, at: usize, year: Option<i16>) -> Option<Parts> {
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

    pub(super) fn year_first(&self, at: usize, number: Number) -> Option<Parts> {
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

    /// `8.9.2022`, `08/09/2022`, `8-9-22`; as a whole text `09/2022`.
    pub(super) fn digits(&self, at: usize) -> Option<Parts> {
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
    pub(super) fn compact(&self, at: usize, number: Number) -> Option<Parts> {
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
}
