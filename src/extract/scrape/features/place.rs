//! Features of where on the page a line stands.

use crate::extract::boilerplate::Boilerplate;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::around::{Sums, is_mark};
use crate::extract::scrape::features::row::Row;
use crate::extract::scrape::features::traits::Traits;

/// How many there are.
pub(super) const COUNT: usize = 30;

/// The page's landmarks.
pub(super) struct Place {
    /// Lines back to, and on to, the nearest full paragraph.
    paragraph: Vec<(usize, usize)>,
    mark: Vec<(usize, usize)>,
    repeated: Vec<(usize, usize)>,
    /// Lines since a head of other stories, a footer, a comment's line, a newsletter's, with no full paragraph since the first.
    related: Vec<usize>,
    footer: Vec<usize>,
    comment: Vec<usize>,
    newsletter: Vec<usize>,
    /// Length of the run of short lines, of list items, and of paragraphs with no two others between; and the words of the last.
    short: Vec<usize>,
    items: Vec<usize>,
    prose: Vec<(usize, f32)>,
    longest: f32,
    mass: Sums,
    page: [f32; 5],
}

impl Place {
    pub(super) fn new(blocks: &[Block], traits: &[Traits], scores: &[f32]) -> Self {
        let is = |kind: Boilerplate| move |at: usize| traits[at].boilerplate == Some(kind);
        let full = |at: usize| scores[at] > 0.7;
        let count = blocks.len();
        let share = |of: &dyn Fn(usize) -> bool| {
            (0..count).filter(|at| of(*at)).count() as f32 / count.max(1) as f32
        };
        let mass = Sums::of(traits.iter().zip(scores).map(|(line, score)| {
            if *score > 0.6 {
                line.prose.words.min(250.0)
            } else {
                0.0
            }
        }));
        let prose = paragraphs(traits, scores);
        Self {
            paragraph: distances(count, full),
            mark: distances(count, |at| is_mark(&traits[at])),
            repeated: distances(count, |at| traits[at].copies > 1),
            related: since(count, is(Boilerplate::Related), |at| scores[at] > 0.85),
            footer: since(count, is(Boilerplate::Footer), |_| false),
            comment: since(count, |at| traits[at].comment, |_| false),
            newsletter: since(count, is(Boilerplate::Newsletter), |_| false),
            short: runs(count, |at| {
                scores[at] < 0.45 && traits[at].prose.length < 120.0
            }),
            items: runs(count, |at| blocks[at].bullet),
            longest: prose.iter().map(|run| run.1).fold(1.0, f32::max),
            prose,
            page: [
                (count as f32).min(2000.0),
                share(&|at| blocks[at].gap),
                share(&|at| blocks[at].bullet),
                share(&|at| traits[at].prose.ended),
                mass.all().min(6000.0),
            ],
            mass,
        }
    }

    pub(super) fn push<const ALL: usize>(&self, row: &mut Row<ALL>, at: usize) {
        for near in [self.paragraph[at], self.mark[at], self.repeated[at]] {
            row.far(near.0);
            row.far(near.1);
        }
        row.far(self.paragraph[at].0.min(self.paragraph[at].1));
        row.far(self.related[at]);
        row.far(self.footer[at]);
        row.far(self.comment[at]);
        row.far(self.newsletter[at]);
        row.far(self.short[at]);
        row.far(self.items[at]);
        row.far(self.prose[at].0);
        row.push(self.prose[at].1.min(3000.0));
        row.push(self.prose[at].1 / self.longest);
        let all = self.mass.all().max(1.0);
        let (before, own) = (
            self.mass.before(at),
            self.mass.before(at + 1) - self.mass.before(at),
        );
        let after = (self.mass.all() - before - own).max(0.0);
        row.push(before / all);
        row.push(after / all);
        row.push(before.min(3000.0));
        row.push(after.min(3000.0));
        for lines in [30, 100] {
            let end = self.prose.len();
            let (from, to) = (at.saturating_sub(lines), (at + lines + 1).min(end));
            row.push((self.mass.before(to) - self.mass.before(from)) / all);
        }
        let count = self.prose.len();
        row.push(at.min(400) as f32);
        row.push((count - at).min(400) as f32);
        row.push(at as f32 / count as f32);
        for value in self.page {
            row.push(value);
        }
    }
}

/// For each line, how many lines away the nearest such line is, before and after it.
pub(super) fn distances(count: usize, is: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut near = vec![(usize::MAX, usize::MAX); count];
    let mut far = usize::MAX;
    for (at, near) in near.iter_mut().enumerate() {
        near.0 = far;
        far = if is(at) { 1 } else { far.saturating_add(1) };
    }
    far = usize::MAX;
    for (at, near) in near.iter_mut().enumerate().rev() {
        near.1 = far;
        far = if is(at) { 1 } else { far.saturating_add(1) };
    }
    near
}

/// For each line, how many lines ago such a line stood, unless one of the other kind came since.
fn since(count: usize, is: impl Fn(usize) -> bool, ends: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut far = usize::MAX;
    (0..count)
        .map(|at| {
            let now = far;
            far = if is(at) {
                1
            } else if ends(at) {
                usize::MAX
            } else {
                far.saturating_add(1)
            };
            now
        })
        .collect()
}

/// For each line, the length of the run of such lines that it stands in; 0 for others.
fn runs(count: usize, is: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut runs = vec![0; count];
    let mut start = 0;
    for at in 0..=count {
        if at == count || !is(at) {
            runs[start..at].fill(at - start);
            start = at + 1;
        }
    }
    runs
}

/// For each line, the paragraphs of the stretch it stands in, with their words: no three other lines part them.
fn paragraphs(traits: &[Traits], scores: &[f32]) -> Vec<(usize, f32)> {
    let count = scores.len();
    let mut all = vec![(0, 0.0); count];
    let mut at = 0;
    while at < count {
        if scores[at] <= 0.6 {
            at += 1;
            continue;
        }
        let (mut last, mut lines, mut words) = (at, 0, 0.0);
        let mut to = at;
        while to < count && to <= last + 3 {
            if scores[to] > 0.6 {
                last = to;
                lines += 1;
                words += traits[to].prose.words;
            }
            to += 1;
        }
        all[at..=last].fill((lines, words));
        at = last + 1;
    }
    all
}
