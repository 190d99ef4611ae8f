//! The date itself, and the span of time it names.

use jiff::civil::{DateTime, Time};
use jiff::{SignedDuration, ToSpan};

use crate::date::{Precision, zone};

/// A date as printed: local civil time, its precision, and the zone where one was named.
///
/// Years run from 1 to 9999 of the proleptic Gregorian calendar. Two dates are equal where all three parts are: compare
/// [`Date::period`]s, or ask [`Date::same_day`], to compare what they mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// Civil seconds since 1970-01-01T00:00:00 on the printed clock (not UTC); the first second of the period it names.
    local: i64,
    precision: Precision,
    /// As an offset `+02:00`, `Z`, or an abbreviation or zone name as printed, such as `EST`.
    zone: Option<String>,
}

/// A span of civil time, both ends inclusive, in civil seconds since 1970-01-01T00:00:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First second; `i64::MIN` where open.
    pub first: i64,
    /// Last second; `i64::MAX` where open.
    pub last: i64,
}

const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

impl Date {
    /// The day `year`-`month`-`day`; `None` where there is no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::at(year, month, day, (0, 0, 0), Precision::Day)
    }

    /// The minute `hour`:`minute` of a day; `None` where there is no such minute.
    pub fn minute(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Option<Self> {
        Self::at(year, month, day, (hour, minute, 0), Precision::Minute)
    }

    /// The second `hour`:`minute`:`second` of a day; `None` where there is no such second.
    pub fn second(year: i16, month: i8, day: i8, hour: i8, minute: i8, second: i8) -> Option<Self> {
        Self::at(year, month, day, (hour, minute, second), Precision::Second)
    }

    /// The month `month` of `year`; `None` where there is none.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Self::at(year, month, 1, (0, 0, 0), Precision::Month)
    }

    /// The year `year`, 1 to 9999; `None` outside.
    pub fn year(year: i16) -> Option<Self> {
        Self::at(year, 1, 1, (0, 0, 0), Precision::Year)
    }

    fn at(
        year: i16,
        month: i8,
        day: i8,
        (hour, minute, second): (i8, i8, i8),
        precision: Precision,
    ) -> Option<Self> {
        let civil = DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
        Self::of(civil, precision)
    }

    fn of(civil: DateTime, precision: Precision) -> Option<Self> {
        (1..=9999).contains(&civil.year()).then(|| Self {
            local: seconds(start(civil, precision)),
            precision,
            zone: None,
        })
    }

    /// The period of `precision` that holds the civil second `local` (since 1970-01-01T00:00:00 on the printed clock), as
    /// [`Date::local`] gives it; `None` outside the years 1 to 9999.
    pub fn from_local(local: i64, precision: Precision, zone: Option<&str>) -> Option<Self> {
        Some(Self::of(civil(local)?, precision)?.with_zone(zone))
    }

    /// A moment in UTC, as the second it names on UTC's clock with zone `Z`; `None` outside the years 1 to 9999.
    pub fn from_utc_seconds(seconds: i64) -> Option<Self> {
        Self::from_local(seconds, Precision::Second, Some("Z"))
    }

    /// A moment, in seconds since 1970 in UTC, as a clock in this machine's time zone shows it; `None` outside the years 1 to 9999.
    pub fn on_local_clock(seconds: i64) -> Option<Self> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Self::of(zone::here().to_datetime(moment), Precision::Second)
    }

    /// A moment as RFC 2822 writes it, `Thu, 8 Sep 2022 16:18:05 +0200`, obsolete zones and comments included.
    pub fn from_rfc2822(text: &str) -> Option<Self> {
        let moment = jiff::fmt::rfc2822::parse(text).ok()?;
        let offset = zone::written(moment.offset().seconds());
        Some(Self::of(moment.datetime(), Precision::Second)?.with_zone(Some(&offset)))
    }

    /// A moment as RFC 3339 or ISO 8601 writes it, `2022-09-08T16:18:05+02:00`. It keeps its own clock, and `Z` as its zone.
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        let pieces = jiff::fmt::temporal::Pieces::parse(text).ok()?;
        let civil = pieces.date().to_datetime(pieces.time()?);
        let offset = match pieces.offset()? {
            jiff::fmt::temporal::PiecesOffset::Zulu => "Z".to_owned(),
            jiff::fmt::temporal::PiecesOffset::Numeric(offset) => {
                zone::written(offset.offset().seconds())
            }
            _ => return None,
        };
        Some(Self::of(civil, Precision::Second)?.with_zone(Some(&offset)))
    }

    /// Reads what [`Date::value`] writes: `2022`, `2022-09`, `2022-09-08`, `2022-09-08T16:18`, `2022-09-08T16:18:05`.
    pub fn from_value(value: &str, zone: Option<&str>) -> Option<Self> {
        let (day, clock) = match value.split_once('T') {
            Some((day, clock)) => (day, Some(clock)),
            None => (value, None),
        };
        let mut parts = day.split('-');
        let year: i16 = number(parts.next()?, 4)?;
        let month = parts.next().map(|part| number(part, 2));
        let day = parts.next().map(|part| number(part, 2));
        if parts.next().is_some() {
            return None;
        }
        let date = match (month, day, clock) {
            (None, None, None) => Self::year(year),
            (Some(month), None, None) => Self::month(year, month?),
            (Some(month), Some(day), None) => Self::day(year, month?, day?),
            (Some(month), Some(day), Some(clock)) => {
                let mut parts = clock.split(':');
                let hour = number(parts.next()?, 2)?;
                let minute = number(parts.next()?, 2)?;
                let second = parts.next().map(|part| number(part, 2));
                if parts.next().is_some() {
                    return None;
                }
                match second {
                    None => Self::minute(year, month?, day?, hour, minute),
                    Some(second) => Self::second(year, month?, day?, hour, minute, second?),
                }
            }
            _ => None,
        };
        Some(date?.with_zone(zone))
    }

    /// The date in its own precision: `2022-09-08T16:18`.
    pub fn value(&self) -> String {
        let civil = self.civil();
        let (year, month, day) = (civil.year(), civil.month(), civil.day());
        let (hour, minute, second) = (civil.hour(), civil.minute(), civil.second());
        match self.precision {
            Precision::Year => format!("{year:04}"),
            Precision::Month => format!("{year:04}-{month:02}"),
            Precision::Day => format!("{year:04}-{month:02}-{day:02}"),
            Precision::Minute => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"),
            Precision::Second => {
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
            }
        }
    }

    /// How exact it is.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The zone as printed, or an offset; `None` where none was named.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// The same date with another zone: the printed clock stays.
    pub fn with_zone(mut self, zone: Option<&str>) -> Self {
        self.zone = zone.map(str::to_owned);
        self
    }

    /// The first civil second of its period, since 1970-01-01T00:00:00 on the printed clock.
    pub fn local(&self) -> i64 {
        self.local
    }

    /// The year of its period's start, 1 to 9999.
    pub fn calendar_year(&self) -> i16 {
        self.civil().year()
    }

    /// Year, month and day of its period's start.
    pub fn year_month_day(&self) -> (i16, i8, i8) {
        let civil = self.civil();
        (civil.year(), civil.month(), civil.day())
    }

    /// The day of the week of its period's start: 1 is Monday, 7 is Sunday.
    pub fn weekday(&self) -> i8 {
        self.civil().weekday().to_monday_one_offset()
    }

    /// The date without its time, and without the zone: a day at the most.
    pub fn to_day(&self) -> Self {
        Self::of(self.civil(), self.precision.min(Precision::Day)).unwrap_or_else(|| self.clone())
    }

    /// The whole period it names: a day is 00:00:00 to 23:59:59 of it, a month its first second to its last.
    pub fn period(&self) -> Period {
        let civil = self.civil();
        let last = match self.precision {
            Precision::Year => end_of_day(civil.last_of_year()),
            Precision::Month => end_of_day(civil.last_of_month()),
            Precision::Day => self.local + DAY - 1,
            Precision::Minute => self.local + 59,
            Precision::Second => self.local,
        };
        Period {
            first: self.local,
            last,
        }
    }

    /// Whether both name one and the same day, each on its own clock. A month or a year is no day.
    pub fn same_day(&self, other: &Self) -> bool {
        self.precision.min(other.precision) >= Precision::Day
            && self.local.div_euclid(DAY) == other.local.div_euclid(DAY)
    }

    /// Whether its whole period lies before that of `other`, each on its own clock.
    pub fn is_before(&self, other: &Self) -> bool {
        self.period().last < other.period().first
    }

    /// The day `days` days later (earlier where negative), as a day; `None` outside the years 1 to 9999.
    pub fn plus_days(&self, days: i64) -> Option<Self> {
        let local = self.local.checked_add(days.checked_mul(DAY)?)?;
        Self::from_local(local, Precision::Day, None)
    }

    /// The day `months` months later (earlier where negative), the last of the month where it has no such day; `None` outside
    /// the years 1 to 9999.
    pub fn plus_months(&self, months: i64) -> Option<Self> {
        let span = 0.days().try_months(months).ok()?;
        let moved = self.civil().checked_add(span).ok()?;
        Self::of(moved, Precision::Day)
    }

    /// Its first second in UTC, since 1970-01-01T00:00:00Z; `None` where no zone is named or none that is known.
    pub fn utc_seconds(&self) -> Option<i64> {
        let offset = zone::offset(self.zone()?, self.civil())?;
        Some(self.local - i64::from(offset))
    }

    /// The same moment on the clock of an offset in seconds east of UTC; `None` where its own zone isn't known, where it has
    /// no time, or beyond the calendar.
    pub fn in_offset(&self, offset: i32) -> Option<Self> {
        if self.precision < Precision::Minute {
            return None;
        }
        let local = self.utc_seconds()?.checked_add(i64::from(offset))?;
        Self::from_local(local, self.precision, Some(&zone::written(offset)))
    }

    fn civil(&self) -> DateTime {
        // Every constructor goes through `of`, so the second is one of the calendar.
        civil(self.local).unwrap_or(EPOCH)
    }
}

