//! The printed line of a byline: what of it is kept, and the agency it names.

use crate::date::{self, Reading};
use crate::extract::byline;
use crate::extract::html::people::names::is_capitalised;
use crate::extract::html::people::printed::Line;

/// Whether the line holds the name, case aside.
pub(super) fn names(line: &str, name: &str) -> bool {
    line.to_lowercase().contains(&name.to_lowercase())
}

/// Whether the line is a byline though none of the authors is in it: it names people, an agency, a desk or the site.
pub(super) fn is_whole(line: &Line, sites: &[String]) -> bool {
    let text = line.text.as_str();
    let said = byline::parse(text);
    said.agency.is_some()
        || said
            .authors
            .iter()
            .any(|name| name.contains(' ') || !name.is_ascii())
        || byline::opens(text)
        || text.split_whitespace().any(byline::is_desk)
        || sites.iter().any(|site| names(text, site))
}

/// A byline as printed, without what stands behind it on its line: dates, labels, links.
pub(super) fn without_rest(line: &str, authors: &[String], reading: &Reading) -> String {
    let line = without_date(line, authors, reading);
    let whole = byline::parse(&line);
    let known = |name: &String| authors.contains(name);
    if !whole.authors.iter().any(known) && whole.agency.is_none() {
        return line;
    }
    let mut end = line.len();
    let mut seen = String::new();
    for (at, word) in words(&line) {
        let label = byline::is_cut(word) && !word.eq_ignore_ascii_case("today")
            || word.bytes().any(|byte| byte.is_ascii_digit());
        if label && !seen.is_empty() && byline::parse(&seen) == whole && !whole.authors.is_empty() {
            end = at;
            break;
        }
        seen.push_str(word);
        seen.push(' ');
    }
    let kept = line[..end].trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '/' | '|' | '·' | '•' | ':' | '(')
    });
    byline::without_buttons(kept).to_owned()
}

/// The words of a line and where they begin.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
}

/// Without the section and the date that stand on its line.
fn without_date(line: &str, authors: &[String], reading: &Reading) -> String {
    let mut line = line.trim();
    if let Some(at) = line.find(['|', '·', '•'])
        && byline::parse(&line[..at])
            .authors
            .iter()
            .any(|name| authors.contains(name))
    {
        line = line[..at].trim();
    }
    let dated = line.bytes().any(|byte| byte.is_ascii_digit());
    if let Some(found) = dated
        .then(|| date::find(line, reading))
        .and_then(|dates| dates.into_iter().next())
        && let Some(before) = line.get(..found.span.start)
        && before.trim().len() > 6
    {
        line = before.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '(')
        });
        for word in [
            " on",
            " am",
            " le",
            " el",
            " il",
            " den",
            " published",
            " updated",
        ] {
            line = line.strip_suffix(word).unwrap_or(line);
        }
    }
    line.trim_end_matches(|c: char| c.is_whitespace() || c == ',')
        .to_owned()
}

/// An agency by its own word, where it is in no list: `Northern News Agency`.
pub(super) fn unlisted_agency(line: &str) -> Option<String> {
    const ENDS: &[&str] = &[
        "News Agency",
        "Press Agency",
        "News Service",
        "Press Association",
        "Nachrichtenagentur",
        "Presseagentur",
    ];
    line.split([',', '/', '|', '–'])
        .map(str::trim)
        .find(|part| {
            part.len() < 60 && ENDS.iter().any(|end| part.ends_with(end)) && is_capitalised(part)
        })
        .map(|part| byline::without_opener(part).to_owned())
}
