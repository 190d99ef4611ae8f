//! Bylines as printed: elements marked as such, links to authors' pages, lines that open as bylines do.

use crate::date::{self, Reading};
use crate::extract::byline;
use crate::extract::html::class_words::Words;
use crate::extract::html::layout::Layout;
use crate::extract::html::page::{NodeId, Page, squeeze};
use crate::extract::html::people::names;
use crate::extract::html::tags::Tag;

/// Places where no byline of the article stands.
const OUTSIDE: Words = Words::COMMENTS
    .and(Words::RELATED)
    .and(Words::TEASER)
    .and(Words::SIDE)
    .and(Words::NAV)
    .and(Words::UNSEEN)
    .and(Words::CAPTION)
    .and(Words::CREDIT);

/// A byline as printed.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// The line with bars between its elements, where it has several; then the same of the bylines beside it.
    pub(super) parted: Vec<String>,
    pub(super) rule: &'static str,
}

/// Words between a name and the date after it.
const ON: &[&str] = &[
    " on", " On", " am", " Am", " le", " Le", " el", " El", " den", " Den",
];

/// Bylines beyond these are other stories'.
const MOST: usize = 200;

/// Bylines of one article stand no further apart than this, in letters.
const BESIDE: u32 = 160;

/// Bylines as printed, the likeliest first.
pub(super) fn lines(
    page: &Page<'_>,
    layout: &Layout,
    anchor: Option<NodeId>,
    roots: &[NodeId],
) -> Vec<Line> {
    let mut found: Vec<(i32, NodeId, Line)> = Vec::new();
    let anchor = anchor.unwrap_or(0);
    let mut id = 0;
    while id < page.len() && found.len() < MOST {
        if layout.is_foreign(id) {
            id = page.end(id);
            continue;
        }
        let Some((rule, base)) = kind(page, id, anchor) else {
            id += 1;
            continue;
        };
        let letters = page.letters(id);
        let line = if letters == 0 {
            named_inside(page, id).map(|text| (text, Vec::new()))
        } else if letters > 220 {
            None
        } else {
            first_line(page, id)
        };
        let Some((text, parted)) = line else {
            id += 1;
            continue;
        };
        // A box of the author opens with the section, or with anything.
        if rule == "class:byline" && holds_surer(page, id, &text) {
            id += 1;
            continue;
        }
        // What holds the headline too is no place apart.
        let elsewhere = page
            .ancestors(id)
            .take(12)
            .take_while(|above| !page.within(anchor, *above))
            .any(|above| {
                matches!(
                    page.tag(above),
                    Tag::Nav | Tag::Aside | Tag::Footer | Tag::Figure | Tag::Figcaption
                ) && letters > 0
                    || page.words(above).has(OUTSIDE) && page.letters(above) < 3000
            });
        let mut value = base;
        if elsewhere {
            value -= if matches!(rule, "itemprop:author" | "property:author") {
                5
            } else {
                10
            };
        }
        if id < anchor {
            value -= 2;
        }
        let after = roots.iter().all(|root| id > page.end(*root));
        if after && !roots.is_empty() {
            value -= if rule == "class:byline" || rule == "text:byline" {
                6
            } else {
                3
            };
        } else {
            value -= (page.letters_between(anchor, id) / 500).min(4) as i32;
        }
        if value > 0 {
            found.push((value, id, Line { text, parted, rule }));
        }
        id = page.end(id);
    }
    join_neighbours(page, &mut found);
    found.sort_by_key(|(value, _, _)| -*value);
    found.into_iter().map(|(_, _, line)| line).collect()
}

/// Gives each byline the ones right after it that are marked just as it is: an element a name.
fn join_neighbours(page: &Page<'_>, found: &mut [(i32, NodeId, Line)]) {
    let alike = |one: NodeId, other: NodeId| {
        page.tag(one) == page.tag(other)
            && page.attr(one, "class") == page.attr(other, "class")
            && page.letters_between(page.end(one), other) < BESIDE
    };
    for at in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(at);
        if let (Some((value, one, line)), Some((other_value, other, next))) =
            (before.last_mut(), after.first())
            && (*value - *other_value).abs() <= 1
            && line.rule == next.rule
            && alike(*one, *other)
            && names_people(&line.text)
            && names_people(&next.text)
        {
            if line.parted.is_empty() {
                line.parted.push(line.text.clone());
            }
            if next.parted.is_empty() {
                line.parted.push(next.text.clone());
            }
            line.parted.extend(next.parted.iter().cloned());
        }
    }
}

