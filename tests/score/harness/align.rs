//! What two lists have in common, in order.

/// Cells of the table that is filled at the most; lists beyond it are taken as having nothing in common but their ends.
const CELLS: usize = 4_000_000;

/// A step from one list to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An item of both, at these places.
    Both(usize, usize),
    /// An item of the first alone.
    First(usize),
    /// An item of the second alone.
    Second(usize),
}

/// The steps along a longest common subsequence; of what differs, the first list's items come before the second's.
pub(crate) fn align<T: PartialEq>(first: &[T], second: &[T]) -> Vec<Step> {
    let head = first
        .iter()
        .zip(second)
        .take_while(|(one, other)| one == other)
        .count();
    let tail = first[head..]
        .iter()
        .rev()
        .zip(second[head..].iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let (rows, columns) = (first.len() - head - tail, second.len() - head - tail);
    let mut steps: Vec<Step> = (0..head).map(|at| Step::Both(at, at)).collect();
    let lengths = if rows.saturating_mul(columns) > CELLS {
        None
    } else {
        Some(lengths(
            &first[head..head + rows],
            &second[head..head + columns],
        ))
    };
    let (mut row, mut column) = (0, 0);
    while row < rows || column < columns {
        let left = |row: usize, column: usize| {
            lengths
                .as_ref()
                .map_or(0, |lengths| lengths[row * (columns + 1) + column])
        };
        let both = row < rows && column < columns && first[head + row] == second[head + column];
        if both {
            steps.push(Step::Both(head + row, head + column));
            (row, column) = (row + 1, column + 1);
        } else if column == columns || row < rows && left(row + 1, column) >= left(row, column + 1)
        {
            steps.push(Step::First(head + row));
            row += 1;
        } else {
            steps.push(Step::Second(head + column));
            column += 1;
        }
    }
    steps.extend((0..tail).map(|at| Step::Both(head + rows + at, head + columns + at)));
    steps
}

/// For each place in the two lists, how long the common subsequence of what follows is.
fn lengths<T: PartialEq>(first: &[T], second: &[T]) -> Vec<u32> {
    let width = second.len() + 1;
    let mut lengths = vec![0; (first.len() + 1) * width];
    for row in (0..first.len()).rev() {
        for column in (0..second.len()).rev() {
            lengths[row * width + column] = if first[row] == second[column] {
                lengths[(row + 1) * width + column + 1] + 1
            } else {
                lengths[(row + 1) * width + column].max(lengths[row * width + column + 1])
            };
        }
    }
    lengths
}
