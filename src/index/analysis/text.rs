//! The terms of a text.

use crate::index::analysis::little::{is_little, pair_into};
use crate::index::analysis::stems::Stems;
use crate::index::analysis::{LONGEST_TERM, PARAGRAPH, SENTENCE};
use crate::text::Span;
use crate::text::words::{self, Word};

/// Gives the terms of texts in one language; keeps the stems it has seen.
#[derive(Debug)]
pub struct Analyzer {
    stems: Stems,
    scratch: String,
    /// The last word, where it is a little one.
    little: String,
}

/// A term of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term<'a> {
    /// As indexed.
    pub text: &'a str,
    /// Where it stands, in words; twins and markers share their word's position.
    pub position: u32,
    /// The bytes it was made of, on character borders; of a joined term the whole compound, of a marker its word.
    pub span: Span,
    /// What it is.
    pub kind: TermKind,
}

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// A word, folded: there is exactly one at each position that has a word.
    Exact,
    /// The stem of the word, where it differs: `~stem`.
    Stem,
    /// The parts of a compound run together, at the position of the first.
    Joined,
    /// The stem of that.
    JoinedStem,
    /// An acronym that looks like a common word: `u.s`.
    Acronym,
    /// [`SENTENCE`] or [`PARAGRAPH`].
    Marker,
    /// A little word and the one before it, see [`pair`](crate::index::pair).
    Pair,
}

impl Analyzer {
    /// For texts in `lang` (ISO 639-1 or 639-3). A language without a stemmer gives exact forms alone; `None` is read as English.
    pub fn new(lang: Option<&str>) -> Self {
        Self {
            stems: Stems::new(lang),
            scratch: String::new(),
            little: String::new(),
        }
    }

    /// Hands over the terms of `text`, whose first word stands at `first`, by position; at one position the
    /// markers come first, then the exact form, then its twins. Gives the position after the last word, or `first` where there is no word.
    pub fn terms(&mut self, text: &str, first: u32, emit: &mut dyn FnMut(Term<'_>)) -> u32 {
        let mut next = first;
        self.little.clear();
        words::scan(text, |word| {
            if word.paragraph && next != first {
                next = next.saturating_add(1);
                self.little.clear();
            }
            self.word(word, next, emit);
            next = next.saturating_add(1);
        });
        next
    }

    fn word(&mut self, word: &Word<'_>, position: u32, emit: &mut dyn FnMut(Term<'_>)) {
        let mut put = |text: &str, span: Span, kind: TermKind| {
            emit(Term {
                text: words::cut_str(text, LONGEST_TERM),
                position,
                span,
                kind,
            });
        };
        if word.paragraph {
            put(PARAGRAPH, word.span, TermKind::Marker);
        }
        if word.sentence || word.paragraph {
            put(SENTENCE, word.span, TermKind::Marker);
        }
        put(word.folded, word.span, TermKind::Exact);
        if let Some(term) = self.stems.twin(word.lower, word.folded) {
            put(term, word.span, TermKind::Stem);
        }
        if word.acronym {
            spell(word.folded, &mut self.scratch);
            put(&self.scratch, word.span, TermKind::Acronym);
        }
        if let Some(joined) = &word.joined {
            put(joined.folded, joined.span, TermKind::Joined);
            if let Some(term) = self.stems.twin(joined.lower, joined.folded) {
                put(term, joined.span, TermKind::JoinedStem);
            }
        }
        let little = is_little(word.folded);
        if little && !self.little.is_empty() {
            pair_into(&self.little, word.folded, &mut self.scratch);
            put(&self.scratch, word.span, TermKind::Pair);
        }
        self.little.clear();
        if little {
            self.little.push_str(word.folded);
        }
    }
}

/// The term of an acronym that looks like a common word: `us` gives `u.s`.
pub(crate) fn acronym_term(folded: &str) -> String {
    let mut term = String::new();
    spell(folded, &mut term);
    term
}

fn spell(folded: &str, out: &mut String) {
    out.clear();
    for letter in folded.chars() {
        if !out.is_empty() {
            out.push('.');
        }
        out.push(letter);
    }
}
