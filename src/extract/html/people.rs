//! Who wrote it: names in the page's data and the byline as printed.

use crate::date::{self, Reading};
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

/// Names that may stand for authors, and where they come from.
struct Source {
    values: Vec<String>,
    rule: &'static str,
    /// Each value is one name by the page's own word.
    names: bool,
}

/// Metas that name authors, the surest first.
const METAS: &[(&str, &str)] = &[
    ("author", "meta:author"),
    ("article:author", "article:author"),
    ("parsely-author", "parsely-author"),
    ("sailthru.author", "sailthru.author"),
    ("dc.creator", "dc.creator"),
    ("dcterms.creator", "dc.creator"),
    ("citation_author", "citation_author"),
    ("byl", "meta:byl"),
    ("byline", "meta:byl"),
    ("authors", "meta:author"),
    ("itemprop:author", "meta:author"),
    ("content-creator", "meta:author"),
];

/// What the authors are looked for in.
pub(super) struct Evidence<'e, 'a> {
    pub(super) page: &'e Page<'a>,
    pub(super) meta: &'e Meta,
    pub(super) data: Option<&'e LinkedData>,
    /// Names of the site.
    pub(super) sites: &'e [String],
    /// The printed headline.
    pub(super) title: Option<NodeId>,
    /// Where the text lies.
    pub(super) roots: &'e [NodeId],
    pub(super) reading: &'e Reading,
}

/// Finds the authors.
pub(super) fn find(evidence: &Evidence<'_, '_>) -> People {
    let Evidence {
        page,
        meta,
        data,
        sites,
        title,
        roots,
        reading,
    } = *evidence;
    let mut printed = printed(page, title.or(roots.first().copied()), roots);
    if printed.is_empty() {
        printed.extend(dated_line(page, title.or(roots.first().copied()), reading));
    }
    let sources = sources(meta, data, &printed);
    let mut people = People::default();
    let mut of_agency = false;
    for source in sources {
        let is_line =
            source.rule.ends_with(":byline") || source.rule.ends_with(":author") && !source.names;
        let authors = if is_line && of_agency {
            // The first byline names an agency; the next ones are other stories'.
            continue;
        } else {
            read(&source, sites, &mut people.agency)
        };
        if authors.is_empty() {
            of_agency |= source.rule == "class:byline" && people.agency.is_some();
            continue;
        }
        if people.authors.is_empty() {
            people.authors = authors;
            source.rule.clone_into(&mut people.rule);
        }
    }
    if people.agency.is_none() {
        people.agency = printed.first().and_then(|(line, _)| unlisted_agency(line));
    }
    if let Some((line, rule)) = printed.into_iter().next() {
        people.byline = Some(without_date(&line, reading));
        rule.clone_into(&mut people.byline_rule);
    } else if !people.authors.is_empty() {
        people.byline = Some(people.authors.join(", "));
        people.byline_rule.clone_from(&people.rule);
    }
    people
}

