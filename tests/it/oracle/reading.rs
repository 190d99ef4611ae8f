//! An article as a reader has it: words in their places.

use std::collections::BTreeMap;

use dateline::date::{Date, Period};

use crate::oracle::corpus::{self, Paragraph, Sentence, Story};
use crate::oracle::vocabulary::{self, Form, WORDS};

/// From so many words of the body on, the next paragraph is not of the lead.
const LEAD: usize = 60;

/// A word in its place.
#[derive(Debug)]
pub(crate) struct Token {
    pub(crate) position: u32,
    pub(crate) sentence: usize,
    pub(crate) paragraph: usize,
    pub(crate) zone: Zone,
    pub(crate) lead: bool,
    /// The word, and the compound that begins here.
    pub(crate) forms: Vec<Form>,
    pub(crate) acronym: Option<&'static str>,
}

/// A part of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    Title,
    Dek,
    Body,
    Captions,
}

/// Words with positions.
#[derive(Debug, Default)]
pub(crate) struct Text {
    pub(crate) tokens: Vec<Token>,
    by_position: BTreeMap<u32, usize>,
}

/// A word as it stands in the text, and the first and last of its positions.
#[derive(Debug)]
pub(crate) struct Printed {
    pub(crate) text: String,
    pub(crate) positions: (u32, u32),
    pub(crate) zone: Zone,
}

/// An article as read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) text: Text,
    pub(crate) printed: Vec<Printed>,
    pub(crate) byline: Text,
    pub(crate) publisher: Text,
    pub(crate) section: Text,
    pub(crate) people: Text,
    pub(crate) orgs: Text,
    pub(crate) places: Text,
    /// A text without words.
    pub(crate) nothing: Text,
    pub(crate) period: Option<Period>,
    pub(crate) lang: Option<&'static str>,
    pub(crate) words: u32,
}

impl Text {
    pub(crate) fn at(&self, position: u32) -> Option<&Token> {
        Some(&self.tokens[*self.by_position.get(&position)?])
    }

    fn push(&mut self, token: Token) {
        self.by_position.insert(token.position, self.tokens.len());
        self.tokens.push(token);
    }

    /// Names, one after another.
    fn of_names(names: &[&str]) -> Self {
        let mut text = Self::default();
        let mut position = 0;
        for name in names {
            for word in name.split(' ') {
                let known =
                    vocabulary::find(word.trim_end_matches(',')).expect("a word of the vocabulary");
                for form in known.parts {
                    text.push(Token {
                        position,
                        sentence: 0,
                        paragraph: 0,
                        zone: Zone::Title,
                        lead: false,
                        forms: vec![*form],
                        acronym: None,
                    });
                    position += 1;
                }
            }
            position += 1;
        }
        text
    }
}

impl Reading {
    pub(crate) fn of(story: &Story) -> Self {
        let names = |name: Option<&'static str>| Text::of_names(name.as_slice());
        let mut reading = Self {
            text: Text::default(),
            printed: Vec::new(),
            byline: names(story.byline),
            publisher: names(story.publisher),
            section: names(story.section),
            people: Text::of_names(&story.people),
            orgs: Text::of_names(&story.orgs),
            places: Text::of_names(&story.places),
            nothing: Text::default(),
            period: story
                .date
                .and_then(|date| Date::from_value(date, None))
                .map(|date| date.period()),
            lang: story.lang,
            words: story.words(),
        };
        let mut writer = Writer {
            reading: &mut reading,
            position: 0,
            sentence: 0,
            paragraph: 0,
            body: 0,
        };
        let one = |words: &Sentence| vec![vec![words.clone()]];
        if let Some(title) = &story.title {
            writer.zone(Zone::Title, &one(title));
        }
        if let Some(dek) = &story.dek {
            writer.zone(Zone::Dek, &one(dek));
        }
        writer.zone(Zone::Body, &story.body);
        for (text, credit) in &story.captions {
            writer.zone(Zone::Captions, &one(text));
            if let Some(credit) = credit {
                writer.zone(Zone::Captions, &one(credit));
            }
        }
        reading
    }
}

struct Writer<'a> {
    reading: &'a mut Reading,
    position: u32,
    sentence: usize,
    paragraph: usize,
    /// Words of the body.
    body: usize,
}

impl Writer<'_> {
    fn zone(&mut self, zone: Zone, paragraphs: &[Paragraph]) {
        let stemmed = self.reading.lang != Some("ja");
        for paragraph in paragraphs {
            self.paragraph += 1;
            let lead = match zone {
                Zone::Title | Zone::Dek => true,
                Zone::Body => self.body < LEAD,
                Zone::Captions => false,
            };
            for sentence in paragraph {
                self.sentence += 1;
                let printed = corpus::printed(sentence, zone == Zone::Body);
                for (&at, text) in sentence.iter().zip(printed) {
                    let word = &WORDS[at];
                    let first = self.position;
                    for (number, part) in word.parts.iter().enumerate() {
                        let joined = word.joined.filter(|_| number == 0);
                        // Where a language has no stems, a word is its own.
                        let forms = std::iter::once(*part).chain(joined);
                        let forms =
                            forms.map(|(exact, stem)| (exact, if stemmed { stem } else { exact }));
                        self.reading.text.push(Token {
                            position: self.position,
                            sentence: self.sentence,
                            paragraph: self.paragraph,
                            zone,
                            lead,
                            forms: forms.collect(),
                            acronym: word.acronym,
                        });
                        self.position += 1;
                    }
                    self.body += word.parts.len() * usize::from(zone == Zone::Body);
                    let positions = (first, self.position - 1);
                    self.reading.printed.push(Printed {
                        text,
                        positions,
                        zone,
                    });
                }
            }
            self.position += 1;
        }
    }
}
