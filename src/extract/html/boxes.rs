//! Boxes told by what they hold, whatever they are called: footers, sign-up forms, runs of cards, embedded posts, boxes that open as
//! lists of other stories do.

use std::collections::HashSet;

use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::html::class_words::Words;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::phrases;
use crate::extract::html::tags::Tag;

/// Letters of a card at most; fewer than the least are no card.
const CARD: std::ops::Range<u32> = 15..420;
/// Nodes of a card at most.
const CARD_NODES: usize = 160;
/// Letters of a box with a form at most.
const FORM: u32 = 450;
/// Letters of an embedded post at most.
const POST: u32 = 1500;

/// Teasers of a stream at least.
const STREAM: usize = 6;
/// Prose beside a stream at least, in letters.
const ARTICLE: u32 = 700;

/// Letters of one reader's comment at most.
const COMMENT: u32 = 6000;

/// The subtrees that are such boxes, by node.
#[derive(Debug)]
pub(super) struct Boxes {
    /// What may carry a date and a name of the article: its own footer among them.
    pub(super) footers: Vec<bool>,
    /// What tells of anything but the article.
    pub(super) foreign: Vec<bool>,
}

/// Finds the boxes; `prose` is the prose of a subtree and `before` that of all before it, `total` the page's.
///
/// Looks at every node a bounded number of times.
pub(super) fn find(
    page: &Page<'_>,
    title: Option<NodeId>,
    prose: &dyn Fn(NodeId) -> u32,
    before: &dyn Fn(NodeId) -> u32,
) -> Boxes {
    let total = prose(0).max(1);
    let mut found = vec![false; page.len()];
    let mut footers = vec![false; page.len()];
    let from = title.unwrap_or(0);
    let apart = |id: NodeId| {
        !title.is_some_and(|title| page.within(title, id))
            && !matches!(
                page.tag(id),
                Tag::Html | Tag::Body | Tag::Main | Tag::Article
            )
    };
    mark_comments(page, &apart, &mut found);
    let cookies = mentions_of_cookies(page);
    for id in 1..page.len() {
        let tag = page.tag(id);
        let mentions = cookies[page.end(id)] - cookies[id];
        if mentions >= 3
            && tag.is_block()
            && apart(id)
            && mentions * 400 > page.letters(id)
            && prose(id) * 3 < total
        {
            found[id] = true;
        }
        match tag {
            Tag::Text => continue,
            Tag::Footer if apart(id) && before(id) > 60 => footers[id] = true,
            Tag::Input if asks_for_mail(page, id) => {
                let around = page
                    .ancestors(id)
                    .take_while(|above| apart(*above) && page.letters(*above) <= FORM)
                    .take(8)
                    .filter(|above| prose(*above) * 3 < total)
                    .last();
                if let Some(around) = around {
                    found[around] = true;
                }
            }
            Tag::Blockquote if page.letters(id) < POST && is_post(page, id) => found[id] = true,
            _ => {}
        }
        if page.words(id).has(Words::FOOTER) && tag.is_block() && apart(id) && before(id) > 60 {
            footers[id] = true;
        }
        if tag.is_block()
            && !matches!(tag, Tag::P | Tag::Table | Tag::Tbody | Tag::Tr)
            && tag.heading() == 0
        {
            mark_cards(page, id, &apart, prose, total, &mut found);
        }
        if id > from
            && (3..80).contains(&page.letters(id))
            && is_line(page, id)
            && let Some(root) = other_stories(page, id, &apart, prose, total)
        {
            found[root] = true;
        }
    }
    Boxes {
        footers,
        foreign: found,
    }
}

/// Pieces of text before each node that speak of cookies.
fn mentions_of_cookies(page: &Page<'_>) -> Vec<u32> {
    let mut sum = 0;
    let mut sums = vec![0];
    for node in &page.nodes {
        sum += u32::from(node.tag == Tag::Text && node.text.contains("ookie"));
        sums.push(sum);
    }
    sums
}

