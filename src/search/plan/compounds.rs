//! Compounds as the index writes them: `cyber attack` asks for `cyberattack` too, and `cyberattack` for `cyber attack`.
//!
//! Nothing is known beforehand. Two words stand for a third where the index has it; a closed word comes apart where the texts
//! show that both are one thing: somewhere it is written with a hyphen, or its parts mostly stand side by side wherever
//! one article holds both. What is added is worth what another form of a word is.

#[cfg(test)]
mod tests;

use crate::index::STEM;
use crate::query::{Clause, Node};
use crate::search::ExpansionKind;
use crate::search::error::SearchError;
use crate::search::plan::lower::{Lowering, Scope};
use crate::search::plan::{Slot, SlotTerm, variants};
use crate::search::scorer::{Adjacent, adjacent};
use crate::text::fold;

/// Letters of a part, at the least.
const PART: usize = 3;
/// Letters of a compound.
const WHOLE: std::ops::RangeInclusive<usize> = 6..=32;
/// Words and pairs of a query that are looked at.
const LOOKS: usize = 128;
/// Places to part one word that are tried in the texts.
const TRIED: usize = 2;
/// Articles with both parts that are looked at, all of one word.
const SAMPLE: u32 = 400;
/// One in so many of them must have the parts side by side, where no hyphen joins them.
const SHARE: u32 = 3;
/// So many articles with the closed form want one more with the parts side by side.
const PER_PAIR: u64 = 200;
/// But no more than so many.
const PAIRS: u64 = 50;
/// Words that stand before or after any other, so that side by side they say nothing.
const LITTLE: [&str; 24] = [
    "and", "any", "are", "but", "did", "for", "had", "has", "her", "his", "how", "its", "not",
    "our", "she", "the", "they", "this", "was", "were", "who", "will", "with", "you",
];

