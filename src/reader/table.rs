//! Tables: CSV, TSV, and what spreadsheets write instead. A row under named columns is read as an object of JSON is.

use serde_json::{Map, Value};

use crate::article::Key;
use crate::reader::json::{self, Way};
use crate::reader::rows::Quoted;
use crate::reader::{ReadError, Reading, Record};

/// What cells may be parted by.
const DELIMITERS: &[u8] = b",\t;|";
/// Characters of the name of a column.
const MAX_NAME: usize = 60;
/// Bytes of the line of names.
const MAX_HEAD: usize = 64 << 10;

/// The columns of a table.
pub(super) struct Table {
    delimiter: u8,
    columns: Vec<String>,
    /// Rows before the first one of cells.
    before: u64,
}

/// Whether a text is a table: its first line names columns, one of them of a title or a text.
pub(super) fn is_table(start: &str, extension: &str) -> bool {
    if matches!(extension, "csv" | "tsv" | "tab") {
        return true;
    }
    let Some(table) = columns(start) else {
        return false;
    };
    let names = &table.columns;
    let known = names
        .iter()
        .filter(|name| json::is_known_name(name))
        .count();
    let short = names
        .iter()
        .all(|name| !name.is_empty() && name.chars().count() <= MAX_NAME);
    // A line of text may hold a comma and the word `title`; it doesn't name columns for the line after it.
    let next = start.lines().filter(|line| !line.trim().is_empty()).nth(1);
    let goes_on = next.is_none_or(|line| line.as_bytes().contains(&table.delimiter));
    let titled = names.iter().any(|name| json::is_title_name(name));
    short && known >= 2 && known * 2 >= names.len().min(8) && titled && goes_on
}

/// The columns that a table begins with.
///
/// # Errors
///
/// Where no column is of a title or a text.
pub(super) fn head(text: &str, reading: &Reading) -> Result<Table, ReadError> {
    let without = || {
        let reason = "a table without a column of titles or texts";
        ReadError::Foreign(reason.to_owned())
    };
    let table = columns(text).ok_or_else(without)?;
    let mapping = &reading.mapping;
    let holds = table.columns.iter().any(|name| {
        json::is_title_name(name)
            || json::is_text_name(name)
            || ["title", "body", "html"]
                .iter()
                .any(|field| mapping.has(field, name))
    });
    if holds { Ok(table) } else { Err(without()) }
}

fn columns(text: &str) -> Option<Table> {
    let text = text.trim_start_matches(['\u{feff}', '\n', '\r']);
    let end = text.floor_char_boundary(MAX_HEAD);
    let (given, text, before) = match separator(&text[..end]) {
        Some((delimiter, rest)) => (Some(delimiter), rest, 2),
        None => (None, &text[..end], 1),
    };
    // The names of columns stand on one line.
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    let delimiter = given.or_else(|| {
        let outside = outside_quotes(line);
        let count = |delimiter: u8| outside.bytes().filter(|byte| *byte == delimiter).count();
        DELIMITERS
            .iter()
            .copied()
            .filter(|delimiter| count(*delimiter) > 0)
            .max_by_key(|delimiter| (count(*delimiter), *delimiter == b','))
    })?;
    let columns = cells(line, delimiter)?
        .into_iter()
        .map(|name| name.trim().to_owned())
        .collect();
    Some(Table {
        delimiter,
        columns,
        before,
    })
}

/// The delimiter that a spreadsheet was told: `sep=;` on the first line.
fn separator(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let line = line.trim_end_matches('\r').trim_matches('"');
    let delimiter = line.strip_prefix("sep=").or(line.strip_prefix("SEP="))?;
    match delimiter.as_bytes() {
        [one] => Some((*one, rest)),
        _ => None,
    }
}

fn outside_quotes(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

/// The cells of a row.
fn cells(row: &str, delimiter: u8) -> Option<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(row.len().clamp(64, 64 << 10))
        .delimiter(delimiter)
        .from_reader(row.as_bytes());
    let mut cells = csv::StringRecord::new();
    reader
        .read_record(&mut cells)
        .ok()?
        .then(|| cells.iter().map(str::to_owned).collect())
}

impl Table {
    /// Cuts the table into rows.
    pub(super) fn cut(&self) -> Quoted {
        Quoted::new(self.delimiter)
    }

    /// Rows before the first one of cells.
    pub(super) fn before(&self) -> u64 {
        self.before
    }

    /// Reads a row.
    ///
    /// # Errors
    ///
    /// Where it has more cells than there are columns, so that nobody knows which is which, or holds no article.
    pub(super) fn read(
        &self,
        row: &str,
        key: Key,
        way: &Way<'_>,
        mut issues: Vec<String>,
    ) -> Result<Record, ReadError> {
        let cells = cells(row, self.delimiter).unwrap_or_default();
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty());
        let (found, columns) = (filled.map_or(0, |last| last + 1), self.columns.len());
        let ragged = ReadError::Ragged {
            cells: cells.len(),
            columns,
        };
        if found > columns {
            return Err(ragged);
        }
        let is_short = cells.len() < columns;
        let mut object = Map::with_capacity(columns);
        for (name, cell) in self.columns.iter().zip(cells) {
            // Databases write so what they don't have.
            if !matches!(
                cell.trim(),
                "" | "NULL" | "null" | "\\N" | "NaN" | "nan" | "None"
            ) {
                // Of two columns of one name, the first that holds something.
                object.entry(name.clone()).or_insert(Value::String(cell));
            }
        }
        if is_short {
            issues.push(ragged.to_string());
        }
        if object.is_empty() && is_short {
            return Err(ragged);
        }
        match json::read_object(&object, key, way, issues) {
            Err(ReadError::NoArticle) if is_short => Err(ragged),
            Err(ReadError::NoArticle) => Err(ReadError::Foreign(
                "a row without a text, and without a title beside a date, an address or an author"
                    .to_owned(),
            )),
            read => read,
        }
    }
}
