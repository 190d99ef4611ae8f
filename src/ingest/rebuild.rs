//! Indexes made again from what they store.

use std::path::Path;

use crate::article::Article;
use crate::enrich::{names, sketch};
use crate::index::{Index, IndexError, Repaired, Upgraded};

/// The first format whose articles say which names are in them.
const NAMES_SINCE: u32 = 5;

/// Rebuilds what is damaged of an index; see [`Index::repair`].
pub fn repair(path: &Path) -> Result<Repaired, IndexError> {
    Index::repair(path, &sketched)
}

/// Makes an index of the present format of one of an older; see [`Index::upgrade`]. Articles stay as they were read then; names are looked for
/// where the older format knew none.
pub fn upgrade(path: &Path) -> Result<Upgraded, IndexError> {
    Index::upgrade(path, &|article, format| {
        if format < NAMES_SINCE {
            article.entities = names(article);
        }
        sketched(article)
    })
}

fn sketched(article: &Article) -> Vec<u64> {
    let sketch = sketch(article);
    if sketch.is_empty() {
        Vec::new()
    } else {
        sketch.to_numbers().to_vec()
    }
}
