//! Titles and forms of address before the names of people.

use crate::text::fold::name_key;

/// What stands before a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    /// Its words, folded; empty where there is none.
    pub(crate) folded: String,
    /// Its last word as printed, where it goes with a single name as if it were part of it: `Pope`.
    pub(crate) style: Option<String>,
}

/// Words of titles that are never part of a name.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "mx",
    "miss",
    "messrs",
    "dr",
    "prof",
    "professor",
    "sen",
    "senator",
    "rep",
    "representative",
    "congressman",
    "congresswoman",
    "gov",
    "governor",
    "president",
    "president-elect",
    "vice-president",
    "prime",
    "minister",
    "premier",
    "pm",
    "chancellor",
    "secretary",
    "secretary-general",
    "ambassador",
    "envoy",
    "mp",
    "lt",
    "lieutenant",
    "gen",
    "general",
    "maj",
    "col",
    "colonel",
    "capt",
    "captain",
    "cpl",
    "corporal",
    "pvt",
    "sgt",
    "sergeant",
    "adm",
    "admiral",
    "cmdr",
    "commander",
    "brig",
    "brigadier",
    "judge",
    "justice",
    "rev",
    "reverend",
    "fr",
    "mayor",
    "chairman",
    "chairwoman",
    "chairperson",
    "chief",
    "ceo",
    "cfo",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "director",
    "coach",
    "manager",
    "striker",
    "midfielder",
    "goalkeeper",
    "defender",
    "quarterback",
    "inspector",
    "detective",
    "constable",
    "superintendent",
    "sheriff",
    "attorney",
    "prosecutor",
    "lawyer",
    "analyst",
    "economist",
    "comrade",
    "monsieur",
    "madame",
    "mme",
    "mlle",
    "herr",
    "frau",
    "signor",
    "signora",
    "se\u{f1}or",
    "se\u{f1}ora",
    "senhor",
    "senhora",
    "president's",
    "hon",
    "councillor",
    "cllr",
    "taoiseach",
    "actor",
    "actress",
    "singer",
    "author",
    "leader",
];

/// Words that stand in titles of several words, never alone.
const WITHIN: &[&str] = &[
    "vice",
    "deputy",
    "foreign",
    "former",
    "ex",
    "acting",
    "interior",
    "defense",
    "defence",
    "finance",
    "executive",
    "of",
    "state",
    "the",
    "and",
    "assistant",
    "attorney",
    "major",
    "first",
    "then",
    "late",
    "prime",
    "home",
    "party",
    "opposition",
    "house",
    "speaker",
    "u.s",
    "us",
    "lord",
    "crown",
    "health",
    "justice",
    "trade",
    "energy",
    "transport",
    "education",
    "culture",
    "economy",
    "treasury",
];

/// Titles that go with a single name as if they were part of it.
const STYLES: &[&str] = &[
    "pope",
    "king",
    "queen",
    "prince",
    "princess",
    "emperor",
    "empress",
    "sultan",
    "sheikh",
    "shaikh",
    "sheik",
    "emir",
    "saint",
    "mother",
    "lord",
    "lady",
    "sir",
    "dame",
    "baroness",
    "duke",
    "duchess",
    "ayatollah",
    "mullah",
    "cardinal",
    "archbishop",
    "bishop",
    "patriarch",
    "sister",
    "brother",
    "father",
    "imam",
    "rabbi",
    "queen's",
    "subcomandante",
];

/// Forms of address that are left out before two names or more: `Sir Keir Starmer`.
const ADDRESSES: &[&str] = &[
    "sir",
    "dame",
    "lord",
    "lady",
    "baroness",
    "cardinal",
    "archbishop",
    "bishop",
    "rabbi",
    "ayatollah",
    "father",
    "sister",
];

/// A name without the titles that open it.
pub(crate) fn without_titles(name: &str) -> &str {
    split(name.trim()).1
}

/// Parts a name from the titles that open it. One word at least is left.
pub(crate) fn split(name: &str) -> (Title, &str) {
    let mut title = Title::default();
    let mut rest = name;
    while let Some((first, after)) = rest.split_once(char::is_whitespace) {
        let after = after.trim_start();
        let word = folded(first);
        let several = after.contains(char::is_whitespace);
        let is = TITLES.contains(&word.as_str())
            || (several && ADDRESSES.contains(&word.as_str()))
            || (WITHIN.contains(&word.as_str()) && opens_title(after));
        if !is || after.is_empty() {
            break;
        }
        title.add(&word);
        rest = after;
    }
    // `Pope Francis` stays whole, and Francis is his name.
    (title, rest)
}

/// Whether a title goes on: one of its next words is one that is never part of a name.
fn opens_title(text: &str) -> bool {
    for word in text.split_whitespace() {
        let word = folded(word);
        if TITLES.contains(&word.as_str()) {
            return true;
        }
        if !WITHIN.contains(&word.as_str()) {
            return false;
        }
    }
    false
}

/// The title at the end of the text before a name.
pub(crate) fn before(text: &str) -> Title {
    let mut title = Title::default();
    let mut words: Vec<String> = Vec::new();
    if !text.ends_with(char::is_whitespace) {
        return title;
    }
    for printed in text.split_whitespace().rev().take(6) {
        // A sentence or a list ends before it.
        if printed.ends_with([',', ';', ':', ')', '"', '\u{201d}', '?', '!']) {
            break;
        }
        let word = folded(printed);
        let known = TITLES.contains(&word.as_str());
        if words.is_empty() && STYLES.contains(&word.as_str()) && starts_upper(printed) {
            title.style = Some(case_of(printed));
            words.push(word);
            break;
        }
        if !(known || (!words.is_empty() && WITHIN.contains(&word.as_str()))) {
            break;
        }
        if printed.ends_with('.') && !known {
            break;
        }
        words.push(word);
    }
    words.reverse();
    while words
        .first()
        .is_some_and(|word| matches!(word.as_str(), "the" | "and" | "of"))
    {
        words.remove(0);
    }
    title.folded = words.join(" ");
    title
}

impl Title {
    fn add(&mut self, word: &str) {
        if !self.folded.is_empty() {
            self.folded.push(' ');
        }
        self.folded.push_str(word);
    }
}

/// Whether a folded word is a title that goes with a single name: no part of the name that tells people apart.
pub(crate) fn is_style(word: &str) -> bool {
    STYLES.contains(&word)
}

fn folded(word: &str) -> String {
    name_key(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// `POPE` as `Pope`.
fn case_of(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter();
    first.chain(chars.flat_map(char::to_lowercase)).collect()
}
