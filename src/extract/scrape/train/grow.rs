//! Grows boosted trees for log odds: gradients of second order, features in bins, leaves added where they gain most (as in LightGBM,
//! Ke et al. 2017). Without chance: what is left out of a tree is told by a hash.

use std::fmt::Write as _;

/// Bins of a feature at most.
const BINS: usize = 64;

/// How trees are grown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) trees: usize,
    pub(super) leaves: usize,
    /// How much of a leaf's best value is taken.
    pub(super) rate: f64,
    /// Rows in a leaf at least.
    pub(super) rows: f64,
    /// Ridge on a leaf's value.
    pub(super) ridge: f64,
    /// Of a hundred features and of a hundred rows, how many a tree sees.
    pub(super) sees: (u64, u64),
}

/// Where a feature's values are cut into bins.
pub(super) struct Bins(Vec<Vec<f32>>);

impl Bins {
    /// Cuts so that bins hold as many rows each; limits are rounded so that they are short in print.
    pub(super) fn of<'a>(rows: impl Iterator<Item = &'a [f32]> + Clone, count: usize) -> Self {
        let step = (rows.clone().count() / 40_000).max(1);
        Self(
            (0..count)
                .map(|feature| {
                    let mut values: Vec<f32> =
                        rows.clone().step_by(step).map(|row| row[feature]).collect();
                    values.sort_unstable_by(f32::total_cmp);
                    let mut limits: Vec<f32> = if distinct(&values) <= BINS {
                        values.dedup();
                        values
                            .windows(2)
                            .map(|pair| f32::midpoint(pair[0], pair[1]))
                            .collect()
                    } else {
                        (1..BINS)
                            .map(|at| values[at * values.len() / BINS])
                            .collect()
                    };
                    for limit in &mut limits {
                        *limit = short(*limit);
                    }
                    limits.dedup();
                    limits
                })
                .collect(),
        )
    }

    pub(super) fn place(&self, row: &[f32], into: &mut Vec<u8>) {
        for (limits, value) in self.0.iter().zip(row) {
            into.push(limits.partition_point(|limit| limit <= value) as u8);
        }
    }
}

fn distinct(sorted: &[f32]) -> usize {
    1 + sorted.windows(2).filter(|pair| pair[0] < pair[1]).count()
}

/// Three digits that count.
fn short(value: f32) -> f32 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

/// Rows to learn from.
pub(super) struct Rows<'a> {
    pub(super) bins: &'a Bins,
    /// The bins of each row, one row after the other.
    pub(super) values: &'a [u8],
    pub(super) labels: &'a [bool],
    pub(super) weights: &'a [f32],
}

#[derive(Clone, Copy, Default)]
struct Cell {
    slope: f64,
    bend: f64,
    count: f64,
}

impl Cell {
    fn add(&mut self, other: Cell, sign: f64) {
        self.slope += sign * other.slope;
        self.bend += sign * other.bend;
        self.count += sign * other.count;
    }
}

struct Leaf {
    rows: Vec<u32>,
    cells: Vec<Cell>,
    all: Cell,
    split: Option<Split>,
    node: usize,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    feature: usize,
    bin: usize,
}

enum Node {
    Ask {
        feature: usize,
        bin: usize,
        low: usize,
        high: usize,
    },
    Leaf(f64),
}

/// Grows trees and prints them as `Forest::parse` reads them.
pub(super) fn grow(rows: &Rows<'_>, plan: Plan) -> String {
    let width = rows.bins.0.len();
    let count = rows.labels.len();
    let mut odds = vec![0.0f64; count];
    let mut text = String::new();
    for tree in 0..plan.trees as u64 {
        let features: Vec<usize> = (0..width)
            .filter(|feature| hash(tree * 7919 + *feature as u64) % 100 < plan.sees.0)
            .collect();
        let seen: Vec<u32> = (0..count as u32)
            .filter(|row| hash(tree * 104_729 + (u64::from(*row) << 20)) % 100 < plan.sees.1)
            .collect();
        let slopes: Vec<(f32, f32)> = (0..count)
            .map(|row| {
                let chance = 1.0 / (1.0 + (-odds[row]).exp());
                let weight = f64::from(rows.weights[row]);
                let label = if rows.labels[row] { 1.0 } else { 0.0 };
                (
                    ((chance - label) * weight) as f32,
                    (chance * (1.0 - chance) * weight).max(1e-6 * weight) as f32,
                )
            })
            .collect();
        let nodes = tree_of(rows, plan, &features, &slopes, seen);
        for (row, odds) in odds.iter_mut().enumerate() {
            *odds += value(&nodes, &rows.values[row * width..(row + 1) * width]);
        }
        print(&nodes, 0, rows.bins, &mut text);
        text.pop();
        text.push('\n');
    }
    text
}

