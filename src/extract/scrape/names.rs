//! The byline among the lines of a header: after an opener, beside a date, or alone.

use std::ops::Range;

use crate::date::{self, Reading};
use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::Traits;
use crate::extract::{boilerplate, byline};

/// The byline among the lines of a header: as printed, and the lines it takes.
pub(super) fn byline(
    blocks: &[Block],
    traits: &[Traits],
    range: Range<usize>,
) -> Option<(String, Vec<usize>)> {
    let range = range.start..range.end.min(blocks.len());
    // `By` alone on its line: the names follow, a node each.
    for at in range.clone() {
        if is_opener_alone(&blocks[at].text) && at + 1 < blocks.len() {
            let mut line = blocks[at].text.clone();
            let mut taken = vec![at];
            let mut names = 0;
            for (next, block) in blocks.iter().enumerate().skip(at + 1).take(12) {
                let text = block.text.as_str();
                let joint = matches!(
                    text,
                    "," | "and" | "und" | "et" | "y" | "e" | "&" | "og" | "och" | "|" | "/"
                );
                let named = !joint
                    && text.len() <= 80
                    && (names_of(text, true) || names_of(text, false))
                    && traits[next].boilerplate.is_none();
                if !joint && !named {
                    // An office between two names: `Jane Doe` / `News Reporter` / `Max Muster`.
                    let office = text.len() <= 60
                        && names > 0
                        && byline::parse(text) == byline::Byline::default()
                        && measured_office(text);
                    if office {
                        line.push_str(" | ");
                        continue;
                    }
                    break;
                }
                // Two names with no joint between: the second is a role or another line.
                if named
                    && names > 0
                    && !line.ends_with("| ")
                    && !blocks[next - 1].text.ends_with([',', '&', '/'])
                    && !matches!(
                        blocks[next - 1].text.as_str(),
                        "and" | "und" | "et" | "y" | "e" | "og" | "och" | "|"
                    )
                {
                    if !is_name(text) || line.ends_with(text) {
                        break;
                    }
                    line.push(',');
                }
                names += usize::from(named);
                line.push(' ');
                line.push_str(text);
                taken.push(next);
            }
            if names > 0 {
                return Some((line, taken));
            }
        }
    }
    for at in range.clone() {
        if traits[at].byline && !(traits[at].prose.ended && traits[at].prose.length > 80.0) {
            return Some((blocks[at].text.clone(), vec![at]));
        }
    }
    // A name alone beside a date (`Jane Doe` / `8 September 2022`) or with its office; an agency where nobody is named.
    for people in [true, false] {
        for at in range.clone() {
            let text = blocks[at].text.as_str();
            let beside = |offset: isize| {
                at.checked_add_signed(offset)
                    .and_then(|at| traits.get(at))
                    .is_some_and(|line| line.date)
            };
            let line = &traits[at];
            let stamped = has_date(text);
            let near = [-2, -1, 1, 2].into_iter().any(beside)
                || line.date
                || text.contains(" ago")
                || stamped
                || (text.len() <= 80 && measured_office(text));
            let quiet = text.len() <= 120 && !line.prose.ended && !line.credit && !line.caption;
            // A time of day has its colon; elsewhere a colon is of a headline.
            let plain = !text.contains(['"', '“', '„', '…', '?', '!', '«'])
                && (stamped || !text.contains(':'));
            let quiet =
                quiet && (!blocks[at].bullet || stamped || text.contains('•')) && !is_no_name(text);
            if near && quiet && plain && line.boilerplate.is_none() && names_of(text, people) {
                return Some(stacked(blocks, at, range.end));
            }
        }
    }
    // A name alone right below the title.
    for at in range.start..range.end.min(range.start + 12) {
        let text = blocks[at].text.as_str();
        let line = &traits[at];
        let quiet = !line.prose.ended
            && !blocks[at].bullet
            && !is_no_name(text)
            && line.copies == 1
            && !line.credit
            && !line.caption
            && !line.prose.shouted;
        let pictured = traits.get(at + 1).is_some_and(|next| next.credit);
        if quiet && !pictured && line.boilerplate.is_none() && is_name(text) {
            return Some(stacked(blocks, at, range.end));
        }
    }
    None
}

