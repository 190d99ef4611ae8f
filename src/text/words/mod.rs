//! Words of a text, as the news write them, with sentences and paragraphs.
//!
//! | text | words | |
//! |---|---|---|
//! | `Iran's`, `Iran’s`, `we'll` | `iran`, `iran`, `we` | possessives and contracted verbs are dropped |
//! | `O'Brien`, `don't` | `obrien`, `dont` | |
//! | `l'Iran`, `dell'Iran` | `iran` (joined `liran`, `delliran`) | elided articles |
//! | `AT&T`, `S&P` | `at&t`, `s&p` | |
//! | `U.S.`, `U.N.`, `J.K.` | `us` (acronym), `un`, `jk` | |
//! | `cyber-attack`, `COVID-19` | `cyber` `attack` (joined `cyberattack`), `covid` `19` (joined `covid19`) | |
//! | `2,000`, `3.14` | `2000`, `3.14` | |
//! | `#Tirana`, `@rama` | `tirana`, `rama` | |
//! | `北京` | `北` `京` | also kana, Thai, Lao, Khmer, Burmese |
//!
//! Paragraphs are parted by blank lines, or by lines that begin with more blanks than the one before, or (where lines are long
//! and none is blank) by each line end. Sentences end at `. ! ?` and their like before a blank and no small letter; after
//! abbreviations they go on. One pass, linear in the length of the text.

mod class;
mod compound;
mod known;
mod limits;

use std::cell::Cell;

use crate::text::Span;
use crate::text::fold;

use class::{CLASS, END, INNER, LINE, Sort, UPPER, WIDE, WORD};
use compound::Compound;
use limits::Limits;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where it stands; without a possessive, with the dots of an acronym. On character borders of the text.
    pub span: Span,
    /// As written, in lower case and composed, with its diacritics.
    pub lower: &'a str,
    /// As indexed: see [`fold`]. Never empty.
    pub folded: &'a str,
    /// Whether it is written as an acronym (dots, or capitals amid other words that aren't) and looks like a common word otherwise: `US`, `U.S.`, `WHO`.
    pub acronym: bool,
    /// Whether a sentence begins with it.
    pub sentence: bool,
    /// Whether a paragraph begins with it; a sentence does then, too.
    pub paragraph: bool,
    /// The compound that begins with it, its parts run together.
    pub joined: Option<Joined<'a>>,
}

/// A compound run together: `cyberattack` for `cyber-attack`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined<'a> {
    /// Where the compound stands.
    pub span: Span,
    /// Like [`Word::lower`].
    pub lower: &'a str,
    /// Like [`Word::folded`].
    pub folded: &'a str,
}

/// A word without end is taken in pieces of these many bytes.
const LONGEST: usize = 4096;

