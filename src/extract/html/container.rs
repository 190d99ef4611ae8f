//! Where the article's text lies: the named element that holds most prose, else the narrowest one that holds it.

use crate::extract::html::class_words::Words;
use crate::extract::html::layout::Layout;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;

/// Where the text lies, and the rule that said so.
#[derive(Clone, Debug)]
pub(super) struct Container {
    /// Roots of the text, in order, none inside another.
    pub(super) roots: Vec<NodeId>,
    pub(super) rule: &'static str,
}

/// Finds the article's text; `title` is the printed headline, where one was found.
pub(super) fn find(page: &Page<'_>, layout: &Layout, title: Option<NodeId>) -> Option<Container> {
    let seen = seen_elements(page, layout);
    let total = layout.prose(page, 0);
    if total == 0 {
        return seen.first().map(|first| Container {
            roots: vec![*first],
            rule: "page",
        });
    }
    let narrow = narrowest(page, layout, &seen, title);
    let mut named: Option<(u32, NodeId, &'static str)> = None;
    for &id in &seen {
        let prose = layout.prose(page, id);
        if prose * 10 < total {
            continue;
        }
        let rule = rule_of(page, id);
        let Some((rule, factor)) = rule else { continue };
        let value = prose * factor;
        if named.is_none_or(|(best, _, _)| value > best) {
            named = Some((value, id, rule));
        }
    }
    let held = layout.prose(page, narrow).max(1);
    if let Some((_, id, rule)) = named
        && layout.prose(page, id) * 100 >= held * 45
    {
        let mut roots = siblings(page, layout, &seen, id);
        let all: u32 = roots.iter().map(|root| layout.prose(page, *root)).sum();
        if all * 100 < held * 88 {
            let more = named_within(page, layout, &seen, narrow);
            let sum: u32 = more.iter().map(|root| layout.prose(page, *root)).sum();
            if sum > all && more.len() < 400 && more.contains(&id) {
                roots = more;
            }
        }
        // Prose between the headline and the named element is the article's beginning.
        if let Some(first) = roots.first()
            && page.within(*first, narrow)
        {
            let from = match title {
                Some(title) if page.within(title, narrow) => page.end(title),
                _ => narrow,
            };
            if layout.prose_between(from, *first) > 300 {
                return Some(Container {
                    roots: vec![narrow],
                    rule: "density",
                });
            }
        }
        return Some(Container { roots, rule });
    }
    Some(Container {
        roots: vec![narrow],
        rule: "density",
    })
}

/// Elements that are not out, in order.
fn seen_elements(page: &Page<'_>, layout: &Layout) -> Vec<NodeId> {
    let mut seen = Vec::new();
    let mut id = 0;
    while id < page.len() {
        if layout.is_out(id) {
            id = page.end(id);
            continue;
        }
        if page.tag(id) != Tag::Text {
            seen.push(id);
        }
        id += 1;
    }
    seen
}

/// How an element is named as the article's text, and how much that says (per tenth).
fn rule_of(page: &Page<'_>, id: NodeId) -> Option<(&'static str, u32)> {
    let words = page.words(id);
    if page
        .attr(id, "itemprop")
        .is_some_and(|value| value.contains("articleBody") || value.contains("reviewBody"))
    {
        return Some(("itemprop:articleBody", 14));
    }
    if words.has(Words::BODY) {
        return Some(("class:article-body", 12));
    }
    if page.tag(id) == Tag::Article {
        return Some(("article", 10));
    }
    None
}

/// The elements beside `id` that are named just as it is: a body printed in several pieces.
fn siblings(page: &Page<'_>, layout: &Layout, seen: &[NodeId], id: NodeId) -> Vec<NodeId> {
    let class = page.attr(id, "class").unwrap_or("");
    let itemprop = page.attr(id, "itemprop").unwrap_or("");
    if page.tag(id) == Tag::Article || (class.is_empty() && itemprop.is_empty()) {
        return vec![id];
    }
    let parent = page.nodes[id].parent;
    let mut roots = Vec::new();
    for &other in seen {
        if page.nodes[other].parent == parent
            && page.attr(other, "class").unwrap_or("") == class
            && page.attr(other, "itemprop").unwrap_or("") == itemprop
            && layout.prose(page, other) > 0
        {
            roots.push(other);
        }
    }
    if roots.is_empty() {
        roots.push(id);
    }
    roots
}

/// The outermost elements inside `root` that are named as article text.
fn named_within(page: &Page<'_>, layout: &Layout, seen: &[NodeId], root: NodeId) -> Vec<NodeId> {
    let mut roots: Vec<NodeId> = Vec::new();
    for &id in seen {
        if page.within(id, root)
            && id != root
            && roots.last().is_none_or(|last| !page.within(id, *last))
            && page.tag(id) != Tag::Article
            && rule_of(page, id).is_some()
            && layout.prose(page, id) > 0
        {
            roots.push(id);
        }
    }
    roots
}

/// The narrowest element that holds most of the prose at each step down from the root.
fn narrowest(page: &Page<'_>, layout: &Layout, seen: &[NodeId], title: Option<NodeId>) -> NodeId {
    let mut at = seen.first().copied().unwrap_or(0);
    for &id in seen {
        if id != at && page.within(id, at) && page.nodes[id].parent == at {
            let (inner, outer) = (layout.prose(page, id), layout.prose(page, at));
            if inner * 100 > outer * 78 {
                at = id;
            }
        }
    }
    // A headline outside the prose's narrowest element means nothing; one in a wider element with little more prose neither.
    let _ = title;
    at
}
