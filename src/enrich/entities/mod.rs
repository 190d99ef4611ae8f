//! Who, what organisation and where: the names in an article.
//!
//! [`tagger`] marks names in running text; [`names`] makes of the marks the people, organisations and places of the article.

mod names;
mod tagger;

use crate::article::{Entities, Mention};
use crate::extract::ExtractedArticle;
use crate::text::Span;

use names::Marks;
use tagger::Tagged;

/// The names of an article, most often named first, and each of their mentions in its body.
pub(super) fn entities(article: &ExtractedArticle, lang: Option<&str>) -> (Entities, Vec<Mention>) {
    names::resolve(article, &marks(article, lang), lang)
}

/// The names in title, dek and body. They are read as one text, since each helps to tell the names in the others.
fn marks(article: &ExtractedArticle, lang: Option<&str>) -> Marks {
    let mut text = String::with_capacity(article.body.len() + 512);
    let mut add = |part: Option<&str>| {
        let start = text.len();
        text.push_str(part.unwrap_or_default());
        let span = Span::new(start, text.len());
        if !span.is_empty() {
            text.push_str("\n\n");
        }
        span
    };
    let parts = [
        add(article.title.as_deref()),
        add(article.dek.as_deref()),
        add(Some(&article.body)),
    ];
    let mut tagged = tagger::tag(&text, lang).into_iter().peekable();
    let [title, dek, body] = parts.map(|part| {
        let mut marks = Vec::new();
        while let Some(mark) = tagged.next_if(|mark| mark.span.start < part.end) {
            if mark.span.start >= part.start && mark.span.end <= part.end {
                marks.push(Tagged {
                    kind: mark.kind,
                    span: Span::new(mark.span.start - part.start, mark.span.end - part.start),
                });
            }
        }
        marks
    });
    Marks { title, dek, body }
}
