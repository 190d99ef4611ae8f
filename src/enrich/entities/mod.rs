//! Who, what organisation and where: the names in an article.
//!
//! [`tagger`] marks names in running text; [`names`] makes of the marks the people, organisations and places of the article.

mod names;
mod tagger;

use crate::article::{Entities, Mention};
use crate::extract::ExtractedArticle;

/// The names of an article, most often named first, and each of their mentions in its body.
pub(super) fn entities(article: &ExtractedArticle, lang: Option<&str>) -> (Entities, Vec<Mention>) {
    names::resolve(article, &tagger::tag(&article.body, lang))
}
