//! The averaged structured perceptron (Collins 2002), with labels that may be partly unknown.

use crate::enrich::entities::tagger::decode::follows;
use crate::enrich::entities::tagger::labels::COUNT;
use crate::enrich::entities::tagger::model::ROWS;

/// A row of tokens to be labelled together.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunk {
    /// The rows of the features of each token.
    pub(super) features: Vec<Vec<u32>>,
    /// The labels that each may have, a bit a label.
    pub(super) allowed: Vec<u16>,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) rounds: usize,
    /// Rows seen less often are left out.
    pub(super) rarest: u32,
    /// The share of features left out at random each time.
    pub(super) drop: f32,
    pub(super) seed: u64,
}

/// Weights under way.
pub(super) struct Weights {
    rows: Vec<f32>,
    steps: [[f32; COUNT]; COUNT + 1],
    sum_rows: Vec<f32>,
    sum_steps: [[f32; COUNT]; COUNT + 1],
    clock: f32,
}

/// A pseudo-random number (splitmix64).
pub(super) fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The row of a feature.
pub(super) fn row(feature: u32) -> u32 {
    feature >> (32 - ROWS)
}

/// Learns from chunks, each as often a round as it is listed in `order`.
pub(super) fn learn(chunks: &mut [Chunk], order: &mut [u32], plan: Plan) -> Weights {
    let mut counts = vec![0u32; 1 << ROWS];
    for feature in chunks
        .iter()
        .flat_map(|chunk| chunk.features.iter().flatten())
    {
        counts[*feature as usize] += 1;
    }
    for features in chunks
        .iter_mut()
        .flat_map(|chunk| chunk.features.iter_mut())
    {
        features.retain(|feature| counts[*feature as usize] >= plan.rarest);
    }
    let mut weights = Weights {
        rows: vec![0.0; (1 << ROWS) * COUNT],
        steps: [[0.0; COUNT]; COUNT + 1],
        sum_rows: vec![0.0; (1 << ROWS) * COUNT],
        sum_steps: [[0.0; COUNT]; COUNT + 1],
        clock: 1.0,
    };
    let mut state = plan.seed;
    let mut work = Search::default();
    for _ in 0..plan.rounds {
        for at in (1..order.len()).rev() {
            order.swap(at, (random(&mut state) % (at as u64 + 1)) as usize);
        }
        for at in order.iter() {
            let mut thinned;
            let mut chunk = &chunks[*at as usize];
            if plan.drop > 0.0 {
                thinned = chunk.clone();
                let share = (plan.drop * 65536.0) as u64;
                for features in &mut thinned.features {
                    features.retain(|_| random(&mut state) & 0xffff >= share);
                }
                chunk = &thinned;
            }
            weights.scores(chunk, &mut work.scores);
            work.best(&weights.steps, chunk, true);
            let right = std::mem::take(&mut work.path);
            work.best(&weights.steps, chunk, false);
            if right != work.path {
                let found = std::mem::take(&mut work.path);
                weights.update(chunk, &right, 1.0);
                weights.update(chunk, &found, -1.0);
                work.path = found;
            }
            weights.clock += 1.0;
        }
    }
    weights
}

impl Weights {
    fn scores(&self, chunk: &Chunk, scores: &mut Vec<[f32; COUNT]>) {
        scores.clear();
        for features in &chunk.features {
            let mut sums = [0.0; COUNT];
            for feature in features {
                let at = *feature as usize * COUNT;
                for (sum, weight) in sums.iter_mut().zip(&self.rows[at..at + COUNT]) {
                    *sum += weight;
                }
            }
            scores.push(sums);
        }
    }

    fn update(&mut self, chunk: &Chunk, path: &[u8], by: f32) {
        let mut before = COUNT;
        for (features, label) in chunk.features.iter().zip(path) {
            let label = usize::from(*label);
            for feature in features {
                let at = *feature as usize * COUNT + label;
                self.rows[at] += by;
                self.sum_rows[at] += by * self.clock;
            }
            self.steps[before][label] += by;
            self.sum_steps[before][label] += by * self.clock;
            before = label;
        }
    }

