//! Queries drawn from a corpus: of every kind that people ask, in dateline's spelling and in tantivy's.

use std::collections::{BTreeMap, BTreeSet};

use dateline::article::Article;
use dateline::date::{Date, Precision};

use crate::bench::Corpus;
use crate::random::Random;

/// A query.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// What kind it is.
    pub(crate) kind: &'static str,
    /// As typed at dateline.
    pub(crate) ours: String,
    /// As typed at tantivy.
    pub(crate) theirs: String,
}

/// The kinds, in the order of the table.
pub(crate) const KINDS: [&str; 15] = [
    "rare word",
    "word",
    "common word",
    "two words",
    "three words",
    "either",
    "phrase",
    "stop-word phrase",
    "prefix",
    "wildcard",
    "near",
    "not",
    "title",
    "month",
    "year",
];

/// Articles whose words are counted.
const COUNTED: usize = 40_000;

/// About `wanted` queries, the same for the same corpus.
pub(crate) fn queries(corpus: &Corpus, wanted: usize) -> Vec<Asked> {
    let mut random = Random(21_578);
    let words = Words::of(&corpus.articles[..corpus.articles.len().min(COUNTED)]);
    let each = wanted.div_ceil(KINDS.len());
    let mut asked = Vec::new();
    for kind in KINDS {
        let (mut made, mut tried) = (0, 0);
        while made < each && tried < 200 * each {
            tried += 1;
            let article = random.pick(&corpus.articles);
            if let Some((ours, theirs)) = words.query(kind, article, &mut random) {
                asked.push(Asked { kind, ours, theirs });
                made += 1;
            }
        }
    }
    asked.truncate(wanted);
    asked
}

/// Words and the share of articles that hold each.
struct Words {
    articles: usize,
    holding: BTreeMap<String, usize>,
}

impl Words {
    fn of(articles: &[Article]) -> Self {
        let mut holding = BTreeMap::new();
        for article in articles {
            let words: BTreeSet<String> = plain(&article.body).into_iter().collect();
            for word in words {
                *holding.entry(word).or_default() += 1;
            }
        }
        Self {
            articles: articles.len(),
            holding,
        }
    }

    fn share(&self, word: &str) -> f64 {
        let holding = self.holding.get(word).copied().unwrap_or(0);
        holding as f64 / self.articles.max(1) as f64
    }

    fn is_content(&self, word: &str) -> bool {
        word.len() > 3 && (0.000_5..0.1).contains(&self.share(word))
    }

    /// A query of a kind about an article; `None` where it has no words for it.
    fn query(
        &self,
        kind: &str,
        article: &Article,
        random: &mut Random,
    ) -> Option<(String, String)> {
        let words = plain(&article.body);
        if words.len() < 4 {
            return None;
        }
        let at = random.below(words.len() - 2);
        let (first, second) = (words[at].as_str(), words[at + 1].as_str());
        let content: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|word| self.is_content(word))
            .collect();
        let some = |number: usize, random: &mut Random| -> Option<Vec<&str>> {
            let mut some: Vec<&str> = Vec::new();
            for _ in 0..8 * number {
                let word = *content.get(random.below(content.len().max(1)))?;
                if some.len() < number && !some.contains(&word) {
                    some.push(word);
                }
            }
            (some.len() == number).then_some(some)
        };
        let same = |text: String| Some((text.clone(), text));
        match kind {
            "rare word" => {
                let rare = 12.0 / self.articles as f64;
                (first.len() > 3 && self.share(first) < rare)
                    .then(|| (first.to_owned(), first.to_owned()))
            }
            "word" => same(some(1, random)?[0].to_owned()),
            "common word" => (first.len() > 2 && self.share(first) > 0.15)
                .then(|| (first.to_owned(), first.to_owned())),
            "two words" => same(some(2, random)?.join(" ")),
            "three words" => same(some(3, random)?.join(" ")),
            "either" => same(some(2, random)?.join(" OR ")),
            "phrase" => (self.is_content(first) && self.is_content(second))
                .then(|| same(format!("\"{first} {second}\"")))?,
            "stop-word phrase" => (self.share(first) > 0.3 && self.share(second) > 0.3)
                .then(|| same(format!("\"{first} {second}\"")))?,
            "prefix" => {
                let word = some(1, random)?[0];
                let stem = word.get(..word.len().min(5))?;
                Some((
                    format!("{stem}*"),
                    format!("body:/{stem}.*/ OR title:/{stem}.*/"),
                ))
            }
            "wildcard" => {
                let word = some(1, random)?[0];
                let (head, tail) = (word.get(..3)?, word.get(word.len() - 1..)?);
                let pattern = format!("{head}.*{tail}");
                Some((
                    format!("{head}*{tail}"),
                    format!("body:/{pattern}/ OR title:/{pattern}/"),
                ))
            }
            "near" => {
                let far = words.get(at + 1 + random.below(4))?;
                (self.is_content(first) && self.is_content(far) && first != far).then(|| {
                    (
                        format!("{first} NEAR/5 {far}"),
                        format!("\"{first} {far}\"~4"),
                    )
                })
            }
            "not" => {
                let two = some(2, random)?;
                Some((
                    format!("{} NOT {}", two[0], two[1]),
                    format!("{} -{}", two[0], two[1]),
                ))
            }
            "title" => {
                let title = plain(article.title.as_deref()?);
                let word = title.iter().find(|word| self.is_content(word))?;
                same(format!("title:{word}"))
            }
            "month" => dated(some(2, random)?, article, Precision::Month),
            _ => dated(some(1, random)?, article, Precision::Year),
        }
    }
}

/// Words within the month or year of an article.
fn dated(words: Vec<&str>, article: &Article, precision: Precision) -> Option<(String, String)> {
    let local = article.published.as_ref()?.date.local();
    let period = Date::from_local(local, precision, None)?;
    let words = words.join(" ");
    let ends = period.period();
    Some((
        format!("{words} date:{}", period.value()),
        format!("{words} date:[{} TO {}]", ends.first, ends.last),
    ))
}

/// The words of a text that both sides cut alike.
fn plain(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .map(str::to_lowercase)
        .filter(|word| !matches!(word.as_str(), "and" | "or" | "not" | "near" | "in" | "to"))
        .collect()
}
