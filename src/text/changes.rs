//! What one text says otherwise than another, word by word.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::Span;

#[cfg(test)]
mod tests;

/// A stretch of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both have it: where it stands in the former, and in the latter.
    Same(Span, Span),
    /// Only the former has it.
    Removed(Span),
    /// Only the latter has it.
    Added(Span),
}

/// Two texts compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The stretches, in the order of the texts: what was removed before what was added in its place.
    pub stretches: Vec<Change>,
    /// Words that both have.
    pub same: usize,
    /// Words that only the former has.
    pub removed: usize,
    /// Words that only the latter has.
    pub added: usize,
    /// Of those removed, how many stood at the end.
    pub cut: usize,
    /// Of those added, how many stand at the end.
    pub tail: usize,
}

/// Compares two texts by the words between their white space; curly and straight quotes and kinds of dashes are alike.
///
/// Words come out in the fewest changes where that is cheap to find; of long texts with little in common it is an approximation.
pub fn changes(former: &str, latter: &str) -> Changes {
    let (old, new) = (words(former), words(latter));
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut number = |text: &str, spans: &[Span]| -> Vec<u32> {
        spans
            .iter()
            .map(|span| {
                let next = numbers.len() as u32;
                *numbers.entry(plain(span.of(text))).or_insert(next)
            })
            .collect()
    };
    let (old_numbers, new_numbers) = (number(former, &old), number(latter, &new));
    let mut changes = Changes::default();
    let covers = |spans: &[Span], range: Range<usize>| {
        let spans = spans.get(range).unwrap_or(&[]);
        let first = spans.first()?;
        Some(Span::new(first.start, spans.last()?.end))
    };
    for op in capture_diff_slices(Algorithm::Myers, &old_numbers, &new_numbers) {
        let (was, is) = (op.old_range(), op.new_range());
        let (from, to) = (covers(&old, was.clone()), covers(&new, is.clone()));
        if let DiffOp::Equal { .. } = op {
            changes.same += was.len();
            changes
                .stretches
                .extend(from.zip(to).map(|(from, to)| Change::Same(from, to)));
            continue;
        }
        changes.removed += was.len();
        changes.added += is.len();
        if was.end == old.len() && is.end == new.len() {
            changes.cut = was.len();
            changes.tail = is.len();
        }
        changes.stretches.extend(from.map(Change::Removed));
        changes.stretches.extend(to.map(Change::Added));
    }
    changes
}

/// What stands between white space.
fn words(text: &str) -> Vec<Span> {
    text.split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + word.len())
        })
        .collect()
}

/// A word without the typesetter's choices.
fn plain(word: &str) -> String {
    word.chars()
        .map(|letter| match letter {
            '\u{2018}' | '\u{2019}' | '\u{201b}' => '\'',
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' => '"',
            '\u{2010}'..='\u{2015}' => '-',
            letter => letter,
        })
        .collect()
}
