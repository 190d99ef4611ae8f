//! Whether a part of a byline is a person, and what of it is the name.

use crate::extract::byline::given::is_first_name;
use crate::extract::byline::lists::{
    CUTS, DESKS, MODIFIERS, NO_NAME, OTHER_WORK, PARTICLES, PLACE_AFTER, PLACES, ROLES,
};

/// What names of newsrooms hold in scripts without blanks.
const NEWSROOMS: &[&str] = &[
    "編集部",
    "编辑部",
    "編輯部",
    "取材班",
    "新聞",
    "通信",
    "報導",
    "報道",
    "綜合",
    "综合",
    "日報",
    "日报",
    "社説",
    "뉴스",
    "편집국",
];

/// `Jr.` and its like after a comma, as it is joined to the name.
pub(super) fn suffix(part: &str) -> Option<&'static str> {
    match part.trim_end_matches('.').to_lowercase().as_str() {
        "jr" => Some(" Jr."),
        "sr" => Some(" Sr."),
        "iii" => Some(" III"),
        _ => None,
    }
}

/// Whether the part opens the names of those who did other work: `Photos by`, `Foto:`, `Edited by`.
pub(super) fn is_other_work(part: &str) -> bool {
    let first: String = part
        .chars()
        .take_while(|c| c.is_alphabetic() || *c == '-' || *c == '©')
        .flat_map(char::to_lowercase)
        .collect();
    OTHER_WORK.contains(&first.as_str())
}

/// The name in a part of a byline; `None` where no person is named. `opened` says that the line began as bylines do.
pub(super) fn name(part: &str, opened: bool) -> Option<String> {
    let part = part.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ':' | '\'' | '"' | '“' | '”' | '’' | '„' | '«' | '»'
            )
    });
    if part.is_empty() || part.len() > 160 || PLACES.contains(&part.to_lowercase().as_str()) {
        return None;
    }
    let shouted = !part.chars().any(char::is_lowercase);
    let mut words: Vec<&str> = part.split_whitespace().collect();
    // `The Daily Planet` is no person's name.
    if words.len() > 2 && words[0] == "The" {
        return None;
    }
    words = after_by(words)?;
    cut_tail(&mut words, shouted);
    drop_roles(&mut words);
    trim_titles(&mut words);
    // `By Jane Doe Example News`: who she writes for is printed behind her name.
    let desk = |word: &&str| DESKS.contains(&fold(word).as_str());
    if opened
        && words.len() == 4
        && desk(&words[3])
        && !words[..3].iter().any(desk)
        && fold(words[0]) != "the"
    {
        words.truncate(2);
    }
    // A name printed twice.
    let half = words.len() / 2;
    if half >= 2 && words.len().is_multiple_of(2) && words[..half] == words[half..] {
        words.truncate(half);
    }
    let last = words.last()?;
    // `Post` and `Fox` are surnames too; with an article before or a place they are papers.
    let paper = matches!(
        fold(last).as_str(),
        "post" | "standard" | "express" | "sun" | "star"
    ) && (words.len() > 2
        || words.len() == 2 && fold(last) != "star" && !is_first_name(words[0])
        || words
            .first()
            .is_some_and(|word| PLACES.contains(&fold(word).as_str()) || fold(word) == "the"));
    if paper
        || words
            .iter()
            .any(|word| DESKS.contains(&fold(word).as_str()) || is_domain(word))
    {
        return None;
    }
    let words = without_affixes(&words);
    if words
        .iter()
        .any(|word| NEWSROOMS.iter().any(|name| word.contains(name)))
    {
        return None;
    }
    is_person(&words, opened).then(|| words.join(" "))
}

fn fold(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

fn is_domain(word: &str) -> bool {
    word.split_once('.').is_some_and(|(before, after)| {
        before.chars().count() > 2 && after.chars().filter(|c| c.is_alphabetic()).count() > 1
    })
}

/// `Published 8 September by Jane Doe`, `Analysis by Jane Doe`: the name follows.
fn after_by(words: Vec<&str>) -> Option<Vec<&str>> {
    let Some(at) = words.iter().position(|word| *word == "by" || *word == "BY") else {
        return Some(words);
    };
    let before = &words[..at];
    if before.iter().any(|word| is_other_work(word)) {
        return None;
    }
    Some(words[at + 1..].to_vec())
}

/// Cuts at a preposition of place, at a date, a label or a number.
fn cut_tail(words: &mut Vec<&str>, shouted: bool) {
    let end = words.iter().enumerate().position(|(at, word)| {
        let folded = fold(word);
        let digits = word.chars().any(|c| c.is_ascii_digit());
        let place = at > 0
            && (PLACE_AFTER.contains(word) || (shouted && matches!(*word, "IN" | "FOR" | "OF" | "AT"))
                || (at >= 2 && *word == "For"))
            // `Puig i Cadafalch`: one name before and one after is a name.
            && !(matches!(*word, "i" | "en" | "w" | "a") && at == 1 && words.len() == 3);
        digits || place || CUTS.contains(&folded.as_str())
    });
    if let Some(end) = end {
        let number = words[end]
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_digit());
        words.truncate(end);
        // `By Jane Doe March 18 at 3:57 PM`.
        if number && words.len() > 2 && words.last().is_some_and(|word| is_month(word)) {
            words.pop();
        }
        // `Jane Doe prije 26 minuta`: the word before a number goes with it.
        while number
            && words.len() > 2
            && words.last().is_some_and(|word| {
                word.chars().next().is_some_and(char::is_lowercase) && !PARTICLES.contains(word)
            })
        {
            words.pop();
        }
    }
}

