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
use crate::index::stories::room::Room;
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

/// From so many seconds on, what has the same words and other figures is the next report of its kind: copies printed late share
/// nearly all numbers.
const LATER: i64 = 4 * 24 * 60 * 60;
const LATE_NUMBERS: f32 = 0.9;

/// Pairs judged at once: reading many in the order in which they are stored costs less.
const PAIRS_AT_ONCE: usize = 4_096;

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
    room: Room,
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
    let mut batch: Vec<(u32, u32, u64)> = Vec::new();
    let mut words = 0;
    let mut candidates = candidates.iter().peekable();
    while let Some(&(earlier, later)) = candidates.next() {
        let both = content(earlier) ^ content(later).rotate_left(1);
        if let Ok(at) = former.binary_search_by_key(&both, |(key, _)| *key) {
            judged.push(former[at]);
            likely.push((earlier, later, former[at].1));
        } else {
            let length = |at: u32| {
                sketches
                    .get(articles[at as usize].address)
                    .map_or(0, |sketch| sketch.words())
            };
            words += length(earlier) + length(later);
            batch.push((earlier, later, both));
        }
        if words > room.words || batch.len() == PAIRS_AT_ONCE || candidates.peek().is_none() {
            let readings = read_all(snapshot, articles, &batch)?;
            for (earlier, later, both) in batch.drain(..) {
                let (Some(one), Some(other)) = (readings.get(&earlier), readings.get(&later))
                else {
                    continue;
                };
                let dates = [earlier, later].map(|at| articles[at as usize].date());
                let likeness = (likeness(one, other, dates) * 255.0) as u8;
                judged.push((both, likeness));
                likely.push((earlier, later, likeness));
            }
            words = 0;
        }
    }
    likely.retain(|(_, _, likeness)| *likeness >= (LEAST_SIMILAR * 255.0) as u8);
    likely.sort_unstable();
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

/// Reads all articles of `pairs`, in the order in which they are stored.
fn read_all(
    snapshot: &Snapshot,
    articles: &[Found],
    pairs: &[(u32, u32, u64)],
) -> Result<BTreeMap<u32, Reading>, IndexError> {
    let mut wanted: Vec<(DocAddress, u32)> = pairs
        .iter()
        .flat_map(|(earlier, later, _)| [*earlier, *later])
        .map(|at| (articles[at as usize].address, at))
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let read = |(address, at)| Ok((at, read(snapshot, address)?));
    wanted.into_iter().map(read).collect()
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
    if let [Some(earlier), Some(later)] = dates {
        let apart = later.saturating_sub(earlier);
        let next_notice = len < NOTICE && apart > A_FEW_DAYS;
        if next_notice || apart > LATER && one.body.numbers_shared(&other.body) < LATE_NUMBERS {
            return 0.0;
        }
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
