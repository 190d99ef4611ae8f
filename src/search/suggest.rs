//! Did you mean: for words that no article has, those of the index that are spelt much like them.

use crate::index::Snapshot;
use crate::query::{Clause, Field, Node, Query};
use crate::search::error::SearchError;
use crate::search::explain::{count, unrestricted};
use crate::search::plan::{Statistics, Words, alignment, alike};
use crate::search::terms::Terms;
use crate::search::{Request, Suggestion};

/// Words of a query that are looked at.
const LOOKED_AT: usize = 16;
/// Suggestions of one word.
const ALTERNATIVES: usize = 3;
/// A word of up to so many articles may be a slip …
const FEW: usize = 2;
/// … if another one is in so many times as many.
const TIMES: u64 = 50;

/// A word of the query and what is spelt like it.
struct Looked {
    /// Its place among the words of the tree.
    number: usize,
    /// The best first; never none.
    instead: Vec<String>,
}

/// Queries that find more, best first: every word that no article has, or nearly none, replaced by the likeliest one that is spelt like
/// it; of a single such word, a few. And the words that no article has.
pub(in crate::search) fn suggest(
    index: &Snapshot,
    request: &Request,
) -> Result<(Vec<Suggestion>, Vec<String>), SearchError> {
    let mut words = Vec::new();
    collect(&request.query.root, None, &mut words);
    let mut looked = Vec::new();
    let mut absent = Vec::new();
    for (number, (node, field)) in words.into_iter().enumerate().take(LOOKED_AT) {
        let holding = holding(index, request, node, field)?;
        if holding > FEW {
            continue;
        }
        if holding == 0 {
            absent.push(node.to_string());
        }
        let instead = instead(index, holding, node, field)?;
        if !instead.is_empty() {
            looked.push(Looked { number, instead });
        }
    }
    let alternatives = if looked.len() == 1 { ALTERNATIVES } else { 1 };
    let mut suggestions: Vec<Suggestion> = Vec::new();
    let mut roots = Vec::new();
    for which in 0..alternatives {
        let replaced: Vec<(usize, &str)> = looked
            .iter()
            .filter_map(|looked| Some((looked.number, looked.instead.get(which)?.as_str())))
            .collect();
        if replaced.is_empty() {
            break;
        }
        let root = replace(&request.query.root, &replaced, &mut 0);
        let articles = count(index, request, root.clone())?;
        roots.push(root.clone());
        let query = Query {
            root,
            ..request.query.clone()
        };
        suggestions.push(Suggestion {
            query: query.to_string(),
            articles,
        });
    }
    // Where dates leave nothing, the first is still worth saying.
    if suggestions.iter().any(|suggestion| suggestion.articles > 0) {
        suggestions.retain(|suggestion| suggestion.articles > 0);
    } else {
        suggestions.truncate(1);
        let free = unrestricted(request);
        let found = roots.first().map(|root| count(index, &free, root.clone()));
        if found.transpose()?.unwrap_or(0) == 0 {
            suggestions.clear();
        }
    }
    Ok((suggestions, absent))
}

/// How many articles hold a word, whatever the dates and filters.
fn holding(
    index: &Snapshot,
    request: &Request,
    node: &Node,
    field: Option<Field>,
) -> Result<usize, SearchError> {
    let alone = match field {
        None => node.clone(),
        Some(field) => Node {
            span: node.span,
            clause: Clause::Field(field, Box::new(node.clone())),
        },
    };
    count(index, &unrestricted(request), alone)
}

/// What may be meant by a word that so many articles hold.
fn instead(
    index: &Snapshot,
    holding: usize,
    node: &Node,
    field: Option<Field>,
) -> Result<Vec<String>, SearchError> {
    let Clause::Word(word) = &node.clause else {
        return Ok(Vec::new());
    };
    let ways = Words { langs: &[] }.ways(&word.text, true);
    let Some([slot]) = ways.first().map(Vec::as_slice) else {
        return Ok(Vec::new());
    };
    let Some(typed) = slot.terms.first().map(|term| term.text.as_str()) else {
        return Ok(Vec::new());
    };
    let letters = typed.chars().count();
    if !(4..=40).contains(&letters) || typed.contains(|letter: char| letter.is_numeric()) {
        return Ok(Vec::new());
    }
    let terms = Terms::new(index.searcher());
    let statistics = Statistics {
        terms: &terms,
        articles: index.articles()?,
    };
    let fields = index.fields();
    let handle = match field {
        None | Some(Field::Title | Field::Body | Field::Lead | Field::Caption) => fields.text,
        Some(Field::Byline) => fields.byline,
        Some(Field::Publisher) => fields.publisher,
        Some(Field::Section) => fields.section,
        Some(Field::Person) => fields.person,
        Some(Field::Org) => fields.org,
        Some(Field::Place) => fields.place,
        Some(Field::Lang) => return Ok(Vec::new()),
    };
    let edits = if letters == 4 { 1 } else { 2 };
    let mut found: Vec<(f32, String)> = Vec::new();
    for (term, articles) in alike(&statistics, handle, typed, edits)? {
        let slip = alignment(typed, &term);
        let likely = slip <= 0.5 + 0.25 * letters as f32;
        let commoner = holding == 0 || (slip <= 1.0 && articles >= TIMES * holding as u64);
        if term != typed && likely && commoner && articles > 0 {
            found.push((slip - 0.12 * (articles as f32).ln(), term));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    found.truncate(ALTERNATIVES);
    Ok(found.into_iter().map(|(_, term)| term).collect())
}

/// The words that speak for a match, in order, and the fields they are asked of.
fn collect<'a>(node: &'a Node, field: Option<Field>, out: &mut Vec<(&'a Node, Option<Field>)>) {
    match &node.clause {
        Clause::Word(_) => out.push((node, field)),
        Clause::Phrase(nodes) | Clause::And(nodes) | Clause::Or(nodes) => {
            for node in nodes {
                collect(node, field, out);
            }
        }
        Clause::Near(near) => {
            collect(&near.left, field, out);
            collect(&near.right, field, out);
        }
        Clause::Within(within) => {
            collect(&within.left, field, out);
            collect(&within.right, field, out);
        }
        Clause::NotNear(near) => collect(&near.left, field, out),
        Clause::AtLeast(_, inner) => collect(inner, field, out),
        Clause::Field(field, inner) => collect(inner, Some(*field), out),
        _ => {}
    }
}

/// The tree with some of the words that [`collect`] gives replaced; `number` counts them.
fn replace(node: &Node, by: &[(usize, &str)], number: &mut usize) -> Node {
    let mut node = node.clone();
    replace_in(&mut node, by, number);
    node
}

fn replace_in(node: &mut Node, by: &[(usize, &str)], number: &mut usize) {
    match &mut node.clause {
        Clause::Word(word) => {
            if let Some((_, instead)) = by.iter().find(|(which, _)| which == number) {
                (*instead).clone_into(&mut word.text);
            }
            *number += 1;
        }
        Clause::Phrase(nodes) | Clause::And(nodes) | Clause::Or(nodes) => {
            for node in nodes {
                replace_in(node, by, number);
            }
        }
        Clause::Near(near) => {
            replace_in(&mut near.left, by, number);
            replace_in(&mut near.right, by, number);
        }
        Clause::Within(within) => {
            replace_in(&mut within.left, by, number);
            replace_in(&mut within.right, by, number);
        }
        Clause::NotNear(near) => replace_in(&mut near.left, by, number),
        Clause::AtLeast(_, inner) | Clause::Field(_, inner) => replace_in(inner, by, number),
        _ => {}
    }
}
