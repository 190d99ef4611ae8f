//! Words that the rules must know: acronyms that look like common words, abbreviations, elided articles.

/// Common words that are also written as acronyms, sorted: `US`, `WHO`, `IT`.
const COLLIDING: [&str; 43] = [
    "act", "ad", "ah", "aid", "am", "an", "arm", "as", "at", "be", "by", "can", "do", "era", "go",
    "he", "her", "his", "ice", "if", "in", "is", "it", "may", "me", "my", "no", "now", "of", "oh",
    "on", "or", "our", "own", "sad", "so", "to", "up", "us", "was", "we", "who", "why",
];

/// Whether the acronym `folded` looks like a common word.
pub(super) fn collides(folded: &str) -> bool {
    folded.len() <= 3 && COLLIDING.binary_search(&folded).is_ok()
}

/// Elided articles and prepositions of French, Italian and Catalan, sorted.
const ELIDED: [&str; 31] = [
    "agl", "all", "anch", "bell", "c", "coll", "com", "d", "dall", "degl", "dell", "gl", "j",
    "jusqu", "l", "lorsqu", "m", "n", "negl", "nell", "puisqu", "qu", "quand", "quell", "quest",
    "quoiqu", "s", "sull", "t", "un", "v",
];

/// Whether `folded` before an apostrophe is no part of the word that follows.
pub(super) fn is_elided(folded: &str) -> bool {
    ELIDED.binary_search(&folded).is_ok()
}

/// What a dot after an abbreviation says of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dot {
    /// A sentence ends there.
    Ends,
    /// The sentence goes on: `Mr.`
    GoesOn,
    /// It ends if the next word often begins one: `Inc.`, `Sept.`, `U.S.`
    Perhaps,
    /// It goes on before a number and ends before a word: `No.`
    Number,
}

/// Abbreviations of what a number follows, sorted; most are words as well.
const NUMBERED: [&str; 9] = ["art", "ch", "fig", "no", "nos", "nr", "p", "pp", "sec"];

/// Abbreviations after which a sentence goes on, sorted.
const GO_ON: [&str; 46] = [
    "adm", "arch", "brig", "ca", "capt", "cf", "cmdr", "col", "cpl", "dr", "drs", "fr", "ft",
    "gen", "gov", "hon", "hr", "insp", "lt", "maj", "messrs", "mgr", "mlle", "mme", "mr", "mrs",
    "ms", "msgr", "mt", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "sr",
    "sra", "srta", "st", "ste", "supt", "viz", "vs",
];

/// Abbreviations that may also end a sentence, sorted.
const PERHAPS: [&str; 45] = [
    "abs", "al", "apr", "assn", "aug", "ave", "bld", "blvd", "bros", "bzw", "co", "corp", "cos",
    "dec", "dept", "est", "etc", "ext", "feb", "hon", "inc", "jan", "jr", "jul", "jun", "ltd",
    "mar", "mln", "nov", "oct", "op", "pct", "ph", "phil", "plc", "rd", "sep", "sept", "stg",
    "univ", "usw", "v", "vol", "vols", "z",
];

/// What a dot after `word` (as written) says. `dotted`: the word has dots inside.
pub(super) fn dot_after(word: &str, dotted: bool) -> Dot {
    if dotted {
        return Dot::Perhaps;
    }
    if word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase() && word != "I" {
        return Dot::GoesOn;
    }
    if word.len() > 6 || !word.is_ascii() {
        return Dot::Ends;
    }
    let mut buffer = [0_u8; 6];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let known = |list: &[&str]| list.binary_search_by(|w| w.as_bytes().cmp(lower)).is_ok();
    if known(&NUMBERED) {
        Dot::Number
    } else if known(&GO_ON) {
        Dot::GoesOn
    } else if known(&PERHAPS) {
        Dot::Perhaps
    } else {
        Dot::Ends
    }
}

/// Words, as written, that often begin a sentence, sorted.
const OPENERS: [&str; 60] = [
    "A", "About", "After", "All", "Also", "Although", "An", "And", "As", "At", "Before", "But",
    "By", "During", "Each", "Even", "For", "From", "He", "Her", "His", "How", "However", "I", "If",
    "In", "Is", "It", "Its", "Last", "Many", "Most", "No", "Not", "Now", "On", "One", "Only",
    "Other", "Our", "She", "Since", "Some", "Still", "That", "The", "Their", "Then", "There",
    "These", "They", "This", "Those", "To", "We", "What", "When", "While", "With", "You",
];

/// Whether `word` as written often begins a sentence.
pub(super) fn opens(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [
            &COLLIDING[..],
            &ELIDED,
            &NUMBERED,
            &GO_ON,
            &PERHAPS,
            &OPENERS,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
