//! Names in capitals put in case: `JANE O'BRIEN-McDONALD` becomes `Jane O'Brien-McDonald`.

use crate::extract::byline::lists::{MACS, PARTICLES, SHORT_NAMES};

/// Puts the words that are all capitals in case; a name with other words in case keeps its short capitals (`JD Vance`).
pub(crate) fn in_case(name: &str) -> String {
    let all = !name.chars().any(char::is_lowercase);
    let words: Vec<&str> = name.split(' ').collect();
    let last = words.len().saturating_sub(1);
    let cased: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            if !is_capitals(word) || letters < 2 || (!all && letters < 4) {
                return (*word).to_owned();
            }
            let lower = lower(word);
            let inside = at > 0 && at < last;
            if inside && PARTICLES.contains(&lower.as_str()) {
                return lower;
            }
            word_in_case(word, &lower)
        })
        .collect();
    cased.join(" ")
}

fn is_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().next().is_some() && letters().all(char::is_uppercase)
}

/// Lower case; the Turkish dotted capital gives a plain `i`.
fn lower(word: &str) -> String {
    word.chars()
        .flat_map(|c| {
            if c == 'İ' {
                'i'.to_lowercase()
            } else {
                c.to_lowercase()
            }
        })
        .collect()
}

fn word_in_case(word: &str, lower: &str) -> String {
    if matches!(word, "II" | "III" | "IV" | "VI") {
        return word.to_owned();
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // `J.K.` and `JD` are initials.
    if word.chars().filter(|c| *c == '.').count() >= 2 {
        return word.to_owned();
    }
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    if letters == 2 && !SHORT_NAMES.contains(&bare) && bare != "jr" && bare != "sr" {
        return word.to_owned();
    }
    let mut out = String::with_capacity(lower.len());
    let mut start = true;
    let mut since = String::new();
    for c in lower.chars() {
        if start && c.is_alphabetic() {
            out.extend(c.to_uppercase());
            start = false;
        } else if since == "mc" && c.is_alphabetic() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        if c.is_alphabetic() {
            since.push(c);
        } else {
            // An apostrophe opens a new word after one letter (`O'Brien`, `D'Angelo`), not before one (`Ka'ab`).
            let apostrophe = matches!(c, '\'' | '’' | 'ʼ' | '`');
            if !apostrophe || since.chars().count() == 1 {
                start = true;
            }
            since.clear();
        }
    }
    if MACS.contains(&bare) && out.is_ascii() && out.len() > 3 {
        let (head, tail) = out.split_at(3);
        let mut tail = tail.to_owned();
        if let Some(first) = tail.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        return format!("{head}{tail}");
    }
    out
}
