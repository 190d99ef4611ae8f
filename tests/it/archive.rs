//! What comes out of the sample archive, against the table of what must come out (`tests/ARCHIVE.md`).
//!
//! What is still wrong stands in `tests/archive.wrong.txt`, a line for each article and field. A new wrong answer fails,
//! and so does a line that has become right: delete it, or let `ARCHIVE_WRONG=write` write the list anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use dateline::enrich::enrich;
use dateline::extract::extract;
use dateline::reader;
use dateline::source::{self, Limits, RawDocument};
use serde_json::Value;

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

/// What became of a path and record: an article as JSON, or a row of the ledger.
#[derive(Debug)]
enum Outcome {
    Article(Value),
    Refused {
        status: &'static str,
        reason: String,
    },
}

#[test]
fn the_sample_archive_comes_out_as_the_table_says() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let outcomes = outcomes(&tests.join("archive"));
    let table = fs::read_to_string(tests.join("archive.expected.jsonl")).expect("the table");
    let mut seen = BTreeSet::new();
    let mut wrong = BTreeMap::new();
    for line in table.lines() {
        let row: Value = serde_json::from_str(line).expect("a row of JSON");
        let key = key(&row);
        for (field, why) in misses(&row, outcomes.get(&key)) {
            wrong.insert(format!("{key} {field}"), why);
        }
        seen.insert(key);
    }
    for key in outcomes.keys().filter(|&key| !seen.contains(key)) {
        wrong.insert(
            format!("{key} unforeseen"),
            "the table has no such line".into(),
        );
    }

    let list = tests.join("archive.wrong.txt");
    if std::env::var_os("ARCHIVE_WRONG").is_some_and(|wish| wish == "write") {
        let lines: Vec<&str> = wrong.keys().map(String::as_str).collect();
        fs::write(&list, lines.join("\n") + "\n").expect("the list can be written");
        return;
    }
    let known = fs::read_to_string(&list).expect("the list");
    let known: BTreeSet<&str> = known.lines().collect();
    let new: Vec<String> = wrong
        .iter()
        .filter(|(line, _)| !known.contains(line.as_str()))
        .map(|(line, why)| format!("{line}: {why}"))
        .collect();
    let right: Vec<&&str> = known
        .iter()
        .filter(|line| !wrong.contains_key(**line))
        .collect();
    assert!(new.is_empty(), "newly wrong:\n{}", new.join("\n"));
    assert!(
        right.is_empty(),
        "right by now, delete from {}: {right:#?}",
        list.display()
    );
}

/// Every file of the archive read, but for hidden ones, which are a matter of the walk.
fn outcomes(archive: &Path) -> BTreeMap<String, Outcome> {
    let mut outcomes = BTreeMap::new();
    for file in files(archive) {
        let path = file
            .strip_prefix(archive)
            .expect("a path below the archive")
            .to_string_lossy()
            .replace('\\', "/");
        let contents = source::read(&file, &Limits::default()).expect("a readable file");
        let document = RawDocument {
            path: path.clone(),
            bytes: contents.bytes,
            truncated: contents.truncated,
            ..RawDocument::default()
        };
        let refused = |error: &reader::ReadError| Outcome::Refused {
            status: if error.skips() { "skipped" } else { "failed" },
            reason: error.to_string(),
        };
        match reader::read(document) {
            Ok(records) => {
                for record in &records.records {
                    let (found, issues) = extract(record);
                    let article =
                        serde_json::to_value(enrich(&record.key, found, issues)).expect("JSON");
                    outcomes.insert(key(&article), Outcome::Article(article));
                }
                for failure in &records.failures {
                    let place = failure.key.record.as_deref().unwrap_or_default();
                    outcomes.insert(format!("{path}{place}"), refused(&failure.error));
                }
            }
            Err(error) => {
                outcomes.insert(path, refused(&error));
            }
        }
    }
    outcomes
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let hidden = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .starts_with('.');
            match (hidden, path.is_dir()) {
                (true, _) => {}
                (false, true) => open.push(path),
                (false, false) => found.push(path),
            }
        }
    }
    found
}

fn key(row: &Value) -> String {
    let record = row["record"].as_str().unwrap_or_default();
    format!("{}{record}", row["path"].as_str().expect("a path"))
}

/// The fields that came out wrong, with what came.
fn misses(row: &Value, outcome: Option<&Outcome>) -> Vec<(&'static str, String)> {
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
