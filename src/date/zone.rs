//! Zones as they are printed: offsets, abbreviations, names.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// Abbreviations in capitals and their offset from UTC in minutes. Where two zones share one, the one that news prints more.
const ABBREVIATIONS: &[(&str, i32)] = &[
    ("Z", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("UT", 0),
    ("WET", 0),
    ("WEST", 60),
    ("BST", 60),
    ("IST", 330),
    ("CET", 60),
    ("CEST", 120),
    ("MEZ", 60),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("TRT", 180),
    ("SAST", 120),
    ("CAT", 120),
    ("WAT", 60),
    ("EAT", 180),
    ("AST", 180),
    ("IRST", 210),
    ("IRDT", 270),
    ("GST", 240),
    ("AMT", 240),
    ("PKT", 300),
    ("NPT", 345),
    ("BDT", 360),
    ("ICT", 420),
    ("WIB", 420),
    ("WITA", 480),
    ("WIT", 540),
    ("HKT", 480),
    ("SGT", 480),
    ("MYT", 480),
    ("PHT", 480),
    ("PST", -480),
    ("PDT", -420),
    ("MST", -420),
    ("MDT", -360),
    ("CST", -360),
    ("CDT", -300),
    ("EST", -300),
    ("EDT", -240),
    ("ADT", -180),
    ("NST", -210),
    ("NDT", -150),
    ("AKST", -540),
    ("AKDT", -480),
    ("HST", -600),
    ("BRT", -180),
    ("ART", -180),
    ("CLT", -240),
    ("COT", -300),
    ("PET", -300),
    ("JST", 540),
    ("KST", 540),
    ("AWST", 480),
    ("ACST", 570),
    ("ACDT", 630),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
];

/// The zone of this machine's clock.
///
/// Where no `TZ` names one, the file that the system keeps for it is read alone: the zone's name is not asked, and finding it would take
/// reading all that the system knows of zones, which is longer than a search.
pub(super) fn here() -> TimeZone {
    let named = std::env::var_os("TZ").is_some();
    let file = (!named).then(|| std::fs::read("/etc/localtime").ok());
    file.flatten()
        .and_then(|bytes| TimeZone::tzif("", &bytes).ok())
        .unwrap_or_else(TimeZone::system)
}

/// Zones whose offset depends on the day, with their rule in the notation of POSIX.
const RULED: &[(&str, &str)] = &[
    ("ET", "EST5EDT,M3.2.0,M11.1.0"),
    ("EASTERN", "EST5EDT,M3.2.0,M11.1.0"),
    ("CT", "CST6CDT,M3.2.0,M11.1.0"),
    ("CENTRAL", "CST6CDT,M3.2.0,M11.1.0"),
    ("MT", "MST7MDT,M3.2.0,M11.1.0"),
    ("MOUNTAIN", "MST7MDT,M3.2.0,M11.1.0"),
    ("PT", "PST8PDT,M3.2.0,M11.1.0"),
    ("PACIFIC", "PST8PDT,M3.2.0,M11.1.0"),
    ("AET", "AEST-10AEDT,M10.1.0,M4.1.0/3"),
    ("NZT", "NZST-12NZDT,M9.5.0,M4.1.0/3"),
];

/// Whether a word in capitals is the abbreviation of a zone.
pub(super) fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.iter().any(|(name, _)| *name == word)
        || RULED.iter().any(|(name, _)| *name == word)
}

/// Whether a zone's abbreviation is used in the United States and hardly elsewhere.
pub(super) fn is_american(zone: &str) -> bool {
    const AMERICAN: &[&str] = &[
        "ET", "EST", "EDT", "CT", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST", "AKDT",
        "HST", "Eastern", "Central", "Mountain", "Pacific",
    ];
    AMERICAN.contains(&zone.split(' ').next().unwrap_or(zone))
}

/// An offset in seconds east of UTC as ISO 8601 writes it: `+02:00`.
pub(super) fn written(offset: i32) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Seconds east of UTC that a printed zone has at the time `civil` on its clock; `None` where it isn't known.
pub(super) fn offset(zone: &str, civil: DateTime) -> Option<i32> {
    if let Some(seconds) = numeric(zone) {
        return Some(seconds);
    }
    let name = zone.to_ascii_uppercase();
    let first = name.split(' ').next().unwrap_or(&name);
    if let Some((_, minutes)) = ABBREVIATIONS.iter().find(|(known, _)| *known == first) {
        return Some(minutes * 60);
    }
    let rules = match RULED.iter().find(|(known, _)| *known == first) {
        Some((_, rule)) => TimeZone::posix(rule).ok()?,
        None if zone.contains('/') => TimeZone::get(zone).ok()?,
        None => return None,
    };
    let moment = rules.to_timestamp(civil).ok()?;
    Some(rules.to_offset(moment).seconds())
}

/// `+02:00` in seconds.
fn numeric(zone: &str) -> Option<i32> {
    let (sign, rest) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes): (i8, i8) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60);
    Offset::from_seconds(seconds)
        .ok()
        .map(|offset| offset.seconds())
}

/// Whether a text begins as the names of the zone database do.
pub(super) fn is_region(zone: &str) -> bool {
    const AREAS: &[&str] = &[
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
        "Etc",
        "US",
    ];
    zone.split_once('/')
        .is_some_and(|(area, place)| AREAS.contains(&area) && !place.is_empty())
}
