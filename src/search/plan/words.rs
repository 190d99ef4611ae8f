//! Words of a query as the index has them.

use crate::index::{Alternative, Kind, STEM, analyze_word};
use crate::search::plan::{Slot, SlotTerm};
use crate::text::fold;

/// How words are analysed.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct Words<'a> {
    /// ISO 639-1 codes of the languages whose stems are asked.
    pub(in crate::search) langs: &'a [&'a str],
}

impl Words<'_> {
    /// The ways to write a word of the query: mostly one of one place; none where it holds no letter or digit.
    pub(in crate::search) fn ways(&self, text: &str, exact: bool) -> Vec<Vec<Slot>> {
        let terms = analyze_word(text, self.langs, exact);
        if terms.parts.is_empty() {
            return Vec::new();
        }
        let parts = terms.parts.iter().map(|part| slot(&part.alternatives));
        let mut ways = vec![parts.collect()];
        if !terms.joined.is_empty() {
            ways.push(vec![slot(&terms.joined)]);
        }
        ways
    }
}

/// A term that must stand there as it is.
pub(in crate::search) fn exact(term: &str) -> Slot {
    Slot {
        terms: vec![SlotTerm {
            text: term.to_owned(),
            exact: true,
            counted: true,
        }],
        expanded: false,
    }
}

/// The words of a truncated word, folded: `Cyber-Att*` is `cyber` and `att*`.
pub(in crate::search) fn pattern(pattern: &str) -> Vec<String> {
    let mut folded = String::new();
    fold::fold_into(&pattern.to_lowercase(), &mut folded);
    folded
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '.'))
        .collect::<String>()
        .split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '*' | '?' | '&')))
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The terms that may stand in one place. A stem's term holds every form but the stem itself, so an exact form counts only
/// where no stem's term holds it.
fn slot(alternatives: &[Alternative]) -> Slot {
    let stems: Vec<&str> = alternatives
        .iter()
        .filter_map(|alternative| alternative.term.strip_prefix(STEM))
        .collect();
    let first = alternatives
        .first()
        .map(|alternative| alternative.term.as_str());
    let terms = alternatives.iter().map(|alternative| {
        let term = alternative.term.as_str();
        let exact = match alternative.kind {
            Kind::Exact | Kind::Acronym => true,
            Kind::Joined => Some(term) == first,
            Kind::Stem => false,
        };
        SlotTerm {
            text: alternative.term.clone(),
            exact,
            counted: !exact || stems.is_empty() || stems.contains(&term),
        }
    });
    Slot {
        terms: terms.collect(),
        expanded: false,
    }
}
