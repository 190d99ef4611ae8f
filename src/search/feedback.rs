//! Words that the best hits have in common, and what they say of the other hits.
//!
//! Pseudo-relevance feedback (after Lavrenko and Croft 2001), kept small: the words come from few articles that tell different
//! stories, must be rare, are many and weigh little each, and only re-rank the best hits. What matches stays what was asked.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::DocAddress;

use crate::index::{Analyzer, STEM, Snapshot, TermKind};
use crate::search::error::SearchError;
use crate::search::plan::{Leaf, Plan, Statistics, Words};
use crate::search::run::Candidate;
use crate::search::scorer::{Matcher, Segment};
use crate::search::{Expansion, ExpansionKind, rank, ranking::Recency};
use crate::text::sketch::Sketch;
use crate::text::words::cut_str;

#[cfg(test)]
mod tests;

/// Articles that are learnt from.
const ARTICLES: usize = 5;
/// Articles this alike tell one story.
const ALIKE: f32 = 0.4;
/// Bytes of a body that are read, about 300 words.
const BYTES: usize = 2_000;
/// Words that are added.
const ADDED: usize = 40;
/// Fewer words than this are worth less together.
const FEW: usize = 10;
/// Words that are looked up for them.
const LOOKED_UP: usize = 400;
/// A word that more articles have than one in so many is too common.
const COMMON: u64 = 17;
/// Letters of a word, at the least.
const LETTERS: usize = 3;
/// Hits that are ranked again.
const DEPTH: usize = 100;
/// What all added words together are worth beside the weightiest word of a query of one word. A longer query says more itself.
const WORTH: f32 = 0.1;

/// A word to add.
struct Learnt {
    /// As it stands in an article.
    form: String,
    weight: f32,
}

/// What learning takes.
pub(in crate::search) struct Feedback<'a> {
    /// The index.
    pub(in crate::search) index: &'a Snapshot,
    /// Its segments.
    pub(in crate::search) segments: &'a [Segment<'a>],
    /// How common words are.
    pub(in crate::search) statistics: Statistics<'a>,
    /// How words are analysed.
    pub(in crate::search) words: Words<'a>,
    /// How age counts.
    pub(in crate::search) recency: Option<Recency>,
}

