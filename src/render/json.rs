//! The stable JSON types of a search: the envelope that `--json` prints and the API answers with, and articles as JSON lines.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use crate::article::{Article, ArticleDate, Entities, Mention};
use crate::date::Precision;
use crate::query::Query;
use crate::render::fields::{Chosen, Fields};
use crate::search::{Copied, Hit, Response};
use crate::text::Span;

/// The answer to a query.
#[derive(Serialize)]
struct Envelope<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    query: &'a str,
    total: Total,
    took_ms: u64,
    hits: Vec<Shape<'a>>,
    next: Option<String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    did_you_mean: Vec<JsonFound<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    absent: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    would_find: Vec<JsonFound<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explain: Option<JsonExplain<'a>>,
}

#[derive(Serialize)]
struct JsonFound<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<&'a str>,
    articles: usize,
}

#[derive(Serialize)]
struct JsonExplain<'a> {
    query: String,
    notes: Vec<&'a str>,
    also: Vec<JsonExpansion<'a>>,
    clauses: Vec<JsonClause<'a>>,
}

#[derive(Serialize)]
struct JsonExpansion<'a> {
    asked: &'a str,
    added: &'a str,
    kind: &'static str,
    articles: Option<u64>,
}

#[derive(Serialize)]
struct JsonClause<'a> {
    clause: &'a str,
    start: usize,
    end: usize,
    depth: usize,
    articles: usize,
}

#[derive(Serialize)]
struct JsonScored<'a> {
    what: &'a str,
    score: f32,
}

#[derive(Serialize)]
struct Total {
    articles: usize,
    stories: usize,
}

/// A hit, whole or the fields of it that were chosen.
#[derive(Serialize)]
#[serde(untagged)]
enum Shape<'a> {
    Whole(Box<JsonHit<'a>>),
    Chosen(Chosen),
}

#[derive(Serialize)]
struct JsonHit<'a> {
    id: &'a str,
    score: f32,
    rank: usize,
    path: &'a str,
    record: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
    dek: Option<&'a str>,
    byline: Option<&'a str>,
    authors: &'a [String],
    published: Option<JsonDate<'a>>,
    updated: Option<JsonDate<'a>>,
    publisher: Option<&'a str>,
    section: Option<&'a str>,
    lang: Option<&'a str>,
    entities: &'a Entities,
    words: u32,
    snippets: Vec<JsonSnippet<'a>>,
    copies: Vec<JsonCopy<'a>>,
    copy_count: usize,
    first: Option<JsonCopy<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    scored: Vec<JsonScored<'a>>,
}

#[derive(Serialize)]
struct JsonDate<'a> {
    value: String,
    precision: Precision,
    rule: &'a str,
}

#[derive(Serialize)]
struct JsonSnippet<'a> {
    text: &'a str,
    highlights: &'a [Span],
}

#[derive(Serialize)]
struct JsonCopy<'a> {
    id: &'a str,
    path: &'a str,
    record: Option<&'a str>,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<&'a str>,
}

/// An answer to be written as JSON.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// What the query is called, where there are several.
    pub id: Option<&'a str>,
    /// The query.
    pub query: &'a Query,
    /// What it finds.
    pub response: &'a Response,
    /// The fields of hits that are written; `None`: all.
    pub fields: Option<&'a Fields>,
    /// How long it took.
    pub took_ms: u64,
    /// What to ask the following hits with; `None` behind the last.
    pub next: Option<String>,
}

