//! When it was published and changed: the page's evidence, weighed.

use crate::article::{ArticleDate, Rival};
use crate::date::{self, Date, Label, Order, Precision, Reading};
use crate::extract::html::class_words::Words;
use crate::extract::html::layout::Layout;
use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;

/// The two dates of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Dates {
    pub(super) published: Option<ArticleDate>,
    pub(super) updated: Option<ArticleDate>,
}

/// Metas that give the publication date, the surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "itemprop:datepublished",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "cxenseparse:recs:published_time",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "dc.created",
    "dc.terms.created",
    "prism.publicationdate",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "published_at",
    "published",
    "published_time",
    "published-date",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "bt:pubdate",
    "ptime",
    "og:published_time",
    "og:pubdate",
    "rnews:datepublished",
    "timestamp",
    "date.created",
    "date_published",
    "datecreated",
    "article.created",
    "created",
    "displaydate",
    "itemprop:datecreated",
    "dcsext.articlefirstpublished",
    "ya:ovs:upload_date",
    "date",
    "dat",
    "doc_date",
    "cdate",
    "article:post_date",
    "revision_date",
    "premiumcontentonfirstpublish",
    "og:release_date",
    "video:release_date",
    "release_date",
    "itemprop:uploaddate",
];

/// Metas that give the date of the last change.
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "itemprop:datemodified",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "dc.modified",
    "article.updated",
    "last-modified",
    "lastmod",
    "modified",
    "utime",
    "date.modified",
    "date.updated",
    "date_modified",
    "article:modified",
    "updated_time",
    "lastmodified",
    "revised",
];

struct Candidate {
    date: Date,
    rule: String,
    weight: i32,
    updated: bool,
}

/// What the dates are looked for in.
pub(super) struct Evidence<'e, 'a> {
    pub(super) page: &'e Page<'a>,
    pub(super) layout: &'e Layout,
    pub(super) meta: &'e Meta,
    pub(super) data: Option<&'e LinkedData>,
    /// The addresses the page is known by.
    pub(super) urls: &'e [&'e str],
    /// The printed headline.
    pub(super) title: Option<NodeId>,
    /// Where the text lies.
    pub(super) roots: &'e [NodeId],
    pub(super) reading: &'e Reading,
}

/// Weighs every date of the page.
pub(super) fn find(evidence: &Evidence<'_, '_>) -> Dates {
    let Evidence {
        page,
        layout,
        meta,
        data,
        urls,
        title,
        roots,
        reading,
    } = *evidence;
    let mut found: Vec<Candidate> = Vec::new();
    let mut push = |text: &str, rule: String, weight: i32, updated: bool| {
        if let Some(date) = read(text, reading)
            && is_plausible(&date, reading)
        {
            found.push(Candidate {
                date,
                rule,
                weight,
                updated,
            });
        }
    };
    if let Some(data) = data {
        let weight = if data.is_article { 100 } else { 80 };
        if let Some(text) = &data.published {
            push(text, "jsonld:datePublished".to_owned(), weight, false);
        }
        if let Some(text) = &data.updated {
            push(text, "jsonld:dateModified".to_owned(), weight, true);
        }
    }
    for (at, name) in PUBLISHED.iter().enumerate() {
        if let Some(text) = meta.get(name) {
            let weight = if at < 20 { 90 } else { 75 };
            push(text, format!("meta:{name}"), weight, false);
        }
    }
    for name in UPDATED {
        if let Some(text) = meta.get(name) {
            push(text, format!("meta:{name}"), 90, true);
        }
    }
    marked(page, title, roots, &mut push);
    for url in urls {
        if let Some(text) = in_url(url) {
            let weight = if text.len() >= 10 { 70 } else { 10 };
            push(&text, "url".to_owned(), weight, false);
            break;
        }
    }
    for name in ["og:image", "twitter:image"] {
        if let Some(text) = meta.get(name).and_then(in_url)
            && let Some(date) = read(&text, reading)
            && is_plausible(&date, reading)
        {
            // Pictures are often older than the article: better than nothing.
            found.push(Candidate {
                date,
                rule: name.to_owned(),
                weight: 3,
                updated: false,
            });
        }
    }
    printed(page, layout, title, roots, reading, &mut found);
    decide(found)
}

