//! From marks in the text to the people, organisations and places of the article.

use super::tagger::Tagged;
use crate::article::{Entities, Mention};
use crate::extract::ExtractedArticle;

/// The names of the article, most often named first, and their mentions.
pub(super) fn resolve(_article: &ExtractedArticle, _tagged: &[Tagged]) -> (Entities, Vec<Mention>) {
    (Entities::default(), Vec::new())
}
