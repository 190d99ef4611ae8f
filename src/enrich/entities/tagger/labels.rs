//! The labels of tokens: outside, and the beginning and inside of each kind of name.

use crate::article::EntityKind;

/// How many there are.
pub(super) const COUNT: usize = 9;

/// A token of no name.
pub(super) const OUTSIDE: u8 = 0;

/// The label that begins a name of a kind; the next one goes on with it.
pub(super) const PERSON: u8 = 1;
/// See [`PERSON`].
pub(super) const ORG: u8 = 3;
/// See [`PERSON`].
pub(super) const PLACE: u8 = 5;
/// Of other names; see [`PERSON`].
#[cfg(test)]
pub(super) const OTHER: u8 = 7;

/// Whether it begins a name.
pub(super) fn begins(label: u8) -> bool {
    label & 1 == 1
}

/// Whether it goes on with a name.
pub(super) fn goes_on(label: u8) -> bool {
    label != OUTSIDE && label & 1 == 0
}

/// The label that goes on after one that begins.
pub(super) fn inside(begin: u8) -> u8 {
    begin + 1
}

/// The kind of a name that begins with this label; none for other names than of people, organisations and places.
pub(super) fn kind(begin: u8) -> Option<EntityKind> {
    match begin {
        PERSON => Some(EntityKind::Person),
        ORG => Some(EntityKind::Org),
        PLACE => Some(EntityKind::Place),
        _ => None,
    }
}
