//! Tables: CSV (RFC 4180, 2005) and tab-separated values.

use std::io::{self, Write};

use crate::article::ArticleDate;
use crate::render::place;
use crate::search::Hit;

/// The columns, in order.
const COLUMNS: [&str; 15] = [
    "rank",
    "score",
    "id",
    "own_id",
    "published",
    "updated",
    "title",
    "byline",
    "publisher",
    "section",
    "lang",
    "words",
    "url",
    "path",
    "dek",
];

fn cells(hit: &Hit) -> [String; 15] {
    let article = &hit.article;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let date = |date: &Option<ArticleDate>| {
        date.as_ref()
            .map(|date| date.date.value())
            .unwrap_or_default()
    };
    [
        hit.rank.to_string(),
        format!("{:.4}", hit.score),
        article.id.clone(),
        text(&article.own_id),
        date(&article.published),
        date(&article.updated),
        text(&article.title),
        text(&article.byline),
        text(&article.publisher),
        text(&article.section),
        text(&article.lang),
        article.words.to_string(),
        text(&article.url),
        place(&article.path, article.record.as_deref()),
        text(&article.dek),
    ]
}

/// How the cells of a row are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separated {
    /// CSV: cells with commas, quotes or line breaks stand in quotes.
    Commas,
    /// Tabs; tabs and line breaks inside a cell become blanks.
    Tabs,
}

impl Separated {
    /// Writes a row.
    pub fn row<S: AsRef<str>>(self, cells: &[S], out: &mut dyn Write) -> io::Result<()> {
        let cells = cells.iter().map(AsRef::as_ref);
        match self {
            Self::Commas => {
                let cells: Vec<String> = cells.map(quoted).collect();
                write!(out, "{}\r\n", cells.join(","))
            }
            Self::Tabs => {
                let cells: Vec<String> = cells
                    .map(|cell| cell.replace(['\t', '\n', '\r'], " "))
                    .collect();
                writeln!(out, "{}", cells.join("\t"))
            }
        }
    }
}

/// A cell of CSV.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Writes the names of the columns.
pub fn csv_header(out: &mut dyn Write) -> io::Result<()> {
    Separated::Commas.row(&COLUMNS, out)
}

/// Writes a hit as a row.
pub fn csv_row(hit: &Hit, out: &mut dyn Write) -> io::Result<()> {
    Separated::Commas.row(&cells(hit), out)
}

/// Writes the names of the columns.
pub fn tsv_header(out: &mut dyn Write) -> io::Result<()> {
    Separated::Tabs.row(&COLUMNS, out)
}

/// Writes a hit as a row.
pub fn tsv_row(hit: &Hit, out: &mut dyn Write) -> io::Result<()> {
    Separated::Tabs.row(&cells(hit), out)
}
