//! `--explain`: how the query was understood, and what each part of it finds.

use crate::cli::Io;
use crate::cli::search::answer::ask;
use crate::date::{Date, Period, Precision};
use crate::index::Snapshot;
use crate::query::{Clause, Node, Query};
use crate::search::{Boosts, ExpansionKind, Ranking, Request, Sort, Undated};

/// Parts counted one by one.
const PARTS: usize = 24;

/// Tells it on standard error.
pub(super) fn explain(request: &Request, index: &Snapshot, io: &mut Io) -> anyhow::Result<()> {
    io.say(&format!("query: {}", request.query))?;
    if let Some(dates) = &request.dates {
        io.say(&format!("dates: {}", period(dates)))?;
    }
    weights(&request.ranking, io)?;
    let expand = request.ranking.expand && request.sort == Sort::Relevance;
    let counted = Request {
        // Words are learnt from hits.
        limit: usize::from(expand),
        offset: 0,
        ..request.clone()
    };
    let (learnt, also): (Vec<_>, Vec<_>) = ask(index, &counted)?
        .also
        .into_iter()
        .partition(|also| also.kind == ExpansionKind::Feedback);
    if expand {
        let learnt: Vec<&str> = learnt.iter().map(|also| also.added.as_str()).collect();
        let listed = if learnt.is_empty() {
            "nothing"
        } else {
            &learnt.join(" ")
        };
        io.say(&format!("from the best hits: {listed}"))?;
    }
    for also in also {
        let articles = also.articles.map_or_else(String::new, |articles| {
            format!(", about {articles} articles")
        });
        io.say(&format!(
            "also: `{}` for `{}` ({}{articles})",
            also.added,
            also.asked,
            also.kind.name()
        ))?;
    }
    let filters = &request.filters;
    let named = [
        ("publisher", &filters.publisher),
        ("byline", &filters.byline),
        ("lang", &filters.lang),
        ("section", &filters.section),
        ("path", &filters.path),
    ];
    for (name, values) in named.iter().filter(|(_, values)| !values.is_empty()) {
        io.say(&format!("{name}: {}", values.join(" or ")))?;
    }
    for (part, node) in parts(&request.query) {
        let alone = Request {
            query: Query {
                root: node.clone(),
                ..request.query.clone()
            },
            limit: 0,
            offset: 0,
            ..request.clone()
        };
        let found = ask(index, &alone)?.articles;
        io.say(&format!("{found:>8}  {part}"))?;
    }
    // Dates and filters may be why nothing is left.
    let restricted = request.dates.is_some()
        || request.undated != Undated::Default
        || named.iter().any(|(_, values)| !values.is_empty());
    if restricted {
        let free = Request {
            dates: None,
            undated: Undated::Default,
            filters: crate::search::Filters::default(),
            limit: 0,
            offset: 0,
            ..request.clone()
        };
        io.say(&format!(
            "{:>8}  without dates and filters",
            ask(index, &free)?.articles
        ))?;
    }
    Ok(())
}

/// What was asked of the ranking.
fn weights(ranking: &Ranking, io: &mut Io) -> anyhow::Result<()> {
    if let Some(recency) = ranking.recency {
        io.say(&format!(
            "recency: today 1, {:.0} days ago 0.75, undated 0.63, long ago 0.5 of the score",
            recency.half_life
        ))?;
    }
    let Boosts { title, lead, near } = ranking.boosts;
    let boosts: Vec<String> = [("title", title), ("lead", lead), ("near", near)]
        .iter()
        .filter(|(_, factor)| (factor - 1.0).abs() > f32::EPSILON)
        .map(|(place, factor)| format!("{place} {factor} times"))
        .collect();
    if !boosts.is_empty() {
        io.say(&format!("boost: {}", boosts.join(", ")))?;
    }
    Ok(())
}

/// The parts of the query and how they are written, where it has several.
fn parts(query: &Query) -> Vec<(String, &Node)> {
    let (Clause::And(nodes) | Clause::Or(nodes)) = &query.root.clause else {
        return Vec::new();
    };
    let written = |node: &Node| {
        let alone = Query {
            root: node.clone(),
            any: false,
            ..query.clone()
        };
        alone.to_string()
    };
    nodes
        .iter()
        .take(PARTS)
        .map(|node| (written(node), node))
        .collect()
}

fn period(period: &Period) -> String {
    let day = |second| {
        Date::from_local(second, Precision::Day, None).map_or_else(String::new, |date| date.value())
    };
    match (period.first, period.last) {
        (i64::MIN, last) => format!("up to {}", day(last)),
        (first, i64::MAX) => format!("from {} on", day(first)),
        (first, last) if day(first) == day(last) => day(first),
        (first, last) => format!("{} to {}", day(first), day(last)),
    }
}
