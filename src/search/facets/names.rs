//! Names that are one but for case, accents and blanks; names of people, organisations and places as [`crate::search::same`] tells them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::index::SameNames;

use crate::text::fold::name_key;

/// What names that are one have in common.
pub(super) fn key(name: &str) -> String {
    name_key(name)
}

/// Names as they are met, each in its bucket.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The number of the bucket of each key.
    buckets: BTreeMap<String, u32>,
    /// The spellings of each bucket and how many articles have each.
    spellings: Vec<BTreeMap<String, u64>>,
    /// What is called how, where that is known of the whole archive.
    same: Option<Arc<SameNames>>,
}

impl Names {
    /// Names of a kind that was told apart.
    pub(super) fn of(same: Option<Arc<SameNames>>) -> Self {
        Self {
            same,
            ..Self::default()
        }
    }

    /// The bucket of `name`, which `articles` more articles have.
    pub(super) fn bucket(&mut self, name: &str, articles: u64) -> u32 {
        let next = self.spellings.len() as u32;
        let (name, key) = match &self.same {
            Some(same) => (same.shown(name), same.shown(name).to_owned()),
            None => (name, key(name)),
        };
        let bucket = *self.buckets.entry(key).or_insert(next);
        if bucket == next {
            self.spellings.push(BTreeMap::new());
        }
        let spellings = &mut self.spellings[bucket as usize];
        *spellings.entry(name.to_owned()).or_default() += articles;
        bucket
    }

    /// The commonest spelling of each bucket; of equals the one with more small letters and accents, as capitals and bare letters are
    /// what headings and telexes make of a name.
    pub(super) fn commonest(self) -> Vec<String> {
        let best = |spellings: BTreeMap<String, u64>| {
            let best = spellings
                .into_iter()
                .max_by(|(a, times), (b, others)| times.cmp(others).then_with(|| a.cmp(b)));
            best.map(|(name, _)| name).unwrap_or_default()
        };
        self.spellings.into_iter().map(best).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_blanks_do_not_part_names() {
        for (names, expected) in [
            (
                &[("Le Monde", 2), ("LE  MONDE", 1), ("le monde", 1)][..],
                &["Le Monde"][..],
            ),
            (
                &[("Tirane Ledger", 1), ("Tiran\u{eb} Ledger", 1)],
                &["Tiran\u{eb} Ledger"],
            ),
            (
                &[("Caf\u{e9} d'Or", 1), ("Cafe\u{301} d'Or", 3)],
                &["Cafe\u{301} d'Or"],
            ),
            (&[("AP", 1), ("A P", 1)], &["AP", "A P"]),
            (&[("\u{2014}", 1), ("*", 1)], &["\u{2014}", "*"]),
        ] {
            let mut known = Names::default();
            for (name, times) in names {
                known.bucket(name, *times);
            }
            assert_eq!(known.commonest(), expected, "{names:?}");
        }
    }
}
