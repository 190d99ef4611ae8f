//! Cutting a byline into parts: commas, bars, `and`, `und`, `et`, `y`.

use crate::extract::byline::given;
use crate::extract::byline::lists::{AND, AND_PERHAPS, CUTS, MODIFIERS, PLACES};
use crate::extract::byline::person::is_office;

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

/// The names that follow each other in a part with nothing between them, or the part.
pub(super) fn run_together(part: String) -> Vec<String> {
    let words: Vec<&str> = part.split(' ').collect();
    let starts = given::run_together(&words);
    // `Jane Doe Senior Washington Correspondent` names one, though Washington is a first name too.
    let has_office = words.iter().any(|word| is_office(&word.to_lowercase()));
    if starts.is_empty() || has_office {
        return vec![part];
    }
    let ends = starts.iter().skip(1).copied().chain([words.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(from, to)| words[*from..to].join(" "))
        .collect()
}

/// What parts the words of two nodes printed as one: a name that follows a name is another person's.
pub(super) fn joint(rest: &str) -> &'static str {
    if given::is_first_name(piece(rest)) {
        " | "
    } else {
        " "
    }
}

/// The word up to its next capital.
fn piece(word: &str) -> &str {
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        if before.is_lowercase() && c.is_uppercase() {
            return &word[..at];
        }
        before = c;
    }
    word
}

/// Where a word was glued to a label, an office, a date, another name or a number: `DoePublished` at `Published`.
pub(super) fn glued(word: &str) -> Option<usize> {
    // Such heads are of one name: `MacGregor`, `DeAndre`.
    const HEADS: &[&str] = &[
        "Mac", "Mc", "De", "Du", "Di", "Da", "La", "Le", "Van", "Von", "Del", "Fitz", "Ter", "Ten",
        "El", "Al", "Bel", "Mc", "St", "San", "Ap", "Des", "Dal", "Lo", "O", "D", "By", "Von",
    ];
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        if before.is_lowercase() && c.is_uppercase() {
            let tail = piece(&word[at..])
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase();
            let tail = tail.as_str();
            if CUTS.contains(&tail)
                || is_office(tail)
                || MODIFIERS.contains(&tail)
                || matches!(
                    tail,
                    "mar" | "march" | "april" | "may" | "june" | "july" | "stand"
                )
            {
                return Some(at);
            }
            if at >= 3
                && tail.len() >= 3
                && !HEADS.contains(&&word[..at])
                && given::is_first_name(tail)
            {
                return Some(at);
            }
        }
        // `松村太郎2019年`, `Doe0`.
        let digits = c.is_ascii_digit() && before.is_alphabetic();
        if digits
            && at > 1
            && (!before.is_ascii() && !before.is_lowercase() || is_number(&word[at..]))
        {
            return Some(at);
        }
        before = c;
    }
    None
}

fn is_number(tail: &str) -> bool {
    let digits = tail.trim_end_matches(',');
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
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