fn sources(
    meta: &Meta,
    data: Option<&LinkedData>,
    printed: &[(String, &'static str)],
) -> Vec<Source> {
    let mut sources = Vec::new();
    if let Some(data) = data {
        sources.push(Source {
            values: data.people.clone(),
            rule: "jsonld:author",
            names: true,
        });
    }
    let mut metas: Vec<Source> = METAS
        .iter()
        .map(|(name, rule)| Source {
            values: meta.all(name).map(str::to_owned).collect(),
            rule,
            names: false,
        })
        .collect();
    metas.push(Source {
        values: meta.other_authors().map(str::to_owned).collect(),
        rule: "meta:author",
        names: false,
    });
    // A meta may name the owner of the site; what is printed then says otherwise.
    let lines: String = printed
        .iter()
        .map(|(line, _)| line.to_lowercase() + "\n")
        .collect();
    let is_printed = |source: &Source| {
        source
            .values
            .iter()
            .any(|value| lines.contains(&value.to_lowercase()))
    };
    let (confirmed, other): (Vec<Source>, Vec<Source>) = metas.into_iter().partition(is_printed);
    sources.extend(confirmed);
    let line_sources = printed.iter().map(|(line, rule)| Source {
        values: vec![line.clone()],
        rule,
        names: false,
    });
    let sure: Vec<Source> = line_sources.collect();
    if printed
        .first()
        .is_some_and(|(_, rule)| *rule != "class:byline")
    {
        sources.extend(sure);
        sources.extend(other);
    } else {
        sources.extend(other);
        sources.extend(sure);
    }
    if let Some(data) = data {
        sources.push(Source {
            values: data.organisations.clone(),
            rule: "jsonld:author",
            names: false,
        });
    }
    sources
}

fn read(source: &Source, sites: &[String], agency: &mut Option<String>) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for value in &source.values {
        if value.contains("://")
            || value.starts_with('@')
            || value.len() > 400
            || is_site(value, sites)
            || value.to_lowercase().starts_with("redaktion:")
        {
            continue;
        }
        let inverted = source.rule.starts_with("dc.") || source.rule.starts_with("citation_");
        let value = &if inverted {
            in_order(value)
        } else {
            value.clone()
        };
        let read = byline::parse(value);
        let had_agency = read.agency.is_some();
        if agency.is_none() {
            *agency = read.agency;
        }
        let mut names = read.authors;
        if names.is_empty() && !had_agency && source.names && is_name(value) {
            names.push(value.clone());
        }
        // `example.org, Frankfurt, Germany` names no person.
        let has_address = value
            .split([' ', ','])
            .any(|word| word.contains('.') && word.len() > 6 && !word.ends_with('.'));
        for name in names {
            let single = !name.contains(' ') && name.is_ascii();
            let doubtful = has_address && single;
            if !doubtful && !is_site(&name, sites) && !authors.contains(&name) {
                authors.push(name);
            }
        }
    }
    authors
}

/// Whether a value that the page calls a person's name looks like one: two to four capitalised words, none of a desk's.
fn is_name(value: &str) -> bool {
    const DESKS: &[&str] = &[
        "staff",
        "desk",
        "team",
        "news",
        "newsroom",
        "editor",
        "editorial",
        "online",
        "redaktion",
        "redaction",
        "redacción",
        "redazione",
        "rédaction",
        "press",
        "agency",
        "agencies",
        "agentur",
        "agence",
        "agencia",
        "media",
        "admin",
        "web",
        "digital",
        "service",
        "group",
        "redaksi",
        "redaktionen",
        "board",
        "company",
        "correspondent",
        "reporter",
        "writer",
        "contributor",
        "guest",
        "from",
        "by",
        "the",
        "tv",
        "radio",
        "magazine",
        "times",
        "post",
        "daily",
    ];
    let words: Vec<&str> = value.split(' ').collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
                && !DESKS.contains(&word.to_lowercase().as_str())
        })
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

/// Places where no byline of the article stands.
const OUTSIDE: Words = Words::COMMENTS
    .and(Words::RELATED)
    .and(Words::TEASER)
    .and(Words::SIDE)
    .and(Words::NAV)
    .and(Words::UNSEEN)
    .and(Words::CAPTION)
    .and(Words::CREDIT);

