//! People: who is meant by a name.
//!
//! Names of two words or more are told apart first: what differs in an initial, a middle name or a second surname alone is one person. A
//! shorter name is the person whose full name it ends, else one whose name holds it (`Edi`, `Xi`). Where several people fit, it is
//! the one who was introduced when it stands there, or who bears the same title; else it is nobody's, and does not count: an article about
//! a family says `Clinton` of each of them.

use std::collections::HashMap;

use crate::article::titles;
use crate::article::{EntityKind, name_words};
use crate::enrich::entities::names::named::Named;

/// What tells a son from his father.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "junior", "senior"];
/// Words that surnames begin with.
const PARTICLES: &[&str] = &[
    "al", "el", "bin", "ibn", "bint", "van", "von", "der", "den", "de", "del", "della", "di", "da",
    "dos", "du", "la", "le", "ter", "ten", "zu", "af",
];

/// People of one word that are looked at for a name.
const LOOKS: usize = 64;

/// The people of the article.
#[derive(Default)]
struct People {
    all: Vec<Person>,
    /// Who has a word in the full name.
    by_word: HashMap<String, Vec<usize>>,
}

/// A person of the article.
#[derive(Default)]
struct Person {
    /// The words of each form of the full name: given names and surname, without suffix.
    forms: Vec<Vec<String>>,
    suffix: Option<String>,
    /// Each form as printed, and how often.
    printed: Vec<(String, usize)>,
    /// The titles it was given.
    titles: Vec<String>,
    /// The first mention.
    first: usize,
}

/// Gives each mention of a person the name of whom it means.
pub(super) fn name(named: &mut [Named<'_>]) {
    let mut people = People::default();
    let mut whose: HashMap<usize, usize> = HashMap::new();
    let mine = |one: &Named<'_>| one.kind == EntityKind::Person;
    for (at, one) in named.iter().enumerate().filter(|(_, one)| mine(one)) {
        let (core, suffix) = core(&one.words);
        if !is_full(&core) {
            continue;
        }
        let person = people.of(core, suffix, at);
        whose.insert(at, person);
        let person = &mut people.all[person];
        match person
            .printed
            .iter_mut()
            .find(|(form, _)| *form == one.form)
        {
            Some((_, times)) => *times += 1,
            None => person.printed.push((one.form.clone(), 1)),
        }
        if !one.title.is_empty() {
            person.titles.push(one.title.clone());
        }
    }
    let shown: Vec<String> = people.all.iter().map(Person::shown).collect();
    let mut alone: HashMap<String, String> = HashMap::new();
    for (at, one) in named.iter_mut().enumerate().filter(|(_, one)| mine(one)) {
        let (name, counts) = match whose.get(&at) {
            Some(person) => (shown[*person].clone(), true),
            None => match people.meant(one, at) {
                Meant::One(person) => (shown[person].clone(), true),
                Meant::Several => (one.form.clone(), false),
                Meant::Nobody => {
                    // The form with a title in it is the fuller one.
                    let known = alone
                        .entry(core(&one.words).0.join(" "))
                        .or_insert_with(|| one.form.clone());
                    if one.form.len() > known.len() {
                        known.clone_from(&one.form);
                    }
                    (one.form.clone(), true)
                }
            },
        };
        one.name = name;
        one.counts &= counts;
    }
    for one in named.iter_mut().filter(|one| mine(one) && one.counts) {
        if let Some(name) = alone.get(&core(&one.words).0.join(" ")) {
            one.name.clone_from(name);
        }
    }
}

/// Whom a short name means.
enum Meant {
    One(usize),
    Several,
    Nobody,
}

impl People {
    /// The person of this full name, a new one where none fits.
    fn of(&mut self, core: Vec<String>, suffix: Option<String>, at: usize) -> usize {
        let known = self.known(&core, suffix.as_deref());
        let number = known.unwrap_or(self.all.len());
        if known.is_none() {
            self.all.push(Person {
                suffix,
                first: at,
                ..Person::default()
            });
        }
        let person = &mut self.all[number];
        if !person.forms.contains(&core) && person.forms.len() < LOOKS {
            for word in &core {
                let bearers = self.by_word.entry(word.clone()).or_default();
                if !bearers.contains(&number) && bearers.len() < LOOKS {
                    bearers.push(number);
                }
            }
            person.forms.push(core);
        }
        number
    }

    /// Who has this full name.
    fn known(&self, core: &[String], suffix: Option<&str>) -> Option<usize> {
        let ends = [core.first()?, core.last()?];
        let mut bearers = ends.into_iter().flat_map(|word| self.with(word));
        bearers.find(|&person| {
            let person = &self.all[person];
            person.suffix.as_deref() == suffix && person.forms.iter().any(|form| is_one(form, core))
        })
    }

    /// Who has this word in the full name.
    fn with(&self, word: &str) -> impl Iterator<Item = usize> + '_ {
        self.by_word.get(word).into_iter().flatten().copied()
    }

    /// Whom the short name `one` means, which stands at `at`.
    fn meant(&self, one: &Named<'_>, at: usize) -> Meant {
        let (core, suffix) = core(&one.words);
        let Some(last) = core.last() else {
            return Meant::Nobody;
        };
        let fits = |test: &dyn Fn(&[String]) -> bool| -> Vec<usize> {
            self.with(last)
                .filter(|&person| suffix.is_none() || self.all[person].suffix == suffix)
                .filter(|&person| self.all[person].forms.iter().any(|form| test(form)))
                .collect()
        };
        let mut found = fits(&|form| form.ends_with(&core));
        if found.is_empty() {
            found = fits(&|form| form.windows(core.len()).any(|run| run == core));
        }
        match found.as_slice() {
            [] => return Meant::Nobody,
            [person] => return Meant::One(*person),
            _ => {}
        }
        let sole = |test: &dyn Fn(&Person) -> bool| -> Option<usize> {
            let mut passing = found.iter().filter(|&&person| test(&self.all[person]));
            passing.next().copied().filter(|_| passing.next().is_none())
        };
        let titled = |person: &Person| !one.title.is_empty() && person.titles.contains(&one.title);
        match sole(&titled).or_else(|| sole(&|person| person.first < at)) {
            Some(person) => Meant::One(person),
            None => Meant::Several,
        }
    }
}