/// The line with the names that stand right below it, a line each.
fn stacked(blocks: &[Block], at: usize, end: usize) -> (String, Vec<usize>) {
    let mut line = blocks[at].text.clone();
    let mut taken = vec![at];
    if is_name(&line) {
        for (next, block) in blocks.iter().enumerate().take(end).skip(at + 1).take(6) {
            if !is_name(&block.text) || is_no_name(&block.text) || taken_already(&line, &block.text)
            {
                break;
            }
            line.push_str(", ");
            line.push_str(&block.text);
            taken.push(next);
        }
    }
    (line, taken)
}

fn taken_already(line: &str, name: &str) -> bool {
    line.split(", ").any(|known| known == name)
}

/// Whether words of a page stand where a name would: `Front Page`, `Top Local Stories`, `Download PDF`.
fn is_no_name(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "page",
        "pdf",
        "stories",
        "reviews",
        "reporting",
        "latest",
        "download",
        "top",
        "live",
        "hi",
        "hello",
        "dear",
        "watch",
        "listen",
        "news",
        "nach",
        "vor",
        "für",
        "gegen",
        "america",
        "africa",
        "europe",
        "asia",
        "east",
        "category",
        "section",
        "topics",
        "related",
        "share",
        "print",
        "photos",
        "videos",
        "입력",
        "수정",
        "등록",
    ];
    let possessive = text.ends_with("'s") || text.ends_with("’s");
    let alone = text.split_whitespace().count() == 1
        && !text.chars().any(|c| {
            crate::extract::scrape::block::is_dense(c) || matches!(c, '\u{ac00}'..='\u{d7af}')
        });
    possessive
        || alone
        || matches!(text.to_lowercase().as_str(), "white house" | "middle east")
        || text
            .split_whitespace()
            .any(|word| WORDS.contains(&word.to_lowercase().as_str()) && !has_date(text))
}

/// Whether the line holds a word of an office.
fn measured_office(text: &str) -> bool {
    text.split_whitespace().any(byline::is_role)
}

/// Whether the line is a person's full name and nothing else.
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    if !(2..=4).contains(&words) || text.len() > 60 || text.contains([':', '?', '!', '&', '/', '"'])
    {
        return false;
    }
    let parsed = byline::parse(text);
    parsed.authors.len() == 1
        && parsed.agency.is_none()
        && parsed.authors[0].to_lowercase() == text.to_lowercase()
        && !text
            .split_whitespace()
            .any(crate::extract::scrape::prose::is_function_word)
}

pub(super) fn has_date(text: &str) -> bool {
    text.len() <= 160
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && !date::find(text, &Reading::default()).is_empty()
}

pub(super) fn is_opener_alone(text: &str) -> bool {
    matches!(
        text.trim_end_matches([':', ' ']).to_lowercase().as_str(),
        "by" | "von"
            | "par"
            | "por"
            | "di"
            | "av"
            | "af"
            | "door"
            | "written by"
            | "story by"
            | "author"
            | "autor"
            | "автор"
            | "oleh"
            | "yazan"
            | "ein artikel von"
            | "från"
            | "words by"
            | "kommentar von"
            | "ein kommentar von"
            | "analysis by"
            | "reporting by"
            | "publicado por"
            | "escrito por"
            | "nga"
            | "skrevet av"
            | "skriven av"
            | "text"
            | "tekst"
    )
}

/// Whether a line is people's names (or an agency's), of two words or more, and little else.
fn names_of(text: &str, people: bool) -> bool {
    let parsed = byline::parse(text);
    if !people {
        return parsed.agency.is_some()
            && parsed.authors.is_empty()
            && text.split_whitespace().count() <= 4;
    }
    // Names fill their line: what they leave is an office, a place or a date.
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let named: usize = parsed.authors.iter().map(|name| letters(name)).sum();
    let first = text
        .split(['|', '·', '•'])
        .flat_map(|part| part.split(" / "))
        .next()
        .map_or(0, letters);
    // Beside a date stand its label and its month.
    let dated = has_date(text) && named * 4 >= letters(text);
    parsed
        .authors
        .iter()
        .any(|name| name.contains(' ') || !name.is_ascii())
        && (dated
            || named * 2 >= letters(text)
            || named * 2 >= first && first >= 4
            || measured_office(text))
        && !boilerplate_word(text)
}

fn boilerplate_word(text: &str) -> bool {
    boilerplate::kind(text).is_some()
}
