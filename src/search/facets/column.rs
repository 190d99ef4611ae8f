//! The values of one column, counted.

use std::sync::Arc;

use tantivy::columnar::StrColumn;

use crate::index::{self, SameNames};
use crate::search::Count;
use crate::search::error::SearchError;
use crate::search::facets::names::Names;
use crate::search::facets::{Bucket, Facet, FacetField, FacetSort};
use crate::search::matching::Counts;
use crate::search::scorer::{DocId, Segment};

/// The story of an article that has no copies.
const ALONE: u32 = u32::MAX;

/// Counts the values of a column.
pub(super) struct ColumnCounts<'a> {
    column: &'static str,
    stories: &'a index::Stories,
    names: Names,
    /// By bucket: articles, and those of them without copies.
    counts: Vec<Count>,
    /// Each bucket and each story of more than one article in it; more than once before they are sorted.
    told: Vec<(u32, u32)>,
    missing: Count,
    /// The stories among what has no value.
    missed: Vec<u32>,
    known: bool,
    here: Here,
}

/// What is counted of the segment that is walked.
#[derive(Default)]
struct Here {
    number: u32,
    values: Option<StrColumn>,
    /// By number of a value.
    counts: Vec<Count>,
    /// The number of a value, and a story that has it.
    told: Vec<(u32, u32)>,
    /// The values of each article that has several, one article after the other, and whether it has no copies.
    several: Vec<(Vec<u64>, bool)>,
    /// The values of one article.
    values_of: Vec<u64>,
}

impl<'a> ColumnCounts<'a> {
    /// Counts the values of `column`; `same`: which of them are one.
    pub(super) fn new(
        column: &'static str,
        stories: &'a index::Stories,
        same: Option<Arc<SameNames>>,
    ) -> Self {
        Self {
            column,
            stories,
            names: Names::of(same),
            counts: Vec::new(),
            told: Vec::new(),
            missing: Count::default(),
            missed: Vec::new(),
            known: false,
            here: Here::default(),
        }
    }

    /// What was counted, most first.
    pub(super) fn facet(mut self, field: FacetField) -> Facet {
        self.told.sort_unstable();
        self.told.dedup();
        for (bucket, _) in &self.told {
            self.counts[*bucket as usize].stories += 1;
        }
        self.missed.sort_unstable();
        self.missed.dedup();
        self.missing.stories += self.missed.len();
        let names = self.names.commonest();
        let buckets = names.into_iter().zip(self.counts);
        let mut facet = Facet {
            field,
            buckets: buckets
                .map(|(name, count)| Bucket { name, count })
                .collect(),
            missing: self.missing,
            imprecise: Count::default(),
            known: self.known,
        };
        facet.sort(FacetSort::Articles);
        facet
    }
}

impl Counts for ColumnCounts<'_> {
    fn begin(&mut self, segment: &Segment<'_>, number: u32) -> Result<(), SearchError> {
        let values = segment.texts(self.column)?;
        let distinct = values.as_ref().map_or(0, |values| values.num_terms());
        self.known |= distinct > 0;
        self.here = Here {
            number,
            values,
            counts: vec![Count::default(); distinct],
            ..Here::default()
        };
        Ok(())
    }

    fn count(&mut self, _segment: &Segment<'_>, doc: DocId) {
        let here = &mut self.here;
        let story = self.stories.story(here.number, doc).unwrap_or(ALONE);
        let alone = usize::from(story == ALONE);
        here.values_of.clear();
        if let Some(values) = &here.values {
            here.values_of.extend(values.term_ords(doc));
        }
        if here.values_of.len() > 1 {
            here.values_of.sort_unstable();
            here.values_of.dedup();
            here.several.push((here.values_of.clone(), story == ALONE));
        }
        for &value in &here.values_of {
            if let Some(count) = here.counts.get_mut(value as usize) {
                count.articles += 1;
                count.stories += alone;
            }
            if story != ALONE {
                here.told.push((value as u32, story));
            }
        }
        if here.values_of.is_empty() {
            self.missing.articles += 1;
            self.missing.stories += alone;
            if story != ALONE {
                self.missed.push(story);
            }
        }
    }

    /// Gives the values that occur their names.
    fn end(&mut self, _segment: &Segment<'_>) -> Result<(), SearchError> {
        let here = std::mem::take(&mut self.here);
        let Some(values) = here.values else {
            return Ok(());
        };
        let occurring = (0u64..).zip(&here.counts);
        let occurring: Vec<u64> = occurring
            .filter(|(_, count)| count.articles > 0)
            .map(|(value, _)| value)
            .collect();
        let mut buckets = vec![0u32; here.counts.len()];
        let mut next = occurring.iter();
        let (names, counts) = (&mut self.names, &mut self.counts);
        values
            .dictionary()
            .sorted_ords_to_term_cb(&occurring, |name| {
                let Some(&value) = next.next() else { return };
                let count = here.counts[value as usize];
                let name = String::from_utf8_lossy(name);
                let bucket = names.bucket(&name, count.articles as u64);
                buckets[value as usize] = bucket;
                if counts.len() <= bucket as usize {
                    counts.resize(bucket as usize + 1, Count::default());
                }
                counts[bucket as usize].articles += count.articles;
                counts[bucket as usize].stories += count.stories;
            })?;
        // An article that has two spellings of one name has it once.
        for (several, alone) in &here.several {
            let mut met: Vec<u32> = several
                .iter()
                .map(|value| buckets[*value as usize])
                .collect();
            met.sort_unstable();
            for pair in met.windows(2).filter(|pair| pair[0] == pair[1]) {
                let count = &mut counts[pair[0] as usize];
                count.articles -= 1;
                count.stories -= usize::from(*alone);
            }
        }
        let told = here.told.iter();
        self.told
            .extend(told.map(|(value, story)| (buckets[*value as usize], *story)));
        Ok(())
    }
}
