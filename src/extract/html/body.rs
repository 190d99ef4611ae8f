//! The body: blocks of the container, less what only stands among them.

use crate::date::{self, Reading};
use crate::extract::caption;
use crate::extract::html::blocks::{Block, Kind};
use crate::extract::html::page::{NodeId, weight};
use crate::extract::html::phrases;
use crate::extract::html::shingles::Shingles;
use crate::extract::title::likeness;

/// What is known of the article when its body is put together.
#[derive(Debug, Default)]
pub(super) struct Known<'k> {
    pub(super) title: Option<&'k str>,
    /// Where the headline is printed.
    pub(super) title_node: Option<NodeId>,
    pub(super) dek: Option<&'k str>,
    pub(super) byline: Option<&'k str>,
    pub(super) authors: &'k [String],
    pub(super) captions: &'k [String],
    /// The text as the page's data gives it.
    pub(super) stated: Option<&'k str>,
}

/// The body and what was set apart from it.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<String>,
    pub(super) subheads: Vec<String>,
    pub(super) corrections: Vec<String>,
    /// Quotations that only repeat the text.
    pub(super) pull_quotes: Vec<String>,
}

/// Filters the blocks and joins what is left.
pub(super) fn assemble(mut blocks: Vec<Block>, known: &Known<'_>) -> Body {
    let mut body = Body::default();
    let mut keep = vec![true; blocks.len()];
    drop_before_title(&blocks, &mut keep, known);
    drop_links(&blocks, &mut keep);
    drop_phrases(&blocks, &mut keep, &mut body);
    drop_top(&blocks, &mut keep, known);
    drop_unstated(&blocks, &mut keep, known);
    drop_lines(&blocks, &mut keep, known);
    drop_head_lines(&blocks, &mut keep);
    drop_captions(&blocks, &mut keep);
    drop_teasers(&blocks, &mut keep);
    drop_pull_quotes(&blocks, &mut keep, &mut body);
    drop_tail(&blocks, &mut keep);
    drop_after_comments(&blocks, &mut keep);
    drop_author_notes(&blocks, &mut keep, known);
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

/// What stands above the headline.
fn drop_before_title(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let Some(title) = known.title_node else {
        return;
    };
    let (mut before, mut after) = (0, 0);
    for block in blocks {
        if block.node < title {
            before += block.letters;
        } else {
            after += block.letters;
        }
    }
    // A heading far below the text is no headline of it.
    let above = before <= after;
    for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
        let is_title = block.node == title && block.kind == Kind::Subhead;
        if is_title || above && block.node < title {
            *keep = false;
        }
    }
}

/// Labels, places and dates between the headline and the first sentence.
fn drop_head_lines(blocks: &[Block], keep: &mut [bool]) {
    let reading = Reading::default();
    for (at, block) in blocks.iter().enumerate().take(16) {
        if !keep[at] {
            continue;
        }
        let text = block.text.as_str();
        if block.letters > 100 || block.kind != Kind::Paragraph {
            break;
        }
        let ended = text.ends_with(['.', '!', '?', '"', '”', '»', ':', '。', '…', '」']);
        let dated = block.letters < 80
            && text.bytes().any(|byte| byte.is_ascii_digit())
            && !text.ends_with(['.', '!', '?'])
            && !date::find(text, &reading).is_empty();
        if dated || (!ended && block.letters < 30) {
            keep[at] = false;
        } else {
            break;
        }
    }
}

/// Quotations that stand in the text as well.
fn drop_pull_quotes(blocks: &[Block], keep: &mut [bool], body: &mut Body) {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let quotes: Vec<usize> = (0..blocks.len())
        .filter(|at| keep[*at] && blocks[*at].quote && blocks[*at].letters < 300)
        .take(12)
        .collect();
    if quotes.is_empty() {
        return;
    }
    for at in quotes {
        let quote = plain(&blocks[at].text);
        let repeats = quote.len() > 20
            && blocks.iter().enumerate().any(|(other, block)| {
                other != at && keep[other] && !block.quote && plain(&block.text).contains(&quote)
            });
        if repeats {
            keep[at] = false;
            body.pull_quotes.push(blocks[at].text.clone());
        }
    }
}

/// What follows the readers' comments, unless most of the text does.
fn drop_after_comments(blocks: &[Block], keep: &mut [bool]) {
    let (mut before, mut after) = (0, 0);
    for (block, keep) in blocks.iter().zip(keep.iter()) {
        if *keep {
            if block.after_comments {
                after += block.letters;
            } else {
                before += block.letters;
            }
        }
    }
    if before > after {
        for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
            if block.after_comments {
                *keep = false;
            }
        }
    }
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
        } else if block.kind == Kind::Paragraph
            && block.letters < 120
            && caption::credit_line(&block.text).is_some()
            || phrases::is_promo(&block.text, block.linked * 3 > block.letters)
            || phrases::is_label(&block.text)
            || phrases::is_notice(&block.text)
        {
            *keep = false;
        }
    }
}

/// The title, dek, byline and date lines repeated above the text.
fn drop_top(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let mut prose = 0;
    for (at, block) in blocks.iter().enumerate().take(14) {
        if !keep[at] {
            continue;
        }
        let text = block.text.as_str();
        let both = match (known.title, known.dek) {
            (Some(title), Some(dek)) if text.len() < 600 => {
                likeness(&format!("{title} {dek}"), text) > 0.9
            }
            _ => false,
        };
        if (both || known.title.is_some_and(|title| likeness(title, text) > 0.9)) && prose < 2 {
            keep[at] = false;
            continue;
        }
        if let Some(dek) = known.dek
            && (likeness(dek, text) > 0.95
                || dek.len() > text.len() && text.len() > 40 && dek.contains(text))
        {
            keep[at] = false;
            continue;
        }
        let short = block.letters < 140;
        let names = known
            .byline
            .is_some_and(|byline| likeness(byline, text) > 0.8)
            || known.authors.iter().any(|author| {
                text.contains(author.as_str()) && block.letters < weight(author) + 40
            });
        if short
            && block.kind != Kind::Subhead
            && (names && !text.ends_with('.') || phrases::is_byline(text))
        {
            keep[at] = false;
            continue;
        }
        prose += u32::from(block.letters > 150);
    }
}

