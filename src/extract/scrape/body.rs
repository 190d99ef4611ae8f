//! From the lines of a body to its paragraphs: captions, pull quotes, repeats and promotions taken out, subheads noted.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::article::Caption;
use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::caption;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::Traits;
use crate::extract::scrape::prose::measure;

/// The body and what stood in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<String>,
    pub(super) subheads: Vec<String>,
    pub(super) captions: Vec<Caption>,
    pub(super) pull_quotes: Vec<String>,
    pub(super) corrections: Vec<String>,
}

/// Captions, each noted once however often it is printed.
#[derive(Default)]
struct Noted {
    captions: Vec<Caption>,
    /// Where each stands, by its text folded.
    known: HashMap<String, usize>,
}

impl Noted {
    /// No page has more captions than this; further ones are dropped.
    const MOST: usize = 500;

    /// Notes a caption; a credit that the same text lacked so far is added.
    fn note(&mut self, caption: Caption) {
        let next = self.captions.len();
        match self.known.entry(fold(&caption.text)) {
            Entry::Occupied(known) => {
                let known = &mut self.captions[*known.get()];
                known.credit = known.credit.take().or(caption.credit);
            }
            Entry::Vacant(new) if next < Self::MOST => {
                new.insert(next);
                self.captions.push(caption);
            }
            Entry::Vacant(_) => {}
        }
    }

    /// Takes captions out of a line: what follows them is returned.
    fn take_from(&mut self, text: &str) -> Option<String> {
        if text.len() > 4000 {
            return None;
        }
        let (found, rest) = caption::read(text)?;
        for caption in found {
            self.note(caption);
        }
        Some(rest)
    }
}

/// Lower case, letters and digits only: what makes two printings of a sentence one.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The captions of a page: lines with glued credits, lines before a credit of their own.
pub(super) fn page_captions(
    blocks: &[Block],
    traits: &[Traits],
    from: usize,
    to: usize,
    taken: &mut [bool],
) -> (Vec<Caption>, HashMap<usize, String>) {
    let mut noted = Noted::default();
    let mut rests = HashMap::new();
    for at in from..to.min(blocks.len()) {
        let text = blocks[at].text.as_str();
        if traits[at].credit {
            let credit = caption::credit_line(text);
            taken[at] = true;
            // The line before a credit is its caption where it stands apart from the prose or is printed twice.
            if at > from && !taken[at - 1] {
                let before = &traits[at - 1];
                let doubled =
                    before.copies >= 2 || (!before.prose.ended && before.prose.length < 220.0);
                if doubled && before.boilerplate.is_none() && !before.date && !before.byline {
                    taken[at - 1] = true;
                    noted.note(Caption {
                        text: blocks[at - 1].text.clone(),
                        credit,
                    });
                }
            }
        } else if traits[at].caption
            && !(traits[at].prose.ended && traits[at].prose.inner >= 2.0 && !text.ends_with(')'))
            && let Some(rest) = noted.take_from(text)
        {
            taken[at] = true;
            if measure(&rest).score > 0.3 {
                rests.insert(at, rest);
            }
        }
    }
    // A caption printed again without its credit.
    for at in from..to.min(blocks.len()) {
        if !taken[at] && blocks[at].text.len() <= 700 {
            let key = fold(&blocks[at].text);
            taken[at] = key.len() >= 8 && noted.known.contains_key(&key);
        }
    }
    (noted.captions, rests)
}

/// A line of the body on its way to a paragraph.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bullet: bool,
}

