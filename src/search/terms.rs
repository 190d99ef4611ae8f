//! Terms looked up once a search: how many documents hold each, and where its posting lists lie.
//!
//! A word is asked for again and again on the way of a query: how common it is, in the text, in the title, for places, for
//! marks. What is in no segment is not remembered, as most of that is tried once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use tantivy::postings::{BlockSegmentPostings, SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, InvertedIndexReader, Searcher};

use crate::search::error::SearchError;

/// Terms remembered at the most.
const KNOWN: usize = 1 << 16;

/// The terms of one search.
pub(in crate::search) struct Terms<'a> {
    /// The index.
    pub(in crate::search) searcher: &'a Searcher,
    fields: RefCell<Vec<Rc<Dictionary>>>,
}

/// The dictionaries of one field and what was found in them.
pub(in crate::search) struct Dictionary {
    field: Field,
    /// One a segment.
    pub(in crate::search) segments: Vec<Arc<InvertedIndexReader>>,
    known: RefCell<HashMap<String, Rc<Places>>>,
}

/// Where a term stands: one a segment.
type Places = [Option<TermInfo>];

impl<'a> Terms<'a> {
    /// The terms of an index.
    pub(in crate::search) fn new(searcher: &'a Searcher) -> Self {
        Self {
            searcher,
            fields: RefCell::default(),
        }
    }

    /// The dictionaries of a field.
    pub(in crate::search) fn field(&self, field: Field) -> Result<Rc<Dictionary>, SearchError> {
        let mut fields = self.fields.borrow_mut();
        if let Some(known) = fields.iter().find(|known| known.field == field) {
            return Ok(known.clone());
        }
        let segments = self.searcher.segment_readers().iter();
        let segments = segments.map(|segment| segment.inverted_index(field));
        let dictionary = Rc::new(Dictionary {
            field,
            segments: segments.collect::<tantivy::Result<_>>()?,
            known: RefCell::default(),
        });
        fields.push(dictionary.clone());
        Ok(dictionary)
    }

    /// How many documents hold a term, deleted ones included.
    pub(in crate::search) fn holding(&self, field: Field, term: &str) -> Result<u64, SearchError> {
        self.field(field)?.holding(term)
    }
}

impl Dictionary {
    /// How many documents hold a term, deleted ones included.
    pub(in crate::search) fn holding(&self, term: &str) -> Result<u64, SearchError> {
        let places = self.places(term)?;
        let segments = places.iter().flat_map(|places| places.iter().flatten());
        Ok(segments.map(|place| u64::from(place.doc_freq)).sum())
    }

    /// Whether a segment holds a term.
    pub(in crate::search) fn has(&self, segment: usize, term: &str) -> Result<bool, SearchError> {
        Ok(self.place(segment, term)?.is_some())
    }

    /// The posting list of a term in a segment.
    pub(in crate::search) fn postings(
        &self,
        segment: usize,
        term: &str,
        option: IndexRecordOption,
    ) -> Result<Option<SegmentPostings>, SearchError> {
        let Some((index, place)) = self.place(segment, term)? else {
            return Ok(None);
        };
        Ok(Some(index.read_postings_from_terminfo(&place, option)?))
    }

    /// The posting list of a term in a segment, to be read block by block.
    pub(in crate::search) fn blocks(
        &self,
        segment: usize,
        term: &str,
    ) -> Result<Option<BlockSegmentPostings>, SearchError> {
        let Some((index, place)) = self.place(segment, term)? else {
            return Ok(None);
        };
        let option = IndexRecordOption::WithFreqs;
        Ok(Some(
            index.read_block_postings_from_terminfo(&place, option)?,
        ))
    }

    /// Hands over the documents of a posting list and how often each has the term, block by block. `blocks` is what reading takes: it
    /// serves list after list.
    pub(in crate::search) fn each_block(
        &self,
        segment: usize,
        term: &str,
        blocks: &mut Option<BlockSegmentPostings>,
        visit: &mut dyn FnMut(&[DocId], &[u32]) -> bool,
    ) -> Result<(), SearchError> {
        let Some((index, place)) = self.place(segment, term)? else {
            return Ok(());
        };
        let blocks = match blocks {
            Some(blocks) => {
                index.reset_block_postings_from_terminfo(&place, blocks)?;
                blocks
            }
            None => {
                let option = IndexRecordOption::WithFreqs;
                blocks.insert(index.read_block_postings_from_terminfo(&place, option)?)
            }
        };
        while blocks.block_len() > 0 && visit(blocks.docs(), blocks.freqs()) {
            blocks.advance();
        }
        Ok(())
    }

    fn place(
        &self,
        segment: usize,
        term: &str,
    ) -> Result<Option<(&InvertedIndexReader, TermInfo)>, SearchError> {
        let Some(places) = self.places(term)? else {
            return Ok(None);
        };
        let place = places.get(segment).cloned().flatten();
        Ok(self.segments.get(segment).map(Arc::as_ref).zip(place))
    }

    fn places(&self, term: &str) -> Result<Option<Rc<Places>>, SearchError> {
        if let Some(places) = self.known.borrow().get(term) {
            return Ok(Some(places.clone()));
        }
        let mut places: Vec<Option<TermInfo>> = Vec::new();
        for (index, number) in self.segments.iter().zip(0..) {
            if let Some(place) = index.terms().get(term)? {
                places.resize(number, None);
                places.push(Some(place));
            }
        }
        if places.is_empty() {
            return Ok(None);
        }
        let places: Rc<Places> = places.into();
        let mut known = self.known.borrow_mut();
        if known.len() < KNOWN {
            known.insert(term.to_owned(), places.clone());
        }
        Ok(Some(places))
    }
}
