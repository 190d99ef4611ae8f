use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::*;
use crate::article::{Article, ArticleDate, Caption, Entities, Entity, article_id};
use crate::date::Date;

struct Place {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn place() -> Place {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index");
    Place {
        _folder: folder,
        path,
    }
}

fn article(path: &str, title: &str) -> Article {
    Article {
        id: article_id(path, None),
        path: path.into(),
        title: Some(title.into()),
        body: "They were seen.\n\nTwice.".into(),
        lang: Some("en".into()),
        words: 4,
        ..Article::default()
    }
}

fn row(path: &str, status: Status) -> Row {
    Row {
        path: path.into(),
        record: None,
        size: 10,
        modified: -5,
        hash: u64::MAX,
        status,
        reason: (status != Status::Indexed).then(|| "why".into()),
        articles: u64::from(status == Status::Indexed),
        notes: Notes::default(),
    }
}

fn filled(place: &Place) -> Index {
    let index = Index::create(&place.path).expect("creates");
    let mut writer = index.writer(&Options::default()).expect("locks");
    for (path, title) in [("a.txt", "Wolves return"), ("b.txt", "Bears stay away")] {
        writer.add(&article(path, title), &[1, 2]).expect("adds");
        writer.put_row(&row(path, Status::Indexed)).expect("adds");
    }
    writer
        .put_row(&row("c.jpg", Status::Skipped))
        .expect("adds");
    writer.commit().expect("commits");
    index
}

#[test]
fn an_article_comes_back_whole() {
    let place = place();
    let index = Index::create(&place.path).expect("creates");
    let writer = index.writer(&Options::default()).expect("locks");
    let date = |value| {
        Some(ArticleDate::new(
            Date::from_value(value, None).expect("a date"),
            "stated",
        ))
    };
    let names = |name: &str| {
        vec![Entity {
            name: name.into(),
            count: 2,
            ..Entity::default()
        }]
    };
    let full = Article {
        own_id: Some("x-7".into()),
        record: Some("#3".into()),
        url: Some("https://example.org/7".into()),
        dek: Some("A dek".into()),
        byline: Some("By Ana Prifti".into()),
        authors: vec!["Ana Prifti".into()],
        agency: Some("dpa".into()),
        publisher: Some("The Lantern".into()),
        section: Some("World".into()),
        dateline: Some("TIRANA".into()),
        published: date("1687-03-08"),
        updated: date("2022-09"),
        captured: date("2022-09-08T16:18:05"),
        subheads: vec!["Twice.".into()],
        corrections: vec!["A name".into()],
        captions: vec![Caption {
            text: "Seen".into(),
            credit: Some("Her".into()),
        }],
        pull_quotes: vec!["Quote".into()],
        entities: Entities {
            people: names("Ana Prifti"),
            orgs: names("NATO"),
            places: names("Tirana"),
        },
        rules: [("title".to_owned(), "stated".to_owned())].into(),
        issues: vec!["truncated".into()],
        ..article("f.json", "Full")
    };
    let empty = Article::default();
    writer.add(&full, &[]).expect("adds");
    writer.add(&empty, &[]).expect("adds");
    writer.close().expect("commits");
    let snapshot = index.snapshot().expect("reads");
    assert_eq!(snapshot.articles().expect("counts"), 2);
    assert_eq!(snapshot.find("x-7").expect("finds"), vec![full]);
    assert_eq!(snapshot.find("").expect("finds"), vec![empty]);
}

#[test]
fn articles_go_by_id_own_id_and_first_digits() {
    let place = place();
    let snapshot = filled(&place).snapshot().expect("reads");
    let id = article_id("a.txt", None);
    for (name, count) in [
        (&id[..], 1),
        (&id[..5], 1),
        (&id[..3], 0),
        ("nothing", 0),
        ("", 0),
    ] {
        assert_eq!(snapshot.find(name).expect("finds").len(), count, "{name}");
    }
}

#[test]
fn a_path_is_replaced_with_its_row() {
    let place = place();
    let index = filled(&place);
    let before = index.snapshot().expect("reads");
    let mut writer = index.writer(&Options::default()).expect("locks");
    writer.delete_path("a.txt");
    writer
        .add(&article("a.txt", "Wolves gone"), &[])
        .expect("adds");
    writer
        .put_row(&row("a.txt", Status::Indexed))
        .expect("adds");
    writer.commit().expect("commits");
    let after = index.snapshot().expect("reads");
    assert_eq!(
        (
            after.articles().expect("counts"),
            after.rows().expect("counts")
        ),
        (2, 3)
    );
    let title = |snapshot: &Snapshot| {
        let id = article_id("a.txt", None);
        snapshot.find(&id).expect("finds")[0].title.clone()
    };
    assert_eq!(title(&before).as_deref(), Some("Wolves return"));
    assert_eq!(title(&after).as_deref(), Some("Wolves gone"));
}

#[test]
fn the_ledger_knows_every_input() {
    let place = place();
    let snapshot = filled(&place).snapshot().expect("reads");
    let ledger = snapshot.ledger().expect("reads");
    assert_eq!(ledger.len(), 3);
    let known = ledger.get("c.jpg").expect("a row");
    assert_eq!(
        (known.size, known.modified, known.hash, known.status),
        (10, -5, u64::MAX, Status::Skipped)
    );
    let mut reasons = BTreeSet::new();
    snapshot
        .visit_rows(&mut |row| {
            reasons.insert((row.path, row.reason));
        })
        .expect("reads");
    assert!(reasons.contains(&("c.jpg".into(), Some("why".into()))));
}

#[test]
fn stats_count_articles_not_rows() {
    let place = place();
    let index = filled(&place);
    let stats = index.snapshot().and_then(|s| s.stats()).expect("counts");
    assert_eq!((stats.articles, stats.undated, stats.words), (2, 2, 8));
    assert_eq!(stats.langs, [(Some("en".to_owned()), 2)]);
    assert_eq!(
        (stats.inputs.indexed, stats.inputs.skipped, stats.format),
        (2, 1, FORMAT)
    );
    assert!(
        stats
            .bytes
            .iter()
            .any(|(kind, bytes)| kind == "store" && *bytes > 0)
    );
    let verification = index.verify().expect("reads");
    assert!(verification.is_whole(), "{verification:?}");
}

#[test]
fn nothing_is_seen_before_the_commit() {
    let place = place();
    let index = filled(&place);
    let writer = index.writer(&Options::default()).expect("locks");
    writer.add(&article("d.txt", "Later"), &[]).expect("adds");
    drop(writer);
    let again = Index::open(&place.path).expect("opens");
    assert_eq!(
        again.snapshot().and_then(|s| s.articles()).expect("counts"),
        2
    );
}

#[test]
fn errors_say_what_is_wrong() {
    let place = place();
    let missing = Index::open(&place.path).expect_err("nothing there");
    assert_eq!(
        missing.to_string(),
        format!("no index at `{}`", place.path.display())
    );
    assert!(
        missing
            .hint()
            .is_some_and(|hint| hint.contains("dateline index"))
    );

    fs::create_dir(&place.path).expect("a folder");
    fs::write(place.path.join("notes.txt"), "mine").expect("a file");
    let occupied = Index::create(&place.path).expect_err("not empty");
    assert!(matches!(occupied, IndexError::Occupied { .. }));
    fs::remove_file(place.path.join("notes.txt")).expect("removes");
    fs::write(place.path.join("README.md"), "what lies here").expect("a file");

    let index = filled(&place);
    let first = index.writer(&Options::default()).expect("locks");
    let second = index.writer(&Options::default()).expect_err("one writer");
    assert!(matches!(second, IndexError::Locked { .. }));
    drop(first);
    let little = Options {
        threads: 4,
        memory: 1 << 20,
    };
    let little = index.writer(&little).expect_err("too little");
    assert!(matches!(little, IndexError::Memory { .. }));
}

#[test]
fn another_format_is_told() {
    let place = place();
    filled(&place);
    let meta = place.path.join("meta.json");
    let text = fs::read_to_string(&meta).expect("a head");
    let other = text.replace(&format!("\\\"format\\\":{FORMAT}"), "\\\"format\\\":99");
    assert_ne!(text, other);
    fs::write(&meta, &other).expect("writes");
    let sums = place.path.join("sums.json");
    let sum = |text: &str| format!("{:016x}", xxhash_rust::xxh3::xxh3_64(text.as_bytes()));
    let text = fs::read_to_string(&sums)
        .expect("sums")
        .replace(&sum(&text), &sum(&other));
    fs::write(&sums, text).expect("writes");
    let error = Index::open(&place.path).expect_err("another format");
    assert!(
        error
            .to_string()
            .contains(&format!("format 99, this version reads format {FORMAT}")),
        "{error}"
    );
}

/// Where the lock file of readers cannot be opened for writing, as on a read-only medium.
#[test]
fn a_read_only_index_can_be_read() {
    let place = place();
    filled(&place);
    for lock in [".tantivy-meta.lock", ".tantivy-writer.lock"] {
        let lock = place.path.join(lock);
        let _ = fs::remove_file(&lock);
        fs::create_dir(&lock).expect("a folder in the way");
    }
    let index = Index::open_read_only(&place.path).expect("opens");
    assert_eq!(
        index.snapshot().and_then(|s| s.articles()).expect("counts"),
        2
    );
    assert!(index.verify().expect("reads").is_whole());
    let error = index.writer(&Options::default()).expect_err("cannot lock");
    assert!(
        matches!(error, IndexError::Io { .. } | IndexError::ReadOnly { .. }),
        "{error}"
    );
}

#[cfg(unix)]
#[test]
fn the_folder_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = place();
    filled(&place);
    let mode = fs::metadata(&place.path)
        .expect("a folder")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700);
}

