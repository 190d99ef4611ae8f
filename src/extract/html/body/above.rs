//! What stands above the text: the headline and what comes before it, the dek, the byline, labels and dates.

use crate::date::{self, Reading};
use crate::extract::html::blocks::{Block, Kind};
use crate::extract::html::body::Known;
use crate::extract::html::page::weight;
use crate::extract::html::phrases;
use crate::extract::title::likeness;

/// What stands above the headline.
pub(super) fn drop_before_title(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
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

/// The title, dek, byline and date lines repeated above the text.
pub(super) fn drop_top(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
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

/// Labels, places and dates between the headline and the first sentence.
pub(super) fn drop_head_lines(blocks: &[Block], keep: &mut [bool]) {
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
