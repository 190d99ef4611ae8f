//! Dates: any text, whole and searched.
#![no_main]

use dateline::date::{Date, Order, Reading, find, order_in, parse, parse_range};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for order in [Order::DayFirst, Order::MonthFirst] {
        for reference in [
            None,
            Date::day(2022, 9, 9),
            Date::second(9999, 12, 31, 23, 59, 59),
            Date::year(1),
        ] {
            let reading = Reading { order, reference };
            if let Some(date) = parse(text, &reading) {
                assert_eq!(
                    Date::from_value(&date.value(), date.zone()),
                    Some(date.clone())
                );
                let _ = (date.utc_seconds(), date.in_offset(50_400), date.period());
            }
            let found = find(text, &reading);
            for date in &found {
                assert!(text.get(date.span.start..date.span.end).is_some());
            }
            assert!(found.is_sorted_by_key(|date| date.span));
        }
    }
    let _ = order_in(text);
    for today in [
        Date::day(2022, 9, 9),
        Date::day(1, 1, 1),
        Date::day(9999, 12, 31),
    ]
    .into_iter()
    .flatten()
    {
        if let Ok(period) = parse_range(text, &today) {
            assert!(period.first <= period.last);
        }
    }
});
