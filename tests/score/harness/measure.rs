//! A page's score.

use std::collections::{BTreeMap, BTreeSet};

use dateline::article::Article;
use serde_json::Value;

use crate::harness::fold::{day, days, fold, names, words};
use crate::harness::sets::Gold;

/// Shares of what was there: right, extra, missing; they add up to 1, or to 0 where there was nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Shares {
    pub(crate) right: f64,
    pub(crate) extra: f64,
    pub(crate) missing: f64,
}

/// How a date came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dated {
    Right,
    Wrong,
    Missing,
}

/// How the fields of a page came out; `None` where the gold does not know.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageScore {
    /// Runs of four words.
    pub(crate) body: Option<Shares>,
    /// Whether it is the gold's but for typography.
    pub(crate) title: Option<bool>,
    /// The day.
    pub(crate) date: Option<Dated>,
    /// Names: right, extra, missing.
    pub(crate) authors: Option<[usize; 3]>,
}

impl Shares {
    /// Of one body against the other, as in Scrapinghub's article-extraction-benchmark (2020): runs of four words, counted.
    pub(crate) fn of_bodies(gold: &str, ours: &str) -> Self {
        let (gold, ours) = (words(gold), words(ours));
        let (gold, ours) = (runs(&gold, 4), runs(&ours, 4));
        let total = |runs: &BTreeMap<_, usize>| runs.values().sum::<usize>() as f64;
        let right: usize = gold
            .iter()
            .map(|(run, &count)| count.min(ours.get(run).copied().unwrap_or(0)))
            .sum();
        let right = right as f64;
        let (extra, missing) = (total(&ours) - right, total(&gold) - right);
        let all = right + extra + missing;
        if all == 0.0 {
            return Self::default();
        }
        Self {
            right: right / all,
            extra: extra / all,
            missing: missing / all,
        }
    }

    /// Share of ours that is right; 1 where all is.
    pub(crate) fn precision(&self) -> f64 {
        if self.extra + self.missing == 0.0 {
            1.0
        } else {
            ratio(self.right, self.right + self.extra)
        }
    }

    /// Share of the gold that was found; 1 where all is right.
    pub(crate) fn recall(&self) -> f64 {
        if self.extra + self.missing == 0.0 {
            1.0
        } else {
            ratio(self.right, self.right + self.missing)
        }
    }

    /// Their harmonic mean.
    pub(crate) fn f1(&self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

impl PageScore {
    /// Measures one page.
    pub(crate) fn of(gold: &Gold, ours: &Article) -> Self {
        let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        Self {
            body: said(&gold.body).map(|body| body_score(gold, &body, ours)),
            title: said(&gold.title)
                .map(|title| fold(&title) == fold(ours.title.as_deref().unwrap_or_default())),
            date: said(&gold.date).map(|date| match printed_day(ours) {
                Some(day) if days(&date).contains(&day) => Dated::Right,
                Some(_) => Dated::Wrong,
                None => Dated::Missing,
            }),
            authors: gold
                .authors
                .as_ref()
                .map(|authors| author_score(gold, authors, ours)),
        }
    }

    /// Mean over the fields that the gold knows: 1 is a page without a fault.
    pub(crate) fn mean(&self) -> f64 {
        let known = [
            self.body.map(|body| body.f1()),
            self.title.map(f64::from),
            self.date.map(|date| f64::from(date == Dated::Right)),
            self.authors.map(|[right, extra, missing]| {
                if extra + missing == 0 {
                    1.0
                } else {
                    ratio(2.0 * right as f64, (2 * right + extra + missing) as f64)
                }
            }),
        ];
        let known: Vec<f64> = known.into_iter().flatten().collect();
        if known.is_empty() { 1.0 } else { mean(&known) }
    }
}

/// The day we give, as far as we know it.
pub(crate) fn printed_day(ours: &Article) -> Option<String> {
    ours.published
        .as_ref()
        .map(|published| day(&published.date.value()))
}

/// Some golds begin with the dek and some leave it out: the better of the two counts.
fn body_score(gold: &Gold, body: &str, ours: &Article) -> Shares {
    let of = |ours: &str| Shares::of_bodies(&without_unused(gold, body, ours), ours);
    let alone = of(&ours.body);
    match ours.dek.as_deref() {
        Some(dek) if !dek.is_empty() => {
            let opened = of(&format!("{dek}\n\n{}", ours.body));
            if opened.right > alone.right {
                opened
            } else {
                alone
            }
        }
        _ => alone,
    }
}

/// The gold body less the optional paragraphs that ours leaves out.
pub(crate) fn without_unused(gold: &Gold, body: &str, ours: &str) -> String {
    if gold.optional().is_empty() {
        return body.to_owned();
    }
    let ours = words(ours);
    let has = runs(&ours, 3);
    let unused: BTreeSet<&str> = gold
        .optional()
        .iter()
        .filter(|paragraph| {
            let words = words(paragraph);
            let wanted = runs(&words, 3);
            let found = wanted.keys().filter(|run| has.contains_key(*run)).count();
            wanted.is_empty() || 2 * found < wanted.len()
        })
        .map(String::as_str)
        .collect();
    body.split("\n\n")
        .filter(|paragraph| !unused.contains(paragraph))
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn author_score(gold: &Gold, authors: &Value, ours: &Article) -> [usize; 3] {
    let neutral = gold.authors_neutral.as_ref().map(names).unwrap_or_default();
    let gold = &names(authors) - &neutral;
    let ours = &names(&Value::from(ours.authors.clone())) - &neutral;
    [
        (&gold & &ours).len(),
        (&ours - &gold).len(),
        (&gold - &ours).len(),
    ]
}

/// The runs of `count` words and how often each is there; a shorter text is one run.
fn runs(words: &[String], count: usize) -> BTreeMap<&[String], usize> {
    let mut runs = BTreeMap::new();
    if words.is_empty() {
        return runs;
    }
    for run in words.windows(count.min(words.len())) {
        *runs.entry(run).or_insert(0) += 1;
    }
    runs
}

/// `part` of `all`; 0 of nothing.
pub(crate) fn ratio(part: f64, all: f64) -> f64 {
    if all == 0.0 { 0.0 } else { part / all }
}

/// The harmonic mean of two shares.
pub(crate) fn harmonic(one: f64, other: f64) -> f64 {
    ratio(2.0 * one * other, one + other)
}

/// The mean; 0 of nothing.
pub(crate) fn mean(values: &[f64]) -> f64 {
    ratio(values.iter().sum(), values.len() as f64)
}
