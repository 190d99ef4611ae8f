//! The sample archive, or any folder with a table beside it (`tests/ARCHIVE.md`): the share of fields that are right.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use serde_json::{Value, json};

use crate::harness::arguments::Arguments;
use crate::harness::diff::cut;
use crate::harness::measure::ratio;
use crate::harness::misses::misses;
use crate::harness::pages;
use crate::harness::table::three;

/// What became of a path and record: an article as JSON, or a row of the ledger.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An article.
    Article(Value),
    /// A row of the ledger.
    Refused {
        /// `skipped` or `failed`.
        status: &'static str,
        /// Why.
        reason: String,
    },
}

/// A row of the table and what of it came out wrong.
struct Row {
    key: String,
    /// The fields that the row speaks of.
    fields: Vec<String>,
    misses: Vec<(&'static str, String)>,
    says: Value,
}

/// Prints the share of fields that are right, and the rows with the most that are wrong; or one row, or a line a row.
pub(crate) fn report(
    folder: &Path,
    table: &Path,
    arguments: &Arguments,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let mut rows = rows(folder, table)?;
    if arguments.per_page {
        for row in &rows {
            let wrong: BTreeMap<_, _> = row.misses.iter().cloned().collect();
            let line = json!({"id": row.key, "fields": row.fields.len(), "wrong": wrong});
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    if let Some(id) = &arguments.page {
        let mut rows = rows.iter().filter(|row| row.key == *id).peekable();
        rows.peek()
            .with_context(|| format!("no row of the table is `{id}`"))?;
        for row in rows {
            one(row, out)?;
        }
        return Ok(());
    }
    shares(&rows, out)?;
    rows.retain(|row| !row.misses.is_empty());
    rows.sort_by_key(|row| std::cmp::Reverse(row.misses.len()));
    rows.truncate(arguments.worst);
    if !rows.is_empty() {
        writeln!(out, "\nworst, by how many fields are wrong:")?;
    }
    for row in &rows {
        let wrong: Vec<&str> = row.misses.iter().map(|(field, _)| *field).collect();
        writeln!(out, "{:>3}  {}  {}", wrong.len(), row.key, wrong.join(", "))?;
    }
    Ok(())
}

fn shares(rows: &[Row], out: &mut dyn Write) -> anyhow::Result<()> {
    let mut fields: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in rows {
        for field in &row.fields {
            let wrong = row
                .misses
                .iter()
                .any(|(miss, _)| miss == field || *miss == "outcome");
            let (right, all) = fields.entry(field).or_default();
            *right += usize::from(!wrong);
            *all += 1;
        }
    }
    let right = fields.values().map(|(right, _)| right).sum::<usize>();
    let all = fields.values().map(|(_, all)| all).sum::<usize>();
    writeln!(
        out,
        "{:<16} {:>5} {:>5} {:>6}",
        "field", "right", "of", "share"
    )?;
    for (field, (right, all)) in fields.into_iter().chain([("all", (right, all))]) {
        let share = three(Some(ratio(right as f64, all as f64)));
        writeln!(out, "{field:<16} {right:>5} {all:>5} {share:>6}")?;
    }
    Ok(())
}

fn one(row: &Row, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "{}", row.key)?;
    for field in &row.fields {
        if row.misses.iter().all(|(miss, _)| miss != field) {
            writeln!(out, "  {field}: {}", cut(&row.says[field].to_string(), 90))?;
        }
    }
    for (field, came) in &row.misses {
        writeln!(out, "- {field}: {}", row.says[*field])?;
        writeln!(out, "+ {field}: {came}")?;
    }
    Ok(())
}

fn rows(folder: &Path, table: &Path) -> anyhow::Result<Vec<Row>> {
    let outcomes = outcomes(folder)?;
    let text = fs::read_to_string(table)?;
    text.lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line)?;
            let key = key(&row);
            let fields = row.as_object().context("a row is no object")?.keys();
            let fields = fields
                .filter(|field| !["path", "record", "reason_contains"].contains(&field.as_str()))
                .cloned()
                .collect();
            let misses = misses(&row, outcomes.get(&key));
            Ok(Row {
                key,
                fields,
                misses,
                says: row,
            })
        })
        .collect()
}

/// Every file of the archive read, but for hidden ones, which are a matter of the walk.
pub(crate) fn outcomes(archive: &Path) -> anyhow::Result<BTreeMap<String, Outcome>> {
    let mut outcomes = BTreeMap::new();
    for file in pages::files_below(archive)? {
        let path = file.strip_prefix(archive).unwrap_or(&file);
        let path = path.to_string_lossy().replace('\\', "/");
        for outcome in pages::outcomes(&file, &path) {
            match outcome {
                pages::Outcome::Article(article) => {
                    let article = serde_json::to_value(article)?;
                    outcomes.insert(key(&article), Outcome::Article(article));
                }
                pages::Outcome::Refused {
                    record,
                    status,
                    reason,
                } => {
                    let place = record.unwrap_or_default();
                    let refused = Outcome::Refused { status, reason };
                    outcomes.insert(format!("{path}{place}"), refused);
                }
            }
        }
    }
    Ok(outcomes)
}

/// Path and place of a row or an article.
pub(crate) fn key(row: &Value) -> String {
    let path = row["path"].as_str().unwrap_or_default();
    let record = row["record"].as_str().unwrap_or_default();
    format!("{path}{record}")
}
