//! Names that are one across the archive: `Benjamin` and `Binyamin Netanyahu`, `Texas Instruments Inc` and `Texas Instruments`.
//!
//! What an article says of its own names is settled when it is indexed. Across articles two names of one kind are one where
//!
//! - they differ in case, accents, full points, or in spellings that the tables of variants know (`Gaddafi`, `Kiev`);
//! - a table has both (`UK`, `Britain`), or companies differ in `Inc` and the like;
//! - people differ in initials between their first and last names, and nobody of these has other initials (George W. and George H. W. Bush
//!   stay two, and George Bush a third);
//! - one is a surname alone, and one person in the whole archive bears it, or is named five times as often as all others who do; in at least as
//!   many articles as the surname alone, or in five;
//! - articles give one as short for the other (`Balkan Institute of River Commerce (BIRC)`), and none gives it for anything else.
//!
//! What is one goes by the name in full that most articles have.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::article::titles::without_titles;
use crate::article::{EntityKind, company_core, form_key, known_name, name_words};
use crate::index::{SameNames, Snapshot, alias_of};
use crate::search::error::SearchError;
use crate::search::plan::one_spelling;

/// People of one surname that are looked at.
const BEARERS: usize = 64;
/// Articles that make a person known.
const KNOWN: u64 = 5;
/// How many times more often than all others of the surname somebody is named whom it means alone.
const FAR: u64 = 5;

/// The names of `kind` in an index, told apart once.
pub(in crate::search) fn same_names(
    index: &Snapshot,
    kind: EntityKind,
) -> Result<Arc<SameNames>, SearchError> {
    index.called().of(kind, || {
        let names = values(index, column(kind))?;
        let aliases = match kind {
            EntityKind::Person => BTreeMap::new(),
            EntityKind::Org | EntityKind::Place => values(index, "alias_raw")?,
        };
        Ok(told(kind, names, &aliases))
    })
}

/// What the archive calls whom `name` means; `None` where no article has a name like it.
///
/// # Errors
///
/// Those of reading the index.
pub fn called(
    index: &Snapshot,
    kind: EntityKind,
    name: &str,
) -> Result<Option<String>, SearchError> {
    let same = same_names(index, kind)?;
    Ok(groups_of(kind, name, &same)
        .map(|(shown, _)| shown.clone())
        .next())
}

/// Who goes by `name`: mostly one.
pub(in crate::search) fn groups_of<'a>(
    kind: EntityKind,
    name: &str,
    same: &'a SameNames,
) -> impl Iterator<Item = &'a (String, Vec<String>)> {
    let key = form_key(asked(kind, name));
    let mut groups = same.groups().iter();
    std::iter::from_fn(move || {
        groups
            .by_ref()
            .find(|(_, names)| names.iter().any(|name| form_key(name) == key))
    })
}

/// The name that is meant: without titles, and the usual one of what has several.
pub(in crate::search) fn asked(kind: EntityKind, name: &str) -> &str {
    known_name(kind, name).unwrap_or(match kind {
        EntityKind::Person => without_titles(name),
        EntityKind::Org | EntityKind::Place => name,
    })
}

/// The column of the names of a kind.
pub(in crate::search) fn column(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person_raw",
        EntityKind::Org => "org_raw",
        EntityKind::Place => "place_raw",
    }
}

/// The values of a column, and how many articles have each.
fn values(index: &Snapshot, column: &str) -> Result<BTreeMap<String, u64>, SearchError> {
    let mut all = BTreeMap::new();
    for (segment, columns) in index
        .searcher()
        .segment_readers()
        .iter()
        .zip(index.columns())
    {
        let Some(values) = columns.texts(segment, column)? else {
            continue;
        };
        let mut counts = vec![0u64; values.num_terms()];
        for doc in segment.doc_ids_alive() {
            for value in values.term_ords(doc) {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            }
        }
        let numbered = (0u64..).zip(&counts);
        let occurring: Vec<u64> = numbered
            .filter(|(_, count)| **count > 0)
            .map(|(value, _)| value)
            .collect();
        let mut next = occurring.iter();
        values
            .dictionary()
            .sorted_ords_to_term_cb(&occurring, |name| {
                if let Some(&value) = next.next() {
                    let name = String::from_utf8_lossy(name).into_owned();
                    *all.entry(name).or_default() += counts[value as usize];
                }
            })?;
    }
    Ok(all)
}

/// Names as they are told apart.
struct Told {
    names: Vec<Name>,
    /// The group that each name has become part of; its own number where it stands for itself.
    part_of: Vec<usize>,
}

struct Name {
    text: String,
    articles: u64,
    /// Its words in one spelling.
    words: Vec<String>,
}

fn told(
    kind: EntityKind,
    names: BTreeMap<String, u64>,
    aliases: &BTreeMap<String, u64>,
) -> SameNames {
    let names: Vec<Name> = names
        .into_iter()
        .map(|(text, articles)| Name {
            words: words(kind, &text),
            text,
            articles,
        })
        .collect();
    let mut told = Told {
        part_of: (0..names.len()).collect(),
        names,
    };
    told.join_equal();
    if kind == EntityKind::Person {
        told.join_initials();
        told.join_surnames();
    }
    told.join_aliases(kind, aliases);
    told.groups(kind)
}

