//! The ways to write a word or phrase of a query, each a row of places and what may stand there.

use dateline::query::{Clause, Node};

use crate::oracle::reading::{Reading, Text, Token};
use crate::oracle::vocabulary::{self, BESIDE, COMPOUNDS, Form, Known, SPELLINGS};

/// What may stand in one place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// Words as they are.
    exact: Vec<String>,
    /// Any form of these stems.
    stems: Vec<&'static str>,
    /// The acronym, told from the common word.
    acronym: Option<&'static str>,
    /// `*` and `?`.
    pattern: Option<String>,
    /// Words so many letters away.
    like: Option<(String, usize)>,
}

/// Places in a row.
pub(crate) type Way = Vec<Place>;

/// What the articles together decide.
#[derive(Debug)]
pub(crate) struct Archive {
    /// Whether each of [`COMPOUNDS`] is written open as well, as asked with and without an ending.
    opens: Vec<[bool; 2]>,
    /// Whether some article is not English.
    foreign: bool,
}

impl Archive {
    pub(crate) fn of(readings: &[&Reading]) -> Self {
        let open = |(left, right, whole): &(&'static str, Form, &'static str), ending: &str| {
            let first = Place::exactly(left);
            let second = Place::any(right, ending);
            let closed = Place {
                exact: vec![format!("{whole}{ending}")],
                stems: vec![whole],
                ..Place::default()
            };
            let (mut both, mut pairs, mut hyphened) = (0, 0, false);
            for reading in readings {
                let tokens = || reading.text.tokens.iter();
                let holds = |place: &Place| tokens().any(|token| place.holds(token));
                both += u32::from(holds(&first) && holds(&second));
                let mut here = tokens().filter(|token| {
                    let next = reading.text.at(token.position + 1);
                    first.holds(token) && next.is_some_and(|next| second.holds(next))
                });
                let pair = here.clone().next().is_some();
                pairs += u32::from(pair);
                hyphened |= here.any(|token| closed.holds(token));
            }
            pairs > 0 && (hyphened || 3 * pairs >= both)
        };
        Self {
            opens: COMPOUNDS
                .iter()
                .map(|compound| [open(compound, ""), open(compound, "s")])
                .collect(),
            foreign: readings.iter().any(|reading| reading.lang == Some("ja")),
        }
    }

    /// The ways to write a word, wildcard or phrase; `plain`: in a field whose words are names.
    pub(crate) fn ways(&self, node: &Node, plain: bool) -> Vec<Way> {
        match &node.clause {
            Clause::Phrase(nodes) => self.phrase(nodes, plain),
            _ => self.one(node, false, plain),
        }
    }

    fn phrase(&self, nodes: &[Node], plain: bool) -> Vec<Way> {
        let Some((first, rest)) = nodes.split_first() else {
            return vec![Vec::new()];
        };
        let mut heads: Vec<(Way, &[Node])> = self
            .one(first, true, plain)
            .into_iter()
            .map(|way| (way, rest))
            .collect();
        if let Some((second, rest)) = rest.split_first()
            && let Some(place) = closed(first, second).filter(|_| !plain)
        {
            heads.push((vec![place], rest));
        }
        heads
            .into_iter()
            .flat_map(|(head, rest)| {
                let tails = self.phrase(rest, plain).into_iter();
                tails.map(move |tail| [head.as_slice(), tail.as_slice()].concat())
            })
            .collect()
    }

