//! Names in capitals put in case: `EDI RAMA` becomes `Edi Rama`, `NATO` stays.

use std::collections::HashMap;

use crate::article::{EntityKind, known_name};
use crate::enrich::entities::names::named::Named;
use crate::extract::byline;

/// Little words inside names.
const LITTLE: &[&str] = &[
    "of", "and", "the", "for", "in", "on", "de", "del", "la", "le", "les", "du", "des", "da", "do",
    "dos", "di", "der", "den", "und", "et", "y", "e", "van", "von", "to", "at",
];

/// Puts what is printed in capitals in case: as it is printed elsewhere in the article, else by the habits of its kind.
pub(super) fn settle(named: &mut [Named<'_>]) {
    let mut elsewhere: HashMap<String, String> = HashMap::new();
    for one in named.iter().filter(|one| !is_shouted(&one.form)) {
        elsewhere
            .entry(one.key())
            .or_insert_with(|| one.form.clone());
    }
    for one in named.iter_mut().filter(|one| is_shouted(&one.form)) {
        if let Some(form) = elsewhere.get(&one.key()) {
            one.form.clone_from(form);
        } else if known_name(one.kind, &one.form).is_none() {
            one.form = match one.kind {
                EntityKind::Person => byline::in_case(&one.form),
                EntityKind::Org => org(&one.form),
                EntityKind::Place => place(&one.form),
            };
        }
    }
}

/// Whether a name is in capitals alone.
pub(super) fn is_shouted(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

fn place(name: &str) -> String {
    each_word(name, |_, word| {
        // `B.C.`, `D.C.`
        if word.contains('.') && word.chars().filter(|c| c.is_alphabetic()).count() <= 3 {
            word.to_owned()
        } else {
            capitalised(word)
        }
    })
}

/// A word alone is an acronym unless it is long; among others, where it cannot be spoken.
fn org(name: &str) -> String {
    let alone = !name.contains(' ');
    each_word(name, |_, word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let spoken =
            word.contains(['A', 'E', 'I', 'O', 'U']) || (letters > 3 && word.contains('Y'));
        let suffix = matches!(
            word.trim_end_matches('.'),
            "INC" | "CORP" | "CO" | "LTD" | "BROS"
        );
        let keep = !word.is_ascii() && letters <= 4
            || word.contains(['.', '&']) && !suffix && letters <= 4
            || word.contains(|c: char| c.is_ascii_digit())
            || !suffix
                && if alone {
                    letters <= 5
                } else {
                    letters <= 2 || !spoken
                };
        if keep {
            word.to_owned()
        } else {
            capitalised(word)
        }
    })
}

fn each_word(name: &str, in_case: impl Fn(usize, &str) -> String) -> String {
    let cased: Vec<String> = name
        .split(' ')
        .enumerate()
        .map(|(at, word)| {
            let lower = word.to_lowercase();
            if at > 0 && LITTLE.contains(&lower.as_str()) {
                lower
            } else {
                in_case(at, word)
            }
        })
        .collect();
    cased.join(" ")
}

/// Each part between hyphens begins with a capital, and what follows an apostrophe after one letter.
fn capitalised(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut letters = 0;
    for c in word.chars() {
        if !c.is_alphabetic() {
            let apostrophe = matches!(c, '\'' | '\u{2019}');
            if !apostrophe || letters == 1 {
                letters = 0;
            }
            out.push(c);
        } else if letters == 0 {
            out.push(c);
            letters = 1;
        } else {
            out.extend(c.to_lowercase());
            letters += 1;
        }
    }
    out
}