/// Every file, cut short or with bytes turned over, gives an error or the right answer, and never a panic.
#[test]
fn damage_is_an_error() {
    let place = place();
    filled(&place);
    let entries = fs::read_dir(&place.path).expect("a folder");
    let files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| !path.to_string_lossy().ends_with(".lock"))
        .collect();
    let ask = || -> Result<usize, IndexError> {
        let index = Index::open_read_only(&place.path)?;
        let snapshot = index.snapshot()?;
        let stats = snapshot.stats()?;
        snapshot.langs()?;
        snapshot.ledger()?;
        let found = snapshot.find(&article_id("a.txt", None))?;
        assert!(stats.articles > 0);
        Ok(found.len())
    };
    assert_eq!(ask().expect("whole"), 1);
    for file in files {
        let whole = fs::read(&file).expect("a file");
        let step = (whole.len() / 12).max(1);
        let mut broken: Vec<Vec<u8>> = vec![Vec::new(), whole[..whole.len() / 2].to_vec()];
        for at in (0..whole.len()).step_by(step) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            broken.push(bytes);
        }
        for bytes in broken {
            fs::write(&file, &bytes).expect("writes");
            // What counts is that it returns.
            let _ = ask();
            let verified = Index::open_read_only(&place.path).and_then(|index| index.verify());
            let told = verified.is_err() || verified.is_ok_and(|verified| !verified.is_whole());
            // A former checksum may be lost without harm.
            assert!(told || file.ends_with("sums.json"), "{}", file.display());
        }
        fs::write(&file, &whole).expect("writes");
    }
    assert_eq!(ask().expect("whole again"), 1);
}
