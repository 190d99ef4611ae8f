//! JSON-LD: the object that speaks of the page's own article, whatever form it comes in.

mod repair;

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::extract::html::page::{Page, squeeze};
use crate::extract::html::tags::Tag;

/// What JSON-LD says of the article.
#[derive(Clone, Debug, Default)]
pub(super) struct LinkedData {
    pub(super) headline: Option<String>,
    pub(super) description: Option<String>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) people: Vec<String>,
    pub(super) organisations: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) section: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) url: Option<String>,
    pub(super) body: Option<String>,
    /// Whether the object is an article by its type, not merely a page.
    pub(super) is_article: bool,
}

/// More objects than this are not looked at.
const MOST: usize = 5000;
/// A script longer than this is not read.
const LONGEST: usize = 4 << 20;

/// Reads the page's JSON-LD; `urls` are the addresses the page is known by, `title` a headline to tell articles apart by.
pub(super) fn read(page: &Page<'_>, urls: &[&str], title: Option<&str>) -> Option<LinkedData> {
    let mut roots = Vec::new();
    for id in 0..page.len() {
        if page.tag(id) == Tag::Script
            && page
                .attr(id, "type")
                .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
        {
            let raw = page.raw_text(id);
            if raw.len() <= LONGEST {
                roots.extend(repair::parse(&raw));
            }
        }
    }
    choose(&roots, urls, title)
}

/// An object of the graph and how it was reached.
struct Found<'v> {
    object: &'v Map<String, Value>,
    /// Under a key that leads to other articles (`itemListElement`, `hasPart`, …).
    aside: bool,
}

fn choose(roots: &[Value], urls: &[&str], title: Option<&str>) -> Option<LinkedData> {
    let mut objects: Vec<Found<'_>> = Vec::new();
    let mut waiting: Vec<(&Value, bool)> = roots.iter().rev().map(|root| (root, false)).collect();
    while let Some((value, aside)) = waiting.pop() {
        if objects.len() >= MOST {
            break;
        }
        match value {
            Value::Array(items) => waiting.extend(items.iter().rev().map(|item| (item, aside))),
            Value::Object(object) => {
                objects.push(Found { object, aside });
                for (key, inner) in object.iter().rev() {
                    if inner.is_object() || inner.is_array() {
                        let leads_away = matches!(
                            key.as_str(),
                            "itemListElement"
                                | "hasPart"
                                | "isPartOf"
                                | "relatedLink"
                                | "mentions"
                                | "about"
                                | "citation"
                                | "isBasedOn"
                                | "liveBlogUpdate"
                                | "comment"
                                | "video"
                                | "subjectOf"
                                | "relatedArticle"
                                | "significantLink"
                        );
                        waiting.push((inner, aside || leads_away));
                    }
                }
            }
            _ => {}
        }
    }
    let by_id: HashMap<&str, &Map<String, Value>> = objects
        .iter()
        .filter(|found| found.object.len() > 1)
        .filter_map(|found| Some((found.object.get("@id")?.as_str()?, found.object)))
        .collect();
    let mut best: Option<(i32, &Map<String, Value>)> = None;
    for found in &objects {
        let value = suitability(found, urls, title);
        if value > 0 && best.is_none_or(|(most, _)| value > most) {
            best = Some((value, found.object));
        }
    }
    let (_, object) = best?;
    let mut data = read_article(object, &by_id);
    // A `WebPage` beside the article often knows what the article leaves out.
    for found in &objects {
        if data.published.is_none()
            && !found.aside
            && (kind_of(found.object) > 0 || same_page(found.object, urls))
        {
            data.published = text_of(found.object.get("datePublished"));
        }
    }
    Some(data)
}

/// 2 for an article, 1 for a page that may carry an article's fields, 0 for anything else.
fn kind_of(object: &Map<String, Value>) -> u8 {
    let mut best = 0;
    for kind in strings(object.get("@type")) {
        let kind = kind.rsplit(['/', ':', '#']).next().unwrap_or("");
        best = best.max(match kind {
            _ if kind.ends_with("Article") => 2,
            "BlogPosting"
            | "LiveBlogPosting"
            | "Report"
            | "SocialMediaPosting"
            | "Review"
            | "Recipe"
            | "DiscussionForumPosting"
            | "CreativeWork"
            | "OpinionPiece"
            | "ArticleNewsArticle"
            | "Posting" => 2,
            "WebPage" | "ItemPage" | "AboutPage" | "VideoObject" | "Product" | "MedicalWebPage"
            | "QAPage" | "FAQPage" | "Event" | "NewsItem" | "PodcastEpisode" => 1,
            _ => 0,
        });
    }
    best
}

fn suitability(found: &Found<'_>, urls: &[&str], title: Option<&str>) -> i32 {
    let object = found.object;
    let kind = kind_of(object);
    if kind == 0 {
        return 0;
    }
    let mut value = if kind == 2 { 100 } else { 10 };
    if object.contains_key("datePublished") {
        value += 10;
    }
    if object.contains_key("headline") {
        value += 10;
    }
    if object.contains_key("author") {
        value += 6;
    }
    if object.contains_key("articleBody") {
        value += 5;
    }
    if same_page(object, urls) {
        value += 25;
    }
    if let (Some(title), Some(headline)) = (
        title,
        text_of(object.get("headline")).or_else(|| text_of(object.get("name"))),
    ) {
        let alike = crate::extract::title::likeness(title, &headline);
        value += (alike * 40.0) as i32 - 10;
    }
    if found.aside {
        value -= 60;
    }
    value.max(1)
}

