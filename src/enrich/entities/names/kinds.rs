//! What one mention says of the kind of another: a person and a place of one name, an organisation taken for a place once.

use std::collections::HashMap;

use crate::article::titles;
use crate::article::{EntityKind, is_country, is_seat, known_name, name_words};
use crate::enrich::entities::names::named::Named;
use crate::extract::byline::agency;

/// Words before a place.
const LOCATIVE: &[&str] = &[
    "in",
    "at",
    "from",
    "near",
    "across",
    "outside",
    "inside",
    "into",
    "toward",
    "towards",
    "throughout",
    "around",
    "leave",
    "left",
];

/// What people do.
const SPEECH: &[&str] = &[
    "said",
    "says",
    "told",
    "added",
    "asked",
    "replied",
    "wrote",
    "argued",
    "who",
    "scored",
    "testified",
    "tweeted",
    "pleaded",
    "denied",
    "resigned",
    "died",
    "joked",
    "recalled",
];

/// Settles the kinds of names that are marked as several.
pub(super) fn settle(named: &mut [Named<'_>]) {
    let surnames = surnames(named);
    let mut counts: HashMap<String, [usize; 3]> = HashMap::new();
    for one in named.iter() {
        counts.entry(one.key()).or_default()[number(one.kind)] += 1;
    }
    for one in named.iter_mut() {
        let [people, orgs, places] = counts.get(&one.key()).copied().unwrap_or_default();
        let is_surname = one.words.len() == 1 && surnames.contains_key(&one.words[0]);
        match one.kind {
            EntityKind::Person | EntityKind::Place if is_organisation(one) => {
                one.kind = EntityKind::Org;
            }
            // `Conn.`, of a senator.
            EntityKind::Person | EntityKind::Org if is_state(one) => one.kind = EntityKind::Place,
            // `Jordan said`, in an article about a person of that surname.
            EntityKind::Place
                if is_surname && (speaks(one) && !follows_locative(one) || is_addressed(one)) =>
            {
                one.kind = EntityKind::Person;
            }
            EntityKind::Person if one.words.len() == 1 && !is_surname => {
                if is_addressed(one) || people > places.max(orgs) {
                    continue;
                }
                if follows_locative(one) && places > 0 || places > people && !speaks(one) {
                    one.kind = EntityKind::Place;
                } else if orgs > people && !speaks(one) {
                    one.kind = EntityKind::Org;
                }
            }
            EntityKind::Person if one.words.len() > 1 && people < orgs.max(places) => {
                one.kind = if orgs > places {
                    EntityKind::Org
                } else {
                    EntityKind::Place
                };
            }
            // A country's team goes by its name, and is the country.
            EntityKind::Org if places > orgs || is_country(&one.form) || is_seat(&one.form) => {
                one.kind = EntityKind::Place;
            }
            EntityKind::Place
                if orgs > places && !follows_locative(one) && !is_country(&one.form) =>
            {
                one.kind = EntityKind::Org;
            }
            _ => {}
        }
    }
}

/// The last words of full names of people.
fn surnames(named: &[Named<'_>]) -> HashMap<String, usize> {
    let mut surnames = HashMap::new();
    for one in named {
        if one.kind == EntityKind::Person
            && one.words.len() > 1
            && let Some(last) = one.words.last()
        {
            *surnames.entry(last.clone()).or_default() += 1;
        }
    }
    surnames
}

fn number(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Org => 1,
        EntityKind::Place => 2,
    }
}

/// Whether it is an agency, or an organisation that the tables know by more than two letters.
fn is_organisation(one: &Named<'_>) -> bool {
    let known = one.key().len() > 2
        && known_name(EntityKind::Org, &one.form).is_some()
        && known_name(EntityKind::Place, &one.form).is_none();
    known || agency(&one.form).is_some()
}

/// Whether it is short for a state: known as such, and with its point.
fn is_state(one: &Named<'_>) -> bool {
    one.words.len() == 1
        && (one.after().starts_with('.') || one.text.ends_with('.'))
        && one.text.chars().any(char::is_lowercase)
        && known_name(EntityKind::Place, &one.form).is_some_and(|name| !is_country(name))
}

/// Whether a title stands before it.
fn is_addressed(one: &Named<'_>) -> bool {
    !titles::before(one.before()).folded.is_empty() || !one.title.is_empty()
}

fn follows_locative(one: &Named<'_>) -> bool {
    let last = one.before().split_whitespace().next_back();
    last.is_some_and(|word| LOCATIVE.contains(&word.to_lowercase().as_str()))
}

fn speaks(one: &Named<'_>) -> bool {
    let next = one.after().split_whitespace().next();
    let next = next.map(name_words).unwrap_or_default();
    next.first()
        .is_some_and(|word| SPEECH.contains(&word.as_str()))
        && one.after().starts_with(char::is_whitespace)
}
