//! Boxes told by what they hold, whatever they are called: footers, sign-up forms, runs of cards, embedded posts, boxes that open as
//! lists of other stories do.

mod comments;
mod offers;
mod cards;

pub(super) use cards::card;

use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::html::class_words::Words;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::phrases;
use crate::extract::html::tags::Tag;

/// Letters of an embedded post at most.
const POST: u32 = 1500;

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
    comments::mark(page, &apart, &mut found);
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
            Tag::Input if offers::asks_for_mail(page, id) => {
                let around = page
                    .ancestors(id)
                    .take_while(|above| apart(*above) && page.letters(*above) <= offers::FORM)
                    .take(8)
                    .filter(|above| prose(*above) * 3 < total)
                    .last();
                if let Some(around) = around {
                    found[around] = true;
                }
            }
            Tag::Blockquote if page.letters(id) < POST && is_post(page, id) => found[id] = true,
            Tag::A if id > from => {
                if let Some(around) = offers::offer(page, id, &apart)
                    && prose(around) * 3 < total
                {
                    found[around] = true;
                }
            }
            _ => {}
        }
        if page.words(id).has(Words::FOOTER) && tag.is_block() && apart(id) && before(id) > 60 {
            footers[id] = true;
        }
        if tag.is_block()
            && !matches!(tag, Tag::P | Tag::Table | Tag::Tbody | Tag::Tr)
            && tag.heading() == 0
        {
            cards::mark(page, id, &apart, prose, total, &mut found);
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
