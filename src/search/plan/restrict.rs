//! Filters beside the query.

use std::sync::Arc;

use tantivy::schema::Field;

use crate::index::Fields;
use crate::search::Filters;
use crate::search::plan::words::Words;
use crate::search::plan::{Leaf, Plan};

/// `plan`, restricted to what `filters` let through.
pub(in crate::search) fn restrict(
    plan: Plan,
    filters: &Filters,
    fields: &Fields,
    words: Words<'_>,
) -> Plan {
    let mut parts = vec![plan];
    for (field, wanted) in [
        (fields.publisher, &filters.publisher),
        (fields.byline, &filters.byline),
        (fields.section, &filters.section),
    ] {
        if !wanted.is_empty() {
            parts.push(Plan::Or(
                wanted
                    .iter()
                    .map(|text| phrase(text, field, words))
                    .collect(),
            ));
        }
    }
    if !filters.lang.is_empty() {
        let mut codes: Vec<String> = filters
            .lang
            .iter()
            .map(|code| code.to_lowercase())
            .collect();
        codes.sort();
        parts.push(Plan::Values("lang", codes));
    }
    if !filters.path.is_empty() {
        parts.push(Plan::Paths(filters.path.clone()));
    }
    if !filters.without.is_empty() {
        let mut ids = filters.without.clone();
        ids.sort();
        parts.push(Plan::Not(Box::new(Plan::Values("id", ids))));
    }
    if parts.len() == 1 {
        parts.swap_remove(0)
    } else {
        Plan::And(parts)
    }
}

/// The words of `text` in a row.
fn phrase(text: &str, field: Field, words: Words<'_>) -> Plan {
    let mut way = Vec::new();
    for word in text.split_whitespace() {
        if let Some(first) = words.ways(word, true).into_iter().next() {
            way.extend(first);
        }
    }
    if way.is_empty() {
        return Plan::Nothing;
    }
    Plan::Leaf(Arc::new(Leaf {
        field,
        main: false,
        part: None,
        ways: vec![way],
        times: 1,
        typed: text.to_owned(),
        weight: 0.0,
    }))
}
