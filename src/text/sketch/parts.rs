//! Texts taken apart into runs of words, and two of them compared in full.

use unicode_normalization::UnicodeNormalization;
use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::text::sketch::SHINGLE;

/// No word has more bytes than this.
const LONGEST: usize = 256;

/// Of so many different numbers on some must be shared by copies.
const FEW_NUMBERS: usize = 2;

/// A text of so many different numbers is much like a table.
const TABLE: usize = 6;

/// The share of numbers that copies have in common at least.
const NUMBERS_SHARED: f32 = 0.6;

/// A text taken apart for comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Hashes of its shingles, ascending, each once.
    shingles: Vec<u64>,
    /// Hashes of the numbers in it, ascending, each once.
    numbers: Vec<u64>,
}

impl Parts {
    /// Takes a text apart; memory grows with its words.
    pub fn of(text: &str) -> Self {
        let mut parts = Self::default();
        each_shingle(text, |_| {}, |hash, _| parts.shingles.push(hash));
        each_number(text, |hash| parts.numbers.push(hash));
        for list in [&mut parts.shingles, &mut parts.numbers] {
            list.sort_unstable();
            list.dedup();
        }
        parts
    }

    /// How many different shingles there are.
    pub fn len(&self) -> usize {
        self.shingles.len()
    }

    /// Whether the text had no word.
    pub fn is_empty(&self) -> bool {
        self.shingles.is_empty()
    }

    /// How much of the shorter text stands in the longer one: 0 nothing, 1 all of it. Two texts are copies from about 0.8 on.
    ///
    /// Texts of one template, such as the weather of two days, share their words but not their numbers: where most
    /// of the numbers differ it is 0.
    pub fn likeness(&self, other: &Self) -> f32 {
        let (short, long) = if self.len() <= other.len() {
            (self, other)
        } else {
            (other, self)
        };
        if short.is_empty() {
            return 0.0;
        }
        if short.numbers.len() >= FEW_NUMBERS {
            let shared = common(&short.numbers, &long.numbers) as f32;
            if shared < NUMBERS_SHARED * short.numbers.len() as f32 {
                return 0.0;
            }
        }
        common(&short.shingles, &long.shingles) as f32 / short.len() as f32
    }
}

impl Parts {
    /// Which share of the shorter text's numbers stands in the longer one; 1 where it has few, and is no table.
    pub fn numbers_shared(&self, other: &Self) -> f32 {
        let (short, long) = if self.len() <= other.len() {
            (self, other)
        } else {
            (other, self)
        };
        if short.numbers.len() < TABLE {
            return 1.0;
        }
        common(&short.numbers, &long.numbers) as f32 / short.numbers.len() as f32
    }
}

/// How many numbers two ascending lists share.
fn common(left: &[u64], right: &[u64]) -> usize {
    let mut right = right.iter().peekable();
    let mut count = 0;
    for value in left {
        while right.next_if(|other| *other < value).is_some() {}
        count += usize::from(right.next_if_eq(&value).is_some());
    }
    count
}

/// Hashes every word, and every run of [`SHINGLE`] words beside the number of words up to its end; a text of fewer words is one run.
pub(super) fn each_shingle(
    text: &str,
    mut word_met: impl FnMut(u64),
    mut take: impl FnMut(u64, usize),
) {
    let mut window = [0_u64; SHINGLE];
    let mut words = 0_usize;
    each_word(text, |word| {
        word_met(word);
        window.rotate_left(1);
        if let Some(last) = window.last_mut() {
            *last = word;
        }
        words += 1;
        if words >= SHINGLE {
            take(joined(&window), words);
        }
    });
    if (1..SHINGLE).contains(&words) {
        take(joined(&window), words);
    }
}

fn joined(words: &[u64; SHINGLE]) -> u64 {
    let mut bytes = [0; SHINGLE * 8];
    for (place, word) in bytes.chunks_mut(8).zip(words) {
        place.copy_from_slice(&word.to_le_bytes());
    }
    xxh3_64_with_seed(&bytes, 0)
}

/// Hashes every word in small letters; where words aren't parted by spaces, every character.
pub(super) fn each_word(text: &str, take: impl FnMut(u64)) {
    if text.is_ascii() {
        each_ascii_word(text, take);
    } else {
        each_word_of_any_script(text, take);
    }
}

/// What [`each_word_of_any_script`] does, where no letter needs a second look.
fn each_ascii_word(text: &str, mut take: impl FnMut(u64)) {
    let mut word = [0_u8; LONGEST + 1];
    let mut len = 0;
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            word[len] = byte.to_ascii_lowercase();
            len += 1;
        }
        if len > LONGEST || len > 0 && !byte.is_ascii_alphanumeric() && byte != b'\'' {
            take(xxh3_64_with_seed(&word[..len], 0));
            len = 0;
        }
    }
    if len > 0 {
        take(xxh3_64_with_seed(&word[..len], 0));
    }
}

pub(super) fn each_word_of_any_script(text: &str, mut take: impl FnMut(u64)) {
    let mut word = String::new();
    let mut end = |word: &mut String| {
        if !word.is_empty() {
            take(xxh3_64_with_seed(word.as_bytes(), 0));
            word.clear();
        }
    };
    for letter in text.nfc() {
        if is_unspaced(letter) {
            end(&mut word);
            word.push(letter);
            end(&mut word);
        } else if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        } else if !matches!(letter, '\'' | '\u{2019}' | '\u{ad}') {
            end(&mut word);
        }
        // Nothing that long is a word; it must not grow without bound.
        if word.len() > LONGEST {
            end(&mut word);
        }
    }
    end(&mut word);
}

/// Hashes every number as it is written, its points, strokes and colons with it: `2,000`, `6-1/4`, `1.5`, `3:1`.
fn each_number(text: &str, mut take: impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at)
            || matches!(bytes.get(at), Some(b',' | b'.' | b'/' | b'-' | b':')) && digit(at + 1)
        {
            at += 1;
        }
        take(xxh3_64_with_seed(&bytes[start..at], 0));
    }
}

/// Scripts written without spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
