//! The tables of words and phrases: clusters of word vectors, lists of names, and what training texts print in which case.

use std::collections::BTreeMap;
use std::path::Path;

use crate::enrich::entities::tagger::hash::{self, Hash};
use crate::enrich::entities::tagger::token::{self, Form};
use crate::enrich::entities::tagger::train::cluster;
use crate::enrich::entities::tagger::train::data::{self, Text};
use crate::enrich::entities::tagger::train::lists;
use crate::enrich::entities::tagger::train::roles::{self, Counts};
use crate::enrich::entities::tagger::words::{self, Known};
use crate::enrich::entities::tagger::{labels, phrases};

/// Most words that have a cluster.
const CLUSTERED: usize = 200_000;

/// The two tables, as they are shipped.
pub(super) struct Tables {
    pub(super) words: Vec<u8>,
    pub(super) phrases: Vec<u8>,
}

/// Makes the tables from word vectors, the folder of the lists, texts with marks, and texts whose marks are in doubt.
pub(super) fn make(
    vectors: Option<&Path>,
    lists: Option<&Path>,
    texts: &[&Text],
    silver: &[Text],
) -> Tables {
    let mut known: BTreeMap<Hash, u32> = BTreeMap::new();
    let vectors = vectors
        .map(|path| cluster::read(path, CLUSTERED))
        .unwrap_or_default();
    for (at, (word, cluster)) in cluster::clusters(&vectors).into_iter().enumerate() {
        let rank = match at {
            0..2_000 => 1,
            2_000..15_000 => 2,
            _ => 3,
        };
        known
            .entry(hash::word(word))
            .or_insert(cluster | rank << 24);
    }
    let mut halves: BTreeMap<Hash, [u8; 2]> = BTreeMap::new();
    for (word, own) in vectors.words().zip(cluster::halves(&vectors)) {
        halves.entry(hash::word(word)).or_insert(own);
    }
    let mut several: BTreeMap<Hash, u8> = BTreeMap::new();
    if let Some(lists) = lists {
        read_lists(lists, &mut known, &mut several);
    }
    for (bit, words) in lists::WORDS {
        for word in words.split_whitespace() {
            *known.entry(hash::word(word)).or_default() |= bit;
        }
    }
    let mut seen = learn_words(texts, silver, &mut known);
    for (hash, bits) in &known {
        list_roles(*bits, seen.entry(*hash).or_default());
    }
    for (hash, role) in roles::roles(&vectors, &seen) {
        if let Some(bits) = known.get_mut(&hash) {
            *bits |= role << 27;
        }
    }
    Tables {
        words: pack_words(&known, &halves),
        phrases: pack_phrases(&several),
    }
}

fn read_lists(folder: &Path, known: &mut BTreeMap<Hash, u32>, several: &mut BTreeMap<Hash, u8>) {
    let mut tokens = Vec::new();
    for (file, bit, kind) in [
        ("first_name.txt", Known::FIRST, 0),
        ("surname.txt", Known::LAST, 0),
        ("city.txt", Known::CITY, phrases::PLACE),
        ("region.txt", Known::REGION, phrases::PLACE),
        ("country.txt", Known::COUNTRY, phrases::PLACE),
        ("club.txt", 0, phrases::CLUB),
        ("university.txt", 0, phrases::SCHOOL),
        ("company.txt", 0, phrases::COMPANY),
    ] {
        let list = data::read(&folder.join(file));
        for name in list.lines() {
            token::tokenise(name, &mut tokens);
            match tokens.as_slice() {
                [only] if bit != 0 && only.form.is_capital() => {
                    *known.entry(only.hash).or_default() |= bit;
                }
                many if many.len() > 1 && many.len() <= phrases::LONGEST && kind != 0 => {
                    let hash = many.iter().fold(0, |hash, t| hash::pair(hash, t.hash));
                    several.insert(hash, kind);
                }
                _ => {}
            }
        }
    }
}

