//! What a text states before its body: labelled, mail and database headers, slugs, running heads.

pub(super) mod coded;
mod markdown;
mod names;
mod wire;

use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::scrape::labels::{Label, labelled};
use crate::extract::scrape::shape::{Shape, is_mail_line, is_shouted_label};

use markdown::markdown;
use wire::wire;

/// Fields that a header states, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    pub(super) title: Option<String>,
    pub(super) dek: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) captured: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) section: Option<String>,
    pub(super) url: Option<String>,
    pub(super) own_id: Option<String>,
    /// Headings of a Markdown text after its title.
    pub(super) subheads: Vec<String>,
}

impl Front {
    fn set(&mut self, label: Label, value: &str) {
        let place = match label {
            Label::Title => &mut self.title,
            Label::Dek => &mut self.dek,
            Label::Byline => &mut self.byline,
            Label::Date => &mut self.published,
            Label::Updated => &mut self.updated,
            Label::Captured => &mut self.captured,
            Label::Publisher | Label::From => &mut self.publisher,
            Label::Section => &mut self.section,
            Label::Url => &mut self.url,
            Label::Id => &mut self.own_id,
            Label::Dateline | Label::Body | Label::Other => return,
        };
        // `LOCAL; Pg. 7`: behind the section's name stands its page.
        let value = match label {
            Label::Section => value.split(';').next().unwrap_or(value).trim(),
            _ => value,
        };
        if place.is_none() && !value.is_empty() {
            *place = Some(match label {
                Label::Byline => names::in_order(value),
                _ => value.to_owned(),
            });
        }
    }
}

/// Takes the header off a text of this shape: what it states, and the text that is left.
pub(super) fn take(text: &str, shape: Shape) -> (Front, String) {
    match shape {
        Shape::Labelled | Shape::Mail => labels(text, shape),
        Shape::Database => database(text),
        Shape::Coded => coded::coded(text),
        Shape::Wire => wire(text),
        Shape::Pages => pages(text),
        Shape::Markdown => markdown(text),
        Shape::Plain => (Front::default(), text.to_owned()),
    }
}

fn labels(text: &str, shape: Shape) -> (Front, String) {
    let mut front = Front::default();
    let mut lines = text.lines().peekable();
    let mut open: Option<(Label, String)> = None;
    let mut body = String::with_capacity(text.len());
    let quoted = text.trim_start().starts_with("---")
        && text
            .lines()
            .take(60)
            .filter(|line| line.trim() == "---")
            .count()
            >= 2;
    // Between two lines of hyphens everything is of the header.
    let mut fences = 0;
    let mut unknown = 0;
    while let Some(line) = lines.peek() {
        let folded = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        if let (Some((_, value)), true) = (&mut open, folded) {
            // A mail's header goes on in indented lines.
            value.push(' ');
            value.push_str(line.trim());
            lines.next();
            continue;
        }
        if line.trim().is_empty() || line.trim() == "---" {
            fences += usize::from(line.trim() == "---");
            lines.next();
            if let Some((label, value)) = open.take() {
                front.set(label, &value);
                // A mail's header ends at the first empty line; other headers may hold some.
                if shape == Shape::Mail {
                    break;
                }
            }
            continue;
        }
        match labelled(line) {
            Some((Label::Body, value)) => {
                body.push_str(value);
                body.push('\n');
                lines.next();
                break;
            }
            Some((label, value)) => {
                let value = if quoted { unquoted(value) } else { value };
                if let Some((label, value)) = open.replace((label, value.to_owned())) {
                    front.set(label, &value);
                }
                lines.next();
            }
            None if shape == Shape::Mail
                && (is_mail_line(line) || line.contains(':') && !line.contains(". ")) =>
            {
                lines.next();
            }
            None if quoted && fences == 1 => {
                lines.next();
            }
            // A database prints more labels than are known.
            None if shape == Shape::Labelled && unknown < 12 && is_unknown_label(line) && {
                let mut ahead = lines.clone();
                ahead.next();
                ahead.take(8).any(|line| labelled(line).is_some())
            } =>
            {
                unknown += 1;
                lines.next();
            }
            None => break,
        }
    }
    if let Some((label, value)) = open {
        front.set(label, &value);
    }
    for line in lines {
        if shape == Shape::Mail && line.trim_end() == "--" {
            break;
        }
        body.push_str(line);
        body.push('\n');
    }
    if shape == Shape::Mail {
        front.publisher = front.publisher.as_deref().and_then(sender);
        if let Some(title) = &mut front.title {
            for prefix in ["Fwd: ", "FW: ", "Re: ", "RE: ", "WG: ", "AW: ", "TR: "] {
                if let Some(rest) = title.strip_prefix(prefix) {
                    *title = rest.to_owned();
                }
            }
        }
    }
    (front, body)
}

/// `Journal code: WEBEX`: a label that is none of those known.
fn is_unknown_label(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, value)| {
        (3..=40).contains(&name.len())
            && name.split(' ').count() <= 4
            && name.starts_with(char::is_uppercase)
            && name
                .chars()
                .all(|c| c.is_alphabetic() || c == ' ' || c == '-')
            && value.len() <= 200
    })
}

/// A value without the quotes that structured headers put around it.
fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .into_iter()
        .find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark))
        .unwrap_or(value)
}

/// The name in `Morning Briefing <briefing@news.example>`.
fn sender(from: &str) -> Option<String> {
    let name = from.split('<').next()?.trim().trim_matches('"');
    (!name.is_empty() && !name.contains('@')).then(|| name.to_owned())
}

