//! Articles from HTML pages.

use crate::article::Issue;
use crate::reader::Stated;

use crate::extract::ExtractedArticle;

/// Extracts an article from a page; `stated` holds what is known of it from outside (address, capture date).
pub(in crate::extract) fn extract(
    _page: &str,
    _stated: &Stated,
    _issues: &mut Vec<Issue>,
) -> ExtractedArticle {
    ExtractedArticle::default()
}
