//! Labels before a date: `Published`, `Last updated`, in many languages.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::date::Label;
use crate::date::lexicon::{Role, sense};

/// Labels in small letters; the longest that fits is taken.
#[rustfmt::skip]
const LABELS: &[(Label, &[&str])] = &[
    (
        Label::Published,
        &[
            "published", "posted", "first published", "original", "originally published", "publication date", "date published", "created",
            "released", "issued", "published on", "posted on", "veröffentlicht", "zuerst veröffentlicht", "artikel veröffentlicht", "erstellt", "erschienen", "publiziert",
            "publié", "publiée", "paru", "mis en ligne", "créé", "publication", "publicado", "publicada", "publicación",
            "creado", "divulgado", "pubblicato", "pubblicata", "pubblicazione", "gepubliceerd", "geplaatst", "publicerad",
            "publicerat", "publicerades", "skapad", "publisert", "offentliggjort", "udgivet", "publiceret", "opprettet",
            "oprettet", "julkaistu", "opublikowano", "dodano", "data publikacji", "publikacja", "utworzono", "publikováno",
            "zveřejněno", "vydáno", "vydané", "publikované", "zverejnené", "uverejnené", "objavljeno", "objavljena", "objavio",
            "közzétéve", "megjelent", "publikálva", "létrehozva", "publicat", "publicată", "data publicării", "publikuar",
            "botuar", "postuar", "publikuar më", "yayınlanma", "yayınlandı", "yayın tarihi", "yayınlanma tarihi", "giriş",
            "giriş tarihi", "oluşturulma", "eklenme", "dərc olunub", "δημοσιεύτηκε", "δημοσίευση", "δημοσιεύθηκε",
            "ημερομηνία δημοσίευσης", "опубликовано", "опубликована", "опубликован", "дата публикации", "публикация",
            "опубліковано", "дата публікації", "публикувана", "публикувано", "публикувана на", "објављено", "објавено",
            "апублікавана", "نشر", "نُشر", "نشر في", "تاريخ النشر", "تم النشر", "منتشر شده", "تاریخ انتشار", "انتشار", "פורסם",
            "תאריך פרסום", "פרסום", "प्रकाशित", "पब्लिश", "প্রকাশ", "প্রকাশিত", "প্রকাশের সময়", "diterbitkan", "dipublikasikan",
            "terbit", "diterbit", "tayang", "disiarkan", "xuất bản", "đăng", "ngày đăng", "đăng lúc", "เผยแพร่", "วันที่เผยแพร่",
            "公開", "公開日", "投稿", "掲載", "配信", "発行", "発表", "发布", "發布", "发表", "發表", "发布时间", "發佈", "刊登", "发表于", "입력", "등록일", "등록일시", "기사등록", "게시", "승인",
            "작성", "기사입력", "imechapishwa", "ilichapishwa", "iliyochapishwa", "გამოქვეყნდა", "გამოქვეყნებულია",
            "հրապարակվել է", "հրապարակված", "paskelbta", "publikuota", "publicēts", "publicēta", "avaldatud", "birt",
            "publicat el", "argitaratua", "foilsithe", "cyhoeddwyd", "gepubliseer", "шығарылды", "жарияланды",
        ],
    ),
    (
        Label::Updated,
        &[
            "updated", "last updated", "page last updated", "last update", "update", "modified", "last modified", "date modified", "revised",
            "edited", "last edited", "updated on", "aktualisiert", "zuletzt aktualisiert", "letzte aktualisierung",
            "aktualisierung", "stand", "geändert", "zuletzt geändert", "bearbeitet", "mis à jour", "mise à jour",
            "dernière mise à jour", "actualisé", "modifié", "modifiée", "maj", "actualizado", "actualizada",
            "última actualización", "actualización", "modificado", "atualizado", "atualizada", "última atualização",
            "atualização", "aggiornato", "aggiornata", "ultimo aggiornamento", "aggiornamento", "modificato", "bijgewerkt",
            "laatst bijgewerkt", "laatste update", "gewijzigd", "aangepast", "laatst gewijzigd", "uppdaterad", "uppdaterat",
            "senast uppdaterad", "ändrad", "oppdatert", "sist oppdatert", "sist endret", "opdateret", "sidst opdateret",
            "senest opdateret", "päivitetty", "muokattu", "viimeksi päivitetty", "aktualizacja", "zaktualizowano",
            "ostatnia aktualizacja", "data aktualizacji", "modyfikacja", "aktualizováno", "aktualizace", "poslední aktualizace",
            "upraveno", "aktualizované", "aktualizácia", "posodobljeno", "zadnja posprememba", "ažurirano", "posljednja izmjena",
            "zadnja izmjena", "izmenjeno", "izmijenjeno", "frissítve", "utoljára frissítve", "módosítva", "frissült",
            "actualizat", "actualizată", "ultima actualizare", "modificat", "përditësuar", "përditësimi i fundit", "azhurnuar",
            "ndryshuar", "güncelleme", "güncellendi", "son güncelleme", "güncellenme", "güncelleme tarihi", "yenilənib",
            "ενημερώθηκε", "τελευταία ενημέρωση", "ενημέρωση", "обновлено", "обновлена", "обновлён", "последнее обновление",
            "дата обновления", "изменено", "оновлено", "останнє оновлення", "актуализирана", "последна актуализация", "обновена",
            "ажурирано", "абноўлена", "تحديث", "آخر تحديث", "تم التحديث", "حُدّث", "حدث", "به‌روزرسانی", "به روز شده",
            "آخرین به روزرسانی", "עודכן", "עדכון אחרון", "עדכון", "אחרון עודכן", "अपडेट", "अपडेटेड", "अद्यतन", "আপডেট",
            "সর্বশেষ আপডেট", "হালনাগাদ", "diperbarui", "terakhir diperbarui", "dikemas kini", "diperbaharui", "pembaruan",
            "cập nhật", "cập nhật lúc", "แก้ไข", "อัปเดต", "แก้ไขล่าสุด", "ปรับปรุง", "更新", "更新日", "最終更新", "修正", "更新于", "更新时间",
            "更新時間", "最后更新", "最後更新", "修改", "수정", "업데이트", "최종수정", "기사수정", "갱신", "imesasishwa", "ilisasishwa", "განახლდა",
            "განახლებულია", "թարմացվել է", "թարմացված", "atnaujinta", "paskutinį kartą atnaujinta", "atjaunots", "atjaunināts",
            "uuendatud", "muudetud", "uppfært", "síðast uppfært", "actualitzat", "eguneratua", "nuashonraithe", "diweddarwyd",
            "bygewerk", "opgedateer", "жаңартылды",
        ],
    ),
];

