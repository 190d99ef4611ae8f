//! Reuters-21578 (Lewis, 1997): stories of 1987, many in a file.

use crate::reader::xml::fields::Fields;
use crate::reader::xml::tree::{Element, Node};
use crate::reader::{ReadError, Stated};

/// Reads the story of a tree.
pub(super) fn read(tree: &Element) -> Result<Stated, ReadError> {
    let story = tree.find("REUTERS").unwrap_or(tree);
    let mut fields = Fields::of("reuters");
    fields.set(
        "own_id",
        story.attribute("NEWID").map(str::to_owned),
        "NEWID",
    );
    fields.line("published", story.child("DATE"));
    fields.set("agency", Some("Reuters".to_owned()), "REUTERS");
    fields.set("lang", Some("en".to_owned()), "REUTERS");
    if let Some(text) = story.child("TEXT") {
        fields.line("title", text.child("TITLE"));
        fields.line("byline", text.child("AUTHOR"));
        fields.line("dateline", text.child("DATELINE"));
        let body = match text.child("BODY") {
            Some(body) => body.text(),
            // Stories that were never processed: lines of text beside the fields.
            None => text
                .nodes
                .iter()
                .filter_map(|node| match node {
                    Node::Text(text) => Some(text.as_str()),
                    Node::Element(_) => None,
                })
                .collect(),
        };
        fields.set("body", Some(unsigned(&body)), "BODY");
    }
    fields.finish()
}

/// A body without the agency's sign at its end.
fn unsigned(body: &str) -> String {
    // What stands for a title, and for a text that was never sent.
    let body = body.trim_start_matches(['*', '\n', '\r']);
    let body = body.trim_end();
    if body.trim() == "Blah blah blah." {
        return String::new();
    }
    let last = body.rsplit('\n').next().unwrap_or("").trim();
    if last.eq_ignore_ascii_case("reuter") || last.eq_ignore_ascii_case("reuters") {
        body[..body.len() - last.len()].trim_end().to_owned()
    } else {
        body.to_owned()
    }
}
