//! What may name the authors, in the order in which it is trusted.

use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::people::printed::Line;

/// Names that may stand for authors, and where they come from.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub(super) values: Vec<String>,
    /// The values with bars between the elements they are printed in, where they are several.
    pub(super) parted: Vec<String>,
    pub(super) rule: &'static str,
    /// Each value is one name by the page's own word.
    pub(super) names: bool,
}

/// Metas that name authors, the surest first.
const METAS: &[(&str, &str)] = &[
    ("author", "meta:author"),
    ("article:author", "article:author"),
    ("parsely-author", "parsely-author"),
    ("sailthru.author", "sailthru.author"),
    ("dc.creator", "dc.creator"),
    ("dcterms.creator", "dc.creator"),
    ("citation_author", "citation_author"),
    ("byl", "meta:byl"),
    ("byline", "meta:byl"),
    ("authors", "meta:author"),
    ("itemprop:author", "meta:author"),
    ("content-creator", "meta:author"),
];

/// What may name the authors, the surest first: people in JSON-LD, metas that a byline bears out, then bylines and the other metas (bylines
/// first where the likeliest is marked as the author's), organisations in JSON-LD.
pub(super) fn list(meta: &Meta, data: Option<&LinkedData>, printed: &[Line]) -> Vec<Source> {
    let mut sources = Vec::new();
    if let Some(data) = data {
        sources.push(Source {
            values: data.people.clone(),
            rule: "jsonld:author",
            names: true,
            ..Source::default()
        });
    }
    let mut metas: Vec<Source> = METAS
        .iter()
        .map(|(name, rule)| Source {
            values: meta.all(name).map(str::to_owned).collect(),
            rule,
            ..Source::default()
        })
        .collect();
    metas.push(Source {
        values: meta.other_authors().map(str::to_owned).collect(),
        rule: "meta:author",
        ..Source::default()
    });
    // A meta may name the owner of the site; what is printed then says otherwise.
    let lines: String = printed
        .iter()
        .map(|line| line.text.to_lowercase() + "\n")
        .collect();
    let is_printed = |source: &Source| {
        source
            .values
            .iter()
            .any(|value| lines.contains(&value.to_lowercase()))
    };
    let (confirmed, other): (Vec<Source>, Vec<Source>) = metas.into_iter().partition(is_printed);
    sources.extend(confirmed);
    let line_sources = printed.iter().map(|line| Source {
        values: vec![line.text.clone()],
        parted: line.parted.clone(),
        rule: line.rule,
        names: false,
    });
    let sure: Vec<Source> = line_sources.collect();
    if printed
        .first()
        .is_some_and(|line| line.rule != "class:byline")
    {
        sources.extend(sure);
        sources.extend(other);
    } else {
        // Who made the page stands there too.
        let (makers, other): (Vec<Source>, Vec<Source>) = other
            .into_iter()
            .partition(|source| source.rule.starts_with("dc."));
        sources.extend(other);
        sources.extend(sure);
        sources.extend(makers);
    }
    if let Some(data) = data {
        sources.push(Source {
            values: data.organisations.clone(),
            rule: "jsonld:author",
            ..Source::default()
        });
    }
    sources
}
