//! The folder that an index's paths are counted from.
//!
//! Paths are kept as they were given, so `archive/a.txt` means a file below the folder that `dateline index` was run in. The index notes
//! that folder in two ways: from the top of the disk, and from where the index itself lies. By the second it still finds the files after
//! the archive and the index in it were moved, by the first after the index alone was.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::index::open::Index;

/// The folder that relative paths are counted from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Root {
    /// From the top of the disk.
    absolute: PathBuf,
    /// From the index; `None` where there is no way without the disk's top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from_index: Option<PathBuf>,
}

/// What became of a folder to count paths from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rooted {
    /// It is the one noted, or of no account.
    Same,
    /// It was noted.
    New,
    /// This one stays.
    Elsewhere(PathBuf),
}

impl Index {
    /// Notes that relative paths, such as those `given`, are counted from `folder`; it goes into the next commit. An index has one such
    /// folder: where it has another in which files are found by the paths given, that one stays.
    pub fn set_root(&mut self, folder: &Path, given: &[PathBuf]) -> Rooted {
        let relative: Vec<&PathBuf> = given.iter().filter(|path| path.is_relative()).collect();
        let (Ok(folder), Ok(index)) = (folder.canonicalize(), self.path().canonicalize()) else {
            return Rooted::Same;
        };
        // What JSON cannot hold is not noted.
        if relative.is_empty() || folder.to_str().is_none() || index.to_str().is_none() {
            return Rooted::Same;
        }
        let roots = self.roots();
        if roots.contains(&folder) {
            return Rooted::Same;
        }
        let known = |root: &PathBuf| relative.iter().any(|path| root.join(path).exists());
        if let Some(other) = roots.into_iter().find(known) {
            return Rooted::Elsewhere(other);
        }
        self.root = Some(Root {
            from_index: way(&index, &folder),
            absolute: folder,
        });
        Rooted::New
    }

    /// The folders that relative paths may be counted from, likeliest first; none where the index says nothing of it.
    pub fn roots(&self) -> Vec<PathBuf> {
        let Some(root) = &self.root else {
            return Vec::new();
        };
        let near = root.from_index.as_ref().and_then(|way| {
            // Links in the way are followed before its `..` are.
            self.path().canonicalize().ok().map(|here| here.join(way))
        });
        near.into_iter()
            .map(|near| near.canonicalize().unwrap_or(near))
            .chain([root.absolute.clone()])
            .collect()
    }

    /// Where a file lies now that was indexed by this path: below the index's root, or else below the current folder.
    pub fn source(&self, path: &Path) -> PathBuf {
        if path.is_absolute() {
            return path.to_owned();
        }
        let roots = self.roots().into_iter();
        let mut places = roots.map(|root| root.join(path));
        places
            .find(|place| place.symlink_metadata().is_ok())
            .unwrap_or_else(|| path.to_owned())
    }
}

/// The way from one folder to another: `../..`.
fn way(from: &Path, to: &Path) -> Option<PathBuf> {
    let here: Vec<Component<'_>> = from.components().collect();
    let there: Vec<Component<'_>> = to.components().collect();
    let common = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    // With the top alone in common the two lie on different branches, which do not move together.
    if common < 2 {
        return None;
    }
    let up = here[common..].iter().map(|_| Component::ParentDir);
    Some(up.chain(there[common..].iter().copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_from_one_folder_to_another() {
        let way = |from: &str, to: &str| way(Path::new(from), Path::new(to));
        assert_eq!(way("/a/b/index", "/a/b"), Some(PathBuf::from("..")));
        assert_eq!(way("/a/b/index", "/a/c"), Some(PathBuf::from("../../c")));
        assert_eq!(way("/a/b", "/a/b"), Some(PathBuf::new()));
        assert_eq!(way("/a/b", "/c"), None);
    }
}
