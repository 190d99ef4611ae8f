//! What several forms share: where a date begins, the name of a month, what may stand between the parts.

use crate::date::grammar::{Grammar, Parts};
use crate::date::lexicon::{Role, Sense};

impl Grammar<'_, '_> {
    /// Day, month and year that begin at `at`.
    pub(super) fn day(&self, at: usize) -> Option<Parts> {
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

    /// The month named at `at`, and whether it is one of the Persian calendar.
    pub(super) fn month(&self, at: usize, dotted_day: bool) -> Option<(u8, bool)> {
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
    pub(super) fn after_month(&self, at: usize) -> usize {
        let at = self.tokens.skip(at, &['.']);
        let open = self.tokens.skip(at, &['/', '(']);
        if open > at && self.month(open, false).is_some() {
            return self.tokens.skip(open + 1, &[')']);
        }
        at
    }

    /// Past `st`, `.`, `º` after a day; and whether a dot stood there.
    pub(super) fn after_day(&self, at: usize) -> (usize, bool) {
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

    pub(super) fn after_links(&self, at: usize) -> usize {
        (at..at + 2)
            .find(|at| self.tokens.role(*at) != Role::Link)
            .unwrap_or(at + 2)
    }
}
