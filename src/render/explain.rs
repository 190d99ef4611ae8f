//! How a query was understood, what its parts find, and what may have been meant, in lines for people.

use crate::query::Query;
use crate::search::{Contribution, Expansion, ExpansionKind, Response};

/// Ways to ask less strictly that are told.
const RELAXED: usize = 4;
/// Words that are named.
const NAMED: usize = 6;

/// What [`crate::search::Request::explain`] brings: the query as understood, what is searched beside it, what each clause finds, and
/// what would be found without each restriction. What hits' scores are made of is told by [`scores`].
pub fn explanation(query: &Query, response: &Response) -> Vec<String> {
    let mut lines = vec![format!("query: {query}")];
    let learnt: Vec<&str> = response
        .also
        .iter()
        .filter(|also| also.kind == ExpansionKind::Feedback)
        .map(|also| also.added.as_str())
        .collect();
    if !learnt.is_empty() {
        lines.push(format!("from the best hits: {}", learnt.join(" ")));
    }
    let stands = |also: &&Expansion| also.kind != ExpansionKind::Feedback;
    for also in response.also.iter().filter(stands) {
        let articles = also.articles.map_or_else(String::new, |articles| {
            format!(", about {}", many(articles as usize))
        });
        lines.push(match also.kind {
            ExpansionKind::Wildcard => format!("words: {also}"),
            kind => format!("also: {also} ({}{articles})", kind.name()),
        });
    }
    if response.clauses.len() > 1 {
        for clause in &response.clauses {
            let indent = "  ".repeat(clause.depth.min(12));
            lines.push(format!("{:>8}  {indent}{}", clause.articles, clause.clause));
        }
    }
    for relaxed in &response.relaxed {
        lines.push(format!("{:>8}  {}", relaxed.articles, relaxed.how));
    }
    lines
}

/// What the hits' scores are made of, a line a hit.
pub fn scores(response: &Response) -> Vec<String> {
    let part = |part: &Contribution| format!("{:.2} {}", part.score, part.what);
    let scored = response.hits.iter().filter(|hit| !hit.scored.is_empty());
    scored
        .map(|hit| {
            let parts: Vec<String> = hit.scored.iter().map(part).collect();
            format!(
                "score {}: {:.2} = {}",
                hit.rank,
                hit.score,
                parts.join(" + ")
            )
        })
        .collect()
}

/// What may have been meant, and what would find something: hints for who found little.
pub fn help(response: &Response) -> Vec<String> {
    let mut lines = Vec::new();
    if response.articles == 0 && !response.absent.is_empty() {
        let absent: Vec<String> = response
            .absent
            .iter()
            .take(NAMED)
            .map(|word| format!("`{word}`"))
            .collect();
        lines.push(format!("hint: no article has {}", absent.join(" or ")));
    }
    if let Some((first, others)) = response.suggestions.split_first() {
        let mut line = format!("hint: did you mean `{}`?", first.query);
        if first.articles > 0 {
            line.push_str(&format!(" {}", many(first.articles)));
        }
        if !others.is_empty() {
            let others = others
                .iter()
                .map(|other| format!("`{}` ({})", other.query, other.articles));
            line.push_str(&format!("; or {}", others.collect::<Vec<_>>().join(", ")));
        }
        lines.push(line);
    }
    if response.articles == 0 && !response.relaxed.is_empty() {
        let relaxed = response.relaxed.iter().take(RELAXED);
        let relaxed: Vec<String> = relaxed
            .map(|relaxed| format!("{}: {}", relaxed.how, many(relaxed.articles)))
            .collect();
        lines.push(format!("hint: {}", relaxed.join("; ")));
    }
    lines
}

fn many(articles: usize) -> String {
    let s = if articles == 1 { "" } else { "s" };
    format!("{articles} article{s}")
}
