//! What comes out of the sample archive, against the table of what must come out (`tests/ARCHIVE.md`).
//!
//! What is still wrong stands in `tests/archive.wrong.txt`, a line for each article and field. A new wrong answer fails,
//! and so does a line that has become right: delete it, or let `ARCHIVE_WRONG=write` write the list anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::expected::{key, outcomes};
use crate::harness::misses::misses;

#[test]
fn the_sample_archive_comes_out_as_the_table_says() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let outcomes = outcomes(&tests.join("archive")).expect("a readable archive");
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
