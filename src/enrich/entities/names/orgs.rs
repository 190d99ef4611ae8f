//! Organisations: acronyms and what they are short for, companies with and without `Inc`, other names that the text gives.

use std::collections::{BTreeMap, HashMap};

use crate::article::{EntityKind, company_core, form_key, is_company_form, known_name, name_words};
use crate::enrich::entities::names::named::Named;

/// Words that stand between a name and another one of the same.
const ALSO: &[&str] = &[
    "also known as",
    "also known by",
    "better known as",
    "better known by",
    "known as",
    "known by",
    "also called",
    "formerly known as",
    "formerly",
    "commonly called",
    "widely known as",
    "abbreviated as",
    "or simply",
];

/// Words of an expansion that have no letter in the acronym.
const LITTLE: &[&str] = &[
    "of", "the", "and", "for", "in", "on", "to", "de", "la", "le", "du", "des", "der", "del", "di",
    "&",
];

/// Words that say what an organisation is.
const BODIES: &[&str] = &[
    "agency",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "club",
    "commission",
    "committee",
    "council",
    "court",
    "department",
    "exchange",
    "federation",
    "fund",
    "government",
    "group",
    "institute",
    "ministry",
    "office",
    "organisation",
    "organization",
    "party",
    "service",
    "society",
    "union",
    "university",
];

/// A word that many names begin with says nothing of which is meant.
const GENERAL: &[&str] = &[
    "bank",
    "university",
    "ministry",
    "department",
    "national",
    "first",
    "new",
    "american",
    "united",
    "institute",
    "council",
    "royal",
    "international",
    "federal",
    "house",
    "supreme",
    "central",
    "north",
    "south",
    "east",
    "west",
    "party",
    "court",
    "world",
    "state",
    "college",
    "school",
    "church",
    "congress",
    "european",
    "general",
    "british",
    "chinese",
    "german",
    "french",
    "russian",
    "real",
    "club",
    "st",
    "democratic",
];

