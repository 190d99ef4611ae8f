//! What the class, id and role words of an element say of it, in the words of many site builders and languages.

mod meaning;

use scraper::node::Element;

/// A set of things said of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(u32);

impl Words {
    /// Not shown, or only read aloud.
    pub(super) const UNSEEN: Words = Words(1);
    /// Share and social buttons.
    pub(super) const SHARE: Words = Words(1 << 1);
    /// Related, recommended, popular or next stories.
    pub(super) const RELATED: Words = Words(1 << 2);
    /// Newsletter, subscription, paywall and donation boxes.
    pub(super) const OFFER: Words = Words(1 << 3);
    /// Readers' comments.
    pub(super) const COMMENTS: Words = Words(1 << 4);
    /// Advertisements.
    pub(super) const AD: Words = Words(1 << 5);
    /// Navigation, page header and footer.
    pub(super) const NAV: Words = Words(1 << 6);
    /// Lists of tags and topics.
    pub(super) const TAGS: Words = Words(1 << 7);
    /// A caption of a picture.
    pub(super) const CAPTION: Words = Words(1 << 8);
    /// Who made or lent the picture.
    pub(super) const CREDIT: Words = Words(1 << 9);
    /// The byline or a name in it.
    pub(super) const BYLINE: Words = Words(1 << 10);
    /// A note on the author.
    pub(super) const BIO: Words = Words(1 << 11);
    /// A date.
    pub(super) const DATE: Words = Words(1 << 12);
    /// A quotation set apart for display.
    pub(super) const PULL_QUOTE: Words = Words(1 << 13);
    /// A box of facts or background.
    pub(super) const BOX: Words = Words(1 << 14);
    /// The summary line.
    pub(super) const DEK: Words = Words(1 << 15);
    /// The headline.
    pub(super) const TITLE: Words = Words(1 << 16);
    /// Cookies and consent.
    pub(super) const CONSENT: Words = Words(1 << 17);
    /// Buttons, players, polls and other tools.
    pub(super) const TOOL: Words = Words(1 << 18);
    /// A correction.
    pub(super) const CORRECTION: Words = Words(1 << 19);
    /// An embedded post.
    pub(super) const EMBED: Words = Words(1 << 20);
    /// The text of the article: `article-body`, `entry-content`, `articleBody`.
    pub(super) const BODY: Words = Words(1 << 21);
    /// Section, rubric or kicker above the headline.
    pub(super) const SECTION: Words = Words(1 << 22);
    /// Says article, story or post.
    pub(super) const ARTICLE: Words = Words(1 << 23);
    /// Says body, content or text.
    pub(super) const CONTENT: Words = Words(1 << 24);
    /// The bar beside the article.
    pub(super) const SIDE: Words = Words(1 << 25);
    /// Published, as a word on its own.
    pub(super) const PUBLISHED: Words = Words(1 << 26);
    /// Updated, modified.
    pub(super) const UPDATED: Words = Words(1 << 27);
    /// Byline, date and section lines: `entry-meta`.
    pub(super) const META: Words = Words(1 << 28);
    /// A teaser of another story.
    pub(super) const TEASER: Words = Words(1 << 29);
    /// A figure, picture or gallery.
    pub(super) const MEDIA: Words = Words(1 << 30);
    /// The page's or the article's footer.
    pub(super) const FOOTER: Words = Words(1 << 31);

    /// Whether any of `other` is said.
    pub(super) fn has(self, other: Words) -> bool {
        self.0 & other.0 != 0
    }

    /// This set less the other.
    pub(super) const fn without(self, other: Words) -> Words {
        Words(self.0 & !other.0)
    }

    /// Both sets together.
    pub(super) const fn and(self, other: Words) -> Words {
        Words(self.0 | other.0)
    }
}

/// Class tokens that begin so tell of the page's taxonomy or state, not of the element's purpose.
const TAXONOMY: &[&str] = &[
    "tag-",
    "category-",
    "has-",
    "no-",
    "not-",
    "with-",
    "without-",
    "is-",
    "js-has",
    "hide-",
    "single-",
    "format-",
    "status-",
    "type-",
    "term-",
    "topic-",
    "page-template",
    "show-",
    "md:",
    "lg:",
    "sm:",
    "xl:",
    "print:",
];

