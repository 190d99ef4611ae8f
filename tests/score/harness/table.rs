//! Scores as a table, as the worst pages, and as JSON lines.

use std::collections::BTreeMap;
use std::io::Write;

use dateline::article::Article;
use serde_json::{Value, json};

use crate::harness::diff::cut;
use crate::harness::measure::{Dated, PageScore};
use crate::harness::sets::Gold;
use crate::harness::totals::Totals;

/// A set and its pages, each with what came out and its score.
#[derive(Debug)]
pub(crate) struct Scored {
    /// The set's name.
    pub(crate) name: String,
    /// Its pages, in the order of the gold.
    pub(crate) pages: Vec<(Gold, Article, PageScore)>,
}

/// A line a set, or one for each value of a field of the gold.
pub(crate) fn print(sets: &[Scored], by: Option<&str>, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut lines: Vec<(String, Vec<&PageScore>)> = Vec::new();
    for set in sets {
        let whole = set.pages.iter().map(|(_, _, score)| score).collect();
        lines.push((set.name.clone(), whole));
        let Some(by) = by else { continue };
        let mut parts: BTreeMap<String, Vec<&PageScore>> = BTreeMap::new();
        for (gold, _, score) in &set.pages {
            let value = match gold.rest.get(by) {
                Some(Value::String(value)) => value.clone(),
                Some(value) => value.to_string(),
                None => "unknown".to_owned(),
            };
            parts.entry(value).or_default().push(score);
        }
        lines.extend(
            parts
                .into_iter()
                .map(|(value, part)| (format!("  {value}"), part)),
        );
    }
    let width = lines.iter().map(|(name, _)| name.chars().count());
    let width = width.max().unwrap_or_default().max(20);
    writeln!(
        out,
        "{:<width$} {:>5}  {:>5} {:>5} {:>5}  {:>5}  {:>5} {:>5} {:>5}  {:>7} {:>5} {:>5}",
        "set", "pages", "body", "P", "R", "title", "date", "wrong", "none", "authors", "P", "R"
    )?;
    for (name, pages) in lines {
        let totals = Totals::of(&pages);
        let [body, date, authors] = [totals.body, totals.date, totals.authors]
            .map(|three_of| [0, 1, 2].map(|at| three(three_of.map(|values| values[at]))));
        writeln!(
            out,
            "{name:<width$} {:>5}  {:>5} {:>5} {:>5}  {:>5}  {:>5} {:>5} {:>5}  {:>7} {:>5} {:>5}",
            totals.pages,
            body[0],
            body[1],
            body[2],
            three(totals.title),
            date[0],
            date[1],
            date[2],
            authors[0],
            authors[1],
            authors[2]
        )?;
    }
    Ok(())
}

/// The pages with the lowest means, of all sets.
pub(crate) fn worst(sets: &[Scored], count: usize, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut pages: Vec<(&str, &(Gold, Article, PageScore))> = sets
        .iter()
        .flat_map(|set| set.pages.iter().map(|page| (set.name.as_str(), page)))
        .filter(|(_, (_, _, score))| score.mean() < 1.0)
        .collect();
    pages.sort_by(|(_, one), (_, other)| one.2.mean().total_cmp(&other.2.mean()));
    if count == 0 || pages.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "\nworst pages, by the mean of the fields that the gold knows:"
    )?;
    for (set, (gold, ours, score)) in pages.into_iter().take(count) {
        writeln!(
            out,
            "{}  {set}  {}  {}",
            three(Some(score.mean())),
            gold.id,
            faults(gold, ours, score).join("; ")
        )?;
    }
    Ok(())
}

fn faults(gold: &Gold, ours: &Article, score: &PageScore) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(body) = score.body.filter(|body| body.f1() < 1.0) {
        let (precision, recall) = (three(Some(body.precision())), three(Some(body.recall())));
        faults.push(format!("body P {precision} R {recall}"));
    }
    if score.title == Some(false) {
        let title = ours
            .title
            .as_deref()
            .map_or("none".to_owned(), |title| cut(title, 50));
        faults.push(format!("title: {title}"));
    }
    let date = gold.date.as_deref().unwrap_or_default();
    match (score.date, &ours.published) {
        (Some(Dated::Wrong), Some(published)) => {
            let value = published.date.value();
            faults.push(format!("date: {value} for {date} ({})", published.rule));
        }
        (Some(Dated::Missing), _) => faults.push(format!("date: none for {date}")),
        _ => {}
    }
    if score
        .authors
        .is_some_and(|[_, extra, missing]| extra + missing > 0)
    {
        let wanted = gold.authors.clone().unwrap_or_default();
        faults.push(format!(
            "authors: {} for {wanted}",
            Value::from(ours.authors.clone())
        ));
    }
    faults
}

/// A line a page: its score, and what came out where it was scored.
pub(crate) fn json_lines(sets: &[Scored], out: &mut dyn Write) -> anyhow::Result<()> {
    let rounded = |share: f64| (share * 1000.0).round() / 1000.0;
    for set in sets {
        for (gold, ours, score) in &set.pages {
            let mut row = json!({"set": set.name, "id": gold.id, "mean": rounded(score.mean())});
            if let Some(body) = score.body {
                row["body"] = json!({
                    "f1": rounded(body.f1()), "p": rounded(body.precision()), "r": rounded(body.recall()),
                });
            }
            if let Some(right) = score.title {
                row["title"] = json!({
                    "right": right, "gold": gold.title, "ours": ours.title, "rule": ours.rules.get("title"),
                });
            }
            if let Some(dated) = score.date {
                let published = ours.published.as_ref();
                row["date"] = json!({
                    "right": dated == Dated::Right, "gold": gold.date,
                    "ours": published.map(|date| date.date.value()), "rule": published.map(|date| &date.rule),
                });
            }
            if let Some([_, extra, missing]) = score.authors {
                row["authors"] = json!({
                    "right": extra + missing == 0, "gold": gold.authors, "ours": ours.authors,
                    "rule": ours.rules.get("authors"),
                });
            }
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}

/// A share with three decimals, as `.987`; `–` where there is none.
pub(crate) fn three(share: Option<f64>) -> String {
    match share {
        Some(share) => {
            let digits = format!("{share:.3}");
            digits.strip_prefix('0').unwrap_or(&digits).to_owned()
        }
        None => "–".to_owned(),
    }
}
