//! Features of the lines around a line.

use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::row::Row;
use crate::extract::scrape::features::traits::{Traits, score};

/// How many there are.
pub(super) const COUNT: usize = 49;

/// What is counted over the lines of a page once, so that any stretch of them is looked up.
pub(super) struct Around<'a> {
    blocks: &'a [Block],
    traits: &'a [Traits],
    scores: Vec<f32>,
    score: Sums,
    length: Sums,
    lower: Sums,
    ended: Sums,
    bullets: Sums,
    repeated: Sums,
    labels: Sums,
    marks: Sums,
    small: Sums,
}

/// Running sums.
pub(super) struct Sums(Vec<f64>);

impl Sums {
    pub(super) fn of(values: impl Iterator<Item = f32>) -> Self {
        let mut sum = 0.0;
        let mut sums = vec![0.0];
        for value in values {
            sum += f64::from(value);
            sums.push(sum);
        }
        Self(sums)
    }

    /// The sum before a line.
    pub(super) fn before(&self, at: usize) -> f32 {
        self.0[at] as f32
    }

    pub(super) fn all(&self) -> f32 {
        self.0[self.0.len() - 1] as f32
    }

    /// The mean over so many lines before and after, the line left out; lines beyond the page count as 0.
    pub(super) fn mean(&self, at: usize, before: usize, after: usize) -> f32 {
        let end = self.0.len() - 1;
        let (from, to) = (at.saturating_sub(before), (at + after + 1).min(end));
        let own = self.0[at + 1] - self.0[at];
        ((self.0[to] - self.0[from] - own) / (before + after) as f64) as f32
    }
}

/// Whether a line is a date, a byline or an age, as stand at the head of an article, a comment or a story in a list.
pub(super) fn is_mark(line: &Traits) -> bool {
    line.date || line.byline || line.age
}

impl<'a> Around<'a> {
    pub(super) fn new(blocks: &'a [Block], traits: &'a [Traits]) -> Self {
        let one = |is: bool| if is { 1.0 } else { 0.0 };
        let scores: Vec<f32> = traits.iter().map(score).collect();
        Self {
            score: Sums::of(scores.iter().copied()),
            length: Sums::of(traits.iter().map(|line| line.prose.length.min(600.0))),
            lower: Sums::of(traits.iter().map(|line| line.prose.lower)),
            ended: Sums::of(traits.iter().map(|line| one(line.prose.ended))),
            bullets: Sums::of(blocks.iter().map(|block| one(block.bullet))),
            repeated: Sums::of(traits.iter().map(|line| one(line.copies > 1))),
            labels: Sums::of(traits.iter().map(|line| one(line.boilerplate.is_some()))),
            marks: Sums::of(traits.iter().map(|line| one(is_mark(line)))),
            small: Sums::of(traits.iter().map(|line| one(line.prose.length < 30.0))),
            blocks,
            traits,
            scores,
        }
    }

    /// How much each line is prose.
    pub(super) fn scores(&self) -> &[f32] {
        &self.scores
    }

    pub(super) fn push<const ALL: usize>(&self, row: &mut Row<ALL>, at: usize) {
        let near = |offset: isize| {
            at.checked_add_signed(offset)
                .filter(|at| *at < self.traits.len())
        };
        let score = |offset: isize| near(offset).map_or(0.0, |at| self.scores[at]);
        for offset in [-1, 1, -2, 2, -3, 3] {
            row.push(score(offset));
        }
        for offset in [-1, 1, -2, 2] {
            let line = near(offset).map(|at| &self.traits[at]);
            row.push(line.map_or(0.0, |line| line.prose.length.min(600.0)));
            row.push(line.map_or(0.0, |line| line.prose.lower));
            row.flag(line.is_some_and(|line| line.prose.ended));
            row.flag(line.is_some_and(|line| line.boilerplate.is_some()));
        }
        for offset in [-1, 1] {
            let line = near(offset);
            row.flag(line.is_some_and(|at| self.blocks[at].bullet));
            row.flag(line.is_some_and(|at| is_mark(&self.traits[at])));
            row.flag(line.is_some_and(|at| self.traits[at].credit || self.traits[at].caption));
            row.flag(line.is_some_and(|at| starts_lower(&self.blocks[at].text)));
        }
        row.flag(at > 0 && self.blocks[at - 1].text.ends_with(':'));
        row.flag(near(1).is_some_and(|at| self.blocks[at].gap));
        for (before, after) in [(3, 0), (0, 3), (8, 0), (0, 8), (20, 20)] {
            row.push(self.score.mean(at, before, after));
        }
        row.push(self.length.mean(at, 5, 5));
        row.push(self.lower.mean(at, 8, 8));
        row.push(self.ended.mean(at, 8, 8));
        row.push(self.bullets.mean(at, 8, 8));
        row.push(self.repeated.mean(at, 8, 8));
        row.push(self.labels.mean(at, 8, 0));
        row.push(self.labels.mean(at, 0, 8));
        row.push(self.marks.mean(at, 8, 0));
        row.push(self.marks.mean(at, 0, 8));
        row.push(self.small.mean(at, 12, 0));
        row.push(self.small.mean(at, 0, 12));
        row.push(score(-1).max(score(-2)) * score(1).max(score(2)));
    }
}

fn starts_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}