impl Lowering<'_> {
    /// The terms that stand for each of `nodes` together with the plain word before or after it.
    pub(in crate::search) fn beside(
        &mut self,
        nodes: &[Node],
        scope: Scope,
    ) -> Result<Vec<Vec<SlotTerm>>, SearchError> {
        let mut beside = vec![Vec::new(); nodes.len()];
        self.together(nodes, scope, &mut beside)?;
        for (at, pair) in nodes.windows(2).enumerate() {
            let [left, right] = pair else { continue };
            if !self.follows(nodes, at + 1) {
                continue;
            }
            if let Some(slot) = self.closed(left, right, scope)? {
                // An article that has the word itself is worth no more for the compound.
                let terms = slot.terms.into_iter().map(|term| SlotTerm {
                    counted: false,
                    ..term
                });
                let terms: Vec<SlotTerm> = terms.collect();
                beside[at].extend(terms.iter().cloned());
                beside[at + 1].extend(terms);
            }
        }
        Ok(beside)
    }

    /// Whether nothing but blanks stand between a node and the one before it.
    pub(in crate::search) fn follows(&self, nodes: &[Node], at: usize) -> bool {
        let end = at.checked_sub(1).map(|before| nodes[before].span.end);
        let between = end.and_then(|end| self.text.get(end..nodes[at].span.start));
        between.is_some_and(|between| between.chars().all(char::is_whitespace))
    }

    /// What stands for two words run together, if the index has it.
    pub(in crate::search) fn closed(
        &mut self,
        left: &Node,
        right: &Node,
        scope: Scope,
    ) -> Result<Option<Slot>, SearchError> {
        if let Some(slot) = self.measure(left, right) {
            return self.held(slot, left, right, scope);
        }
        let (Some(one), Some(other)) = (part(left), part(right)) else {
            return Ok(None);
        };
        let Some(mut slot) = self.form(&format!("{one}{other}")) else {
            return Ok(None);
        };
        // A stem must leave the second word its own: that of `albania nations` run together is `albanian`.
        let mut first = String::new();
        fold::fold_into(&one, &mut first);
        slot.terms.retain(|term| {
            let form = term.text.trim_start_matches(STEM);
            let rest = form.strip_prefix(first.as_str());
            rest.is_some_and(|rest| rest.chars().count() >= PART)
        });
        self.held(slot, left, right, scope)
    }

    /// `slot`, which stands for two words, if the index has it.
    fn held(
        &mut self,
        slot: Slot,
        left: &Node,
        right: &Node,
        scope: Scope,
    ) -> Result<Option<Slot>, SearchError> {
        if !scope.main || !self.look() {
            return Ok(None);
        }
        let articles = self.statistics.holding(scope.handle, &slot)?;
        if articles == 0 {
            return Ok(None);
        }
        let asked = format!("{left} {right}");
        let closed = slot.terms.first().map_or("", |term| term.text.as_str());
        self.expanded(&asked, closed, ExpansionKind::Compound, Some(articles));
        Ok(Some(slot))
    }

    /// A number and its unit run together: `10pct` for `10 pct`.
    fn measure(&self, left: &Node, right: &Node) -> Option<Slot> {
        let (number, unit) = (self.plain(left)?, self.plain(right)?);
        let terms = variants::closed(&number, &unit).into_iter();
        let terms = terms.map(|text| SlotTerm {
            text,
            exact: false,
            counted: true,
        });
        let slot = Slot {
            terms: terms.collect(),
            expanded: false,
        };
        (!slot.terms.is_empty()).then_some(slot)
    }

    /// The two words that the closed word `text` stands for, if the texts write it so.
    pub(in crate::search) fn open(
        &mut self,
        text: &str,
        scope: Scope,
    ) -> Result<Option<Vec<Slot>>, SearchError> {
        let closed = text.to_lowercase();
        let letters = closed.chars().count();
        let plain = closed.chars().all(char::is_alphabetic) && WHOLE.contains(&letters);
        if !plain || !scope.main || !self.look() {
            return Ok(None);
        }
        let Some(whole) = self.form(&closed) else {
            return Ok(None);
        };
        let mut cuts = Vec::new();
        for (at, _) in closed.char_indices().take(letters - PART + 1).skip(PART) {
            let (left, right) = closed.split_at(at);
            if LITTLE.contains(&left) || LITTLE.contains(&right) {
                continue;
            }
            let (Some(left_slot), Some(right_slot)) = (self.word(left), self.form(right)) else {
                continue;
            };
            let lefts = self.statistics.holding(scope.handle, &left_slot)?;
            if lefts == 0 {
                continue;
            }
            let rights = self.statistics.holding(scope.handle, &right_slot)?;
            if rights > 0 {
                cuts.push((lefts.min(rights), at));
            }
        }
        cuts.sort_unstable_by(|a, b| b.cmp(a));
        let wholes = self.statistics.holding(scope.handle, &whole)?;
        for &(_, at) in cuts.iter().take(TRIED) {
            let (left, right) = closed.split_at(at);
            let (Some(first), Some(second)) = (self.word(left), self.form(right)) else {
                continue;
            };
            let mut seen = Adjacent::default();
            let terms = self.statistics.terms.field(scope.handle)?;
            let segments = self.index.searcher().segment_readers();
            for (segment, number) in segments.iter().zip(0..) {
                adjacent(
                    &terms,
                    number,
                    [&first, &second, &whole],
                    &|doc| segment.is_deleted(doc),
                    SAMPLE,
                    &mut seen,
                )?;
            }
            let one_thing = seen.hyphened || seen.pairs * SHARE >= seen.both;
            if seen.pairs > 0
                && one_thing
                && u64::from(seen.pairs) >= (wholes / PER_PAIR).clamp(1, PAIRS)
            {
                let open = format!("{left} {right}");
                self.expanded(&closed, &open, ExpansionKind::Compound, None);
                return Ok(Some(vec![first, second]));
            }
        }
        Ok(None)
    }

    /// Any form of a word, where it is one word of the index.
    fn form(&self, word: &str) -> Option<Slot> {
        self.sole(word, false)
    }

    /// The word itself.
    fn word(&self, word: &str) -> Option<Slot> {
        self.sole(word, true)
    }

    fn sole(&self, word: &str, exact: bool) -> Option<Slot> {
        let way = self.words.ways(word, exact).into_iter().next()?;
        let [slot]: [Slot; 1] = way.try_into().ok()?;
        let terms = slot.terms.into_iter().map(|term| SlotTerm {
            exact: false,
            ..term
        });
        Some(Slot {
            terms: terms.collect(),
            expanded: false,
        })
    }

    /// Whether another word or pair may be looked up.
    fn look(&mut self) -> bool {
        self.looks += 1;
        self.looks <= LOOKS
    }
}

/// The word that may be part of a compound.
fn part(node: &Node) -> Option<String> {
    let Clause::Word(word) = &node.clause else {
        return None;
    };
    let text = word.text.to_lowercase();
    let plain = !word.exact
        && !word.fuzzy
        && text.chars().all(char::is_alphabetic)
        && text.chars().count() >= PART
        && !LITTLE.contains(&text.as_str());
    plain.then_some(text)
}
