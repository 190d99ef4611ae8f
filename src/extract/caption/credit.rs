//! What a credit looks like: a word and a colon before a name, or the signature of a house.

use crate::extract::byline;
use crate::extract::caption::words::{CREDIT_WORDS, HOUSES};

/// What follows a credit word and its colon or `by`: `Jane Doe` of `Photo by Jane Doe`.
pub(super) fn after_word(text: &str) -> Option<&str> {
    let colon = text.find([':', '：', '/', '|']);
    if let Some(at) = colon.filter(|at| *at <= 40) {
        let word = text[..at]
            .trim()
            .trim_end_matches(['.', 's'])
            .to_lowercase();
        let whole = text[..at].trim().trim_end_matches('.').to_lowercase();
        if CREDIT_WORDS.contains(&word.as_str()) || CREDIT_WORDS.contains(&whole.as_str()) {
            let mark = text[at..].chars().next().map_or(1, char::len_utf8);
            let credit = text[at + mark..].trim();
            // `Source: https://…` of a clipping is an address, not a credit.
            return (!credit.is_empty() && !credit.starts_with("http")).then_some(credit);
        }
    }
    let lower: String = text.chars().take(32).flat_map(char::to_lowercase).collect();
    for opener in [
        "photo by ",
        "photos by ",
        "photograph by ",
        "image by ",
        "picture by ",
        "courtesy of ",
        "photo courtesy of ",
        "image via ",
        "photo via ",
        "ap photo/",
        "foto von ",
        "photo de ",
    ] {
        if lower.starts_with(opener) {
            return text
                .get(opener.len()..)
                .map(str::trim)
                .filter(|credit| !credit.is_empty());
        }
    }
    None
}

/// Whether the text is a picture's signature: a house alone, `AGENCY/Name`, `Name / HOUSE`, `Name, HOUSE`.
pub(super) fn signed(text: &str) -> bool {
    if text.len() > 120 || is_sentence(text) {
        return false;
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '.');
    if is_house(text) && !text.eq_ignore_ascii_case("reuters") {
        return !text.chars().all(char::is_lowercase) || text.contains(' ');
    }
    let mut parts = text
        .split(['/', '|', '©', '_'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let several = text.contains(['/', '|', '©']);
    if several && text.split_whitespace().count() <= 10 {
        return parts.any(is_house);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    for last in [3, 2, 1] {
        if words.len() > last && words.len() <= last + 4 {
            let (name, house) = words.split_at(words.len() - last);
            let house = house.join(" ");
            let via = name
                .last()
                .is_some_and(|word| matches!(*word, "via" | "für" | "for" | "pour"));
            let known = HOUSES.contains(&house.to_lowercase().as_str())
                && house.chars().next().is_some_and(char::is_uppercase);
            if known
                && (via
                    || name
                        .iter()
                        .all(|word| word.chars().next().is_some_and(char::is_uppercase)))
            {
                return true;
            }
        }
    }
    false
}

fn is_house(part: &str) -> bool {
    let folded = part.to_lowercase();
    HOUSES.contains(&folded.as_str())
        || byline::agency(part).is_some()
        || folded.starts_with("afp via getty")
}

/// Whether the text runs on as prose does: a full stop with words after it, or many words in lower case.
pub(super) fn is_sentence(text: &str) -> bool {
    let lower = text
        .split_whitespace()
        .filter(|word| word.chars().next().is_some_and(char::is_lowercase))
        .count();
    lower > 6
}
