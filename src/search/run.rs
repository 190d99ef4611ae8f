//! Walking the segments: what matches, what is counted, and which hits are best.

use std::cmp::Ordering;

use crate::date::Period;
use crate::index::Stories;
use crate::search::cursor::{Cursor, Dated, Place, by_date};
use crate::search::error::SearchError;
use crate::search::plan::Plan;
use crate::search::scorer::{Bits, DocId, NONE, Segment, TERMINATED, each};
use crate::search::{Request, Sort, Undated};

/// A matching article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::search) struct Candidate {
    /// Larger is better.
    pub(in crate::search) score: f32,
    /// First second of its date; `None` where it has none.
    pub(in crate::search) date: Option<i64>,
    /// Its segment's place among the segments.
    pub(in crate::search) segment: u32,
    /// Its number within the segment.
    pub(in crate::search) doc: DocId,
}

/// What a walk over all segments finds.
#[derive(Debug, Default)]
pub(in crate::search) struct Found {
    /// Matching articles.
    pub(in crate::search) articles: usize,
    /// Matching articles left out because they have no date.
    pub(in crate::search) undated: usize,
    /// Matching articles left out because their date only overlaps the dates asked.
    pub(in crate::search) imprecise: usize,
    /// The best of them, best first.
    pub(in crate::search) best: Vec<Candidate>,
    /// All of them that have near-copies in the index, in the order of documents.
    pub(in crate::search) copies: Vec<Copy>,
    /// How many of them lie behind what was shown before: all where nothing was.
    pub(in crate::search) listed: usize,
    /// How many of them were shown before.
    pub(in crate::search) shown: usize,
    /// The stories of those that were shown before.
    pub(in crate::search) told: Vec<u32>,
}

/// A matching article that has near-copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct Copy {
    /// Its story.
    pub(in crate::search) story: u32,
    /// Its segment's place among the segments.
    pub(in crate::search) segment: u32,
    /// Its number within the segment.
    pub(in crate::search) doc: DocId,
}

/// What the dates asked make of an article.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Verdict {
    /// It is taken.
    In,
    /// It lies outside.
    Out,
    /// It has no date, and is left out for that.
    Undated,
    /// Its date only overlaps those asked, and it is left out for that.
    Imprecise,
}

/// Walks all segments and keeps the best `keep` hits (and no fewer than are needed to order them rightly).
pub(in crate::search) fn walk(
    segments: &[Segment<'_>],
    plan: &Plan,
    request: &Request,
    stories: &Stories,
    keep: usize,
) -> Result<Found, SearchError> {
    let mut walk = Walk {
        request,
        stories,
        keep,
        order: Order {
            segments,
            sort: request.sort,
        },
        dated: match &request.after {
            Some(Cursor::Dated(dated)) => Some(dated),
            _ => None,
        },
        floor: f32::NEG_INFINITY,
        found: Found::default(),
    };
    for (segment, number) in segments.iter().zip(0u32..) {
        if let Some(mut sweep) = segment.sweep(plan)? {
            sweep.windows(|sweep, first, bits| {
                let mut bits = *bits;
                walk.meets_all(segment, number, first, &mut bits);
                each(&bits, |at| {
                    if walk.hopes(|_| sweep.limit(at)) {
                        let doc = first + at;
                        walk.take(segment, number, doc, || sweep.score(doc, at));
                    }
                });
            });
            continue;
        }
        let mut matcher = segment.matcher(plan, false)?;
        let mut doc = matcher.seek(0);
        while doc != TERMINATED {
            let verdict = walk.verdict(segment, doc);
            if verdict != Verdict::Out
                && matcher.matches()
                && walk.meets(verdict, segment, number, doc)
                && walk.hopes(|floor| matcher.limit(floor))
            {
                walk.take(segment, number, doc, || matcher.score());
            }
            doc = matcher.seek(doc + 1);
        }
    }
    let Walk {
        order, mut found, ..
    } = walk;
    order.cut(&mut found.best, keep);
    order.sort(&mut found.best);
    Ok(found)
}

/// What a walk has found so far.
struct Walk<'a> {
    request: &'a Request,
    stories: &'a Stories,
    keep: usize,
    order: Order<'a>,
    dated: Option<&'a Dated>,
    /// What scores less cannot be among the best any more.
    floor: f32,
    found: Found,
}

