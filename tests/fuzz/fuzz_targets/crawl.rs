//! Web archives: any bytes behind the line that opens a record, taken apart record by record.
#![no_main]

use dateline_fuzz::unpacks;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| unpacks(&[b"WARC/1.0\r\n".as_slice(), bytes].concat()));
