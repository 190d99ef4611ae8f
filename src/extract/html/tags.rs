//! The elements that the extractor tells apart.

macro_rules! tags {
    ($($tag:ident $name:literal,)*) => {
        /// What a node is: text, an element that matters, or any other element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag {
            /// Not an element: characters.
            Text,
            /// An element of no meaning here.
            Other,
            /// An element of the page's own making: `<news-box>`.
            Custom,
            $(#[doc = $name] $tag,)*
        }

        impl Tag {
            /// The tag of an element of this (lower-case) name.
            pub(super) fn of(name: &str) -> Self {
                match name {
                    $($name => Tag::$tag,)*
                    _ if name.contains('-') => Tag::Custom,
                    _ => Tag::Other,
                }
            }
        }
    };
}

tags! {
    A "a", Address "address", Article "article", Aside "aside", B "b", Blockquote "blockquote", Body "body", Br "br",
    Button "button", Canvas "canvas", Caption "caption", Center "center", Cite "cite", Dd "dd", Details "details",
    Dialog "dialog", Div "div", Dl "dl", Dt "dt", Em "em", Embed "embed", Fieldset "fieldset", Figcaption "figcaption",
    Figure "figure", Font "font", Footer "footer", Form "form", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6",
    Head "head", Header "header", Hr "hr", Html "html", I "i", Iframe "iframe", Img "img", Input "input", Label "label",
    Li "li", Link "link", Main "main", Math "math", Menu "menu", Meta "meta", Nav "nav", Noscript "noscript",
    Object "object", Ol "ol", Optgroup "optgroup", P "p", Picture "picture", Pre "pre", Q "q", Script "script",
    Section "section", Select "select", Span "span", Strong "strong", Style "style", Summary "summary", Sup "sup",
    Svg "svg", Table "table", Tbody "tbody", Td "td", Template "template", Textarea "textarea", Tfoot "tfoot", Th "th",
    Thead "thead", Time "time", Title "title", Tr "tr", U "u", Ul "ul", Video "video", Audio "audio",
}

impl Tag {
    /// Whether a new line begins before and after it.
    pub(super) fn is_block(self) -> bool {
        matches!(
            self,
            Tag::Address
                | Tag::Article
                | Tag::Aside
                | Tag::Blockquote
                | Tag::Body
                | Tag::Caption
                | Tag::Center
                | Tag::Custom
                | Tag::Dd
                | Tag::Details
                | Tag::Dialog
                | Tag::Div
                | Tag::Dl
                | Tag::Dt
                | Tag::Fieldset
                | Tag::Figcaption
                | Tag::Figure
                | Tag::Footer
                | Tag::Form
                | Tag::H1
                | Tag::H2
                | Tag::H3
                | Tag::H4
                | Tag::H5
                | Tag::H6
                | Tag::Header
                | Tag::Hr
                | Tag::Html
                | Tag::Li
                | Tag::Main
                | Tag::Menu
                | Tag::Nav
                | Tag::Ol
                | Tag::P
                | Tag::Pre
                | Tag::Section
                | Tag::Summary
                | Tag::Table
                | Tag::Tbody
                | Tag::Td
                | Tag::Tfoot
                | Tag::Th
                | Tag::Thead
                | Tag::Tr
                | Tag::Ul
        )
    }

    /// The level of a heading, 1 to 6; 0 for anything else.
    pub(super) fn heading(self) -> u8 {
        match self {
            Tag::H1 => 1,
            Tag::H2 => 2,
            Tag::H3 => 3,
            Tag::H4 => 4,
            Tag::H5 => 5,
            Tag::H6 => 6,
            _ => 0,
        }
    }

    /// Whether nothing inside it is ever shown as text.
    pub(super) fn is_unseen(self) -> bool {
        matches!(
            self,
            Tag::Script
                | Tag::Style
                | Tag::Template
                | Tag::Noscript
                | Tag::Head
                | Tag::Svg
                | Tag::Math
                | Tag::Select
                | Tag::Textarea
                | Tag::Iframe
                | Tag::Object
                | Tag::Canvas
                | Tag::Audio
                | Tag::Video
        )
    }
}
