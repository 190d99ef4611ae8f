//! The commonest words of languages in Latin script, and how many of each a text has.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::enrich::language::is_near;
use crate::enrich::language::lists::COMMON;

/// Words that are looked at.
const LOOKED_AT: u32 = 400;

/// What a word weighs that only one language has; shared words weigh less.
const WEIGHT: u32 = 12;

/// How many of the commonest words of each language a text has.
#[derive(Debug, Default)]
pub(super) struct Tally {
    words: u32,
    /// Bytes of these words.
    letters: u32,
    /// Words with a letter that is not of the English alphabet.
    accented: u32,
    /// By the order of `COMMON`.
    counts: Vec<Count>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    words: u32,
    distinct: u32,
    weight: u32,
}

impl Tally {
    /// Counts in the beginning of a text. Words all in capitals are names of papers and firms, but in a line of capitals.
    pub(super) fn of(sample: &str) -> Self {
        let mut tally = Self {
            counts: vec![Count::default(); COMMON.len()],
            ..Self::default()
        };
        let mut seen = vec![false; WORDS.len()];
        let mut lower = String::new();
        for line in sample.lines() {
            let in_capitals = is_in_capitals(line);
            for word in words(line) {
                if tally.words == LOOKED_AT {
                    return tally;
                }
                if !in_capitals && is_capitals(word) {
                    continue;
                }
                tally.words += 1;
                tally.letters += u32::try_from(word.len()).unwrap_or(u32::MAX);
                tally.accented += u32::from(!word.is_ascii());
                lower.clear();
                lower.extend(word.chars().flat_map(char::to_lowercase));
                if let Some(&(at, languages)) = WORDS.get(lower.as_str()) {
                    let first = !std::mem::replace(&mut seen[at], true);
                    tally.add(languages, first);
                }
            }
        }
        tally
    }

    fn add(&mut self, mut languages: u64, first: bool) {
        let weight = WEIGHT / languages.count_ones().min(WEIGHT);
        while languages != 0 {
            let count = &mut self.counts[languages.trailing_zeros() as usize];
            count.words += 1;
            count.distinct += u32::from(first);
            count.weight += weight;
            languages &= languages - 1;
        }
    }

    /// The language whose words stand out: several ones, a good share of the text, and far more than any other has.
    pub(super) fn clear(&self) -> Option<&'static str> {
        let (at, best) = self.best()?;
        let second = self
            .counts
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, count)| count.weight)
            .max()
            .unwrap_or(0);
        let fewest = if self.words < 12 { 3 } else { 4 };
        (best.distinct >= fewest && best.words * 7 >= self.words && best.weight * 2 >= second * 3)
            .then(|| COMMON[at].0)
    }

    /// Whether words or accents speak for a language that letters suggest, and none speaks for another one.
    pub(super) fn backs(&self, code: &str) -> bool {
        let best = self.best().map_or(0, |(_, best)| best.weight);
        let Some(own) = self.count(code) else {
            return best < self.words;
        };
        let rival = COMMON
            .iter()
            .zip(&self.counts)
            .filter(|((other, _), _)| !is_near(other, code))
            .map(|(_, count)| count.weight)
            .max()
            .unwrap_or(0);
        if self.accented * 4 >= self.words {
            return own.weight * 2 >= rival;
        }
        if own.weight < rival {
            return false;
        }
        let is_accented = self.accented * 8 >= self.words;
        if code == "en" {
            return !is_accented;
        }
        // Languages that put into one word what others say in several have few common words.
        let fewest = if self.letters >= self.words * 7 { 1 } else { 2 };
        is_accented || (own.distinct >= fewest && own.words * 20 >= self.words)
    }

    /// What the words of a language weigh in all.
    pub(super) fn weight(&self, code: &str) -> u32 {
        self.count(code).map_or(0, |count| count.weight)
    }

    fn count(&self, code: &str) -> Option<Count> {
        let at = COMMON.iter().position(|(known, _)| *known == code)?;
        self.counts.get(at).copied()
    }

    fn best(&self) -> Option<(usize, Count)> {
        self.counts
            .iter()
            .copied()
            .enumerate()
            .max_by_key(|(_, count)| count.weight)
            .filter(|(_, best)| best.words > 0)
    }
}

/// Words of a line without its addresses.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace()
        .filter(|run| !run.contains("://") && !run.contains('@'))
        .flat_map(|run| run.split(|letter: char| !letter.is_alphabetic()))
        .filter(|word| !word.is_empty())
}

fn is_capitals(word: &str) -> bool {
    word.len() > 1 && !word.contains(char::is_lowercase)
}

fn is_in_capitals(line: &str) -> bool {
    let (capitals, all) = words(line).fold((0, 0), |(capitals, all), word| {
        (capitals + usize::from(is_capitals(word)), all + 1)
    });
    capitals * 2 > all
}

/// A word's number and the languages that have it, a bit each.
static WORDS: LazyLock<HashMap<&'static str, (usize, u64)>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (at, (_, list)) in COMMON.iter().enumerate() {
        for word in list.split_ascii_whitespace() {
            let next = words.len();
            words.entry(word).or_insert((next, 0)).1 |= 1 << at;
        }
    }
    words
});
