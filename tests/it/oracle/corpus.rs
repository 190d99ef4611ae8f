//! Articles made of few words.

use dateline::article::{Article, ArticleDate, Caption};
use dateline::date::Date;
use proptest::prelude::*;

/// A word as printed, and what it is to a reader.
#[derive(Debug)]
pub(crate) struct Known {
    /// As printed within a sentence.
    pub(crate) printed: &'static str,
    /// Its parts: folded, and the stem of it.
    pub(crate) parts: &'static [(&'static str, &'static str)],
    /// The parts run together: folded, and the stem of it.
    pub(crate) joined: Option<(&'static str, &'static str)>,
    /// The acronym that it is, told from the common word.
    pub(crate) acronym: Option<&'static str>,
}

const fn known(printed: &'static str, parts: &'static [(&'static str, &'static str)]) -> Known {
    Known {
        printed,
        parts,
        joined: None,
        acronym: None,
    }
}

/// All words there are.
pub(crate) const WORDS: &[Known] = &[
    known("the", &[("the", "the")]),
    known("of", &[("of", "of")]),
    known("one", &[("one", "one")]),
    known("ones", &[("ones", "one")]),
    known("oil", &[("oil", "oil")]),
    known("oils", &[("oils", "oil")]),
    known("attack", &[("attack", "attack")]),
    known("attacks", &[("attacks", "attack")]),
    known("attacked", &[("attacked", "attack")]),
    known("iran", &[("iran", "iran")]),
    known("iran's", &[("iran", "iran")]),
    known("tirana", &[("tirana", "tirana")]),
    known("cafe", &[("cafe", "cafe")]),
    known("café", &[("cafe", "cafe")]),
    known("cyber", &[("cyber", "cyber")]),
    known("cyberattack", &[("cyberattack", "cyberattack")]),
    known("cyberattacks", &[("cyberattacks", "cyberattack")]),
    Known {
        printed: "cyber-attack",
        parts: &[("cyber", "cyber"), ("attack", "attack")],
        joined: Some(("cyberattack", "cyberattack")),
        acronym: None,
    },
    known("2,000", &[("2000", "2000")]),
    known("2000", &[("2000", "2000")]),
    known("us", &[("us", "us")]),
    Known {
        printed: "U.S.",
        parts: &[("us", "us")],
        joined: None,
        acronym: Some("us"),
    },
];

/// The word printed so, in any case.
pub(crate) fn find(printed: &str) -> Option<&'static Known> {
    let lower = printed.to_lowercase();
    WORDS
        .iter()
        .find(|word| word.printed.to_lowercase() == lower)
}

/// A run of words, by their place in [`WORDS`].
pub(crate) type Sentence = Vec<usize>;
/// Sentences.
pub(crate) type Paragraph = Vec<Sentence>;

/// An article by its words.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) title: Option<Sentence>,
    pub(crate) dek: Option<Sentence>,
    pub(crate) body: Vec<Paragraph>,
    pub(crate) captions: Vec<Sentence>,
    /// As [`Date::value`] writes it.
    pub(crate) date: Option<&'static str>,
    pub(crate) byline: Option<&'static str>,
    pub(crate) lang: Option<&'static str>,
}

fn sentence() -> impl Strategy<Value = Sentence> {
    prop::collection::vec(0..WORDS.len(), 1..9).prop_map(|mut words| {
        // A sentence must not end in what looks like its end anyway.
        let plain = |at: &usize| WORDS[*at].acronym.is_none();
        if !words.last().is_some_and(plain) {
            words.push(2);
        }
        words
    })
}

/// Any article.
pub(crate) fn story() -> impl Strategy<Value = Story> {
    let paragraph = prop::collection::vec(sentence(), 1..4);
    (
        prop::option::of(sentence()),
        prop::option::weighted(0.2, sentence()),
        prop::collection::vec(paragraph, 0..4),
        prop::collection::vec(sentence(), 0..2),
        prop::option::weighted(
            0.8,
            prop::sample::select(vec![
                "1987",
                "1987-03",
                "1987-03-02",
                "1987-03-03T09:30",
                "1988-01-01",
                "1962-12-30",
            ]),
        ),
        prop::option::of(prop::sample::select(vec![
            "By Jane Doe",
            "Edi Oil",
            "JANE OILS",
        ])),
        prop::option::of(prop::sample::select(vec!["en", "de"])),
    )
        .prop_map(|(title, dek, body, captions, date, byline, lang)| Story {
            title,
            dek,
            body,
            captions,
            date,
            byline,
            // Stems of other languages are not the judge's.
            lang: lang.filter(|lang| *lang == "en"),
        })
}

/// A few articles, always the same.
pub(crate) fn fixed() -> Vec<Story> {
    let story = |body: &[&[usize]]| Story {
        title: None,
        dek: None,
        body: vec![body.iter().map(|words| words.to_vec()).collect()],
        captions: Vec::new(),
        date: None,
        byline: None,
        lang: None,
    };
    vec![
        story(&[&[0, 2], &[9]]),
        story(&[&[3, 0], &[10, 11]]),
        story(&[&[7, 8]]),
        story(&[&[0, 9, 2]]),
    ]
}

fn print(words: &Sentence) -> String {
    let words: Vec<&str> = words.iter().map(|at| WORDS[*at].printed).collect();
    let text = words.join(" ");
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

impl Story {
    /// The article, its number as its path.
    pub(crate) fn article(&self, number: usize) -> Article {
        let paragraph = |sentences: &Paragraph| {
            let sentences: Vec<String> = sentences.iter().map(|words| print(words) + ".").collect();
            sentences.join(" ")
        };
        let body: Vec<String> = self.body.iter().map(paragraph).collect();
        Article {
            id: format!("{:016x}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            path: number.to_string(),
            title: self.title.as_ref().map(print),
            dek: self.dek.as_ref().map(print),
            body: body.join("\n\n"),
            captions: self
                .captions
                .iter()
                .map(|words| Caption {
                    text: print(words),
                    credit: None,
                })
                .collect(),
            published: self
                .date
                .and_then(|date| Date::from_value(date, None))
                .map(|date| ArticleDate::new(date, "test")),
            byline: self.byline.map(str::to_owned),
            lang: self.lang.map(str::to_owned),
            words: self
                .body
                .iter()
                .flatten()
                .map(|words| words.len() as u32)
                .sum(),
            ..Article::default()
        }
    }
}
