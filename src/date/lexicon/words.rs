//! The little words of dates: links, halves of the day, units, relative days.

use std::collections::HashMap;

use crate::date::lexicon::{Role, Sense, Unit, entry};

/// Words by what they do; a word stands once.
const ROLES: &[(Role, &str)] = &[
    (
        Role::Link,
        "of de del dell della di da do den der the le la el il al on em en i ב ของ",
    ),
    (
        Role::At,
        "at @ um à às as ore kl klo kell kello alle om ob o в у о la a las saat jam pukul lúc ώρα στις الساعة ساعت בשעה เวลา time",
    ),
    (Role::Am, "am dop öö 午前 上午 오전 凌晨 早上 صباحا ص πμ"),
    (
        Role::Pm,
        "pm odp öu 午後 下午 오후 晚上 中午 مساء مساءً م μμ",
    ),
    (Role::Ordinal, "st nd rd th er ère ª º e ος η го е й"),
    (Role::Year, "年 년 m г р год года року године roku рік"),
    (Role::Month, "月 월"),
    (Role::Day, "日 号 號 일 d"),
    (Role::Hour, "h hr hrs uhr u 時 时 点 點 시 ч год. น"),
    (Role::Minute, "min 分 분 мин хв"),
    (Role::Second, "s sec 秒 초"),
    (Role::MonthBefore, "tháng"),
    (Role::Era(2018), "令和"),
    (Role::Era(1988), "平成"),
    (Role::Era(1925), "昭和"),
    (Role::Era(1911), "大正 民國 民国"),
    (Role::Era(1867), "明治"),
    (Role::Ago, "ago"),
];

/// Units of `3 hours ago`.
const UNITS: &[(Unit, &str)] = &[
    (Unit::Second, "second seconds sec secs"),
    (Unit::Minute, "minute minutes min mins"),
    (Unit::Hour, "hour hours hr hrs h"),
    (Unit::Day, "day days"),
    (Unit::Week, "week weeks"),
    (Unit::Month, "month months"),
    (Unit::Year, "year years"),
];

/// Words for one: `an hour ago`.
const ONE: &str = "a an one";

/// Words for days near today.
const DAYS: &[(i8, &str)] = &[(0, "today"), (-1, "yesterday"), (1, "tomorrow")];

pub(super) fn add(lexicon: &mut HashMap<String, Sense>) {
    for (role, words) in ROLES {
        for word in words.split_whitespace() {
            let sense = entry(lexicon, word);
            if sense.role == Role::None {
                sense.role = *role;
            }
        }
    }
    for (unit, words) in UNITS {
        for word in words.split_whitespace() {
            entry(lexicon, word).unit.get_or_insert(*unit);
        }
    }
    for word in ONE.split_whitespace() {
        entry(lexicon, word).one = true;
    }
    for (days, words) in DAYS {
        for word in words.split_whitespace() {
            entry(lexicon, word).day_offset.get_or_insert(*days);
        }
    }
}
