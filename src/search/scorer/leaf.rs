//! What is asked of a text: a word or a phrase, with its alternatives, in a zone, and its score.

use tantivy::columnar::Column;

use crate::search::rank::{self, Norm};
use crate::search::scorer::columns::Zone;
use crate::search::scorer::extent::tidy;
use crate::search::scorer::{DocId, Extent, Matcher, TERMINATED};

/// How often something stands in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Frequency {
    /// Exactly as asked.
    pub(in crate::search) exact: u32,
    /// In any form; not less than `exact`.
    pub(in crate::search) all: u32,
}

/// A word or phrase of one field, without a score. As [`Matcher`], of which it is the ground floor.
pub(in crate::search) trait Leaf {
    /// See [`Matcher::doc`].
    fn doc(&self) -> DocId;
    /// See [`Matcher::seek`].
    fn seek(&mut self, target: DocId) -> DocId;
    /// See [`Matcher::matches`].
    fn matches(&mut self) -> bool;
    /// How often it stands in the document; asked only where `matches` said yes.
    fn frequency(&mut self) -> Frequency;
    /// See [`Matcher::extents`].
    fn extents(&mut self, out: &mut Vec<Extent>);
    /// See [`Matcher::cost`].
    fn cost(&self) -> u32;
    /// See [`Matcher::effort`].
    fn effort(&self) -> u32;
}

/// Several ways to write one thing, such as `cyber attack` and `cyberattack`: they score as one.
pub(in crate::search) struct Alternatives {
    ways: Vec<Box<dyn Leaf>>,
    doc: DocId,
    matched: Vec<bool>,
    buffer: Vec<Extent>,
}

impl Alternatives {
    /// Any of `ways`.
    pub(in crate::search) fn new(ways: Vec<Box<dyn Leaf>>) -> Self {
        Self {
            doc: ways.iter().map(|way| way.doc()).min().unwrap_or(TERMINATED),
            matched: vec![false; ways.len()],
            ways,
            buffer: Vec::new(),
        }
    }
}

impl Leaf for Alternatives {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = TERMINATED;
            for way in &mut self.ways {
                self.doc = self.doc.min(way.seek(target));
            }
        }
        self.doc
    }

    fn matches(&mut self) -> bool {
        let mut any = false;
        for (way, matched) in self.ways.iter_mut().zip(&mut self.matched) {
            *matched = way.doc() == self.doc && way.matches();
            any |= *matched;
        }
        any
    }

    fn frequency(&mut self) -> Frequency {
        let mut ways = 0;
        let mut sum = Frequency::default();
        for (way, _) in self
            .ways
            .iter_mut()
            .zip(&self.matched)
            .filter(|(_, matched)| **matched)
        {
            let frequency = way.frequency();
            ways += 1;
            sum.exact += frequency.exact;
            sum.all += frequency.all;
        }
        if ways > 1 {
            let mut extents = std::mem::take(&mut self.buffer);
            extents.clear();
            self.extents(&mut extents);
            // Ways that begin at one word are one occurrence of the thing.
            extents.dedup_by_key(|extent| extent.first);
            sum.all = extents.len() as u32;
            sum.exact = sum.exact.min(sum.all);
            self.buffer = extents;
        }
        sum
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        let from = out.len();
        for (way, _) in self
            .ways
            .iter_mut()
            .zip(&self.matched)
            .filter(|(_, matched)| **matched)
        {
            way.extents(out);
        }
        tidy(out, from);
    }

    fn cost(&self) -> u32 {
        self.ways
            .iter()
            .fold(0, |sum, way| sum.saturating_add(way.cost()))
    }

    fn effort(&self) -> u32 {
        // Which ways match must be asked before anything else is.
        self.ways
            .iter()
            .fold(1, |sum, way| sum.saturating_add(way.effort()))
    }
}

/// Only what lies inside one zone of the main text.
pub(in crate::search) struct Zoned {
    inner: Box<dyn Leaf>,
    zone: Zone,
    found: Vec<Extent>,
}

