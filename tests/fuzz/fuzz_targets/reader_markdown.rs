//! Headed Markdown: any bytes, from decoding to the articles; rows as a whole and a few bytes at a time.
#![no_main]

use std::io::BufReader;

use dateline::reader::{Reading, Rows};
use dateline::source::RawDocument;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let bytes = &[b"---\n".as_slice(), bytes].concat()[..];
    let document = RawDocument {
        path: "a.md".to_owned(),
        bytes: bytes.to_vec(),
        ..RawDocument::default()
    };
    let reading = Reading::default();
    if let Some(rows) = Rows::of(bytes, "a.md", &reading) {
        let mut whole = rows.cut(bytes, 1 << 20);
        let mut pieces = rows.cut(BufReader::with_capacity(5, bytes), 1 << 20);
        while let Ok(row) = whole.next() {
            assert_eq!(pieces.next().ok().flatten(), row);
            if row.is_none() {
                break;
            }
        }
    }
    let Ok(found) = dateline::reader::read(document) else {
        return;
    };
    for record in found.records.iter().take(64) {
        let (extracted, issues) = dateline::extract::extract(record);
        let article = dateline::enrich::enrich(&record.key, extracted, issues);
        assert!(article.body.is_empty() || !article.body.trim().is_empty());
    }
});
