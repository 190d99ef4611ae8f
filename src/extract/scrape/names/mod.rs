//! The byline among the lines of a page: every line that may be one is weighed by what it says and where it stands.

mod gather;
mod weigh;
mod words;
#[cfg(test)]
mod tests;

use crate::extract::boilerplate::Boilerplate;
use crate::extract::byline;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::day;
use crate::extract::scrape::features::Traits;

use gather::gather;
pub(super) use words::{has_date, is_name, is_no_name, is_opener_alone, is_photo_label, names_of};
use words::{holds_office, is_full, is_joint, is_unspaced, may_be_unspaced};

/// Where a page's parts are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The line of the title.
    pub(super) title: Option<usize>,
    /// The first line of the body.
    pub(super) start: usize,
    /// The line after its last.
    pub(super) last: usize,
}

/// So many lines above the title are looked at, and so many below the body's last.
const ABOVE: usize = 40;
const BELOW: usize = 16;
/// So many lines of the body are looked at from its first.
const INSIDE: usize = 8;
/// A byline weighs more than this.
const ENOUGH: f32 = 4.4;

/// The lines that may be the byline, as printed, and which lines they take.
#[derive(Debug)]
struct Candidate {
    at: usize,
    line: String,
    taken: Vec<usize>,
    kind: Kind,
}

/// How a line says that it is a byline; the weights are those of the kinds alone.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// `By` in a line of its own, or `By Jane Doe`.
    Opened,
    /// A name with its date or its office in one line.
    Signed,
    /// A name with a date, an office or a handle in the next lines.
    Beside(f32),
    /// A name and nothing else.
    Alone,
}

/// The byline of a page: as printed, and the lines it takes.
pub(super) fn byline(
    blocks: &[Block],
    traits: &[Traits],
    place: Place,
) -> Option<(String, Vec<usize>)> {
    let from = place
        .title
        .unwrap_or(place.start)
        .min(place.start)
        .saturating_sub(ABOVE);
    let header = from..(place.start + INSIDE).min(blocks.len());
    let foot = place.last.saturating_sub(1).max(header.end)..(place.last + BELOW).min(blocks.len());
    let page = Page {
        blocks,
        traits,
        place,
    };
    let mut best: Option<(f32, Candidate)> = None;
    let mut skip = 0;
    for at in header.clone().chain(foot) {
        // The names below an opener are its own.
        if at < skip {
            continue;
        }
        let Some(candidate) = page.candidate(at) else {
            continue;
        };
        if candidate.kind == Kind::Opened || candidate.taken.len() > 1 {
            skip = candidate.taken.last().map_or(at, |last| last + 1);
        }
        let score = page.score(&candidate);
        if score > ENOUGH && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, candidate));
        }
    }
    if let Some((_, candidate)) = best {
        return Some((candidate.line, candidate.taken));
    }
    // An agency where nobody is named.
    let near = place
        .title
        .map_or(place.start.saturating_sub(12), |at| at + 1);
    (near..(place.start + 3).min(blocks.len()))
        .find(|at| {
            let line = &traits[*at];
            line.boilerplate.is_none()
                && !line.credit
                && !line.caption
                && names_of(&blocks[*at].text, false)
        })
        .map(|at| (blocks[at].text.clone(), vec![at]))
}

struct Page<'p> {
    blocks: &'p [Block],
    traits: &'p [Traits],
    place: Place,
}

