//! Names of a header as catalogues print them, the surname first.

use crate::extract::byline;

/// The people of an author field in the order of speech: `Jane Doe, Tom Hare` for `Doe, Jane; Hare, Tom`.
pub(super) fn in_order(value: &str) -> String {
    let people: Vec<&str> = value
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    // Where several are parted by semicolons the comma is within a name.
    let sure = people.len() > 1;
    let turned: Option<Vec<String>> = people.iter().map(|person| turned(person, sure)).collect();
    match turned {
        Some(names) if !names.is_empty() => names.join(", "),
        _ => value.to_owned(),
    }
}

/// `Jane Doe` of `Doe, Jane`; `None` where that is not how the name stands.
fn turned(person: &str, sure: bool) -> Option<String> {
    let (last, first) = person.split_once(", ")?;
    let first = first.trim();
    let words = |text: &str| text.split_whitespace().count();
    let is = (1..=3).contains(&words(last))
        && (1..=3).contains(&words(first))
        && !first.contains(',')
        && (sure
            || first.split(' ').next().is_some_and(byline::is_first_name)
                // `Jane Doe, Tom Hare` are two people.
                && !(words(last) > 1 && words(first) > 1)
                && !(words(last) > 1 && last.split(' ').next().is_some_and(byline::is_first_name)));
    is.then(|| format!("{first} {last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_first() {
        for (value, names) in [
            ("Doe, Jane", "Jane Doe"),
            ("Lindqvist, Ada; Hare, Tom J.", "Ada Lindqvist, Tom J. Hare"),
            ("Ada Lindqvist, Tom Hare", "Ada Lindqvist, Tom Hare"),
            ("Ada Lindqvist", "Ada Lindqvist"),
            ("Ada Lindqvist, Berlin", "Ada Lindqvist, Berlin"),
            ("", ""),
        ] {
            assert_eq!(in_order(value), names, "{value}");
        }
    }
}
