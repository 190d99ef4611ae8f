//! Near-copies folded under the best of them.
//!
//! Which articles tell one story is known for the whole index ([`crate::index::Stories`]), so neither what else matches nor the order of
//! hits changes it, and counts are exact.

use tantivy::DocAddress;

use crate::index;
use crate::search::run::{Candidate, Copy};

#[cfg(test)]
mod tests;

/// Hits that tell one story.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::search) struct Story {
    /// The best of them.
    pub(in crate::search) best: Candidate,
    /// The others, earliest first.
    pub(in crate::search) copies: Vec<DocAddress>,
    /// The earliest article of the story, whether it was found or not; `None` where it is the best hit.
    pub(in crate::search) first: Option<DocAddress>,
}

impl Story {
    /// A hit that stands for itself.
    pub(in crate::search) fn of_one(best: Candidate) -> Self {
        Self {
            best,
            copies: Vec::new(),
            first: None,
        }
    }
}

/// How many different stories `copies` belong to.
pub(in crate::search) fn count(copies: &[Copy], stories: &index::Stories) -> usize {
    let mut seen = Seen::new(stories);
    copies.iter().filter(|copy| seen.insert(copy.story)).count()
}

/// The stories from `offset` on, `limit` of them or as many as `best` has, each under its best hit; `best` is sorted, the best
/// first. `told` are stories that were shown before. `copies` are all hits that have copies, whether among the best or not.
pub(in crate::search) fn page(
    best: &[Candidate],
    copies: &[Copy],
    stories: &index::Stories,
    told: &[u32],
    offset: usize,
    limit: usize,
) -> Vec<Story> {
    let mut seen = Seen::new(stories);
    for story in told {
        seen.insert(*story);
    }
    let mut page: Vec<(Story, u32)> = Vec::new();
    let mut passed = 0;
    for candidate in best {
        if page.len() == limit {
            break;
        }
        let story = stories.story(candidate.segment, candidate.doc);
        if story.is_some_and(|story| !seen.insert(story)) {
            continue;
        }
        if passed < offset {
            passed += 1;
            continue;
        }
        page.push((Story::of_one(*candidate), story.unwrap_or(u32::MAX)));
    }
    // All copies of the stories of the page, in the order of the members.
    let mut wanted: Vec<u32> = page.iter().map(|(_, story)| *story).collect();
    wanted.sort_unstable();
    let mut found: Vec<Copy> = copies
        .iter()
        .filter(|copy| wanted.binary_search(&copy.story).is_ok())
        .copied()
        .collect();
    found.sort_unstable();
    for (story, number) in &mut page {
        let members = stories.members(*number);
        let own = DocAddress::new(story.best.segment, story.best.doc);
        let is_hit = |address: &DocAddress| {
            let copy = Copy {
                story: *number,
                segment: address.segment_ord,
                doc: address.doc_id,
            };
            found.binary_search(&copy).is_ok()
        };
        story.first = members.first().copied().filter(|first| *first != own);
        story.copies = members
            .iter()
            .filter(|address| **address != own && is_hit(address))
            .copied()
            .collect();
    }
    page.into_iter().map(|(story, _)| story).collect()
}

/// A bit a story.
struct Seen(Vec<u64>);

impl Seen {
    fn new(stories: &index::Stories) -> Self {
        Self(vec![0; stories.len().div_ceil(64)])
    }

    /// Whether `story` is met for the first time.
    fn insert(&mut self, story: u32) -> bool {
        let Some(word) = self.0.get_mut(story as usize / 64) else {
            return false;
        };
        let bit = 1 << (story % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }
}
