//! What every target asks of the bytes it is given.

use std::io::BufReader;
use std::ops::ControlFlow;

use dateline::reader::{Reading, Rows};
use dateline::source::{Item, Limits, RawDocument};

/// Articles looked at, of those in one document.
const LOOKED_AT: usize = 64;
/// The longest row, in bytes.
const ROW: usize = 1 << 20;

/// Reads a document all the way: its rows, whole and as a stream of a few bytes at a time, and its articles.
pub fn reads(name: &str, bytes: &[u8]) {
    rows(name, bytes);
    articles(RawDocument {
        path: name.to_owned(),
        bytes: bytes.to_vec(),
        ..RawDocument::default()
    });
}

/// The rows of a document are the same however its stream is cut.
fn rows(name: &str, bytes: &[u8]) {
    let reading = Reading::default();
    let Some(rows) = Rows::of(bytes, name, &reading) else {
        return;
    };
    let mut whole = rows.cut(bytes, ROW);
    let mut pieces = rows.cut(BufReader::with_capacity(5, bytes), ROW);
    while let Ok(row) = whole.next() {
        assert_eq!(pieces.next().ok().flatten(), row);
        if row.is_none() {
            break;
        }
    }
}

/// A body is text, or nothing.
pub fn articles(document: RawDocument) {
    let Ok(found) = dateline::reader::read(document) else {
        return;
    };
    for record in found.records.iter().take(LOOKED_AT) {
        let (extracted, issues) = dateline::extract::extract(record);
        let article = dateline::enrich::enrich(&record.key, extracted, issues);
        assert!(article.body.is_empty() || !article.body.trim().is_empty());
    }
}

/// Takes documents out of a stream, within limits that a few bytes can reach; each has a place of its own.
pub fn unpacks(bytes: &[u8]) {
    let limits = Limits {
        file: 1 << 20,
        whole: 1 << 20,
        ratio_from: 1 << 20,
        members: 200,
        ..Limits::default()
    };
    let mut places = std::collections::HashSet::new();
    let _ = dateline::source::unpack_from(bytes, &limits, &mut |item| {
        if let Item::Document(mut stream) = item {
            assert!(places.insert(stream.document.record.clone()));
            let mut bytes = Vec::new();
            if stream.fill(&mut bytes, limits.file).is_ok() {
                assert!(bytes.len() as u64 <= limits.file + 1);
            }
        }
        ControlFlow::Continue(())
    });
}
