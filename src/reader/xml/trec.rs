//! Documents of the TREC collections, each newspaper with its own tags, and of the corpora that follow them.

use std::sync::LazyLock;

use regex::Regex;

use crate::reader::xml::fields::Fields;
use crate::reader::xml::tree::{Element, Node};
use crate::reader::{ReadError, Stated};

const TITLES: &[&str] = &["HEADLINE", "HEAD", "HL", "TTL", "TI", "TITLE", "H3"];
const BYLINES: &[&str] = &["BYLINE", "BY", "AUTHOR"];
const DATES: &[&str] = &[
    "DATE_TIME",
    "DATETIME",
    "DATE",
    "DD",
    "DATE1",
    "PUBDATE",
    "STORY_DATE",
];
const PUBLISHERS: &[&str] = &["PUB", "SO", "SOURCE", "PUBLISHER"];
const SECTIONS: &[&str] = &["SECTION", "CATEGORY"];
const BESIDE: &[&str] = &["DATELINE", "CAPTION", "DOCNO", "SLUG"];
const TEXTS: &[&str] = &["TEXT", "LEADPARA", "LP", "BODY"];

/// Reads the document of a tree.
pub(super) fn read(tree: &Element) -> Result<Stated, ReadError> {
    let document = tree.find("DOC").unwrap_or(tree);
    let mut fields = Fields::of("trec");
    let id = document
        .find("DOCNO")
        .and_then(Element::line)
        .or_else(|| document.attribute("id").map(str::to_owned));
    fields.set("own_id", id.clone(), "DOCNO");
    // A headline comes in pieces.
    for name in TITLES {
        let pieces: Vec<String> = document.children(name).filter_map(Element::line).collect();
        fields.set("title", Some(pieces.join(" ")), name);
    }
    let nested = |names: &[&'static str]| {
        names
            .iter()
            .find_map(|name| Some((document.find(name)?.line()?, *name)))
    };
    for (field, names) in [
        ("title", TITLES),
        ("byline", BYLINES),
        ("section", SECTIONS),
        ("publisher", PUBLISHERS),
    ] {
        if let Some((line, name)) = nested(names) {
            fields.set(field, Some(line), name);
        }
    }
    for name in DATES {
        let date = document
            .find(name)
            .and_then(Element::line)
            .map(|line| day(&line));
        fields.set("published", date, name);
    }
    fields.set("published", id.as_deref().and_then(of_id), "DOCNO");
    fields.line("dateline", document.find("DATELINE"));
    for caption in document.all(|element| element.is("CAPTION")) {
        fields.caption(caption.line(), None, "CAPTION");
    }
    fields.set("body", text(document), "TEXT");
    fields.finish()
}

/// The lead and the text, which some newspapers keep apart; paragraphs by their tags, or by blank lines and indents.
fn text(document: &Element) -> Option<String> {
    let is_text = |element: &Element| TEXTS.iter().any(|name| element.is(name));
    let is_field = |element: &Element| {
        [TITLES, BYLINES, DATES, SECTIONS, BESIDE]
            .iter()
            .any(|names| names.iter().any(|name| element.is(name)))
    };
    let parts: Vec<String> = document
        .all(|element| is_text(element) && !(element.is("BODY") && element.find("TEXT").is_some()))
        .into_iter()
        .filter_map(|element| {
            let is_block = |child: &Element| child.is("P") || child.is("F");
            if element.elements().any(is_block) {
                element.prose(&is_field)
            } else {
                Some(lines(element, &is_field))
            }
        })
        .filter(|part| !part.trim().is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// A text as it is printed, fields left out.
fn lines(element: &Element, left_out: &dyn Fn(&Element) -> bool) -> String {
    let mut text = String::new();
    for node in &element.nodes {
        match node {
            Node::Text(piece) => text.push_str(piece),
            Node::Element(child) if left_out(child) => {}
            Node::Element(child) => text.push_str(&child.text()),
        }
    }
    text.trim_end().trim_start_matches('\n').to_owned()
}

/// A date without what newspapers print after it: `January 1, 1989, Sunday, Home Edition`.
fn day(line: &str) -> String {
    static AFTER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i),?\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$")
            .expect("a constant pattern")
    });
    let line = line.trim_start_matches(['=', ' ']);
    let cut = AFTER.replace(line, "");
    if cut.trim().is_empty() {
        line.to_owned()
    } else {
        cut.into_owned()
    }
}

/// The date in a name such as `AP880212-0001` or `XIN_ENG_19950101.0001`.
fn of_id(id: &str) -> Option<String> {
    static DATED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[A-Za-z_]{2,12}_?((?:19|20)?\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-.]\d+")
            .expect("a constant pattern")
    });
    let found = DATED.captures(id)?;
    let year = match &found[1] {
        short if short.len() == 2 => format!("19{short}"),
        year => year.to_owned(),
    };
    Some(format!("{year}-{}-{}", &found[2], &found[3]))
}
