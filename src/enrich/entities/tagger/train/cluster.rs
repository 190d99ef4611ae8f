//! Clusters of word vectors, in three nested grains (k-means, Lloyd 1982).

use std::collections::HashMap;
use std::path::Path;

use crate::enrich::entities::tagger::train::learn::random;

/// Numbers in a vector.
pub(super) const WIDTH: usize = 100;

/// Words, most frequent first, and their vectors of unit length.
#[derive(Default)]
pub(super) struct Vectors {
    words: Vec<String>,
    values: Vec<[f32; WIDTH]>,
}

impl Vectors {
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    pub(super) fn value(&self, at: usize) -> &[f32; WIDTH] {
        &self.values[at]
    }
}

#[derive(serde::Deserialize)]
struct File {
    vectors: HashMap<String, Vec<f32>>,
}

/// The `most` most frequent words of a file `{"vectors": {word: [100 numbers, norm, rank]}}`.
pub(super) fn read(path: &Path, most: usize) -> Vectors {
    let file = std::fs::File::open(path).expect("vectors");
    let file: File =
        serde_json::from_reader(std::io::BufReader::with_capacity(1 << 20, file)).expect("vectors");
    let mut all: Vec<(u32, String, Vec<f32>)> = file
        .vectors
        .into_iter()
        .map(|(word, vector)| (vector[WIDTH + 1] as u32, word, vector))
        .collect();
    all.sort_by_key(|entry| entry.0);
    all.truncate(most);
    let mut vectors = Vectors {
        words: Vec::new(),
        values: Vec::new(),
    };
    for (_, word, vector) in all {
        let norm = vector[..WIDTH]
            .iter()
            .map(|x| x * x)
            .sum::<f32>()
            .sqrt()
            .max(1e-6);
        vectors.words.push(word);
        vectors
            .values
            .push(std::array::from_fn(|at| vector[at] / norm));
    }
    vectors
}

/// The cluster of each word, 16 to 1,023: 63 clusters of 4 of 4, so that halving a number's grain is a shift.
pub(super) fn clusters(vectors: &Vectors) -> Vec<(&str, u32)> {
    let all: Vec<usize> = (0..vectors.values.len()).collect();
    let mut found = vec![0u32; all.len()];
    for (top, members) in split(&vectors.values, &all, 63).into_iter().enumerate() {
        for (middle, members) in split(&vectors.values, &members, 4).into_iter().enumerate() {
            for (fine, members) in split(&vectors.values, &members, 4).into_iter().enumerate() {
                for member in members {
                    found[member] = ((top + 1) << 4 | middle << 2 | fine) as u32;
                }
            }
        }
    }
    vectors
        .words
        .iter()
        .map(String::as_str)
        .zip(found)
        .collect()
}

/// Words from which the clusters of halves are made; the rest join the nearest.
const LEADING: usize = 40_000;

/// Two clusters of each word, 1 to 255, by either half of its vector alone.
pub(super) fn halves(vectors: &Vectors) -> Vec<[u8; 2]> {
    let mut found = vec![[0; 2]; vectors.values.len()];
    for half in 0..2 {
        let values: Vec<[f32; WIDTH]> = vectors
            .values
            .iter()
            .map(|value| {
                let mut own = [0.0; WIDTH];
                let range = half * WIDTH / 2..(half + 1) * WIDTH / 2;
                own[range.clone()].copy_from_slice(&value[range]);
                let norm = dot(&own, &own).sqrt().max(1e-6);
                own.map(|x| x / norm)
            })
            .collect();
        let leading: Vec<usize> = (0..values.len().min(LEADING)).collect();
        let centres: Vec<[f32; WIDTH]> = split(&values, &leading, 255)
            .iter()
            .map(|members| centre(&values, members))
            .collect();
        for (value, found) in values.iter().zip(&mut found) {
            found[half] = nearest(value, &centres) as u8 + 1;
        }
    }
    found
}

/// Parts members into `count` clusters.
fn split(values: &[[f32; WIDTH]], members: &[usize], count: usize) -> Vec<Vec<usize>> {
    let mut parts = vec![Vec::new(); count];
    if members.len() <= count {
        for (part, member) in parts.iter_mut().zip(members) {
            part.push(*member);
        }
        return parts;
    }
    let mut state = 7;
    let mut centres: Vec<[f32; WIDTH]> = (0..count)
        .map(|_| values[members[(random(&mut state) % members.len() as u64) as usize]])
        .collect();
    for _ in 0..25 {
        parts.iter_mut().for_each(Vec::clear);
        for member in members {
            parts[nearest(&values[*member], &centres)].push(*member);
        }
        for (old, part) in centres.iter_mut().zip(&parts) {
            *old = if part.is_empty() {
                values[members[(random(&mut state) % members.len() as u64) as usize]]
            } else {
                centre(values, part)
            };
        }
    }
    parts
}

/// The mean direction of members.
fn centre(values: &[[f32; WIDTH]], members: &[usize]) -> [f32; WIDTH] {
    let mut sum = [0f32; WIDTH];
    for member in members {
        for (sum, value) in sum.iter_mut().zip(&values[*member]) {
            *sum += value;
        }
    }
    let norm = dot(&sum, &sum).sqrt().max(1e-6);
    sum.map(|x| x / norm)
}

fn nearest(value: &[f32; WIDTH], centres: &[[f32; WIDTH]]) -> usize {
    let mut best = (0, f32::MIN);
    for (at, centre) in centres.iter().enumerate() {
        let likeness = dot(value, centre);
        if likeness > best.1 {
            best = (at, likeness);
        }
    }
    best.0
}

fn dot(left: &[f32; WIDTH], right: &[f32; WIDTH]) -> f32 {
    let mut sums = [0f32; 4];
    for (l, r) in left.chunks_exact(4).zip(right.chunks_exact(4)) {
        for at in 0..4 {
            sums[at] += l[at] * r[at];
        }
    }
    sums.iter().sum()
}
