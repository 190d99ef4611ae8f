//! Texts that are all article: a title, perhaps a byline and a date, then the body to the end.

use std::collections::HashSet;

use crate::date::{self, Date};
use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::scrape::Draft;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::body::{self, Body, Piece};
use crate::extract::scrape::day;
use crate::extract::scrape::features::traits;
use crate::extract::scrape::front::{Front, is_date_line};
use crate::extract::scrape::headline::names_people;
use crate::extract::scrape::names::{has_date, names_of};
use crate::extract::scrape::prose::{is_ended, measure};
use crate::extract::scrape::shape::{Shape, is_end_mark};
use crate::extract::{byline, caption};

/// A header has no more lines than these.
const LONGEST_HEADER: usize = 10;

/// Reads the blocks of a text that is all article.
pub(super) fn read(
    blocks: Vec<Block>,
    front: &Front,
    shape: Shape,
    captured: Option<Date>,
) -> Draft {
    let reading = day::reading(&blocks, captured);
    let mut draft = Draft {
        shape: shape.name(),
        title: front.title.clone(),
        dek: front.dek.clone(),
        byline: front.byline.clone(),
        publisher: front.publisher.clone().map(|name| (name, "header")),
        ..Draft::default()
    };
    if let Some(text) = &front.published {
        draft.published = stated_date(text, &reading, Some(date::Label::Published));
    }
    if let Some(text) = &front.updated {
        draft.updated = stated_date(text, &reading, Some(date::Label::Updated));
    }
    draft.captured = front
        .captured
        .as_deref()
        .and_then(|text| stated_date(text, &reading, None))
        .map(|dated| dated.date);
    let mut blocks = blocks;
    let mut end = blocks.len();
    while end > 0 && is_tail(&blocks[end - 1].text) {
        end -= 1;
    }
    blocks.truncate(end);
    let start = header(&blocks, &mut draft, &reading);
    draft.days = days(&blocks, start, &reading);
    let mut taken = vec![false; blocks.len()];
    let traits = traits(&blocks);
    let (captions, rests) = body::page_captions(&blocks, &traits, start, blocks.len(), &mut taken);
    // Without captions to spare a text that is all article stays whole.
    let many =
        taken.iter().filter(|taken| **taken).count() * 4 > blocks.len().saturating_sub(start);
    let pieces: Vec<Piece> = blocks
        .into_iter()
        .enumerate()
        .skip(start)
        .filter(|(at, block)| {
            (many || !taken[*at] || rests.contains_key(at)) && !is_end_mark(&block.text)
        })
        .map(|(at, block)| Piece {
            text: rests
                .get(&at)
                .filter(|_| !many)
                .cloned()
                .unwrap_or(block.text),
            bullet: block.bullet,
        })
        .collect();
    draft.body = body::assemble(pieces, &[], false);
    if !many {
        draft.body.captions = captions;
    }
    add_subheads(&mut draft.body, &front.subheads);
    draft
}

/// Adds the headings that a text's marks tell, those of them that stand in its body.
fn add_subheads(body: &mut Body, headings: &[String]) {
    let paragraphs: HashSet<&str> = body.paragraphs.iter().map(String::as_str).collect();
    let mut known: HashSet<String> = body.subheads.iter().cloned().collect();
    for heading in headings {
        if paragraphs.contains(heading.as_str()) && known.insert(heading.clone()) {
            body.subheads.push(heading.clone());
        }
    }
}

/// The days that stand for one where the header has none: that of the dateline, that of a line alone near the beginning or the end.
fn days(blocks: &[Block], start: usize, reading: &date::Reading) -> Vec<(Date, &'static str)> {
    let opening = blocks
        .iter()
        .skip(start)
        .take(2)
        .find_map(|block| day::of_dateline(&block.text, reading));
    let near = start..(start + LONGEST_HEADER).min(blocks.len());
    let foot = blocks.len().saturating_sub(3).max(near.end)..blocks.len();
    let alone = near.chain(foot).find_map(|at| {
        day::dates(blocks, at..at + 1, reading)
            .into_iter()
            .find(|dated| dated.alone && !dated.relative)
    });
    opening
        .map(|date| (date, "dateline"))
        .into_iter()
        .chain(alone.map(|dated| (dated.date, "line")))
        .collect()
}

fn stated_date(
    text: &str,
    reading: &date::Reading,
    label: Option<date::Label>,
) -> Option<day::Dated> {
    let date = date::parse(text, reading).or_else(|| {
        date::find(text, reading)
            .into_iter()
            .next()
            .map(|found| found.date)
    })?;
    Some(day::Dated {
        line: 0,
        date,
        label,
        alone: true,
        opens: true,
        nth: 0,
        relative: false,
    })
}

