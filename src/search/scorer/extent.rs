//! Ranges of positions.

/// A range of word positions, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::search) struct Extent {
    /// Position of its first word.
    pub(in crate::search) first: u32,
    /// Position of its last word; not before `first`.
    pub(in crate::search) last: u32,
    /// Whether it consists of several words or phrases with others between, as what stands near something does.
    pub(in crate::search) loose: bool,
}

impl Extent {
    /// One word.
    pub(in crate::search) fn word(position: u32) -> Self {
        Self {
            first: position,
            last: position,
            loose: false,
        }
    }

    /// The smallest extent that holds both.
    pub(in crate::search) fn with(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
            loose: true,
        }
    }

    /// Whether all of it lies inside `other`.
    pub(in crate::search) fn inside(self, other: Self) -> bool {
        other.first <= self.first && self.last <= other.last
    }
}

/// Sorts what was appended from `from` on, and drops doubles.
pub(in crate::search) fn tidy(extents: &mut Vec<Extent>, from: usize) {
    extents[from..].sort_unstable();
    let mut kept = from;
    for at in from..extents.len() {
        if at == from || extents[at] != extents[kept - 1] {
            extents[kept] = extents[at];
            kept += 1;
        }
    }
    extents.truncate(kept);
}
