//! Phrases with little words in them: where two stand side by side, the index has a term of both.
//!
//! `of the` is one posting list then, without positions to compare; `one of the most` has three.

use crate::index::{is_little, pair};
use crate::search::error::SearchError;
use crate::search::plan::{Slot, SlotTerm};
use crate::search::scorer::build::words;
use crate::search::scorer::leaf::{Frequency, Leaf};
use crate::search::scorer::phrase::Phrase;
use crate::search::scorer::words::Words;
use crate::search::scorer::{DocId, Extent};
use crate::search::terms::Dictionary;

/// In a phrase of more words than this, little words that have other forms are words like all.
const MANY: usize = 12;

/// Two little words side by side, and nothing else.
struct Pair {
    list: Words,
    exact: bool,
}

/// The leaves that together are the phrase of `slots`.
pub(in crate::search) fn phrase(
    terms: &Dictionary,
    segment: usize,
    slots: &[Slot],
    places: bool,
) -> Result<Vec<Box<dyn Leaf>>, SearchError> {
    let exact = slots
        .iter()
        .all(|slot| slot.terms.iter().any(|term| term.exact));
    let length = slots.len() as u32;
    let mut little: Vec<Option<&str>> = slots.iter().map(little).collect();
    if slots.len() > MANY {
        // A scorer for every other form would take memory by the square of the phrase.
        for (slot, little) in slots.iter().zip(&mut little) {
            if little.is_some() && !others(terms, segment, slot)?.terms.is_empty() {
                *little = None;
            }
        }
    }
    let paired = |at: usize| Some((little.get(at).copied()??, little.get(at + 1).copied()??));
    let mut lists = Vec::with_capacity(slots.len());
    let mut pairs: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < slots.len() {
        // A little word that is left over goes with the one before it once more.
        let before = at.checked_sub(1).filter(|before| paired(*before).is_some());
        let begin = if paired(at).is_some() {
            Some(at)
        } else {
            before
        };
        if !places
            && let Some(begin) = begin
            && let Some((left, right)) = paired(begin)
        {
            let slot = Slot {
                terms: vec![SlotTerm {
                    text: pair(left, right),
                    exact: true,
                    counted: true,
                }],
                expanded: false,
            };
            lists.push((begin as u32 + 1, words(terms, segment, &slot)?));
            pairs.extend([begin, begin + 1]);
            at = begin + 2;
        } else {
            lists.push((at as u32, words(terms, segment, &slots[at])?));
            at += 1;
        }
    }
    pairs.dedup();
    let mut leaves: Vec<Box<dyn Leaf>> = Vec::new();
    if pairs.len() == 2 && slots.len() == 2 {
        leaves.extend(
            lists
                .pop()
                .map(|(_, list)| Box::new(Pair { list, exact }) as Box<dyn Leaf>),
        );
    } else {
        leaves.push(Box::new(Phrase::new(lists, length, exact)));
    }
    // Other forms of little words are in no pair; mostly there are none.
    for at in pairs {
        let others = others(terms, segment, &slots[at])?;
        if others.terms.is_empty() {
            continue;
        }
        let mut lists = Vec::with_capacity(slots.len());
        for (slot, place) in slots.iter().zip(0u32..) {
            let slot = if place as usize == at { &others } else { slot };
            lists.push((place, words(terms, segment, slot)?));
        }
        leaves.push(Box::new(Phrase::new(lists, length, exact)));
    }
    Ok(leaves)
}

/// The one term that a phrase of two little words is, where no other form of either is in the index.
pub(in crate::search) fn lone(
    terms: &Dictionary,
    segment: usize,
    slots: &[Slot],
) -> Result<Option<SlotTerm>, SearchError> {
    let [first, second] = slots else {
        return Ok(None);
    };
    let Some((left, right)) = little(first).zip(little(second)) else {
        return Ok(None);
    };
    for slot in slots {
        if !others(terms, segment, slot)?.terms.is_empty() {
            return Ok(None);
        }
    }
    Ok(Some(SlotTerm {
        text: pair(left, right),
        exact: true,
        counted: true,
    }))
}

/// The other forms of a little word that the index has.
fn others(terms: &Dictionary, segment: usize, slot: &Slot) -> Result<Slot, SearchError> {
    let mut others = Slot {
        terms: Vec::new(),
        ..slot.clone()
    };
    for term in slot.terms.iter().filter(|term| !term.exact) {
        if terms.has(segment, &term.text)? {
            others.terms.push(term.clone());
        }
    }
    Ok(others)
}

/// The little word that a slot asks for.
fn little(slot: &Slot) -> Option<&str> {
    let mut exact = slot.terms.iter().filter(|term| term.exact);
    let word = exact
        .next()
        .filter(|_| exact.next().is_none() && !slot.expanded)?;
    is_little(&word.text).then_some(word.text.as_str())
}

impl Leaf for Pair {
    fn doc(&self) -> DocId {
        self.list.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.list.seek(target)
    }

    fn matches(&mut self) -> bool {
        true
    }

    fn frequency(&mut self) -> Frequency {
        let all = self.list.frequency().all;
        Frequency {
            exact: if self.exact { all } else { 0 },
            all,
        }
    }

    fn extents(&mut self, out: &mut Vec<Extent>) {
        let from = out.len();
        self.list.extents(out);
        for extent in &mut out[from..] {
            extent.first = extent.first.saturating_sub(1);
        }
    }

    fn cost(&self) -> u32 {
        self.list.cost()
    }

    fn effort(&self) -> u32 {
        0
    }
}
