//! Articles from scraped and plain text.
//!
//! First what transport did is undone ([`repair`]), then the shape is recognised ([`shape`]), its header read ([`front`]) and its
//! lines joined to [`block`]s. A text that is all article is read as it stands ([`clean`]); of a page's dump the body is the
//! best stretch of its lines ([`segment`]), and the header is looked for before it ([`page`]).

mod repair;
mod spacing;
mod labels;
mod shape;
mod front;
mod block;
mod prose;
mod features;
mod trees;
mod segment;
mod day;
mod headline;
mod names;
mod body;
mod clean;
mod comments;
mod lists;
mod unseen;
mod page;
mod publisher;
mod section;
mod source;
#[cfg(test)]
mod train;
#[cfg(test)]
mod tests;

use crate::article::{ArticleDate, Issue, Rival};
use crate::date::{self, Date, Reading};
use crate::extract::{ExtractedArticle, byline, dateline};
use crate::reader::Stated;

use block::Block;
use body::Body;
use day::Dated;
use front::Front;
use segment::Cut;
use shape::Shape;

/// Tells the body's lines of a page from the others.
type Cutter<'a> = &'a dyn Fn(&[Block]) -> Cut;

/// What was read of a text, before it becomes fields.
#[derive(Debug, Default)]
struct Draft {
    shape: &'static str,
    title: Option<String>,
    dek: Option<String>,
    byline: Option<String>,
    publisher: Option<(String, &'static str)>,
    section: Option<String>,
    /// The agency that a line below the text names as its source.
    agency: Option<&'static str>,
    published: Option<Dated>,
    updated: Option<Dated>,
    captured: Option<Date>,
    dates: Vec<Dated>,
    /// Days that stand for one where no date is of the article, the best first, and the rules that gave them.
    days: Vec<(Date, &'static str)>,
    body: Body,
}

/// Extracts an article from text; `stated` holds what is known of it from outside (address, capture date).
pub(super) fn extract(text: &str, stated: &Stated, issues: &mut Vec<Issue>) -> ExtractedArticle {
    extract_by(text, stated, issues, &segment::cut)
}

/// Extracts an article; `cut` tells the body's lines of a page from the others.
fn extract_by(
    text: &str,
    stated: &Stated,
    issues: &mut Vec<Issue>,
    cut: Cutter<'_>,
) -> ExtractedArticle {
    let text = repair::repair(text, issues);
    let text = spacing::single(&text).map_or(text, Into::into);
    let shape = shape::recognise(&text);
    let captured = stated
        .captured
        .as_deref()
        .and_then(|value| date::parse(value, &Reading::default()));
    let (front, rest) = front::take(&text, shape);
    let mut blocks = block::blocks(&rest, shape == Shape::Pages);
    let crawled = (shape == Shape::Plain)
        .then(|| page::take_crawl_date(&mut blocks))
        .flatten();
    let reference = captured.or_else(|| crawled.clone());
    let mut draft = if shape == Shape::Plain && page::is_page(&blocks) {
        page::read(blocks, reference, crawled.is_some(), cut)
    } else {
        clean::read(blocks, &front, shape, reference)
    };
    draft.captured = draft.captured.or(crawled);
    finish(draft, front, stated)
}

/// Turns a draft into fields, each with its rule.
fn finish(draft: Draft, front: Front, stated: &Stated) -> ExtractedArticle {
    let mut article = ExtractedArticle::default();
    let shape = draft.shape;
    let mut rule = |field: &str, rule: String| {
        article.rules.insert(field.to_owned(), rule);
    };
    if draft.title.is_some() {
        rule("title", format!("text:{shape}"));
    }
    if draft.dek.is_some() {
        rule("dek", format!("text:{shape}"));
    }
    if !draft.body.paragraphs.is_empty() {
        rule("body", format!("text:{shape}"));
    }
    let mut agency = None;
    if let Some(line) = &draft.byline {
        // What a header states as its author needs no `By`.
        let parsed = match shape {
            "page" => byline::parse(line),
            _ => byline::parse_names(line),
        };
        if !parsed.authors.is_empty() {
            rule("authors", "byline".to_owned());
        }
        if parsed.agency.is_some() {
            rule("agency", "byline".to_owned());
        }
        rule("byline", format!("text:{shape}"));
        agency = parsed.agency;
        article.authors = parsed.authors;
    }
    if let (None, Some(source)) = (&agency, draft.agency) {
        rule("agency", "source line".to_owned());
        agency = Some(source.to_owned());
    }
    let opening = draft
        .body
        .paragraphs
        .iter()
        .take(3)
        .find_map(|paragraph| dateline::parse(paragraph));
    if let Some(found) = opening {
        article
            .rules
            .insert("dateline".to_owned(), "opening".to_owned());
        if agency.is_none() && found.agency.is_some() {
            article
                .rules
                .insert("agency".to_owned(), "dateline".to_owned());
            agency = found.agency;
        }
        article.dateline = Some(found.text);
    }
    if let Some((name, rule)) = draft.publisher {
        article
            .rules
            .insert("publisher".to_owned(), rule.to_owned());
        article.publisher = Some(name);
    }
    article.title = draft.title;
    article.dek = draft.dek;
    article.byline = draft
        .byline
        .map(|line| byline::without_buttons(&line).to_owned());
    article.agency = agency;
    if front.section.is_none() && draft.section.is_some() {
        article
            .rules
            .insert("section".to_owned(), "above title".to_owned());
    }
    article.section = front.section.or(draft.section);
    article.url = front.url;
    article.own_id = front.own_id;
    article.published = published(
        draft.published,
        &draft.dates,
        draft.days,
        draft.captured.as_ref(),
        stated,
    );
    if let Some(date) = &article.published {
        article
            .rules
            .insert("published".to_owned(), date.rule.clone());
    }
    article.updated = draft
        .updated
        .map(|dated| ArticleDate::new(dated.date, "label:updated"));
    if let Some(date) = &article.updated {
        article
            .rules
            .insert("updated".to_owned(), date.rule.clone());
    }
    article.captured = draft
        .captured
        .map(|date| ArticleDate::new(date, "first line"));
    if let Some(date) = &article.captured {
        article
            .rules
            .insert("captured".to_owned(), date.rule.clone());
    }
    article.body = draft.body.paragraphs.join("\n\n");
    article.subheads = draft.body.subheads;
    article.captions = draft.body.captions;
    article.pull_quotes = draft.body.pull_quotes;
    article.corrections = draft.body.corrections;
    article
}

/// The day of publication with what else was considered; without a date of its own, the address's, the dateline's, the page's or the
/// capture's.
fn published(
    chosen: Option<Dated>,
    dates: &[Dated],
    days: Vec<(Date, &'static str)>,
    captured: Option<&Date>,
    stated: &Stated,
) -> Option<ArticleDate> {
    let Some(chosen) = chosen else {
        let from_url = stated.url.as_deref().and_then(|url| {
            let found = date::find(&url.replace(['/', '_'], "-"), &Reading::default());
            found
                .into_iter()
                .map(|found| found.date)
                .find(|date| date.precision() >= date::Precision::Day)
        });
        let capture = captured.map(|date| (date.clone(), "first line"));
        let mut doubtful = from_url
            .map(|date| (date, "url"))
            .into_iter()
            .chain(days)
            .chain(capture);
        let (date, rule) = doubtful.next()?;
        let rivals = doubtful
            .filter(|(other, _)| !other.same_day(&date))
            .map(|(other, rule)| Rival {
                value: other.value(),
                rule: rule.to_owned(),
            })
            .collect();
        let mut date = ArticleDate::new(date, rule);
        date.rivals = rivals;
        return Some(date);
    };
    let rule = match chosen.label {
        Some(date::Label::Published) => "label:published",
        Some(date::Label::Updated) => "label:updated",
        None => "header",
    };
    let day = |date: &Date| date.value().chars().take(10).collect::<String>();
    let own = day(&chosen.date);
    let mut rivals: Vec<Rival> = Vec::new();
    for other in dates {
        if day(&other.date) != own
            && rivals.len() < 3
            && !rivals.iter().any(|rival| rival.value == other.date.value())
        {
            let rule = if other.label == Some(date::Label::Updated) {
                "label:updated"
            } else {
                "line"
            };
            rivals.push(Rival {
                value: other.date.value(),
                rule: rule.to_owned(),
            });
        }
    }
    let mut date = ArticleDate::new(chosen.date, rule);
    date.rivals = rivals;
    Some(date)
}