fn names_people(line: &str) -> bool {
    !byline::parse(line).authors.is_empty()
}

/// A line of a name and a date near the headline: `Jane Doe, 8 September 2022`.
pub(super) fn dated_line(
    page: &Page<'_>,
    layout: &Layout,
    anchor: Option<NodeId>,
    reading: &Reading,
) -> Option<Line> {
    let anchor = anchor?;
    let mut id = anchor;
    let mut looked = 0;
    while id < page.len() && page.letters_between(anchor, id) < 1200 && looked < 40 {
        if layout.is_foreign(id) {
            id = page.end(id);
            continue;
        }
        let tag = page.tag(id);
        if tag == Tag::Text
            || !(tag.is_block() || tag == Tag::Font)
            || !(12..110).contains(&page.letters(id))
        {
            id += 1;
            continue;
        }
        looked += 1;
        let line = page.lines(id, 400).join(" ");
        let dates = if line.bytes().any(|byte| byte.is_ascii_digit()) {
            date::find(&line, reading)
        } else {
            Vec::new()
        };
        if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
            let before = line.get(..first.span.start).unwrap_or("");
            let after = line.get(last.span.end..).unwrap_or("");
            for part in [after, before] {
                let part = part.trim_matches(|c: char| !c.is_alphanumeric());
                let name = part
                    .split([',', '|', '•', '·', '–', '/'])
                    .next()
                    .unwrap_or("")
                    .trim();
                let name = ON
                    .iter()
                    .find_map(|on| name.strip_suffix(on))
                    .unwrap_or(name);
                if byline::is_byline(part)
                    || names::is_name(name)
                        && byline::parse(name)
                            .authors
                            .iter()
                            .any(|author| author == name)
                {
                    let name = if byline::is_byline(part) { part } else { name };
                    return Some(Line {
                        text: name.to_owned(),
                        parted: Vec::new(),
                        rule: "text:dated-name",
                    });
                }
            }
        }
        id += 1;
    }
    None
}

/// By what an element is a byline, and how sure that is.
fn kind(page: &Page<'_>, id: NodeId, anchor: NodeId) -> Option<(&'static str, i32)> {
    let tag = page.tag(id);
    if tag == Tag::Text || tag == Tag::Meta || tag.is_unseen() {
        return None;
    }
    let words = page.words(id);
    let property = page
        .attr(id, "property")
        .map(|name| name.rsplit(':').next().unwrap_or(name));
    let is_author = |value: &str| value == "author" || value == "creator";
    if property.is_some_and(is_author) {
        return Some(("property:author", 8));
    }
    if page.attr(id, "itemprop").is_some_and(is_author) {
        return Some(("itemprop:author", 8));
    }
    if tag == Tag::A {
        if page
            .attr(id, "rel")
            .is_some_and(|rel| rel.split(' ').any(|one| one == "author"))
        {
            return Some(("rel:author", 8));
        }
        if page.letters(id) < 50 && page.attr(id, "href").is_some_and(leads_to_author) {
            return Some(("link:author", 5));
        }
    }
    if words.has(Words::BYLINE) && !words.has(Words::COMMENTS.and(Words::RELATED).and(Words::BIO)) {
        return Some(("class:byline", 6));
    }
    let near = page.letters_between(anchor, id) < 1500
        && (id > anchor || page.letters_between(anchor, id) < 200);
    let is_line = (tag.is_block() || tag == Tag::Font) && (8..130).contains(&page.letters(id));
    if is_line && (near || holds_author(page, id)) {
        let opens = page
            .lines(id, 300)
            .first()
            .is_some_and(|line| byline::is_byline(line));
        if opens {
            return Some(("text:byline", 6));
        }
    }
    None
}

