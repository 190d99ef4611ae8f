//! Words of a bag that find but are not marked: `the` in `what did the minister say`, beside words that say what is sought.

use std::sync::Arc;

use crate::index::is_little;
use crate::search::error::SearchError;
use crate::search::plan::{Leaf, Plan, Statistics};

/// A word that one in so many articles has, or more, says nothing.
const COMMON: u64 = 2;
/// A little word is one where one in so many has it: `un` may be a name.
const LITTLE: u64 = 10;
/// Words of questions and sentences, whatever the archive.
const FUNCTION: [&str; 34] = [
    "about", "and", "any", "are", "but", "can", "could", "did", "does", "for", "from", "had",
    "has", "have", "how", "not", "that", "the", "their", "there", "these", "they", "this", "those",
    "was", "were", "what", "when", "where", "which", "whose", "why", "with", "would",
];

/// Leaves the marks of `plans`, the words of a bag, to those that say what is sought; to all where none does. The first
/// `asking` of them ask (`find articles about`).
pub(in crate::search) fn quiet(
    statistics: &Statistics<'_>,
    plans: &mut [Plan],
    asking: usize,
) -> Result<(), SearchError> {
    let mut says = Vec::with_capacity(plans.len());
    for (plan, at) in plans.iter().zip(0..) {
        let empty = match plan {
            Plan::Leaf(leaf) => at < asking || is_empty(statistics, leaf)?,
            _ => false,
        };
        says.push(!empty);
    }
    if says.contains(&true) {
        for (plan, says) in plans.iter_mut().zip(says) {
            if let Plan::Leaf(leaf) = plan
                && !says
            {
                Arc::make_mut(leaf).marked = false;
            }
        }
    }
    Ok(())
}

/// Whether a leaf is one word that says nothing by itself.
fn is_empty(statistics: &Statistics<'_>, leaf: &Leaf) -> Result<bool, SearchError> {
    let Some([slot]) = leaf.ways.first().map(Vec::as_slice) else {
        return Ok(false);
    };
    let Some(word) = slot.terms.iter().find(|term| term.exact) else {
        return Ok(false);
    };
    let word = word.text.as_str();
    if FUNCTION.contains(&word) {
        return Ok(true);
    }
    let holding = statistics.holding(leaf.field, slot)?;
    let share = if is_little(word) { LITTLE } else { COMMON };
    Ok(holding.saturating_mul(share) > statistics.articles)
}

#[cfg(test)]
mod tests;
