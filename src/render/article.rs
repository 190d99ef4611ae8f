//! One article to be read, and what is known of where its fields come from.

use std::io::{self, Write};

use crate::article::{Article, ArticleDate, Entity};
use crate::render::wrap::{Style, styled};
use crate::render::{Look, goes_by, place};
use crate::text::printable;

/// The widest line that reads well.
const MEASURE: usize = 84;

/// Writes an article as it is read: title, dek, what is said about it, body, captions, corrections.
pub fn article(article: &Article, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let width = look.width.clamp(20, MEASURE);
    let mut paper = Paper { width, look, out };
    paper.paragraph(
        article.title.as_deref().unwrap_or("(no title)"),
        Style::Bold,
    )?;
    if let Some(dek) = &article.dek {
        paper.paragraph(dek, Style::Plain)?;
    }
    let dated = goes_by(article).map(|(kind, date)| format!("{kind}{}", shown(date)));
    let about = [
        article.publisher.clone(),
        article.byline.clone().or_else(|| article.agency.clone()),
        Some(dated.unwrap_or_else(|| "undated".to_owned())),
        article.section.clone(),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    paper.paragraph(&about.join(" · "), Style::Dim)?;
    if article.published.is_some()
        && let Some(updated) = &article.updated
    {
        paper.paragraph(&format!("updated {}", shown(updated)), Style::Dim)?;
    }
    if let Some(url) = &article.url {
        paper.paragraph(url, Style::Dim)?;
    }
    for text in article
        .body
        .split("\n\n")
        .filter(|text| !text.trim().is_empty())
    {
        let style = if article.subheads.iter().any(|subhead| subhead == text) {
            Style::Bold
        } else {
            Style::Plain
        };
        paper.blank()?;
        paper.paragraph(text, style)?;
    }
    if !article.captions.is_empty() {
        paper.blank()?;
    }
    for caption in &article.captions {
        let credit = caption
            .credit
            .as_ref()
            .map(|credit| format!(" ({credit})"))
            .unwrap_or_default();
        paper.paragraph(&format!("[picture] {}{credit}", caption.text), Style::Dim)?;
    }
    if !article.corrections.is_empty() {
        paper.blank()?;
    }
    for correction in &article.corrections {
        paper.paragraph(correction, Style::Dim)?;
    }
    let names = names(article);
    if !names.is_empty() {
        paper.blank()?;
    }
    for (kind, names) in names {
        paper.paragraph(&format!("{kind}: {names}"), Style::Dim)?;
    }
    paper.blank()?;
    let lies = place(&article.path, article.record.as_deref());
    paper.paragraph(
        &format!("{} · {lies} · {} words", article.id, article.words),
        Style::Dim,
    )
}

/// The names it has, by kind, most often named first; how often, where that is more than once.
fn names(article: &Article) -> Vec<(&'static str, String)> {
    let entities = &article.entities;
    let kinds = [
        ("people", &entities.people),
        ("orgs", &entities.orgs),
        ("places", &entities.places),
    ];
    let named = kinds.into_iter().filter(|(_, list)| !list.is_empty());
    let joined = named.map(|(kind, list)| {
        let each = list.iter().map(|entity| match entity.count {
            0 | 1 => entity.name.clone(),
            many => format!("{} ({many})", entity.name),
        });
        (kind, each.collect::<Vec<_>>().join(", "))
    });
    joined.collect()
}

/// Where paragraphs are set.
struct Paper<'a> {
    width: usize,
    look: Look,
    out: &'a mut dyn Write,
}

impl Paper<'_> {
    fn paragraph(&mut self, text: &str, style: Style) -> io::Result<()> {
        for line in styled(text, style).lines(self.width, self.look) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }
}

fn shown(date: &ArticleDate) -> String {
    let value = date.date.value().replace('T', " ");
    match date.date.zone() {
        Some(zone) if value.len() > 10 => format!("{value} {zone}"),
        _ => value,
    }
}

/// Writes each field that has a value, and the rule that gave it.
pub fn meta(article: &Article, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let date = |date: &Option<ArticleDate>| date.as_ref().map(shown).unwrap_or_default();
    let rule = |name: &str| article.rules.get(name).cloned().unwrap_or_default();
    let dated = |name: &str, date: &Option<ArticleDate>| {
        date.as_ref()
            .map_or_else(|| rule(name), |date| date.rule.clone())
    };
    let rows = [
        ("id", article.id.clone(), String::new()),
        ("own_id", text(&article.own_id), rule("own_id")),
        (
            "path",
            place(&article.path, article.record.as_deref()),
            String::new(),
        ),
        ("url", text(&article.url), rule("url")),
        ("title", text(&article.title), rule("title")),
        ("dek", text(&article.dek), rule("dek")),
        ("byline", text(&article.byline), rule("byline")),
        ("authors", article.authors.join(", "), rule("authors")),
        ("agency", text(&article.agency), rule("agency")),
        ("publisher", text(&article.publisher), rule("publisher")),
        ("section", text(&article.section), rule("section")),
        ("dateline", text(&article.dateline), rule("dateline")),
        ("lang", text(&article.lang), rule("lang")),
        (
            "published",
            date(&article.published),
            dated("published", &article.published),
        ),
        (
            "updated",
            date(&article.updated),
            dated("updated", &article.updated),
        ),
        (
            "captured",
            date(&article.captured),
            dated("captured", &article.captured),
        ),
        ("body", format!("{} words", article.words), rule("body")),
        ("captions", number(article.captions.len()), rule("captions")),
        ("people", all(&article.entities.people), String::new()),
        ("orgs", all(&article.entities.orgs), String::new()),
        ("places", all(&article.entities.places), String::new()),
        ("issues", article.issues.join(", "), String::new()),
    ];
    let width = look.width.max(40);
    let values = width.saturating_sub(11 + 30);
    for (name, value, rule) in rows {
        if value.is_empty() {
            continue;
        }
        let value = styled(&value, Style::Plain);
        let line = value.line(values.max(20), look);
        let fill = " ".repeat(
            values
                .max(20)
                .saturating_sub(value.width().min(values.max(20))),
        );
        writeln!(
            out,
            "{}",
            format!("{name:<11}{line}{fill}  {}", printable(&rule)).trim_end()
        )?;
    }
    for (name, date) in [
        ("published", &article.published),
        ("updated", &article.updated),
    ] {
        for rival in date.iter().flat_map(|date| &date.rivals) {
            writeln!(
                out,
                "           not {name}: {} ({})",
                printable(&rival.value),
                printable(&rival.rule)
            )?;
        }
    }
    Ok(())
}

fn all(names: &[Entity]) -> String {
    let names: Vec<&str> = names.iter().map(|entity| entity.name.as_str()).collect();
    names.join(", ")
}

fn number(count: usize) -> String {
    if count == 0 {
        String::new()
    } else {
        count.to_string()
    }
}
