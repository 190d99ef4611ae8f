//! Near-copies folded under the best of them.

use crate::search::run::Candidate;
use crate::search::scorer::Segment;
use crate::text::sketch::Sketch;

#[cfg(test)]
mod tests;

/// Hits beyond this place are not folded.
pub(in crate::search) const DEPTH: usize = 2_000;

/// Of hits that share a key, so many are compared, the best: a key that more share tells nothing.
const CROWD: usize = 32;

/// Hits that tell one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Story {
    /// The best of them: its place among the candidates.
    pub(in crate::search) best: usize,
    /// The others, earliest first.
    pub(in crate::search) copies: Vec<usize>,
}

impl Story {
    /// A hit that stands for itself.
    pub(in crate::search) fn of_one(best: usize) -> Self {
        Self {
            best,
            copies: Vec::new(),
        }
    }
}

/// Folds `candidates`, which are sorted best first, into stories, in that order. Beyond the first [`DEPTH`] each hit is a
/// story.
///
/// A hit joins the story whose best hit it resembles most, if they share `similar` of the shorter text at least. It is compared
/// with the best hit alone, so that a chain of small changes doesn't join what is different.
pub(in crate::search) fn fold(
    segments: &[Segment<'_>],
    candidates: &[Candidate],
    similar: f32,
) -> Vec<Story> {
    let looked_at = &candidates[..candidates.len().min(DEPTH)];
    let sketches: Vec<Option<Sketch>> = looked_at
        .iter()
        .map(|candidate| {
            segments
                .get(candidate.segment as usize)
                .and_then(|segment| segment.sketch(candidate.doc))
                .filter(|sketch| !sketch.is_empty())
        })
        .collect();
    let mut stories: Vec<Story> = Vec::with_capacity(candidates.len());
    let mut story_of: Vec<Option<usize>> = vec![None; looked_at.len()];
    let pairs = pairs(&sketches);
    let mut next = 0;
    for at in 0..candidates.len() {
        let mut nearest: Option<(f32, usize)> = None;
        while let Some(&(later, earlier)) = pairs.get(next).filter(|pair| pair.0 as usize == at) {
            next += 1;
            let (Some(mine), Some(other)) =
                (&sketches[later as usize], &sketches[earlier as usize])
            else {
                continue;
            };
            let Some(story) = story_of[earlier as usize] else {
                continue;
            };
            let likeness = mine.similarity(other);
            if likeness >= similar && nearest.is_none_or(|(most, _)| likeness > most) {
                nearest = Some((likeness, story));
            }
        }
        if let Some((_, story)) = nearest {
            stories[story].copies.push(at);
        } else {
            if let Some(own) = story_of.get_mut(at) {
                *own = Some(stories.len());
            }
            stories.push(Story::of_one(at));
        }
    }
    for story in &mut stories {
        story.copies.sort_by_key(|&copy| {
            let date = candidates[copy].date;
            (date.is_none(), date, copy)
        });
    }
    stories
}

/// Pairs of sketches that share a key, the later one first; sorted, each once.
fn pairs(sketches: &[Option<Sketch>]) -> Vec<(u32, u32)> {
    let mut keys: Vec<(u64, u32)> = Vec::with_capacity(sketches.len() * 16);
    for (sketch, at) in sketches.iter().zip(0..) {
        if let Some(sketch) = sketch {
            sketch.keys(|key| keys.push((key, at)));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let mut pairs = Vec::new();
    for alike in keys.chunk_by(|a, b| a.0 == b.0) {
        let alike = &alike[..alike.len().min(CROWD)];
        for (number, (_, later)) in alike.iter().enumerate() {
            pairs.extend(
                alike[..number]
                    .iter()
                    .map(|(_, earlier)| (*later, *earlier)),
            );
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
