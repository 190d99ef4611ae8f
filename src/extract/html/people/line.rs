//! The printed line of a byline: what of it is kept, and the agency it names.

use crate::date::{self, Reading};
use crate::extract::byline;
use crate::extract::html::people::names::is_capitalised;

/// A byline as printed, without the section and the date that stand on its line.
pub(super) fn without_date(line: &str, reading: &Reading) -> String {
    let mut line = line.trim();
    if let Some(at) = line.find(['|', '·', '•'])
        && !byline::parse(&line[..at]).authors.is_empty()
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
        .map(str::to_owned)
}
