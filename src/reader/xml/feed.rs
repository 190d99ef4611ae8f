//! Items of RSS and entries of Atom.

use crate::reader::xml::fields::Fields;
use crate::reader::xml::tree::Element;
use crate::reader::xml::{Context, wordpress};
use crate::reader::{ReadError, Stated, markup};

/// Reads the one item, or entry, of a tree.
pub(super) fn read(tree: &Element, context: &Context) -> Result<Stated, ReadError> {
    let item = tree.elements().next().unwrap_or(tree);
    if item.child("wp:post_type").is_some() {
        return wordpress::read(item, context);
    }
    let mut fields = Fields::of(if item.is("entry") { "atom" } else { "rss" });
    common(item, context, &mut fields);
    for date in [
        "pubDate",
        "published",
        "issued",
        "dc:date",
        "dcterms:created",
        "created",
    ] {
        fields.line("published", item.child(date));
    }
    for date in ["updated", "modified", "atom:updated", "dcterms:modified"] {
        fields.line("updated", item.child(date));
    }
    let names = ["dc:creator", "author", "atom:author", "itunes:author"];
    for name in names {
        let people = item.children(name).filter_map(person).collect();
        fields.authors(people, name);
    }
    for name in ["content:encoded", "content", "encoded", "xhtml:body"] {
        text(item, name, &mut fields);
    }
    // A feed that gives one text gives that.
    for name in ["description", "summary"] {
        let found = item.child(name).and_then(|found| found.prose(&|_| false));
        let field = if fields.has_body() { "dek" } else { "body" };
        let found = if field == "dek" {
            item.child(name).and_then(Element::line)
        } else {
            found
        };
        if field == "body" {
            text(item, name, &mut fields);
        } else {
            fields.set("dek", found, name);
        }
    }
    pictures(item, &mut fields);
    fields.finish()
}

/// What every kind of item has.
pub(super) fn common(item: &Element, context: &Context, fields: &mut Fields) {
    fields.line("title", item.child("title"));
    for id in ["guid", "id"] {
        fields.line("own_id", item.child(id));
    }
    for link in item.children("link").chain(item.children("atom:link")) {
        let kind = link.attribute("rel").unwrap_or("alternate");
        if kind == "alternate" {
            let address = link.attribute("href").map(str::to_owned);
            fields.set("url", address.or_else(|| link.line()), "link");
        }
    }
    if let Some(id) = item
        .child("guid")
        .filter(|id| id.attribute("isPermaLink") != Some("false"))
    {
        let address = id.line().filter(|id| id.starts_with("http"));
        fields.set("url", address, "guid");
    }
    for category in item.children("category") {
        let name = category
            .attribute("label")
            .or_else(|| category.attribute("term"))
            .map(str::to_owned)
            .or_else(|| category.line());
        fields.set("section", name, "category");
    }
    fields.line("publisher", item.child("dc:publisher"));
    if let Some(source) = item.child("source") {
        let name = source.child("title").unwrap_or(source);
        fields.set("publisher", name.line(), "source");
    }
    fields.set("publisher", context.publisher.clone(), "channel");
    fields.set(
        "lang",
        item.attribute("xml:lang").map(str::to_owned),
        "xml:lang",
    );
    fields.line("lang", item.child("dc:language"));
    fields.set("lang", context.lang.clone(), "language");
}

/// A text with markup, and the captions in it.
fn text(item: &Element, name: &str, fields: &mut Fields) {
    let Some(found) = item.child(name) else {
        return;
    };
    let caption = |element: &Element| element.is("figcaption");
    for element in found.all(caption) {
        fields.caption(element.line(), None, "figcaption");
    }
    if found.elements().next().is_none() {
        for caption in markup::captions(&found.text()) {
            fields.caption(Some(caption), None, "figcaption");
        }
    }
    fields.set("body", found.prose(&caption), name);
}

/// Media RSS: a description and a credit for each picture.
fn pictures(item: &Element, fields: &mut Fields) {
    let is_media = |element: &Element| element.is("media:content") || element.is("media:thumbnail");
    let mut groups = item.all(is_media);
    groups.push(item);
    for media in groups {
        let part = |name: &str| media.child(name).and_then(Element::line);
        fields.caption(
            part("media:description"),
            part("media:credit"),
            "media:description",
        );
    }
}

/// A person in an element: `Jane Doe`, `jane@paper.example (Jane Doe)`, or with a name of their own.
fn person(author: &Element) -> Option<String> {
    if let Some(name) = author.child("name").or_else(|| author.child("atom:name")) {
        return name.line();
    }
    let line = author.line()?;
    if !line.contains('@') {
        return Some(line);
    }
    let (_, name) = line.split_once('(')?;
    Some(name.trim_end_matches(')').trim().to_owned())
}
