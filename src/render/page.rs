//! Hits as a document: Markdown and HTML.

use std::io::{self, Write};

use crate::article::Article;
use crate::render::{Page, day, goes_by, place, summary};
use crate::search::{Hit, Response, Snippet};
use crate::text::{Span, printable};

/// Writes a Markdown document.
pub fn markdown(
    query: &str,
    response: &Response,
    page: Page,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "# {}\n", escaped_markdown(query))?;
    writeln!(out, "{}\n", summary(response, page))?;
    for hit in &response.hits {
        let article = &hit.article;
        let title = escaped_markdown(article.title.as_deref().unwrap_or("(no title)"));
        let title = match link(article) {
            Some(url) => format!("[{title}](<{}>)", url.replace(['<', '>', '\n'], "")),
            None => title,
        };
        writeln!(out, "{}. **{title}**  ", hit.rank)?;
        writeln!(out, "   {}  ", escaped_markdown(&about(hit)))?;
        for snippet in &hit.snippets {
            let text = marked(snippet, &escaped_markdown, "**", "**");
            writeln!(out, "   {text}  ")?;
        }
        let place = place(&article.path, article.record.as_deref());
        writeln!(out, "   `{}`\n", printable(&place).replace('`', "'"))?;
    }
    Ok(())
}

/// Writes an HTML document that needs nothing else.
pub fn html(query: &str, response: &Response, page: Page, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped_html(query);
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>body{{font:1rem/1.5 serif;max-width:44rem;margin:2rem auto;padding:0 1rem}}\
         li{{margin-bottom:1.2rem}}small{{color:#555}}</style>\n<h1>{title}</h1>\n<p>{}</p>\n<ol start=\"{}\">",
        escaped_html(&summary(response, page)),
        response.hits.first().map_or(1, |hit| hit.rank),
    )?;
    for hit in &response.hits {
        let article = &hit.article;
        let title = marks(
            article.title.as_deref().unwrap_or("(no title)"),
            &hit.title_marks,
            &escaped_html,
            "<mark>",
            "</mark>",
        );
        let title = match link(article) {
            Some(url) => format!("<a href=\"{}\">{title}</a>", escaped_html(url)),
            None => title,
        };
        writeln!(
            out,
            "<li><b>{title}</b><br>\n<small>{}</small>",
            escaped_html(&about(hit))
        )?;
        for snippet in &hit.snippets {
            writeln!(
                out,
                "<br>{}",
                marked(snippet, &escaped_html, "<mark>", "</mark>")
            )?;
        }
        let place = place(&article.path, article.record.as_deref());
        writeln!(
            out,
            "<br><small><code>{}</code></small></li>",
            escaped_html(&place)
        )?;
    }
    writeln!(out, "</ol>\n</html>")
}

/// The address of an article, if a browser may follow it.
fn link(article: &Article) -> Option<&str> {
    let url = article.url.as_deref()?;
    (url.starts_with("https://") || url.starts_with("http://")).then_some(url)
}

fn about(hit: &Hit) -> String {
    let article = &hit.article;
    let date = goes_by(article).map_or_else(
        || "undated".to_owned(),
        |(kind, date)| format!("{kind}{}", day(date)),
    );
    let copies = match hit.copy_count {
        0 => None,
        1 => Some("+1 copy".to_owned()),
        count => Some(format!("+{count} copies")),
    };
    let parts = [
        Some(date),
        article.publisher.clone(),
        article.byline.clone(),
        copies,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn marked(snippet: &Snippet, escape: &dyn Fn(&str) -> String, open: &str, close: &str) -> String {
    let text = marks(&snippet.text, &snippet.marks, escape, open, close);
    let (before, after) = (
        if snippet.cut_before { "… " } else { "" },
        if snippet.cut_after { " …" } else { "" },
    );
    format!("{before}{text}{after}")
}

fn marks(
    text: &str,
    marks: &[Span],
    escape: &dyn Fn(&str) -> String,
    open: &str,
    close: &str,
) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(inside)) =
            (text.get(at..mark.start), text.get(mark.start..mark.end))
        else {
            continue;
        };
        out.push_str(&escape(before));
        out.push_str(&format!("{open}{}{close}", escape(inside)));
        at = mark.end;
    }
    out.push_str(&escape(text.get(at..).unwrap_or_default()));
    out
}

fn escaped_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in printable(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

fn escaped_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in printable(text).chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
