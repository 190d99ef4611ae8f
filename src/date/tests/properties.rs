use super::*;

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC*") {
        let reference = Reading { order: Order::MonthFirst, reference: Date::day(2022, 9, 9) };
        let _ = parse(&text, &reference);
        for found in find(&text, &Reading::default()).into_iter().chain(find(&text, &reference)) {
            proptest::prop_assert!(text.get(found.span.start..found.span.end).is_some());
            proptest::prop_assert!((1..=9999).contains(&found.date.calendar_year()));
        }
        let _ = parse_range(&text, &Date::day(1, 1, 1).expect("a day"));
    }

    #[test]
    fn pieces_of_dates_are_read_without_a_panic(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..14)
    ) {
        let text: String = pieces.concat();
        let reference = Reading { order: Order::DayFirst, reference: Date::second(9999, 12, 31, 23, 59, 59) };
        let found = find(&text, &reference);
        proptest::prop_assert!(found.is_sorted_by_key(|found| found.span));
        let _ = parse(&text, &Reading { order: Order::DayFirst, reference: Date::year(1) });
        let _ = parse_range(&text, &Date::day(9999, 12, 31).expect("a day"));
    }

    #[test]
    fn value_and_from_value_are_inverse(local in -62_135_596_800_i64..=253_402_300_799, precision in 0..5) {
        let precision = [Precision::Year, Precision::Month, Precision::Day, Precision::Minute, Precision::Second]
            .into_iter()
            .nth(precision as usize)
            .expect("one of five");
        let date = Date::from_local(local, precision, Some("+02:00")).expect("in the calendar");
        proptest::prop_assert_eq!(Date::from_value(&date.value(), date.zone()), Some(date.clone()));
        proptest::prop_assert!(date.period().first <= local && local <= date.period().last);
        if precision > Precision::Year {
            proptest::prop_assert_eq!(shown(parse(&date.value(), &Reading::default())), date.value());
        }
    }
}

const PIECES: &[&str] = &[
    " ",
    " ",
    "\n",
    ",",
    ".",
    "-",
    "/",
    ":",
    "(",
    ")",
    "'",
    "T",
    "Z",
    "+02:00",
    "2022",
    "20224:18",
    "08",
    "8",
    "31",
    "12",
    "99999999999999999999",
    "Sep",
    "September",
    "de",
    "am",
    "p.m.",
    "ET",
    "GMT",
    "Thursday",
    "mar",
    "ago",
    "vor",
    "3",
    "hours",
    "yesterday",
    "年",
    "月",
    "日",
    "令和",
    "午後",
    "tháng",
    "năm",
    "۱۴۰۱",
    "شهریور",
    "ม.ค.",
    "2565",
    "Published",
    "20220908",
    "1662645480",
    "9999",
    "0001",
    "د",
    "كانون",
    "الثاني",
    "d",
    "w",
    "y",
    "..",
];
