//! What words mean in dates: months, days of the week, and the little words around them, in many languages at once.
//!
//! A language needn't be known beforehand: what one word means in several languages is kept side by side, and the grammar
//! takes the reading that makes a date.

mod months;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Every meaning that a word can have in a date; all of them empty where it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sense {
    /// 1 to 12; 0 where it is no month.
    pub(super) month: u8,
    /// The month of the Persian solar calendar, 1 to 12; 0 where it is none.
    pub(super) jalali: u8,
    /// The month where the day before it bears a dot, in the one case where two languages differ: Croatian `listopad`.
    pub(super) dotted_month: u8,
    /// 1 is Monday, 7 is Sunday; 0 where it is none.
    pub(super) weekday: u8,
    /// A little word.
    pub(super) role: Role,
    /// A unit of `3 hours ago`.
    pub(super) unit: Option<Unit>,
    /// Whether longer forms begin with it.
    pub(super) begins: bool,
    /// Whether it stands for the number one: `an hour ago`.
    pub(super) one: bool,
    /// Days from today: `yesterday` is -1.
    pub(super) day_offset: Option<i8>,
}

/// What a little word does in a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    #[default]
    None,
    /// Joins day, month and year: `of`, `de`, `del`.
    Link,
    /// Stands between a date and its time: `at`, `um`, `kl`, `à`.
    At,
    /// Before noon.
    Am,
    /// After noon.
    Pm,
    /// Ends an ordinal number: `st`, `nd`, `er`.
    Ordinal,
    /// Follows the digits of a year: `年`, `г`.
    Year,
    /// Follows the digits of a month: `月`.
    Month,
    /// Follows the digits of a day: `日`.
    Day,
    /// Follows the digits of an hour: `h`, `Uhr`, `時`.
    Hour,
    /// Follows the digits of minutes: `分`, `min`.
    Minute,
    /// Follows the digits of seconds: `秒`.
    Second,
    /// Stands before the digits of a month: Vietnamese `tháng`.
    MonthBefore,
    /// The first year of an era, less one: 令和 is 2018.
    Era(u16),
    /// Says that a span lies in the past: `ago`, `vor`, `hace`.
    Ago,
}

/// A unit of time in `3 hours ago`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// The longest word that means anything, in bytes.
const LONGEST: usize = 48;

static LEXICON: LazyLock<HashMap<String, Sense>> = LazyLock::new(|| {
    let mut lexicon = HashMap::new();
    months::add(&mut lexicon);
    words::add(&mut lexicon);
    lexicon
});

/// What a word means, in any case and either normal form.
pub(super) fn sense(word: &str) -> Sense {
    if word.len() > LONGEST {
        return Sense::default();
    }
    LEXICON.get(&key(word)).copied().unwrap_or_default()
}

/// The longest beginning of `text` (at most four characters) that means something where words aren't parted, and its bytes.
pub(super) fn longest(text: &str) -> Option<(Sense, usize)> {
    let ends = text.char_indices().skip(1).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([text.len()]).take(4).collect();
    ends.into_iter()
        .rev()
        .find_map(|end| Some((*LEXICON.get(text.get(..end)?)?, end)))
}

/// The meaning of two words in a row, where the first begins a form of several: `كانون الثاني`.
pub(super) fn together(first: &str, second: &str) -> Option<Sense> {
    if first.len() + second.len() > LONGEST {
        return None;
    }
    LEXICON
        .get(&format!("{} {}", key(first), key(second)))
        .copied()
}

/// The form under which a word is looked up: small letters, no diacritics, one spelling of letters that look alike.
fn key(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut key = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        // Hangul and Han have nothing to fold, and taken apart they would only cost.
        if letter >= '\u{2e80}' {
            key.push(letter);
        } else {
            key.extend(std::iter::once(letter).nfkd().filter_map(fold));
        }
    }
    key
}

/// One letter after decomposition; `None` for diacritics, vowel points and invisible characters.
fn fold(letter: char) -> Option<char> {
    Some(match letter {
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}' => return None,
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ς' => 'σ',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ہ' | 'ۃ' | 'ة' => 'ه',
        other => other,
    })
}

/// The entry of a form, made where it is new; a low line parts its words.
fn entry<'l>(lexicon: &'l mut HashMap<String, Sense>, form: &str) -> &'l mut Sense {
    let form = key(&form.replace('_', " "));
    for (end, _) in form.match_indices(' ') {
        let beginning = form.get(..end).unwrap_or("").to_owned();
        lexicon.entry(beginning).or_default().begins = true;
    }
    lexicon.entry(form).or_default()
}
