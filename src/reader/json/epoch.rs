//! Dates that are counts of seconds.

/// The date that a number means: a count of seconds, milli-, micro- or nanoseconds since 1970 in UTC, or digits that are a date as
/// they stand (`1987`, `19870226`).
pub(super) fn date(number: f64) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    let size = number.abs();
    let whole = number.fract() == 0.0;
    let is_digits =
        (1000.0..=2999.0).contains(&number) || (10_000_101.0..=29_991_231.0).contains(&number);
    if whole && is_digits {
        return Some(format!("{number:.0}"));
    }
    let seconds = match size {
        ..1e8 => return None,
        ..1e11 => number,
        ..1e14 => number / 1e3,
        ..1e17 => number / 1e6,
        ..1e20 => number / 1e9,
        _ => return None,
    };
    Some(utc(seconds.floor() as i64))
}

/// The date that a string of digits means; only counts of today's length are taken for such.
pub(super) fn date_of_digits(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || !matches!(whole.len(), 10 | 13) {
        return None;
    }
    date(text.parse().ok()?)
}

/// Seconds since 1970 as ISO 8601, by the proleptic Gregorian calendar (Hinnant, “chrono-compatible low-level date algorithms”, 2013).
fn utc(seconds: i64) -> String {
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}
