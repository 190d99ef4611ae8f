//! Compounds meet: what a query of the corpus's words asks for beside what it says.
//!
//! `cyber` with a form of `attack` after it asks for `cyberattack`; that asks for the two words where the articles write
//! it so. [`spelled_out`] says it in the query's own clauses, and the judge then takes each at its word. A word that must
//! not be parted again is written as fuzzy, which no query of the oracle is.

use dateline::query::{Clause, Field, Near, Node, Query, Within, Word};

use crate::oracle::corpus;
use crate::oracle::judge::Reading;

/// The query with its compounds spelled out.
pub(crate) fn spelled_out(query: &Query, readings: &[Reading]) -> Node {
    let mut both = 0;
    let mut pairs = 0;
    let mut hyphened = false;
    for reading in readings {
        let (holds, adjacent, hyphen) = reading.compound(("cyber", "attack"), "cyberattack");
        both += u32::from(holds);
        pairs += u32::from(adjacent);
        hyphened |= hyphen;
    }
    Speller {
        text: &query.text,
        opens: pairs > 0 && (hyphened || 3 * pairs >= both),
    }
    .node(&query.root)
}

struct Speller<'a> {
    text: &'a str,
    /// Whether the articles show that closed and open are one thing.
    opens: bool,
}

impl Speller<'_> {
    fn node(&self, node: &Node) -> Node {
        let inner = |node: &Node| Box::new(self.node(node));
        let clause = match &node.clause {
            Clause::Word(_) => {
                let mut ways = vec![node.clone()];
                ways.extend(self.open(node).map(|parts| phrase(node, parts)));
                return any(node, ways);
            }
            Clause::Phrase(nodes) => {
                let ways = self.ways(nodes);
                return any(
                    node,
                    ways.into_iter().map(|way| phrase(node, way)).collect(),
                );
            }
            Clause::And(nodes) => Clause::And(self.neighbours(nodes)),
            Clause::Or(nodes) => Clause::Or(self.neighbours(nodes)),
            Clause::Not(part) => Clause::Not(inner(part)),
            Clause::AtLeast(count, part) => Clause::AtLeast(*count, inner(part)),
            Clause::Field(field @ (Field::Title | Field::Body | Field::Caption), part) => {
                Clause::Field(*field, inner(part))
            }
            Clause::Near(near) => Clause::Near(self.near(near)),
            Clause::NotNear(near) => Clause::NotNear(self.near(near)),
            Clause::Within(within) => Clause::Within(Within {
                left: inner(&within.left),
                right: inner(&within.right),
                unit: within.unit,
            }),
            other => other.clone(),
        };
        Node {
            span: node.span,
            clause,
        }
    }

    fn near(&self, near: &Near) -> Near {
        Near {
            left: Box::new(self.node(&near.left)),
            right: Box::new(self.node(&near.right)),
            ..*near
        }
    }

    /// Each node, or what stands for it and its neighbour.
    fn neighbours(&self, nodes: &[Node]) -> Vec<Node> {
        let mut ways: Vec<Vec<Node>> = nodes.iter().map(|node| vec![self.node(node)]).collect();
        for (at, pair) in nodes.windows(2).enumerate() {
            let between = &self.text[pair[0].span.end..pair[1].span.start];
            if between.trim().is_empty()
                && let Some(closed) = closed(&pair[0], &pair[1])
            {
                ways[at].push(closed.clone());
                ways[at + 1].push(closed);
            }
        }
        nodes
            .iter()
            .zip(ways)
            .map(|(node, ways)| any(node, ways))
            .collect()
    }

    /// All ways to write a phrase.
    fn ways(&self, nodes: &[Node]) -> Vec<Vec<Node>> {
        let Some((first, rest)) = nodes.split_first() else {
            return vec![Vec::new()];
        };
        let mut heads = vec![(vec![first.clone()], rest)];
        heads.extend(self.open(first).map(|parts| (parts, rest)));
        if let Some((second, rest)) = rest.split_first() {
            heads.extend(closed(first, second).map(|closed| (vec![closed], rest)));
        }
        heads
            .into_iter()
            .flat_map(|(head, rest)| {
                let tails = self.ways(rest);
                tails
                    .into_iter()
                    .map(move |tail| [head.clone(), tail].concat())
            })
            .collect()
    }

    /// `cyberattacks` as two words.
    fn open(&self, node: &Node) -> Option<Vec<Node>> {
        let Clause::Word(asked) = &node.clause else {
            return None;
        };
        let closed = ["cyberattack", "cyberattacks"].contains(&asked.text.as_str());
        (closed && self.opens && !asked.exact && !asked.fuzzy)
            .then(|| vec![word(node, "cyber", true), word(node, "attack", false)])
    }
}

/// `cyber attacks` as one word.
fn closed(left: &Node, right: &Node) -> Option<Node> {
    let plain = |node: &Node| match &node.clause {
        Clause::Word(word) if !word.exact => Some(word.text.to_lowercase()),
        _ => None,
    };
    let pair = (plain(left)?, plain(right)?);
    let forms = ["attack", "attacks", "attacked"];
    (pair.0 == "cyber" && forms.contains(&pair.1.as_str())).then(|| {
        debug_assert!(corpus::find("cyberattack").is_some());
        Node {
            span: left.span,
            clause: Clause::Word(Word {
                text: "cyberattack".to_owned(),
                exact: false,
                fuzzy: true,
            }),
        }
    })
}

fn word(node: &Node, text: &str, exact: bool) -> Node {
    Node {
        span: node.span,
        clause: Clause::Word(Word {
            text: text.to_owned(),
            exact,
            fuzzy: false,
        }),
    }
}

fn phrase(node: &Node, parts: Vec<Node>) -> Node {
    Node {
        span: node.span,
        clause: Clause::Phrase(parts),
    }
}

fn any(node: &Node, mut ways: Vec<Node>) -> Node {
    if ways.len() == 1 {
        return ways.remove(0);
    }
    Node {
        span: node.span,
        clause: Clause::Or(ways),
    }
}
