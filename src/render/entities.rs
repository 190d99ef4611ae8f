//! Names counted: people, organisations, places, or those of one's own list.

use std::io::{self, Write};

use serde::Serialize;

use crate::query::Query;
use crate::render::facets::{JsonBucket, LeftOut, Table, summary};
use crate::render::{Counted, Look, Separated, left_out};
use crate::search::{Bucket, Count, FacetField, Facets};

/// The rows of a count of names, by kind: what it is called in headings and in JSON, what it is called in tables, and the rows.
fn lists<'a>(
    facets: &'a Facets,
    watched: Option<&'a [Bucket]>,
) -> Vec<(&'static str, &'static str, &'static str, &'a [Bucket])> {
    if let Some(watched) = watched {
        return vec![("watch list", "watch_list", "watched", watched)];
    }
    let kinds = facets.fields.iter().map(|facet| {
        let (heading, key) = match facet.field {
            FacetField::Person => ("people", "people"),
            FacetField::Org => ("organisations", "orgs"),
            FacetField::Place => ("places", "places"),
            other => (other.name(), other.name()),
        };
        (heading, key, facet.field.name(), facet.buckets.as_slice())
    });
    kinds.collect()
}

/// Writes names and bars for people, a blank line between kinds, and a summary. With `watched` the names of that list alone.
pub fn entities(
    facets: &Facets,
    watched: Option<&[Bucket]>,
    shown: Counted,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (heading, _, _, buckets) in lists(facets, watched) {
        let none = [("none named", Count::default())];
        let table = Table {
            heading,
            buckets,
            rest: if buckets.is_empty() { &none } else { &[] },
            limit: shown.limit(FacetField::Person),
        };
        table.write(shown, look, out)?;
        writeln!(out)?;
    }
    let mut line = summary(facets.total);
    if let Some(left) = left_out(facets.undated, facets.imprecise) {
        line.push_str(&format!("; {left}"));
    }
    writeln!(out, "{line}")
}

/// Writes names as JSON on one line: `{"query", "total": {"articles", "stories"}, "took_ms", "entities": {"people": [{"name", "articles",
/// "stories"}], "orgs": [], "places": []}, "left_out": {"undated", "imprecise"}}`; with `watched`, `entities` has `watch_list` alone.
pub fn entities_json(
    query: &Query,
    facets: &Facets,
    watched: Option<&[Bucket]>,
    limit: usize,
    took_ms: u64,
    out: &mut dyn Write,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Envelope<'a> {
        query: &'a str,
        total: Count,
        took_ms: u64,
        entities: serde_json::Map<String, serde_json::Value>,
        left_out: LeftOut,
    }
    let mut entities = serde_json::Map::new();
    for (_, key, _, buckets) in lists(facets, watched) {
        let rows: Vec<JsonBucket<'_>> = buckets.iter().take(limit).map(JsonBucket::of).collect();
        let rows = serde_json::to_value(rows).map_err(io::Error::from)?;
        entities.insert(key.to_owned(), rows);
    }
    let envelope = Envelope {
        query: &query.text,
        total: facets.total,
        took_ms,
        entities,
        left_out: LeftOut {
            undated: facets.undated,
            imprecise: facets.imprecise,
        },
    };
    serde_json::to_writer(&mut *out, &envelope).map_err(io::Error::from)?;
    writeln!(out)
}

/// Writes names as a table: `kind`, `name`, `articles`, `stories`.
pub fn entities_table(
    facets: &Facets,
    watched: Option<&[Bucket]>,
    limit: usize,
    separated: Separated,
    out: &mut dyn Write,
) -> io::Result<()> {
    separated.row(&["kind", "name", "articles", "stories"], out)?;
    for (_, _, kind, buckets) in lists(facets, watched) {
        for bucket in buckets.iter().take(limit) {
            let (articles, stories) = (
                bucket.count.articles.to_string(),
                bucket.count.stories.to_string(),
            );
            separated.row(&[kind, &bucket.name, &articles, &stories], out)?;
        }
    }
    Ok(())
}
