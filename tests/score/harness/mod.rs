//! Runs the extraction over folders of pages and measures it against their gold.
//!
//! | module | does |
//! |---|---|
//! | `arguments` | what was asked for |
//! | `sets` | the folders: gold rows, and the file of each |
//! | `pages` | a file through `source`, `reader`, `extract` and `enrich` |
//! | `predictions` | what another tool found, in place of ours |
//! | `fold` | when two titles, names or days are the same |
//! | `measure`, `totals` | a page's score, and that of many |
//! | `table` | the scores as a table, the worst pages, JSON lines |
//! | `diff` | one page: gold paragraphs against ours |
//! | `align` | the longest common subsequence under it |
//! | `expected`, `misses` | the sample archive against its table |

mod align;
mod arguments;
mod diff;
pub(crate) mod expected;
mod fold;
mod measure;
pub(crate) mod misses;
mod pages;
mod predictions;
mod sets;
mod table;
mod totals;

use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use dateline::article::Article;
use rayon::prelude::*;

use crate::harness::arguments::{Arguments, USAGE};
use crate::harness::measure::PageScore;
use crate::harness::sets::{Set, Sort};
use crate::harness::table::Scored;

/// What another tool found, by the ids of pages.
type Predicted = HashMap<String, Article>;

/// Does what the arguments ask for, and prints it on `out`.
pub(crate) fn run(arguments: &[String], out: &mut dyn Write) -> anyhow::Result<()> {
    let Some(arguments) = Arguments::parse(arguments)? else {
        writeln!(out, "{USAGE}")?;
        return Ok(());
    };
    let mut golds = Vec::new();
    for folder in &arguments.folders {
        let sets = sets::find(folder).with_context(|| format!("`{}`", folder.display()))?;
        for set in sets {
            match set.sort {
                Sort::Gold => golds.push(set),
                Sort::Expected(table) => {
                    expected::report(&set.folder, &table, &arguments, out)?;
                }
            }
        }
    }
    if golds.is_empty() {
        return Ok(());
    }
    let predicted = arguments.predictions.as_deref();
    let predicted = predicted.map(predictions::read).transpose()?;
    if let Some(id) = &arguments.page {
        return page(&golds, predicted.as_ref(), id, out);
    }
    let scored = golds
        .iter()
        .map(|set| score(set, predicted.as_ref()))
        .collect::<anyhow::Result<Vec<Scored>>>()?;
    if arguments.per_page {
        return table::json_lines(&scored, out);
    }
    table::print(&scored, arguments.by.as_deref(), out)?;
    table::worst(&scored, arguments.worst, out)
}

/// Every page of a set, in the order of its gold.
fn score(set: &Set, predicted: Option<&Predicted>) -> anyhow::Result<Scored> {
    let golds = set.golds()?;
    let files = set.files()?;
    let pages = golds
        .into_par_iter()
        .map(|gold| {
            let ours = found(&gold.id, &files, predicted);
            let score = PageScore::of(&gold, &ours);
            (gold, ours, score)
        })
        .collect();
    Ok(Scored {
        name: set.name.clone(),
        pages,
    })
}

/// What was found in a page: by another tool if its findings are given, else by dateline.
fn found(id: &str, files: &BTreeMap<String, PathBuf>, predicted: Option<&Predicted>) -> Article {
    match predicted {
        Some(predicted) => predicted.get(id).cloned().unwrap_or_default(),
        None => pages::first_article(files.get(id)),
    }
}

/// The difference of one page, in every set that has it.
fn page(
    sets: &[Set],
    predicted: Option<&Predicted>,
    id: &str,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let mut any = false;
    for set in sets {
        let Some(gold) = set.golds()?.into_iter().find(|gold| gold.id == id) else {
            continue;
        };
        let ours = found(id, &set.files()?, predicted);
        writeln!(out, "{} {id}", set.name)?;
        diff::print(&gold, &ours, out)?;
        any = true;
    }
    ensure!(any, "no gold has a page `{id}`");
    Ok(())
}
