//! What a word of a query asks for.

use crate::index::analysis::stems::Stems;
use crate::index::analysis::text::acronym_term;
use crate::index::analysis::{LONGEST_TERM, STEM};
use crate::text::words::{self, Word};

/// What a word of a query asks for.
///
/// The parts stand one after another, at successive positions: mostly there is one; `cyber-attack` has two, a word of
/// `n` Chinese characters `n`. Where [`WordTerms::joined`] is not empty, any of its terms stands for all parts together
/// and takes the place of the first one; the next word then follows at the position after the last part, or (in a text that
/// has it as one word) right after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordTerms {
    /// In order; empty where the text has no letter or digit.
    pub parts: Vec<Part>,
    /// Terms that stand for all parts: `cyberattack` and `~cyberattack` for `cyber-attack`.
    pub joined: Vec<Alternative>,
}

/// One position of a word: any of the alternatives will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Most exact first, each term once.
    pub alternatives: Vec<Alternative>,
}

/// A term of the index that answers a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The term as indexed.
    pub term: String,
    /// What it has to do with the word.
    pub kind: Kind,
}

/// What a term has to do with the word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The word itself, folded.
    Exact,
    /// Every word of the same stem.
    Stem,
    /// The word with its parts run together.
    Joined,
    /// The word as an acronym, told from the common word by its capitals or dots.
    Acronym,
}

/// What the word `text` of a query asks for in articles of the languages `langs` (ISO 639-1; none: English).
///
/// - `exact`: the folded form alone, without stems; acronyms stay acronyms and compounds still meet.
/// - `US` and `U.S.` ask for the acronym `u.s` alone, `us` for the plain word.
/// - A stem class is `~stem`, and the stem itself where it is its own stem, beside the exact form.
/// - Blanks part words as hyphens do, but join nothing.
pub fn analyze_word(text: &str, langs: &[&str], exact: bool) -> WordTerms {
    let mut stems: Vec<Stems> = if exact {
        Vec::new()
    } else if langs.is_empty() {
        vec![Stems::forgetful(None)]
    } else {
        langs
            .iter()
            .map(|lang| Stems::forgetful(Some(lang)))
            .collect()
    };
    let mut terms = WordTerms::default();
    let mut covered = 0;
    // Of a compound only the last part is inflected: what comes before it stands as it is.
    let mut compound = 0;
    let mut inside = 0;
    words::scan_query(text, |word: &Word<'_>| {
        if let Some(joined) = &word.joined {
            compound = joined.span.end;
            inside = terms.parts.len();
        }
        if word.span.start < compound && terms.parts.len() > inside {
            for part in &mut terms.parts[inside..] {
                part.alternatives
                    .retain(|alternative| alternative.kind != Kind::Stem);
            }
        }
        let mut part = Part::default();
        if word.acronym {
            part.push(acronym_term(word.folded), Kind::Acronym);
        } else {
            part.push(word.folded.to_owned(), Kind::Exact);
            part.push_stems(&mut stems, word.lower, Kind::Stem);
        }
        if let Some(joined) = &word.joined
            && terms.parts.is_empty()
        {
            let mut whole = Part::default();
            whole.push(joined.folded.to_owned(), Kind::Joined);
            whole.push_stems(&mut stems, joined.lower, Kind::Joined);
            terms.joined = whole.alternatives;
            covered = joined.span.end;
        }
        if word.span.start >= covered {
            // Something follows the compound, so the joined form does not stand for all parts.
            if !terms.parts.is_empty() {
                terms.joined.clear();
            }
        }
        terms.parts.push(part);
    });
    terms
}

impl Part {
    fn push(&mut self, mut term: String, kind: Kind) {
        words::cut(&mut term, LONGEST_TERM);
        if !self.alternatives.iter().any(|other| other.term == term) {
            self.alternatives.push(Alternative { term, kind });
        }
    }

    fn push_stems(&mut self, stems: &mut [Stems], lower: &str, kind: Kind) {
        for stems in stems {
            let stem = stems.folded(lower).to_owned();
            if stem.is_empty() {
                continue;
            }
            let own = stems.folded(&stem) == stem;
            self.push(format!("{STEM}{stem}"), kind);
            if own {
                self.push(stem, kind);
            }
        }
    }
}
