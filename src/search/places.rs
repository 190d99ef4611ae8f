//! A second look at the best hits: words that open the article, words that stand near each other, and words together in one
//! passage count for more.

use std::borrow::Cow;

use crate::search::error::SearchError;
use crate::search::plan::{Leaf as PlanLeaf, Plan, SlotTerm};
use crate::search::rank;
use crate::search::ranking::Ranking;
use crate::search::run::Candidate;
use crate::search::scorer::{Extent, Leaf, Segment};

/// Of longer queries, only so many words are looked at, the rarest.
const WORDS: usize = 16;

/// Adds to the scores of `candidates` what the places of the query's words are worth.
pub(in crate::search) fn rescore(
    segments: &[Segment<'_>],
    plan: &Plan,
    ranking: &Ranking,
    candidates: &mut [Candidate],
) -> Result<(), SearchError> {
    let words = words(plan);
    if words.is_empty() {
        return Ok(());
    }
    let mut by_place: Vec<usize> = (0..candidates.len()).collect();
    by_place.sort_unstable_by_key(|&at| (candidates[at].segment, candidates[at].doc));
    let mut open: Option<(u32, Vec<Box<dyn Leaf>>)> = None;
    let mut occurrences: Vec<(Extent, usize)> = Vec::new();
    let mut extents = Vec::new();
    for at in by_place {
        let candidate = &mut candidates[at];
        let Some(segment) = segments.get(candidate.segment as usize) else {
            continue;
        };
        if open
            .as_ref()
            .is_none_or(|(number, _)| *number != candidate.segment)
        {
            let leaves: Result<Vec<_>, SearchError> =
                words.iter().map(|word| segment.leaf(word, true)).collect();
            open = Some((candidate.segment, leaves?));
        }
        let Some((_, leaves)) = &mut open else {
            continue;
        };
        occurrences.clear();
        for (leaf, number) in leaves.iter_mut().zip(0..) {
            if leaf.seek(candidate.doc) == candidate.doc && leaf.matches() {
                extents.clear();
                leaf.extents(&mut extents);
                occurrences.extend(extents.iter().map(|&extent| (extent, number)));
            }
        }
        occurrences.sort_unstable();
        let together = rank::NEARNESS * nearness(&occurrences, &words)
            + rank::PASSAGE * passage(&occurrences, &words);
        let early = rank::LEAD * earliness(&occurrences, &words);
        let kept = ranking
            .recency
            .map_or(1.0, |recency| recency.factor(candidate.date));
        let boosts = &ranking.boosts;
        candidate.score += kept * (boosts.near * together + boosts.lead * early);
    }
    Ok(())
}

/// The words and phrases of a query whose places in the text count.
fn words(plan: &Plan) -> Vec<Cow<'_, PlanLeaf>> {
    let mut words: Vec<Cow<'_, PlanLeaf>> = Vec::new();
    plan.leaves(&mut |leaf| {
        if leaf.main && leaf.weight > 0.0 && !words.iter().any(|known| known.ways == leaf.ways) {
            words.push(Cow::Borrowed(leaf));
        }
    });
    if words.len() > WORDS {
        let mut weights: Vec<f32> = words.iter().map(|word| word.weight).collect();
        weights.sort_unstable_by(|a, b| b.total_cmp(a));
        let least = weights[WORDS - 1];
        words.retain(|word| word.weight >= least);
        words.truncate(WORDS);
    }
    words.iter_mut().for_each(leave_compounds);
    words
}

/// A compound stands for two words in one place, which are not near each other for that.
fn leave_compounds(word: &mut Cow<'_, PlanLeaf>) {
    let compound = |term: &SlotTerm| !term.exact && !term.counted;
    let mut slots = word.ways.iter().flatten();
    if slots.any(|slot| slot.terms.iter().any(compound)) {
        for slot in word.to_mut().ways.iter_mut().flatten() {
            slot.terms.retain(|term| !compound(term));
        }
    }
}

/// How early the words stand: each counts where it stands first.
fn earliness(occurrences: &[(Extent, usize)], words: &[Cow<'_, PlanLeaf>]) -> f32 {
    let mut first = vec![None; words.len()];
    for (extent, word) in occurrences {
        first[*word].get_or_insert(extent.first);
    }
    first
        .iter()
        .zip(words)
        .filter_map(|(first, word)| {
            Some(word.weight * (-((*first)? as f32) / rank::LEAD_WORDS).exp())
        })
        .sum()
}

/// Nearness after Büttcher, Clarke and Lushman (2006): each pair of different words that follow each other among the query's
/// words adds to both what the other is worth, less with the square of their distance.
fn nearness(occurrences: &[(Extent, usize)], words: &[Cow<'_, PlanLeaf>]) -> f32 {
    let mut gained = vec![0.0f32; words.len()];
    for pair in occurrences.windows(2) {
        let [(left, a), (right, b)] = pair else {
            continue;
        };
        if a == b || right.first <= left.last {
            continue;
        }
        let distance = right.first - left.last;
        if distance > rank::WINDOW {
            continue;
        }
        let share = 1.0 / (distance * distance) as f32;
        gained[*a] += words[*b].weight * share;
        gained[*b] += words[*a].weight * share;
    }
    gained
        .iter()
        .zip(words)
        .map(|(&gained, word)| word.weight.min(1.0) * rank::saturate(gained, rank::K1))
        .sum()
}

/// What the best passage of [`rank::PASSAGE_WORDS`] words is worth by itself.
fn passage(occurrences: &[(Extent, usize)], words: &[Cow<'_, PlanLeaf>]) -> f32 {
    let mut counts = vec![0.0f32; words.len()];
    let worth = |word: usize, count: f32| words[word].weight * rank::saturate(count, rank::K1);
    let mut first = occurrences.iter();
    let mut here = 0.0f32;
    let mut best = 0.0f32;
    for (extent, word) in occurrences {
        here += worth(*word, counts[*word] + 1.0) - worth(*word, counts[*word]);
        counts[*word] += 1.0;
        let begin = extent.first.saturating_sub(rank::PASSAGE_WORDS);
        while let Some((_, left)) = first
            .as_slice()
            .first()
            .filter(|(left, _)| left.first < begin)
        {
            here += worth(*left, counts[*left] - 1.0) - worth(*left, counts[*left]);
            counts[*left] -= 1.0;
            first.next();
        }
        best = best.max(here);
    }
    best
}