/// A date as machines and people write it.
fn read(text: &str, reading: &Reading) -> Option<Date> {
    let text = text.trim();
    if text.len() > 200 {
        return None;
    }
    if let Some(date) = date::parse(text, reading) {
        return Some(date);
    }
    date::find(text, reading)
        .into_iter()
        .next()
        .map(|found| found.date)
}

fn is_plausible(date: &Date, reading: &Reading) -> bool {
    let value = date.value();
    let Some(year) = value.get(..4).and_then(|year| year.parse::<i32>().ok()) else {
        return false;
    };
    // The first second of a computer's clock is no date of an article.
    if !(1700..2100).contains(&year) || value.starts_with("1970-01-01") {
        return false;
    }
    match &reading.reference {
        // A day of grace for zones.
        Some(reference) => date.period().first <= reference.period().last.saturating_add(86_400),
        None => true,
    }
}

/// `<time>` elements, microdata and elements named as dates.
fn marked(
    page: &Page<'_>,
    title: Option<NodeId>,
    roots: &[NodeId],
    push: &mut dyn FnMut(&str, String, i32, bool),
) {
    let anchor = title.or(roots.first().copied()).unwrap_or(0);
    let mut count = 0;
    for id in 0..page.len() {
        let tag = page.tag(id);
        let words = page.words(id);
        let itemprop = page.attr(id, "itemprop").unwrap_or("");
        let is_time = tag == Tag::Time;
        let by_itemprop = itemprop.starts_with("date") || itemprop.contains(" date");
        let by_class = !is_time
            && !by_itemprop
            && words.has(Words::DATE.and(Words::PUBLISHED).and(Words::UPDATED))
            && page.letters(id) < 120
            && page.letters(id) > 5;
        if !(is_time || by_itemprop || by_class) || tag == Tag::Meta || tag.is_unseen() {
            continue;
        }
        count += 1;
        if count > 200 {
            break;
        }
        let mut text = page
            .attr(id, "datetime")
            .or_else(|| page.attr(id, "content"))
            .or_else(|| {
                page.attr(id, "title")
                    .filter(|title| title.bytes().any(|byte| byte.is_ascii_digit()))
            })
            .map(str::to_owned)
            .unwrap_or_default();
        let shown = page.text(id, 200);
        if text.trim().len() < 6 {
            text.clone_from(&shown);
        }
        let around = around(page, id);
        let updated = itemprop.contains("dateModified")
            || words.has(Words::UPDATED) && !words.has(Words::PUBLISHED)
            || label_of(&around) == Some(Label::Updated);
        let mut weight = if by_itemprop {
            70
        } else if is_time {
            56
        } else {
            40
        };
        if words.has(Words::PUBLISHED) || page.attr(id, "pubdate").is_some() {
            weight += 10;
        }
        if elsewhere(page, anchor, id) {
            weight -= 45;
        }
        let distance = page.letters_between(anchor, id);
        weight -= (distance / 300).min(20) as i32;
        let rule = if by_itemprop {
            format!("itemprop:{itemprop}")
        } else if is_time {
            "time".to_owned()
        } else {
            "class:date".to_owned()
        };
        push(&text, rule, weight, updated);
    }
}

/// Whether it stands among other stories, comments, pictures.
fn elsewhere(page: &Page<'_>, anchor: NodeId, id: NodeId) -> bool {
    let outside = Words::COMMENTS
        .and(Words::RELATED)
        .and(Words::TEASER)
        .and(Words::SIDE)
        .and(Words::AD)
        .and(Words::EMBED)
        .and(Words::CAPTION);
    page.ancestors(id)
        .take(14)
        .take_while(|above| !page.within(anchor, *above))
        .any(|above| {
            matches!(
                page.tag(above),
                Tag::Nav | Tag::Aside | Tag::Footer | Tag::Figure | Tag::Blockquote
            ) || page.words(above).has(outside) && page.letters(above) < 4000
        })
}

/// The text of the element's parent, where that is short: it may hold the label.
fn around(page: &Page<'_>, id: NodeId) -> String {
    let parent = page.nodes[id].parent;
    if page.letters(parent) < 120 {
        // Only what comes before the element can be its label.
        let mut text = String::new();
        for node in &page.nodes[parent..id] {
            crate::extract::html::page::push_squeezed(&mut text, node.text);
        }
        text
    } else {
        String::new()
    }
}

