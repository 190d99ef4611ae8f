//! What was removed stays away.

use std::fs;
use std::io::Write;

use super::{Place, line, page, text};

fn filled() -> Place {
    let place = Place::new();
    place.write("one.txt", page("albatross"));
    place.write("two.txt", page("bittern"));
    place.write(
        "many.jsonl",
        ["curlew", "dunlin", "egret"].map(line).concat(),
    );
    place.indexed();
    assert_eq!(place.count("council"), 5);
    place
}

#[test]
fn what_a_query_finds_is_listed_asked_for_and_removed() {
    let place = filled();
    let listed = place.ends(0, &["rm", "albatross OR curlew", "--dry-run"]);
    assert_eq!(listed.lines().count(), 2, "{listed}");
    assert!(listed.contains("archive/many.jsonl#1"), "{listed}");
    // Nobody is there to be asked.
    let refused = place.run(&["rm", "albatross OR curlew"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--yes"));
    assert_eq!(place.count("council"), 5);

    place.ends(0, &["rm", "albatross OR curlew", "--yes"]);
    assert_eq!(place.count("council"), 3);
    place.ends(1, &["rm", "albatross", "--yes"]);
    place.ends(2, &["rm", "--yes"]);
    let removed = place.ends(0, &["ledger", "--removed"]);
    assert_eq!(removed.lines().count(), 2, "{removed}");
    place.ends(0, &["verify"]);
}

#[test]
fn it_does_not_come_back() {
    let place = filled();
    place.ends(0, &["rm", "albatross OR dunlin", "--yes"]);
    place.indexed();
    assert_eq!(place.count("council"), 3);

    // Its files change: a line more, another text under the same name.
    let more = ["curlew", "dunlin", "egret", "fulmar"].map(line).concat();
    place.write("many.jsonl", more);
    place.write("one.txt", page("albatross and gannet"));
    place.indexed();
    assert_eq!((place.count("council"), place.count("dunlin")), (4, 0));
    assert_eq!(place.count("fulmar"), 1);
    assert_eq!(place.count("gannet"), 0);

    // A line is written in before it: another article stands at its place now.
    let shifted = ["heron", "curlew", "dunlin", "egret"].map(line).concat();
    place.write("many.jsonl", shifted);
    place.indexed();
    assert_eq!((place.count("curlew"), place.count("dunlin")), (1, 0));
    assert_eq!(place.count("council"), 4);
    let removed = place.ends(0, &["ledger", "--removed"]);
    assert!(removed.contains("many.jsonl#3"), "{removed}");

    // Its text is edited where it stands.
    let edited = ["heron", "curlew", "dunlin and ibis", "egret"]
        .map(line)
        .concat();
    place.write("many.jsonl", edited);
    place.indexed();
    assert_eq!((place.count("ibis"), place.count("council")), (0, 4));

    place.ends(0, &["index", "archive", "--rebuild"]);
    assert_eq!((place.count("dunlin"), place.count("albatross")), (0, 0));
    assert_eq!(place.count("council"), 4);
    place.ends(0, &["verify"]);
}

#[test]
fn of_two_copies_in_a_file_the_one_removed_stays_away() {
    let place = Place::new();
    place.write(
        "many.jsonl",
        ["curlew", "dunlin", "curlew"].map(line).concat(),
    );
    place.indexed();
    let found = place.ends(0, &["rm", "curlew", "--dry-run"]);
    let first = found.lines().find(|line| line.contains("#1")).expect("it");
    let id = first.split(' ').next().expect("an id");
    place.ends(0, &["rm", "--id", id, "--yes"]);
    let more = ["curlew", "dunlin", "curlew", "egret"].map(line).concat();
    place.write("many.jsonl", more);
    place.indexed();
    assert_eq!((place.count("curlew"), place.count("council")), (1, 3));
}

#[test]
fn it_stays_away_where_its_file_is_moved_or_comes_again() {
    let place = filled();
    place.ends(0, &["rm", "albatross OR dunlin", "--yes"]);
    let archive = place.path().join("archive");
    for name in ["one.txt", "many.jsonl"] {
        fs::create_dir_all(archive.join("old")).expect("a folder");
        fs::rename(archive.join(name), archive.join("old").join(name)).expect("moves");
    }
    place.indexed();
    assert_eq!((place.count("albatross"), place.count("dunlin")), (0, 0));
    assert_eq!(place.count("council"), 3);
    place.ends(0, &["verify"]);
    place.indexed();
    assert_eq!(place.count("council"), 3);

    let bytes = fs::read(archive.join("old/many.jsonl")).expect("a file");
    fs::remove_file(archive.join("old/many.jsonl")).expect("there");
    place.ends(0, &["index", "archive", "--prune"]);
    assert_eq!(place.count("council"), 1);
    place.write("old/many.jsonl", bytes);
    place.indexed();
    assert_eq!((place.count("council"), place.count("dunlin")), (3, 0));
    place.ends(0, &["verify"]);
}

#[test]
fn members_of_archives_stay_away_and_come_back_when_asked() {
    let place = Place::new();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for word in ["albatross", "bittern", "curlew"] {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(format!("in/{word}.txt"), options)
            .expect("a member");
        zip.write_all(page(word).as_bytes()).expect("its text");
    }
    let bytes = zip.finish().expect("an archive").into_inner();
    place.write("all.zip", &bytes);
    place.indexed();
    place.ends(0, &["rm", "bittern", "--yes"]);
    place.ends(0, &["index", "archive", "--rebuild"]);
    assert_eq!((place.count("bittern"), place.count("council")), (0, 2));

    place.ends(1, &["rm", "--restore", "nothing/**"]);
    place.ends(0, &["rm", "--restore", "archive/*.zip"]);
    assert_eq!(place.count("council"), 2);
    place.indexed();
    assert_eq!((place.count("bittern"), place.count("council")), (1, 3));
    place.ends(1, &["ledger", "--removed"]);
    place.ends(0, &["verify"]);
}

/// A link to a file that opens and cannot be read, whoever runs this.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_any_more_keeps_its_articles() {
    let place = filled();
    let path = place.path().join("archive/one.txt");
    fs::remove_file(&path).expect("there");
    std::os::unix::fs::symlink("/proc/self/mem", &path).expect("a link");
    place.ends(3, &["index", "archive", "--follow"]);
    assert_eq!(place.count("albatross"), 1);
    let failed = place.ends(0, &["ledger", "--failed"]);
    assert!(
        failed.contains("one.txt") && failed.contains("cannot be read"),
        "{failed}"
    );
    place.ends(0, &["verify"]);

    fs::remove_file(&path).expect("there");
    place.write("one.txt", page("gannet"));
    place.indexed();
    assert_eq!((place.count("albatross"), place.count("gannet")), (0, 1));
}
