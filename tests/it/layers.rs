//! Imports run downward only: the table of `ARCHITECTURE.md`, read against the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer, lowest first, and the layers it may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("date", &["text"]),
    ("article", &["date", "text"]),
    ("source", &["text"]),
    ("reader", &["source", "article", "date", "text"]),
    ("extract", &["reader", "article", "date", "text"]),
    ("enrich", &["extract", "article", "text"]),
    ("index", &["article", "date", "text"]),
    (
        "ingest",
        &[
            "index", "enrich", "extract", "reader", "source", "article", "date", "text",
        ],
    ),
    ("query", &["date", "text"]),
    ("search", &["query", "index", "article", "date", "text"]),
    ("render", &["search", "query", "article", "date", "text"]),
    (
        "cli",
        &[
            "render", "search", "query", "ingest", "index", "enrich", "extract", "reader",
            "source", "article", "date", "text",
        ],
    ),
];

/// Crates that one layer alone may see, with the layers that may.
const GUARDED: &[(&str, &[&str])] = &[
    ("jiff", &["date"]),
    ("tantivy", &["index", "search"]),
    ("tantivy_fst", &["search"]),
    ("scraper", &["extract", "reader"]),
    ("anyhow", &["cli"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("anstream", &["cli"]),
];

fn sources(layer: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(layer),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a layer is a folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The lines of code of a file: comments left out.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("a readable source");
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(number, line)| (number + 1, line.to_owned()))
        .collect()
}

/// The words that follow `marker` in a line: `crate::date::Date` gives `date` for `crate::`.
fn after<'a>(line: &'a str, marker: &str) -> Vec<&'a str> {
    line.match_indices(marker)
        .filter(|(at, _)| !line[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|(at, _)| {
            let rest = &line[at + marker.len()..];
            &rest[..rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len())]
        })
        .collect()
}

#[test]
fn imports_run_downward_only() {
    let names: BTreeSet<&str> = LAYERS.iter().map(|(name, _)| *name).collect();
    let mut wrong = Vec::new();
    for (layer, allowed) in LAYERS {
        for file in sources(layer) {
            for (number, line) in code(&file) {
                for target in after(&line, "crate::") {
                    if names.contains(target) && target != *layer && !allowed.contains(&target) {
                        wrong.push(format!(
                            "{}:{number}: `{layer}` may not import `{target}`",
                            file.display()
                        ));
                    }
                }
                if line.contains("crate::{") {
                    wrong.push(format!(
                        "{}:{number}: one `use crate::layer::…` line a layer",
                        file.display()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_layer_is_in_the_table() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders: BTreeSet<String> = fs::read_dir(src)
        .expect("a source folder")
        .filter_map(|entry| {
            let entry = entry.ok()?;
            entry
                .path()
                .is_dir()
                .then(|| entry.file_name().to_string_lossy().into_owned())
        })
        .collect();
    let named: BTreeSet<String> = LAYERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(folders, named);
}

#[test]
fn guarded_crates_stay_in_their_layers() {
    let mut wrong = Vec::new();
    for (layer, _) in LAYERS {
        for file in sources(layer) {
            for (number, line) in code(&file) {
                for (name, allowed) in GUARDED {
                    if !after(&line, &format!("{name}::")).is_empty() && !allowed.contains(layer) {
                        wrong.push(format!(
                            "{}:{number}: `{layer}` may not see `{name}`",
                            file.display()
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn super_is_for_tests() {
    let mut wrong = Vec::new();
    for (layer, _) in LAYERS {
        for file in sources(layer) {
            for (number, line) in code(&file) {
                let line = line.trim();
                if line.contains("super::") && line != "use super::*;" {
                    wrong.push(format!(
                        "{}:{number}: `use crate::layer::…` instead of `super::`",
                        file.display()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