fn same_page(object: &Map<String, Value>, urls: &[&str]) -> bool {
    let mut own = Vec::new();
    for key in ["url", "mainEntityOfPage", "@id"] {
        match object.get(key) {
            Some(Value::String(url)) => own.push(url.as_str()),
            Some(Value::Object(inner)) => {
                own.extend(inner.get("@id").and_then(Value::as_str));
                own.extend(inner.get("url").and_then(Value::as_str));
            }
            _ => {}
        }
    }
    own.iter()
        .any(|one| urls.iter().any(|other| plain_url(one) == plain_url(other)))
}

fn plain_url(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or("");
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.trim_start_matches("www.").trim_end_matches('/')
}

fn read_article(
    object: &Map<String, Value>,
    by_id: &HashMap<&str, &Map<String, Value>>,
) -> LinkedData {
    let mut data = LinkedData {
        headline: text_of(object.get("headline")).or_else(|| text_of(object.get("name"))),
        description: text_of(object.get("description")).or_else(|| text_of(object.get("abstract"))),
        published: text_of(object.get("datePublished"))
            .or_else(|| text_of(object.get("dateCreated")))
            .or_else(|| text_of(object.get("uploadDate"))),
        updated: text_of(object.get("dateModified")),
        section: strings(object.get("articleSection"))
            .into_iter()
            .next()
            .and_then(clean),
        lang: match object.get("inLanguage") {
            Some(Value::Object(inner)) => {
                text_of(inner.get("alternateName")).or_else(|| text_of(inner.get("name")))
            }
            other => text_of(other),
        },
        url: text_of(object.get("url")),
        body: object
            .get("articleBody")
            .or_else(|| object.get("reviewBody"))
            .map(|body| match body {
                Value::Array(parts) => parts
                    .iter()
                    .filter_map(Value::as_str)
                    .collect::<Vec<_>>()
                    .join("\n\n"),
                other => other.as_str().unwrap_or("").to_owned(),
            })
            .filter(|body| !body.trim().is_empty()),
        is_article: kind_of(object) == 2,
        ..LinkedData::default()
    };
    for key in ["author", "creator", "contributor", "reporter"] {
        read_people(object.get(key), by_id, &mut data);
        if !data.people.is_empty() {
            break;
        }
    }
    let mut organisations = LinkedData::default();
    for key in ["publisher", "sourceOrganization", "provider"] {
        if data.publisher.is_none() {
            read_people(object.get(key), by_id, &mut organisations);
            data.publisher = organisations
                .organisations
                .pop()
                .or_else(|| organisations.people.pop());
        }
    }
    data
}

fn read_people(
    value: Option<&Value>,
    by_id: &HashMap<&str, &Map<String, Value>>,
    data: &mut LinkedData,
) {
    let items: &[Value] = match value {
        Some(Value::Array(items)) => items,
        Some(other) => std::slice::from_ref(other),
        None => return,
    };
    for item in items.iter().take(50) {
        match item {
            Value::String(name) => data.people.extend(clean(name)),
            Value::Object(object) => {
                let mut object = object;
                if !object.contains_key("name")
                    && let Some(known) = object
                        .get("@id")
                        .and_then(Value::as_str)
                        .and_then(|id| by_id.get(id))
                {
                    object = known;
                }
                let names = match object.get("name") {
                    Some(_) => strings(object.get("name")),
                    None => Vec::new(),
                };
                let mut names: Vec<String> = names.into_iter().filter_map(clean).collect();
                if names.is_empty()
                    && let (Some(given), Some(family)) = (
                        text_of(object.get("givenName")),
                        text_of(object.get("familyName")),
                    )
                {
                    names.push(format!("{given} {family}"));
                }
                let is_organisation = strings(object.get("@type")).iter().any(|kind| {
                    kind.ends_with("Organization")
                        || kind.ends_with("Brand")
                        || kind.ends_with("Corporation")
                });
                if is_organisation {
                    data.organisations.extend(names);
                } else {
                    data.people.extend(names);
                }
            }
            Value::Array(inner) => {
                for name in inner.iter().filter_map(Value::as_str) {
                    data.people.extend(clean(name));
                }
            }
            _ => {}
        }
    }
}

/// The strings of a value: itself, or those of its array.
fn strings(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn text_of(value: Option<&Value>) -> Option<String> {
    match value {
        Some(Value::String(text)) => clean(text),
        Some(Value::Array(items)) => text_of(items.first()),
        Some(Value::Object(object)) => object.get("@value").and_then(Value::as_str).and_then(clean),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

/// A field as text: entities decoded, white space squeezed; `None` where nothing is left.
fn clean(text: &str) -> Option<String> {
    let text = crate::extract::html::entities::decode(text);
    Some(squeeze(&text)).filter(|text| !text.is_empty() && text != "null" && text != "undefined")
}
