//! Headings that are printed.

use crate::extract::html::class_words::Words;
use crate::extract::html::headline::LONGEST;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::publisher::is_home;
use crate::extract::html::tags::Tag;

/// A heading that is printed.
pub(super) struct Printed {
    pub(super) text: String,
    pub(super) node: NodeId,
    pub(super) rule: &'static str,
    pub(super) weight: f32,
}

/// Headings beyond these are not the article's own.
const MOST_HEADINGS: usize = 60;

/// The headings that may be the headline, in order.
pub(super) fn printed(page: &Page<'_>) -> Vec<Printed> {
    let mut printed = Vec::new();
    let mut id = 0;
    let mut others = 0;
    while id < page.len() && printed.len() < 4 * MOST_HEADINGS {
        let tag = page.tag(id);
        if tag != Tag::H1 && others >= MOST_HEADINGS {
            id += 1;
            continue;
        }
        let words = page.words(id);
        let named = words.has(Words::TITLE)
            && matches!(
                tag,
                Tag::Div | Tag::P | Tag::Span | Tag::Header | Tag::H3 | Tag::H4
            );
        let itemprop = page
            .attr(id, "itemprop")
            .is_some_and(|value| value.split(' ').any(|one| one == "headline"));
        let (rule, weight) = match tag {
            _ if itemprop && tag != Tag::Meta => ("itemprop:headline", 0.9),
            Tag::H1 => ("h1", 1.0),
            Tag::H2 => ("h2", 0.3),
            Tag::H3 | Tag::H4 if named => ("h3", 0.1),
            _ if named => ("class:title", 0.2),
            Tag::Font
                if page.attr(id, "size").is_some_and(|size| {
                    matches!(size.trim(), "4" | "5" | "6" | "7" | "+2" | "+3" | "+4")
                }) =>
            {
                ("font", 0.0)
            }
            _ => {
                id += 1;
                continue;
            }
        };
        let text = page.text(id, LONGEST + 1);
        if text.is_empty() || text.len() > LONGEST || is_elsewhere(page, id) || leads_home(page, id)
        {
            id += 1;
            continue;
        }
        others += usize::from(tag != Tag::H1);
        printed.push(Printed {
            text,
            node: id,
            rule,
            weight,
        });
        id += 1;
    }
    printed
}

/// Whether the heading is the site's name: a link to its front page.
fn leads_home(page: &Page<'_>, id: NodeId) -> bool {
    let inside = (id + 1..page.end(id))
        .take(6)
        .find(|inner| page.tag(*inner) == Tag::A);
    let around = page
        .ancestors(id)
        .take(2)
        .find(|above| page.tag(*above) == Tag::A);
    inside
        .or(around)
        .and_then(|link| page.attr(link, "href"))
        .is_some_and(is_home)
}

/// Whether the heading stands in navigation, a footer, a side bar or among hidden things.
pub(super) fn is_elsewhere(page: &Page<'_>, id: NodeId) -> bool {
    let hidden = Words::UNSEEN
        .and(Words::CONSENT)
        .and(Words::COMMENTS)
        .and(Words::RELATED)
        .and(Words::OFFER);
    page.words(id).has(hidden)
        || page.ancestors(id).take(40).any(|above| {
            matches!(page.tag(above), Tag::Nav | Tag::Footer | Tag::Aside)
                || page.words(above).has(hidden)
                    && !page.words(above).has(Words::BODY)
                    && page.letters(above) < 3000
        })
}