/// What training texts say of words: in which case they print them, which are inside names, which mean a people.
fn learn_words(
    texts: &[&Text],
    silver: &[Text],
    known: &mut BTreeMap<Hash, u32>,
) -> BTreeMap<Hash, Counts> {
    let mut roles: BTreeMap<Hash, Counts> = BTreeMap::new();
    #[derive(Default)]
    struct Count {
        lower: u32,
        title: u32,
        upper: u32,
        inside: u32,
        opens: u32,
        org: u32,
        person: u32,
        other: u32,
    }
    let mut counts: BTreeMap<Hash, Count> = BTreeMap::new();
    let mut tokens = Vec::new();
    for text in texts.iter().copied().chain(silver) {
        token::tokenise(&text.printed, &mut tokens);
        let mut names = text.names.iter().peekable();
        for token in &tokens {
            while names.next_if(|n| n.1.end <= token.start as usize).is_some() {}
            let name = names
                .peek()
                .filter(|n| n.1.start <= token.start as usize && token.end as usize <= n.1.end);
            let count = counts.entry(token.hash).or_default();
            let role = match name {
                None if token.form == Form::Lower => Some(0),
                Some((labels::PERSON, range)) if token.form.is_capital() => {
                    Some(if range.end == token.end as usize {
                        2
                    } else {
                        1
                    })
                }
                Some((labels::PLACE, _)) if token.form.is_capital() => Some(3),
                Some((labels::ORG, _)) if token.form.is_capital() => Some(4),
                Some((labels::OTHER, range))
                    if token.form == Form::Title
                        && range.len() == (token.end - token.start) as usize =>
                {
                    Some(5)
                }
                _ => None,
            };
            if let Some(role) = role {
                roles.entry(token.hash).or_default()[role] += 1.0;
            }
            match token.form {
                Form::Lower => {
                    count.lower += 1;
                    if let Some((_, range)) = name {
                        if range.start == token.start as usize {
                            count.opens += 1;
                        } else {
                            count.inside += 1;
                        }
                    }
                }
                Form::Title | Form::Mixed if !token.first => {
                    count.title += 1;
                    if let Some((label, range)) = name {
                        count.org += u32::from(*label == labels::ORG);
                        count.person += u32::from(*label != labels::ORG);
                        count.other += u32::from(
                            *label == labels::OTHER
                                && range.len() == (token.end - token.start) as usize,
                        );
                    }
                }
                Form::Upper | Form::Initials => count.upper += 1,
                _ => {}
            }
        }
    }
    for (hash, count) in counts {
        let all = count.lower + count.title + count.upper;
        let case = if count.opens >= 3 && 40 * count.opens > count.lower {
            Known::OPENS
        } else if count.inside >= 2 && 400 * count.inside > count.lower {
            Known::INNER
        } else if all < 2 {
            0
        } else if 10 * count.lower > 9 * all {
            1
        } else if count.lower * 10 > all {
            2
        } else if count.title >= count.upper {
            3
        } else {
            4
        };
        let bits = known.get(&hash).copied().unwrap_or(0);
        let mut add = case << 21;
        if count.other >= 4 && 10 * count.other > 7 * count.title {
            add |= Known::PEOPLE;
        }
        if count.org >= 6 && count.org > 3 * count.person && 10 * count.org > 5 * count.title {
            add |= Known::ORG;
        }
        if bits != 0 || all >= 3 {
            known.insert(hash, bits | add);
        }
    }
    roles
}

/// Counts what the lists say of a word, where they say one thing alone.
fn list_roles(bits: u32, counts: &mut Counts) {
    let names = bits & (Known::FIRST | Known::LAST);
    let places = bits & (Known::CITY | Known::REGION | Known::COUNTRY);
    if names == Known::FIRST && places == 0 {
        counts[1] += 2.0;
    } else if names == Known::LAST && places == 0 {
        counts[2] += 2.0;
    } else if names == 0 && places != 0 {
        counts[3] += 2.0;
    }
}

fn pack_words(known: &BTreeMap<Hash, u32>, halves: &BTreeMap<Hash, [u8; 2]>) -> Vec<u8> {
    let mut entries: Vec<(usize, [u8; 2], u32, [u8; 2])> = known
        .iter()
        .filter(|(_, bits)| **bits != 0)
        .map(|(hash, bits)| {
            let (bucket, key) = words::place(*hash);
            (
                bucket,
                key,
                *bits,
                halves.get(hash).copied().unwrap_or_default(),
            )
        })
        .collect();
    entries.sort_unstable();
    entries.dedup_by_key(|entry| (entry.0, entry.1));
    let mut out = Vec::new();
    ends(
        entries.iter().map(|entry| entry.0),
        1 << words::BUCKETS,
        &mut out,
    );
    out.extend(entries.iter().flat_map(|entry| entry.1));
    for entry in &entries {
        out.extend(entry.2.to_le_bytes());
        out.extend(entry.3);
    }
    out
}

fn pack_phrases(several: &BTreeMap<Hash, u8>) -> Vec<u8> {
    let mut entries: Vec<(usize, [u8; 3])> = several
        .iter()
        .map(|(hash, kind)| {
            let (bucket, mut key) = phrases::place(*hash);
            key[2] |= kind;
            (bucket, key)
        })
        .collect();
    entries.sort_unstable();
    let mut out = Vec::new();
    ends(
        entries.iter().map(|entry| entry.0),
        1 << phrases::BUCKETS,
        &mut out,
    );
    out.extend(entries.iter().flat_map(|entry| entry.1));
    out
}

/// Where each bucket ends.
fn ends(buckets: impl Iterator<Item = usize>, count: usize, out: &mut Vec<u8>) {
    let mut sizes = vec![0u32; count];
    for bucket in buckets {
        sizes[bucket] += 1;
    }
    let mut end = 0;
    for size in sizes {
        end += size;
        out.extend(end.to_le_bytes());
    }
}
