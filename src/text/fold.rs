//! Folding: what makes `Tiranë`, `TIRANË` and `tirane` one word.
//!
//! A text is composed (NFKC), put in lower case, and loses what most people leave out when they type: diacritics of Latin
//! and Greek letters, vowel signs of Arabic and Hebrew, tatweel, soft hyphens, joiners and marks of direction. Letters that are
//! Latin with a stroke or two in one become plain (`ø` o, `ß` ss), digits of all scripts become 0 to 9.
//! What makes another letter in its script stays: `й`, the vowel signs of Indic scripts, the voicing marks of kana.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Appends `text` folded.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
        return;
    }
    composed(text, |c| {
        for c in c.to_lowercase() {
            fold_char(c, out);
        }
    });
}

/// What names have in common that differ in case, accents and blanks alone; the name itself where nothing is left of it.
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        // Composed first, as folding drops signs from what is not.
        if word.is_ascii() {
            fold_into(word, &mut key);
        } else {
            fold_into(&word.nfc().collect::<String>(), &mut key);
        }
    }
    if key.trim().is_empty() {
        name.clone_into(&mut key);
    }
    key
}

/// Appends `text` in lower case and composed, its diacritics kept.
pub fn lower_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
        return;
    }
    composed(text, |c| {
        if !is_ignorable(c) {
            // U+0307 is what the lower case of İ leaves behind.
            out.extend(c.to_lowercase().filter(|&c| c != '\u{307}'));
        }
    });
}

/// Appends `text` with each character in lower case, and nothing else changed.
pub fn small_into(text: &str, out: &mut String) {
    out.reserve(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().take_while(u8::is_ascii).count();
        let start = out.len();
        out.push_str(&rest[..plain]);
        out[start..].make_ascii_lowercase();
        rest = &rest[plain..];
        let mut chars = rest.chars();
        while let Some(c) = chars.clone().next().filter(|c| !c.is_ascii()) {
            out.extend(c.to_lowercase());
            chars.next();
        }
        rest = chars.as_str();
    }
}

/// Whether `c` is nothing to see inside a word: soft hyphen, joiners, marks of direction, tatweel, variation selectors.
pub fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether `c` is a mark that goes onto the letter before it.
pub fn is_mark(c: char) -> bool {
    c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c)
}

/// Hands over the characters of `text` composed.
fn composed(text: &str, mut each: impl FnMut(char)) {
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes && !text.chars().any(parts_marks) {
        text.chars().for_each(each);
    } else {
        // A decomposition may leave blanks and signs behind (`ﷺ`, `½`): no part of a word. What goes, goes before the
        // marks are put in order, so that folding what is folded changes nothing.
        text.nfkd()
            .filter(|&c| c.is_alphanumeric() || c == '&' || c == '.' || is_mark(c))
            .filter(|&c| !parts_marks(c))
            .nfc()
            .for_each(&mut each);
    }
}

/// Whether `c` is left out, and parts the marks on its sides as long as it is there.
fn parts_marks(c: char) -> bool {
    (is_ignorable(c) || is_dropped(c)) && canonical_combining_class(c) == 0
}

/// Appends a character that is in lower case already.
fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c);
        return;
    }
    match c {
        'ß' => out.push_str("ss"),
        'æ' | 'ǽ' | 'ǣ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ø' | 'ǿ' => out.push('o'),
        'đ' | 'ð' => out.push('d'),
        'ł' => out.push('l'),
        'ħ' => out.push('h'),
        'ı' => out.push('i'),
        'ŧ' => out.push('t'),
        'ŋ' => out.push('n'),
        'ς' => out.push('σ'),
        'ё' | 'ѐ' => out.push('е'),
        // The Persian forms of two Arabic letters.
        'ی' => out.push('ي'),
        'ک' => out.push('ك'),
        '\u{c0}'..='\u{24f}'
        | '\u{370}'..='\u{3ff}'
        | '\u{622}'..='\u{626}'
        | '\u{6c0}'..='\u{6d3}'
        | '\u{1e00}'..='\u{1fff}' => decompose_canonical(c, |c| {
            if !is_dropped(c) {
                out.push(if c == 'ς' { 'σ' } else { c });
            }
        }),
        _ if is_dropped(c) || is_ignorable(c) => {}
        _ => match digit(c) {
            Some(digit) => out.push(digit),
            None => out.push(c),
        },
    }
}

/// Marks that a reader leaves out when typing.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{5f3}' | '\u{5f4}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{730}'..='\u{74a}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// The ASCII digit for a digit of another script that news are written in.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 12] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    ];
    let code = u32::from(c);
    let zero = ZEROS
        .into_iter()
        .find(|zero| (*zero..zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests;
