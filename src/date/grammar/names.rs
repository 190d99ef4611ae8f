//! Days whose month is a name: `September 8, 2022`, `8. September 2022`.

use crate::date::clock;
use crate::date::grammar::{Grammar, Parts, Scope};
use crate::date::lexicon::Role;

impl Grammar<'_, '_> {
    /// `September 8, 2022`, `September 2022`, `Sep 08 16:18:00 UTC 2022`, `September 8`.
    pub(super) fn month_first(&self, at: usize) -> Option<Parts> {
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
        // `31 February 2011` is no day, and was not meant for a month.
        if self.day_stands_before(at) {
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
    pub(super) fn day_month_year(&self, at: usize) -> Option<Parts> {
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

    /// After a year: `September 8`, `szeptember 8.`
    pub(super) fn year_month_day(&self, at: usize, year: i16) -> Option<Parts> {
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
    pub(super) fn year_day_month(&self, at: usize, year: i16) -> Option<Parts> {
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

    /// Whether the month named at `at` follows the number of a day: `31 February`, `31st February`, `31. Februar`.
    fn day_stands_before(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let ordinal = tokens.is_mark(before, &['.'])
            || ["st", "nd", "rd", "th"].contains(&tokens.str(before));
        let number = if ordinal {
            before.checked_sub(1)
        } else {
            Some(before)
        };
        number
            .and_then(|number| tokens.small(number))
            .is_some_and(|day| (1..=31).contains(&day))
    }

    /// Whether the month named at `at` may stand without a year: words such as `may` and `mar` need a capital inside a text.
    pub(super) fn yearless(&self, at: usize) -> bool {
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
    pub(super) fn names_a_month_alone(&self, at: usize) -> bool {
        const SHORT: &[&str] = &[
            "Jan", "Feb", "Mar", "Apr", "May", "Mai", "Jun", "Jul", "Aug", "Sep", "Oct", "Okt",
            "Nov", "Dec", "Dez",
        ];
        let word = self.tokens.str(at);
        SHORT.contains(&word) || !word.is_ascii() || word.len() > 3
    }
}
