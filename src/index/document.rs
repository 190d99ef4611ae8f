//! Article to document and back.

use tantivy::TantivyDocument;
use tantivy::schema::{Field, Value};

use crate::article::{Article, ArticleDate, Entity};
use crate::date::Precision;
use crate::index::analysis::{Analyzer, TermKind, Zone, article_terms};
use crate::index::error::IndexError;
use crate::index::prepared::Prepared;
use crate::index::schema::{ARTICLE, Fields};
use crate::index::stored;

/// Makes documents of articles; keeps buffers and the analyzers of the languages it met last.
pub(crate) struct Documents {
    fields: Fields,
    analyzers: Vec<(Option<String>, Analyzer)>,
    text: Prepared,
    other: Prepared,
    json: Vec<u8>,
}

/// Analyzers kept: archives have few languages, and each holds its stems.
const ANALYZERS: usize = 4;

impl Documents {
    pub(crate) fn new(fields: Fields) -> Self {
        Self {
            fields,
            analyzers: Vec::new(),
            text: Prepared::default(),
            other: Prepared::default(),
            json: Vec::new(),
        }
    }

    /// The document of an article, and the bytes of it that wait for tokenizing.
    pub(crate) fn document(
        &mut self,
        article: &Article,
        sketch: &[u64],
    ) -> Result<(TantivyDocument, usize), IndexError> {
        let f = self.fields;
        self.json.clear();
        stored::write(article, &mut self.json).map_err(|source| IndexError::Article { source })?;
        let at = self.analyzer(article.lang.as_deref());
        let Self {
            analyzers,
            text,
            other,
            json,
            ..
        } = self;
        let analyzer = &mut analyzers[at].1;

        text.clear();
        other.clear();
        let borders = article_terms(analyzer, article, &mut |zone, term| {
            text.push(term.text, term.position);
            if zone == Zone::Title {
                other.push(term.text, term.position);
            }
        });
        let mut doc = TantivyDocument::with_capacity(json.len() + text.as_str().len() + 1024);
        let mut waiting = 0;
        doc.add_text(f.kind, ARTICLE);
        add_prepared(&mut doc, f.text, text, &mut waiting);
        add_prepared(&mut doc, f.title, other, &mut waiting);
        for (field, names) in [
            (f.byline, one(article.byline.as_ref())),
            (f.publisher, one(article.publisher.as_ref())),
            (f.section, one(article.section.as_ref())),
            (f.person, names(&article.entities.people)),
            (f.org, names(&article.entities.orgs)),
            (f.place, names(&article.entities.places)),
        ] {
            other.clear();
            let mut next = 0_u32;
            for name in names {
                let end = analyzer.terms(name, next, &mut |term| {
                    if !matches!(term.kind, TermKind::Marker | TermKind::Pair) {
                        other.push(term.text, term.position);
                    }
                });
                next = end.saturating_add(1);
            }
            add_prepared(&mut doc, field, other, &mut waiting);
        }

        doc.add_text(f.id, &article.id);
        doc.add_text(f.path, &article.path);
        for (field, value) in [
            (f.own_id, &article.own_id),
            (f.lang, &article.lang),
            (f.publisher_raw, &article.publisher),
            (f.section_raw, &article.section),
            (f.agency_raw, &article.agency),
        ] {
            if let Some(value) = value {
                doc.add_text(field, value);
            }
        }
        for author in &article.authors {
            doc.add_text(f.byline_raw, author);
        }
        for (field, entities) in [
            (f.person_raw, &article.entities.people),
            (f.org_raw, &article.entities.orgs),
            (f.place_raw, &article.entities.places),
        ] {
            for entity in entities {
                doc.add_text(field, &entity.name);
            }
        }
        for entity in article.entities.orgs.iter().chain(&article.entities.places) {
            for form in &entity.forms {
                doc.add_text(f.alias_raw, alias(form, &entity.name));
            }
        }

        let date = article.published.as_ref().or(article.updated.as_ref());
        for (first, last, date) in [
            (f.date, f.date_last, date),
            (f.published, f.published_last, article.published.as_ref()),
            (f.updated, f.updated_last, article.updated.as_ref()),
            (f.captured, f.captured_last, article.captured.as_ref()),
        ] {
            add_date(&mut doc, first, last, date);
        }
        if let Some(date) = date {
            doc.add_u64(f.date_precision, precision(date.precision()));
        }
        for (field, number) in [
            (f.words, article.words),
            (f.length, borders.length),
            (f.title_length, borders.title_length),
            (f.dek_at, borders.dek_at),
            (f.body_at, borders.body_at),
            (f.lead_end, borders.lead_end),
            (f.captions_at, borders.captions_at),
        ] {
            doc.add_u64(field, u64::from(number));
        }
        for number in sketch {
            doc.add_u64(f.sketch, *number);
        }
        // serde writes UTF-8 always, so nothing is copied or lost.
        doc.add_text(f.article, String::from_utf8_lossy(json));
        Ok((doc, waiting))
    }

    fn analyzer(&mut self, lang: Option<&str>) -> usize {
        if let Some(at) = self
            .analyzers
            .iter()
            .position(|(known, _)| known.as_deref() == lang)
        {
            return at;
        }
        if self.analyzers.len() == ANALYZERS {
            self.analyzers.remove(0);
        }
        self.analyzers
            .push((lang.map(str::to_owned), Analyzer::new(lang)));
        self.analyzers.len() - 1
    }
}

/// The article that a document stores.
pub(crate) fn article_of(fields: &Fields, doc: &TantivyDocument) -> Result<Article, IndexError> {
    let json = doc
        .get_first(fields.article)
        .and_then(|value| value.as_str())
        .unwrap_or("");
    stored::read(json).map_err(|source| IndexError::Article { source })
}

fn add_prepared(doc: &mut TantivyDocument, field: Field, tokens: &Prepared, waiting: &mut usize) {
    let text = tokens.as_str();
    if !text.is_empty() {
        *waiting += text.len();
        doc.add_text(field, text);
    }
}

fn one(text: Option<&String>) -> Vec<&str> {
    text.into_iter().map(String::as_str).collect()
}

/// Names and their other forms, so that an article is found by either.
fn names(entities: &[Entity]) -> Vec<&str> {
    let each = entities.iter().flat_map(|entity| {
        let forms = entity.forms.iter().map(String::as_str);
        std::iter::once(entity.name.as_str()).chain(forms)
    });
    each.collect()
}

/// Parts a name's other form from the name.
const ALIAS: char = '\t';

/// How the column of other names says that `form` stands for `name`.
fn alias(form: &str, name: &str) -> String {
    format!("{form}{ALIAS}{name}")
}

/// What [`alias`] wrote: the form and the name.
pub(crate) fn alias_of(value: &str) -> Option<(&str, &str)> {
    value.split_once(ALIAS)
}

fn add_date(doc: &mut TantivyDocument, first: Field, last: Field, date: Option<&ArticleDate>) {
    if let Some(date) = date {
        let period = date.date.period();
        doc.add_i64(first, period.first);
        doc.add_i64(last, period.last);
    }
}

fn precision(precision: Precision) -> u64 {
    match precision {
        Precision::Year => 0,
        Precision::Month => 1,
        Precision::Day => 2,
        Precision::Minute => 3,
        Precision::Second => 4,
    }
}
