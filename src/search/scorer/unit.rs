//! Inside one sentence or paragraph.

use crate::search::scorer::extent::tidy;
use crate::search::scorer::leaf::Leaf;
use crate::search::scorer::near::retain_marks;
use crate::search::scorer::words::Words;
use crate::search::scorer::{DocId, Extent, Matcher, TERMINATED};

/// Both operands inside one unit of text. The units' first positions are a posting list of their own.
pub(in crate::search) struct Within {
    left: Box<dyn Matcher>,
    right: Box<dyn Matcher>,
    /// Where units begin.
    starts: Words,
    doc: DocId,
    borders: Vec<u32>,
    lefts: Vec<Extent>,
    rights: Vec<Extent>,
    found: Vec<Extent>,
    parts: Vec<Extent>,
}

impl Within {
    /// `left` and `right` without one of `starts` between them.
    pub(in crate::search) fn new(
        left: Box<dyn Matcher>,
        right: Box<dyn Matcher>,
        starts: Words,
    ) -> Self {
        let mut within = Self {
            left,
            right,
            starts,
            doc: 0,
            borders: Vec::new(),
            lefts: Vec::new(),
            rights: Vec::new(),
            found: Vec::new(),
            parts: Vec::new(),
        };
        within.doc = within.align(0);
        within
    }

    fn align(&mut self, target: DocId) -> DocId {
        let mut doc = self.left.seek(target);
        while doc != TERMINATED {
            let other = self.right.seek(doc);
            if other == doc {
                break;
            }
            doc = self.left.seek(other);
        }
        doc
    }
}

impl Matcher for Within {
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
        self.found.clear();
        self.parts.clear();
        if !(self.left.matches() && self.right.matches()) {
            return false;
        }
        self.borders.clear();
        if self.starts.seek(self.doc) == self.doc {
            self.starts.positions(&mut self.borders);
        }
        self.lefts.clear();
        self.left.extents(&mut self.lefts);
        self.rights.clear();
        self.right.extents(&mut self.rights);
        // What runs across a border lies in no unit; of the rest, one extent a unit holds all that is in it.
        let borders = &self.borders;
        let place = |extents: &[Extent]| -> Vec<(usize, Extent)> {
            let unit = |extent: &Extent| {
                let at = borders.partition_point(|&border| border <= extent.first);
                (borders.get(at).is_none_or(|&next| extent.last < next)).then_some((at, *extent))
            };
            extents.iter().filter_map(unit).collect()
        };
        let (lefts, rights) = (place(&self.lefts), place(&self.rights));
        for lefts in lefts.chunk_by(|a, b| a.0 == b.0) {
            let unit = lefts[0].0;
            let from = rights.partition_point(|(other, _)| *other < unit);
            let until = rights.partition_point(|(other, _)| *other <= unit);
            let rights = &rights[from..until];
            // One and the same word on both sides is not two; groups may lie over each other.
            let loose = lefts.iter().chain(rights).any(|(_, extent)| extent.loose);
            let several = loose || apart(lefts, rights) || apart(rights, lefts);
            if rights.is_empty() || !several {
                continue;
            }
            let both = || lefts.iter().chain(rights).map(|(_, extent)| *extent);
            self.parts.extend(both());
            self.found.extend(both().reduce(Extent::with));
        }
        !self.found.is_empty()
    }

    fn score(&mut self) -> f32 {
        self.left.score() + self.right.score()
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        out.extend_from_slice(&self.found);
    }

    fn marks(&mut self, out: &mut Vec<Extent>) {
        tidy(&mut self.parts, 0);
        retain_marks(self.left.as_mut(), &self.parts, out);
        retain_marks(self.right.as_mut(), &self.parts, out);
    }

    fn cost(&self) -> u32 {
        self.left.cost().min(self.right.cost())
    }

    fn effort(&self) -> u32 {
        self.left.effort() + self.right.effort() + 6
    }
}

/// Whether some of `lefts` ends before some of `rights` begins.
fn apart(lefts: &[(usize, Extent)], rights: &[(usize, Extent)]) -> bool {
    let end = lefts.iter().map(|(_, extent)| extent.last).min();
    let begin = rights.iter().map(|(_, extent)| extent.first).max();
    end.zip(begin).is_some_and(|(end, begin)| end < begin)
}