/// The farthest a label stands before its date, in bytes.
const FAR: usize = 48;

static LABELS_AUTOMATON: LazyLock<Option<(AhoCorasick, Vec<Label>)>> = LazyLock::new(|| {
    let (labels, phrases): (Vec<Label>, Vec<&str>) = LABELS
        .iter()
        .flat_map(|(label, phrases)| phrases.iter().map(move |phrase| (*label, *phrase)))
        .unzip();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(phrases)
        .ok()?;
    Some((automaton, labels))
});

/// The label that a text ends with, short words aside.
pub(super) fn before(text: &str) -> Option<Label> {
    let mut cut = text.len().saturating_sub(160);
    while !text.is_char_boundary(cut) {
        cut += 1;
    }
    let lower = parted(text.get(cut..)?);
    let (label, _, end) = all(&lower).pop()?;
    let between = lower.get(end..)?;
    // `published in 2019` tells of a book.
    if between.trim() == "in" {
        return None;
    }
    let plain = !between.contains(['.', '?', '!', ';']) || between.trim_end().len() < 4;
    (between.len() <= FAR && plain).then_some(label)
}

/// The label that a text begins with, as Japanese and Chinese have it (`2022年9月8日 16:18更新`) and brackets (`8 Sep 2022 (updated)`), and
/// the bytes up to its end. Not where another date or a colon follows at once: then the label is of that.
pub(super) fn after(text: &str) -> Option<(Label, usize)> {
    let end = text.char_indices().nth(24).map_or(text.len(), |(at, _)| at);
    let text = text.get(..end)?;
    let trimmed = text.trim_start();
    let bare = trimmed.trim_start_matches(['(', '（', '[', 'に', 'の']);
    let bracket = trimmed.starts_with(['(', '（', '[']);
    if !bracket && !bare.starts_with(is_unspaced) {
        return None;
    }
    let lower = bare.to_lowercase();
    // Where small letters take other bytes than capitals, places in one aren't places in the other.
    if lower.len() != bare.len() {
        return None;
    }
    let (label, _, end) = all(&lower).into_iter().find(|(_, start, _)| *start == 0)?;
    let behind = bare.get(end..)?.trim_start_matches([')', '）', ']']);
    let of_next = behind
        .trim_start()
        .starts_with(|next: char| matches!(next, ':' | '：' | '日') || next.is_numeric());
    (bracket || !of_next).then(|| (label, text.len() - bare.len() + end))
}

/// The text in small letters, with a space where two words were glued: `SmithPublished`.
fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len() + 8);
    let mut small = false;
    for letter in text.chars() {
        if small && letter.is_uppercase() {
            parted.push(' ');
        }
        small = letter.is_lowercase();
        parted.extend(letter.to_lowercase());
    }
    parted
}

/// Whether a text is made of labels, links and days of the week alone.
pub(super) fn is_noise(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let lower = parted(text);
    let mut rest = String::with_capacity(lower.len());
    let mut from = 0;
    for (_, start, end) in all(&lower) {
        rest.push_str(lower.get(from..start).unwrap_or(""));
        rest.push(' ');
        from = end;
    }
    rest.push_str(lower.get(from..).unwrap_or(""));
    rest.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            let sense = sense(word);
            let little = matches!(
                sense.role,
                Role::Link
                    | Role::At
                    | Role::Am
                    | Role::Pm
                    | Role::Hour
                    | Role::Day
                    | Role::Year
                    | Role::Ordinal
            );
            little
                || sense.weekday > 0
                || matches!(
                    word,
                    "date" | "for" | "för" | "uk" | "noon" | "midnight" | "hui"
                )
        })
}

/// The labels in a text of small letters: label, first byte, byte after the last.
fn all(lower: &str) -> Vec<(Label, usize, usize)> {
    let Some((automaton, labels)) = LABELS_AUTOMATON.as_ref() else {
        return Vec::new();
    };
    automaton
        .find_iter(lower)
        .filter(|found| {
            let letter = |next: Option<char>| {
                next.is_some_and(|next| next.is_alphabetic() && !is_unspaced(next))
            };
            let before = lower
                .get(..found.start())
                .and_then(|text| text.chars().next_back());
            let after = lower
                .get(found.end()..)
                .and_then(|text| text.chars().next());
            !letter(before) && !letter(after)
        })
        .filter_map(|found| {
            let label = labels.get(found.pattern().as_usize())?;
            Some((*label, found.start(), found.end()))
        })
        .collect()
}

fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}
