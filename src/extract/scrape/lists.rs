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
        let Some(end) = end else {
            at_the_end(blocks, traits, flags, at);
            return;
        };
        if end - at <= BARE
            && announces(blocks, at - 1)
            && (at..end).all(|line| is_item(blocks, traits, line))
        {
            flags[at..end].fill(true);
        }
        at = end + 1;
    }
}

/// Takes in what is announced below the body's last line, at `from`, where each item has its number, price, day or score.
fn at_the_end(blocks: &[Block], traits: &[Traits], flags: &mut [bool], from: usize) {
    const FEWEST: usize = 3;
    let items = (from..flags.len())
        .take(BARE)
        .take_while(|at| is_item(blocks, traits, *at) && traits[*at].prose.digits > 0.0)
        .count();
    if items >= FEWEST && announces(blocks, from - 1) {
        flags[from..from + items].fill(true);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scrape::block;
    use crate::extract::scrape::features::traits;

    #[test]
    fn announced_numbers_end_a_body() {
        let text = "The ferries that are left, with their seats:\nLong Ferry, 40 seats\nOld Weir, 12 seats\nTanners' plank, 3 seats\nMarsh fair opens\n";
        for (text, of_the_body) in [
            (text.to_owned(), 4),
            (text.replace("seats:", "seats."), 1),
            (text.replace("12", "some"), 1),
        ] {
            let blocks = block::blocks(&text, false);
            let mut flags = vec![false; blocks.len()];
            flags[0] = true;
            bare(&blocks, &traits(&blocks), &mut flags);
            assert_eq!(
                flags.iter().filter(|is| **is).count(),
                of_the_body,
                "{text}"
            );
        }
    }
}
