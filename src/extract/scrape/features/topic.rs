//! Whether a line speaks of what the rest of the page speaks of.

use std::collections::HashMap;

use crate::extract::scrape::block::Block;

/// The longer words of a page's paragraphs, with how many of these hold each.
pub(super) struct Topic {
    holders: HashMap<u64, (u32, u32)>,
}

impl Topic {
    /// The words of the lines for which `is` holds.
    pub(super) fn new(blocks: &[Block], is: impl Fn(usize) -> bool) -> Self {
        let mut holders: HashMap<u64, (u32, u32)> = HashMap::new();
        for (at, block) in blocks.iter().enumerate().filter(|(at, _)| is(*at)) {
            for word in words(&block.text) {
                let (count, last) = holders.entry(word).or_insert((0, u32::MAX));
                if *last != at as u32 {
                    *count += 1;
                    *last = at as u32;
                }
            }
        }
        Self { holders }
    }

    /// The share of a line's longer words that other such lines hold, and how many it has; `own` says whether the line is one of them.
    pub(super) fn share(&self, text: &str, own: bool) -> (f32, f32) {
        let own = u32::from(own);
        let (mut all, mut held) = (0, 0);
        for word in words(text) {
            all += 1;
            held += u32::from(
                self.holders
                    .get(&word)
                    .is_some_and(|(count, _)| *count > own),
            );
        }
        if all == 0 {
            return (0.3, 0.0);
        }
        (held as f32 / all as f32, all as f32)
    }
}

/// Words of five letters and more, hashed in lower case; the first of a long line.
fn words(text: &str) -> impl Iterator<Item = u64> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() >= 5 && word.chars().count() >= 5)
        .map(hash)
        .take(400)
}

fn hash(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for c in word.chars().flat_map(char::to_lowercase) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}
