//! Counts by the values of fields.
//!
//! ```text
//! publisher
//! Harbour Post          20  ████████████████████
//! The Adriatic Courier  13  █████████████
//! without               23
//! 18 more with -n 0
//! ```

use std::io::{self, Write};

use serde::Serialize;

use crate::query::Query;
use crate::render::bars::{LONGEST, bar, grouped};
use crate::render::hits::{self, left_out};
use crate::render::wrap::{Style, styled};
use crate::render::{Look, Separated};
use crate::search::{Bucket, Count, Facet, FacetField, Facets};

/// What of them is shown as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Buckets of each field, at the most; `None`: ten, and all years and months.
    pub limit: Option<usize>,
    /// Whether stories are counted rather than articles.
    pub stories: bool,
}

/// Buckets of a field where nothing is said.
const SHOWN: usize = 10;

impl Counted {
    /// Buckets of a field, at the most.
    pub(super) fn limit(self, field: FacetField) -> usize {
        match self.limit {
            Some(limit) => limit,
            None if field.step().is_some() => usize::MAX,
            None => SHOWN,
        }
    }

    /// The number that is meant.
    pub(super) fn of(self, count: Count) -> usize {
        if self.stories {
            count.stories
        } else {
            count.articles
        }
    }
}

/// Writes counts for people, a blank line between fields, and a summary.
pub fn facets(facets: &Facets, shown: Counted, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for facet in &facets.fields {
        one(facet, shown, look, out)?;
        writeln!(out)?;
    }
    let mut line = summary(facets.total);
    if let Some(left) = left_out(facets.undated, facets.imprecise) {
        line.push_str(&format!("; {left}"));
    }
    writeln!(out, "{line}")
}

/// `19 articles in 12 stories`
pub(super) fn summary(total: Count) -> String {
    let mut line = hits::count(total.articles, "article", "articles");
    if total.stories != total.articles {
        let stories = hits::count(total.stories, "story", "stories");
        line.push_str(&format!(" in {stories}"));
    }
    line
}

fn one(facet: &Facet, shown: Counted, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let limit = shown.limit(facet.field);
    let mut rest = Vec::new();
    if facet.imprecise.articles > 0 {
        rest.push(("not known so exactly", facet.imprecise));
    }
    if facet.missing.articles > 0 {
        rest.push((missing(facet.field), facet.missing));
    }
    let table = Table {
        heading: facet.field.name(),
        buckets: &facet.buckets,
        rest: &rest,
        limit,
    };
    table.write(shown, look, out)
}

/// Names and bars below a heading.
pub(super) struct Table<'a> {
    pub(super) heading: &'a str,
    pub(super) buckets: &'a [Bucket],
    /// What is in no bucket.
    pub(super) rest: &'a [(&'a str, Count)],
    /// Buckets written, at the most.
    pub(super) limit: usize,
}

impl Table<'_> {
    pub(super) fn write(&self, shown: Counted, look: Look, out: &mut dyn Write) -> io::Result<()> {
        let width = look.width.max(20);
        let heading = styled(self.heading, Style::Bold);
        writeln!(out, "{}", heading.line(width, look))?;
        let mut rows: Vec<(&str, Count, Style)> = self
            .buckets
            .iter()
            .take(self.limit)
            .map(|bucket| (bucket.name.as_str(), bucket.count, Style::Plain))
            .collect();
        let most = rows.iter().map(|(_, count, _)| shown.of(*count)).max();
        let most = most.unwrap_or(0);
        rows.extend(
            self.rest
                .iter()
                .map(|(name, count)| (*name, *count, Style::Dim)),
        );
        let numbers: Vec<String> = rows
            .iter()
            .map(|(_, count, _)| grouped(shown.of(*count)))
            .collect();
        let names = rows
            .iter()
            .map(|(name, _, _)| styled(name, Style::Plain).width());
        let names = names.max().unwrap_or(0).clamp(4, width * 2 / 5);
        let digits = numbers.iter().map(String::len).max().unwrap_or(1);
        let room = width.saturating_sub(names + digits + 4).min(LONGEST);
        for ((name, count, style), number) in rows.iter().zip(&numbers) {
            let name = styled(name, *style);
            let fill = names.saturating_sub(name.width());
            let name = name.line(names, look);
            let bar = match style {
                Style::Plain => bar(shown.of(*count) as f64, most as f64, room),
                _ => String::new(),
            };
            let line = format!("{name}{}  {number:>digits$}  {bar}", " ".repeat(fill));
            writeln!(out, "{}", line.trim_end())?;
        }
        let more = self.buckets.len().saturating_sub(self.limit);
        if more > 0 {
            writeln!(out, "{} more with -n 0", grouped(more))?;
        }
        Ok(())
    }
}

