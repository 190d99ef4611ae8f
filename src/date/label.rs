//! Labels before a date: `Published`, `Last updated`, in many languages.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::date::Label;
use crate::date::lexicon::{Role, sense};

/// Labels in small letters; the longest that fits is taken.
const LABELS: &[(Label, &[&str])] = &[
    (
        Label::Published,
        &[
            "published",
            "posted",
            "first published",
            "originally published",
            "publication date",
            "date published",
            "created",
            "released",
            "issued",
        ],
    ),
    (
        Label::Updated,
        &[
            "updated",
            "last updated",
            "last update",
            "update",
            "modified",
            "last modified",
            "date modified",
            "revised",
            "edited",
        ],
    ),
];

/// The farthest a label stands before its date, in bytes.
const FAR: usize = 48;

static LABELS_AUTOMATON: LazyLock<Option<(AhoCorasick, Vec<Label>)>> = LazyLock::new(|| {
    let (labels, phrases): (Vec<Label>, Vec<&str>) = LABELS
        .iter()
        .flat_map(|(label, phrases)| phrases.iter().map(move |phrase| (*label, *phrase)))
        .unzip();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(phrases)
        .ok()?;
    Some((automaton, labels))
});

/// The label that a text ends with, short words aside.
pub(super) fn before(text: &str) -> Option<Label> {
    let mut cut = text.len().saturating_sub(160);
    while !text.is_char_boundary(cut) {
        cut += 1;
    }
    let lower = text.get(cut..)?.to_lowercase();
    let (label, _, end) = all(&lower).pop()?;
    let between = lower.get(end..)?;
    let plain = !between.contains(['.', '?', '!', ';']) || between.trim_end().len() < 4;
    (between.len() <= FAR && plain).then_some(label)
}

/// Whether a text is made of labels, links and days of the week alone.
pub(super) fn is_noise(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let lower = text.to_lowercase();
    let mut rest = String::with_capacity(lower.len());
    let mut from = 0;
    for (_, start, end) in all(&lower) {
        rest.push_str(lower.get(from..start).unwrap_or(""));
        rest.push(' ');
        from = end;
    }
    rest.push_str(lower.get(from..).unwrap_or(""));
    rest.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            let sense = sense(word);
            let little = matches!(
                sense.role,
                Role::Link
                    | Role::At
                    | Role::Am
                    | Role::Pm
                    | Role::Hour
                    | Role::Day
                    | Role::Year
                    | Role::Ordinal
            );
            little || sense.weekday > 0 || word == "date"
        })
}

/// The labels in a text of small letters: label, first byte, byte after the last.
fn all(lower: &str) -> Vec<(Label, usize, usize)> {
    let Some((automaton, labels)) = LABELS_AUTOMATON.as_ref() else {
        return Vec::new();
    };
    automaton
        .find_iter(lower)
        .filter(|found| {
            let letter = |next: Option<char>| {
                next.is_some_and(|next| next.is_alphabetic() && !is_unspaced(next))
            };
            let before = lower
                .get(..found.start())
                .and_then(|text| text.chars().next_back());
            let after = lower
                .get(found.end()..)
                .and_then(|text| text.chars().next());
            !letter(before) && !letter(after)
        })
        .filter_map(|found| {
            let label = labels.get(found.pattern().as_usize())?;
            Some((*label, found.start(), found.end()))
        })
        .collect()
}

fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}
