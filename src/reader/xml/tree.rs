//! A small tree of elements, in memory: that of one row.

use crate::reader::markup::{self, Rendered};

/// Elements inside elements; what lies deeper is read as if its tags were not there.
const MAX_DEPTH: usize = 100;

/// An element.
#[derive(Debug, Default)]
pub(in crate::reader) struct Element {
    /// Its name, with a prefix only where the prefix means something.
    pub(in crate::reader) name: String,
    pub(in crate::reader) attributes: Vec<(String, String)>,
    pub(in crate::reader) nodes: Vec<Node>,
}

#[derive(Debug)]
pub(in crate::reader) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Whether it goes by a name.
    pub(in crate::reader) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The elements directly in it.
    pub(in crate::reader) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements of a name directly in it.
    pub(in crate::reader) fn children<'e>(
        &'e self,
        name: &'e str,
    ) -> impl Iterator<Item = &'e Element> {
        self.elements().filter(move |element| element.is(name))
    }

    /// The first of them.
    pub(in crate::reader) fn child<'e>(&'e self, name: &'e str) -> Option<&'e Element> {
        self.children(name).next()
    }

    /// The elements anywhere in it, in the order of the document, for which `wanted` holds; none lies in another.
    pub(in crate::reader) fn all(&self, wanted: impl Fn(&Element) -> bool) -> Vec<&Element> {
        let mut found = Vec::new();
        let mut left: Vec<&Element> = self.elements().collect();
        left.reverse();
        while let Some(element) = left.pop() {
            if wanted(element) {
                found.push(element);
                continue;
            }
            let before = left.len();
            left.extend(element.elements());
            left[before..].reverse();
        }
        found
    }

    /// The first element of a name anywhere in it.
    pub(in crate::reader) fn find(&self, name: &str) -> Option<&Element> {
        let mut left: Vec<&Element> = vec![self];
        while let Some(element) = left.pop() {
            if element.is(name) {
                return Some(element);
            }
            let before = left.len();
            left.extend(element.elements());
            left[before..].reverse();
        }
        None
    }

    /// An attribute.
    pub(in crate::reader) fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self
            .attributes
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// All text in it, as it stands.
    pub(in crate::reader) fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text
    }

    fn collect(&self, into: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => into.push_str(text),
                Node::Element(element) => element.collect(into),
            }
        }
    }

    /// One line of text.
    pub(in crate::reader) fn line(&self) -> Option<String> {
        let text = if self.elements().next().is_some() {
            self.render(&|_| false)
                .replace("\n\n", " ")
                .replace('\n', " ")
        } else {
            markup::line(&self.text())
        };
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    /// Running text: paragraphs parted by a blank line; what `leave_out` names is left out.
    pub(in crate::reader) fn prose(&self, leave_out: &dyn Fn(&Element) -> bool) -> Option<String> {
        let text = if self.elements().next().is_some() {
            self.render(leave_out)
        } else {
            let text = markup::text(&self.text());
            text.trim_end().trim_start_matches('\n').to_owned()
        };
        (!text.trim().is_empty()).then_some(text)
    }

    fn render(&self, leave_out: &dyn Fn(&Element) -> bool) -> String {
        let mut rendered = Rendered::default();
        self.write(&mut rendered, leave_out);
        rendered.into_text()
    }

    fn write(&self, into: &mut Rendered, leave_out: &dyn Fn(&Element) -> bool) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => into.words(text),
                Node::Element(element) if leave_out(element) => into.tag("p"),
                Node::Element(element) => {
                    let name = element.name.to_ascii_lowercase();
                    let tag = if name == "br" {
                        "br"
                    } else if is_inline(&name) {
                        "span"
                    } else {
                        "p"
                    };
                    into.tag(tag);
                    element.write(into, leave_out);
                    if tag != "br" {
                        into.tag(tag);
                    }
                }
            }
        }
    }
}

/// Elements within a line of text: those of HTML, and what NITF marks in it.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "i"
            | "u"
            | "em"
            | "strong"
            | "span"
            | "sup"
            | "sub"
            | "small"
            | "cite"
            | "q"
            | "font"
            | "abbr"
            | "acronym"
            | "code"
            | "time"
            | "img"
            | "person"
            | "org"
            | "location"
            | "city"
            | "state"
            | "country"
            | "region"
            | "chron"
            | "event"
            | "function"
            | "money"
            | "num"
            | "frac"
            | "object.title"
            | "virtloc"
            | "copyrite"
            | "copyrite.year"
            | "copyrite.holder"
            | "pronounce"
            | "lang"
            | "name"
            | "name.given"
            | "name.family"
            | "alt-code"
            | "story.date"
            | "bold"
            | "italic"
            | "emphasis"
            | "link"
            | "inline"
    )
}

/// Builds a tree of tags and texts, whatever order they come in.
#[derive(Default)]
pub(in crate::reader) struct Builder {
    /// Elements that are open, the outermost first.
    open: Vec<Element>,
    /// Tags that were opened below the deepest level.
    below: usize,
    root: Element,
}

impl Builder {
    pub(in crate::reader) fn open(&mut self, name: String, attributes: Vec<(String, String)>) {
        if self.open.len() >= MAX_DEPTH {
            self.below += 1;
            return;
        }
        self.open.push(Element {
            name,
            attributes,
            nodes: Vec::new(),
        });
    }

    /// Closes the innermost element of a name, and what was left open in it; a name that isn't open is passed over.
    pub(in crate::reader) fn close(&mut self, name: &str) {
        if self.below > 0 {
            self.below -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|element| element.is(name)) else {
            return;
        };
        while self.open.len() > at {
            self.shut();
        }
    }

    /// Closes an element of a name where it is the innermost one.
    pub(in crate::reader) fn close_within(&mut self, name: &str) {
        if self.open.last().is_some_and(|element| element.is(name)) {
            self.shut();
        }
    }

    pub(in crate::reader) fn text(&mut self, text: &str) {
        let parent = self.open.last_mut().unwrap_or(&mut self.root);
        match parent.nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => parent.nodes.push(Node::Text(text.to_owned())),
        }
    }

    /// Whether elements are open.
    pub(in crate::reader) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    fn shut(&mut self) {
        if let Some(element) = self.open.pop() {
            let parent = self.open.last_mut().unwrap_or(&mut self.root);
            parent.nodes.push(Node::Element(element));
        }
    }

    /// A nameless element around all that there is.
    pub(in crate::reader) fn finish(mut self) -> Element {
        while self.is_open() {
            self.shut();
        }
        self.root
    }
}
