//! Addresses in a sitemap of news: title, date and publisher, without a text.

use crate::reader::xml::fields::Fields;
use crate::reader::xml::tree::Element;
use crate::reader::{ReadError, Stated};

/// Reads the one address of a tree.
///
/// # Errors
///
/// Where it says nothing of an article.
pub(super) fn read(tree: &Element) -> Result<Stated, ReadError> {
    let url = tree.elements().next().unwrap_or(tree);
    let mut fields = Fields::of("sitemap");
    let Some(news) = url.child("news:news").or_else(|| url.child("news")) else {
        return Err(ReadError::Foreign("an address without news".to_owned()));
    };
    let part = |element: &Element, name: &str| {
        let prefixed = format!("news:{name}");
        element
            .elements()
            .find(|child| child.is(&prefixed) || child.is(name))
            .and_then(Element::line)
    };
    fields.line("url", url.child("loc"));
    fields.set("title", part(news, "title"), "news:title");
    fields.set(
        "published",
        part(news, "publication_date"),
        "news:publication_date",
    );
    fields.line("updated", url.child("lastmod"));
    if let Some(publication) = news
        .elements()
        .find(|child| child.name.ends_with("publication"))
    {
        fields.set("publisher", part(publication, "name"), "news:name");
        fields.set("lang", part(publication, "language"), "news:language");
    }
    for image in url.children("image:image") {
        let caption = image.child("image:caption").and_then(Element::line);
        fields.caption(caption, None, "image:caption");
    }
    fields.finish()
}
