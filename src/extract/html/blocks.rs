//! The lines of the article's text, with what the filters need to know of each.

use crate::extract::html::class_words::Words;
use crate::extract::html::layout::Layout;
use crate::extract::html::page::{NodeId, Page, push_squeezed, weight};
use crate::extract::html::tags::Tag;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Subhead,
    Item,
    Row,
}

/// A line of text as printed.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) text: String,
    /// The outermost list or table around it, if any.
    pub(super) list: Option<NodeId>,
    /// Letters, and those of them in links.
    pub(super) letters: u32,
    pub(super) linked: u32,
    /// Letters in bold or italic.
    pub(super) bold: u32,
    /// The block element it stands in.
    pub(super) node: NodeId,
    /// It stands in a block quotation.
    pub(super) quote: bool,
    /// Readers' comments stand before it.
    pub(super) after_comments: bool,
    /// A picture stands right before it.
    pub(super) after_picture: bool,
    /// A picture stands in its own element.
    pub(super) with_picture: bool,
    /// It is no paragraph, and all there is in a box with a picture.
    pub(super) alone_with_picture: bool,
}

/// The blocks of the subtrees `roots`, subtrees that are out left out.
pub(super) fn read(page: &Page<'_>, layout: &Layout, roots: &[NodeId]) -> Vec<Block> {
    let mut reader = Reader {
        page,
        blocks: Vec::new(),
        text: String::new(),
        letters: 0,
        linked: 0,
        bold: 0,
        cells: 0,
        picture: false,
        own_picture: false,
        comments: false,
    };
    for &root in roots {
        reader.read(layout, root);
    }
    reader.blocks
}

/// An element that is open while its subtree is read.
struct Open {
    end: NodeId,
    id: NodeId,
    tag: Tag,
}

struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    blocks: Vec<Block>,
    text: String,
    letters: u32,
    linked: u32,
    bold: u32,
    cells: u32,
    /// A picture was passed since the last block, or inside the open one.
    picture: bool,
    own_picture: bool,
    comments: bool,
}

impl Reader<'_, '_> {
    fn read(&mut self, layout: &Layout, root: NodeId) {
        let page = self.page;
        let mut open: Vec<Open> = Vec::new();
        let (mut links, mut bolds) = (0u32, 0u32);
        let mut id = root;
        let end = page.end(root);
        while id < end || !open.is_empty() {
            while let Some(last) = open.last()
                && last.end <= id
            {
                let (tag, block) = (last.tag, last.id);
                if tag.is_block() {
                    if matches!(tag, Tag::Td | Tag::Th) {
                        self.close_cell();
                    } else {
                        self.flush(&open, block);
                    }
                }
                links -= u32::from(tag == Tag::A);
                bolds -= u32::from(is_strong(tag));
                open.pop();
            }
            if id >= end {
                continue;
            }
            if id != root && layout.is_out(id) {
                self.picture |= page.tag(id) == Tag::Figure;
                self.comments |= page.words(id).has(Words::COMMENTS) && page.letters(id) > 200;
                if page.tag(id).is_block() {
                    self.flush_at(&open);
                }
                id = page.end(id);
                continue;
            }
            let tag = page.tag(id);
            match tag {
                Tag::Text => {
                    let text = page.nodes[id].text;
                    let before = self.text.len();
                    push_squeezed(&mut self.text, text);
                    if self.text.len() > before {
                        let count = weight(text);
                        self.letters += count;
                        if links > 0 {
                            self.linked += count;
                        }
                        if bolds > 0 {
                            self.bold += count;
                        }
                    }
                }
                Tag::Br => self.line_break(page, id, &open),
                Tag::Img => {
                    self.picture = true;
                    self.own_picture = true;
                }
                _ => {
                    if tag.is_block() && !matches!(tag, Tag::Td | Tag::Th) {
                        self.flush_at(&open);
                    }
                    links += u32::from(tag == Tag::A);
                    bolds += u32::from(is_strong(tag));
                    open.push(Open {
                        end: page.end(id),
                        id,
                        tag,
                    });
                }
            }
            id += 1;
        }
        self.flush(&[], root);
    }

    fn flush_at(&mut self, open: &[Open]) {
        let block = open
            .iter()
            .rev()
            .find(|open| open.tag.is_block())
            .map_or(0, |open| open.id);
        self.flush(open, block);
    }

    /// A `<br>`: two in a row, or one after a whole sentence, part paragraphs.
    fn line_break(&mut self, page: &Page<'_>, id: NodeId, open: &[Open]) {
        let mut next = id + 1;
        while next < page.len()
            && page.tag(next) == Tag::Text
            && page.nodes[next].text.trim().is_empty()
        {
            next += 1;
        }
        let twice = next < page.len() && page.tag(next) == Tag::Br;
        let sentence = self.text.len() > 90
            && self
                .text
                .trim_end()
                .ends_with(['.', '!', '?', '"', '”', '»', '。', '…', ':']);
        if twice || sentence || self.text.trim_end().ends_with('\n') {
            self.flush_at(open);
        } else if !self.text.is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text.push(' ');
        }
    }

    fn close_cell(&mut self) {
        self.cells += 1;
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("  ");
        }
    }

    fn flush(&mut self, open: &[Open], node: NodeId) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        let (letters, linked, bold) = (self.letters, self.linked, self.bold);
        (self.letters, self.linked, self.bold, self.cells) = (0, 0, 0, 0);
        if letters == 0 || text.is_empty() {
            self.own_picture = false;
            return;
        }
        let mut kind = Kind::Paragraph;
        let mut list = None;
        let mut quote = false;
        for element in open {
            match element.tag {
                Tag::Ul | Tag::Ol | Tag::Dl => {
                    list = list.or(Some(element.id));
                }
                Tag::Li | Tag::Dd | Tag::Dt => kind = Kind::Item,
                Tag::Table => {
                    list = list.or(Some(element.id));
                }
                Tag::Tr => kind = Kind::Row,
                Tag::Blockquote => quote = true,
                tag if tag.heading() > 0 => kind = Kind::Subhead,
                _ => {}
            }
        }
        // A paragraph inside a cell or item of layout tables is a paragraph.
        if matches!(kind, Kind::Row | Kind::Item) && self.page.tag(node) == Tag::P && letters > 200
        {
            kind = Kind::Paragraph;
        }
        self.blocks.push(Block {
            kind,
            text: text.to_owned(),
            list,
            letters,
            linked,
            bold,
            node,
            quote,
            after_comments: self.comments,
            after_picture: self.picture,
            with_picture: self.own_picture,
            alone_with_picture: self.picture
                && kind == Kind::Paragraph
                && is_under_picture(self.page, node),
        });
        (self.picture, self.own_picture) = (false, false);
    }
}

/// Whether the element is no paragraph, and stands in a box with a picture and next to nothing else.
fn is_under_picture(page: &Page<'_>, node: NodeId) -> bool {
    /// Nodes of such a box at most.
    const BOX: usize = 60;
    page.tag(node) != Tag::P
        && page
            .ancestors(node)
            .take(3)
            .take_while(|above| {
                page.letters(*above) < page.letters(node) + 40 && page.end(*above) - above < BOX
            })
            .any(|above| (above..node).any(|inner| page.tag(inner) == Tag::Img))
}

fn is_strong(tag: Tag) -> bool {
    matches!(tag, Tag::B | Tag::Strong | Tag::Em | Tag::I)
}