/// Whether the word is a month's name; some are names of people, too.
fn is_month(word: &str) -> bool {
    matches!(
        fold(word).as_str(),
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
            | "januar"
            | "februar"
            | "märz"
            | "mai"
            | "juni"
            | "juli"
            | "oktober"
            | "dezember"
            | "avril"
            | "juin"
            | "juillet"
            | "enero"
            | "abril"
            | "mayo"
            | "junio"
            | "julio"
            | "maggio"
            | "giugno"
    )
}

/// Whether the word, in small letters, names an office, alone or as the end of a compound: `Wirtschaftsredakteurin`.
pub(super) fn is_office(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "redakteur",
        "redakteurin",
        "redaktor",
        "redaktorin",
        "korrespondent",
        "korrespondentin",
        "reporter",
        "reporterin",
        "journalist",
        "journalistin",
        "correspondent",
        "redaktør",
        "redaktör",
        "journaliste",
        "toimittaja",
        "kommentator",
        "medarbeider",
        "medarbejder",
        "redacteur",
        "verslaggever",
        "verslaggeefster",
        "rapporter",
    ];
    ROLES.contains(&word) || word.len() > 9 && ENDS.iter().any(|end| word.ends_with(end))
}

fn drop_roles(words: &mut Vec<&str>) {
    let is_role = |word: &&str| is_office(&fold(word));
    let goes_along = |word: &&str| MODIFIERS.contains(&fold(word).as_str());
    let goes_along_surely = |word: &&str| {
        matches!(
            fold(word).as_str(),
            "chief"
                | "deputy"
                | "assistant"
                | "associate"
                | "senior"
                | "junior"
                | "executive"
                | "managing"
                | "staff"
                | "special"
        )
    };
    let Some(role) = words.iter().position(is_role) else {
        return;
    };
    let mut from = role;
    // `Senior Washington Correspondent`
    let posted = |at: usize| {
        at > 1
            && goes_along_surely(&words[at - 2])
            && PLACES.contains(&fold(words[at - 1]).as_str())
    };
    while from > 0
        && (goes_along(&words[from - 1])
            || posted(from)
            || words[from - 1].contains('-')
                && goes_along(&words[from - 1].rsplit('-').next().unwrap_or("")))
    {
        from -= 1;
    }
    // `Chief Harbour Correspondent` is an office, whatever the harbour.
    if role + 1 == words.len() && words.first().is_some_and(goes_along_surely) {
        words.clear();
        return;
    }
    // `Jane Doe Deputy Content Hub Director`: the office begins with the first word that goes along with one.
    if let Some(first) = words[..from].iter().skip(2).position(goes_along_surely) {
        from = first + 2;
    }
    if from >= 2 {
        words.truncate(from);
        return;
    }
    if from == 1 && !words[0].is_ascii() {
        words.truncate(1);
        return;
    }
    // The office stands before the name.
    let after = words.iter().rposition(is_role).map_or(0, |last| last + 1);
    words.drain(..after);
}

/// Takes `Mr`, `Dr` and their like off.
fn trim_titles(words: &mut Vec<&str>) {
    while words.len() > 2
        && matches!(
            fold(words[0]).as_str(),
            "mr" | "mrs" | "ms" | "miss" | "dr" | "prof" | "the"
        )
    {
        words.remove(0);
    }
    while words
        .last()
        .is_some_and(|word| matches!(fold(word).as_str(), "the" | "" | "by"))
    {
        words.pop();
    }
}

/// The names before Korean's word for a reporter: whatever else is on the line is a place, a paper or an address.
pub(super) fn before_office(line: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut before = "";
    let hangul = |word: &str| {
        (2..=4).contains(&word.chars().count())
            && word.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7a3}'))
    };
    for word in line
        .split(|c: char| c.is_whitespace() || matches!(c, '=' | ',' | '·' | '/' | '|' | '(' | ')'))
    {
        let office = ["인턴기자", "선임기자", "전문기자", "기자", "특파원"]
            .iter()
            .find_map(|office| word.strip_suffix(office));
        if let Some(glued) = office {
            let name = if glued.is_empty() { before } else { glued };
            if hangul(name) && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        if !word.is_empty() && !matches!(word, "인턴" | "선임" | "수습" | "전문") {
            before = word;
        }
    }
    names
}

