//! Which lines of a scraped page are the article's body: trees say how likely it is for each line, then the best path through the page
//! is taken.

use std::sync::LazyLock;

use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::{Features, Traits, traits};
use crate::extract::scrape::trees::Forest;

/// What leaving the body and coming back to it costs, in log odds.
const LEAVE: f32 = 0.1;
/// What opening and closing the body costs.
const EDGE: f32 = 0.2;
/// What a line costs beyond its odds where it stands in a gap of the body: gaps are short.
const GAP: f32 = 0.1;

/// What has been learnt of lines, by `train`.
static LEARNT: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("lines.trees")));

/// How a page was cut.
pub(super) struct Cut {
    /// For each line, whether it is of the body.
    pub(super) body: Vec<bool>,
    /// What was seen in each line.
    pub(super) traits: Vec<Traits>,
}

/// Tells the body's lines from the others, by what has been learnt.
pub(super) fn cut(blocks: &[Block]) -> Cut {
    cut_by(&LEARNT, blocks)
}

/// Tells the body's lines from the others; linear in their number.
pub(super) fn cut_by(trees: &Forest, blocks: &[Block]) -> Cut {
    let traits = traits(blocks);
    Cut {
        body: best_path(&log_odds(trees, blocks, &traits)),
        traits,
    }
}

/// The log odds that each line is of the body.
fn log_odds(trees: &Forest, blocks: &[Block], traits: &[Traits]) -> Vec<f32> {
    let features = Features::new(blocks, traits);
    (0..blocks.len())
        .map(|at| trees.sum(&features.row(at)).clamp(-8.0, 8.0))
        .collect()
}

/// The best way through before, body, gap, after (Viterbi, 1967).
pub(super) fn best_path(odds: &[f32]) -> Vec<bool> {
    const BEFORE: usize = 0;
    const BODY: usize = 1;
    const SKIP: usize = 2;
    const AFTER: usize = 3;
    const NEVER: f32 = f32::NEG_INFINITY;
    let mut best = [0.0, NEVER, NEVER, NEVER];
    let mut back: Vec<[u8; 4]> = Vec::with_capacity(odds.len());
    for odd in odds {
        let (body, out) = (odd / 2.0, -odd / 2.0);
        let moves = [
            [(BEFORE, out), (BEFORE, out), (BEFORE, out)],
            [(BEFORE, body - EDGE), (BODY, body), (SKIP, body - LEAVE)],
            [
                (BODY, out - LEAVE - GAP),
                (SKIP, out - GAP),
                (SKIP, out - GAP),
            ],
            [(BODY, out - EDGE), (AFTER, out), (AFTER, out)],
        ];
        let mut next = [NEVER; 4];
        let mut from = [0u8; 4];
        for (state, options) in moves.iter().enumerate() {
            for (source, gain) in options {
                let value = best[*source] + gain;
                if value > next[state] {
                    next[state] = value;
                    from[state] = *source as u8;
                }
            }
        }
        back.push(from);
        best = next;
    }
    let mut state = [BEFORE, BODY, AFTER]
        .into_iter()
        .max_by(|a, b| best[*a].total_cmp(&best[*b]))
        .unwrap_or(BEFORE);
    let mut body = vec![false; odds.len()];
    for at in (0..odds.len()).rev() {
        body[at] = state == BODY;
        state = usize::from(back[at][state]);
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_stretch_with_its_gaps() {
        let odds = [
            -5.0, -4.0, 6.0, 5.0, -1.0, 4.0, -6.0, -6.0, 6.0, -5.0, -5.0, -5.0, 2.0, -5.0,
        ];
        let body = best_path(&odds);
        let kept: Vec<usize> = body
            .iter()
            .enumerate()
            .filter(|(_, is)| **is)
            .map(|(at, _)| at)
            .collect();
        assert_eq!(kept, [2, 3, 5, 8, 12]);
        assert!(best_path(&[]).is_empty());
        assert_eq!(best_path(&[-3.0, -3.0]), [false, false]);
    }
}
