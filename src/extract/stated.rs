//! What a format states is kept, above anything extracted.

use crate::article::Issue;
use crate::reader::Stated;

use crate::extract::ExtractedArticle;

/// Writes the stated fields over the extracted ones.
pub(in crate::extract) fn keep(
    _stated: &Stated,
    _article: &mut ExtractedArticle,
    _issues: &mut Vec<Issue>,
) {
}
