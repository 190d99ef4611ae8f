use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

use crate::article::Article;
use crate::index::{Index, Row, Status};
use crate::ingest::{IngestError, LEAST_MEMORY, Options, Progress, Summary, ingest};
use crate::source::{Limits, Walk};

/// A folder with an archive and an index in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let place = Self {
            folder: TempDir::new().expect("a folder"),
        };
        fs::create_dir(place.archive()).expect("a folder");
        for (name, bytes) in files {
            place.write(name, bytes);
        }
        place
    }

    fn archive(&self) -> PathBuf {
        self.folder.path().join("archive")
    }

    fn index(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.archive().join(name);
        fs::create_dir_all(path.parent().expect("below the archive")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    fn options(&self) -> Options {
        Options {
            walk: Walk {
                roots: vec![self.archive()],
                ..Walk::default()
            },
            memory: LEAST_MEMORY,
            threads: 2,
            ..Options::default()
        }
    }

    fn run(&self) -> Summary {
        self.run_with(&self.options())
    }

    fn run_with(&self, options: &Options) -> Summary {
        ingest(
            &self.index(),
            options,
            &Progress::default(),
            &AtomicBool::new(false),
        )
        .expect("indexed")
    }

    /// The rows of files, paths below the archive.
    fn rows(&self) -> Vec<Row> {
        let mut rows = self.all_rows();
        rows.retain(|row| row.record.is_none());
        rows
    }

    fn rows_of_places(&self, name: &str) -> Vec<Row> {
        let mut rows = self.all_rows();
        rows.retain(|row| row.path == name && row.record.is_some());
        rows
    }

    fn all_rows(&self) -> Vec<Row> {
        let snapshot = Index::open(&self.index())
            .and_then(|index| index.snapshot())
            .expect("an index");
        let mut rows = Vec::new();
        snapshot
            .visit_rows(&mut |row| rows.push(row))
            .expect("rows");
        let prefix = format!("{}/", self.archive().display());
        for row in &mut rows {
            row.path = row.path.replace(&prefix, "");
        }
        rows.sort_by(|one, other| one.path.cmp(&other.path));
        rows
    }

    fn row(&self, name: &str) -> Row {
        let rows = self.rows();
        let row = rows.iter().find(|row| row.path == name);
        row.unwrap_or_else(|| panic!("no row for {name} in {rows:?}"))
            .clone()
    }

    fn reason(&self, name: &str) -> String {
        self.row(name).reason.unwrap_or_default()
    }

    /// Every article, in the order of paths and places.
    fn articles(&self) -> Vec<Article> {
        let snapshot = Index::open(&self.index())
            .and_then(|index| index.snapshot())
            .expect("an index");
        let mut articles = Vec::new();
        for row in self.rows() {
            let path = format!("{}/{}", self.archive().display(), row.path);
            let ids = (0..=row.articles + 20).map(|number| match number {
                0 => crate::article::article_id(&path, None),
                number => crate::article::article_id(&path, Some(&format!("#{number}"))),
            });
            for id in ids {
                articles.extend(snapshot.find(&id).expect("readable"));
            }
        }
        assert_eq!(articles.len() as u64, snapshot.articles().expect("a count"));
        articles
    }
}

fn text(number: usize) -> Vec<u8> {
    format!("The mill number {number} burnt\n\nIt burnt down in the night, the fire brigade said on Friday. Nobody was hurt.\n").into_bytes()
}

fn line(number: usize) -> String {
    format!(
        "{{\"id\": \"n{number}\", \"title\": \"Mill {number} burns\", \"date\": \"2022-09-08\", \"text\": \"The mill number {number} burnt down in the night.\"}}\n"
    )
}

fn lines(count: usize) -> Vec<u8> {
    (1..=count).map(line).collect::<String>().into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Limits under which small files go the way of large ones.
fn small() -> Limits {
    Limits {
        whole: 1000,
        line: 2000,
        file: 100_000,
        ratio_from: 50_000,
        ..Limits::default()
    }
}

#[test]
fn the_same_archive_twice_is_the_same_archive() {
    let (one, two, three) = (text(1), text(2), lines(3));
    let place = Place::new(&[
        ("a/one.txt", &one),
        ("two.txt", &two),
        ("three.jsonl", &three),
    ]);
    let first = place.run();
    assert_eq!((first.indexed, first.articles, first.failed), (3, 5, 0));
    let articles = place.articles();
    let second = place.run();
    assert_eq!(
        (second.indexed, second.articles, second.unchanged),
        (0, 0, 3)
    );
    assert_eq!(place.articles(), articles);
    let rebuilt = place.run_with(&Options {
        rebuild: true,
        ..place.options()
    });
    assert_eq!(
        (rebuilt.indexed, rebuilt.articles, rebuilt.unchanged),
        (3, 5, 0)
    );
    assert_eq!(place.articles(), articles);
}

#[test]
fn only_what_changed_is_done_again() {
    let (one, three) = (text(1), lines(3));
    let place = Place::new(&[("one.txt", &one), ("three.jsonl", &three)]);
    place.run();
    place.write("three.jsonl", &lines(2));
    place.write("new.txt", &text(4));
    let summary = place.run();
    assert_eq!(
        (summary.indexed, summary.articles, summary.unchanged),
        (2, 3, 1)
    );
    assert_eq!(place.articles().len(), 4);
    assert_eq!(place.row("three.jsonl").articles, 2);
}

#[test]
fn what_is_gone_is_said_and_dropped_when_asked() {
    let (one, two) = (text(1), text(2));
    let place = Place::new(&[("one.txt", &one), ("two.txt", &two)]);
    place.run();
    fs::remove_file(place.archive().join("two.txt")).expect("there");
    let said = place.run();
    assert_eq!((said.gone, said.pruned), (1, false));
    assert_eq!(place.articles().len(), 2);
    let dropped = place.run_with(&Options {
        prune: true,
        ..place.options()
    });
    assert_eq!((dropped.gone, dropped.pruned), (1, true));
    assert_eq!(place.articles().len(), 1);
    assert_eq!(place.run().gone, 0);
}

#[test]
fn files_of_other_roots_are_not_gone() {
    let (one, two) = (text(1), text(2));
    let place = Place::new(&[("a/one.txt", &one), ("b/two.txt", &two)]);
    place.run();
    let mut options = place.options();
    options.walk.roots = vec![place.archive().join("a")];
    options.walk.globs = vec!["*.html".to_owned()];
    options.prune = true;
    assert_eq!(place.run_with(&options).gone, 0);
    assert_eq!(place.articles().len(), 2);
}

#[test]
fn hidden_files_wait_until_they_are_asked_for() {
    let (one, two) = (text(1), text(2));
    let place = Place::new(&[
        ("one.txt", &one),
        (".two.txt", &two),
        (".git/three.txt", &two),
    ]);
    let summary = place.run();
    assert_eq!(
        (summary.indexed, summary.skipped, summary.failed),
        (1, 2, 0)
    );
    assert_eq!(place.reason(".two.txt"), "hidden");
    assert_eq!(place.reason(".git"), "hidden folder");
    assert_eq!(place.run().unchanged, 3);
    let mut options = place.options();
    options.walk.hidden = true;
    assert_eq!(place.run_with(&options).indexed, 2);
    assert_eq!(place.row(".two.txt").status, Status::Indexed);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_unless_asked() {
    let one = text(1);
    let place = Place::new(&[("one.txt", &one)]);
    std::os::unix::fs::symlink("one.txt", place.archive().join("link.txt")).expect("a link");
    std::os::unix::fs::symlink(".", place.archive().join("loop")).expect("a link");
    let summary = place.run();
    assert_eq!(
        (summary.indexed, summary.skipped, summary.failed),
        (1, 2, 0)
    );
    assert_eq!(place.reason("link.txt"), "symbolic link");
    let mut options = place.options();
    options.walk.follow = true;
    let followed = place.run_with(&options);
    assert_eq!(place.row("one.txt").articles, 1);
    assert!(followed.failed <= 1, "a loop ends: {followed:?}");
}

#[test]
fn globs_and_types_choose() {
    let (one, two, three) = (text(1), lines(2), text(3));
    let place = Place::new(&[
        ("one.txt", &one),
        ("two.jsonl", &two),
        ("b/three.txt", &three),
    ]);
    let mut options = place.options();
    options.walk.globs = vec!["*.txt".to_owned(), "!b/".to_owned()];
    assert_eq!(place.run_with(&options).articles, 1);
    let mut options = place.options();
    options.formats = vec![crate::reader::Format::JsonLines];
    assert_eq!(place.run_with(&options).articles, 2);
    let rest = place.run();
    assert_eq!((rest.articles, rest.unchanged), (1, 2));
}

#[test]
fn the_index_does_not_index_itself() {
    let one = text(1);
    let place = Place::new(&[("one.txt", &one)]);
    let index = place.archive().join("index");
    let stop = AtomicBool::new(false);
    for expected in [1, 0] {
        let summary =
            ingest(&index, &place.options(), &Progress::default(), &stop).expect("indexed");
        assert_eq!(
            (summary.indexed, summary.skipped, summary.failed),
            (expected, 0, 0)
        );
    }
}

#[test]
fn a_dry_run_writes_nothing() {
    let one = text(1);
    let place = Place::new(&[("one.txt", &one)]);
    let summary = place.run_with(&Options {
        dry_run: true,
        ..place.options()
    });
    assert_eq!(summary.articles, 1);
    assert!(!place.index().exists());
}

#[test]
fn large_files_go_line_by_line_and_come_out_the_same() {
    let bytes = lines(200);
    let packed = gzip(&bytes);
    let place = Place::new(&[("many.jsonl", &bytes), ("many.jsonl.gz", &packed)]);
    let options = Options {
        limits: small(),
        commit_every: 500,
        ..place.options()
    };
    let summary = place.run_with(&options);
    assert_eq!(
        (summary.articles, summary.copies, summary.failed),
        (400, 200, 0)
    );
    let in_lines = place.articles();
    let whole = Place::new(&[]);
    for name in ["many.jsonl", "many.jsonl.gz"] {
        fs::copy(place.archive().join(name), whole.archive().join(name)).expect("a copy");
    }
    whole.run();
    let bodies = |articles: &[Article]| -> Vec<_> {
        articles
            .iter()
            .map(|article| (article.record.clone(), article.body.clone()))
            .collect()
    };
    assert_eq!(bodies(&whole.articles()), bodies(&in_lines));
}

#[test]
fn large_files_of_rows_come_out_the_same() {
    let rows = |row: &dyn Fn(usize) -> String, between: &str| {
        (1..=60).map(row).collect::<Vec<_>>().join(between)
    };
    let body = |number: usize| format!("The mill number {number} burnt &amp; fell, at night.");
    let array = rows(&|number| line(number).trim_end().to_owned(), ",\n");
    let table = rows(
        &|number| format!("\"Mill {number}, burnt\",2022-09-08,\"It burnt.\n\nIt fell.\""),
        "\n",
    );
    let feed = rows(
        &|number| {
            let text = body(number);
            format!(
                "<item><title>Mill {number}</title><pubDate>2022-09-08</pubDate><description>{text}</description></item>"
            )
        },
        "\n",
    );
    let sgml = rows(
        &|number| {
            let text = body(number);
            format!(
                "<DOC><DOCNO>AP880212-{number:04}</DOCNO><HEAD>Mill {number}</HEAD><TEXT>{text}</TEXT></DOC>"
            )
        },
        "\n",
    );
    let files = [
        ("array.json", format!("[{array}]")),
        (
            "wrapped.json",
            format!("{{\"count\": 60, \"articles\": [{array}]}}"),
        ),
        ("table.csv", format!("title,date,text\n{table}\n")),
        (
            "feed.xml",
            format!(
                "<?xml version=\"1.0\"?><rss><channel><title>Post</title><language>en</language>{feed}</channel></rss>"
            ),
        ),
        ("wire.sgml", sgml),
    ];
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let place = Place::new(&files);
    let summary = place.run_with(&Options {
        limits: small(),
        ..place.options()
    });
    assert_eq!((summary.articles, summary.failed), (300, 0));
    let whole = Place::new(&files);
    assert_eq!(whole.run().articles, 300);
    let shown = |articles: &[Article]| -> Vec<_> {
        articles
            .iter()
            .map(|article| {
                (
                    article.record.clone(),
                    article.title.clone(),
                    article.publisher.clone(),
                    article.body.clone(),
                )
            })
            .collect()
    };
    assert_eq!(shown(&place.articles()), shown(&whole.articles()));
}

#[test]
fn hostile_files_end_as_rows() {
    let deep = format!(
        "{{\"text\": {}1{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let tags = format!("<html>{}", "<div>".repeat(20_000));
    let mut cut = gzip(&lines(300));
    cut.truncate(cut.len() / 2);
    let mut long = line(1).into_bytes();
    long.extend(format!("{{\"text\": \"{}\"}}\n", "x".repeat(50_000)).bytes());
    long.extend(line(3).bytes());
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("bomb.gz", gzip(&vec![b'0'; 5_000_000])),
        (
            "bomb.jsonl.gz",
            gzip(&[lines(30), vec![b' '; 5_000_000]].concat()),
        ),
        ("nested.gz", gzip(&gzip(b"one"))),
        ("cut.jsonl.gz", cut),
        ("damaged.gz", b"\x1f\x8bno gzip".to_vec()),
        ("deep.json", deep.into_bytes()),
        ("giant.txt", vec![b'a'; 200_000]),
        ("long.jsonl", long),
        (
            "noise.txt",
            (0..3000_u32)
                .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
                .collect(),
        ),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0".to_vec()),
        ("tags.html", tags.into_bytes()),
        ("good.txt", text(1)),
    ];
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (*name, bytes.as_slice()))
        .collect();
    let place = Place::new(&files);
    let summary = place.run_with(&Options {
        limits: small(),
        ..place.options()
    });
    assert!(summary.has_failures());
    for (name, status, reason) in [
        ("bomb.gz", Status::Failed, "larger than 100000 bytes"),
        (
            "bomb.jsonl.gz",
            Status::Failed,
            "unpacks to more than 300 times its size",
        ),
        ("nested.gz", Status::Indexed, ""),
        ("cut.jsonl.gz", Status::Indexed, "end truncated"),
        ("damaged.gz", Status::Failed, "damaged gzip"),
        ("deep.json", Status::Failed, "larger than 100000 bytes"),
        ("giant.txt", Status::Failed, "larger than 100000 bytes"),
        (
            "long.jsonl",
            Status::Indexed,
            "1 record failed: #2 a line of more than 2000 bytes",
        ),
        ("noise.txt", Status::Skipped, "not text"),
        ("picture.txt", Status::Skipped, "a picture (PNG)"),
        ("good.txt", Status::Indexed, ""),
    ] {
        let row = place.row(name);
        assert_eq!(row.status, status, "{row:?}");
        assert!(place.reason(name).contains(reason), "{row:?}");
    }
    assert_eq!(place.row("long.jsonl").articles, 2);
    assert!(place.row("cut.jsonl.gz").articles > 0);
    // Nothing of it is tried again, but when asked.
    let again = place.run_with(&Options {
        limits: small(),
        ..place.options()
    });
    assert_eq!(
        (again.indexed, again.failed, again.unchanged),
        (0, 0, files.len() as u64)
    );
    let retried = place.run_with(&Options {
        retry_failed: true,
        ..place.options()
    });
    assert_eq!(
        place.row("giant.txt").status,
        Status::Indexed,
        "{retried:?}"
    );
}

#[test]
fn an_interrupted_run_goes_on_to_the_same_content() {
    let bytes = lines(400);
    let mut files: Vec<(String, Vec<u8>)> = (0..60)
        .map(|n| (format!("{}/{n}.txt", n % 7), text(n)))
        .collect();
    files.push(("many.jsonl".to_owned(), bytes));
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let place = Place::new(&files);
    let options = Options {
        limits: small(),
        commit_every: 2000,
        ..place.options()
    };
    let mut interrupted = 0;
    for after in [1, 20, 150, 300] {
        let (progress, stop) = (Progress::default(), AtomicBool::new(false));
        thread::scope(|scope| {
            let run = scope.spawn(|| ingest(&place.index(), &options, &progress, &stop));
            while progress.articles() < after && !run.is_finished() {
                thread::yield_now();
            }
            stop.store(true, Ordering::Relaxed);
            let summary = run.join().expect("no panic").expect("committed");
            interrupted += u64::from(summary.interrupted);
        });
    }
    assert!(
        interrupted > 0,
        "at least the first is stopped in the middle"
    );
    place.run_with(&options);
    let articles = place.articles();
    assert_eq!(articles.len(), 460);
    // Thread count and order change nothing.
    place.run_with(&Options {
        rebuild: true,
        threads: 1,
        ..options.clone()
    });
    assert_eq!(place.articles(), articles);
    assert_eq!(place.run_with(&options).unchanged, files.len() as u64);
}

#[test]
fn a_damaged_index_is_made_anew_when_asked() {
    let one = text(1);
    let place = Place::new(&[("one.txt", &one)]);
    place.run();
    fs::write(place.index().join("meta.json"), "{}").expect("a file");
    fs::write(place.index().join("notes.md"), "mine").expect("a file");
    let stop = AtomicBool::new(false);
    let error = ingest(
        &place.index(),
        &place.options(),
        &Progress::default(),
        &stop,
    );
    assert!(error.is_err());
    fs::remove_file(place.index().join("notes.md")).expect("there");
    let summary = place.run_with(&Options {
        rebuild: true,
        ..place.options()
    });
    assert_eq!(summary.articles, 1);
    assert_eq!(place.articles().len(), 1);
}

#[test]
fn what_cannot_be_done_is_said() {
    let place = Place::new(&[]);
    let mut options = place.options();
    options.walk.roots = vec![Path::new("no/such/folder").to_owned()];
    let stop = AtomicBool::new(false);
    let error = ingest(&place.index(), &options, &Progress::default(), &stop).expect_err("no root");
    assert_eq!(error.to_string(), "cannot read `no/such/folder`");
    let options = Options {
        memory: 1 << 20,
        ..place.options()
    };
    let error =
        ingest(&place.index(), &options, &Progress::default(), &stop).expect_err("no memory");
    assert!(matches!(error, IngestError::Memory { .. }));
    assert_eq!(
        error.to_string(),
        "--memory is 1048576 bytes, at least 134217728 are needed"
    );
}

#[test]
fn a_file_that_was_only_touched_is_not_read_again() {
    let place = Place::new(&[("a.txt", &text(1)), ("b.jsonl", &lines(3))]);
    place.run();
    let before = (place.row("a.txt"), place.row("b.jsonl"));
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    for name in ["a.txt", "b.jsonl"] {
        let file = std::fs::File::options()
            .write(true)
            .open(place.archive().join(name))
            .expect("a file");
        file.set_modified(later).expect("a time");
    }
    let summary = place.run();
    assert_eq!((summary.indexed, summary.unchanged), (0, 2), "{summary:?}");
    for (was, name) in [(before.0, "a.txt"), (before.1, "b.jsonl")] {
        let now = place.row(name);
        assert!(now.modified > was.modified);
        assert_eq!(
            Row {
                modified: was.modified,
                ..now
            },
            was
        );
    }
    assert_eq!(place.articles().len(), 4);
}

#[test]
fn a_file_that_was_moved_goes_by_its_new_path_alone() {
    let place = Place::new(&[("a.txt", &text(1)), ("b.txt", &text(2))]);
    place.run();
    let archive = place.archive();
    std::fs::create_dir(archive.join("new")).expect("a folder");
    std::fs::rename(archive.join("a.txt"), archive.join("new/c.txt")).expect("moved");
    std::fs::remove_file(archive.join("b.txt")).expect("removed");
    let summary = place.run();
    assert_eq!((summary.moved, summary.gone), (1, 1), "{summary:?}");
    let paths: Vec<String> = place.rows().into_iter().map(|row| row.path).collect();
    assert_eq!(paths, ["b.txt", "new/c.txt"]);
    assert_eq!(place.articles().len(), 2);
}

#[test]
fn what_is_said_of_an_archive_adds_up() {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in [
        ("one.txt", text(1)),
        ("two.jsonl", [lines(2), b"{broken\n".to_vec()].concat()),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0".to_vec()),
    ] {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        builder
            .append_data(&mut header, name, bytes.as_slice())
            .expect("memory");
    }
    let place = Place::new(&[("all.tar", &builder.into_inner().expect("a tar"))]);
    let summary = place.run();
    assert_eq!(
        (
            summary.articles,
            summary.failed_records,
            summary.skipped_records
        ),
        (3, 1, 1)
    );
    let row = place.row("all.tar");
    assert_eq!(
        (row.articles, row.notes.failed, row.notes.skipped),
        (3, 1, 1)
    );
    assert_eq!(row.notes.charset.as_deref(), Some("UTF-8"));
    let rows = place.rows_of_places("all.tar");
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0].record.as_deref(), Some("!two.jsonl#3"));
}