impl Page<'_> {
    /// The line as a byline, where it may be one.
    fn candidate(&self, at: usize) -> Option<Candidate> {
        let text = self.blocks[at].text.as_str();
        let line = &self.traits[at];
        if Some(at) == self.place.title || text.len() > 300 {
            return None;
        }
        if is_opener_alone(text) {
            let (names, taken) = gather(self.blocks, self.traits, at + 1, true)?;
            return Some(Candidate {
                at,
                line: format!("{text} {names}"),
                taken: std::iter::once(at).chain(taken).collect(),
                kind: Kind::Opened,
            });
        }
        // `World | Published: 5 hours ago | Written by Jane Doe`.
        if let Some(part) = signed_part(text) {
            return Some(Candidate {
                at,
                line: part.to_owned(),
                taken: vec![at],
                kind: Kind::Opened,
            });
        }
        if line.byline && !(line.prose.ended && line.prose.length > 80.0) {
            let more = gather(self.blocks, self.traits, at + 1, false)
                .filter(|_| !has_date(text) && line.prose.length < 60.0)
                .filter(|(names, _)| !text.contains(names.as_str()));
            let (line, taken) = match more {
                Some((names, taken)) => (
                    format!("{text}, {names}"),
                    std::iter::once(at).chain(taken).collect(),
                ),
                None => (text.to_owned(), vec![at]),
            };
            return Some(Candidate {
                at,
                line,
                taken,
                kind: Kind::Opened,
            });
        }
        self.bare(at)
    }

    /// A line that names people and does not open as bylines do.
    fn bare(&self, at: usize) -> Option<Candidate> {
        let text = self.blocks[at].text.as_str();
        let line = &self.traits[at];
        let stamped = has_date(text) || text.contains(" ago");
        let sentence = line.prose.ended && line.prose.words > 5.0;
        let quiet = text.len() <= 160
            && !sentence
            && !line.credit
            && !text.contains(['"', '“', '„', '…', '?', '!', '«', '#', '%'])
            && !text.contains("...");
        // A time of day has its colon; elsewhere a colon is of a headline.
        let plain = stamped || !line.caption && !text.contains(':');
        // A date with its label is of the page's furniture, and yet of the header.
        let own = match line.boilerplate {
            None => true,
            Some(kind) => stamped && kind == Boilerplate::Label,
        };
        if !quiet || !plain || !own || !names_of(text, true) {
            return None;
        }
        // `ST. LOUIS, MO (KTVI)` is the place that opens a body.
        if line.prose.shouted && text.ends_with(')') {
            return None;
        }
        let parsed = byline::parse(text);
        // A single name is one only where its script parts no words.
        if parsed.authors.iter().any(|name| {
            is_no_name(name) || !is_full(name) || name.contains("’s ") || name.contains("'s ")
        }) {
            return None;
        }
        let unspaced = parsed.authors.iter().any(|name| is_unspaced(name));
        if unspaced
            && !parsed
                .authors
                .iter()
                .all(|name| may_be_unspaced(name) || name.contains('・'))
        {
            return None;
        }
        let office = text.len() <= 120 && holds_office(text);
        let gathered = gather(self.blocks, self.traits, at, false).filter(|_| !stamped);
        let (line, taken) = gathered.unwrap_or_else(|| (text.to_owned(), vec![at]));
        let kind = if stamped || office {
            Kind::Signed
        } else {
            self.beside(at, taken.last().copied().unwrap_or(at))
        };
        // Words of other scripts without capitals are names only beside what says so.
        if unspaced && kind == Kind::Alone {
            return None;
        }
        Some(Candidate {
            at,
            line,
            taken,
            kind,
        })
    }

    /// What stands in the lines around a name, of which `end` is the last.
    fn beside(&self, at: usize, end: usize) -> Kind {
        const BELOW: &[f32] = &[4.0, 3.4, 2.4];
        const ABOVE: &[f32] = &[4.0, 3.0];
        let dated = |at: usize| {
            let text = self.blocks[at].text.as_str();
            self.traits[at].date
                || text.len() <= 100
                    && (has_date(text) || day::is_label(text) || text.ends_with(" ago"))
        };
        let mut weight: f32 = 0.0;
        let below = (end + 1..self.blocks.len().min(end + 8))
            .filter(|at| !is_joint(&self.blocks[*at].text));
        for (at, value) in below.zip(BELOW) {
            let text = self.blocks[at].text.as_str();
            if text.len() > 160 || self.traits[at].prose.score > 0.7 {
                break;
            }
            let office = text.len() <= 80 && holds_office(text) && !self.traits[at].prose.ended;
            // Below the body one may follow whom the article is about.
            let follow = at < self.place.last && is_follow(text);
            if dated(at) || office || is_handle(text) || follow {
                weight = weight.max(*value);
            }
        }
        let above = (at.saturating_sub(5)..at)
            .rev()
            .filter(|at| !is_joint(&self.blocks[*at].text));
        for (at, value) in above.zip(ABOVE) {
            if dated(at) {
                weight = weight.max(*value);
            }
        }
        if weight > 0.0 {
            Kind::Beside(weight)
        } else {
            Kind::Alone
        }
    }
}

/// The part of a line of bars that opens as bylines do, where the line itself does not.
fn signed_part(text: &str) -> Option<&str> {
    if text.len() > 240 || !text.contains(['|', '·', '•']) {
        return None;
    }
    let mut parts = text.split(['|', '·', '•']).map(str::trim);
    let first = parts.next()?;
    if byline::is_byline(first) {
        return None;
    }
    parts.find(|part| part.len() <= 80 && byline::is_byline(part) && !has_date(part))
}

/// `@janedoe`, `jane.doe@news.example`.
fn is_handle(text: &str) -> bool {
    text.len() <= 60 && text.contains('@') && text.split_whitespace().count() <= 2
}

/// What is printed under an author's name: `Follow`, `5 min read`, `Contributor`.
fn is_follow(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.len() <= 40
        && (matches!(
            lower.as_str(),
            "follow"
                | "folgen"
                | "suivre"
                | "seguir"
                | "twitter"
                | "follow on twitter"
                | "mail"
                | "e-mail"
                | "email"
                | "view bio"
                | "bio"
        ) || lower.starts_with("follow ")
            || lower.contains("min read")
            || lower.ends_with("min. lesezeit"))
}
