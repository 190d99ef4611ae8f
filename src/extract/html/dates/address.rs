//! What addresses say of dates: the day in a path, and by the site's country which of day and month comes first.

use crate::date::Order;
use crate::extract::html::dates::Evidence;
use crate::extract::html::dates::candidates::Candidates;

/// Adds the date in the page's address and those in the addresses of its pictures.
pub(super) fn collect(evidence: &Evidence<'_, '_>, candidates: &mut Candidates<'_>) {
    if let Some(text) = evidence.urls.iter().find_map(|url| in_url(url)) {
        let weight = if text.len() >= 10 { 70 } else { 10 };
        candidates.push(&text, "url".to_owned(), weight, false);
    }
    for name in ["og:image", "twitter:image"] {
        if let Some(text) = evidence.meta.get(name).and_then(in_url) {
            // Pictures are often older than the article: better than nothing.
            candidates.push(&text, name.to_owned(), 3, false);
        }
    }
}

/// Which of day and month comes first on this page, by its language and country.
pub(in crate::extract::html) fn order(lang: Option<&str>, url: Option<&str>) -> Order {
    let lang = lang.unwrap_or("").replace('_', "-").to_ascii_lowercase();
    if lang == "en-us" {
        return Order::MonthFirst;
    }
    let host = url
        .and_then(|url| {
            url.split_once("://")
                .map_or(Some(url), |(_, rest)| Some(rest))
        })
        .and_then(|rest| rest.split('/').next())
        .unwrap_or("");
    let american = [".com", ".org", ".gov", ".net", ".us", ".edu"]
        .iter()
        .any(|end| host.ends_with(end));
    if (lang.is_empty() || lang == "en") && american {
        return Order::MonthFirst;
    }
    Order::DayFirst
}

/// A date in the path of an address: `/2022/09/08/`, `/2022-09-08/`, `20220908`.
fn in_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or("");
    let bytes = path.as_bytes();
    let digits = |at: usize, count: usize| -> Option<u32> {
        let part = bytes.get(at..at + count)?;
        if part.iter().all(u8::is_ascii_digit) {
            std::str::from_utf8(part).ok()?.parse().ok()
        } else {
            None
        }
    };
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    for at in 1..bytes.len() {
        if is_digit(at - 1) || !is_digit(at) {
            continue;
        }
        let Some(year) = digits(at, 4).filter(|year| (1995..2100).contains(year)) else {
            continue;
        };
        let separator = bytes.get(at + 4).copied().unwrap_or(0);
        if matches!(separator, b'/' | b'-' | b'_' | b'.') {
            let two = digits(at + 5, 2);
            let (month, next) = match two {
                Some(month) => (Some(month), at + 7),
                None => (
                    digits(at + 5, 1).or_else(|| month_name(path.get(at + 5..at + 8)?)),
                    if is_digit(at + 5) { at + 6 } else { at + 8 },
                ),
            };
            if let Some(month) = month.filter(|month| (1..=12).contains(month))
                && bytes.get(next) == Some(&separator)
                && !is_digit(next + 3)
            {
                let day = digits(next + 1, 2).or_else(|| {
                    if is_digit(next + 2) {
                        None
                    } else {
                        digits(next + 1, 1)
                    }
                });
                if let Some(day) = day.filter(|day| (1..=31).contains(day)) {
                    return Some(format!("{year:04}-{month:02}-{day:02}"));
                }
            }
        } else if let (Some(month), Some(day)) = (digits(at + 4, 2), digits(at + 6, 2))
            && !is_digit(at + 8)
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
        {
            return Some(format!("{year:04}-{month:02}-{day:02}"));
        }
    }
    None
}

/// The number of a month by the first three letters of its English name.
fn month_name(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    NAMES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(name))
        .map(|at| at as u32 + 1)
}
