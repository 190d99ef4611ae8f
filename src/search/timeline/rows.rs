//! Days made into the rows of a timeline.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::{Period, Step};
use crate::search::Count;
use crate::search::timeline::days::{Bucketed, Days};
use crate::search::timeline::{By, Gap, Row, Series, Timeline};

/// A longer run of empty periods is a gap.
const EMPTY: i64 = 400;

/// The timeline of `counted`; `all` is everything there is, `asked` the dates asked.
pub(super) fn timeline(counted: &[Days], all: Option<&Days>, asked: Period, by: By) -> Timeline {
    let step = match by {
        By::Step(step) => step,
        By::AtMost(most) => shortest(counted, asked, most),
    };
    let bucketed: Vec<Bucketed> = counted.iter().map(|days| days.by(step)).collect();
    let series = counted
        .iter()
        .zip(&bucketed)
        .map(|(days, bucketed)| Series {
            total: days.total,
            undated: days.undated,
            imprecise: bucketed.imprecise,
            undated_left_out: days.undated_left_out,
            imprecise_left_out: days.imprecise_left_out,
        });
    let all = all.map(|all| all.by(step).buckets);
    let mut timeline = Timeline {
        step,
        series: series.collect(),
        rows: Vec::new(),
        gaps: Vec::new(),
    };
    let Some((first, last)) = ends(&bucketed, asked, step) else {
        return timeline;
    };
    // The numbers that have something, and the ends.
    let mut filled: BTreeSet<i64> = bucketed
        .iter()
        .flat_map(|bucketed| bucketed.buckets.keys().copied())
        .collect();
    filled.extend([first, last]);
    let mut next = first;
    for number in filled {
        if number - next > EMPTY {
            timeline.gaps.push(Gap {
                first: next,
                last: number - 1,
            });
            next = number;
        }
        for number in next..=number {
            timeline.rows.push(row(number, &bucketed, all.as_ref()));
        }
        next = number + 1;
    }
    timeline
}

fn row(number: i64, bucketed: &[Bucketed], all: Option<&BTreeMap<i64, Count>>) -> Row {
    let of = |buckets: &BTreeMap<i64, Count>| buckets.get(&number).copied().unwrap_or_default();
    Row {
        number,
        counts: bucketed
            .iter()
            .map(|bucketed| of(&bucketed.buckets))
            .collect(),
        all: all.map(of),
    }
}

/// The first and the last period that has an article, or that is asked where the dates asked have that end; `None` where nothing has a
/// date in one period.
fn ends(bucketed: &[Bucketed], asked: Period, step: Step) -> Option<(i64, i64)> {
    let numbers = || bucketed.iter().flat_map(|one| one.buckets.keys().copied());
    let (mut first, mut last) = (numbers().min()?, numbers().max()?);
    if asked.first != i64::MIN {
        first = first.min(step.number(Step::day_of(asked.first)));
    }
    if asked.last != i64::MAX {
        last = last.max(step.number(Step::day_of(asked.last)));
    }
    Some((first, last))
}

/// Whether hardly a date is longer than a period.
fn precise(bucketed: &[Bucketed]) -> bool {
    bucketed.iter().all(|one| {
        let inside: usize = one.buckets.values().map(|count| count.articles).sum();
        one.imprecise.articles * 10 <= inside
    })
}

/// The shortest periods of which there are `most` at the most, and that are not shorter than many of the dates; else years.
fn shortest(counted: &[Days], asked: Period, most: usize) -> Step {
    for step in Step::ALL {
        let bucketed: Vec<Bucketed> = counted.iter().map(|days| days.by(step)).collect();
        match ends(&bucketed, asked, step) {
            Some((first, last)) if last - first < most as i64 && precise(&bucketed) => return step,
            _ => {}
        }
    }
    Step::Year
}
