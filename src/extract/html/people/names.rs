//! Names of people, told from sites, desks and agencies.

use crate::extract::byline;
use crate::extract::html::people::sources::Source;

/// The names that a source gives; `agency` is filled with the first agency met, where it holds none.
pub(super) fn read(source: &Source, sites: &[String], agency: &mut Option<String>) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for value in &source.values {
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
        // `example.org, Frankfurt, Germany` names no person.
        let has_address = value
            .split([' ', ','])
            .any(|word| word.contains('.') && word.len() > 6 && !word.ends_with('.'));
        for name in names {
            let single = !name.contains(' ') && name.is_ascii();
            let doubtful = has_address && single;
            if !doubtful && !is_site(&name, sites) && !authors.contains(&name) {
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

/// `Jane Doe` for `Doe, Jane`.
fn in_order(value: &str) -> String {
    match value.split_once(", ") {
        Some((family, given))
            if !given.contains(',')
                && is_capitalised(family)
                && is_capitalised(given)
                && family.split(' ').count() < 3
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
