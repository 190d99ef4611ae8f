//! What a single file may cost.

/// Limits on a single file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a document that is read whole, decompressed.
    pub file: u64,
    /// Bytes up to which a document is read whole whatever it holds; beyond, documents of lines are read line by line.
    pub whole: u64,
    /// Bytes of a line of a document that is read line by line.
    pub line: usize,
    /// Unpacked bytes a packed byte, in each layer; looked at only once [`Limits::ratio_from`] bytes are out.
    pub ratio: u64,
    /// Unpacked bytes below which any ratio is harmless.
    pub ratio_from: u64,
    /// Layers of compression and archives, one inside the other.
    pub depth: usize,
    /// Members of all archives in one file.
    pub members: u64,
}

impl Default for Limits {
    /// 64 MiB a document, line by line from 4 MiB on, 32 MiB a line, 300 to one from 64 MiB on: JSON of like articles packs 50 to one
    /// at best, zeros 1000 to one; six layers, ten million members.
    fn default() -> Self {
        Self {
            file: 64 << 20,
            whole: 4 << 20,
            line: 32 << 20,
            ratio: 300,
            ratio_from: 64 << 20,
            depth: 6,
            members: 10_000_000,
        }
    }
}
