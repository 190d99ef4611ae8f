//! All words that articles and queries are made of, and what each is to a reader.

/// A word as printed, and what it is to a reader.
#[derive(Debug)]
pub(crate) struct Known {
    /// As printed within a sentence.
    pub(crate) printed: &'static str,
    /// Its parts, one after another.
    pub(crate) parts: &'static [Form],
    /// The parts run together.
    pub(crate) joined: Option<Form>,
    /// The acronym that it is, told from the common word.
    pub(crate) acronym: Option<&'static str>,
}

/// A word folded, and its stem.
pub(crate) type Form = (&'static str, &'static str);

const fn known(printed: &'static str, parts: &'static [Form]) -> Known {
    Known {
        printed,
        parts,
        joined: None,
        acronym: None,
    }
}

const fn hyphened(printed: &'static str, parts: &'static [Form], joined: Form) -> Known {
    Known {
        printed,
        parts,
        joined: Some(joined),
        acronym: None,
    }
}

/// Words of texts come first, up to [`PRINTED`]; the others only stand in queries and in the fields of names.
pub(crate) const WORDS: &[Known] = &[
    known("the", &[("the", "the")]),
    known("of", &[("of", "of")]),
    known("oil", &[("oil", "oil")]),
    known("attack", &[("attack", "attack")]),
    known("one", &[("one", "one")]),
    known("ones", &[("ones", "one")]),
    known("oils", &[("oils", "oil")]),
    known("attacks", &[("attacks", "attack")]),
    known("attacked", &[("attacked", "attack")]),
    known("iran", &[("iran", "iran")]),
    known("Iran's", &[("iran", "iran")]),
    known("tirana", &[("tirana", "tirana")]),
    known("cafe", &[("cafe", "cafe")]),
    known("café", &[("cafe", "cafe")]),
    known("cyber", &[("cyber", "cyber")]),
    known("cyberattack", &[("cyberattack", "cyberattack")]),
    known("cyberattacks", &[("cyberattacks", "cyberattack")]),
    hyphened(
        "cyber-attack",
        &[("cyber", "cyber"), ("attack", "attack")],
        ("cyberattack", "cyberattack"),
    ),
    known("field", &[("field", "field")]),
    known("fields", &[("fields", "field")]),
    known("oilfield", &[("oilfield", "oilfield")]),
    hyphened(
        "oil-fields",
        &[("oil", "oil"), ("fields", "field")],
        ("oilfields", "oilfield"),
    ),
    known("2,000", &[("2000", "2000")]),
    known("2000", &[("2000", "2000")]),
    known("5.6bn", &[("5.6bn", "5.6bn")]),
    known("5.6", &[("5.6", "5.6")]),
    known("billion", &[("billion", "billion")]),
    known("AT&T", &[("at&t", "at&t")]),
    known("us", &[("us", "us")]),
    Known {
        printed: "U.S.",
        parts: &[("us", "us")],
        joined: None,
        acronym: Some("us"),
    },
    known("USA", &[("usa", "usa")]),
    known("United", &[("united", "unit")]),
    known("States", &[("states", "state")]),
    known("Nations", &[("nations", "nation")]),
    known("UN", &[("un", "un")]),
    known("albania", &[("albania", "albania")]),
    known("Albanian", &[("albanian", "albanian")]),
    known("Albanians", &[("albanians", "albanian")]),
    known("labour", &[("labour", "labour")]),
    known("labor", &[("labor", "labor")]),
    known("labors", &[("labors", "labor")]),
    known("Gaddafi", &[("gaddafi", "gaddafi")]),
    known("Qadhafi", &[("qadhafi", "qadhafi")]),
    known("O'Brien", &[("obrien", "obrien")]),
    // Only in queries and in names.
    Known {
        printed: "US",
        parts: &[("us", "us")],
        joined: None,
        acronym: Some("us"),
    },
    known("obrien", &[("obrien", "obrien")]),
    known("jane", &[("jane", "jane")]),
    known("doe", &[("doe", "doe")]),
    known("by", &[("by", "by")]),
    known("edi", &[("edi", "edi")]),
    known("evening", &[("evening", "even")]),
    known("post", &[("post", "post")]),
    known("morning", &[("morning", "morn")]),
    known("world", &[("world", "world")]),
    known("news", &[("news", "news")]),
];

/// So many words stand in texts.
pub(crate) const PRINTED: usize = 44;

/// The word printed so, in any case.
pub(crate) fn find(printed: &str) -> Option<&'static Known> {
    let lower = printed.to_lowercase().replace('’', "'");
    WORDS
        .iter()
        .find(|word| word.printed == printed)
        .or_else(|| {
            WORDS
                .iter()
                .find(|word| word.printed.to_lowercase() == lower)
        })
}

/// Two words and the one that they are run together; the second in all its forms.
pub(crate) const COMPOUNDS: [(&str, Form, &str); 2] = [
    ("cyber", ("attack", "attack"), "cyberattack"),
    ("oil", ("field", "field"), "oilfield"),
];

/// What is searched beside a word, folded, outside of quotes and inside.
pub(crate) struct Beside {
    /// The words that ask for the others.
    pub(crate) asked: &'static [&'static str],
    /// What they ask for: words in a row, as they are. `u.s` is the acronym.
    pub(crate) added: &'static [&'static [&'static str]],
    /// Inside quotes as well.
    pub(crate) quoted: bool,
    /// Not where the archive has articles of another language.
    pub(crate) homograph: bool,
}

const fn beside(
    asked: &'static [&'static str],
    added: &'static [&'static [&'static str]],
) -> Beside {
    Beside {
        asked,
        added,
        quoted: false,
        homograph: false,
    }
}

/// Everything that is searched beside something else.
pub(crate) const BESIDE: &[Beside] = &[
    beside(
        &["albania", "albanian", "albanians"],
        &[&["albania"], &["albanian"], &["albanians"]],
    ),
    beside(
        &["u.s", "usa", "united states"],
        &[&["u.s"], &["usa"], &["united", "states"]],
    ),
    Beside {
        asked: &["un", "united nations"],
        added: &[&["un"], &["united", "nations"]],
        quoted: false,
        homograph: true,
    },
    beside(&["gaddafi", "qadhafi"], &[&["gaddafi"], &["qadhafi"]]),
    Beside {
        asked: &["5.6bn"],
        added: &[&["5.6", "billion"]],
        quoted: true,
        homograph: false,
    },
];

/// Stems of two spellings of one word.
pub(crate) const SPELLINGS: [(&str, &str); 2] = [("labour", "labor"), ("labor", "labour")];