/// The words of a name, each in the one spelling it is told by.
fn words(kind: EntityKind, name: &str) -> Vec<String> {
    if let Some(known) = known_name(kind, name) {
        return vec![form_key(known)];
    }
    let words = name_words(name);
    match kind {
        EntityKind::Person => words
            .iter()
            .map(|word| one_spelling(word).to_owned())
            .collect(),
        EntityKind::Org => company_core(&words)
            .iter()
            .filter(|word| word.as_str() != "and")
            .map(|word| one_spelling(word).to_owned())
            .collect(),
        EntityKind::Place => vec![one_spelling(&words.join("_")).to_owned()],
    }
}

impl Told {
    fn find(&mut self, mut name: usize) -> usize {
        while self.part_of[name] != name {
            self.part_of[name] = self.part_of[self.part_of[name]];
            name = self.part_of[name];
        }
        name
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.part_of[a.max(b)] = a.min(b);
    }

    /// Names of equal words.
    fn join_equal(&mut self) {
        let mut met: HashMap<Vec<String>, usize> = HashMap::new();
        for number in 0..self.names.len() {
            let words = self.names[number].words.clone();
            if words.is_empty() {
                continue;
            }
            let first = *met.entry(words).or_insert(number);
            self.join(first, number);
        }
    }

    /// People whose names differ in initials between first and last.
    fn join_initials(&mut self) {
        let mut alike: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (number, name) in self.names.iter().enumerate() {
            if let [first, middle @ .., last] = name.words.as_slice()
                && middle.iter().all(|word| word.chars().count() == 1)
            {
                let ends = (first.clone(), last.clone());
                alike.entry(ends).or_default().push(number);
            }
        }
        for numbers in alike.values().filter(|numbers| numbers.len() > 1) {
            let middle = |number: &usize| {
                let words = &self.names[*number].words;
                words[1..words.len() - 1].concat()
            };
            let longest = numbers.iter().map(middle).max_by_key(String::len);
            let longest = longest.unwrap_or_default();
            if numbers
                .iter()
                .all(|number| longest.starts_with(&middle(number)))
            {
                for &number in &numbers[1..] {
                    self.join(numbers[0], number);
                }
            }
        }
    }

    /// Surnames alone that one person bears, or one far more than all others.
    fn join_surnames(&mut self) {
        // By word: who has it last, and how many articles have somebody who has it first.
        let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
        let mut given: HashMap<String, u64> = HashMap::new();
        for number in 0..self.names.len() {
            let group = self.find(number);
            if let [first, .., last] = self.names[number].words.as_slice() {
                *given.entry(first.clone()).or_default() += self.names[number].articles;
                let known = bearers.entry(last.clone()).or_default();
                if !known.contains(&group) && known.len() < BEARERS {
                    known.push(group);
                }
            }
        }
        let articles = self.articles();
        let mut found = Vec::new();
        for (number, name) in self.names.iter().enumerate() {
            let [word] = name.words.as_slice() else {
                continue;
            };
            let bearers = bearers.get(word).map_or(&[][..], Vec::as_slice);
            let Some(&bearer) = bearers.iter().max_by_key(|bearer| articles[**bearer]) else {
                continue;
            };
            let all: u64 = bearers.iter().map(|bearer| articles[*bearer]).sum();
            let own = articles[bearer];
            let enough = own >= name.articles || own >= KNOWN;
            let alone = bearers.len() == 1 || own >= KNOWN && own >= FAR * (all - own);
            let first = given.get(word).copied().unwrap_or_default();
            if enough && alone && bearers.len() < BEARERS && own >= 2 * first {
                found.push((bearer, number));
            }
        }
        for (bearer, number) in found {
            self.join(bearer, number);
        }
    }

    /// What articles give as another name, where all mean one by it.
    fn join_aliases(&mut self, kind: EntityKind, aliases: &BTreeMap<String, u64>) {
        let mut by_words: HashMap<Vec<String>, usize> = HashMap::new();
        for number in 0..self.names.len() {
            let group = self.find(number);
            by_words
                .entry(self.names[number].words.clone())
                .or_insert(group);
        }
        let mut meant: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        for (form, name) in aliases.keys().filter_map(|alias| alias_of(alias)) {
            let numbers = [form, name].map(|text| by_words.get(&words(kind, text)).copied());
            if let [Some(form), Some(name)] = numbers {
                let known = meant.entry(form).or_insert(Some(name));
                if *known != Some(name) {
                    *known = None;
                }
            }
        }
        for (form, name) in meant {
            if let Some(name) = name {
                self.join(name, form);
            }
        }
    }

    /// Articles of each group, by its number; nothing of other numbers.
    fn articles(&mut self) -> Vec<u64> {
        let mut articles = vec![0; self.names.len()];
        for number in 0..self.names.len() {
            articles[self.find(number)] += self.names[number].articles;
        }
        articles
    }

