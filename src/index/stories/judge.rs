//! Reads the articles of a pair, and says how much they share.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument};
use xxhash_rust::xxh3::xxh3_64;

use crate::index::error::IndexError;
use crate::index::snapshot::Snapshot;
use crate::index::stories::candidates::{Candidate, Found, Sketches};
use crate::index::stories::{Graph, LEAST_SIMILAR, Pair, SIMILAR, cluster};
use crate::text::sketch::Parts;

/// A body of fewer shingles says too little: titles have their say as well.
const SHORT: usize = 40;

/// Share of the words of the shorter title that copies of short bodies have in common at least.
const TITLES_SHARED: f32 = 0.34;

/// In a body of so few shingles one word may be the whole story.
const FLASH: usize = 24;

/// Copies of a flash share this much at least.
const FLASH_ALIKE: f32 = 0.9;

/// Copies of so short a body are printed within a few days; what says the same weeks later is the next notice of its kind.
const NOTICE: usize = 120;

/// Those few days, in seconds.
const A_FEW_DAYS: i64 = 6 * 24 * 60 * 60;

/// What is read of a stored article.
#[derive(Deserialize)]
struct Told<'a> {
    #[serde(borrow, default)]
    title: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    body: Cow<'a, str>,
}

/// An article taken apart.
struct Reading {
    body: Parts,
    title: Vec<String>,
}

/// Reads the articles of `candidates`; `former` knows the contents that were read before.
pub(super) fn judge(
    snapshot: &Snapshot,
    articles: &[Found],
    candidates: &[Candidate],
    former: &[(u64, u8)],
) -> Result<Graph, IndexError> {
    let sketches = Sketches::open(snapshot)?;
    let content = |at: u32| {
        let found = articles[at as usize];
        let numbers = sketches
            .get(found.address)
            .map(|sketch| sketch.to_numbers());
        let mut bytes = found.id.to_le_bytes().to_vec();
        bytes.extend(found.date().unwrap_or(i64::MIN).to_le_bytes());
        bytes.extend(numbers.into_iter().flatten().flat_map(u64::to_le_bytes));
        xxh3_64(&bytes)
    };
    let mut judged = Vec::with_capacity(candidates.len());
    let mut likely: Vec<(u32, u32, u8)> = Vec::new();
    for pairs in candidates.chunk_by(|a, b| a.0 == b.0) {
        let earlier = pairs[0].0;
        let own = content(earlier);
        let mut reading: Option<Reading> = None;
        for &(_, later) in pairs {
            let both = own ^ content(later).rotate_left(1);
            let likeness = match former.binary_search_by_key(&both, |(key, _)| *key) {
                Ok(at) => former[at].1,
                Err(_) => {
                    let other = read(snapshot, articles[later as usize].address)?;
                    if reading.is_none() {
                        reading = Some(read(snapshot, articles[earlier as usize].address)?);
                    }
                    let dates = [earlier, later].map(|at| articles[at as usize].date());
                    let likeness = reading
                        .as_ref()
                        .map_or(0.0, |own| likeness(own, &other, dates));
                    (likeness * 255.0) as u8
                }
            };
            judged.push((both, likeness));
            if likeness >= (LEAST_SIMILAR * 255.0) as u8 {
                likely.push((earlier, later, likeness));
            }
        }
    }
    judged.sort_unstable();
    judged.dedup_by_key(|(key, _)| *key);
    // Only articles in some pair are kept, in their order.
    let mut numbers: BTreeMap<u32, u32> = likely
        .iter()
        .flat_map(|(a, b, _)| [(*a, 0), (*b, 0)])
        .collect();
    for (number, place) in numbers.values_mut().zip(0..) {
        *number = place;
    }
    let mut graph = Graph {
        nodes: numbers
            .keys()
            .map(|at| articles[*at as usize].address)
            .collect(),
        pairs: likely
            .iter()
            .map(|(earlier, later, likeness)| Pair {
                earlier: numbers[earlier],
                later: numbers[later],
                likeness: *likeness,
            })
            .collect(),
        usual: Vec::new(),
        judged,
    };
    graph.usual = cluster::stories(&graph, SIMILAR);
    Ok(graph)
}

fn read(snapshot: &Snapshot, address: DocAddress) -> Result<Reading, IndexError> {
    let doc: TantivyDocument =
        snapshot.guard("reading an article", || snapshot.searcher().doc(address))?;
    let json = doc
        .get_first(snapshot.fields().article)
        .and_then(|value| value.as_str())
        .unwrap_or("{}");
    let told: Told<'_> =
        serde_json::from_str(json).map_err(|source| IndexError::Article { source })?;
    let title = told.title.unwrap_or_default().to_lowercase();
    let mut words: Vec<String> = title
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words.dedup();
    Ok(Reading {
        body: Parts::of(&told.body),
        title: words,
    })
}

fn likeness(one: &Reading, other: &Reading, dates: [Option<i64>; 2]) -> f32 {
    let len = one.body.len().min(other.body.len());
    if let [Some(earlier), Some(later)] = dates
        && len < NOTICE
        && later.saturating_sub(earlier) > A_FEW_DAYS
    {
        return 0.0;
    }
    if len < SHORT && !one.title.is_empty() && !other.title.is_empty() {
        let shared = one
            .title
            .iter()
            .filter(|word| other.title.binary_search(word).is_ok());
        let fewer = one.title.len().min(other.title.len());
        if (shared.count() as f32) < TITLES_SHARED * fewer as f32 {
            return 0.0;
        }
    }
    let likeness = one.body.likeness(&other.body);
    if len < FLASH && likeness < FLASH_ALIKE {
        return likeness * likeness;
    }
    likeness
}
