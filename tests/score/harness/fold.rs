//! When two titles, names or days are the same, whatever the typography.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use dateline::date::{Date, Precision};
use regex::Regex;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{N}]+"));
static BEFORE_MARK: LazyLock<Regex> = LazyLock::new(|| pattern(r" ([:;,.?!])"));
static BETWEEN_NAMES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\s*(?:;|,|\||\n|/|\s+and\s+|\s*&\s*|\s+und\s+|\s+et\s+)\s*"));
static BY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:written\s+)?(?:by|von|par|por|di|автор)[:\s]+"));
static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{4})-(\d\d)-(\d\d)"));
static ZONED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^.{10}[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))$")
});

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern that compiles")
}

/// The words of a text as printed: runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    let text = text.replace(['\u{ad}', '\u{200b}'], "");
    WORD.find_iter(&text)
        .map(|word| word.as_str().to_owned())
        .collect()
}

/// The text with quotes, dashes, letter case and white space made one.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkc() {
        match c {
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            '‘' | '’' | '‚' | '`' => folded.push('\''),
            '–' | '—' | '\u{2011}' | '−' => folded.push('-'),
            '\u{ad}' | '\u{200b}' => {}
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ς' => folded.push('σ'),
            c => folded.extend(c.to_lowercase()),
        }
    }
    let spaced = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    BEFORE_MARK.replace_all(&spaced, "$1").into_owned()
}

/// The names in a list or a line, folded, without `By`.
pub(crate) fn names(names: &Value) -> BTreeSet<String> {
    let lines: Vec<&str> = match names {
        Value::String(line) => vec![line],
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let mut found = BTreeSet::new();
    for line in lines {
        let line = fold(line);
        for name in BETWEEN_NAMES.split(&BY.replace(&line, "")) {
            let name = BY.replace(name, "");
            let name = name.trim_matches([' ', '.', ':', '-']);
            if !name.is_empty() {
                found.insert(name.to_owned());
            }
        }
    }
    found
}

/// The day of a date as printed.
pub(crate) fn day(date: &str) -> String {
    DAY.find(date).map_or_else(
        || date.chars().take(10).collect(),
        |day| day.as_str().to_owned(),
    )
}

/// The days that a gold date allows: the one printed, and that of the same moment in UTC.
pub(crate) fn days(date: &str) -> BTreeSet<String> {
    let date = date.trim();
    [Some(day(date)), day_in_utc(date)]
        .into_iter()
        .flatten()
        .collect()
}

fn day_in_utc(date: &str) -> Option<String> {
    let day = DAY.captures(date)?;
    let moment = ZONED.captures(date)?;
    let minutes = |hours: usize| -> Option<i64> {
        let (hours, minutes) = (moment.get(hours)?, moment.get(hours + 1)?);
        Some(hours.as_str().parse::<i64>().ok()? * 60 + minutes.as_str().parse::<i64>().ok()?)
    };
    let east = match moment.get(3) {
        Some(sign) if sign.as_str() == "-" => -minutes(4)?,
        Some(_) => minutes(4)?,
        None => 0,
    };
    let printed = Date::day(
        day[1].parse().ok()?,
        day[2].parse().ok()?,
        day[3].parse().ok()?,
    )?;
    let seconds = printed.local() + (minutes(1)? - east) * 60;
    Some(Date::from_local(seconds, Precision::Day, None)?.value())
}