impl Zoned {
    /// `inner` inside `zone`.
    pub(in crate::search) fn new(inner: Box<dyn Leaf>, zone: Zone) -> Self {
        Self {
            inner,
            zone,
            found: Vec::new(),
        }
    }
}

impl Leaf for Zoned {
    fn doc(&self) -> DocId {
        self.inner.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.inner.seek(target)
    }

    fn matches(&mut self) -> bool {
        let Some(limits) = self.zone.limits(self.inner.doc()) else {
            return false;
        };
        if !self.inner.matches() {
            return false;
        }
        self.found.clear();
        self.inner.extents(&mut self.found);
        self.found.retain(|extent| extent.inside(limits));
        !self.found.is_empty()
    }

    fn frequency(&mut self) -> Frequency {
        let all = self.found.len() as u32;
        Frequency {
            exact: self.inner.frequency().exact.min(all),
            all,
        }
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        out.extend_from_slice(&self.found);
    }

    fn cost(&self) -> u32 {
        self.inner.cost()
    }

    fn effort(&self) -> u32 {
        self.inner.effort() + 2
    }
}

/// Okapi BM25 (Robertson and others 1994) of one leaf, with the constants of [`rank`].
#[derive(Clone)]
pub(in crate::search) struct Bm25 {
    /// Inverse document frequency times the leaf's weight.
    pub(in crate::search) weight: f32,
    /// Words of each document.
    pub(in crate::search) lengths: Column<u64>,
    /// How they count.
    pub(in crate::search) norm: Norm,
}

impl Bm25 {
    /// The score of what stands `frequency` times in a document.
    pub(in crate::search) fn score(&self, doc: DocId, frequency: f32) -> f32 {
        let length = self.lengths.first(doc).unwrap_or(0);
        self.weight * self.norm.saturate(frequency, length)
    }

    /// What no document scores more than for what stands `frequency` times in it.
    #[inline]
    pub(in crate::search) fn limit(&self, frequency: f32) -> f32 {
        self.weight * self.norm.saturate(frequency, 0)
    }
}

/// A leaf with its score.
pub(in crate::search) struct Scored {
    /// The leaf.
    pub(in crate::search) leaf: Box<dyn Leaf>,
    /// The same in the title alone, for the title's weight.
    pub(in crate::search) title: Option<Box<dyn Leaf>>,
    /// That weight: in words of the text, beside being one of them.
    pub(in crate::search) title_worth: f32,
    /// How it scores; `None`: not at all.
    pub(in crate::search) bm25: Option<Bm25>,
    /// Whether it is marked.
    pub(in crate::search) marked: bool,
}

impl Matcher for Scored {
    fn doc(&self) -> DocId {
        self.leaf.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.leaf.seek(target)
    }

    fn matches(&mut self) -> bool {
        self.leaf.matches()
    }

    fn score(&mut self) -> f32 {
        let Some(bm25) = &self.bm25 else { return 0.0 };
        let doc = self.leaf.doc();
        let mut frequency = rank::weigh(self.leaf.frequency());
        if let Some(title) = &mut self.title
            && title.seek(doc) == doc
            && title.matches()
        {
            frequency += self.title_worth * rank::weigh(title.frequency());
        }
        bm25.score(doc, frequency)
    }

    fn ceiling(&self) -> f32 {
        self.bm25
            .as_ref()
            .map_or(0.0, |bm25| bm25.weight * rank::MOST)
    }

    fn limit(&mut self, _floor: f32) -> f32 {
        let Some(bm25) = &self.bm25 else { return 0.0 };
        let doc = self.leaf.doc();
        if let Some(title) = &mut self.title
            && title.seek(doc) == doc
        {
            return self.ceiling();
        }
        bm25.limit(rank::weigh(self.leaf.frequency()))
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        self.leaf.extents(out);
    }

    fn marks(&mut self, out: &mut Vec<Extent>) {
        if self.marked {
            self.leaf.extents(out);
        }
    }

    fn cost(&self) -> u32 {
        self.leaf.cost()
    }

    fn effort(&self) -> u32 {
        self.leaf.effort()
    }
}