/// Bylines as printed, the likeliest first.
fn printed(
    page: &Page<'_>,
    anchor: Option<NodeId>,
    roots: &[NodeId],
) -> Vec<(String, &'static str)> {
    let mut found: Vec<(i32, String, &'static str)> = Vec::new();
    let anchor = anchor.unwrap_or(0);
    let mut id = 0;
    while id < page.len() && found.len() < 60 {
        let Some((rule, base)) = kind(page, id, anchor) else {
            id += 1;
            continue;
        };
        let letters = page.letters(id);
        let line = if letters == 0 {
            named_inside(page, id)
        } else if letters > 220 {
            None
        } else {
            first_line(page, id)
        };
        let Some(line) = line else {
            id += 1;
            continue;
        };
        // What holds the headline too is no place apart.
        let elsewhere = page
            .ancestors(id)
            .take(12)
            .take_while(|above| !page.within(anchor, *above))
            .any(|above| {
                matches!(
                    page.tag(above),
                    Tag::Nav | Tag::Aside | Tag::Footer | Tag::Figure | Tag::Figcaption
                ) && letters > 0
                    || page.words(above).has(OUTSIDE) && page.letters(above) < 3000
            });
        let mut value = base;
        if elsewhere {
            value -= if rule == "itemprop:author" { 5 } else { 10 };
        }
        if id < anchor {
            value -= 2;
        }
        let after = roots.iter().all(|root| id > page.end(*root));
        if after && !roots.is_empty() {
            value -= if rule == "class:byline" || rule == "text:byline" {
                6
            } else {
                3
            };
        } else {
            value -= (page.letters_between(anchor, id) / 500).min(4) as i32;
        }
        if value > 0 {
            found.push((value, line, rule));
        }
        id = page.end(id);
    }
    found.sort_by_key(|(value, _, _)| -*value);
    found
        .into_iter()
        .map(|(_, line, rule)| (line, rule))
        .collect()
}

/// By what an element is a byline, and how sure that is.
fn kind(page: &Page<'_>, id: NodeId, anchor: NodeId) -> Option<(&'static str, i32)> {
    let tag = page.tag(id);
    if tag == Tag::Text || tag == Tag::Meta || tag.is_unseen() {
        return None;
    }
    let words = page.words(id);
    if page
        .attr(id, "itemprop")
        .is_some_and(|value| value == "author" || value == "creator")
    {
        return Some(("itemprop:author", 8));
    }
    if tag == Tag::A {
        if page
            .attr(id, "rel")
            .is_some_and(|rel| rel.split(' ').any(|one| one == "author"))
        {
            return Some(("rel:author", 8));
        }
        if page.letters(id) < 50 && page.attr(id, "href").is_some_and(leads_to_author) {
            return Some(("link:author", 5));
        }
    }
    if words.has(Words::BYLINE) && !words.has(Words::COMMENTS.and(Words::RELATED).and(Words::BIO)) {
        return Some(("class:byline", 6));
    }
    let near = page.letters_between(anchor, id) < 1500
        && (id > anchor || page.letters_between(anchor, id) < 200);
    if near && (tag.is_block() || tag == Tag::Font) && (8..130).contains(&page.letters(id)) {
        let opens = page
            .lines(id, 300)
            .first()
            .is_some_and(|line| byline::is_byline(line));
        if opens {
            return Some(("text:byline", 6));
        }
    }
    None
}

/// Whether an address is that of an author's page.
fn leads_to_author(href: &str) -> bool {
    const PARTS: &[&str] = &[
        "/author/",
        "/authors/",
        "/autor/",
        "/autoren/",
        "/auteur/",
        "/auteurs/",
        "/autore/",
        "/autori/",
        "/staff/",
        "/contributor/",
        "/contributors/",
        "/editors/",
        "/journalist/",
        "/journalists/",
        "/journaliste/",
        "/reporter/",
        "/reporters/",
        "/redakteur/",
        "/writers/",
        "/columnist/",
        "/by/",
        "/bio/",
        "/yazar/",
    ];
    PARTS.iter().any(|part| {
        href.find(part)
            .is_some_and(|at| at + part.len() < href.len())
    })
}

/// The name in the metas of a microdata author that shows nothing.
fn named_inside(page: &Page<'_>, id: NodeId) -> Option<String> {
    (id + 1..page.end(id)).take(20).find_map(|inner| {
        (page.attr(inner, "itemprop") == Some("name"))
            .then(|| {
                page.attr(inner, "content")
                    .or_else(|| page.attr(inner, "value"))
            })
            .flatten()
            .map(str::to_owned)
    })
}

/// The first line of a byline that says more than `By`.
fn first_line(page: &Page<'_>, id: NodeId) -> Option<String> {
    let lines = page.lines(id, 600);
    let mut line = String::new();
    for next in lines {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&next);
        if line.chars().filter(|c| c.is_alphabetic()).count() > 4 {
            break;
        }
    }
    Some(line).filter(|line| !line.is_empty())
}

