//! How much of a text occurs in another, by runs of words.

use std::collections::HashSet;

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Words in a run.
const RUN: usize = 4;

/// The runs of a text.
#[derive(Debug, Default)]
pub(super) struct Shingles {
    runs: HashSet<u64>,
}

impl Shingles {
    /// The runs of `text`.
    pub(super) fn of(text: &str) -> Self {
        Self {
            runs: runs(text).collect(),
        }
    }

    /// The share of the text's runs that occur here, 0 to 1; `None` for a text of less than a run.
    pub(super) fn share(&self, text: &str) -> Option<f32> {
        let (mut all, mut here) = (0u32, 0u32);
        for run in runs(text) {
            all += 1;
            here += u32::from(self.runs.contains(&run));
        }
        (all > 0).then(|| here as f32 / all as f32)
    }
}

/// The hashes of runs of four words; an ideograph is a word.
fn runs(text: &str) -> impl Iterator<Item = u64> {
    let mut window: Vec<u64> = Vec::with_capacity(RUN);
    let mut words = Words { rest: text };
    std::iter::from_fn(move || {
        loop {
            let word = words.next()?;
            if window.len() == RUN {
                window.remove(0);
            }
            window.push(word);
            if window.len() == RUN {
                return Some(window.iter().fold(0u64, |sum, word| {
                    sum.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word
                }));
            }
        }
    })
}

/// Hashes of words, case aside.
struct Words<'t> {
    rest: &'t str,
}

impl Iterator for Words<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let start = self.rest.find(|c: char| c.is_alphanumeric())?;
        let rest = &self.rest[start..];
        let mut end = 0;
        for (at, c) in rest.char_indices() {
            let ideograph = ('\u{2e80}'..='\u{9fff}').contains(&c);
            if ideograph && at == 0 {
                end = c.len_utf8();
                break;
            }
            if ideograph || !(c.is_alphanumeric() || c == '\u{ad}') {
                break;
            }
            end = at + c.len_utf8();
        }
        let word = &rest[..end];
        self.rest = &rest[end..];
        Some(if word.is_ascii() {
            xxh3_64_with_seed(word.to_ascii_lowercase().as_bytes(), 0)
        } else {
            let lower: String = word
                .to_lowercase()
                .chars()
                .filter(|c| *c != '\u{ad}')
                .collect();
            xxh3_64_with_seed(lower.as_bytes(), 0)
        })
    }
}
