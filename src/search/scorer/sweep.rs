//! Matches decided a window of documents at a time, where posting lists and columns decide alone.
//!
//! A [`Matcher`](super::Matcher) is asked document by document, through all that it is made of: that is right where the places of words
//! decide, and slow where words are common. Here posting lists are read block by block into counters of a few thousand documents, which
//! are bits that all, any and none are made of at once; scores are the same as the matchers'.

use tantivy::postings::BlockSegmentPostings;

use crate::search::rank;
use crate::search::scorer::columns::Test;
use crate::search::scorer::leaf::{Bm25, Frequency};
use crate::search::scorer::{DocId, TERMINATED};

/// Documents of a window.
const WINDOW: u32 = 4_096;
/// Documents of a window, as an index.
const SIZE: usize = WINDOW as usize;
/// A bit a document.
pub(in crate::search) type Bits = [u64; SIZE / 64];
/// No document of a window.
pub(in crate::search) const NONE: Bits = [0; SIZE / 64];
/// Lists that hold more than so many times the documents looked for are asked for each of them.
const SPARSE: u32 = 12;

/// What matches, window by window.
pub(in crate::search) enum Sweep {
    /// A word.
    Word(Box<Word>),
    /// All of them, the first with the fewest candidates.
    And(Vec<Sweep>),
    /// Any of them, and what each matched in the last window.
    Or(Vec<(Sweep, Bits)>),
    /// None of what is inside; it stands in an [`Sweep::And`], not first.
    Not(Box<Sweep>),
    /// What a column says yes to; it stands in an [`Sweep::And`], not first.
    Test(Test),
}

impl Sweep {
    /// All of `parts`, of which one at least is not a restriction.
    pub(in crate::search) fn all(mut parts: Vec<Sweep>) -> Self {
        parts.sort_by_key(|part| (part.restricts(), part.cost()));
        Self::And(parts)
    }

    /// Any of `parts`, none of which is a restriction.
    pub(in crate::search) fn any(parts: Vec<Sweep>) -> Self {
        let parts = parts.into_iter();
        Self::Or(parts.map(|part| (part, NONE)).collect())
    }

    /// Hands over window after window: its first document, and the bits of those that match.
    pub(in crate::search) fn windows(&mut self, mut see: impl FnMut(&Self, DocId, &Bits)) {
        let mut bits = NONE;
        let mut next = self.next();
        while next != TERMINATED {
            let first = next / WINDOW * WINDOW;
            self.fill(first, &mut bits);
            see(self, first, &bits);
            next = self.next().max(first + WINDOW);
        }
    }

    fn restricts(&self) -> u8 {
        match self {
            Sweep::Word(_) | Sweep::And(_) | Sweep::Or(_) => 0,
            Sweep::Not(_) => 1,
            Sweep::Test(_) => 2,
        }
    }

    /// About how many candidates there are.
    fn cost(&self) -> u32 {
        match self {
            Sweep::Word(word) => word.text.cost,
            Sweep::And(parts) => parts.first().map_or(0, Sweep::cost),
            Sweep::Or(parts) => parts
                .iter()
                .fold(0, |sum, (part, _)| sum.saturating_add(part.cost())),
            Sweep::Not(_) | Sweep::Test(_) => u32::MAX,
        }
    }

    /// A document that none that is left comes before; [`TERMINATED`] where none is left.
    fn next(&self) -> DocId {
        match self {
            Sweep::Word(word) => word.text.next(),
            Sweep::And(parts) => parts.iter().map(Sweep::next).max().unwrap_or(TERMINATED),
            Sweep::Or(parts) => {
                let parts = parts.iter().map(|(part, _)| part.next());
                parts.min().unwrap_or(TERMINATED)
            }
            Sweep::Not(_) | Sweep::Test(_) => 0,
        }
    }

