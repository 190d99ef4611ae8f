//! Stories out of pairs.
//!
//! Stars (Aslam, Pelekhov and Rus 2004): the article with most copies takes them as its story, then the next of those left.
//! Every member resembles the middle one, so that a chain of small changes doesn't glue what is different.

use crate::index::stories::{Graph, NONE};

/// The number of each article's story, where articles of one share `similar` at least; [`NONE`] where it stands alone.
pub(super) fn stories(graph: &Graph, similar: f32) -> Vec<u32> {
    let count = graph.nodes.len();
    let least = (similar * 255.0) as u8;
    let pairs = || {
        graph
            .pairs
            .iter()
            .filter(move |pair| pair.likeness >= least)
    };
    // Neighbours of all, one after the other.
    let mut starts = vec![0_usize; count + 1];
    for pair in pairs() {
        starts[pair.earlier as usize + 1] += 1;
        starts[pair.later as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut neighbours = vec![(0_u32, 0_u8); starts[count]];
    for pair in pairs() {
        for (from, to) in [(pair.earlier, pair.later), (pair.later, pair.earlier)] {
            neighbours[next[from as usize]] = (to, pair.likeness);
            next[from as usize] += 1;
        }
    }
    let near = |at: usize| &neighbours[starts[at]..starts[at + 1]];

    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(near(at).len()));
    let mut middle = vec![NONE; count];
    for at in order {
        if middle[at] == NONE {
            middle[at] = at as u32;
            for (other, _) in near(at) {
                if middle[*other as usize] == NONE {
                    middle[*other as usize] = at as u32;
                }
            }
        }
    }
    // Each goes to the middle that it resembles most, the earliest of equals.
    let is_middle: Vec<bool> = (0..count).map(|at| middle[at] as usize == at).collect();
    for at in (0..count).filter(|&at| !is_middle[at]) {
        let best = near(at)
            .iter()
            .filter(|(other, _)| is_middle[*other as usize])
            .max_by_key(|(other, likeness)| (*likeness, std::cmp::Reverse(*other)));
        if let Some((other, _)) = best {
            middle[at] = *other;
        }
    }
    let mut sizes = vec![0_u32; count];
    for own in &middle {
        sizes[*own as usize] += 1;
    }
    let mut numbers = vec![NONE; count];
    let mut stories = 0;
    let of = |own: &u32| {
        let own = *own as usize;
        if sizes[own] < 2 {
            return NONE;
        }
        if numbers[own] == NONE {
            numbers[own] = stories;
            stories += 1;
        }
        numbers[own]
    };
    middle.iter().map(of).collect()
}
