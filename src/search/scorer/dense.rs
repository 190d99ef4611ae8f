//! A wildcard whose places nobody asks for: all its posting lists read at once into a bit set.

use crate::search::error::SearchError;
use crate::search::plan::Slot;
use crate::search::scorer::leaf::{Frequency, Leaf};
use crate::search::scorer::{DocId, Extent, TERMINATED};
use crate::search::terms::Dictionary;

/// The union of many posting lists, without positions.
pub(in crate::search) struct Dense {
    /// A bit a document.
    bits: Vec<u64>,
    /// Occurrences a document, ending at 255.
    counts: Vec<u8>,
    doc: DocId,
    cost: u32,
}

impl Dense {
    /// The union of the lists of `slot` in a segment of `max_doc` documents.
    pub(in crate::search) fn new(
        terms: &Dictionary,
        segment: usize,
        slot: &Slot,
        max_doc: DocId,
    ) -> Result<Self, SearchError> {
        let mut bits = vec![0u64; (max_doc as usize).div_ceil(64)];
        let mut counts = vec![0u8; max_doc as usize];
        let mut blocks = None;
        for term in &slot.terms {
            terms.each_block(segment, &term.text, &mut blocks, &mut |docs, freqs| {
                for (&doc, &freq) in docs.iter().zip(freqs) {
                    let count = &mut counts[doc as usize];
                    *count = count.saturating_add(u8::try_from(freq).unwrap_or(u8::MAX));
                    bits[doc as usize / 64] |= 1 << (doc % 64);
                }
                true
            })?;
        }
        let cost = bits.iter().map(|word| word.count_ones()).sum();
        let mut dense = Self {
            bits,
            counts,
            doc: 0,
            cost,
        };
        dense.doc = dense.next_from(0);
        Ok(dense)
    }

    fn next_from(&self, target: DocId) -> DocId {
        let mut at = target as usize / 64;
        let Some(mut word) = self.bits.get(at).map(|word| word & (!0 << (target % 64))) else {
            return TERMINATED;
        };
        loop {
            if word != 0 {
                return (at * 64) as u32 + word.trailing_zeros();
            }
            at += 1;
            match self.bits.get(at) {
                Some(&next) => word = next,
                None => return TERMINATED,
            }
        }
    }
}

impl Leaf for Dense {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = self.next_from(target);
        }
        self.doc
    }

    fn matches(&mut self) -> bool {
        true
    }

    fn frequency(&mut self) -> Frequency {
        let all = u32::from(self.counts.get(self.doc as usize).copied().unwrap_or(0));
        Frequency { exact: all, all }
    }

    fn extents(&mut self, _out: &mut Vec<Extent>) {}

    fn cost(&self) -> u32 {
        self.cost
    }

    fn effort(&self) -> u32 {
        0
    }
}
