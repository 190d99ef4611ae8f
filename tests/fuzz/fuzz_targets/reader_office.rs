//! Office documents: any bytes as the text of one, from decoding to the articles.
#![no_main]

use std::io::{Cursor, Write};

use dateline_fuzz::reads;
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

fuzz_target!(|bytes: &[u8]| reads("a.docx", &packed(bytes)));
