//! The tokens of a text, as the grammar of dates sees it.

use unicode_normalization::char::is_combining_mark;

use crate::date::lexicon::{self, Role, Sense};
use crate::text::Span;

/// A token and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
    /// Whether white space stands before it.
    pub(super) gap: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Digits of any script.
    Number(Number),
    /// Letters.
    Word(Sense),
    /// Any other character.
    Mark(char),
    /// The end of a line.
    Break,
}

/// A run of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Its value; the largest there is where it is larger.
    pub(super) value: u64,
    /// How many digits, leading zeros included.
    pub(super) digits: usize,
    /// Whether the digits are the Persian ones.
    pub(super) persian: bool,
}

/// The tokens of a text, and the questions the grammar asks of them.
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    pub(super) list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let list = split(text);
        Self { text, list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.list
            .get(at)
            .map_or_else(Span::default, |token| token.span)
    }

    pub(super) fn str(&self, at: usize) -> &'t str {
        self.text
            .get(self.span(at).start..self.span(at).end)
            .unwrap_or("")
    }

    /// Whether white space stands before a token; at the end of the text it does.
    pub(super) fn gap(&self, at: usize) -> bool {
        self.list.get(at).is_none_or(|token| token.gap)
    }

    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.list.get(at)?.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A number of at most two digits.
    pub(super) fn small(&self, at: usize) -> Option<u8> {
        self.number(at)
            .filter(|number| number.digits <= 2)
            .and_then(|number| u8::try_from(number.value).ok())
    }

    /// What a word means; nothing where there is no word.
    pub(super) fn sense(&self, at: usize) -> Sense {
        match self.list.get(at).map(|token| token.kind) {
            Some(Kind::Word(sense)) => sense,
            _ => Sense::default(),
        }
    }

    pub(super) fn role(&self, at: usize) -> Role {
        self.sense(at).role
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.list.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(&mark))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        matches!(
            self.list.get(at).map(|token| token.kind),
            Some(Kind::Word(_))
        )
    }

    pub(super) fn is_break(&self, at: usize) -> bool {
        matches!(
            self.list.get(at).map(|token| token.kind),
            Some(Kind::Break) | None
        )
    }

    /// Past a mark of `marks`, if one stands there.
    pub(super) fn skip(&self, at: usize, marks: &[char]) -> usize {
        at + usize::from(self.is_mark(at, marks))
    }

    /// Past a word with a role, if one stands there.
    pub(super) fn skip_role(&self, at: usize, role: Role) -> usize {
        at + usize::from(self.role(at) == role)
    }
}

/// Digits of the scripts that news is printed in, by their zero.
const ZEROS: &[char] = &[
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{be6}', '\u{c66}',
    '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{1040}', '\u{17e0}', '\u{ff10}',
];

fn digit(letter: char) -> Option<u32> {
    if letter.is_ascii() {
        return letter.to_digit(10);
    }
    ZEROS
        .iter()
        .map(|zero| (letter as u32).wrapping_sub(*zero as u32))
        .find(|value| *value < 10)
}

fn is_ignored(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || is_combining_mark(letter)
}

/// Scripts written without spaces between words, where each character is looked at by itself.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn split(text: &str) -> Vec<Token> {
    let mut list = Vec::new();
    let mut gap = true;
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let (kind, len) = if is_ignored(first) {
            at += first.len_utf8();
            continue;
        } else if first == '\n' {
            (Kind::Break, 1)
        } else if first.is_whitespace() {
            gap = true;
            at += first.len_utf8();
            continue;
        } else if digit(first).is_some() {
            let year = glued_year(rest);
            if let Some(year) = year {
                list.push(Token {
                    kind: Kind::Number(year),
                    span: Span::new(at, at + 4),
                    gap,
                });
                gap = true;
                at += 4;
            }
            number(text.get(at..).unwrap_or(""))
        } else if let Some(found) = han_number(rest) {
            found
        } else if is_unspaced(first) {
            match lexicon::longest(rest) {
                Some((sense, len)) => (Kind::Word(sense), len),
                None => (Kind::Word(Sense::default()), first.len_utf8()),
            }
        } else if is_letter(first) {
            word(rest)
        } else {
            (Kind::Mark(plain(first)), first.len_utf8())
        };
        let token = Token {
            kind,
            span: Span::new(at, at + len),
            gap,
        };
        if !joined(text, &mut list, token) {
            list.push(token);
        }
        gap = matches!(kind, Kind::Break);
        at += len;
    }
    list
}

