//! Feeds, news XML and SGML: a row is an element, read into a small tree, and the tree by the names of its dialect.

mod detect;
mod feed;
mod fields;
mod generic;
mod lenient;
mod newsml;
mod newsml_g2;
mod nitf;
mod parse;
mod reuters;
mod sitemap;
mod trec;
mod tree;
mod wordpress;

pub(super) use detect::format;
pub(super) use parse::Prefixes;
pub(super) use tree::Element;

use crate::article::Key;
use crate::reader::json::Way;
use crate::reader::markup;
use crate::reader::rows::{self, Tags};
use crate::reader::{Content, Format, Mapping, ReadError, Reading, Record, Records, Stated};

/// Bytes of the beginning of a document that tell what its elements are.
const HEAD: usize = 256 << 10;

/// The elements that a document's articles are.
pub(super) struct Elements {
    pub(super) dialect: Dialect,
    /// Their name.
    pub(super) name: String,
    /// Whether the document is one of them.
    pub(super) alone: bool,
    /// What stands before the first of them.
    pub(super) context: Context,
}

/// Whose names elements go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Feed,
    Sitemap,
    Nitf,
    NewsMl,
    NewsMlG2,
    Reuters,
    Trec,
    /// Those of the fields themselves.
    Generic,
}

/// What a document says of all its articles.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    pub(super) prefixes: Prefixes,
    pub(super) publisher: Option<String>,
    pub(super) lang: Option<String>,
    /// Names of people by those they log in with.
    pub(super) people: Vec<(String, String)>,
}

/// Sees which elements are the articles of a document.
///
/// # Errors
///
/// Where none can be.
pub(super) fn elements(head: &str, reading: &Reading) -> Result<Elements, ReadError> {
    detect::elements(&head[..head.floor_char_boundary(HEAD)], &reading.mapping)
}

/// Reads a decoded document.
///
/// # Errors
///
/// Where there is no article in it at all.
pub(super) fn read_whole(
    text: &str,
    format: Format,
    key: &Key,
    outside: &Stated,
    issues: &[String],
    reading: &Reading,
) -> Result<Records, ReadError> {
    if format != Format::Sgml || !crate::reader::sgml::is_marked(text) {
        let elements = elements(text, reading)?;
        if elements.alone {
            let way = Way {
                format: "xml",
                outside,
                mapping: &reading.mapping,
            };
            let record = elements.read(text, key.clone(), &way, issues.to_vec())?;
            return Ok(Records {
                records: vec![record],
                failures: Vec::new(),
            });
        }
    }
    rows::read_whole(text, format, key, outside, issues, reading)
}

impl Elements {
    /// The kind of document.
    pub(super) fn format(&self) -> Format {
        match self.dialect {
            Dialect::Feed | Dialect::Sitemap => Format::Feed,
            Dialect::Reuters | Dialect::Trec => Format::Sgml,
            Dialect::Nitf | Dialect::NewsMl | Dialect::NewsMlG2 | Dialect::Generic => Format::Xml,
        }
    }

    /// Cuts the document into them.
    pub(super) fn cut(&self) -> Tags {
        let sgml = self.format() == Format::Sgml;
        Tags::new(&self.name, self.dialect == Dialect::Generic, !sgml)
    }

    /// Reads one of them.
    ///
    /// # Errors
    ///
    /// Where it is broken before it says anything, or holds no article.
    pub(super) fn read(
        &self,
        text: &str,
        key: Key,
        way: &Way<'_>,
        mut issues: Vec<String>,
    ) -> Result<Record, ReadError> {
        let parsed = if self.format() == Format::Sgml {
            let (tree, open) = lenient::parse(text, &self.context.prefixes);
            parse::Parsed {
                tree,
                broken: None,
                open,
            }
        } else {
            parse::parse(text, &self.context.prefixes)
        };
        let tree = &parsed.tree;
        let stated = match self.dialect {
            Dialect::Generic => {
                let object = generic::article(tree);
                generic::read(object, key.clone(), way, Vec::new())
            }
            Dialect::Feed => feed::read(tree, &self.context),
            Dialect::Sitemap => sitemap::read(tree),
            Dialect::Nitf => nitf::read(tree),
            Dialect::NewsMl => newsml::read(tree),
            Dialect::NewsMlG2 => newsml_g2::read(tree),
            Dialect::Reuters => reuters::read(tree),
            Dialect::Trec => trec::read(tree),
        };
        match (stated, parsed.broken) {
            (Ok(stated), broken) => {
                if broken.is_some() {
                    issues.push("broken XML, read as far as it goes".to_owned());
                }
                // The end of a document of SGML is often left out.
                if parsed.open
                    && self.format() != Format::Sgml
                    && !issues.iter().any(|issue| issue == "truncated")
                {
                    issues.push("truncated".to_owned());
                }
                Ok(record(stated, key, way.outside, issues))
            }
            (Err(_), Some(broken)) => Err(ReadError::Xml(broken)),
            (Err(_), None) if parsed.open => {
                Err(ReadError::Xml("it ends within an element".to_owned()))
            }
            (Err(error), None) => Err(error),
        }
    }
}

fn record(mut stated: Stated, key: Key, outside: &Stated, issues: Vec<String>) -> Record {
    stated.url = stated.url.or_else(|| outside.url.clone());
    stated.captured = stated.captured.or_else(|| outside.captured.clone());
    let content = match stated.body.take() {
        Some(page) if markup::is_page(&page) => {
            stated.rules.remove("body");
            Content::Html(page)
        }
        body => {
            stated.body = body;
            Content::Stated
        }
    };
    Record {
        key,
        stated,
        content,
        issues,
    }
}

/// Whether an element holds an article, by the names that fields go by.
fn is_article(element: &Element, mapping: &Mapping) -> bool {
    let outside = Stated::default();
    let way = Way {
        format: "xml",
        outside: &outside,
        mapping,
    };
    let key = Key {
        path: String::new(),
        record: None,
    };
    generic::read(generic::object(element), key, &way, Vec::new()).is_ok()
}
