//! From a request to a response: the stations of a search in order.

use tantivy::DocAddress;

use crate::article::Article;
use crate::index::{STEM, Snapshot};
use crate::search::cursor::Cursor;
use crate::search::error::SearchError;
use crate::search::explain;
use crate::search::feedback::Feedback;
use crate::search::matching::{self, Opened};
use crate::search::plan::{Plan, Words};
use crate::search::run::{self, Order};
use crate::search::scorer::{Extent, Segment};
use crate::search::snippet::{Marker, Shown};
use crate::search::stories::{self, Story};
use crate::search::terms::Terms;
use crate::search::{Copied, Hit, Ranking, Request, Response, Sort};
use crate::search::{places, rank, turned};

/// So many copies of a hit are listed; all are counted.
const LISTED: usize = 100;

/// Answers a request.
pub(in crate::search) fn respond(
    index: &Snapshot,
    request: &Request,
) -> Result<Response, SearchError> {
    let terms = Terms::new(index.searcher());
    let Opened {
        plan,
        segments,
        statistics,
        langs,
        mut notes,
        mut also,
    } = matching::open(index, &terms, request)?;
    let langs: Vec<&str> = langs.iter().map(String::as_str).collect();
    let words = Words { langs: &langs };

    let told = index.stories(request.similar)?;
    let offset = match &request.after {
        Some(Cursor::Ranked { shown, .. }) => request.offset.saturating_add(*shown),
        _ => request.offset,
    };
    let end = offset.saturating_add(request.limit);
    let mut keep = match request.limit {
        0 => 0,
        // Room for copies that fold: a second walk costs more.
        _ => end.saturating_add(end / 2).max(rank::DEPTH),
    };
    let mut learnt = Vec::new();
    let (found, mut page) = loop {
        let mut found = run::walk(&segments, &plan, request, &told, keep)?;
        if request.sort == Sort::Relevance {
            let depth = found.best.len().min(rank::DEPTH);
            let best = &mut found.best[..depth];
            places::rescore(&segments, &plan, &request.ranking, best)?;
            let order = Order {
                segments: &segments,
                sort: request.sort,
            };
            order.sort(best);
            if request.ranking.expand {
                let feedback = Feedback {
                    index,
                    segments: &segments,
                    statistics,
                    words,
                    recency: request.ranking.recency,
                };
                learnt = feedback.rescore(&plan, best)?;
                order.sort(best);
            }
        }
        // One more than wanted says that there are more.
        let limit = match request.limit {
            0 => 0,
            limit => limit.saturating_add(1),
        };
        let page: Vec<Story> = if request.copies {
            let wanted = found.best.iter().skip(offset).take(limit);
            wanted.map(|hit| Story::of_one(*hit)).collect()
        } else {
            stories::page(
                &found.best,
                &found.copies,
                &told,
                &found.told,
                offset,
                limit,
            )
        };
        if page.len() == limit || found.best.len() == found.listed {
            break (found, page);
        }
        keep = keep.saturating_mul(4);
    };
    also.extend(learnt);
    let more = page.len() > request.limit;
    page.truncate(request.limit);
    let shown = request.after.as_ref().map_or(0, Cursor::shown) + request.offset;
    let turned = turned::Turned {
        index,
        segments: &segments,
        request,
        found: &found,
    };
    notes.extend(turned.note());
    let next = page
        .last()
        .filter(|_| more)
        .and_then(|last| turned.next(&last.best, shown + page.len()));
    let hits = Hits {
        index,
        segments: &segments,
        plan: &plan,
        wanted: request.snippets,
        explain: request.explain,
        ranking: &request.ranking,
    };
    Ok(Response {
        articles: found.articles,
        stories: found.articles - found.copies.len() + stories::count(&found.copies, &told),
        undated: found.undated,
        imprecise: found.imprecise,
        hits: hits.of(&page, shown)?,
        next,
        notes,
        also,
        ..Response::default()
    })
}

/// What making hits takes.
struct Hits<'a> {
    index: &'a Snapshot,
    segments: &'a [Segment<'a>],
    plan: &'a Plan,
    wanted: usize,
    explain: bool,
    ranking: &'a Ranking,
}

impl Hits<'_> {
    fn of(&self, page: &[Story], offset: usize) -> Result<Vec<Hit>, SearchError> {
        // Places are asked segment by segment, in the order of documents, as posting lists are read.
        let mut by_place: Vec<usize> = (0..page.len()).collect();
        by_place.sort_unstable_by_key(|&at| {
            let candidate = &page[at].best;
            (candidate.segment, candidate.doc)
        });
        let marker = Marker::new(terms(self.plan));
        let mut hits: Vec<(usize, Hit)> = Vec::with_capacity(page.len());
        let mut open = None;
        for at in by_place {
            let story = &page[at];
            let candidate = story.best;
            let Some(segment) = self.segments.get(candidate.segment as usize) else {
                continue;
            };
            if open
                .as_ref()
                .is_none_or(|(number, _)| *number != candidate.segment)
            {
                open = Some((candidate.segment, segment.matcher(self.plan, true)?));
            }
            let mut score = candidate.score;
            let mut extents: Vec<Extent> = Vec::new();
            if let Some((_, matcher)) = &mut open
                && matcher.seek(candidate.doc) == candidate.doc
                && matcher.matches()
            {
                matcher.marks(&mut extents);
                if score == 0.0 {
                    score = matcher.score();
                }
            }
            let article = self.article(DocAddress::new(candidate.segment, candidate.doc))?;
            let Shown { title, snippets } = marker.show(&article, &mut extents, self.wanted);
            let copies = story
                .copies
                .iter()
                .take(LISTED)
                .map(|&copy| Ok(copied(self.article(copy)?)))
                .collect::<Result<Vec<_>, SearchError>>()?;
            let first = match (story.first, story.copies.first()) {
                (None, _) => None,
                (Some(first), Some(copy)) if first == *copy => copies.first().cloned(),
                (Some(first), _) => Some(copied(self.article(first)?)),
            };
            let scored = if self.explain && score != 0.0 {
                explain::contributions(segment, self.plan, candidate, score, self.ranking)?
            } else {
                Vec::new()
            };
            hits.push((
                at,
                Hit {
                    rank: offset + at + 1,
                    score,
                    article,
                    title_marks: title,
                    snippets,
                    copy_count: story.copies.len(),
                    copies,
                    first,
                    scored,
                },
            ));
        }
        hits.sort_unstable_by_key(|(at, _)| *at);
        Ok(hits.into_iter().map(|(_, hit)| hit).collect())
    }

    fn article(&self, address: DocAddress) -> Result<Article, SearchError> {
        Ok(self.index.article(address)?)
    }
}

/// The terms that a plan asks for, wildcards' aside: folded, stems without their sign.
pub(in crate::search) fn terms(plan: &Plan) -> Vec<String> {
    let mut terms = Vec::new();
    plan.leaves(&mut |leaf| {
        for slot in leaf.ways.iter().flatten().filter(|slot| !slot.expanded) {
            let asked = slot.terms.iter();
            terms.extend(asked.map(|term| term.text.trim_start_matches(STEM).to_owned()));
        }
    });
    terms.sort();
    terms.dedup();
    terms
}

/// An article as it is listed beside others.
pub(in crate::search) fn copied(article: Article) -> Copied {
    let date = article.published.as_ref().or(article.updated.as_ref());
    Copied {
        published: date.map(|date| date.date.value()),
        id: article.id,
        path: article.path,
        record: article.record,
        title: article.title,
        publisher: article.publisher.or(article.agency),
    }
}
