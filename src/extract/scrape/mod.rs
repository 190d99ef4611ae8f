//! Articles from scraped and plain text.

mod repair;
mod labels;
mod shape;
mod front;
mod block;
mod prose;
mod features;
#[rustfmt::skip]
mod weights;
mod segment;
#[cfg(test)]
mod train;

use crate::article::Issue;
use crate::reader::Stated;

use crate::extract::ExtractedArticle;

/// Extracts an article from text; `stated` holds what is known of it from outside (address, capture date).
pub(super) fn extract(_text: &str, _stated: &Stated, _issues: &mut Vec<Issue>) -> ExtractedArticle {
    let _ = (repair::repair, shape::recognise, front::take, block::blocks, segment::cut);
    ExtractedArticle::default()
}
