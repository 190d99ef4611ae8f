//! Citations for reference managers: BibTeX, RIS (2011), CSL-JSON (1.0.2).

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::article::Article;
use crate::render::goes_by;
use crate::text::printable;

/// The date in numbers: year, month, day, as far as known.
fn parts(article: &Article) -> Vec<String> {
    let Some((_, date)) = goes_by(article) else {
        return Vec::new();
    };
    let value = date.date.value();
    let day = value.split('T').next().unwrap_or_default();
    day.split('-').map(str::to_owned).collect()
}

/// Writes one `@misc` entry a call.
pub fn bibtex(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    let escaped = |text: &str| -> String {
        let mut out = String::with_capacity(text.len());
        for character in printable(text).chars() {
            match character {
                '\\' => out.push_str("\\textbackslash{}"),
                '{' | '}' | '$' | '&' | '#' | '%' | '_' => out.extend(['\\', character]),
                '~' => out.push_str("\\textasciitilde{}"),
                '^' => out.push_str("\\textasciicircum{}"),
                other => out.push(other),
            }
        }
        out
    };
    writeln!(out, "@misc{{dateline:{},", article.id)?;
    let mut field = |name: &str, value: &str| {
        if value.is_empty() {
            Ok(())
        } else {
            writeln!(out, "  {name} = {{{value}}},")
        }
    };
    field(
        "title",
        &article
            .title
            .as_deref()
            .map(|title| format!("{{{}}}", escaped(title)))
            .unwrap_or_default(),
    )?;
    field(
        "author",
        &article
            .authors
            .iter()
            .map(|author| escaped(author))
            .collect::<Vec<_>>()
            .join(" and "),
    )?;
    field(
        "howpublished",
        &article
            .publisher
            .as_deref()
            .map(escaped)
            .unwrap_or_default(),
    )?;
    let date = parts(article);
    field("date", &date.join("-"))?;
    field("year", date.first().map_or("", String::as_str))?;
    field("month", date.get(1).map_or("", String::as_str))?;
    field("langid", article.lang.as_deref().unwrap_or_default())?;
    field(
        "url",
        &article
            .url
            .as_deref()
            .map(|url| printable(url).replace(['{', '}'], ""))
            .unwrap_or_default(),
    )?;
    writeln!(out, "}}")
}

/// Writes one record of type `NEWS` a call.
pub fn ris(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "TY  - NEWS\r\n")?;
    let mut field = |tag: &str, value: &str| {
        if value.is_empty() {
            Ok(())
        } else {
            write!(out, "{tag}  - {}\r\n", printable(value))
        }
    };
    field("ID", &article.id)?;
    field("TI", article.title.as_deref().unwrap_or_default())?;
    for author in &article.authors {
        field("AU", author)?;
    }
    field("T2", article.publisher.as_deref().unwrap_or_default())?;
    let date = parts(article);
    field("PY", date.first().map_or("", String::as_str))?;
    if !date.is_empty() {
        // Year, month and day have their places, known or not.
        let mut places = date.clone();
        places.resize(3, String::new());
        field("DA", &format!("{}/", places.join("/")))?;
    }
    field("SE", article.section.as_deref().unwrap_or_default())?;
    field("LA", article.lang.as_deref().unwrap_or_default())?;
    field("UR", article.url.as_deref().unwrap_or_default())?;
    field("AB", article.dek.as_deref().unwrap_or_default())?;
    write!(out, "ER  - \r\n")
}

/// An article as an item of CSL-JSON.
pub fn csl(article: &Article) -> Value {
    let date: Vec<i64> = parts(article)
        .iter()
        .filter_map(|part| part.parse().ok())
        .collect();
    let authors: Vec<Value> = article
        .authors
        .iter()
        .map(|author| json!({ "literal": author }))
        .collect();
    let fields = [
        ("id", Some(json!(article.id))),
        ("type", Some(json!("article-newspaper"))),
        ("title", article.title.as_ref().map(|title| json!(title))),
        (
            "author",
            (!authors.is_empty()).then(|| Value::Array(authors)),
        ),
        (
            "container-title",
            article.publisher.as_ref().map(|publisher| json!(publisher)),
        ),
        (
            "section",
            article.section.as_ref().map(|section| json!(section)),
        ),
        (
            "issued",
            (!date.is_empty()).then(|| json!({ "date-parts": [date] })),
        ),
        ("language", article.lang.as_ref().map(|lang| json!(lang))),
        ("URL", article.url.as_ref().map(|url| json!(url))),
        ("abstract", article.dek.as_ref().map(|dek| json!(dek))),
    ];
    let known = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect())
}
