//! Articles from HTML pages.
//!
//! A page is parsed once and flattened ([`page`]); its data ([`meta`], [`linked_data`]) and what it prints are weighed against each other:
//! [`headline`], [`people`], [`dates`]. The text lies in a [`container`], is read as [`blocks`] and filtered into the [`body`].

mod tags;
mod class_words;
mod entities;
mod page;
mod meta;
mod linked_data;
mod headline;
mod layout;
mod container;
mod blocks;
mod phrases;
mod body;
mod captions;
mod dek;
mod shingles;
mod state;
mod publisher;
mod people;
mod dates;

use scraper::Html;

use crate::article::{ArticleDate, Issue};
use crate::date::{self, Reading};
use crate::extract::ExtractedArticle;
use crate::reader::Stated;

use page::Page;

/// Extracts an article from a page; `stated` holds what is known of it from outside (address, capture date).
pub(super) fn extract(text: &str, stated: &Stated, issues: &mut Vec<Issue>) -> ExtractedArticle {
    let html = Html::parse_document(text);
    let page = Page::new(&html);
    let mut article = ExtractedArticle::default();
    if page.len() == 0 {
        return article;
    }
    let meta = meta::Meta::read(&page);
    let urls: Vec<&str> = [
        stated.url.as_deref(),
        meta.canonical.as_deref(),
        meta.get("og:url"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let data = linked_data::read(&page, &urls, meta.get("og:title").or(meta.title.as_deref()));
    let data = data.as_ref();
    let site = publisher::Site::read(&page, &meta, data, &urls);
    let sites = &site.names;
    let headline = headline::choose(&page, &meta, data, sites);
    let title_node = headline.as_ref().and_then(|headline| headline.node);
    let layout = layout::Layout::new(&page, title_node);
    let container = container::find(&page, &layout, title_node);
    let roots = container
        .as_ref()
        .map(|found| found.roots.clone())
        .unwrap_or_default();

    let lang = data
        .and_then(|data| data.lang.clone())
        .or_else(|| meta.lang.clone())
        .or_else(|| meta.get("og:locale").map(str::to_owned))
        .or_else(|| meta.get("content-language").map(str::to_owned));
    let page_lang = meta.lang.clone().or_else(|| lang.clone());
    let order = dates::order(page_lang.as_deref(), urls.first().copied());
    let captured = stated.captured.as_deref().and_then(|captured| {
        date::parse(
            captured,
            &Reading {
                order,
                reference: None,
            },
        )
    });
    let reading = Reading {
        order,
        reference: captured.clone(),
    };
    let dates = dates::find(&dates::Evidence {
        page: &page,
        layout: &layout,
        meta: &meta,
        data,
        urls: &urls,
        title: title_node,
        roots: &roots,
        reading: &reading,
    });
    let people = people::find(&page, &meta, data, sites, title_node, &roots);
CAPS

    let descriptions: Vec<&str> = data
        .and_then(|data| data.description.as_deref())
        .into_iter()
        .chain(
            ["og:description", "description", "twitter:description"]
                .iter()
                .filter_map(|name| meta.get(name)),
        )
        .collect();
    let dek = dek::find(&page, &layout, title_node, &roots, &descriptions);
    let blocks = blocks::read(&page, &layout, &roots);
    let known = body::Known {
        title: headline.as_ref().map(|headline| headline.text.as_str()),
        dek: dek.as_ref().map(|dek| dek.text.as_str()),
        byline: people.byline.as_deref(),
        authors: &people.authors,
        captions: &caption_texts,
        stated: data.and_then(|data| data.body.as_deref()),
    };
    let body = body::assemble(blocks, &known);
    article.body = body.paragraphs.join("\n\n");
    let mut body_rule = container.as_ref().map(|container| container.rule);
    if let Some(text) = data.and_then(|data| data.body.as_deref())
        && page::weight(text) > 3 * page::weight(&article.body) + 200
    {
        // The page shows a beginning, or nothing; its data holds the whole.
        article.body = stated_paragraphs(text).join("\n\n");
        body_rule = Some("jsonld:articleBody");
    }
    article.subheads = body.subheads;
    article.corrections = body.corrections;
    if body_rule.is_none_or(|rule| rule != "jsonld:articleBody")
        && page::weight(&article.body) < 500
        && let Some(text) = state::text(&page)
        && page::weight(&text) > 2 * page::weight(&article.body)
    {
        article.body = stated_paragraphs(&text).join("\n\n");
        body_rule = Some("state");
    }
    let mut rule = |field: &str, rule: &str| {
        article.rules.insert(field.to_owned(), rule.to_owned());
    };
    if let Some(name) = body_rule {
        rule("body", name);
    }
    if let Some(headline) = headline {
        rule("title", &headline.rule);
        article.title = Some(headline.text);
    }
    if let Some(dek) = dek {
        rule("dek", dek.rule);
        article.dek = Some(dek.text);
    }
    if !people.authors.is_empty() {
        rule("authors", &people.rule);
    }
    if people.byline.is_some() {
        rule("byline", &people.byline_rule);
    }
    article.authors = people.authors;
    article.byline = people.byline;
    article.agency = people.agency;
    article.published = dates.published;
    article.updated = dates.updated;
    article.captured = captured.map(|date| ArticleDate::new(date, "stated"));
    article.captions = captions;
    article.publisher = meta
        .get("og:site_name")
        .map(str::to_owned)
        .or_else(|| data.and_then(|data| data.publisher.clone()));
    article.section = data.and_then(|data| data.section.clone()).or_else(|| {
        meta.first(&[
            "article:section",
            "og:section",
            "parsely-section",
            "section",
            "articlesection",
        ])
        .map(|(_, value)| value.to_owned())
    });
    article.lang = lang.and_then(|lang| language_code(&lang));
    article.url = stated
        .url
        .clone()
        .or_else(|| meta.canonical.clone())
        .or_else(|| meta.get("og:url").map(str::to_owned))
        .or_else(|| data.and_then(|data| data.url.clone()));
    let _ = issues;
    article
}

/// The two- or three-letter code at the start of a language tag.
fn language_code(tag: &str) -> Option<String> {
    let code = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
    ((2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()))
        .then_some(code)
}

/// The paragraphs of a text given in data: lines, or paragraphs of markup.
fn stated_paragraphs(text: &str) -> Vec<String> {
    let text = entities::decode(text);
    let text = if text.contains("</") || text.contains("<p") || text.contains("<br") {
        let html = Html::parse_document(&text);
        let page = Page::new(&html);
        let layout = layout::Layout::new(&page, None);
        return blocks::read(&page, &layout, &[0])
            .into_iter()
            .map(|block| block.text)
            .collect();
    } else {
        text
    };
    text.lines()
        .map(page::squeeze)
        .filter(|line| !line.is_empty())
        .collect()
}
