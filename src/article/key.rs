//! What identifies an article: where it lies.

use xxhash_rust::xxh3::xxh3_64;

/// Where an article lies: the path below the archive root and the place within the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The path as given, `/` between parts; bytes that aren't UTF-8 as `%XX`.
    pub path: String,
    /// The place within the file: `#17` for a line; `None` where the file is one article.
    pub record: Option<String>,
}

impl Key {
    /// The article's id: see [`article_id`].
    pub fn id(&self) -> String {
        article_id(&self.path, self.record.as_deref())
    }
}

/// A stable id of the article at (path, record): sixteen lower-case hexadecimal digits of XXH3-64.
pub fn article_id(path: &str, record: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(path.len() + 16);
    bytes.extend_from_slice(path.as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(record.unwrap_or("").as_bytes());
    format!("{:016x}", xxh3_64(&bytes))
}
