//! What a plain reading of an article says to a query: by the meaning of each clause and nothing else.

use dateline::date::Period;
use dateline::query::{Clause, Comparison, DateClause, Field, Near, Node, Query, Unit};

use crate::oracle::reading::{Reading, Text, Zone};
use crate::oracle::ways::{self, Archive, Way};

/// Where something stands: first and last position. What consists of several is loose: others may stand within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Extent {
    pub(crate) first: u32,
    pub(crate) last: u32,
    loose: bool,
}

impl Extent {
    fn with(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
            loose: true,
        }
    }

    fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether both count as two things: apart, or one of them a group.
    fn beside(self, other: Self) -> bool {
        !self.overlaps(other) || self.loose || other.loose
    }
}

/// What a clause about places says of one article: where it stands, or several such that all or any are asked.
#[derive(Clone, Debug)]
enum Tree {
    At(Vec<Extent>),
    And(Vec<Tree>),
    Or(Vec<Tree>),
}

impl Tree {
    fn matches(&self) -> bool {
        match self {
            Self::At(extents) => !extents.is_empty(),
            Self::And(parts) => parts.iter().all(Self::matches),
            Self::Or(parts) => parts.iter().any(Self::matches),
        }
    }

    fn extents(&self) -> Vec<Extent> {
        let mut all = match self {
            Self::At(extents) => extents.clone(),
            Self::And(_) if !self.matches() => Vec::new(),
            Self::And(parts) => parts.iter().flat_map(Self::extents).collect(),
            Self::Or(parts) => parts
                .iter()
                .filter(|part| part.matches())
                .flat_map(Self::extents)
                .collect(),
        };
        all.sort_unstable();
        all.dedup();
        all
    }

    fn has_and(&self) -> bool {
        match self {
            Self::At(_) => false,
            Self::And(_) => true,
            Self::Or(parts) => parts.iter().any(Self::has_and),
        }
    }

    /// `(a AND b) NEAR c` is `a NEAR c AND b NEAR c`, and so for each operator.
    fn each(self, wrap: &dyn Fn(Tree) -> Tree) -> Self {
        match self {
            Self::And(parts) => Self::And(parts.into_iter().map(|part| part.each(wrap)).collect()),
            Self::Or(parts) if parts.iter().any(Self::has_and) => {
                Self::Or(parts.into_iter().map(|part| part.each(wrap)).collect())
            }
            tree => wrap(tree),
        }
    }

    /// The combinations that would do, where all of one are asked.
    fn choices(self) -> Vec<Vec<Tree>> {
        match self {
            Self::And(parts) => parts.into_iter().fold(vec![Vec::new()], |sofar, part| {
                let choices = part.choices();
                sofar
                    .iter()
                    .flat_map(|head| {
                        choices
                            .iter()
                            .map(move |tail| [head.as_slice(), tail.as_slice()].concat())
                    })
                    .collect()
            }),
            Self::Or(parts) if parts.iter().any(Self::has_and) => {
                parts.into_iter().flat_map(Self::choices).collect()
            }
            tree => vec![vec![tree]],
        }
    }
}

/// What a query should bring.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Answer {
    pub(crate) articles: Vec<usize>,
    pub(crate) undated: usize,
    pub(crate) imprecise: usize,
}

/// A query asked of articles.
pub(crate) struct Judge<'a> {
    pub(crate) archive: &'a Archive,
    pub(crate) query: &'a Query,
}

/// The field that a clause is asked of.
#[derive(Clone, Copy)]
enum Scope {
    Text(Option<Field>),
    Names(Field),
}

