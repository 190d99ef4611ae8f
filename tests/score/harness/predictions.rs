//! What another tool found in the same pages, so that it is measured by the same measure.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Context;
use dateline::article::{Article, ArticleDate};
use dateline::date::Date;
use serde::Deserialize;

/// A line of the file: the page's id, and what was found in it.
#[derive(Deserialize)]
struct Row {
    id: String,
    title: Option<String>,
    dek: Option<String>,
    /// Begins with the day: `2022-09-08`, `2022-09-08T16:18:00Z`.
    date: Option<String>,
    authors: Option<Vec<String>>,
    body: Option<String>,
}

/// Articles by the ids of their pages; pages that the file leaves out are as if nothing was found in them.
pub(crate) fn read(file: &Path) -> anyhow::Result<HashMap<String, Article>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("`{}`", file.display()))?;
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            let row: Row = serde_json::from_str(line)
                .with_context(|| format!("`{}`, line {}", file.display(), at + 1))?;
            Ok((row.id.clone(), article(row)))
        })
        .collect()
}

fn article(row: Row) -> Article {
    let day = row
        .date
        .and_then(|date| Date::from_value(date.get(..10)?, None));
    Article {
        title: row.title,
        dek: row.dek,
        authors: row.authors.unwrap_or_default(),
        published: day.map(|day| ArticleDate::new(day, "predicted")),
        body: row.body.unwrap_or_default(),
        ..Article::default()
    }
}
