//! Titles: site names and section prefixes cut off, candidates compared.

/// What parts a title from the site's name: the longest first.
const BARS: &[&str] = &[
    " | ", " || ", " – ", " — ", " - ", " :: ", "::", " @ ", " » ", " « ", " · ", " • ", " ‹ ",
    " › ", " / ", " ~ ", "｜", "|", "│", "ㅣ", " : ", "-",
];

/// How alike two titles are, 0 to 1: the F1 of their words, case and punctuation aside.
pub(crate) fn likeness(one: &str, other: &str) -> f32 {
    let (mut a, mut b) = (words(one), words(other));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let sum = a.len() + b.len();
    a.sort_unstable();
    b.sort_unstable();
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    2.0 * common as f32 / sum as f32
}

/// The words of a title, lower case; of scripts without blanks, each character.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().take(2000) {
        if is_ideograph(c) {
            if !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            words.push(c.to_string());
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !matches!(c, '\u{ad}' | '\u{200b}' | '\'' | '’') && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn is_ideograph(c: char) -> bool {
    ('\u{2e80}'..='\u{9fff}').contains(&c)
}

/// The title without the names of the site at its ends; `sites` are the names it may go by (publisher, domain).
pub(crate) fn without_site(title: &str, sites: &[String]) -> String {
    let mut title = title.trim();
    for _ in 0..3 {
        let Some(shorter) = cut_once(title, sites) else {
            break;
        };
        title = shorter;
    }
    // What was left between two names of the site: `Title -- Site`, `Title :: Site ::`.
    title
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | '|'))
        .to_owned()
}

fn cut_once<'t>(title: &'t str, sites: &[String]) -> Option<&'t str> {
    for bar in BARS {
        let exactly = *bar == "-";
        if let Some(at) = title.rfind(bar) {
            let (head, tail) = (title[..at].trim(), title[at + bar.len()..].trim());
            if !head.is_empty() && is_site(tail, sites, exactly) {
                return Some(head);
            }
        }
        if let Some(at) = title.find(bar) {
            let (head, tail) = (title[..at].trim(), title[at + bar.len()..].trim());
            if !tail.is_empty() && is_site(head, sites, exactly) {
                return Some(tail);
            }
        }
    }
    None
}

/// Whether a piece of a title names the site: one of the known names (`exactly`, or nearly), or an address.
fn is_site(piece: &str, sites: &[String], exactly: bool) -> bool {
    let plain = squashed(piece);
    if plain.is_empty() {
        return false;
    }
    if exactly {
        return sites.iter().any(|site| squashed(site) == plain);
    }
    if sites.iter().any(|site| {
        let site = squashed(site);
        site.len() > 1
            && (plain == site
                || (site.len() >= 4 && plain.len() <= site.len() + 14 && plain.contains(&site))
                || (plain.len() >= 5 && site.contains(&plain)))
    }) {
        return true;
    }
    !piece.contains(' ')
        && piece.contains('.')
        && piece.rsplit('.').next().is_some_and(|last| {
            (2..=4).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
}

/// Letters and digits only, lower case, without `the` at the start.
fn squashed(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    plain
        .strip_prefix("the")
        .map_or(plain.clone(), str::to_owned)
}

/// The name in an address: `example` of `https://www.example.co.uk/a`.
pub(crate) fn domain_name(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let mut parts: Vec<&str> = host.split('.').filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 {
        return None;
    }
    parts.pop();
    if parts.len() > 1
        && parts.last().is_some_and(|last| {
            matches!(
                *last,
                "co" | "com" | "org" | "net" | "gov" | "ac" | "edu" | "or" | "ne"
            )
        })
    {
        parts.pop();
    }
    parts.pop().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn site_names_are_cut_off() {
        let sites = ["The Quay Gazette".to_owned(), "quaygazette".to_owned()];
        let cases = [
            (
                "Lamp-lighter retires | The Quay Gazette",
                "Lamp-lighter retires",
            ),
            (
                "Quay Gazette: Lamp-lighter retires",
                "Quay Gazette: Lamp-lighter retires",
            ),
            (
                "The Quay Gazette - Lamp-lighter retires",
                "Lamp-lighter retires",
            ),
            (
                "Lamp-lighter retires - after 31 years",
                "Lamp-lighter retires - after 31 years",
            ),
            (
                "Lamp-lighter retires – quaygazette.example",
                "Lamp-lighter retires",
            ),
            (
                "Lamp-lighter retires – quaygazette.com",
                "Lamp-lighter retires",
            ),
            ("", ""),
        ];
        for (whole, cut) in cases {
            assert_eq!(without_site(whole, &sites), cut);
        }
    }

    #[test]
    fn likeness_is_of_words() {
        assert!(likeness("Lamp-lighter retires", "LAMP lighter retires!") > 0.99);
        assert!(likeness("Lamp-lighter retires", "A goat in the library") < 0.01);
        assert!(likeness("", "x").abs() < f32::EPSILON);
    }

    #[test]
    fn names_in_addresses() {
        let cases = [
            ("https://www.example.co.uk/a", Some("example")),
            ("http://news.example.org", Some("example")),
            ("localhost", None),
        ];
        for (url, name) in cases {
            assert_eq!(domain_name(url).as_deref(), name);
        }
    }
}