/// Where the page's data gives the text, paragraphs that it lacks are not of the article.
fn drop_unstated(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let Some(stated) = known.stated else { return };
    let shingles = Shingles::of(stated);
    let shares: Vec<Option<f32>> = blocks
        .iter()
        .map(|block| shingles.share(&block.text))
        .collect();
    let (mut all, mut here) = (0.0, 0.0);
    for ((block, share), keep) in blocks.iter().zip(&shares).zip(keep.iter()) {
        if let (Some(share), true) = (share, *keep) {
            all += block.letters as f32;
            here += share * block.letters as f32;
        }
    }
    // Data that holds less than the most of the page's text is a summary or a beginning.
    if all < 300.0 || here < all * 0.7 {
        return;
    }
    // Some data leaves lists out altogether.
    let has_items = blocks
        .iter()
        .zip(&shares)
        .any(|(block, share)| block.kind == Kind::Item && share.is_some_and(|share| share > 0.7));
    for ((block, share), keep) in blocks.iter().zip(&shares).zip(keep.iter_mut()) {
        let judged = block.kind == Kind::Paragraph || block.kind == Kind::Item && has_items;
        if judged && share.is_some_and(|share| share < 0.3) {
            *keep = false;
        }
    }
}

/// Lines of a name, a time or a date alone.
fn drop_lines(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
        if !*keep || block.kind == Kind::Row || block.letters > 90 {
            continue;
        }
        let text = block.text.as_str();
        let named = known.authors.iter().any(|author| {
            text.contains(author.as_str())
                && block.letters < weight(author) + 22
                && !text.ends_with(['.', '!', '?'])
        });
        let is_date = block.kind != Kind::Subhead
            && block.bold * 2 < block.letters
            && phrases::is_date_line(text);
        if (named && block.kind == Kind::Paragraph) || is_date {
            *keep = false;
        }
    }
}

/// Lines under a picture that read as captions.
fn drop_captions(blocks: &[Block], keep: &mut [bool]) {
    for (at, block) in blocks.iter().enumerate() {
        if !keep[at]
            || block.kind != Kind::Paragraph
            || !(block.after_picture || block.with_picture)
        {
            continue;
        }
        let ended = block
            .text
            .ends_with(['.', '!', '?', '"', '”', '»', ':', '。', '…']);
        let italic = block.bold * 10 > block.letters * 9;
        if (block.with_picture && block.letters < 280 && !ended)
            || (block.after_picture && !ended && block.letters < 160)
            || (block.after_picture && italic && block.letters < 320)
        {
            keep[at] = false;
        }
    }
}

/// Runs of a linked headline and a short text under it: teasers of other stories.
fn drop_teasers(blocks: &[Block], keep: &mut [bool]) {
    let is_head = |block: &Block| block.linked * 10 > block.letters * 8 && block.letters > 12;
    let mut at = 0;
    while at < blocks.len() {
        let start = at;
        let (mut pairs, mut cut, mut headings) = (0, 0, 0);
        while at + 1 < blocks.len()
            && is_head(&blocks[at])
            && !is_head(&blocks[at + 1])
            && blocks[at + 1].letters < 330
        {
            pairs += 1;
            let text = blocks[at + 1].text.as_str();
            cut += u32::from(
                text.ends_with("...") || text.ends_with(['…', ']']) || blocks[at + 1].letters < 30,
            );
            headings += u32::from(blocks[at].kind != Kind::Paragraph);
            at += 2;
        }
        if pairs >= 3 && (cut * 2 > pairs || headings * 2 > pairs) {
            keep[start..at].fill(false);
        }
        if at == start {
            at += 1;
        }
    }
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
        if block.letters < 80 && phrases::opens_other(&block.text) {
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

/// Notes on the author at the end, and lines that tell how to reach the newsroom.
fn drop_author_notes(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let kept: Vec<usize> = (0..blocks.len()).filter(|at| keep[*at]).collect();
    // A text of a few lines may be all about reaching somebody.
    if kept.len() < 4 {
        return;
    }
    for (back, &at) in kept.iter().rev().enumerate().take(6) {
        let block = &blocks[at];
        let text = block.text.as_str();
        let of_author = known.authors.iter().any(|author| {
            text.starts_with(author.as_str())
                && phrases::is_author_note(text.get(author.len()..).unwrap_or(""))
        });
        if block.kind == Kind::Subhead && known.authors.iter().any(|author| author == text) {
            // A card of the author: the name, and what follows it.
            let end = blocks.len().min(at + 3);
            keep[at..end].fill(false);
        } else if (of_author && block.letters < 700)
            || block.letters < 400 && phrases::is_contact(text)
        {
            keep[at] = false;
        } else if back > 0 && block.letters > 300 {
            break;
        }
    }
}

/// Captions and paragraphs printed a second time.
fn drop_repeats(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let mut before = std::collections::HashSet::new();
    let captions: std::collections::HashSet<&str> =
        known.captions.iter().map(String::as_str).collect();
    for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
        if !*keep || block.kind == Kind::Row {
            continue;
        }
        if captions.contains(block.text.as_str()) {
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
