//! Cutting a byline into parts: commas, bars, `and`, `und`, `et`, `y`.

use crate::extract::byline::lists::{AND, AND_PERHAPS, CUTS, MODIFIERS, PLACES, ROLES};

/// Capital forms of `and` that part a line of capitals.
const AND_CAPITALS: &[&str] = &[
    "AND", "UND", "ET", "OG", "OCH", "Y", "WITH", "VE", "E", "DHE", "И",
];

/// The parts of a byline, trimmed, none empty.
pub(super) fn parts(line: &str) -> Vec<String> {
    let spaced = line.replace(" - ", "|").replace(" -- ", "|");
    let mut parts = Vec::new();
    for piece in spaced.split([
        ',', ';', '|', '/', '·', '•', '–', '—', '、', '，', '／', '&', '+', '*', '\n', '،', '＝',
        '>',
    ]) {
        and(piece, &mut parts);
    }
    parts
}

/// Where a word was glued to a label, an office or a date: `DoePublished` at `Published`.
pub(super) fn glued(word: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        if before.is_lowercase() && c.is_uppercase() {
            let tail = word[at..]
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase();
            let tail = tail.as_str();
            if CUTS.contains(&tail)
                || ROLES.contains(&tail)
                || MODIFIERS.contains(&tail)
                || matches!(
                    tail,
                    "mar" | "march" | "april" | "may" | "june" | "july" | "stand"
                )
            {
                return Some(at);
            }
        }
        before = c;
    }
    None
}

fn and(piece: &str, parts: &mut Vec<String>) {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let shouted = !piece.chars().any(char::is_lowercase);
    let mut start = 0;
    for (at, word) in words.iter().enumerate() {
        let parted = AND.contains(word)
            || (shouted && at > 0 && AND_CAPITALS.contains(word))
            || (AND_PERHAPS.contains(word) && both_full(&words[start..at], &words[at + 1..]));
        if parted {
            push(&words[start..at], parts);
            start = at + 1;
        }
    }
    push(&words[start.min(words.len())..], parts);
}

fn both_full(left: &[&str], right: &[&str]) -> bool {
    let name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let full = |words: &[&str]| words.iter().filter(|word| name(word)).count() >= 2;
    full(left)
        && full(right)
        && right.first().is_some_and(name)
        && !PLACES.contains(&right.join(" ").to_lowercase().as_str())
}

fn push(words: &[&str], parts: &mut Vec<String>) {
    let part = words.join(" ");
    let part =
        part.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '：' | '…'));
    if !part.is_empty() {
        parts.push(part.to_owned());
    }
}