impl Feedback<'_> {
    /// Adds to the scores of `best`, which are sorted, what the words that the first of them have in common are worth;
    /// gives the words, weightiest first.
    pub(in crate::search) fn rescore(
        &self,
        plan: &Plan,
        best: &mut [Candidate],
    ) -> Result<Vec<Expansion>, SearchError> {
        let mut asked = BTreeSet::new();
        let mut weights = Vec::new();
        plan.leaves(&mut |leaf| {
            weights.extend((leaf.weight > 0.0).then_some(leaf.weight));
            for term in leaf.ways.iter().flatten().flat_map(|slot| &slot.terms) {
                asked.insert(term.text.trim_start_matches(STEM));
            }
        });
        if weights.is_empty() {
            return Ok(Vec::new());
        }
        let greatest = weights.iter().copied().fold(0.0, f32::max);
        let worth = WORTH * greatest / rank::breadth(&weights);
        let learnt = self.learn(best, &asked)?;
        let (leaves, added) = self.leaves(&learnt, worth)?;
        let depth = best.len().min(DEPTH);
        let best = &mut best[..depth];
        let mut by_place: Vec<usize> = (0..depth).collect();
        by_place.sort_unstable_by_key(|&at| (best[at].segment, best[at].doc));
        let mut open: Option<(u32, Vec<Box<dyn Matcher>>)> = None;
        for at in by_place {
            let candidate = &mut best[at];
            let Some(segment) = self.segments.get(candidate.segment as usize) else {
                continue;
            };
            if open
                .as_ref()
                .is_none_or(|(number, _)| *number != candidate.segment)
            {
                let matchers: Result<Vec<_>, SearchError> = leaves
                    .iter()
                    .map(|leaf| segment.matcher(leaf, false))
                    .collect();
                open = Some((candidate.segment, matchers?));
            }
            let Some((_, matchers)) = &mut open else {
                continue;
            };
            let mut sum = 0.0;
            for matcher in matchers {
                if matcher.seek(candidate.doc) == candidate.doc && matcher.matches() {
                    sum += matcher.score();
                }
            }
            candidate.score += sum
                * self
                    .recency
                    .map_or(1.0, |recency| recency.factor(candidate.date));
        }
        Ok(added)
    }

    /// The words that several of the first hits with different stories have, weightiest first. What counts is how many have a
    /// word, and, much less, how often.
    fn learn(
        &self,
        best: &[Candidate],
        asked: &BTreeSet<&str>,
    ) -> Result<Vec<Learnt>, SearchError> {
        let mut weights: BTreeMap<String, (u32, f32, String)> = BTreeMap::new();
        let mut sketches = Vec::new();
        let mut taken = 0;
        let mut analyzer: Option<(Option<String>, Analyzer)> = None;
        let top = best.first().map_or(0.0, |candidate| candidate.score);
        for candidate in best.iter().take(ARTICLES * 4) {
            let Some(segment) = self.segments.get(candidate.segment as usize) else {
                continue;
            };
            if taken == ARTICLES || candidate.score <= 0.0 {
                break;
            }
            if let Some(sketch) = segment.sketch(candidate.doc) {
                let alike =
                    |other: &Sketch| sketch.similarity(other).is_some_and(|share| share >= ALIKE);
                if sketches.iter().any(alike) {
                    continue;
                }
                sketches.push(sketch);
            }
            taken += 1;
            let address = DocAddress::new(candidate.segment, candidate.doc);
            let article = self.index.article(address)?;
            let mut counts: BTreeMap<String, (u32, String)> = BTreeMap::new();
            let mut all = 0u32;
            // Mostly all are of one language, and stems met once are known.
            if analyzer
                .as_ref()
                .is_none_or(|(lang, _)| *lang != article.lang)
            {
                let new = Analyzer::new(article.lang.as_deref());
                analyzer = Some((article.lang.clone(), new));
            }
            let Some((_, analyzer)) = &mut analyzer else {
                continue;
            };
            let title = article.title.as_deref().unwrap_or("");
            for text in [title, cut_str(&article.body, BYTES)] {
                let mut word = String::new();
                let mut count = |class: &str, form: &str| {
                    if let Some((count, _)) = counts.get_mut(class) {
                        *count += 1;
                    } else if !form.is_empty() {
                        counts.insert(class.to_owned(), (1, form.to_owned()));
                    }
                };
                analyzer.terms(text, 0, &mut |term| match term.kind {
                    TermKind::Exact => {
                        all += 1;
                        // The stem of a word follows it.
                        count(&word, &word);
                        word.clear();
                        word.push_str(term.text);
                    }
                    TermKind::Stem => {
                        count(term.text.trim_start_matches(STEM), &word);
                        word.clear();
                    }
                    _ => {}
                });
                count(&word, &word);
            }
            let share = candidate.score / top / (all.max(1) as f32).sqrt();
            for (class, (count, form)) in counts {
                let letters = form.chars().filter(|letter| letter.is_alphabetic()).count();
                if letters < LETTERS
                    || asked.contains(class.as_str())
                    || asked.contains(form.as_str())
                {
                    continue;
                }
                let known = weights.entry(class).or_insert((0, 0.0, form));
                known.0 += 1;
                known.1 += share * (count as f32).ln_1p();
            }
        }
        let mut learnt: Vec<Learnt> = weights
            .into_values()
            .filter(|(articles, ..)| *articles > 1)
            .map(|(articles, weight, form)| Learnt {
                form,
                weight: articles as f32 * weight,
            })
            .collect();
        learnt.sort_by(|a, b| {
            b.weight
                .total_cmp(&a.weight)
                .then_with(|| a.form.cmp(&b.form))
        });
        Ok(learnt)
    }

    /// Plans of the weightiest words that are not too common.
    fn leaves(
        &self,
        learnt: &[Learnt],
        worth: f32,
    ) -> Result<(Vec<Plan>, Vec<Expansion>), SearchError> {
        let field = self.index.fields().text;
        let articles = self.statistics.articles;
        let mut kept = Vec::new();
        for word in learnt.iter().take(LOOKED_UP) {
            if kept.len() == ADDED {
                break;
            }
            let Some([slot]) = self
                .words
                .ways(&word.form, false)
                .into_iter()
                .next()
                .and_then(|way| <[_; 1]>::try_from(way).ok())
            else {
                continue;
            };
            let holding = self.statistics.holding(field, &slot)?;
            if holding < 2 || holding > articles / COMMON {
                continue;
            }
            kept.push((word, slot, holding));
        }
        let sum: f32 = kept.iter().map(|(word, ..)| word.weight).sum();
        let worth = worth * kept.len().min(FEW) as f32 / FEW as f32;
        let mut plans = Vec::with_capacity(kept.len());
        let mut added = Vec::with_capacity(kept.len());
        for (word, mut slot, holding) in kept {
            // Any form of it is as good.
            for term in &mut slot.terms {
                term.exact = term.counted;
            }
            let weight = worth * word.weight / sum * rank::idf(holding, articles);
            plans.push(Plan::Leaf(std::sync::Arc::new(Leaf {
                field,
                main: true,
                part: None,
                ways: vec![vec![slot]],
                marked: false,
                typed: word.form.clone(),
                times: 1,
                weight,
            })));
            added.push(Expansion {
                asked: String::new(),
                added: word.form.clone(),
                kind: ExpansionKind::Feedback,
                articles: Some(holding),
            });
        }
        Ok((plans, added))
    }
}
