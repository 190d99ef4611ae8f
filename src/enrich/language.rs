//! The language of an article: what its words say, and what its page declares.

use std::collections::HashSet;

#[cfg(test)]
mod tests;

/// Bytes of title and body that are looked at.
const SAMPLE: usize = 6_000;

/// The fewest letters on which a detection may rest.
const FEWEST_LETTERS: usize = 40;

/// The fewest words of a language's commonest among all the words of a text in it.
const COMMON_SHARE: f32 = 0.16;

/// The language of a text as ISO 639-1 code, or 639-3 where there is none.
///
/// What the words say counts where they say it clearly; a text that is too short or mixed has the declared language, else none.
/// Of languages that are told apart with difficulty (Czech and Slovak, Croatian and Serbian) the declared one is believed.
pub(super) fn language(title: Option<&str>, body: &str, declared: Option<&str>) -> Option<String> {
    let declared = declared.and_then(normal);
    let mut sample = title.unwrap_or("").to_owned();
    sample.push('\n');
    sample.push_str(beginning(body));
    match detected(&sample) {
        Some(found) => match declared {
            Some(declared) if is_near(&declared, &found) || is_beyond(&declared, &sample) => {
                Some(declared)
            }
            _ => Some(found),
        },
        None => declared,
    }
}

/// The code of a declared language: `en-US`, `EN`, `eng` are `en`. `None` where it is no code.
pub(super) fn normal(declared: &str) -> Option<String> {
    let first = declared
        .trim()
        .split(['-', '_', ',', ';', ' '])
        .next()?
        .to_ascii_lowercase();
    if !matches!(first.len(), 2 | 3) || !first.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let code = CODES
        .iter()
        .find(|(long, _)| *long == first)
        .map_or(first.as_str(), |(_, short)| short);
    (!matches!(code, "und" | "mul" | "zxx" | "mis" | "xx")).then(|| code.to_owned())
}

fn beginning(body: &str) -> &str {
    let mut end = body.len().min(SAMPLE);
    while !body.is_char_boundary(end) {
        end -= 1;
    }
    body.get(..end).unwrap_or("")
}

fn detected(sample: &str) -> Option<String> {
    let letters: usize = sample
        .chars()
        .filter(|letter| letter.is_alphabetic())
        // A Han character or a syllable says as much as several letters.
        .map(|letter| if letter.len_utf8() > 2 { 3 } else { 1 })
        .sum();
    if letters < FEWEST_LETTERS {
        return None;
    }
    if is_plainly_english(sample) {
        return Some("en".to_owned());
    }
    if let Some(code) = by_common_words(sample) {
        return Some(code.to_owned());
    }
    // No archive of news is in these two, and they draw short texts to them.
    let rare = vec![whatlang::Lang::Epo, whatlang::Lang::Lat];
    let found = whatlang::Detector::with_denylist(rare).detect(sample)?;
    let sure = match letters {
        ..=400 => found.is_reliable(),
        401..=800 => found.is_reliable() || found.confidence() > 0.6,
        // In a long text only near languages compete.
        _ => found.is_reliable() || found.confidence() > 0.1,
    };
    if matches!(found.lang(), whatlang::Lang::Dan | whatlang::Lang::Nob) {
        return sure.then(|| danish_or_norwegian(sample).to_owned());
    }
    sure.then(|| normal(found.lang().code()))?
}

/// Whether the beginning is thick with words that only English has: that spares the detector, which takes most of the time there is.
fn is_plainly_english(sample: &str) -> bool {
    const ENGLISH: &[&str] = &[
        "the", "and", "that", "with", "said", "from", "has", "are", "would", "which", "for", "by",
    ];
    /// Words that are looked at.
    const LOOKED_AT: usize = 200;
    let (mut words, mut hits, mut seen) = (0_usize, 0_usize, 0_u32);
    for word in sample
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(LOOKED_AT)
    {
        words += 1;
        let known = ENGLISH
            .iter()
            .position(|known| word.eq_ignore_ascii_case(known));
        if let Some(at) = known {
            hits += 1;
            seen |= 1 << at;
        }
    }
    words >= 30 && hits * 8 >= words && seen & 1 != 0 && seen.count_ones() >= 4
}

/// The two are one language to letter statistics; a few of the commonest words part them.
fn danish_or_norwegian(sample: &str) -> &'static str {
    const DANISH: &[&str] = &[
        "af", "hvad", "efter", "nu", "blev", "ud", "op", "mig", "siger", "mere",
    ];
    const NORWEGIAN: &[&str] = &[
        "av", "hva", "etter", "nå", "ble", "ut", "opp", "meg", "sier", "mer",
    ];
    let lower = sample.to_lowercase();
    let count = |list: &[&str]| {
        lower
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| list.contains(word))
            .count()
    };
    if count(DANISH) > count(NORWEGIAN) {
        "da"
    } else {
        "no"
    }
}

