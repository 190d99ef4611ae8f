//! Archives and crawls: any bytes, taken apart layer by layer.
#![no_main]

use dateline_fuzz::unpacks;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| unpacks(bytes));
