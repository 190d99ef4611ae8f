//! From an archive to an index: it drives source, reader, extract, enrich and index, on all cores, within a memory budget.
//!
//! Files are met by the walk, compared with the ledger, and handed to the pool as bytes that count against a budget; what comes out
//! goes straight to the index's writer. A file's row is committed together with the last of its articles, so whatever is cut short
//! is seen by the next run and done again. Nothing is printed here: [`Progress`] can be watched, [`Summary`] says what was done.

mod document;
mod error;
mod gone;
mod memory;
mod options;
mod outcome;
mod produce;
mod progress;
mod rebuild;
mod removed;
mod run;
mod sink;
mod sources;
mod summary;
mod work;

#[cfg(test)]
mod tests;

pub(crate) use document::{Came, articles};
pub use error::IngestError;
pub use memory::LEAST_MEMORY;
pub use options::Options;
pub(crate) use produce::{Piece, produce, produce_from};
pub use progress::Progress;
pub use rebuild::{repair, upgrade};
pub use run::ingest;
pub use sources::{Sources, on_disk, sources};
pub use summary::Summary;
