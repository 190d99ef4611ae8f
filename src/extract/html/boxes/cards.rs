//! Cards and teasers of other stories: neighbours of one kind that each lead to another page.

use std::collections::HashSet;

use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;

/// Letters of a card at most; fewer than the least are no card.
const CARD: std::ops::Range<u32> = 15..420;
/// Nodes of a card at most.
const CARD_NODES: usize = 160;
/// Teasers of a stream at least.
const STREAM: usize = 6;
/// Prose beside a stream at least, in letters.
const ARTICLE: u32 = 700;

/// Marks three and more neighbours of one kind that are each a link to another page with a picture or a heading.
pub(super) fn mark(
    page: &Page<'_>,
    parent: NodeId,
    apart: &dyn Fn(NodeId) -> bool,
    prose: &dyn Fn(NodeId) -> u32,
    total: u32,
    found: &mut [bool],
) {
    let mut children: Vec<NodeId> = Vec::new();
    let mut at = parent + 1;
    while at < page.end(parent) {
        if CARD.contains(&page.letters(at))
            && page.end(at) - at <= CARD_NODES
            && (page.tag(at).is_block() || page.tag(at) == Tag::A)
            && apart(at)
        {
            children.push(at);
        }
        at = page.end(at);
    }
    if children.len() < 3 {
        return;
    }
    let kind = |id: NodeId| {
        let class = page.attr(id, "class").unwrap_or("");
        (
            page.tag(id),
            class.split_ascii_whitespace().next().unwrap_or(""),
        )
    };
    let cards: Vec<(NodeId, &str)> = children
        .iter()
        .filter_map(|child| Some((*child, card(page, *child)?)))
        .collect();
    let mut done: Vec<(Tag, &str)> = Vec::new();
    for (first, _) in &cards {
        let sort = kind(*first);
        if done.contains(&sort) || done.len() > 8 {
            continue;
        }
        done.push(sort);
        let alike = || cards.iter().filter(|(id, _)| kind(*id) == sort);
        let places: HashSet<&str> = alike().map(|(_, href)| *href).collect();
        let held: u32 = alike().map(|(id, _)| prose(*id)).sum();
        // Streams of teasers run on beside a short article, and outweigh it.
        let stream = places.len() >= STREAM
            && apart(parent)
            && total - held > ARTICLE
            && alike().all(|(id, _)| is_teaser(page, *id));
        if places.len() >= 3 && (held * 3 < total || stream) {
            for (id, _) in alike() {
                found[*id] = true;
            }
        }
    }
}

/// Whether a card is all of a teaser: a linked heading and a few lines.
fn is_teaser(page: &Page<'_>, id: NodeId) -> bool {
    let heads = (id + 1..page.end(id))
        .filter(|inner| page.tag(*inner).heading() > 0 && page.letters(*inner) > 0);
    let (mut all, mut linked) = (0, 0);
    for head in heads {
        all += 1;
        linked += usize::from(
            page.linked(head) == page.letters(head)
                || page
                    .ancestors(head)
                    .take(3)
                    .any(|above| page.tag(above) == Tag::A),
        );
    }
    all == 1 && linked == 1
}

/// Where a card leads: to another page, by a link that holds a picture or nothing or is the card's heading.
pub(in crate::extract::html) fn card<'a>(page: &Page<'a>, id: NodeId) -> Option<&'a str> {
    let mut at = id;
    let mut in_heading = 0;
    let mut place = None;
    while at < page.end(id) {
        let tag = page.tag(at);
        if tag.heading() > 0 {
            in_heading = page.end(at);
        }
        if tag == Tag::P && page.letters(at) > 280 {
            return None;
        }
        if tag == Tag::A
            && place.is_none()
            && let Some(href) = page.attr(at, "href")
            && !href.contains('#')
            && !href.starts_with("mailto:")
            && !href.starts_with("javascript:")
            && !href.is_empty()
        {
            let shows = (at + 1..page.end(at))
                .take(30)
                .any(|inner| page.tag(inner) == Tag::Img || page.tag(inner).heading() > 0);
            if shows || at < in_heading || page.letters(at) == 0 {
                place = Some(href);
            }
        }
        at += 1;
    }
    place
}
