//! News agencies and their usual names.

use std::sync::LazyLock;

use crate::extract::byline::lists::AGENCIES;
use crate::text::quick::QuickMap;

static BY_KEY: LazyLock<QuickMap<&'static str, &'static str>> =
    LazyLock::new(|| AGENCIES.iter().copied().collect());

/// Short names that agencies carry in capitalised form too; the others of their length are first names (`Petra`, `Ani`).
const CAPITALISED: &[&str] = &[
    "Tass", "Ansa", "Efe", "Lusa", "Belga", "Kyodo", "Jiji", "Hina", "Elta", "Anadolu",
];

/// Short names that are printed in lower case.
const LOWER: &[&str] = &[
    "dpa", "epd", "kna", "afp", "apa", "sda", "sid", "ats", "ap", "ansa",
];

/// The agency's usual name where `name` is one: `Reuters` for `REUTERS`, `AP` for `The Associated Press`; else `None`.
pub fn agency(name: &str) -> Option<&'static str> {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    if name.len() > 60 {
        return None;
    }
    let found = *BY_KEY.get(key(name).as_str())?;
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let sure = letters > 5
        || !name.is_ascii()
        || capitals == letters
        || CAPITALISED.contains(&name)
        || LOWER.contains(&name)
        || (name == found && capitals > 1);
    sure.then_some(found)
}

/// Parts an agency from the words beside it: (`AP`, `Jane Doe`) for `Jane Doe, AP Business Writer` after its comma.
pub(super) fn take(part: &str) -> (Option<&'static str>, String) {
    if let Some(found) = agency(part) {
        return (Some(found), String::new());
    }
    let words: Vec<&str> = part.split(' ').filter(|word| !word.is_empty()).collect();
    let shouted = !part.chars().any(char::is_lowercase);
    for at in 0..words.len() {
        for length in (1..=4.min(words.len() - at)).rev() {
            let phrase = words[at..at + length].join(" ");
            let Some(found) = agency(&phrase) else {
                continue;
            };
            // In a line of capitals a short name says nothing, save the commonest.
            if shouted
                && length == 1
                && phrase.len() <= 5
                && !matches!(phrase.as_str(), "AP" | "AFP" | "UPI" | "DPA")
            {
                continue;
            }
            let mut left: Vec<&str> = words[..at].to_vec();
            if left
                .last()
                .is_some_and(|word| word.eq_ignore_ascii_case("the"))
            {
                left.pop();
            }
            // After a name the agency ends it; before it, only office words stand between.
            if left.is_empty() {
                left = words[at + length..].to_vec();
            }
            return (Some(found), left.join(" "));
        }
    }
    (None, part.to_owned())
}

/// The agency that a part names by what it is: `Meridian News Agency`, `Nachrichtenagentur Meridian`. `None` where it only says that there
/// was one (`agencies`, `News Agency`).
pub(super) fn by_its_words(part: &str) -> Option<String> {
    const KINDS: &[&str] = &[
        "agency",
        "agence",
        "agentur",
        "agencia",
        "agência",
        "agenzia",
        "nachrichtenagentur",
        "newswire",
        "ajansı",
        "nyhetsbyrån",
        "nyhedsbureau",
    ];
    const GENERAL: &[&str] = &[
        "news", "press", "the", "and", "with", "wire", "a", "de", "di", "noticias", "presse",
        "stampa", "our",
    ];
    let words: Vec<String> = part.split_whitespace().map(str::to_lowercase).collect();
    let own = words
        .iter()
        .filter(|word| !KINDS.contains(&word.as_str()) && !GENERAL.contains(&word.as_str()))
        .count();
    let is = (2..=5).contains(&words.len())
        && (1..=2).contains(&own)
        && words.iter().any(|word| KINDS.contains(&word.as_str()))
        && part
            .chars()
            .all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    is.then(|| crate::extract::byline::case::in_case(part))
}

fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' => {}
            '–' | '‑' => key.push('-'),
            c if c.is_whitespace() => key.push(' '),
            c => key.extend(c.to_lowercase()),
        }
    }
    key
}
