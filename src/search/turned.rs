//! Turning pages while the index grows.

use crate::index::Snapshot;
use crate::search::cursor::{Cursor, Dated, Place};
use crate::search::run::{Candidate, Found};
use crate::search::scorer::Segment;
use crate::search::{Request, Sort};

/// A page turned.
pub(in crate::search) struct Turned<'a> {
    /// The index.
    pub(in crate::search) index: &'a Snapshot,
    /// Its segments.
    pub(in crate::search) segments: &'a [Segment<'a>],
    /// What was asked.
    pub(in crate::search) request: &'a Request,
    /// What was found.
    pub(in crate::search) found: &'a Found,
}

impl Turned<'_> {
    /// What a person should know of what happened to the index since the former page.
    pub(in crate::search) fn note(&self) -> Option<String> {
        match self.request.after.as_ref()? {
            Cursor::Ranked { version, .. } if *version != self.index.version() => Some(
                "the index has changed since the former page: hits may come twice or be left out (not with `--sort newest`)"
                    .to_owned(),
            ),
            Cursor::Dated(dated) if dated.articles != self.found.shown => Some(format!(
                "among the articles shown on former pages, {} then, there are {} by now",
                dated.articles, self.found.shown
            )),
            _ => None,
        }
    }

    /// Where a page ends whose last hit is `last`, the `shown`th of all.
    pub(in crate::search) fn next(&self, last: &Candidate, shown: usize) -> Option<Cursor> {
        let newest = match self.request.sort {
            Sort::Newest => true,
            Sort::Oldest => false,
            Sort::Relevance => {
                let version = self.index.version();
                return Some(Cursor::Ranked { shown, version });
            }
        };
        let best = &self.found.best;
        let behind = best.iter().position(|hit| hit == last)? + 1;
        let (first, before) = match &self.request.after {
            Some(Cursor::Dated(dated)) => (dated.first.clone(), self.found.shown),
            _ => (self.place(best.first()?)?, 0),
        };
        Some(Cursor::Dated(Dated {
            newest,
            shown,
            articles: before + behind,
            first,
            last: self.place(last)?,
        }))
    }

    fn place(&self, hit: &Candidate) -> Option<Place> {
        let segment = self.segments.get(hit.segment as usize)?;
        Some(Place {
            date: hit.date,
            id: segment.id(hit.doc),
        })
    }
}
