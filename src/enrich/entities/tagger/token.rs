//! Cuts a text into tokens, in one pass.
//!
//! Words keep their apostrophes (`O'Brien`) and lose a possessive `'s`, which is a token of its own; initials and abbreviations of
//! initials are one token with their points (`U.S.`, `J.`); hyphens part words. Texts whose tokens were put apart by spaces
//! (`U . S .`, `Iran ’ s`) come out the same.

use crate::enrich::entities::tagger::hash::{self, Hash};

/// How a word is printed; what is not a word has a kind of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Form {
    /// `said`
    Lower,
    /// `Tirana`
    Title,
    /// `NATO`
    Upper,
    /// `McDonald`, `iPhone`
    Mixed,
    /// `J.`, `A`
    Initial,
    /// `U.S.`
    Initials,
    /// `1,200`
    Number,
    /// `'s`
    Possessive,
    /// Anything else.
    Mark,
}

impl Form {
    /// Whether a name may begin with it.
    pub(super) fn is_capital(self) -> bool {
        (Self::Title..=Self::Initials).contains(&self)
    }
}

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its first byte.
    pub(super) start: u32,
    /// The byte after its last.
    pub(super) end: u32,
    /// The hash of what it is in lower case and without diacritics.
    pub(super) hash: Hash,
    /// How it is printed.
    pub(super) form: Form,
    /// Whether a sentence begins with it.
    pub(super) first: bool,
    /// Whether a line begins with it.
    pub(super) line: bool,
    /// Whether letters and digits are mixed in it.
    pub(super) digits: bool,
    /// How many characters it has, 255 at most.
    pub(super) length: u8,
    /// Its first letter in lower case; 0 where that is none of a to z.
    pub(super) letter: u8,
}

impl Token {
    /// Its bytes, as printed.
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
}

/// Longest text that is looked at.
const LONGEST: usize = 1 << 30;

/// The tokens of a text, in order.
pub(super) fn tokenise(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let text = if text.len() > LONGEST {
        let mut end = LONGEST;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.get(..end).unwrap_or("")
    } else {
        text
    };
    let mut cutter = Cutter {
        text,
        bytes: text.as_bytes(),
        at: 0,
        line: true,
        first: true,
        ended: false,
        tokens,
    };
    while cutter.at < cutter.bytes.len() {
        cutter.step();
    }
}

struct Cutter<'t, 'v> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// Whether the next token begins a line.
    line: bool,
    /// Whether the next word begins a sentence.
    first: bool,
    /// Whether the sentence may have ended: what comes next decides.
    ended: bool,
    tokens: &'v mut Vec<Token>,
}

