//! Records of news databases that print a code before each field: `HD` the headline, `LP` and `TD` the text.

use crate::extract::scrape::front::Front;
use crate::extract::scrape::labels::Label;

/// Codes of such records, and what they name; those without a label are passed over.
const CODES: &[(&str, Option<Label>)] = &[
    ("HD", Some(Label::Title)),
    ("BY", Some(Label::Byline)),
    ("PD", Some(Label::Date)),
    ("SN", Some(Label::Publisher)),
    ("SE", Some(Label::Section)),
    ("AN", Some(Label::Id)),
    ("LP", Some(Label::Body)),
    ("TD", Some(Label::Body)),
    ("ET", None),
    ("WC", None),
    ("SC", None),
    ("ED", None),
    ("PG", None),
    ("VOL", None),
    ("LA", None),
    ("CY", None),
    ("CR", None),
    ("CLM", None),
    ("ART", None),
    ("CT", None),
    ("RF", None),
    ("CO", None),
    ("IN", None),
    ("NS", None),
    ("RE", None),
    ("IPC", None),
    ("IPD", None),
    ("PUB", None),
];

/// The code that opens a line, and what stands behind it.
fn code(line: &str) -> Option<(&'static str, Option<Label>, &str)> {
    CODES.iter().find_map(|(code, label)| {
        let rest = line.strip_prefix(code)?;
        // The column is wide: `IN the end` is no field.
        let parted = rest.is_empty() || rest.starts_with("  ") || rest.starts_with('\t');
        parted.then_some((*code, *label, rest.trim()))
    })
}

/// Whether these lines open such a record.
pub(in crate::extract::scrape) fn is_record(head: &[&str]) -> bool {
    let codes: Vec<&str> = head
        .iter()
        .take(30)
        .filter_map(|line| code(line))
        .map(|(code, ..)| code)
        .collect();
    codes.len() >= 4 && codes.contains(&"HD") && (codes.contains(&"PD") || codes.contains(&"LP"))
}

/// Reads a record: its fields, and the text of its paragraphs.
pub(super) fn coded(text: &str) -> (Front, String) {
    let mut front = Front::default();
    let mut body = String::with_capacity(text.len());
    let mut open: Option<(Label, String)> = None;
    let mut is_body = false;
    let mut clock = None;
    for line in text.lines() {
        if let Some((code, label, value)) = code(line) {
            if let Some((label, value)) = open.take() {
                front.set(label, &value);
            }
            is_body = label == Some(Label::Body);
            if is_body {
                body.push('\n');
                body.push_str(value);
                body.push('\n');
            } else if let Some(label) = label {
                open = Some((label, value.to_owned()));
            } else if code == "ET" {
                clock = Some(value);
            }
        } else if is_body {
            body.push_str(line.trim());
            body.push('\n');
        } else if let Some((_, value)) = open.as_mut().filter(|_| !line.trim().is_empty()) {
            value.push(' ');
            value.push_str(line.trim());
        }
    }
    if let Some((label, value)) = open {
        front.set(label, &value);
    }
    if let (Some(day), Some(clock)) = (&mut front.published, clock) {
        day.push(' ');
        day.push_str(clock);
    }
    if let Some(id) = &mut front.own_id {
        *id = id.trim_start_matches("Document ").to_owned();
    }
    (front, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_with_codes() {
        let text = "HD      A bridge fell into the river and\n        nobody was hurt\nBY      Jane Doe\nWC      40 words\nPD      8 May 2023\nET      07:30\nSN      The Example\n\nLP      It fell on Monday, the\n        council said.\n\nTD\n        Buses use the road.\n\nCO      council : Council\nAN      Document EXMPL0001\n";
        let head: Vec<&str> = text.lines().collect();
        assert!(is_record(&head) && !is_record(&["IN THE END", "HD", "", "x"]));
        let (front, body) = coded(text);
        assert_eq!(
            front.title.as_deref(),
            Some("A bridge fell into the river and nobody was hurt")
        );
        assert_eq!(
            (
                front.byline.as_deref(),
                front.published.as_deref(),
                front.own_id.as_deref()
            ),
            (
                Some("Jane Doe"),
                Some("8 May 2023 07:30"),
                Some("EXMPL0001")
            )
        );
        assert_eq!(
            body.trim(),
            "It fell on Monday, the\ncouncil said.\n\n\n\nBuses use the road."
        );
    }
}
