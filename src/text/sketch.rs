//! A small fingerprint of a text, by which texts that may be near-duplicates are found among many without reading them.
//!
//! The method is the bottom-k sample of Broder (*On the resemblance and containment of documents*, 1997): every run of
//! [`SHINGLE`] words is hashed, and the smallest hashes are kept. Two samples are complete up to the lesser of their largest
//! hashes, so what is shared below it estimates how much the texts share. That holds for texts of different lengths too, which a
//! sketch of fixed slots (MinHash) doesn't offer: a text cut to its first half shows as contained in the whole. Beyond a
//! ratio of about ten nothing is left of the sample, and the smallest hashes of the opening words stand in.
//!
//! A sketch only proposes: with [`SAMPLE`] hashes the standard error of an estimate near 0.8 is about 0.09. Whether two texts are
//! copies is decided by [`Parts::likeness`], which reads both.

mod parts;

use std::collections::BTreeSet;

use parts::each_shingle;

pub use parts::Parts;

#[cfg(test)]
mod tests;

/// Words in a shingle.
pub const SHINGLE: usize = 4;

/// Hashes kept.
pub const SAMPLE: usize = 20;

/// Bits kept of each of them.
const BITS: u32 = 12;

/// Words that open a text.
const LEAD_WORDS: usize = 40;

/// Hashes kept of the shingles among them.
const LEAD: usize = 2;

/// Bits kept of each of these.
const LEAD_BITS: u32 = 24;

/// Bits of the hash of all words.
const CHECK_BITS: u32 = 21;

/// From this estimate on two texts are worth reading.
const WORTH_READING: f32 = 0.6;

/// The fingerprint of a text. It depends on the words alone: neither case, punctuation nor white space changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sketch {
    /// How far hashes were shifted to the right.
    shift: u8,
    /// How many values are kept; fewer than [`SAMPLE`] where the text has no more shingles.
    len: u8,
    /// A hash of all words in order.
    check: u32,
    /// The smallest hashes, ascending.
    values: [u16; SAMPLE],
    /// The smallest hashes of the opening words; zero where there are none.
    lead: [u32; LEAD],
}

impl Sketch {
    /// Bytes that a sketch takes.
    pub const BYTES: usize = 40;

    /// The sketch of a text. Time grows with the length of the text; memory is fixed.
    pub fn of(text: &str) -> Self {
        let mut smallest = Smallest::new(SAMPLE);
        let mut opening = Smallest::new(LEAD);
        let mut check = 0_u64;
        each_shingle(
            text,
            |word| check = (check.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15),
            |hash, words| {
                smallest.take(hash);
                if words <= LEAD_WORDS {
                    opening.take(hash);
                }
            },
        );
        let largest = match smallest.hashes.last() {
            Some(last) if smallest.hashes.len() == SAMPLE => *last,
            _ => u64::MAX,
        };
        let shift = (u64::BITS - BITS).saturating_sub(largest.leading_zeros());
        let mut values = [0; SAMPLE];
        for (value, hash) in values.iter_mut().zip(&smallest.hashes) {
            *value = (hash >> shift) as u16;
        }
        let mut lead = [0; LEAD];
        for (value, hash) in lead.iter_mut().zip(&opening.hashes) {
            // Zero says that there is none.
            *value = ((hash & ((1 << LEAD_BITS) - 1)) as u32).max(1);
        }
        Self {
            shift: shift as u8,
            len: smallest.hashes.len() as u8,
            check: (check >> (u64::BITS - CHECK_BITS)) as u32,
            values,
            lead,
        }
    }

    /// Whether the text had no word.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// About how many words the text has, within a factor of two.
    pub fn words(&self) -> usize {
        if (self.len as usize) < SAMPLE {
            return self.len as usize;
        }
        let spread = (u64::BITS - BITS).saturating_sub(u32::from(self.shift));
        SAMPLE << spread.min(24)
    }

    /// About how much of the shorter text stands in the longer one: 0 nothing, 1 all of it; `None` where one text is so much
    /// longer than the other that too little of the sample is left to tell.
    pub fn similarity(&self, other: &Self) -> Option<f32> {
        let shift = self.shift.max(other.shift);
        let limit = self.limit(shift).min(other.limit(shift));
        let mine = self.below(limit, shift);
        let theirs = other.below(limit, shift);
        let fewer = mine.clone().count().min(theirs.clone().count());
        if fewer < 2.min(self.len.min(other.len) as usize).max(1) {
            return None;
        }
        Some(shared(mine, theirs) as f32 / fewer as f32)
    }

    /// Whether the texts share so much, as far as sketches tell, that they are worth comparing.
    pub fn is_near(&self, other: &Self) -> bool {
        match self.similarity(other) {
            Some(estimate) => estimate >= WORTH_READING,
            None => self
                .lead
                .iter()
                .any(|hash| *hash > 0 && other.lead.contains(hash)),
        }
    }

