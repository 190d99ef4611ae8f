//! A row of features, filled from left to right.

/// A line's features.
#[derive(Clone, Debug)]
pub(in crate::extract::scrape) struct Row<const COUNT: usize> {
    values: [f32; COUNT],
    filled: usize,
}

impl<const COUNT: usize> Row<COUNT> {
    pub(super) fn new() -> Self {
        Self {
            values: [0.0; COUNT],
            filled: 0,
        }
    }

    /// Adds a value; what does not fit is an error of this module, seen by its test.
    pub(super) fn push(&mut self, value: f32) {
        if let Some(place) = self.values.get_mut(self.filled) {
            *place = value;
        }
        self.filled += 1;
    }

    pub(super) fn flag(&mut self, is: bool) {
        self.push(if is { 1.0 } else { 0.0 });
    }

    /// A distance in lines; far is as good as farther.
    pub(super) fn far(&mut self, lines: usize) {
        self.push(lines.min(60) as f32);
    }

    /// The values, once all are there.
    pub(super) fn take(self) -> [f32; COUNT] {
        debug_assert_eq!(self.filled, COUNT, "the number of features");
        self.values
    }
}
