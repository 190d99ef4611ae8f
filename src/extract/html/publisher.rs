//! Who publishes the page, and the names that the site goes by.

use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;
use crate::extract::title::{domain_name, likeness};

/// The names that the site may go by.
#[derive(Debug, Default)]
pub(super) struct Site {
    pub(super) names: Vec<String>,
    publisher: Option<(String, &'static str)>,
    logo: Option<String>,
}

/// Metas that name the site, the surest first.
const METAS: &[(&str, &str)] = &[
    ("og:site_name", "og:site_name"),
    ("dc.publisher", "dc.publisher"),
    ("dcterms.publisher", "dc.publisher"),
    ("citation_publisher", "citation_publisher"),
    ("publisher", "meta:publisher"),
    ("article:publisher_name", "meta:publisher"),
    ("application-name", "meta:application-name"),
    ("apple-mobile-web-app-title", "meta:application-name"),
    ("sitename", "meta:sitename"),
];

/// Metas that only help to know the name again.
const HINTS: &[&str] = &[
    "twitter:app:name:iphone",
    "copyright",
    "twitter:site",
    "cre",
    "al:ios:app_name",
];

impl Site {
    /// Reads the head, microdata, hNews and the page's logo.
    pub(super) fn read(
        page: &Page<'_>,
        meta: &Meta,
        data: Option<&LinkedData>,
        urls: &[&str],
    ) -> Self {
        let mut site = Self::default();
        let offer = |site: &mut Self, name: &str, rule: &'static str| {
            let name = name.trim().trim_start_matches('@');
            if name.is_empty() || name.len() >= 80 || name.contains("://") {
                return;
            }
            site.names.push(name.to_owned());
            if site.publisher.is_none() && !rule.is_empty() {
                site.publisher = Some((name.to_owned(), rule));
            }
        };
        for (at, (name, rule)) in METAS.iter().enumerate() {
            if at == 1
                && let Some(name) = data.and_then(|data| data.publisher.as_deref())
            {
                offer(&mut site, name, "jsonld:publisher");
            }
            if let Some(value) = meta.get(name) {
                offer(&mut site, value, rule);
            }
        }
        if let Some(name) = marked(page) {
            offer(&mut site, &name.0, name.1);
        }
        for name in HINTS {
            if let Some(value) = meta.get(name) {
                offer(&mut site, value, "");
            }
        }
        if let Some(logo) = logo(page) {
            offer(&mut site, &logo, "");
            // The logo's word is taken where the page's title has the name too.
            if meta
                .title
                .as_deref()
                .is_some_and(|title| title.contains(&logo))
            {
                offer(&mut site, &logo, "logo");
            }
            site.logo = Some(logo);
        }
        for name in urls.iter().filter_map(|url| domain_name(url)) {
            offer(&mut site, &name, "");
        }
        site
    }

    /// The publisher; `title` is the headline, which helps to find the name beside it in the page's `<title>`.
    pub(super) fn publisher(
        &self,
        meta: &Meta,
        title: Option<&str>,
    ) -> Option<(String, &'static str)> {
        let logo = || self.logo.clone().map(|logo| (logo, "logo"));
        self.publisher
            .clone()
            .or_else(|| beside(meta, title))
            .or_else(logo)
    }
}

/// The name beside the headline in the page's `<title>`.
fn beside(meta: &Meta, title: Option<&str>) -> Option<(String, &'static str)> {
    let whole = meta.title.as_deref()?;
    let headline = title?;
    for bar in [" | ", " - ", " – ", " — ", " » ", " :: ", " : "] {
        if let Some(at) = whole.rfind(bar) {
            let (head, tail) = (whole[..at].trim(), whole[at + bar.len()..].trim());
            for (one, other) in [(head, tail), (tail, head)] {
                if likeness(one, headline) > 0.8 && (2..50).contains(&other.len()) {
                    return Some((other.to_owned(), "title"));
                }
            }
        }
    }
    None
}

/// The publisher in microdata or hNews.
fn marked(page: &Page<'_>) -> Option<(String, &'static str)> {
    for id in 0..page.len() {
        if page.tag(id) == Tag::Text {
            continue;
        }
        if page
            .attr(id, "itemprop")
            .is_some_and(|value| value == "publisher" || value == "sourceOrganization")
        {
            let name = (id + 1..page.end(id)).take(40).find_map(|inner| {
                (page.attr(inner, "itemprop") == Some("name"))
                    .then(|| {
                        page.attr(inner, "content")
                            .or_else(|| page.attr(inner, "value"))
                            .map_or_else(|| page.text(inner, 200), str::to_owned)
                    })
                    .filter(|name| !name.is_empty())
            });
            if let Some(name) = name {
                return Some((name, "itemprop:publisher"));
            }
        }
        if page.attr(id, "class").is_some_and(|class| {
            class
                .split_ascii_whitespace()
                .any(|one| one == "source-org")
        }) {
            let name = page.text(id, 200);
            if !name.is_empty() {
                return Some((name, "hnews:source-org"));
            }
        }
    }
    None
}

/// The text of the first link to the site's front page, or of an element called its logo.
fn logo(page: &Page<'_>) -> Option<String> {
    (0..page.len()).take(3000).find_map(|id: NodeId| {
        let home = page.tag(id) == Tag::A && page.attr(id, "href").is_some_and(is_home);
        let named = page.tag(id) != Tag::Text
            && page.attr(id, "class").is_some_and(|class| {
                class
                    .split_ascii_whitespace()
                    .any(|one| one.eq_ignore_ascii_case("logo"))
            });
        let letters = page.letters(id);
        if !(home || named) || !(3..45).contains(&letters) {
            return None;
        }
        let text = page.text(id, 120);
        let plain = text.to_lowercase();
        (!matches!(
            plain.as_str(),
            "home" | "start" | "startseite" | "accueil" | "inicio" | "front page" | "homepage"
        ))
        .then_some(text)
    })
}

/// Whether an address is that of a site's front page.
pub(super) fn is_home(href: &str) -> bool {
    let href = href.trim();
    let path = href.split_once("://").map_or(href, |(_, rest)| {
        rest.find('/').map_or("/", |at| &rest[at..])
    });
    matches!(
        path,
        "/" | "./" | "/index.html" | "index.html" | "/home" | "/index.php"
    )
}
