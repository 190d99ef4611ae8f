use std::fmt::Write;
use std::fs;
use std::io::BufReader;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::reader::{Content, read};

fn document(path: &str, bytes: &[u8]) -> RawDocument {
    RawDocument {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
        ..RawDocument::default()
    }
}

fn snapshots(folder: &str) {
    let folder = format!(
        "{}/tests/fixtures/reader/{folder}",
        env!("CARGO_MANIFEST_DIR")
    );
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("a folder of fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension != "snap")
        })
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let bytes = fs::read(&path).expect("a fixture");
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let mut settings = insta::Settings::new();
        settings.set_snapshot_path(Path::new(&folder));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name.as_str(), shown(&name, &bytes)));
        streamed_as_whole(&name, &bytes);
    }
}

/// What a document gives, as lines.
fn shown(name: &str, bytes: &[u8]) -> String {
    let mut out = String::new();
    match read(document(name, bytes)) {
        Err(error) => writeln!(
            out,
            "{}: {error}",
            if error.skips() { "skipped" } else { "failed" }
        ),
        Ok(records) => {
            for record in &records.records {
                show(record, &mut out);
            }
            for failure in &records.failures {
                let place = failure.key.record.as_deref().unwrap_or("");
                let verb = if failure.error.skips() {
                    "skipped"
                } else {
                    "failed"
                };
                writeln!(out, "{verb} {place}: {}", failure.error).expect("a string takes all");
            }
            Ok(())
        }
    }
    .expect("a string takes all");
    out
}

fn show(record: &Record, out: &mut String) {
    let stated = &record.stated;
    writeln!(
        out,
        "== {}",
        record.key.record.as_deref().unwrap_or("whole")
    )
    .expect("a string takes all");
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let rule = stated.rules.get(name).map_or("", String::as_str);
            writeln!(out, "{name}: {value}  [{rule}]").expect("a string takes all");
        }
    };
    line("own_id", stated.own_id.clone());
    line("url", stated.url.clone());
    line("title", stated.title.clone());
    line("dek", stated.dek.clone());
    line("byline", stated.byline.clone());
    line("authors", Some(stated.authors.join("; ")));
    line("agency", stated.agency.clone());
    line("publisher", stated.publisher.clone());
    line("section", stated.section.clone());
    line("dateline", stated.dateline.clone());
    line("lang", stated.lang.clone());
    line("published", stated.published.clone());
    line("updated", stated.updated.clone());
    for caption in &stated.captions {
        let credit = caption.credit.as_deref().unwrap_or("nobody");
        line("captions", Some(format!("{} ({credit})", caption.text)));
    }
    line("body", stated.body.clone());
    if !record.issues.is_empty() {
        writeln!(out, "issues: {}", record.issues.join("; ")).expect("a string takes all");
    }
    if let Content::Html(page) = &record.content {
        writeln!(out, "page of {} bytes", page.len()).expect("a string takes all");
    }
}

/// A document read in rows, a few bytes at a time, gives what it gives as a whole.
fn streamed_as_whole(name: &str, bytes: &[u8]) {
    let reading = Reading::default();
    let Some(rows) = Rows::of(bytes, name, &reading) else {
        return;
    };
    let whole = read(document(name, bytes));
    let mut cutter = rows.cut(BufReader::with_capacity(7, bytes), usize::MAX);
    let mut streamed = Vec::new();
    while let Some(row) = cutter.next().expect("bytes in memory") {
        let document = RawDocument {
            record: Some(format!("#{}", row.number)),
            ..document(name, &row.bytes.expect("short rows"))
        };
        if let Ok(Some(record)) = rows.read(document, &reading) {
            streamed.push((record.key, record.stated));
        }
    }
    let whole: Vec<_> = whole.map_or_else(
        |_| Vec::new(),
        |found| {
            let records = found.records.into_iter();
            records.map(|record| (record.key, record.stated)).collect()
        },
    );
    assert_eq!(streamed, whole, "{name}");
}

#[test]
fn tables_give_what_their_snapshots_say() {
    snapshots("table");
}

#[test]
fn feeds_give_what_their_snapshots_say() {
    snapshots("feed");
}

#[test]
fn nitf_gives_what_its_snapshots_say() {
    snapshots("nitf");
}

#[test]
fn newsml_gives_what_its_snapshots_say() {
    snapshots("newsml");
}

#[test]
fn sgml_gives_what_its_snapshots_say() {
    snapshots("sgml");
}

#[test]
fn xml_gives_what_its_snapshots_say() {
    snapshots("xml");
}

/// The rows of a text, cut in pieces of `capacity` bytes.
fn cut(kind: &Kind, text: &str, capacity: usize, limit: usize) -> Vec<Option<String>> {
    let mut cutter = kind.cut(BufReader::with_capacity(capacity, text.as_bytes()), limit);
    let mut rows = Vec::new();
    while let Some(row) = cutter.next().expect("bytes in memory") {
        assert_eq!(row.number, rows.len() as u64 + 1);
        rows.push(
            row.bytes
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        );
    }
    rows
}

