//! What a word would be as a name, told from its vector: softmax regression learnt from the words that texts and lists know.

use std::collections::BTreeMap;

use crate::enrich::entities::tagger::hash::{self, Hash};
use crate::enrich::entities::tagger::train::cluster::{Vectors, WIDTH};
use crate::enrich::entities::tagger::train::learn::random;

/// A common word, a first name, a surname, a place, a word of organisations, a people.
pub(super) const ROLES: usize = 6;

/// How often a word is seen in each role.
pub(super) type Counts = [f32; ROLES];

/// Five bits for each word that has a vector: its likeliest role (1 to 6) and how sure that is (0 to 3).
pub(super) fn roles(vectors: &Vectors, seen: &BTreeMap<Hash, Counts>) -> BTreeMap<Hash, u32> {
    let known: Vec<(usize, Counts)> = vectors
        .words()
        .enumerate()
        .filter_map(|(at, word)| {
            let counts = seen.get(&hash::word(word))?;
            let sum: f32 = counts.iter().sum();
            (sum > 0.0).then(|| (at, counts.map(|count| count / sum)))
        })
        .collect();
    let mut weights = [[0f32; WIDTH + 1]; ROLES];
    let mut state = 3;
    for step in 0..30 * known.len() {
        let (at, wanted) = &known[(random(&mut state) % known.len() as u64) as usize];
        let rate = 0.5 * (1.0 - step as f32 / (30 * known.len()) as f32);
        let vector = vectors.value(*at);
        let odds = odds(&weights, vector);
        for role in 0..ROLES {
            let gap = rate * (wanted[role] - odds[role]);
            for (weight, value) in weights[role].iter_mut().zip(vector) {
                *weight += gap * value;
            }
            weights[role][WIDTH] += gap;
        }
    }
    vectors
        .words()
        .enumerate()
        .map(|(at, word)| {
            let odds = odds(&weights, vectors.value(at));
            let top = (0..ROLES).fold(
                0,
                |top, role| if odds[role] > odds[top] { role } else { top },
            );
            let sure = match odds[top] {
                0.9.. => 3,
                0.7.. => 2,
                0.5.. => 1,
                _ => 0,
            };
            (hash::word(word), (top as u32 + 1) << 2 | sure)
        })
        .collect()
}

fn odds(weights: &[[f32; WIDTH + 1]; ROLES], vector: &[f32; WIDTH]) -> Counts {
    let mut sums = weights.map(|row| {
        row[WIDTH]
            + row
                .iter()
                .zip(vector)
                .map(|(weight, value)| weight * value)
                .sum::<f32>()
    });
    let top = sums.iter().copied().fold(f32::MIN, f32::max);
    let mut whole = 0.0;
    for sum in &mut sums {
        *sum = (*sum - top).exp();
        whole += *sum;
    }
    sums.map(|sum| sum / whole)
}
