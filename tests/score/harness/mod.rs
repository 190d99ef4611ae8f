//! Runs the extraction over folders of pages and measures it against their gold.
//!
//! | module | does |
//! |---|---|
//! | `arguments` | what was asked for |
//! | `sets` | the folders: gold rows, and the file of each |
//! | `pages` | a file through `source`, `reader`, `extract` and `enrich` |
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
mod sets;
mod table;
mod totals;

use std::io::Write;

use anyhow::{Context, ensure};
use rayon::prelude::*;

use crate::harness::arguments::{Arguments, USAGE};
use crate::harness::measure::PageScore;
use crate::harness::sets::{Set, Sort};
use crate::harness::table::Scored;

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
    if let Some(id) = &arguments.page {
        return page(&golds, id, out);
    }
    let scored = golds
        .iter()
        .map(score)
        .collect::<anyhow::Result<Vec<Scored>>>()?;
    if arguments.per_page {
        return table::json_lines(&scored, out);
    }
    table::print(&scored, arguments.by.as_deref(), out)?;
    table::worst(&scored, arguments.worst, out)
}

/// Every page of a set, in the order of its gold.
fn score(set: &Set) -> anyhow::Result<Scored> {
    let golds = set.golds()?;
    let files = set.files()?;
    let pages = golds
        .into_par_iter()
        .map(|gold| {
            let ours = pages::first_article(files.get(&gold.id));
            let score = PageScore::of(&gold, &ours);
            (gold, ours, score)
        })
        .collect();
    Ok(Scored {
        name: set.name.clone(),
        pages,
    })
}

/// The difference of one page, in every set that has it.
fn page(sets: &[Set], id: &str, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut found = false;
    for set in sets {
        let Some(gold) = set.golds()?.into_iter().find(|gold| gold.id == id) else {
            continue;
        };
        let file = set.files()?.remove(id);
        let ours = pages::first_article(file.as_ref());
        writeln!(out, "{} {id}", set.name)?;
        diff::print(&gold, &ours, out)?;
        found = true;
    }
    ensure!(found, "no gold has a page `{id}`");
    Ok(())
}
