//! Texts with marks, as rows of tokens to learn from.

use crate::enrich::entities::tagger::features::Article;
use crate::enrich::entities::tagger::token::Token;
use crate::enrich::entities::tagger::train::data::Text;
use crate::enrich::entities::tagger::train::learn::{self, Chunk};
use crate::enrich::entities::tagger::{Tagger, Work, chunks, facts, labels};

/// A bit for each label.
const ANY: u16 = (1 << labels::COUNT) - 1;

/// The labels that go on with a name.
const INSIDE: u16 = 0b1_0101_0100;

/// The labels that each token of a text may have, by its marks.
pub(super) fn allowed(text: &Text, tokens: &[Token]) -> Vec<u16> {
    let outside = if text.has_other {
        1
    } else {
        1 | 1 << labels::OTHER | 1 << labels::inside(labels::OTHER)
    };
    let mut names = text.names.iter().peekable();
    let mut unknown = text.unknown.iter().peekable();
    tokens
        .iter()
        .map(|token| {
            let (start, end) = (token.start as usize, token.end as usize);
            while names.next_if(|name| name.1.end <= start).is_some() {}
            while unknown.next_if(|range| range.end <= start).is_some() {}
            if unknown.peek().is_some_and(|range| range.start < end) {
                return ANY;
            }
            match names.peek() {
                // The point of `Inc.` is the token's and may not be the mark's.
                Some((_, range)) if range.start < end && range.start > start => ANY,
                Some((_, range)) if range.start < end && range.end + 1 < end => ANY,
                Some((label, range)) if range.start == start => 1 << label,
                Some((label, range)) if range.start < end => 1 << labels::inside(*label),
                _ => outside,
            }
        })
        .collect()
}

/// Texts as rows of tokens; features of templates that `without` names are left out.
pub(super) fn examples(
    tagger: &Tagger<'_>,
    texts: &[Text],
    without: impl Fn(u32) -> bool,
) -> Vec<Chunk> {
    let mut work = Work::default();
    let mut all = Vec::new();
    for text in texts {
        tagger.prepare(&text.printed, &mut work);
        let article = Article {
            text: &text.printed,
            tokens: &work.tokens,
            facts: &work.facts,
            is_sport: facts::is_sport(&work.facts),
        };
        let allowed = allowed(text, &work.tokens);
        for (start, end) in chunks(&work.tokens, &work.facts) {
            let mut chunk = Chunk::default();
            let mut before = 0;
            for (at, may) in allowed.iter().enumerate().take(end).skip(start) {
                let mut features = Vec::with_capacity(90);
                article.each(at, &mut |template, feature| {
                    if !without(template) {
                        features.push(learn::row(feature));
                    }
                });
                // A name that is cut by the edge of the row begins here.
                let inside = may & INSIDE;
                before =
                    if may.is_power_of_two() && inside != 0 && before & (inside | inside >> 1) == 0
                    {
                        may >> 1
                    } else {
                        *may
                    };
                chunk.features.push(features);
                chunk.allowed.push(before);
            }
            all.push(chunk);
        }
    }
    all
}
