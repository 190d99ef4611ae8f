//! The language of an article: what its words say, and what its page declares.

mod codes;
mod common;
mod lists;
#[cfg(test)]
mod tests;

use crate::enrich::language::codes::CODES;
use crate::enrich::language::common::Tally;

/// Bytes of title and of body that are looked at.
const SAMPLE: usize = 6_000;

/// The fewest letters on which the statistics of letters may rest.
const FEWEST_LETTERS: usize = 40;

/// The language of a text as ISO 639-1 code, or 639-3 where there is none.
///
/// What the words say counts where they say it clearly; a text that is too short or mixed has the declared language, else none.
/// Of languages that are told apart with difficulty (Czech and Slovak, Croatian and Serbian) the declared one is believed.
pub(super) fn language(title: Option<&str>, body: &str, declared: Option<&str>) -> Option<String> {
    let declared = declared.and_then(normal);
    let mut sample = beginning(title.unwrap_or("")).to_owned();
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

fn beginning(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// The common words decide where they are clear. Else the statistics of letters do, in Latin script only where words or letters with
/// accents back them: tables of prices and lists of names have letters too, but no language.
fn detected(sample: &str) -> Option<String> {
    if is_plainly_english(sample) {
        return Some("en".to_owned());
    }
    let (latin, others) = letters(sample);
    let is_latin = others < latin;
    let tally = if is_latin {
        Tally::of(sample)
    } else {
        Tally::default()
    };
    if let Some(code) = tally.clear() {
        return Some(code.to_owned());
    }
    let letters = latin + others;
    if letters < FEWEST_LETTERS {
        return None;
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
    let code = normal(found.lang().code())?;
    if found.script() != whatlang::Script::Latin {
        return sure.then_some(code);
    }
    if !is_latin {
        // Names and terms among letters that say more.
        return None;
    }
    // The two are one language to statistics of letters; the commonest words part them.
    let code = match code.as_str() {
        "da" | "no" if tally.weight("da") > tally.weight("no") => "da".to_owned(),
        "da" | "no" => "no".to_owned(),
        _ => code,
    };
    (sure && tally.backs(&code)).then_some(code)
}

/// The letters in Latin script and those in others; of these a character or a syllable says as much as several letters.
fn letters(sample: &str) -> (usize, usize) {
    let (mut latin, mut others) = (0, 0);
    for letter in sample.chars().filter(|letter| letter.is_alphabetic()) {
        match letter {
            ..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => latin += 1,
            _ if letter.len_utf8() > 2 => others += 3,
            _ => others += 1,
        }
    }
    (latin, others)
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
