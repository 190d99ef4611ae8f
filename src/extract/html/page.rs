//! A page as a flat arena in document order: a subtree is a range, so every sum over it is one subtraction.

use scraper::node::Element;
use scraper::{Html, Node as HtmlNode};

use crate::extract::html::class_words::{self, Words};
use crate::extract::html::tags::Tag;

/// The place of a node in [`Page::nodes`].
pub(super) type NodeId = usize;

/// For each byte of text asked for, no more nodes and no more bytes of one piece of text than this are looked at: the same nothing may lie
/// within hundreds of elements, each of which is asked what it shows.
const STEPS: usize = 16;
/// White space at the ends of a piece of text beyond so many bytes is not kept.
const LONGEST_BLANK: usize = 1024;

/// An element or a piece of text.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) tag: Tag,
    pub(super) parent: NodeId,
    /// One past the last node of its subtree.
    pub(super) end: NodeId,
    /// What its class, id and role words say.
    pub(super) words: Words,
    /// The characters of a text node; empty for elements.
    pub(super) text: &'a str,
    element: Option<&'a Element>,
}

/// The nodes of a page and their running sums.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    /// Letters shown before each node.
    letters: Vec<u32>,
    /// Letters of links shown before each node.
    linked: Vec<u32>,
}

impl<'a> Page<'a> {
    /// Flattens a parsed page; linear, without recursion.
    pub(super) fn new(html: &'a Html) -> Self {
        let mut nodes: Vec<Node<'a>> = Vec::with_capacity(4096);
        let mut letters = Vec::with_capacity(4096);
        let mut linked = Vec::with_capacity(4096);
        let (mut sum, mut sum_linked) = (0u32, 0u32);
        let mut open: Vec<NodeId> = Vec::new();
        let (mut unseen, mut links) = (0u32, 0u32);
        let mut at = html.tree.root();
        'walk: loop {
            match at.value() {
                HtmlNode::Element(element) => {
                    let tag = Tag::of(element.name());
                    letters.push(sum);
                    linked.push(sum_linked);
                    let parent = open.last().copied().unwrap_or(0);
                    open.push(nodes.len());
                    nodes.push(Node {
                        tag,
                        parent,
                        end: 0,
                        // What is said of the whole page says nothing of a part.
                        words: if matches!(tag, Tag::Html | Tag::Body) {
                            Words::default()
                        } else {
                            class_words::of(element)
                        },
                        text: "",
                        element: Some(element),
                    });
                    unseen += u32::from(tag.is_unseen());
                    links += u32::from(tag == Tag::A);
                }
                HtmlNode::Text(text) => {
                    letters.push(sum);
                    linked.push(sum_linked);
                    let id = nodes.len();
                    nodes.push(Node {
                        tag: Tag::Text,
                        parent: open.last().copied().unwrap_or(0),
                        end: id + 1,
                        words: Words::default(),
                        text: if unseen == 0 {
                            without_blanks(text)
                        } else {
                            text
                        },
                        element: None,
                    });
                    if unseen == 0 {
                        let count = weight(text);
                        sum = sum.saturating_add(count);
                        if links > 0 {
                            sum_linked = sum_linked.saturating_add(count);
                        }
                    }
                }
                _ => {}
            }
            if let Some(child) = at.first_child() {
                at = child;
                continue;
            }
            loop {
                if at.value().is_element()
                    && let Some(id) = open.pop()
                {
                    let end = nodes.len();
                    let node = &mut nodes[id];
                    node.end = end;
                    unseen -= u32::from(node.tag.is_unseen());
                    links -= u32::from(node.tag == Tag::A);
                }
                if let Some(next) = at.next_sibling() {
                    at = next;
                    break;
                }
                match at.parent() {
                    Some(parent) => at = parent,
                    None => break 'walk,
                }
            }
        }
        letters.push(sum);
        linked.push(sum_linked);
        Self {
            nodes,
            letters,
            linked,
        }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The tag of a node.
    pub(super) fn tag(&self, id: NodeId) -> Tag {
        self.nodes[id].tag
    }

    /// One past the last node of a subtree.
    pub(super) fn end(&self, id: NodeId) -> NodeId {
        self.nodes[id].end
    }

    /// The class words of a node.
    pub(super) fn words(&self, id: NodeId) -> Words {
        self.nodes[id].words
    }

