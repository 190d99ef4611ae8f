//! Archives, each made by the test that reads it.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use zip::write::SimpleFileOptions;

use crate::source::tests::gzip;
use crate::source::{Item, Limits, unpack_from};

/// What is in a stream: places with their texts, or with the reason why there is none.
fn items(bytes: &[u8], limits: &Limits) -> Vec<(String, String)> {
    let mut items = Vec::new();
    let _ = unpack_from(Cursor::new(bytes), limits, &mut |item| {
        items.push(match item {
            Item::Document(mut stream) => {
                let place = stream.document.record.clone().unwrap_or_default();
                let mut bytes = Vec::new();
                match stream.fill(&mut bytes, limits.file) {
                    Ok(_) => (place, String::from_utf8_lossy(&bytes).into_owned()),
                    Err(error) => (place, format!("failed: {error}")),
                }
            }
            Item::Passed { place, reason } => (place, format!("passed: {reason}")),
            Item::Noted { place, note } => (place, note),
            Item::Failed { place, error } => {
                (place.unwrap_or_default(), format!("failed: {error}"))
            }
        });
        ControlFlow::Continue(())
    });
    items
}

fn of(bytes: &[u8]) -> Vec<(String, String)> {
    items(bytes, &Limits::default())
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |(place, text): &(&str, &str)| ((*place).to_owned(), (*text).to_owned());
    pairs.iter().map(pair).collect()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a member");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("a zip").into_inner()
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        // Names that no builder would write are written as they are.
        let field = &mut header.as_old_mut().name;
        field[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        builder.append(&header, *bytes).expect("memory");
    }
    builder.into_inner().expect("a tar")
}

fn record(kind: &str, more: &str, block: &[u8]) -> Vec<u8> {
    let mut record = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://paper.example/a\r\n\
         WARC-Date: 2022-09-09T10:00:00Z\r\n{more}Content-Length: {}\r\n\r\n",
        block.len()
    )
    .into_bytes();
    record.extend_from_slice(block);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

fn response(head: &str, body: &[u8]) -> Vec<u8> {
    let mut block = format!("HTTP/1.1 {head}\r\n\r\n").into_bytes();
    block.extend_from_slice(body);
    record(
        "response",
        "Content-Type: application/http; msgtype=response\r\n",
        &block,
    )
}

#[test]
fn every_compression_is_undone() {
    let text = b"the mill burnt down";
    let mut xz = liblzma::write::XzEncoder::new(Vec::new(), 1);
    xz.write_all(text).expect("memory");
    let mut bz = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    bz.write_all(text).expect("memory");
    for packed in [
        gzip(text),
        xz.finish().expect("memory"),
        bz.finish().expect("memory"),
        zstd::encode_all(&text[..], 1).expect("memory"),
    ] {
        assert_eq!(of(&packed), owned(&[("", "the mill burnt down")]));
    }
}

#[test]
fn archives_lie_in_archives() {
    let inner = zip(&[("deep/q.html", b"<p>q"), ("e.txt", b"")]);
    let packed = gzip(&tar(&[("in/n.zip", &inner), ("a.txt", b"plain")]));
    let found = of(&zip(&[("t.tgz", &packed), ("b.txt", b"b")]));
    assert_eq!(
        found,
        owned(&[
            ("!t.tgz!in/n.zip!deep/q.html", "<p>q"),
            ("!t.tgz!in/n.zip!e.txt", ""),
            ("!t.tgz!a.txt", "plain"),
            ("!b.txt", "b"),
        ])
    );
}

#[test]
fn members_of_one_name_have_places_of_their_own_and_paths_lead_nowhere() {
    let found = of(&tar(&[
        ("../../etc/passwd", b"one"),
        ("../../etc/passwd", b"two"),
    ]));
    assert_eq!(
        found,
        owned(&[("!../../etc/passwd", "one"), ("!../../etc/passwd~2", "two")])
    );
}

#[test]
fn too_deep_too_many_and_bombs_are_told() {
    let mut deep = b"text".to_vec();
    for _ in 0..8 {
        deep = gzip(&deep);
    }
    assert_eq!(
        of(&deep),
        owned(&[("", "failed: packed more than 6 times over")])
    );
    let limits = Limits {
        members: 2,
        ratio_from: 1 << 16,
        ..Limits::default()
    };
    let many = zip(&[("a", b"1"), ("b", b"2"), ("c", b"3")]);
    assert_eq!(
        items(&many, &limits)[2].1,
        "failed: more than 2 members in one file"
    );
    // No member is much for itself; together they are.
    let zeros = vec![b'0'; 60 << 10];
    let bomb = zip(&[("a", &zeros), ("b", &zeros)]);
    let tight = Limits {
        ratio: 20,
        ..limits
    };
    let found = items(&bomb, &tight);
    assert!(found[0].1.starts_with("000"), "{found:?}");
    assert_eq!(found[1].1, "failed: unpacks to more than 20 times its size");
}

#[test]
fn a_web_archive_gives_its_pages_as_they_were() {
    let chunked = b"4\r\n<p>o\r\n3;x=y\r\nne.\r\n0\r\n\r\n";
    let mut crawl = record("warcinfo", "", b"software: none");
    let first = crawl.len();
    crawl.extend(response(
        "200 OK\r\nContent-Type: text/html; charset=latin1\r\nTransfer-Encoding: chunked",
        chunked,
    ));
    crawl.extend(response(
        "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
        b"<p>unchunked",
    ));
    crawl.extend(response(
        "200 OK\r\nContent-Encoding: gzip",
        &gzip(b"<p>packed"),
    ));
    crawl.extend(response(
        "404 Not Found\r\nContent-Type: text/html",
        b"<p>lost",
    ));
    crawl.extend(response("200 OK\r\nContent-Type: image/png", b"png"));
    crawl.extend(record("revisit", "WARC-Refers-To-Target-URI: https://paper.example/a\r\nWARC-Refers-To-Date: 2022-09-01T00:00:00Z\r\n", b""));
    let texts = |found: Vec<(String, String)>| -> Vec<String> {
        found.into_iter().map(|(_, text)| text).collect()
    };
    let expected = [
        "<p>one.",
        "<p>unchunked",
        "<p>packed",
        "passed: HTTP 404",
        "passed: image/png",
        "fetched again on 2022-09-09T10:00:00Z: as https://paper.example/a of 2022-09-01T00:00:00Z",
    ];
    assert_eq!(of(&crawl)[0].0, format!("@{first}"));
    assert_eq!(texts(of(&crawl)), expected);
    assert_eq!(of(&gzip(&crawl)), of(&crawl));
    let wacz = zip(&[
        ("datapackage.json", b"{}"),
        ("pages/pages.jsonl", b"{\"text\": \"not an article\"}"),
        ("archive/data.warc.gz", &gzip(&crawl)),
    ]);
    assert_eq!(texts(of(&wacz)), expected);
}

#[test]
fn a_damaged_web_archive_gives_what_it_has() {
    let page = response("200 OK\r\nContent-Type: text/html", b"<p>whole");
    let mut crawl = page.clone();
    crawl.extend(b"garbage\n");
    crawl.extend(&page);
    crawl.extend(&page[..page.len() - 6]);
    let texts: Vec<String> = of(&crawl).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        texts,
        [
            "<p>whole",
            "failed: damaged WARC",
            "<p>whole",
            "<p>who",
            "failed: damaged WARC"
        ]
    );
}
