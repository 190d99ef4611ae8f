//! The posting lists of one word: its exact form, its stems, its expansions, as one list.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

use tantivy::DocSet;
use tantivy::postings::{Postings, SegmentPostings};

use crate::search::scorer::leaf::{Frequency, Leaf};
use crate::search::scorer::{DocId, Extent, TERMINATED};

/// More lists than this are kept in a heap.
const FEW: usize = 6;

/// One posting list of a word.
pub(in crate::search) struct Member {
    /// The list.
    pub(in crate::search) postings: SegmentPostings,
    /// Whether its occurrences are the word exactly as asked.
    pub(in crate::search) exact: bool,
    /// Whether its occurrences count: an exact form that a stem's list holds as well doesn't. What is neither exact nor
    /// counted counts in documents with nothing else.
    pub(in crate::search) counted: bool,
}

/// A word: the union of its posting lists. Occurrences at one position count once.
pub(in crate::search) struct Words {
    members: Vec<Member>,
    /// Members by document, where there are many.
    heap: Option<BinaryHeap<Reverse<(DocId, u32)>>>,
    doc: DocId,
    cost: u32,
    buffer: Vec<u32>,
}

impl Words {
    /// The union of `members`.
    pub(in crate::search) fn new(members: Vec<Member>) -> Self {
        let cost = members.iter().fold(0u32, |sum, member| {
            sum.saturating_add(member.postings.size_hint())
        });
        let heap = (members.len() > FEW).then(|| {
            members
                .iter()
                .zip(0u32..)
                .map(|(member, at)| Reverse((member.postings.doc(), at)))
                .collect()
        });
        let doc = members.iter().map(|member| member.postings.doc()).min();
        Self {
            members,
            heap,
            doc: doc.unwrap_or(TERMINATED),
            cost,
            buffer: Vec::new(),
        }
    }

    /// Positions in the document it stands on, sorted, each once.
    pub(in crate::search) fn positions(&mut self, out: &mut Vec<u32>) {
        out.clear();
        let mut lists = 0;
        for member in &mut self.members {
            if member.postings.doc() == self.doc {
                lists += 1;
                if lists == 1 {
                    member.postings.positions(out);
                } else {
                    member.postings.append_positions_with_offset(0, out);
                }
            }
        }
        if lists > 1 {
            out.sort_unstable();
            out.dedup();
        }
    }

    /// An upper limit of its occurrences in the document it stands on.
    pub(in crate::search) fn at_most(&self) -> u32 {
        self.members
            .iter()
            .filter(|member| member.postings.doc() == self.doc)
            .fold(0, |sum, member| {
                sum.saturating_add(member.postings.term_freq())
            })
    }
}

impl Leaf for Words {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        self.doc = match &mut self.heap {
            None => {
                let mut least = TERMINATED;
                for member in &mut self.members {
                    let mut doc = member.postings.doc();
                    if doc < target {
                        doc = member.postings.seek(target);
                    }
                    least = least.min(doc);
                }
                least
            }
            Some(heap) => loop {
                let Some(mut top) = heap.peek_mut() else {
                    break TERMINATED;
                };
                let Reverse((doc, at)) = *top;
                if doc >= target {
                    break doc;
                }
                let doc = self.members[at as usize].postings.seek(target);
                if doc == TERMINATED {
                    PeekMut::pop(top);
                } else {
                    *top = Reverse((doc, at));
                }
            },
        };
        self.doc
    }

    fn matches(&mut self) -> bool {
        true
    }

    fn frequency(&mut self) -> Frequency {
        let mut exact = 0u32;
        let mut counted = 0u32;
        let mut else_most = 0u32;
        for member in &self.members {
            if member.postings.doc() == self.doc {
                let count = member.postings.term_freq();
                exact += if member.exact { count } else { 0 };
                counted += if member.counted { count } else { 0 };
                else_most = else_most.max(count);
            }
        }
        Frequency {
            exact,
            all: match counted.max(exact) {
                0 => else_most,
                all => all,
            },
        }
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        let mut positions = std::mem::take(&mut self.buffer);
        self.positions(&mut positions);
        out.extend(positions.iter().map(|&position| Extent::word(position)));
        self.buffer = positions;
    }

    fn cost(&self) -> u32 {
        self.cost
    }

    fn effort(&self) -> u32 {
        0
    }
}
