use proptest::prelude::*;

use crate::reader::{Content, Format, ReadError, format, read};
use crate::source::RawDocument;

fn document(path: &str, bytes: &[u8]) -> RawDocument {
    RawDocument {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
        ..RawDocument::default()
    }
}

fn text_of(path: &str, bytes: &[u8]) -> String {
    let records = read(document(path, bytes)).expect("readable");
    match &records.records[0].content {
        Content::Html(text) | Content::Text(text) => text.clone(),
        Content::Stated => String::new(),
    }
}

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    mark.encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(|unit| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

#[test]
fn formats_are_told_by_content() {
    for (path, text, expected) in [
        ("a", "<!DOCTYPE html><title>x</title>", Format::Html),
        ("a.txt", "\n <!-- saved --><html lang=en>", Format::Html),
        (
            "a",
            "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"\"><html>",
            Format::Html,
        ),
        ("a", "<div><p>Fire at the mill</p></div>", Format::Html),
        ("a", "Fire at the mill <p>One</p> <p>Two</p>", Format::Html),
        ("a.html", "Fire at <b>the</b> mill", Format::Html),
        ("a.txt", "Fire at <b>the</b> mill", Format::Text),
        ("a.html", "Fire at the mill", Format::Text),
        ("a.html", "{\"title\": \"x\"}", Format::Json),
        ("a", "{\"title\": \"x\"}\n", Format::Json),
        ("a.jsonl", "{\"title\": \"x\"}\n", Format::JsonLines),
        ("a.jsonl.gz", "{\"title\": \"x\"}\n", Format::JsonLines),
        (
            "a",
            "{\"title\": \"x\"}\n{\"title\": \"y\"}\n",
            Format::JsonLines,
        ),
        (
            "a.json",
            "{\"title\": \n{\"title\": \"y\"}\n{\"title\": \"z\"}\n",
            Format::JsonLines,
        ),
        ("a.json", "{\n\"title\": \"x\"\n}", Format::Json),
        ("a", "[{\"title\": \"x\"}]", Format::Json),
        (
            "a",
            "[\n{\"title\": \"x\"},\n{\"title\": \"y\"}\n]",
            Format::Json,
        ),
        ("a", "[Photo] The mill burnt.", Format::Text),
        ("a", "{sports} The mill: burnt.", Format::Text),
        ("a", "<SRD> to form a unit", Format::Text),
    ] {
        assert_eq!(
            format(text.as_bytes(), path, true).ok(),
            Some(expected),
            "{path}: {text}"
        );
    }
}

#[test]
fn what_holds_no_article_is_skipped() {
    for (path, bytes, expected) in [
        ("a.txt", &b""[..], "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf\n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        ("a.html", b"%PDF-1.4", "a PDF"),
        (
            "a.svg",
            b"<?xml version='1.0'?><svg></svg>",
            "a picture (SVG)",
        ),
        (
            "a.xml",
            b"<?xml version='1.0'?><rss></rss>",
            "a feed without an article",
        ),
        ("a.css", b"body { color: red }", "a style sheet"),
        (
            "a",
            b"\x00\x01\x02\x03\x04\x05\x00\x00\x10\x11\x12",
            "not text",
        ),
    ] {
        let error = read(document(path, bytes)).expect_err(path);
        assert!(error.skips());
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn charsets_are_told_by_mark_then_utf8_then_declaration_then_detection() {
    let albanian = "Qeveria e Shqipërisë akuzoi Iranin për sulmin. Çdo gjë në rregull.";
    let russian = "Пожар на мельнице уничтожил запасы зерна в старом городе, сообщили власти.";
    let windows_1252 = encoding_rs::WINDOWS_1252.encode(albanian).0.into_owned();
    let windows_1251 = encoding_rs::WINDOWS_1251.encode(russian).0.into_owned();
    for (bytes, expected) in [
        (albanian.as_bytes().to_vec(), albanian),
        ([b"\xef\xbb\xbf", albanian.as_bytes()].concat(), albanian),
        (utf16(albanian, true, true), albanian),
        (utf16(albanian, false, true), albanian),
        (utf16(albanian, true, false), albanian),
        (utf16(albanian, false, false), albanian),
        (utf16(russian, true, false), russian),
        (windows_1252, albanian),
        (windows_1251, russian),
    ] {
        assert_eq!(text_of("a.txt", &bytes), expected);
    }
    let page = b"<html><meta charset=\"iso-8859-2\"><p>\xb1\xe6\xea</p></html>";
    assert!(text_of("a.html", page).contains("ąćę"));
    let named = RawDocument {
        charset: Some("windows-1250".to_owned()),
        ..document("a.txt", b"\xb9\xe6\xea")
    };
    let records = read(named).expect("text");
    assert_eq!(records.records[0].content, Content::Text("ąćę".to_owned()));
    // The declaration is old, the file was saved anew.
    let saved = "<html><meta charset=\"iso-8859-1\"><p>Shqipërisë</p></html>";
    assert_eq!(text_of("a.html", saved.as_bytes()), saved);
}

#[test]
fn odd_bytes_are_said() {
    let mixed = [
        "Shqipëria — çdo gjë. ".as_bytes(),
        b"\x93quoted\x94".as_slice(),
    ]
    .concat();
    let records = read(document("a.txt", &mixed)).expect("text");
    let record = &records.records[0];
    assert_eq!(record.issues, ["mis-encoded"]);
    assert_eq!(
        record.content,
        Content::Text("Shqipëria — çdo gjë. “quoted”".to_owned())
    );
    let cut = &"Shqipëri — ë".as_bytes()[.."Shqipëri — ë".len() - 1];
    let records = read(document("a.txt", cut)).expect("text");
    assert_eq!(records.records[0].issues, ["truncated"]);
}

#[test]
fn line_ends_are_one() {
    assert_eq!(
        text_of("a.txt", b"one\r\ntwo\rthree\n"),
        "one\ntwo\nthree\n"
    );
}

#[test]
fn errors_tell_failed_from_skipped() {
    assert!(ReadError::Empty.skips());
    assert!(!ReadError::LongLine { limit: 1 }.skips());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,3}(\\.(html|json|jsonl|txt))?") {
        let _ = read(document(&name, &bytes));
        let _ = format(&bytes, &name, false);
    }

    #[test]
    fn any_json_like_text_is_read_or_refused(text in r#"[\[{]?(["'\\{}\[\]:,\n u0d8c/<&;]|"text"|"title"|"html"|NaN|1e9|\\ud83d|</p>|&amp;|é){0,60}"#) {
        let _ = read(document("a.json", text.as_bytes()));
        let _ = read(document("a.jsonl", text.as_bytes()));
    }

    #[test]
    fn utf8_text_comes_out_as_it_is(text in "[ -~àéßłяж中€“”]{1,80}") {
        prop_assume!(!text.trim().is_empty());
        let records = read(document("a.txt", text.as_bytes()));
        if let Ok(records) = records
            && let Some(Content::Text(read)) = records.records.first().map(|record| &record.content)
        {
            prop_assert_eq!(read, &text);
        }
    }
}
