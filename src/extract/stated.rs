//! What a format states is kept, above anything extracted.

use crate::article::{ArticleDate, Issue, Rival};
use crate::date::{self, Date, Reading};
use crate::extract::ExtractedArticle;
use crate::extract::paragraphs::paragraphs;
use crate::extract::{byline, dateline};
use crate::reader::Stated;

#[cfg(test)]
mod tests;

/// The rule of what was stated from outside, as by a flag or an archive.
const GIVEN: &str = "given";
/// Entries of a list of authors that are looked at.
const MAX_AUTHORS: usize = 100;
/// Characters of an unreadable date that its issue repeats.
const MAX_SHOWN: usize = 40;

/// Writes the stated fields over the extracted ones.
pub(super) fn keep(stated: &Stated, article: &mut ExtractedArticle, issues: &mut Vec<Issue>) {
    let mut keeper = Keeper {
        stated,
        article,
        issues,
    };
    keeper.body();
    keeper.texts();
    keeper.people();
    keeper.dates();
}

struct Keeper<'k> {
    stated: &'k Stated,
    article: &'k mut ExtractedArticle,
    issues: &'k mut Vec<Issue>,
}

impl Keeper<'_> {
    fn body(&mut self) {
        let Some(body) = &self.stated.body else {
            return;
        };
        self.article.body = paragraphs(body);
        self.rule("body");
        let opening = self.article.body.split("\n\n").next().unwrap_or("");
        if let Some(found) = dateline::parse(opening) {
            self.article.dateline = Some(found.text);
            self.article
                .rules
                .insert("dateline".to_owned(), "dateline".to_owned());
            if let Some(agency) = found.agency {
                self.article.agency = Some(agency);
                self.article
                    .rules
                    .insert("agency".to_owned(), "dateline".to_owned());
            }
        }
    }

    fn texts(&mut self) {
        let stated = self.stated;
        // A summary that only repeats how the body begins would count these words twice.
        let dek = stated
            .dek
            .as_ref()
            .filter(|dek| !opens(&self.article.body, dek) && Some(*dek) != stated.title.as_ref());
        if !stated.captions.is_empty() {
            self.article.captions.clone_from(&stated.captions);
            self.article
                .rules
                .insert("captions".to_owned(), rule(stated, "captions"));
        }
        for (field, from, to) in [
            (
                "dateline",
                stated.dateline.as_ref(),
                &mut self.article.dateline,
            ),
            ("own_id", stated.own_id.as_ref(), &mut self.article.own_id),
            ("url", stated.url.as_ref(), &mut self.article.url),
            ("title", stated.title.as_ref(), &mut self.article.title),
            ("dek", dek, &mut self.article.dek),
            ("agency", stated.agency.as_ref(), &mut self.article.agency),
            (
                "publisher",
                stated.publisher.as_ref(),
                &mut self.article.publisher,
            ),
            (
                "section",
                stated.section.as_ref(),
                &mut self.article.section,
            ),
            ("lang", stated.lang.as_ref(), &mut self.article.lang),
        ] {
            if let Some(text) = from {
                *to = Some(text.clone());
                let rule = rule(stated, field);
                self.article.rules.insert(field.to_owned(), rule);
            }
        }
    }

    fn people(&mut self) {
        let stated = self.stated;
        let listed = stated.authors.len() > 1;
        let line = match (&stated.byline, stated.authors.is_empty()) {
            (Some(line), _) => line.clone(),
            (None, false) => stated.authors[..stated.authors.len().min(MAX_AUTHORS)].join(", "),
            (None, true) => return,
        };
        let mut authors: Vec<String> = Vec::new();
        let mut agency = None;
        let entries: &[String] = if stated.authors.is_empty() {
            std::slice::from_ref(&line)
        } else {
            &stated.authors
        };
        for entry in entries.iter().take(MAX_AUTHORS) {
            let read = byline::parse(entry);
            // An entry of a list is one author, whatever it looks like, but not an agency.
            if listed && read.authors.is_empty() && read.agency.is_none() {
                authors.push(entry.clone());
            }
            authors.extend(read.authors);
            agency = agency.or(read.agency);
        }
        let mut known = Vec::with_capacity(authors.len());
        for author in authors {
            if !known.contains(&author) {
                known.push(author);
            }
        }
        let field = if stated.byline.is_some() {
            "byline"
        } else {
            "authors"
        };
        let rule = rule(stated, field);
        self.article.byline = Some(line);
        self.article.rules.insert("byline".to_owned(), rule.clone());
        self.article.authors = known;
        self.article
            .rules
            .insert("authors".to_owned(), rule.clone());
        if agency.is_some() && stated.agency.is_none() {
            self.article.agency = agency;
            self.article.rules.insert("agency".to_owned(), rule);
        }
    }

    fn dates(&mut self) {
        let stated = self.stated;
        if let Some(date) = self.date("captured", stated.captured.as_deref(), None) {
            self.article.captured = Some(date);
        }
        let captured = self
            .article
            .captured
            .as_ref()
            .map(|found| found.date.clone());
        if let Some(mut date) =
            self.date("published", stated.published.as_deref(), captured.clone())
        {
            outdo(self.article.published.take(), &mut date);
            self.article.published = Some(date);
        }
        if let Some(mut date) = self.date("updated", stated.updated.as_deref(), captured) {
            outdo(self.article.updated.take(), &mut date);
            self.article.updated = Some(date);
        }
    }

    /// Reads a stated date; one that cannot be read is an issue.
    fn date(
        &mut self,
        field: &'static str,
        text: Option<&str>,
        reference: Option<Date>,
    ) -> Option<ArticleDate> {
        let text = text?;
        let reading = Reading {
            reference,
            ..Reading::default()
        };
        let Some(date) = date::parse(text, &reading) else {
            let shown: String = text.chars().take(MAX_SHOWN).collect();
            self.issues
                .push(format!("unreadable {field} date `{shown}`"));
            return None;
        };
        self.rule(field);
        Some(ArticleDate::new(date, rule(self.stated, field)))
    }

    fn rule(&mut self, field: &'static str) {
        let rule = rule(self.stated, field);
        self.article.rules.insert(field.to_owned(), rule);
    }
}

fn rule(stated: &Stated, field: &str) -> String {
    stated
        .rules
        .get(field)
        .cloned()
        .unwrap_or_else(|| GIVEN.to_owned())
}

/// Notes the date that was extracted where it is on another day than the one stated.
fn outdo(extracted: Option<ArticleDate>, stated: &mut ArticleDate) {
    let Some(extracted) = extracted else {
        return;
    };
    let day = |date: &Date| date.value().chars().take(10).collect::<String>();
    if day(&extracted.date) != day(&stated.date) {
        stated.rivals.push(Rival {
            value: extracted.date.value(),
            rule: extracted.rule,
        });
    }
}

/// Whether a body begins with a text, which may be cut with an ellipsis.
fn opens(body: &str, dek: &str) -> bool {
    let dek = dek.trim_end_matches(['.', '…', ' ', ']', '[']);
    let mut words = body.split_whitespace();
    !dek.is_empty()
        && dek.split_whitespace().all(|word| {
            words.next().is_some_and(|other| {
                other.trim_end_matches(['.', ',']) == word.trim_end_matches(['.', ','])
            })
        })
}
