//! Which parts of a text are shown.

use std::collections::BTreeSet;

use crate::search::Snippet;
use crate::search::snippet::marks::{Mark, Sentence};
use crate::text::Span;

/// A fragment has about so many bytes.
const WIDTH: usize = 240;
/// So many of them may stand before the first mark of a sentence that is too long.
const BEFORE: usize = 80;
/// No more sentences than this are weighed.
const WEIGHED: usize = 400;

/// A part of an article that fragments are cut from.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct Piece<'a> {
    /// Its text.
    pub(in crate::search) text: &'a str,
    /// What matched in it, in order.
    pub(in crate::search) marks: &'a [Mark],
    /// Where its sentences begin.
    pub(in crate::search) sentences: &'a [Sentence],
    /// Whether it is the body.
    pub(in crate::search) body: bool,
}

/// A stretch that might be shown.
#[derive(Clone, Debug)]
struct Stretch {
    piece: usize,
    span: Span,
    words: BTreeSet<u64>,
    marks: usize,
    body: bool,
}

/// Cuts up to `wanted` fragments: those with most of the different words asked; the beginning where nothing is marked.
pub(in crate::search) fn choose(pieces: &[Piece<'_>], wanted: usize) -> Vec<Snippet> {
    if wanted == 0 {
        return Vec::new();
    }
    let mut stretches = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        stretch_over(number, piece, &mut stretches);
    }
    let mut shown: Vec<Stretch> = Vec::new();
    let mut seen: BTreeSet<u64> = BTreeSet::new();
    while shown.len() < wanted {
        let best = stretches
            .iter()
            .enumerate()
            .filter(|(_, stretch)| {
                !shown.iter().any(|other| {
                    other.piece == stretch.piece
                        && stretch.span.start < other.span.end
                        && other.span.start < stretch.span.end
                })
            })
            // The first of equals.
            .rev()
            .max_by_key(|(_, stretch)| {
                let new = stretch.words.difference(&seen).count();
                (new * 8
                    + stretch.words.len() * 4
                    + stretch.marks.min(3)
                    + usize::from(stretch.body))
                .saturating_sub(if new == 0 && !seen.is_empty() { 4 } else { 0 })
            })
            .map(|(at, _)| at);
        let Some(best) = best else { break };
        let stretch = stretches.swap_remove(best);
        seen.extend(&stretch.words);
        shown.push(stretch);
    }
    if shown.is_empty() {
        shown.extend(beginning(pieces));
    }
    shown.sort_by_key(|stretch| (stretch.piece, stretch.span));
    shown
        .iter()
        .filter_map(|stretch| Some(cut(pieces.get(stretch.piece)?, stretch.span)))
        .collect()
}

/// The opening sentences of the body, else of what there is.
fn beginning(pieces: &[Piece<'_>]) -> Option<Stretch> {
    let (number, piece) = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| !piece.text.trim().is_empty())
        .max_by_key(|(_, piece)| piece.body)?;
    let start = piece.sentences.first().map_or(0, |sentence| sentence.start);
    Some(Stretch {
        piece: number,
        span: Span::new(
            back_to_line(piece.text, start),
            whole_sentences(piece, 0, start),
        ),
        words: BTreeSet::new(),
        marks: 0,
        body: piece.body,
    })
}

/// A stretch for each sentence with a mark in it.
fn stretch_over(number: usize, piece: &Piece<'_>, out: &mut Vec<Stretch>) {
    let mut at = 0;
    let mut weighed = 0;
    while at < piece.marks.len() && weighed < WEIGHED {
        weighed += 1;
        let mark = piece.marks[at].span;
        let next = piece
            .sentences
            .partition_point(|sentence| sentence.start <= mark.start);
        let sentence = next.saturating_sub(1);
        let begin = piece
            .sentences
            .get(sentence)
            .map_or(0, |sentence| sentence.start);
        let begin = back_to_line(piece.text, begin);
        let own_end = piece
            .sentences
            .get(next)
            .map_or(piece.text.len(), |sentence| {
                back_to_line(piece.text, sentence.start)
            });
        let span = if own_end - begin <= WIDTH + WIDTH / 4 {
            Span::new(begin, whole_sentences(piece, sentence, begin))
        } else {
            let start = if mark.start - begin <= BEFORE {
                begin
            } else {
                word_start(piece.text, mark.start - BEFORE, mark.start)
            };
            let end = (start + WIDTH).max(mark.end);
            Span::new(start, word_end(piece.text, end, own_end, mark.end))
        };
        let inside = piece.marks[at..]
            .iter()
            .take_while(|mark| mark.span.end <= span.end)
            .count()
            .max(1);
        out.push(Stretch {
            piece: number,
            span,
            words: piece.marks[at..at + inside]
                .iter()
                .map(|mark| mark.word)
                .collect(),
            marks: inside,
            body: piece.body,
        });
        // The next stretch begins with the first mark of a later sentence, or beyond this stretch where the sentence is long.
        let until = if own_end <= span.end {
            own_end
        } else {
            span.end
        };
        let from = at;
        while at < piece.marks.len() && piece.marks[at].span.start < until {
            at += 1;
        }
        at = at.max(from + 1);
    }
}

