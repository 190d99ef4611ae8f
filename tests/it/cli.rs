//! Sessions at the command line, as in `tests/cli/*.trycmd`.
//!
//! They run on an index of the sample archive; the day is always 2022-09-10. To write down what the program says now:
//! `TRYCMD=overwrite cargo test --test it cli`.

use std::path::Path;

use assert_cmd::Command;

#[test]
fn sessions() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    dateline(&index)
        .args(["index", "tests/archive"])
        .assert()
        .code(3);
    trycmd::TestCases::new()
        .env("DATELINE_INDEX", index.to_str().expect("a path in UTF-8"))
        .env("DATELINE_TODAY", "2022-09-10")
        .env("NO_COLOR", "1")
        .env(
            "XDG_CACHE_HOME",
            folder.path().to_str().expect("a path in UTF-8"),
        )
        .case("tests/cli/*.trycmd");
}

/// Sessions that index what they are about.
#[test]
fn formats() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    trycmd::TestCases::new()
        .env("DATELINE_INDEX", index.to_str().expect("a path in UTF-8"))
        .env("DATELINE_TODAY", "2022-09-10")
        .env("NO_COLOR", "1")
        .case("tests/cli/formats/rows.trycmd");
}

/// The same of mails, office documents and exports.
#[test]
fn documents() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    trycmd::TestCases::new()
        .env("DATELINE_INDEX", index.to_str().expect("a path in UTF-8"))
        .env("DATELINE_TODAY", "2022-09-10")
        .env("NO_COLOR", "1")
        .case("tests/cli/formats/documents.trycmd");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    dateline(&index)
        .args(["index", "tests/archive/feeds"])
        .assert()
        .code(3);
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("dateline"))
        .args(["search", "*", "--format", "jsonl"])
        .env("DATELINE_INDEX", &index)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).as_ref()
        ),
        (Some(0), "")
    );
}

#[test]
fn json_has_the_shape_it_promises() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    dateline(&index)
        .args(["index", "tests/archive/feeds", "tests/archive/pages"])
        .assert()
        .code(3);
    let output = dateline(&index)
        .args(["search", "albania cyberattack", "--json", "-n", "3"])
        .output()
        .expect("it runs");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let keys = |value: &serde_json::Value| {
        value
            .as_object()
            .map(|object| object.keys().cloned().collect::<Vec<_>>())
            .unwrap_or_default()
    };
    assert_eq!(keys(&answer), ["query", "total", "took_ms", "hits", "next"]);
    assert_eq!(keys(&answer["total"]), ["articles", "stories"]);
    let next = answer["next"].as_str().expect("more");
    assert!(next.starts_with("r.3."), "{next}");
    let hits = answer["hits"].as_array().expect("a list");
    assert_eq!(hits.len(), 3);
    for hit in hits {
        let wanted = [
            "id",
            "score",
            "rank",
            "path",
            "record",
            "url",
            "title",
            "dek",
            "byline",
            "authors",
            "published",
            "updated",
            "publisher",
            "section",
            "lang",
            "entities",
            "words",
            "snippets",
            "copies",
            "copy_count",
            "first",
        ];
        assert_eq!(keys(hit), wanted);
        assert_eq!(keys(&hit["entities"]), ["people", "orgs", "places"]);
        for snippet in hit["snippets"].as_array().expect("a list") {
            let text = snippet["text"].as_str().expect("a text");
            for mark in snippet["highlights"].as_array().expect("a list") {
                let (start, end) = (
                    mark["start"].as_u64().expect("a number"),
                    mark["end"].as_u64().expect("a number"),
                );
                assert!(
                    text.get(start as usize..end as usize)
                        .is_some_and(|marked| !marked.is_empty()),
                    "{snippet}"
                );
            }
        }
    }
    // What `next` says leads to the rest, without gaps.
    let output = dateline(&index)
        .args([
            "search",
            "albania cyberattack",
            "--json",
            "--after",
            "3",
            "-n",
            "2",
        ])
        .output()
        .expect("it runs");
    let rest: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(rest["hits"][0]["rank"], 4);
}

#[test]
fn the_demo_answers_and_leaves_the_index_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    let demo = |words: &[&str]| {
        let mut command = dateline(&index);
        command
            .env("XDG_CACHE_HOME", folder.path())
            .env("HOME", folder.path());
        command.arg("demo").args(words).output().expect("it runs")
    };
    let output = demo(&[]);
    let hits = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(
        hits.contains("«cyberattack»") && hits.contains("«Albania»") && hits.contains(" copies"),
        "{hits}"
    );
    assert!(!index.exists());
    let again = demo(&[]);
    assert_eq!(String::from_utf8_lossy(&again.stdout), hits);
    assert!(
        !String::from_utf8_lossy(&again.stderr).contains("indexed"),
        "the index is kept"
    );
    assert_eq!(demo(&["nosuchwordatall"]).status.code(), Some(1));
}

#[test]
fn a_file_of_queries_makes_a_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    dateline(&index)
        .args(["index", "tests/archive/feeds"])
        .assert()
        .code(3);
    let topics = folder.path().join("topics.tsv");
    let run = |text: &str, more: &[&str]| {
        std::fs::write(&topics, text).expect("a file");
        let mut command = dateline(&index);
        command
            .args(["search", "--format", "trec", "-f"])
            .arg(&topics)
            .args(more);
        command.output().expect("it runs")
    };
    let output = run(
        "t1\tregisters\n\nt2\tregisters, or: (what?\n",
        &["--any", "-n", "2"],
    );
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for line in lines.lines() {
        let columns: Vec<&str> = line.split(' ').collect();
        assert!(
            matches!(
                columns.as_slice(),
                ["t1" | "t2", "Q0", _, "1" | "2", _, "dateline"]
            ),
            "{line}"
        );
    }
    assert!(lines.starts_with("t1 Q0 n-101 1 "), "{lines}");
    assert!(
        lines.lines().filter(|line| line.starts_with("t2 ")).count() <= 2,
        "{lines}"
    );
    for (text, said) in [
        ("no tab\n", "line 1: there is no tab"),
        (
            "t1\tregisters\nt2\t(registers\n",
            "line 2: this group is not closed",
        ),
    ] {
        let output = run(text, &[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            String::from_utf8_lossy(&output.stderr).contains(said),
            "{output:?}"
        );
    }
}

/// The program, at work on `index`.
fn dateline(index: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
    command
        .env("DATELINE_INDEX", index)
        .env("DATELINE_TODAY", "2022-09-10")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}
