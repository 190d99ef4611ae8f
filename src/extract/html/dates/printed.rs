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

/// Adds the dates printed near the headline, and those right below the text; one that a label calls the date of publication weighs most.
pub(super) fn collect(evidence: &Evidence<'_, '_>, candidates: &mut Candidates<'_>) {
    let page = evidence.page;
    let headline = evidence
        .title
        .or(evidence.roots.first().copied())
        .unwrap_or(0);
    // What stands a little above the headline, and below it.
    let around = short_lines(evidence, back(page, headline, 200), 900);
    add(&around, 45, evidence, candidates);
    if let Some(root) = evidence.roots.last().filter(|root| **root > 0) {
        let below = short_lines(evidence, page.end(*root), 200);
        add(&below, 28, evidence, candidates);
    }
}

/// The lines from a node on that are no prose, up to so many letters.
fn short_lines(evidence: &Evidence<'_, '_>, from: NodeId, most: u32) -> String {
    let page = evidence.page;
    let mut text = String::new();
    let mut id = from;
    let mut letters = 0;
    while id < page.len() && letters < most {
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
    text
}

/// Adds the dates of such lines; those without a label weigh as given, the first most.
fn add(text: &str, most: i32, evidence: &Evidence<'_, '_>, candidates: &mut Candidates<'_>) {
    for (at, hit) in date::find(text, evidence.reading)
        .into_iter()
        .take(12)
        .enumerate()
    {
        let told = hit.label.is_none() && is_in_prose(text, hit.span);
        if hit.date.precision() < Precision::Day || told {
            continue;
        }
        let (rule, weight) = match hit.label {
            Some(Label::Published) => ("label:published", most + 17),
            Some(Label::Updated) => ("label:updated", most - at as i32 * 2),
            None => ("text", most - at as i32 * 2),
        };
        let updated = hit.label == Some(Label::Updated);
        candidates.push_date(hit.date, rule.to_owned(), weight, updated);
    }
}

/// Whether words beside a date on its line tell of something that happened.
fn is_in_prose(text: &str, span: Span) -> bool {
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
}

/// The node that lies about so many letters before `from`.
fn back(page: &Page<'_>, from: NodeId, letters: u32) -> NodeId {
    let mut id = from;
    while id > 0 && page.letters_between(id, from) < letters {
        id -= 1;
    }
    id
}
