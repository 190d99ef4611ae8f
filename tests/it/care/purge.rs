//! No byte of what was removed is left.

use std::fs;
use std::path::Path;

use dateline::index::Index;
use tantivy::schema::FieldType;

use super::{Place, line, page};

/// Where the files of an index hold a word: as bytes, in stored articles (deleted ones too), among terms and values of columns.
fn traces(index: &Path, word: &str) -> Vec<String> {
    let mut traces = Vec::new();
    for entry in fs::read_dir(index).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let bytes = fs::read(&path).expect("a file");
            let held = bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes());
            if held {
                traces.push(format!("bytes of {}", path.display()));
            }
        }
    }
    let opened = tantivy::Index::open_in_dir(index).expect("opens");
    let searcher = opened.reader().expect("reads").searcher();
    let schema = opened.schema();
    for segment in searcher.segment_readers() {
        let store = segment.get_store_reader(4).expect("a store");
        for doc in store.iter::<tantivy::TantivyDocument>(None) {
            let json = tantivy::Document::to_json(&doc.expect("a document"), &schema);
            if json.contains(word) {
                traces.push("a stored article".to_owned());
            }
        }
        for (field, entry) in schema.fields() {
            if !matches!(entry.field_type(), FieldType::Str(_)) {
                continue;
            }
            if entry.is_indexed() {
                let inverted = segment.inverted_index(field).expect("an index");
                let mut terms = inverted.terms().stream().expect("terms");
                while terms.advance() {
                    if String::from_utf8_lossy(terms.key()).contains(word) {
                        traces.push(format!("a term of {}", entry.name()));
                    }
                }
            }
            if !entry.is_fast() {
                continue;
            }
            let Some(column) = segment.fast_fields().str(entry.name()).expect("a column") else {
                continue;
            };
            for ord in 0..column.num_terms() as u64 {
                let mut value = String::new();
                column.ord_to_str(ord, &mut value).expect("a value");
                if value.contains(word) {
                    traces.push(format!("a value of {}", entry.name()));
                }
            }
        }
    }
    traces
}

#[test]
fn nothing_is_left_of_what_was_removed_or_replaced() {
    let place = Place::new();
    // So many that what is removed of them is not worth a merge.
    for number in 0..30 {
        place.write(
            &format!("{number}.txt"),
            page(&format!("albatross{number}")),
        );
    }
    place.write("two.txt", page("zzyzxmarker"));
    place.write(
        "many.jsonl",
        ["curlew", "qwertzmarker", "egret"].map(line).concat(),
    );
    place.write("former.txt", page("yxcvbmarker"));
    place.indexed();
    place.write("former.txt", page("later"));
    place.indexed();
    place.ends(0, &["rm", "zzyzxmarker OR qwertzmarker", "--yes"]);
    // As a run leaves it that was ended while it wrote.
    let stray = place.index().join("0123456789abcdef0123456789abcdef.store");
    fs::write(&stray, "zzyzxmarker").expect("a file");
    for marker in ["zzyzxmarker", "qwertzmarker", "yxcvbmarker"] {
        let traces = traces(&place.index(), marker);
        assert!(
            traces.iter().any(|trace| trace == "a stored article"),
            "the search for {marker} finds it before: {traces:?}"
        );
    }
    place.ends(0, &["purge"]);
    for marker in ["zzyzxmarker", "qwertzmarker", "yxcvbmarker"] {
        assert_eq!(traces(&place.index(), marker), [""; 0], "{marker}");
    }
    assert!(!stray.exists());
    assert_eq!(place.count("council"), 33);
    place.ends(0, &["verify"]);
    place.indexed();
    assert_eq!(traces(&place.index(), "zzyzxmarker"), [""; 0]);
}

#[test]
fn all_may_be_removed_and_purged() {
    let place = Place::new();
    place.write("one.txt", page("zzyzxmarker"));
    place.indexed();
    place.ends(0, &["rm", "*", "--yes"]);
    place.ends(0, &["purge"]);
    assert_eq!(traces(&place.index(), "zzyzxmarker"), [""; 0]);
    assert_eq!(place.count("*"), 0);
    place.ends(0, &["verify"]);
}

#[test]
fn one_segment_is_made_of_all() {
    let place = Place::new();
    for word in ["albatross", "bittern", "curlew", "dunlin"] {
        place.write(&format!("{word}.txt"), page(word));
        place.indexed();
    }
    place.ends(0, &["rm", "bittern", "--yes"]);
    let segments = || {
        let index = Index::open(&place.index()).expect("opens");
        index
            .snapshot()
            .and_then(|now| now.stats())
            .expect("counts")
            .segments
    };
    let before = place.ends(0, &["search", "council", "--json"]);
    assert!(segments() > 1);
    place.ends(0, &["optimize"]);
    assert_eq!(segments(), 1);
    let strip = |answer: &str| {
        let mut value: serde_json::Value = serde_json::from_str(answer).expect("JSON");
        value["took_ms"] = serde_json::Value::Null;
        value
    };
    let after = place.ends(0, &["search", "council", "--json"]);
    assert_eq!(strip(&before), strip(&after));
    place.ends(0, &["optimize"]);
    place.ends(0, &["verify"]);
}
