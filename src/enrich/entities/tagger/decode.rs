//! The best sequence of labels, by the sums of weights and what follows what (Viterbi 1967).

use crate::enrich::entities::tagger::labels::{self, COUNT};

/// How good each label is for a token.
pub(super) type Scores = [i32; COUNT];

/// How good each label is after each other one; the last row is for what opens.
pub(super) type Steps = [[i32; COUNT]; COUNT + 1];

/// Whether `label` may stand after `before`; the last row stands for nothing before.
pub(super) fn follows(before: usize, label: usize) -> bool {
    !labels::goes_on(label as u8) || before + 1 == label || before == label
}

/// Writes the best labels for a row of tokens. `back` is room to work in.
pub(super) fn decode(
    scores: &[Scores],
    steps: &Steps,
    back: &mut Vec<[u8; COUNT]>,
    best: &mut [u8],
) {
    const NEVER: i32 = i32::MIN / 4;
    let Some((opening, rest)) = scores.split_first() else {
        return;
    };
    back.clear();
    let mut sums = [NEVER; COUNT];
    for label in 0..COUNT {
        if follows(COUNT, label) {
            sums[label] = opening[label] + steps[COUNT][label];
        }
    }
    for own in rest {
        let mut next = [NEVER; COUNT];
        let mut from = [0u8; COUNT];
        // What begins or is outside may stand after all labels, what goes on after two.
        for label in [0, 1, 3, 5, 7] {
            let (mut top, mut top_from) = (NEVER, 0);
            for before in 0..COUNT {
                let sum = sums[before] + steps[before][label];
                if sum > top {
                    (top, top_from) = (sum, before);
                }
            }
            next[label] = top + own[label];
            from[label] = top_from as u8;
        }
        for label in [2, 4, 6, 8] {
            let begun = sums[label - 1] + steps[label - 1][label];
            let inside = sums[label] + steps[label][label];
            (next[label], from[label]) = if begun >= inside {
                (begun + own[label], label as u8 - 1)
            } else {
                (inside + own[label], label as u8)
            };
        }
        back.push(from);
        sums = next;
    }
    let mut label = (0..COUNT).fold(
        0,
        |top, label| if sums[label] > sums[top] { label } else { top },
    );
    for at in (0..scores.len().min(best.len())).rev() {
        best[at] = label as u8;
        if let Some(from) = at.checked_sub(1).and_then(|before| back.get(before)) {
            label = usize::from(from[label]);
        }
    }
}
