//! The query language: any text.
#![no_main]

use dateline::date::Date;
use dateline::query::{Options, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(today) = Date::day(2022, 9, 9) else {
        return;
    };
    for any in [false, true] {
        let options = Options {
            any,
            today: today.clone(),
        };
        match parse(text, &options) {
            Ok(query) => {
                let printed = query.to_string();
                let again = parse(
                    &printed,
                    &Options {
                        any: false,
                        today: today.clone(),
                    },
                );
                assert!(any || again.is_ok(), "`{printed}` is not read back");
            }
            Err(error) => {
                let _ = (error.to_string(), error.excerpt());
            }
        }
    }
});
