mod languages;
mod properties;

use super::*;

fn reading(order: Order) -> Reading {
    Reading {
        order,
        reference: Date::minute(2022, 9, 9, 12, 0),
    }
}

fn shown(date: Option<Date>) -> String {
    date.map_or_else(
        || "-".to_owned(),
        |date| match date.zone() {
            Some(zone) => format!("{} {zone}", date.value()),
            None => date.value(),
        },
    )
}

fn check(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let got = shown(parse(text, &Reading::default()));
        if got != *expected {
            wrong.push(format!("{text}: {got}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn standards() {
    check(&[
        ("2022-09-08", "2022-09-08"),
        ("2022-09", "2022-09"),
        ("2022", "2022"),
        ("2022-09-08T16:18", "2022-09-08T16:18"),
        ("2022-09-08T16:18:05Z", "2022-09-08T16:18:05 Z"),
        ("2022-09-08T16:18:05.123Z", "2022-09-08T16:18:05 Z"),
        ("2022-09-08 16:18:05+02:00", "2022-09-08T16:18:05 +02:00"),
        (
            "2022-09-08 16:18:05.842000+02:00",
            "2022-09-08T16:18:05 +02:00",
        ),
        ("2022-09-08T16:18:05-0400", "2022-09-08T16:18:05 -04:00"),
        (
            "2022-09-08T16:18:05+02:00[Europe/Paris]",
            "2022-09-08T16:18:05 +02:00",
        ),
        ("2022-09-08T00:00:00Z", "2022-09-08T00:00:00 Z"),
        ("20220908", "2022-09-08"),
        ("20220908T161805Z", "2022-09-08T16:18:05 Z"),
        ("20030917T123456+0100", "2003-09-17T12:34:56 +01:00"),
        ("20220908161805", "2022-09-08T16:18:05"),
        (
            "Thu, 8 Sep 2022 16:18:05 +0200",
            "2022-09-08T16:18:05 +02:00",
        ),
        ("Thu, 08 Sep 2022 16:18:05 GMT", "2022-09-08T16:18:05 GMT"),
        (
            "Thu, 8 Sep 2022 16:18:05 -0400 (EDT)",
            "2022-09-08T16:18:05 -04:00",
        ),
        ("Tue Jun 02 15:45:00 UTC 2021", "2021-06-02T15:45:00 UTC"),
        ("Tue Jun  2 15:45:00 2021", "2021-06-02T15:45:00"),
        ("08/Sep/2022:16:18:05 +0000", "2022-09-08T16:18:05 +00:00"),
        ("1662645480", "2022-09-08T13:58:00 Z"),
        ("1662645480000", "2022-09-08T13:58:00 Z"),
        ("870226", "1987-02-26"),
        ("/Date(1662645480000)/", "2022-09-08T13:58:00 Z"),
        ("20220908161805Z", "2022-09-08T16:18:05 Z"),
        (
            "2022-09-08 16:18:05 +0000 UTC",
            "2022-09-08T16:18:05 +00:00",
        ),
        (
            "Thu Sep 08 2022 16:18:05 GMT+0200 (Central European Summer Time)",
            "2022-09-08T16:18:05 +02:00",
        ),
        (" 2-MAR-1987 16:51:43.42", "1987-03-02T16:51:43"),
        ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"),
        ("1666-09-02", "1666-09-02"),
        ("0800-12-25", "0800-12-25"),
    ]);
}

#[test]
fn english() {
    check(&[
        ("Published: SEPTEMBER 8, 2022 16:18", "2022-09-08T16:18"),
        ("8 Sep 2022 at 3:45pm ET", "2022-09-08T15:45 ET"),
        ("June 2nd, 2021", "2021-06-02"),
        ("Sept. 5, 2019", "2019-09-05"),
        ("Sept. 5, 2019 3:45 p.m. ET", "2019-09-05T15:45 ET"),
        (
            "Published 3:45 PM EST, Tue January 5, 2021",
            "2021-01-05T15:45 EST",
        ),
        ("Updated: June 2, 2021 at 3:45pm", "2021-06-02T15:45"),
        ("Wednesday, June 2, 2021", "2021-06-02"),
        ("June 2, 2021 Wednesday", "2021-06-02"),
        ("12:43, 20 Apr 2026", "2026-04-20T12:43"),
        ("11:48, Thu, Jul 18, 2024", "2024-07-18T11:48"),
        ("March 7, 20247:55 AM UTC", "2024-03-07T07:55 UTC"),
        ("30 August 2023 • 4:45pm", "2023-08-30T16:45"),
        ("June 30, 2026 - 4.34pm", "2026-06-30T16:34"),
        ("12:05 a.m., March 1, 1999", "1999-03-01T00:05"),
        ("8th of September, 2022", "2022-09-08"),
        ("the 8th of September 2022", "2022-09-08"),
        ("September 2022", "2022-09"),
        ("Sept 2022", "2022-09"),
        ("8 Sept 1618 GMT", "-"),
        ("8 Sept 2022 1618 GMT", "2022-09-08T16:18 GMT"),
        ("8 September 2022, 4 pm (GMT+7)", "2022-09-08T16:00 +07:00"),
        ("2022 September 8", "2022-09-08"),
        ("Sep-08-2022", "2022-09-08"),
        ("8-Sep-22", "2022-09-08"),
        ("Sept. 8, ’22", "2022-09-08"),
        (
            "Page last updated at 16:18 GMT, Thursday, 8 September 2022 17:18 UK",
            "2022-09-08T16:18 GMT",
        ),
        ("June 2, 2021 at noon", "2021-06-02"),
        ("September 31, 2022", "-"),
        ("February 29, 2023", "-"),
        ("tomorrow", "-"),
        ("Chapter 11", "-"),
        ("hello", "-"),
        ("", "-"),
    ]);
}

#[test]
fn digits() {
    let cases = [
        ("04/05/2021", "2021-05-04", "2021-04-05"),
        ("4/5/21", "2021-05-04", "2021-04-05"),
        ("13/05/2021", "2021-05-13", "2021-05-13"),
        ("05/13/2021", "2021-05-13", "2021-05-13"),
        ("04-05-2021", "2021-05-04", "2021-04-05"),
        ("2.6.2021", "2021-06-02", "2021-06-02"),
        ("02.06.21", "2021-06-02", "2021-06-02"),
        (
            "06. 01. 2026, 14:59 Uhr",
            "2026-01-06T14:59",
            "2026-01-06T14:59",
        ),
        ("22.11.2024 07.57", "2024-11-22T07:57", "2024-11-22T07:57"),
        ("30/04/2024 - 16:17", "2024-04-30T16:17", "2024-04-30T16:17"),
        ("2022/09/08", "2022-09-08", "2022-09-08"),
        ("2022. 09. 08.", "2022-09-08", "2022-09-08"),
        ("2025.05.15 20:00", "2025-05-15T20:00", "2025-05-15T20:00"),
        ("09/2022", "2022-09", "2022-09"),
        ("31/31/2021", "-", "-"),
        ("1.2.3", "-", "-"),
        ("192.168.10.20", "-", "-"),
    ];
    for (text, day_first, month_first) in cases {
        assert_eq!(shown(parse(text, &Reading::default())), day_first, "{text}");
        let american = Reading {
            order: Order::MonthFirst,
            reference: None,
        };
        assert_eq!(shown(parse(text, &american)), month_first, "{text}");
    }
}

#[test]
fn against_the_reference() {
    let cases = [
        ("yesterday", "2022-09-08"),
        ("Yesterday at 4:18 pm", "2022-09-08T16:18"),
        ("3 hours ago", "2022-09-09T09:00"),
        ("an hour ago", "2022-09-09T11:00"),
        ("5 h ago", "2022-09-09T07:00"),
        ("Updated 2 days ago", "2022-09-07"),
        ("September 8", "2022-09-08"),
        ("October 8", "2021-10-08"),
        ("Thursday, October 8", "2020-10-08"),
        ("Feb. 29", "2020-02-29"),
    ];
    for (text, expected) in cases {
        assert_eq!(
            shown(parse(text, &reading(Order::DayFirst))),
            expected,
            "{text}"
        );
        assert_eq!(parse(text, &Reading::default()), None, "{text}");
    }
}

#[test]
fn found_in_lines() {
    type Found<'t> = (&'t str, &'t str, Option<Label>);
    let cases: &[(&str, &[Found<'_>])] = &[
        (
            "By A. Writer | Published: 8 Sep 2022 16:18 | Updated: 9 Sep 2022",
            &[
                (
                    "8 Sep 2022 16:18",
                    "2022-09-08T16:18",
                    Some(Label::Published),
                ),
                ("9 Sep 2022", "2022-09-09", Some(Label::Updated)),
            ],
        ),
        (
            "Last updated\nSeptember 8, 2022\n4:18 PM\nText",
            &[(
                "September 8, 2022\n4:18 PM",
                "2022-09-08T16:18",
                Some(Label::Updated),
            )],
        ),
        ("In 2022 there were 12 of 30.", &[]),
        ("Version 1.2.2022.4 of May", &[]),
        ("It may 5 times", &[]),
        ("31 February 2011", &[]),
        ("on the 31st February 2011", &[]),
        ("am 31. Februar 2011", &[]),
        (
            "A match on 12 May 2022 and on May 13, 2022.",
            &[
                ("12 May 2022", "2022-05-12", None),
                ("May 13, 2022", "2022-05-13", None),
            ],
        ),
        (
            "NewsApril 28, 2023",
            &[("April 28, 2023", "2023-04-28", None)],
        ),
    ];
    for (text, expected) in cases {
        let found = find(text, &Reading::default());
        let got: Vec<_> = found
            .iter()
            .map(|found| (found.span.of(text), found.date.value(), found.label))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(span, value, label)| (*span, (*value).to_owned(), *label))
            .collect();
        assert_eq!(got, expected, "{text}");
    }
}

#[test]
fn periods_typed() {
    let today = Date::day(2022, 9, 9).expect("a day");
    let cases = [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-09", "2022-09-01", "2022-09-30"),
        ("2022-09-08", "2022-09-08", "2022-09-08"),
        ("today", "2022-09-09", "2022-09-09"),
        ("yesterday", "2022-09-08", "2022-09-08"),
        ("'September 2022'", "2022-09-01", "2022-09-30"),
        ("30d", "2022-08-10", "2022-09-09"),
        ("last 30 days", "2022-08-10", "2022-09-09"),
        ("Q3 2022", "2022-07-01", "2022-09-30"),
        ("2022-Q1..2022-Q2", "2022-01-01", "2022-06-30"),
        ("2w", "2022-08-26", "2022-09-09"),
        ("3m", "2022-06-09", "2022-09-09"),
        ("1y", "2021-09-09", "2022-09-09"),
        ("last friday", "2022-09-02", "2022-09-02"),
        ("last thursday", "2022-09-08", "2022-09-08"),
        ("this week", "2022-09-05", "2022-09-11"),
        ("last month", "2022-08-01", "2022-08-31"),
        ("2022-07..2022-09", "2022-07-01", "2022-09-30"),
        ("2022-07..2022-09-08", "2022-07-01", "2022-09-08"),
    ];
    for (text, first, last) in cases {
        let day = |value| Date::from_value(value, None).expect("a day").period();
        let expected = Period {
            first: day(first).first,
            last: day(last).last,
        };
        assert_eq!(parse_range(text, &today), Ok(expected), "{text}");
    }
    let open = parse_range("2022..", &today).expect("a range");
    assert_eq!(open.last, i64::MAX);
    for (text, message) in [
        ("", "the date is empty"),
        ("..", "the date is empty"),
        ("2022-02-30", "there is no day `2022-02-30`"),
        ("2022-13", "there is no month `2022-13`"),
        ("9999", "there is no year `9999`"),
        ("8/9/2022", "`8/9/2022` may be 2022-09-08 or 2022-08-09"),
        (
            "2022-09..2022-07",
            "`2022-09..2022-07` ends before it begins",
        ),
        ("99999999999d", "there is no day `99999999999d`"),
        ("Q5 2022", "`Q5 2022` is not a date"),
        ("someday", "`someday` is not a date"),
    ] {
        let error = parse_range(text, &today).expect_err(text);
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn values_and_moments() {
    for value in [
        "0001",
        "1666-09",
        "1899-12-31",
        "9999-12-31T23:59:59",
        "2022-09-08T16:18",
    ] {
        let date = Date::from_value(value, None).expect(value);
        assert_eq!(date.value(), value);
        assert_eq!(
            Date::from_local(date.local(), date.precision(), None),
            Some(date)
        );
    }
    for value in [
        "",
        "22",
        "2022-9-8",
        "2022-02-30",
        "2022-09-08T24:00",
        "2022-09-08T16",
        "0000",
        "+022",
    ] {
        assert_eq!(Date::from_value(value, None), None, "{value}");
    }
    let printed = parse("8 Sep 2022 22:30 EDT", &Reading::default()).expect("a date");
    let utc = printed.in_offset(0).expect("a moment");
    assert_eq!(shown(Some(utc.clone())), "2022-09-09T02:30 +00:00");
    assert!(!utc.same_day(&printed));
    let eastern = parse("8 Jan 2022 22:30 ET", &Reading::default()).expect("a date");
    assert_eq!(
        eastern.utc_seconds(),
        Date::from_value("2022-01-09T03:30", None).map(|date| date.local())
    );
}

#[test]
fn order_that_dates_show() {
    for (text, expected) in [
        ("05/13/2021 and 04/05/2021", Some(Order::MonthFirst)),
        ("on 13-05-2021", Some(Order::DayFirst)),
        ("04/05/2021", None),
        ("13/05/2021, 05/13/2021", None),
        ("1/2/13/14", None),
    ] {
        assert_eq!(order_in(text), expected, "{text}");
    }
}
