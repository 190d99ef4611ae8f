//! Words in order, adjacent.

use crate::search::scorer::leaf::{Frequency, Leaf};
use crate::search::scorer::words::Words;
use crate::search::scorer::{DocId, Extent, TERMINATED};

/// A phrase of words, each of which may have several forms.
pub(in crate::search) struct Phrase {
    /// The words, in the phrase's order, and the place of each in it: of two words in one list that of the second.
    words: Vec<(u32, Words)>,
    /// How many places there are.
    length: u32,
    /// Whether it is what was asked, and not another form of it.
    exact: bool,
    /// Indices of `words`, rarest first: the order in which lists are walked.
    by_cost: Vec<usize>,
    doc: DocId,
    /// Positions of the first word where the phrase matches, in the document last decided.
    starts: Vec<u32>,
    buffer: Vec<u32>,
    /// Indices of `words`, fewest in this document first.
    order: Vec<(u32, usize)>,
}

impl Phrase {
    /// A phrase of `length` words, each with its place; `exact`: it is what was asked, and not another form of it.
    pub(in crate::search) fn new(words: Vec<(u32, Words)>, length: u32, exact: bool) -> Self {
        let mut by_cost: Vec<usize> = (0..words.len()).collect();
        by_cost.sort_by_key(|&at| words[at].1.cost());
        let mut phrase = Self {
            words,
            length,
            exact,
            by_cost,
            doc: 0,
            starts: Vec::new(),
            buffer: Vec::new(),
            order: Vec::new(),
        };
        phrase.doc = phrase.align(0);
        phrase
    }

    /// The first document from `target` on that holds all the words.
    fn align(&mut self, target: DocId) -> DocId {
        let Some((&lead, rest)) = self.by_cost.split_first() else {
            return TERMINATED;
        };
        let mut doc = self.words[lead].1.seek(target);
        'candidate: while doc != TERMINATED {
            for &at in rest {
                let other = self.words[at].1.seek(doc);
                if other > doc {
                    doc = self.words[lead].1.seek(other);
                    continue 'candidate;
                }
            }
            break;
        }
        doc
    }
}

impl Leaf for Phrase {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = self.align(target);
        }
        self.doc
    }

    fn matches(&mut self) -> bool {
        self.order.clear();
        self.order.extend(
            self.words
                .iter()
                .enumerate()
                .map(|(at, (_, word))| (word.at_most(), at)),
        );
        self.order.sort_unstable();
        for step in 0..self.order.len() {
            let at = self.order[step].1;
            let (offset, word) = &mut self.words[at];
            let offset = *offset;
            word.positions(&mut self.buffer);
            if step == 0 {
                self.starts.clear();
                self.starts.extend(
                    self.buffer
                        .iter()
                        .filter_map(|&position| position.checked_sub(offset)),
                );
            } else {
                // Both lists are sorted: keep the starts whose word stands where it must.
                let mut from = 0;
                let here = &self.buffer;
                self.starts.retain(|&start| {
                    let wanted = start + offset;
                    while from < here.len() && here[from] < wanted {
                        from += 1;
                    }
                    here.get(from) == Some(&wanted)
                });
            }
            if self.starts.is_empty() {
                return false;
            }
        }
        true
    }

    fn frequency(&mut self) -> Frequency {
        let all = self.starts.len() as u32;
        Frequency {
            exact: if self.exact { all } else { 0 },
            all,
        }
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        let last = self.length.saturating_sub(1);
        out.extend(self.starts.iter().map(|&start| Extent {
            first: start,
            last: start + last,
            loose: false,
        }));
    }

    fn cost(&self) -> u32 {
        self.by_cost
            .first()
            .map_or(0, |&rarest| self.words[rarest].1.cost())
    }

    fn effort(&self) -> u32 {
        self.words.len() as u32 + 1
    }
}
