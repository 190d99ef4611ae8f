//! NewsML 1.x (IPTC, 2000): news items of components, one in the other, with NITF, XHTML or plain text in them.

use crate::reader::xml::fields::Fields;
use crate::reader::xml::nitf;
use crate::reader::xml::tree::Element;
use crate::reader::{ReadError, Stated};

/// Reads the item of a tree.
pub(super) fn read(tree: &Element) -> Result<Stated, ReadError> {
    let item = tree.find("NewsItem").unwrap_or(tree);
    let mut fields = Fields::of("newsml");
    let line = |name: &str| item.find(name).and_then(Element::line);
    let formal = |outer: &str, inner: &str| {
        let name = item.find(outer)?.find(inner)?.attribute("FormalName")?;
        Some(name.to_owned())
    };
    if formal("NewsManagement", "Status").is_some_and(|status| status.ends_with("anceled")) {
        return Err(ReadError::Foreign("a canceled item".to_owned()));
    }
    for id in ["PublicIdentifier", "NewsItemId"] {
        fields.set("own_id", line(id), id);
    }
    fields.set("title", line("HeadLine"), "HeadLine");
    fields.set("dek", line("SubHeadLine"), "SubHeadLine");
    fields.set("byline", line("ByLine"), "ByLine");
    fields.set("dateline", line("DateLine"), "DateLine");
    fields.set("published", line("FirstCreated"), "FirstCreated");
    fields.set(
        "updated",
        line("ThisRevisionCreated"),
        "ThisRevisionCreated",
    );
    fields.set("published", line("DateId"), "DateId");
    fields.set("agency", line("CreditLine"), "CreditLine");
    fields.set("agency", formal("Provider", "Party"), "Provider");
    fields.set("publisher", formal("Source", "Party"), "Source");
    fields.set("publisher", formal("Provider", "Party"), "Provider");
    let lang = item
        .find("Language")
        .and_then(|language| language.attribute("FormalName"))
        .or_else(|| item.find("NewsComponent")?.attribute("xml:lang"));
    fields.set("lang", lang.map(str::to_owned), "Language");
    contents(item, &mut fields);
    fields.finish()
}

/// Texts of the components: the first that runs is the body, those of pictures are captions.
fn contents(item: &Element, fields: &mut Fields) {
    for component in
        item.all(|element| element.is("NewsComponent") && element.child("NewsComponent").is_none())
    {
        let role = component
            .child("Role")
            .and_then(|role| role.attribute("FormalName"))
            .unwrap_or("");
        let is_caption = role.eq_ignore_ascii_case("caption");
        for content in component.children("ContentItem") {
            let Some(data) = content.child("DataContent") else {
                continue;
            };
            if is_caption {
                fields.caption(data.line(), None, "Caption");
            } else if let Some(document) = data.find("nitf") {
                nitf::state(document, fields);
            } else {
                let html = data.find("body").unwrap_or(data);
                let caption = |element: &Element| element.is("figcaption");
                fields.set("body", html.prose(&caption), "DataContent");
            }
        }
    }
}
