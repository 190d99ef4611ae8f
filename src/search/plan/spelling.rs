//! Words spelt much alike: `zelensky~` asks for `zelenskiy` and `zelenskyy` too.

use std::collections::BTreeMap;

use tantivy::schema::Field;

use crate::search::error::SearchError;
use crate::search::plan::SlotTerm;
use crate::search::plan::statistics::Statistics;
use crate::search::plan::wildcard::is_internal;

/// The most spellings that one word stands for.
const LIMIT: usize = 64;

/// Words spelt much like another.
#[derive(Debug, Default)]
pub(in crate::search) struct Variants {
    /// The commonest of them.
    pub(in crate::search) terms: Vec<SlotTerm>,
    /// How many more there are.
    pub(in crate::search) beyond: usize,
}

/// The words of a field within a few edits of `word`: none for words of up to three letters, one up to six, two beyond.
pub(in crate::search) fn variants(
    statistics: &Statistics<'_>,
    field: Field,
    word: &str,
) -> Result<Variants, SearchError> {
    let letters: Vec<char> = word.chars().collect();
    let edits = match letters.len() {
        0..=3 => return Ok(Variants::default()),
        4..=6 => 1,
        _ => 2,
    };
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    let mut other = Vec::new();
    for segment in statistics.searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut stream = index.terms().stream()?;
        while stream.advance() {
            let term = stream.key();
            // Of the same length in bytes, or nearly: a letter has four at the most.
            if is_internal(term) || term.len() > word.len() + 4 * edits {
                continue;
            }
            let Ok(term) = std::str::from_utf8(term) else {
                continue;
            };
            other.clear();
            other.extend(term.chars());
            if within(&letters, &other, edits) {
                *found.entry(term.to_owned()).or_default() += u64::from(stream.value().doc_freq);
            }
        }
    }
    let mut terms: Vec<(String, u64)> = found.into_iter().collect();
    terms.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let beyond = terms.len().saturating_sub(LIMIT);
    terms.truncate(LIMIT);
    let term = |(text, _)| SlotTerm {
        text,
        exact: false,
        counted: true,
    };
    Ok(Variants {
        terms: terms.into_iter().map(term).collect(),
        beyond,
    })
}

/// Whether `a` becomes `b` by no more than `edits` letters added, left out, changed, or changed with the next (Damerau 1964,
/// each letter edited once).
fn within(a: &[char], b: &[char], edits: usize) -> bool {
    if a.len().abs_diff(b.len()) > edits {
        return false;
    }
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.iter().enumerate() {
        let mut here = vec![row + 1];
        for (column, other) in b.iter().enumerate() {
            let changed = above[column] + usize::from(letter != other);
            let mut least = changed.min(above[column + 1] + 1).min(here[column] + 1);
            if row > 0 && column > 0 && letter == &b[column - 1] && &a[row - 1] == other {
                let swapped: &[usize] = &before;
                least = least.min(swapped[column - 1] + 1);
            }
            here.push(least);
        }
        if here.iter().all(|&distance| distance > edits) {
            return false;
        }
        before = std::mem::replace(&mut above, here);
    }
    above[b.len()] <= edits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        for (a, b, edits, close) in [
            ("zelensky", "zelenskyy", 1, true),
            ("zelensky", "zelenskiy", 1, true),
            ("gaddafi", "gadhafi", 1, true),
            ("gaddafi", "qadhafi", 2, true),
            ("gaddafi", "qadhafi", 1, false),
            ("tirana", "tiarna", 1, true),
            ("tirana", "tirana", 1, true),
            ("tirana", "trn", 2, false),
            ("", "ab", 2, true),
        ] {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(within(&letters(a), &letters(b), edits), close, "{a} {b}");
        }
    }
}