    fn groups(mut self, kind: EntityKind) -> SameNames {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for number in 0..self.names.len() {
            groups.entry(self.find(number)).or_default().push(number);
        }
        let named = groups.into_values().map(|numbers| {
            let names = || numbers.iter().map(|&number| &self.names[number]);
            // A surname or an acronym alone is not the name in full; of equals the one with more small letters and accents.
            let full = |name: &Name| match kind {
                EntityKind::Person => name.words.len() > 1,
                EntityKind::Org | EntityKind::Place => {
                    known_name(kind, &name.text).is_some()
                        || name.text.chars().any(char::is_lowercase)
                }
            };
            let best = names().max_by_key(|name| (full(name), name.articles, name.text.clone()));
            let shown = best.map(|name| name.text.clone()).unwrap_or_default();
            (shown, names().map(|name| name.text.clone()).collect())
        });
        SameNames::new(named.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: EntityKind, names: &[(&str, u64)], aliases: &[&str], expected: &[&str]) {
        let counted = names
            .iter()
            .map(|(name, articles)| ((*name).to_owned(), *articles));
        let aliases = aliases
            .iter()
            .map(|alias| ((*alias).to_owned(), 1))
            .collect();
        let same = told(kind, counted.collect(), &aliases);
        let mut groups: Vec<String> = same
            .groups()
            .iter()
            .filter(|(_, names)| names.len() > 1)
            .map(|(shown, names)| format!("{shown}: {}", names.join(", ")))
            .collect();
        groups.sort();
        assert_eq!(groups, expected);
    }

    #[test]
    fn people_across_the_archive() {
        let person = EntityKind::Person;
        check(
            person,
            &[
                ("Edi Rama", 5),
                ("Rama", 2),
                ("Recep Tayyip Erdogan", 3),
                ("Recep Tayyip Erdo\u{11f}an", 2),
            ],
            &[],
            &[
                "Edi Rama: Edi Rama, Rama",
                "Recep Tayyip Erdogan: Recep Tayyip Erdogan, Recep Tayyip Erdo\u{11f}an",
            ],
        );
        check(
            person,
            &[
                ("Benjamin Netanyahu", 1),
                ("Binyamin Netanyahu", 4),
                ("Netanyahu", 1),
            ],
            &[],
            &["Binyamin Netanyahu: Benjamin Netanyahu, Binyamin Netanyahu, Netanyahu"],
        );
        // Two bear it; it is named in more articles than its bearer; it is a first name.
        check(
            person,
            &[("Bill Dorst", 5), ("Hilda Dorst", 5), ("Dorst", 1)],
            &[],
            &[],
        );
        check(person, &[("Ann Smith", 1), ("Smith", 9)], &[], &[]);
        check(
            person,
            &[("Rosa Maria", 3), ("Maria Falk", 3), ("Maria", 1)],
            &[],
            &[],
        );
        // Known by the surname; far better known than another.
        check(
            person,
            &[("Ronald Regen", 5), ("Regen", 81)],
            &[],
            &["Ronald Regen: Regen, Ronald Regen"],
        );
        check(
            person,
            &[("Ronald Regen", 20), ("Nora Regen", 2), ("Regen", 81)],
            &[],
            &["Ronald Regen: Regen, Ronald Regen"],
        );
        // Initials.
        check(
            person,
            &[("John F. Kent", 2), ("John Kent", 3), ("John F Kent", 1)],
            &[],
            &["John Kent: John F Kent, John F. Kent, John Kent"],
        );
        check(
            person,
            &[
                ("George W. Bush", 2),
                ("George H. W. Bush", 2),
                ("George Bush", 2),
            ],
            &[],
            &[],
        );
    }

    #[test]
    fn organisations_and_places_across_the_archive() {
        check(
            EntityKind::Org,
            &[
                ("Gentech", 3),
                ("Gentech Inc", 1),
                ("Johnson & Johnson", 1),
                ("Johnson and Johnson", 2),
            ],
            &[],
            &[
                "Gentech: Gentech, Gentech Inc",
                "Johnson and Johnson: Johnson & Johnson, Johnson and Johnson",
            ],
        );
        check(
            EntityKind::Org,
            &[
                ("BIRC", 9),
                ("Balkan Institute of River Commerce", 2),
                ("SPD", 4),
                ("Selby Police", 1),
                ("Social People", 1),
            ],
            &[
                "BIRC\tBalkan Institute of River Commerce",
                "SPD\tSelby Police",
                "SPD\tSocial People",
            ],
            &["Balkan Institute of River Commerce: BIRC, Balkan Institute of River Commerce"],
        );
        check(
            EntityKind::Place,
            &[
                ("Kiev", 3),
                ("Kyiv", 2),
                ("Britain", 1),
                ("United Kingdom", 2),
            ],
            &[],
            &[
                "Kiev: Kiev, Kyiv",
                "United Kingdom: Britain, United Kingdom",
            ],
        );
    }
}
