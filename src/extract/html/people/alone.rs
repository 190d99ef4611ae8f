//! Names that stand alone between the headline and the text, marked by nothing.

use crate::extract::byline;
use crate::extract::html::layout::Layout;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::people::names;
use crate::extract::html::people::printed::{Line, leads_to_author};
use crate::extract::html::tags::Tag;

/// So far below the headline such a line stands, in letters.
const FAR: u32 = 900;
/// Letters of a block that is text of the article, at least.
const PROSE: u32 = 160;
/// The text in which a name that is told of stands again, in bytes.
const TEXT: usize = 20_000;

/// The line of names that follows the headline, each in an element of its own.
pub(super) fn line(
    page: &Page<'_>,
    layout: &Layout,
    title: Option<NodeId>,
    roots: &[NodeId],
) -> Option<Line> {
    let title = title?;
    let mut found: Vec<String> = Vec::new();
    let mut last = 0;
    let mut id = page.end(title);
    while id < page.len() && page.letters_between(page.end(title), id) < FAR {
        let tag = page.tag(id);
        if layout.is_foreign(id)
            || matches!(
                tag,
                Tag::Nav | Tag::Aside | Tag::Figure | Tag::Footer | Tag::Ul | Tag::Ol
            )
            || tag.is_unseen()
            || tag.heading() > 0
        {
            id = page.end(id);
            continue;
        }
        if tag != Tag::Text && layout.own[id] > PROSE {
            break;
        }
        if tag != Tag::Text || !(6..50).contains(&page.letters(id)) {
            id += 1;
            continue;
        }
        let text = page.text(id, 200);
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·'));
        // Names of one line follow each other with a comma or a word between.
        let beside = found.is_empty() || page.letters_between(last, id) < 8;
        if beside && is_alone(page, id) && is_full_name(text) {
            found.push(text.to_owned());
            last = page.end(id);
        }
        id += 1;
    }
    let heading = page.text(title, 1000);
    let body: String = roots
        .first()
        .map(|root| page.text(*root, TEXT))
        .unwrap_or_default();
    found.retain(|name| {
        let times = body.matches(name.as_str()).count();
        let family = name.rsplit(' ').next().unwrap_or(name);
        !heading.contains(family) && times < 2
    });
    let text = found.join(", ");
    (!found.is_empty()).then(|| Line {
        text,
        parted: Vec::new(),
        rule: "text:name",
    })
}

/// Whether a piece of text is all of its element, and that is no link to a topic.
fn is_alone(page: &Page<'_>, id: NodeId) -> bool {
    let parent = page.nodes[id].parent;
    let link = page
        .ancestors(id)
        .take(3)
        .find(|above| page.tag(*above) == Tag::A);
    page.letters(parent) == page.letters(id)
        && link.is_none_or(|link| {
            page.attr(link, "href")
                .is_some_and(|href| leads_to_author(href) || leads_to_person(href))
        })
}

/// Whether an address is that of one of the newsroom's people.
fn leads_to_person(href: &str) -> bool {
    const PARTS: &[&str] = &[
        "team/",
        "profile/",
        "profiles/",
        "people/",
        "user/",
        "users/",
        "members/",
        "mailto:",
    ];
    PARTS.iter().any(|part| href.contains(part))
}

/// Whether it is a full name with a first name that is one somewhere, and nothing else.
fn is_full_name(text: &str) -> bool {
    names::is_name(text)
        && text.split(' ').next().is_some_and(byline::is_first_name)
        && !text.split(' ').any(byline::is_role)
        && byline::parse(text).authors == [text]
}
