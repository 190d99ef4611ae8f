//! From text to a tree. Nothing is taken from outside, and no entity is expanded but those of characters.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::reader::markup;
use crate::reader::xml::lenient;
use crate::reader::xml::tree::{Builder, Element};

/// Prefixes that tell names apart, and the namespaces they stand for.
const PREFIXES: &[(&str, &str)] = &[
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("media", "http://search.yahoo.com/mrss"),
    ("wp", "http://wordpress.org/export/1.0/"),
    ("wp", "http://wordpress.org/export/1.1/"),
    ("wp", "http://wordpress.org/export/1.2/"),
    ("excerpt", "http://wordpress.org/export/1.2/excerpt/"),
    ("excerpt", "http://wordpress.org/export/1.1/excerpt/"),
    ("news", "http://www.google.com/schemas/sitemap-news/0.9"),
    ("image", "http://www.google.com/schemas/sitemap-image/1.1"),
    ("video", "http://www.google.com/schemas/sitemap-video/1.1"),
    ("atom", "http://www.w3.org/2005/Atom"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("slash", "http://purl.org/rss/1.0/modules/slash/"),
];

/// What prefixes mean in a document: `xmlns:dc="…"`.
#[derive(Clone, Debug, Default)]
pub(in crate::reader) struct Prefixes {
    known: HashMap<String, String>,
    /// The prefix of the root, which says nothing.
    root: Option<String>,
}

impl Prefixes {
    /// Of the root element.
    pub(super) fn of(tag: &str, attributes: &[(String, String)]) -> Self {
        let mut known = HashMap::new();
        for (name, uri) in attributes {
            if let Some(prefix) = name.strip_prefix("xmlns:") {
                known.insert(prefix.to_owned(), uri.trim().to_owned());
            }
        }
        let root = tag.split_once(':').map(|(prefix, _)| prefix.to_owned());
        Self { known, root }
    }

    /// A name with the usual prefix, or with none.
    pub(super) fn name(&self, tag: &str) -> String {
        let Some((prefix, local)) = tag.split_once(':') else {
            return tag.to_owned();
        };
        if self.root.as_deref() == Some(prefix) {
            return local.to_owned();
        }
        let usual = match self.known.get(prefix) {
            Some(uri) => PREFIXES
                .iter()
                .find_map(|(usual, known)| (known == uri).then_some(*usual)),
            None => PREFIXES
                .iter()
                .find_map(|(usual, _)| (*usual == prefix).then_some(*usual)),
        };
        match usual {
            Some(usual) => format!("{usual}:{local}"),
            None => local.to_owned(),
        }
    }
}

/// A tree, and what was wrong with its text.
pub(in crate::reader) struct Parsed {
    /// A nameless element around all that there is.
    pub(in crate::reader) tree: Element,
    /// What broke the rules of XML, so that the rest was read without them.
    pub(in crate::reader) broken: Option<String>,
    /// Whether the text ends within an element.
    pub(in crate::reader) open: bool,
}

/// Reads XML; what breaks its rules is read as SGML is.
pub(in crate::reader) fn parse(text: &str, prefixes: &Prefixes) -> Parsed {
    match strict(text, prefixes) {
        Ok((tree, open)) => Parsed {
            tree,
            broken: None,
            open,
        },
        Err(broken) => {
            let (tree, open) = lenient::parse(text, prefixes);
            Parsed {
                tree,
                broken: Some(broken),
                open,
            }
        }
    }
}

fn strict(text: &str, prefixes: &Prefixes) -> Result<(Element, bool), String> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut builder = Builder::default();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                let (name, attributes) = opened(&tag, prefixes);
                builder.open(name, attributes);
            }
            Event::Empty(tag) => {
                let (name, attributes) = opened(&tag, prefixes);
                builder.open(name.clone(), attributes);
                builder.close(&name);
            }
            Event::End(tag) => builder.close(&prefixes.name(tag.name().into_inner())),
            Event::Text(text) => builder.text(&text.into_inner()),
            Event::CData(text) => builder.text(&text.into_inner()),
            Event::GeneralRef(name) => builder.text(&reference(&name.into_inner())),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let open = builder.is_open();
    Ok((builder.finish(), open))
}

fn opened(tag: &BytesStart<'_>, prefixes: &Prefixes) -> (String, Vec<(String, String)>) {
    let mut found = tag.html_attributes();
    found.with_checks(false);
    let attributes = found
        .flatten()
        .map(|attribute| {
            let name = attribute.key.into_inner().to_owned();
            (name, references(&attribute.value))
        })
        .collect();
    (prefixes.name(tag.name().into_inner()), attributes)
}

/// What a reference stands for, by its name without `&` and `;`; as written where nobody knows.
pub(super) fn reference(name: &str) -> String {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return match code {
            // Control characters mark nothing in a text: `&#3;`, the end of one on the wire.
            Ok(0..=8 | 11 | 12 | 14..=31 | 127) => String::new(),
            Ok(128..=159) => markup::entities(&format!("&#{number};")),
            Ok(code) => char::from_u32(code).map_or_else(|| '\u{fffd}'.to_string(), String::from),
            Err(_) => format!("&#{number};"),
        };
    }
    match name.to_ascii_lowercase().as_str() {
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "amp" => "&".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        // Those of the newswire collections.
        "hyph" => "-".to_owned(),
        "blank" => " ".to_owned(),
        _ => markup::entities(&format!("&{name};")),
    }
}

/// A text with its references resolved.
pub(super) fn references(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        resolved.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..]
            .bytes()
            .take(32)
            .position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'#'))
            .filter(|end| *end > 0 && rest.as_bytes()[1 + end] == b';');
        if let Some(end) = name {
            resolved.push_str(&reference(&rest[1..=end]));
            rest = &rest[end + 2..];
        } else {
            resolved.push('&');
            rest = &rest[1..];
        }
    }
    resolved.push_str(rest);
    resolved
}
