//! Hits as text for a terminal.
//!
//! ```text
//! 1  NATO allies condemn cyberattack on Albania                                            2022-09-08
//!    The Jerusalem Post · By REUTERS · Albania, Iran, Edi Rama, NATO                        +3 copies
//!    … condemned a recent «cyberattack» against «Albania» that the governments in Washington …
//!    archive/2022/nato-allies.txt                                                    5f0c0b6f2d9a41e7
//! ```

use std::io::{self, Write};

use crate::article::{Article, Entity};
use crate::render::wrap::{Style, Styled, styled};
use crate::render::{Look, day, goes_by, place};
use crate::search::{Hit, Response};

/// Names shown of an article.
const NAMES: usize = 4;

/// Which hits of an answer are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Hits passed over.
    pub offset: usize,
    /// Hits to a page.
    pub limit: usize,
    /// Whether each copy is a hit of its own.
    pub copies: bool,
}

/// Writes the hits of a response, a blank line between them.
pub fn hits(response: &Response, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let last = response.hits.last().map_or(1, |hit| hit.rank);
    let digits = last.to_string().len();
    for (at, found) in response.hits.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        hit(found, digits, look, out)?;
    }
    Ok(())
}

fn hit(hit: &Hit, digits: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let article = &hit.article;
    let indent = digits + 2;
    let width = look.width.max(20).saturating_sub(indent);
    let blanks = " ".repeat(indent);

    let mut title = Styled::default();
    match &article.title {
        // In colour alone: a title has few words, and they are the query's as a rule.
        Some(text) if look.colour => title.push_marked(text, &hit.title_marks, Style::Bold, look),
        Some(text) => title.push(text, Style::Bold),
        None => title.push("(no title)", Style::Dim),
    }
    let date = goes_by(article).map_or_else(
        || "undated".to_owned(),
        |(kind, date)| format!("{kind}{}", day(date)),
    );
    let rank = format!("{:>digits$}", hit.rank);
    writeln!(
        out,
        "{rank}  {}",
        sides(&title, &styled(&date, Style::Plain), width, look)
    )?;

    let about = about(article);
    let copies = copies(hit);
    if !about.is_empty() || !copies.is_empty() {
        let line = sides(
            &styled(&about, Style::Plain),
            &styled(&copies, Style::Dim),
            width,
            look,
        );
        writeln!(out, "{blanks}{line}")?;
    }
    for snippet in &hit.snippets {
        let mut text = Styled::default();
        if snippet.cut_before {
            text.push("… ", Style::Plain);
        }
        text.push_marked(&snippet.text, &snippet.marks, Style::Plain, look);
        if snippet.cut_after {
            text.push(" …", Style::Plain);
        }
        for line in text.lines(width, look) {
            writeln!(out, "{blanks}{line}")?;
        }
    }
    let place = place(&article.path, article.record.as_deref());
    let line = sides(
        &styled(&place, Style::Dim),
        &styled(&article.id, Style::Dim),
        width,
        look,
    );
    writeln!(out, "{blanks}{line}")
}

/// One text at the left end, one at the right; the left one is cut where they don't fit.
pub(super) fn sides(left: &Styled, right: &Styled, width: usize, look: Look) -> String {
    let taken = right.width();
    if taken == 0 {
        return left.line(width, look);
    }
    let room = width.saturating_sub(taken + 2).max(8);
    let shown = left.line(room, look);
    let fill = width.saturating_sub(taken + left.width().min(room)).max(2);
    format!("{shown}{}{}", " ".repeat(fill), right.line(taken, look))
}

/// Publisher, byline and the names it speaks of.
fn about(article: &Article) -> String {
    let byline = article.byline.clone().or_else(|| article.agency.clone());
    let names = names(article).join(", ");
    let parts = [
        article.publisher.clone().unwrap_or_default(),
        byline.unwrap_or_default(),
        names,
    ];
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// The names most often named: places, then people, then organisations.
fn names(article: &Article) -> Vec<&str> {
    let entities = &article.entities;
    let kinds: [&[Entity]; 3] = [&entities.places, &entities.people, &entities.orgs];
    let wanted = [2, 1, 1];
    let mut names: Vec<&str> = Vec::new();
    for (kind, wanted) in kinds.iter().zip(wanted) {
        names.extend(kind.iter().take(wanted).map(|entity| entity.name.as_str()));
    }
    for entity in kinds
        .iter()
        .zip(wanted)
        .flat_map(|(kind, taken)| kind.iter().skip(taken))
    {
        if names.len() >= NAMES {
            break;
        }
        names.push(&entity.name);
    }
    names
}

/// Who published the story first, where that was another and earlier for certain.
pub(super) fn first_by(hit: &Hit) -> Option<&str> {
    let first = hit.first.as_ref()?;
    let (date, publisher) = (first.published.as_deref()?, first.publisher.as_deref()?);
    let own = goes_by(&hit.article)?.1.date.value();
    let earlier = date < own.as_str() && !own.starts_with(date);
    (earlier && hit.article.publisher.as_deref() != Some(publisher)).then_some(publisher)
}

/// `+3 copies`, and who was first where it wasn't the hit itself.
fn copies(hit: &Hit) -> String {
    let count = match hit.copy_count {
        0 => None,
        1 => Some("+1 copy".to_owned()),
        many => Some(format!("+{many} copies")),
    };
    let first = first_by(hit).map(|publisher| format!("first by {publisher}"));
    let parts: Vec<String> = count.into_iter().chain(first).collect();
    parts.join(", ")
}

/// The line that closes a list of hits: how many articles and stories, which are shown, and what was left out.
pub fn summary(response: &Response, page: Page) -> String {
    let mut line = count(response.articles, "article", "articles");
    if response.stories != response.articles {
        line.push_str(&format!(
            " in {}",
            count(response.stories, "story", "stories")
        ));
    }
    let all = if page.copies {
        response.articles
    } else {
        response.stories
    };
    if let (Some(first), Some(last)) = (response.hits.first(), response.hits.last())
        && response.hits.len() < all
    {
        line.push_str(&format!(", {} to {} shown", first.rank, last.rank));
        if last.rank < all && page.limit > 0 && page.offset.is_multiple_of(page.limit) {
            line.push_str(&format!(
                "; more with --page {}",
                page.offset / page.limit + 2
            ));
        }
    }
    if let Some(left) = left_out(response.undated, response.imprecise) {
        line.push_str(&format!("; {left}"));
    }
    line
}

/// What the dates asked leave out, and how to have it: so many undated articles, so many that are known to a month or year.
pub fn left_out(undated: usize, imprecise: usize) -> Option<String> {
    let mut parts = Vec::new();
    if undated > 0 {
        let articles = count(undated, "undated article", "undated articles");
        parts.push(format!("{articles} not shown (--undated include)"));
    }
    if imprecise > 0 {
        let articles = count(imprecise, "article", "articles");
        parts.push(format!(
            "{articles} of a month or year that only overlaps these dates not shown (--imprecise)"
        ));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// `1 article`, `19 articles`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