/// Drops what repeats the title or dek, pull quotes with their speakers, and pointers to other stories.
pub(super) fn assemble(pieces: Vec<Piece>, apart: &[&str], quotes: bool) -> Body {
    let mut body = Body::default();
    let apart: HashSet<String> = apart
        .iter()
        .map(|text| fold(text))
        .filter(|key| !key.is_empty())
        .collect();
    let folded: Vec<String> = pieces.iter().map(|piece| fold(&piece.text)).collect();
    let repeats = if quotes {
        repeated(&folded)
    } else {
        vec![false; pieces.len()]
    };
    let mut seen: HashSet<&str> = HashSet::new();
    let mut dropped = vec![false; pieces.len()];
    for (at, piece) in pieces.iter().enumerate() {
        let key = folded[at].as_str();
        let twice = key.chars().count() >= 24 && quotes && !seen.insert(key);
        if apart.contains(key) && at < 6 || twice {
            dropped[at] = true;
        } else if at > 0
            && dropped[at - 1]
            && repeats[at - 1]
            && !repeats_before(&repeats, at)
            && is_speaker(&piece.text)
        {
            // Who is quoted stands below the display quote.
            dropped[at] = true;
        } else if repeats[at] {
            dropped[at] = true;
            body.pull_quotes.push(piece.text.clone());
        } else if is_correction(&piece.text) {
            dropped[at] = true;
            body.corrections.push(piece.text.clone());
        } else if quotes && is_pointer(&piece.text) {
            dropped[at] = true;
        }
    }
    let kept: Vec<&Piece> = pieces
        .iter()
        .zip(&dropped)
        .filter(|(_, dropped)| !**dropped)
        .map(|(piece, _)| piece)
        .collect();
    for (at, piece) in kept.iter().enumerate() {
        if at > 0 && is_subhead(piece, kept.get(at + 1).copied()) {
            body.subheads.push(piece.text.clone());
        }
        body.paragraphs.push(piece.text.clone());
    }
    body
}

/// Whether a piece is a head of what follows: short, open, with a longer sentence below it.
fn is_subhead(piece: &Piece, next: Option<&Piece>) -> bool {
    // No hundred characters take more bytes: longer lines need not be counted.
    const LONGEST: usize = 400;
    let text = piece.text.as_str();
    if piece.bullet
        || text.len() > LONGEST
        || text.ends_with([':', ',', ';'])
        || text.starts_with(char::is_lowercase)
    {
        return false;
    }
    let line = measure(text);
    let open = !line.ended || text.ends_with('?');
    let quoted = text.starts_with(['"', '“', '«', '„']) && line.ended;
    let short = line.length <= 100.0 && line.words <= 16.0 && open && !quoted;
    short
        && next.is_some_and(|next| {
            // A word that a link parted from its sentence heads nothing.
            if next.text.starts_with(char::is_lowercase) {
                return false;
            }
            let next = measure(&next.text);
            next.ended && next.length > line.length && next.length > 60.0
        })
}

/// Whether the two lines before are both repeats: then the one before was the speaker already.
fn repeats_before(repeats: &[bool], at: usize) -> bool {
    at > 1 && repeats[at - 1] && repeats[at - 2]
}

/// Which lines repeat a stretch of a longer line near them: quotations set apart for display.
fn repeated(folded: &[String]) -> Vec<bool> {
    const NEAR: usize = 12;
    // A long line holds no display quote worth the search, and a search costs its length.
    const LONG: usize = 6000;
    let mut repeats = vec![false; folded.len()];
    for at in 0..folded.len() {
        let length = folded[at].chars().count();
        if !(18..=400).contains(&length) {
            continue;
        }
        let from = at.saturating_sub(NEAR);
        let to = (at + NEAR + 1).min(folded.len());
        // A quotation before the paragraph that holds it may be its subhead.
        repeats[at] = (from..to).any(|other| {
            let may = other < at || (other > at && length > 110);
            may && folded[other].len() > folded[at].len()
                && folded[other].len() <= LONG
                && folded[other].contains(folded[at].as_str())
        });
    }
    repeats
}

/// Whether the line is the name of who is quoted, as it stands below a display quote.
fn is_speaker(text: &str) -> bool {
    let line = measure(text);
    !line.ended && line.words <= 18.0 && line.length <= 140.0
}

/// Whether a paragraph says what the article got wrong.
fn is_correction(text: &str) -> bool {
    text.len() <= 1200 && crate::extract::html::is_correction(text)
}

fn is_pointer(text: &str) -> bool {
    text.len() <= 220
        && matches!(
            boilerplate::kind(text),
            Some(Boilerplate::Label | Boilerplate::ReadMore)
        )
}