/// Whether a link to an author's page stands in it.
fn holds_author(page: &Page<'_>, id: NodeId) -> bool {
    (id + 1..page.end(id)).take(30).any(|inner| {
        page.tag(inner) == Tag::A && page.attr(inner, "href").is_some_and(leads_to_author)
    })
}

/// Whether an element inside is marked as the author, and says something that the line does not.
fn holds_surer(page: &Page<'_>, id: NodeId, line: &str) -> bool {
    (id + 1..page.end(id))
        .take(200)
        .filter(|inner| page.letters(*inner) > 0)
        .filter(|inner| {
            let is = |name: &str| page.attr(*inner, "itemprop") == Some(name);
            is("author") || is("creator") || page.attr(*inner, "rel") == Some("author")
        })
        .any(|inner| {
            first_line(page, inner)
                .is_some_and(|(said, _)| names_people(&said) && !line.contains(&said))
        })
}

/// Whether an element is marked as the name of who publishes, not of who writes.
fn is_publisher(page: &Page<'_>, id: NodeId) -> bool {
    page.attr(id, "class").is_some_and(|class| {
        class.split_ascii_whitespace().any(|token| {
            matches!(
                token,
                "org"
                    | "organization"
                    | "source-org"
                    | "provider"
                    | "provider-name"
                    | "source"
                    | "publisher"
            )
        })
    })
}

/// Whether an address is that of an author's page.
pub(super) fn leads_to_author(href: &str) -> bool {
    const PARTS: &[&str] = &[
        "/author/",
        "/authors/",
        "/autor/",
        "/autoren/",
        "/auteur/",
        "/auteurs/",
        "/autore/",
        "/autori/",
        "/staff/",
        "/contributor/",
        "/contributors/",
        "/editors/",
        "/journalist/",
        "/journalists/",
        "/journaliste/",
        "/reporter/",
        "/reporters/",
        "/redakteur/",
        "/writers/",
        "/columnist/",
        "/by/",
        "/bio/",
        "/yazar/",
    ];
    PARTS.iter().any(|part| {
        href.find(part)
            .is_some_and(|at| at + part.len() < href.len())
    })
}

/// The name in the metas of a microdata author that shows nothing.
fn named_inside(page: &Page<'_>, id: NodeId) -> Option<String> {
    (id + 1..page.end(id)).take(20).find_map(|inner| {
        (page.attr(inner, "itemprop") == Some("name"))
            .then(|| {
                page.attr(inner, "content")
                    .or_else(|| page.attr(inner, "value"))
            })
            .flatten()
            .map(str::to_owned)
    })
}

/// The first lines of a byline, up to the one that names somebody; and the same with bars between the elements.
fn first_line(page: &Page<'_>, id: NodeId) -> Option<(String, Vec<String>)> {
    let lines = page.lines(id, 600);
    let mut line = String::new();
    let mut first = 0;
    for (at, next) in lines.into_iter().enumerate().take(6) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&next);
        let letters = line.chars().filter(|c| c.is_alphabetic()).count();
        if first == 0 && letters > 4 {
            first = line.len();
        }
        if letters > 4 && (at > 2 || byline::parse(&line) != byline::Byline::default()) {
            break;
        }
    }
    if byline::parse(&line) == byline::Byline::default() {
        line.truncate(first);
    }
    if line.is_empty() {
        return None;
    }
    let mut parted = String::new();
    for node in &page.nodes[id..page.end(id)] {
        let text = if node.tag == Tag::Text {
            squeeze(node.text)
        } else {
            continue;
        };
        if text.is_empty() || !line.contains(&text) || is_publisher(page, node.parent) {
            continue;
        }
        if !parted.is_empty() {
            parted.push_str(if text.chars().next().is_some_and(char::is_alphanumeric) {
                " | "
            } else {
                " "
            });
        }
        parted.push_str(&text);
    }
    let several = parted.contains(" | ") && parted.len() < 2 * line.len() + 40;
    Some((line, if several { vec![parted] } else { Vec::new() }))
}
