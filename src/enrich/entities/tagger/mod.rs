//! Marks the names in running text.
//!
//! A linear model over hashed features (an averaged structured perceptron, Collins 2002) labels the capitalised words of a text and
//! what stands between them; the rest is outside of names.

mod abroad;
mod agree;
mod decode;
mod facts;
mod features;
mod hash;
mod labels;
mod model;
mod phrases;
mod seen;
mod token;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod train;
mod words;

use std::cell::Cell;

use crate::article::EntityKind;
use crate::enrich::entities::tagger::agree::Agree;
use crate::enrich::entities::tagger::decode::Scores;
use crate::enrich::entities::tagger::facts::Fact;
use crate::enrich::entities::tagger::features::Article;
use crate::enrich::entities::tagger::model::Model;
use crate::enrich::entities::tagger::phrases::Phrases;
use crate::enrich::entities::tagger::seen::Seen;
use crate::enrich::entities::tagger::token::Token;
use crate::enrich::entities::tagger::words::Words;
use crate::text::Span;

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    /// What it is the name of.
    pub(super) kind: EntityKind,
    /// Its bytes.
    pub(super) span: Span,
}

/// The names in a text, in order. English has them in full, and what is in no known language; other languages that part words and
/// write capitals have those beyond doubt; the rest has none.
pub(super) fn tag(text: &str, lang: Option<&str>) -> Vec<Tagged> {
    let foreign = lang.filter(|lang| *lang != "en");
    if foreign.is_some_and(|lang| !abroad::knows(lang)) {
        return Vec::new();
    }
    let mut work = WORK.take();
    let found = shipped().tag(text, &mut work);
    let found = if foreign.is_some() {
        abroad::names(&work.tokens, &work.facts, &work.labels)
    } else {
        found
    };
    if work.tokens.capacity() <= KEPT {
        WORK.set(work);
    }
    found
}

thread_local! {
    /// Kept from article to article, so that most need no memory of their own.
    static WORK: Cell<Work> = Cell::default();
}

/// Most tokens that room is kept for.
const KEPT: usize = 100_000;

/// The tagger that is shipped.
pub(super) fn shipped() -> Tagger<'static> {
    Tagger {
        words: Words::new(include_bytes!("words.bin")),
        phrases: Phrases::new(include_bytes!("phrases.bin")),
        model: Model::new(include_bytes!("model.bin")),
        is_alone: false,
    }
}

/// All that a text is labelled with.
pub(super) struct Tagger<'d> {
    words: Words<'d>,
    phrases: Phrases<'d>,
    model: Model<'d>,
    /// Whether each place stands alone: the trainer asks what agreement adds.
    is_alone: bool,
}

/// Room to work in, kept from step to step.
#[derive(Default)]
pub(super) struct Work {
    tokens: Vec<Token>,
    facts: Vec<Fact>,
    seen: Seen,
    agree: Agree,
    labels: Vec<u8>,
    /// Of the tokens that may be of names, in order.
    scores: Vec<Scores>,
    back: Vec<[u8; labels::COUNT]>,
}

impl Tagger<'_> {
    fn tag(&self, text: &str, work: &mut Work) -> Vec<Tagged> {
        self.prepare(text, work);
        self.score(text, work);
        self.settle(work);
        spans(&work.tokens, &work.labels)
    }

    /// Reads a text up to where features can be made.
    fn prepare(&self, text: &str, work: &mut Work) {
        self.tokenise(text, work);
        self.gather(work);
    }

    /// The first step: the text is cut into tokens.
    #[expect(clippy::unused_self, reason = "a step like the others")]
    pub(super) fn tokenise(&self, text: &str, work: &mut Work) {
        token::tokenise(text, &mut work.tokens);
    }

    /// The second step: what is known of the tokens is looked up.
    pub(super) fn gather(&self, work: &mut Work) {
        facts::gather(
            &work.tokens,
            self.words,
            self.phrases,
            &mut work.seen,
            &mut work.facts,
        );
    }

    /// The third step: the features of each token that may be of a name are added up for each label.
    pub(super) fn score(&self, text: &str, work: &mut Work) {
        let article = Article {
            text,
            tokens: &work.tokens,
            facts: &work.facts,
            is_sport: facts::is_sport(&work.facts),
        };
        work.scores.clear();
        for (at, fact) in work.facts.iter().enumerate() {
            if fact.scored {
                let mut sums = [0i16; 16];
                article.each(at, &mut |_, feature| self.model.add(feature, &mut sums));
                work.scores
                    .push(std::array::from_fn(|label| i32::from(sums[label])));
            }
        }
    }

    /// The last step: the places of a word are made to agree, and the best labels are found.
    pub(super) fn settle(&self, work: &mut Work) {
        if !self.is_alone {
            work.agree
                .share(&work.tokens, &work.facts, &work.seen, &mut work.scores);
        }
        work.labels.clear();
        work.labels.resize(work.tokens.len(), labels::OUTSIDE);
        let mut done = 0;
        for (start, end) in chunks(&work.tokens, &work.facts) {
            let scores = work.scores.get(done..done + end - start).unwrap_or(&[]);
            done += end - start;
            if let Some(best) = work.labels.get_mut(start..end) {
                decode::decode(scores, self.model.steps(), &mut work.back, best);
            }
        }
    }
}

/// Most tokens that are labelled together; longer rows of capitals are cut.
const ROW: usize = 1_000;

/// The rows of tokens to be labelled together.
fn chunks<'a>(tokens: &'a [Token], facts: &'a [Fact]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        while !facts.get(at)?.scored {
            at += 1;
        }
        let start = at;
        at += 1;
        while at - start < ROW
            && facts.get(at).is_some_and(|fact| fact.scored)
            && tokens
                .get(at)
                .is_some_and(|token| !token.first && !token.line)
        {
            at += 1;
        }
        Some((start, at))
    })
}

/// The names that labels mark.
fn spans(tokens: &[Token], labels: &[u8]) -> Vec<Tagged> {
    let mut found = Vec::new();
    let mut at = 0;
    while let (Some(token), Some(&label)) = (tokens.get(at), labels.get(at)) {
        let mut end = at + 1;
        if labels::begins(label) {
            while labels.get(end) == Some(&labels::inside(label)) {
                end += 1;
            }
            if let (Some(kind), Some(last)) = (labels::kind(label), tokens.get(end - 1)) {
                found.push(Tagged {
                    kind,
                    span: Span::new(token.start as usize, last.end as usize),
                });
            }
        }
        at = end;
    }
    found
}
