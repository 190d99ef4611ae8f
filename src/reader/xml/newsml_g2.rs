//! NewsML-G2 (IPTC, 2008): news items with XHTML, NITF or plain text in them.

use crate::reader::xml::fields::Fields;
use crate::reader::xml::nitf;
use crate::reader::xml::tree::Element;
use crate::reader::{ReadError, Stated};

/// Reads the item of a tree.
///
/// # Errors
///
/// Where it is withdrawn, or a picture, a sound or a film.
pub(super) fn read(tree: &Element) -> Result<Stated, ReadError> {
    let item = tree.find("newsItem").unwrap_or(tree);
    let code = |name: &str| {
        let code = item.find(name)?.attribute("qcode")?;
        Some(
            code.rsplit_once(':')
                .map_or(code, |(_, code)| code)
                .to_owned(),
        )
    };
    if let Some(kind) = code("itemClass").filter(|kind| kind != "text" && kind != "composite") {
        return Err(ReadError::Foreign(format!("no text but a {kind}")));
    }
    if let Some(status) = code("pubStatus").filter(|status| status != "usable") {
        return Err(ReadError::Foreign(format!("not to be used (`{status}`)")));
    }
    let mut fields = Fields::of("newsml-g2");
    let line = |name: &str| item.find(name).and_then(Element::line);
    fields.set("own_id", item.attribute("guid").map(str::to_owned), "guid");
    let meta = item.child("contentMeta").unwrap_or(item);
    let is_sub = |line: &Element| {
        line.attribute("role")
            .is_some_and(|role| role.contains("sub"))
    };
    fields.line(
        "title",
        meta.children("headline").find(|line| !is_sub(line)),
    );
    fields.line("dek", meta.children("headline").find(|line| is_sub(line)));
    let summary = meta.children("description").find(|text| {
        text.attribute("role")
            .is_none_or(|role| !role.contains("caption"))
    });
    fields.line("dek", summary);
    for name in ["firstCreated", "contentCreated"] {
        fields.set("published", line(name), name);
    }
    for name in ["contentModified", "versionCreated"] {
        fields.set("updated", line(name), name);
    }
    fields.set("published", line("versionCreated"), "versionCreated");
    fields.line("byline", meta.child("by"));
    let people = meta
        .children("creator")
        .filter(|person| {
            person
                .child("type")
                .and_then(|kind| kind.attribute("qcode"))
                .is_none_or(|kind| kind.ends_with("person"))
        })
        .filter_map(|person| person.child("name")?.line())
        .collect();
    fields.authors(people, "creator");
    fields.line("dateline", meta.child("dateline"));
    fields.line("agency", meta.child("creditline"));
    let name = |outer: &str| {
        let outer = item.find(outer)?;
        outer
            .child("name")
            .and_then(Element::line)
            .or_else(|| outer.attribute("literal").map(str::to_owned))
    };
    for outer in ["provider", "copyrightHolder", "infoSource"] {
        fields.set("publisher", name(outer), outer);
    }
    let lang = meta
        .child("language")
        .and_then(|language| language.attribute("tag"))
        .or_else(|| item.attribute("xml:lang"));
    fields.set("lang", lang.map(str::to_owned), "language");
    if let Some(set) = item.child("contentSet") {
        contents(set, &mut fields);
    }
    fields.finish()
}

fn contents(set: &Element, fields: &mut Fields) {
    for content in set.elements() {
        if let Some(document) = content.find("nitf") {
            nitf::state(document, fields);
        } else if content.is("inlineXML") || content.is("inlineData") {
            let text = content.find("body").unwrap_or(content);
            let caption = |element: &Element| element.is("figcaption");
            for element in text.all(caption) {
                fields.caption(element.line(), None, "figcaption");
            }
            let rule = content.name.clone();
            fields.set("body", text.prose(&caption), &rule);
        }
    }
}
