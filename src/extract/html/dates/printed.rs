//! Dates printed near the headline.

use crate::date::{self, Label, Precision};
use crate::extract::html::class_words::Words;
use crate::extract::html::dates::Evidence;
use crate::extract::html::dates::candidates::Candidates;
use crate::extract::html::page::{NodeId, Page, push_squeezed};
use crate::extract::html::tags::Tag;
use crate::text::Span;

/// More words in small letters than this beside a date tell of something that happened.
const PROSE: usize = 5;

/// Adds the dates printed near the headline; one that a label calls the date of publication weighs most.
pub(super) fn collect(evidence: &Evidence<'_, '_>, candidates: &mut Candidates<'_>) {
    let page = evidence.page;
    let from = evidence
        .title
        .or(evidence.roots.first().copied())
        .unwrap_or(0);
    let mut text = String::new();
    // What stands a little above the headline, and below it.
    let start = back(page, from, 200);
    let mut id = start;
    let mut letters = 0;
    while id < page.len() && letters < 900 {
        let tag = page.tag(id);
        if tag.is_unseen()
            || evidence.layout.is_foreign(id)
            || page
                .words(id)
                .has(Words::UNSEEN.and(Words::RELATED).and(Words::COMMENTS))
                && page.letters(id) < 3000
        {
            id = page.end(id);
            continue;
        }
        if tag == Tag::Text {
            // Prose is full of other dates.
            let block = page.nodes[id].parent;
            if evidence.layout.own.get(block).copied().unwrap_or(0) < 160 {
                letters += page.letters(id);
                push_squeezed(&mut text, page.nodes[id].text);
            }
        } else if (tag.is_block() || tag == Tag::Br) && !text.ends_with('\n') {
            text.push('\n');
        }
        id += 1;
    }
    let in_prose = |span: Span| {
        let from = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[span.end..]
            .find('\n')
            .map_or(text.len(), |at| span.end + at);
        let beside = |part: &str| {
            part.split_whitespace()
                .filter(|word| word.starts_with(char::is_lowercase))
                .count()
        };
        beside(&text[from..span.start]) + beside(&text[span.end..to]) > PROSE
    };
    for (at, hit) in date::find(&text, evidence.reading)
        .into_iter()
        .take(12)
        .enumerate()
    {
        if hit.date.precision() < Precision::Day {
            continue;
        }
        if hit.label.is_none() && in_prose(hit.span) {
            continue;
        }
        let updated = hit.label == Some(Label::Updated);
        let weight = match hit.label {
            Some(Label::Published) => 62,
            _ => 45 - at as i32 * 2,
        };
        let rule = match hit.label {
            Some(Label::Published) => "label:published",
            Some(Label::Updated) => "label:updated",
            None => "text",
        };
        candidates.push_date(hit.date, rule.to_owned(), weight, updated);
    }
}

/// The node that lies about so many letters before `from`.
fn back(page: &Page<'_>, from: NodeId, letters: u32) -> NodeId {
    let mut id = from;
    while id > 0 && page.letters_between(id, from) < letters {
        id -= 1;
    }
    id
}
