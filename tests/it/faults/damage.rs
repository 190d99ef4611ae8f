//! Bytes of the index are cut off or turned over before it is opened.

use std::fs;

use super::{Row, archive, content, ended};
use crate::care::{Place, thorough};

/// What is damaged, and the ends of the names of such files.
const KINDS: [(&str, &[&str]); 5] = [
    (
        "heads cut or turned over: meta.json and its copy",
        &["meta.json", "meta.copy.json"],
    ),
    (
        "heads cut or turned over: .managed.json, sums.json, stories",
        &[".managed.json", "sums.json", "stories"],
    ),
    (
        "stored articles and columns cut or turned over",
        &[".store", ".fast"],
    ),
    (
        "terms, postings, positions cut or turned over",
        &[".term", ".idx", ".pos", ".fieldnorm"],
    ),
    ("lists of deletions cut or turned over", &[".del"]),
];

pub(super) fn rows() -> Vec<Row> {
    let place = Place::new();
    archive(&place, 20, 0);
    place.indexed();
    place.ends(0, &["rm", "albatross3x0", "--yes"]);
    let before = content(&place).0;
    KINDS
        .map(|(name, ends)| damaged(&place, &before, name, ends))
        .into()
}

fn damaged(place: &Place, before: &[String], name: &str, ends: &[&str]) -> Row {
    let mut row = Row::new(name);
    let entries = fs::read_dir(place.index()).into_iter().flatten();
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.is_file() && ends.iter().any(|end| path.to_string_lossy().ends_with(end))
        })
        .collect();
    files.sort();
    for file in files {
        let Ok(whole) = fs::read(&file) else { continue };
        let steps = if thorough() { 24 } else { 2 };
        let places =
            (0..steps).map(|step| step * (whole.len().saturating_sub(1)) / (steps - 1).max(1));
        let turned = places.map(|at| {
            let mut bytes = whole.clone();
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << (at % 8);
            }
            bytes
        });
        let cut =
            [0, whole.len() / 2, whole.len().saturating_sub(1)].map(|len| whole[..len].to_vec());
        for bytes in turned.chain(cut) {
            if bytes == whole {
                continue;
            }
            let written = fs::write(&file, &bytes).map_err(|error| error.to_string());
            row.tried(written.and_then(|()| told(place, before, &file.to_string_lossy())));
        }
        let _ = fs::write(&file, &whole);
    }
    row
}

/// `verify` tells of it; whatever is asked gets an answer or an error; where there is no error the answer is right.
fn told(place: &Place, before: &[String], file: &str) -> Result<(), String> {
    let said = ended(&place.run(&["verify"]), &[0, 2], file)?;
    let whole = place.run(&["verify"]).status.success();
    // A former checksum that is lost does no harm.
    if whole && !file.ends_with("sums.json") {
        return Err(format!("{file}: not told: {said}"));
    }
    for args in [
        vec!["search", "council harbour", "-n", "50"],
        vec!["search", "alba*", "--format", "jsonl"],
        vec!["facets"],
        vec!["ledger"],
        vec!["stats"],
    ] {
        ended(&place.run(&args), &[0, 1, 2], &format!("{file}: {args:?}"))?;
    }
    let asked = place.run(&["search", "*", "--format", "jsonl"]);
    if asked.status.success() {
        let is = crate::care::articles(&place.index());
        let harmless = ["json", "stories"].iter().any(|end| file.ends_with(end));
        if harmless && is != before {
            return Err(format!(
                "{file}: {} articles instead of {}",
                is.len(),
                before.len()
            ));
        }
    }
    Ok(())
}
