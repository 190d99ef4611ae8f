//! Numbers as languages write them: `2,000` is `2000` in the index already; `2.000` and `2 000` are asked for where it has languages
//! that write so. And signs: `AT&T` is `AT and T` and `ATT`, `5.6bn` is `5.6 billion`.

/// Languages that part thousands with a dot.
const DOT: [&str; 18] = [
    "az", "ca", "da", "de", "el", "es", "gl", "hr", "id", "is", "it", "mk", "nl", "pt", "ro", "sl",
    "sr", "tr",
];
/// Languages that part thousands with a blank.
const BLANK: [&str; 19] = [
    "be", "bg", "cs", "et", "fi", "fr", "hu", "ka", "kk", "lt", "lv", "nb", "no", "pl", "ru", "sk",
    "sq", "sv", "uk",
];
/// What is written for a power of ten or a hundredth behind a number.
const UNITS: [&[&str]; 4] = [
    &["billion", "bln", "bn"],
    &["million", "mln", "mn"],
    &["trillion", "trln", "trn", "tn"],
    &["percent", "pct"],
];

/// Letters of what is written without its `&`, at the least; of more, none is asked for with it.
const CLOSED: usize = 3;

/// Other ways to write the number `word` (folded), each of one word or several, in an archive of the languages `langs`.
pub(super) fn written(word: &str, langs: &[&str]) -> Vec<Vec<String>> {
    let mut ways = Vec::new();
    let speaks = |list: &[&str]| langs.iter().any(|lang| list.contains(lang));
    if word.len() <= 15 && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.starts_with('0')
    {
        let groups = thousands(word);
        if groups.len() > 1 && speaks(&DOT) {
            ways.push(vec![groups.join(".")]);
        }
        if groups.len() > 1 && speaks(&BLANK) {
            ways.push(groups.iter().map(|group| (*group).to_owned()).collect());
        }
    } else if speaks(&DOT) && is_dotted(word) {
        ways.push(vec![word.replace('.', "")]);
    }
    if let Some(at) = word.find(|letter: char| letter.is_ascii_alphabetic())
        && is_number(&word[..at])
        && is_unit(&word[at..])
    {
        let (number, unit) = word.split_at(at);
        for name in units(unit) {
            ways.push(vec![number.to_owned(), name.to_owned()]);
            if name != unit {
                ways.push(vec![format!("{number}{name}")]);
            }
        }
    }
    if let Some((left, right)) = word.split_once('&')
        && !left.is_empty()
        && !right.is_empty()
        && !right.contains('&')
    {
        ways.push(vec![left.to_owned(), "and".to_owned(), right.to_owned()]);
        ways.push(vec![left.to_owned(), right.to_owned()]);
        // Of two letters run together, most are something else: `R&D`, `M&A`.
        let closed = format!("{left}{right}");
        if closed.chars().count() >= CLOSED {
            ways.push(vec![closed]);
        }
    } else if word.len() == CLOSED && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        ways.extend((1..word.len()).map(|at| vec![format!("{}&{}", &word[..at], &word[at..])]));
    }
    ways
}

/// What a number and the unit behind it are run together: `10pct` for `10 percent`.
pub(in crate::search::plan) fn closed(number: &str, unit: &str) -> Vec<String> {
    if !(is_number(number) && is_unit(unit)) {
        return Vec::new();
    }
    units(unit).map(|unit| format!("{number}{unit}")).collect()
}

/// A unit and what else is written for it.
fn units(unit: &str) -> impl Iterator<Item = &str> {
    let row = UNITS.iter().find(|row| row.contains(&unit));
    let others = row.into_iter().flat_map(|row| row.iter().copied());
    std::iter::once(unit).chain(others.filter(move |other| *other != unit))
}

fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Whether letters behind a number may be a word of their own; `1st` is one word.
fn is_unit(text: &str) -> bool {
    (2..=8).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase())
        && !["st", "nd", "rd", "th"].contains(&text)
}

/// The number in groups of three digits, the first of one to three.
fn thousands(digits: &str) -> Vec<&str> {
    let first = match digits.len() % 3 {
        0 => 3.min(digits.len()),
        first => first,
    };
    let (first, mut rest) = digits.split_at(first);
    let mut groups = vec![first];
    while !rest.is_empty() {
        let (group, after) = rest.split_at(3);
        groups.push(group);
        rest = after;
    }
    groups
}

/// Whether all dots of a number part thousands.
fn is_dotted(word: &str) -> bool {
    let mut groups = word.split('.');
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    (1..=3).contains(&first.len())
        && digits(first)
        && !first.starts_with('0')
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3 && digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_languages_do() {
        for (word, langs, expected) in [
            ("2000", "en", ""),
            ("2000", "en de", "2.000"),
            ("2000", "en fr", "2 000"),
            ("1234567", "en de fr", "1.234.567|1 234 567"),
            ("200", "en de fr", ""),
            ("007", "de", ""),
            ("2.000", "de", "2000"),
            ("2.000", "en", ""),
            ("3.14", "de", ""),
            ("0.125", "de", ""),
            ("10.0.0.1", "de", ""),
            (
                "5.6bn",
                "en",
                "5.6 bn|5.6 billion|5.6billion|5.6 bln|5.6bln",
            ),
            ("5km", "en", "5 km"),
            ("1st", "en", ""),
            ("5m", "en", ""),
            ("at&t", "en", "at and t|at t|att"),
            ("att", "en", "a&tt|at&t"),
            ("r&d", "en", "r and d|r d"),
            ("a&", "en", ""),
            ("word", "en de fr", ""),
            ("", "de fr", ""),
        ] {
            let langs: Vec<&str> = langs.split(' ').collect();
            let ways: Vec<String> = written(word, &langs)
                .iter()
                .map(|way| way.join(" "))
                .collect();
            assert_eq!(ways.join("|"), expected, "{word}");
        }
    }
}
