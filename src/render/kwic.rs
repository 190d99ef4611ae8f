//! Keyword in context, for people and for programs.
//!
//! ```text
//! 2022-09-08  0c27eb3c    closed ranks behind «Albania» on Thursday over a summer cyberattack
//! 2022-07-29  9e3088f4   its public portal, «Albania» has brought back the registers of land
//! ```

use std::io::{self, Write};

use serde::Serialize;

use crate::query::Query;
use crate::render::bars::grouped;
use crate::render::hits::{count, left_out};
use crate::render::wrap::{Style, columns, styled};
use crate::render::{Look, Separated};
use crate::search::{Count, Kwic, KwicLine};
use crate::text::printable;

/// Digits of an id that name an article nearly always.
const ID: usize = 8;

/// Writes lines for people, aligned on what matched, and a summary. Text that runs from right to left stays within its column.
/// `offset` lines were passed over.
pub fn kwic(kwic: &Kwic, offset: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let width = look.width.max(40);
    // Date, two blanks, id, two blanks.
    let room = width - (10 + 2 + ID + 2);
    let signs = if look.colour { 0 } else { 2 };
    let widest = kwic.lines.iter().map(|line| wide(&line.text) + signs).max();
    let middle = widest.unwrap_or(0).min(room / 3);
    let left = (room - middle) / 2;
    for line in &kwic.lines {
        let id: String = line.article.id.chars().take(ID).collect();
        let date = line.article.published.as_deref().unwrap_or("undated");
        let date: String = date.chars().take(10).collect();
        let date = styled(&date, Style::Dim);
        let about = date.line(10, look) + &" ".repeat(12_usize.saturating_sub(date.width()));
        let about = about + &styled(&id, Style::Dim).line(ID, look);
        let before = tail(&squeezed(&line.left), left);
        let text = head(&squeezed(&line.text), room - left - signs);
        let after = head(&squeezed(&line.right), room - left - signs - wide(&text));
        let fill = " ".repeat(left - wide(&before));
        let mut marked = styled("", Style::Plain);
        if look.colour {
            marked.push(&text, Style::Mark);
        } else {
            marked.push(&format!("«{text}»"), Style::Plain);
        }
        let marked = marked.line(usize::MAX, look);
        let pieces = [before, marked, after];
        let apart = pieces
            .iter()
            .any(|piece| piece.chars().any(is_right_to_left));
        let pieces = pieces.map(|piece| {
            if apart && !piece.is_empty() {
                // First strong isolate (UAX 9): it is laid out by itself, and moves nothing around it.
                format!("\u{2068}{piece}\u{2069}")
            } else {
                piece
            }
        });
        let line = format!("{about}  {fill}{}", pieces.concat());
        writeln!(out, "{}", line.trim_end())?;
    }
    if !kwic.lines.is_empty() {
        writeln!(out)?;
    }
    writeln!(out, "{}", summary(kwic, offset))
}

/// How many places there are, and what was left out.
fn summary(kwic: &Kwic, offset: usize) -> String {
    let about = if kwic.exact { "" } else { "about " };
    let places = match kwic.places {
        1 => "1 place".to_owned(),
        many => format!("{about}{} places", grouped(many)),
    };
    let mut line = format!(
        "{places} in {}",
        count(kwic.total.articles, "article", "articles")
    );
    let last = offset + kwic.lines.len();
    if kwic.places == 0 {
        line.push_str(": nothing of the query stands in their text");
    } else if kwic.lines.len() < kwic.places && !kwic.lines.is_empty() {
        let (first, last) = (grouped(offset + 1), grouped(last));
        line.push_str(&format!(", {first} to {last} shown"));
        if offset.is_multiple_of(kwic.lines.len()) && offset + kwic.lines.len() < kwic.places {
            let next = offset / kwic.lines.len() + 2;
            line.push_str(&format!("; more with --page {next}"));
        }
    }
    if let Some(left) = left_out(kwic.undated, kwic.imprecise) {
        line.push_str(&format!("; {left}"));
    }
    line
}

/// The text safe for a terminal, each run of white space as one blank.
fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in printable(text).chars() {
        if !letter.is_whitespace() || letter == '\u{a0}' {
            out.push(letter);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

fn wide(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The beginning of `text` that fits `width` columns, whole words where there are several.
fn head(text: &str, width: usize) -> String {
    let mut taken = 0;
    let mut end = text.len();
    for (at, letter) in text.char_indices() {
        taken += columns(letter);
        if taken > width {
            end = at;
            break;
        }
    }
    let kept = &text[..end];
    let whole = end == text.len() || text[end..].starts_with(' ');
    match kept.rfind(' ').filter(|blank| !whole && *blank > 0) {
        Some(blank) => kept[..blank].to_owned(),
        None => kept.to_owned(),
    }
}

/// The end of `text` that fits `width` columns, whole words where there are several.
fn tail(text: &str, width: usize) -> String {
    let mut taken = 0;
    let mut start = 0;
    for (at, letter) in text.char_indices().rev() {
        taken += columns(letter);
        if taken > width {
            start = at + letter.len_utf8();
            break;
        }
    }
    // A mark belongs to the letter before it.
    let kept = text[start..].trim_start_matches(|letter| columns(letter) == 0);
    let whole = start == 0 || text[..start].ends_with(' ');
    match kept.trim_end().find(' ').filter(|_| !whole) {
        Some(blank) => kept[blank + 1..].to_owned(),
        None => kept.to_owned(),
    }
}

/// Hebrew, Arabic and other scripts that run from right to left.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[derive(Serialize)]
struct Envelope<'a> {
    query: &'a str,
    total: Count,
    places: usize,
    exact: bool,
    took_ms: u64,
    lines: Vec<JsonLine<'a>>,
}

#[derive(Serialize)]
struct JsonLine<'a> {
    rank: usize,
    id: &'a str,
    path: &'a str,
    record: Option<&'a str>,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<&'a str>,
    part: &'static str,
    caption: Option<u32>,
    start: usize,
    end: usize,
    left: &'a str,
    #[serde(rename = "match")]
    text: &'a str,
    right: &'a str,
}

fn json(line: &KwicLine) -> JsonLine<'_> {
    let article = &line.article;
    JsonLine {
        rank: line.rank,
        id: &article.id,
        path: &article.path,
        record: article.record.as_deref(),
        title: article.title.as_deref(),
        publisher: article.publisher.as_deref(),
        published: article.published.as_deref(),
        part: line.part,
        caption: line.caption,
        start: line.span.start,
        end: line.span.end,
        left: &line.left,
        text: &line.text,
        right: &line.right,
    }
}

