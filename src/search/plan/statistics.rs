//! How common a word is.

use tantivy::Searcher;
use tantivy::schema::Term;

use crate::search::error::SearchError;
use crate::search::plan::Slot;
use crate::search::rank;
use tantivy::schema::Field;

/// What weighing words needs of the index.
pub(in crate::search) struct Statistics<'a> {
    /// The index.
    pub(in crate::search) searcher: &'a Searcher,
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
        let mut sum = 0;
        let mut greatest = 0;
        for term in slot.terms.iter().filter(|term| term.counted == counted) {
            let holding = self
                .searcher
                .doc_freq(&Term::from_field_text(field, &term.text))?;
            sum += holding;
            greatest = greatest.max(holding);
        }
        Ok((greatest + (sum - greatest) / 2).min(self.articles))
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
                sum += rank::idf(holding, self.articles);
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
