//! What matches, where, and how well, in one segment.
//!
//! A [`Matcher`] walks documents in two phases, as the engine's postings allow it cheaply: `seek` stops at candidates by
//! posting lists alone, `matches` then decides by positions or columns. Everything positional works on [`Extent`]s, so that
//! operators nest, and highlights come from the very matchers that decided.

mod adjacent;
mod boolean;
mod build;
mod columns;
mod dense;
mod extent;
mod leaf;
mod near;
mod pairs;
mod phrase;
mod sweep;
mod unit;
mod words;

pub(in crate::search) use adjacent::{Adjacent, adjacent};
pub(in crate::search) use build::Segment;
pub(in crate::search) use columns::Part;
pub(in crate::search) use extent::Extent;
pub(in crate::search) use leaf::{Frequency, Leaf};
pub(in crate::search) use sweep::{Bits, NONE, each};

pub(in crate::search) use tantivy::{DocId, TERMINATED};

/// Walks the documents of one segment that a clause matches.
pub(in crate::search) trait Matcher {
    /// The candidate it stands on; [`TERMINATED`] at the end.
    fn doc(&self) -> DocId;

    /// Goes to the first candidate that is `target` or later; stays where it is if that is late enough.
    fn seek(&mut self, target: DocId) -> DocId;

    /// Whether the candidate it stands on matches indeed.
    fn matches(&mut self) -> bool;

    /// How well the document matches; asked only where [`Matcher::matches`] said yes.
    fn score(&mut self) -> f32;

    /// What [`Matcher::score`] cannot exceed in any document.
    fn ceiling(&self) -> f32 {
        f32::INFINITY
    }

    /// What it cannot exceed in this document, at less cost; asked where [`Matcher::matches`] said yes. What is below `floor`
    /// need not be exact.
    fn limit(&mut self, _floor: f32) -> f32 {
        self.ceiling()
    }

    /// Where it matches, sorted, each once, appended to `out`; asked only where [`Matcher::matches`] said yes.
    fn extents(&mut self, out: &mut Vec<Extent>);

    /// The words of the main text that took part in the match, appended to `out` in no order.
    fn marks(&mut self, out: &mut Vec<Extent>) {
        self.extents(out);
    }

    /// About how many candidates there are.
    fn cost(&self) -> u32;

    /// What [`Matcher::matches`] costs: 0 nothing, 1 a column, 2 and more positions.
    fn effort(&self) -> u32;
}
