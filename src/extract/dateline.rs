//! Datelines: the place and day that open a body, `TIRANA, Sept 8 (Reuters) —`.

use crate::extract::byline;

/// What opens a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// As printed, without the dash after it: `TIRANA, Sept 8 (Reuters)`.
    pub text: String,
    /// The news agency named in it, by its usual name.
    pub agency: Option<String>,
}

/// The dash that ends a dateline lies within so many bytes.
const LONGEST: usize = 110;

/// Reads the dateline of a paragraph; `None` where it has none. The dateline stays part of the paragraph.
pub fn parse(paragraph: &str) -> Option<Dateline> {
    let paragraph = paragraph.trim_start();
    let mut end = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = &paragraph[..end];
    let (at, rest) = dash(head)?;
    let text = head[..at].trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    // A dateline opens a sentence: something must follow it.
    if text.is_empty() || paragraph[rest..].trim().len() < 10 {
        return None;
    }
    let (place, agency) = inner(text)?;
    let vouched = agency.is_some() || place.is_empty();
    is_place(place, vouched).then(|| Dateline {
        text: text.to_owned(),
        agency: agency
            .map(str::to_owned)
            .or_else(|| unknown_agency(text, place)),
    })
}

/// Where the dash of a dateline begins, and where the sentence goes on.
fn dash(head: &str) -> Option<(usize, usize)> {
    for (at, c) in head.char_indices() {
        let after = &head[at + c.len_utf8()..];
        let before = &head[..at];
        let is = match c {
            '—' | '–' | '―' => true,
            '-' => {
                (after.starts_with('-') || after.starts_with(' '))
                    && before.ends_with([' ', ')', '.', '/'])
            }
            // `MOSCOW, September 8. /TASS/.`
            '.' => before.ends_with('/') && before.matches('/').count() == 2,
            // A dateline in brackets alone may end with a colon or nothing: `(dpa).`
            _ => false,
        };
        if is {
            let skip = after.len() - after.trim_start_matches(['-', '—', '–']).len();
            return Some((at, at + c.len_utf8() + skip));
        }
    }
    None
}

/// The place and day before the brackets, and the agency in them.
fn inner(text: &str) -> Option<(&str, Option<&'static str>)> {
    let open = text.find(['(', '/', '[']);
    let Some(open) = open else {
        return Some((text, None));
    };
    let mark = text[open..].chars().next()?;
    if mark == '/' && !text.ends_with('/') {
        // `BERLIN/BRUSSELS`
        return Some((text, None));
    }
    let inside = text[open..].trim_matches(['(', ')', '/', '[', ']', '.', ' ']);
    if mark != '/' && !text.trim_end().ends_with([')', ']']) {
        return None;
    }
    let place = text[..open].trim_end_matches([' ', ',', '.', ':']);
    let agency = inside
        .split(['/', ',', '-', ';', '|'])
        .find_map(|part| byline::agency(part.trim()));
    let short = inside.split_whitespace().count() <= 4
        && inside.chars().next().is_some_and(char::is_uppercase);
    // `LONDON, Feb 6 (Agency)`: an unknown agency after a place in capitals.
    (agency.is_some() || (short && (!place.is_empty() || shouted(inside))))
        .then_some((place, agency))
}

/// The name in the brackets of a whole dateline, `TIRANA, Sept 8 (Meridian)`, where it is of no agency known.
fn unknown_agency(text: &str, place: &str) -> Option<String> {
    let inside = text.rsplit_once('(')?.1.strip_suffix(')')?.trim();
    let town = place.split([',', '.']).next().unwrap_or(place);
    let word = (3..=24).contains(&inside.len()) && inside.chars().all(char::is_alphabetic);
    (word && inside.starts_with(char::is_uppercase) && shouted(town)).then(|| inside.to_owned())
}

fn shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && text.chars().filter(|c| c.is_uppercase()).count() == letters
}

/// Whether `place` reads as places do: few words, capitals; all capitals unless an agency vouches for it.
fn is_place(place: &str, vouched: bool) -> bool {
    if place.is_empty() {
        return vouched;
    }
    let words: Vec<&str> = place.split_whitespace().collect();
    if words.len() > 9
        || place
            .chars()
            .any(|c| matches!(c, '"' | '“' | '”' | '?' | '!' | ';' | '«' | '»' | ':'))
    {
        return false;
    }
    let first = words[0].trim_matches(|c: char| !c.is_alphanumeric());
    if vouched {
        return first
            .chars()
            .next()
            .is_some_and(|c| !c.is_lowercase() && !c.is_ascii_digit());
    }
    // The place itself, up to the comma, must be in capitals: `NEW YORK, Sept 8`.
    let name = place.split([',', '.']).next().unwrap_or(place);
    shouted(name) && name.split_whitespace().count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (paragraph, text, agency) in [
            (
                "TIRANA, Sept 8 (Reuters) — The government said on Thursday",
                "TIRANA, Sept 8 (Reuters)",
                Some("Reuters"),
            ),
            (
                "BERLIN (dpa) - Die Regierung hat am Donnerstag",
                "BERLIN (dpa)",
                Some("dpa"),
            ),
            (
                "Berlin (dpa) – Die Regierung hat am Donnerstag",
                "Berlin (dpa)",
                Some("dpa"),
            ),
            ("(AP) — The government said on Thursday", "(AP)", Some("AP")),
            ("(CNN) — The government said on Thursday", "(CNN)", None),
            ("LONDON - The government said on Thursday", "LONDON", None),
            (
                "NEW YORK, Sept. 8 — The government said on Thursday",
                "NEW YORK, Sept. 8",
                None,
            ),
            (
                "MOSCOW, September 8. /TASS/. The government said",
                "MOSCOW, September 8. /TASS/",
                Some("TASS"),
            ),
            (
                "BEIJING, Sept. 8 (Xinhua) -- The government said so",
                "BEIJING, Sept. 8 (Xinhua)",
                Some("Xinhua"),
            ),
            (
                "Madrid, 8 sep (EFE).- El Gobierno ha dicho este jueves",
                "Madrid, 8 sep (EFE)",
                Some("EFE"),
            ),
            (
                "TIRANA, Sept 8 (Meridian) — The government said on Thursday",
                "TIRANA, Sept 8 (Meridian)",
                Some("Meridian"),
            ),
            (
                "LA CROSSE, Wis. (AP) — After a long summer of talks",
                "LA CROSSE, Wis. (AP)",
                Some("AP"),
            ),
        ] {
            let found = parse(paragraph);
            let found = found.unwrap_or_else(|| panic!("{paragraph}"));
            assert_eq!(
                (found.text.as_str(), found.agency.as_deref()),
                (text, agency)
            );
        }
        for none in [
            "The government — which fell last year — said on Thursday",
            "A long-awaited report - the first of its kind - said so",
            "NATO allies on Thursday condemned the attack",
            "",
            "TIRANA —",
        ] {
            assert_eq!(parse(none), None, "{none}");
        }
    }
}
