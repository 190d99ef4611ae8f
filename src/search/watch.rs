//! The names of one's own list, each counted among what matches.

use crate::index::Snapshot;
use crate::search::error::SearchError;
use crate::search::facets::Bucket;
use crate::search::respond::respond;
use crate::search::{Count, Filters, Request, unbroken};

/// Counts, for each name that `request` watches, what matches and has it in the text; in the order of the list.
///
/// # Errors
///
/// As [`crate::search::search`].
pub fn watched(index: &Snapshot, request: &Request) -> Result<Vec<Bucket>, SearchError> {
    unbroken(index, || {
        let each = request.filters.watched.iter().map(|name| {
            let one = Request {
                filters: Filters {
                    watched: vec![name.clone()],
                    ..request.filters.clone()
                },
                limit: 0,
                ..request.clone()
            };
            let found = respond(index, &one)?;
            Ok(Bucket {
                name: name.name.clone(),
                count: Count {
                    articles: found.articles,
                    stories: found.stories,
                },
            })
        });
        each.collect()
    })
}
