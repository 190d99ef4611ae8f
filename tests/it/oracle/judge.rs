//! What a plain reading of an article says to a query.

use std::collections::BTreeSet;

use dateline::date::{Date, Period};
use dateline::query::{Clause, Comparison, DateClause, Field, Near, Node, Unit, Word};

use crate::oracle::corpus::{self, Known, Sentence, Story, WORDS};

/// A word in its place.
struct Token {
    position: u32,
    sentence: usize,
    paragraph: usize,
    zone: Zone,
    /// Folded forms: of the word, and of the compound that begins here.
    exact: Vec<&'static str>,
    /// The same by stem.
    stems: Vec<&'static str>,
    acronym: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    Title,
    Dek,
    Body,
    Captions,
}

/// First and last position.
type Extent = (u32, u32);

/// An article as read.
pub(crate) struct Reading {
    tokens: Vec<Token>,
    period: Option<Period>,
    byline: Vec<String>,
    lang: Option<&'static str>,
    words: u32,
}

/// What a query should bring.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Answer {
    pub(crate) articles: Vec<usize>,
    pub(crate) undated: usize,
    pub(crate) imprecise: usize,
}

/// Reads every article.
pub(crate) fn answer(readings: &[Reading], root: &Node, dates: Option<Period>) -> Answer {
    let mut answer = Answer::default();
    for (number, reading) in readings.iter().enumerate() {
        if !reading.matches(root, Scope::Text(None)) {
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

#[derive(Clone, Copy, PartialEq)]
enum Scope {
    Text(Option<Zone>),
    Byline,
}

impl Reading {
    pub(crate) fn of(story: &Story) -> Self {
        let mut reading = Self {
            tokens: Vec::new(),
            period: story
                .date
                .and_then(|date| Date::from_value(date, None))
                .map(|date| date.period()),
            byline: story
                .byline
                .iter()
                .flat_map(|line| line.split(' '))
                .map(str::to_lowercase)
                .collect(),
            lang: story.lang,
            words: story
                .body
                .iter()
                .flatten()
                .map(|words| words.len() as u32)
                .sum(),
        };
        let one = |words: &Sentence| vec![vec![words.clone()]];
        let mut position = 0;
        let mut units = (0, 0);
        if let Some(title) = &story.title {
            reading.zone(Zone::Title, &one(title), &mut position, &mut units);
        }
        if let Some(dek) = &story.dek {
            reading.zone(Zone::Dek, &one(dek), &mut position, &mut units);
        }
        reading.zone(Zone::Body, &story.body, &mut position, &mut units);
        for caption in &story.captions {
            reading.zone(Zone::Captions, &one(caption), &mut position, &mut units);
        }
        reading
    }

    fn zone(
        &mut self,
        zone: Zone,
        paragraphs: &[Vec<Sentence>],
        position: &mut u32,
        units: &mut (usize, usize),
    ) {
        for paragraph in paragraphs {
            units.1 += 1;
            for sentence in paragraph {
                units.0 += 1;
                for &at in sentence {
                    let word = &WORDS[at];
                    for (number, (exact, stem)) in word.parts.iter().enumerate() {
                        let joined = word.joined.filter(|_| number == 0);
                        self.tokens.push(Token {
                            position: *position,
                            sentence: units.0,
                            paragraph: units.1,
                            zone,
                            exact: [*exact]
                                .into_iter()
                                .chain(joined.map(|joined| joined.0))
                                .collect(),
                            stems: [*stem]
                                .into_iter()
                                .chain(joined.map(|joined| joined.1))
                                .collect(),
                            acronym: word.acronym,
                        });
                        *position += 1;
                    }
                }
            }
            *position += 1;
        }
    }

    /// Whether it holds both parts of a compound, has them side by side, and writes them with a hyphen: the first as it
    /// is, the second and the closed word by their stems.
    pub(crate) fn compound(&self, parts: (&str, &str), closed: &str) -> (bool, bool, bool) {
        let first = |token: &&Token| token.exact.contains(&parts.0);
        let second = |token: &Token| token.stems.contains(&parts.1);
        let pairs: Vec<&Token> = self
            .tokens
            .iter()
            .filter(first)
            .filter(|token| {
                self.tokens
                    .iter()
                    .any(|next| next.position == token.position + 1 && second(next))
            })
            .collect();
        let both = self.tokens.iter().any(|token| first(&token)) && self.tokens.iter().any(second);
        let hyphened = pairs.iter().any(|token| token.stems.contains(&closed));
        (both, !pairs.is_empty(), hyphened)
    }

    fn matches(&self, node: &Node, scope: Scope) -> bool {
        match &node.clause {
            Clause::All => true,
            Clause::And(parts) => parts.iter().all(|part| self.matches(part, scope)),
            Clause::Or(parts) => parts.iter().any(|part| self.matches(part, scope)),
            Clause::Not(part) => !self.matches(part, scope),
            Clause::Field(Field::Lang, part) => {
                matches!(&part.clause, Clause::Word(word) if Some(word.text.as_str()) == self.lang)
            }
            Clause::Field(field, part) => {
                let scope = match field {
                    Field::Title => Scope::Text(Some(Zone::Title)),
                    Field::Body => Scope::Text(Some(Zone::Body)),
                    Field::Caption => Scope::Text(Some(Zone::Captions)),
                    _ => Scope::Byline,
                };
                self.matches(part, scope)
            }
            Clause::Date(DateClause::None) => self.period.is_none(),
            Clause::Date(DateClause::In(asked)) => self
                .period
                .is_some_and(|period| asked.first <= period.first && period.last <= asked.last),
            Clause::Length(comparison, words) => match comparison {
                Comparison::Less => self.words < *words,
                Comparison::AtMost => self.words <= *words,
                Comparison::Equal => self.words == *words,
                Comparison::AtLeast => self.words >= *words,
                Comparison::Greater => self.words > *words,
            },
            Clause::Word(word) if scope == Scope::Byline => {
                self.byline.contains(&word.text.to_lowercase())
            }
            Clause::Near(near) => self.near(near, scope),
            Clause::Within(within) => {
                self.within(&[&within.left, &within.right], within.unit, scope)
            }
            _ => !self.extents(node, scope).is_empty(),
        }
    }

    /// `(a AND b) NEAR c` is `a NEAR c AND b NEAR c`.
    fn near(&self, near: &Near, scope: Scope) -> bool {
        each(&near.left).iter().all(|left| {
            each(&near.right).iter().all(|right| {
                let rights = self.extents(right, scope);
                self.extents(left, scope).iter().any(|&l| {
                    rights.iter().any(|&r| {
                        let after = r.0 > l.1 && r.0 - l.1 <= near.distance;
                        let before = l.0 > r.1 && l.0 - r.1 <= near.distance;
                        after || (before && !near.ordered)
                    })
                })
            })
        })
    }

    /// All operands in one unit, no two of them the same words.
    fn within(&self, operands: &[&Node], unit: Unit, scope: Scope) -> bool {
        let sides: Vec<Vec<Vec<Extent>>> = operands
            .iter()
            .map(|node| {
                each(node)
                    .iter()
                    .map(|node| self.extents(node, scope))
                    .collect()
            })
            .collect();
        let units: BTreeSet<usize> = self
            .tokens
            .iter()
            .map(|token| unit_of(token, unit))
            .collect();
        units.iter().any(|&here| {
            let held: Vec<Vec<Vec<Extent>>> = sides
                .iter()
                .map(|side| {
                    side.iter()
                        .map(|extents| {
                            extents
                                .iter()
                                .copied()
                                .filter(|extent| self.lies_in(*extent, unit, here))
                                .collect()
                        })
                        .collect()
                })
                .collect();
            let joined: Option<Vec<Vec<Extent>>> = held.iter().map(|side| chain(side)).collect();
            joined.is_some_and(|sides| apart(&sides[0], &sides[1]))
        })
    }

    fn lies_in(&self, extent: Extent, unit: Unit, here: usize) -> bool {
        (extent.0..=extent.1).all(|position| {
            self.tokens
                .iter()
                .find(|token| token.position == position)
                .is_some_and(|token| unit_of(token, unit) == here)
        })
    }

    fn extents(&self, node: &Node, scope: Scope) -> Vec<Extent> {
        let Scope::Text(zone) = scope else {
            return Vec::new();
        };
        let mut extents: Vec<Extent> = match &node.clause {
            Clause::Word(_) | Clause::Wildcard(_) => self.phrase(std::slice::from_ref(node)),
            Clause::Phrase(nodes) => self.phrase(nodes),
            Clause::Or(parts) => parts
                .iter()
                .flat_map(|part| self.extents(part, scope))
                .collect(),
            // Where all are there, each of their places.
            Clause::And(parts) => {
                let places: Vec<Vec<Extent>> =
                    parts.iter().map(|part| self.extents(part, scope)).collect();
                if places.iter().any(Vec::is_empty) {
                    Vec::new()
                } else {
                    places.concat()
                }
            }
            Clause::AtLeast(count, inner) => {
                let found = self.extents(inner, scope);
                if found.len() >= *count as usize {
                    found
                } else {
                    Vec::new()
                }
            }
            Clause::NotNear(near) => {
                let rights = self.extents(&near.right, scope);
                let far = |l: &Extent| {
                    rights
                        .iter()
                        .all(|r| r.0 > l.1 + near.distance || l.0 > r.1 + near.distance)
                };
                // (a AND b) NOT NEAR c is a NOT NEAR c AND b NOT NEAR c.
                let lefts: Vec<Vec<Extent>> = each(&near.left)
                    .iter()
                    .map(|left| self.extents(left, scope).into_iter().filter(far).collect())
                    .collect();
                if lefts.iter().any(Vec::is_empty) {
                    Vec::new()
                } else {
                    lefts.concat()
                }
            }
            other => panic!("no place in the text: {other:?}"),
        };
        extents.retain(|extent| {
            let zone_of = |position| {
                self.tokens
                    .iter()
                    .find(|token| token.position == position)
                    .map(|token| token.zone)
            };
            zone.is_none_or(|zone| {
                zone_of(extent.0) == Some(zone) && zone_of(extent.1) == Some(zone)
            })
        });
        extents.sort_unstable();
        extents.dedup();
        extents
    }

    /// Words in a row, from every position on.
    fn phrase(&self, nodes: &[Node]) -> Vec<Extent> {
        let mut found = Vec::new();
        for token in &self.tokens {
            let mut ends = vec![token.position];
            for node in nodes {
                ends = ends.iter().flat_map(|&at| self.steps(node, at)).collect();
            }
            found.extend(ends.into_iter().map(|end| (token.position, end - 1)));
        }
        found
    }

    /// Where the next word may stand, if `node` stands at `at`.
    fn steps(&self, node: &Node, at: u32) -> Vec<u32> {
        let stands = |at: u32, test: &dyn Fn(&Token) -> bool| {
            self.tokens
                .iter()
                .any(|token| token.position == at && test(token))
        };
        match &node.clause {
            Clause::Wildcard(wildcard) => {
                let hit = stands(at, &|token| {
                    token.exact.iter().any(|form| glob(&wildcard.pattern, form))
                });
                if hit { vec![at + 1] } else { Vec::new() }
            }
            Clause::Word(word) => {
                let Some(known) = corpus::find(&word.text) else {
                    return Vec::new();
                };
                let mut ends = Vec::new();
                let all = known
                    .parts
                    .iter()
                    .zip(at..)
                    .all(|(part, at)| stands(at, &|token| is(token, known, *part, word)));
                if all {
                    ends.push(at + known.parts.len() as u32);
                }
                if let Some(joined) = known.joined
                    && stands(at, &|token| is(token, known, joined, word))
                {
                    ends.push(at + 1);
                }
                ends.sort_unstable();
                ends.dedup();
                ends
            }
            other => panic!("not in a phrase: {other:?}"),
        }
    }
}

fn is(token: &Token, known: &Known, part: (&'static str, &'static str), word: &Word) -> bool {
    if known.acronym.is_some() {
        token.acronym == known.acronym
    } else if word.exact {
        token.exact.contains(&part.0)
    } else {
        token.stems.contains(&part.1)
    }
}

fn unit_of(token: &Token, unit: Unit) -> usize {
    match unit {
        Unit::Sentence => token.sentence,
        Unit::Paragraph => token.paragraph,
    }
}

/// The parts of an AND, else the node itself.
fn each(node: &Node) -> Vec<&Node> {
    match &node.clause {
        Clause::And(parts) => parts.iter().collect(),
        _ => vec![node],
    }
}

/// The extent that holds all operands of one side, in one unit; `None` where one is missing.
fn chain(side: &[Vec<Extent>]) -> Option<Vec<Extent>> {
    let mut sofar = side[0].clone();
    if sofar.is_empty() {
        return None;
    }
    for next in &side[1..] {
        if !apart(&sofar, next) {
            return None;
        }
        let all = sofar.iter().chain(next).copied();
        sofar = all
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            .into_iter()
            .collect();
    }
    Some(sofar)
}

fn apart(lefts: &[Extent], rights: &[Extent]) -> bool {
    lefts
        .iter()
        .any(|l| rights.iter().any(|r| l.1 < r.0 || r.1 < l.0))
}

/// `*` any letters, `?` one.
fn glob(pattern: &str, text: &str) -> bool {
    let mut letters = pattern.chars();
    match letters.next() {
        None => text.is_empty(),
        Some('*') => text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .any(|at| glob(letters.as_str(), &text[at..])),
        Some('?') => {
            !text.is_empty()
                && glob(
                    letters.as_str(),
                    text.chars()
                        .next()
                        .map_or("", |first| &text[first.len_utf8()..]),
                )
        }
        Some(letter) => text
            .strip_prefix(letter)
            .is_some_and(|rest| glob(letters.as_str(), rest)),
    }
}

/// Whether a mark may cover `marked`: every word of it is one that the query asks for, outside of NOT.
pub(crate) fn may_mark(root: &Node, marked: &str) -> bool {
    let mut asked = Vec::new();
    wanted(root, &mut asked);
    // A mark may end inside of a compound.
    let part = |printed: &str| {
        corpus::find(printed.trim_end_matches('.')).or_else(|| corpus::find(printed))
    };
    let words = marked
        .split([' ', '\n'])
        .flat_map(|printed| match part(printed) {
            Some(known) => vec![Some(known)],
            None => printed.split('-').map(part).collect(),
        });
    let words: Option<Vec<&Known>> = words.collect();
    let Some(words) = words else { return false };
    let mut any = false;
    for known in words {
        any = true;
        let forms = || known.parts.iter().copied().chain(known.joined);
        let hit = asked.iter().any(|node| match &node.clause {
            Clause::Wildcard(wildcard) => forms().any(|form| glob(&wildcard.pattern, form.0)),
            Clause::Word(word) => corpus::find(&word.text).is_some_and(|other| {
                let others: Vec<_> = other.parts.iter().copied().chain(other.joined).collect();
                forms().any(|form| {
                    others.iter().any(|other| {
                        if word.exact {
                            form.0 == other.0
                        } else {
                            form.1 == other.1
                        }
                    })
                })
            }),
            _ => false,
        });
        if !hit {
            return false;
        }
    }
    any
}

fn wanted<'a>(node: &'a Node, out: &mut Vec<&'a Node>) {
    match &node.clause {
        Clause::Word(_) | Clause::Wildcard(_) => out.push(node),
        Clause::Phrase(parts) | Clause::And(parts) | Clause::Or(parts) => {
            for part in parts {
                wanted(part, out);
            }
        }
        Clause::Near(near) => [&near.left, &near.right]
            .into_iter()
            .for_each(|part| wanted(part, out)),
        Clause::Within(within) => [&within.left, &within.right]
            .into_iter()
            .for_each(|part| wanted(part, out)),
        Clause::NotNear(near) => wanted(&near.left, out),
        Clause::AtLeast(_, inner) | Clause::Field(_, inner) => wanted(inner, out),
        _ => {}
    }
}