/// Gives each mention of an organisation its name.
pub(super) fn name(named: &mut [Named<'_>]) {
    let acronyms = pairs(named);
    let mut groups = Groups::default();
    let places: Vec<String> = named
        .iter()
        .filter(|one| one.kind == EntityKind::Place)
        .map(Named::key)
        .collect();
    let mine = |one: &Named<'_>| one.kind == EntityKind::Org;
    for one in named.iter().filter(|one| mine(one)) {
        groups.add(one);
    }
    for (long, short) in acronyms {
        groups.join(&long, &short);
    }
    groups.join_initials();
    groups.join_short(&places);
    let bodies = bodies(named);
    for one in named.iter_mut().filter(|one| mine(one)) {
        let whole = match one.words.as_slice() {
            [word] if is_body(word) => bodies.get(word).and_then(Option::as_ref),
            _ => None,
        };
        match whole {
            Some(key) => one.name = groups.called(key),
            None => {
                one.name = groups.shown(one);
                // `the Bank`, of which nobody says which, or `Ltd` alone.
                one.counts &= !one.words.iter().all(|word| is_body(word));
            }
        }
    }
}

/// Whether a word says what an organisation is, and not which.
fn is_body(word: &str) -> bool {
    BODIES.contains(&word) || is_company_form(word)
}

/// For each word for a body, the key of the one organisation of the article that begins or ends with it, where there is one.
fn bodies(named: &[Named<'_>]) -> HashMap<String, Option<String>> {
    let mut bodies: HashMap<String, Option<String>> = HashMap::new();
    for one in named
        .iter()
        .filter(|one| one.kind == EntityKind::Org && one.words.len() > 1)
    {
        let ends = [one.words.first(), one.words.last()];
        for word in ends
            .into_iter()
            .flatten()
            .filter(|word| BODIES.contains(&word.as_str()))
        {
            let key = key(&one.form, &one.words);
            let known = bodies
                .entry(word.clone())
                .or_insert_with(|| Some(key.clone()));
            if known.as_ref() != Some(&key) {
                *known = None;
            }
        }
    }
    bodies
}

/// The organisations of the article.
#[derive(Default)]
struct Groups {
    /// By key of a form: the number of its group.
    of: HashMap<String, usize>,
    /// The keys, in the order of their first mentions.
    keys: Vec<(String, Vec<String>)>,
    /// The group that each has become part of; its own number where it stands for itself.
    part_of: Vec<usize>,
    /// The forms of each group and how often each is printed.
    forms: Vec<BTreeMap<String, usize>>,
    /// The fullest form of each group that was asked for.
    fullest: HashMap<usize, String>,
}

/// What the forms of one organisation have in common.
fn key(form: &str, words: &[String]) -> String {
    match known_name(EntityKind::Org, form) {
        Some(name) => form_key(name),
        None => company_core(words).join(" "),
    }
}

impl Groups {
    fn add(&mut self, one: &Named<'_>) {
        let key = key(&one.form, &one.words);
        let next = self.forms.len();
        let group = *self.of.entry(key.clone()).or_insert(next);
        if group == next {
            self.keys.push((key, company_core(&one.words).to_vec()));
            self.part_of.push(group);
            self.forms.push(BTreeMap::new());
        }
        *self.forms[group].entry(one.form.clone()).or_default() += 1;
    }

    /// Makes the groups of two keys one.
    fn join(&mut self, a: &str, b: &str) {
        let (Some(a), Some(b)) = (self.group(a), self.group(b)) else {
            return;
        };
        if a != b {
            // What has fewer forms goes to what has more: one acronym may stand for any number of names.
            let (a, b) = if self.forms[a].len() < self.forms[b].len() {
                (b, a)
            } else {
                (a, b)
            };
            let forms = std::mem::take(&mut self.forms[b]);
            for (form, times) in forms {
                *self.forms[a].entry(form).or_default() += times;
            }
            self.part_of[b] = a;
        }
    }

    /// The group of a key.
    fn group(&mut self, key: &str) -> Option<usize> {
        let mut group = *self.of.get(key)?;
        while self.part_of[group] != group {
            // Halves the way for who comes next.
            self.part_of[group] = self.part_of[self.part_of[group]];
            group = self.part_of[group];
        }
        Some(group)
    }

    /// An acronym is the organisation whose initials it has.
    fn join_initials(&mut self) {
        let mut initials: HashMap<String, Option<String>> = HashMap::new();
        for (key, words) in self.keys.iter().filter(|(_, words)| words.len() > 2) {
            for initials_of in [initials_of(words, false), initials_of(words, true)] {
                initials
                    .entry(initials_of)
                    .and_modify(|other| {
                        if other.as_ref() != Some(key) {
                            *other = None;
                        }
                    })
                    .or_insert_with(|| Some(key.clone()));
            }
        }
        let short = self.keys.iter().filter(|(_, words)| words.len() == 1);
        let found: Vec<(String, String)> = short
            .filter(|(_, words)| words[0].len() > 2)
            .filter_map(|(key, words)| Some((initials.get(&words[0])?.clone()?, key.clone())))
            .collect();
        for (long, short) in found {
            self.join(&long, &short);
        }
    }

    /// What begins one longer name alone is short for it: `Goldman` for `Goldman Sachs`; not where it is a place as well.
    fn join_short(&mut self, places: &[String]) {
        let mut begun: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, (_, words)) in self
            .keys
            .iter()
            .enumerate()
            .filter(|(_, (_, words))| words.len() > 1)
        {
            begun.entry(words[0].as_str()).or_default().push(number);
        }
        let mut found = Vec::new();
        for (key, words) in &self.keys {
            let Some(longer) = words.first().and_then(|first| begun.get(first.as_str())) else {
                continue;
            };
            let alone = words.len() == 1;
            if (alone && (GENERAL.contains(&words[0].as_str()) || words[0].len() < 4))
                || places.contains(key)
                || known_name(EntityKind::Place, key).is_some()
                || longer.len() > 8
            {
                continue;
            }
            let fitting: Vec<&String> = longer
                .iter()
                .map(|&number| &self.keys[number])
                .filter(|(_, other)| other.len() > words.len() && other.starts_with(words))
                .map(|(key, _)| key)
                .collect();
            if let [long] = fitting.as_slice() {
                found.push(((*long).clone(), key.clone()));
            }
        }
        for (long, short) in found {
            self.join(&long, &short);
        }
    }

    /// The name of the organisation that `one` names: that of the tables, else the fullest form, of equals the commonest.
    fn shown(&mut self, one: &Named<'_>) -> String {
        let group = self.group(&key(&one.form, &one.words));
        group.map_or_else(|| one.form.clone(), |group| self.fullest(group))
    }

    /// The name of the organisation of this key.
    fn called(&mut self, key: &str) -> String {
        let group = self.group(key);
        group.map_or_else(String::new, |group| self.fullest(group))
    }

    /// Looked for once a group, as one may have any number of forms.
    fn fullest(&mut self, group: usize) -> String {
        if let Some(known) = self.fullest.get(&group) {
            return known.clone();
        }
        let forms = &self.forms[group];
        // What the article says an acronym is short for is right, whatever it is short for elsewhere.
        let told: Vec<String> = forms
            .keys()
            .filter(|form| known_name(EntityKind::Org, form).is_none())
            .map(|form| name_words(form))
            .filter(|words| words.len() > 1)
            .flat_map(|words| [initials_of(&words, false), initials_of(&words, true)])
            .collect();
        let known = |form: &str| {
            let known = known_name(EntityKind::Org, form)?;
            let words = name_words(form);
            let short = matches!(words.as_slice(), [word] if told.contains(word));
            (!short).then_some(known)
        };
        let best = forms.iter().max_by_key(|(form, times)| {
            let printed = name_words(form);
            let known = known(form).is_some();
            (known, company_core(&printed).len(), **times, form.len())
        });
        let name = best.map(|(form, _)| known(form).unwrap_or(form));
        let name = name.unwrap_or_default().to_owned();
        self.fullest.insert(group, name.clone());
        name
    }
}

/// The first letters of words; with `all`, of little ones too.
fn initials_of(words: &[String], all: bool) -> String {
    let counted = words
        .iter()
        .filter(|word| all || !LITTLE.contains(&word.as_str()));
    counted.filter_map(|word| word.chars().next()).collect()
}

/// Two names that the text says are one: an acronym in parentheses after its expansion, or the other way round, and `also known as`.
fn pairs(named: &mut [Named<'_>]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for at in 0..named.len() {
        // `also known by its Farsi name` may have a mark in it.
        for next in at + 1..named.len().min(at + 3) {
            let (a, b) = (&named[at], &named[next]);
            if a.zone != b.zone || a.kind != EntityKind::Org || b.kind != EntityKind::Org {
                continue;
            }
            let Some(between) = a.whole.get(a.span.end..b.span.start) else {
                continue;
            };
            let enclosed = between.trim() == "(" && b.after().trim_start().starts_with(')');
            let short = enclosed && (is_short_for(b, a) || is_short_for(a, b));
            if short || is_also(between) && (next == at + 1 || between.ends_with(" name ")) {
                pairs.push((key(&a.form, &a.words), key(&b.form, &b.words)));
                for inside in &mut named[at + 1..next] {
                    inside.counts = false;
                }
            }
        }
    }
    pairs
}

/// Whether `short` may be what `long` is called for short: letters in capitals that begin its words, or none that a company's quotation would
/// have (`Apple Inc (AAPL.O)`).
fn is_short_for(short: &Named<'_>, long: &Named<'_>) -> bool {
    let letters = short.form.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = short.form.chars().filter(|c| c.is_uppercase()).count();
    if short.words.len() != 1
        || long.words.len() < 2
        || !(2..=8).contains(&letters)
        || capitals * 2 < letters
    {
        return false;
    }
    let [word] = short.words.as_slice() else {
        return false;
    };
    let company = company_core(&long.words).len() < long.words.len();
    let begun = long.words.iter().filter_map(|other| other.chars().next());
    let mut begun = begun.peekable();
    let in_order = word
        .chars()
        .filter(|c| begun.by_ref().any(|first| first == *c))
        .count();
    in_order == letters || (!company && !short.text.contains(['.', ':', '-']))
}

/// Whether the text between two names says that they are one's.
fn is_also(between: &str) -> bool {
    if between.len() > 60 || between.contains(['.', '\u{201d}', '"', '\n']) {
        return false;
    }
    let text = between
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    ALSO.iter().any(|also| {
        text.strip_prefix(also)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })
}
