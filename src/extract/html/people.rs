//! Who wrote it: names in the page's data and the byline as printed.

use crate::extract::byline;
use crate::extract::html::class_words::Words;
use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;

/// Authors, the byline as printed, and the rules that gave them.
#[derive(Clone, Debug, Default)]
pub(super) struct People {
    pub(super) authors: Vec<String>,
    pub(super) agency: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) rule: String,
    pub(super) byline_rule: String,
}

/// Finds the authors; `sites` are names of the publisher, `title` the printed headline.
pub(super) fn find(
    page: &Page<'_>,
    meta: &Meta,
    data: Option<&LinkedData>,
    sites: &[String],
    title: Option<NodeId>,
) -> People {
    let printed = printed(page, title);
    let mut sources: Vec<(Vec<String>, &'static str)> = Vec::new();
    if let Some(data) = data {
        sources.push((data.people.clone(), "jsonld:author"));
    }
    for name in [
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dc.contributor",
        "dcterms.creator",
        "citation_author",
        "byl",
        "article:author_name",
        "og:author",
        "articleauthor",
        "cxenseparse:author",
        "itemprop:author",
        "dcsext.author",
        "content-creator",
        "authors",
        "twitter:creator_name",
        "byline",
        "creator",
    ] {
        let values: Vec<String> = meta.all(name).map(str::to_owned).collect();
        if !values.is_empty() {
            sources.push((values, meta_rule(name)));
        }
    }
    for (text, rule) in &printed {
        sources.push((vec![text.clone()], rule));
    }
    if let Some(data) = data {
        sources.push((data.organisations.clone(), "jsonld:author"));
    }
    let mut people = People::default();
    for (values, rule) in sources {
        let mut authors: Vec<String> = Vec::new();
        for value in &values {
            if value.contains("://") || value.starts_with('@') || value.len() > 400 {
                continue;
            }
            let read = byline::parse(value);
            people.agency = people.agency.take().or(read.agency);
            for name in read.authors {
                if !is_site(&name, sites) && !authors.contains(&name) {
                    authors.push(name);
                }
            }
        }
        if people.authors.is_empty() && !authors.is_empty() {
            people.authors = authors;
            rule.clone_into(&mut people.rule);
        }
    }
    if let Some((text, rule)) = printed.into_iter().next() {
        people.byline = Some(text);
        rule.clone_into(&mut people.byline_rule);
    } else if !people.authors.is_empty() {
        people.byline = Some(people.authors.join(", "));
        people.byline_rule = people.rule.clone();
    }
    people
}

fn meta_rule(name: &str) -> &'static str {
    match name {
        "author" => "meta:author",
        "article:author" => "article:author",
        "parsely-author" => "parsely-author",
        "sailthru.author" => "sailthru.author",
        "citation_author" => "citation_author",
        "dc.creator" | "dcterms.creator" | "dc.contributor" => "dc.creator",
        _ => "meta:author",
    }
}

fn is_site(name: &str, sites: &[String]) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let name = plain(name);
    sites.iter().any(|site| plain(site) == name)
}

/// Bylines as printed, the likeliest first.
fn printed(page: &Page<'_>, title: Option<NodeId>) -> Vec<(String, &'static str)> {
    let mut found: Vec<(i32, String, &'static str)> = Vec::new();
    let anchor = title.unwrap_or(0);
    let mut id = 0;
    while id < page.len() && found.len() < 40 {
        let words = page.words(id);
        let tag = page.tag(id);
        let by_rel = tag == Tag::A
            && page
                .attr(id, "rel")
                .is_some_and(|rel| rel.split(' ').any(|one| one == "author"));
        let by_itemprop = page
            .attr(id, "itemprop")
            .is_some_and(|value| value == "author" || value == "creator");
        let by_class = words.has(Words::BYLINE)
            && !words.has(Words::COMMENTS.and(Words::RELATED).and(Words::BIO))
            && tag != Tag::Meta;
        if !(by_rel || by_itemprop || by_class) || tag.is_unseen() {
            id += 1;
            continue;
        }
        let letters = page.letters(id);
        if letters == 0 || letters > 160 {
            id += 1;
            continue;
        }
        let text = page.text(id, 400);
        let outside = Words::COMMENTS
            .and(Words::RELATED)
            .and(Words::TEASER)
            .and(Words::SIDE)
            .and(Words::NAV)
            .and(Words::UNSEEN)
            .and(Words::CAPTION)
            .and(Words::CREDIT);
        let elsewhere = page.ancestors(id).take(12).any(|above| {
            matches!(
                page.tag(above),
                Tag::Nav | Tag::Aside | Tag::Footer | Tag::Figure | Tag::Figcaption
            ) || page.words(above).has(outside) && page.letters(above) < 3000
        });
        let mut value = if by_itemprop || by_rel { 8 } else { 5 };
        if elsewhere {
            value -= 10;
        }
        if id < anchor {
            value -= 3;
        }
        let distance = page.letters_between(anchor, id);
        value -= (distance / 400).min(6) as i32;
        found.push((
            value,
            text,
            if by_rel {
                "rel:author"
            } else if by_itemprop {
                "itemprop:author"
            } else {
                "class:byline"
            },
        ));
        id = page.end(id);
    }
    found.retain(|(value, _, _)| *value > 0);
    found.sort_by_key(|(value, _, _)| -*value);
    found
        .into_iter()
        .map(|(_, text, rule)| (text, rule))
        .collect()
}
