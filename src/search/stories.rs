//! Near-copies folded under the best of them.

use std::collections::HashMap;

use crate::search::run::Candidate;
use crate::search::scorer::Segment;
use crate::text::sketch::Sketch;

/// Hits beyond this place are not folded.
pub(in crate::search) const DEPTH: usize = 2_000;

/// No more stories than this are kept for one key: a key that many share tells nothing.
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
    let mut stories: Vec<Story> = Vec::new();
    let mut sketches: Vec<Option<Sketch>> = Vec::new();
    let mut by_key: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut alike: Vec<usize> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let sketch = if at < DEPTH {
            segments
                .get(candidate.segment as usize)
                .and_then(|segment| segment.sketch(candidate.doc))
                .filter(|sketch| !sketch.is_empty())
        } else {
            None
        };
        if let Some(sketch) = &sketch {
            alike.clear();
            sketch.keys(|key| alike.extend(by_key.get(&key).into_iter().flatten()));
            alike.sort_unstable();
            alike.dedup();
            let mut nearest: Option<(f32, usize)> = None;
            for &story in &alike {
                let Some(other) = sketches.get(story).and_then(Option::as_ref) else {
                    continue;
                };
                let likeness = sketch.similarity(other);
                if likeness >= similar && nearest.is_none_or(|(most, _)| likeness > most) {
                    nearest = Some((likeness, story));
                }
            }
            if let Some((_, story)) = nearest {
                stories[story].copies.push(at);
                continue;
            }
            sketch.keys(|key| {
                let known = by_key.entry(key).or_default();
                if known.len() < CROWD && known.last() != Some(&stories.len()) {
                    known.push(stories.len());
                }
            });
        }
        stories.push(Story::of_one(at));
        sketches.push(sketch);
    }
    for story in &mut stories {
        story.copies.sort_by_key(|&copy| {
            let date = candidates[copy].date;
            (date.is_none(), date, copy)
        });
    }
    stories
}