fn tree_of(
    rows: &Rows<'_>,
    plan: Plan,
    features: &[usize],
    slopes: &[(f32, f32)],
    seen: Vec<u32>,
) -> Vec<Node> {
    let mut nodes = vec![Node::Leaf(0.0)];
    let cells = count(rows, features, slopes, &seen);
    let mut leaves = vec![leaf(plan, features, seen, cells, 0)];
    while leaves.len() < plan.leaves {
        let Some(best) = (0..leaves.len())
            .filter(|at| leaves[*at].split.is_some())
            .max_by(|a, b| {
                let gain = |at: usize| leaves[at].split.map_or(0.0, |split| split.gain);
                gain(*a).total_cmp(&gain(*b))
            })
        else {
            break;
        };
        let parent = leaves.swap_remove(best);
        let split = parent.split.expect("only leaves with a split are chosen");
        let width = rows.bins.0.len();
        let (low, high): (Vec<u32>, Vec<u32>) = parent.rows.into_iter().partition(|row| {
            usize::from(rows.values[*row as usize * width + split.feature]) <= split.bin
        });
        // The smaller side is counted, the other is what is left of the parent.
        let small_is_low = low.len() <= high.len();
        let small = count(
            rows,
            features,
            slopes,
            if small_is_low { &low } else { &high },
        );
        let mut large = parent.cells;
        for (cell, other) in large.iter_mut().zip(&small) {
            cell.add(*other, -1.0);
        }
        let (low_cells, high_cells) = if small_is_low {
            (small, large)
        } else {
            (large, small)
        };
        let at = nodes.len();
        nodes.push(Node::Leaf(0.0));
        nodes.push(Node::Leaf(0.0));
        nodes[parent.node] = Node::Ask {
            feature: split.feature,
            bin: split.bin,
            low: at,
            high: at + 1,
        };
        leaves.push(leaf(plan, features, low, low_cells, at));
        leaves.push(leaf(plan, features, high, high_cells, at + 1));
    }
    for leaf in leaves {
        let best = -leaf.all.slope / (leaf.all.bend + plan.ridge) * plan.rate;
        nodes[leaf.node] = Node::Leaf((best.clamp(-2.0, 2.0) * 1000.0).round() / 1000.0);
    }
    nodes
}

fn count(rows: &Rows<'_>, features: &[usize], slopes: &[(f32, f32)], seen: &[u32]) -> Vec<Cell> {
    let width = rows.bins.0.len();
    let mut cells = vec![Cell::default(); features.len() * BINS];
    for row in seen {
        let row = *row as usize;
        let values = &rows.values[row * width..(row + 1) * width];
        let (slope, bend) = slopes[row];
        for (at, feature) in features.iter().enumerate() {
            let cell = &mut cells[at * BINS + usize::from(values[*feature])];
            cell.slope += f64::from(slope);
            cell.bend += f64::from(bend);
            cell.count += 1.0;
        }
    }
    cells
}

fn leaf(plan: Plan, features: &[usize], rows: Vec<u32>, cells: Vec<Cell>, node: usize) -> Leaf {
    let mut all = Cell::default();
    for cell in &cells[..BINS.min(cells.len())] {
        all.add(*cell, 1.0);
    }
    let worth = |cell: Cell| cell.slope * cell.slope / (cell.bend + plan.ridge);
    let mut split: Option<Split> = None;
    for (at, feature) in features.iter().enumerate() {
        let mut low = Cell::default();
        for bin in 0..BINS - 1 {
            low.add(cells[at * BINS + bin], 1.0);
            let mut high = all;
            high.add(low, -1.0);
            if low.count < plan.rows || high.count < plan.rows {
                continue;
            }
            let gain = worth(low) + worth(high) - worth(all);
            if gain > split.map_or(1e-6, |split| split.gain) {
                split = Some(Split {
                    gain,
                    feature: *feature,
                    bin,
                });
            }
        }
    }
    Leaf {
        rows,
        cells,
        all,
        split,
        node,
    }
}

fn value(nodes: &[Node], row: &[u8]) -> f64 {
    let mut at = 0;
    loop {
        match nodes[at] {
            Node::Leaf(value) => return value,
            Node::Ask {
                feature,
                bin,
                low,
                high,
            } => {
                at = if usize::from(row[feature]) <= bin {
                    low
                } else {
                    high
                };
            }
        }
    }
}

/// Prints a node and its branches; trees are as deep as they have leaves at most.
fn print(nodes: &[Node], at: usize, bins: &Bins, text: &mut String) {
    match nodes[at] {
        Node::Leaf(value) => write!(text, "{:.0} ", value * 1000.0).expect("a string"),
        Node::Ask {
            feature,
            bin,
            low,
            high,
        } => {
            write!(text, "{feature}<{} ", bins.0[feature][bin]).expect("a string");
            print(nodes, low, bins, text);
            print(nodes, high, bins, text);
        }
    }
}

/// An even spread of whole numbers (Steele et al. 2014).
fn hash(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[test]
fn trees_tell_rows_apart() {
    use crate::extract::scrape::trees::Forest;
    let rows: Vec<[f32; 2]> = (0..400u16)
        .map(|at| [f32::from(at % 20), f32::from(at / 20)])
        .collect();
    let labels: Vec<bool> = rows
        .iter()
        .map(|row| (row[0] > 7.0) != (row[1] > 11.0))
        .collect();
    let bins = Bins::of(rows.iter().map(|row| &row[..]), 2);
    let mut values = Vec::new();
    for row in &rows {
        bins.place(row, &mut values);
    }
    let text = grow(
        &Rows {
            bins: &bins,
            values: &values,
            labels: &labels,
            weights: &[1.0; 400],
        },
        Plan {
            trees: 30,
            leaves: 6,
            rate: 0.3,
            rows: 5.0,
            ridge: 1.0,
            sees: (100, 100),
        },
    );
    let forest = Forest::parse(&text);
    for (row, label) in rows.iter().zip(&labels) {
        assert_eq!(forest.sum(row) > 0.0, *label, "{row:?}");
    }
}