/// Classes and ids longer than this are not read further: nothing of meaning is that long.
const LIMIT: usize = 600;

/// The words of an element.
pub(super) fn of(element: &Element) -> Words {
    let mut words = Words::default();
    for (name, value) in element.attrs() {
        match name {
            "class"
            | "id"
            | "data-testid"
            | "data-test"
            | "data-component"
            | "data-type"
            | "data-module"
            | "data-block"
            | "data-qa"
            | "data-test-id"
            | "data-name"
            | "data-area"
            | "data-component-name" => {
                let value = if value.len() > LIMIT {
                    value.get(..LIMIT).unwrap_or("")
                } else {
                    value
                };
                let mut said = Words::default();
                for token in value.split_ascii_whitespace() {
                    said = said.and(token_words(token, name == "id"));
                }
                // Hidden on small screens, shown on others: `hidden md:block`.
                if said.has(Words::UNSEEN)
                    && [":block", ":flex", ":grid", ":inline", "-block", "-flex"]
                        .iter()
                        .any(|shown| value.contains(shown))
                {
                    said = said.without(Words::UNSEEN);
                }
                words = words.and(said);
            }
            "itemprop" => words = words.and(meaning::itemprop(value)),
            "role" => match value {
                "navigation" | "banner" | "contentinfo" | "search" | "menu" | "menubar"
                | "toolbar" | "tablist" => {
                    words = words.and(Words::NAV);
                }
                "dialog" | "alertdialog" | "button" | "tooltip" | "alert" => {
                    words = words.and(Words::TOOL);
                }
                "complementary" => words = words.and(Words::SIDE),
                _ => {}
            },
            "hidden" => words = words.and(Words::UNSEEN),
            "style" => {
                let value: String = value
                    .chars()
                    .take(LIMIT)
                    .filter(|c| !c.is_whitespace())
                    .collect::<String>()
                    .to_ascii_lowercase();
                if value.contains("display:none")
                    || value.contains("visibility:hidden")
                    || value.contains("clip:rect(0")
                {
                    words = words.and(Words::UNSEEN);
                }
            }
            _ => {}
        }
    }
    words
}

/// The words of one class or id token: split at punctuation and at case borders.
fn token_words(token: &str, is_id: bool) -> Words {
    if let Some(words) = meaning::of_builder(token) {
        return words;
    }
    // The roots of pages built in the browser: `__next`, `__nuxt`, `___gatsby`.
    if token.starts_with("__") {
        return Words::default();
    }
    // Only read aloud.
    if [
        "visually-hidden",
        "sr-only",
        "screen-reader",
        "screenreader",
        "visuallyhidden",
        "offscreen",
    ]
    .iter()
    .any(|name| token.starts_with(name) || token.ends_with(name))
    {
        return Words::UNSEEN;
    }
    if !is_id && TAXONOMY.iter().any(|prefix| token.starts_with(prefix)) {
        return Words::default();
    }
    let bytes = token.as_bytes();
    let mut words = Words::default();
    let mut buffer = [0u8; 24];
    let mut length = 0;
    let mut parts = 0;
    let mut weak = Words::default();
    let mut previous_lower = false;
    for index in 0..=bytes.len() {
        let byte = bytes.get(index).copied().unwrap_or(b'-');
        let border = !byte.is_ascii_alphabetic() || (byte.is_ascii_uppercase() && previous_lower);
        if border && length > 0 {
            parts += 1;
            if length <= buffer.len() {
                let word = std::str::from_utf8(&buffer[..length]).unwrap_or("");
                words = words.and(meaning::anywhere(word));
                weak = weak.and(meaning::alone(word));
            }
            length = 0;
        }
        if byte.is_ascii_alphabetic() {
            if length < buffer.len() {
                buffer[length] = byte.to_ascii_lowercase();
            }
            length += 1;
        }
        previous_lower = byte.is_ascii_lowercase();
    }
    if parts == 1 {
        words = words.and(weak);
    }
    if words.has(Words::ARTICLE) && words.has(Words::CONTENT) {
        words = words.and(Words::BODY);
    }
    if words.has(Words::BIO) && !words.has(Words::BYLINE) && parts > 1 {
        words = Words(words.0 & !Words::BIO.0);
    }
    if words.has(Words::BIO) {
        words = Words(words.0 & !Words::BYLINE.0);
    }
    words
}
