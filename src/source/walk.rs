//! The files below the archive's roots.

use std::fs::{self, FileType, Metadata};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, WalkBuilder, WalkState};

use crate::source::{SourceError, printable};

/// Where to walk, and what to take.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// Files and folders.
    pub roots: Vec<PathBuf>,
    /// Globs as ripgrep has them: with any that does not begin with `!`, only what matches one is taken; `!` leaves out.
    pub globs: Vec<String>,
    /// Whether to take hidden files.
    pub hidden: bool,
    /// Whether to leave out what `.gitignore` and `.ignore` files name.
    pub respect_ignore: bool,
    /// Whether to follow symbolic links.
    pub follow: bool,
    /// Folders that are passed over wherever they are met: the index itself.
    pub avoid: Vec<PathBuf>,
    /// Threads that walk; 0 as many as there are cores.
    pub threads: usize,
}

/// What was met on a walk.
#[derive(Debug)]
pub enum Met {
    /// A file to be read.
    File(FoundFile),
    /// A file that is not taken, and why: `hidden`, `symbolic link`, `not a file`.
    Passed(FoundFile, &'static str),
    /// Something that could not be looked at.
    Failed {
        /// Its path as [`printable`] writes it.
        name: String,
        /// Why.
        error: SourceError,
    },
}

/// A file and its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The same as [`printable`] writes it.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// When it was last written: nanoseconds since 1970, 0 where unknown.
    pub modified: i64,
}

/// Walks all roots, in parallel and in no order; `each` is called from many threads, and ends the walk by `Break`.
///
/// # Errors
///
/// Where a root does not exist or a glob is none.
pub fn walk(
    walk: &Walk,
    each: &(dyn Fn(Met) -> ControlFlow<()> + Sync),
) -> Result<(), SourceError> {
    let roots = roots(&walk.roots)?;
    let avoid: Vec<PathBuf> = walk
        .avoid
        .iter()
        .filter_map(|path| path.canonicalize().ok())
        .collect();
    let globs = roots
        .iter()
        .map(|root| globs(root, &walk.globs))
        .collect::<Result<Vec<_>, _>>()?;
    for (root, globs) in roots.iter().zip(&globs) {
        let visit = Visit {
            root,
            globs,
            avoid: &avoid,
            hidden: walk.hidden,
            each,
        };
        let mut builder = WalkBuilder::new(root);
        builder
            .standard_filters(walk.respect_ignore)
            .hidden(false)
            .require_git(false)
            .follow_links(walk.follow)
            .threads(walk.threads);
        builder
            .build_parallel()
            .run(|| Box::new(|entry| visit.entry(entry)));
    }
    Ok(())
}

/// The roots, each once and none inside another, so that no file is met twice.
fn roots(given: &[PathBuf]) -> Result<Vec<PathBuf>, SourceError> {
    for root in given {
        fs::metadata(root).map_err(|source| SourceError::Root {
            path: printable(root),
            source,
        })?;
    }
    let real: Vec<PathBuf> = given
        .iter()
        .map(|root| root.canonicalize().unwrap_or_else(|_| root.clone()))
        .collect();
    let mut kept: Vec<PathBuf> = Vec::new();
    for (at, root) in real.iter().enumerate() {
        let inside = real.iter().enumerate().any(|(other_at, other)| {
            other_at != at && root.starts_with(other) && (root != other || other_at < at)
        });
        if !inside {
            kept.push(given[at].components().collect());
        }
    }
    Ok(kept)
}

fn globs(root: &Path, globs: &[String]) -> Result<Override, SourceError> {
    let base = if root.is_dir() {
        root
    } else {
        root.parent().unwrap_or(root)
    };
    let mut builder = OverrideBuilder::new(base);
    for glob in globs {
        builder.add(glob).map_err(|source| SourceError::Glob {
            glob: glob.clone(),
            source,
        })?;
    }
    builder.build().map_err(|source| SourceError::Glob {
        glob: globs.join(" "),
        source,
    })
}

