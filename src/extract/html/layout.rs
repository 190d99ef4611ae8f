//! What of a page may be text of the article: subtrees that never are, and how much prose each node holds.

use crate::extract::html::boxes;
use crate::extract::html::class_words::Words;
use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;

/// Words that put a subtree out of the article's text.
const OUT: Words = Words::SHARE
    .and(Words::RELATED)
    .and(Words::OFFER)
    .and(Words::COMMENTS)
    .and(Words::AD)
    .and(Words::NAV)
    .and(Words::TAGS)
    .and(Words::CAPTION)
    .and(Words::CREDIT)
    .and(Words::BYLINE)
    .and(Words::BIO)
    .and(Words::DATE)
    .and(Words::CONSENT)
    .and(Words::TOOL)
    .and(Words::CORRECTION)
    .and(Words::SIDE)
    .and(Words::META)
    .and(Words::SECTION)
    .and(Words::TEASER)
    .and(Words::PULL_QUOTE)
    .and(Words::BOX)
    .and(Words::EMBED)
    .and(Words::UNSEEN);

/// Words that put a subtree out even where the others would leave next to nothing.
const TRUSTED: Words = Words::UNSEEN
    .and(Words::COMMENTS)
    .and(Words::CONSENT)
    .and(Words::RELATED)
    .and(Words::NAV)
    .and(Words::SIDE);

/// Prose of a page below this is next to nothing, in letters.
const LITTLE: u32 = 120;

/// Words that put even a run of text inside a paragraph out.
const OUT_INLINE: Words = Words::UNSEEN
    .and(Words::CREDIT)
    .and(Words::CAPTION)
    .and(Words::AD)
    .and(Words::COMMENTS)
    .and(Words::SHARE);

/// Own text shorter than this is no prose.
const LEAST_PROSE: u32 = 40;

/// Which nodes are out, and running sums of prose.
#[derive(Debug)]
pub(super) struct Layout {
    /// Whether the subtree that begins here is out.
    out: Vec<bool>,
    /// Whether a box of other things than the article begins here.
    foreign: Vec<bool>,
    /// Prose before each node, subtrees that are out left out.
    prose: Vec<u32>,
    /// Letters of a block's own text, by block.
    pub(super) own: Vec<u32>,
}

impl Layout {
    /// Looks at every node a fixed number of times.
    pub(super) fn new(page: &Page<'_>, title: Option<NodeId>) -> Self {
        Self::with(page, title, OUT)
    }

    /// Where classes leave next to nothing of a page that holds prose: the layout without most of them. Any word may be the name of the
    /// wrapper of it all.
    pub(super) fn trusting(&self, page: &Page<'_>, title: Option<NodeId>) -> Option<Self> {
        let held = self.prose(page, 0);
        if held > LITTLE {
            return None;
        }
        let trusting = Self::with(page, title, TRUSTED);
        (trusting.prose(page, 0) > 4 * held + 2 * LITTLE).then_some(trusting)
    }

    /// With these words to put subtrees out.
    fn with(page: &Page<'_>, title: Option<NodeId>, out_words: Words) -> Self {
        let (own, own_linked) = own_letters(page);
        let value = |id: NodeId| prose_of(page.tag(id), own[id], own_linked[id]);
        let all = sums(page, &|_| false, &value);
        let total = all.last().copied().unwrap_or(0);
        let span = |sums: &[u32], id: NodeId| sums[page.end(id)] - sums[id];
        // Elements named as the article's text, where they hold a good share of the page's prose.
        let mut bodies = vec![0u32; page.len() + 1];
        for id in 0..page.len() {
            let named = page.words(id).has(Words::BODY) && span(&all, id) * 10 > total * 3;
            bodies[id + 1] = bodies[id] + u32::from(named);
        }
        let boxes = boxes::find(page, title, &|id| span(&all, id), &|id| all[id]);
        let mut out = vec![false; page.len()];
        for (id, is_out) in out.iter_mut().enumerate() {
            let holds_title = title.is_some_and(|title| page.within(title, id));
            let holds_body = bodies[page.end(id)] > bodies[id];
            *is_out = (boxes.foreign[id] || boxes.footers[id]) && !holds_body
                || is_outside(
                    page,
                    id,
                    out_words,
                    &|id| span(&all, id),
                    total,
                    holds_title,
                    holds_body,
                );
        }
        let prose = sums(page, &|id| out[id], &value);
        Self {
            out,
            foreign: boxes.foreign,
            prose,
            own,
        }
    }

    /// Whether a node's subtree is out.
    pub(super) fn is_out(&self, id: NodeId) -> bool {
        self.out[id]
    }

    /// Whether the subtree tells of anything but the article: no name and no date in it is the article's.
    pub(super) fn is_foreign(&self, id: NodeId) -> bool {
        self.foreign[id]
    }

    /// Prose from one node up to another.
    pub(super) fn prose_between(&self, from: NodeId, to: NodeId) -> u32 {
        if from < to {
            self.prose[to] - self.prose[from]
        } else {
            0
        }
    }

    /// Prose in a subtree.
    pub(super) fn prose(&self, page: &Page<'_>, id: NodeId) -> u32 {
        self.prose[page.end(id)] - self.prose[id]
    }
}