/// Takes what Korean, Chinese and Japanese glue to a name off: `기자`, `记者`, `記者`.
fn without_affixes<'a>(words: &[&'a str]) -> Vec<&'a str> {
    words
        .iter()
        .map(|word| {
            let mut word = *word;
            for affix in [
                "인턴기자",
                "기자",
                "특파원",
                "記者",
                "记者",
                "編集長",
                "編集",
                "監訳",
                "監修",
                "著",
                "訳",
                "氏",
                "さん",
            ] {
                let short = word
                    .strip_suffix(affix)
                    .or_else(|| word.strip_prefix(affix))
                    .unwrap_or(word);
                if short.chars().count() >= 2 {
                    word = short;
                }
            }
            word.trim_end_matches([',', ':', '：'])
        })
        // `聯合報 林宸誼`: the paper before the name.
        .filter(|word| {
            words.len() == 1 || word.chars().count() < 3 || !word.ends_with(['報', '报', '社'])
        })
        .collect()
}

fn is_person(words: &[&str], opened: bool) -> bool {
    let letters = words
        .iter()
        .flat_map(|word| word.chars())
        .filter(|c| c.is_alphabetic())
        .count();
    if words.is_empty() || words.len() > 6 || !(2..=60).contains(&letters) {
        return false;
    }
    let odd = |c: char| {
        !(c.is_alphabetic()
            || is_mark(c)
            || matches!(
                c,
                '\'' | '’'
                    | 'ʼ'
                    | '‘'
                    | '`'
                    | '-'
                    | '‑'
                    | '.'
                    | '"'
                    | '“'
                    | '”'
                    | '„'
                    | '('
                    | ')'
                    | '・'
                    | '·'
            ))
    };
    if words.iter().any(|word| word.contains(odd)) || words.iter().any(|word| word.len() > 40) {
        return false;
    }
    let first = words[0].chars().find(|c| c.is_alphabetic());
    let cased = first.is_some_and(|c| c.is_lowercase() || c.is_uppercase());
    if !cased {
        // Han, kana and Hangul names are short; a sentence is not.
        let dense = first.is_some_and(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'));
        return if dense {
            letters <= 12 && words.len() <= 3
        } else {
            words.len() <= 5
        };
    }
    let small = |word: &&str| {
        word.chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(char::is_lowercase)
    };
    // `i Paris`: no name begins with a joint.
    if words.len() > 1 && matches!(words[0], "i" | "e" | "y" | "a" | "à" | "en" | "in") {
        return false;
    }
    let lower = words.iter().filter(|word| small(word)).count();
    if lower == words.len() {
        // `viktor larsson`: some sites print no capitals.
        return opened
            && (2..=3).contains(&words.len())
            && !words.iter().any(|word| NO_NAME.contains(word));
    }
    let shouted = !words
        .iter()
        .any(|word| word.chars().any(char::is_lowercase));
    // `By Cindy mangomini`: some write their surname so.
    let half = opened
        && words.len() == 2
        && !small(&words[0])
        && words[1].chars().count() >= 5
        && words[1].chars().all(char::is_lowercase)
        && is_first_name(words[0])
        && !NO_NAME.contains(&words[1]);
    if half {
        return true;
    }
    let stop = |word: &&str| {
        NO_NAME.contains(&word.to_lowercase().as_str())
            // `Xiaoying You`, `Lin He`: small words are names too, where the line is known to name people.
            && !(opened && matches!(*word, "You" | "He" | "She" | "An" | "Her" | "All" | "It"))
            && !PARTICLES.contains(&word.to_lowercase().as_str())
    };
    // `Last Updated`, `First Published`: what is left of a label.
    let label = words.len() == 1 && matches!(fold(words[0]).as_str(), "last" | "first" | "date");
    if label
        || words.iter().any(stop)
        || (words.len() == 1 && (shouted && letters < 5 || letters < 3))
    {
        return false;
    }
    words
        .iter()
        .all(|word| !small(word) || PARTICLES.contains(word) || is_elided(word))
}

/// `d'Ormesson`, `al-Assad`, `el-Sisi`: lower case before a capital.
fn is_elided(word: &str) -> bool {
    word.split_once(['\'', '’', '-', '‑'])
        .is_some_and(|(before, after)| {
            before.chars().count() <= 4 && after.chars().next().is_some_and(char::is_uppercase)
        })
}

/// Marks that stand on letters: combining accents, vowel signs, joiners.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{ddf}' | '\u{e31}'..='\u{e4e}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{65f}' | '\u{200c}' | '\u{200d}')
}