impl Judge<'_> {
    /// Reads every article.
    pub(crate) fn answer(&self, readings: &[&Reading], dates: Option<Period>) -> Answer {
        let mut answer = Answer::default();
        for (number, reading) in readings.iter().enumerate() {
            if !self.matches(reading, &self.query.root, Scope::Text(None)) {
                continue;
            }
            match (dates, reading.period) {
                (None, _) => answer.articles.push(number),
                (Some(_), None) => answer.undated += 1,
                (Some(asked), Some(period)) => {
                    if asked.first <= period.first && period.last <= asked.last {
                        answer.articles.push(number);
                    } else if period.first <= asked.last && asked.first <= period.last {
                        answer.imprecise += 1;
                    }
                }
            }
        }
        answer
    }

    /// Where the article may be marked.
    pub(crate) fn marks(&self, reading: &Reading) -> Vec<Extent> {
        self.marked(reading, &self.query.root, Scope::Text(None))
    }

    fn matches(&self, reading: &Reading, node: &Node, scope: Scope) -> bool {
        match &node.clause {
            Clause::All => true,
            Clause::And(parts) => {
                let ways = self.together(parts, scope);
                let mut parts = parts.iter().zip(ways);
                parts.all(|(part, ways)| self.part(reading, part, &ways, scope))
            }
            Clause::Or(parts) => {
                let ways = self.together(parts, scope);
                let mut parts = parts.iter().zip(ways);
                parts.any(|(part, ways)| self.part(reading, part, &ways, scope))
            }
            Clause::Not(part) => !self.matches(reading, part, scope),
            Clause::Field(Field::Lang, part) => match &part.clause {
                Clause::Or(parts) => parts.iter().any(|part| is_code(part, reading.lang)),
                _ => is_code(part, reading.lang),
            },
            Clause::Field(field, part) => self.matches(reading, part, scope_of(*field)),
            Clause::Date(DateClause::None) => reading.period.is_none(),
            Clause::Date(DateClause::In(asked)) => reading
                .period
                .is_some_and(|period| asked.first <= period.first && period.last <= asked.last),
            Clause::Length(comparison, words) => match comparison {
                Comparison::Less => reading.words < *words,
                Comparison::AtMost => reading.words <= *words,
                Comparison::Equal => reading.words == *words,
                Comparison::AtLeast => reading.words >= *words,
                Comparison::Greater => reading.words > *words,
            },
            _ => self.tree(reading, node, &[], scope).matches(),
        }
    }

    fn part(&self, reading: &Reading, node: &Node, ways: &[Way], scope: Scope) -> bool {
        if ways.is_empty() {
            self.matches(reading, node, scope)
        } else {
            self.tree(reading, node, ways, scope).matches()
        }
    }

    fn together(&self, nodes: &[Node], scope: Scope) -> Vec<Vec<Way>> {
        let plain = matches!(scope, Scope::Names(_));
        self.archive.together(nodes, &self.query.text, plain)
    }

    /// Where a clause stands; `more`: further ways to write it.
    fn tree(&self, reading: &Reading, node: &Node, more: &[Way], scope: Scope) -> Tree {
        let parts = |nodes: &[Node]| -> Vec<Tree> {
            let ways = self.together(nodes, scope);
            let nodes = nodes.iter().zip(&ways);
            nodes
                .map(|(node, ways)| self.tree(reading, node, ways, scope))
                .collect()
        };
        let tree = |node: &Node| self.tree(reading, node, &[], scope);
        match &node.clause {
            Clause::Word(_) | Clause::Wildcard(_) | Clause::Phrase(_) => {
                let plain = matches!(scope, Scope::Names(_));
                let mut ways = self.archive.ways(node, plain);
                ways.extend(more.iter().cloned());
                Tree::At(leaf(reading, &ways, scope))
            }
            Clause::And(nodes) => Tree::And(parts(nodes)),
            Clause::Or(nodes) => Tree::Or(parts(nodes)),
            Clause::Field(field, inner) => self.tree(reading, inner, &[], scope_of(*field)),
            Clause::Near(near) => {
                let right = tree(&near.right);
                tree(&near.left).each(&|left| {
                    right.clone().each(&|right| {
                        let pairs = pairs(&left.extents(), &right.extents(), near);
                        let mut found: Vec<Extent> =
                            pairs.iter().map(|(l, r)| l.with(*r)).collect();
                        found.sort_unstable();
                        found.dedup();
                        Tree::At(found)
                    })
                })
            }
            Clause::NotNear(near) => {
                let rights = tree(&near.right).extents();
                tree(&near.left).each(&|left| {
                    let mut found = left.extents();
                    found.retain(|l| rights.iter().all(|r| is_far(*l, *r, near)));
                    Tree::At(found)
                })
            }
            Clause::Within(within) => {
                let (lefts, rights) = (tree(&within.left).choices(), tree(&within.right).choices());
                let join = |l: Tree, r: Tree| {
                    Tree::At(together(reading, &l.extents(), &r.extents(), within.unit))
                };
                let chain = |parts: &[Tree]| parts.iter().cloned().reduce(join);
                let mut found = Vec::new();
                for left in &lefts {
                    for right in &rights {
                        found.extend(chain(left).zip(chain(right)).map(|(l, r)| join(l, r)));
                    }
                }
                Tree::Or(found)
            }
            Clause::AtLeast(count, inner) => tree(inner).each(&|tree| {
                let found = tree.extents();
                let enough = found.len() >= *count as usize;
                Tree::At(if enough { found } else { Vec::new() })
            }),
            other => panic!("no place in the text: {other:?}"),
        }
    }

    fn marked(&self, reading: &Reading, node: &Node, scope: Scope) -> Vec<Extent> {
        if matches!(scope, Scope::Names(_)) {
            return Vec::new();
        }
        let inside = |marks: Vec<Extent>, parts: &[Extent]| -> Vec<Extent> {
            let inside = |mark: &Extent| {
                parts
                    .iter()
                    .any(|part| part.first <= mark.first && mark.last <= part.last)
            };
            marks.into_iter().filter(inside).collect()
        };
        let both = |left: &Node, right: &Node| {
            let mut marks = self.marked(reading, left, scope);
            marks.extend(self.marked(reading, right, scope));
            marks
        };
        match &node.clause {
            Clause::And(nodes) | Clause::Or(nodes) => {
                let ways = self.together(nodes, scope);
                let nodes = nodes.iter().zip(ways);
                nodes
                    .flat_map(|(node, ways)| {
                        let mut marks = self.marked(reading, node, scope);
                        marks.extend(leaf(reading, &ways, scope));
                        marks
                    })
                    .collect()
            }
            Clause::Field(field, inner) => self.marked(reading, inner, scope_of(*field)),
            Clause::AtLeast(_, inner) => self.marked(reading, inner, scope),
            Clause::Near(near) => {
                let found = self.tree(reading, node, &[], scope).extents();
                inside(both(&near.left, &near.right), &found)
            }
            Clause::Within(within) => {
                let found = self.tree(reading, node, &[], scope).extents();
                inside(both(&within.left, &within.right), &found)
            }
            Clause::NotNear(near) => {
                let found = self.tree(reading, node, &[], scope).extents();
                inside(self.marked(reading, &near.left, scope), &found)
            }
            Clause::Word(_) | Clause::Wildcard(_) | Clause::Phrase(_) => {
                self.tree(reading, node, &[], scope).extents()
            }
            _ => Vec::new(),
        }
    }
}