/// Hands over the words of a text in order.
pub fn scan(text: &str, mut visit: impl FnMut(&Word<'_>)) {
    Scanner::new(text, false).run(|word| {
        visit(word);
        true
    });
}

/// Hands over the words of a text in order, as long as `visit` says yes; of a compound always all.
pub fn scan_while(text: &str, visit: impl FnMut(&Word<'_>) -> bool) {
    Scanner::new(text, false).run(visit);
}

/// Hands over the words of a piece of a query: like [`scan`], but capitals always make an acronym, as there are no other words to compare with.
pub fn scan_query(text: &str, mut visit: impl FnMut(&Word<'_>)) {
    Scanner::new(text, true).run(|word| {
        visit(word);
        true
    });
}

/// The longest beginning of `text` of at most `bytes` bytes that ends on a character border.
pub fn cut_str(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    &text[..text.floor_char_boundary(bytes)]
}

/// Cuts `text` to at most `bytes` bytes, on a character border.
pub fn cut(text: &mut String, bytes: usize) {
    let end = cut_str(text, bytes).len();
    text.truncate(end);
}

/// One pass over a text.
struct Scanner<'t> {
    text: &'t str,
    limits: Limits<'t>,
    compound: Compound,
    lower: String,
    /// Whether capitals alone make an acronym.
    query: bool,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str, query: bool) -> Self {
        Self {
            text,
            limits: Limits::new(text),
            compound: Compound::default(),
            lower: String::new(),
            query,
        }
    }

    fn run(mut self, mut visit: impl FnMut(&Word<'_>) -> bool) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        let on = Cell::new(true);
        let mut visit = |word: &Word<'_>| on.set(visit(word) && on.get());
        while let Some(&byte) = bytes.get(at)
            && on.get()
        {
            let class = CLASS[usize::from(byte)];
            if class & WORD != 0 {
                at = self.plain(at, &mut visit);
            } else if class & WIDE != 0 {
                at = self.wide(at, &mut visit);
            } else if class & LINE != 0 {
                at = self.limits.line_end(at);
            } else if class & END != 0 {
                at = self.limits.sentence_end(at);
            } else {
                at += 1;
            }
        }
    }

    /// A word that begins with a letter or digit of ASCII, as nearly all do; gives the place after it.
    fn plain(&mut self, start: usize, visit: &mut impl FnMut(&Word<'_>)) -> usize {
        let bytes = self.text.as_bytes();
        let limit = bytes.len().min(start + LONGEST);
        let mut kinds = 0;
        let mut at = start;
        while at < limit {
            let class = CLASS[usize::from(bytes[at])];
            if class & WORD == 0 {
                break;
            }
            kinds |= class;
            at += 1;
        }
        let class_at = |at: usize| bytes.get(at).map_or(0, |byte| CLASS[usize::from(*byte)]);
        let stop = class_at(at);
        if stop & WIDE != 0 || stop & INNER != 0 && class_at(at + 1) & (WORD | WIDE) != 0 {
            return self.compound(start, visit);
        }
        let written = &self.text[start..at];
        let (sentence, paragraph) = self.limits.word(start, at, written, false);
        let caps = kinds & !UPPER == 0;
        let lower = if kinds & UPPER == 0 {
            written
        } else {
            self.lower.clear();
            self.lower.push_str(written);
            self.lower.make_ascii_lowercase();
            &self.lower
        };
        let acronym = caps
            && known::collides(lower)
            && lower.len() > 1
            && (self.query || !self.limits.is_shouted(start));
        visit(&Word {
            span: Span::new(start, at),
            lower,
            folded: lower,
            acronym,
            sentence,
            paragraph,
            joined: None,
        });
        at
    }

    /// What begins with a character beyond ASCII.
    fn wide(&mut self, start: usize, visit: &mut impl FnMut(&Word<'_>)) -> usize {
        let Some(c) = self.text[start..].chars().next() else {
            return self.text.len();
        };
        match class::sort(c) {
            Sort::Letter => self.compound(start, visit),
            Sort::Single => self.single(start, c, visit),
            _ => self.limits.sign(start, c),
        }
    }

    /// A character that is a word, with the marks that belong to it.
    fn single(&mut self, start: usize, c: char, visit: &mut impl FnMut(&Word<'_>)) -> usize {
        let mut end = start + c.len_utf8();
        for mark in self.text[end..].chars().take(8) {
            if !(fold::is_mark(mark) || matches!(mark, '\u{ff9e}' | '\u{ff9f}')) {
                break;
            }
            end += mark.len_utf8();
        }
        let written = &self.text[start..end];
        self.lower.clear();
        fold::fold_into(written, &mut self.lower);
        if !self.lower.is_empty() {
            let (sentence, paragraph) = self.limits.word(start, end, written, false);
            visit(&Word {
                span: Span::new(start, end),
                lower: &self.lower,
                folded: &self.lower,
                acronym: false,
                sentence,
                paragraph,
                joined: None,
            });
        }
        end
    }

    /// Letters and digits with what joins them: apostrophes, hyphens, dots, commas, `&`.
    fn compound(&mut self, start: usize, visit: &mut impl FnMut(&Word<'_>)) -> usize {
        let end = self.compound.read(self.text, start, LONGEST);
        let Compound {
            parts,
            lower,
            folded,
            ..
        } = &self.compound;
        for part in parts {
            let written = part.span.of(self.text);
            let (sentence, paragraph) =
                self.limits
                    .word(part.span.start, part.span.end, written, part.dotted);
            let folded_part = &folded[part.folded.clone()];
            let acronym = (part.dotted
                || part.caps && (self.query || !self.limits.is_shouted(part.span.start)))
                && known::collides(folded_part)
                && folded_part.len() > 1;
            visit(&Word {
                span: part.span,
                lower: &lower[part.lower.clone()],
                folded: folded_part,
                acronym,
                sentence: sentence || part.sentence,
                paragraph,
                joined: part.joined.as_ref().map(|joined| Joined {
                    span: joined.span,
                    lower: &lower[joined.lower.clone()],
                    folded: &folded[joined.folded.clone()],
                }),
            });
        }
        if parts
            .last()
            .is_some_and(|part| part.dotted && part.span.end == end)
        {
            return self.limits.dot_taken(end);
        }
        end
    }
}

#[cfg(test)]
mod tests;
