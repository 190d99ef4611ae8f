//! The body: blocks of the container, less what only stands among them.
//!
//! A block is dropped for what it is beside the text: what stands [`above`] it, other [`stories`], [`lines`] that are no prose or
//! only say [`when`], [`repeats`] of what is there already, and loose [`ends`].

mod above;
mod stories;
mod lines;
#[rustfmt::skip]
mod when;
mod repeats;
mod ends;

pub(super) use when::is_all as is_when;

use crate::article::Caption;
use crate::extract::html::blocks::{Block, Kind};
use crate::extract::html::page::NodeId;
use crate::extract::html::shingles::Shingles;

/// What is known of the article when its body is put together.
#[derive(Debug, Default)]
pub(super) struct Known<'k> {
    pub(super) title: Option<&'k str>,
    /// Where the headline is printed.
    pub(super) title_node: Option<NodeId>,
    pub(super) dek: Option<&'k str>,
    pub(super) byline: Option<&'k str>,
    pub(super) authors: &'k [String],
    pub(super) captions: &'k [String],
    /// What stands for pictures that aren't shown.
    pub(super) alts: &'k [String],
    /// The text as the page's data gives it.
    pub(super) stated: Option<&'k str>,
}

/// The body and what was set apart from it.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<String>,
    pub(super) subheads: Vec<String>,
    pub(super) corrections: Vec<String>,
    /// Captions that stood among the paragraphs.
    pub(super) captions: Vec<Caption>,
    /// Quotations that only repeat the text.
    pub(super) pull_quotes: Vec<String>,
}

/// Filters the blocks and joins what is left.
pub(super) fn assemble(mut blocks: Vec<Block>, known: &Known<'_>) -> Body {
    let mut body = Body::default();
    let mut keep = vec![true; blocks.len()];
    above::drop_before_title(&blocks, &mut keep, known);
    stories::drop_links(&blocks, &mut keep);
    lines::drop_phrases(&blocks, &mut keep, &mut body);
    above::drop_top(&blocks, &mut keep, known);
    drop_unstated(&blocks, &mut keep, known);
    lines::drop_lines(&blocks, &mut keep, known);
    above::drop_head_lines(&blocks, &mut keep);
    lines::drop_captions(&blocks, &mut keep);
    lines::drop_credited(&blocks, &mut keep, &mut body);
    stories::drop_teasers(&blocks, &mut keep);
    repeats::drop_pull_quotes(&blocks, &mut keep, &mut body);
    stories::drop_tail(&blocks, &mut keep);
    stories::drop_after_comments(&blocks, &mut keep);
    lines::drop_author_notes(&blocks, &mut keep, known);
    repeats::drop_refrains(&blocks, &mut keep);
    ends::drop_loose_ends(&blocks, &mut keep);
    repeats::drop_repeats(&blocks, &mut keep, known);
    drop_idle_subheads(&blocks, &mut keep);
    for (block, keep) in blocks.iter_mut().zip(&keep) {
        if !keep {
            continue;
        }
        if block.kind == Kind::Subhead {
            body.subheads.push(block.text.clone());
        }
        body.paragraphs.push(std::mem::take(&mut block.text));
    }
    body
}

/// Where the page's data gives the text, paragraphs that it lacks are not of the article.
fn drop_unstated(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let Some(stated) = known.stated else { return };
    let shingles = Shingles::of(stated);
    let shares: Vec<Option<f32>> = blocks
        .iter()
        .map(|block| shingles.share(&block.text))
        .collect();
    let (mut all, mut here) = (0.0, 0.0);
    for ((block, share), keep) in blocks.iter().zip(&shares).zip(keep.iter()) {
        if let (Some(share), true) = (share, *keep) {
            all += block.letters as f32;
            here += share * block.letters as f32;
        }
    }
    // Data that holds less than the most of the page's text is a summary or a beginning.
    if all < 300.0 || here < all * 0.7 {
        return;
    }
    // Some data leaves lists out altogether.
    let has_items = blocks
        .iter()
        .zip(&shares)
        .any(|(block, share)| block.kind == Kind::Item && share.is_some_and(|share| share > 0.7));
    for ((block, share), keep) in blocks.iter().zip(&shares).zip(keep.iter_mut()) {
        let judged = block.kind == Kind::Paragraph || block.kind == Kind::Item && has_items;
        if judged && share.is_some_and(|share| share < 0.3) {
            *keep = false;
        }
    }
}

/// Subheads under which nothing is left.
fn drop_idle_subheads(blocks: &[Block], keep: &mut [bool]) {
    let mut follows = false;
    for at in (0..blocks.len()).rev() {
        if blocks[at].kind == Kind::Subhead {
            if keep[at] && !follows {
                keep[at] = false;
            }
        } else if keep[at] {
            follows = true;
        }
    }
}