    /// The sketch as numbers.
    pub fn to_numbers(&self) -> [u64; Self::BYTES / 8] {
        let mut bits = Bits::default();
        bits.put(u64::from(self.shift), 6);
        bits.put(u64::from(self.len), 5);
        bits.put(u64::from(self.check), CHECK_BITS);
        for value in self.values {
            bits.put(u64::from(value), BITS);
        }
        for hash in self.lead {
            bits.put(u64::from(hash), LEAD_BITS);
        }
        bits.numbers
    }

    /// Reads what [`Sketch::to_numbers`] gives; `None` where no sketch gives such numbers.
    pub fn from_numbers(numbers: impl IntoIterator<Item = u64>) -> Option<Self> {
        let mut bits = Bits::default();
        let mut places = bits.numbers.iter_mut();
        for number in numbers {
            *places.next()? = number;
        }
        if places.next().is_some() {
            return None;
        }
        let shift = bits.get(6) as u8;
        let len = bits.get(5) as u8;
        let check = bits.get(CHECK_BITS) as u32;
        let values: [u16; SAMPLE] = std::array::from_fn(|_| bits.get(BITS) as u16);
        let lead = std::array::from_fn(|_| bits.get(LEAD_BITS) as u32);
        let kept = values.get(..len as usize)?;
        let rest = values.get(len as usize..)?;
        let sorted = kept.is_sorted() && rest.iter().all(|value| *value == 0);
        (sorted && u32::from(shift) <= u64::BITS - BITS).then_some(Self {
            shift,
            len,
            check,
            values,
            lead,
        })
    }

    /// Hands over keys of which two near-duplicates share one, nearly always; other texts share one seldom. With them
    /// near-duplicates are found among many without comparing each pair.
    pub fn keys(&self, mut take: impl FnMut(u64)) {
        for hash in self.lead.iter().filter(|hash| **hash > 0) {
            take(u64::from(*hash) | 1 << 63);
        }
        // Texts of different lengths have different units: each is also read in coarser ones, of which two near lengths share one.
        let unit = self.shift.next_multiple_of(2);
        for shift in [unit, unit + 2] {
            let by = u32::from(shift - self.shift);
            let kept = self.values.get(..self.len as usize).unwrap_or(&[]);
            let key = |first: u16, second: u16| {
                u64::from(first >> by) << 24 | u64::from(second >> by) << 8 | u64::from(shift)
            };
            match kept {
                [] => {}
                [one] => take(key(*one, u16::MAX)),
                many => many.windows(2).for_each(|pair| take(key(pair[0], pair[1]))),
            }
        }
    }

    /// Up to where the sample is complete, in units of `shift`.
    fn limit(&self, shift: u8) -> u16 {
        if (self.len as usize) < SAMPLE {
            return u16::MAX;
        }
        let last = self.values.last().copied().unwrap_or(0);
        last.checked_shr(u32::from(shift - self.shift)).unwrap_or(0)
    }

    /// The values up to `limit`, in units of `shift`.
    fn below(&self, limit: u16, shift: u8) -> impl Iterator<Item = u16> + Clone + '_ {
        let by = u32::from(shift - self.shift);
        self.values
            .iter()
            .take(self.len as usize)
            .map(move |value| value.checked_shr(by).unwrap_or(0))
            .take_while(move |value| *value <= limit)
    }
}

/// The smallest of many hashes, each once.
struct Smallest {
    most: usize,
    hashes: BTreeSet<u64>,
    /// What is not below it isn't among them; the largest number while there is room.
    limit: u64,
}

impl Smallest {
    fn new(most: usize) -> Self {
        Self {
            most,
            hashes: BTreeSet::new(),
            limit: u64::MAX,
        }
    }

    fn take(&mut self, hash: u64) {
        if hash < self.limit && self.hashes.insert(hash) {
            if self.hashes.len() > self.most {
                self.hashes.pop_last();
            }
            if self.hashes.len() == self.most {
                self.limit = self.hashes.last().copied().unwrap_or(u64::MAX);
            }
        }
    }
}

/// Numbers of few bits in a row.
#[derive(Default)]
struct Bits {
    numbers: [u64; Sketch::BYTES / 8],
    at: usize,
}

impl Bits {
    fn put(&mut self, value: u64, bits: u32) {
        for bit in 0..bits as usize {
            if let Some(number) = self.numbers.get_mut(self.at / 64) {
                *number |= (value >> bit & 1) << (self.at % 64);
            }
            self.at += 1;
        }
    }

    fn get(&mut self, bits: u32) -> u64 {
        let (number, from) = (self.at / 64, self.at % 64);
        self.at += bits as usize;
        let read = |at: usize| self.numbers.get(at).copied().unwrap_or(0);
        let low = read(number) >> from;
        let high = if from == 0 {
            0
        } else {
            read(number + 1) << (64 - from)
        };
        (low | high) & ((1 << bits) - 1)
    }
}

/// How many values two ascending lists share.
fn shared(left: impl Iterator<Item = u16>, right: impl Iterator<Item = u16>) -> usize {
    let mut right = right.peekable();
    let mut count = 0;
    for value in left {
        while right.next_if(|other| *other < value).is_some() {}
        count += usize::from(right.next_if_eq(&value).is_some());
    }
    count
}
