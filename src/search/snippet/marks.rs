//! From extents of positions to bytes.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::article::Article;
use crate::index::{Analyzer, PARAGRAPH, TermKind, Zone, article_terms};
use crate::search::scorer::Extent;
use crate::text::Span;

/// A marked part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Mark {
    /// Its bytes.
    pub(in crate::search) span: Span,
    /// The same for the same words.
    pub(in crate::search) word: u64,
}

/// Where a sentence begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Sentence {
    /// Its first byte.
    pub(in crate::search) start: usize,
    /// Whether a paragraph begins there too.
    pub(in crate::search) paragraph: bool,
}

/// Marks and sentences of all parts of an article.
#[derive(Debug, Default)]
pub(in crate::search) struct Places {
    marks: BTreeMap<Zone, Vec<Mark>>,
    sentences: BTreeMap<Zone, Vec<Sentence>>,
}

impl Places {
    /// The marks of a part, in order, none over another.
    pub(in crate::search) fn spans(&self, zone: Zone) -> &[Mark] {
        self.marks.get(&zone).map_or(&[], Vec::as_slice)
    }

    /// Where its sentences begin.
    pub(in crate::search) fn sentences(&self, zone: Zone) -> &[Sentence] {
        self.sentences.get(&zone).map_or(&[], Vec::as_slice)
    }
}

/// A word at a position.
#[derive(Clone, Copy)]
struct Token {
    zone: Zone,
    span: Span,
    word: u64,
    /// Whether it looks like one of the terms asked.
    asked: bool,
    /// The compound that begins with it.
    joined: Option<Span>,
}

/// Finds the bytes of sorted `extents`. `terms` are those asked for: at the first word of a compound they tell whether
/// the compound is meant or the word.
pub(in crate::search) fn places(
    analyzer: &mut Analyzer,
    article: &Article,
    extents: &[Extent],
    terms: &[String],
) -> Places {
    let mut wanted: Vec<u32> = extents
        .iter()
        .flat_map(|extent| [extent.first, extent.last])
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut at = 0;
    // By position.
    let mut tokens: Vec<(u32, Token)> = Vec::with_capacity(wanted.len());
    let mut places = Places::default();
    article_terms(analyzer, article, &mut |zone, term| match term.kind {
        TermKind::Marker => {
            let sentences = places.sentences.entry(zone).or_default();
            let paragraph = term.text == PARAGRAPH;
            match sentences.last_mut() {
                Some(last) if last.start == term.span.start => last.paragraph |= paragraph,
                _ => sentences.push(Sentence {
                    start: term.span.start,
                    paragraph,
                }),
            }
        }
        TermKind::Exact => {
            while wanted
                .get(at)
                .is_some_and(|&position| position < term.position)
            {
                at += 1;
            }
            if wanted.get(at) == Some(&term.position) {
                tokens.push((
                    term.position,
                    Token {
                        zone,
                        span: term.span,
                        word: xxh3_64(term.text.as_bytes()),
                        asked: terms.iter().any(|asked| like(term.text, asked)),
                        joined: None,
                    },
                ));
            }
        }
        TermKind::Joined => {
            if let Some((position, token)) = tokens.last_mut()
                && *position == term.position
            {
                token.joined = Some(term.span);
            }
        }
        TermKind::Stem | TermKind::JoinedStem | TermKind::Acronym | TermKind::Pair => {}
    });
    let token = |position: u32| {
        let at = tokens.binary_search_by_key(&position, |(at, _)| *at).ok()?;
        tokens.get(at).map(|(_, token)| token)
    };
    for extent in extents {
        let (Some(first), Some(last)) = (token(extent.first), token(extent.last)) else {
            continue;
        };
        if first.zone != last.zone {
            continue;
        }
        // Of a compound whose first part nobody asked for, the whole is meant.
        let end = match last.joined {
            Some(joined) if !last.asked => joined.end,
            _ => last.span.end,
        };
        let span = Span::new(first.span.start, end.max(first.span.end));
        let mark = Mark {
            span,
            word: first.word ^ last.word.rotate_left(1),
        };
        let marks = places.marks.entry(first.zone).or_default();
        match marks.last_mut() {
            // Sorted by where they begin: what overlaps the one before becomes one with it.
            Some(before) if mark.span.start < before.span.end => {
                before.span.end = before.span.end.max(mark.span.end);
            }
            _ => marks.push(mark),
        }
    }
    places
}

/// Whether `word` is `asked` or a form of it.
fn like(word: &str, asked: &str) -> bool {
    let common = word
        .chars()
        .zip(asked.chars())
        .take_while(|(a, b)| a == b)
        .count();
    word == asked || (common >= 3 && common + 2 >= asked.chars().count())
}
