//! Near, before, and not near.

use crate::search::scorer::extent::tidy;
use crate::search::scorer::{DocId, Extent, Matcher, TERMINATED};

/// Where the right operand stands, for questions from the left.
#[derive(Default)]
struct Side {
    /// Sorted by first word.
    extents: Vec<Extent>,
    /// `extents` sorted by last word.
    by_last: Vec<Extent>,
    /// For each of `extents`, the greatest last word up to it.
    reach: Vec<u32>,
    /// The same, of the loose ones alone.
    loose: Vec<u32>,
}

impl Side {
    fn load(&mut self, clause: &mut dyn Matcher) {
        self.extents.clear();
        clause.extents(&mut self.extents);
        self.by_last.clear();
        self.by_last.extend_from_slice(&self.extents);
        self.by_last
            .sort_unstable_by_key(|extent| (extent.last, extent.first));
        self.reach.clear();
        self.loose.clear();
        let (mut reach, mut loose) = (0, 0);
        for extent in &self.extents {
            reach = reach.max(extent.last);
            self.reach.push(reach);
            loose = if extent.loose {
                loose.max(extent.last + 1)
            } else {
                loose
            };
            self.loose.push(loose);
        }
    }

    /// The first that lies over `extent`, where one of the two is loose.
    fn over(&self, extent: Extent) -> Option<Extent> {
        let until = self
            .extents
            .partition_point(|other| other.first <= extent.last);
        let from = if extent.loose {
            self.reach.partition_point(|&reach| reach < extent.first)
        } else {
            self.loose.partition_point(|&reach| reach <= extent.first)
        };
        // Where the reach goes up, the extent itself does.
        (from < until).then(|| self.extents[from])
    }

    /// The nearest that begins after `extent` ends, within `distance`.
    fn after(&self, extent: Extent, distance: u32) -> Option<Extent> {
        let at = self
            .extents
            .partition_point(|other| other.first <= extent.last);
        let next = *self.extents.get(at)?;
        (next.first - extent.last <= distance).then_some(next)
    }

    /// The nearest that ends before `extent` begins, within `distance`.
    fn before(&self, extent: Extent, distance: u32) -> Option<Extent> {
        let at = self
            .by_last
            .partition_point(|other| other.last < extent.first);
        let previous = *self.by_last.get(at.checked_sub(1)?)?;
        (extent.first - previous.last <= distance).then_some(previous)
    }

    fn overlaps(&self, extent: Extent) -> bool {
        let at = self
            .extents
            .partition_point(|other| other.first <= extent.last);
        at > 0 && self.reach[at - 1] >= extent.first
    }
}

/// The two operands and their common candidates.
struct Pair {
    left: Box<dyn Matcher>,
    right: Box<dyn Matcher>,
    doc: DocId,
    lefts: Side,
    rights: Side,
    distance: u32,
    ordered: bool,
}

impl Pair {
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

/// Both operands, no farther apart than some number of words, in any order or in theirs.
///
/// Adjacent words are 1 apart. Words and phrases that overlap are not near each other: `edi NEAR/3 edi` wants the word twice. A group
/// that has the other operand between its words is near it: `(iran NEAR/5 embassy) NEAR/3 attack` finds `iran attack embassy`.
pub(in crate::search) struct Near {
    pair: Pair,
    found: Vec<Extent>,
    /// The operands' extents that took part.
    parts: Vec<Extent>,
}

impl Near {
    /// `left` and `right`, `distance` words apart or less.
    pub(in crate::search) fn new(
        left: Box<dyn Matcher>,
        right: Box<dyn Matcher>,
        distance: u32,
        ordered: bool,
    ) -> Self {
        let mut pair = Pair {
            left,
            right,
            doc: 0,
            lefts: Side::default(),
            rights: Side::default(),
            distance,
            ordered,
        };
        pair.doc = pair.align(0);
        Self {
            pair,
            found: Vec::new(),
            parts: Vec::new(),
        }
    }
}

impl Matcher for Near {
    fn doc(&self) -> DocId {
        self.pair.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.pair.doc < target {
            self.pair.doc = self.pair.align(target);
        }
        self.pair.doc
    }

