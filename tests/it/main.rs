//! Everything that looks at dateline from outside, in one binary.
//!
//! | module | asks |
//! |---|---|
//! | `archive` | does each file of the sample archive come out as its table says? |
//! | `layers` | do imports run downward only? |

mod archive;
mod layers;
