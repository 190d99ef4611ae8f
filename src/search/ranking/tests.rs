use super::*;

#[test]
fn age_halves_what_it_may_take() {
    let recency = Recency {
        half_life: 30.0,
        now: 100 * 86_400,
    };
    let day = |day: i64| Some(day * 86_400);
    for (date, factor) in [
        (day(100), 1.0),
        (day(130), 1.0),
        (day(70), 0.75),
        (day(40), 0.625),
        (None, 0.625),
        (Some(i64::MIN), 0.5),
        (Some(i64::MAX), 1.0),
    ] {
        let found = recency.factor(date);
        assert!((found - factor).abs() < 1e-4, "{date:?}: {found}");
    }
    let none = Recency {
        half_life: 0.0,
        ..recency
    };
    assert!((none.factor(day(99)) - 0.5).abs() < 1e-4);
}
