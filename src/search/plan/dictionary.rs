//! Words of the index that are spelt much like another, found without reading all of them.

use std::collections::BTreeMap;

use tantivy::schema::Field;
use tantivy_fst::Automaton;

use crate::search::error::SearchError;
use crate::search::plan::statistics::Statistics;
use crate::search::plan::wildcard::is_internal;

/// The words of a field that become `word` by no more than `edits` letters added, left out, changed, or changed with the
/// next, and how many articles hold each; `word` itself too.
pub(in crate::search) fn alike(
    statistics: &Statistics<'_>,
    field: Field,
    word: &str,
    edits: u8,
) -> Result<BTreeMap<String, u64>, SearchError> {
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    for index in &statistics.terms.field(field)?.segments {
        let mut stream = index
            .terms()
            .search(Edits::new(word, edits))
            .into_stream()?;
        while stream.advance() {
            if let Ok(term) = std::str::from_utf8(stream.key())
                && !is_internal(stream.key())
            {
                *found.entry(term.to_owned()).or_default() += u64::from(stream.value().doc_freq);
            }
        }
    }
    Ok(found)
}

/// Accepts what lies within a number of edits of a word (Damerau 1964, each letter edited once).
struct Edits {
    letters: Vec<char>,
    edits: u8,
}

/// The last rows of the table of distances, and the bytes of a letter that is not complete.
#[derive(Clone)]
struct Row {
    here: Vec<u8>,
    above: Vec<u8>,
    letter: char,
    bytes: [u8; 4],
    begun: usize,
}

impl Edits {
    fn new(word: &str, edits: u8) -> Self {
        Self {
            letters: word.chars().take(usize::from(u8::MAX) - 2).collect(),
            edits,
        }
    }

    /// The row after another letter.
    fn next(&self, row: &Row, letter: char) -> Row {
        let mut here = Vec::with_capacity(row.here.len());
        here.push(row.here[0].saturating_add(1));
        for (at, own) in self.letters.iter().enumerate() {
            let changed = row.here[at].saturating_add(u8::from(*own != letter));
            let mut least = changed
                .min(row.here[at + 1].saturating_add(1))
                .min(here[at].saturating_add(1));
            if at > 0
                && !row.above.is_empty()
                && *own == row.letter
                && self.letters[at - 1] == letter
            {
                least = least.min(row.above[at - 1].saturating_add(1));
            }
            here.push(least);
        }
        Row {
            here,
            above: row.here.clone(),
            letter,
            bytes: [0; 4],
            begun: 0,
        }
    }
}

impl Automaton for Edits {
    /// `None` leads nowhere.
    type State = Option<Row>;

    fn start(&self) -> Self::State {
        Some(Row {
            here: (0..=self.letters.len()).map(|at| at as u8).collect(),
            above: Vec::new(),
            letter: '\0',
            bytes: [0; 4],
            begun: 0,
        })
    }

    fn is_match(&self, state: &Self::State) -> bool {
        state.as_ref().is_some_and(|row| {
            row.begun == 0 && row.here.last().is_some_and(|&last| last <= self.edits)
        })
    }

    fn can_match(&self, state: &Self::State) -> bool {
        state.as_ref().is_some_and(|row| {
            row.here
                .iter()
                .chain(&row.above)
                .any(|&edits| edits <= self.edits)
        })
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        let row = state.as_ref()?;
        let mut bytes = row.bytes;
        let begun = row.begun + 1;
        *bytes.get_mut(row.begun)? = byte;
        match std::str::from_utf8(&bytes[..begun]) {
            Ok(letter) => Some(self.next(row, letter.chars().next()?)),
            Err(error) if error.error_len().is_none() => Some(Row {
                bytes,
                begun,
                ..row.clone()
            }),
            Err(_) => None,
        }
    }
}

