//! What shape a text has: how its lines make paragraphs, and where its header stands.

use crate::extract::scrape::front::coded;
use crate::extract::scrape::labels::{self, Label};

/// The shapes that folders of text hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `Headline: …` lines at the top.
    Labelled,
    /// A mail with its header.
    Mail,
    /// A record of a news database: `BYLINE:`, `LENGTH:`, `LOAD-DATE:`.
    Database,
    /// A record with a code before each field: `HD`, `BY`, `PD`, `LP`, `TD`.
    Coded,
    /// Wire copy: a slug, `(MORE)`, `-30-`.
    Wire,
    /// Text out of a PDF: form feeds, running heads, page numbers, hyphenation.
    Pages,
    /// Markdown.
    Markdown,
    /// A line a paragraph, or paragraphs wrapped hard: nothing but the article, or a page with all its clutter.
    Plain,
}

impl Shape {
    /// Its name in rules.
    pub(super) fn name(self) -> &'static str {
        match self {
            Shape::Labelled => "labelled",
            Shape::Mail => "mail",
            Shape::Database => "database",
            Shape::Coded => "coded",
            Shape::Wire => "wire",
            Shape::Pages => "pages",
            Shape::Markdown => "markdown",
            Shape::Plain => "plain",
        }
    }
}

/// So many lines from the top decide.
const HEAD: usize = 40;

/// Recognises the shape of a repaired text.
pub(super) fn recognise(text: &str) -> Shape {
    let head: Vec<&str> = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.trim().is_empty() && line.trim() != "---")
        .take(HEAD)
        .collect();
    let Some(first) = head.first() else {
        return Shape::Plain;
    };
    let labels: Vec<(usize, Label)> = head
        .iter()
        .enumerate()
        .filter_map(|(at, line)| {
            labels::labelled(line)
                .filter(|(_, value)| value.len() < 600)
                .map(|(label, _)| (at, label))
        })
        .collect();
    let opening = labels
        .iter()
        .enumerate()
        .take_while(|(nth, (at, _))| nth == at)
        .count();
    let has = |wanted: Label| labels.iter().any(|(_, label)| *label == wanted);
    let mail = head
        .iter()
        .take_while(|line| line.starts_with([' ', '\t']) || is_mail_line(line))
        .map(|line| line.to_lowercase())
        .collect::<Vec<_>>();
    let told = |name: &str| mail.iter().any(|line| line.starts_with(name));
    if mail.len() >= 3
        && told("from:")
        && told("subject:")
        && (told("date:") || told("to:") || told("sent:"))
    {
        return Shape::Mail;
    }
    if coded::is_record(&head) {
        return Shape::Coded;
    }
    if opening >= 2
        && (has(Label::Title)
            || (has(Label::Date)
                && (has(Label::Byline) || has(Label::Publisher) || has(Label::Url))))
    {
        return Shape::Labelled;
    }
    let shouted = head.iter().filter(|line| is_shouted_label(line)).count();
    if shouted >= 2 {
        return Shape::Database;
    }
    let ends = |line: &str| is_end_mark(line) || stamp(line).is_some();
    if is_slug(first) || text.lines().rev().take(12).any(ends) {
        return Shape::Wire;
    }
    if text.contains('\u{c}') || is_running_head(first, &head) {
        return Shape::Pages;
    }
    let markdown = head.iter().take(12).any(|line| heading(line).is_some());
    if markdown {
        return Shape::Markdown;
    }
    Shape::Plain
}

/// A line of a mail's header, known or not: `X-Mailer: …`.
pub(super) fn is_mail_line(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, rest)| {
        (2..=40).contains(&name.len())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && (rest.is_empty() || rest.starts_with([' ', '\t']))
    })
}

/// The day in the stamp that agencies print under their copy, as digits: `07-24-88` of `AP-NY-07-24-88 1425EDT`.
pub(super) fn stamp(line: &str) -> Option<&str> {
    let line = line.trim();
    if !(14..=40).contains(&line.len()) || !line.is_ascii() {
        return None;
    }
    let (head, tail) = line.split_once(' ')?;
    let clock = tail.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let day = head.get(head.len().checked_sub(8)?..)?;
    let digits = day.bytes().enumerate().all(|(at, byte)| {
        if at == 2 || at == 5 {
            byte == b'-'
        } else {
            byte.is_ascii_digit()
        }
    });
    let agency = head[..head.len() - 8]
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte == b'-');
    (clock && digits && agency && head.len() > 10).then_some(day)
}

/// `BYLINE: Jane Doe`: a known label in capitals.
pub(super) fn is_shouted_label(line: &str) -> bool {
    let Some(colon) = line.bytes().take(32).position(|byte| byte == b':') else {
        return false;
    };
    let name = line[..colon].trim();
    name.len() >= 4 && !name.chars().any(char::is_lowercase) && labels::labelled(line).is_some()
}

/// The text of a Markdown heading.
pub(super) fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let text = text.strip_prefix(' ')?.trim().trim_end_matches('#').trim();
    ((1..=6).contains(&level) && text.chars().any(char::is_alphabetic)).then_some(text)
}

/// A wire's slug: `BC-EXAMPLE-PF17, 2nd ld`, `^AM-Albania-Cyber,1st Ld-Writethru`.
pub(super) fn is_slug(line: &str) -> bool {
    let line = line.trim().trim_start_matches('^');
    let first = line.split([' ', ',', '_']).next().unwrap_or("");
    let parts: Vec<&str> = first.split('-').collect();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    // `LTE-Patent: …` opens a headline.
    let shouted = parts.len() >= 3 || capitals * 5 >= letters * 3;
    let opens = parts[0].len() <= 4
        && !parts[0].is_empty()
        && parts[0].chars().all(|c| c.is_ascii_uppercase());
    // `AP-Bridge,1st Ld-Writethru,0511`.
    let lower = line.to_lowercase();
    let versioned = [
        "ld-writethru",
        "1st ld",
        "2nd ld",
        "3rd ld",
        "bjt,",
        ",urgent",
        ", urgent",
        "writethru",
    ]
    .iter()
    .any(|word| lower.contains(word));
    if opens && parts.len() >= 2 && versioned && line.len() <= 80 {
        return true;
    }
    opens
        && parts.len() >= 2
        && parts.iter().all(|part| !part.is_empty())
        && letters >= 4
        && shouted
        && !first.ends_with(':')
        && line.len() <= 80
}

/// `-30-`, `(END)`, `ENDS`, `###`: what ends wire copy.
pub(super) fn is_end_mark(line: &str) -> bool {
    matches!(
        line.trim(),
        "-30-"
            | "(END)"
            | "ENDS"
            | "-ENDS-"
            | "###"
            | "-0-"
            | "--30--"
            | "- 30 -"
            | "(ENDS)"
            | "- END -"
    )
}

/// Whether the first line heads a printed page: a name and, far to the right, a day.
fn is_running_head(first: &str, head: &[&str]) -> bool {
    let gap = first.trim().contains("     ");
    let short = head
        .iter()
        .skip(1)
        .filter(|line| line.chars().count() <= 100)
        .count();
    gap && first.chars().any(|c| c.is_ascii_digit()) && short * 4 >= head.len() * 3
}
