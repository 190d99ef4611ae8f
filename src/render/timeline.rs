//! Counts by periods of the calendar.
//!
//! ```text
//! 2022-07  12  ███████████
//! 2022-08   0
//! 2022-09  25  ███████████████████████
//! ```

use std::io::{self, Write};

use serde::Serialize;

use crate::date::{Date, Precision, Step};
use crate::query::Query;
use crate::render::bars::{LONGEST, bar, grouped};
use crate::render::facets::{Counted, LeftOut, summary};
use crate::render::hits::{count, left_out};
use crate::render::wrap::{Style, styled};
use crate::render::{Look, Separated};
use crate::search::{Count, Gap, Row, Series, Timeline};
use crate::text::printable;

/// Runs of more empty periods than this are one line of text.
const FOLDED: usize = 5;

/// Writes a chart for people, each query's bars in a column of their own, and a summary.
pub fn timeline(
    queries: &[&Query],
    timeline: &Timeline,
    stories: bool,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown = Counted {
        limit: None,
        stories,
    };
    let chart = Chart {
        timeline,
        shown,
        look,
    };
    chart.write(queries, out)?;
    writeln!(out)?;
    for (query, series) in queries.iter().zip(&timeline.series) {
        let mut parts = vec![summary(series.total)];
        parts.extend(aside(series, timeline.step));
        let name = match queries.len() {
            1 => String::new(),
            _ => format!("{}: ", title(query)),
        };
        writeln!(out, "{}", printable(&format!("{name}{}", parts.join("; "))))?;
    }
    Ok(())
}

/// What stands in no bucket of a timeline, a line a query that has any.
pub fn timeline_notes(queries: &[&Query], timeline: &Timeline) -> Vec<String> {
    let named = queries.iter().zip(&timeline.series);
    named
        .map(|(query, series)| (title(query), aside(series, timeline.step)))
        .filter(|(_, aside)| !aside.is_empty())
        .map(|(name, aside)| format!("{name}: {}", aside.join("; ")))
        .collect()
}

/// What stands in no bucket, and why.
fn aside(series: &Series, step: Step) -> Vec<String> {
    let mut parts = Vec::new();
    if series.imprecise.articles > 0 {
        let articles = count(series.imprecise.articles, "article", "articles");
        parts.push(format!("{articles} in no {} for certain", step.name()));
    }
    if series.undated.articles > 0 {
        parts.push(format!("{} undated", grouped(series.undated.articles)));
    }
    parts.extend(left_out(series.undated_left_out, series.imprecise_left_out));
    parts
}

/// What a query is called.
fn title(query: &Query) -> &str {
    match query.text.trim() {
        "" => "all articles",
        text => text,
    }
}

/// A run of empty periods: `12 empty months, up to 2022-06`
fn empty(gap: Gap, step: Step) -> String {
    let many = grouped((gap.last - gap.first + 1) as usize);
    format!(
        "{many} empty {}s, up to {}",
        step.name(),
        step.label(gap.last)
    )
}

/// A line of a chart.
enum Line {
    /// The row with this number.
    Row(usize),
    /// A run of empty periods.
    Empty(Gap),
}

struct Chart<'a> {
    timeline: &'a Timeline,
    shown: Counted,
    look: Look,
}

impl Chart<'_> {
    fn write(&self, queries: &[&Query], out: &mut dyn Write) -> io::Result<()> {
        let rows = &self.timeline.rows;
        let width = self.look.width.max(40);
        let step = self.timeline.step;
        let label = |row: &Row| step.label(row.number);
        let labels = rows.first().map_or(0, |row| label(row).len());
        let series = self.timeline.series.len().max(1);
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.counts.iter().map(|one| self.cell(row, *one)).collect())
            .collect();
        let column = |at: usize| cells.iter().filter_map(move |row| row.get(at));
        let digits: Vec<usize> = (0..series)
            .map(|at| column(at).map(|cell| cell.len()).max().unwrap_or(1))
            .collect();
        // Each column: two blanks, the number, two blanks, the bar.
        let taken = labels + digits.iter().map(|digits| digits + 4).sum::<usize>();
        let room = (width.saturating_sub(taken) / series).min(LONGEST);
        let values = rows
            .iter()
            .flat_map(|row| row.counts.iter().map(|one| self.value(row, *one)));
        let most = values.fold(0.0, f64::max);
        if series > 1 {
            let mut line = " ".repeat(labels);
            for (query, digits) in queries.iter().zip(&digits) {
                let wide = digits + 2 + room;
                let name = styled(title(query), Style::Bold);
                let fill = wide.saturating_sub(name.width());
                line.push_str(&format!(
                    "  {}{}",
                    name.line(wide, self.look),
                    " ".repeat(fill)
                ));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        for line in self.lines() {
            let line = match line {
                Line::Empty(gap) => {
                    format!("{:<labels$}  {}", step.label(gap.first), empty(gap, step))
                }
                Line::Row(at) => {
                    let row = &rows[at];
                    let mut line = format!("{:<labels$}", label(row));
                    for ((one, cell), digits) in row.counts.iter().zip(&cells[at]).zip(&digits) {
                        let drawn = bar(self.value(row, *one), most, room);
                        let fill = room.saturating_sub(drawn.chars().count());
                        line.push_str(&format!("  {cell:>digits$}  {drawn}{}", " ".repeat(fill)));
                    }
                    line
                }
            };
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// What is drawn: rows, and long runs of empty periods as one line.
    fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut gaps = self.timeline.gaps.iter().peekable();
        // How many rows at the end of `lines` are empty.
        let mut run = 0;
        for (at, row) in self.timeline.rows.iter().enumerate() {
            if let Some(gap) = gaps.next_if(|gap| gap.last < row.number) {
                lines.push(Line::Empty(*gap));
                run = 0;
            }
            let nothing = row.counts.iter().all(|one| one.articles == 0);
            run = if nothing { run + 1 } else { 0 };
            match lines.last_mut() {
                Some(Line::Empty(gap)) if nothing => {
                    gap.last = row.number;
                    run = 0;
                }
                _ => lines.push(Line::Row(at)),
            }
            if run == FOLDED + 1 {
                lines.truncate(lines.len() - run);
                lines.push(Line::Empty(Gap {
                    first: row.number - FOLDED as i64,
                    last: row.number,
                }));
            }
        }
        lines
    }

    /// What the bar shows: a share where shares are asked, else a number.
    fn value(&self, row: &Row, one: Count) -> f64 {
        let number = self.shown.of(one) as f64;
        match row.all {
            Some(all) => share(number, self.shown.of(all) as f64),
            None => number,
        }
    }

    fn cell(&self, row: &Row, one: Count) -> String {
        let number = grouped(self.shown.of(one));
        match row.all {
            Some(all) => {
                let of = self.shown.of(all);
                let percent = share(self.shown.of(one) as f64, of as f64) * 100.0;
                format!("{percent:.1}% {number} of {}", grouped(of))
            }
            None => number,
        }
    }
}

/// 0 where there is nothing to have a share of.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[derive(Serialize)]
struct Envelope<'a> {
    by: &'static str,
    took_ms: u64,
    series: Vec<JsonSeries<'a>>,
    buckets: Vec<JsonRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    empty: Vec<JsonGap>,
}

