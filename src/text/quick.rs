//! Tables of known words, looked up for every word and line that is read.
//!
//! Their hashes are quick to make and easy to collide: nothing that comes from outside may become a key, only be looked up.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A set of known words.
pub type QuickSet<K> = HashSet<K, BuildHasherDefault<QuickHasher>>;

/// A table of known words.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<QuickHasher>>;

/// XXH3 of what is written, each piece seeded with those before.
#[derive(Clone, Copy, Debug, Default)]
pub struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    fn write_u8(&mut self, byte: u8) {
        // What ends a word in a key; words alone are told apart without it.
        self.0 ^= u64::from(byte);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_are_found_and_others_are_not() {
        let known: QuickSet<&str> = ["", "a", "the", "της"].into_iter().collect();
        for word in ["", "a", "the", "της"] {
            assert!(known.contains(word), "{word}");
        }
        assert!(!known.contains("th") && !known.contains("b"));
        let pairs: QuickMap<(char, char), u8> =
            [(('b', 'y'), 1), (('y', 'b'), 2)].into_iter().collect();
        assert_eq!(pairs.get(&('y', 'b')), Some(&2));
    }
}
