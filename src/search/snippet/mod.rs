//! What a hit shows of its text: fragments of whole sentences where they fit, and marks on what matched.
//!
//! Marks are made from the extents of the matchers that decided, so what is marked is what matched.

mod fragment;
mod marks;

#[cfg(test)]
mod tests;

use crate::article::Article;
use crate::index::{Zone, zones};
use crate::search::Snippet;
use crate::search::scorer::Extent;
use crate::text::Span;

/// Makes the marks and fragments of hits.
pub(in crate::search) struct Marker {
    /// The terms asked for, folded, stems without their sign.
    terms: Vec<String>,
}

/// What a hit shows.
#[derive(Debug, Default)]
pub(in crate::search) struct Shown {
    /// Marks in the title.
    pub(in crate::search) title: Vec<Span>,
    /// Fragments, in the order of the text.
    pub(in crate::search) snippets: Vec<Snippet>,
}

impl Marker {
    /// For a query that asks for `terms`.
    pub(in crate::search) fn new(terms: Vec<String>) -> Self {
        Self { terms }
    }

    /// The parts of an article that `extents` lie in, and the bytes of each that they are.
    pub(in crate::search) fn marked<'a>(
        &mut self,
        article: &'a Article,
        extents: &mut Vec<Extent>,
    ) -> Vec<(Zone, &'a str, Vec<Span>)> {
        extents.sort_unstable();
        extents.dedup();
        let places = marks::places(article, extents, &self.terms);
        let marked = zones(article).map(|(zone, text)| {
            let spans = places.spans(zone).iter().map(|mark| mark.span);
            (zone, text, spans.collect::<Vec<_>>())
        });
        marked.filter(|(_, _, spans)| !spans.is_empty()).collect()
    }

    /// Marks `extents` of an article's text and cuts up to `wanted` fragments out of it.
    pub(in crate::search) fn show(
        &self,
        article: &Article,
        extents: &mut Vec<Extent>,
        wanted: usize,
    ) -> Shown {
        extents.sort_unstable();
        extents.dedup();
        let places = marks::places(article, extents, &self.terms);
        let mut shown = Shown::default();
        let mut pieces = Vec::new();
        for (zone, text) in zones(article) {
            if zone == Zone::Title {
                shown.title = places.spans(zone).iter().map(|mark| mark.span).collect();
            } else {
                pieces.push(fragment::Piece {
                    text,
                    marks: places.spans(zone),
                    sentences: places.sentences(zone),
                    body: zone == Zone::Body,
                });
            }
        }
        shown.snippets = fragment::choose(&pieces, wanted);
        shown
    }
}
