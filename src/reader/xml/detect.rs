//! Which dialect a document is in, and which elements are its articles: by its root, and by what stands before the first of them.

use crate::reader::json::language;
use crate::reader::xml::parse::{self, Prefixes};
use crate::reader::xml::tree::Element;
use crate::reader::xml::{Context, Dialect, Elements, is_article, lenient};
use crate::reader::{Format, Mapping, ReadError};

/// Bytes in which marks of a dialect are looked for.
const WINDOW: usize = 16 << 10;
/// Elements of an unknown kind that are tried.
const MAX_TRIED: usize = 64;

/// The kind of document that begins with a tag; `None` where it is a page, a picture or a text, or nobody knows.
pub(in crate::reader) fn format(start: &str, extension: &str) -> Option<Format> {
    let root = root(start)?;
    let name = local(&root).to_ascii_lowercase();
    let window = start[..start.floor_char_boundary(WINDOW)].to_ascii_lowercase();
    let has = |tags: &[&str]| tags.iter().any(|tag| window.contains(tag));
    match name.as_str() {
        "rss" | "feed" | "rdf" | "urlset" | "sitemapindex" => return Some(Format::Feed),
        "nitf" | "newsml" | "newsmessage" | "newsitem" | "packageitem" => return Some(Format::Xml),
        "reuters" | "lewis" => return Some(Format::Sgml),
        "html" | "svg" => return None,
        _ => {}
    }
    let xml = window.starts_with("<?xml");
    if has(&["<docno"]) || !xml && name == "doc" && has(&["<text", "<headline"]) {
        return Some(Format::Sgml);
    }
    let fields = [
        "<headline",
        "<byline",
        "<date>",
        "<pubdate",
        "<author>",
        "<published",
        "<dateline",
    ];
    let named = name == "article" && has(&fields) && !window.contains("<!doctype html");
    (extension == "xml" && !window.contains("<html") || named).then_some(Format::Xml)
}

/// Sees which elements are the articles of a document that begins so.
pub(super) fn elements(head: &str, mapping: &Mapping) -> Result<Elements, ReadError> {
    let window = head[..head.floor_char_boundary(WINDOW)].to_ascii_lowercase();
    let root = root(head).unwrap_or_default();
    let name = local(&root).to_ascii_lowercase();
    let found = |dialect, name: &str, alone| {
        Ok(Elements {
            dialect,
            name: name.to_owned(),
            alone,
            context: context(head, &root),
        })
    };
    let foreign = |reason: &str| Err(ReadError::Foreign(reason.to_owned()));
    match name.as_str() {
        "rss" | "rdf" => return found(Dialect::Feed, "item", false),
        "feed" => return found(Dialect::Feed, "entry", false),
        "entry" if window.contains("http://www.w3.org/2005/atom") => {
            return found(Dialect::Feed, "entry", true);
        }
        "urlset" => return found(Dialect::Sitemap, "url", false),
        "sitemapindex" => return foreign("a list of sitemaps"),
        "nitf" => return found(Dialect::Nitf, "nitf", count(head, "nitf") < 2),
        "newsml" => return found(Dialect::NewsMl, "NewsItem", false),
        "newsmessage" => return found(Dialect::NewsMlG2, "newsItem", false),
        "newsitem" if window.contains("<itemmeta") || window.contains("iptc.org/std/nar") => {
            return found(Dialect::NewsMlG2, "newsItem", count(head, "newsItem") < 2);
        }
        "packageitem" | "conceptitem" | "knowledgeitem" | "catalogitem" => {
            return foreign("NewsML-G2 without a news item");
        }
        "reuters" | "lewis" => return found(Dialect::Reuters, "REUTERS", false),
        _ => {}
    }
    if window.contains("<reuters ") {
        return found(Dialect::Reuters, "REUTERS", false);
    }
    if window.contains("<docno") || name == "doc" && !window.starts_with("<?xml") {
        return found(Dialect::Trec, "DOC", false);
    }
    for (tag, dialect, name) in [
        ("<newsml", Dialect::NewsMl, "NewsItem"),
        ("<newsitem", Dialect::NewsMlG2, "newsItem"),
        ("<nitf", Dialect::Nitf, "nitf"),
    ] {
        if window.contains(tag) && (tag != "<newsitem" || window.contains("<itemmeta")) {
            return found(dialect, name, false);
        }
    }
    let tree = parse::parse(head, &Prefixes::default()).tree;
    generic(&tree, mapping)
        .map(|(name, alone)| Elements {
            dialect: Dialect::Generic,
            name,
            alone,
            context: Context {
                publisher: None,
                ..context(head, &root)
            },
        })
        .ok_or_else(|| ReadError::Foreign(format!("XML without an article (`{root}`)")))
}

