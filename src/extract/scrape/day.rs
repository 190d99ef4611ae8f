//! The dates of a header: which is of publication, which of the last change.

use std::ops::Range;

use crate::date::{self, Date, Label, Order, Precision, Reading};
use crate::extract::scrape::block::Block;

/// A date found in a line, as a candidate.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) line: usize,
    pub(super) date: Date,
    pub(super) label: Option<Label>,
    /// Whether the line says little else.
    pub(super) alone: bool,
}

/// How digits are read and against which day: month first where the page writes `September 8, 2022`.
pub(super) fn reading(blocks: &[Block], reference: Option<Date>) -> Reading {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ];
    let american = blocks
        .iter()
        .filter(|block| block.text.len() <= 120)
        .take(3000)
        .any(|block| {
            let words: Vec<&str> = block
                .text
                .split([' ', ',', '.'])
                .filter(|word| !word.is_empty())
                .take(16)
                .collect();
            words.windows(3).any(|three| {
                let year =
                    three[2].len() == 4 && three[2].bytes().all(|byte| byte.is_ascii_digit());
                year && three[1].len() <= 2
                    && three[1].bytes().all(|byte| byte.is_ascii_digit())
                    && MONTHS.contains(&three[0].to_lowercase().as_str())
            })
        });
    Reading {
        order: if american {
            Order::MonthFirst
        } else {
            Order::DayFirst
        },
        reference,
    }
}

/// The dates of the short lines of a range.
pub(super) fn dates(blocks: &[Block], range: Range<usize>, reading: &Reading) -> Vec<Dated> {
    let mut all = Vec::new();
    for line in range {
        let Some(block) = blocks.get(line) else { break };
        let text = block.text.as_str();
        if text.len() > 240
            || !text.chars().any(|c| c.is_ascii_digit() || !c.is_ascii())
                && !text.contains("ago")
                && !text.contains("day")
        {
            continue;
        }
        let found = date::find(text, reading);
        let covered: usize = found.iter().map(|found| found.span.len()).sum();
        for (nth, found) in found.into_iter().enumerate() {
            if found.date.precision() < Precision::Day {
                continue;
            }
            // A label on the line before: `Published` / `8 September 2022`.
            let label = found.label.or_else(|| {
                (nth == 0 && line > 0)
                    .then(|| label_line(&blocks[line - 1].text))
                    .flatten()
            });
            all.push(Dated {
                line,
                date: found.date,
                label,
                alone: covered * 2 >= text.len(),
            });
        }
    }
    all
}

/// Whether the line is a label that waits for its date.
fn label_line(text: &str) -> Option<Label> {
    let folded = text.trim_end_matches([':', ' ', '|']).to_lowercase();
    match folded.as_str() {
        "published" | "posted" | "published on" | "publiziert" | "veröffentlicht" | "publié le"
        | "publié" | "publicado" | "pubblicato" | "publicerad" | "publisert" | "gepubliceerd"
        | "erstellt" | "first published" => Some(Label::Published),
        "updated" | "last updated" | "aktualisiert" | "mis à jour" | "actualizado"
        | "aggiornato" | "uppdaterad" | "oppdatert" | "opdateret" | "bijgewerkt" | "modified" => {
            Some(Label::Updated)
        }
        _ => None,
    }
}

/// The best of the dates for the day of publication, and the one of the last change.
pub(super) fn choose(
    dates: &[Dated],
    title: Option<usize>,
    body: usize,
) -> (Option<Dated>, Option<Dated>) {
    let score = |dated: &Dated| {
        let mut score = 0i32;
        score += match dated.label {
            Some(Label::Published) => 6,
            Some(Label::Updated) => -3,
            _ => 0,
        };
        if dated.alone {
            score += 2;
        }
        if dated.date.precision() >= Precision::Minute {
            score += 2;
        }
        let from = title.unwrap_or(0);
        if dated.line >= from && dated.line <= body {
            score += 6;
        } else if dated.line + 6 >= from && dated.line <= body + 1 {
            score += 4;
        }
        score -= i32::try_from(dated.line.abs_diff(from).min(60) / 12).unwrap_or(0);
        score
    };
    let published = dates
        .iter()
        .enumerate()
        .max_by_key(|(at, dated)| (score(dated), usize::MAX - at))
        .map(|(_, dated)| dated.clone());
    let updated = dates
        .iter()
        .find(|dated| dated.label == Some(Label::Updated))
        .cloned();
    (published, updated)
}
