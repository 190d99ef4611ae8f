//! What is wrong is seen.

use std::fs;

use super::{Place, line, page};

fn filled() -> Place {
    let place = Place::new();
    place.write("one.txt", page("albatross"));
    place.write("two.txt", page("bittern"));
    place.write("many.jsonl", ["curlew", "dunlin"].map(line).concat());
    place.indexed();
    place
}

fn found(place: &Place, code: i32, args: &[&str]) -> serde_json::Value {
    let args: Vec<&str> = ["verify", "--json"].iter().chain(args).copied().collect();
    serde_json::from_str(&place.ends(code, &args)).expect("JSON")
}

#[test]
fn a_whole_index_is_whole() {
    let place = filled();
    let found = found(&place, 0, &["--sources"]);
    assert_eq!(found["whole"], true);
    assert_eq!(
        (&found["articles"], &found["in_ledger"]),
        (&4.into(), &4.into())
    );
    assert_eq!(found["sources"]["same"], 3);
    assert!(found["files"].as_u64().is_some_and(|files| files >= 6));
}

#[test]
fn sources_are_compared_by_their_bytes() {
    let place = filled();
    let archive = place.path().join("archive");
    fs::remove_file(archive.join("one.txt")).expect("there");
    place.write("two.txt", page("bittern and heron"));
    // Written anew, but as it was.
    place.write("many.jsonl", ["curlew", "dunlin"].map(line).concat());
    let found = found(&place, 3, &["--sources"]);
    assert_eq!(
        found["sources"]["missing"],
        serde_json::json!(["archive/one.txt"])
    );
    assert_eq!(
        found["sources"]["changed"],
        serde_json::json!(["archive/two.txt"])
    );
    assert_eq!(found["sources"]["same"], 1);
    // The index itself is none the worse.
    place.ends(0, &["verify"]);
}

#[test]
fn a_ledger_that_says_otherwise_is_told() {
    let place = filled();
    {
        let index = dateline::index::Index::open(&place.index()).expect("opens");
        let writer = index
            .writer(&dateline::index::Options::default())
            .expect("locks");
        writer.delete_id(&dateline::article::article_id("archive/one.txt", None));
        writer.close().expect("commits");
    }
    let found = found(&place, 2, &[]);
    let expected = serde_json::json!([{"path": "archive/one.txt", "articles": 0, "in_ledger": 1}]);
    assert_eq!(found["disagreeing"], expected);
}

#[cfg(unix)]
#[test]
fn a_folder_open_to_others_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let place = filled();
    assert_eq!(
        found(&place, 0, &[])["open_to_others"],
        serde_json::Value::Null
    );
    fs::set_permissions(place.index(), fs::Permissions::from_mode(0o755)).expect("changes");
    assert_eq!(found(&place, 0, &[])["open_to_others"], "755");
    let said = place.run(&["index", "archive"]);
    assert!(super::text(&said.stderr).contains("chmod 700 index"));
}

/// The archive and the index in it are carried elsewhere, and asked from another folder again.
#[test]
fn an_index_finds_its_files_wherever_both_are_carried() {
    let place = filled();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let raw = |folder: &std::path::Path, index: &std::path::Path| {
        let index = index.to_str().expect("a path in UTF-8");
        let hit = super::command(folder, &["search", "albatross", "--json", "--index", index]);
        let hit = { hit }.output().expect("it runs");
        let hit: serde_json::Value = serde_json::from_slice(&hit.stdout).expect("JSON");
        let id = hit["hits"][0]["id"].as_str().expect("an id").to_owned();
        let mut show = super::command(folder, &["show", &id, "--raw", "--index", index]);
        let output = show.output().expect("it runs");
        (output.status.code(), super::text(&output.stdout))
    };
    let whole = (Some(0), page("albatross"));
    assert_eq!(raw(place.path(), &place.index()), whole);
    assert_eq!(raw(elsewhere.path(), &place.index()), whole);
    let moved = elsewhere.path().join("both");
    fs::create_dir(&moved).expect("a folder");
    for name in ["archive", "index"] {
        fs::rename(place.path().join(name), moved.join(name)).expect("moves");
    }
    assert_eq!(raw(elsewhere.path(), &moved.join("index")), whole);
    let index = moved.join("index");
    let index = index.to_str().expect("a path in UTF-8");
    let mut check = super::command(place.path(), &["verify", "--sources", "--index", index]);
    assert_eq!(check.status().expect("it runs").code(), Some(0));
}