    fn matches(&mut self) -> bool {
        self.found.clear();
        self.parts.clear();
        let pair = &mut self.pair;
        if !(pair.left.matches() && pair.right.matches()) {
            return false;
        }
        pair.lefts.load(pair.left.as_mut());
        pair.rights.load(pair.right.as_mut());
        // The nearest partner on either side, asked from both operands: every other pair of theirs contains one of these.
        for (here, there, is_left) in [
            (&pair.lefts, &pair.rights, true),
            (&pair.rights, &pair.lefts, false),
        ] {
            for &extent in &here.extents {
                let after = there
                    .after(extent, pair.distance)
                    .filter(|_| is_left || !pair.ordered);
                let before = there
                    .before(extent, pair.distance)
                    .filter(|_| !is_left || !pair.ordered);
                let over = there.over(extent).filter(|_| !pair.ordered);
                for partner in [after, before, over].into_iter().flatten() {
                    self.found.push(extent.with(partner));
                    self.parts.push(extent);
                    self.parts.push(partner);
                }
            }
        }
        tidy(&mut self.found, 0);
        !self.found.is_empty()
    }

    fn score(&mut self) -> f32 {
        self.pair.left.score() + self.pair.right.score()
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        out.extend_from_slice(&self.found);
    }

    fn marks(&mut self, out: &mut Vec<Extent>) {
        tidy(&mut self.parts, 0);
        retain_marks(self.pair.left.as_mut(), &self.parts, out);
        retain_marks(self.pair.right.as_mut(), &self.parts, out);
    }

    fn cost(&self) -> u32 {
        self.pair.left.cost().min(self.pair.right.cost())
    }

    fn effort(&self) -> u32 {
        self.pair.left.effort() + self.pair.right.effort() + 4
    }
}

/// Appends those marks of `clause` that lie inside one of `parts`, which are sorted.
pub(in crate::search) fn retain_marks(
    clause: &mut dyn Matcher,
    parts: &[Extent],
    out: &mut Vec<Extent>,
) {
    let from = out.len();
    clause.marks(out);
    let mut reach = Vec::with_capacity(parts.len());
    let mut last = 0;
    for part in parts {
        last = last.max(part.last);
        reach.push(last);
    }
    let mut kept = from;
    for at in from..out.len() {
        let mark = out[at];
        let until = parts.partition_point(|part| part.first <= mark.first);
        if until > 0 && reach[until - 1] >= mark.last {
            out[kept] = mark;
            kept += 1;
        }
    }
    out.truncate(kept);
}

/// The left operand somewhere farther than some number of words from every right one.
pub(in crate::search) struct NotNear {
    left: Box<dyn Matcher>,
    right: Box<dyn Matcher>,
    rights: Side,
    distance: u32,
    ordered: bool,
    found: Vec<Extent>,
}

impl NotNear {
    /// `left` away from every `right`; `ordered`: only a right one that follows counts as near.
    pub(in crate::search) fn new(
        left: Box<dyn Matcher>,
        right: Box<dyn Matcher>,
        distance: u32,
        ordered: bool,
    ) -> Self {
        Self {
            left,
            right,
            rights: Side::default(),
            distance,
            ordered,
            found: Vec::new(),
        }
    }
}

impl Matcher for NotNear {
    fn doc(&self) -> DocId {
        self.left.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.left.seek(target)
    }

    fn matches(&mut self) -> bool {
        if !self.left.matches() {
            return false;
        }
        self.found.clear();
        self.left.extents(&mut self.found);
        let doc = self.left.doc();
        if self.right.seek(doc) == doc && self.right.matches() {
            self.rights.load(self.right.as_mut());
            let rights = &self.rights;
            self.found.retain(|&extent| {
                !rights.overlaps(extent)
                    && rights.after(extent, self.distance).is_none()
                    && (self.ordered || rights.before(extent, self.distance).is_none())
            });
        }
        !self.found.is_empty()
    }

    fn score(&mut self) -> f32 {
        self.left.score()
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        out.extend_from_slice(&self.found);
    }

    fn marks(&mut self, out: &mut Vec<Extent>) {
        retain_marks(self.left.as_mut(), &self.found, out);
    }

    fn cost(&self) -> u32 {
        self.left.cost()
    }

    fn effort(&self) -> u32 {
        self.left.effort() + self.right.effort() + 4
    }
}
