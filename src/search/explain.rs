//! What each part of a query finds, what would find more, and what a hit's score is made of.

use crate::index::Snapshot;
use crate::query::{Clause, Node, Query};
use crate::search::error::SearchError;
use crate::search::plan::Plan;
use crate::search::respond::respond;
use crate::search::run::Candidate;
use crate::search::scorer::Segment;
use crate::search::suggest;
use crate::search::{
    ClauseCount, Contribution, DateField, Filters, Ranking, Relaxed, Request, Response, Undated,
};

/// So few articles may be found because a word was misspelt.
const FEW: usize = 2;
/// Parts of a query that are counted one by one.
const PARTS: usize = 32;
/// Ways to ask for less that are tried.
const TRIED: usize = 24;
/// Words and phrases of a hit that are shown with their scores, the weightiest.
const CONTRIBUTIONS: usize = 16;

/// The response with what [`Request::help`] and [`Request::explain`] ask for.
pub(in crate::search) fn complete(
    index: &Snapshot,
    request: &Request,
    mut response: Response,
) -> Result<Response, SearchError> {
    if request.help && response.articles <= FEW {
        (response.suggestions, response.absent) = suggest::suggest(index, request)?;
    }
    if request.explain {
        response.clauses = clauses(index, request)?;
    }
    if request.explain || request.help && response.articles == 0 {
        response.relaxed = relaxed(index, request)?;
    }
    Ok(response)
}

/// How many articles `root` finds in place of the request's query.
pub(in crate::search) fn count(
    index: &Snapshot,
    request: &Request,
    root: Node,
) -> Result<usize, SearchError> {
    let request = Request {
        query: Query {
            root,
            ..request.query.clone()
        },
        offset: 0,
        limit: 0,
        help: false,
        explain: false,
        ..request.clone()
    };
    Ok(respond(index, &request)?.articles)
}

/// The request without dates and filters.
pub(in crate::search) fn unrestricted(request: &Request) -> Request {
    Request {
        dates: None,
        date_field: DateField::Any,
        undated: Undated::Default,
        filters: Filters::default(),
        ..request.clone()
    }
}

/// The clauses of the query, outer before inner, and what each finds within the dates and filters asked.
pub(in crate::search) fn clauses(
    index: &Snapshot,
    request: &Request,
) -> Result<Vec<ClauseCount>, SearchError> {
    let mut parts = Vec::new();
    parts_of(&request.query.root, 0, &mut parts);
    let mut counts = Vec::with_capacity(parts.len());
    for (node, depth) in parts {
        counts.push(ClauseCount {
            clause: node.to_string(),
            span: node.span,
            depth,
            articles: count(index, request, node)?,
        });
    }
    Ok(counts)
}

/// The nodes of a tree that can be asked alone, each inside its field.
fn parts_of(node: &Node, depth: usize, out: &mut Vec<(Node, usize)>) {
    if out.len() >= PARTS {
        return;
    }
    out.push((node.clone(), depth));
    match &node.clause {
        Clause::And(nodes) | Clause::Or(nodes) => {
            for node in nodes {
                parts_of(node, depth + 1, out);
            }
        }
        Clause::Phrase(nodes) if nodes.len() > 1 => {
            for node in nodes {
                parts_of(node, depth + 1, out);
            }
        }
        Clause::Near(near) | Clause::NotNear(near) => {
            parts_of(&near.left, depth + 1, out);
            parts_of(&near.right, depth + 1, out);
        }
        Clause::Within(within) => {
            parts_of(&within.left, depth + 1, out);
            parts_of(&within.right, depth + 1, out);
        }
        Clause::Not(inner) | Clause::AtLeast(_, inner) => parts_of(inner, depth + 1, out),
        Clause::Field(field, inner) => {
            let mut inside = Vec::new();
            parts_of(inner, depth, &mut inside);
            let inside = inside.into_iter().skip(1).take(PARTS - out.len());
            out.extend(inside.map(|(node, depth)| {
                let clause = Clause::Field(*field, Box::new(node.clone()));
                (Node { clause, ..node }, depth)
            }));
        }
        _ => {}
    }
}

/// What the query would find with one thing left out or asked less strictly; only what finds something.
pub(in crate::search) fn relaxed(
    index: &Snapshot,
    request: &Request,
) -> Result<Vec<Relaxed>, SearchError> {
    let mut found = Vec::new();
    let mut note = |how: String, articles: usize| {
        if articles > 0 {
            found.push(Relaxed { how, articles });
        }
    };
    let root = || request.query.root.clone();
    let dated = request.dates.is_some() || request.undated != Undated::Default;
    if dated {
        let free = Request {
            dates: None,
            undated: Undated::Default,
            ..request.clone()
        };
        note("without the dates".to_owned(), count(index, &free, root())?);
    }
    for (name, filters) in less_filtered(&request.filters) {
        let free = Request {
            filters,
            ..request.clone()
        };
        note(format!("without `--{name}`"), count(index, &free, root())?);
    }
    let mut changes = Vec::new();
    changed(&request.query.root, &mut changes);
    for (how, root) in changes.into_iter().take(TRIED) {
        note(how, count(index, request, root)?);
    }
    if found.is_empty() && (dated || !request.filters.is_empty()) {
        let articles = count(index, &unrestricted(request), root())?;
        if articles > 0 {
            let how = "without dates and filters".to_owned();
            found.push(Relaxed { how, articles });
        }
    }
    Ok(found)
}

