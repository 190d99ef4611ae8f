//! Stories: which articles are near-copies of each other.
//!
//! What is a story follows from the articles of a commit alone, in whatever order and pieces they came; nothing of it
//! is stored with them. It is worked out once a commit, when the writer closes, and kept in a file of its own beside the index: a file that is
//! missing, damaged or of another commit costs time, and changes no answer.
//!
//! | module | does |
//! |---|---|
//! | `candidates` | pairs of articles whose sketches resemble each other |
//! | `judge` | reads both and says how much they share |
//! | `cluster` | makes stories of the pairs, without gluing chains |
//! | `kept` | the file |
//! | `room` | what may be held meanwhile |

mod candidates;
mod cluster;
mod judge;
mod kept;
mod room;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use tantivy::{DocAddress, DocId, SegmentOrdinal};
use xxhash_rust::xxh3::xxh3_64;

use crate::index::error::IndexError;
use crate::index::snapshot::Snapshot;

pub(crate) use kept::FILE;

use room::Room;

/// Share of the shorter body that makes two articles copies, where nothing else is said.
pub const SIMILAR: f32 = 0.8;

/// Likeness below this is not known.
pub const LEAST_SIMILAR: f32 = 0.5;

/// The stories of more than one article, at one threshold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    segments: Vec<Segment>,
    /// The members of all stories, one story after the other.
    members: Vec<DocAddress>,
    /// Where each begins; one more at the end.
    starts: Vec<u32>,
}

/// The articles of one segment that have copies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Segment {
    /// A bit a document.
    bits: Vec<u64>,
    /// The documents, ascending.
    docs: Vec<DocId>,
    /// The story of each.
    stories: Vec<u32>,
}

impl Stories {
    /// `stories` says of each address, earliest first, which story it belongs to, from 0 on, or [`NONE`].
    fn new(nodes: &[DocAddress], stories: &[u32]) -> Self {
        let story_of = nodes
            .iter()
            .copied()
            .zip(stories.iter().copied())
            .filter(|(_, story)| *story != NONE);
        let count = story_of.clone().map(|(_, story)| story as usize + 1).max();
        let mut starts = vec![0_u32; count.unwrap_or(0) + 1];
        for (_, story) in story_of.clone() {
            starts[story as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut members = vec![DocAddress::new(0, 0); story_of.clone().count()];
        let mut segments: Vec<Vec<(DocId, u32)>> = Vec::new();
        for (address, story) in story_of {
            members[next[story as usize] as usize] = address;
            next[story as usize] += 1;
            let ord = address.segment_ord as usize;
            if segments.len() <= ord {
                segments.resize_with(ord + 1, Vec::new);
            }
            segments[ord].push((address.doc_id, story));
        }
        let segments = segments.into_iter().map(|mut docs| {
            docs.sort_unstable();
            let words = docs.last().map_or(0, |(doc, _)| *doc as usize / 64 + 1);
            let mut bits = vec![0; words];
            for (doc, _) in &docs {
                bits[*doc as usize / 64] |= 1 << (doc % 64);
            }
            let (docs, stories) = docs.into_iter().unzip();
            Segment {
                bits,
                docs,
                stories,
            }
        });
        Self {
            segments: segments.collect(),
            members,
            starts,
        }
    }

    /// The story of an article; `None` where it has no copies.
    pub fn story(&self, segment: SegmentOrdinal, doc: DocId) -> Option<u32> {
        let segment = self.segments.get(segment as usize)?;
        let word = segment.bits.get(doc as usize / 64)?;
        if word >> (doc % 64) & 1 == 0 {
            return None;
        }
        let at = segment.docs.binary_search(&doc).ok()?;
        segment.stories.get(at).copied()
    }

    /// Hands over those of a segment's documents that have copies, and the story of each: of those whose bits are set, from the
    /// document `first` on, which is a multiple of 64.
    pub(crate) fn among(
        &self,
        segment: SegmentOrdinal,
        first: DocId,
        bits: &[u64],
        mut see: impl FnMut(DocId, u32),
    ) {
        let Some(told) = self.segments.get(segment as usize) else {
            return;
        };
        let from = first as usize / 64;
        let words = told.bits.get(from..).unwrap_or_default();
        for ((word, told), at) in bits.iter().zip(words).zip(from as u32..) {
            let mut both = word & told;
            while both != 0 {
                let doc = at * 64 + both.trailing_zeros();
                if let Some(story) = self.story(segment, doc) {
                    see(doc, story);
                }
                both &= both - 1;
            }
        }
    }

    /// The articles of a story, earliest first; undated ones last.
    pub fn members(&self, story: u32) -> &[DocAddress] {
        let bound = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let (from, until) = (bound(story as usize), bound(story as usize + 1));
        self.members.get(from..until).unwrap_or(&[])
    }

    /// How many stories of more than one article there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether no article has a copy.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Articles that resemble others, and how much.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Graph {
    /// The articles, earliest first.
    nodes: Vec<DocAddress>,
    /// The number of each article's story at [`SIMILAR`]; [`NONE`] where it has none.
    usual: Vec<u32>,
    /// Pairs of them, the earlier first, ascending, each once.
    pairs: Vec<Pair>,
    /// What was read before: a hash of two articles' contents, and what they share. Ascending.
    judged: Vec<(u64, u8)>,
}

/// Two articles that resemble each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    earlier: u32,
    later: u32,
    /// How much of the shorter stands in the longer, in 255ths.
    likeness: u8,
}

/// No story.
const NONE: u32 = u32::MAX;

/// The pairs of a snapshot once they are known, and the stories that are usually asked.
#[derive(Debug, Default)]
pub(crate) struct Known {
    graph: OnceLock<Arc<Graph>>,
    usual: OnceLock<Arc<Stories>>,
}

/// Whether the file that keeps the stories of the index in `folder` is not as it was written.
pub(crate) fn is_damaged(folder: &Path) -> bool {
    kept::is_damaged(folder)
}

impl Snapshot {
    /// A number that is another where the articles are others; seldom, after what is stored was put in order, where they aren't.
    pub fn version(&self) -> u64 {
        let about = kept::about(self);
        let bytes: Vec<u8> = about
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        xxh3_64(&bytes)
    }

