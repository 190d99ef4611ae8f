//! Titles that the page's data give.

use crate::extract::html::headline::LONGEST;
use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::page::weight;
use crate::extract::title::without_site;

/// A title that the page's data gives.
pub(super) struct Given {
    pub(super) text: String,
    pub(super) rule: &'static str,
    pub(super) weight: f32,
}

/// The titles of JSON-LD, the metas and `<title>`, the names of site and section cut off.
pub(super) fn given(meta: &Meta, data: Option<&LinkedData>, sites: &[String]) -> Vec<Given> {
    let mut given = Vec::new();
    let sections: Vec<&str> = data
        .and_then(|data| data.section.as_deref())
        .into_iter()
        .chain(meta.all("article:section"))
        .chain(meta.all("section"))
        .filter(|name| weight(name) > 2)
        .collect();
    let mut push = |text: Option<&str>, rule: &'static str, weight: f32| {
        if let Some(text) = text {
            let text = without_site(&crate::extract::html::entities::decode(text), sites);
            let text = without_section(&text, &sections);
            if !text.is_empty() && text.len() <= LONGEST {
                given.push(Given { text, rule, weight });
            }
        }
    };
    push(
        data.and_then(|data| data.headline.as_deref()),
        "jsonld:headline",
        1.0,
    );
    push(meta.get("og:title"), "og:title", 0.9);
    push(meta.get("twitter:title"), "twitter:title", 0.5);
    for (name, rule) in [
        ("parsely-title", "parsely-title"),
        ("sailthru.title", "sailthru.title"),
        ("dc.title", "dc.title"),
        ("dcterms.title", "dcterms.title"),
        ("citation_title", "citation_title"),
        ("cxenseparse:title", "cxenseparse:title"),
        ("hdl", "hdl"),
        ("itemprop:headline", "itemprop:headline"),
        ("title", "meta:title"),
    ] {
        push(meta.get(name), rule, 0.5);
    }
    push(meta.title.as_deref(), "title", 0.7);
    given
}

/// A title without the name of its section before or behind a bar: `Opinion | Title`, `Title - Sport`.
fn without_section(title: &str, sections: &[&str]) -> String {
    for section in sections {
        let bare = |rest: &str, bars: &[char]| {
            let rest = rest.trim();
            let cut = rest.trim_matches(bars).trim();
            (cut.len() < rest.len() && weight(cut) > 2 * weight(section)).then(|| cut.to_owned())
        };
        let bars = ['|', '-', '–', '—', '·', '»', 'ㅣ'];
        let cut = title
            .strip_suffix(section)
            .and_then(|rest| bare(rest, &bars))
            .or_else(|| {
                title
                    .strip_prefix(section)
                    .and_then(|rest| bare(rest, &['|', '»', 'ㅣ']))
            });
        if let Some(cut) = cut {
            return cut;
        }
    }
    title.to_owned()
}
