//! Names of months and of the days of the week.

use std::collections::HashMap;

use crate::date::lexicon::{Sense, entry};

/// Names in one language: months from January, days from Monday; a bar between two, a space between forms of one.
struct Names {
    months: &'static str,
    weekdays: &'static str,
}

const NAMES: &[Names] = &[
    // English
    Names {
        months: "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec",
        weekdays: "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|sunday sun",
    },
];

pub(super) fn add(lexicon: &mut HashMap<String, Sense>) {
    for names in NAMES {
        for (month, forms) in (1..).zip(names.months.split('|')) {
            for form in forms.split_whitespace() {
                let sense = entry(lexicon, form);
                if sense.month == 0 {
                    sense.month = month;
                }
            }
        }
        for (weekday, forms) in (1..).zip(names.weekdays.split('|')) {
            for form in forms.split_whitespace() {
                let sense = entry(lexicon, form);
                if sense.weekday == 0 {
                    sense.weekday = weekday;
                }
            }
        }
    }
}
