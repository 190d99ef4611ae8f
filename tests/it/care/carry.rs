//! Copies made while others write, brought back, carried over from older formats.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use dateline::index::{FORMAT, Index};

use super::{Place, command, line, page, text};

fn filled() -> Place {
    let place = Place::new();
    for number in 0..20 {
        place.write(
            &format!("{number}.txt"),
            page(&format!("albatross{number}")),
        );
    }
    place.write(
        "many.jsonl",
        ["curlew", "dunlin", "egret"].map(line).concat(),
    );
    place.indexed();
    place.ends(0, &["rm", "dunlin", "--yes"]);
    place
}

/// Every article of an index, in the order of ids.
pub(crate) fn articles(index: &Path) -> Vec<String> {
    let index = index.to_str().expect("a path in UTF-8");
    let all = ["search", "*", "--format", "jsonl", "--index", index];
    let output = command(Path::new("."), &all).output().expect("it runs");
    let mut lines: Vec<String> = text(&output.stdout).lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn a_backup_is_an_index_and_comes_back() {
    let place = filled();
    let before = articles(&place.index());
    assert_eq!(before.len(), 22);
    place.ends(0, &["backup", "copy"]);
    place.ends(0, &["backup", "links", "--link"]);
    place.ends(2, &["backup", "copy"]);
    for copy in ["copy", "links"] {
        place.ends(0, &["verify", "--index", copy]);
        assert_eq!(articles(&place.path().join(copy)), before);
    }
    place.ends(0, &["rm", "council", "--yes"]);
    place.ends(0, &["purge"]);
    assert_eq!(articles(&place.path().join("links")), before);
    place.ends(2, &["restore", "copy"]);
    assert_eq!(articles(&place.index()), [""; 0]);
    place.ends(0, &["restore", "copy", "--replace"]);
    assert_eq!(articles(&place.index()), before);
    place.ends(0, &["verify", "--sources"]);
    // What was removed before the copy was made is still away.
    place.indexed();
    assert_eq!(place.count("dunlin"), 0);
    place.ends(0, &["restore", "copy", "--index", "elsewhere"]);
    assert_eq!(articles(&place.path().join("elsewhere")), before);
}

#[test]
fn a_damaged_backup_replaces_nothing() {
    let place = filled();
    place.ends(0, &["backup", "copy"]);
    let entries = fs::read_dir(place.path().join("copy")).expect("a folder");
    let store = entries
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|end| end == "store"))
        .expect("a store");
    let mut bytes = fs::read(&store).expect("a file");
    bytes[9] ^= 1;
    fs::write(&store, bytes).expect("a file");
    let before = articles(&place.index());
    place.ends(2, &["restore", "copy", "--replace"]);
    assert_eq!(articles(&place.index()), before);
    place.ends(0, &["verify"]);
}

#[test]
fn a_backup_is_one_commit_whatever_is_written_meanwhile() {
    let place = filled();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..8 {
                for number in 0..20 {
                    let word = format!("gannet{round}x{number}");
                    place.write(&format!("{number}.txt"), page(&word));
                }
                place.indexed();
            }
            done.store(true, Ordering::Relaxed);
        });
        let mut copies = 0;
        while !done.load(Ordering::Relaxed) || copies < 3 {
            let copy = format!("copy{copies}");
            place.ends(0, &["backup", &copy]);
            place.ends(0, &["verify", "--index", &copy]);
            assert_eq!(articles(&place.path().join(&copy)).len(), 22);
            copies += 1;
        }
    });
}

/// As an older version would have left it, where the fields were the same.
fn make_older(index: &Path, format: u32) {
    let head = fs::read_to_string(index.join("meta.json")).expect("a head");
    let older = head.replace(
        &format!("\\\"format\\\":{FORMAT}"),
        &format!("\\\"format\\\":{format}"),
    );
    assert_ne!(head, older);
    fs::write(index.join("meta.json"), &older).expect("a file");
    let sum = |text: &str| format!("{:016x}", xxhash_rust::xxh3::xxh3_64(text.as_bytes()));
    let sums = fs::read_to_string(index.join("sums.json")).expect("sums");
    fs::write(
        index.join("sums.json"),
        sums.replace(&sum(&head), &sum(&older)),
    )
    .expect("a file");
}