/// The end of the last sentence from `sentence` on that fits a fragment beginning at `begin`, within its paragraph.
fn whole_sentences(piece: &Piece<'_>, sentence: usize, begin: usize) -> usize {
    let mut end = None;
    for next in sentence + 1.. {
        let (stop, closes) = match piece.sentences.get(next) {
            Some(later) => (back_to_line(piece.text, later.start), later.paragraph),
            None => (piece.text.len(), true),
        };
        if end.is_some() && stop - begin > WIDTH {
            break;
        }
        end = Some(stop);
        if closes || stop - begin > WIDTH {
            break;
        }
    }
    let end = end.unwrap_or(piece.text.len());
    if end - begin > WIDTH + WIDTH / 4 {
        word_end(piece.text, begin + WIDTH, end, begin)
    } else {
        end
    }
}

/// A sentence's quotation mark or bracket stands before its first word.
fn back_to_line(text: &str, start: usize) -> usize {
    let before = &text[..start];
    let opening: usize = before
        .chars()
        .rev()
        .take_while(|letter| {
            matches!(
                letter,
                '"' | '\''
                    | '“'
                    | '‘'
                    | '«'
                    | '„'
                    | '('
                    | '['
                    | '$'
                    | '€'
                    | '£'
                    | '#'
                    | '@'
                    | '-'
                    | '+'
            )
        })
        .map(char::len_utf8)
        .sum();
    start - opening
}

/// The first beginning of a word from `from` on, `until` at the latest.
fn word_start(text: &str, from: usize, until: usize) -> usize {
    let mut at = from;
    while at < until && !text.is_char_boundary(at) {
        at += 1;
    }
    let rest = &text[at..until];
    match rest.find(char::is_whitespace) {
        Some(blank) => at + rest.len() - rest[blank..].trim_start().len().min(rest.len() - blank),
        None => at,
    }
}

/// The last end of a word up to `until`, not before `least`; at most `limit`.
fn word_end(text: &str, until: usize, limit: usize, least: usize) -> usize {
    if until >= limit {
        return limit;
    }
    let mut at = until;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    match text[least..at.max(least)].rfind(char::is_whitespace) {
        Some(blank) => least + blank,
        None => at.max(least),
    }
}

/// The fragment itself: runs of white space become one blank, and marks move with the text.
fn cut(piece: &Piece<'_>, span: Span) -> Snippet {
    let raw = span.of(piece.text);
    let head = raw.len() - raw.trim_start().len();
    let raw_text = raw.trim();
    let offset = span.start + head;
    let end = offset + raw_text.len();
    let mut text = String::with_capacity(raw_text.len());
    // Where bytes went to, for those that moved: (old, new) at the end of each shortened run.
    let mut moved: Vec<(usize, usize)> = vec![(0, 0)];
    let mut letters = raw_text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter.is_whitespace() {
            text.push(' ');
            let mut after = at + letter.len_utf8();
            while let Some((at, letter)) = letters.next_if(|(_, letter)| letter.is_whitespace()) {
                after = at + letter.len_utf8();
            }
            moved.push((after, text.len()));
        } else {
            text.push(letter);
        }
    }
    let new = |old: usize| {
        let at = moved.partition_point(|(before, _)| *before <= old);
        let (before, after) = moved[at.saturating_sub(1)];
        after + (old - before)
    };
    let marks = piece
        .marks
        .iter()
        .map(|mark| mark.span)
        .filter(|mark| mark.start < end && offset < mark.end)
        .map(|mark| {
            let start = mark.start.max(offset) - offset;
            let stop = mark.end.min(end) - offset;
            // A mark ends before a blank, never inside one: its end moves as its last letter does.
            Span::new(new(start), if stop == 0 { 0 } else { new(stop - 1) + 1 })
        })
        .collect();
    Snippet {
        text,
        marks,
        cut_before: !piece.text[..offset].trim().is_empty(),
        cut_after: !piece.text[end..].trim().is_empty(),
    }
}
