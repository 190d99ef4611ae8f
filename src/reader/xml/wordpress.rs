//! Posts in an export of WordPress (WXR): what was published, with its blank lines for paragraphs.

use std::sync::LazyLock;

use regex::Regex;

use crate::reader::xml::fields::Fields;
use crate::reader::xml::tree::Element;
use crate::reader::xml::{Context, feed};
use crate::reader::{ReadError, Stated, markup};

/// Reads an item.
///
/// # Errors
///
/// Where it is no post, or was not published.
pub(super) fn read(item: &Element, context: &Context) -> Result<Stated, ReadError> {
    let line = |name: &str| item.child(name).and_then(Element::line);
    let kind = line("wp:post_type").unwrap_or_default();
    let is_part = [
        "attachment",
        "nav_menu_item",
        "revision",
        "custom_css",
        "oembed_cache",
    ]
    .contains(&kind.as_str())
        || kind.starts_with("wp_");
    if is_part {
        return Err(ReadError::Foreign(format!(
            "no post but a part of the site (`{kind}`)"
        )));
    }
    let status = line("wp:status").unwrap_or_default();
    if !matches!(status.as_str(), "publish" | "private" | "") {
        return Err(ReadError::Foreign(format!("not published (`{status}`)")));
    }
    let mut fields = Fields::of("wxr");
    let date = |name: &str| line(name).filter(|date| !date.starts_with("0000"));
    fields.set("published", date("wp:post_date"), "wp:post_date");
    fields.line("published", item.child("pubDate"));
    fields.set("updated", date("wp:post_modified"), "wp:post_modified");
    let creator = line("dc:creator").map(|login| {
        let known = context.people.iter().find(|(known, _)| *known == login);
        known.map_or(login, |(_, name)| name.clone())
    });
    fields.authors(creator.into_iter().collect(), "dc:creator");
    let section = item
        .children("category")
        .find(|category| category.attribute("domain") == Some("category"));
    fields.line("section", section);
    if let Some(content) = item.child("content:encoded") {
        let text = content.text();
        for caption in captions(&text) {
            fields.caption(Some(caption), None, "caption");
        }
        for caption in markup::captions(&text) {
            fields.caption(Some(caption), None, "figcaption");
        }
        let body = markup::text(&paragraphs(&text));
        fields.set("body", Some(body), "content:encoded");
    }
    fields.line("dek", item.child("excerpt:encoded"));
    feed::common(item, context, &mut fields);
    fields.finish()
}

/// A picture with its text: `[caption id="…"]<img …/> Text[/caption]`.
static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?s)\[caption\b[^\]]*\](.*?)\[/caption\]").expect("a constant pattern")
});

fn captions(text: &str) -> Vec<String> {
    CAPTION
        .captures_iter(text)
        .filter_map(|found| Some(markup::line(found.get(1)?.as_str())))
        .collect()
}

/// The text as WordPress shows it: blank lines part paragraphs, line ends stay, shortcodes and comments are gone.
fn paragraphs(text: &str) -> String {
    static MARKS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?s)<!--.*?-->",
            r"|\[/?(?:gallery|embed|video|audio|playlist|more|vc_[a-z_]+|su_[a-z_]+|et_pb_[a-z_]+)\b[^\]]*\]",
        ))
        .expect("a constant pattern")
    });
    let text = text.replace("\r\n", "\n");
    let text = CAPTION.replace_all(&text, "\n\n");
    let text = MARKS.replace_all(&text, "");
    text.split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            if begins_block(part) {
                part.to_owned()
            } else {
                format!("<p>{}</p>", part.replace('\n', "<br>"))
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a part of a text brings its own block.
fn begins_block(part: &str) -> bool {
    let lower: String = part
        .chars()
        .take(12)
        .collect::<String>()
        .to_ascii_lowercase();
    [
        "<p",
        "<div",
        "<h1",
        "<h2",
        "<h3",
        "<h4",
        "<ul",
        "<ol",
        "<li",
        "<blockquote",
        "<figure",
        "<table",
        "<pre",
    ]
    .iter()
    .any(|tag| lower.starts_with(tag))
}
