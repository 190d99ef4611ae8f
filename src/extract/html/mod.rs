//! Articles from HTML pages.
//!
//! A page is parsed once and flattened ([`page`]); its data ([`meta`], [`linked_data`]) and what it prints are weighed against each other:
//! [`headline`], [`people`], [`dates`]. The text lies in a [`container`], is read as [`blocks`] and filtered into the [`body`].
//! Embedded posts of social networks are no part of the body.

mod tags;
mod class_words;
mod entities;
mod tame;
mod page;
mod meta;
mod linked_data;
mod publisher;
mod headline;
mod boxes;
mod layout;
mod container;
mod dek;
mod captions;
mod blocks;
mod phrases;
mod shingles;
mod body;
mod state;
mod people;
mod dates;

use scraper::Html;

use crate::article::{ArticleDate, Issue};
use crate::date::{self, Date, Reading};
use crate::extract::ExtractedArticle;
use crate::extract::dateline;
use crate::reader::Stated;

use linked_data::LinkedData;
use meta::Meta;
use page::{Page, weight};
pub(in crate::extract) use phrases::is_correction;

#[cfg(test)]
mod tests;

/// A body of fewer letters is looked for in the page's data too.
const SHORT: u32 = 500;

/// Extracts an article from a page; `stated` holds what is known of it from outside (address, capture date).
pub(super) fn extract(text: &str, stated: &Stated, issues: &mut Vec<Issue>) -> ExtractedArticle {
    let tamed = tame::tame(text);
    let html = Html::parse_document(&tamed);
    let page = Page::new(&html);
    let mut article = ExtractedArticle::default();
    if page.len() == 0 {
        return article;
    }
    if is_truncated(text) {
        issues.push("truncated".to_owned());
    }
    let meta = Meta::read(&page);
    let urls: Vec<&str> = [
        stated.url.as_deref(),
        meta.canonical.as_deref(),
        meta.get("og:url"),
        meta.get("parsely-link"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let data = linked_data::read(&page, &urls, meta.get("og:title").or(meta.title.as_deref()));
    let data = data.as_ref();
    let site = publisher::Site::read(&page, &meta, data, &urls);
    let headline = headline::choose(&page, &meta, data, &site.names);
    let title = headline.as_ref().and_then(|headline| headline.node);
    let layout = layout::Layout::new(&page, title);
    // Data that hold the text are surer than a second look.
    let layout = match layout.trusting(&page, title) {
        Some(trusting)
            if data.is_none_or(|data| data.body.is_none()) && state::find(&page).is_none() =>
        {
            trusting
        }
        _ => layout,
    };
    let container = container::find(&page, &layout, title);
    let roots = container
        .as_ref()
        .map(|found| found.roots.clone())
        .unwrap_or_default();

    let lang = lang(&meta, data);
    let reading = reading(&meta, lang.as_deref(), &urls, stated);
    let dates = dates::find(&dates::Evidence {
        page: &page,
        layout: &layout,
        meta: &meta,
        data,
        urls: &urls,
        title,
        roots: &roots,
        reading: &reading,
    });
    let people = people::find(&people::Evidence {
        page: &page,
        layout: &layout,
        meta: &meta,
        data,
        sites: &site.names,
        title,
        roots: &roots,
        reading: &reading,
    });
    let dek = dek::find(
        &page,
        &layout,
        title,
        &roots,
        &descriptions(&meta, data),
        &people.authors,
    );
    let aside = captions::read(&page, title, &roots);
    let captions: Vec<String> = aside
        .captions
        .iter()
        .map(|caption| caption.text.clone())
        .collect();
    let body = body::assemble(
        blocks::read(&page, &layout, &roots),
        &body::Known {
            title: headline.as_ref().map(|headline| headline.text.as_str()),
            title_node: title,
            dek: dek.as_ref().map(|dek| dek.text.as_str()),
            byline: people.byline.as_deref(),
            authors: &people.authors,
            captions: &captions,
            alts: &captions::alts(&page),
            stated: data.and_then(|data| data.body.as_deref()),
        },
    );

    let mut rule = |field: &str, rule: &str| {
        article.rules.insert(field.to_owned(), rule.to_owned());
    };
    article.body = body.paragraphs.join("\n\n");
    let mut body_rule = container.as_ref().map(|container| container.rule);
    let shown = weight(&article.body);
    let mut state = None;
    if let Some(text) = data.and_then(|data| data.body.as_deref())
        && weight(text) > 3 * shown + 200
    {
        // The page shows a beginning, or nothing; its data holds the whole.
        article.body = stated_paragraphs(text).join("\n\n");
        body_rule = Some("jsonld:articleBody");
    } else if shown < SHORT {
        state = state::find(&page);
        let body = state
            .as_ref()
            .map(|state| stated_paragraphs(&state.text).join("\n\n"))
            .filter(|body| weight(body) > 2 * shown);
        match body {
            Some(body) => {
                article.body = body;
                body_rule = Some("state");
            }
            None => state = None,
        }
    }
    if article.body.is_empty()
        && let Some(dek) = &dek
    {
        // The summary is all there is.
        article.body.clone_from(&dek.text);
        body_rule = Some("dek");
    }
    if let Some(name) = body_rule.filter(|_| !article.body.is_empty()) {
        rule("body", name);
    }
    article.subheads = body.subheads;
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
    if article.agency.is_some() {
        rule("agency", "byline");
    }
    article.published = dates.published;
    article.updated = dates.updated;
    article.captured = reading
        .reference
        .clone()
        .map(|date| ArticleDate::new(date, "given"));
    if !aside.captions.is_empty() {
        rule("captions", "figcaption");
    }
    article.captions = aside.captions;
    for caption in body.captions {
        if !article.captions.contains(&caption) {
            article.captions.push(caption);
        }
    }
    article.pull_quotes = aside.pull_quotes;
    for quote in body.pull_quotes {
        if !article.pull_quotes.contains(&quote) {
            article.pull_quotes.push(quote);
        }
    }
    article.corrections = aside.corrections;
    for correction in body.corrections {
        if !article.corrections.contains(&correction) {
            article.corrections.push(correction);
        }
    }
    if let Some((name, by)) = site.publisher(&meta, article.title.as_deref()) {
        rule("publisher", by);
        article.publisher = Some(name);
    }
    if let Some((name, by)) = section(&meta, data) {
        rule("section", by);
        article.section = Some(name);
    }
    if let Some(found) = dateline::parse(article.body.lines().next().unwrap_or("")) {
        rule("dateline", "body");
        article.dateline = Some(found.text);
        if article.agency.is_none() && found.agency.is_some() {
            rule("agency", "dateline");
            article.agency = found.agency;
        }
    }
    if let Some(code) = lang.as_deref().and_then(language_code) {
        rule("lang", "page");
        article.lang = Some(code);
    }
    article.url = urls
        .first()
        .map(|url| (*url).to_owned())
        .or_else(|| data.and_then(|data| data.url.clone()));
    if article.url.is_some() {
        rule(
            "url",
            if stated.url.is_some() {
                "given"
            } else {
                "canonical"
            },
        );
    }
    if let Some(state) = state {
        state.fill(&mut article, &reading);
    }
    article
}

/// What the page says its language is.
fn lang(meta: &Meta, data: Option<&LinkedData>) -> Option<String> {
    data.and_then(|data| data.lang.clone())
        .or_else(|| meta.lang.clone())
        .or_else(|| {
            meta.first(&["og:locale", "content-language", "dc.language", "language"])
                .map(|(_, value)| value.to_owned())
        })
}

/// How dates are to be read on this page.
fn reading(meta: &Meta, lang: Option<&str>, urls: &[&str], stated: &Stated) -> Reading {
    let order = dates::order(meta.lang.as_deref().or(lang), urls.first().copied());
    let alone = Reading {
        order,
        reference: None,
    };
    let captured: Option<Date> = stated
        .captured
        .as_deref()
        .and_then(|captured| date::parse(captured, &alone));
    Reading {
        order,
        reference: captured,
    }
}

/// The page's own summaries of the article.
fn descriptions<'d>(meta: &'d Meta, data: Option<&'d LinkedData>) -> Vec<&'d str> {
    data.and_then(|data| data.description.as_deref())
        .into_iter()
        .chain(
            [
                "og:description",
                "description",
                "twitter:description",
                "dc.description",
                "sailthru.description",
            ]
            .iter()
            .filter_map(|name| meta.get(name)),
        )
        .collect()
}

/// Where the article ran.
fn section<'r>(meta: &Meta, data: Option<&LinkedData>) -> Option<(String, &'r str)> {
    if let Some(section) = data.and_then(|data| data.section.clone()) {
        return Some((section, "jsonld:articleSection"));
    }
    [
        ("article:section", "article:section"),
        ("og:section", "og:section"),
        ("parsely-section", "parsely-section"),
        ("cxenseparse:section", "meta:section"),
        ("section", "meta:section"),
        ("articlesection", "meta:section"),
        ("itemprop:articlesection", "itemprop:articleSection"),
    ]
    .iter()
    .find_map(|(name, rule)| {
        meta.get(name)
            .filter(|value| value.len() < 80 && !value.contains("://"))
            .map(|value| (value.to_owned(), *rule))
    })
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
    if text.contains("</") || text.contains("<p") || text.contains("<br") {
        let tamed = tame::tame(&text);
        let html = Html::parse_document(&tamed);
        let page = Page::new(&html);
        let layout = layout::Layout::new(&page, None);
        return blocks::read(&page, &layout, &[0])
            .into_iter()
            .map(|block| block.text)
            .collect();
    }
    text.lines()
        .map(page::squeeze)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Whether the page breaks off: its end lacks the closing tags and is no tag at all.
fn is_truncated(text: &str) -> bool {
    let end = text.trim_end();
    let tail = end.as_bytes();
    let tail = &tail[tail.len().saturating_sub(4000)..];
    let closes = |name: &[u8]| {
        tail.windows(name.len())
            .any(|window| window.eq_ignore_ascii_case(name))
    };
    end.len() > 200
        && !end.ends_with('>')
        && !closes(b"</html")
        && !closes(b"</body")
        && text.contains("<html")
}
