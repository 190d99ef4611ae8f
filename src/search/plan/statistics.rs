//! How common a word is.

use tantivy::schema::Field;

use crate::search::error::SearchError;
use crate::search::plan::Slot;
use crate::search::rank;
use crate::search::terms::Terms;

/// Articles of a segment that are asked how often they have a word.
const SAMPLE: usize = 2_048;
/// Words of more spellings than this are not asked.
const MANY: usize = 16;

/// What weighing words needs of the index.
#[derive(Clone, Copy)]
pub(in crate::search) struct Statistics<'a> {
    /// The terms of the index.
    pub(in crate::search) terms: &'a Terms<'a>,
    /// Articles in it.
    pub(in crate::search) articles: u64,
}

impl Statistics<'_> {
    /// How many documents hold one of a slot's terms, about: the lists may overlap, so the greatest of them counts whole and
    /// the others by half.
    pub(in crate::search) fn holding(&self, field: Field, slot: &Slot) -> Result<u64, SearchError> {
        let counted = self.sum(field, slot, true)?;
        if counted > 0 {
            return Ok(counted);
        }
        // Nothing of it but what counts where nothing else is.
        self.sum(field, slot, false)
    }

    fn sum(&self, field: Field, slot: &Slot, counted: bool) -> Result<u64, SearchError> {
        let terms = self.terms.field(field)?;
        let mut sum = 0;
        let mut greatest = 0;
        for term in slot.terms.iter().filter(|term| term.counted == counted) {
            let holding = terms.holding(&term.text)?;
            sum += holding;
            greatest = greatest.max(holding);
        }
        Ok((greatest + (sum - greatest) / 2).min(self.articles))
    }

    /// How often an article that holds one of a slot's words has it, about: from the first articles of each segment. One
    /// for wildcards.
    fn repeated(&self, field: Field, slot: &Slot, holding: u64) -> Result<f32, SearchError> {
        if slot.expanded || slot.terms.len() > MANY || holding == 0 {
            return Ok(1.0);
        }
        let terms = self.terms.field(field)?;
        let any = slot.terms.iter().any(|term| term.counted);
        let mut occurrences = 0.0;
        let mut blocks = None;
        for term in slot.terms.iter().filter(|term| term.counted == any) {
            let (mut seen, mut here) = (0usize, 0u64);
            for segment in 0..terms.segments.len() {
                let mut left = SAMPLE;
                terms.each_block(segment, &term.text, &mut blocks, &mut |_, freqs| {
                    let freqs = &freqs[..freqs.len().min(left)];
                    here += freqs.iter().map(|&freq| u64::from(freq)).sum::<u64>();
                    seen += freqs.len();
                    left -= freqs.len();
                    left > 0
                })?;
            }
            let articles = terms.holding(&term.text)?;
            if seen > 0 {
                occurrences += here as f64 / seen as f64 * articles as f64;
            }
        }
        Ok((occurrences / holding as f64) as f32)
    }

    /// Inverse document frequency of the ways to write one thing: of a sequence the sum of its words', of several ways that
    /// of the commonest, where compounds that stand for it don't count beside what was asked.
    pub(in crate::search) fn idf(
        &self,
        field: Field,
        ways: &[Vec<Slot>],
    ) -> Result<f32, SearchError> {
        let mut least = f32::INFINITY;
        let mut least_other = f32::INFINITY;
        for way in ways {
            let mut sum = 0.0;
            let mut present = true;
            for slot in way {
                let holding = self.holding(field, slot)?;
                present &= holding > 0;
                sum += rank::idf(holding, self.articles)
                    * rank::topical(self.repeated(field, slot, holding)?);
            }
            let asked = way
                .iter()
                .all(|slot| slot.terms.iter().any(|term| term.exact));
            if present && asked {
                least = least.min(sum);
            } else if present {
                least_other = least_other.min(sum);
            }
        }
        let least = if least.is_finite() {
            least
        } else {
            least_other
        };
        Ok(if least.is_finite() { least } else { 0.1 })
    }
}
