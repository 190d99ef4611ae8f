//! NITF 3.x (IPTC, 2003): the News Industry Text Format.

use crate::reader::xml::fields::Fields;
use crate::reader::xml::tree::Element;
use crate::reader::{ReadError, Stated};

/// Reads the document of a tree.
pub(super) fn read(tree: &Element) -> Result<Stated, ReadError> {
    let mut fields = Fields::of("nitf");
    if let Some(document) = tree.find("nitf") {
        state(document, &mut fields);
    }
    fields.finish()
}

/// Writes what a document states, where it is not known yet.
pub(super) fn state(document: &Element, fields: &mut Fields) {
    let attribute = |element: Option<&Element>, name: &str| {
        element
            .and_then(|element| element.attribute(name))
            .map(str::to_owned)
    };
    let head = document.child("head");
    let data = head.and_then(|head| head.find("docdata"));
    let of_data = |name: &'static str| data.and_then(|data| data.child(name));
    let pub_data = head.and_then(|head| head.find("pubdata"));
    fields.set(
        "own_id",
        attribute(of_data("doc-id"), "id-string"),
        "doc-id",
    );
    for (element, name, rule) in [
        (pub_data, "date.publication", "pubdata"),
        (of_data("date.issue"), "norm", "date.issue"),
        (of_data("date.release"), "norm", "date.release"),
    ] {
        fields.set("published", attribute(element, name).map(day), rule);
    }
    fields.set("publisher", attribute(pub_data, "name"), "pubdata");
    fields.set(
        "publisher",
        attribute(of_data("doc.copyright"), "holder"),
        "doc.copyright",
    );
    fields.set(
        "section",
        attribute(pub_data, "position.section"),
        "pubdata",
    );
    fields.set(
        "url",
        attribute(pub_data, "ex-ref").filter(|url| url.starts_with("http")),
        "pubdata",
    );
    fields.set(
        "lang",
        document.attribute("xml:lang").map(str::to_owned),
        "xml:lang",
    );
    if let Some(body) = document.child("body") {
        let top = body.child("body.head");
        if let Some(top) = top {
            headline(top, fields);
            signed(top, fields);
        }
        text(body, fields);
    }
    if let Some(head) = head {
        metas(head, fields);
        fields.line("title", head.child("title"));
    }
}

fn headline(top: &Element, fields: &mut Fields) {
    fields.line("title", top.find("hl1"));
    fields.line("dek", top.find("hl2"));
    fields.line(
        "title",
        top.child("hedline").or_else(|| top.child("headline")),
    );
    let dek = top.child("abstract").and_then(Element::line);
    fields.set("dek", dek, "abstract");
}

fn signed(top: &Element, fields: &mut Fields) {
    // The New York Times prints one line and keeps another one for sorting.
    let printed = top
        .children("byline")
        .find(|line| line.attribute("class") != Some("normalized_byline"));
    if let Some(line) = printed {
        let people: Vec<String> = line
            .all(|element| element.is("person"))
            .into_iter()
            .filter_map(Element::line)
            .collect();
        let parts: Vec<String> = line
            .all(|element| element.is("byttl"))
            .into_iter()
            .filter_map(Element::line)
            .collect();
        let mut printed = line.line().unwrap_or_default();
        // A title stands on a line of its own where it is printed.
        for part in parts {
            if let Some(before) = printed.strip_suffix(&part) {
                let before = before.trim_end().trim_end_matches(',');
                printed = if before.is_empty() {
                    part
                } else {
                    format!("{before}, {part}")
                };
            }
        }
        fields.set("byline", Some(printed), "byline");
        fields.authors(people, "person");
    }
    fields.line("agency", top.child("distributor"));
    if let Some(line) = top.child("dateline") {
        fields.set("dateline", line.line(), "dateline");
    }
}

fn metas(head: &Element, fields: &mut Fields) {
    for meta in head.children("meta") {
        let (Some(name), Some(content)) = (meta.attribute("name"), meta.attribute("content"))
        else {
            continue;
        };
        let field = match name.to_ascii_lowercase().as_str() {
            "online_sections" | "section" | "ap-category" | "dsk" => "section",
            "lang" | "language" => "lang",
            _ => continue,
        };
        fields.set(field, Some(content.to_owned()), "meta");
    }
}

fn text(body: &Element, fields: &mut Fields) {
    let Some(content) = body.child("body.content") else {
        return;
    };
    for media in content.all(|element| element.is("media")) {
        let credit = media.child("media-producer").and_then(Element::line);
        for caption in media.children("media-caption") {
            fields.caption(caption.line(), credit.clone(), "media-caption");
        }
    }
    // The whole text, and its lead once more.
    let whole = content
        .children("block")
        .find(|block| block.attribute("class") == Some("full_text"));
    let left_out = |element: &Element| {
        element.is("media") || element.is("nitf-table-metadata") || element.is("note")
    };
    fields.set(
        "body",
        whole.unwrap_or(content).prose(&left_out),
        "body.content",
    );
}

/// A date at midnight sharp is a day.
fn day(date: String) -> String {
    match date.split_once("T000000") {
        Some((day, "" | "Z" | "+0000")) if day.len() == 8 => day.to_owned(),
        _ => date,
    }
}
