//! From paths to bytes: walking folders, decompression, and every limit on size, depth and ratio.
//!
//! It looks inside no article format.

mod budget;
mod container;
mod error;
mod limits;
mod open;
mod packed;
mod path;
mod stream;
mod walk;

#[cfg(test)]
mod tests;

pub use container::Item;
pub use error::SourceError;
pub use limits::Limits;
pub use open::{Contents, fingerprint, read, read_at, unpack, unpack_from};
pub use path::{on_disk, printable};
pub use stream::{Filled, Stream};
pub use walk::{FoundFile, Met, Walk, walk};

/// The bytes of one document, and what surrounds them says of it.
#[derive(Clone, Debug, Default)]
pub struct RawDocument {
    /// The path below the archive root as given.
    pub path: String,
    /// The place within the file (`#17` for a line); `None` where the file is the document.
    pub record: Option<String>,
    /// The bytes, decompressed.
    pub bytes: Vec<u8>,
    /// Whether the bytes end before the document does: a truncated gzip.
    pub truncated: bool,
    /// A charset named outside the document, as in an HTTP header.
    pub charset: Option<String>,
    /// The address it was fetched from.
    pub url: Option<String>,
    /// When it was fetched, as the archive writes it.
    pub captured: Option<String>,
}

impl RawDocument {
    /// The name that tells what it is: that of the innermost file, without its place in that.
    pub fn name(&self) -> &str {
        let record = self.record.as_deref().unwrap_or("");
        match record.rsplit_once('!') {
            Some((_, name)) => {
                let place = name.trim_end_matches(|char: char| char.is_ascii_digit());
                place
                    .strip_suffix(['#', '@', '~'])
                    .filter(|_| place.len() < name.len())
                    .unwrap_or(name)
            }
            // Records of web archives have addresses instead of names.
            None if record.starts_with('@') => "",
            None => &self.path,
        }
    }
}