/// Marks readers' comments: each the widest element around a link to it that holds no link to another.
fn mark_comments(page: &Page<'_>, apart: &dyn Fn(NodeId) -> bool, found: &mut [bool]) {
    let links: Vec<(NodeId, &str)> = (0..page.len())
        .filter(|id| page.tag(*id) == Tag::A)
        .filter_map(|id| Some((id, comment_number(page.attr(id, "href")?)?)))
        .take(3000)
        .collect();
    let other = |at: usize, from: NodeId, number: &str| {
        // The nearest links before and after that lead to another comment.
        let before = links[..at]
            .iter()
            .rev()
            .take(8)
            .find(|(_, one)| *one != number);
        let after = links[at + 1..]
            .iter()
            .take(8)
            .find(|(_, one)| *one != number);
        before.is_some_and(|(id, _)| page.within(*id, from))
            || after.is_some_and(|(id, _)| page.within(*id, from))
    };
    let alone = links.iter().all(|(_, number)| *number == links[0].1);
    for (at, (id, number)) in links.iter().enumerate() {
        let record = page
            .ancestors(*id)
            .take(10)
            .take_while(|above| {
                apart(*above)
                    && page.letters(*above) < if alone { 400 } else { COMMENT }
                    && !other(at, *above, number)
            })
            .last();
        if let Some(record) = record {
            found[record] = true;
        }
    }
}

/// The number of the comment that an address leads to: `#comment-12`, `?replytocom=12`.
fn comment_number(href: &str) -> Option<&str> {
    let rest = ["#comment-", "replytocom=", "#comment"]
        .iter()
        .find_map(|mark| href.split_once(mark).map(|(_, rest)| rest))?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

/// Whether a field asks for a mail address.
fn asks_for_mail(page: &Page<'_>, id: NodeId) -> bool {
    page.attr(id, "type")
        .is_some_and(|kind| kind.eq_ignore_ascii_case("email"))
        || ["name", "placeholder", "id"].iter().any(|name| {
            page.attr(id, name).is_some_and(|value| {
                let value = value.to_ascii_lowercase();
                value.contains("email") || value.contains("e-mail")
            })
        })
}

/// Whether a block quotation is a post of a social network: it links to one.
fn is_post(page: &Page<'_>, id: NodeId) -> bool {
    (id + 1..page.end(id)).take(120).any(|inner| {
        page.tag(inner) == Tag::A
            && page.attr(inner, "href").is_some_and(|href| {
                let rest = href.split_once("://").map_or("", |(_, rest)| rest);
                let rest = rest.trim_start_matches("www.");
                let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
                match host {
                    "twitter.com" | "x.com" | "mobile.twitter.com" => path.contains("/status"),
                    "instagram.com" => path.starts_with("p/") || path.starts_with("reel/"),
                    "tiktok.com" => path.contains("/video/"),
                    "facebook.com" => path.contains("/posts/") || path.contains("/videos/"),
                    "bsky.app" => path.contains("/post/"),
                    "threads.net" => path.contains("/post/"),
                    "t.me" => path.contains('/'),
                    _ => false,
                }
            })
    })
}

/// Marks three and more neighbours of one kind that are each a link to another page with a picture or a heading.
fn mark_cards(
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
pub(super) fn card<'a>(page: &Page<'a>, id: NodeId) -> Option<&'a str> {
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

/// Whether it is a line of its own: a heading, or a block without blocks in it.
fn is_line(page: &Page<'_>, id: NodeId) -> bool {
    let tag = page.tag(id);
    tag.heading() > 0
        || tag.is_block()
            && page.end(id) - id < 12
            && !(id + 1..page.end(id)).any(|inner| page.tag(inner).is_block())
}

/// The widest element that begins with a line that heads other stories or comments, where nothing of the article is in it.
fn other_stories(
    page: &Page<'_>,
    id: NodeId,
    apart: &dyn Fn(NodeId) -> bool,
    prose: &dyn Fn(NodeId) -> u32,
    total: u32,
) -> Option<NodeId> {
    let text = page.text(id, 120);
    if !phrases::opens_other(&text) {
        return None;
    }
    let root = page
        .ancestors(id)
        .take(12)
        .take_while(|above| {
            apart(*above)
                && page.letters_between(*above, id) == 0
                && prose(*above) * 5 < total * 2
                && !page.words(*above).has(Words::BODY)
        })
        .last()?;
    if page.letters(root) == page.letters(id) {
        return None;
    }
    if phrases::opens_comments(&text) {
        return Some(root);
    }
    // A section of the article may open with a subhead that begins so; other stories are links.
    let named = boilerplate::kind(&text) == Some(Boilerplate::Related);
    let linked = page.linked(root) * 4 > page.letters(root) - page.letters(id);
    (named || linked).then_some(root)
}
