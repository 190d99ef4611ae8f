//! Captions of the article's pictures, with their credits, and its pull quotes and corrections: what stands beside the text.

use std::sync::LazyLock;

use regex::Regex;

use crate::article::Caption;
use crate::extract::html::class_words::Words;
use crate::extract::html::page::{NodeId, Page, squeeze};
use crate::extract::html::tags::Tag;

/// What stands beside the text.
#[derive(Debug, Default)]
pub(super) struct Aside {
    pub(super) captions: Vec<Caption>,
    pub(super) pull_quotes: Vec<String>,
    pub(super) corrections: Vec<String>,
}

/// Things beyond these are not read.
const MOST: usize = 200;

/// Where no caption of the article stands.
const OUTSIDE: Words = Words::RELATED
    .and(Words::COMMENTS)
    .and(Words::TEASER)
    .and(Words::SIDE)
    .and(Words::AD)
    .and(Words::OFFER)
    .and(Words::BIO);

/// Reads from the headline to the end of the text.
pub(super) fn read(page: &Page<'_>, title: Option<NodeId>, roots: &[NodeId]) -> Aside {
    let mut aside = Aside::default();
    let (Some(first), Some(last)) = (roots.first(), roots.last()) else {
        return aside;
    };
    let end = page.end(*last);
    let mut id = title.filter(|title| title < first).unwrap_or(*first);
    while id < end && aside.captions.len() < MOST && aside.pull_quotes.len() < MOST {
        let words = page.words(id);
        let tag = page.tag(id);
        let letters = page.letters(id);
        let small = letters > 0 && letters < 1500;
        if tag != Tag::Text
            && (tag.is_unseen() || words.has(OUTSIDE) && letters < 3000 && !words.has(Words::BODY))
        {
            id = page.end(id);
            continue;
        }
        let is_caption = tag == Tag::Figcaption
            || (tag != Tag::Text && tag != Tag::Img && words.has(Words::CAPTION));
        if is_caption && small {
            let caption = caption(page, id);
            if !aside.captions.contains(&caption)
                && (!caption.text.is_empty() || caption.credit.is_some())
            {
                aside.captions.push(caption);
            }
        } else if words.has(Words::PULL_QUOTE) && tag.is_block() && small {
            let quote = quote(page, id);
            if !quote.is_empty() && !aside.pull_quotes.contains(&quote) {
                aside.pull_quotes.push(quote);
            }
        } else if words.has(Words::CORRECTION) && tag.is_block() && small {
            let text = page.text(id, 2000);
            // A link that invites to correct something is none.
            if letters > 30 && page.linked(id) * 2 < letters && !aside.corrections.contains(&text) {
                aside.corrections.push(text);
            }
        } else {
            id += 1;
            continue;
        }
        id = page.end(id);
    }
    aside
}

/// What stands for the pictures that aren't shown, where it is long enough to be a caption.
pub(super) fn alts(page: &Page<'_>) -> Vec<String> {
    (0..page.len())
        .filter(|id| page.tag(*id) == Tag::Img)
        .filter_map(|id| page.attr(id, "alt"))
        .filter(|alt| (25..1200).contains(&alt.len()))
        .map(squeeze)
        .take(MOST)
        .collect()
}

fn caption(page: &Page<'_>, id: NodeId) -> Caption {
    let whole = page.lines(id, 2000).join(" ");
    let inner = (id + 1..page.end(id))
        .take(100)
        .find(|inner| page.words(*inner).has(Words::CREDIT) && page.letters(*inner) > 0)
        .or_else(|| last_part(page, id));
    if let Some(inner) = inner {
        let credit = page.lines(inner, 300).join(" ");
        if let Some(at) = whole.rfind(&credit)
            && !credit.is_empty()
        {
            let text = format!("{} {}", &whole[..at], &whole[at + credit.len()..]);
            return Caption {
                text: squeeze(&text),
                credit: Some(without_label(&credit)).filter(|credit| !credit.is_empty()),
            };
        }
    }
    let (text, credit) = split(&whole);
    Caption { text, credit }
}

/// A last element that follows whole sentences and is none itself: the credit, whatever it is called.
fn last_part(page: &Page<'_>, id: NodeId) -> Option<NodeId> {
    let mut at = id + 1;
    let mut last = None;
    while at < page.end(id) {
        if page.letters(at) > 0 {
            last = Some(at);
        }
        at = page.end(at);
    }
    let last = last.filter(|last| page.tag(*last) != Tag::Text && page.letters(*last) < 60)?;
    let text = page.text(last, 200);
    let before = page.letters(id) > page.letters(last) + 20;
    (before
        && !text.ends_with(['.', '!', '?'])
        && text.chars().next().is_some_and(char::is_uppercase))
    .then_some(last)
}

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)
        (?:^|[.!?\x22”»)\]]\s*|\s[|/–—-]\s)
        \(?(?:photo(?:graph)?s?|picture|image|illustration|credit|foto|bild|grafik|fotó|zdjęcie|imagen|crédito|crédit|photographie|quelle|source|kuva|foto:?)\s*(?:credit|courtesy)?\s*(?::|\bby\b|©|\sof\b)\s*(?P<name>[^()]{2,80}?)\)?\s*$
        | \s*(?:©|\(c\)|copyright)\s*(?P<owner>.{2,60})$
        | [.!?]\s+/\s+(?P<short>\p{Lu}[^.!?]{0,3}(?:[^!?]{0,40}))$
        | \s\((?P<agency>[^()]{0,40}(?:/[^()]{2,40}|\b(?:AP|AFP|Reuters|dpa|Getty)\b[^()]{0,30}))\)\s*$
        ",
    )
    .expect("the pattern is a constant and compiles")
});

/// A caption and the credit glued to its end.
fn split(whole: &str) -> (String, Option<String>) {
    let Some(found) = CREDIT.captures(whole) else {
        return (whole.to_owned(), None);
    };
    let Some(name) = ["name", "owner", "short", "agency"]
        .iter()
        .find_map(|group| found.name(group))
    else {
        return (whole.to_owned(), None);
    };
    let mut start = found.get(0).map_or(0, |all| all.start());
    // The mark that ends the caption's sentence stays with it.
    if let Some(mark) = whole[start..].chars().next()
        && matches!(mark, '.' | '!' | '?' | '"' | '”' | '»' | ')' | ']')
    {
        start += mark.len_utf8();
    }
    (
        squeeze(whole[..start].trim_end_matches([' ', '/', '|', '–', '—'])),
        Some(squeeze(name.as_str())),
    )
}

fn without_label(credit: &str) -> String {
    match split(credit) {
        (text, Some(name)) if text.is_empty() => name,
        _ => credit
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|' | '/'))
            .to_owned(),
    }
}

/// A pull quote without who said it.
fn quote(page: &Page<'_>, id: NodeId) -> String {
    let mut out = String::new();
    let mut at = id;
    while at < page.end(id) {
        let tag = page.tag(at);
        if at != id
            && (matches!(tag, Tag::Footer | Tag::Cite | Tag::Figcaption | Tag::Button)
                || tag.is_unseen()
                || page
                    .words(at)
                    .has(Words::BYLINE.and(Words::CREDIT).and(Words::SHARE)))
        {
            at = page.end(at);
            continue;
        }
        if tag == Tag::Text {
            crate::extract::html::page::push_squeezed(&mut out, page.nodes[at].text);
        } else if tag.is_block() && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        at += 1;
    }
    out.trim().to_owned()
}
