//! From the query's tree to the plan.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::schema::Field as Handle;

use crate::article::{EntityKind, known_name};
use crate::index::{Fields, Snapshot};
use crate::query::{self, Clause, DateClause, Field, Node, Query};
use crate::search::error::SearchError;
use crate::search::plan::operands::{distance, distribute};
use crate::search::plan::statistics::Statistics;
use crate::search::plan::words::Words;
use crate::search::plan::{Leaf, Plan, Slot, quiet, spelling, wildcard, words};
use crate::search::scorer::Part;
use crate::search::{Expansion, ExpansionKind};
use crate::text::Span;

/// The most words and phrases a plan may hold, those an operator multiplies included.
pub(in crate::search) const LEAVES: usize = 2_048;
/// The most terms of all of them together, wildcards written out.
const TERMS: usize = 32_768;
/// The most words of the index that a query's wildcards may read, if there are several.
const READ: usize = 16_000_000;
/// The most words of a query that are asked with all their spellings.
const FUZZY: usize = 64;
/// The most words named where a wildcard is explained.
const NAMED: usize = 8;
/// The deepest a query may nest.
const DEPTH: usize = 256;

/// What lowering needs of the index.
pub(in crate::search) struct Lowering<'a> {
    /// Handles of the fields.
    fields: &'a Fields,
    /// The index.
    pub(in crate::search) index: &'a Snapshot,
    /// The query as typed.
    pub(in crate::search) text: &'a str,
    /// Whether it is a bag of words.
    any: bool,
    /// How common words are.
    pub(in crate::search) statistics: Statistics<'a>,
    /// How words are analysed.
    pub(in crate::search) words: Words<'a>,
    /// What a person should know.
    notes: Vec<String>,
    /// What is searched beside what was asked.
    also: Vec<Expansion>,
    /// What truncated words stand for, by field and pattern, and how many words that is.
    truncated: HashMap<(Handle, String), (Slot, usize)>,
    /// Words of the index that wildcards have read.
    read: usize,
    /// Words asked with all their spellings.
    fuzzy: usize,
    /// Words and pairs looked at for compounds.
    pub(in crate::search) looks: usize,
    /// Whether variants are searched as well.
    pub(in crate::search) varied: bool,
    /// Spellings of names whose articles were read.
    pub(in crate::search) spellings_read: usize,
    /// Words looked at for variants.
    pub(in crate::search) variations: usize,
    leaves: usize,
    terms: usize,
}

/// The field that a clause is asked of.
#[derive(Clone, Copy)]
pub(in crate::search) struct Scope {
    pub(in crate::search) handle: Handle,
    /// Whether it is the main text.
    pub(in crate::search) main: bool,
    part: Option<Part>,
    scored: bool,
    /// Whether it is an operand of an operator that compares places.
    pub(in crate::search) placed: bool,
    depth: usize,
}

/// A query lowered.
pub(in crate::search) struct Lowered {
    /// The plan.
    pub(in crate::search) plan: Plan,
    /// What a person should know of it.
    pub(in crate::search) notes: Vec<String>,
    /// What it asks for beside what the query says.
    pub(in crate::search) also: Vec<Expansion>,
}

/// Lowers a query; `varied`: with the variants of its words.
pub(in crate::search) fn lower(
    query: &Query,
    index: &Snapshot,
    statistics: Statistics<'_>,
    words: Words<'_>,
    varied: bool,
) -> Result<Lowered, SearchError> {
    let mut lowering = Lowering {
        fields: index.fields(),
        index,
        text: &query.text,
        any: query.any,
        statistics,
        words,
        notes: Vec::new(),
        also: Vec::new(),
        truncated: HashMap::new(),
        read: 0,
        fuzzy: 0,
        looks: 0,
        varied,
        variations: 0,
        spellings_read: 0,
        leaves: 0,
        terms: 0,
    };
    let scope = Scope {
        handle: index.fields().text,
        main: true,
        part: None,
        scored: true,
        placed: false,
        depth: 0,
    };
    let plan = match lowering.node(&query.root, scope)? {
        Some(plan) => plan,
        None => {
            lowering.notes.push("the query holds no word".to_owned());
            Plan::Nothing
        }
    };
    Ok(Lowered {
        plan,
        notes: lowering.notes,
        also: lowering.also,
    })
}

