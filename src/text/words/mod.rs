//! Words.

use crate::text::Span;

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// Where it stands; without a possessive, with the dots of an acronym.
    pub span: Span,
    /// As written, in lower case and composed.
    pub lower: &'a str,
    /// As indexed: lower case, without diacritics.
    pub folded: &'a str,
    /// Whether it is written as an acronym (capitals or dots) and would be a common word otherwise: `US`, `U.S.`, `WHO`.
    pub acronym: bool,
    /// Whether a sentence begins with it.
    pub sentence: bool,
    /// Whether a paragraph begins with it.
    pub paragraph: bool,
    /// The compound that begins with it, its parts run together.
    pub joined: Option<Joined<'a>>,
}

/// A compound run together: `cyberattack` for `cyber-attack`.
#[derive(Clone, Copy, Debug)]
pub struct Joined<'a> {
    /// Where the compound stands.
    pub span: Span,
    /// Like [`Word::lower`].
    pub lower: &'a str,
    /// Like [`Word::folded`].
    pub folded: &'a str,
}

/// Hands over the words of a text in order.
pub fn scan(text: &str, mut visit: impl FnMut(&Word<'_>)) {
    let mut first = true;
    let mut at = 0;
    for part in text.split(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at += part.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        if part.is_empty() {
            continue;
        }
        let lower = part.to_lowercase();
        visit(&Word {
            span: Span::new(start, start + part.len()),
            lower: &lower,
            folded: &lower,
            acronym: false,
            sentence: first,
            paragraph: first,
            joined: None,
        });
        first = false;
    }
}

/// The longest beginning of `text` of at most `bytes` bytes.
pub fn cut_str(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    &text[..text.floor_char_boundary(bytes)]
}

/// Cuts `text` to at most `bytes` bytes.
pub fn cut(text: &mut String, bytes: usize) {
    let end = cut_str(text, bytes).len();
    text.truncate(end);
}