    /// Sets the bits of the documents that match in the window that begins at `first`; windows are asked in order, each once, and
    /// some may be left out.
    fn fill(&mut self, first: DocId, bits: &mut Bits) {
        match self {
            Sweep::Word(word) => word.fill(first, bits),
            Sweep::And(parts) => {
                let Some((lead, rest)) = parts.split_first_mut() else {
                    *bits = NONE;
                    return;
                };
                lead.fill(first, bits);
                for part in rest {
                    if bits.iter().all(|word| *word == 0) {
                        return;
                    }
                    part.restrict(first, bits);
                }
            }
            Sweep::Or(parts) => {
                *bits = NONE;
                for (part, here) in parts {
                    part.fill(first, here);
                    for (word, other) in bits.iter_mut().zip(&*here) {
                        *word |= other;
                    }
                }
            }
            // Neither stands where it is asked this.
            Sweep::Not(_) | Sweep::Test(_) => *bits = NONE,
        }
    }

    /// Takes away the bits of the documents that do not match.
    fn restrict(&mut self, first: DocId, bits: &mut Bits) {
        let mut here = NONE;
        match self {
            Sweep::Test(test) => {
                each(bits, |at| {
                    if test.holds(first + at) {
                        here[at as usize / 64] |= 1 << (at % 64);
                    }
                });
                *bits = here;
                return;
            }
            Sweep::Not(inner) => {
                inner.fill(first, &mut here);
                for (word, other) in bits.iter_mut().zip(&here) {
                    *word &= !other;
                }
                return;
            }
            Sweep::Word(word) => {
                let wanted: u32 = bits.iter().map(|word| word.count_ones()).sum();
                if word.is_sparse(wanted) {
                    word.ask(first, bits);
                    return;
                }
                word.fill(first, &mut here);
            }
            Sweep::And(_) | Sweep::Or(_) => self.fill(first, &mut here),
        }
        for (word, other) in bits.iter_mut().zip(&here) {
            *word &= other;
        }
    }

    /// What the score of a document of the last window cannot exceed, at less cost than the score.
    #[inline]
    pub(in crate::search) fn limit(&self, at: u32) -> f32 {
        match self {
            Sweep::Word(word) => word.limit(at),
            Sweep::And(parts) => parts.iter().map(|part| part.limit(at)).sum(),
            Sweep::Or(parts) => matching(parts, at).map(|part| part.limit(at)).sum(),
            Sweep::Not(_) | Sweep::Test(_) => 0.0,
        }
    }

    /// The score of a document that matches; `at`: its place in the last window.
    pub(in crate::search) fn score(&self, doc: DocId, at: u32) -> f32 {
        match self {
            Sweep::Word(word) => word.score(doc, at),
            Sweep::And(parts) => parts.iter().map(|part| part.score(doc, at)).sum(),
            Sweep::Or(parts) => matching(parts, at).map(|part| part.score(doc, at)).sum(),
            Sweep::Not(_) | Sweep::Test(_) => 0.0,
        }
    }
}

/// The parts that match at this place of the last window.
fn matching(parts: &[(Sweep, Bits)], at: u32) -> impl Iterator<Item = &Sweep> {
    let stands = move |bits: &Bits| bits[at as usize / 64] >> (at % 64) & 1 == 1;
    let matching = parts.iter().filter(move |(_, bits)| stands(bits));
    matching.map(|(part, _)| part)
}

/// Calls `see` with the number of each bit that is set.
pub(in crate::search) fn each(bits: &Bits, mut see: impl FnMut(u32)) {
    for (word, base) in bits.iter().zip((0u32..).step_by(64)) {
        let mut word = *word;
        while word != 0 {
            see(base + word.trailing_zeros());
            word &= word - 1;
        }
    }
}

/// A word with its score.
pub(in crate::search) struct Word {
    text: Window,
    /// The same in the title, and what that is worth.
    title: Option<(Window, f32)>,
    /// How it scores; `None`: not at all.
    bm25: Option<Bm25>,
    max_doc: DocId,
}

