//! What hostile input costs as it grows: no family may climb faster than its length, but for a margin.

use std::time::Duration;

use rayon::prelude::*;

use crate::hostile::{self, Family, thread_cpu};

/// Bytes of the lower step.
const LOWER: usize = 12 << 10;
/// How many times longer the upper step is.
const TIMES: usize = 8;
/// What the upper step may cost, in times of the lower: work in proportion to the length costs 8, work in proportion to its square 64.
const LIMIT: u32 = 24;
/// How often a step that looks too steep is climbed again, since other work on the machine empties the caches.
const TRIES: usize = 4;

#[test]
fn no_input_costs_more_than_its_length() {
    let families: Vec<Family> = hostile::families().collect();
    let steep: Vec<String> = families
        .par_iter()
        .filter(|family| !climbs_gently(family))
        .map(|family| format!("{} in {}", family.name, family.path))
        .collect();
    assert!(steep.is_empty(), "more than linear: {steep:#?}");
}

fn climbs_gently(family: &Family) -> bool {
    let (mut lower, mut upper) = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        lower = lower.min(cost(family, LOWER));
        upper = upper.min(cost(family, LOWER * TIMES));
        if upper < lower * LIMIT {
            return true;
        }
    }
    false
}

fn cost(family: &Family, bytes: usize) -> Duration {
    let input = family.make(bytes).into_bytes();
    let start = thread_cpu();
    hostile::run(family.path, input);
    thread_cpu().saturating_sub(start)
}