impl Lowering<'_> {
    /// The plan of a node; `None` where it asks nothing, as punctuation does.
    pub(in crate::search) fn node(
        &mut self,
        node: &Node,
        scope: Scope,
    ) -> Result<Option<Plan>, SearchError> {
        if scope.depth > DEPTH {
            return Err(wrong(node.span, "the query nests too deep", None));
        }
        let scope = Scope {
            depth: scope.depth + 1,
            ..scope
        };
        Ok(match &node.clause {
            Clause::All => Some(Plan::All),
            Clause::Word(_) | Clause::Wildcard(_) => {
                let ways = self.ways(node, false, scope)?;
                self.leaf(ways, node.span, scope)?
            }
            Clause::Phrase(nodes) => {
                let ways = self.phrase(nodes, scope)?;
                self.leaf(ways, node.span, scope)?
            }
            Clause::And(nodes) => {
                let parts = self.nodes(nodes, scope)?;
                gather(parts, Plan::And)
            }
            Clause::Or(nodes) => {
                let asking_nodes = if self.any && scope.main && scope.part.is_none() {
                    query::asking(nodes)
                } else {
                    0
                };
                // They find, as any word of a bag does.
                let mut parts = self.nodes(&nodes[..asking_nodes], scope.unscored())?;
                let asking = parts.len();
                parts.extend(self.nodes(&nodes[asking_nodes..], scope)?);
                if self.any {
                    quiet::quiet(&self.statistics, &mut parts, asking)?;
                }
                gather(parts, Plan::Or)
            }
            Clause::Not(inner) => self
                .node(inner, scope.unscored())?
                .map(|plan| Plan::Not(Box::new(plan))),
            Clause::Near(near) => {
                let distance = distance(near);
                self.pair(&near.left, &near.right, node.span, scope, &|left, right| {
                    Plan::Near(Box::new(left), Box::new(right), distance)
                })?
            }
            Clause::NotNear(near) => self.not_near(near, node.span, scope)?,
            Clause::Within(within) => {
                if !scope.main {
                    return Err(wrong(
                        node.span,
                        "sentences and paragraphs are those of the text",
                        Some("ask it without the field"),
                    ));
                }
                let unit = within.unit;
                self.within(&within.left, &within.right, node.span, scope, unit)?
            }
            Clause::AtLeast(count, inner) => {
                let count = *count;
                self.operand(inner, scope)?
                    .map(|plan| distribute(plan, &mut |plan| Plan::AtLeast(Box::new(plan), count)))
            }
            Clause::Field(Field::Lang, inner) => {
                let mut codes = Vec::new();
                codes_of(inner, &mut codes)?;
                codes.sort();
                Some(Plan::Values("lang", codes))
            }
            Clause::Field(field, inner) => {
                let scope = self.scope(*field, scope);
                self.node(inner, scope)?
            }
            Clause::Date(DateClause::In(period)) => Some(Plan::Dated(*period)),
            Clause::Date(DateClause::None) => Some(Plan::Undated),
            Clause::Length(comparison, words) => Some(Plan::Length(*comparison, *words)),
        })
    }

    fn scope(&self, field: Field, scope: Scope) -> Scope {
        let part = |part| Scope {
            handle: self.fields.text,
            main: true,
            part: Some(part),
            ..scope
        };
        let other = |handle| Scope {
            handle,
            main: false,
            part: None,
            scored: false,
            ..scope
        };
        match field {
            Field::Title => part(Part::Title),
            Field::Body => part(Part::Body),
            Field::Lead => part(Part::Lead),
            Field::Caption => part(Part::Captions),
            Field::Byline => other(self.fields.byline),
            Field::Publisher => other(self.fields.publisher),
            Field::Section => other(self.fields.section),
            Field::Person => other(self.fields.person),
            Field::Org => other(self.fields.org),
            Field::Place => other(self.fields.place),
            Field::Lang => scope,
        }
    }

    /// The ways to write a word or wildcard, inside quotes or not; none where it holds no letter.
    pub(in crate::search) fn ways(
        &mut self,
        node: &Node,
        quoted: bool,
        scope: Scope,
    ) -> Result<Vec<Vec<Slot>>, SearchError> {
        match &node.clause {
            // Names are names: only the text is stemmed.
            Clause::Word(word) => {
                let mut ways = self.words.ways(&word.text, word.exact || !scope.main);
                if word.fuzzy {
                    self.spellings(&word.text, &mut ways, scope)?;
                }
                if !word.exact {
                    let open = self.open(&word.text, scope)?;
                    self.variants(&word.text, quoted, &mut ways, scope)?;
                    ways.extend(open);
                    if !quoted {
                        ways.extend(self.known(&word.text, scope));
                    }
                }
                Ok(ways)
            }
            Clause::Wildcard(wildcard) => {
                let parts = words::pattern(&wildcard.pattern);
                if !parts
                    .iter()
                    .any(|part| part.contains(|c: char| !matches!(c, '*' | '?')))
                {
                    return Err(wrong(
                        node.span,
                        "a wildcard needs a letter",
                        Some("`*` alone stands for every word"),
                    ));
                }
                let mut way = Vec::with_capacity(parts.len());
                for part in parts {
                    way.push(self.expand(&part, scope)?);
                }
                Ok(vec![way])
            }
            _ => Err(wrong(
                node.span,
                "a phrase holds words and wildcards only",
                None,
            )),
        }
    }

    /// The usual name of what a query calls otherwise, in a field of names: `united states` for `us`.
    pub(in crate::search) fn known(&self, form: &str, scope: Scope) -> Option<Vec<Slot>> {
        let name = known_name(self.kind(scope)?, form)?;
        let words = name.split_whitespace();
        let slots = words.filter_map(|word| self.words.ways(word, true).into_iter().next());
        Some(slots.flatten().collect())
    }

    /// The kind of names that a field has.
    pub(in crate::search) fn kind(&self, scope: Scope) -> Option<EntityKind> {
        let fields = [
            (self.fields.person, EntityKind::Person),
            (self.fields.org, EntityKind::Org),
            (self.fields.place, EntityKind::Place),
        ];
        let found = fields.into_iter().find(|(field, _)| *field == scope.handle);
        found.map(|(_, kind)| kind)
    }

    /// Adds to a word of one part the words of the index that are spelt much like it.
    fn spellings(
        &mut self,
        text: &str,
        ways: &mut [Vec<Slot>],
        scope: Scope,
    ) -> Result<(), SearchError> {
        let [way] = ways else { return Ok(()) };
        let [slot] = way.as_mut_slice() else {
            return Ok(());
        };
        let Some(word) = slot.terms.iter().find(|term| term.exact) else {
            return Ok(());
        };
        self.fuzzy += 1;
        if self.fuzzy > FUZZY {
            if self.fuzzy == FUZZY + 1 {
                let note =
                    format!("the spellings of the first {FUZZY} words with `~` were searched");
                self.notes.push(note);
            }
            return Ok(());
        }
        let found = spelling::variants(&self.statistics, scope.handle, &word.text)?;
        if found.beyond > 0 {
            self.notes.push(format!(
                "`{text}~` stands for {} spellings: the {} commonest were searched",
                found.terms.len() + found.beyond,
                found.terms.len()
            ));
        }
        let others = Slot {
            terms: found
                .terms
                .iter()
                .filter(|term| term.text != word.text)
                .cloned()
                .collect(),
            expanded: true,
        };
        if !others.terms.is_empty() {
            let all = others.terms.len() + found.beyond;
            self.explain_words(&format!("{text}~"), &others, all);
        }
        for term in found.terms {
            if !slot.terms.iter().any(|known| known.text == term.text) {
                slot.terms.push(term);
            }
        }
        Ok(())
    }

    fn expand(&mut self, pattern: &str, scope: Scope) -> Result<Slot, SearchError> {
        if !pattern.contains(['*', '?']) {
            return Ok(words::exact(pattern));
        }
        let key = (scope.handle, pattern.to_owned());
        if let Some((slot, _)) = self.truncated.get(&key) {
            return Ok(slot.clone());
        }
        if self.read > READ {
            return Err(SearchError::TooManyWildcards {
                patterns: self.truncated.len(),
                read: self.read,
            });
        }
        let (slot, all, read) = wildcard::expand(&self.statistics, scope.handle, pattern)?;
        self.read += read;
        self.truncated.insert(key, (slot.clone(), all));
        self.explain_words(pattern, &slot, all);
        if all > slot.terms.len() {
            self.notes.push(format!(
                "`{pattern}` stands for {all} words: the {} commonest were searched",
                slot.terms.len()
            ));
        }
        Ok(slot)
    }

    /// Remembers what a pattern stands for.
    fn explain_words(&mut self, pattern: &str, slot: &Slot, all: usize) {
        let named: Vec<&str> = slot
            .terms
            .iter()
            .take(NAMED)
            .map(|term| term.text.as_str())
            .collect();
        let more = if all > named.len() { ", …" } else { "" };
        let words = match all {
            0 => "no word".to_owned(),
            1 => format!("1 word: {}", named.join(", ")),
            _ => format!("{all} words: {}{more}", named.join(", ")),
        };
        self.expanded(pattern, &words, ExpansionKind::Wildcard, None);
    }

    /// Remembers what a person should know, once.
    pub(in crate::search) fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Remembers what is searched beside what was asked.
    pub(in crate::search) fn expanded(
        &mut self,
        asked: &str,
        added: &str,
        kind: ExpansionKind,
        articles: Option<u64>,
    ) {
        let expansion = Expansion {
            asked: asked.to_owned(),
            added: added.to_owned(),
            kind,
            articles,
        };
        if !self.also.contains(&expansion) {
            self.also.push(expansion);
        }
    }

    pub(in crate::search) fn leaf(
        &mut self,
        ways: Vec<Vec<Slot>>,
        span: Span,
        scope: Scope,
    ) -> Result<Option<Plan>, SearchError> {
        if ways.is_empty() {
            return Ok(None);
        }
        let weight = if scope.scored {
            self.statistics.idf(scope.handle, &ways)?
        } else {
            0.0
        };
        let leaf = Leaf {
            field: scope.handle,
            main: scope.main,
            part: scope.part,
            ways,
            marked: scope.main,
            times: 1,
            typed: self
                .text
                .get(span.start..span.end)
                .unwrap_or_default()
                .to_owned(),
            weight,
        };
        self.spend(Plan::Leaf(Arc::new(leaf))).map(Some)
    }

    /// Counts the words of a plan against the limits.
    pub(in crate::search) fn spend(&mut self, plan: Plan) -> Result<Plan, SearchError> {
        let mut terms = 0;
        let mut leaves = 0;
        plan.leaves(&mut |leaf| {
            leaves += 1;
            terms += leaf
                .ways
                .iter()
                .flatten()
                .map(|slot| slot.terms.len())
                .sum::<usize>();
        });
        self.leaves += leaves;
        self.terms += terms;
        let over = |words, limit| Err(SearchError::TooLarge { words, limit });
        if self.leaves > LEAVES {
            over(self.leaves, LEAVES)
        } else if self.terms > TERMS {
            over(self.terms, TERMS)
        } else {
            Ok(plan)
        }
    }
}

