//! Where an article of the sample archive is not what its row of the table says.

use serde_json::Value;

use crate::harness::expected::Outcome;

/// Fields that must be equal to the table's; names of people and publishers may be in capitals, as printed, or not.
const EQUAL: &[&str] = &[
    "title",
    "dek",
    "byline",
    "authors",
    "agency",
    "publisher",
    "section",
    "dateline",
    "lang",
    "url",
    "own_id",
];
const DATES: &[&str] = &["published", "updated", "captured"];

/// The fields that came out wrong, with what came.
pub(crate) fn misses(row: &Value, outcome: Option<&Outcome>) -> Vec<(&'static str, String)> {
    let article = match (row["ledger"].as_str(), outcome) {
        (Some(status), Some(Outcome::Refused { status: is, reason })) => {
            let wanted = row["reason_contains"].as_str().unwrap_or_default();
            let good = status == *is && reason.to_lowercase().contains(wanted);
            return (!good)
                .then(|| ("ledger", format!("{is}: {reason}")))
                .into_iter()
                .collect();
        }
        // Hidden files are left out above.
        (Some(_), None) => return Vec::new(),
        (None, Some(Outcome::Article(article))) => article,
        (_, outcome) => return vec![("outcome", format!("{outcome:?}"))],
    };
    let mut misses = Vec::new();
    for &field in EQUAL {
        let same = |wanted: &Value| match field {
            "authors" | "publisher" => {
                wanted.to_string().to_lowercase() == article[field].to_string().to_lowercase()
            }
            _ => *wanted == article[field],
        };
        if row.get(field).is_some_and(|wanted| !same(wanted)) {
            misses.push((field, article[field].to_string()));
        }
    }
    for &field in DATES {
        let value = article[field]["value"].as_str();
        if row.get(field).is_some_and(|wanted| match wanted.as_str() {
            Some(wanted) => !value.is_some_and(|value| value.starts_with(wanted)),
            None => value.is_some(),
        }) {
            misses.push((field, article[field].to_string()));
        }
    }
    if row
        .get("precision")
        .is_some_and(|wanted| *wanted != article["published"]["precision"])
    {
        misses.push(("precision", article["published"].to_string()));
    }
    misses.extend(body_misses(row, article));
    misses.extend(list_misses(row, article));
    misses
}

fn body_misses(row: &Value, article: &Value) -> Vec<(&'static str, String)> {
    let whole = article["body"].as_str().unwrap_or_default();
    let body = spaced(whole);
    let dek = spaced(
        row["dek"]
            .as_str()
            .or(article["dek"].as_str())
            .unwrap_or_default(),
    );
    // The dek may open the body.
    let (text, opened) = match body.strip_prefix(&dek) {
        Some(rest) if !dek.is_empty() => (rest.trim_start(), 1),
        _ => (body.as_str(), 0),
    };
    let mut misses = Vec::new();
    let strings = |field: &str| strings(&row[field]);
    if row["body_starts"]
        .as_str()
        .is_some_and(|start| !text.starts_with(&spaced(start)))
    {
        misses.push(("body_starts", text.chars().take(100).collect()));
    }
    if row["body_ends"]
        .as_str()
        .is_some_and(|end| !text.ends_with(&spaced(end)))
    {
        let from = text.char_indices().rev().nth(99).map_or(0, |(at, _)| at);
        misses.push(("body_ends", text[from..].to_owned()));
    }
    if let Some(lacking) = strings("body_contains")
        .into_iter()
        .find(|part| !body.contains(part.as_str()))
    {
        misses.push(("body_contains", lacking));
    }
    let stray = |part: &String| {
        if part.is_empty() {
            false
        } else {
            body.contains(part.as_str())
        }
    };
    if let Some(stray) = strings("not_in_body").into_iter().find(stray) {
        misses.push(("not_in_body", stray));
    }
    let paragraphs = whole
        .split("\n\n")
        .filter(|part| !part.trim().is_empty())
        .count()
        - opened.min(whole.len());
    if row["paragraphs"]
        .as_u64()
        .is_some_and(|wanted| wanted != paragraphs as u64)
    {
        misses.push(("paragraphs", paragraphs.to_string()));
    }
    misses
}

fn list_misses(row: &Value, article: &Value) -> Vec<(&'static str, String)> {
    let bare = |list: Vec<String>| -> Vec<String> {
        list.iter()
            .map(|text| text.trim_matches(['"', '“', '”']).to_owned())
            .collect()
    };
    let of_captions = |part: &str| -> Vec<String> {
        let captions = article["captions"].as_array().expect("a list");
        captions
            .iter()
            .map(|caption| spaced(caption[part].as_str().unwrap_or_default()))
            .collect()
    };
    let mut misses = Vec::new();
    let mut equal = |field: &'static str, is: Vec<String>| {
        if row
            .get(field)
            .is_some_and(|wanted| bare(strings(wanted)) != bare(is.clone()))
        {
            misses.push((field, format!("{is:?}")));
        }
    };
    equal("captions", of_captions("text"));
    equal("credits", of_captions("credit"));
    equal("subheads", strings(&article["subheads"]));
    equal("pull_quotes", strings(&article["pull_quotes"]));
    for (field, list) in [("corrections", "corrections"), ("issues_contain", "issues")] {
        let is = strings(&article[list]);
        if strings(&row[field])
            .iter()
            .any(|wanted| !is.iter().any(|text| text.starts_with(wanted.as_str())))
        {
            misses.push((field, format!("{is:?}")));
        }
    }
    misses
}

/// The strings of a list, white space collapsed.
fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter()
        .map(|text| spaced(text.as_str().unwrap_or_default()))
        .collect()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