fn scope_of(field: Field) -> Scope {
    match field {
        Field::Title | Field::Body | Field::Lead | Field::Caption => Scope::Text(Some(field)),
        other => Scope::Names(other),
    }
}

fn is_code(node: &Node, lang: Option<&str>) -> bool {
    matches!(&node.clause, Clause::Word(word) if Some(word.text.as_str()) == lang)
}

/// Where any of `ways` stands in the field.
fn leaf(reading: &Reading, ways: &[Way], scope: Scope) -> Vec<Extent> {
    let text: &Text = match scope {
        Scope::Text(_) => &reading.text,
        Scope::Names(Field::Byline) => &reading.byline,
        Scope::Names(Field::Publisher) => &reading.publisher,
        Scope::Names(Field::Section) => &reading.section,
        Scope::Names(Field::Person) => &reading.people,
        Scope::Names(Field::Org) => &reading.orgs,
        Scope::Names(Field::Place) => &reading.places,
        Scope::Names(_) => &reading.nothing,
    };
    let lies = |position: u32| {
        text.at(position).is_some_and(|token| match scope {
            Scope::Text(Some(Field::Title)) => token.zone == Zone::Title,
            Scope::Text(Some(Field::Body)) => token.zone == Zone::Body,
            Scope::Text(Some(Field::Caption)) => token.zone == Zone::Captions,
            Scope::Text(Some(Field::Lead)) => token.lead,
            _ => true,
        })
    };
    let mut found: Vec<Extent> = ways
        .iter()
        .flat_map(|way| ways::places(text, way))
        .filter(|(first, last)| lies(*first) && lies(*last))
        .map(|(first, last)| Extent {
            first,
            last,
            loose: false,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Each place of one operand with the nearest of the other on either side, no farther than asked. Groups that lie over each
/// other are near, whatever the order among their words.
fn pairs(lefts: &[Extent], rights: &[Extent], near: &Near) -> Vec<(Extent, Extent)> {
    let mut found = Vec::new();
    for (here, there, is_left) in [(lefts, rights, true), (rights, lefts, false)] {
        for &one in here {
            let after = there
                .iter()
                .filter(|other| other.first > one.last)
                .min_by_key(|other| (other.first, other.last))
                .filter(|other| other.first - one.last <= near.distance)
                .filter(|_| is_left || !near.ordered);
            let before = there
                .iter()
                .filter(|other| other.last < one.first)
                .max_by_key(|other| (other.last, other.first))
                .filter(|other| one.first - other.last <= near.distance)
                .filter(|_| !is_left || !near.ordered);
            let over = there
                .iter()
                .filter(|other| one.overlaps(**other) && one.beside(**other))
                .min()
                .filter(|_| !near.ordered);
            let partners = [after, before, over].into_iter().flatten();
            found.extend(partners.map(|other| (one, *other)));
        }
    }
    found
}

fn is_far(left: Extent, right: Extent, near: &Near) -> bool {
    let after = right.first > left.last + near.distance;
    let before = left.first > right.last + if near.ordered { 0 } else { near.distance };
    after || before
}

/// For each sentence or paragraph that holds both, all that it holds of them.
fn together(reading: &Reading, lefts: &[Extent], rights: &[Extent], unit: Unit) -> Vec<Extent> {
    let place = |position: u32| {
        reading.text.at(position).map(|token| match unit {
            Unit::Sentence => token.sentence,
            Unit::Paragraph => token.paragraph,
        })
    };
    let unit_of =
        |extent: &Extent| place(extent.first).filter(|unit| place(extent.last) == Some(*unit));
    let mut units: Vec<usize> = lefts.iter().filter_map(unit_of).collect();
    units.sort_unstable();
    units.dedup();
    let mut found = Vec::new();
    for unit in units {
        let here = |extents: &[Extent]| -> Vec<Extent> {
            let held = extents
                .iter()
                .filter(|extent| unit_of(extent) == Some(unit));
            held.copied().collect()
        };
        let (lefts, rights) = (here(lefts), here(rights));
        // One and the same word is not two.
        if lefts.iter().any(|l| rights.iter().any(|r| l.beside(*r))) {
            found.extend(lefts.into_iter().chain(rights).reduce(Extent::with));
        }
    }
    found
}
