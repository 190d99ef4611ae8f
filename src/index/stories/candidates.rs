//! Pairs of articles whose sketches resemble each other.

use tantivy::DocAddress;
use tantivy::columnar::Column;
use xxhash_rust::xxh3::xxh3_64;

use crate::index::error::IndexError;
use crate::index::snapshot::Snapshot;
use crate::index::stories::room::Room;
use crate::text::sketch::Sketch;

/// About so many keys has a sketch.
const KEYS: usize = 40;

/// An article is compared with the first of those that share a key with it, and with the last before it: a key
/// that many share, of a template say, must not cost the square of their number.
const FIRST: usize = 3;
const LAST: usize = 3;

/// Of a key that more than these share, one of either.
const CROWD: usize = 12;

/// An article that may have copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    undated: bool,
    date: i64,
    /// A hash of its id.
    pub(super) id: u64,
    pub(super) address: DocAddress,
}

impl Found {
    /// First second of its date; `None` where it has none.
    pub(super) fn date(self) -> Option<i64> {
        (!self.undated).then_some(self.date)
    }
}

/// Two articles, by their places among those found, the earlier first.
pub(super) type Candidate = (u32, u32);

/// The sketches of a snapshot.
pub(super) struct Sketches(Vec<Option<Column<u64>>>);

/// The sketches of articles by their places among those found: held where they aren't too many.
struct Held<'a> {
    articles: &'a [Found],
    sketches: &'a Sketches,
    read: Vec<Option<Sketch>>,
}

impl Held<'_> {
    fn get(&self, at: u32) -> Option<Sketch> {
        match self.read.get(at as usize) {
            Some(sketch) => *sketch,
            None => self.sketches.get(self.articles.get(at as usize)?.address),
        }
    }
}

impl Sketches {
    pub(super) fn open(snapshot: &Snapshot) -> Result<Self, IndexError> {
        let readers = snapshot.searcher().segment_readers().iter();
        let columns = readers.map(|reader| {
            snapshot.guard("reading sketches", || {
                reader.fast_fields().column_opt("sketch")
            })
        });
        Ok(Self(columns.collect::<Result<_, _>>()?))
    }

    pub(super) fn get(&self, address: DocAddress) -> Option<Sketch> {
        let column = self.0.get(address.segment_ord as usize)?.as_ref()?;
        Sketch::from_numbers(column.values_for_doc(address.doc_id))
    }
}

/// All articles with a body, earliest first, and the pairs of them that are worth reading, ascending.
pub(super) fn candidates(
    snapshot: &Snapshot,
    room: Room,
) -> Result<(Vec<Found>, Vec<Candidate>), IndexError> {
    let sketches = Sketches::open(snapshot)?;
    let articles = articles(snapshot, &sketches)?;
    snapshot
        .guard("comparing sketches", || {
            Ok(pairs(&articles, &sketches, room))
        })
        .map(|pairs| (articles, pairs))
}

fn articles(snapshot: &Snapshot, sketches: &Sketches) -> Result<Vec<Found>, IndexError> {
    let mut articles = Vec::new();
    for (segment, reader) in (0_u32..).zip(snapshot.searcher().segment_readers()) {
        snapshot.guard("reading ids", || {
            let Some(ids) = reader.fast_fields().str("id")? else {
                return Ok(());
            };
            let mut hashes = Vec::with_capacity(ids.num_terms());
            let mut stream = ids.dictionary().stream()?;
            while stream.advance() {
                hashes.push(xxh3_64(stream.key()));
            }
            let dates = reader.fast_fields().column_opt::<i64>("date")?;
            for doc in reader.doc_ids_alive() {
                let address = DocAddress::new(segment, doc);
                let Some(id) = ids.term_ords(doc).next() else {
                    continue;
                };
                if sketches.get(address).is_none_or(|sketch| sketch.is_empty()) {
                    continue;
                }
                let date = dates.as_ref().and_then(|dates| dates.first(doc));
                articles.push(Found {
                    undated: date.is_none(),
                    date: date.unwrap_or(0),
                    id: hashes.get(id as usize).copied().unwrap_or(0),
                    address,
                });
            }
            Ok(())
        })?;
    }
    articles.sort_unstable();
    Ok(articles)
}

fn pairs(articles: &[Found], sketches: &Sketches, room: Room) -> Vec<Candidate> {
    let held = articles
        .iter()
        .take(room.sketches)
        .map(|article| sketches.get(article.address));
    let sketches = Held {
        articles,
        sketches,
        read: held.collect(),
    };
    let parts = (articles.len() * KEYS).div_ceil(room.keys).max(1) as u64;
    let mut keys: Vec<(u64, u32)> = Vec::new();
    let mut shared: Vec<Candidate> = Vec::new();
    let mut pairs: Vec<Candidate> = Vec::new();
    for part in 0..parts {
        keys.clear();
        for number in 0..articles.len() as u32 {
            if let Some(sketch) = sketches.get(number) {
                sketch.keys(|key| {
                    // Keys are not evenly spread; the high halves of their products are.
                    if (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) % parts == part {
                        keys.push((key, number));
                    }
                });
            }
        }
        keys.sort_unstable();
        keys.dedup();
        shared.clear();
        for alike in keys.chunk_by(|a, b| a.0 == b.0) {
            let (most_first, most_last) = if alike.len() > CROWD {
                (1, 1)
            } else {
                (FIRST, LAST)
            };
            for at in 1..alike.len() {
                let first = 0..most_first.min(at);
                let last = at.saturating_sub(most_last).max(first.end)..at;
                shared.extend(first.chain(last).map(|other| (alike[other].1, alike[at].1)));
            }
        }
        shared.sort_unstable();
        shared.dedup();
        pairs.extend(shared.iter().filter(|(earlier, later)| {
            sketches
                .get(*earlier)
                .zip(sketches.get(*later))
                .is_some_and(|(one, other)| one.is_near(&other))
        }));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
