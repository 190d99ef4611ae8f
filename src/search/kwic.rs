//! Keyword in context: every place that matched, with the text around it.
//!
//! Lines come from the marks of the very matchers that found the article. What is not shown is counted by positions alone, so that a
//! common word costs no more than its lines; where a compound may be met twice (`cyber-attack` as one word and as two), that count is
//! a bound, and said to be one.

mod lines;

use std::sync::Arc;

use tantivy::DocAddress;

use crate::article::Article;
use crate::index::Snapshot;
use crate::search::error::SearchError;
use crate::search::matching::{self, Counts, Opened};
use crate::search::plan::Plan;
use crate::search::respond::{copied, respond, terms};
use crate::search::scorer::{DocId, Extent, Matcher, Segment};
use crate::search::snippet::Marker;
use crate::search::terms::Terms;
use crate::search::{Copied, Count, Request, unbroken};
use crate::text::Span;

/// Articles read at once.
const AT_ONCE: usize = 500;

/// Every place that matched.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kwic {
    /// Articles and stories that match.
    pub total: Count,
    /// Places in them.
    pub places: usize,
    /// Whether [`Kwic::places`] is exact; else there may be a few less.
    pub exact: bool,
    /// Matching undated articles that were left out.
    pub undated: usize,
    /// Matching articles left out because their imprecise date only overlaps the dates asked.
    pub imprecise: usize,
    /// What a person should know.
    pub notes: Vec<String>,
    /// The lines asked for.
    pub lines: Vec<KwicLine>,
}

/// A place that matched.
#[derive(Clone, Debug, PartialEq)]
pub struct KwicLine {
    /// The article's rank among the hits, copies included; 1-based.
    pub rank: usize,
    /// The article.
    pub article: Arc<Copied>,
    /// The part of it: `title`, `dek`, `body`, `caption`, `credit`.
    pub part: &'static str,
    /// The number of the caption, from 0 on; `None` in other parts.
    pub caption: Option<u32>,
    /// The place: bytes of the part's text.
    pub span: Span,
    /// The text before it, white space and all.
    pub left: String,
    /// What matched.
    pub text: String,
    /// The text after it.
    pub right: String,
}

/// The order of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KwicSort {
    /// As the articles are ranked, and as the text runs.
    #[default]
    Rank,
    /// By the words before, the nearest first.
    Left,
    /// By the words after.
    Right,
}

/// Which lines are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KwicWanted {
    /// In what order.
    pub sort: KwicSort,
    /// Lines passed over.
    pub offset: usize,
    /// Lines wanted.
    pub limit: usize,
    /// Characters of text on each side, at the most; words are not cut where there are any.
    pub around: usize,
}

/// The places where `request` matches; what it says of pages is of no account.
///
/// # Errors
///
/// As [`crate::search::search`].
pub fn kwic(index: &Snapshot, request: &Request, wanted: KwicWanted) -> Result<Kwic, SearchError> {
    unbroken(index, || {
        let terms = Terms::new(index.searcher());
        Reading::new(index, &terms, request, wanted)?.read()
    })
}

/// The work in progress.
struct Reading<'a> {
    index: &'a Snapshot,
    request: &'a Request,
    wanted: KwicWanted,
    opened: Opened<'a>,
    marker: Marker,
    kwic: Kwic,
}

impl<'a> Reading<'a> {
    fn new(
        index: &'a Snapshot,
        looked: &'a Terms<'a>,
        request: &'a Request,
        wanted: KwicWanted,
    ) -> Result<Self, SearchError> {
        let opened = matching::open(index, looked, request)?;
        let marker = Marker::new(terms(&opened.plan));
        let kwic = Kwic::default();
        Ok(Self {
            index,
            request,
            wanted,
            opened,
            marker,
            kwic,
        })
    }

