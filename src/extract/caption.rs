//! Captions and the credits glued to them.

use crate::article::Caption;
use crate::extract::byline;

/// Words that open a credit, folded; a colon or `by` follows, or they stand in brackets.
const CREDIT_WORDS: &[&str] = &[
    "photo credit",
    "photos credit",
    "image credit",
    "picture credit",
    "video credit",
    "photo courtesy",
    "image courtesy",
    "image source",
    "photo source",
    "photograph",
    "photographs",
    "photography",
    "photographer",
    "photos",
    "photo",
    "pictures",
    "picture",
    "pic",
    "images",
    "image",
    "credits",
    "credit",
    "illustration",
    "graphic",
    "screenshot",
    "file photo",
    "file",
    "handout",
    "courtesy",
    "source",
    "copyright",
    "bildquelle",
    "bildnachweis",
    "bildrechte",
    "bild",
    "foto",
    "fotos",
    "fotocredit",
    "quelle",
    "grafik",
    "symbolbild",
    "symbolfoto",
    "archivbild",
    "archivfoto",
    "crédit photo",
    "crédit",
    "crédits",
    "photo d'illustration",
    "photographie",
    "fotografía",
    "imagen",
    "créditos",
    "crédito",
    "fuente",
    "foto di",
    "immagine",
    "fotografia",
    "fonte",
    "fotograf",
    "fotografi",
    "fotoğraf",
    "kaynak",
    "billede",
    "kuva",
    "valokuva",
    "fot",
    "zdjęcie",
    "zdj",
    "fotó",
    "forrás",
    "snímek",
    "zdroj",
    "izvor",
    "sursa",
    "фото",
    "иллюстрация",
    "источник",
    "джерело",
    "снимка",
    "φωτογραφία",
    "φωτο",
    "صورة",
    "تصوير",
    "المصدر",
    "צילום",
    "사진",
    "写真",
    "図",
    "图",
    "图片来源",
    "来源",
    "ảnh",
    "beeld",
    "sumber",
    "nuotr",
    "ljósmynd",
    "mynd",
];

/// Picture houses and agencies that sign pictures, folded.
const HOUSES: &[&str] = &[
    "getty images",
    "getty",
    "afp via getty images",
    "getty images/istockphoto",
    "istock",
    "istockphoto",
    "shutterstock",
    "alamy",
    "alamy stock photo",
    "imago",
    "imago images",
    "picture alliance",
    "picture-alliance",
    "epa",
    "epa-efe",
    "ap photo",
    "pixabay",
    "unsplash",
    "pexels",
    "wikimedia commons",
    "keystone",
    "depositphotos",
    "adobe stock",
    "scanpix",
    "tt nyhetsbyrån",
    "zuma press",
    "zuma wire",
    "instagram",
    "facebook",
    "twitter",
    "tiktok",
    "youtube",
    "screengrab",
    "screenshot",
    "handout",
    "wireimage",
    "filmmagic",
    "rex features",
    "rex",
    "splash news",
    "backgrid",
    "the mega agency",
    "mega agency",
    "action images",
    "ullstein bild",
    "akg-images",
    "nurphoto",
    "bildbyrån",
    "stella pictures",
    "ritzau scanpix",
    "maxppp",
    "sipa",
    "abaca",
    "hans lucas",
    "bestimage",
    "image images",
    "stock photo",
    "supplied",
    "file photo",
    "courtesy",
    "hand-out",
    "dpa picture alliance",
    "reuters pictures",
    "xinhua",
    "tass",
    "sputnik",
];

/// The credit where the whole line is one: `(photo credit: PIXABAY)`, `Photo: Jane Doe`, `© Getty Images`, `REUTERS/Jane Doe`.
pub fn credit_line(line: &str) -> Option<String> {
    let line = line.trim();
    if line.is_empty() || line.len() > 200 {
        return None;
    }
    let bare = strip_brackets(line);
    if let Some(credit) = after_word(bare) {
        let words = credit.split_whitespace().count();
        return (words <= 14 && !is_sentence(credit)).then(|| credit.to_owned());
    }
    if bare.starts_with('©') {
        let credit = bare.trim_start_matches(['©', ' ', ':']);
        let year = credit.chars().next().is_some_and(|c| c.is_ascii_digit());
        return (!year && !credit.is_empty() && credit.split_whitespace().count() <= 10)
            .then(|| credit.to_owned());
    }
    signed(bare).then(|| bare.to_owned())
}

/// The captions in a line that carries credits, and the text that stands after the last of them.
///
/// `Rama speaks. (credit: REUTERS/JANE DOE)Rama speaks. (credit: REUTERS/JANE DOE)` gives two captions, each as often as it
/// is printed; `None` where the line carries no credit.
pub fn read(line: &str) -> Option<(Vec<Caption>, String)> {
    let mut captions = Vec::new();
    let mut rest = line.trim();
    // Each turn shortens the rest by a bracket, so the work is linear.
    while let Some((before, credit, after)) = bracketed(rest) {
        captions.push(Caption {
            text: tidy(before),
            credit: Some(credit),
        });
        rest = after.trim_start();
    }
    if captions.is_empty() {
        let (text, credit) = trailing(rest)?;
        captions.push(Caption {
            text: tidy(text),
            credit: Some(credit),
        });
        rest = "";
    }
    Some((captions, rest.to_owned()))
}

