//! How near the names found are to those marked.

use crate::article::EntityKind;
use crate::enrich::entities::tagger::train::data::Text;
use crate::enrich::entities::tagger::{Tagger, Work, labels};

/// Names of a kind that are right, found and marked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) found: usize,
    pub(super) marked: usize,
}

impl Tally {
    pub(super) fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.marked).max(1) as f64
    }
}

/// The tallies of people, organisations, places, and all three.
pub(super) fn score(tagger: &Tagger<'_>, texts: &[Text]) -> [Tally; 4] {
    let mut tallies = [Tally::default(); 4];
    let mut work = Work::default();
    for text in texts {
        let found: Vec<(u8, usize, usize)> = tagger
            .tag(&text.printed, &mut work)
            .into_iter()
            .map(|name| {
                let label = match name.kind {
                    EntityKind::Person => labels::PERSON,
                    EntityKind::Org => labels::ORG,
                    EntityKind::Place => labels::PLACE,
                };
                (label, name.span.start, name.span.end)
            })
            .collect();
        for (label, ..) in &found {
            tallies[usize::from(label / 2)].found += 1;
        }
        for (label, range) in &text.names {
            if *label != labels::OTHER {
                let tally = &mut tallies[usize::from(label / 2)];
                tally.marked += 1;
                tally.right += usize::from(found.contains(&(*label, range.start, range.end)));
            }
        }
    }
    for at in 0..3 {
        tallies[3].right += tallies[at].right;
        tallies[3].found += tallies[at].found;
        tallies[3].marked += tallies[at].marked;
    }
    tallies
}
