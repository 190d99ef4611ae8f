//! What of a scraped page's line says whether it is the article's body.
//!
//! Counted is what a line shows by itself ([`mod@line`]), in its neighbours ([`around`]), by its place on the page ([`place`]) and by its
//! words ([`topic`]).

mod traits;
mod row;
mod line;
mod around;
mod place;
mod topic;

use crate::extract::scrape::block::Block;

pub(super) use traits::{Traits, traits};

use around::Around;
use place::Place;
use row::Row;
use topic::Topic;

/// How many features a line has.
pub(super) const COUNT: usize = line::COUNT + around::COUNT + place::COUNT + 2;

/// What a page's lines show. A row is made when it is asked for: a page of a million lines needs no room for all of them.
pub(super) struct Features<'a> {
    blocks: &'a [Block],
    traits: &'a [Traits],
    around: Around<'a>,
    place: Place,
    topic: Topic,
}

impl<'a> Features<'a> {
    pub(super) fn new(blocks: &'a [Block], traits: &'a [Traits]) -> Self {
        let around = Around::new(blocks, traits);
        let scores = around.scores();
        Self {
            place: Place::new(blocks, traits, scores),
            topic: Topic::new(blocks, |at| scores[at] > 0.7),
            around,
            blocks,
            traits,
        }
    }

    /// The features of a line.
    pub(super) fn row(&self, at: usize) -> [f32; COUNT] {
        let mut row = Row::new();
        line::push(&mut row, &self.blocks[at], &self.traits[at]);
        self.around.push(&mut row, at);
        self.place.push(&mut row, at);
        let own = self.around.scores()[at] > 0.7;
        let (share, words) = self.topic.share(&self.blocks[at].text, own);
        row.push(share);
        row.push(words.min(60.0));
        row.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_place() {
        let block = |text: &str| Block {
            text: text.to_owned(),
            bullet: false,
            gap: false,
        };
        let blocks = [
            block("News"),
            block("A bridge fell into the river."),
            block("News"),
        ];
        let plain = traits(&blocks);
        assert_eq!(plain[0].copies, 2);
        // `Row::take` compares the number of features with what was promised.
        let features = Features::new(&blocks, &plain);
        assert_eq!(features.row(1).len(), COUNT);
    }
}
