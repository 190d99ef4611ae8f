//! What is printed a second time: quotations set apart, captions, paragraphs, and lines that come again and again.

use std::collections::{HashMap, HashSet};

use crate::extract::html::blocks::{Block, Kind};
use crate::extract::html::body::{Body, Known};
use crate::extract::html::page::weight;

/// Quotations that stand in the text as well.
pub(super) fn drop_pull_quotes(blocks: &[Block], keep: &mut [bool], body: &mut Body) {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let quotes: Vec<usize> = (0..blocks.len())
        .filter(|at| keep[*at] && blocks[*at].quote && blocks[*at].letters < 300)
        .take(12)
        .collect();
    if quotes.is_empty() {
        return;
    }
    for at in quotes {
        let quote = plain(&blocks[at].text);
        let repeats = quote.len() > 20
            && blocks.iter().enumerate().any(|(other, block)| {
                other != at && keep[other] && !block.quote && plain(&block.text).contains(&quote)
            });
        if repeats {
            keep[at] = false;
            body.pull_quotes.push(blocks[at].text.clone());
        }
    }
}

/// Captions and paragraphs printed a second time.
pub(super) fn drop_repeats(blocks: &[Block], keep: &mut [bool], known: &Known<'_>) {
    let mut before = HashSet::new();
    let captions: HashSet<&str> = known.captions.iter().map(String::as_str).collect();
    let alts: HashSet<&str> = known.alts.iter().map(String::as_str).collect();
    for (block, keep) in blocks.iter().zip(keep.iter_mut()) {
        if !*keep || block.kind == Kind::Row {
            continue;
        }
        if captions.contains(block.text.as_str()) || alts.contains(block.text.as_str()) {
            *keep = false;
        }
        if block.letters > 60 && !before.insert(block.text.as_str()) {
            *keep = false;
        }
    }
}

/// Lines of fewer letters come again this often before they are a refrain.
const SHORT: u32 = 18;
const OFTEN: u32 = 6;

/// Whether a short line is the page's, not a speaker's: words, the second of them in small letters.
fn is_label(text: &str) -> bool {
    let mut words = text.split(' ');
    let capital = words
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase));
    let small = words
        .next()
        .is_some_and(|word| word.starts_with(char::is_lowercase));
    capital && small && !text.ends_with([':', '.', '?', '!'])
}

/// Lines that come again and again, and those that open with the same words before a bar.
pub(super) fn drop_refrains(blocks: &[Block], keep: &mut [bool]) {
    // Names come again in lists of winners, and of who speaks; a whole line does not.
    let refrain =
        |block: &Block| (8..140).contains(&block.letters) && block.kind == Kind::Paragraph;
    let opening = |text: &str| text.split_once('|').map(|(before, _)| before.trim().len());
    let mut times: HashMap<&str, u32> = HashMap::new();
    let candidates = || {
        blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| refrain(block))
    };
    for (at, block) in candidates() {
        if keep[at] {
            *times.entry(block.text.as_str()).or_default() += 1;
            if let Some(end) = opening(&block.text).filter(|end| (4..60).contains(end)) {
                *times.entry(&block.text[..end]).or_default() += 1;
            }
        }
    }
    let at_least = |text: &str, least: u32| times.get(text).is_some_and(|count| *count >= least);
    let often = |text: &str| {
        at_least(text, OFTEN) && is_label(text) || weight(text) >= SHORT && at_least(text, 3)
    };
    for (at, block) in candidates() {
        let opens = opening(&block.text).is_some_and(|end| at_least(&block.text[..end], 3));
        if often(&block.text) || opens {
            keep[at] = false;
        }
    }
}