/// A line of a name and a date near the headline: `Jane Doe, 8 September 2022`.
fn dated_line(
    page: &Page<'_>,
    anchor: Option<NodeId>,
    reading: &Reading,
) -> Option<(String, &'static str)> {
    let anchor = anchor?;
    let mut id = anchor;
    let mut looked = 0;
    while id < page.len() && page.letters_between(anchor, id) < 1200 && looked < 40 {
        let tag = page.tag(id);
        if tag == Tag::Text
            || !(tag.is_block() || tag == Tag::Font)
            || !(12..110).contains(&page.letters(id))
        {
            id += 1;
            continue;
        }
        looked += 1;
        let line = page.lines(id, 400).join(" ");
        let dates = if line.bytes().any(|byte| byte.is_ascii_digit()) {
            date::find(&line, reading)
        } else {
            Vec::new()
        };
        if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
            let before = line.get(..first.span.start).unwrap_or("");
            let after = line.get(last.span.end..).unwrap_or("");
            for part in [after, before] {
                let part = part.trim_matches(|c: char| !c.is_alphanumeric());
                let name = part
                    .split([',', '|', '•', '·', '–', '/'])
                    .next()
                    .unwrap_or("")
                    .trim();
                if byline::is_byline(part)
                    || is_name(name)
                        && byline::parse(name)
                            .authors
                            .iter()
                            .any(|author| author == name)
                {
                    let name = if byline::is_byline(part) { part } else { name };
                    return Some((name.to_owned(), "text:dated-name"));
                }
            }
        }
        id += 1;
    }
    None
}

/// `Jane Doe` for `Doe, Jane`.
fn in_order(value: &str) -> String {
    match value.split_once(", ") {
        Some((family, given))
            if !given.contains(',')
                && is_capitalised(family)
                && is_capitalised(given)
                && family.split(' ').count() < 3
                && given.split(' ').count() < 4 =>
        {
            format!("{given} {family}")
        }
        _ => value.to_owned(),
    }
}

fn is_capitalised(words: &str) -> bool {
    words
        .split(' ')
        .all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// An agency by its own word, where it is in no list: `Northern News Agency`.
fn unlisted_agency(line: &str) -> Option<String> {
    const ENDS: &[&str] = &[
        "News Agency",
        "Press Agency",
        "News Service",
        "Press Association",
        "Nachrichtenagentur",
        "Presseagentur",
    ];
    line.split([',', '/', '|', '–'])
        .map(str::trim)
        .find(|part| {
            part.len() < 60 && ENDS.iter().any(|end| part.ends_with(end)) && is_capitalised(part)
        })
        .map(str::to_owned)
}

/// A byline as printed, without the section and the date that stand on its line.
fn without_date(line: &str, reading: &Reading) -> String {
    let mut line = line.trim();
    if let Some(at) = line.find(['|', '·', '•'])
        && !byline::parse(&line[..at]).authors.is_empty()
    {
        line = line[..at].trim();
    }
    let dated = line.bytes().any(|byte| byte.is_ascii_digit());
    if let Some(found) = dated
        .then(|| date::find(line, reading))
        .and_then(|dates| dates.into_iter().next())
        && let Some(before) = line.get(..found.span.start)
        && before.trim().len() > 6
    {
        line = before.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '(')
        });
        for word in [
            " on",
            " am",
            " le",
            " el",
            " il",
            " den",
            " published",
            " updated",
        ] {
            line = line.strip_suffix(word).unwrap_or(line);
        }
    }
    line.trim_end_matches(|c: char| c.is_whitespace() || c == ',')
        .to_owned()
}
