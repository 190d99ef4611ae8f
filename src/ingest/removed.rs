//! Articles that were removed by hand do not come back.

use std::collections::HashMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::index::{Place, Row};
use crate::ingest::document::Made;

/// Articles that are kept back until the end of their file says whether they are those that were removed.
const HELD: usize = 1_000;

/// What was removed by hand of a file that is being read.
///
/// An article is known again by its place and its text. Where a line was written in before it, its text stands at another place;
/// where it was edited, another text stands at its place. Which of the two it is, the end of the file tells: an article is taken for an
/// edited one only where the text that was removed stands nowhere else.
#[derive(Default)]
pub(super) struct Removed {
    places: Vec<Place>,
    by_record: HashMap<String, usize>,
    /// How many places had each text.
    by_hash: HashMap<u64, usize>,
    /// Whether the text of each place was met there.
    met: Vec<bool>,
    held: Vec<Made>,
}

impl Removed {
    /// What was removed at these places.
    pub(super) fn of(places: &[Place]) -> Self {
        let mut by_hash = HashMap::new();
        for place in places {
            *by_hash.entry(place.hash).or_default() += 1;
        }
        Self {
            by_record: places
                .iter()
                .enumerate()
                .map(|(at, place)| (place.record.clone(), at))
                .collect(),
            by_hash,
            met: vec![false; places.len()],
            places: places.to_vec(),
            held: Vec::new(),
        }
    }

    /// Lets an article through, unless it was removed or may have been.
    pub(super) fn pass(&mut self, made: Made) -> Option<Made> {
        if self.places.is_empty() {
            return Some(made);
        }
        let hash = hash(&made);
        let at = self.at(&made);
        match at {
            Some(at) if self.places[at].hash == hash => self.met[at] = true,
            None if !self.by_hash.contains_key(&hash) => return Some(made),
            // Past so many, what may have been removed is taken for removed.
            _ if self.held.len() < HELD => self.held.push(made),
            _ => {}
        }
        None
    }

    /// At the end of the file: the articles that were kept back and were not removed. From now on the rows say where the others stand.
    pub(super) fn end(&mut self) -> Vec<Made> {
        // Texts that were not met at their places, and how often.
        let mut sought: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, place) in self.places.iter().enumerate().rev() {
            if !self.met[at] {
                sought.entry(place.hash).or_default().push(at);
            }
        }
        let mut rest = Vec::new();
        let mut moved: Vec<(usize, String)> = Vec::new();
        for made in std::mem::take(&mut self.held) {
            let found = sought.get_mut(&hash(&made)).and_then(Vec::pop);
            match (found, made.article.record.clone()) {
                (Some(at), Some(record)) => moved.push((at, record)),
                _ => rest.push(made),
            }
        }
        for (at, record) in moved {
            self.met[at] = true;
            self.places[at].record = record;
        }
        // What is left at a place whose text stands nowhere was edited.
        rest.retain(|made| self.at(made).is_none_or(|at| self.met[at]));
        rest
    }

    /// The rows of the places.
    pub(super) fn rows(&self, path: &str) -> Vec<Row> {
        self.places.iter().map(|place| place.row(path)).collect()
    }

    fn at(&self, made: &Made) -> Option<usize> {
        let record = made.article.record.as_deref()?;
        self.by_record.get(record).copied()
    }
}

fn hash(made: &Made) -> u64 {
    xxh3_64(made.article.body.as_bytes())
}