/// Languages that the detector doesn't know, by their commonest words.
fn by_common_words(sample: &str) -> Option<&'static str> {
    let lower = sample.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() < 8 {
        return None;
    }
    COMMON.iter().find_map(|(code, common)| {
        let common: HashSet<&str> = common.split(' ').collect();
        let hits: HashSet<&str> = words
            .iter()
            .copied()
            .filter(|word| common.contains(word))
            .collect();
        let count = words.iter().filter(|word| common.contains(*word)).count();
        let share = count as f32 / words.len() as f32;
        (share >= COMMON_SHARE && hits.len() >= 4).then_some(*code)
    })
}

/// Words that are frequent in one language and rare in all others.
const COMMON: &[(&str, &str)] = &[
    (
        "sq",
        "të në dhe për që është nga një më së ka janë por kanë si edhe kjo tha duke",
    ),
    (
        "is",
        "að og það sem við hefur ekki eru var fyrir með um til hafa þetta segir þá frá á",
    ),
    (
        "sw",
        "ya wa na kwa katika ni za la kuwa hiyo alisema huo ambao cha yake hilo baada",
    ),
    (
        "eu",
        "eta du da dira ere dute izan zuen bat ez egin dela baina zen duen dituzte",
    ),
    (
        "ga",
        "agus an na ar go tá bhí sé leis sa ina nach dúirt don ag gur seo",
    ),
    (
        "mt",
        "li ta fil tal għal minn biex kien huwa hija dwar kif qal",
    ),
    (
        "ms",
        "yang dan di kepada bagi telah beliau pihak turut berkata antara tersebut kerana boleh",
    ),
];

/// Whether two languages are told apart with difficulty.
fn is_near(left: &str, right: &str) -> bool {
    const NEAR: &[&[&str]] = &[
        &["hr", "sr", "bs", "sh", "me", "sl"],
        &["cs", "sk"],
        &["no", "nn", "da"],
        &["id", "ms", "jv"],
        &["bg", "mk"],
        &["hi", "mr", "ne"],
        &["es", "gl", "ca"],
        &["pt", "gl"],
        &["ru", "be", "uk"],
        &["az", "tr"],
        &["nl", "af"],
        &["fa", "ps", "ku", "ckb"],
        &["ar", "fa", "ur"],
        &["yi", "he"],
        &["zh", "yue"],
    ];
    left == right
        || NEAR
            .iter()
            .any(|group| group.contains(&left) && group.contains(&right))
}

/// Whether a declared language is one that the detector doesn't know, written in the script that the text has.
fn is_beyond(declared: &str, sample: &str) -> bool {
    const LATIN: &[&str] = &[
        "sq", "is", "sw", "eu", "ga", "mt", "ms", "gl", "lb", "fo", "kl", "rm", "gd", "br", "oc",
        "ast", "so", "ha", "yo", "ig", "xh", "st", "tn", "rw", "mg", "sm", "mi", "haw", "ht", "ku",
        "bs", "nn", "fil", "ceb", "su", "wo", "lg", "ny",
    ];
    const CYRILLIC: &[&str] = &["kk", "ky", "tg", "mn", "tt", "ba"];
    const ARABIC: &[&str] = &["ps", "sd", "ug", "ckb"];
    const OTHERS: &[&str] = &["lo", "bo", "dz", "ti"];
    let script = whatlang::detect_script(sample);
    match script {
        Some(whatlang::Script::Latin) => LATIN.contains(&declared),
        Some(whatlang::Script::Cyrillic) => CYRILLIC.contains(&declared),
        Some(whatlang::Script::Arabic) => ARABIC.contains(&declared),
        _ => OTHERS.contains(&declared),
    }
}

/// Codes of ISO 639-2 and 639-3 and outdated ones, with their code of 639-1.
const CODES: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("alb", "sq"),
    ("amh", "am"),
    ("ara", "ar"),
    ("arm", "hy"),
    ("aze", "az"),
    ("baq", "eu"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bos", "bs"),
    ("bul", "bg"),
    ("bur", "my"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("chi", "zh"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("cze", "cs"),
    ("dan", "da"),
    ("deu", "de"),
    ("dut", "nl"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("eus", "eu"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("geo", "ka"),
    ("ger", "de"),
    ("gle", "ga"),
    ("glg", "gl"),
    ("gre", "el"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ice", "is"),
    ("in", "id"),
    ("ind", "id"),
    ("isl", "is"),
    ("ita", "it"),
    ("iw", "he"),
    ("jav", "jv"),
    ("ji", "yi"),
    ("jpn", "ja"),
    ("jp", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("kaz", "kk"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lao", "lo"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mac", "mk"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("may", "ms"),
    ("mkd", "mk"),
    ("mlt", "mt"),
    ("mon", "mn"),
    ("msa", "ms"),
    ("mya", "my"),
    ("nb", "no"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nno", "nn"),
    ("nob", "no"),
    ("nor", "no"),
    ("ori", "or"),
    ("pan", "pa"),
    ("per", "fa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("pus", "ps"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slo", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("som", "so"),
    ("spa", "es"),
    ("sqi", "sq"),
    ("srp", "sr"),
    ("swa", "sw"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zho", "zh"),
    ("zul", "zu"),
];
