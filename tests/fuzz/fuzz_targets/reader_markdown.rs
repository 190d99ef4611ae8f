//! Headed Markdown: any bytes behind the line that opens its head, from decoding to the articles.
#![no_main]

use dateline_fuzz::reads;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reads("a.md", &[b"---\n".as_slice(), bytes].concat()));
