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
    let one_of_several = title.and_then(|title| one_article(page, layout, &seen, title));
    let own = one_of_several.or(title.and_then(|title| below_title(page, layout, title)));
    let apart = |id: NodeId| {
        own.is_some_and(|own| {
            !page.within(id, own) && (one_of_several.is_some() || !page.within(own, id))
        })
    };
    let mut narrow = narrowest(page, layout, &seen);
    if let Some(own) = own.filter(|_| apart(narrow)) {
        // A stream of other stories, or the next article, holds more.
        narrow = narrowest(page, layout, &seen[seen.partition_point(|id| *id < own)..]);
    }
    let mut named: Option<(u32, NodeId, &'static str)> = None;
    for &id in &seen {
        let prose = layout.prose(page, id);
        if prose * 10 < total || apart(id) {
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

/// Letters of prose that make an article below a headline, at least.
const ARTICLE: u32 = 1000;

/// The `<article>` around the headline, where others beside it have headlines of the same rank: the next ones, printed whole.
fn one_article(page: &Page<'_>, layout: &Layout, seen: &[NodeId], title: NodeId) -> Option<NodeId> {
    let is_long =
        |id: NodeId| page.tag(id) == Tag::Article && layout.prose(page, id) >= ARTICLE / 2;
    let own = page.ancestors(title).find(|above| is_long(*above))?;
    let rank = page.tag(title).heading();
    let has_headline =
        |id: NodeId| rank > 0 && (id..page.end(id)).any(|inner| page.tag(inner).heading() == rank);
    let several = seen
        .iter()
        .filter(|id| page.tag(**id) == Tag::Article && !page.within(**id, own))
        .take(20)
        .any(|id| !page.within(own, *id) && is_long(*id) && has_headline(*id));
    several.then_some(own)
}

/// The narrowest element around the headline that holds an article below it; another story may stand beside it, and be longer.
fn below_title(page: &Page<'_>, layout: &Layout, title: NodeId) -> Option<NodeId> {
    page.ancestors(title)
        .take_while(|above| !layout.is_out(*above))
        .find(|above| layout.prose_between(page.end(title), page.end(*above)) >= ARTICLE)
}

/// The narrowest element that holds most of the prose at each step down from the first of those seen.
fn narrowest(page: &Page<'_>, layout: &Layout, seen: &[NodeId]) -> NodeId {
    let mut at = seen.first().copied().unwrap_or(0);
    for &id in seen {
        if id != at && page.within(id, at) && page.nodes[id].parent == at {
            let (inner, outer) = (layout.prose(page, id), layout.prose(page, at));
            if inner * 100 > outer * 78 {
                at = id;
            }
        }
    }
    at
}
