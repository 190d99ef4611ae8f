//! Dates that may be the article's, each with the rule that gave it and its weight.

use crate::date::{self, Date, Reading};

/// A date that may be the article's.
pub(super) struct Candidate {
    pub(super) date: Date,
    /// What gave it: a kind, and for some kinds what of that kind after a colon.
    pub(super) rule: String,
    /// How much it is trusted: about 3 (better than nothing) to 100 (the article's own data); below 0 where it stands apart from the text.
    pub(super) weight: i32,
    /// Whether it is the date of the last change, not that of publication.
    pub(super) updated: bool,
}

/// The plausible dates of a page, in the order in which they were found.
pub(super) struct Candidates<'r> {
    pub(super) found: Vec<Candidate>,
    reading: &'r Reading,
}

impl<'r> Candidates<'r> {
    /// No dates yet; `reading` says how they are to be read.
    pub(super) fn new(reading: &'r Reading) -> Self {
        Self {
            found: Vec::new(),
            reading,
        }
    }

    /// Reads a text and adds its date, where it holds one that is plausible.
    pub(super) fn push(&mut self, text: &str, rule: String, weight: i32, updated: bool) {
        if let Some(date) = read(text, self.reading) {
            self.push_date(date, rule, weight, updated);
        }
    }

    /// Adds a date where it is plausible.
    pub(super) fn push_date(&mut self, date: Date, rule: String, weight: i32, updated: bool) {
        if is_plausible(&date, self.reading) {
            self.found.push(Candidate {
                date,
                rule,
                weight,
                updated,
            });
        }
    }
}

/// A date as machines and people write it.
fn read(text: &str, reading: &Reading) -> Option<Date> {
    let text = text.trim();
    if text.len() > 200 {
        return None;
    }
    if let Some(date) = date::parse(text, reading) {
        return Some(date);
    }
    date::find(text, reading)
        .into_iter()
        .next()
        .map(|found| found.date)
}

/// Whether an article may have this date: no computer's zero, no far past, nothing after the page was captured.
fn is_plausible(date: &Date, reading: &Reading) -> bool {
    let value = date.value();
    let Some(year) = value.get(..4).and_then(|year| year.parse::<i32>().ok()) else {
        return false;
    };
    // The first second of a computer's clock is no date of an article.
    if !(1700..2100).contains(&year) || value.starts_with("1970-01-01") {
        return false;
    }
    match &reading.reference {
        // A day of grace for zones.
        Some(reference) => date.period().first <= reference.period().last.saturating_add(86_400),
        None => true,
    }
}
