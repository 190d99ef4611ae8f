//! When it was published and changed: the page's evidence, weighed.
//!
//! Every date that the page gives becomes one of the [`candidates`]: what its data state ([`stated`]), what its elements are marked with
//! ([`marked`]), what its addresses hold ([`address`]), what is printed near the headline ([`printed`]), and where none of
//! these is sure, what its [`scripts`] name. [`weigh`] chooses among them.

mod candidates;
mod stated;
mod marked;
mod address;
mod printed;
mod scripts;
mod weigh;

use crate::article::ArticleDate;
use crate::date::Reading;
use crate::extract::html::layout::Layout;
use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::page::{NodeId, Page};

use candidates::Candidates;

pub(super) use address::order;

/// The two dates of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Dates {
    pub(super) published: Option<ArticleDate>,
    pub(super) updated: Option<ArticleDate>,
}

/// What the dates are looked for in.
pub(super) struct Evidence<'e, 'a> {
    pub(super) page: &'e Page<'a>,
    pub(super) layout: &'e Layout,
    pub(super) meta: &'e Meta,
    pub(super) data: Option<&'e LinkedData>,
    /// The addresses the page is known by.
    pub(super) urls: &'e [&'e str],
    /// The printed headline.
    pub(super) title: Option<NodeId>,
    /// Where the text lies.
    pub(super) roots: &'e [NodeId],
    pub(super) reading: &'e Reading,
}

/// Weighs every date of the page.
pub(super) fn find(evidence: &Evidence<'_, '_>) -> Dates {
    let mut candidates = Candidates::new(evidence.reading);
    // Among equals the first wins.
    stated::collect(evidence, &mut candidates);
    marked::collect(evidence, &mut candidates);
    address::collect(evidence, &mut candidates);
    printed::collect(evidence, &mut candidates);
    scripts::collect(evidence, &mut candidates);
    weigh::decide(&candidates.found)
}
