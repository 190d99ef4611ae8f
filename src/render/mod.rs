//! A response as bytes: text for people, the stable JSON types, and the formats of other programs.
//!
//! | module | writes |
//! |---|---|
//! | `hits` | hits as text for a terminal, and the summary line |
//! | `article` | one article to be read |
//! | `copies` | the copies of a story, and two articles word by word |
//! | `json` | the envelope of `--json`, and articles as JSON lines |
//! | `table` | CSV and TSV |
//! | `facets`, `timeline` | counts: text with bars, JSON, CSV and TSV |
//! | `entities` | names counted: likewise |
//! | `bars` | the bars |
//! | `kwic` | keyword in context |
//! | `fields` | chosen fields of hits |
//! | `page` | Markdown and HTML |
//! | `cite` | BibTeX, RIS, CSL-JSON |
//! | `trec` | runs |
//! | `wrap` | lines that fit a terminal |

mod article;
mod bars;
mod cite;
mod explain;
mod copies;
mod entities;
mod facets;
mod fields;
mod hits;
mod json;
mod kwic;
mod page;
mod table;
mod timeline;
mod trec;
mod wrap;
#[cfg(test)]
mod tests;

use crate::article::{Article, ArticleDate};

pub use article::{article, meta};
pub use cite::{bibtex, csl, ris};
pub use copies::{copies, copies_json, diff, diff_json};
pub use entities::{entities, entities_json, entities_table};
pub use explain::{explanation, help, scores};
pub use facets::{Counted, facets, facets_json, facets_table};
pub use fields::{Fields, UnknownField};
pub use hits::{Page, hits, left_out, summary};
pub use json::{Answer, envelope, line, line_with_mentions};
pub use kwic::{kwic, kwic_json, kwic_lines, kwic_table};
pub use page::{html, markdown};
pub use table::{Separated, csv_header, csv_row, tsv_header, tsv_row};
pub use timeline::{timeline, timeline_json, timeline_notes, timeline_table};
pub use trec::trec;

/// How text is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns of a line; at least 20 are used.
    pub width: usize,
    /// Lines that a screen holds.
    pub rows: usize,
    /// Marks in colour; where not, they stand between `«` and `»`.
    pub colour: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 100,
            rows: 24,
            colour: false,
        }
    }
}

/// The date that an article goes by, and what kind it is where it isn't the date of publication.
fn goes_by(article: &Article) -> Option<(&'static str, &ArticleDate)> {
    let published = article.published.as_ref().map(|date| ("", date));
    published.or_else(|| article.updated.as_ref().map(|date| ("updated ", date)))
}

/// The day of a date, or the month or year where no day is known.
fn day(date: &ArticleDate) -> String {
    let mut value = date.date.value();
    value.truncate(10);
    value
}

/// Path and record: where the article lies.
fn place(path: &str, record: Option<&str>) -> String {
    format!("{path}{}", record.unwrap_or_default())
}
