//! Columns of a segment, each opened once: finding one in its file takes longer than a query may.

use std::sync::{Mutex, PoisonError};

use tantivy::SegmentReader;
use tantivy::columnar::{Column, DynamicColumn, HasAssociatedColumnType, StrColumn};

/// The columns of one segment that were asked for.
#[derive(Default)]
pub(crate) struct Columns {
    numbers: Opened<Column<u64>>,
    seconds: Opened<Column<i64>>,
    texts: Opened<Option<StrColumn>>,
}

type Opened<C> = Mutex<Vec<(String, C)>>;

impl Columns {
    /// A column of numbers; empty where no document of the segment has a value.
    pub(crate) fn numbers(
        &self,
        segment: &SegmentReader,
        name: &str,
    ) -> tantivy::Result<Column<u64>> {
        opened(&self.numbers, name, || column(segment, name))
    }

    /// A column of seconds; empty where no document of the segment has a value.
    pub(crate) fn seconds(
        &self,
        segment: &SegmentReader,
        name: &str,
    ) -> tantivy::Result<Column<i64>> {
        opened(&self.seconds, name, || column(segment, name))
    }

    /// A column of texts; `None` where no document of the segment has a value.
    pub(crate) fn texts(
        &self,
        segment: &SegmentReader,
        name: &str,
    ) -> tantivy::Result<Option<StrColumn>> {
        opened(&self.texts, name, || segment.fast_fields().str(name))
    }
}

fn opened<C: Clone>(
    known: &Opened<C>,
    name: &str,
    open: impl FnOnce() -> tantivy::Result<C>,
) -> tantivy::Result<C> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, column)) = known.iter().find(|(other, _)| other == name) {
        return Ok(column.clone());
    }
    let column = open()?;
    known.push((name.to_owned(), column.clone()));
    Ok(column)
}

fn column<T: HasAssociatedColumnType + Default>(
    segment: &SegmentReader,
    name: &str,
) -> tantivy::Result<Column<T>>
where
    DynamicColumn: Into<Option<Column<T>>>,
{
    let column = segment.fast_fields().column_opt(name)?;
    Ok(column.unwrap_or_else(|| Column::build_empty_column(segment.max_doc())))
}