    fn read(mut self) -> Result<Kwic, SearchError> {
        let end = self.wanted.offset.saturating_add(self.wanted.limit);
        let mut lines = lines::Lines::new(self.wanted.sort, end);
        // A query of fields, dates and lengths alone stands nowhere in a text.
        let mut anywhere = false;
        self.opened.plan.leaves(&mut |leaf| anywhere |= leaf.main);
        let mut asked = Request {
            copies: true,
            snippets: 0,
            offset: 0,
            after: None,
            limit: if anywhere { AT_ONCE.min(end) } else { 0 },
            help: false,
            explain: false,
            ..self.request.clone()
        };
        // In the order of articles no more is read than is shown.
        let enough = |lines: &lines::Lines| self.wanted.sort == KwicSort::Rank && lines.is_full();
        let mut read = Vec::new();
        loop {
            let response = respond(self.index, &asked)?;
            if asked.offset == 0 {
                self.kwic.total = Count {
                    articles: response.articles,
                    stories: response.stories,
                };
                self.kwic.undated = response.undated;
                self.kwic.imprecise = response.imprecise;
                self.kwic.notes.clone_from(&response.notes);
            }
            let count = response.hits.len();
            let articles = response.hits.into_iter().map(|hit| (hit.rank, hit.article));
            for (rank, article, address, extents) in places(self.index, &self.opened, articles)? {
                if enough(&lines) {
                    break;
                }
                read.push(address);
                let mut extents = extents;
                let about = Arc::new(Copied {
                    publisher: article.publisher.clone(),
                    ..copied(article.clone())
                });
                for (zone, text, spans) in self.marker.marked(&article, &mut extents) {
                    self.kwic.places += spans.len();
                    for span in spans {
                        lines.push(lines::line(
                            rank,
                            &about,
                            zone,
                            text,
                            span,
                            self.wanted.around,
                        ));
                    }
                }
            }
            asked.offset += count;
            asked.limit = AT_ONCE;
            if count == 0 || asked.offset >= self.kwic.total.articles || enough(&lines) {
                break;
            }
        }
        if !anywhere {
            self.kwic.exact = true;
            return Ok(self.kwic);
        }
        self.kwic.exact = read.len() >= self.kwic.total.articles || !compounds(&self.opened.plan);
        if read.len() < self.kwic.total.articles {
            read.sort_unstable();
            let mut rest = Rest {
                read: &read,
                plan: &self.opened.plan,
                segment: 0,
                matcher: None,
                extents: Vec::new(),
                places: 0,
            };
            self.opened.each(self.request, &mut rest)?;
            self.kwic.places += rest.places;
        }
        self.kwic.lines = lines.sorted(self.wanted.offset);
        Ok(self.kwic)
    }
}

/// An article, its rank, where it is stored, and where it matches.
type Placed = (usize, Article, DocAddress, Vec<Extent>);

/// Where each of the articles matches. Matchers walk forwards, so they are asked in the order of documents.
fn places(
    index: &Snapshot,
    opened: &Opened<'_>,
    articles: impl Iterator<Item = (usize, Article)>,
) -> Result<Vec<Placed>, SearchError> {
    let mut placed: Vec<Placed> = Vec::new();
    for (rank, article) in articles {
        if let Some(address) = index.address(&article.id)? {
            placed.push((rank, article, address, Vec::new()));
        }
    }
    placed.sort_unstable_by_key(|(_, _, address, _)| *address);
    let mut open: Option<(u32, Box<dyn Matcher>)> = None;
    for (_, _, address, extents) in &mut placed {
        let ord = address.segment_ord;
        if open.as_ref().is_none_or(|(number, _)| *number != ord)
            && let Some(segment) = opened.segments.get(ord as usize)
        {
            open = Some((ord, segment.matcher(&opened.plan, true)?));
        }
        if let Some((_, matcher)) = &mut open
            && matcher.seek(address.doc_id) == address.doc_id
            && matcher.matches()
        {
            matcher.marks(extents);
        }
    }
    placed.sort_unstable_by_key(|(rank, _, _, _)| *rank);
    Ok(placed)
}

/// Whether a word may be met as one and as two in the same place.
fn compounds(plan: &Plan) -> bool {
    let mut any = false;
    plan.leaves(&mut |leaf| {
        let mut terms = leaf.ways.iter().flatten().flat_map(|slot| &slot.terms);
        let several = leaf.ways.len() > 1 && leaf.ways.iter().any(|way| way.len() > 1);
        any |= several || terms.any(|term| !term.exact && !term.counted);
    });
    any
}

/// Counts places in articles that are not read.
struct Rest<'a> {
    /// Those that are; sorted.
    read: &'a [DocAddress],
    plan: &'a Plan,
    segment: u32,
    matcher: Option<Box<dyn Matcher>>,
    extents: Vec<Extent>,
    places: usize,
}

impl Counts for Rest<'_> {
    fn begin(&mut self, segment: &Segment<'_>, number: u32) -> Result<(), SearchError> {
        self.segment = number;
        self.matcher = Some(segment.matcher(self.plan, true)?);
        Ok(())
    }

    fn count(&mut self, _segment: &Segment<'_>, doc: DocId) {
        let address = DocAddress::new(self.segment, doc);
        if self.read.binary_search(&address).is_ok() {
            return;
        }
        if let Some(matcher) = &mut self.matcher
            && matcher.seek(doc) == doc
            && matcher.matches()
        {
            self.extents.clear();
            matcher.marks(&mut self.extents);
            self.extents.sort_unstable();
            let mut last = None;
            for extent in &self.extents {
                // What overlaps is one place.
                if last.is_none_or(|last| extent.first > last) {
                    self.places += 1;
                }
                last = last.max(Some(extent.last));
            }
        }
    }

    fn end(&mut self, _segment: &Segment<'_>) -> Result<(), SearchError> {
        self.matcher = None;
        Ok(())
    }
}
