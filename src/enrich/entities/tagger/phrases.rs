//! Names of several words that are on lists: places, clubs, universities, companies.
//!
//! A phrase is known by 21 bits more of its hash than those that choose its bucket, and by what it is; 3 bytes a phrase.

use crate::enrich::entities::tagger::hash::{self, Hash};
use crate::enrich::entities::tagger::token::{Form, Token};

/// What a phrase is the name of; 0 is none.
#[cfg(test)]
pub(super) const PLACE: u8 = 1;
/// A club.
#[cfg(test)]
pub(super) const CLUB: u8 = 2;
/// A university.
#[cfg(test)]
pub(super) const SCHOOL: u8 = 3;
/// A company.
#[cfg(test)]
pub(super) const COMPANY: u8 = 4;

/// Bits of the hash that choose the bucket.
pub(super) const BUCKETS: u32 = 12;

/// Most words of a phrase.
pub(super) const LONGEST: usize = 6;

/// The table of phrases.
#[derive(Clone, Copy)]
pub(super) struct Phrases<'d> {
    ends: &'d [u8],
    keys: &'d [u8],
}

impl<'d> Phrases<'d> {
    /// The table in these bytes.
    pub(super) fn new(data: &'d [u8]) -> Self {
        let (ends, keys) = data.split_at_checked(4 << BUCKETS).unwrap_or((&[], &[]));
        Self { ends, keys }
    }

    fn get(&self, hash: Hash) -> u8 {
        let (bucket, key) = place(hash);
        let start = bucket.checked_sub(1).map_or(0, |before| self.end(before));
        self.keys
            .get(3 * start..3 * self.end(bucket))
            .unwrap_or(&[])
            .chunks_exact(3)
            .find(|entry| entry[0] == key[0] && entry[1] == key[1] && entry[2] & 0xf8 == key[2])
            .map_or(0, |entry| entry[2] & 7)
    }

    fn end(&self, bucket: usize) -> usize {
        self.ends
            .get(4 * bucket..)
            .and_then(<[u8]>::first_chunk)
            .map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
    }

    /// How many tokens the longest phrase at the start of these takes, and what it is.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(usize, u8)> {
        let mut best = None;
        let mut hash = 0;
        for (at, token) in tokens.iter().take(LONGEST).enumerate() {
            if at > 0 && token.first {
                break;
            }
            hash = hash::pair(hash, token.hash);
            if at > 0 && (token.form.is_capital() || token.form == Form::Number) {
                let kind = self.get(hash);
                if kind > 0 {
                    best = Some((at + 1, kind));
                }
            }
        }
        best
    }
}

/// The bucket of a hash, and 21 bits of it.
pub(super) fn place(hash: Hash) -> (usize, [u8; 3]) {
    let mixed = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    let rest = mixed << BUCKETS;
    let [_, low, middle, high] = rest.to_le_bytes();
    (
        (mixed >> (32 - BUCKETS)) as usize,
        [high, middle, low & 0xf8],
    )
}
