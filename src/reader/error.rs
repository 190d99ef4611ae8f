//! Why a document gave no record.

/// Why a document, or a place in it, holds no article that can be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// Not text: what it is instead, such as `a picture (PNG)`.
    #[error("{0}")]
    Binary(&'static str),
    /// Text, but of a kind that holds no articles: `a style sheet`.
    #[error("{0}")]
    Foreign(String),
    /// JSON that is broken.
    #[error("broken JSON")]
    Json(#[source] serde_json::Error),
    /// JSON in order, but nothing in it looks like an article.
    #[error("no article in this JSON")]
    NoArticle,
    /// XML or SGML that is broken before it says anything.
    #[error("broken XML: {0}")]
    Xml(String),
    /// A mail whose header cannot be read.
    #[error("a broken mail")]
    Mail,
    /// An office document that is broken, or too large when unpacked.
    #[error("a broken document: {0}")]
    Document(String),
    /// A row of a table that its columns do not fit.
    #[error("{cells} cells under {columns} columns")]
    Ragged {
        /// Cells of the row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// A line too long to be taken into memory.
    #[error("a line of more than {limit} bytes")]
    LongLine {
        /// The limit, in bytes.
        limit: usize,
    },
}

impl ReadError {
    /// Whether the document was never meant to be an article: skipped, which is not a failure.
    pub fn skips(&self) -> bool {
        match self {
            Self::Empty | Self::Binary(_) | Self::Foreign(_) | Self::NoArticle => true,
            Self::Json(_)
            | Self::Xml(_)
            | Self::Mail
            | Self::Document(_)
            | Self::Ragged { .. }
            | Self::LongLine { .. } => false,
        }
    }
}
