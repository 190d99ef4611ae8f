//! Names of people, told from sites, desks and agencies.

use crate::extract::byline;
use crate::extract::html::people::sources::Source;

/// The names that a source gives; `agency` is filled with the first agency met, where it holds none.
pub(super) fn read(source: &Source, sites: &[String], agency: &mut Option<String>) -> Vec<String> {
    if !source.parted.is_empty() {
        let mut named = agency.clone();
        let authors = of(source, &source.parted, sites, &mut named);
        // A given name and a family name in elements of their own are one name.
        if authors
            .iter()
            .any(|name| name.contains(' ') || !name.is_ascii())
        {
            *agency = named;
            return authors;
        }
    }
    of(source, &source.values, sites, agency)
}

fn of(
    source: &Source,
    values: &[String],
    sites: &[String],
    agency: &mut Option<String>,
) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for value in values {
        if value.contains("://")
            || value.starts_with('@')
            || value.len() > 400
            || is_site(value, sites)
            || value.to_lowercase().starts_with("redaktion:")
        {
            continue;
        }
        let inverted = source.rule.starts_with("dc.") || source.rule.starts_with("citation_");
        let value = &if inverted {
            in_order(value)
        } else {
            value.clone()
        };
        let read = byline::parse(value);
        let had_agency = read.agency.is_some();
        if agency.is_none() {
            *agency = read.agency;
        }
        let mut names = read.authors;
        if names.is_empty() && !had_agency && source.names && is_name(value) {
            names.push(value.clone());
        }
        if names.is_empty()
            && !had_agency
            && !source.rule.starts_with("text:")
            && let Some(name) = in_small_letters(value)
        {
            names.push(name);
        }
        // `example.org, Frankfurt, Germany` names no person.
        let has_address = value
            .split([' ', ','])
            .any(|word| word.contains('.') && word.len() > 6 && !word.ends_with('.'));
        for name in names {
            let single = !name.contains(' ') && name.is_ascii();
            // A section or a button in a byline's element; `By Paul` is a name.
            let label = matches!(source.rule, "class:byline" | "link:author")
                && !name.contains(' ')
                && name.chars().any(char::is_lowercase)
                && !byline::is_byline(value)
                // `Paul December 23, 2016`
                && !(value.starts_with(name.as_str()) && value.ends_with(|c: char| c.is_ascii_digit()));
            let doubtful = has_address && single || label || is_paper(&name);
            if !doubtful
                && !is_site(&name, sites)
                && !holds_site(&name, sites)
                && !authors.contains(&name)
            {
                authors.push(name);
            }
        }
    }
    authors
}

/// Whether a value that the page calls a person's name looks like one: two to four capitalised words, none of a desk's.
pub(super) fn is_name(value: &str) -> bool {
    const DESKS: &[&str] = &[
        "staff",
        "desk",
        "team",
        "news",
        "newsroom",
        "editor",
        "editorial",
        "online",
        "redaktion",
        "redaction",
        "redacción",
        "redazione",
        "rédaction",
        "press",
        "agency",
        "agencies",
        "agentur",
        "agence",
        "agencia",
        "media",
        "admin",
        "web",
        "digital",
        "service",
        "group",
        "redaksi",
        "redaktionen",
        "board",
        "company",
        "correspondent",
        "reporter",
        "writer",
        "contributor",
        "guest",
        "from",
        "by",
        "the",
        "tv",
        "radio",
        "magazine",
        "times",
        "post",
        "daily",
    ];
    let words: Vec<&str> = value.split(' ').collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
                && !DESKS.contains(&word.to_lowercase().as_str())
        })
}

/// `By Jane doe`: two words after the opening of a byline, printed as the writer signs.
fn in_small_letters(value: &str) -> Option<String> {
    let rest = byline::without_opener(value);
    if rest.len() == value.len() {
        return None;
    }
    let words: Vec<&str> = rest.split_whitespace().collect();
    let is_word = |word: &&str| word.len() > 3 && word.chars().all(char::is_alphabetic);
    let is_other =
        |word: &&str| byline::is_desk(word) || byline::is_role(word) || byline::is_cut(word);
    (words.len() == 2
        && words[0].starts_with(char::is_uppercase)
        && words.iter().all(is_word)
        && !words.iter().any(is_other))
    .then(|| words.join(" "))
}

/// `The Quay Gazette of York`, `El Faro de la Costa`: an article and a preposition, as papers are called.
fn is_paper(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let article = matches!(words[0], "El" | "La" | "Los" | "Las" | "The" | "O" | "A");
    article
        && words.len() > 3
        && words[2..words.len() - 1]
            .iter()
            .any(|word| matches!(*word, "de" | "del" | "da" | "do" | "of"))
}

/// Whether it is a name of the site itself.
fn is_site(name: &str, sites: &[String]) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let name = plain(name);
    sites.iter().any(|site| plain(site) == name)
}

/// Whether the site's name is in it: `Northern Quay Gazette` on the site of the `Quay Gazette`.
fn holds_site(name: &str, sites: &[String]) -> bool {
    let plain = |text: &str| text.to_lowercase().replace(' ', "");
    name.split(' ').count() > 2
        && sites
            .iter()
            .any(|site| site.len() >= 9 && plain(name).contains(&plain(site)))
}

/// `Jane Doe` for `Doe, Jane`.
fn in_order(value: &str) -> String {
    match value.split_once(", ") {
        // `van der Doe, Jane`: particles go with the family's name.
        Some((family, given))
            if !given.contains(',')
                && is_capitalised(given)
                && family
                    .split(' ')
                    .filter(|word| !byline::is_particle(word))
                    .all(is_capitalised)
                && family
                    .split(' ')
                    .filter(|word| !byline::is_particle(word))
                    .count()
                    < 3
                && given.split(' ').count() < 4 =>
        {
            format!("{given} {family}")
        }
        _ => value.to_owned(),
    }
}

/// Whether each word begins with a capital.
pub(super) fn is_capitalised(words: &str) -> bool {
    words
        .split(' ')
        .all(|word| word.chars().next().is_some_and(char::is_uppercase))
}
