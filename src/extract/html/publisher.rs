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
    /// The names in the page's addresses.
    hosts: Vec<String>,
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
            if name.len() >= 80 || name.contains("://") || !name.contains(char::is_alphanumeric) {
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
            site.hosts.push(name);
        }
        site
    }

    /// The publisher; `title` is the headline, which helps to find the name beside it in the page's `<title>`.
    pub(super) fn publisher(
        &self,
        meta: &Meta,
        title: Option<&str>,
    ) -> Option<(String, &'static str)> {
        let hosts = || self.hosts.iter().map(String::as_str);
        self.publisher
            .clone()
            .map(|(name, by)| (without_slogan(&name, hosts()), by))
            .or_else(|| beside(meta, title, hosts()))
            .or_else(|| {
                let logo = self.logo.clone()?;
                hosts()
                    .any(|host| is_of(&logo, host))
                    .then_some((logo, "logo"))
            })
    }
}

/// Whether a name and the name in an address are one: `The Quay Gazette` and `quaygazette`.
fn is_of(name: &str, host: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let (name, host) = (plain(name), plain(host));
    name.len() > 2
        && (name.contains(&host) && host.len() > 1
            || host.contains(name.strip_prefix("the").unwrap_or(&name)))
}

/// The parts of a title or a name that bars divide.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['|', '»', '·', '–', '—', '｜', 'ㅣ', '~'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split("::"))
        .flat_map(|part| part.split(" @ "))
        .flat_map(|part| part.split(" : "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The part of the name that is the address's own, where a slogan or an address stands beside it.
fn without_slogan<'h>(name: &str, mut hosts: impl Iterator<Item = &'h str>) -> String {
    let own = |host: &str| {
        parts(name)
            .find(|part| is_of(part, host) && !part.contains('.'))
            .map(str::to_owned)
    };
    if parts(name).count() < 2 {
        return name.to_owned();
    }
    hosts.find_map(own).unwrap_or_else(|| name.to_owned())
}

/// The name beside the headline in the page's `<title>`: the address's own, else the last that is no path of sections.
fn beside<'h>(
    meta: &Meta,
    title: Option<&str>,
    mut hosts: impl Iterator<Item = &'h str>,
) -> Option<(String, &'static str)> {
    let whole = meta.title.as_deref()?;
    let headline = title?;
    if whole.len() > 600 {
        return None;
    }
    let others: Vec<&str> = parts(whole)
        .filter(|part| {
            (2..50).contains(&part.len())
                && !part.contains('>')
                && !headline.contains(part)
                && likeness(part, headline) < 0.6
        })
        .collect();
    let own = hosts.find_map(|host| others.iter().find(|part| is_of(part, host)));
    let has_headline =
        parts(whole).any(|part| headline.contains(part) || likeness(part, headline) > 0.6);
    own.or(others.last().filter(|_| has_headline))
        .map(|name| ((*name).to_owned(), "title"))
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
        // The headline may stand in it too, for machines to read; then the name is a link.
        let link = (id + 1..page.end(id))
            .take(20)
            .find(|inner| page.tag(*inner) == Tag::A && page.letters(*inner) > 2);
        let text = page.text(link.unwrap_or(id), 120);
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