fn label_of(text: &str) -> Option<Label> {
    let lower = text.to_lowercase();
    const WORDS: &[&str] = &[
        "updated",
        "modified",
        "aktualisiert",
        "mis à jour",
        "modifié",
        "actualizado",
        "actualizada",
        "aggiornat",
        "atualizad",
        "uppdaterad",
        "oppdatert",
        "opdateret",
        "bijgewerkt",
        "güncelle",
        "обновлен",
        "更新",
        "수정",
        "last update",
        "stand:",
        "diperbarui",
        "cập nhật",
        "zuletzt",
        "修正",
    ];
    WORDS
        .iter()
        .any(|word| lower.contains(word))
        .then_some(Label::Updated)
}

/// Dates printed near the headline.
fn printed(
    page: &Page<'_>,
    layout: &Layout,
    title: Option<NodeId>,
    roots: &[NodeId],
    reading: &Reading,
    found: &mut Vec<Candidate>,
) {
    let from = title.or(roots.first().copied()).unwrap_or(0);
    let mut text = String::new();
    // What stands a little above the headline, and below it.
    let start = back(page, from, 200);
    let mut id = start;
    let mut letters = 0;
    while id < page.len() && letters < 900 {
        let tag = page.tag(id);
        if tag.is_unseen()
            || page
                .words(id)
                .has(Words::UNSEEN.and(Words::RELATED).and(Words::COMMENTS))
                && page.letters(id) < 3000
        {
            id = page.end(id);
            continue;
        }
        if tag == Tag::Text {
            // Prose is full of other dates.
            let block = page.nodes[id].parent;
            if layout.own.get(block).copied().unwrap_or(0) < 160 {
                letters += page.letters(id);
                crate::extract::html::page::push_squeezed(&mut text, page.nodes[id].text);
            }
        } else if tag.is_block() && !text.ends_with('\n') {
            text.push('\n');
        }
        id += 1;
    }
    for (at, hit) in date::find(&text, reading).into_iter().take(12).enumerate() {
        if !is_plausible(&hit.date, reading) || hit.date.precision() < Precision::Day {
            continue;
        }
        let updated = hit.label == Some(Label::Updated);
        let weight = match hit.label {
            Some(Label::Published) => 62,
            _ => 45 - at as i32 * 2,
        };
        let rule = match hit.label {
            Some(Label::Published) => "label:published",
            Some(Label::Updated) => "label:updated",
            None => "text",
        };
        found.push(Candidate {
            date: hit.date,
            rule: rule.to_owned(),
            weight,
            updated,
        });
    }
}

/// The node that lies about so many letters before `from`.
fn back(page: &Page<'_>, from: NodeId, letters: u32) -> NodeId {
    let mut id = from;
    while id > 0 && page.letters_between(id, from) < letters {
        id -= 1;
    }
    id
}

/// A date in the path of an address: `/2022/09/08/`, `/2022-09-08/`, `20220908`.
fn in_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or("");
    let bytes = path.as_bytes();
    let digits = |at: usize, count: usize| -> Option<u32> {
        let part = bytes.get(at..at + count)?;
        if part.iter().all(u8::is_ascii_digit) {
            std::str::from_utf8(part).ok()?.parse().ok()
        } else {
            None
        }
    };
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    for at in 1..bytes.len() {
        if is_digit(at - 1) || !is_digit(at) {
            continue;
        }
        let Some(year) = digits(at, 4).filter(|year| (1995..2100).contains(year)) else {
            continue;
        };
        let separator = bytes.get(at + 4).copied().unwrap_or(0);
        if matches!(separator, b'/' | b'-' | b'_' | b'.') {
            let two = digits(at + 5, 2);
            let (month, next) = match two {
                Some(month) => (Some(month), at + 7),
                None => (
                    digits(at + 5, 1).or_else(|| month_name(path.get(at + 5..at + 8)?)),
                    if is_digit(at + 5) { at + 6 } else { at + 8 },
                ),
            };
            if let Some(month) = month.filter(|month| (1..=12).contains(month))
                && bytes.get(next) == Some(&separator)
                && !is_digit(next + 3)
            {
                let day = digits(next + 1, 2).or_else(|| {
                    if is_digit(next + 2) {
                        None
                    } else {
                        digits(next + 1, 1)
                    }
                });
                if let Some(day) = day.filter(|day| (1..=31).contains(day)) {
                    return Some(format!("{year:04}-{month:02}-{day:02}"));
                }
            }
        } else if let (Some(month), Some(day)) = (digits(at + 4, 2), digits(at + 6, 2))
            && !is_digit(at + 8)
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
        {
            return Some(format!("{year:04}-{month:02}-{day:02}"));
        }
    }
    None
}