    /// Adds what was learnt in another order.
    pub(super) fn join(&mut self, other: &Self) {
        // Sums and clocks are alike in size, as both saw the same chunks.
        for (own, other) in self.rows.iter_mut().zip(&other.rows) {
            *own += other;
        }
        for (own, other) in self.sum_rows.iter_mut().zip(&other.sum_rows) {
            *own += other;
        }
        for (own, other) in self
            .steps
            .iter_mut()
            .flatten()
            .zip(other.steps.iter().flatten())
        {
            *own += other;
        }
        for (own, other) in self
            .sum_steps
            .iter_mut()
            .flatten()
            .zip(other.sum_steps.iter().flatten())
        {
            *own += other;
        }
    }

    /// The averages, rounded to bytes, and more for some steps: the model as it is shipped.
    pub(super) fn packed(&self, more: impl Fn(usize, usize) -> i16) -> Vec<u8> {
        /// The share of weights that are not clipped.
        const WHOLE: f32 = 0.9999;
        let average = |now: f32, sum: f32| now - sum / self.clock;
        let rows: Vec<f32> = self
            .rows
            .iter()
            .zip(&self.sum_rows)
            .map(|(now, sum)| average(*now, *sum))
            .collect();
        let mut sizes: Vec<f32> = rows.iter().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let top = sizes
            .get(((sizes.len() as f32 * WHOLE) as usize).min(sizes.len().saturating_sub(1)))
            .copied()
            .unwrap_or(1.0);
        let scale = 127.0 / top;
        let mut out = Vec::new();
        for (before, (now, sums)) in self.steps.iter().zip(&self.sum_steps).enumerate() {
            for (label, (now, sum)) in now.iter().zip(sums).enumerate() {
                let step = (average(*now, *sum) * scale).round() as i16;
                out.extend((step + more(before, label)).to_le_bytes());
            }
        }
        out.extend(
            rows.iter()
                .map(|w| (w * scale).round().clamp(-127.0, 127.0) as i8 as u8),
        );
        out.extend([0; 16 - COUNT]);
        out
    }
}

#[derive(Default)]
struct Search {
    scores: Vec<[f32; COUNT]>,
    back: Vec<[u8; COUNT]>,
    path: Vec<u8>,
}

impl Search {
    /// The best path; `only` among the labels that are allowed.
    fn best(&mut self, steps: &[[f32; COUNT]; COUNT + 1], chunk: &Chunk, only: bool) {
        const NEVER: f32 = -1e30;
        let mut sums = [NEVER; COUNT];
        self.back.clear();
        for (at, own) in self.scores.iter().enumerate() {
            let allowed = chunk.allowed[at];
            let mut next = [NEVER; COUNT];
            let mut from = [0u8; COUNT];
            for label in 0..COUNT {
                if only && allowed >> label & 1 == 0 {
                    continue;
                }
                if at == 0 {
                    if follows(COUNT, label) {
                        next[label] = steps[COUNT][label] + own[label];
                    }
                    continue;
                }
                for before in 0..COUNT {
                    if follows(before, label) {
                        let sum = sums[before] + steps[before][label] + own[label];
                        if sum > next[label] {
                            next[label] = sum;
                            from[label] = before as u8;
                        }
                    }
                }
            }
            self.back.push(from);
            sums = next;
        }
        let mut label = (0..COUNT).fold(0, |top, l| if sums[l] > sums[top] { l } else { top });
        self.path.clear();
        self.path.resize(self.scores.len(), 0);
        for at in (0..self.scores.len()).rev() {
            self.path[at] = label as u8;
            label = usize::from(self.back[at][label]);
        }
    }
}
