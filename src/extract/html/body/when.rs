//! Lines that say when and no more, whatever language they say it in.

use crate::date::{self, Reading};
use crate::extract::byline;

/// Lines longer than this say more, in bytes.
const LONGEST: usize = 160;

/// Words that stand beside a date on such a line, lower case.
const BESIDE: &[&str] = &[
    // English
    "published", "updated", "posted", "created", "modified", "last", "first", "on", "at", "by", "the", "date", "time",
    "am", "pm", "a.m", "p.m", "ago", "edited", "filed", "print", "edition", "min", "minute", "minutes", "read", "reading",
    // German
    "veröffentlicht", "aktualisiert", "stand", "uhr", "am", "um", "vom", "zuletzt", "lesezeit", "minuten", "erstellt", "geändert",
    // French
    "publié", "le", "à", "mis", "jour", "modifié", "heures", "lecture", "temps", "de",
    // Spanish, Portuguese, Italian
    "publicado", "actualizado", "a", "las", "el", "horas", "hora", "hs", "atualizado", "às", "em", "pubblicato", "aggiornato",
    "il", "alle", "ore", "ultima", "modifica", "creado", "criado",
    // Dutch and Nordic
    "gepubliceerd", "bijgewerkt", "om", "uur", "publisert", "oppdatert", "publicerad", "uppdaterad", "publiceret", "opdateret",
    "kl", "klokken", "klockan", "den", "julkaistu", "päivitetty", "klo",
    // Slavic
    "opublikowano", "aktualizacja", "godz", "publikováno", "aktualizováno", "v", "objavljeno", "ažurirano", "u", "опубликовано",
    "обновлено", "в", "опубліковано", "оновлено", "о",
    // elsewhere
    "güncelleme", "yayınlanma", "giriş", "tarihi", "saat", "son", "diterbitkan", "diperbarui", "wib", "cập", "nhật", "lúc",
    "입력", "수정", "更新", "公開", "配信", "掲載", "发布", "發布", "نشر", "تحديث", "botuar", "përditësuar", "ora",
    // zones and weekdays beside a date
    "utc", "gmt", "ist", "et", "est", "edt", "cet", "cest", "bst", "pt", "pst", "pdt", "ct", "mt", "jst", "kst", "myt", "sgt",
    "hkt", "aest", "aedt", "msk", "eet", "eest", "wat", "eat", "sast", "pkt",
];

/// Whether the line holds a date or a time and nothing beside it but labels and a byline.
pub(in crate::extract::html) fn is_all(text: &str) -> bool {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let found = date::find(text, &Reading::default());
    let mut rest = String::with_capacity(text.len());
    let mut from = 0;
    for hit in &found {
        rest.push_str(text.get(from..hit.span.start).unwrap_or(""));
        rest.push(' ');
        from = hit.span.end.max(from);
    }
    rest.push_str(text.get(from..).unwrap_or(""));
    let mut times = found.len();
    let mut days = 0;
    let mut others: Vec<&str> = Vec::new();
    for word in rest.split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '•' | '/' | ';' | ',' | '(' | ')' | '–' | '—')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        if is_time(word) {
            times += 1;
            continue;
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            days += usize::from(word.len() <= 2);
            continue;
        }
        let lower = word.to_lowercase();
        if !BESIDE.contains(&lower.as_str()) {
            others.push(word);
        }
    }
    if times == 0 {
        return false;
    }
    // `18:32, Oct 02`: a time, a month, a day.
    if found.is_empty() && (1..=2).contains(&days) && others.len() == days {
        return others
            .iter()
            .all(|word| word.len() < 12 && word.starts_with(char::is_uppercase));
    }
    // `Sunday August 7, 6:13 am by Jane Doe`
    others.is_empty() || !found.is_empty() && others.len() <= 5 && byline::is_byline(rest.trim())
}

/// `10:15`, `10.15`, `10h15`, `10:15:30`, `3am`.
fn is_time(word: &str) -> bool {
    let word = word.trim_end_matches(['Z', 'h']);
    let bare = word
        .strip_suffix("am")
        .or_else(|| word.strip_suffix("pm"))
        .or_else(|| word.strip_suffix("AM"))
        .or_else(|| word.strip_suffix("PM"));
    let parts: Vec<&str> = bare.unwrap_or(word).split([':', '.', 'h']).collect();
    let digits = |part: &&str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    (bare.is_some() || (2..=3).contains(&parts.len()))
        && parts.iter().all(digits)
        && parts[1..].iter().all(|part| part.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_only_say_when() {
        for line in [
            "Mar 16, 2020 at 3:44 AM Mar 16, 2020 at 3:54 AM",
            "11/28/2016 11:00 AM PT",
            "18:32 (IST), Oct 02",
            "Published 11:26 pm EST, Tuesday, November 19, 2019",
            "Updated Nov 19, 6:55 AM;Posted Nov 19, 6:51 AM",
            "Sunday August 7, 2022 6:13 am PDT by Jane Doe",
            "Veröffentlicht am 4. Mai 2021, 10:15 Uhr",
            "2019.03.05",
        ] {
            assert!(is_all(line), "{line}");
        }
        for line in [
            "On 4 May 2021 he left.",
            "The bridge fell on 4 May 2021",
            "2021 was a bad year for bridges",
            "Grade: C+",
            "1. Dampers",
            "May 2021 by the river: what we saw",
            "12.5",
        ] {
            assert!(!is_all(line), "{line}");
        }
    }
}