    /// The stories of this commit: articles are copies that share `similar` of the shorter body, [`LEAST_SIMILAR`] at least.
    ///
    /// It takes long where the file that keeps them is missing or of another commit.
    pub fn stories(&self, similar: f32) -> Result<Arc<Stories>, IndexError> {
        let usual = (similar - SIMILAR).abs() < f32::EPSILON;
        if let Some(stories) = self.known.usual.get().filter(|_| usual) {
            return Ok(stories.clone());
        }
        let graph = self.graph(Room::default())?;
        let stories = Arc::new(if usual {
            Stories::new(&graph.nodes, &graph.usual)
        } else {
            let numbers = cluster::stories(&graph, similar.max(LEAST_SIMILAR));
            Stories::new(&graph.nodes, &numbers)
        });
        if usual {
            let _ = self.known.usual.set(stories.clone());
        }
        Ok(stories)
    }

    /// Keeps the stories of this commit in their file, worked out within about `memory` bytes beside what is known of each article that has
    /// copies.
    pub(crate) fn keep_stories(&self, memory: usize) -> Result<(), IndexError> {
        if self.searcher.segment_readers().is_empty() || kept::is_whole(self) {
            return Ok(());
        }
        let graph = self.graph(Room::within(memory))?;
        let bytes = kept::encode(self, &graph);
        kept::write(self, &bytes)
            .map_err(|source| IndexError::io(self.path(), "keeping stories", source))
    }

    fn graph(&self, room: Room) -> Result<Arc<Graph>, IndexError> {
        if let Some(graph) = self.known.graph.get() {
            return Ok(graph.clone());
        }
        let graph = Arc::new(match kept::read(self) {
            kept::Kept::Whole(graph) => graph,
            kept::Kept::Former(judged) => self.build(&judged, room)?,
        });
        let _ = self.known.graph.set(graph.clone());
        Ok(graph)
    }

    fn build(&self, former: &[(u64, u8)], room: Room) -> Result<Graph, IndexError> {
        let (articles, candidates) = candidates::candidates(self, room)?;
        judge::judge(self, &articles, &candidates, former, room)
    }
}
