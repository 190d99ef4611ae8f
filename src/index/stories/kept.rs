//! The file that keeps what was found out about the articles of a commit.
//!
//! Little-endian: a magic number, a checksum of what follows, the segments it is about and how many of their documents are
//! deleted, then the nodes, the pairs and what was read before, each led by its number.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tantivy::DocAddress;
use xxhash_rust::xxh3::xxh3_64;

use crate::index::snapshot::Snapshot;
use crate::index::stories::{Graph, Pair};

/// The file's name.
pub(crate) const FILE: &str = "stories";

/// It changes with the file's layout and with what makes two articles copies.
const MAGIC: u64 = 0x6473_746f_7279_0001;

/// What a file says.
pub(super) enum Kept {
    /// It is about this commit.
    Whole(Graph),
    /// It isn't, or isn't there; these contents were read before.
    Former(Vec<(u64, u8)>),
}

/// The bytes of the file.
pub(super) fn encode(snapshot: &Snapshot, graph: &Graph) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut put = |number: u64, width: usize| bytes.extend(&number.to_le_bytes()[..width]);
    let about = about(snapshot);
    put(about.len() as u64, 4);
    for number in &about {
        put(*number, 8);
    }
    put(graph.nodes.len() as u64, 4);
    for (node, story) in graph.nodes.iter().zip(&graph.usual) {
        put(u64::from(node.segment_ord), 4);
        put(u64::from(node.doc_id), 4);
        put(u64::from(*story), 4);
    }
    put(graph.pairs.len() as u64, 4);
    for pair in &graph.pairs {
        put(u64::from(pair.earlier), 4);
        put(u64::from(pair.later), 4);
        put(u64::from(pair.likeness), 1);
    }
    put(graph.judged.len() as u64, 4);
    for (key, likeness) in &graph.judged {
        put(*key, 8);
        put(u64::from(*likeness), 1);
    }
    let mut whole = MAGIC.to_le_bytes().to_vec();
    whole.extend(xxh3_64(&bytes).to_le_bytes());
    whole.extend(bytes);
    whole
}

/// Puts the file in place at once; it need not survive a crash.
pub(super) fn write(snapshot: &Snapshot, bytes: &[u8]) -> io::Result<()> {
    let path = snapshot.path().join(FILE);
    let part = snapshot.path().join(format!(".{FILE}.part"));
    let mut file = fs::File::create(&part)?;
    file.write_all(bytes)?;
    drop(file);
    fs::rename(part, path)
}

/// Whether the file is about this commit.
pub(super) fn is_whole(snapshot: &Snapshot) -> bool {
    matches!(read(snapshot), Kept::Whole(_))
}

/// Whether there is a file that is not as it was written.
pub(super) fn is_damaged(folder: &Path) -> bool {
    let Ok(bytes) = fs::read(folder.join(FILE)) else {
        return false;
    };
    let mut bytes = Bytes(&bytes);
    bytes.take(8) != Some(MAGIC) || bytes.take(8) != Some(xxh3_64(bytes.0))
}

/// Reads the file.
pub(super) fn read(snapshot: &Snapshot) -> Kept {
    let bytes = fs::read(snapshot.path().join(FILE)).unwrap_or_default();
    decode(snapshot, &bytes).unwrap_or(Kept::Former(Vec::new()))
}

fn decode(snapshot: &Snapshot, bytes: &[u8]) -> Option<Kept> {
    let mut bytes = Bytes(bytes);
    let magic = bytes.take(8)?;
    let sum = bytes.take(8)?;
    if magic != MAGIC || sum != xxh3_64(bytes.0) {
        return None;
    }
    let about_these = bytes.list(8, |bytes| bytes.take(8))?;
    let nodes = bytes.list(12, |bytes| {
        let address = DocAddress::new(bytes.take(4)? as u32, bytes.take(4)? as u32);
        Some((address, bytes.take(4)? as u32))
    })?;
    let pairs = bytes.list(9, |bytes| {
        Some(Pair {
            earlier: bytes.take(4)? as u32,
            later: bytes.take(4)? as u32,
            likeness: bytes.take(1)? as u8,
        })
    })?;
    if about_these == about(snapshot) {
        let (nodes, usual) = nodes.into_iter().unzip();
        // What was read before is of use to later commits alone.
        return Some(Kept::Whole(Graph {
            nodes,
            usual,
            pairs,
            judged: Vec::new(),
        }));
    }
    let judged = bytes.list(9, |bytes| Some((bytes.take(8)?, bytes.take(1)? as u8)))?;
    Some(Kept::Former(judged))
}

/// What tells the articles of a commit: its segments in order, and how many documents of each are deleted.
pub(super) fn about(snapshot: &Snapshot) -> Vec<u64> {
    let segment = |reader: &tantivy::SegmentReader| {
        let id = xxh3_64(reader.segment_id().uuid_string().as_bytes());
        [id, u64::from(reader.num_deleted_docs())]
    };
    snapshot
        .searcher()
        .segment_readers()
        .iter()
        .flat_map(segment)
        .collect()
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn take(&mut self, width: usize) -> Option<u64> {
        let (head, rest) = self.0.split_at_checked(width)?;
        self.0 = rest;
        let mut number = [0; 8];
        number[..width].copy_from_slice(head);
        Some(u64::from_le_bytes(number))
    }

    /// A list led by its length, of elements of `width` bytes.
    fn list<T>(
        &mut self,
        width: usize,
        mut element: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let count = self.take(4)? as usize;
        if count.checked_mul(width)? > self.0.len() {
            return None;
        }
        (0..count).map(|_| element(self)).collect()
    }
}
