//! The byline among the lines of a page: every line that may be one is weighed by what it says and where it stands.

mod gather;
mod words;
#[cfg(test)]
mod tests;

use crate::extract::boilerplate::Boilerplate;
use crate::extract::byline;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::day;
use crate::extract::scrape::features::Traits;

use gather::gather;
pub(super) use words::{has_date, is_name, is_opener_alone};
use words::{holds_office, is_full, is_joint, is_no_name, is_unspaced, may_be_unspaced, names_of};

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
        let quiet = text.len() <= 160
            && !(line.prose.ended && line.prose.words > 5.0)
            && !line.credit
            && (!line.caption || stamped)
            && !text.contains(['"', '“', '„', '…', '?', '!', '«', '#', '%'])
            // A time of day has its colon; elsewhere a colon is of a headline.
            && (stamped || !text.contains(':'))
            && (line.boilerplate.is_none() || stamped && line.boilerplate == Some(Boilerplate::Label));
        if !quiet || !names_of(text, true) {
            return None;
        }
        // `ST. LOUIS, MO (KTVI)` is the place that opens a body.
        if line.prose.shouted && text.ends_with(')') {
            return None;
        }
        let parsed = byline::parse(text);
        // A single name is one only where its script parts no words.
        if parsed
            .authors
            .iter()
            .any(|name| is_no_name(name) || !is_full(name))
        {
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

    fn score(&self, candidate: &Candidate) -> f32 {
        let at = candidate.at;
        let opened = candidate.kind == Kind::Opened;
        let mut score: f32 = match candidate.kind {
            Kind::Opened => 7.5,
            Kind::Signed => 5.0,
            Kind::Beside(weight) => weight,
            Kind::Alone => 1.5,
        };
        score += self.position(at, opened);
        let parsed = byline::parse(&candidate.line);
        let known = parsed.authors.iter().any(|name| {
            name.split(' ').next().is_some_and(byline::is_first_name)
                || is_unspaced(name) && byline::opens_with_surname(name)
        });
        let latin = parsed
            .authors
            .iter()
            .any(|name| name.chars().any(|c| c.is_ascii_alphabetic()));
        if known {
            score += 2.0;
        } else if latin && !opened {
            score -= if candidate.kind == Kind::Signed {
                0.5
            } else {
                1.5
            };
        }
        if opened && parsed.authors.is_empty() {
            score -= 3.5;
        }
        score += self.mentions(&parsed.authors, candidate);
        if !opened {
            let pictured = |at: usize| {
                self.traits.get(at).is_some_and(|line| line.credit)
                    || self
                        .blocks
                        .get(at)
                        .is_some_and(|block| is_photo_label(&block.text))
            };
            let before = at
                .checked_sub(1)
                .is_some_and(|at| is_photo_label(&self.blocks[at].text));
            let after = candidate
                .taken
                .last()
                .is_some_and(|last| pictured(last + 1));
            if before || self.traits[at].credit {
                score -= 6.0;
            } else if after && candidate.kind == Kind::Alone {
                score -= 1.0;
            }
            if self.blocks[at].bullet && candidate.kind != Kind::Signed {
                score -= 1.5;
            }
            if self.traits[at].copies >= 5 {
                score -= 2.5;
            }
        }
        score
    }

    /// What the place of a line is worth: between title and body the most, among other stories below the body the least.
    fn position(&self, at: usize, opened: bool) -> f32 {
        let Place { title, start, last } = self.place;
        let title = title.unwrap_or(start).min(start);
        if at < title {
            let far = title - at;
            return match far {
                1..=3 => 1.0,
                4..=8 => -1.0,
                _ => -3.0,
            };
        }
        if at <= start {
            // Far below the title other things stand.
            let far = at - title;
            return 3.0 - (far as f32 / 20.0).min(2.0);
        }
        // The dek stands above the byline, and it reads like the body's first line.
        let prose = (title + 1..at)
            .filter(|line| self.traits[*line].prose.score > 0.6)
            .count();
        if prose <= 2 && at - start < 5 {
            return 2.5 - prose as f32 * 0.4;
        }
        if at < last {
            return if opened { 0.5 } else { -1.5 };
        }
        let related = (last.saturating_sub(1)..at).any(|line| {
            matches!(
                self.traits[line].boilerplate,
                Some(Boilerplate::Related | Boilerplate::Footer | Boilerplate::ReadMore)
            )
        });
        let far = at - last;
        match (related, far) {
            (true, _) => -5.0,
            (false, 0..=1) => 1.2,
            (false, 2..=5) => -0.5,
            (false, _) => -2.5,
        }
    }

    /// What it is worth that the page names these people elsewhere: as authors, or as whom the article is about.
    fn mentions(&self, authors: &[String], candidate: &Candidate) -> f32 {
        let Some(name) = authors.first().filter(|name| is_full(name)) else {
            return 0.0;
        };
        let opened = candidate.kind == Kind::Opened;
        let Place { title, start, last } = self.place;
        let mut score: f32 = 0.0;
        if !opened && title.is_some_and(|title| self.blocks[title].text.contains(name.as_str())) {
            score -= if candidate.kind == Kind::Signed {
                1.0
            } else {
                3.5
            };
        }
        let from = title.unwrap_or(start).min(start).saturating_sub(ABOVE);
        let to = (last + 200).min(self.blocks.len()).min(from + 2000);
        let (mut signed, mut told) = (false, false);
        for at in from..to {
            let text = self.blocks[at].text.as_str();
            if candidate.taken.contains(&at) || text.len() > 4000 || !text.contains(name.as_str()) {
                continue;
            }
            let rest = text.len() - name.len();
            let of_author = rest <= 40
                && !self.traits[at].credit
                && !is_photo_label(text)
                && (at >= last || at <= start)
                || at >= last && (text.starts_with(name.as_str()) || text.len() < 300);
            if of_author {
                signed = true;
            } else if at >= start && at < last && self.traits[at].prose.score > 0.6 {
                told = true;
            }
        }
        if signed {
            score += 1.5;
        }
        if told && !opened {
            score -= 1.5;
        }
        score
    }
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

/// `Foto:`, `Image:`: the next line is who took it.
fn is_photo_label(text: &str) -> bool {
    let label = text.trim_end_matches([':', ' ']).to_lowercase();
    text.len() <= 40
        && matches!(
            label.as_str(),
            "photo"
                | "photos"
                | "image"
                | "foto"
                | "fotos"
                | "bild"
                | "picture"
                | "photograph"
                | "photography"
                | "quelle"
                | "source"
                | "credit"
                | "fotografie"
                | "photo by"
                | "photograph by"
                | "foto av"
                | "fotograf"
                | "bilde"
                | "copyright"
                | "©"
                | "crédit photo"
                | "фото"
                | "illustration"
                | "zdjęcie"
                | "kuva"
                | "foto di"
                | "foto de"
                | "fotka"
                | "video"
        )
}