/// Reads title, byline, date and dek off the first blocks; returns where the body begins.
fn header(blocks: &[Block], draft: &mut Draft, reading: &date::Reading) -> usize {
    let mut at = 0;
    // An address, or the section with the people, may stand above the title.
    while draft.title.is_none() && at < 2 && at + 2 < blocks.len() {
        let text = blocks[at].text.as_str();
        if names_people(text) {
            draft.byline.get_or_insert(text.to_owned());
        } else if text.contains(' ') || !text.contains('.') || text.len() > 300 || is_ended(text) {
            break;
        }
        at += 1;
    }
    let blocks = &blocks[at..];
    let above = at;
    let mut at = 0;
    // A title is stated, or it is the first line, unless that is a paragraph already.
    if draft.title.is_none()
        && let Some(first) = blocks.first()
    {
        let line = measure(&first.text);
        let paragraph = (line.ended && line.length > 110.0 && !first.text.ends_with('?'))
            || line.length > 330.0
            || line.inner >= 3.0;
        if !paragraph
            && blocks.len() > 1
            && !byline::is_byline(&first.text)
            && !is_date_line(&first.text)
        {
            draft.title = Some(first.text.clone());
            at = 1;
            // A headline wrapped onto a second line goes on in small letters.
            if let Some(second) = blocks.get(1).filter(|second| !second.gap)
                && first.text.len() >= 30
                && !line.ended
                && second.text.len() <= 80
                && second.text.starts_with(char::is_lowercase)
                && !byline::is_byline(&second.text)
                && blocks.get(2).is_none_or(|third| third.gap)
            {
                draft.title = Some(format!("{} {}", first.text, second.text));
                at = 2;
            }
        }
    } else if let (Some(title), Some(first)) = (&draft.title, blocks.first())
        && body::fold(title) == body::fold(&first.text)
    {
        at = 1;
    }
    let mut seen = false;
    let mut start = at;
    let mut pending = None;
    for (next, block) in blocks.iter().enumerate().take(at + LONGEST_HEADER).skip(at) {
        let text = block.text.as_str();
        let line = measure(text);
        let title = draft.title.is_some();
        let named =
            byline::is_byline(text) && line.length < 200.0 && !(line.ended && line.length > 90.0);
        let dated = is_date_line(text);
        // A bare name counts where a date follows it: `Jane Doe` / `2023-05-08`.
        let follows = blocks
            .get(next + 1)
            .is_some_and(|after| is_date_line(&after.text));
        let signed = line.length < 100.0 && !line.ended && names_of(text, true) && has_date(text);
        let bare = title
            && draft.byline.is_none()
            && (follows || signed)
            && line.length < 160.0
            && !byline::parse(text).authors.is_empty();
        if named || bare {
            let (name, date) = split_date(text, reading);
            draft.byline.get_or_insert(name);
            if let (Some(date), None) = (date, &draft.published) {
                draft.published = Some(date);
            }
        } else if dated {
            let found = day::dates(blocks, next..next + 1, reading);
            for date in found {
                if date.label == Some(date::Label::Updated) {
                    draft.updated.get_or_insert(date);
                } else {
                    draft.published.get_or_insert(date);
                }
            }
        } else if caption::credit_line(text).is_some()
            || matches!(boilerplate::kind(text), Some(Boilerplate::Label))
        {
            // Belongs to the header only where more of it follows.
            continue;
        } else if pending.is_none() && !seen && title && line.length < 420.0 && next == at {
            // A dek stands between the title and the byline.
            pending = Some(text.to_owned());
            continue;
        } else {
            break;
        }
        seen = true;
        if let Some(dek) = pending.take() {
            draft.dek.get_or_insert(dek);
        }
        start = next + 1;
    }
    above + start
}

/// A byline that carries its date: `By Jane Doe | April 25, 2023`.
fn split_date(text: &str, reading: &date::Reading) -> (String, Option<day::Dated>) {
    let found = date::find(text, reading).into_iter().next();
    let Some(found) = found else {
        return (text.to_owned(), None);
    };
    let before = text[..found.span.start].trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '|' | ',' | '-' | '–' | '•' | '·' | '/')
    });
    let label = found
        .label
        .or(Some(date::Label::Published))
        .filter(|_| found.label.is_some());
    let dated = day::Dated {
        line: 0,
        date: found.date,
        label,
        alone: false,
        opens: false,
        nth: 0,
        relative: false,
    };
    if before.is_empty() {
        (text.to_owned(), Some(dated))
    } else {
        (before.to_owned(), Some(dated))
    }
}

/// Whether the line is what stands below articles: rights, an end mark.
fn is_tail(text: &str) -> bool {
    is_end_mark(text)
        || text == "--"
        || (boilerplate::kind(text) == Some(Boilerplate::Footer)
            && text.len() < 160
            && (text.contains('©')
                || text.to_lowercase().contains("rights")
                || text.starts_with("Copyright")))
}