    /// An attribute of an element.
    pub(super) fn attr(&self, id: NodeId, name: &str) -> Option<&'a str> {
        self.nodes[id]
            .element
            .and_then(|element| element.attr(name))
    }

    /// Letters shown inside a subtree; a CJK character counts as three.
    pub(super) fn letters(&self, id: NodeId) -> u32 {
        self.letters[self.nodes[id].end] - self.letters[id]
    }

    /// Letters of links inside a subtree.
    pub(super) fn linked(&self, id: NodeId) -> u32 {
        self.linked[self.nodes[id].end] - self.linked[id]
    }

    /// Letters shown between two nodes, in either order.
    pub(super) fn letters_between(&self, one: NodeId, other: NodeId) -> u32 {
        self.letters[one].abs_diff(self.letters[other])
    }

    /// Whether `id` lies in the subtree of `root` (or is it).
    pub(super) fn within(&self, id: NodeId, root: NodeId) -> bool {
        root <= id && id < self.nodes[root].end
    }

    /// The elements above a node, nearest first.
    pub(super) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            if at == 0 {
                return None;
            }
            at = self.nodes[at].parent;
            Some(at)
        })
    }

    /// The text shown inside a subtree, white space squeezed; at most `limit` bytes or little more.
    pub(super) fn text(&self, id: NodeId, limit: usize) -> String {
        let mut out = String::new();
        let mut at = id;
        let end = self.nodes[id].end;
        let most = limit.saturating_mul(STEPS);
        let mut steps = 0;
        while at < end && out.len() < limit && steps < most {
            let node = &self.nodes[at];
            steps += 1;
            if node.tag == Tag::Text {
                push_squeezed(&mut out, head(node.text, most));
            } else {
                if at != id && (node.tag.is_unseen() || node.words.has(Words::UNSEEN)) {
                    at = node.end;
                    continue;
                }
                if (node.tag.is_block() || node.tag == Tag::Br) && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            at += 1;
        }
        out.truncate(out.trim_end().len());
        if out.starts_with(' ') {
            out.drain(..1);
        }
        out
    }

    /// The text shown inside a subtree as lines, a blank between neighbouring elements; at most `limit` bytes or little more.
    pub(super) fn lines(&self, id: NodeId, limit: usize) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut size = 0;
        let mut at = id;
        let most = limit.saturating_mul(STEPS);
        let mut steps = 0;
        while at < self.nodes[id].end && size < limit && steps < most {
            let node = &self.nodes[at];
            steps += 1;
            if node.tag == Tag::Text {
                size += node.text.len();
                if let Some(line) = lines.last_mut() {
                    push_squeezed(line, head(node.text, most));
                }
            } else {
                if at != id && (node.tag.is_unseen() || node.words.has(Words::UNSEEN)) {
                    at = node.end;
                    continue;
                }
                if node.tag.is_block() || node.tag == Tag::Br || node.tag == Tag::Time {
                    lines.push(String::new());
                } else if let Some(line) = lines.last_mut() {
                    line.push(' ');
                }
            }
            at += 1;
        }
        lines
            .iter()
            .map(|line| squeeze(line))
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// The raw text of a script or title element.
    pub(super) fn raw_text(&self, id: NodeId) -> String {
        self.nodes[id + 1..self.nodes[id].end]
            .iter()
            .map(|node| node.text)
            .collect()
    }
}

/// The text without most of a very long run of white space at its start or its end.
fn without_blanks(text: &str) -> &str {
    if text.len() <= LONGEST_BLANK {
        return text;
    }
    let end = text.trim_end().len();
    if end == 0 {
        return head(text, LONGEST_BLANK);
    }
    let start = text.len() - text.trim_start().len();
    // A little is left, as it parts words.
    let from = text.floor_char_boundary(start.saturating_sub(LONGEST_BLANK));
    let to = text.ceil_char_boundary((end + LONGEST_BLANK).min(text.len()));
    &text[from..to]
}

/// The start of a text: so many bytes or a little less.
fn head(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// Appends text with runs of white space as one blank; soft hyphens and zero-width marks go.
pub(super) fn push_squeezed(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{0}' => {}
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
}

/// The text with runs of white space as one blank, none at the ends.
pub(super) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_squeezed(&mut out, text);
    out.truncate(out.trim_end().len());
    out
}

/// Letters and other marks that aren't white space; CJK characters say more and count as three.
pub(super) fn weight(text: &str) -> u32 {
    let mut sum = 0;
    for c in text.chars() {
        sum += if c.is_ascii() {
            u32::from(!c.is_ascii_whitespace())
        } else if ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ac00}'..='\u{d7af}').contains(&c) {
            3
        } else {
            u32::from(!c.is_whitespace())
        };
    }
    sum
}
