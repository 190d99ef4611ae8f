//! All, any, none, and how often.

use tantivy::DocSet;
use tantivy::postings::SegmentPostings;

use crate::search::scorer::extent::tidy;
use crate::search::scorer::{DocId, Extent, Matcher, TERMINATED};

/// All of its clauses.
pub(in crate::search) struct And {
    /// Fewest candidates first.
    clauses: Vec<Box<dyn Matcher>>,
    /// Indices of `clauses`, cheapest to decide first.
    by_effort: Vec<usize>,
    /// Whether each clause's extents count (those of a NOT don't, having none).
    doc: DocId,
}

impl And {
    /// All of `clauses`.
    pub(in crate::search) fn new(mut clauses: Vec<Box<dyn Matcher>>) -> Self {
        clauses.sort_by_key(|clause| clause.cost());
        let mut by_effort: Vec<usize> = (0..clauses.len())
            .filter(|&at| clauses[at].effort() > 0)
            .collect();
        by_effort.sort_by_key(|&at| clauses[at].effort());
        let mut and = Self {
            clauses,
            by_effort,
            doc: 0,
        };
        and.doc = and.align(0);
        and
    }

    fn align(&mut self, target: DocId) -> DocId {
        let Some((lead, rest)) = self.clauses.split_first_mut() else {
            return TERMINATED;
        };
        let mut doc = lead.seek(target);
        'candidate: while doc != TERMINATED {
            for clause in rest.iter_mut() {
                let other = clause.seek(doc);
                if other > doc {
                    doc = lead.seek(other);
                    continue 'candidate;
                }
            }
            break;
        }
        doc
    }
}

impl Matcher for And {
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
        self.by_effort.iter().all(|&at| self.clauses[at].matches())
    }

    fn score(&mut self) -> f32 {
        self.clauses.iter_mut().map(|clause| clause.score()).sum()
    }

    fn ceiling(&self) -> f32 {
        self.clauses.iter().map(|clause| clause.ceiling()).sum()
    }

    fn limit(&mut self, _floor: f32) -> f32 {
        let clauses = self.clauses.iter_mut();
        clauses.map(|clause| clause.limit(f32::NEG_INFINITY)).sum()
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        let from = out.len();
        for clause in &mut self.clauses {
            clause.extents(out);
        }
        tidy(out, from);
    }

    fn marks(&mut self, out: &mut Vec<Extent>) {
        for clause in &mut self.clauses {
            clause.marks(out);
        }
    }

    fn cost(&self) -> u32 {
        self.clauses.first().map_or(0, |clause| clause.cost())
    }

    fn effort(&self) -> u32 {
        self.clauses
            .iter()
            .fold(0, |sum, clause| sum.saturating_add(clause.effort()))
    }
}

/// Any of its clauses; the scores of those that match add up.
pub(in crate::search) struct Or {
    clauses: Vec<Box<dyn Matcher>>,
    /// What is asked of each clause at every document, kept beside it.
    heads: Vec<Head>,
    doc: DocId,
}

/// Where a clause stands and what it is.
struct Head {
    doc: DocId,
    /// Whether the clause matches the document last decided.
    matched: bool,
    /// Whether it matches wherever it stops.
    certain: bool,
    ceiling: f32,
}

impl Or {
    /// Any of `clauses`.
    pub(in crate::search) fn new(clauses: Vec<Box<dyn Matcher>>) -> Self {
        let heads: Vec<Head> = clauses
            .iter()
            .map(|clause| Head {
                doc: clause.doc(),
                matched: false,
                certain: clause.effort() == 0,
                ceiling: clause.ceiling(),
            })
            .collect();
        Self {
            doc: heads
                .iter()
                .map(|head| head.doc)
                .min()
                .unwrap_or(TERMINATED),
            heads,
            clauses,
        }
    }

    fn matching(&mut self) -> impl Iterator<Item = &mut Box<dyn Matcher>> {
        self.clauses
            .iter_mut()
            .zip(&self.heads)
            .filter(|(_, head)| head.matched)
            .map(|(clause, _)| clause)
    }
}

