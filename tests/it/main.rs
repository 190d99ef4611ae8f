//! Everything that looks at dateline from outside, in one binary.
//!
//! | module | asks |
//! |---|---|
//! | `layers` | do imports run downward only? |

mod layers;
