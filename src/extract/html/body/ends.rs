//! Labels and signatures below the last sentence.

use crate::extract::html::blocks::{Block, Kind};

/// Letters of such a line at most.
const MOST: u32 = 48;
/// More lines than this in a row are a list or a poem.
const LINES: usize = 3;

/// Drops up to three short lines that follow the last sentence and are none.
pub(super) fn drop_loose_ends(blocks: &[Block], keep: &mut [bool]) {
    let mut kept = (0..blocks.len()).rev().filter(|at| keep[*at]);
    let mut loose = Vec::new();
    for at in kept.by_ref() {
        let block = &blocks[at];
        let is_loose = block.letters < MOST
            && !block.quote
            && block.list.is_none()
            && matches!(block.kind, Kind::Paragraph | Kind::Subhead)
            && !ends_sentence(&block.text)
            && !(block.letters > 30 && block.text.ends_with(':'));
        if is_loose && loose.len() < LINES {
            loose.push(at);
            continue;
        }
        // A longer run of short lines, or what follows no sentence, stays.
        if is_loose
            || block.letters < 60
            || block.kind != Kind::Paragraph
            || !ends_sentence(&block.text)
        {
            return;
        }
        break;
    }
    for at in loose {
        keep[at] = false;
    }
}

/// Whether a line ends as sentences do.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '」', '』', '）'])
        .ends_with([
            '.', '!', '?', '…', '。', '！', '？', '؟', '।', '։', '።', '。',
        ])
        || text.ends_with(['"', '”', '»', '」'])
}