impl Cutter<'_, '_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char(&self, at: usize) -> char {
        let byte = self.byte(at);
        if byte < 128 {
            return byte as char;
        }
        let rest = self.text.get(at..).unwrap_or("");
        rest.chars().next().unwrap_or(' ')
    }

    fn step(&mut self) {
        let byte = self.byte(self.at);
        match byte {
            b'\n' | b'\r' => {
                self.line = true;
                self.first = true;
                self.at += 1;
            }
            b' ' | b'\t' => {
                self.first |= self.ended && self.opens_sentence(self.at + 1);
                self.at += 1;
            }
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'0'..=b'9' => self.number(),
            b'\'' => self.apostrophe(1),
            _ if byte < 128 => self.mark(1),
            _ => {
                let char = self.char(self.at);
                if char.is_alphanumeric() {
                    self.word();
                } else if char.is_whitespace() {
                    self.first |= self.ended;
                    self.at += char.len_utf8();
                } else if char == '’' {
                    self.apostrophe(3);
                } else {
                    self.mark(char.len_utf8());
                }
            }
        }
    }

    /// Whether what follows a point and a blank looks like a new sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        let char = self.char(at);
        char.is_uppercase() || !char.is_alphanumeric() || char.is_ascii_digit()
    }

    fn push(&mut self, start: usize, hash: Hash, form: Form, digits: bool, length: usize) {
        let is_word = form < Form::Possessive;
        self.tokens.push(Token {
            start: start as u32,
            end: self.at as u32,
            hash,
            form,
            first: self.first && is_word,
            line: self.line,
            digits,
            length: length.min(255) as u8,
            letter: match self.byte(start) | 0x20 {
                letter @ b'a'..=b'z' if is_word => letter,
                _ => 0,
            },
        });
        self.line = false;
        if is_word {
            self.first = false;
            self.ended = false;
        }
    }

    fn word(&mut self) {
        let start = self.at;
        if self.is_address() {
            return self.address();
        }
        let mut hash = hash::SEED;
        let (mut upper, mut lower, mut digits, mut length) = (0usize, 0usize, false, 0usize);
        let mut opens = false;
        loop {
            let byte = self.byte(self.at);
            match byte {
                b'a'..=b'z' => {
                    lower += 1;
                    hash = hash::push(hash, byte);
                    self.at += 1;
                }
                b'A'..=b'Z' => {
                    opens |= length == 0;
                    upper += 1;
                    hash = hash::push(hash, byte | 0x20);
                    self.at += 1;
                }
                b'0'..=b'9' => {
                    digits = true;
                    hash = hash::push(hash, byte);
                    self.at += 1;
                }
                b'\'' if self.goes_on(1, lower + upper) => {
                    hash = hash::push(hash, b'\'');
                    self.at += 1;
                }
                b'&' if upper > 0 && self.byte(self.at + 1).is_ascii_uppercase() => {
                    hash = hash::push(hash, b'&');
                    self.at += 1;
                }
                b'.' if self.is_within_name() => {
                    hash = hash::push(hash, b'.');
                    self.at += 1;
                }
                _ if byte < 128 => break,
                _ => {
                    let char = self.char(self.at);
                    if char == '’' {
                        if !self.goes_on(3, lower + upper) {
                            break;
                        }
                        hash = hash::push(hash, b'\'');
                        self.at += 3;
                    } else if char.is_alphanumeric() {
                        if char.is_uppercase() {
                            opens |= length == 0;
                            upper += 1;
                        } else {
                            lower += 1;
                        }
                        hash = hash::push_char(hash, char);
                        self.at += char.len_utf8();
                    } else if ('\u{300}'..='\u{36f}').contains(&char) || char == '\u{ad}' {
                        self.at += char.len_utf8();
                    } else {
                        break;
                    }
                }
            }
            length += 1;
        }
        if length == 0 {
            // Letters only in name: kept moving all the same.
            self.at = start + self.char(start).len_utf8();
            length = 1;
        }
        if upper == 1 && lower == 0 && length == 1 {
            return self.initial(start, hash);
        }
        let form = match (upper, lower) {
            (0, 0) if digits => Form::Number,
            (0, _) => Form::Lower,
            (_, 0) => Form::Upper,
            (1, _) if opens => Form::Title,
            _ => Form::Mixed,
        };
        if form == Form::Title && length <= 5 {
            self.abbreviation(start);
        }
        self.push(start, hash, form, digits, length);
    }

    /// Takes in the point of a short form that is printed with one: `Mr.`, `Inc.`; of those before names also one put apart.
    fn abbreviation(&mut self, start: usize) {
        let word = self.text.get(start..self.at).unwrap_or("");
        let is_in = |list: &[&str]| list.iter().any(|short| short.eq_ignore_ascii_case(word));
        match (self.byte(self.at), self.byte(self.at + 1)) {
            (b'.', next) if next != b'.' && (is_in(&BEFORE) || is_in(&AFTER)) => self.at += 1,
            (b' ', b'.') if is_in(&BEFORE) => self.at += 2,
            _ => {}
        }
    }

    /// Whether an apostrophe of `width` bytes is inside a word, and no possessive follows.
    fn goes_on(&self, width: usize, before: usize) -> bool {
        let next = self.char(self.at + width);
        if before == 0 || !next.is_alphabetic() {
            return false;
        }
        !matches!(next, 's' | 'S') || self.char(self.at + width + 1).is_alphanumeric()
    }

    /// Whether a point is inside a name of the web: `Booking.com`.
    fn is_within_name(&self) -> bool {
        self.byte(self.at + 1).is_ascii_lowercase()
            && self.at > 0
            && self.byte(self.at - 1).is_ascii_alphanumeric()
            && self.byte(self.at + 2).is_ascii_lowercase()
    }

    /// A capital by itself, with its point and the initials that follow it: `J.`, `U.S.`, `U . S .`, `A`.
    fn initial(&mut self, start: usize, first: Hash) {
        let after_point = |at: usize| -> Option<usize> {
            match (self.byte(at), self.byte(at + 1)) {
                (b'.', _) => Some(at + 1),
                (b' ', b'.') if self.byte(start) != b'I' => Some(at + 2),
                _ => None,
            }
        };
        let Some(mut end) = after_point(self.at) else {
            return self.push(start, first, Form::Initial, false, 1);
        };
        let mut hash = first;
        let mut count = 1;
        loop {
            let next = match (self.byte(end), self.byte(end + 1)) {
                (b'A'..=b'Z', _) => end,
                (b' ', b'A'..=b'Z') if self.byte(end.saturating_sub(2)) == b' ' => end + 1,
                _ => break,
            };
            let letter = self.byte(next);
            if self.byte(next + 1).is_ascii_alphanumeric() {
                break;
            }
            if let Some(after) = after_point(next + 1) {
                hash = hash::push(hash, letter | 0x20);
                count += 1;
                end = after;
            } else {
                // `U.S` without its last point, as some print it.
                if next == end && !matches!(self.byte(next + 1), b'\'' | b'&') {
                    hash = hash::push(hash, letter | 0x20);
                    count += 1;
                    end = next + 1;
                }
                break;
            }
        }
        self.at = end;
        let form = if count > 1 {
            Form::Initials
        } else {
            Form::Initial
        };
        self.push(start, hash, form, false, count);
    }

    fn number(&mut self) {
        let start = self.at;
        while self.byte(self.at).is_ascii_digit()
            || (matches!(self.byte(self.at), b',' | b'.')
                && self.byte(self.at + 1).is_ascii_digit())
        {
            self.at += 1;
        }
        if self.byte(self.at).is_ascii_alphabetic() {
            // `20th`, `3M`: a word that begins with digits.
            self.at = start;
            let mut at = start;
            while self.byte(at).is_ascii_digit() {
                at += 1;
            }
            if self.byte(at).is_ascii_alphabetic() {
                return self.word();
            }
            self.at = at;
        }
        let length = self.at - start;
        // All numbers of as many digits are one.
        let hash = hash::push(hash::NUMBER, length.min(9) as u8);
        self.push(start, hash, Form::Number, true, length);
    }

    /// An apostrophe that no word took: the possessive `'s`, also put apart as `’ s`, or a quotation mark.
    fn apostrophe(&mut self, width: usize) {
        let start = self.at;
        let mut end = start + width;
        let touches = start > 0 && self.byte(start - 1) != b' ';
        if self.byte(end) == b' ' && !touches {
            end += 1;
        }
        if matches!(self.byte(end), b's' | b'S') && !self.char(end + 1).is_alphanumeric() {
            self.at = end + 1;
            return self.push(start, hash::POSSESSIVE, Form::Possessive, false, 2);
        }
        self.mark(width);
    }

    fn mark(&mut self, width: usize) {
        let start = self.at;
        let char = self.char(start);
        self.at += width;
        if width == 1 {
            // Points, dashes and stars in a row are one.
            while self.byte(self.at) == self.byte(start) && self.at - start < 64 {
                self.at += 1;
            }
        }
        let ends = match char {
            '!' | '?' | '…' => true,
            '.' => true,
            '"' | '”' | '’' | '\'' | ')' | ']' | '»' => self.ended,
            _ => false,
        };
        let hash = hash::mark(char);
        let length = self.at - start;
        self.push(start, hash, Form::Mark, false, length);
        self.ended = ends;
        if char == '•' || char == '|' {
            self.first = true;
        }
    }

    fn is_address(&self) -> bool {
        matches!(self.byte(self.at), b'h' | b'w') && {
            let rest = self.bytes.get(self.at..).unwrap_or(&[]);
            rest.starts_with(b"http://")
                || rest.starts_with(b"https://")
                || rest.starts_with(b"www.")
        }
    }

    fn address(&mut self) {
        let start = self.at;
        while self.at < self.bytes.len() && !self.byte(self.at).is_ascii_whitespace() {
            self.at += 1;
        }
        let length = self.at - start;
        self.push(start, hash::ADDRESS, Form::Number, true, length);
    }
}

/// Short forms before names, of months and of days: the point ends no sentence.
const BEFORE: [&str; 49] = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "capt", "rev", "sen", "rep", "gov",
    "st", "no", "hon", "pres", "sec", "adm", "cmdr", "maj", "brig", "supt", "insp", "dept", "univ",
    "mt", "ft", "fr", "messr", "cpl", "pvt", "amb", "atty", "jan", "feb", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "tue", "thu", "fri",
];

/// Short forms at the end of names.
const AFTER: [&str; 9] = [
    "inc", "corp", "co", "ltd", "jr", "sr", "bros", "pte", "assn",
];
