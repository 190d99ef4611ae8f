//! Boosted trees (Friedman 2001): each sends a row to one of its leaves, whose values add up.

/// A node of a tree; the node for smaller values follows it.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// Which feature is asked; none in a leaf.
    feature: u16,
    /// Where in the forest the node for values not under the limit is.
    right: u16,
    /// The limit, or a leaf's value.
    value: f32,
}

const LEAF: u16 = u16::MAX;

/// A number of trees.
#[derive(Clone, Debug, Default)]
pub(super) struct Forest {
    nodes: Vec<Node>,
    roots: Vec<u16>,
}

impl Forest {
    /// Reads trees, one a line, each node before its branches: `12<3.5` asks for a feature, `-120` is a leaf in thousandths.
    ///
    /// What is not so written, or is too large, ends the forest.
    pub(super) fn parse(text: &str) -> Self {
        let mut forest = Self::default();
        for line in text.lines().filter(|line| !line.is_empty()) {
            if forest.read_tree(line).is_none() {
                break;
            }
        }
        forest
    }

    fn read_tree(&mut self, line: &str) -> Option<()> {
        let root = u16::try_from(self.nodes.len()).ok()?;
        // Nodes whose second branch is still to come.
        let mut open: Vec<usize> = Vec::new();
        for word in line.split(' ') {
            let at = u16::try_from(self.nodes.len()).ok()?;
            if let Some((feature, limit)) = word.split_once('<') {
                open.push(usize::from(at));
                self.nodes.push(Node {
                    feature: feature.parse().ok()?,
                    right: 0,
                    value: limit.parse().ok()?,
                });
            } else {
                self.nodes.push(Node {
                    feature: LEAF,
                    right: 0,
                    value: word.parse::<f32>().ok()? / 1000.0,
                });
                if let Some(parent) = open.pop() {
                    self.nodes[parent].right = at + 1;
                }
            }
        }
        self.roots.push(root);
        open.is_empty().then_some(())
    }

    /// The sum of the leaves that a row comes to.
    pub(super) fn sum(&self, row: &[f32]) -> f32 {
        self.roots
            .iter()
            .map(|root| {
                let mut at = usize::from(*root);
                loop {
                    let node = &self.nodes[at];
                    if node.feature == LEAF {
                        return node.value;
                    }
                    let value = row.get(usize::from(node.feature)).copied().unwrap_or(0.0);
                    at = if value < node.value {
                        at + 1
                    } else {
                        usize::from(node.right)
                    };
                }
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_to_a_leaf_of_each_tree() {
        let forest = Forest::parse("0<2 1<0.5 100 200 300\n-1000\n");
        for (row, sum) in [([1.0, 0.0], -0.9), ([1.0, 0.5], -0.8), ([2.0, 0.0], -0.7)] {
            assert!((forest.sum(&row) - sum).abs() < 1e-6, "{row:?}");
        }
        // What cannot be read ends it.
        assert!((Forest::parse("100\nx\n100").sum(&[]) - 0.1).abs() < 1e-6);
    }
}
