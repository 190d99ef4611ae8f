//! Where sentences and paragraphs begin.

use crate::text::words::class::{CLASS, LOWER, UPPER, closes, ends_sentence, is_single};
use crate::text::words::known::{self, Dot};

/// Lines longer than this, in a text without blank lines, are paragraphs.
const LONG_LINE: usize = 200;

/// What was seen since the last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// Nothing that ends a sentence.
    Nothing,
    /// A dot after an abbreviation or any other word.
    Dot(Dot),
    /// A sign that ends sentences whatever follows.
    End,
}

/// Keeps track of sentences and paragraphs along one pass over a text.
pub(super) struct Limits<'t> {
    text: &'t str,
    seen: Seen,
    paragraph: bool,
    /// Whether each line is a paragraph.
    lines: bool,
    /// Blanks before the current line.
    indent: usize,
    /// The last word and whether it has dots inside.
    last: (usize, usize, bool),
    /// First byte of the current sentence.
    sentence_at: usize,
    /// A stretch looked at, and whether it is in capitals.
    shout: (usize, usize, bool),
}

impl<'t> Limits<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let blanks = text.bytes().take_while(|b| *b == b' ' || *b == b'\t');
        let indent = blanks.map(width).sum();
        Self {
            text,
            seen: Seen::Nothing,
            paragraph: true,
            lines: lines_are_paragraphs(text),
            indent,
            last: (0, 0, false),
            sentence_at: 0,
            shout: (0, 0, true),
        }
    }

    /// A word stands at `start..end`: whether a sentence and whether a paragraph begins with it.
    #[inline]
    pub(super) fn word(
        &mut self,
        start: usize,
        end: usize,
        written: &str,
        dotted: bool,
    ) -> (bool, bool) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let sentence = paragraph || self.seen != Seen::Nothing && self.begins(written);
        self.seen = Seen::Nothing;
        self.last = (start, end, dotted);
        if sentence {
            self.sentence_at = start;
        }
        (sentence, paragraph)
    }

    fn begins(&self, written: &str) -> bool {
        let Some(first) = written.chars().next() else {
            return false;
        };
        match self.seen {
            Seen::Nothing | Seen::Dot(Dot::GoesOn) => false,
            Seen::End => true,
            Seen::Dot(Dot::Ends) => !first.is_lowercase(),
            Seen::Dot(Dot::Number) => !first.is_lowercase() && !first.is_numeric(),
            Seen::Dot(Dot::Perhaps) => known::opens(written),
        }
    }

    /// At `. ! ?`: gives the place after it and what closes with it.
    pub(super) fn sentence_end(&mut self, at: usize) -> usize {
        let word = self.text.get(self.last.0..self.last.1).unwrap_or("");
        let seen = if self.text.as_bytes()[at] == b'.' && self.last.1 == at && !word.is_empty() {
            known::dot_after(word, self.last.2)
        } else {
            Dot::Ends
        };
        self.close(at + 1, seen)
    }

    /// At `at`, after an acronym whose last dot is part of it: gives the place after what closes with it.
    pub(super) fn dot_taken(&mut self, at: usize) -> usize {
        // `U.S.'s`
        let rest = &self.text[at..];
        for possessive in ["'s", "’s", "'S", "’S"] {
            if let Some(rest) = rest.strip_prefix(possessive)
                && !rest.starts_with(|c: char| c.is_alphanumeric())
            {
                return at + possessive.len();
            }
        }
        if self.text[..at].ends_with('.') {
            return self.close(at, Dot::Perhaps);
        }
        at
    }

    fn close(&mut self, at: usize, mut dot: Dot) -> usize {
        let mut end = at;
        for c in self.text[at..].chars() {
            if !(closes(c) || matches!(c, '.' | '!' | '?')) {
                if c.is_whitespace() || is_single(c) {
                    self.seen = Seen::Dot(dot);
                }
                return end;
            }
            if matches!(c, '!' | '?') {
                dot = Dot::Ends;
            }
            end += c.len_utf8();
        }
        end
    }

    /// A sign beyond ASCII: gives the place after it.
    pub(super) fn sign(&mut self, at: usize, c: char) -> usize {
        if ends_sentence(c) {
            self.seen = if c == '…' {
                Seen::Dot(Dot::Ends)
            } else {
                Seen::End
            };
        } else if c == '\u{2029}' {
            self.paragraph = true;
        } else if c == '\u{2028}' || c == '\u{85}' {
            self.paragraph |= self.lines;
        }
        at + c.len_utf8()
    }

    /// At the end of a line: gives the place of the next thing that is no blank.
    pub(super) fn line_end(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = at;
        let mut lines = 0;
        let mut indent = 0;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'\n' => {
                    lines += 1;
                    indent = 0;
                }
                b'\r' => {
                    lines += usize::from(bytes.get(at + 1) != Some(&b'\n'));
                    indent = 0;
                }
                0x0c => lines += 2,
                b' ' | b'\t' => indent += width(byte),
                0xc2 if bytes.get(at + 1) == Some(&0xa0) => {
                    indent += 1;
                    at += 1;
                }
                0xe3 if bytes[at..].starts_with("\u{3000}".as_bytes()) => {
                    indent += 2;
                    at += 2;
                }
                _ => break,
            }
            at += 1;
        }
        let bullet = matches!(bytes.get(at), Some(b'-' | b'*')) && bytes.get(at + 1) == Some(&b' ')
            || bytes[at..].starts_with("•".as_bytes());
        if lines > 1 || self.lines || indent > self.indent + 1 || bullet {
            self.paragraph = true;
        }
        self.indent = indent;
        at
    }

    /// Whether the sentence around `at` is in capitals, but for a word or two, so that capitals say nothing.
    pub(super) fn is_shouted(&mut self, at: usize) -> bool {
        let (from, to, shouted) = self.shout;
        if from == self.sentence_at && at < to {
            return shouted;
        }
        let bytes = self.text.as_bytes();
        // What was looked at before is not looked at again.
        let mut end = if from == self.sentence_at && to > 0 {
            to
        } else {
            self.sentence_at
        };
        let (mut small, mut capitals) = (0, 0);
        while let Some(&byte) = bytes.get(end) {
            let class = CLASS[usize::from(byte)];
            small += usize::from(class & LOWER != 0);
            capitals += usize::from(class & UPPER != 0);
            let next = bytes.get(end + 1);
            let stops = match byte {
                b'.' | b'!' | b'?' => next.is_none_or(u8::is_ascii_whitespace),
                b'\n' => self.lines || matches!(next, Some(b'\n' | b'\r')),
                _ => false,
            };
            end += 1;
            if stops && end > at {
                break;
            }
        }
        self.shout = (self.sentence_at, end, small * 4 < capitals);
        self.shout.2
    }
}

fn width(blank: u8) -> usize {
    if blank == b'\t' { 8 } else { 1 }
}

/// Whether a text has long lines and no blank one.
fn lines_are_paragraphs(text: &str) -> bool {
    let bytes = text.trim().as_bytes();
    let mut start = 0;
    let mut long = false;
    for end in memchr::memchr_iter(b'\n', bytes) {
        let line = &bytes[start..end];
        if start > 0 && line.trim_ascii().is_empty() {
            return false;
        }
        long |= line.len() > LONG_LINE;
        start = end + 1;
    }
    long || start > 0 && bytes.len() - start > LONG_LINE
}