#[derive(Serialize)]
struct JsonSeries<'a> {
    query: &'a str,
    total: Count,
    undated: Count,
    imprecise: Count,
    left_out: LeftOut,
}

#[derive(Serialize)]
struct JsonRow {
    name: String,
    first: String,
    last: String,
    counts: Vec<JsonCount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Count>,
}

#[derive(Serialize)]
struct JsonCount {
    articles: usize,
    stories: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
}

#[derive(Serialize)]
struct JsonGap {
    first: String,
    last: String,
    buckets: i64,
}

/// Writes counts as JSON on one line: `{"by", "took_ms", "series": [{"query", "total", "undated", "imprecise", "left_out"}], "buckets":
/// [{"name", "first", "last", "counts": [{"articles", "stories"}]}]}`, counts in the order of `series`. With shares, each bucket has
/// `all` and each count `share`, of articles. Runs of very many empty buckets stand in `empty`: `[{"first", "last", "buckets"}]`.
pub fn timeline_json(
    queries: &[&Query],
    timeline: &Timeline,
    took_ms: u64,
    out: &mut dyn Write,
) -> io::Result<()> {
    let step = timeline.step;
    let envelope = Envelope {
        by: step.name(),
        took_ms,
        series: queries
            .iter()
            .zip(&timeline.series)
            .map(|(query, series)| JsonSeries {
                query: &query.text,
                total: series.total,
                undated: series.undated,
                imprecise: series.imprecise,
                left_out: LeftOut {
                    undated: series.undated_left_out,
                    imprecise: series.imprecise_left_out,
                },
            })
            .collect(),
        buckets: timeline.rows.iter().map(|row| bucket(row, step)).collect(),
        empty: timeline
            .gaps
            .iter()
            .map(|gap| JsonGap {
                first: step.label(gap.first),
                last: step.label(gap.last),
                buckets: gap.last - gap.first + 1,
            })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &envelope).map_err(io::Error::from)?;
    writeln!(out)
}

fn bucket(row: &Row, step: Step) -> JsonRow {
    let counts = row.counts.iter().map(|one| JsonCount {
        articles: one.articles,
        stories: one.stories,
        share: row
            .all
            .map(|all| share(one.articles as f64, all.articles as f64)),
    });
    JsonRow {
        name: step.label(row.number),
        first: day(step.first_day(row.number)),
        last: day(step.last_day(row.number)),
        counts: counts.collect(),
        all: row.all,
    }
}

/// A day as it is written; empty outside the calendar.
fn day(day: i64) -> String {
    Date::from_local(day * 86_400, Precision::Day, None).map_or_else(String::new, |day| day.value())
}

/// Writes counts as a table, a row a bucket: its name, first and last day; `articles` and `stories` of each query (`_2` for the second);
/// with shares what the bucket has in all.
pub fn timeline_table(
    timeline: &Timeline,
    separated: Separated,
    out: &mut dyn Write,
) -> io::Result<()> {
    let step = timeline.step;
    let shares = timeline.rows.first().is_some_and(|row| row.all.is_some());
    let mut names = vec![
        step.name().to_owned(),
        "first".to_owned(),
        "last".to_owned(),
    ];
    for number in 1..=timeline.series.len() {
        let number = match number {
            1 => String::new(),
            number => format!("_{number}"),
        };
        names.extend([format!("articles{number}"), format!("stories{number}")]);
    }
    if shares {
        names.extend(["all_articles".to_owned(), "all_stories".to_owned()]);
    }
    separated.row(&names, out)?;
    for row in &timeline.rows {
        let mut cells = vec![
            step.label(row.number),
            day(step.first_day(row.number)),
            day(step.last_day(row.number)),
        ];
        for count in row.counts.iter().chain(&row.all) {
            cells.extend([count.articles.to_string(), count.stories.to_string()]);
        }
        separated.row(&cells, out)?;
    }
    Ok(())
}
