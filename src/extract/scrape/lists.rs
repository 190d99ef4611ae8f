//! Lists within a body: announced by a line that ends in a colon, or between a subhead and the next paragraph.

use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::Traits;

/// The longest list with bullets.
const BULLETS: usize = 20;
/// The longest list without.
const BARE: usize = 60;

/// Takes in a list with bullets that a line of the body announces: `The crossings that are left:`.
pub(super) fn bulleted(blocks: &[Block], traits: &[Traits], flags: &mut [bool]) {
    for at in 1..flags.len() {
        if !blocks[at].bullet || flags[at] || blocks[at - 1].bullet || !flags[at - 1] {
            continue;
        }
        let end = (at..flags.len())
            .find(|next| !blocks[*next].bullet)
            .unwrap_or(flags.len());
        let plain = traits[at..end]
            .iter()
            .all(|line| line.boilerplate.is_none());
        if announces(blocks, at - 1) && plain && end - at <= BULLETS {
            flags[at..end].fill(true);
        }
    }
}

/// Takes in a list without bullets: lines that nothing marks as the page's own, from the line that announces it to the body's next line.
pub(super) fn bare(blocks: &[Block], traits: &[Traits], flags: &mut [bool]) {
    let mut at = 1;
    while at < flags.len() {
        if flags[at] || !flags[at - 1] {
            at += 1;
            continue;
        }
        let end = (at..flags.len()).find(|next| flags[*next]);
        let Some(end) = end else { return };
        if end - at <= BARE
            && announces(blocks, at - 1)
            && (at..end).all(|line| is_item(blocks, traits, line))
        {
            flags[at..end].fill(true);
        }
        at = end + 1;
    }
}

fn announces(blocks: &[Block], at: usize) -> bool {
    blocks[at].text.ends_with([':', '：'])
}

/// Whether the line may be an item: the page says nothing of itself in it, and prints it once or among its likes.
fn is_item(blocks: &[Block], traits: &[Traits], at: usize) -> bool {
    let line = &traits[at];
    line.boilerplate.is_none()
        && !line.credit
        && !line.caption
        && !line.date
        && !line.age
        && !line.comment
        && line.copies == 1
        && !blocks[at].text.is_empty()
}