/// Letters of each block's own text (that of inline elements included), and of the links in it.
fn own_letters(page: &Page<'_>) -> (Vec<u32>, Vec<u32>) {
    let mut own = vec![0u32; page.len()];
    let mut own_linked = vec![0u32; page.len()];
    // The nearest block of each open element, and its end.
    let mut open: Vec<(NodeId, NodeId)> = Vec::new();
    let mut id = 0;
    while id < page.len() {
        while open.last().is_some_and(|(end, _)| *end <= id) {
            open.pop();
        }
        let tag = page.tag(id);
        if tag == Tag::Text {
            if let Some((_, block)) = open.last() {
                own[*block] += page.letters(id);
                own_linked[*block] += page.linked(id);
            }
        } else if tag.is_unseen() {
            id = page.end(id);
            continue;
        } else if tag.is_block() {
            open.push((page.end(id), id));
        }
        id += 1;
    }
    (own, own_linked)
}

fn prose_of(tag: Tag, own: u32, linked: u32) -> u32 {
    if own < LEAST_PROSE || linked * 2 > own || tag.heading() > 0 {
        return 0;
    }
    let plain = own - linked;
    match tag {
        Tag::Li | Tag::Td | Tag::Dd => plain / 2,
        _ => plain,
    }
}

fn sums(page: &Page<'_>, out: &dyn Fn(NodeId) -> bool, value: &dyn Fn(NodeId) -> u32) -> Vec<u32> {
    let mut sums = Vec::with_capacity(page.len() + 1);
    sums.push(0);
    let mut sum = 0u32;
    let mut hidden_until = 0;
    for id in 0..page.len() {
        if id >= hidden_until && out(id) {
            hidden_until = page.end(id);
        }
        if id >= hidden_until {
            sum = sum.saturating_add(value(id));
        }
        sums.push(sum);
    }
    sums
}

fn is_outside(
    page: &Page<'_>,
    id: NodeId,
    out_words: Words,
    prose: &dyn Fn(NodeId) -> u32,
    total: u32,
    holds_title: bool,
    holds_body: bool,
) -> bool {
    let tag = page.tag(id);
    let words = page.words(id);
    match tag {
        Tag::Text | Tag::Html | Tag::Body => return false,
        Tag::Main | Tag::Article => {
            return words.has(
                Words::COMMENTS
                    .and(Words::RELATED)
                    .and(Words::TEASER)
                    .and(Words::UNSEEN),
            ) && !holds_title
                && !holds_body
                && prose(id) * 2 < total.max(1);
        }
        tag if tag.is_unseen() => return true,
        Tag::Nav
        | Tag::Menu
        | Tag::Dialog
        | Tag::Figcaption
        | Tag::Button
        | Tag::Input
        | Tag::Label
        | Tag::Caption => {
            return !(holds_body || prose(id) * 2 > total.max(1));
        }
        // Quotations and tables are set as figures too.
        Tag::Figure if holds_text(page, id) => {}
        Tag::P
            if prose(id) > 150
                && !words.has(
                    Words::UNSEEN
                        .and(Words::COMMENTS)
                        .and(Words::RELATED)
                        .and(Words::CONSENT)
                        .and(Words::CAPTION)
                        .and(Words::CREDIT)
                        .and(Words::BIO),
                ) =>
        {
            return false;
        }
        Tag::Footer | Tag::Aside | Tag::Form | Tag::Figure | Tag::Fieldset => {
            return !(holds_body || holds_title || prose(id) * 2 > total.max(1));
        }
        _ => {}
    }
    if page.attr(id, "aria-hidden") == Some("true") && !tag.is_block() {
        return true;
    }
    if !words.has(out_words)
        || words.has(Words::BODY)
            && !words.has(Words::COMMENTS.and(Words::RELATED).and(Words::OFFER))
    {
        return false;
    }
    if !tag.is_block() {
        return words.has(OUT_INLINE)
            || is_alone(page, id) && page.letters(id) < 200 && !in_heading(page, id);
    }
    if tag.heading() > 0 {
        return words.has(OUT_INLINE);
    }
    if words.has(Words::COMMENTS) {
        return !holds_title && prose(id) * 20 < total.max(1) * 17;
    }
    if words.has(Words::CONSENT) {
        return !holds_title && !holds_body;
    }
    if words.has(Words::AD) {
        // A `banner` may be the wrapper of it all.
        return !holds_title && !holds_body && prose(id) * 2 < total.max(1);
    }
    // A `card` may hold anything; a teaser leads to another page.
    let only_card = words.has(Words::TEASER) && !words.has(OUT.without(Words::TEASER));
    if only_card
        && page.letters(id) > 300
        && page.linked(id) * 4 < page.letters(id)
        && boxes::card(page, id).is_none()
    {
        return false;
    }
    !(holds_title || holds_body || prose(id) * 5 > total.max(1) * 2)
}

/// Whether a figure holds a quotation, a table or code.
fn holds_text(page: &Page<'_>, id: NodeId) -> bool {
    (id + 1..page.end(id))
        .take(200)
        .any(|inner| matches!(page.tag(inner), Tag::Blockquote | Tag::Table | Tag::Pre))
}

/// Whether the nearest block around is a heading.
fn in_heading(page: &Page<'_>, id: NodeId) -> bool {
    page.ancestors(id)
        .find(|above| page.tag(*above).is_block())
        .is_some_and(|block| page.tag(block).heading() > 0)
}

/// Whether an inline element is all there is in its block.
fn is_alone(page: &Page<'_>, id: NodeId) -> bool {
    let block = page
        .ancestors(id)
        .find(|above| page.tag(*above).is_block())
        .unwrap_or(0);
    page.letters(block) == page.letters(id)
}
