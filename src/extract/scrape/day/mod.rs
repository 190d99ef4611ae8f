//! The dates of a header: which is of publication, which of the last change.

mod order;

use std::ops::Range;

use crate::date::{self, Date, Label, Precision, Reading};
use crate::extract::boilerplate::Boilerplate;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::Traits;
use crate::extract::scrape::names::Place;
use crate::extract::scrape::prose::measure;

pub(super) use order::{reading, settle};

/// A date found in a line, as a candidate.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) line: usize,
    pub(super) date: Date,
    pub(super) label: Option<Label>,
    /// Whether the line says little else.
    pub(super) alone: bool,
    /// Whether the line begins with it.
    pub(super) opens: bool,
    /// Which of the line's dates it is.
    pub(super) nth: usize,
    /// Whether it is meant against the day of capture: `3 hours ago`, or a day without its year.
    pub(super) relative: bool,
}

/// The dates of the short lines of a range.
pub(super) fn dates(blocks: &[Block], range: Range<usize>, reading: &Reading) -> Vec<Dated> {
    let mut all = Vec::new();
    for line in range {
        let Some(block) = blocks.get(line) else { break };
        let text = block.text.as_str();
        if text.len() > 320
            || !text.chars().any(|c| c.is_ascii_digit() || !c.is_ascii())
                && !text.contains("ago")
                && !text.contains("day")
        {
            continue;
        }
        let found = date::find(text, reading);
        let stated: Vec<usize> = if reading.reference.is_some() && !found.is_empty() {
            let bare = Reading {
                reference: None,
                ..reading.clone()
            };
            date::find(text, &bare)
                .iter()
                .map(|found| found.span.start)
                .collect()
        } else {
            found.iter().map(|found| found.span.start).collect()
        };
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
                opens: found.span.start <= 2,
                nth,
                relative: !stated.contains(&found.span.start),
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

/// The day of a wire's dateline, `TIRANA, Sept 8 (Reuters) —`: of writing, where nothing says more.
pub(super) fn of_dateline(paragraph: &str, reading: &Reading) -> Option<Date> {
    let dateline = crate::extract::dateline::parse(paragraph)?;
    date::find(&dateline.text, reading)
        .into_iter()
        .map(|found| found.date)
        .find(|date| date.precision() >= Precision::Day)
}

/// The day that a page prints at its top, beside its name: that of its edition, or of its fetching.
pub(super) fn of_top(blocks: &[Block], site_line: Option<&str>, reading: &Reading) -> Option<Date> {
    let first = site_line.map(|line| {
        let end = line
            .char_indices()
            .nth(160)
            .map_or(line.len(), |(at, _)| at);
        &line[..end]
    });
    let dated = |text: &str| {
        let bare = Reading {
            reference: None,
            ..reading.clone()
        };
        date::find(text, &bare)
            .into_iter()
            .find(|found| found.date.precision() >= Precision::Day)
            .map(|found| found.date)
    };
    let top = blocks
        .iter()
        .take(12)
        .map(|block| block.text.as_str())
        .filter(|text| text.len() <= 80 && !is_of_other(text));
    let opening = blocks
        .first()
        .map(|block| block.text.as_str())
        .filter(|text| text.len() <= 300 && measure(text).inner < 1.0);
    first.into_iter().chain(opening).chain(top).find_map(dated)
}

/// Whether a line alone is the label of a date: `Published`.
pub(super) fn is_label(text: &str) -> bool {
    text.len() <= 40 && label_line(text).is_some()
}

/// Whether a date of the line has its label: `Published: 8 May 2023`.
pub(super) fn is_labelled(text: &str) -> bool {
    date::find(text, &Reading::default())
        .iter()
        .any(|found| found.label.is_some())
}

/// Where a page's dates are looked for.
#[derive(Clone, Copy)]
pub(super) struct Header<'p> {
    pub(super) blocks: &'p [Block],
    pub(super) traits: &'p [Traits],
    pub(super) place: Place,
}

/// Dates that weigh less than this are of events.
const ENOUGH: i32 = 25;

impl Header<'_> {
    /// The dates of a page: about its title, at the foot of its body, at its top; of all its lines where there are none.
    pub(super) fn dates(&self, reading: &Reading) -> Vec<Dated> {
        const ALL: usize = 1500;
        let Place { title, start, last } = self.place;
        let end = self.blocks.len();
        let from = title.unwrap_or(start).min(start).saturating_sub(14);
        let header = from..(start + 9).min(end);
        let foot = last.saturating_sub(1).max(header.end)..(last + 16).min(end);
        let mut found = dates(self.blocks, header.clone(), reading);
        found.extend(dates(self.blocks, foot, reading));
        if found
            .iter()
            .all(|dated| self.weigh(dated, &found, reading) < ENOUGH)
        {
            let top = 0..header.start.min(60);
            found.extend(dates(self.blocks, top, reading));
            // Where the title was looked for elsewhere, what is labelled tells.
            found.extend(
                dates(self.blocks, 60..end.min(ALL), reading)
                    .into_iter()
                    .filter(|dated| {
                        dated.label == Some(Label::Published)
                            && !header.contains(&dated.line)
                            && !(last.saturating_sub(1)..last + 16).contains(&dated.line)
                    })
                    .take(20),
            );
        }
        if found.is_empty() {
            found = dates(self.blocks, 0..end.min(ALL), reading);
        }
        // Each is weighed beside all others.
        found.truncate(400);
        found
    }

    /// The best of the dates for the day of publication, and the one of the last change.
    pub(super) fn choose(
        &self,
        dates: &[Dated],
        reading: &Reading,
    ) -> (Option<Dated>, Option<Dated>) {
        let published = dates
            .iter()
            .enumerate()
            .map(|(at, dated)| (self.weigh(dated, dates, reading), usize::MAX - at, dated))
            .filter(|(weight, ..)| *weight >= ENOUGH)
            .max_by_key(|(weight, at, _)| (*weight, *at))
            .map(|(_, _, dated)| dated);
        // A date of change stands beside the date of publication, which need not have a label.
        let published = published
            .filter(|dated| dated.label == Some(Label::Updated))
            .and_then(|updated| self.beside_change(updated, dates, reading))
            .or(published)
            .cloned();
        let updated = dates
            .iter()
            .find(|dated| {
                dated.label == Some(Label::Updated) && self.weigh(dated, dates, reading) >= 0
            })
            .cloned();
        (published, updated)
    }

    /// The unlabelled date, of an earlier day, in the lines around the date of a change.
    fn beside_change<'d>(
        &self,
        updated: &Dated,
        dates: &'d [Dated],
        reading: &Reading,
    ) -> Option<&'d Dated> {
        const NEAR: usize = 6;
        const YEAR: i64 = 366 * 86_400;
        dates.iter().find(|dated| {
            let earlier = updated.date.local() - dated.date.local();
            dated.label != Some(Label::Updated)
                && !dated.relative
                && dated.line.abs_diff(updated.line) <= NEAR
                && !dated.date.same_day(&updated.date)
                && (1..YEAR).contains(&earlier)
                && self.weigh(dated, dates, reading) >= 40
        })
    }

    fn weigh(&self, dated: &Dated, all: &[Dated], reading: &Reading) -> i32 {
        let Place { title, start, last } = self.place;
        let at = dated.line;
        let text = self.blocks[at].text.as_str();
        let line = &self.traits[at];
        let top = title.unwrap_or(start).min(start);
        let mut weight = match dated.label {
            Some(Label::Published) => 60,
            Some(Label::Updated) => -15,
            None => 0,
        };
        weight += if dated.alone {
            20
        } else if text.starts_with(|c: char| c.is_ascii_digit()) {
            8
        } else {
            0
        };
        if dated.date.precision() >= Precision::Minute {
            weight += 20;
        }
        if line.byline {
            weight += 15;
        }
        if dated.relative {
            weight -= 40;
        }
        if dated.nth > 0 && dated.label != Some(Label::Published) {
            weight -= 25;
        }
        let prose = |from: usize, to: usize| {
            (from..to)
                .filter(|line| self.traits[*line].prose.score > 0.6)
                .count()
        };
        weight +=
            if at >= top && (at <= start || at < last.min(start + 6) && prose(top + 1, at) <= 2) {
                60
            } else if at < top {
                match top - at {
                    1..=3 => 45,
                    4..=8 => 30,
                    9..=14 => 12,
                    _ => 0,
                }
            } else if at < last {
                if at < start + 9 { 20 } else { 5 }
            } else {
                let related = (last..at).any(|line| {
                    matches!(
                        self.traits[line].boilerplate,
                        Some(Boilerplate::Related | Boilerplate::ReadMore)
                    )
                });
                let place = match at - last {
                    0..=2 => 22,
                    3..=7 => 12,
                    _ => 3,
                };
                if related { place - 40 } else { place }
            };
        // A sentence, a caption and a headline tell of other days.
        let parted = text.contains(" | ")
            || text.contains(" / ")
            || text.contains(" • ")
            || text.contains(" · ");
        // `October 26, 2020 Jane Doe World, News` is a header's line.
        let parted = parted || dated.opens && !line.prose.ended && line.prose.words <= 40.0;
        let sentence = !dated.alone
            && !parted
            && (line.prose.ended && line.prose.words >= 9.0
                || line.prose.words >= 14.0 && !line.byline);
        if parted {
            weight += 10;
        }
        if sentence && dated.label.is_none() && !opens_note(text)
            || line.credit
            || line.caption && !dated.alone
        {
            weight -= 60;
        }
        if Some(at) == title && !dated.alone {
            weight -= 80;
        }
        // A post that the article quotes is signed with its writer's handle and its own day.
        let posted = |text: &str| text.len() <= 160 && text.contains("(@");
        let quoted = posted(text)
            || at
                .checked_sub(1)
                .is_some_and(|above| posted(&self.blocks[above].text));
        if (is_of_other(text) || quoted) && dated.label.is_none() {
            weight -= 60;
        }
        // Lists of stories bear a date each.
        let listed = all
            .iter()
            .filter(|other| other.alone && other.line != at && other.line.abs_diff(at) <= 16)
            .map(|other| other.line)
            .collect::<std::collections::BTreeSet<_>>()
            .len();
        if listed >= 3 && at > start {
            weight -= 25;
        }
        if let Some(captured) = &reading.reference {
            let days = (captured.local() - dated.date.local()).div_euclid(86_400);
            weight += match days {
                ..=-3 => -50,
                -2..=3 => 8,
                4..=800 => 0,
                _ => -6,
            };
        }
        weight
    }
}

/// Whether a line speaks of its article though it is a sentence: `This article was published on …`, `Von der Redaktion am …`.
fn opens_note(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "this article",
        "this story",
        "this post",
        "this entry",
        "posted ",
        "published",
        "von ",
        "by ",
        "first published",
        "cet article",
        "dieser artikel",
        "este artículo",
        "questo articolo",
        "dit artikel",
        "a version of",
    ]
    .iter()
    .any(|opening| lower.starts_with(opening))
}

/// Whether a line gives the day of something else: a broadcast, the founding of the paper, rights.
fn is_of_other(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "©",
        "copyright",
        "gegründet",
        "founded",
        "established",
        "fondé",
        "fundado",
        "fondato",
        "sendung",
        " im radio",
        " radio am",
        " im tv",
        "ausgestrahlt",
        "sendetermin",
        "airs on",
        "born ",
        "geboren",
        "stock market",
        "quotes delayed",
        "members since",
        "joined ",
    ]
    .iter()
    .any(|word| lower.contains(word))
}