fn kind(path: &str, text: &str) -> Kind {
    let format = format(text.as_bytes(), path, true).expect(text);
    match Kind::of(text, format, &Reading::default()) {
        Ok(kind) => kind,
        Err(error) => panic!("{text}: {error}"),
    }
}

#[test]
fn rows_are_cut_wherever_the_stream_is() {
    for (path, text, expected) in [
        (
            "a.jsonl",
            "{\"a\":1}\n\n{\"b\":\n2}",
            vec!["{\"a\":1}", "", "{\"b\":", "2}"],
        ),
        (
            "a.json",
            "[ {\"a\": \"]}\\\"\" } , null, [1, 2],\"x,y\" ]  ",
            vec!["{\"a\": \"]}\\\"\" }", "null", "[1, 2]", "\"x,y\""],
        ),
        (
            "a.json",
            "{\"tags\": [\"x\"], \"meta\": {\"items\": [[1], {}]}, \"response\": {\"docs\": [{\"a\": 1}, {\"b\": 2}]}, \"items\": [{\"c\": 3}]}",
            vec!["{\"a\": 1}", "{\"b\": 2}"],
        ),
        (
            "a.json",
            "[{\"a\": 1}, {\"b\": \"cut",
            vec!["{\"a\": 1}", "{\"b\": \"cut"],
        ),
        (
            "a.csv",
            "title,text\r\n\r\n\"a\n\"\"b\"\"\",c\r\nd \"e\",f\n",
            vec!["\"a\n\"\"b\"\"\",c", "d \"e\",f"],
        ),
        (
            "a.xml",
            "<rss><item>1<!-- </item> --></item>x<item a='b'><![CDATA[</item>]]></item><items/><item/><item>cut",
            vec![
                "<item>1<!-- </item> --></item>",
                "<item a='b'><![CDATA[</item>]]></item>",
                "<item>cut",
            ],
        ),
        (
            "a.sgm",
            "<DOC><DOCNO>1</DOCNO> a < b <DOC>\n<DOCNO>2</DOCNO></DOC>",
            vec![
                "<DOC><DOCNO>1</DOCNO> a < b ",
                "<DOC>\n<DOCNO>2</DOCNO></DOC>",
            ],
        ),
        (
            "a.txt",
            "*TEXT 001 01/04/63 PAGE 001\nA\n*TEXT 002 01/05/63 PAGE 002\nB\n*STOP\nC",
            vec![
                "*TEXT 001 01/04/63 PAGE 001\nA\n",
                "*TEXT 002 01/05/63 PAGE 002\nB\n",
            ],
        ),
    ] {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|row| Some(row.to_owned()))
            .collect();
        let kind = kind(path, text);
        for capacity in [1, 2, 3, 7, 1000] {
            assert_eq!(
                cut(&kind, text, capacity, usize::MAX),
                expected,
                "{text} by {capacity}"
            );
        }
    }
}

#[test]
fn a_row_too_long_is_passed_over_and_no_other() {
    let long = "x".repeat(5000);
    for (path, text) in [
        (
            "a.jsonl",
            format!("{{\"a\":1}}\n{{\"a\":\"{long}\"}}\n{{\"a\":2}}"),
        ),
        (
            "a.json",
            format!("[{{\"a\":1}},{{\"a\":\"{long}\"}},{{\"a\":2}}]"),
        ),
        ("a.csv", format!("title,text\na,b\n\"c\n{long}\",d\ne,f\n")),
        (
            "a.xml",
            format!("<rss><item>1</item><item>{long}</item><item>2</item></rss>"),
        ),
        (
            "a.sgm",
            format!("<DOC><DOCNO>1</DOC><DOC>{long}</DOC><DOC>2</DOC>"),
        ),
        (
            "a.txt",
            format!("*TEXT 1 01/04/63\nA\n*TEXT 2 01/05/63\n{long}\nx\n*TEXT 3 01/05/63\nB\n"),
        ),
    ] {
        let kind = kind(path, &text);
        for capacity in [16, 512, 100_000] {
            let rows = cut(&kind, &text, capacity, 1000);
            let whole: Vec<bool> = rows.iter().map(Option::is_some).collect();
            assert_eq!(whole, [true, false, true], "{path} by {capacity}");
        }
    }
}

#[test]
fn a_quote_that_nothing_closes_takes_one_row_with_it() {
    let text = "title,text\n\"a,b\nc,d\ne,f\n";
    let rows = cut(&kind("a.csv", text), text, 5, usize::MAX);
    let expected = ["\"a,b", "c,d", "e,f"].map(|row| Some(row.to_owned()));
    assert_eq!(rows, expected);
}

#[test]
fn rows_by_number() {
    let table = b"title,text\na,b\n\"c\nd\",e\n";
    assert_eq!(
        crate::reader::row(table, "a.csv", 2).as_deref(),
        Some(&b"\"c\nd\",e"[..])
    );
    assert_eq!(crate::reader::row(table, "a.csv", 3), None);
    assert_eq!(crate::reader::row(b"A text.", "a.txt", 1), None);
}