impl Walk<'_> {
    /// What becomes of a document by its date, and by whether it is still there.
    fn verdict(&self, segment: &Segment<'_>, doc: DocId) -> Verdict {
        if segment.is_deleted(doc) {
            Verdict::Out
        } else {
            judge(segment, doc, self.request)
        }
    }

    /// Counts the documents of a window that match, and leaves the bits of those that may be among the best.
    fn meets_all(&mut self, segment: &Segment<'_>, number: u32, first: DocId, bits: &mut Bits) {
        let dates = self.request.dates.is_some() || self.dated.is_some();
        let undated = matches!(self.request.undated, Undated::Only | Undated::Exclude);
        if dates || undated || segment.has_deletes() {
            each(&bits.clone(), |at| {
                let doc = first + at;
                let verdict = self.verdict(segment, doc);
                if !self.meets(verdict, segment, number, doc) {
                    bits[at as usize / 64] &= !(1 << (at % 64));
                }
            });
            return;
        }
        let count: u32 = bits.iter().map(|word| word.count_ones()).sum();
        self.found.articles += count as usize;
        self.found.listed += count as usize;
        let copies = &mut self.found.copies;
        self.stories.among(number, first, bits, |doc, story| {
            copies.push(Copy {
                story,
                segment: number,
                doc,
            });
        });
        if self.keep == 0 {
            *bits = NONE;
        }
    }

    /// Counts a document that matches; whether it may be among the best.
    fn meets(&mut self, verdict: Verdict, segment: &Segment<'_>, number: u32, doc: DocId) -> bool {
        match verdict {
            Verdict::In => {}
            Verdict::Undated => self.found.undated += 1,
            Verdict::Imprecise => self.found.imprecise += 1,
            Verdict::Out => {}
        }
        if verdict != Verdict::In {
            return false;
        }
        self.found.articles += 1;
        let story = self.stories.story(number, doc);
        if let Some(story) = story {
            self.found.copies.push(Copy {
                story,
                segment: number,
                doc,
            });
        }
        if let Some(dated) = self.dated {
            let after = after(segment, doc, dated);
            if after.is_eq() {
                self.found.shown += 1;
                self.found.told.extend(story);
            }
            if after.is_le() {
                return false;
            }
        }
        self.found.listed += 1;
        self.keep > 0
    }

    /// Whether a document whose score does not exceed `limit`, which is asked with what it must reach, can be among the best.
    fn hopes(&self, limit: impl FnOnce(f32) -> f32) -> bool {
        let scored = self.request.sort == Sort::Relevance;
        !scored || self.floor == f32::NEG_INFINITY || limit(self.floor) >= self.floor
    }

    /// Takes a document among the best, if its score is good enough.
    fn take(
        &mut self,
        segment: &Segment<'_>,
        number: u32,
        doc: DocId,
        score: impl FnOnce() -> f32,
    ) {
        let date = segment.dates.first.first(doc);
        let mut worth = 0.0;
        if self.request.sort == Sort::Relevance {
            worth = score();
            if let Some(recency) = self.request.ranking.recency {
                worth *= recency.factor(date);
            }
        }
        if worth < self.floor {
            return;
        }
        let best = &mut self.found.best;
        best.push(Candidate {
            score: worth,
            date,
            segment: number,
            doc,
        });
        if best.len() >= self.keep.saturating_mul(2) {
            self.order.cut(best, self.keep);
            let scores = best.iter().map(|hit| hit.score);
            self.floor = scores.fold(f32::INFINITY, f32::min);
        }
    }
}

/// Whether an article lies behind what was shown before (greater), among it (equal), or ahead of it (less).
fn after(segment: &Segment<'_>, doc: DocId, dated: &Dated) -> Ordering {
    let date = segment.dates.first.first(doc);
    // Ids are read where dates are the same.
    let from = |place: &Place| {
        by_date(dated.newest, date, place.date)
            .then_with(|| segment.id(doc).as_str().cmp(place.id.as_str()))
    };
    if from(&dated.last).is_gt() {
        Ordering::Greater
    } else if from(&dated.first).is_lt() {
        Ordering::Less
    } else {
        Ordering::Equal
    }
}

/// What the dates of `request` make of a document.
pub(in crate::search) fn judge(segment: &Segment<'_>, doc: DocId, request: &Request) -> Verdict {
    let period = match (request.undated, request.dates) {
        (Undated::Default | Undated::Include, None) => return Verdict::In,
        _ => segment.dates.period(doc),
    };
    let Some(period) = period else {
        return match request.undated {
            Undated::Default | Undated::Exclude => Verdict::Undated,
            Undated::Include | Undated::Only => Verdict::In,
        };
    };
    if request.undated == Undated::Only {
        return Verdict::Out;
    }
    let Some(Period { first, last }) = request.dates else {
        return Verdict::In;
    };
    if first <= period.first && period.last <= last {
        Verdict::In
    } else if period.last < first || last < period.first {
        Verdict::Out
    } else if request.imprecise {
        Verdict::In
    } else {
        Verdict::Imprecise
    }
}

/// The total order of hits.
pub(in crate::search) struct Order<'a> {
    /// The segments, for ids.
    pub(in crate::search) segments: &'a [Segment<'a>],
    /// What comes first.
    pub(in crate::search) sort: Sort,
}

impl Order<'_> {
    /// Sorts the best first.
    pub(in crate::search) fn sort(&self, candidates: &mut [Candidate]) {
        candidates.sort_unstable_by(|a, b| self.compare(a, b));
    }

    /// Keeps the best `keep`, in no order.
    fn cut(&self, candidates: &mut Vec<Candidate>, keep: usize) {
        if keep == 0 {
            candidates.clear();
        } else if candidates.len() > keep {
            candidates.select_nth_unstable_by(keep - 1, |a, b| self.compare(a, b));
            candidates.truncate(keep);
        }
    }

    fn compare(&self, a: &Candidate, b: &Candidate) -> Ordering {
        let newest = |a: &Candidate, b: &Candidate| by_date(true, a.date, b.date);
        let oldest = |a: &Candidate, b: &Candidate| by_date(false, a.date, b.date);
        let order = match self.sort {
            Sort::Relevance => b.score.total_cmp(&a.score).then_with(|| newest(a, b)),
            Sort::Newest => newest(a, b),
            Sort::Oldest => oldest(a, b),
        };
        // Ids are read for ties alone.
        order.then_with(|| self.by_id(a, b))
    }

    fn by_id(&self, a: &Candidate, b: &Candidate) -> Ordering {
        let one = self.segments.get(a.segment as usize);
        if let Some(segment) = one.filter(|_| a.segment == b.segment) {
            return segment.id_order(a.doc).cmp(&segment.id_order(b.doc));
        }
        self.id(a).cmp(&self.id(b))
    }

    fn id(&self, hit: &Candidate) -> Option<String> {
        let segment = self.segments.get(hit.segment as usize)?;
        Some(segment.id(hit.doc))
    }
}
