//! A file's way to its articles, as `dateline extract` takes it.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use dateline::article::Article;
use dateline::enrich::enrich;
use dateline::extract::extract;
use dateline::reader;
use dateline::source::{self, Limits, Met, RawDocument, Walk};

/// What became of a place in a file.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An article.
    Article(Box<Article>),
    /// A row of the ledger.
    Refused {
        /// Where in the file; `None` for the whole of it.
        record: Option<String>,
        /// `skipped` or `failed`.
        status: &'static str,
        /// Why.
        reason: String,
    },
}

/// The files below a folder, by path.
pub(crate) fn files_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let found = Mutex::new(Vec::new());
    let walk = Walk {
        roots: vec![folder.to_path_buf()],
        ..Walk::default()
    };
    source::walk(&walk, &|met| {
        if let Met::File(file) = met {
            found.lock().expect("no thread panics").push(file.path);
        }
        ControlFlow::Continue(())
    })?;
    let mut found = found.into_inner().expect("no thread panics");
    found.sort();
    Ok(found)
}

/// All that a file holds; `name` is the path it goes by.
pub(crate) fn outcomes(file: &Path, name: &str) -> Vec<Outcome> {
    let contents = match source::read(file, &Limits::default()) {
        Ok(contents) => contents,
        Err(error) => return vec![refused(None, "failed", error.to_string())],
    };
    let document = RawDocument {
        path: name.to_owned(),
        bytes: contents.bytes,
        truncated: contents.truncated,
        ..RawDocument::default()
    };
    let status = |error: &reader::ReadError| if error.skips() { "skipped" } else { "failed" };
    match reader::read(document) {
        Ok(read) => {
            let articles = read.records.iter().map(|record| {
                let (found, issues) = extract(record);
                Outcome::Article(Box::new(enrich(&record.key, found, issues)))
            });
            let failures = read.failures.iter().map(|failure| {
                let record = failure.key.record.clone();
                refused(record, status(&failure.error), failure.error.to_string())
            });
            articles.chain(failures).collect()
        }
        Err(error) => vec![refused(None, status(&error), error.to_string())],
    }
}

/// The article of a page; an empty one where there is no page or no article in it.
pub(crate) fn first_article(file: Option<&PathBuf>) -> Article {
    let Some(file) = file else {
        return Article::default();
    };
    outcomes(file, &source::printable(file))
        .into_iter()
        .find_map(|outcome| match outcome {
            Outcome::Article(article) => Some(*article),
            Outcome::Refused { .. } => None,
        })
        .unwrap_or_default()
}

fn refused(record: Option<String>, status: &'static str, reason: String) -> Outcome {
    Outcome::Refused {
        record,
        status,
        reason,
    }
}
