//! `cargo score` over a small folder whose figures can be counted by hand.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::harness::run;

const GOLD: &str = r#"
{"id":"mill","title":"The mill turns again","date":"2021-04-03T23:30:00-02:00","authors":["Ada Quill"],"authors_neutral":["Meridian"],"body":"The miller opened the sluice on Saturday, and the whole village came to see the wheel go round.\n\nNobody had heard it since the flood, which took the bridge, two carts and the miller's hat.","lang":"en"}
{"id":"gone","title":"No such page","date":"2021-04-05","authors":["Bo Reed","Cy Marsh"],"body":null,"lang":"sq"}
"#;

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>The mill turns again</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The mill turns again","datePublished":"2021-04-04T01:30:00Z","author":{"@type":"Person","name":"Ada Quill"}}</script></head>
<body><article><h1>The mill turns again</h1><p>By Ada Quill</p>
<p>The miller opened the sluice on Saturday, and the whole village came to see the wheel go round.</p>
<p>Nobody had heard it since the flood, which took the bridge, two carts and the miller's hat.</p></article></body></html>"#;

#[test]
fn a_folder_with_gold_is_measured() {
    let folder = folder();
    let printed = printed(folder.path(), &[]);
    let row = printed.lines().nth(1).expect("a row");
    let cells: Vec<&str> = row.split_whitespace().skip(1).collect();
    // One page of two is there: its body, title, date and author are right, the other's are missing.
    let expected = "2 1.000 1.000 1.000 .500 .500 .000 .500 .500 1.000 .333";
    assert_eq!(cells.join(" "), expected, "{printed}");
    assert!(
        printed.contains(".000  small  gone  title: none; date: none for 2021-04-05"),
        "{printed}"
    );
}

#[test]
fn a_set_is_parted_by_a_field() {
    let folder = folder();
    let printed = printed(folder.path(), &["--by", "lang", "--worst=0"]);
    let names: Vec<&str> = printed
        .lines()
        .map(|line| line.split_whitespace().next().unwrap_or(""))
        .collect();
    assert_eq!(names, ["set", "small", "en", "sq"], "{printed}");
}

#[test]
fn one_page_shows_its_difference() {
    let folder = folder();
    let gold = folder.path().join("small/gold.jsonl");
    let changed = GOLD
        .replace(
            "The miller opened",
            "Water, he cried.\\n\\nThe miller opened",
        )
        .replace("two carts", "three carts");
    fs::write(&gold, changed).expect("a gold");
    let printed = printed(folder.path(), &["--page", "mill"]);
    for line in [
        "title    The mill turns again",
        "- Water, he cried.",
        "  The miller opened the sluice",
        "~ Nobody had heard it since the flood, which took the bridge, [-three-] {+two+} carts",
    ] {
        assert!(printed.contains(line), "{line}\n{printed}");
    }
}

#[test]
fn each_page_is_a_line_of_json() {
    let folder = folder();
    let printed = printed(folder.path(), &["--per-page"]);
    let rows: Vec<serde_json::Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(rows[0]["body"]["f1"], 1.0);
    assert_eq!(rows[0]["date"]["right"], true);
    assert_eq!(rows[1]["authors"]["right"], false);
    assert!(rows[1].get("body").is_none());
}

#[test]
fn the_sample_archive_is_measured_by_its_table() {
    let printed = printed(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archive"),
        &[],
    );
    for part in ["field ", "title ", "all "] {
        assert!(
            printed.lines().any(|line| line.starts_with(part)),
            "{printed}"
        );
    }
}

#[test]
fn without_a_folder_the_usage_is_printed() {
    for arguments in [
        vec![],
        vec!["a filter of `cargo test`".to_owned()],
        vec!["score".to_owned()],
    ] {
        let mut out = Vec::new();
        run(&arguments, &mut out).expect("no error");
        assert!(out.starts_with(b"usage: cargo score"));
    }
}

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let set = folder.path().join("small");
    fs::create_dir_all(set.join("html")).expect("a folder");
    fs::write(set.join("gold.jsonl"), GOLD).expect("a gold");
    fs::write(set.join("html/mill.html"), PAGE).expect("a page");
    folder
}

fn printed(folder: &Path, flags: &[&str]) -> String {
    let mut arguments = vec!["score".to_owned(), folder.display().to_string()];
    arguments.extend(flags.iter().map(|&flag| flag.to_owned()));
    let mut out = Vec::new();
    run(&arguments, &mut out).expect("no error");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn another_tool_is_measured_alike() {
    let folder = folder();
    let file = folder.path().join("theirs.jsonl");
    let row = r#"{"id":"gone","title":"no such page","date":"2021-04-05T10:00:00Z","authors":["Bo Reed"]}"#;
    fs::write(&file, row).expect("predictions");
    let printed = printed(
        folder.path(),
        &["--predictions", file.to_str().expect("a path")],
    );
    let row = printed.lines().nth(1).expect("a row");
    let cells: Vec<&str> = row.split_whitespace().skip(1).collect();
    // Of the two pages one was not predicted; the other's title, date and one of three authors are right.
    let expected = "2 .000 .000 .000 .500 .500 .000 .500 .500 1.000 .333";
    assert_eq!(cells.join(" "), expected, "{printed}");
}