/// The first bracket of `line` that is a credit: what is before, the credit, what is after.
fn bracketed(line: &str) -> Option<(&str, String, &str)> {
    let mut from = 0;
    while let Some(found) = line[from..].find(['(', '[']) {
        let open = from + found;
        // A credit is short: nothing is looked for further off, so that a run of brackets costs linear time.
        let mut end = line.len().min(open + 160);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        if let Some(length) = line[open..end].find([')', ']']) {
            let close = open + length;
            let inside = line[open + 1..close].trim();
            if let Some(credit) = after_word(inside) {
                return Some((&line[..open], credit.to_owned(), &line[close + 1..]));
            }
            let last = line[close + 1..].trim().is_empty() || inside.contains('/');
            if last && signed(inside) {
                return Some((&line[..open], inside.to_owned(), &line[close + 1..]));
            }
        }
        from = open + 1;
    }
    None
}

/// A credit at the end of a caption: `… in Tirana. Photo: Jane Doe`, `… in Tirana | © dpa`, `… in Tirana. AP Photo/Jane Doe`.
fn trailing(line: &str) -> Option<(&str, String)> {
    if line.len() > 600 {
        return None;
    }
    for mark in [
        " © ", "©", " | ", " - ", " – ", "  ", ". ", "? ", "! ", ") ", " / ", ": ",
    ] {
        let Some(at) = last_of(line, mark) else {
            continue;
        };
        let keep = usize::from(mark.starts_with(['.', '?', '!', ')']));
        let (text, credit) = (&line[..at + keep], line[at + mark.len()..].trim());
        if text.trim().is_empty() || credit.is_empty() {
            continue;
        }
        if mark.contains('©') {
            let year = credit.chars().next().is_some_and(|c| c.is_ascii_digit());
            if !year && credit.split_whitespace().count() <= 8 {
                return Some((text, credit.to_owned()));
            }
            continue;
        }
        if mark == ": " {
            // `… in Tirana Photo: Jane Doe`: the word stands before the colon.
            let word = CREDIT_WORDS.iter().find(|word| {
                let tail = tail_of(text, word.len());
                tail.to_lowercase() == **word && tail.chars().next().is_some_and(char::is_uppercase)
            });
            if let Some(word) = word {
                let start = text.len() - word.len();
                let boundary = text[..start]
                    .chars()
                    .last()
                    .is_none_or(|c| !c.is_alphanumeric() || c.is_lowercase());
                if boundary
                    && start > 0
                    && credit.split_whitespace().count() <= 8
                    && !is_sentence(credit)
                {
                    return Some((&text[..start], credit.to_owned()));
                }
            }
            continue;
        }
        if let Some(credit) = after_word(credit) {
            if credit.split_whitespace().count() <= 10 {
                return Some((text, credit.to_owned()));
            }
        } else if signed(credit) {
            return Some((text, credit.to_owned()));
        }
    }
    None
}

/// Where the mark stands last in the line. Marks are short: their rarest byte is looked for, which is quicker than a search for all of it.
fn last_of(line: &str, mark: &str) -> Option<usize> {
    let (line, mark) = (line.as_bytes(), mark.as_bytes());
    let rare = mark.iter().position(|byte| *byte != b' ').unwrap_or(0);
    let mut end = line.len();
    while let Some(found) = memchr::memrchr(*mark.get(rare)?, &line[..end]) {
        if let Some(at) = found.checked_sub(rare)
            && line[at..].starts_with(mark)
        {
            return Some(at);
        }
        end = found;
    }
    None
}

fn tail_of(text: &str, length: usize) -> &str {
    text.len()
        .checked_sub(length)
        .and_then(|start| text.get(start..))
        .unwrap_or("")
}

/// What follows a credit word and its colon or `by`: `Jane Doe` of `Photo by Jane Doe`.
fn after_word(text: &str) -> Option<&str> {
    let colon = text.find([':', '：', '/', '|']);
    if let Some(at) = colon.filter(|at| *at <= 40) {
        let word = text[..at]
            .trim()
            .trim_end_matches(['.', 's'])
            .to_lowercase();
        let whole = text[..at].trim().trim_end_matches('.').to_lowercase();
        if CREDIT_WORDS.contains(&word.as_str()) || CREDIT_WORDS.contains(&whole.as_str()) {
            let mark = text[at..].chars().next().map_or(1, char::len_utf8);
            let credit = text[at + mark..].trim();
            // `Source: https://…` of a clipping is an address, not a credit.
            return (!credit.is_empty() && !credit.starts_with("http")).then_some(credit);
        }
    }
    let lower: String = text.chars().take(32).flat_map(char::to_lowercase).collect();
    for opener in [
        "photo by ",
        "photos by ",
        "photograph by ",
        "image by ",
        "picture by ",
        "courtesy of ",
        "photo courtesy of ",
        "image via ",
        "photo via ",
        "ap photo/",
        "foto von ",
        "photo de ",
    ] {
        if lower.starts_with(opener) {
            return text
                .get(opener.len()..)
                .map(str::trim)
                .filter(|credit| !credit.is_empty());
        }
    }
    None
}