#[test]
fn deep_wide_and_open_are_read_in_time() {
    let deep = format!("<rss><item>{}x", "<a>".repeat(300_000));
    let broken = "<".repeat(1_000_000);
    let open = format!(
        "<DOC><DOCNO>1</DOCNO>{}</DOC>",
        "<!-- <P <X".repeat(100_000)
    );
    let commas = format!("title,text\n{}", "\",\"\n".repeat(20_000));
    let amps = format!(
        "<rss><item><title>x</title>{}</item></rss>",
        "&a;&#1114112;&amp".repeat(50_000)
    );
    for (path, text) in [
        ("a.xml", deep),
        ("a.xml", format!("<?xml version='1.0'?><rss>{broken}")),
        ("a.sgm", open),
        ("a.csv", commas),
        ("a.xml", amps),
        ("a.json", format!("{{\"items\":{}", "[{".repeat(100_000))),
        (
            "a.xml",
            format!(
                "<rss><item>{}</item></rss>",
                "<!ENTITY a 'b'><![CDATA[".repeat(50_000)
            ),
        ),
        (
            "a.xml",
            format!("<x>{}</x>", "<y title='a' id='b'>".repeat(50_000)),
        ),
    ] {
        let began = std::time::Instant::now();
        let _ = read(document(path, text.as_bytes()));
        let kind = Kind::of(&text, Format::Feed, &Reading::default());
        if let Ok(kind) = kind {
            let _ = cut(&kind, &text, 4096, 100_000);
        }
        assert!(
            began.elapsed().as_secs() < 20,
            "{path}: {:?}",
            began.elapsed()
        );
    }
}

proptest! {
    #[test]
    fn rows_lie_in_the_text_whatever_it_is(text in r#"(<rss>|<DOC><DOCNO>|title,text\n|\[\{|\{"items":\[\{|\*TEXT 1 01/04/63\n)?(<item>|</item>|<DOC>|</DOC>|<!--|-->|<!\[CDATA\[|\]\]>|["'\\{}\[\]:,\n <>&;a]|&amp;|\*TEXT 2 |é){0,60}"#, capacity in 1_usize..20) {
        for path in ["a.csv", "a.xml", "a.sgm", "a.json", "a.jsonl", "a"] {
            let Ok(format) = format(text.as_bytes(), path, true) else { continue };
            let Ok(kind) = Kind::of(&text, format, &Reading::default()) else { continue };
            let whole = cut(&kind, &text, 1000, usize::MAX);
            prop_assert_eq!(&cut(&kind, &text, capacity, usize::MAX), &whole);
            for row in whole.into_iter().flatten() {
                prop_assert!(text.contains(&row));
            }
            let _ = read(document(path, text.as_bytes()));
        }
    }
}

/// The fixtures, each with its name.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for folder in ["table", "feed", "nitf", "newsml", "sgml", "xml"] {
        let folder = format!(
            "{}/tests/fixtures/reader/{folder}",
            env!("CARGO_MANIFEST_DIR")
        );
        for entry in fs::read_dir(folder).expect("a folder of fixtures") {
            let path = entry.expect("an entry").path();
            if path
                .extension()
                .is_some_and(|extension| extension != "snap")
            {
                let name = path.file_name().expect("a name").to_string_lossy();
                found.push((name.into_owned(), fs::read(&path).expect("a fixture")));
            }
        }
    }
    found.sort();
    found
}

proptest! {
    #[test]
    fn fixtures_cut_and_spliced_are_read_or_refused(
        which in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        cuts in proptest::collection::vec(any::<prop::sample::Index>(), 4),
        flip in any::<u8>(),
    ) {
        let fixtures = fixtures();
        let (name, bytes) = which.get(&fixtures);
        let (_, donor) = other.get(&fixtures);
        let (from, to) = (cuts[0].index(bytes.len()), cuts[1].index(bytes.len()));
        let (start, end) = (cuts[2].index(donor.len()), cuts[3].index(donor.len()));
        let piece = &donor[start.min(end)..start.max(end)];
        let mut mixed = [&bytes[..from], piece, &bytes[to..]].concat();
        if let Some(byte) = mixed.get_mut(to) {
            *byte = flip;
        }
        let _ = read(document(name, &mixed));
        if let Some(rows) = Rows::of(&mixed, name, &Reading::default()) {
            let mut whole = rows.cut(mixed.as_slice(), 1 << 20);
            let mut pieces = rows.cut(BufReader::with_capacity(5, mixed.as_slice()), 1 << 20);
            while let Some(row) = whole.next().expect("bytes in memory") {
                prop_assert_eq!(pieces.next().expect("bytes in memory"), Some(row));
            }
            prop_assert_eq!(pieces.next().expect("bytes in memory"), None);
        }
    }
}
