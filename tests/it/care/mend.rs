//! What is damaged is mended, and nothing is lost that could be read.

use std::fs;
use std::path::PathBuf;

use super::carry::{articles, same};
use super::{Place, line, page};

fn filled() -> Place {
    let place = Place::new();
    for number in 0..40 {
        place.write(
            &format!("{number}.txt"),
            page(&format!("albatross{number}")),
        );
    }
    place.write(
        "many.jsonl",
        ["curlew", "dunlin", "egret"].map(line).concat(),
    );
    place.write("away.txt", page("heron"));
    place.indexed();
    place.ends(0, &["rm", "dunlin OR heron", "--yes"]);
    // A segment of its own.
    place.write("more.txt", page("gannet"));
    place.indexed();
    place
}

fn files(place: &Place, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(place.index()).expect("a folder");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file() && path.to_string_lossy().ends_with(end))
        .collect();
    files.sort();
    files
}

/// Repairs, reads what is to be read again, and looks that all is there.
fn comes_back(place: &Place, what: &str, before: &[String]) {
    let output = place.run(&["repair"]);
    let said = format!(
        "{what}: {}{}",
        super::text(&output.stdout),
        super::text(&output.stderr)
    );
    assert!(matches!(output.status.code(), Some(0 | 3)), "{said}");
    place.ends(0, &["verify"]);
    place.indexed();
    same(&articles(&place.index()), before, &said);
    place.ends(0, &["verify", "--sources"]);
    assert_eq!(
        (place.count("dunlin"), place.count("heron")),
        (0, 0),
        "{said}"
    );
}

#[test]
fn every_file_can_be_damaged_and_all_comes_back() {
    let whole = filled();
    let before = articles(&whole.index());
    whole.ends(0, &["backup", "copy"]);
    let (mut tried, mut seen) = (0, 0);
    for end in [
        ".store",
        ".fast",
        ".term",
        ".idx",
        ".pos",
        ".fieldnorm",
        ".del",
        "meta.json",
        ".managed.json",
        "sums.json",
        "stories",
        "meta.copy.json",
    ] {
        for (number, file) in files(&whole, end).into_iter().enumerate() {
            let bytes = fs::read(&file).expect("a file");
            let mut turned = bytes.clone();
            turned[bytes.len() / 3] ^= 0x10;
            for (kind, damaged) in [
                Some(turned),
                Some(bytes[..bytes.len() / 2].to_vec()),
                Some(Vec::new()),
                None,
            ]
            .into_iter()
            .enumerate()
            {
                // One kind of damage a file, another for each, unless all are asked for.
                if !super::thorough() && kind != seen % 4 {
                    continue;
                }
                match &damaged {
                    Some(bytes) => fs::write(&file, bytes).expect("a file"),
                    None => fs::remove_file(&file).expect("there"),
                }
                let what = format!("{end} {number} {:?}", damaged.as_ref().map(Vec::len));
                comes_back(&whole, &what, &before);
                whole.ends(0, &["restore", "copy", "--replace"]);
                tried += 1;
                if !file.exists() {
                    break;
                }
            }
            seen += 1;
        }
    }
    assert!(tried >= 12, "{tried}");
}

#[test]
fn both_heads_may_be_lost() {
    let place = filled();
    let before = articles(&place.index());
    for name in ["meta.json", "meta.copy.json"] {
        fs::write(place.index().join(name), "{").expect("a file");
    }
    comes_back(&place, "both heads", &before);
}

#[test]
fn where_the_sources_are_gone_what_is_stored_stays() {
    let place = filled();
    let before = articles(&place.index());
    fs::remove_dir_all(place.path().join("archive")).expect("there");
    for end in [".term", ".idx", ".fast"] {
        for file in files(&place, end) {
            let mut bytes = fs::read(&file).expect("a file");
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0xff;
            fs::write(&file, bytes).expect("a file");
        }
    }
    place.ends(3, &["repair"]);
    assert_eq!(articles(&place.index()), before);
    place.ends(0, &["verify"]);
    assert_eq!(place.count("albatross7"), 1);
}

#[test]
fn a_ledger_that_says_otherwise_is_set_right() {
    let place = filled();
    let before = articles(&place.index());
    {
        let index = dateline::index::Index::open(&place.index()).expect("opens");
        let writer = index
            .writer(&dateline::index::Options::default())
            .expect("locks");
        writer.delete_id(&dateline::article::article_id("archive/3.txt", None));
        writer.close().expect("commits");
    }
    place.ends(2, &["verify"]);
    comes_back(&place, "a lost article", &before);
}

#[test]
fn a_whole_index_needs_none() {
    let place = filled();
    let before = articles(&place.index());
    assert_eq!(place.ends(0, &["repair"]), "");
    assert_eq!(articles(&place.index()), before);
    let nothing = Place::new();
    nothing.ends(2, &["repair"]);
}