/// Whether the text is a picture's signature: a house alone, `AGENCY/Name`, `Name / HOUSE`, `Name, HOUSE`.
fn signed(text: &str) -> bool {
    if text.len() > 120 || is_sentence(text) {
        return false;
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '.');
    if is_house(text) && !text.eq_ignore_ascii_case("reuters") {
        return !text.chars().all(char::is_lowercase) || text.contains(' ');
    }
    let mut parts = text
        .split(['/', '|', '©', '_'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let several = text.contains(['/', '|', '©']);
    if several && text.split_whitespace().count() <= 10 {
        return parts.any(is_house);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    for last in [3, 2, 1] {
        if words.len() > last && words.len() <= last + 4 {
            let (name, house) = words.split_at(words.len() - last);
            let house = house.join(" ");
            let via = name
                .last()
                .is_some_and(|word| matches!(*word, "via" | "für" | "for" | "pour"));
            let known = HOUSES.contains(&house.to_lowercase().as_str())
                && house.chars().next().is_some_and(char::is_uppercase);
            if known
                && (via
                    || name
                        .iter()
                        .all(|word| word.chars().next().is_some_and(char::is_uppercase)))
            {
                return true;
            }
        }
    }
    false
}

fn is_house(part: &str) -> bool {
    let folded = part.to_lowercase();
    HOUSES.contains(&folded.as_str())
        || byline::agency(part).is_some()
        || folded.starts_with("afp via getty")
}

/// Whether the text runs on as prose does: a full stop with words after it, or many words in lower case.
fn is_sentence(text: &str) -> bool {
    let lower = text
        .split_whitespace()
        .filter(|word| word.chars().next().is_some_and(char::is_lowercase))
        .count();
    lower > 6
}

fn strip_brackets(line: &str) -> &str {
    let open = line.starts_with(['(', '[']) && line.ends_with([')', ']']);
    if open {
        line[1..line.len() - 1].trim()
    } else {
        line
    }
}

fn tidy(text: &str) -> String {
    text.trim()
        .trim_end_matches(['|', '/', '-', '–', '—', '•', '·'])
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_alone() {
        for (line, credit) in [
            ("(photo credit: PIXABAY)", Some("PIXABAY")),
            ("Photo: Jane Doe", Some("Jane Doe")),
            ("Foto: Max Muster/dpa", Some("Max Muster/dpa")),
            ("Image: Jane Doe / Town Hall", Some("Jane Doe / Town Hall")),
            ("© Jane Doe", Some("Jane Doe")),
            ("Getty Images", Some("Getty Images")),
            ("Max von Muster/dpa", Some("Max von Muster/dpa")),
            ("REUTERS/Jane Doe", Some("REUTERS/Jane Doe")),
            ("Photo by Jane Doe", Some("Jane Doe")),
            (
                "Jane Doe via Getty Images",
                Some("Jane Doe via Getty Images"),
            ),
            ("© 2022 Example Media", None),
            (
                "Photo: the minister said that he would not be going to the meeting after all",
                None,
            ),
            ("The government said so.", None),
            ("", None),
        ] {
            assert_eq!(credit_line(line).as_deref(), credit, "{line}");
        }
    }

    #[test]
    fn glued() {
        let (captions, rest) = read(
            "Edi Rama speaks. (credit: AGENCY/JANE DOE)Edi Rama speaks. (credit: AGENCY/JANE DOE)",
        )
        .expect("credits");
        assert_eq!(captions.len(), 2);
        assert_eq!(captions[0].text, "Edi Rama speaks.");
        assert_eq!(captions[0].credit.as_deref(), Some("AGENCY/JANE DOE"));
        assert_eq!(rest, "");
        let (captions, rest) =
            read("A bridge (Photo: Jane Doe)The bridge fell on Monday.").expect("credits");
        assert_eq!(
            (captions[0].text.as_str(), rest.as_str()),
            ("A bridge", "The bridge fell on Monday.")
        );
        for (line, text, credit) in [
            (
                "The bridge in May. Photo: Jane Doe",
                "The bridge in May.",
                "Jane Doe",
            ),
            (
                "The bridge in May | Bildquelle: Town Hall",
                "The bridge in May",
                "Town Hall",
            ),
            (
                "The bridge in May. - Jane Doe / Getty Images",
                "The bridge in May.",
                "Jane Doe / Getty Images",
            ),
            (
                "The bridge in May © Jane Doe",
                "The bridge in May",
                "Jane Doe",
            ),
            (
                "The bridge in May (Jane Doe/AFP)",
                "The bridge in May",
                "Jane Doe/AFP",
            ),
        ] {
            let (captions, _) = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(
                (captions[0].text.as_str(), captions[0].credit.as_deref()),
                (text, Some(credit)),
                "{line}"
            );
        }
        assert_eq!(read("The government said (in May) that it would go."), None);
        assert_eq!(read("The prime minister (left) spoke to AP: no."), None);
    }
}