    fn one(&self, node: &Node, quoted: bool, plain: bool) -> Vec<Way> {
        let word = match &node.clause {
            Clause::Word(word) => word,
            Clause::Wildcard(wildcard) => {
                let parts = wildcard.pattern.split('-');
                let place = |part: &str| Place {
                    pattern: Some(part.to_lowercase().replace('\'', "")),
                    ..Place::default()
                };
                return vec![parts.map(place).collect()];
            }
            other => panic!("not in a phrase: {other:?}"),
        };
        let exact = word.exact || plain;
        let lower = word.text.to_lowercase();
        let mut ways = match vocabulary::find(&word.text) {
            Some(known) => own(known, exact, plain),
            None => vec![vec![Place {
                exact: vec![lower.clone()],
                ..Place::default()
            }]],
        };
        if word.fuzzy
            && let [way] = ways.as_mut_slice()
            && let [place] = way.as_mut_slice()
            && place.acronym.is_none()
        {
            let edits = match lower.chars().count() {
                0..=3 => 0,
                4..=6 => 1,
                _ => 2,
            };
            place.like = Some((lower.clone(), edits)).filter(|_| edits > 0);
        }
        if exact || word.exact {
            return ways;
        }
        let folded = vocabulary::find(&word.text).map_or("", name);
        for ((left, right, whole), opens) in COMPOUNDS.iter().zip(&self.opens) {
            for (ending, opens) in ["", "s"].into_iter().zip(opens) {
                if *opens && lower == format!("{whole}{ending}") {
                    ways.push(vec![Place::exactly(left), Place::any(right, ending)]);
                }
            }
        }
        for (stem, other) in SPELLINGS {
            if !quoted && vocabulary::find(&word.text).is_some_and(|known| known.parts[0].1 == stem)
            {
                ways.push(vec![Place::any(&(other, other), "")]);
            }
        }
        let asked = BESIDE
            .iter()
            .filter(|beside| beside.asked.contains(&folded))
            .filter(|beside| !(quoted && !beside.quoted || beside.homograph && self.foreign));
        for form in asked.flat_map(|beside| beside.added) {
            ways.push(form.iter().map(|word| Place::exactly(word)).collect());
        }
        ways
    }

    /// The ways in which each of `nodes` is written together with the plain words beside it in the query's `text`.
    pub(crate) fn together(&self, nodes: &[Node], text: &str, plain: bool) -> Vec<Vec<Way>> {
        let mut found = vec![Vec::new(); nodes.len()];
        if plain {
            return found;
        }
        for at in 1..nodes.len() {
            let between = &text[nodes[at - 1].span.end..nodes[at].span.start];
            let pair = [&nodes[at - 1], &nodes[at]];
            if !between.trim().is_empty() {
                continue;
            }
            let mut ways: Vec<Way> = closed(pair[0], pair[1])
                .map(|place| vec![place])
                .into_iter()
                .collect();
            if let (Some(left), Some(right)) = (plain_word(pair[0]), plain_word(pair[1])) {
                let asked = format!("{left} {right}");
                let asked = BESIDE
                    .iter()
                    .filter(|beside| beside.asked.contains(&asked.as_str()))
                    .filter(|beside| !(beside.homograph && self.foreign));
                for form in asked.flat_map(|beside| beside.added) {
                    if let [word] = form {
                        ways.push(vec![Place::exactly(word)]);
                    }
                }
            }
            found[at - 1].extend(ways.clone());
            found[at].extend(ways);
        }
        found
    }
}

/// The ways that a word is its own.
fn own(known: &'static Known, exact: bool, plain: bool) -> Vec<Way> {
    let place = |form: Form| match known.acronym {
        Some(acronym) if !plain => Place {
            acronym: Some(acronym),
            ..Place::default()
        },
        // No name is told from a common word.
        Some(_) => Place::default(),
        None => Place {
            exact: vec![form.0.to_owned()],
            stems: if exact { Vec::new() } else { vec![form.1] },
            ..Place::default()
        },
    };
    let mut way: Way = known.parts.iter().map(|form| place(*form)).collect();
    // Only the end of a compound is inflected.
    let last = way.len() - 1;
    way[..last].iter_mut().for_each(|place| place.stems.clear());
    let mut ways = vec![way];
    ways.extend(known.joined.map(|joined| vec![place(joined)]));
    ways
}

