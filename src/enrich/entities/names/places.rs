//! Places: one name for each, and places that only qualify something.

use std::collections::HashMap;

use crate::article::{EntityKind, form_key, known_name};
use crate::enrich::entities::names::named::{Named, Zone};

/// What follows a name that stands for itself. Whatever else follows `U.S.` makes an adjective of it.
const FOLLOWING: &[&str] = &[
    "and",
    "or",
    "but",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "has",
    "had",
    "have",
    "will",
    "would",
    "could",
    "can",
    "cannot",
    "may",
    "might",
    "must",
    "should",
    "shall",
    "did",
    "does",
    "do",
    "said",
    "says",
    "say",
    "told",
    "to",
    "in",
    "on",
    "at",
    "by",
    "with",
    "for",
    "from",
    "of",
    "as",
    "while",
    "after",
    "before",
    "since",
    "that",
    "which",
    "who",
    "when",
    "where",
    "if",
    "because",
    "than",
    "against",
    "over",
    "under",
    "about",
    "into",
    "also",
    "not",
    "during",
    "through",
    "until",
    "without",
    "within",
    "between",
    "among",
    "including",
    "despite",
    "like",
    "alone",
    "itself",
    "this",
    "last",
    "next",
    "blamed",
    "condemned",
    "accused",
    "wants",
    "wanted",
    "remains",
    "became",
    "began",
    "agreed",
    "announced",
    "imposed",
    "sent",
    "joined",
    "refused",
    "denied",
    "called",
    "urged",
    "warned",
    "withdrew",
    "won",
    "lost",
    "beat",
    "the",
    "a",
    "it",
    "he",
    "she",
    "they",
    "we",
    "there",
    "so",
    "then",
    "now",
    "still",
    "should've",
    "needs",
    "makes",
    "made",
    "gave",
    "took",
    "went",
    "came",
];

/// Gives each mention of a place its name.
pub(super) fn name(named: &mut [Named<'_>], lang: Option<&str>) {
    let english = lang.is_none_or(|lang| lang == "en");
    let mut shown: HashMap<String, String> = HashMap::new();
    let mine = |one: &Named<'_>| one.kind == EntityKind::Place;
    for one in named.iter_mut().filter(|one| mine(one)) {
        let known = match one.words.as_slice() {
            [word] if word == "america" => english.then_some("United States"),
            _ => known_name(EntityKind::Place, &one.form),
        };
        one.name = match known {
            Some(name) => name.to_owned(),
            None => shown
                .entry(form_key(&one.form))
                .or_insert_with(|| one.form.clone())
                .clone(),
        };
    }
    leave_out_qualifiers(named);
}

/// `US ally` says what `American ally` says, which names no place: where nothing else names it and it is said once in passing, the place
/// is not one of the story.
fn leave_out_qualifiers(named: &mut [Named<'_>]) {
    for country in ["United States", "United Kingdom", "United Arab Emirates"] {
        let mut mentions = named
            .iter_mut()
            .filter(|one| one.kind == EntityKind::Place && one.name == country);
        if let (Some(one), None) = (mentions.next(), mentions.next())
            && one.zone == Zone::Body
            && qualifies(one)
        {
            one.counts = false;
        }
    }
}

/// Whether it is an acronym before the noun that it qualifies.
fn qualifies(one: &Named<'_>) -> bool {
    let letters = one.text.chars().filter(|c| c.is_alphabetic());
    if letters.clone().count() > 3 || letters.clone().any(char::is_lowercase) {
        return false;
    }
    let after = one.after();
    let Some(after) = after.strip_prefix([' ', '-', '\u{2011}']) else {
        return false;
    };
    let next: String = after
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}'))
        .collect();
    !next.is_empty() && !FOLLOWING.contains(&next.to_lowercase().as_str())
}
