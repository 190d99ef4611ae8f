//! What is known of single words: their cluster, and of which lists of names they are.
//!
//! The table is laid out to be read where it lies: the ends of its buckets, then the rest of each word's hash (16 bits), then 48 bits
//! of knowledge a word. Words are told apart by 30 bits of their hash; one in 5,000 unknown words is taken for another.

use crate::enrich::entities::tagger::hash::Hash;

/// Bits of the hash that choose the bucket.
pub(super) const BUCKETS: u32 = 14;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known(pub(super) u32, pub(super) [u8; 2]);

impl Known {
    /// A first name.
    pub(super) const FIRST: u32 = 1 << 10;
    /// A surname.
    pub(super) const LAST: u32 = 1 << 11;
    /// A city.
    pub(super) const CITY: u32 = 1 << 12;
    /// A region.
    pub(super) const REGION: u32 = 1 << 13;
    /// A country.
    pub(super) const COUNTRY: u32 = 1 << 14;
    /// A nationality, language or religion.
    #[cfg(test)]
    pub(super) const PEOPLE: u32 = 1 << 15;
    /// A word of sport: `coach`, `innings`.
    pub(super) const SPORT: u32 = 1 << 26;
    /// A month or a day of the week.
    #[cfg(test)]
    pub(super) const DATE: u32 = 1 << 20;
    /// A word of names of organisations: `ministry`, `bank`, `united`.
    pub(super) const ORG: u32 = 1 << 16;
    /// A word before names of people: `president`, `mr`.
    pub(super) const TITLE: u32 = 1 << 17;
    /// A word after or before people: `said`, `told`.
    pub(super) const SAYS: u32 = 1 << 18;
    /// A word before places: `in`, `near`.
    pub(super) const WHERE: u32 = 1 << 19;

    /// The number of the cluster, 0 where there is none.
    pub(super) fn cluster(self) -> u32 {
        self.0 & 1023
    }

    /// The lists it is of: 11 bits.
    pub(super) fn lists(self) -> u32 {
        self.0 >> 10 & 2047 | self.0 >> 15 & 2048
    }

    /// Whether one of these bits is set.
    pub(super) fn is(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// In what case it is mostly printed: 0 unknown, 1 lower, 2 either, 3 title, 4 upper; [`Known::INNER`], [`Known::OPENS`].
    pub(super) fn case(self) -> u32 {
        self.0 >> 21 & 7
    }

    /// In lower case inside names: `of`.
    pub(super) const INNER: u32 = 5;
    /// In lower case where names begin: `bin`, `al`.
    pub(super) const OPENS: u32 = 6;

    /// How common it is: 0 unknown, 1 most common, 3 least.
    pub(super) fn rank(self) -> u32 {
        self.0 >> 24 & 3
    }

    /// The clusters by either half of its vector, 0 where there are none.
    pub(super) fn halves(self) -> [u32; 2] {
        self.1.map(u32::from)
    }

    /// What a name of it would be, by its vector: 5 bits.
    pub(super) fn class(self) -> u32 {
        self.0 >> 27
    }
}

/// The table of words.
#[derive(Clone, Copy)]
pub(super) struct Words<'d> {
    ends: &'d [u8],
    keys: &'d [u8],
    known: &'d [u8],
}

impl<'d> Words<'d> {
    /// The table in these bytes; an empty one where they are none.
    pub(super) fn new(data: &'d [u8]) -> Self {
        let (ends, rest) = data.split_at_checked(4 << BUCKETS).unwrap_or((&[], &[]));
        let (keys, known) = rest.split_at(rest.len() / 8 * 2);
        Self { ends, keys, known }
    }

    /// What is known of the word with this hash.
    pub(super) fn get(&self, hash: Hash) -> Known {
        let (bucket, key) = place(hash);
        let start = bucket.checked_sub(1).map_or(0, |before| self.end(before));
        let keys = self.keys.get(2 * start..2 * self.end(bucket));
        let found = keys
            .unwrap_or(&[])
            .chunks_exact(2)
            .position(|bytes| bytes == key);
        let bytes: Option<[u8; 6]> = found.and_then(|at| {
            let entry = self.known.get(6 * (start + at)..)?;
            entry.first_chunk().copied()
        });
        bytes.map_or(Known::default(), |[a, b, c, d, left, right]| {
            Known(u32::from_le_bytes([a, b, c, d]), [left, right])
        })
    }

    fn end(&self, bucket: usize) -> usize {
        self.ends
            .get(4 * bucket..)
            .and_then(<[u8]>::first_chunk)
            .map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
    }
}

/// The bucket of a hash, and the rest of it.
pub(super) fn place(hash: Hash) -> (usize, [u8; 2]) {
    let mixed = hash.wrapping_mul(0x85eb_ca6b) ^ (hash >> 15);
    let mixed = mixed.wrapping_mul(0xc2b2_ae35);
    (
        (mixed >> (32 - BUCKETS)) as usize,
        ((mixed >> 2) as u16).to_le_bytes(),
    )
}
