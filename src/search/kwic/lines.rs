//! Lines made and kept in order.

use std::sync::Arc;

use crate::index::Zone;
use crate::search::Copied;
use crate::search::kwic::{KwicLine, KwicSort};
use crate::text::Span;
use crate::text::fold::fold_into;

/// Characters of context that lines are sorted by.
const SORTED_BY: usize = 60;

/// Lines, the first of the order asked.
pub(super) struct Lines {
    sort: KwicSort,
    keep: usize,
    /// By what they are sorted, and the lines.
    kept: Vec<(String, KwicLine)>,
}

impl Lines {
    /// Keeps the first `keep` lines.
    pub(super) fn new(sort: KwicSort, keep: usize) -> Self {
        Self {
            sort,
            keep,
            kept: Vec::new(),
        }
    }

    /// Whether there are as many as are kept.
    pub(super) fn is_full(&self) -> bool {
        self.kept.len() >= self.keep
    }

    /// Adds a line. In the order of articles they come in order.
    pub(super) fn push(&mut self, line: KwicLine) {
        let key = match self.sort {
            KwicSort::Rank if self.is_full() => return,
            KwicSort::Rank => String::new(),
            KwicSort::Left => before(&line.left),
            KwicSort::Right => after(&line.right),
        };
        self.kept.push((key, line));
        if self.kept.len() >= self.keep.saturating_mul(2).max(1_000) {
            self.sort();
            self.kept.truncate(self.keep);
        }
    }

    /// The lines in order, from `offset` on.
    pub(super) fn sorted(mut self, offset: usize) -> Vec<KwicLine> {
        self.sort();
        self.kept.truncate(self.keep);
        let lines = self.kept.into_iter().skip(offset);
        lines.map(|(_, line)| line).collect()
    }

    fn sort(&mut self) {
        // A stable sort: equals stay in the order of articles and text.
        self.kept.sort_by(|(a, _), (b, _)| a.cmp(b));
    }
}

/// The words after a place, folded.
fn after(right: &str) -> String {
    let near: String = right.chars().take(SORTED_BY).collect();
    words(&near).join(" ")
}

/// The words before a place, the nearest first, folded.
fn before(left: &str) -> String {
    let far = left.chars().count().saturating_sub(SORTED_BY);
    let near: String = left.chars().skip(far).collect();
    let mut words = words(&near);
    words.reverse();
    words.join(" ")
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let folded = words.filter(|word| !word.is_empty()).map(|word| {
        let mut folded = String::with_capacity(word.len());
        fold_into(word, &mut folded);
        folded
    });
    folded.collect()
}

/// The line of a place.
pub(super) fn line(
    rank: usize,
    article: &Arc<Copied>,
    zone: Zone,
    text: &str,
    span: Span,
    around: usize,
) -> KwicLine {
    let (part, caption) = match zone {
        Zone::Title => ("title", None),
        Zone::Dek => ("dek", None),
        Zone::Body => ("body", None),
        Zone::Caption(number) => ("caption", Some(number)),
        Zone::Credit(number) => ("credit", Some(number)),
    };
    let left = left(text.get(..span.start).unwrap_or_default(), around);
    let right = right(text.get(span.end..).unwrap_or_default(), around);
    KwicLine {
        rank,
        article: article.clone(),
        part,
        caption,
        span,
        left: left.to_owned(),
        text: span.of(text).to_owned(),
        right: right.to_owned(),
    }
}

/// The end of `text`: `around` characters at the most, from the beginning of a word on where there is one.
fn left(text: &str, around: usize) -> &str {
    let Some((cut, _)) = text.char_indices().rev().nth(around) else {
        return text;
    };
    let rest = &text[cut..];
    match rest.find(char::is_whitespace) {
        Some(blank) if (1..rest.trim_end().len()).contains(&blank) => &rest[blank..],
        // No word is cut, or there is but one: the character at the cut is one too many.
        _ => {
            let first = rest.chars().next().map_or(0, char::len_utf8);
            &rest[first..]
        }
    }
}

/// The beginning of `text`: `around` characters at the most, up to the end of a word where there is one.
fn right(text: &str, around: usize) -> &str {
    let Some((cut, next)) = text.char_indices().nth(around) else {
        return text;
    };
    let kept = &text[..cut];
    if next.is_whitespace() {
        return kept;
    }
    match kept.rfind(char::is_whitespace) {
        Some(blank) if !kept[..blank].trim_start().is_empty() => &kept[..blank],
        _ => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_ends_between_words() {
        for (text, around, expected) in [
            ("", 5, ("", "")),
            ("one two", 10, ("one two", "one two")),
            ("one two", 3, ("two", "one")),
            ("one two", 4, (" two", "one")),
            ("one two ", 5, (" two ", "one")),
            ("abcdef", 3, ("def", "abc")),
            ("東京都庁", 2, ("都庁", "東京")),
            ("one two", 0, ("", "")),
        ] {
            assert_eq!(
                (left(text, around), right(text, around)),
                expected,
                "{text} {around}"
            );
        }
    }

    #[test]
    fn lines_are_sorted_by_words() {
        assert_eq!(after(", the  Café—d'Or"), "the cafe d or");
        assert_eq!(before("in the (old) Café \u{201c}"), "cafe old the in");
    }
}
