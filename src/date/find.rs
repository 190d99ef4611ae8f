//! Dates inside a longer text.

use crate::date::grammar::{self, Scope};
use crate::date::token::Tokens;
use crate::date::{FoundDate, Label, Order, Reading, label, relative};
use crate::text::Span;

/// A line longer than this isn't searched for relative dates: there they speak of the story, not of the article.
const SHORT_LINE: usize = 120;

/// Finds the dates inside a text, in order.
///
/// Years alone, numbers and other forms that much else shares aren't taken; `yesterday` and `3 hours ago` only in short lines
/// and with a reference. The time it takes grows with the length of the text alone.
pub fn find(text: &str, reading: &Reading) -> Vec<FoundDate> {
    let mut found = Vec::new();
    let mut previous = 0;
    // Two lines at a time, so that a time on the line after its date still belongs to it.
    let lines: Vec<Span> = lines(text).collect();
    let mut skip_to = 0;
    for (index, line) in lines.iter().enumerate() {
        if !may_hold(line.of(text), reading) {
            continue;
        }
        let next = lines.get(index + 1).filter(|next| next.len() < 40);
        let end = next.map_or(line.end, |next| next.end);
        let window = Span::new(line.start, end);
        let tokens = Tokens::new(window.of(text));
        let relative = reading.reference.is_some() && line.len() <= SHORT_LINE;
        // A date earlier in the line says the year of one without: `Posted: Aug 8, 2022 | Updated: August 9`.
        let mut in_line: Option<Reading> = None;
        let mut at = 0;
        while at < tokens.len() {
            let start = line.start + tokens.span(at).start;
            if start >= line.end {
                break;
            }
            let nearest = in_line.as_ref().unwrap_or(reading);
            let date = grammar::date(&tokens, at, nearest, Scope::Inside)
                .map(|date| (date.date, date.next))
                .or_else(|| {
                    relative
                        .then(|| relative::date(&tokens, at, reading))
                        .flatten()
                });
            let Some((date, after)) = date.filter(|_| start >= skip_to) else {
                at += 1;
                continue;
            };
            let end = line.start + tokens.span(after.saturating_sub(1)).end;
            let mut label = label_before(text, &lines, index, previous, start);
            let alone = || Span::new(start, end).of(text) == line.of(text).trim();
            if relative::is_weak(&tokens, at, after) && label.is_none() && !alone() {
                at += 1;
                continue;
            }
            previous = end;
            if label.is_none()
                && let Some((behind, len)) = label::after(text.get(end..line.end).unwrap_or(""))
            {
                label = Some(behind);
                previous += len;
            }
            in_line = date.plus_days(60).map(|reference| Reading {
                reference: Some(reference),
                ..reading.clone()
            });
            found.push(FoundDate {
                span: Span::new(start, end),
                date,
                label,
            });
            skip_to = end;
            at = after.max(at + 1);
        }
    }
    found
}

/// Which of day and month comes first in the dates of a text, by those that can be read one way only (`13/05/2021`). `None` where
/// no date says, or they disagree.
pub fn order_in(text: &str) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for line in text.lines().filter(|line| line.contains(['/', '-'])) {
        let tokens = Tokens::new(line);
        for at in 0..tokens.len() {
            let mark =
                |at| tokens.is_mark(at, &['/', '-']) && !tokens.gap(at) && !tokens.gap(at + 1);
            let year = tokens
                .number(at + 4)
                .is_some_and(|year| matches!(year.digits, 2 | 4));
            let starts = at == 0 || tokens.gap(at) || !tokens.is_mark(at - 1, &['/', '-', '.']);
            if let (Some(first), Some(second)) = (tokens.small(at), tokens.small(at + 2))
                && mark(at + 1)
                && mark(at + 3)
                && year
                && starts
            {
                day_first |= (13..=31).contains(&first) && (1..=12).contains(&second);
                month_first |= (13..=31).contains(&second) && (1..=12).contains(&first);
            }
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
        span
    })
}

/// Whether a line may hold a date at all.
fn may_hold(line: &str, reading: &Reading) -> bool {
    let digits = line.chars().any(char::is_numeric);
    digits || reading.reference.is_some() && line.len() <= SHORT_LINE && !line.is_empty()
}

/// The label in the line before a date, or alone on the line above.
fn label_before(
    text: &str,
    lines: &[Span],
    index: usize,
    previous: usize,
    start: usize,
) -> Option<Label> {
    let line = lines.get(index)?;
    let from = line.start.max(previous);
    let before = text.get(from..start)?;
    if !before.trim().is_empty() || previous > line.start {
        return label::before(before);
    }
    let above = lines.get(index.checked_sub(1)?)?;
    let short = above.len() <= 40 && above.start >= previous;
    short.then(|| label::before(above.of(text))).flatten()
}
