//! What belongs to other stories and to readers: lists of links, teasers, what is announced below the text, what follows the comments.

use crate::extract::html::blocks::{Block, Kind};
use crate::extract::html::phrases;

/// Blocks that are links more than text, and lists of them.
pub(super) fn drop_links(blocks: &[Block], keep: &mut [bool]) {
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

/// Runs of a linked headline and a short text under it: teasers of other stories.
pub(super) fn drop_teasers(blocks: &[Block], keep: &mut [bool]) {
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
pub(super) fn drop_tail(blocks: &[Block], keep: &mut [bool]) {
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
        // A column of a table may be called `Comments`.
        if block.letters < 80 && block.kind != Kind::Row && phrases::opens_other(&block.text) {
            // `Related: the title of one story` is a line among others.
            let one_story = block.linked * 2 > block.letters && block.kind == Kind::Paragraph;
            if seen * 10 > prose * 6 && !one_story && phrases::ends_article(&block.text) {
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

/// What follows the readers' comments, unless most of the text does.
pub(super) fn drop_after_comments(blocks: &[Block], keep: &mut [bool]) {
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