/// How unlikely it is that who typed `typed` meant `meant`: about 1 for a letter wrong, less for neighbours on the keyboard, vowels,
/// letters doubled or swapped, more for the first letter.
pub(in crate::search) fn alignment(typed: &str, meant: &str) -> f32 {
    let typed: Vec<char> = typed.chars().collect();
    let meant: Vec<char> = meant.chars().collect();
    let mut rows: Vec<Vec<f32>> = Vec::with_capacity(typed.len() + 1);
    for i in 0..=typed.len() {
        let mut row: Vec<f32> = Vec::with_capacity(meant.len() + 1);
        for j in 0..=meant.len() {
            let mut least = if i == 0 && j == 0 { 0.0 } else { f32::INFINITY };
            if i > 0 {
                least = least.min(rows[i - 1][j] + one_more(&typed, i - 1));
            }
            if j > 0 {
                least = least.min(row[j - 1] + one_more(&meant, j - 1));
            }
            if i > 0 && j > 0 {
                least = least
                    .min(rows[i - 1][j - 1] + other(typed[i - 1], meant[j - 1], i.min(j) == 1));
            }
            if i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 0.6);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows.last()
        .and_then(|row| row.last().copied())
        .unwrap_or(f32::INFINITY)
}

/// A letter that the other word has not.
fn one_more(letters: &[char], at: usize) -> f32 {
    match at.checked_sub(1).map(|before| letters[before]) {
        None => 1.4,
        Some(before) if before == letters[at] => 0.5,
        Some(_) => 0.9,
    }
}

fn other(typed: char, meant: char, first: bool) -> f32 {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    const SOUNDS: [&str; 6] = ["ckq", "sz", "iy", "vw", "bp", "dt"];
    let place = |letter: char| {
        ROWS.iter()
            .enumerate()
            .find_map(|(row, letters)| Some((row, letters.find(letter)?)))
    };
    if typed == meant {
        return 0.0;
    }
    let near = place(typed)
        .zip(place(meant))
        .is_some_and(|(a, b)| a.0.abs_diff(b.0) <= 1 && a.1.abs_diff(b.1) <= 1);
    let vowel = |letter: char| "aeiouy".contains(letter);
    let alike = near
        || vowel(typed) && vowel(meant)
        || SOUNDS
            .iter()
            .any(|sound| sound.contains(typed) && sound.contains(meant));
    let cost = if alike { 0.7 } else { 1.0 };
    if first { cost + 0.5 } else { cost }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the automaton accepts `text`, and whether it gave up on the way.
    fn run(word: &str, edits: u8, text: &str) -> bool {
        let automaton = Edits::new(word, edits);
        let mut state = automaton.start();
        for byte in text.bytes() {
            if !automaton.can_match(&state) {
                return false;
            }
            state = automaton.accept(&state, byte);
        }
        automaton.is_match(&state)
    }

    #[test]
    fn edits_are_counted() {
        for (a, b, edits, close) in [
            ("zelensky", "zelenskyy", 1, true),
            ("zelensky", "zelenskiy", 1, true),
            ("gaddafi", "gadhafi", 1, true),
            ("gaddafi", "qadhafi", 2, true),
            ("gaddafi", "qadhafi", 1, false),
            ("tirana", "tiarna", 1, true),
            ("tirana", "itrana", 1, true),
            ("tirana", "tirana", 0, true),
            ("tirana", "trn", 2, false),
            ("", "ab", 2, true),
            ("київ", "киів", 1, true),
            ("київ", "киевы", 1, false),
            ("北京", "北", 1, true),
        ] {
            assert_eq!(run(a, edits, b), close, "{a} {b}");
            assert_eq!(run(b, edits, a), close, "{b} {a}");
        }
    }

    #[test]
    fn likelier_slips_cost_less() {
        for (typed, likelier, other) in [
            ("goverment", "government", "covenant"),
            ("recieve", "receive", "relieve"),
            ("albanai", "albania", "albanais"),
            ("minsiter", "minister", "sinister"),
            ("comittee", "committee", "omittee"),
        ] {
            let (a, b) = (alignment(typed, likelier), alignment(typed, other));
            assert!(a < b, "{typed}: {likelier} {a}, {other} {b}");
        }
    }
}
