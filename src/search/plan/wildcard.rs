//! Wildcards: what they match, and which words of the index that is.

use std::collections::BTreeMap;

use tantivy::schema::Field;

use crate::search::error::SearchError;
use crate::search::plan::statistics::Statistics;
use crate::search::plan::{Slot, SlotTerm};

/// The most words a wildcard stands for; beyond, the commonest are taken, and a note says so.
pub(in crate::search) const LIMIT: usize = 4_096;

/// Whether `text` matches `pattern`, where `*` stands for any characters and `?` for one. Time is at most the product of both
/// lengths.
pub(in crate::search) fn matches(pattern: &[char], text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let (mut p, mut t) = (0, 0);
    // Where the last `*` stood, and how far it has swallowed.
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some('?') => {
                p += 1;
                t += 1;
            }
            Some(&letter) if letter == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match star {
                Some((at, swallowed)) => {
                    p = at + 1;
                    t = swallowed + 1;
                    star = Some((at, t));
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|&letter| letter == '*')
}

/// The words of a field that `pattern` (folded as terms are) stands for, how many there are of them in all, and how many words of the
/// index were read to find them.
pub(in crate::search) fn expand(
    statistics: &Statistics<'_>,
    field: Field,
    pattern: &str,
) -> Result<(Slot, usize, usize), SearchError> {
    let letters: Vec<char> = pattern.chars().collect();
    let prefix: String = letters
        .iter()
        .take_while(|letter| !matches!(letter, '*' | '?'))
        .collect();
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    let mut read = 0;
    for index in &statistics.terms.field(field)?.segments {
        let mut stream = index.terms().range().ge(prefix.as_bytes()).into_stream()?;
        while stream.advance() {
            read += 1;
            let term = stream.key();
            if !term.starts_with(prefix.as_bytes()) {
                break;
            }
            if is_internal(term) {
                continue;
            }
            if let Ok(term) = std::str::from_utf8(term)
                && matches(&letters, term)
            {
                let holding = u64::from(stream.value().doc_freq);
                match found.get_mut(term) {
                    Some(sum) => *sum += holding,
                    None => {
                        found.insert(term.to_owned(), holding);
                    }
                }
            }
        }
    }
    let all = found.len();
    let mut terms: Vec<(String, u64)> = found.into_iter().collect();
    if all > LIMIT {
        terms.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        terms.truncate(LIMIT);
        terms.sort();
    }
    let slot = Slot {
        terms: terms
            .into_iter()
            .map(|(text, _)| SlotTerm {
                text,
                exact: true,
                counted: true,
            })
            .collect(),
        expanded: true,
    };
    Ok((slot, all, read))
}

/// Stems, markers and acronyms told from common words (`u.s`) are terms too, but no words.
pub(in crate::search) fn is_internal(term: &[u8]) -> bool {
    let is_acronym = || {
        let mut bytes = term.iter().enumerate();
        term.len() > 2
            && bytes.all(|(at, byte)| (at % 2 == 1) == (*byte == b'.') && !byte.is_ascii_digit())
    };
    matches!(term.first(), None | Some(b'~' | 0..=0x1f)) || is_acronym()
}