fn month_name(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    NAMES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(name))
        .map(|at| at as u32 + 1)
}

/// The day a date names, where it names one.
fn day(date: &Date) -> Option<String> {
    (date.precision() >= Precision::Day).then(|| date.value().chars().take(10).collect())
}

/// Chooses by weight and agreement.
fn decide(found: Vec<Candidate>) -> Dates {
    Dates {
        published: pick(&found, false),
        updated: pick(&found, true),
    }
}

fn pick(found: &[Candidate], updated: bool) -> Option<ArticleDate> {
    let mut best: Option<(i32, &Candidate)> = None;
    for candidate in found
        .iter()
        .filter(|candidate| candidate.updated == updated)
    {
        let own = day(&candidate.date);
        let mut value = candidate.weight;
        let mut rules: Vec<&str> = Vec::new();
        for other in found.iter().filter(|other| other.updated == updated) {
            let kind = other.rule.split(':').next().unwrap_or("");
            if own.is_some() && day(&other.date) == own && !rules.contains(&kind) {
                rules.push(kind);
                value += other.weight / 4;
            }
        }
        // Among equals the more exact one.
        value = value * 4 + i32::from(candidate.date.precision() > Precision::Day);
        if best.is_none_or(|(most, _)| value > most) {
            best = Some((value, candidate));
        }
    }
    let (_, winner) = best?;
    let winner = as_printed(winner, found);
    let mut result = ArticleDate::new(winner.date.clone(), winner.rule.clone());
    let own = day(&winner.date);
    for other in found.iter().filter(|other| other.updated == updated) {
        if day(&other.date) != own && result.rivals.len() < 5 {
            let value = other.date.value();
            if !result.rivals.iter().any(|rival| rival.value == value) {
                result.rivals.push(Rival {
                    value,
                    rule: other.rule.clone(),
                });
            }
        }
    }
    Some(result)
}

/// The date that shows the winner's instant on the newsroom's own clock, where a machine gave it in universal time: the day printed on
/// the article is its day.
fn as_printed<'f>(winner: &'f Candidate, found: &'f [Candidate]) -> &'f Candidate {
    let universal = matches!(winner.date.zone(), Some("Z" | "+00:00" | "UTC" | "GMT"));
    if !universal || winner.date.precision() < Precision::Minute {
        return winner;
    }
    let minute = |date: &Date| date.period().first.div_euclid(60);
    let is_printed = |other: &&Candidate| {
        matches!(
            other.rule.split(':').next(),
            Some("text" | "label" | "time" | "class" | "itemprop")
        ) && other.updated == winner.updated
            && other.date.precision() >= Precision::Minute
            && !matches!(other.date.zone(), Some("Z" | "+00:00" | "UTC" | "GMT"))
    };
    // A newsroom whose clock shows universal time.
    if found
        .iter()
        .filter(is_printed)
        .any(|other| minute(&other.date) == minute(&winner.date))
    {
        return winner;
    }
    found
        .iter()
        .filter(is_printed)
        .find(|other| {
            let apart = minute(&other.date) - minute(&winner.date);
            apart.abs() <= 14 * 60 && apart % 30 == 0
        })
        .unwrap_or(winner)
}

/// Which of day and month comes first on this page, by its language and country.
pub(super) fn order(lang: Option<&str>, url: Option<&str>) -> Order {
    let lang = lang.unwrap_or("").replace('_', "-").to_ascii_lowercase();
    if lang == "en-us" {
        return Order::MonthFirst;
    }
    let host = url
        .and_then(|url| {
            url.split_once("://")
                .map_or(Some(url), |(_, rest)| Some(rest))
        })
        .and_then(|rest| rest.split('/').next())
        .unwrap_or("");
    let american = [".com", ".org", ".gov", ".net", ".us", ".edu"]
        .iter()
        .any(|end| host.ends_with(end));
    if (lang.is_empty() || lang == "en") && american {
        return Order::MonthFirst;
    }
    Order::DayFirst
}