impl Period {
    /// All of time.
    pub const ALL: Self = Self {
        first: i64::MIN,
        last: i64::MAX,
    };

    /// Whether the whole of `other` lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether the two share a second.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

const DAY: i64 = 86_400;

fn start(civil: DateTime, precision: Precision) -> DateTime {
    let midnight = Time::midnight();
    match precision {
        Precision::Year => civil.date().first_of_year().to_datetime(midnight),
        Precision::Month => civil.date().first_of_month().to_datetime(midnight),
        Precision::Day => civil.date().to_datetime(midnight),
        Precision::Minute => civil.date().at(civil.hour(), civil.minute(), 0, 0),
        Precision::Second => civil
            .date()
            .at(civil.hour(), civil.minute(), civil.second(), 0),
    }
}

fn seconds(civil: DateTime) -> i64 {
    civil.duration_since(EPOCH).as_secs()
}

fn civil(local: i64) -> Option<DateTime> {
    EPOCH.checked_add(SignedDuration::from_secs(local)).ok()
}

fn end_of_day(civil: DateTime) -> i64 {
    seconds(civil.date().to_datetime(Time::midnight())) + DAY - 1
}

fn number<T: std::str::FromStr>(part: &str, digits: usize) -> Option<T> {
    (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| part.parse().ok())
        .flatten()
}
