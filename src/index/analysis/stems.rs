//! Stems, remembered: the same words come again and again, and stemming is the dearest part of analysis.

use std::fmt;

use frostem::{Algorithm, Stemmer};
use xxhash_rust::xxh3::xxh3_64;

use crate::index::analysis::STEM;
use crate::text::fold;
use crate::text::words;

/// Words kept; a power of two. With a line of the processor's cache each, they take 1 MB.
const SLOTS: usize = 1 << 14;
/// Words kept at first, so that a single query or article costs little.
const FIRST_SLOTS: usize = 1 << 8;
/// Bytes of a word and of its term that a slot holds; longer words are stemmed anew, and those beyond the longest term not at all.
const WORD: usize = 30;
const TERM: usize = 32;
const LONGEST_STEMMED: usize = 255;

/// The stemmer of a language and the stems of words seen lately.
///
/// Words are stemmed as written in lower case and the stem is folded then, because stemmers know their language's accents.
pub(crate) struct Stems {
    stemmer: Option<Stemmer>,
    slots: Vec<Slot>,
    /// Slots at the most.
    most: usize,
    /// Words stemmed since the table last grew.
    missed: usize,
    scratch: String,
}

/// A word seen and its folded stem behind [`STEM`], in one line of the processor's cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Slot {
    word: [u8; WORD],
    /// Zero where nothing was seen.
    word_len: u8,
    term_len: u8,
    term: [u8; TERM],
}

const EMPTY: Slot = Slot {
    word: [0; WORD],
    word_len: 0,
    term_len: 0,
    term: [0; TERM],
};

impl Stems {
    /// For a language by its ISO 639 code; `None` is English.
    pub(crate) fn new(lang: Option<&str>) -> Self {
        let stemmer = Algorithm::from_name(lang.unwrap_or("en"))
            .ok()
            .map(Stemmer::new);
        Self {
            stemmer,
            slots: Vec::new(),
            most: SLOTS,
            missed: 0,
            scratch: String::new(),
        }
    }

    /// For a few words, none of which is remembered.
    pub(crate) fn forgetful(lang: Option<&str>) -> Self {
        Self {
            most: 0,
            ..Self::new(lang)
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
        let bytes = lower.as_bytes();
        if bytes.len() > LONGEST_STEMMED {
            return "";
        }
        if bytes.len() > WORD || self.most == 0 {
            stem_into(stemmer, lower, &mut self.scratch);
            return &self.scratch;
        }
        if self.missed >= self.slots.len() && self.slots.len() < self.most {
            // The places of words change with the size: begin anew.
            let size = (self.slots.len() * 4).clamp(FIRST_SLOTS, SLOTS);
            self.slots.clear();
            self.slots.resize(size, EMPTY);
            self.missed = 0;
        }
        let mask = self.slots.len() - 1;
        let slot = &mut self.slots[xxh3_64(bytes) as usize & mask];
        if slot.word_len == 0 || &slot.word[..usize::from(slot.word_len)] != bytes {
            self.missed += 1;
            stem_into(stemmer, lower, &mut self.scratch);
            if self.scratch.len() > TERM {
                return &self.scratch;
            }
            slot.put(bytes, self.scratch.as_bytes());
        }
        str::from_utf8(&slot.term[..usize::from(slot.term_len)]).unwrap_or("")
    }
}

impl Slot {
    fn put(&mut self, word: &[u8], term: &[u8]) {
        self.word[..word.len()].copy_from_slice(word);
        self.term[..term.len()].copy_from_slice(term);
        self.word_len = word.len() as u8;
        self.term_len = term.len() as u8;
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
