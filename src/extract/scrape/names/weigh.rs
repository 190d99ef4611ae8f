//! What a byline's candidate weighs: its kind, its place, its names, and what else the page says of them.

use crate::extract::boilerplate::Boilerplate;
use crate::extract::byline;
use crate::extract::scrape::names::words::{is_full, is_photo_label, is_unspaced};
use crate::extract::scrape::names::{ABOVE, Candidate, Kind, Page, Place};
use crate::extract::scrape::source;

impl Page<'_> {
    pub(super) fn score(&self, candidate: &Candidate) -> f32 {
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
            // Behind the source nobody signs: the names are of those whom it is about.
            let sourced = at
                .checked_sub(1)
                .is_some_and(|above| source::is_source(&self.blocks[above].text));
            if sourced && at >= self.place.last && candidate.kind == Kind::Alone {
                score -= 2.0;
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
            let far = if opened {
                far.min((start - at) * 2)
            } else {
                far
            };
            return 3.0 - (far as f32 / 20.0).min(2.0);
        }
        // The dek stands above the byline, and it reads like the body's first line.
        let prose = (title + 1..at)
            .filter(|line| self.traits[*line].prose.score > 0.6)
            .count();
        if prose <= 2 && at - start < 5 && at < last {
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
        // Another story's byline stands below its headline.
        let headline = |line: usize| {
            let line = &self.traits[line];
            line.prose.words >= 5.0 && !line.prose.ended
        };
        let related = related || opened && at > last && headline(at - 1);
        match (related, far) {
            (true, _) => -6.0,
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
            if candidate.taken.contains(&at)
                || Some(at) == title
                || text.len() > 4000
                || !text.contains(name.as_str())
            {
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
            // Below the body stand the people it is about.
            score -= if candidate.at >= last { 4.0 } else { 1.5 };
        }
        score
    }
}