impl Matcher for Or {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = TERMINATED;
            for (clause, head) in self.clauses.iter_mut().zip(&mut self.heads) {
                if head.doc < target {
                    head.doc = clause.seek(target);
                }
                self.doc = self.doc.min(head.doc);
            }
        }
        self.doc
    }

    fn matches(&mut self) -> bool {
        let mut any = false;
        for (clause, head) in self.clauses.iter_mut().zip(&mut self.heads) {
            head.matched = head.doc == self.doc && (head.certain || clause.matches());
            any |= head.matched;
        }
        any
    }

    fn ceiling(&self) -> f32 {
        self.heads.iter().map(|head| head.ceiling).sum()
    }

    fn limit(&mut self, floor: f32) -> f32 {
        let matched = self.heads.iter().filter(|head| head.matched);
        let rough = matched.map(|head| head.ceiling).sum();
        if rough < floor {
            return rough;
        }
        let matching = self.matching();
        matching.map(|clause| clause.limit(f32::NEG_INFINITY)).sum()
    }

    fn score(&mut self) -> f32 {
        self.matching().map(|clause| clause.score()).sum()
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        let from = out.len();
        for clause in self.matching() {
            clause.extents(out);
        }
        tidy(out, from);
    }

    fn marks(&mut self, out: &mut Vec<Extent>) {
        for clause in self.matching() {
            clause.marks(out);
        }
    }

    fn cost(&self) -> u32 {
        self.clauses
            .iter()
            .fold(0, |sum, clause| sum.saturating_add(clause.cost()))
    }

    fn effort(&self) -> u32 {
        // Which clauses match must be asked before the score is.
        self.clauses
            .iter()
            .fold(1, |sum, clause| sum.saturating_add(clause.effort()))
    }
}

/// Every document that its clause doesn't match. It stands inside an [`And`], beside something that yields documents.
pub(in crate::search) struct Not {
    clause: Box<dyn Matcher>,
    doc: DocId,
    max_doc: DocId,
}

impl Not {
    /// None of `clause`, in a segment of `max_doc` documents.
    pub(in crate::search) fn new(clause: Box<dyn Matcher>, max_doc: DocId) -> Self {
        Self {
            clause,
            doc: if max_doc == 0 { TERMINATED } else { 0 },
            max_doc,
        }
    }
}

impl Matcher for Not {
    fn doc(&self) -> DocId {
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = if target < self.max_doc {
                target
            } else {
                TERMINATED
            };
        }
        self.doc
    }

    fn matches(&mut self) -> bool {
        !(self.clause.seek(self.doc) == self.doc && self.clause.matches())
    }

    fn score(&mut self) -> f32 {
        0.0
    }

    fn ceiling(&self) -> f32 {
        0.0
    }

    fn extents(&mut self, _out: &mut Vec<Extent>) {}

    fn cost(&self) -> u32 {
        self.max_doc
    }

    fn effort(&self) -> u32 {
        self.clause.effort() + 1
    }
}

/// A clause that stands in the text some number of times at least.
pub(in crate::search) struct AtLeast {
    clause: Box<dyn Matcher>,
    count: usize,
    buffer: Vec<Extent>,
}

impl AtLeast {
    /// `clause`, `count` times or more.
    pub(in crate::search) fn new(clause: Box<dyn Matcher>, count: u32) -> Self {
        Self {
            clause,
            count: count as usize,
            buffer: Vec::new(),
        }
    }
}

impl Matcher for AtLeast {
    fn doc(&self) -> DocId {
        self.clause.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.clause.seek(target)
    }

    fn matches(&mut self) -> bool {
        if !self.clause.matches() {
            return false;
        }
        self.buffer.clear();
        self.clause.extents(&mut self.buffer);
        self.buffer.len() >= self.count
    }

    fn score(&mut self) -> f32 {
        self.clause.score()
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        self.clause.extents(out);
    }

    fn marks(&mut self, out: &mut Vec<Extent>) {
        self.clause.marks(out);
    }

    fn cost(&self) -> u32 {
        self.clause.cost()
    }

    fn effort(&self) -> u32 {
        self.clause.effort() + 3
    }
}

/// Every article.
pub(in crate::search) struct All {
    /// The list of the marker that articles carry; `None` where the segment holds none.
    pub(in crate::search) articles: Option<SegmentPostings>,
}

impl Matcher for All {
    fn doc(&self) -> DocId {
        self.articles
            .as_ref()
            .map_or(TERMINATED, |articles| articles.doc())
    }

    fn seek(&mut self, target: DocId) -> DocId {
        match &mut self.articles {
            Some(articles) if articles.doc() < target => articles.seek(target),
            Some(articles) => articles.doc(),
            None => TERMINATED,
        }
    }

    fn matches(&mut self) -> bool {
        true
    }

    fn score(&mut self) -> f32 {
        0.0
    }

    fn ceiling(&self) -> f32 {
        0.0
    }

    fn extents(&mut self, _out: &mut Vec<Extent>) {}

    fn cost(&self) -> u32 {
        self.articles
            .as_ref()
            .map_or(0, |articles| articles.size_hint())
    }

    fn effort(&self) -> u32 {
        0
    }
}
