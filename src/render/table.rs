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

/// Writes the names of the columns.
pub fn csv_header(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}\r\n", COLUMNS.join(","))
}

/// Writes a hit as a row; cells with commas, quotes or line breaks stand in quotes.
pub fn csv_row(hit: &Hit, out: &mut dyn Write) -> io::Result<()> {
    let cells = cells(hit).map(|cell| {
        if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    });
    write!(out, "{}\r\n", cells.join(","))
}

/// Writes the names of the columns.
pub fn tsv_header(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", COLUMNS.join("\t"))
}

/// Writes a hit as a row; tabs and line breaks inside a cell become blanks.
pub fn tsv_row(hit: &Hit, out: &mut dyn Write) -> io::Result<()> {
    let cells = cells(hit).map(|cell| cell.replace(['\t', '\n', '\r'], " "));
    writeln!(out, "{}", cells.join("\t"))
}