fn gather(mut parts: Vec<Plan>, all: fn(Vec<Plan>) -> Plan) -> Option<Plan> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(all(parts)),
    }
}

/// The codes that `lang:` asks for.
fn codes_of(node: &Node, out: &mut Vec<String>) -> Result<(), SearchError> {
    match &node.clause {
        Clause::Word(word) => {
            out.push(word.text.to_lowercase());
            Ok(())
        }
        Clause::Or(nodes) => nodes.iter().try_for_each(|node| codes_of(node, out)),
        _ => Err(wrong(
            node.span,
            "`lang:` takes a code or several joined by OR",
            Some("lang:en, lang:(de OR fr)"),
        )),
    }
}

impl Scope {
    /// The same, as operand of an operator that compares places.
    pub(in crate::search) fn placed(self) -> Self {
        Self {
            placed: true,
            ..self
        }
    }

    /// The same, without a score.
    pub(in crate::search) fn unscored(self) -> Self {
        Self {
            scored: false,
            ..self
        }
    }
}

/// What is wrong with the query, and where.
pub(in crate::search) fn wrong(span: Span, message: &str, hint: Option<&str>) -> SearchError {
    SearchError::Query {
        message: message.to_owned(),
        span,
        hint: hint.map(str::to_owned),
    }
}
