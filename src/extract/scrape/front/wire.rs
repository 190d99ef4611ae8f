//! Wire copy: a slug above, `(MORE)` within, an end mark and the agency's stamp below.

use crate::extract::byline;
use crate::extract::scrape::front::Front;
use crate::extract::scrape::shape::{is_end_mark, is_slug, stamp};

/// So many lines may stand above the text.
const HEADER: usize = 12;

/// Takes the wire's own lines off; the day of its stamp is the day of publication.
pub(super) fn wire(text: &str) -> (Front, String) {
    let mut front = Front::default();
    let mut body = String::with_capacity(text.len());
    let mut lines = text.lines();
    let indented = |line: &str| line.starts_with("  ") || line.starts_with('\t');
    // Where paragraphs are indented, what stands before them is the header.
    let header = text
        .lines()
        .take(HEADER)
        .position(|line| indented(line) && !line.trim().is_empty())
        .unwrap_or(0);
    let mut seen = false;
    let mut above: Option<&str> = None;
    for (at, line) in lines.by_ref().enumerate() {
        let bare = line.trim();
        if is_end_mark(bare) {
            break;
        }
        if let Some(day) = stamp(bare) {
            front.published = day_of(day);
            break;
        }
        if !seen && !bare.is_empty() {
            seen = true;
            if is_slug(bare) || is_loose_slug(bare) {
                continue;
            }
        }
        if is_more(bare) || at < HEADER && is_note(bare) {
            continue;
        }
        if at < header {
            above = head(bare, above, &mut body);
            continue;
        }
        if header > 0 && at == header {
            body.push_str("\n\n");
        }
        body.push_str(line);
        body.push('\n');
    }
    // What follows the end mark is the wire's own stamp: `AGENCY 060226 February 6, 2026`.
    for line in lines.filter(|line| line.len() < 200).take(6) {
        if front.published.is_some() {
            break;
        }
        let dates = crate::date::find(line, &crate::date::Reading::default());
        front.published = stamp(line)
            .and_then(day_of)
            .or_else(|| dates.first().map(|found| found.span.of(line).to_owned()));
    }
    (front, body)
}

/// Adds a line of the header: an office goes with the byline above it, the second line of a headline in capitals with the first.
fn head<'l>(bare: &'l str, above: Option<&'l str>, body: &mut String) -> Option<&'l str> {
    let shouted = |text: &str| !text.chars().any(char::is_lowercase);
    let signed = byline::is_byline(bare);
    let office = above.is_some_and(byline::is_byline)
        && bare.len() <= 60
        && bare.split_whitespace().any(byline::is_role);
    let goes_on = above.is_some_and(|above| {
        shouted(above) && shouted(bare) && !signed && !byline::is_byline(above) && above.len() >= 20
    });
    if office {
        body.push_str(", ");
    } else if goes_on {
        body.push(' ');
    } else {
        body.push_str("\n\n");
    }
    body.push_str(bare);
    (!bare.is_empty()).then_some(bare)
}

/// The day of a stamp, month first, as printed in the year that its two digits name.
fn day_of(day: &str) -> Option<String> {
    let mut parts = day.split('-');
    let (month, date, year) = (parts.next()?, parts.next()?, parts.next()?);
    let two: u32 = year.parse().ok()?;
    // Wires went over to other forms before digits of the next century could be meant.
    let century = if two >= 60 { 19 } else { 20 };
    Some(format!("{century}{year}-{month}-{date}"))
}

/// `BC-EXAMPLE 2nd take`, with less to say so than a slug has elsewhere.
fn is_loose_slug(bare: &str) -> bool {
    let slug = bare.split([' ', ',']).next().unwrap_or("");
    slug.contains('-') && slug.chars().filter(|c| c.is_uppercase()).count() >= 4 && bare.len() <= 80
}

/// `(MORE)`, `-more-`.
fn is_more(bare: &str) -> bool {
    let more = bare.trim_matches(['(', ')', ' ', '-', '_']);
    matches!(
        more,
        "MORE" | "more" | "MORE TO COME" | "MORE TO FOLLOW" | "CONTINUED"
    ) && bare.len() <= 20
        && bare.starts_with(['(', '-', 'M'])
}

/// A note to editors: `Eds: UPDATES throughout`.
fn is_note(bare: &str) -> bool {
    let bare = bare.trim_start_matches('(');
    [
        "Eds:",
        "EDS:",
        "Eds.:",
        "Editors:",
        "EDITORS:",
        "With AP Photos",
        "With photos",
        "LaserPhoto",
        "Laserphoto",
    ]
    .iter()
    .any(|note| bare.starts_with(note))
}
