//! Text dumps: any bytes, from decoding to the article.
#![no_main]

use dateline::source::RawDocument;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let document = RawDocument {
        path: "dump.txt".to_owned(),
        bytes: bytes.to_vec(),
        ..RawDocument::default()
    };
    let Ok(found) = dateline::reader::read(document) else {
        return;
    };
    for record in found.records.iter().take(64) {
        let (extracted, issues) = dateline::extract::extract(record);
        let article = dateline::enrich::enrich(&record.key, extracted, issues);
        assert!(article.body.is_empty() || !article.body.trim().is_empty());
    }
});
