//! Periods of the calendar of one kind, one after the other.

use jiff::ToSpan;
use jiff::civil::Date as Civil;

/// A kind of period: days, ISO weeks (from Monday on; ISO 8601, 1988), months, quarters or years. They are numbered in the order of the
/// calendar; days are counted from 1970-01-01 on, which is day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// `2022-09-08`
    Day,
    /// `2022-W36`
    Week,
    /// `2022-09`
    Month,
    /// `2022-Q3`
    Quarter,
    /// `2022`
    Year,
}

impl Step {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];

    /// What it is called: `day`, `week`, `month`, `quarter`, `year`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The day that holds a civil second.
    pub fn day_of(second: i64) -> i64 {
        second.div_euclid(86_400)
    }

    /// The number of the period that holds `day`. What lies outside the years 1 to 9999 is taken for their ends.
    pub fn number(self, day: i64) -> i64 {
        let civil = || civil(day);
        match self {
            Self::Day => day,
            // Day 0 is a Thursday.
            Self::Week => (day + 3).div_euclid(7),
            Self::Month => months(civil()),
            Self::Quarter => months(civil()).div_euclid(3),
            Self::Year => i64::from(civil().year()),
        }
    }

    /// The first day of the period `number`.
    pub fn first_day(self, number: i64) -> i64 {
        let month = |number: i64| {
            let year = i16::try_from(number.div_euclid(12)).unwrap_or(i16::MAX);
            let month = number.rem_euclid(12) as i8 + 1;
            Civil::new(year, month, 1).map_or(LAST, day)
        };
        match self {
            Self::Day => number,
            Self::Week => number * 7 - 3,
            Self::Month => month(number),
            Self::Quarter => month(number * 3),
            Self::Year => month(number * 12),
        }
    }

    /// The last day of the period `number`.
    pub fn last_day(self, number: i64) -> i64 {
        self.first_day(number + 1) - 1
    }

    /// How it is written: `2022-09-08`, `2022-W36`, `2022-09`, `2022-Q3`, `2022`.
    pub fn label(self, number: i64) -> String {
        let first = civil(self.first_day(number));
        let (year, month) = (first.year(), first.month());
        match self {
            Self::Day => format!("{year:04}-{month:02}-{:02}", first.day()),
            Self::Week => {
                let week = first.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month => format!("{year:04}-{month:02}"),
            Self::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
            Self::Year => format!("{year:04}"),
        }
    }
}

const EPOCH: Civil = Civil::constant(1970, 1, 1);
/// The first day of the year 1, and the last of 9999.
const FIRST: i64 = -719_162;
const LAST: i64 = 2_932_896;

fn civil(day: i64) -> Civil {
    let day = day.clamp(FIRST, LAST);
    EPOCH.checked_add(day.days()).unwrap_or(EPOCH)
}

fn day(civil: Civil) -> i64 {
    civil.duration_since(EPOCH).as_hours() / 24
}

fn months(civil: Civil) -> i64 {
    i64::from(civil.year()) * 12 + i64::from(civil.month()) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day_of(text: &str) -> i64 {
        day(text.parse().expect("a day"))
    }

    #[test]
    fn labels_are_those_of_the_calendar() {
        for (text, labels) in [
            (
                "1970-01-01",
                ["1970-01-01", "1970-W01", "1970-01", "1970-Q1", "1970"],
            ),
            (
                "2021-01-03",
                ["2021-01-03", "2020-W53", "2021-01", "2021-Q1", "2021"],
            ),
            (
                "2024-12-30",
                ["2024-12-30", "2025-W01", "2024-12", "2024-Q4", "2024"],
            ),
            (
                "1902-06-14",
                ["1902-06-14", "1902-W24", "1902-06", "1902-Q2", "1902"],
            ),
            (
                "0001-01-01",
                ["0001-01-01", "0001-W01", "0001-01", "0001-Q1", "0001"],
            ),
            (
                "9999-12-31",
                ["9999-12-31", "9999-W52", "9999-12", "9999-Q4", "9999"],
            ),
        ] {
            let found = Step::ALL.map(|step| step.label(step.number(day_of(text))));
            assert_eq!(found, labels);
        }
    }

    #[test]
    fn periods_follow_each_other_without_a_gap() {
        for step in Step::ALL {
            let from = step.number(day_of("1896-11-20"));
            for number in from..from + 3_000 {
                let (first, last) = (step.first_day(number), step.last_day(number));
                if last >= LAST {
                    break;
                }
                assert_eq!(
                    step.first_day(number + 1),
                    last + 1,
                    "{}",
                    step.label(number)
                );
                assert_eq!((step.number(first), step.number(last)), (number, number));
            }
        }
    }

    #[test]
    fn days_outside_the_calendar_harm_nothing() {
        for day in [
            -1_000_000_000,
            FIRST - 1,
            FIRST,
            LAST,
            LAST + 1,
            1_000_000_000,
        ] {
            for step in Step::ALL {
                let number = step.number(day);
                assert!(!step.label(number).is_empty());
                assert!(step.first_day(number) <= step.last_day(number).max(LAST));
            }
        }
    }
}
