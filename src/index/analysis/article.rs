//! The terms of an article: title, dek, body and captions in one run of positions.

use crate::article::Article;
use crate::index::analysis::text::{Analyzer, Term, TermKind};
use crate::text::words::{self, Word};

/// The lead takes paragraphs of the body until it has these many words of them.
const LEAD_WORDS: u32 = 60;

/// A part of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The title.
    Title,
    /// The dek.
    Dek,
    /// The body.
    Body,
    /// The text of the caption with this number in [`Article::captions`].
    Caption(u32),
    /// The credit of that caption.
    Credit(u32),
}

/// Where the parts of an article lie among the positions of its text, and its length.
///
/// The title is `0..dek_at`, the dek `dek_at..body_at`, the body `body_at..captions_at`, the captions all from there; an
/// absent part is an empty range. The lead is `0..lead_end`: title, dek and the first paragraphs of the body, as many
/// whole ones as it takes to have 60 words of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Borders {
    /// First position of the dek.
    pub dek_at: u32,
    /// First position of the body.
    pub body_at: u32,
    /// One past the lead.
    pub lead_end: u32,
    /// First position of the captions.
    pub captions_at: u32,
    /// Words in all, twins and markers left out.
    pub length: u32,
    /// Words of the title.
    pub title_length: u32,
}

/// The parts of an article that have text, in the order of their positions.
pub fn zones(article: &Article) -> impl Iterator<Item = (Zone, &str)> {
    let title = article
        .title
        .iter()
        .map(|text| (Zone::Title, text.as_str()));
    let dek = article.dek.iter().map(|text| (Zone::Dek, text.as_str()));
    let body = std::iter::once((Zone::Body, article.body.as_str()));
    let captions = (0_u32..).zip(&article.captions).flat_map(|(n, caption)| {
        let credit = caption.credit.iter();
        std::iter::once((Zone::Caption(n), caption.text.as_str()))
            .chain(credit.map(move |text| (Zone::Credit(n), text.as_str())))
    });
    title.chain(dek).chain(body).chain(captions)
}

/// Hands over the terms of an article as they stand in the field `text`, each with the part it is from; its span is in that
/// part's text as [`zones`] gives it. `analyzer` should be of the article's language.
pub fn article_terms(
    analyzer: &mut Analyzer,
    article: &Article,
    emit: &mut dyn FnMut(Zone, Term<'_>),
) -> Borders {
    let mut borders = Borders::default();
    let mut next = 0_u32;
    let mut reached = Zone::Title;
    let mut lead_words = 0_u32;
    let mut lead_open = true;
    for (zone, text) in zones(article) {
        borders.pass(&mut reached, zone, next);
        let mut words = 0_u32;
        let end = analyzer.terms(text, next, &mut |term| {
            match term.kind {
                TermKind::Exact => {
                    words += 1;
                    if zone == Zone::Body {
                        lead_words += 1;
                    }
                }
                TermKind::Marker
                    if zone == Zone::Body
                        && lead_open
                        && lead_words >= LEAD_WORDS
                        && term.text == crate::index::analysis::PARAGRAPH =>
                {
                    lead_open = false;
                    borders.lead_end = term.position;
                }
                _ => {}
            }
            emit(zone, term);
        });
        borders.length = borders.length.saturating_add(words);
        if zone == Zone::Title {
            borders.title_length = words;
        }
        if end > next {
            next = end.saturating_add(1);
        }
    }
    borders.pass(&mut reached, Zone::Caption(0), next);
    if lead_open {
        borders.lead_end = borders.captions_at;
    }
    borders
}

/// Hands over the words of an article, each with the part it is from and its position: those of [`article_terms`], without
/// their twins. Where `visit` says no, the rest of the part is passed over, and positions beyond it are lost.
pub fn article_words(article: &Article, visit: &mut impl FnMut(Zone, u32, &Word<'_>) -> bool) {
    let mut next = 0_u32;
    for (zone, text) in zones(article) {
        let first = next;
        words::scan_while(text, |word| {
            if word.paragraph && next != first {
                next = next.saturating_add(1);
            }
            let position = next;
            next = next.saturating_add(1);
            visit(zone, position, word)
        });
        if next > first {
            next = next.saturating_add(1);
        }
    }
}

impl Borders {
    /// Notes where the parts between the last one reached and `zone` begin.
    fn pass(&mut self, reached: &mut Zone, zone: Zone, next: u32) {
        if *reached < Zone::Dek && zone >= Zone::Dek {
            self.dek_at = next;
        }
        if *reached < Zone::Body && zone >= Zone::Body {
            self.body_at = next;
        }
        if *reached < Zone::Caption(0) && zone >= Zone::Caption(0) {
            self.captions_at = next;
        }
        *reached = (*reached).max(zone);
    }
}