/// The filters, each time without one of them.
fn less_filtered(filters: &Filters) -> Vec<(&'static str, Filters)> {
    let mut less = Vec::new();
    let mut without = |name, given: bool, clear: &dyn Fn(&mut Filters)| {
        if given {
            let mut filters = filters.clone();
            clear(&mut filters);
            less.push((name, filters));
        }
    };
    without("publisher", !filters.publisher.is_empty(), &|filters| {
        filters.publisher.clear();
    });
    without("byline", !filters.byline.is_empty(), &|filters| {
        filters.byline.clear();
    });
    without("lang", !filters.lang.is_empty(), &|filters| {
        filters.lang.clear();
    });
    without("section", !filters.section.is_empty(), &|filters| {
        filters.section.clear();
    });
    without("path", !filters.path.is_empty(), &|filters| {
        filters.path.clear();
    });
    without("entity", !filters.entity.is_empty(), &|filters| {
        filters.entity.clear();
    });
    without("watch-list", !filters.watched.is_empty(), &|filters| {
        filters.watched.clear();
    });
    less
}

/// The tree, each time with one clause left out or asked less strictly, and how.
fn changed(node: &Node, out: &mut Vec<(String, Node)>) {
    if out.len() >= TRIED {
        return;
    }
    let with = |clause| Node {
        span: node.span,
        clause,
    };
    let inside = |inner: &Node, wrap: &dyn Fn(Node) -> Clause, out: &mut Vec<(String, Node)>| {
        let mut changes = Vec::new();
        changed(inner, &mut changes);
        out.extend(
            changes
                .into_iter()
                .map(|(how, inner)| (how, with(wrap(inner)))),
        );
    };
    match &node.clause {
        Clause::And(nodes) => {
            for (at, left_out) in nodes.iter().enumerate() {
                let mut rest = nodes.clone();
                rest.remove(at);
                let clause = if rest.len() == 1 {
                    rest.remove(0).clause
                } else {
                    Clause::And(rest)
                };
                out.push((format!("without `{left_out}`"), with(clause)));
            }
            for (at, part) in nodes.iter().enumerate() {
                let wrap = |changed| {
                    let mut nodes = nodes.clone();
                    nodes[at] = changed;
                    Clause::And(nodes)
                };
                inside(part, &wrap, out);
            }
        }
        Clause::Phrase(nodes) if nodes.len() > 1 => {
            out.push((
                format!("the words of `{node}` anywhere"),
                with(Clause::And(nodes.clone())),
            ));
        }
        Clause::Near(near) => {
            let both = vec![(*near.left).clone(), (*near.right).clone()];
            out.push((
                format!("both sides of `{node}` anywhere"),
                with(Clause::And(both)),
            ));
        }
        Clause::Within(within) => {
            let both = vec![(*within.left).clone(), (*within.right).clone()];
            out.push((
                format!("both sides of `{node}` anywhere"),
                with(Clause::And(both)),
            ));
        }
        Clause::AtLeast(_, inner) => out.push((format!("`{inner}` once"), (**inner).clone())),
        Clause::Field(field, inner) if field.is_text() => {
            out.push((
                format!("`{inner}` in any part of the text"),
                (**inner).clone(),
            ));
        }
        Clause::Word(word) if word.exact => {
            let mut word = word.clone();
            word.exact = false;
            let how = format!("`{}` in any form", word.text);
            out.push((how, with(Clause::Word(word))));
        }
        _ => {}
    }
}

/// What each word and phrase gives to a hit's score, and what is left: the places they stand at.
pub(in crate::search) fn contributions(
    segment: &Segment<'_>,
    plan: &Plan,
    hit: Candidate,
    score: f32,
    ranking: &Ranking,
) -> Result<Vec<Contribution>, SearchError> {
    let mut leaves = Vec::new();
    plan.leaves(&mut |leaf| leaves.push(leaf.clone()));
    leaves.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let kept = ranking
        .recency
        .map_or(1.0, |recency| recency.factor(hit.date));
    let mut rest = score;
    let mut made = Vec::new();
    for leaf in leaves.into_iter().filter(|leaf| leaf.weight > 0.0) {
        let what = leaf.typed.clone();
        let mut matcher = segment.matcher(&Plan::Leaf(leaf.into()), false)?;
        if matcher.seek(hit.doc) == hit.doc && matcher.matches() {
            let score = kept * matcher.score();
            rest -= score;
            if made.len() < CONTRIBUTIONS {
                made.push(Contribution { what, score });
            }
        }
    }
    let what = if ranking.expand {
        "place, nearness and words learnt"
    } else {
        "place and nearness"
    };
    if rest.abs() > 0.0005 * score.abs().max(1.0) {
        made.push(Contribution {
            what: what.to_owned(),
            score: rest,
        });
    }
    Ok(made)
}