struct Visit<'w> {
    root: &'w Path,
    globs: &'w Override,
    avoid: &'w [PathBuf],
    hidden: bool,
    each: &'w (dyn Fn(Met) -> ControlFlow<()> + Sync),
}

impl Visit<'_> {
    fn entry(&self, entry: Result<DirEntry, ignore::Error>) -> WalkState {
        let (met, state) = match entry {
            Ok(entry) => self.look(&entry),
            Err(error) => (Some(self.failed(error)), WalkState::Continue),
        };
        match met.map(|met| (self.each)(met)) {
            Some(ControlFlow::Break(())) => WalkState::Quit,
            Some(ControlFlow::Continue(())) | None => state,
        }
    }

    fn look(&self, entry: &DirEntry) -> (Option<Met>, WalkState) {
        let path = entry.path();
        let is_root = entry.depth() == 0;
        // A root is followed even where it is a link.
        let kind = match (entry.file_type(), is_root) {
            (Some(kind), true) if kind.is_symlink() => {
                fs::metadata(path).ok().map(|root| root.file_type())
            }
            (kind, _) => kind,
        };
        let is_folder = kind.as_ref().is_some_and(FileType::is_dir);
        if !is_root && self.globs.matched(path, is_folder).is_ignore() {
            return (
                None,
                if is_folder {
                    WalkState::Skip
                } else {
                    WalkState::Continue
                },
            );
        }
        if is_root && !is_folder && self.globs.matched(path, false).is_ignore() {
            return (None, WalkState::Continue);
        }
        let hidden = !is_root && !self.hidden && is_hidden(entry);
        if is_folder {
            let skip = hidden || !is_root && self.is_avoided(path);
            let met = hidden.then(|| passed(entry, "hidden folder"));
            return (
                met,
                if skip {
                    WalkState::Skip
                } else {
                    WalkState::Continue
                },
            );
        }
        let met = match kind {
            Some(kind) if kind.is_symlink() => passed(entry, "symbolic link"),
            Some(kind) if !kind.is_file() => passed(entry, "not a file"),
            _ if hidden => passed(entry, "hidden"),
            _ => match metadata(entry, is_root) {
                Ok(metadata) => Met::File(found(path, Some(&metadata))),
                Err(error) => self.failed(error),
            },
        };
        (Some(met), WalkState::Continue)
    }

    fn failed(&self, error: ignore::Error) -> Met {
        let name = path_of(&error).map_or_else(|| printable(self.root), printable);
        let error = error.into_io_error().unwrap_or_else(|| {
            io::Error::other("a loop of links, or a folder that cannot be read")
        });
        Met::Failed {
            name,
            error: SourceError::Io(error),
        }
    }

    fn is_avoided(&self, path: &Path) -> bool {
        !self.avoid.is_empty()
            && self
                .avoid
                .iter()
                .any(|avoid| avoid.file_name() == path.file_name())
            && path
                .canonicalize()
                .is_ok_and(|path| self.avoid.contains(&path))
    }
}

fn passed(entry: &DirEntry, reason: &'static str) -> Met {
    Met::Passed(found(entry.path(), entry.metadata().ok().as_ref()), reason)
}

fn metadata(entry: &DirEntry, is_root: bool) -> Result<Metadata, ignore::Error> {
    if is_root {
        fs::metadata(entry.path()).map_err(ignore::Error::Io)
    } else {
        entry.metadata()
    }
}

fn found(path: &Path, metadata: Option<&Metadata>) -> FoundFile {
    let modified = metadata
        .and_then(|metadata| metadata.modified().ok())
        .map_or(0, |time| match time.duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
            Err(before) => {
                i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanos| -nanos)
            }
        });
    FoundFile {
        path: path.to_owned(),
        name: printable(path),
        size: metadata.map_or(0, Metadata::len),
        modified,
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    // Errors are wrapped a few times at the most.
    let mut error = error;
    for _ in 0..8 {
        match error {
            ignore::Error::WithPath { path, .. } => return Some(path),
            ignore::Error::Loop { child, .. } => return Some(child),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
                error = err;
            }
            _ => return None,
        }
    }
    None
}
