//! The body: blocks of the container, less what only stands among them.

use crate::extract::html::blocks::{Block, Kind};
use crate::extract::html::phrases;
use crate::extract::title::likeness;

/// What is known of the article when its body is put together.
#[derive(Debug, Default)]
pub(super) struct Known<'k> {
    pub(super) title: Option<&'k str>,
    pub(super) dek: Option<&'k str>,
    pub(super) byline: Option<&'k str>,
    pub(super) authors: &'k [String],
    pub(super) captions: &'k [String],
}

/// The body and what was set apart from it.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<String>,
    pub(super) subheads: Vec<String>,
    pub(super) corrections: Vec<String>,
    /// A summary line found at the top.
    pub(super) dek: Option<String>,
}

/// Filters the blocks and joins what is left.
pub(super) fn assemble(mut blocks: Vec<Block>, known: &Known<'_>) -> Body {
    let mut body = Body::default();
    let mut keep = vec![true; blocks.len()];
    drop_links(&blocks, &mut keep);
    drop_phrases(&blocks, &mut keep, &mut body);
    drop_top(&blocks, &mut keep, known, &mut body);
    drop_tail(&blocks, &mut keep);
    drop_repeats(&blocks, &mut keep, known);
    drop_idle_subheads(&blocks, &mut keep);
    for (block, keep) in blocks.iter_mut().zip(&keep) {
        if !keep {
            continue;
        }
        if block.kind == Kind::Subhead {
            body.subheads.push(block.text.clone());
        }
        body.paragraphs.push(std::mem::take(&mut block.text));
    }
    body
}

/// Blocks that are links more than text, and lists of them.
fn drop_links(blocks: &[Block], keep: &mut [bool]) {
    let mut at = 0;
    while at < blocks.len() {
        let block = &blocks[at];
        if let Some(list) = block.list {
            let mut end = at;
            let (mut letters, mut linked) = (0, 0);
            while end < blocks.len() && blocks[end].list == Some(list) {
                letters += blocks[end].letters;
                linked += blocks[end].linked;
                end += 1;
            }
            if linked * 10 > letters * 6 {
                keep[at..end].fill(false);
            }
            at = end;
            continue;
        }
        if block.linked * 10 > block.letters * 8 {
            keep[at] = false;
        }
        at += 1;
    }
}

/// Lines that only invite, credit or label.
fn drop_phrases(blocks: &[Block], keep: &mut [bool], body: &mut Body) {
    for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
        if !*keep {
            continue;
        }
        if phrases::is_correction(&block.text) {
            body.corrections.push(block.text.clone());
            *keep = false;
        } else if phrases::is_promo(&block.text, block.linked * 3 > block.letters)
            || phrases::is_label(&block.text)
        {
            *keep = false;
        }
    }
}

/// The title, dek, byline and date lines repeated above the text.
fn drop_top(blocks: &[Block], keep: &mut [bool], known: &Known<'_>, body: &mut Body) {
    for (at, block) in blocks.iter().enumerate().take(12) {
        if !keep[at] {
            continue;
        }
        let text = block.text.as_str();
        if known.title.is_some_and(|title| likeness(title, text) > 0.9) {
            keep[at] = false;
            continue;
        }
        if at < 8 && body.dek.is_none() {
            let is_dek = known.dek.is_some_and(|dek| {
                block.kind != Kind::Item && block.letters < 600 && same_start(dek, text)
            });
            if (is_dek
                && (block.dek
                    || block.kind == Kind::Subhead
                    || block.bold * 10 > block.letters * 9))
                || (block.dek && block.letters < 600 && (block.kind == Kind::Subhead || at < 3))
            {
                body.dek = Some(text.to_owned());
                keep[at] = false;
                continue;
            }
        }
        let short = block.letters < 140;
        let names = known
            .byline
            .is_some_and(|byline| likeness(byline, text) > 0.8)
            || known.authors.iter().any(|author| {
                text.contains(author.as_str())
                    && block.letters < crate::extract::html::page::weight(author) + 40
            });
        if short && block.kind != Kind::Subhead && (names || phrases::is_byline(text)) {
            keep[at] = false;
        }
    }
}

/// Whether one text is the other, or its start.
fn same_start(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .take(120)
            .collect()
    };
    let (one, other) = (plain(one), plain(other));
    !one.is_empty() && !other.is_empty() && (one == other || likeness(&one, &other) > 0.95)
}

/// From a heading that opens other stories to the next heading that doesn't.
fn drop_tail(blocks: &[Block], keep: &mut [bool]) {
    let prose: u32 = blocks
        .iter()
        .zip(keep.iter())
        .filter(|(block, keep)| **keep && block.kind == Kind::Paragraph)
        .map(|(block, _)| block.letters)
        .sum();
    let mut seen = 0;
    let mut at = 0;
    while at < blocks.len() {
        let block = &blocks[at];
        if phrases::opens_other(&block.text) && block.letters < 80 {
            if seen * 10 > prose * 6 && phrases::ends_article(&block.text) {
                keep[at..].fill(false);
                return;
            }
            keep[at] = false;
            // What follows of short or linked lines belongs to it.
            let mut next = at + 1;
            while next < blocks.len()
                && (!keep[next]
                    || blocks[next].linked * 2 > blocks[next].letters
                    || blocks[next].kind == Kind::Item)
            {
                keep[next] = false;
                next += 1;
            }
            at = next;
            continue;
        }
        if keep[at] && block.kind == Kind::Paragraph {
            seen += block.letters;
        }
        at += 1;
    }
}

/// Captions and paragraphs printed a second time.
fn drop_repeats(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let mut before = std::collections::HashSet::new();
    for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
        if !*keep || block.kind == Kind::Row {
            continue;
        }
        if known.captions.iter().any(|caption| caption == &block.text) {
            *keep = false;
        }
        if block.letters > 60 && !before.insert(block.text.as_str()) {
            *keep = false;
        }
    }
}

/// Subheads under which nothing is left.
fn drop_idle_subheads(blocks: &[Block], keep: &mut [bool]) {
    let mut follows = false;
    for at in (0..blocks.len()).rev() {
        if blocks[at].kind == Kind::Subhead {
            if keep[at] && !follows {
                keep[at] = false;
            }
        } else if keep[at] {
            follows = true;
        }
    }
}
