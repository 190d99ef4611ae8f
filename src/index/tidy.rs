//! Putting an index in order: few segments, no deleted document, no file that nothing needs.

use std::fs;

use tantivy::SegmentMeta;

use crate::index::error::IndexError;
use crate::index::files;
use crate::index::open::Index;
use crate::index::stories;
use crate::index::writer::Options;

/// What it takes to put an index in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Segments there are.
    pub segments: usize,
    /// Deleted documents that still lie in them.
    pub deleted: u64,
    /// Bytes of the segments that are rewritten: so much free disk is needed for a while, at the most.
    pub bytes: u64,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// Segments before and after.
    pub segments: (usize, usize),
    /// Bytes of the index before and after.
    pub bytes: (u64, u64),
    /// Deleted documents that are gone now.
    pub deleted: u64,
}

impl Index {
    /// Bytes that are free on its disk; `None` where that is not known.
    pub fn free(&self) -> Option<u64> {
        files::free(self.path())
    }

    /// What [`Index::optimize`] would take.
    pub fn cost_of_optimizing(&self) -> Result<Cost, IndexError> {
        let segments = self.segments()?;
        let all = segments.len() > 1 || segments.iter().any(SegmentMeta::has_deletes);
        self.cost(&segments, |_| all)
    }

    /// What [`Index::purge`] would take.
    pub fn cost_of_purging(&self) -> Result<Cost, IndexError> {
        self.cost(&self.segments()?, SegmentMeta::has_deletes)
    }

    fn cost(
        &self,
        segments: &[SegmentMeta],
        rewritten: impl Fn(&SegmentMeta) -> bool,
    ) -> Result<Cost, IndexError> {
        let mut cost = Cost {
            segments: segments.len(),
            ..Cost::default()
        };
        let chosen: Vec<SegmentMeta> = segments
            .iter()
            .filter(|segment| rewritten(segment))
            .cloned()
            .collect();
        for segment in &chosen {
            cost.deleted += u64::from(segment.num_deleted_docs());
        }
        for name in files::of_segments(&chosen) {
            let len = files::len(&self.path().join(name));
            cost.bytes += len.map_err(|e| IndexError::io(self.path(), "reading sizes", e))?;
        }
        Ok(cost)
    }

    /// Makes one segment of all, without what was deleted.
    pub fn optimize(&self) -> Result<Tidied, IndexError> {
        self.tidy(|segments| {
            if segments.len() > 1 || segments.iter().any(SegmentMeta::has_deletes) {
                vec![segments]
            } else {
                Vec::new()
            }
        })
    }

    /// Rewrites every segment that holds something deleted or replaced, removes the former files and all that were left over by
    /// runs that broke off, and looks that none is left. Afterwards no byte of a deleted article lies in a file of the folder.
    ///
    /// # Errors
    /// [`IndexError::NotPurged`] where something is left all the same.
    pub fn purge(&self) -> Result<Tidied, IndexError> {
        let tidied = self.tidy(|segments| {
            let with_deletes = segments.into_iter().filter(SegmentMeta::has_deletes);
            with_deletes.map(|segment| vec![segment]).collect()
        })?;
        let segments = self.segments()?;
        if segments.iter().any(SegmentMeta::has_deletes) {
            return Err(IndexError::NotPurged {
                path: self.path().to_owned(),
                what: "a segment still holds deleted articles".to_owned(),
            });
        }
        let io = |source| IndexError::io(self.path(), "looking what is left", source);
        let living = files::of_segments(&segments);
        for entry in fs::read_dir(self.path()).map_err(io)? {
            let name = entry.map_err(io)?.file_name();
            let name = name.to_string_lossy();
            if files::is_of_segment(&name) && !living.contains(&*name) {
                return Err(IndexError::NotPurged {
                    path: self.path().to_owned(),
                    what: format!("`{name}` is left"),
                });
            }
        }
        Ok(tidied)
    }

    /// Rewrites groups of segments, each into one.
    fn tidy(
        &self,
        choose: impl FnOnce(Vec<SegmentMeta>) -> Vec<Vec<SegmentMeta>>,
    ) -> Result<Tidied, IndexError> {
        let mut writer = self.writer(&Options::default())?;
        let before = self.segments()?;
        let mut tidied = Tidied {
            segments: (before.len(), 0),
            bytes: (self.bytes_of(&before), 0),
            ..Tidied::default()
        };
        writer.merge_by_hand_alone();
        for group in choose(before) {
            let deleted = group.iter().map(|segment| segment.num_deleted_docs());
            tidied.deleted += deleted.map(u64::from).sum::<u64>();
            let ids: Vec<_> = group.iter().map(SegmentMeta::id).collect();
            writer.merge(&ids)?;
        }
        // It names contents that may be gone by a number each; all of it is found out anew.
        let kept = self.path().join(stories::FILE);
        if tidied.deleted > 0 && kept.exists() {
            let io = |source| IndexError::io(self.path(), "removing", source);
            fs::remove_file(kept).map_err(io)?;
        }
        writer.close_swept()?;
        let after = self.segments()?;
        tidied.segments.1 = after.len();
        tidied.bytes.1 = self.bytes_of(&after);
        Ok(tidied)
    }

    fn bytes_of(&self, segments: &[SegmentMeta]) -> u64 {
        let names = files::of_segments(segments);
        let len = |name| files::len(&self.path().join(name)).unwrap_or(0);
        names.into_iter().map(len).sum()
    }
}