/// The first element that holds an article, the outermost before those in it; whether it is the root.
fn generic(tree: &Element, mapping: &Mapping) -> Option<(String, bool)> {
    let root = tree.elements().next()?;
    let mut level: Vec<&Element> = vec![root];
    let mut tried = 0;
    for _ in 0..4 {
        let mut next = Vec::new();
        for element in level {
            tried += 1;
            if tried > MAX_TRIED {
                return None;
            }
            if is_article(element, mapping) {
                let alone = std::ptr::eq(element, root);
                return Some((local(&element.name).to_owned(), alone));
            }
            next.extend(element.elements());
        }
        level = next;
    }
    None
}

/// What the beginning of a document says of all its articles.
fn context(head: &str, root: &str) -> Context {
    let first = parse::parse(head, &Prefixes::default()).tree;
    let top = first.elements().next();
    let attributes = top.map_or(&[][..], |top| &top.attributes);
    let prefixes = Prefixes::of(root, attributes);
    let tree = lenient::parse(head, &prefixes).0;
    let Some(top) = tree.elements().next() else {
        return Context::default();
    };
    let channel = top.child("channel").unwrap_or(top);
    let line = |name: &str| channel.child(name).and_then(Element::line);
    let lang = line("language")
        .or_else(|| line("dc:language"))
        .or_else(|| channel.attribute("xml:lang").map(str::to_owned))
        .or_else(|| top.attribute("xml:lang").map(str::to_owned));
    let people = channel
        .children("wp:author")
        .filter_map(|author| {
            let login = author.child("wp:author_login")?.line()?;
            let name = author.child("wp:author_display_name")?.line()?;
            Some((login, name))
        })
        .collect();
    Context {
        publisher: line("title"),
        lang: lang.and_then(|lang| language(&lang)),
        people,
        prefixes,
    }
}

/// The name of the first element, after comments and declarations.
fn root(text: &str) -> Option<String> {
    let mut rest = text;
    loop {
        rest = &rest[rest.find('<')? + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = &comment[comment.find("-->")? + 3..];
            continue;
        }
        if rest.starts_with(|char: char| char.is_alphabetic()) {
            let name: String = rest
                .chars()
                .take_while(|char| char.is_alphanumeric() || matches!(char, ':' | '-' | '_' | '.'))
                .take(60)
                .collect();
            return Some(name);
        }
        if rest.starts_with('!') {
            rest = declaration(rest);
        }
    }
}

/// What follows a declaration, which may hold others in brackets.
fn declaration(text: &str) -> &str {
    let end = text.find(['>', '[']);
    match end {
        Some(at) if text[at..].starts_with('[') => text.find("]>").map_or("", |end| &text[end..]),
        Some(at) => &text[at..],
        None => "",
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// How often an element of a name is opened.
fn count(text: &str, name: &str) -> usize {
    let open = format!("<{name}");
    text.match_indices(&open)
        .filter(|(at, _)| {
            let next = text[at + open.len()..].chars().next();
            next.is_none_or(|next| next.is_whitespace() || next == '>')
        })
        .count()
}
