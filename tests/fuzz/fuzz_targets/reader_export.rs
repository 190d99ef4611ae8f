//! Exports of news databases: any bytes behind a first article, from decoding to the articles.
#![no_main]

use dateline_fuzz::reads;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reads("a.txt", &[b"1 of 2 DOCUMENTS\n\na\n2 of 2 DOCUMENTS\n".as_slice(), bytes].concat()));
