//! Markup inside a field that should be text.

use std::fmt::Write;
use std::sync::LazyLock;

use regex::Regex;
use scraper::{Html, Node};

/// Captions that are taken from one text.
const MAX_CAPTIONS: usize = 200;

/// A field of one line: markup rendered, white space as single blanks.
pub(super) fn line(text: &str) -> String {
    let text = text.trim();
    if has_markup(text) || has_entity(text) || text.contains(['\n', '\t', '\r']) {
        let rendered = self::text(text);
        rendered.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}

/// Running text: where it holds markup, blocks become paragraphs parted by a blank line; else its lines stay as they are.
pub(super) fn text(text: &str) -> String {
    if is_page(text) {
        return text.to_owned();
    }
    if has_markup(text) {
        return render(text);
    }
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    };
    if !has_entity(&text) {
        return text;
    }
    let decoded = entities(&text);
    // Markup that was escaped once more on its way into the field.
    if has_markup(&decoded) {
        render(&decoded)
    } else {
        decoded
    }
}

/// Whether a text is a whole page.
pub(super) fn is_page(text: &str) -> bool {
    let start = text.trim_start();
    let head = start.get(..15).unwrap_or(start).to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// Whether a text holds tags of HTML; `<SRD>` and `a < b` are none, nor is `<P>` in capitals by itself: a company's ticker.
fn has_markup(text: &str) -> bool {
    static TAG: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?i)</(?:p|div|a|b|i|u|em|strong|span|h[1-6]|li|ul|ol|blockquote|figure|table|tr|td|section|article|sup|sub|small|cite|q|font)\s*>",
            r"|(?-i:<(?:p|br|hr)\s*/?>)|<(?:p|img|a|div|span)\s+[a-z-]+\s*=",
        ))
        .expect("a constant pattern")
    });
    text.contains('<') && TAG.is_match(text)
}

fn has_entity(text: &str) -> bool {
    static ENTITY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
            .expect("a constant pattern")
    });
    text.contains('&') && ENTITY.is_match(text)
}

/// A text with its character references resolved, lines and all.
pub(super) fn entities(text: &str) -> String {
    let tree = Html::parse_fragment(&text.replace('<', "&lt;"));
    let mut decoded = String::with_capacity(text.len());
    for node in tree.tree.nodes() {
        if let Node::Text(piece) = node.value() {
            decoded.push_str(piece);
        }
    }
    decoded
}

/// The captions in a text with markup.
pub(super) fn captions(fragment: &str) -> Vec<String> {
    if !fragment.contains("<figcaption") {
        return Vec::new();
    }
    let tree = Html::parse_fragment(fragment);
    let mut captions = Vec::new();
    for node in tree.tree.nodes() {
        if captions.len() >= MAX_CAPTIONS {
            break;
        }
        if matches!(node.value(), Node::Element(element) if element.name() == "figcaption") {
            let mut rendered = Rendered::default();
            for inner in node.descendants() {
                if let Node::Text(piece) = inner.value() {
                    rendered.words(piece);
                }
            }
            captions.push(rendered.text);
        }
    }
    captions.retain(|caption| !caption.is_empty());
    captions
}

/// The text of a fragment.
fn render(fragment: &str) -> String {
    let tree = Html::parse_fragment(fragment);
    let mut rendered = Rendered::default();
    let mut hidden = 0_usize;
    let root = tree.tree.root();
    let mut node = root;
    // A walk without recursion: a fragment may be nested as deep as its sender likes.
    loop {
        match node.value() {
            Node::Element(element) => {
                hidden += usize::from(is_hidden(element.name()));
                rendered.tag(element.name());
            }
            Node::Text(piece) if hidden == 0 => rendered.words(piece),
            _ => {}
        }
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            if let Node::Element(element) = node.value() {
                hidden -= usize::from(is_hidden(element.name()));
                if element.name() != "br" {
                    rendered.tag(element.name());
                }
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) if parent != root => node = parent,
                _ => return rendered.text,
            }
        }
    }
}

/// Elements that hold no text of the article; captions are fields of their own.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "iframe"
            | "figcaption"
            | "template"
            | "svg"
            | "button"
            | "form"
    )
}

#[derive(Default)]
pub(super) struct Rendered {
    text: String,
    /// What stands between the last word and the next one.
    gap: Gap,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    Line,
    Paragraph,
}

impl Rendered {
    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn tag(&mut self, name: &str) {
        let gap = match name {
            "br" if self.gap >= Gap::Line => Gap::Paragraph,
            "br" => Gap::Line,
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ul" | "ol"
            | "blockquote" | "section" | "article" | "tr" | "table" | "figure" | "hr"
            | "header" | "footer" | "aside" | "pre" | "dd" | "dt" | "dl" => Gap::Paragraph,
            "td" | "th" | "img" => Gap::Blank,
            _ => return,
        };
        self.gap = self.gap.max(gap);
    }

    pub(super) fn words(&mut self, piece: &str) {
        if piece.starts_with(char::is_whitespace) {
            self.gap = self.gap.max(Gap::Blank);
        }
        for (at, word) in piece.split_whitespace().enumerate() {
            if at > 0 {
                self.gap = self.gap.max(Gap::Blank);
            }
            let gap = match std::mem::take(&mut self.gap) {
                _ if self.text.is_empty() => "",
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            };
            // Writing to a string cannot fail.
            let _ = write!(self.text, "{gap}{word}");
        }
        if piece.ends_with(char::is_whitespace) {
            self.gap = self.gap.max(Gap::Blank);
        }
    }
}