/// Writes lines as JSON on one line: `{"query", "total", "places", "exact", "took_ms", "lines": [{"rank", "id", "path", "record", "title",
/// "publisher", "published", "part", "caption", "start", "end", "left", "match", "right"}]}`. `start` and `end` are bytes of the part's
/// text, `left` and `right` its bytes before and after.
pub fn kwic_json(query: &Query, kwic: &Kwic, took_ms: u64, out: &mut dyn Write) -> io::Result<()> {
    let envelope = Envelope {
        query: &query.text,
        total: kwic.total,
        places: kwic.places,
        exact: kwic.exact,
        took_ms,
        lines: kwic.lines.iter().map(json).collect(),
    };
    serde_json::to_writer(&mut *out, &envelope).map_err(io::Error::from)?;
    writeln!(out)
}

/// Writes each line as JSON on a line of its own.
pub fn kwic_lines(kwic: &Kwic, out: &mut dyn Write) -> io::Result<()> {
    for line in &kwic.lines {
        serde_json::to_writer(&mut *out, &json(line)).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Writes lines as a table.
pub fn kwic_table(kwic: &Kwic, separated: Separated, out: &mut dyn Write) -> io::Result<()> {
    let names = [
        "rank",
        "id",
        "published",
        "part",
        "start",
        "end",
        "left",
        "match",
        "right",
        "title",
        "publisher",
        "path",
    ];
    separated.row(&names, out)?;
    for line in &kwic.lines {
        let article = &line.article;
        let path = crate::render::place(&article.path, article.record.as_deref());
        let part = match line.caption {
            Some(number) => format!("{}#{number}", line.part),
            None => line.part.to_owned(),
        };
        let cells = [
            line.rank.to_string(),
            article.id.clone(),
            article.published.clone().unwrap_or_default(),
            part,
            line.span.start.to_string(),
            line.span.end.to_string(),
            line.left.clone(),
            line.text.clone(),
            line.right.clone(),
            article.title.clone().unwrap_or_default(),
            article.publisher.clone().unwrap_or_default(),
            path,
        ];
        separated.row(&cells, out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::search::Copied;
    use crate::text::Span;

    fn line(left: &str, text: &str, right: &str) -> KwicLine {
        KwicLine {
            rank: 1,
            article: Arc::new(Copied {
                id: "0c27eb3ccd71df46".to_owned(),
                path: "a.txt".to_owned(),
                record: None,
                title: None,
                publisher: None,
                published: Some("2022-09-08T16:18".to_owned()),
            }),
            part: "body",
            caption: None,
            span: Span::new(left.len(), left.len() + text.len()),
            left: left.to_owned(),
            text: text.to_owned(),
            right: right.to_owned(),
        }
    }

    #[test]
    fn what_matched_stands_in_one_column_in_any_script() {
        let long =
            "word after word of a text that goes on and on without an end in sight ".repeat(3);
        let lines = vec![
            line("", "port", ""),
            line("the old ", "port", " of Durres\n\nwas shut"),
            line(&long, "port", &long),
            line(&"港".repeat(90), "港湾", &"東京".repeat(90)),
            line("إلى رصيف ", "الميناء", " بعد غياب دام عامين"),
            line(
                "cafe\u{301}s of the naï\u{308}ve ",
                "cafe\u{301}s",
                "\tand\u{1b}[31m more",
            ),
            line(&"x".repeat(300), &"y".repeat(300), &"z".repeat(300)),
            line("a\u{202e}b ", "c\u{202e}d", " e"),
        ];
        let found = Kwic {
            places: lines.len(),
            exact: true,
            lines,
            ..Kwic::default()
        };
        for (width, colour) in [
            (40, false),
            (41, false),
            (100, false),
            (160, false),
            (100, true),
        ] {
            let look = Look {
                width,
                colour,
                ..Look::default()
            };
            let mut out = Vec::new();
            kwic(&found, 0, look, &mut out).expect("room");
            let text = String::from_utf8(out).expect("text");
            let sign = if colour { "\u{1b}[1;31m" } else { "«" };
            let shown = text.lines().take(found.lines.len());
            let columns_before: Vec<usize> = shown
                .clone()
                .map(|line| {
                    let before = line.split(sign).next().unwrap_or_default();
                    wide(&before.replace("\u{1b}[2m", "").replace("\u{1b}[0m", ""))
                })
                .collect();
            assert!(
                columns_before.windows(2).all(|pair| pair[0] == pair[1]),
                "{columns_before:?} of {width}\n{text}"
            );
            if !colour {
                for line in shown {
                    assert!(wide(line) <= width, "{} of {width}: {line}", wide(line));
                    assert!(!line.contains(['\u{1b}', '\u{202e}']), "{line:?}");
                }
            }
        }
    }
}
