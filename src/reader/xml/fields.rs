//! What is read out of a tree, and from which element.

use crate::article::Caption;
use crate::reader::json::language;
use crate::reader::xml::tree::Element;
use crate::reader::{ReadError, Stated};

/// Captions that are kept of one article.
const MAX_CAPTIONS: usize = 200;

/// Fields of an article, each written once.
pub(super) struct Fields {
    format: &'static str,
    stated: Stated,
}

impl Fields {
    /// Of a format, by the name that rules call it.
    pub(super) fn of(format: &'static str) -> Self {
        Self {
            format,
            stated: Stated::default(),
        }
    }

    /// Writes a field that is still empty.
    pub(super) fn set(&mut self, field: &'static str, value: Option<String>, rule: &str) {
        let Some(value) = value.filter(|value| !value.trim().is_empty()) else {
            return;
        };
        let stated = &mut self.stated;
        let slot = match field {
            "own_id" => &mut stated.own_id,
            "url" => &mut stated.url,
            "title" => &mut stated.title,
            "dek" => &mut stated.dek,
            "byline" => &mut stated.byline,
            "agency" => &mut stated.agency,
            "publisher" => &mut stated.publisher,
            "section" => &mut stated.section,
            "dateline" => &mut stated.dateline,
            "lang" => &mut stated.lang,
            "published" => &mut stated.published,
            "updated" => &mut stated.updated,
            "body" => &mut stated.body,
            _ => return,
        };
        if slot.is_some() {
            return;
        }
        let value = match field {
            "lang" => language(&value),
            "body" => Some(value),
            _ => Some(value.trim().to_owned()),
        };
        if value.is_some() {
            *slot = value;
            stated
                .rules
                .insert(field, format!("{}:{rule}", self.format));
        }
    }

    /// Writes a field from the line of an element.
    pub(super) fn line(&mut self, field: &'static str, element: Option<&Element>) {
        if let Some(element) = element {
            self.set(field, element.line(), &element.name);
        }
    }

    /// Writes the authors, where there are none yet.
    pub(super) fn authors(&mut self, names: Vec<String>, rule: &str) {
        let names: Vec<String> = names
            .into_iter()
            .filter(|name| !name.trim().is_empty())
            .collect();
        if self.stated.authors.is_empty() && !names.is_empty() {
            self.stated.authors = names;
            self.stated
                .rules
                .insert("authors", format!("{}:{rule}", self.format));
        }
    }

    /// Adds a text of a picture.
    pub(super) fn caption(&mut self, text: Option<String>, credit: Option<String>, rule: &str) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return;
        };
        let known = &self.stated.captions;
        if known.len() >= MAX_CAPTIONS || known.iter().any(|known| known.text == text) {
            return;
        }
        self.stated.captions.push(Caption { text, credit });
        self.stated
            .rules
            .entry("captions")
            .or_insert_with(|| format!("{}:{rule}", self.format));
    }

    /// Whether a field holds something.
    pub(super) fn has_body(&self) -> bool {
        self.stated.body.is_some()
    }

    /// The fields, where they make an article: the body begins with its dateline.
    pub(super) fn finish(mut self) -> Result<Stated, ReadError> {
        let stated = &mut self.stated;
        let beside = stated.published.is_some() || stated.url.is_some() || stated.own_id.is_some();
        if stated.body.is_none() && !(stated.title.is_some() && beside) {
            return Err(ReadError::Foreign("an entry without a text".to_owned()));
        }
        if stated.updated == stated.published && stated.updated.is_some() {
            stated.updated = None;
            stated.rules.remove("updated");
        }
        if let (Some(dateline), Some(body)) = (&stated.dateline, &mut stated.body) {
            let place = dateline.trim_end_matches(['-', '–', '—', ' ', ':', '.']);
            if !body.trim_start().starts_with(place) {
                let sign = if place == dateline { " — " } else { " " };
                *body = format!("{dateline}{sign}{}", body.trim_start());
            }
        }
        Ok(self.stated)
    }
}