/// The words that name a person, without titles that go with a name, and what tells a son from his father.
fn core(words: &[String]) -> (Vec<String>, Option<String>) {
    let mut core: Vec<String> = words.to_vec();
    let mut suffix = None;
    if core.len() > 2
        && let Some(last) = core.last()
        && SUFFIXES.contains(&last.as_str())
    {
        suffix = core.pop();
    }
    while core.len() > 1 && titles::is_style(&core[0]) {
        core.remove(0);
    }
    (core, suffix)
}

/// Whether these are given name and surname: `van Gogh` is a surname alone.
fn is_full(core: &[String]) -> bool {
    core.split_last().is_some_and(|(_, before)| {
        before
            .iter()
            .any(|word| !PARTICLES.contains(&word.as_str()))
    })
}

/// Whether two full names may be one person's: the same but for initials, middle names and second surnames.
fn is_one(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (Some(first), Some(last)) = (short.first(), short.last()) else {
        return false;
    };
    // A second surname, or what follows a name of several: `Mohammed bin Salman al Saud`.
    // Or the surnames alone, where there are two.
    if long.starts_with(short) || long.ends_with(short) {
        return true;
    }
    let middle = |name: &[String]| name[1..name.len() - 1].to_vec();
    long.last() == Some(last)
        && long.first().is_some_and(|other| same_given(first, other))
        && fits_within(&middle(short), &middle(long))
}

/// Whether every word of `few` stands among `many` in order, initials for names.
fn fits_within(few: &[String], many: &[String]) -> bool {
    let mut many = many.iter();
    few.iter()
        .all(|word| many.any(|other| same_given(word, other)))
}

/// Whether two given names may be one: the same, or the initial of it.
fn same_given(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long || (short.chars().count() == 1 && long.starts_with(short))
}

impl Person {
    /// The form that is printed most often; of equals the fuller, then the first.
    fn shown(&self) -> String {
        let mut best: Option<(usize, usize, &str)> = None;
        for (form, times) in &self.printed {
            // Surnames alone are less than the name.
            let (own, _) = core(&name_words(form));
            let ends = |other: &Vec<String>| other.len() > own.len() && other.ends_with(&own);
            if self.forms.iter().any(ends) {
                continue;
            }
            let full = name_words(form)
                .iter()
                .filter(|word| word.chars().count() > 1)
                .count();
            if best.is_none_or(|(most, words, _)| (*times, full) > (most, words)) {
                best = Some((*times, full, form));
            }
        }
        best.map(|(_, _, form)| form.to_owned()).unwrap_or_default()
    }
}