#[test]
fn an_older_format_is_brought_up_to_date_without_its_sources() {
    let place = filled();
    let before = articles(&place.index());
    let ledger = place.ends(0, &["ledger", "--json"]);
    make_older(&place.index(), 1);
    let refused = place.run(&["search", "council"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("`dateline upgrade`"));
    fs::rename(place.path().join("archive"), place.path().join("gone")).expect("moves");
    place.ends(0, &["upgrade"]);
    assert_eq!(articles(&place.index()), before);
    assert_eq!(place.ends(0, &["ledger", "--json"]), ledger);
    place.ends(0, &["verify"]);
    place.ends(0, &["upgrade"]);
    fs::rename(place.path().join("gone"), place.path().join("archive")).expect("moves");
    let again = place.run(&["index", "archive"]);
    assert!(
        text(&again.stderr).contains("nothing to do"),
        "{}",
        text(&again.stderr)
    );
}

/// Another set of fields, as an index of a version had that knew fewer of them.
#[test]
fn an_index_with_other_fields_is_brought_up_to_date() {
    use tantivy::schema::{FAST, STORED, STRING, Schema, TEXT};
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index");
    fs::create_dir(&path).expect("a folder");
    let mut schema = Schema::builder();
    let kind = schema.add_text_field("kind", STRING);
    let words = schema.add_text_field("text", TEXT);
    let row_path = schema.add_text_field("row_path", STRING | FAST);
    let row_articles = schema.add_u64_field("row_articles", FAST);
    let row_status = schema.add_u64_field("row_status", FAST);
    let article = schema.add_text_field("article", STORED);
    let index = tantivy::Index::create_in_dir(&path, schema.build()).expect("an index");
    let mut writer = index
        .writer_with_num_threads(1, 20_000_000)
        .expect("a writer");
    let json = r#"{"path": "a.txt", "title": "Quay closed", "body": "Fishermen land at the ferry.", "words": 5}"#;
    let docs = [
        tantivy::doc!(kind => "article", words => "quay closed", article => json),
        tantivy::doc!(kind => "row", row_path => "a.txt", row_articles => 1_u64, row_status => 0_u64),
    ];
    for doc in docs {
        writer.add_document(doc).expect("adds");
    }
    let mut commit = writer.prepare_commit().expect("a commit");
    commit.set_payload(r#"{"format":1,"written_by":"0.0.1"}"#);
    commit.commit().expect("commits");
    drop(writer);
    let sum = |name: &str| {
        let bytes = fs::read(path.join(name)).expect("a file");
        (
            name.to_owned(),
            format!("{:016x}", xxhash_rust::xxh3::xxh3_64(&bytes)),
        )
    };
    let sums = serde_json::to_vec(&[sum("meta.json"), sum(".managed.json")]).expect("JSON");
    fs::write(path.join("sums.json"), sums).expect("a file");
    let index = path.to_str().expect("a path in UTF-8");
    let run = |args: &[&str]| {
        let args: Vec<&str> = args.iter().copied().chain(["--index", index]).collect();
        let output = command(folder.path(), &args).output().expect("it runs");
        assert_eq!(
            output.status.code(),
            Some(0),
            "{args:?}: {}",
            text(&output.stderr)
        );
        text(&output.stdout)
    };
    run(&["upgrade"]);
    assert_eq!(run(&["search", "fishermen ferry", "-c"]).trim(), "1");
    run(&["verify"]);
    assert!(Index::open(&path).is_ok());
}

/// Says in few words what two lists of articles do not have in common.
pub(crate) fn same(is: &[String], wanted: &[String], what: &str) {
    let short = |line: &String| line.chars().take(120).collect::<String>();
    let missing: Vec<String> = wanted
        .iter()
        .filter(|line| !is.contains(line))
        .map(short)
        .collect();
    let strange: Vec<String> = is
        .iter()
        .filter(|line| !wanted.contains(line))
        .map(short)
        .collect();
    assert!(
        is == wanted,
        "{what}\nmissing {missing:#?}\nstrange {strange:#?}"
    );
}
