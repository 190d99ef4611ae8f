//! Words spelt much alike: `zelensky~` asks for `zelenskiy` and `zelenskyy` too.

use tantivy::schema::Field;

use crate::search::error::SearchError;
use crate::search::plan::SlotTerm;
use crate::search::plan::dictionary::alike;
use crate::search::plan::statistics::Statistics;

/// The most spellings that one word stands for.
const LIMIT: usize = 64;

/// Words spelt much like another.
#[derive(Debug, Default)]
pub(in crate::search) struct Variants {
    /// The commonest of them.
    pub(in crate::search) terms: Vec<SlotTerm>,
    /// How many more there are.
    pub(in crate::search) beyond: usize,
}

/// The words of a field within a few edits of `word`: none for words of up to three letters, one up to six, two beyond.
pub(in crate::search) fn variants(
    statistics: &Statistics<'_>,
    field: Field,
    word: &str,
) -> Result<Variants, SearchError> {
    let edits = match word.chars().count() {
        0..=3 => return Ok(Variants::default()),
        4..=6 => 1,
        _ => 2,
    };
    let found = alike(statistics, field, word, edits)?;
    let mut terms: Vec<(String, u64)> = found.into_iter().collect();
    terms.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let beyond = terms.len().saturating_sub(LIMIT);
    terms.truncate(LIMIT);
    let term = |(text, _)| SlotTerm {
        text,
        exact: false,
        counted: true,
    };
    Ok(Variants {
        terms: terms.into_iter().map(term).collect(),
        beyond,
    })
}
