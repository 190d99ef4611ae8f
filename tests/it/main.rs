//! Everything that looks at dateline from outside, in one binary.
//!
//! | module | asks |
//! |---|---|
//! | `archive` | does each file of the sample archive come out as its table says? |
//! | `score` | does `cargo score` measure what it says? |
//! | `cli` | what does the program say, and how does it exit? |
//! | `layers` | do imports run downward only? |
//! | `readme` | do the console blocks of the README do what they show? |
//! | `stories` | are copies told from what only looks alike? |
//! | `oracle` | does the index answer as a plain reading of every article does? |
//! | `ladder` | does hostile input cost no more than its length? |
//! | `counts` | are facets and timelines what a plain count gives? |
//! | `names` | are names found by every form, and counted as one? |
//! | `context` | are fragments and lines in context the text, and marks the words asked? |
//! | `typed` | does whatever is typed get an answer, in time? |
//! | `care` | is the index looked after: checked, mended, freed of what is not wanted, carried elsewhere? |
//! | `faults` | does it survive what machines, disks and people do? |

mod archive;
mod score;
mod cli;
mod layers;
mod readme;
mod stories;
mod oracle;
mod ladder;
mod counts;
mod names;
mod context;
mod typed;
mod care;
mod faults;
#[path = "../hostile/mod.rs"]
mod hostile;
#[path = "../score/harness/mod.rs"]
mod harness;
