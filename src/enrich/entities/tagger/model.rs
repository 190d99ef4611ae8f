//! The weights that were learnt: a row of nine for each hash of a feature, and what label follows what.

use crate::enrich::entities::tagger::decode::Steps;
use crate::enrich::entities::tagger::labels::COUNT;

/// Bits of a feature's hash that choose its row.
pub(super) const ROWS: u32 = 18;

/// The weights, laid out to be read where they lie: the steps as 16-bit numbers, then the rows as 8-bit ones, then seven bytes
/// more, so that a row can be read as sixteen.
#[derive(Clone)]
pub(super) struct Model<'d> {
    steps: Steps,
    rows: &'d [u8],
}

impl<'d> Model<'d> {
    /// The model in these bytes.
    pub(super) fn new(data: &'d [u8]) -> Self {
        let (head, rows) = data
            .split_at_checked(2 * COUNT * (COUNT + 1))
            .unwrap_or((&[], &[]));
        let mut steps = [[0; COUNT]; COUNT + 1];
        for (step, bytes) in steps.iter_mut().flatten().zip(head.chunks_exact(2)) {
            *step = i32::from(i16::from_le_bytes([bytes[0], bytes[1]]));
        }
        Self { steps, rows }
    }

    /// What follows what.
    pub(super) fn steps(&self) -> &Steps {
        &self.steps
    }

    /// Adds the row of a feature.
    #[inline]
    pub(super) fn add(&self, feature: u32, sums: &mut [i16; 16]) {
        let at = (feature >> (32 - ROWS)) as usize * COUNT;
        if let Some(row) = self.rows.get(at..).and_then(<[u8]>::first_chunk::<16>) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum = sum.wrapping_add(i16::from(*weight as i8));
            }
        }
    }
}
