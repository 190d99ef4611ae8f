//! What the page's head says: `<meta>`, `<link>`, `<html lang>`, `<title>`.

use crate::extract::html::page::{Page, squeeze};
use crate::extract::html::tags::Tag;

/// The head of a page, names in lower case, in order.
#[derive(Debug, Default)]
pub(super) struct Meta {
    entries: Vec<(String, String)>,
    /// The `<title>`.
    pub(super) title: Option<String>,
    /// The canonical address.
    pub(super) canonical: Option<String>,
    /// `lang` of the root element.
    pub(super) lang: Option<String>,
}

/// More metas than this are not read.
const MOST: usize = 2000;

impl Meta {
    /// Reads the head (and the body's metas outside microdata scopes).
    pub(super) fn read(page: &Page<'_>) -> Self {
        let mut meta = Self::default();
        for id in 0..page.len() {
            match page.tag(id) {
                Tag::Meta if meta.entries.len() < MOST => meta.read_meta(page, id),
                Tag::Link
                    if meta.canonical.is_none()
                        && page
                            .attr(id, "rel")
                            .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
                {
                    meta.canonical = page
                        .attr(id, "href")
                        .map(squeeze)
                        .filter(|href| !href.is_empty());
                }
                Tag::Html if meta.lang.is_none() => {
                    meta.lang = page
                        .attr(id, "lang")
                        .or_else(|| page.attr(id, "xml:lang"))
                        .map(squeeze)
                        .filter(|lang| !lang.is_empty());
                }
                Tag::Title if meta.title.is_none() => {
                    meta.title =
                        Some(squeeze(&page.raw_text(id))).filter(|title| !title.is_empty());
                }
                _ => {}
            }
        }
        meta
    }

    fn read_meta(&mut self, page: &Page<'_>, id: usize) {
        let Some(content) = page
            .attr(id, "content")
            .filter(|content| !content.trim().is_empty())
            .or_else(|| page.attr(id, "value"))
        else {
            return;
        };
        let content = squeeze(content);
        if content.is_empty() {
            return;
        }
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            for name in page
                .attr(id, attribute)
                .unwrap_or("")
                .split_ascii_whitespace()
            {
                let prefix = if attribute == "itemprop" {
                    "itemprop:"
                } else {
                    ""
                };
                self.entries.push((
                    format!("{prefix}{}", name.to_ascii_lowercase()),
                    content.clone(),
                ));
            }
        }
    }

    /// The first value of any of the names, in the order of the names, with the name.
    pub(super) fn first<'n>(&self, names: &[&'n str]) -> Option<(&'n str, &str)> {
        names
            .iter()
            .find_map(|name| self.get(name).map(|value| (*name, value)))
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Values of the names that end in `author`, other than the usual ones.
    pub(super) fn other_authors(&self) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .filter(|(name, _)| {
                name.ends_with("author")
                    || name.ends_with("authors")
                    || name.ends_with("author_name")
            })
            .map(|(_, value)| value.as_str())
    }

    /// All values of a name, in order.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        self.entries
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}
