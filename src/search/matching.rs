//! The articles that match, one by one, without an order: what every answer begins with, and counting needs no more of.

use tantivy::TERMINATED;

use crate::index::Snapshot;
use crate::search::error::SearchError;
use crate::search::plan::{self, Plan, Statistics, Words};
use crate::search::rank;
use crate::search::run::{self, Verdict};
use crate::search::scorer::{DocId, Segment};
use crate::search::terms::Terms;
use crate::search::{DateField, Expansion, Request};

/// A query lowered to an index, and the segments that it is asked of.
pub(in crate::search) struct Opened<'a> {
    /// The query, restricted to what the filters let through.
    pub(in crate::search) plan: Plan,
    /// The segments.
    pub(in crate::search) segments: Vec<Segment<'a>>,
    /// What the index says of words.
    pub(in crate::search) statistics: Statistics<'a>,
    /// The languages in which words are stemmed.
    pub(in crate::search) langs: Vec<String>,
    /// What a person should know.
    pub(in crate::search) notes: Vec<String>,
    /// What is searched beside what was asked.
    pub(in crate::search) also: Vec<Expansion>,
}

/// Matching articles that the dates asked leave out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct LeftOut {
    /// As they have none.
    pub(in crate::search) undated: usize,
    /// As theirs only overlaps them.
    pub(in crate::search) imprecise: usize,
}

/// Lowers the query of `request` and opens the segments; `terms` are those of the index.
pub(in crate::search) fn open<'a>(
    index: &'a Snapshot,
    terms: &'a Terms<'a>,
    request: &Request,
) -> Result<Opened<'a>, SearchError> {
    let statistics = Statistics {
        terms,
        articles: index.articles()?,
    };
    let langs = if request.filters.lang.is_empty() {
        index.query_langs()?
    } else {
        request.filters.lang.clone()
    };
    let listed: Vec<&str> = langs.iter().map(String::as_str).collect();
    let words = Words { langs: &listed };
    let lowered = plan::lower(&request.query, index, statistics, words, request.variants)?;
    let plan = plan::restrict(lowered.plan, &request.filters, index, words)?;

    let dates = match request.date_field {
        DateField::Any => "date",
        DateField::Published => "published",
        DateField::Updated => "updated",
        DateField::Captured => "captured",
    };
    let mut weights = Vec::new();
    plan.leaves(&mut |leaf| weights.extend((leaf.weight > 0.0).then_some(leaf.weight)));
    let norm = rank::Norm::new(index.average_length()?, &weights);
    let title = request.ranking.boosts.title;
    let segments = Segment::all_of(index, terms, dates, norm, title)?;
    Ok(Opened {
        plan,
        segments,
        statistics,
        langs,
        notes: lowered.notes,
        also: lowered.also,
    })
}

impl Opened<'_> {
    /// Hands over the number of each segment, and to what is made of it each article in it that matches and is dated as asked.
    pub(in crate::search) fn each<S: Counts>(
        &self,
        request: &Request,
        counts: &mut S,
    ) -> Result<LeftOut, SearchError> {
        let mut left = LeftOut::default();
        for (segment, number) in self.segments.iter().zip(0u32..) {
            counts.begin(segment, number)?;
            let mut matcher = segment.matcher(&self.plan, false)?;
            let mut doc = matcher.seek(0);
            while doc != TERMINATED {
                if !segment.is_deleted(doc) {
                    let verdict = run::judge(segment, doc, request);
                    if verdict != Verdict::Out && matcher.matches() {
                        match verdict {
                            Verdict::In => counts.count(segment, doc),
                            Verdict::Undated => left.undated += 1,
                            Verdict::Imprecise => left.imprecise += 1,
                            Verdict::Out => {}
                        }
                    }
                }
                doc = matcher.seek(doc + 1);
            }
            counts.end(segment)?;
        }
        Ok(left)
    }
}

/// Something that counts matching articles, segment by segment.
pub(in crate::search) trait Counts {
    /// A segment begins: its place among the segments.
    fn begin(&mut self, segment: &Segment<'_>, number: u32) -> Result<(), SearchError>;

    /// An article of it.
    fn count(&mut self, segment: &Segment<'_>, doc: DocId);

    /// It ends.
    fn end(&mut self, segment: &Segment<'_>) -> Result<(), SearchError>;
}