impl Word {
    /// The word of the lists `text`, in a segment of `max_doc` documents; `title` are those of the title and what it is worth.
    pub(in crate::search) fn new(
        text: Vec<List>,
        title: Option<(Vec<List>, f32)>,
        bm25: Option<Bm25>,
        max_doc: DocId,
    ) -> Self {
        Self {
            text: Window::new(text),
            title: title.map(|(lists, worth)| (Window::new(lists), worth)),
            bm25,
            max_doc,
        }
    }

    fn fill(&mut self, first: DocId, bits: &mut Bits) {
        self.text.fill(first, bits);
        if let Some((title, _)) = &mut self.title {
            title.count(first);
        }
    }

    /// Whether to find `wanted` documents of a window is less work than to read it.
    fn is_sparse(&self, wanted: u32) -> bool {
        let here = u64::from(self.text.cost) * u64::from(WINDOW) / u64::from(self.max_doc.max(1));
        u64::from(wanted) * u64::from(SPARSE) < here
    }

    /// Takes away the bits of the documents that do not match, asking for each.
    fn ask(&mut self, first: DocId, bits: &mut Bits) {
        self.text.ask(first, bits);
        if let Some((title, _)) = &mut self.title {
            title.count(first);
        }
    }

    #[inline]
    fn frequency(&self, at: u32) -> f32 {
        let mut frequency = rank::weigh(self.text.frequency(at));
        if let Some((title, worth)) = &self.title {
            frequency += worth * rank::weigh(title.frequency(at));
        }
        frequency
    }

    #[inline]
    fn limit(&self, at: u32) -> f32 {
        let bm25 = self.bm25.as_ref();
        bm25.map_or(0.0, |bm25| bm25.limit(self.frequency(at)))
    }

    fn score(&self, doc: DocId, at: u32) -> f32 {
        match &self.bm25 {
            Some(bm25) => bm25.score(doc, self.frequency(at)),
            None => 0.0,
        }
    }
}

/// One posting list of a word; see [`Member`](super::words::Member).
pub(in crate::search) struct List {
    blocks: BlockSegmentPostings,
    /// Where it stands in the block.
    at: usize,
    exact: bool,
    counted: bool,
}

impl List {
    /// A list from its beginning on.
    pub(in crate::search) fn new(blocks: BlockSegmentPostings, exact: bool, counted: bool) -> Self {
        Self {
            blocks,
            at: 0,
            exact,
            counted,
        }
    }

    #[inline]
    fn doc(&self) -> DocId {
        let docs = self.blocks.docs();
        docs.get(self.at).copied().unwrap_or(TERMINATED)
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc() < target {
            self.at = self.blocks.seek(target);
        }
        self.doc()
    }

    fn frequency(&self) -> u32 {
        self.blocks.freqs().get(self.at).copied().unwrap_or(0)
    }

    /// Hands over the documents before `end` and how often each has the word.
    fn each(&mut self, end: DocId, mut see: impl FnMut(DocId, u32)) {
        loop {
            let docs = self.blocks.docs().get(self.at..).unwrap_or_default();
            let freqs = self.blocks.freqs().get(self.at..).unwrap_or_default();
            if docs.is_empty() {
                return;
            }
            let until = if docs.last().is_some_and(|&last| last < end) {
                docs.len()
            } else {
                docs.partition_point(|&doc| doc < end)
            };
            for (&doc, &freq) in docs[..until].iter().zip(freqs) {
                see(doc, freq);
            }
            if until < docs.len() {
                self.at += until;
                return;
            }
            self.blocks.advance();
            self.at = 0;
        }
    }
}

/// The lists of one word, counted in the last window.
struct Window {
    lists: Vec<List>,
    cost: u32,
    /// Whether anything is counted.
    dirty: bool,
    exact: Vec<u16>,
    counted: Vec<u16>,
    /// The most of any list that is neither exact nor counted; empty where there is none.
    others: Vec<u16>,
}

