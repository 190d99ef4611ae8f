//! Filters beside the query.

use std::sync::Arc;

use tantivy::schema::Field;

use crate::article::EntityKind;
use crate::index::{Fields, Snapshot};
use crate::search::error::SearchError;
use crate::search::plan::words::Words;
use crate::search::plan::{Leaf, Plan};
use crate::search::same::{asked, column, groups_of, same_names};
use crate::search::{Filters, Watched};

/// `plan`, restricted to what `filters` let through.
pub(in crate::search) fn restrict(
    plan: Plan,
    filters: &Filters,
    index: &Snapshot,
    words: Words<'_>,
) -> Result<Plan, SearchError> {
    let fields = index.fields();
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
                    .map(|text| phrase(text, field, false, words))
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
    for (kind, name) in &filters.entity {
        parts.push(entity(*kind, name, index, words)?);
    }
    if !filters.watched.is_empty() {
        let each = filters.watched.iter();
        parts.push(Plan::Or(
            each.map(|name| watched(name, fields, words)).collect(),
        ));
    }
    if !filters.without.is_empty() {
        let mut ids = filters.without.clone();
        ids.sort();
        parts.push(Plan::Not(Box::new(Plan::Values("id", ids))));
    }
    Ok(if parts.len() == 1 {
        parts.swap_remove(0)
    } else {
        Plan::And(parts)
    })
}

/// Articles that have a name, whatever each calls it.
fn entity(
    kind: EntityKind,
    name: &str,
    index: &Snapshot,
    words: Words<'_>,
) -> Result<Plan, SearchError> {
    let same = same_names(index, kind)?;
    let groups = groups_of(kind, name, &same);
    let mut names: Vec<String> = groups
        .flat_map(|(_, names)| names.iter().cloned())
        .collect();
    if names.is_empty() {
        let fields = index.fields();
        let field = match kind {
            EntityKind::Person => fields.person,
            EntityKind::Org => fields.org,
            EntityKind::Place => fields.place,
        };
        return Ok(phrase(asked(kind, name), field, false, words));
    }
    names.sort();
    Ok(Plan::Values(column(kind), names))
}

/// Articles whose text has any of the names.
fn watched(name: &Watched, fields: &Fields, words: Words<'_>) -> Plan {
    let names = std::iter::once(&name.name).chain(&name.aliases);
    let names = names.map(|name| phrase(name, fields.text, true, words));
    Plan::Or(names.collect())
}

/// The words of `text` in a row.
fn phrase(text: &str, field: Field, main: bool, words: Words<'_>) -> Plan {
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
        main,
        part: None,
        ways: vec![way],
        marked: false,
        times: 1,
        typed: text.to_owned(),
        weight: 0.0,
    }))
}