/// What an article without a value is.
fn missing(field: FacetField) -> &'static str {
    match field {
        FacetField::Publisher => "no publisher",
        FacetField::Byline => "no author named",
        FacetField::Section => "no section",
        FacetField::Lang => "language unknown",
        FacetField::Agency => "no agency",
        FacetField::Year | FacetField::Month => "undated",
        FacetField::Person => "no person named",
        FacetField::Org => "no organisation named",
        FacetField::Place => "no place named",
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    query: &'a str,
    total: Count,
    took_ms: u64,
    facets: Vec<JsonFacet<'a>>,
    left_out: LeftOut,
}

/// What the dates asked leave out.
#[derive(Serialize)]
pub(super) struct LeftOut {
    pub(super) undated: usize,
    pub(super) imprecise: usize,
}

#[derive(Serialize)]
struct JsonFacet<'a> {
    field: &'static str,
    buckets: Vec<JsonBucket<'a>>,
    /// Values in all, shown or not.
    values: usize,
    missing: Count,
    imprecise: Count,
}

/// A value and how much has it.
#[derive(Serialize)]
pub(super) struct JsonBucket<'a> {
    name: &'a str,
    articles: usize,
    stories: usize,
}

impl<'a> JsonBucket<'a> {
    pub(super) fn of(bucket: &'a Bucket) -> Self {
        Self {
            name: &bucket.name,
            articles: bucket.count.articles,
            stories: bucket.count.stories,
        }
    }
}

/// Writes counts as JSON on one line: `{"query", "total": {"articles", "stories"}, "took_ms", "facets": [{"field", "buckets": [{"name",
/// "articles", "stories"}], "values", "missing", "imprecise"}], "left_out": {"undated", "imprecise"}}`. `values` is how many buckets
/// there are, of which `limit` are listed.
pub fn facets_json(
    query: &Query,
    facets: &Facets,
    limit: usize,
    took_ms: u64,
    out: &mut dyn Write,
) -> io::Result<()> {
    let fields = facets.fields.iter().map(|facet| JsonFacet {
        field: facet.field.name(),
        buckets: facet
            .buckets
            .iter()
            .take(limit)
            .map(JsonBucket::of)
            .collect(),
        values: facet.buckets.len(),
        missing: facet.missing,
        imprecise: facet.imprecise,
    });
    let envelope = Envelope {
        query: &query.text,
        total: facets.total,
        took_ms,
        facets: fields.collect(),
        left_out: LeftOut {
            undated: facets.undated,
            imprecise: facets.imprecise,
        },
    };
    serde_json::to_writer(&mut *out, &envelope).map_err(io::Error::from)?;
    writeln!(out)
}

/// Writes counts as a table: `field`, `name`, `articles`, `stories`. The row of what has no value has an empty name.
pub fn facets_table(
    facets: &Facets,
    limit: usize,
    separated: Separated,
    out: &mut dyn Write,
) -> io::Result<()> {
    separated.row(&["field", "name", "articles", "stories"], out)?;
    for facet in &facets.fields {
        let buckets = facet.buckets.iter().take(limit);
        let rows = buckets.map(|bucket| (bucket.name.as_str(), bucket.count));
        let imprecise = Count {
            articles: facet.missing.articles + facet.imprecise.articles,
            stories: facet.missing.stories + facet.imprecise.stories,
        };
        let missing = (imprecise.articles > 0).then_some(("", imprecise));
        for (name, count) in rows.chain(missing) {
            let (articles, stories) = (count.articles.to_string(), count.stories.to_string());
            separated.row(&[facet.field.name(), name, &articles, &stories], out)?;
        }
    }
    Ok(())
}