/// The name under which a word is known to a table.
fn name(known: &'static Known) -> &'static str {
    match known.acronym {
        Some(_) => "u.s",
        None if known.parts.len() == 1 => known.parts[0].0,
        None => "",
    }
}

/// A word without a sign, folded.
fn plain_word(node: &Node) -> Option<&'static str> {
    match &node.clause {
        Clause::Word(word) if !word.exact && !word.fuzzy => vocabulary::find(&word.text).map(name),
        _ => None,
    }
}

/// `cyber attacks` as one word.
fn closed(left: &Node, right: &Node) -> Option<Place> {
    let typed = |node: &Node| match &node.clause {
        Clause::Word(word) if !word.exact && !word.fuzzy => Some(word.text.to_lowercase()),
        _ => None,
    };
    let (left, right) = (typed(left)?, typed(right)?);
    if left == "5.6" && right == "billion" {
        return Some(Place::exactly("5.6bn"));
    }
    let form = |known: &Known| known.parts[0].1;
    COMPOUNDS
        .iter()
        .find(|(first, second, _)| {
            left == *first
                && right.chars().all(char::is_alphabetic)
                && vocabulary::find(&right).is_some_and(|known| form(known) == second.1)
        })
        .map(|(_, _, whole)| Place {
            exact: vec![format!("{left}{right}")],
            stems: vec![whole],
            ..Place::default()
        })
}

impl Place {
    /// A word as it is; `u.s` is the acronym.
    fn exactly(word: &str) -> Self {
        match word {
            "u.s" => Self {
                acronym: Some("us"),
                ..Self::default()
            },
            _ => Self {
                exact: vec![word.to_owned()],
                ..Self::default()
            },
        }
    }

    /// Any form of a word, asked with an ending.
    fn any(form: &Form, ending: &str) -> Self {
        Self {
            exact: vec![format!("{}{ending}", form.0)],
            stems: vec![form.1],
            ..Self::default()
        }
    }

    pub(crate) fn holds(&self, token: &Token) -> bool {
        self.acronym
            .is_some_and(|acronym| token.acronym == Some(acronym))
            || token.forms.iter().any(|(exact, stem)| {
                self.exact.iter().any(|word| word == exact)
                    || self.stems.contains(stem)
                    || self
                        .pattern
                        .as_deref()
                        .is_some_and(|pattern| glob(pattern, exact))
                    || self
                        .like
                        .as_ref()
                        .is_some_and(|(word, edits)| distance(word, exact) <= *edits)
            })
    }
}

/// Where a way stands in a text: first and last positions.
pub(crate) fn places(text: &Text, way: &[Place]) -> Vec<(u32, u32)> {
    let last = way.len() as u32 - 1;
    let stands = |first: u32| {
        way.iter()
            .zip(first..)
            .all(|(place, at)| text.at(at).is_some_and(|token| place.holds(token)))
    };
    let starts = text.tokens.iter().map(|token| token.position);
    starts
        .filter(|&first| stands(first))
        .map(|first| (first, first + last))
        .collect()
}

/// `*` any letters, `?` one.
fn glob(pattern: &str, text: &str) -> bool {
    let mut letters = pattern.chars();
    let rest = |text: &str| {
        let mut left = text.chars();
        left.next().map(|_| left.as_str().to_owned())
    };
    match letters.next() {
        None => text.is_empty(),
        Some('*') => {
            glob(letters.as_str(), text) || rest(text).is_some_and(|text| glob(pattern, &text))
        }
        Some('?') => rest(text).is_some_and(|text| glob(letters.as_str(), &text)),
        Some(letter) => text
            .strip_prefix(letter)
            .is_some_and(|rest| glob(letters.as_str(), rest)),
    }
}

/// Letters added, left out, changed, or swapped with the next.
fn distance(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
    for i in 0..=left.len() {
        for j in 0..=right.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = rows[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
                let least = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                let swapped =
                    i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if swapped {
                    least.min(rows[i - 2][j - 2] + 1)
                } else {
                    least
                }
            };
        }
    }
    rows[left.len()][right.len()]
}
