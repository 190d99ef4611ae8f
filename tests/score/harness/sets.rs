//! Folders of pages whose right answer is known.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use dateline::source;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::harness::pages::files_below;

const GOLD: &str = "gold.jsonl";

/// A folder of pages, and what says how they are right.
#[derive(Debug)]
pub(crate) struct Set {
    /// The folder's own name.
    pub(crate) name: String,
    /// Where it lies.
    pub(crate) folder: PathBuf,
    /// What says it.
    pub(crate) sort: Sort,
}

/// What says how the pages of a folder are right.
#[derive(Debug)]
pub(crate) enum Sort {
    /// `gold.jsonl` in it.
    Gold,
    /// The table beside it, as `tests/archive.expected.jsonl`.
    Expected(PathBuf),
}

/// The right answer for one page. A field that is `None` is unknown and not scored.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Gold {
    /// Name of the page's file, less what follows the dot.
    pub(crate) id: String,
    /// The headline.
    pub(crate) title: Option<String>,
    /// When it was published.
    pub(crate) date: Option<String>,
    /// The people in its byline: a list, or a line.
    pub(crate) authors: Option<Value>,
    /// Names that count neither way: agencies, publishers, desks.
    pub(crate) authors_neutral: Option<Value>,
    /// Paragraphs parted by a blank line.
    pub(crate) body: Option<String>,
    /// Paragraphs of `body` that may be there or not.
    pub(crate) optional: Option<Vec<String>>,
    /// What else it says: its site, its language.
    #[serde(flatten)]
    pub(crate) rest: Map<String, Value>,
}

impl Gold {
    /// Paragraphs that may be there or not.
    pub(crate) fn optional(&self) -> &[String] {
        self.optional.as_deref().unwrap_or_default()
    }
}

/// The sets that a folder is or holds.
pub(crate) fn find(folder: &Path) -> anyhow::Result<Vec<Set>> {
    let set = |folder: &Path, sort| Set {
        name: folder.file_name().map_or_else(
            || source::printable(folder),
            |name| source::printable(Path::new(name)),
        ),
        folder: folder.to_path_buf(),
        sort,
    };
    if folder.join(GOLD).is_file() {
        return Ok(vec![set(folder, Sort::Gold)]);
    }
    let table = folder.with_extension("expected.jsonl");
    if table.is_file() {
        return Ok(vec![set(folder, Sort::Expected(table))]);
    }
    let mut inside: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join(GOLD).is_file())
        .collect();
    inside.sort();
    if inside.is_empty() {
        bail!("there is no {GOLD}, neither in it nor in a folder of it");
    }
    Ok(inside.iter().map(|path| set(path, Sort::Gold)).collect())
}

impl Set {
    /// The rows of its gold.
    pub(crate) fn golds(&self) -> anyhow::Result<Vec<Gold>> {
        let path = self.folder.join(GOLD);
        let text = fs::read_to_string(&path)?;
        text.lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(at, line)| {
                serde_json::from_str(line)
                    .with_context(|| format!("`{}`, line {}", path.display(), at + 1))
            })
            .collect()
    }

    /// Its pages by their ids. Where two have one id, the first by path is taken: `html/` before `text/`.
    pub(crate) fn files(&self) -> anyhow::Result<BTreeMap<String, PathBuf>> {
        let mut files = BTreeMap::new();
        for path in files_below(&self.folder)? {
            if path.file_name().is_none_or(|name| name != GOLD) {
                files.entry(id_of(&path)).or_insert(path);
            }
        }
        Ok(files)
    }
}

/// The name of a file less `.gz` and one more extension.
fn id_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}