/// Writes the envelope on one line: `{"query", "total": {"articles", "stories"}, "took_ms", "hits": [], "next"}`, before them `id` where
/// there is one. Where they were asked for, and there are some, `did_you_mean`, `absent`, `would_find` and `explain` follow.
pub fn envelope(answer: Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Answer {
        id,
        query,
        response,
        fields,
        took_ms,
        next,
    } = answer;
    let shape = |found| {
        Ok(match fields {
            None => Shape::Whole(Box::new(hit(found))),
            Some(fields) => Shape::Chosen(fields.chosen(found)?),
        })
    };
    let hits: io::Result<Vec<Shape<'_>>> = response.hits.iter().map(shape).collect();
    let envelope = Envelope {
        id,
        query: &query.text,
        total: Total {
            articles: response.articles,
            stories: response.stories,
        },
        took_ms,
        hits: hits?,
        next,
        did_you_mean: response
            .suggestions
            .iter()
            .map(|found| JsonFound {
                query: Some(&found.query),
                how: None,
                articles: found.articles,
            })
            .collect(),
        absent: &response.absent,
        would_find: response
            .relaxed
            .iter()
            .map(|found| JsonFound {
                query: None,
                how: Some(&found.how),
                articles: found.articles,
            })
            .collect(),
        explain: (!response.clauses.is_empty()).then(|| explain(query, response)),
    };
    serde_json::to_writer(&mut *out, &envelope).map_err(io::Error::from)?;
    writeln!(out)
}

fn explain<'a>(query: &'a Query, response: &'a Response) -> JsonExplain<'a> {
    let typed = query.notes.iter().map(|note| note.text.as_str());
    JsonExplain {
        query: query.to_string(),
        notes: typed
            .chain(response.notes.iter().map(String::as_str))
            .collect(),
        also: response
            .also
            .iter()
            .map(|also| JsonExpansion {
                asked: &also.asked,
                added: &also.added,
                kind: also.kind.name(),
                articles: also.articles,
            })
            .collect(),
        clauses: response
            .clauses
            .iter()
            .map(|clause| JsonClause {
                clause: &clause.clause,
                start: clause.span.start,
                end: clause.span.end,
                depth: clause.depth,
                articles: clause.articles,
            })
            .collect(),
    }
}

/// A hit as the envelope has it.
pub(super) fn hit_value(found: &Hit) -> io::Result<Value> {
    // By way of text: numbers stay as they are printed.
    let text = serde_json::to_string(&hit(found)).map_err(io::Error::from)?;
    serde_json::from_str(&text).map_err(io::Error::from)
}

/// Writes an article on one line, as `extract` does.
pub fn line(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, article).map_err(io::Error::from)?;
    writeln!(out)
}

/// The same, with the names in its body as `mentions`.
pub fn line_with_mentions(
    article: &Article,
    mentions: &[Mention],
    out: &mut dyn Write,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct WithMentions<'a> {
        #[serde(flatten)]
        article: &'a Article,
        mentions: &'a [Mention],
    }
    serde_json::to_writer(&mut *out, &WithMentions { article, mentions })
        .map_err(io::Error::from)?;
    writeln!(out)
}

fn hit(hit: &Hit) -> JsonHit<'_> {
    let article = &hit.article;
    let snippets = hit.snippets.iter().map(|snippet| JsonSnippet {
        text: &snippet.text,
        highlights: &snippet.marks,
    });
    JsonHit {
        id: &article.id,
        score: hit.score,
        rank: hit.rank,
        path: &article.path,
        record: article.record.as_deref(),
        url: article.url.as_deref(),
        title: article.title.as_deref(),
        dek: article.dek.as_deref(),
        byline: article.byline.as_deref(),
        authors: &article.authors,
        published: article.published.as_ref().map(date),
        updated: article.updated.as_ref().map(date),
        publisher: article.publisher.as_deref(),
        section: article.section.as_deref(),
        lang: article.lang.as_deref(),
        entities: &article.entities,
        words: article.words,
        snippets: snippets.collect(),
        copies: hit.copies.iter().map(copy).collect(),
        copy_count: hit.copy_count,
        first: hit.first.as_ref().map(copy),
        scored: hit
            .scored
            .iter()
            .map(|part| JsonScored {
                what: &part.what,
                score: part.score,
            })
            .collect(),
    }
}

fn date(date: &ArticleDate) -> JsonDate<'_> {
    JsonDate {
        value: date.date.value(),
        precision: date.precision(),
        rule: &date.rule,
    }
}

fn copy(copy: &Copied) -> JsonCopy<'_> {
    JsonCopy {
        id: &copy.id,
        path: &copy.path,
        record: copy.record.as_deref(),
        title: copy.title.as_deref(),
        publisher: copy.publisher.as_deref(),
        published: copy.published.as_deref(),
    }
}
