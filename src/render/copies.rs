//! The copies of a story, and two articles word by word.

use std::io::{self, Write};

use serde::Serialize;

use crate::article::Article;
use crate::render::hits::sides;
use crate::render::wrap::{Style, Styled, styled};
use crate::render::{Look, day, goes_by};
use crate::search::{Compared, Copies};
use crate::text::Span;
use crate::text::changes::{Change, changes};

/// Words shown of what both have, before and after a change.
const CONTEXT: usize = 12;
/// The widest line that reads well.
const MEASURE: usize = 100;

/// Writes the copies of a story, earliest first, each with what it says otherwise than the first.
pub fn copies(copies: &Copies, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let digits = copies.members.len().to_string().len();
    let width = look.width.max(20).saturating_sub(digits + 2);
    let blanks = " ".repeat(digits + 2);
    for (member, rank) in copies.members.iter().zip(1_usize..) {
        let article = &member.article;
        let publisher = article.publisher.as_deref().or(article.agency.as_deref());
        let publisher = publisher.unwrap_or("(no publisher)");
        let date = dated(article);
        let title = article.title.as_deref().unwrap_or("(no title)");
        let mut left = styled(&date, Style::Plain);
        left.push(" · ", Style::Plain);
        left.push(publisher, Style::Bold);
        left.push(" · ", Style::Plain);
        left.push(title, Style::Plain);
        let id = styled(&article.id, Style::Dim);
        writeln!(out, "{rank:>digits$}  {}", sides(&left, &id, width, look))?;
        let differs = if rank == 1 {
            format!("first · {} words", article.words)
        } else {
            format!(
                "{} · {:.0} % alike",
                differs(&member.compared).join(" · "),
                member.compared.likeness * 100.0
            )
        };
        writeln!(
            out,
            "{blanks}{}",
            styled(&differs, Style::Dim).line(width, look)
        )?;
    }
    Ok(())
}

/// What a copy says otherwise, in words.
fn differs(compared: &Compared) -> Vec<String> {
    let changes = &compared.changes;
    let (left_out, put_in) = (changes.removed - changes.cut, changes.added - changes.tail);
    let mut told = Vec::new();
    if changes.removed + changes.added == 0 {
        told.push("the same text".to_owned());
    }
    if changes.cut > 0 && changes.tail == 0 {
        told.push(format!("cut by {} at the end", counted(changes.cut)));
    } else if changes.tail > 0 && changes.cut == 0 {
        told.push(format!("{} added at the end", counted(changes.tail)));
    } else if changes.cut > 0 {
        told.push(format!(
            "other end ({} for {})",
            counted(changes.tail),
            changes.cut
        ));
    }
    match (left_out, put_in) {
        (0, 0) => {}
        (0, put_in) => told.push(format!("{} put in", counted(put_in))),
        (left_out, 0) => told.push(format!("{} left out", counted(left_out))),
        (left_out, put_in) => told.push(format!("{} changed", counted(left_out.max(put_in)))),
    }
    if !compared.same_title {
        told.push("other headline".to_owned());
    }
    told
}

fn counted(words: usize) -> String {
    format!("{words} {}", if words == 1 { "word" } else { "words" })
}

fn dated(article: &Article) -> String {
    goes_by(article).map_or_else(
        || "undated".to_owned(),
        |(kind, date)| format!("{kind}{}", day(date)),
    )
}

/// Writes what `latter` says otherwise than `former`: what was taken out in red and what came in in green, or between `[-…-]` and `{+…+}`.
pub fn diff(
    former: &Article,
    latter: &Article,
    compared: &Compared,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let width = look.width.clamp(20, MEASURE);
    for (sign, article, style) in [
        ("---", former, Style::Removed),
        ("+++", latter, Style::Added),
    ] {
        let parts = [
            article.publisher.clone().or_else(|| article.agency.clone()),
            Some(dated(article)),
            Some(article.id.clone()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let line = format!("{sign} {}", parts.join(" · "));
        writeln!(out, "{}", styled(&line, style).line(width, look))?;
    }
    let changes_made = &compared.changes;
    let summary = format!(
        "{} the same, {} taken out, {} put in",
        counted(changes_made.same),
        changes_made.removed,
        changes_made.added
    );
    writeln!(out, "{}", styled(&summary, Style::Dim).line(width, look))?;
    let titles = [former, latter].map(|article| article.title.as_deref().unwrap_or_default());
    let title = changes(titles[0], titles[1]);
    for (texts, stretches) in [
        (titles, &title.stretches),
        (
            [former.body.as_str(), latter.body.as_str()],
            &changes_made.stretches,
        ),
    ] {
        if stretches.is_empty() {
            continue;
        }
        writeln!(out)?;
        for paragraph in paragraphs(texts, stretches, look) {
            for line in paragraph.lines(width, look) {
                writeln!(out, "{line}")?;
            }
        }
    }
    Ok(())
}

/// Both texts in one. What both have is shortened to what stands near a change.
fn paragraphs([former, latter]: [&str; 2], stretches: &[Change], look: Look) -> Vec<Styled> {
    let mut paragraphs = vec![Styled::default()];
    let mut push = |text: &str, style: Style, blank: bool| {
        for (at, part) in text.split("\n\n").enumerate() {
            if at > 0 {
                paragraphs.push(Styled::default());
            }
            if let Some(paragraph) = paragraphs.last_mut() {
                if blank || at > 0 {
                    paragraph.push(" ", Style::Plain);
                }
                paragraph.push(part, style);
            }
        }
    };
    for (at, change) in stretches.iter().enumerate() {
        let blank = at > 0;
        match change {
            Change::Same(_, span) => {
                let text = span.of(latter);
                let (opens, ends) = (at == 0, at + 1 == stretches.len());
                let (head, count, tail) = shortened(text, opens, ends);
                push(head, Style::Plain, blank);
                if count > 0 {
                    push(
                        &format!("… ({count} the same) …"),
                        Style::Dim,
                        !head.is_empty(),
                    );
                    push(tail, Style::Plain, true);
                }
            }
            Change::Removed(span) if look.colour => push(span.of(former), Style::Removed, blank),
            Change::Added(span) if look.colour => push(span.of(latter), Style::Added, blank),
            Change::Removed(span) => {
                push(&format!("[-{}-]", span.of(former)), Style::Plain, blank);
            }
            Change::Added(span) => {
                push(&format!("{{+{}+}}", span.of(latter)), Style::Plain, blank);
            }
        }
    }
    paragraphs
}

/// The first words of a stretch, how many are left out, and the last words. Where nothing stands before or behind it, nothing
/// need be shown there; a short stretch is its own head.
fn shortened(text: &str, opens: bool, ends: bool) -> (&str, usize, &str) {
    let starts: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.as_ptr() as usize - text.as_ptr() as usize)
        .collect();
    let head = if opens { 0 } else { CONTEXT };
    let tail = if ends { 0 } else { CONTEXT };
    let out = starts.len().saturating_sub(head + tail);
    // A gap must be worth its sign.
    if out < 10 || (opens && ends) {
        return (text, 0, "");
    }
    let cut = starts.get(head).copied().unwrap_or(text.len());
    let again = starts.get(head + out).copied().unwrap_or(text.len());
    (text[..cut].trim_end(), out, &text[again..])
}

#[derive(Serialize)]
struct JsonStory<'a> {
    count: usize,
    articles: Vec<JsonMember<'a>>,
}

