//! Office documents: any bytes as the text of one, from decoding to the articles; rows as a whole and a few bytes at a time.
#![no_main]

use std::io::{BufReader, Cursor, Write};

use dateline::reader::{Reading, Rows};
use dateline::source::RawDocument;
use libfuzzer_sys::fuzz_target;

/// A document of which `xml` is the text.
fn packed(xml: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let begun = writer.start_file(
        "word/document.xml",
        zip::write::SimpleFileOptions::default(),
    );
    if begun.is_err() || writer.write_all(xml).is_err() {
        return Vec::new();
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fuzz_target!(|bytes: &[u8]| {
    let bytes = &packed(bytes)[..];
    let document = RawDocument {
        path: "a.docx".to_owned(),
        bytes: bytes.to_vec(),
        ..RawDocument::default()
    };
    let reading = Reading::default();
    if let Some(rows) = Rows::of(bytes, "a.docx", &reading) {
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