fn database(text: &str) -> (Front, String) {
    let mut front = Front::default();
    let lines: Vec<&str> = text.lines().collect();
    let mut unlabelled: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut body_value = None;
    let stated = lines.iter().take(60).any(|line| {
        is_shouted_label(line) && labelled(line).is_some_and(|(label, _)| label == Label::Body)
    });
    // The header ends with its labels, or with the one that opens the body; those at the end of the record are not reached.
    for (at, line) in lines.iter().enumerate().take(60) {
        let ends = start > 0 && !stated && !line.trim().is_empty() && !is_shouted_label(line);
        if line.len() > 400 || ends {
            break;
        }
        if is_shouted_label(line) {
            if let Some((label, value)) = labelled(line) {
                if label == Label::Body {
                    body_value = Some(value);
                }
                front.set(label, value);
            }
            start = at + 1;
            if body_value.is_some() {
                break;
            }
        }
    }
    unlabelled.extend(
        lines[..start]
            .iter()
            .map(|line| line.trim())
            .filter(|line| !line.is_empty() && !is_shouted_label(line)),
    );
    let date = unlabelled.iter().position(|line| is_date_line(line));
    if let Some(date) = date {
        if front.published.is_none() {
            front.published = Some(unlabelled[date].to_owned());
        }
        unlabelled.remove(date);
    }
    unlabelled.retain(|line| {
        !line.ends_with("Edition")
            && !line.starts_with("Copyright")
            && !line.starts_with("Document ")
            && line.chars().any(char::is_alphabetic)
    });
    if front.title.is_none() {
        front.title = unlabelled.pop().map(str::to_owned);
    }
    if front.publisher.is_none() && !unlabelled.is_empty() {
        front.publisher = Some(unlabelled.remove(0).to_owned());
    }
    let mut end = lines.len();
    while end > start {
        let line = lines[end - 1].trim();
        let furniture = line.is_empty()
            || is_shouted_label(line)
            || boilerplate::kind(line) == Some(Boilerplate::Footer);
        if !furniture {
            break;
        }
        end -= 1;
    }
    let mut body = body_value
        .map(|value| format!("{value}\n"))
        .unwrap_or_default();
    body.push_str(&lines[start..end].join("\n"));
    (front, body)
}

/// Whether the line is a date and little else.
pub(super) fn is_date_line(line: &str) -> bool {
    let line = line.trim();
    line.len() <= 80 && line.chars().any(|c| c.is_ascii_digit()) && {
        let reading = crate::date::Reading::default();
        crate::date::parse(line, &reading).is_some()
            || crate::date::find(line, &reading)
                .first()
                .is_some_and(|found| found.span.len() * 2 >= line.len())
    }
}

fn pages(text: &str) -> (Front, String) {
    let mut front = Front::default();
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("")
        .trim();
    // `Page 4      The Example      July 4, 2022`: what is no number and no day is the name.
    let parts = first
        .split("    ")
        .map(str::trim)
        .filter(|part| !part.is_empty());
    for part in parts {
        if is_date_line(part) {
            front.published.get_or_insert(part.to_owned());
        } else if !part.chars().any(|c| c.is_ascii_digit()) {
            front.publisher.get_or_insert(part.to_owned());
        }
    }
    (front, text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scrape::shape::recognise;

    #[test]
    fn headers() {
        let text = "Headline: A bridge fell\nBy: Jane Doe\nDate: 2023-05-08\nPublisher: The Example\n\nIt fell on Monday.\n";
        let (front, body) = take(text, recognise(text));
        assert_eq!(
            (
                front.title.as_deref(),
                front.byline.as_deref(),
                front.published.as_deref()
            ),
            (Some("A bridge fell"), Some("Jane Doe"), Some("2023-05-08"))
        );
        assert_eq!(body.trim(), "It fell on Monday.");
    }

    #[test]
    fn mail() {
        let text = "From: News <news@mail.example>\nTo: you@mail.example\nSubject: A bridge\n fell\nDate: Mon, 8 May 2023 07:30:00 +0100\n\nIt fell on Monday.\n\n--\nUnsubscribe\n";
        assert_eq!(recognise(text), Shape::Mail);
        let (front, body) = take(text, Shape::Mail);
        assert_eq!(
            (front.title.as_deref(), front.publisher.as_deref()),
            (Some("A bridge fell"), Some("News"))
        );
        assert_eq!(body.trim(), "It fell on Monday.");
    }

    #[test]
    fn records() {
        let text = "The Example\n\nMay 8, 2023 Monday\nLate Edition\n\nA bridge fell\n\nBYLINE: Jane Doe\n\nSECTION: NEWS; Pg. 4\n\nIt fell on Monday.\n\nLOAD-DATE: May 9, 2023\n\nCopyright 2023 Example Media Ltd\nAll Rights Reserved\n";
        assert_eq!(recognise(text), Shape::Database);
        let (front, body) = take(text, Shape::Database);
        assert_eq!(
            (
                front.title.as_deref(),
                front.publisher.as_deref(),
                front.published.as_deref()
            ),
            (
                Some("A bridge fell"),
                Some("The Example"),
                Some("May 8, 2023 Monday")
            )
        );
        assert_eq!(body.trim(), "It fell on Monday.");
    }

    #[test]
    fn wires() {
        let text = "BC-EXAMPLE-BRIDGE, 2nd ld\nA BRIDGE FELL\n    By Jane Doe\n    LONDON, May 8 (Agency) - It fell.\n    (MORE)\n    On Monday.\n    -30-\nAGENCY 080523 May 8, 2023\n";
        assert_eq!(recognise(text), Shape::Wire);
        let (front, body) = take(text, Shape::Wire);
        assert_eq!(front.published.as_deref(), Some("May 8, 2023"));
        assert!(!body.contains("MORE") && !body.contains("BC-") && body.contains("On Monday."));
    }
}
