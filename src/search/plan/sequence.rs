//! Words side by side: those of a phrase, and those that a query has after one another.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::article::EntityKind;
use crate::article::titles::without_titles;
use crate::query::{Clause, Node};
use crate::search::error::SearchError;
use crate::search::plan::lower::{Lowering, Scope};
use crate::search::plan::{Plan, Slot};

/// The most ways to write one phrase.
const WAYS: usize = 32;

impl Lowering<'_> {
    /// The ways to write a phrase; none where it holds no letter.
    pub(in crate::search) fn phrase(
        &mut self,
        nodes: &[Node],
        scope: Scope,
    ) -> Result<Vec<Vec<Slot>>, SearchError> {
        let typed = plain(nodes).filter(|_| self.kind(scope).is_some());
        let nodes = match &typed {
            // Titles are no part of names.
            Some(words) if self.kind(scope) == Some(EntityKind::Person) => {
                let name = words.join(" ");
                let left = without_titles(&name).split_whitespace().count();
                &nodes[nodes.len().saturating_sub(left)..]
            }
            _ => nodes,
        };
        let mut phrase: Vec<Vec<Slot>> = vec![Vec::new()];
        // The phrase without its last word, and that word.
        let mut before: Option<(Vec<Vec<Slot>>, &Node)> = None;
        for node in nodes {
            let ways = self.ways(node, true, scope)?;
            if ways.is_empty() {
                continue;
            }
            let mut longer = join(&phrase, &ways);
            if let Some((shorter, left)) = before
                && let Some(slot) = self.closed(left, node, scope)?
            {
                longer.extend(join(&shorter, &[vec![slot]]));
            }
            if longer.len() > WAYS {
                longer.truncate(WAYS);
                self.note(format!(
                    "there are more than {WAYS} ways to write a phrase of the query: the first {WAYS} were searched"
                ));
            }
            before = Some((std::mem::replace(&mut phrase, longer), node));
        }
        phrase.retain(|way| !way.is_empty());
        phrase.extend(typed.and_then(|words| self.known(&words.join(" "), scope)));
        Ok(phrase)
    }

    /// The plans of the parts of an AND or OR.
    pub(in crate::search) fn nodes(
        &mut self,
        nodes: &[Node],
        scope: Scope,
    ) -> Result<Vec<Plan>, SearchError> {
        let mut plans = Vec::with_capacity(nodes.len());
        let beside = self.beside(nodes, scope)?;
        // What is asked again is looked up once, and weighs as often as it is asked; two operands are two places, though.
        let mut asked: HashMap<String, usize> = HashMap::new();
        for (node, beside) in nodes.iter().zip(beside) {
            if beside.is_empty() {
                if !scope.placed
                    && let Entry::Occupied(before) = asked.entry(node.to_string())
                    && let Some(Plan::Leaf(leaf)) = plans.get_mut(*before.get())
                {
                    let leaf = Arc::make_mut(leaf);
                    leaf.times += 1;
                    continue;
                }
                let before = plans.len();
                plans.extend(self.node(node, scope)?);
                if plans.len() > before {
                    asked.insert(node.to_string(), before);
                }
                continue;
            }
            let mut ways = self.ways(node, false, scope)?;
            if let Some([slot]) = ways.first_mut().map(Vec::as_mut_slice) {
                for term in beside {
                    if !slot.terms.iter().any(|known| known.text == term.text) {
                        slot.terms.push(term);
                    }
                }
            }
            plans.extend(self.leaf(ways, node.span, scope)?);
        }
        Ok(plans)
    }
}

/// The words of a phrase, where it has nothing else and none as written.
fn plain(nodes: &[Node]) -> Option<Vec<&str>> {
    let words = nodes.iter().map(|node| match &node.clause {
        Clause::Word(word) if !word.exact => Some(word.text.as_str()),
        _ => None,
    });
    words.collect()
}

/// Every way of `phrase` followed by every one of `ways`, no more than [`WAYS`].
fn join(phrase: &[Vec<Slot>], ways: &[Vec<Slot>]) -> Vec<Vec<Slot>> {
    phrase
        .iter()
        .flat_map(|head| {
            ways.iter()
                .map(move |tail| [head.as_slice(), tail.as_slice()].concat())
        })
        .take(WAYS + 1)
        .collect()
}
