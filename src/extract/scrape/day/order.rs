//! Which of day and month comes first in a page's dates of digits.

use std::ops::Range;

use crate::date::{self, Date, Order, Precision, Reading};
use crate::extract::scrape::block::Block;

/// How digits are read and against which day: month first where the page writes `September 8, 2022`.
pub(in crate::extract::scrape) fn reading(blocks: &[Block], reference: Option<Date>) -> Reading {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ];
    let american = blocks
        .iter()
        .filter(|block| block.text.len() <= 120)
        .take(3000)
        .any(|block| {
            let words: Vec<&str> = block
                .text
                .split([' ', ',', '.'])
                .filter(|word| !word.is_empty())
                .take(16)
                .collect();
            words.windows(3).any(|three| {
                let year =
                    three[2].len() == 4 && three[2].bytes().all(|byte| byte.is_ascii_digit());
                year && three[1].len() <= 2
                    && three[1].bytes().all(|byte| byte.is_ascii_digit())
                    && MONTHS.contains(&three[0].to_lowercase().as_str())
            })
        });
    Reading {
        order: if american {
            Order::MonthFirst
        } else {
            Order::DayFirst
        },
        reference,
    }
}

/// The reading with the order of day and month that the dates of a header bear out: read the other way they are far from every other date
/// of the page, or later than its capture.
pub(in crate::extract::scrape) fn settle(
    blocks: &[Block],
    header: Range<usize>,
    reading: Reading,
) -> Reading {
    // So many short lines are asked.
    const ASKED: usize = 1200;
    let with = |order: Order| Reading {
        order,
        ..reading.clone()
    };
    let orders = [with(Order::DayFirst), with(Order::MonthFirst)];
    let both = |block: &Block| -> Vec<(Date, Date)> {
        let text = block.text.as_str();
        if text.len() > 200 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let [day, month] = orders.each_ref().map(|reading| date::find(text, reading));
        day.into_iter()
            .zip(month)
            .map(|(day, month)| (day.date, month.date))
            .filter(|(day, _)| day.precision() >= Precision::Day)
            .collect()
    };
    let open: Vec<(Date, Date)> = blocks
        [header.start.min(blocks.len())..header.end.min(blocks.len())]
        .iter()
        .flat_map(both)
        .filter(|(day, month)| !day.same_day(month))
        .take(8)
        .collect();
    if open.is_empty() {
        return reading;
    }
    let sure: Vec<Date> = blocks
        .iter()
        .filter(|block| block.text.len() <= 200)
        .take(ASKED)
        .flat_map(both)
        .filter(|(day, month)| day.same_day(month))
        .map(|(day, _)| day)
        .chain(reading.reference.clone())
        .collect();
    let far = |date: &Date| {
        sure.iter()
            .map(|sure| (sure.local() - date.local()).abs() / 86_400)
            .min()
    };
    let later = |date: &Date| {
        reading
            .reference
            .as_ref()
            .is_some_and(|captured| date.local() > captured.local() + 2 * 86_400)
    };
    let (mut day_first, mut month_first) = (0usize, 0usize);
    for (day, month) in &open {
        if later(day) != later(month) {
            day_first += usize::from(later(month)) * 2;
            month_first += usize::from(later(day)) * 2;
        } else if let (Some(day), Some(month)) = (far(day), far(month)) {
            // A week and a month tell; what is years away either way does not.
            day_first += usize::from(day <= 10 && month > 25);
            month_first += usize::from(month <= 10 && day > 25);
        }
    }
    match day_first.cmp(&month_first) {
        std::cmp::Ordering::Greater => with(Order::DayFirst),
        std::cmp::Ordering::Less => with(Order::MonthFirst),
        std::cmp::Ordering::Equal => reading,
    }
}