impl Window {
    fn new(lists: Vec<List>) -> Self {
        let cost = lists.iter().map(|list| list.blocks.doc_freq());
        let others = lists.iter().any(|list| !list.exact && !list.counted);
        Self {
            cost: cost.fold(0, u32::saturating_add),
            dirty: false,
            exact: vec![0; SIZE],
            counted: vec![0; SIZE],
            others: vec![0; if others { SIZE } else { 0 }],
            lists,
        }
    }

    fn next(&self) -> DocId {
        let docs = self.lists.iter().map(List::doc);
        docs.min().unwrap_or(TERMINATED)
    }

    fn clear(&mut self) {
        if self.dirty {
            self.exact.fill(0);
            self.counted.fill(0);
            self.others.fill(0);
            self.dirty = false;
        }
    }

    /// Counts the window that begins at `first`, and sets the bits of the documents that have the word.
    fn fill(&mut self, first: DocId, bits: &mut Bits) {
        self.clear();
        *bits = NONE;
        let end = first.saturating_add(WINDOW);
        for list in &mut self.lists {
            if list.seek(first) >= end {
                continue;
            }
            self.dirty = true;
            let (exact, counted) = (&mut self.exact[..SIZE], &mut self.counted[..SIZE]);
            let mut mark = |doc: DocId| {
                let at = (doc - first) as usize % SIZE;
                bits[at / 64] |= 1 << (at % 64);
                at
            };
            match (list.exact, list.counted) {
                (true, true) => list.each(end, |doc, freq| {
                    let at = mark(doc);
                    add(&mut exact[at], freq);
                    add(&mut counted[at], freq);
                }),
                (true, false) => list.each(end, |doc, freq| add(&mut exact[mark(doc)], freq)),
                (false, true) => list.each(end, |doc, freq| add(&mut counted[mark(doc)], freq)),
                (false, false) => {
                    let others = &mut self.others;
                    list.each(end, |doc, freq| {
                        let other = &mut others[mark(doc)];
                        *other = (*other).max(narrow(freq));
                    });
                }
            }
        }
    }

    /// Counts the window that begins at `first`.
    fn count(&mut self, first: DocId) {
        let mut bits = NONE;
        self.fill(first, &mut bits);
    }

    /// Counts the documents of these bits alone, and takes away those that have not the word.
    fn ask(&mut self, first: DocId, bits: &mut Bits) {
        self.clear();
        let mut found = NONE;
        each(bits, |at| {
            let doc = first + at;
            let place = at as usize;
            for list in &mut self.lists {
                if list.seek(doc) != doc {
                    continue;
                }
                let freq = list.frequency();
                found[place / 64] |= 1 << (at % 64);
                self.dirty = true;
                if list.exact {
                    add(&mut self.exact[place], freq);
                }
                if list.counted {
                    add(&mut self.counted[place], freq);
                }
                if !list.exact && !list.counted {
                    let other = &mut self.others[place];
                    *other = (*other).max(narrow(freq));
                }
            }
        });
        *bits = found;
    }

    #[inline]
    fn frequency(&self, at: u32) -> Frequency {
        let at = at as usize;
        let (exact, counted) = (u32::from(self.exact[at]), u32::from(self.counted[at]));
        Frequency {
            exact,
            all: match counted.max(exact) {
                0 => self.others.get(at).copied().unwrap_or(0).into(),
                all => all,
            },
        }
    }
}

/// Frequencies end at 65,535: more of a word makes no difference to a score.
#[inline]
fn add(count: &mut u16, freq: u32) {
    *count = count.saturating_add(narrow(freq));
}

#[inline]
fn narrow(freq: u32) -> u16 {
    u16::try_from(freq).unwrap_or(u16::MAX)
}
