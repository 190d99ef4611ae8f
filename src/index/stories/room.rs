//! How much may be held while stories are worked out: what doesn't fit at once is gone through in parts, to the same end.

/// What may be held at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Keys of sketches. Each takes 16 bytes, and up to 48 of the pairs that it makes.
    pub(super) keys: usize,
    /// Sketches; those beyond are read anew each time they are asked for.
    pub(super) sketches: usize,
    /// Words of articles that are read together, about.
    pub(super) words: usize,
}

impl Default for Room {
    /// For a query, which knows of no budget: about 200 MB, where an archive is large.
    fn default() -> Self {
        Self {
            keys: 2 << 20,
            sketches: 500_000,
            words: 2 << 20,
        }
    }
}

impl Room {
    /// Room within about `bytes`, and never more than by default.
    pub(super) fn within(bytes: usize) -> Self {
        let most = Self::default();
        Self {
            keys: (bytes / 128).clamp(1 << 16, most.keys),
            sketches: (bytes / 256).clamp(1 << 12, most.sketches),
            words: (bytes / 64).clamp(1 << 16, most.words),
        }
    }
}
