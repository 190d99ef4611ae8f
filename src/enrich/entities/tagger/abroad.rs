//! Names in languages that the weights were not learnt from: of what is marked there, what the lists and word vectors vouch for.
//!
//! Precision goes first. A person has a listed first name and a known surname, and is known by the surname from then on; a place is
//! on a list and means a place to the vectors; an organisation is an abbreviation, on a list, or means one to the vectors.

use crate::article::EntityKind;
use crate::enrich::entities::tagger::facts::{Fact, Style};
use crate::enrich::entities::tagger::hash;
use crate::enrich::entities::tagger::token::{Form, Token};
use crate::enrich::entities::tagger::words::Known;
use crate::enrich::entities::tagger::{Tagged, labels};
use crate::text::Span;

/// The languages whose names are told this way.
const LANGUAGES: [&str; 23] = [
    "ca", "cs", "da", "de", "es", "eu", "fi", "fr", "gl", "hr", "id", "is", "it", "nb", "nl", "nn",
    "no", "pl", "pt", "ro", "sk", "sl", "sv",
];

/// Whether names are told in a language.
pub(super) fn knows(lang: &str) -> bool {
    LANGUAGES.contains(&lang)
}

/// The names of an article that are beyond doubt.
pub(super) fn names(tokens: &[Token], facts: &[Fact], labels: &[u8]) -> Vec<Tagged> {
    let mut found: Vec<(EntityKind, usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(&label) = labels.get(at) {
        let mut end = at + 1;
        if labels::begins(label) {
            while labels.get(end) == Some(&labels::inside(label)) {
                end += 1;
            }
            found.extend(
                person(tokens, facts, at, end)
                    .map(|start| (EntityKind::Person, start, end))
                    .or_else(|| is_place(facts, at, end).then_some((EntityKind::Place, at, end)))
                    .or_else(|| {
                        is_org(tokens, facts, label, at, end).then_some((EntityKind::Org, at, end))
                    }),
            );
        }
        at = end;
    }
    surnames(tokens, &mut found);
    found.sort_unstable_by_key(|name| name.1);
    found
        .iter()
        .filter_map(|&(kind, start, end)| {
            let (first, last) = (tokens.get(start)?, tokens.get(end - 1)?);
            Some(Tagged {
                kind,
                span: Span::new(first.start as usize, last.end as usize),
            })
        })
        .collect()
}

/// Where a person's name begins in a span: what stands before the first name is left out.
fn person(tokens: &[Token], facts: &[Fact], start: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let known = |at: usize| facts.get(at).map_or(Known::default(), |fact| fact.known);
    let is_surname = known(last).is(Known::LAST) || known(last).class() >> 2 == SURNAME;
    let first = (start..last).find(|at| {
        tokens[*at].form == Form::Title
            && tokens[*at].length > 2
            && known(*at).is(Known::FIRST)
            && !matches!(known(*at).class() >> 2, COMMON | LAND)
            && (facts[*at].style == Style::Plain)
    })?;
    let is_whole = tokens[first..end]
        .iter()
        .all(|token| token.form.is_capital() || is_particle(*token));
    (is_surname && is_whole && end - first <= 5 && is_titled(tokens[last])).then_some(first)
}

fn is_titled(token: Token) -> bool {
    matches!(token.form, Form::Title | Form::Mixed)
}

/// Whether a word stands in lower case inside the names of people: `von`, `de`.
fn is_particle(token: Token) -> bool {
    const PARTICLES: [&str; 18] = [
        "de", "del", "della", "di", "da", "do", "dos", "das", "du", "von", "van", "der", "den",
        "la", "le", "el", "al", "bin",
    ];
    token.form == Form::Lower && PARTICLES.iter().any(|word| hash::word(word) == token.hash)
}

/// What a word would be by its vector: see the trainer's roles.
const COMMON: u32 = 1;
const SURNAME: u32 = 3;
const LAND: u32 = 4;
const BODY: u32 = 5;

fn is_place(facts: &[Fact], start: usize, end: usize) -> bool {
    let facts = &facts[start..end];
    let lists = Known::COUNTRY | Known::REGION | Known::CITY;
    let is_phrase = facts.len() > 1
        && facts.iter().all(|fact| fact.phrase & 7 == PLACES)
        && facts[0].phrase & 8 != 0;
    let is_word = facts.len() == 1
        && facts[0].known.class() >> 2 == LAND
        && facts[0].known.class() & 3 >= 2
        && facts[0].known.is(lists);
    is_phrase || is_word
}

/// Places among the kinds of listed phrases.
const PLACES: u8 = 1;

fn is_org(tokens: &[Token], facts: &[Fact], label: u8, start: usize, end: usize) -> bool {
    let (tokens, facts) = (&tokens[start..end], &facts[start..end]);
    let is_short = tokens.len() == 1
        && label == labels::ORG
        && tokens[0].form == Form::Upper
        && facts[0].known.class() >> 2 != LAND
        && (2..=6).contains(&tokens[0].length)
        && facts[0].style == Style::Plain
        && !tokens[0].digits;
    let is_listed = tokens.len() > 1
        && label == labels::ORG
        && facts.iter().all(|fact| fact.phrase & 7 > PLACES);
    let is_known = label == labels::ORG
        && facts
            .iter()
            .all(|fact| fact.known.class() >> 2 == BODY && fact.known.class() & 3 >= 2);
    is_short || is_listed || is_known
}

/// Adds the places where a person's surname stands alone.
fn surnames(tokens: &[Token], found: &mut Vec<(EntityKind, usize, usize)>) {
    let mut known: Vec<u32> = found
        .iter()
        .filter(|name| name.0 == EntityKind::Person)
        .filter_map(|name| tokens.get(name.2 - 1))
        .map(|token| token.hash)
        .collect();
    known.sort_unstable();
    known.dedup();
    let mut taken = vec![false; tokens.len()];
    for (_, start, end) in found.iter() {
        taken[*start..*end].fill(true);
    }
    for (at, token) in tokens.iter().enumerate() {
        if !taken[at] && is_titled(*token) && known.binary_search(&token.hash).is_ok() {
            found.push((EntityKind::Person, at, at + 1));
        }
    }
}
