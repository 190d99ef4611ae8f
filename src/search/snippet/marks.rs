//! From extents of positions to bytes.

use xxhash_rust::xxh3::xxh3_64;

use crate::article::Article;
use crate::index::{LONGEST_TERM, Zone, article_words};
use crate::search::scorer::Extent;
use crate::text::Span;
use crate::text::words::cut_str;

/// Bytes beyond the last mark in which sentences are looked for; no fragment is that long.
pub(in crate::search) const BEYOND: usize = 512;

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
    parts: Vec<Part>,
}

/// Those of one part.
#[derive(Debug)]
struct Part {
    zone: Zone,
    marks: Vec<Mark>,
    sentences: Vec<Sentence>,
}

impl Places {
    /// The marks of a part, in order, none over another.
    pub(in crate::search) fn spans(&self, zone: Zone) -> &[Mark] {
        self.part(zone).map_or(&[], |part| &part.marks)
    }

    /// Where its sentences begin, up to [`BEYOND`] bytes after the last mark.
    pub(in crate::search) fn sentences(&self, zone: Zone) -> &[Sentence] {
        self.part(zone).map_or(&[], |part| &part.sentences)
    }

    fn part(&self, zone: Zone) -> Option<&Part> {
        self.parts.iter().find(|part| part.zone == zone)
    }
}

/// A word at a position.
#[derive(Clone, Copy)]
struct Token {
    zone: Zone,
    span: Span,
    word: u64,
    /// Of the first word of a compound: whether it looks like one of the terms asked.
    asked: bool,
    /// The compound that begins with it.
    joined: Option<Span>,
}

/// Finds the bytes of sorted `extents`. `terms` are those asked for: at the first word of a compound they tell whether
/// the compound is meant or the word.
pub(in crate::search) fn places(article: &Article, extents: &[Extent], terms: &[String]) -> Places {
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
    // Where the part that is read may be left once nothing more is wanted.
    let mut enough = BEYOND;
    article_words(article, &mut |zone, position, word| {
        if places.parts.last().is_none_or(|part| part.zone != zone) {
            enough = BEYOND;
            places.parts.push(Part {
                zone,
                marks: Vec::new(),
                sentences: Vec::new(),
            });
        }
        if (word.sentence || word.paragraph)
            && let Some(part) = places.parts.last_mut()
        {
            part.sentences.push(Sentence {
                start: word.span.start,
                paragraph: word.paragraph,
            });
        }
        while wanted.get(at).is_some_and(|&wanted| wanted < position) {
            at += 1;
        }
        if wanted.get(at) == Some(&position) {
            let text = cut_str(word.folded, LONGEST_TERM);
            tokens.push((
                position,
                Token {
                    zone,
                    span: word.span,
                    word: xxh3_64(text.as_bytes()),
                    asked: word.joined.is_some() && terms.iter().any(|asked| like(text, asked)),
                    joined: word.joined.map(|joined| joined.span),
                },
            ));
            enough = word.span.end.saturating_add(BEYOND);
        }
        at < wanted.len() || word.span.start < enough
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
        let part = places.parts.iter_mut().find(|part| part.zone == first.zone);
        let Some(Part { marks, .. }) = part else {
            continue;
        };
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
