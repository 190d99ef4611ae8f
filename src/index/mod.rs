//! Articles on disk: field names, analysis, format version, opening, writing and checking an index.
//!
//! One tantivy index holds the articles and the ledger, so both change in one commit. The article itself is stored as
//! JSON beside its terms. Running queries is not done here: `search` takes a [`Snapshot`] and asks tantivy itself.

mod analysis;
mod budget;
mod carry;
mod columns;
mod document;
mod error;
mod files;
mod folder;
mod guard;
mod head;
mod ledger;
mod names;
mod open;
mod prepared;
mod removal;
mod repair;
mod root;
mod saved;
mod schema;
mod snapshot;
mod stats;
mod stored;
mod stories;
mod tidy;
mod upgrade;
mod verify;
mod workshop;
mod writer;

pub(crate) use columns::Columns;
pub(crate) use document::alias_of;

pub use analysis::{
    Alternative, Analyzer, Borders, Kind, LONGEST_TERM, PARAGRAPH, Part, SENTENCE, STEM, Term,
    TermKind, WordTerms, Zone, analyze_word, article_terms, article_words, is_little, pair, zones,
};
pub use carry::Carried;
pub use error::IndexError;
pub(crate) use guard::quietly;
pub use guard::{guard, is_guarded};
pub use ledger::{Known, Ledger, Notes, Place, Row, Status};
pub use names::SameNames;
pub use open::Index;
pub use removal::{Restored, Unwanted};
pub use repair::Repaired;
pub use root::Rooted;
pub use schema::{ARTICLE, Fields, ROW};
pub use snapshot::Snapshot;
pub use stats::{Inputs, Stats};
pub use stories::{LEAST_SIMILAR, SIMILAR, Stories};
pub use tidy::{Cost, Tidied};
pub use upgrade::Upgraded;
pub use verify::{Damage, Disagreement, Verification};
pub use writer::{Options, Writer};

/// The format that this version reads and writes: the schema, the analysis and what the columns mean. It changes with any of them.
pub const FORMAT: u32 = 6;

#[cfg(test)]
mod tests;