/// Whether a word makes one form with the word before it; then it was added to that.
fn joined(text: &str, list: &mut [Token], token: Token) -> bool {
    let (Kind::Word(_), true, Some(last)) = (token.kind, token.gap, list.last_mut()) else {
        return false;
    };
    let Kind::Word(Sense { begins: true, .. }) = last.kind else {
        return false;
    };
    let Some(sense) = lexicon::together(last.span.of(text), token.span.of(text)) else {
        return false;
    };
    last.kind = Kind::Word(sense);
    last.span.end = token.span.end;
    true
}

/// Marks that look alike, made one.
fn plain(mark: char) -> char {
    match mark {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
        '：' => ':',
        '／' | '\u{2044}' => '/',
        '．' => '.',
        '，' | '、' | '،' => ',',
        '（' => '(',
        '）' => ')',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{b7}' | '\u{30fb}' | '\u{2027}' | '\u{25cf}' | '\u{2022}' => '•',
        '\u{ff5c}' => '|',
        other => other,
    }
}

/// The year of `20224:18`, where pages print a year and a time without the space between.
fn glued_year(rest: &str) -> Option<Number> {
    let digits = rest.bytes().take(7).take_while(u8::is_ascii_digit).count();
    let glued = matches!(digits, 5 | 6)
        && (rest.starts_with("19") || rest.starts_with("20"))
        && rest.as_bytes().get(digits) == Some(&b':');
    let value = rest.get(..4).filter(|_| glued)?.parse().ok()?;
    Some(Number {
        value,
        digits: 4,
        persian: false,
    })
}

/// `二〇二二` before `年`, `十一` before `月`, `二十八` before `日`.
fn han_number(rest: &str) -> Option<(Kind, usize)> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let (mut value, mut digits, mut len) = (0, 0, 0);
    let mut tens = None;
    for letter in rest.chars().take(5) {
        let letter = if letter == '零' { '〇' } else { letter };
        if letter == '十' && tens.is_none() {
            tens = Some(if digits == 0 { 1 } else { value });
            value = 0;
            digits = 1;
        } else if let Some(digit) = DIGITS.chars().position(|digit| digit == letter) {
            value = value * 10 + digit as u64;
            digits += 1;
        } else {
            let value = tens.unwrap_or(0) * 10 + value;
            let number = Number {
                value,
                digits: if value < 100 { digits.min(2) } else { digits },
                persian: false,
            };
            let dated = matches!(letter, '年' | '月' | '日' | '号' | '號') && digits > 0;
            return dated.then_some((Kind::Number(number), len));
        }
        len += letter.len_utf8();
    }
    None
}

fn number(rest: &str) -> (Kind, usize) {
    let mut value: u64 = 0;
    let mut digits = 0;
    let mut len = 0;
    let mut persian = false;
    for letter in rest.chars() {
        let Some(digit) = digit(letter) else { break };
        value = value.saturating_mul(10).saturating_add(u64::from(digit));
        digits += 1;
        len += letter.len_utf8();
        persian |= ('\u{6f0}'..='\u{6f9}').contains(&letter);
    }
    let number = Number {
        value,
        digits,
        persian,
    };
    (Kind::Number(number), len)
}

fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e4e}')
}

/// A run of letters; where small letters run into a capital (`NewsApril`), two words were glued.
fn word(rest: &str) -> (Kind, usize) {
    let mut len = 0;
    let mut lower = false;
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        let ignored = is_ignored(letter);
        // Thai abbreviations have dots inside: `ก.ย.`
        let inner_dot = letter == '.' && len > 0 && letters.peek().copied().is_some_and(is_thai);
        if !ignored
            && !inner_dot
            && (!is_letter(letter) || is_unspaced(letter) || lower && letter.is_uppercase())
        {
            break;
        }
        lower = letter.is_lowercase();
        len += letter.len_utf8();
    }
    let sense = rest.get(..len).map(lexicon::sense).unwrap_or_default();
    (Kind::Word(sense), len)
}
