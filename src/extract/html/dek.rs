//! The summary line under the headline, as printed.

use crate::extract::html::class_words::Words;
use crate::extract::html::layout::Layout;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;
use crate::extract::title::likeness;

/// The summary line and the rule that gave it.
#[derive(Clone, Debug)]
pub(super) struct Dek {
    pub(super) text: String,
    pub(super) rule: &'static str,
}

/// The most letters of a summary line.
const MOST: u32 = 800;
/// How far below the headline it is looked for.
const FAR: u32 = 2500;

/// Finds the line between the headline and the text, or at the text's top; `descriptions` are the page's own summaries.
pub(super) fn find(
    page: &Page<'_>,
    layout: &Layout,
    title: Option<NodeId>,
    roots: &[NodeId],
    descriptions: &[&str],
    authors: &[String],
) -> Option<Dek> {
    let root = roots.first().copied()?;
    let anchor = title
        .filter(|title| *title < page.end(root))
        .unwrap_or(root);
    let mut id = if anchor == root {
        root
    } else {
        page.end(anchor)
    };
    let mut prose = 0;
    while id < page.len() && page.letters_between(anchor, id) < FAR {
        let tag = page.tag(id);
        if tag == Tag::Text {
            id += 1;
            continue;
        }
        let words = page.words(id);
        let skipped = tag.is_unseen()
            || matches!(
                tag,
                Tag::Nav
                    | Tag::Aside
                    | Tag::Figure
                    | Tag::Footer
                    | Tag::H1
                    | Tag::Button
                    | Tag::Form
            )
            || words.has(
                Words::UNSEEN
                    .and(Words::RELATED)
                    .and(Words::COMMENTS)
                    .and(Words::CAPTION)
                    .and(Words::CREDIT)
                    .and(Words::CONSENT)
                    .and(Words::SHARE)
                    .and(Words::BYLINE)
                    .and(Words::AD),
            ) && page.letters(id) < 2000;
        if skipped {
            id = page.end(id);
            continue;
        }
        let letters = page.letters(id);
        let named = words.has(Words::DEK) && !words.has(Words::BODY);
        let is_line = tag.is_block() || tag == Tag::Font;
        if (named || is_line) && (25..MOST).contains(&letters) && page.linked(id) * 2 < letters {
            let text = page.text(id, 3000);
            let alike = descriptions.iter().any(|description| {
                likeness(description, &text) > 0.85 || starts_alike(description, &text)
            });
            let inside = roots
                .iter()
                .any(|root| page.within(id, *root) && id != *root);
            let set_apart = named
                || tag.heading() > 0
                || is_all_bold(page, id)
                || differs_from_next(page, layout, id);
            let is_one = paragraphs(page, id) < 2
                && !holds_caption(page, id)
                && !crate::extract::html::body::is_when(&text);
            if is_one && (alike && (!inside || set_apart) || named && prose == 0) {
                let rule = if alike {
                    "printed:description"
                } else {
                    "class:dek"
                };
                return Some(Dek { text, rule });
            }
            if is_one && tag.heading() > 1 && !inside && prose == 0 && letters > 40 {
                return Some(Dek {
                    text,
                    rule: "heading",
                });
            }
            if is_one
                && matches!(tag, Tag::P | Tag::Font)
                && prose == 0
                && letters < 300
                && before_byline(page, id, authors)
            {
                return Some(Dek {
                    text,
                    rule: "before:byline",
                });
            }
            if alike {
                return None;
            }
        }
        prose += u32::from(layout.own[id] > 120 && !layout.is_out(id));
        if prose > 1 {
            return None;
        }
        id += 1;
    }
    None
}

/// Whether the byline follows right after the element.
fn before_byline(page: &Page<'_>, id: NodeId, authors: &[String]) -> bool {
    let next = (page.end(id)..page.len()).take(12).find(|next| {
        let tag = page.tag(*next);
        (tag.is_block() || tag == Tag::Font) && page.letters(*next) > 0
    });
    next.is_some_and(|next| {
        page.letters(next) < 90 && {
            let text = page.text(next, 300);
            authors.iter().any(|author| text.contains(author.as_str()))
        }
    })
}

/// Whether a caption stands in it.
fn holds_caption(page: &Page<'_>, id: NodeId) -> bool {
    (id + 1..page.end(id)).take(200).any(|inner| {
        page.letters(inner) > 0
            && (page.tag(inner) == Tag::Figcaption || page.words(inner).has(Words::CAPTION))
    })
}

/// Paragraphs inside an element, up to two.
fn paragraphs(page: &Page<'_>, id: NodeId) -> usize {
    (id + 1..page.end(id))
        .take(300)
        .filter(|inner| page.tag(*inner) == Tag::P && page.letters(*inner) > 40)
        .take(2)
        .count()
}

/// Whether the next block of prose is another kind of element than this one.
fn differs_from_next(page: &Page<'_>, layout: &Layout, id: NodeId) -> bool {
    let next = (page.end(id)..page.len()).take(400).find(|next| {
        let tag = page.tag(*next);
        tag != Tag::Text
            && tag.is_block()
            && tag.heading() == 0
            && layout.own[*next] > 80
            && !layout.is_out(*next)
    });
    next.is_some_and(|next| {
        let tag = page.tag(id);
        let class = |id: NodeId| page.attr(id, "class").unwrap_or("");
        page.tag(next) != tag || tag != Tag::P && class(next) != class(id)
    })
}

/// Whether a description is the start of the text, cut by an ellipsis.
fn starts_alike(description: &str, text: &str) -> bool {
    let description = description.trim_end_matches(['.', '…', ' ']);
    description.len() > 60 && text.starts_with(description) && text.len() < description.len() * 2
}

/// Whether all letters of the block are in bold.
fn is_all_bold(page: &Page<'_>, id: NodeId) -> bool {
    (id + 1..page.end(id)).take(12).any(|inner| {
        matches!(page.tag(inner), Tag::B | Tag::Strong)
            && page.letters(inner) * 10 > page.letters(id) * 9
    })
}