#[derive(Serialize)]
struct JsonMember<'a> {
    #[serde(flatten)]
    article: JsonNamed<'a>,
    differs: Option<JsonDiffers>,
}

#[derive(Serialize)]
struct JsonNamed<'a> {
    id: &'a str,
    path: &'a str,
    record: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<String>,
    words: u32,
}

/// Words of a copy that the first has too, that only the first has, that only the copy has; how many of these stand at the end.
#[derive(Serialize)]
struct JsonDiffers {
    likeness: f32,
    same: usize,
    removed: usize,
    added: usize,
    cut_at_end: usize,
    added_at_end: usize,
    same_title: bool,
    text: String,
}

#[derive(Serialize)]
struct JsonDiff<'a> {
    from: JsonNamed<'a>,
    to: JsonNamed<'a>,
    differs: JsonDiffers,
    title: Vec<JsonChange<'a>>,
    body: Vec<JsonChange<'a>>,
}

#[derive(Serialize)]
struct JsonChange<'a> {
    change: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Span>,
}

/// Writes the copies of a story as one object on a line.
pub fn copies_json(copies: &Copies, out: &mut dyn Write) -> io::Result<()> {
    let story = JsonStory {
        count: copies.count,
        articles: copies
            .members
            .iter()
            .enumerate()
            .map(|(at, one)| JsonMember {
                article: named(&one.article),
                // The first differs from nothing.
                differs: (at > 0).then(|| differs_json(&one.compared)),
            })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &story).map_err(io::Error::from)?;
    writeln!(out)
}

/// Writes what `latter` says otherwise than `former` as one object on a line; spans are bytes of the title or body.
pub fn diff_json(
    former: &Article,
    latter: &Article,
    compared: &Compared,
    out: &mut dyn Write,
) -> io::Result<()> {
    let titles = [former, latter].map(|article| article.title.as_deref().unwrap_or_default());
    let title = changes(titles[0], titles[1]);
    let diff = JsonDiff {
        from: named(former),
        to: named(latter),
        differs: differs_json(compared),
        title: stretches(titles, &title.stretches),
        body: stretches([&former.body, &latter.body], &compared.changes.stretches),
    };
    serde_json::to_writer(&mut *out, &diff).map_err(io::Error::from)?;
    writeln!(out)
}

fn stretches<'a>([former, latter]: [&'a str; 2], stretches: &[Change]) -> Vec<JsonChange<'a>> {
    let one = |change: &Change| match change {
        Change::Same(from, to) => ("same", to.of(latter), Some(*from), Some(*to)),
        Change::Removed(from) => ("removed", from.of(former), Some(*from), None),
        Change::Added(to) => ("added", to.of(latter), None, Some(*to)),
    };
    let changes = stretches.iter().map(one);
    changes
        .map(|(change, text, from, to)| JsonChange {
            change,
            text,
            from,
            to,
        })
        .collect()
}

fn named(article: &Article) -> JsonNamed<'_> {
    JsonNamed {
        id: &article.id,
        path: &article.path,
        record: article.record.as_deref(),
        url: article.url.as_deref(),
        title: article.title.as_deref(),
        publisher: article.publisher.as_deref(),
        published: goes_by(article).map(|(_, date)| date.date.value()),
        words: article.words,
    }
}

fn differs_json(compared: &Compared) -> JsonDiffers {
    let changes = &compared.changes;
    JsonDiffers {
        likeness: (compared.likeness * 1_000.0).round() / 1_000.0,
        same: changes.same,
        removed: changes.removed,
        added: changes.added,
        cut_at_end: changes.cut,
        added_at_end: changes.tail,
        same_title: compared.same_title,
        text: differs(compared).join(", "),
    }
}
