//! What is searched beside a word because it says the same: other formats of a number, what an acronym is short for, what is called
//! after a country, other spellings of a word or a name.
//!
//! A variant is searched only where the index has it, and is worth what another form of the word is worth, in articles without
//! the word itself. Inside quotes there are none but those of numbers and `&`; `=` and fields other than the text have none.

mod acronyms;
mod groups;
mod names;
mod numbers;
mod orthography;
mod respelling;
#[cfg(test)]
mod tests;

pub(in crate::search) use groups::one_spelling;
pub(in crate::search::plan) use numbers::closed;

use crate::index::STEM;
use crate::query::{Clause, Node};
use crate::search::ExpansionKind;
use crate::search::error::SearchError;
use crate::search::plan::dictionary::alignment;
use crate::search::plan::lower::{Lowering, Scope};
use crate::search::plan::{Slot, SlotTerm};
use crate::text::fold;

/// The most variants of one word.
const VARIANTS: usize = 24;
/// Words of a query that are looked at.
const LOOKS: usize = 256;
/// Acronyms that are words in other languages than English: not in archives that hold some.
const HOMOGRAPHS: [&str; 9] = ["bis", "ec", "eu", "ira", "nato", "sec", "un", "cia", "ppi"];

impl Lowering<'_> {
    /// Adds to the ways to write the word `text` its variants: one word to the slot, several as a way of their own. Inside quotes only
    /// those that are the same to the eye.
    pub(in crate::search) fn variants(
        &mut self,
        text: &str,
        quoted: bool,
        ways: &mut Vec<Vec<Slot>>,
        scope: Scope,
    ) -> Result<(), SearchError> {
        let Some(word) = sole(ways).map(str::to_owned) else {
            return Ok(());
        };
        if !self.varied || !scope.main || !self.vary() {
            return Ok(());
        }
        let mut room = VARIANTS;
        for way in numbers::written(&word, self.words.langs) {
            let slots = way.iter().map(|part| variant(part)).collect();
            self.add(text, ExpansionKind::Number, slots, ways, scope, &mut room)?;
        }
        for (kind, form) in groups::beside(&word) {
            if kind == ExpansionKind::Number {
                let slots = self.sequence(&form);
                self.add(text, kind, slots, ways, scope, &mut room)?;
            }
        }
        if quoted {
            return Ok(());
        }
        if let Some(spelling) = umlauts(text) {
            let slots = vec![variant(&spelling)];
            self.add(text, ExpansionKind::Spelling, slots, ways, scope, &mut room)?;
        }
        for spelling in orthography::spellings(&word) {
            let slots = vec![self.respelt(&word, &spelling)];
            self.add(text, ExpansionKind::Spelling, slots, ways, scope, &mut room)?;
        }
        for (spelling, _) in self.respellings(&word, scope)? {
            let slots = vec![variant(&spelling)];
            self.add(text, ExpansionKind::Name, slots, ways, scope, &mut room)?;
        }
        for (kind, form) in groups::beside(&word) {
            // `saudi arabia` holds `saudi` already.
            let held = form.split('_').any(|part| part == word);
            if held
                || kind == ExpansionKind::Number
                || self.is_homograph(&word)
                || self.is_homograph(&form)
            {
                continue;
            }
            let slots = self.sequence(&form);
            self.add(text, kind, slots, ways, scope, &mut room)?;
        }
        Ok(())
    }

    /// The single words that stand for several plain words of a query together: `un` for `united nations`.
    pub(in crate::search) fn together(
        &mut self,
        nodes: &[Node],
        scope: Scope,
        beside: &mut [Vec<SlotTerm>],
    ) -> Result<(), SearchError> {
        if !self.varied || !scope.main {
            return Ok(());
        }
        let words: Vec<Option<String>> = nodes.iter().map(|node| self.plain(node)).collect();
        for first in 0..nodes.len() {
            let Some(mut asked) = words[first].clone() else {
                continue;
            };
            let last = (first + groups::LONGEST).min(nodes.len());
            for next in first + 1..last {
                let Some(word) = words[next].as_deref().filter(|_| self.follows(nodes, next))
                else {
                    break;
                };
                asked.push('_');
                asked.push_str(word);
                let typed = nodes[first].span.start..nodes[next].span.end;
                let typed = self.text.get(typed).unwrap_or_default();
                for (kind, form) in groups::beside(&asked) {
                    let [slot] = self.sequence(&form).try_into().unwrap_or_default();
                    let articles = self.holding(&slot, scope)?;
                    if articles == 0 || self.is_homograph(&form) {
                        continue;
                    }
                    self.expanded(typed, &form, kind, Some(articles));
                    for beside in &mut beside[first..=next] {
                        beside.extend(slot.terms.iter().cloned());
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds what the index has.
    fn add(
        &mut self,
        asked: &str,
        kind: ExpansionKind,
        slots: Vec<Slot>,
        ways: &mut Vec<Vec<Slot>>,
        scope: Scope,
        room: &mut usize,
    ) -> Result<(), SearchError> {
        if *room == 0 || slots.is_empty() {
            return Ok(());
        }
        let mut least = u64::MAX;
        for slot in &slots {
            least = least.min(self.holding(slot, scope)?);
        }
        if least == 0 {
            return Ok(());
        }
        let shown: Vec<&str> = slots
            .iter()
            .filter_map(|slot| Some(slot.terms.first()?.text.as_str()))
            .collect();
        let shown = shown.join(" ");
        let own = || ways.first().and_then(|way| way.first());
        if let [slot] = slots.as_slice() {
            let known = |term: &SlotTerm| {
                own().is_some_and(|own| own.terms.iter().any(|other| other.text == term.text))
            };
            let new: Vec<SlotTerm> = slot
                .terms
                .iter()
                .filter(|term| !known(term))
                .cloned()
                .collect();
            if new.is_empty() {
                return Ok(());
            }
            self.expanded(asked, &shown, kind, Some(least));
            if let Some(own) = ways.first_mut().and_then(|way| way.first_mut()) {
                own.terms.extend(new);
            }
        } else {
            self.expanded(asked, &shown, kind, None);
            ways.push(slots);
        }
        *room -= 1;
        Ok(())
    }

    /// How many articles hold one of the slot's terms, about.
    fn holding(&self, slot: &Slot, scope: Scope) -> Result<u64, SearchError> {
        self.statistics.holding(scope.handle, slot)
    }

    /// The forms of another spelling of `word`: those of its stem where that is another spelling of the word's stem (`labour`,
    /// `labor`), else its own few, because `industrialised` has nothing to do with `industri`. None where both have one stem.
    fn respelt(&self, word: &str, spelling: &str) -> Slot {
        let terms = |word: &str| -> Vec<String> {
            let way = self.words.ways(word, false).into_iter().next();
            let slots = way.into_iter().flatten();
            slots
                .flat_map(|slot| slot.terms)
                .map(|term| term.text)
                .collect()
        };
        let own = terms(word);
        let stem = |term: &String| term.strip_prefix(STEM).map(str::to_owned);
        let stems: Vec<String> = own.iter().filter_map(stem).collect();
        let mut forms = vec![spelling.to_owned()];
        for other in terms(spelling).iter().filter_map(stem) {
            if stems.contains(&other) {
                return Slot::default();
            }
            if stems.iter().any(|stem| alignment(stem, &other) <= 1.0) {
                forms.push(format!("{STEM}{other}"));
                forms.push(other);
            }
        }
        if forms.len() == 1 {
            forms.extend(orthography::inflections(spelling));
        }
        forms.dedup();
        let mut slot = Slot::default();
        for form in forms {
            slot.terms.extend(variant(&form).terms);
        }
        slot
    }

    /// The words of a form of a table, one after another.
    fn sequence(&self, form: &str) -> Vec<Slot> {
        let words = form
            .split('_')
            .filter_map(|word| self.words.ways(word, true).into_iter().next());
        let terms = words
            .flatten()
            .filter_map(|slot| slot.terms.into_iter().next());
        terms.map(|term| variant(&term.text)).collect()
    }

    /// The word of a node as the index has it, if it is a plain word of one part.
    pub(in crate::search::plan) fn plain(&self, node: &Node) -> Option<String> {
        match &node.clause {
            Clause::Word(word) if !word.exact && !word.fuzzy => {
                sole(&self.words.ways(&word.text, true)).map(str::to_owned)
            }
            _ => None,
        }
    }

    fn is_homograph(&self, form: &str) -> bool {
        HOMOGRAPHS.contains(&form) && self.words.langs.iter().any(|lang| *lang != "en")
    }

    /// Whether another word may be looked up.
    fn vary(&mut self) -> bool {
        self.variations += 1;
        self.variations <= LOOKS
    }
}

/// The word itself, where it is one of one part.
fn sole(ways: &[Vec<Slot>]) -> Option<&str> {
    let [slot] = ways.first()?.as_slice() else {
        return None;
    };
    slot.terms
        .iter()
        .find(|term| term.exact)
        .map(|term| term.text.as_str())
}

/// `mueller` for `Müller`: who types the dots may mean both; who types `Muller` means that.
fn umlauts(text: &str) -> Option<String> {
    let mut small = String::new();
    fold::lower_into(text, &mut small);
    let mut written = String::new();
    for letter in small.chars() {
        match letter {
            'ä' | 'æ' => written.push_str("ae"),
            'ö' | 'ø' => written.push_str("oe"),
            'ü' => written.push_str("ue"),
            'å' => written.push_str("aa"),
            _ => written.push(letter),
        }
    }
    let mut folded = String::new();
    fold::fold_into(&written, &mut folded);
    (written != small && folded.chars().all(char::is_alphanumeric)).then_some(folded)
}

/// A term that stands for another.
fn variant(term: &str) -> Slot {
    Slot {
        terms: vec![SlotTerm {
            text: term.to_owned(),
            exact: false,
            counted: false,
        }],
        expanded: false,
    }
}
