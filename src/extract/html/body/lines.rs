//! Lines that are no prose of the article: invitations, credits, captions, names and dates alone, notes on the author.

use crate::extract::caption;
use crate::extract::html::blocks::{Block, Kind};
use crate::extract::html::body::{Body, Known, when};
use crate::extract::html::page::weight;
use crate::extract::html::phrases;

/// Lines that only invite, credit or label.
pub(super) fn drop_phrases(blocks: &[Block], keep: &mut [bool], body: &mut Body) {
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
            || block.letters > 2 && !block.text.contains(char::is_alphanumeric)
        {
            *keep = false;
        }
    }
}

/// Captions that nothing marks, told by the credit in brackets at their end.
pub(super) fn drop_credited(blocks: &[Block], keep: &mut [bool], body: &mut Body) {
    for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
        if !*keep
            || block.kind != Kind::Paragraph
            || block.letters > 500
            || !block.text.ends_with([')', ']'])
        {
            continue;
        }
        if let Some((captions, rest)) = caption::read(&block.text)
            && rest.is_empty()
            // `(Reuters)` at the end of a brief says who wrote it.
            && captions.iter().all(|caption| {
                caption.credit.as_deref().is_some_and(|credit| credit.contains(['/', ' ']))
            })
        {
            body.captions.extend(captions);
            *keep = false;
        }
    }
}

/// Lines of a name, a time or a date alone.
pub(super) fn drop_lines(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    for (at, (block, keep)) in blocks.iter().zip(keep.iter_mut()).enumerate() {
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
            && (block.bold * 2 < block.letters || at < 3)
            && (phrases::is_date_line(text) || when::is_all(text));
        if (named && block.kind == Kind::Paragraph) || is_date {
            *keep = false;
        }
    }
}

/// Lines under a picture that read as captions.
pub(super) fn drop_captions(blocks: &[Block], keep: &mut [bool]) {
    for (at, block) in blocks.iter().enumerate() {
        if !keep[at]
            || block.kind != Kind::Paragraph
            || !(block.after_picture || block.with_picture || block.alone_with_picture)
        {
            continue;
        }
        let ended = block
            .text
            .ends_with(['.', '!', '?', '"', '”', '»', ':', '。', '…']);
        let italic = block.bold * 10 > block.letters * 9;
        if (block.alone_with_picture && block.letters < 350)
            || (block.with_picture && block.letters < 280 && !ended)
            || (block.after_picture && !ended && block.letters < 160)
            || (block.after_picture && italic && block.letters < 320)
        {
            keep[at] = false;
        }
    }
}

/// Notes on the author at the end, and lines that tell how to reach the newsroom.
pub(super) fn drop_author_notes(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
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
