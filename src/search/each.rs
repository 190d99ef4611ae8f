//! Every article that matches, one after the other.

use tantivy::DocAddress;

use crate::article::Article;
use crate::index::Snapshot;
use crate::search::error::SearchError;
use crate::search::matching::{self, Counts};
use crate::search::scorer::{DocId, Segment};
use crate::search::terms::Terms;
use crate::search::{Request, unbroken};

/// What matched, beside the articles themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Articles handed over.
    pub articles: usize,
    /// Matching articles without a date that the dates asked leave out.
    pub undated: usize,
    /// Matching articles left out because their imprecise date only overlaps the dates asked.
    pub imprecise: usize,
    /// What a person should know.
    pub notes: Vec<String>,
}

/// Hands over every article that matches `request`, in the order in which they are stored; what it says of hits, their order and number,
/// is of no account.
///
/// # Errors
///
/// As [`crate::search::search`].
pub fn each(
    index: &Snapshot,
    request: &Request,
    take: &mut dyn FnMut(Article),
) -> Result<Matched, SearchError> {
    unbroken(index, || {
        let terms = Terms::new(index.searcher());
        let opened = matching::open(index, &terms, request)?;
        let mut listed = Listed::default();
        let left = opened.each(request, &mut listed)?;
        for address in &listed.addresses {
            take(index.article(*address)?);
        }
        Ok(Matched {
            articles: listed.addresses.len(),
            undated: left.undated,
            imprecise: left.imprecise,
            notes: opened.notes,
        })
    })
}

/// Where the articles are stored.
#[derive(Default)]
struct Listed {
    segment: u32,
    addresses: Vec<DocAddress>,
}

impl Counts for Listed {
    fn begin(&mut self, _segment: &Segment<'_>, number: u32) -> Result<(), SearchError> {
        self.segment = number;
        Ok(())
    }

    fn count(&mut self, _segment: &Segment<'_>, doc: DocId) {
        self.addresses.push(DocAddress::new(self.segment, doc));
    }

    fn end(&mut self, _segment: &Segment<'_>) -> Result<(), SearchError> {
        Ok(())
    }
}
