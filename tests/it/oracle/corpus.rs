//! Articles made of few words.

use dateline::article::{Article, ArticleDate, Caption, Entity};
use dateline::date::Date;
use proptest::prelude::*;

use crate::oracle::vocabulary::{PRINTED, WORDS};

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
    /// Captions and their credits.
    pub(crate) captions: Vec<(Sentence, Option<Sentence>)>,
    /// As [`Date::value`] writes it.
    pub(crate) date: Option<&'static str>,
    pub(crate) byline: Option<&'static str>,
    pub(crate) publisher: Option<&'static str>,
    pub(crate) section: Option<&'static str>,
    pub(crate) people: Vec<&'static str>,
    pub(crate) orgs: Vec<&'static str>,
    pub(crate) places: Vec<&'static str>,
    /// English, not said, or one whose words are not stemmed.
    pub(crate) lang: Option<&'static str>,
}

/// Words that often stand side by side, by what is printed.
const TOGETHER: [&[&str]; 6] = [
    &["United", "States"],
    &["United", "Nations"],
    &["cyber", "attacks"],
    &["oil", "field"],
    &["5.6", "billion"],
    &["of", "the"],
];

fn at(printed: &str) -> usize {
    WORDS
        .iter()
        .position(|word| word.printed == printed)
        .expect("a word of the vocabulary")
}

fn piece() -> BoxedStrategy<Vec<usize>> {
    prop_oneof![
        // The first few words are so common that queries of several words hit.
        4 => (0..10_usize).prop_map(|word| vec![word]),
        6 => (0..PRINTED).prop_map(|word| vec![word]),
        1 => prop::sample::select(TOGETHER.to_vec())
            .prop_map(|words| words.iter().map(|word| at(word)).collect()),
    ]
    .boxed()
}

fn sentence() -> BoxedStrategy<Sentence> {
    let words = prop::collection::vec(piece(), 1..9).prop_map(|pieces| {
        let mut words = pieces.concat();
        // A sentence must not end in what looks like an abbreviation.
        let plain = |at: &usize| WORDS[*at].printed.chars().all(char::is_lowercase);
        if !words.last().is_some_and(plain) {
            words.push(2);
        }
        words
    });
    words.boxed()
}

/// Any article.
pub(crate) fn story() -> impl Strategy<Value = Story> {
    let paragraph = || prop::collection::vec(sentence(), 1..4);
    let text = (
        prop::option::of(sentence()),
        prop::option::weighted(0.2, sentence()),
        prop_oneof![
            4 => prop::collection::vec(paragraph(), 0..4),
            1 => prop::collection::vec(paragraph(), 4..10),
        ],
        prop::collection::vec((sentence(), prop::option::weighted(0.3, sentence())), 0..2),
    );
    let dates = vec![
        "1987",
        "1987-03",
        "1987-03-02",
        "1987-03-03T09:30",
        "1988-01-01",
        "1962-12-30",
    ];
    let bylines = vec!["By Jane Doe", "Edi Oil", "JANE OILS", "Doe, O'Brien"];
    let names = (
        prop::option::weighted(0.8, prop::sample::select(dates)),
        prop::option::of(prop::sample::select(bylines)),
        prop::option::of(prop::sample::select(vec!["Evening Post", "Morning Post"])),
        prop::option::of(prop::sample::select(vec!["World", "World news", "Oil"])),
        prop::collection::vec(
            prop::sample::select(vec!["Jane Doe", "Edi", "Doe Iran"]),
            0..3,
        ),
        prop::collection::vec(prop::sample::select(vec!["Oil Nations", "Iran Oil"]), 0..3),
        prop::collection::vec(prop::sample::select(vec!["Tirana", "Evening Doe"]), 0..3),
        prop::sample::select(vec![None, None, Some("en"), Some("en"), Some("ja")]),
    );
    (text, names).prop_map(
        |(
            (title, dek, body, captions),
            (date, byline, publisher, section, people, orgs, places, lang),
        )| Story {
            title,
            dek,
            body,
            captions,
            date,
            byline,
            publisher,
            section,
            people,
            orgs,
            places,
            lang,
        },
    )
}

/// A few articles, always the same.
pub(crate) fn fixed() -> Vec<Story> {
    let story = |sentences: &[&[&str]]| Story {
        title: None,
        dek: None,
        body: vec![
            sentences
                .iter()
                .map(|words| words.iter().map(|word| at(word)).collect())
                .collect(),
        ],
        captions: Vec::new(),
        date: None,
        byline: None,
        publisher: None,
        section: None,
        people: Vec::new(),
        orgs: Vec::new(),
        places: Vec::new(),
        lang: None,
    };
    vec![
        story(&[&["the", "oil"], &["tirana"]]),
        story(&[&["one", "the"], &["tirana", "cafe"]]),
        story(&[&["iran", "attack"]]),
        story(&[&["the", "tirana", "oil"]]),
    ]
}

/// The words of a sentence as they stand in the text.
pub(crate) fn printed(words: &Sentence, stop: bool) -> Vec<String> {
    let last = words.len() - 1;
    let word = |(number, at): (usize, &usize)| {
        let mut letters = WORDS[*at].printed.chars();
        let first: String = match letters.next() {
            Some(letter) if number == 0 => letter.to_uppercase().collect(),
            letter => letter.into_iter().collect(),
        };
        let end = if stop && number == last { "." } else { "" };
        format!("{first}{}{end}", letters.as_str())
    };
    words.iter().enumerate().map(word).collect()
}

impl Story {
    /// Words of the body.
    pub(crate) fn words(&self) -> u32 {
        let sentences = self.body.iter().flatten();
        sentences.map(|words| words.len() as u32).sum()
    }

    /// The article, its number as its path.
    pub(crate) fn article(&self, number: usize) -> Article {
        let line = |words: &Sentence| printed(words, false).join(" ");
        let paragraph = |sentences: &Paragraph| {
            let sentences: Vec<String> = sentences
                .iter()
                .map(|words| printed(words, true).join(" "))
                .collect();
            sentences.join(" ")
        };
        let body: Vec<String> = self.body.iter().map(paragraph).collect();
        let mut article = Article {
            id: id(number),
            path: number.to_string(),
            title: self.title.as_ref().map(line),
            dek: self.dek.as_ref().map(line),
            body: body.join("\n\n"),
            captions: self
                .captions
                .iter()
                .map(|(text, credit)| Caption {
                    text: line(text),
                    credit: credit.as_ref().map(line),
                })
                .collect(),
            published: self
                .date
                .and_then(|date| Date::from_value(date, None))
                .map(|date| ArticleDate::new(date, "test")),
            byline: self.byline.map(str::to_owned),
            publisher: self.publisher.map(str::to_owned),
            section: self.section.map(str::to_owned),
            lang: self.lang.map(str::to_owned),
            words: self.words(),
            ..Article::default()
        };
        for (list, names) in [
            (&mut article.entities.people, &self.people),
            (&mut article.entities.orgs, &self.orgs),
            (&mut article.entities.places, &self.places),
        ] {
            let each = names.iter().map(|name| Entity {
                name: (*name).to_owned(),
                count: 1,
                ..Entity::default()
            });
            list.extend(each);
        }
        article
    }
}

/// The id of the article with this number.
pub(crate) fn id(number: usize) -> String {
    format!("{:016x}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}
