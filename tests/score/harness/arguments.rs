//! What was asked for on the command line.

use std::path::PathBuf;

use anyhow::{Context, bail};

/// Printed where nothing was asked for.
pub(crate) const USAGE: &str = "\
usage: cargo score FOLDER... [--worst N] [--by FIELD] [--page ID] [--per-page] [--predictions FILE]
  FOLDER      gold.jsonl with its pages, a folder of such folders, or tests/archive
  --worst N   how many of the worst pages to list (10)
  --by FIELD  a line of the table for each value of a field of the gold: flavour, lang, site
  --page ID   one page: the gold against what came out, - missing, + extra, ~ changed
  --per-page  a JSON line a page instead of the table
  --predictions FILE
              measures another tool: a JSON line a page: id, title, date, authors, body";

/// The arguments, read.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// Where to look; at least one.
    pub(crate) folders: Vec<PathBuf>,
    /// How many of the worst pages to list.
    pub(crate) worst: usize,
    /// The field of the gold that parts a set.
    pub(crate) by: Option<String>,
    /// The one page to show.
    pub(crate) page: Option<String>,
    /// Whether to print a line a page.
    pub(crate) per_page: bool,
    /// What another tool found, instead of what dateline finds.
    pub(crate) predictions: Option<PathBuf>,
}

impl Arguments {
    /// Reads them; `None` where no folder is given.
    ///
    /// They begin with the word `score`, which the alias gives: `cargo test NAME` hands its filter to every test program, and what
    /// is none of ours must not fail.
    pub(crate) fn parse(arguments: &[String]) -> anyhow::Result<Option<Self>> {
        let mut arguments = arguments.iter();
        if arguments.next().is_none_or(|first| first != "score") {
            return Ok(None);
        }
        let mut read = Self {
            worst: 10,
            ..Self::default()
        };
        while let Some(argument) = arguments.next() {
            let (flag, glued) = match argument.split_once('=') {
                Some((flag, value)) if flag.starts_with("--") => (flag, Some(value.to_owned())),
                _ => (argument.as_str(), None),
            };
            let mut value = || {
                glued
                    .clone()
                    .or_else(|| arguments.next().cloned())
                    .with_context(|| format!("`{flag}` needs a value"))
            };
            match flag {
                "--worst" => read.worst = value()?.parse().context("`--worst` needs a number")?,
                "--by" => read.by = Some(value()?),
                "--page" => read.page = Some(value()?),
                "--per-page" => read.per_page = true,
                "--predictions" => read.predictions = Some(PathBuf::from(value()?)),
                "--help" | "-h" => return Ok(None),
                _ if flag.starts_with('-') => bail!("unknown argument `{flag}`\n{USAGE}"),
                _ => read.folders.push(PathBuf::from(argument)),
            }
        }
        Ok((!read.folders.is_empty()).then_some(read))
    }
}
