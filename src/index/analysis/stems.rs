//! Stems, remembered: the same words come again and again, and stemming is the dearest part of analysis.

use std::fmt;

use frostem::{Algorithm, Stemmer};
use xxhash_rust::xxh3::xxh3_64;

use crate::index::analysis::STEM;
use crate::text::fold;
use crate::text::words;

/// Words kept; a power of two.
const SLOTS: usize = 1 << 14;
/// Longer words are stemmed anew, and those beyond the longest term not at all.
const LONGEST_KEPT: usize = 40;
const LONGEST_STEMMED: usize = 255;

/// The stemmer of a language and the stems of words seen lately.
///
/// Words are stemmed as written in lower case and the stem is folded then, because stemmers know their language's accents.
pub(crate) struct Stems {
    stemmer: Option<Stemmer>,
    slots: Vec<Slot>,
    scratch: String,
}

/// A word seen and its folded stem behind [`STEM`]; `word` is empty where nothing was seen.
#[derive(Clone, Default)]
struct Slot {
    word: String,
    term: String,
}

impl Stems {
    /// For a language by its ISO 639 code; `None` is English.
    pub(crate) fn new(lang: Option<&str>) -> Self {
        let stemmer = Algorithm::from_name(lang.unwrap_or("en"))
            .ok()
            .map(Stemmer::new);
        Self {
            stemmer,
            slots: Vec::new(),
            scratch: String::new(),
        }
    }

    /// `~stem` of the word, where the stem differs from `folded`, the word's own term.
    pub(crate) fn twin(&mut self, lower: &str, folded: &str) -> Option<&str> {
        let term = self.term(lower);
        (!term.is_empty() && &term[STEM.len_utf8()..] != words::cut_str(folded, LONGEST_STEMMED))
            .then_some(term)
    }

    /// The folded stem of the word; empty where it has none.
    pub(crate) fn folded(&mut self, lower: &str) -> &str {
        self.term(lower).strip_prefix(STEM).unwrap_or("")
    }

    fn term(&mut self, lower: &str) -> &str {
        let Some(stemmer) = self.stemmer else {
            return "";
        };
        // Numbers and single letters have no stem but themselves, and longer words are no words.
        if lower.len() > LONGEST_STEMMED {
            return "";
        }
        if lower.len() > LONGEST_KEPT {
            stem_into(stemmer, lower, &mut self.scratch);
            return &self.scratch;
        }
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, Slot::default());
        }
        let at = xxh3_64(lower.as_bytes()) as usize & (SLOTS - 1);
        let slot = &mut self.slots[at];
        if slot.word != lower {
            stem_into(stemmer, lower, &mut slot.term);
            slot.word.clear();
            slot.word.push_str(lower);
        }
        &slot.term
    }
}

fn stem_into(stemmer: Stemmer, lower: &str, term: &mut String) {
    term.clear();
    term.push(STEM);
    let stem = stemmer.stem(lower);
    fold::fold_into(&stem, term);
    if term.len() == STEM.len_utf8() {
        term.clear();
    }
}

impl fmt::Debug for Stems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stems").finish_non_exhaustive()
    }
}
