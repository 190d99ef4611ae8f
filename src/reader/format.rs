//! What kind of document a text is: seen by its content; the name of its file only breaks a tie.

use serde_json::value::RawValue;

use crate::reader::{ReadError, decode, export, magic, mail, markdown, sgml, table, xml};

/// Characters that are looked at, at the most.
const HEAD: usize = 256 << 10;
/// Characters in which the tags of a page must begin.
const TAGS_WITHIN: usize = 8 << 10;

/// A kind of document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page.
    Html,
    /// One JSON value: an article, a list of them, or a wrapper around a list.
    Json,
    /// A JSON value a line.
    JsonLines,
    /// Rows of cells under named columns.
    Table,
    /// RSS, Atom, or a sitemap of news.
    Feed,
    /// NITF, NewsML, or XML whose elements are named as fields are.
    Xml,
    /// Articles of the newswire collections, in SGML or between marks.
    Sgml,
    /// A mail.
    Mail,
    /// A file of mails.
    Mbox,
    /// A page saved as a mail.
    Mhtml,
    /// Markdown below a head of fields.
    Markdown,
    /// A text document of an office: DOCX, ODT.
    Office,
    /// Rich text.
    Rtf,
    /// Articles that a news database wrote into one text.
    Export,
    /// Plain or scraped text.
    Text,
}

impl Format {
    /// Its name, as `--type` takes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Table => "csv",
            Self::Feed => "feed",
            Self::Xml => "xml",
            Self::Sgml => "sgml",
            Self::Mail => "mail",
            Self::Mbox => "mbox",
            Self::Mhtml => "mhtml",
            Self::Markdown => "markdown",
            Self::Office => "office",
            Self::Rtf => "rtf",
            Self::Export => "export",
            Self::Text => "text",
        }
    }

    /// What a person calls it.
    pub(super) fn described(self) -> &'static str {
        match self {
            Self::Html => "a page",
            Self::Json | Self::JsonLines => "JSON",
            Self::Table => "a table",
            Self::Feed => "a feed",
            Self::Xml => "XML",
            Self::Sgml => "SGML",
            Self::Mail => "a mail",
            Self::Mbox => "a file of mails",
            Self::Mhtml => "a saved page",
            Self::Markdown => "Markdown",
            Self::Office => "an office document",
            Self::Rtf => "rich text",
            Self::Export => "an export",
            Self::Text => "a text",
        }
    }
}

/// Tells the format from the first bytes of a document; `whole` says that they are all of it.
///
/// # Errors
///
/// Where the bytes are no text, or text of a kind that holds no article.
pub fn format(head: &[u8], path: &str, whole: bool) -> Result<Format, ReadError> {
    if let Some(format) = of_bytes(head) {
        return Ok(format);
    }
    magic::refuse(head)?;
    let head = &head[..head.len().min(HEAD)];
    of_text(&decode::decode(head, None, None).text, path, whole)
}

/// Tells a format whose text stands within bytes that say how to read them.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(Format::Office);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(Format::Rtf);
    }
    mail::format(bytes)
}

/// Tells the format of a decoded text.
pub(super) fn of_text(text: &str, path: &str, whole: bool) -> Result<Format, ReadError> {
    let end = text.floor_char_boundary(HEAD);
    let (head, whole) = (&text[..end], whole && end == text.len());
    let start = head.trim_start_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
    if start.is_empty() {
        return if whole {
            Err(ReadError::Empty)
        } else {
            Ok(Format::Text)
        };
    }
    let extension = extension(path);
    if markdown::is_headed(start, &extension) {
        return Ok(Format::Markdown);
    }
    if let Some(format) = json(start, &extension, whole) {
        return Ok(format);
    }
    if start.starts_with('<') {
        return match xml::format(start, &extension) {
            Some(format) => Ok(format),
            None => markup(start, &extension),
        };
    }
    if sgml::is_marked(start) {
        return Ok(Format::Sgml);
    }
    if export::is_export(start) {
        return Ok(Format::Export);
    }
    if table::is_table(start, &extension) {
        return Ok(Format::Table);
    }
    if let Some(kind) = foreign(&extension) {
        return Err(ReadError::Foreign(kind.to_owned()));
    }
    let is_page = match extension.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => tags(start) > 0,
        _ => blocks(start) >= 2,
    };
    Ok(if is_page { Format::Html } else { Format::Text })
}

/// The extension in lower case, that of the packed file where it is packed.
fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let name = [".gz", ".bz2", ".xz", ".zst"]
        .iter()
        .find_map(|packed| name.strip_suffix(packed))
        .unwrap_or(&name);
    match name.rsplit_once('.') {
        Some((_, extension)) => extension.to_owned(),
        None => String::new(),
    }
}

/// Whether the text is JSON, and of which kind.
fn json(start: &str, extension: &str, whole: bool) -> Option<Format> {
    let by_name = match extension {
        "jsonl" | "ndjson" | "jsonlines" | "jl" => Some(Format::JsonLines),
        "json" => Some(Format::Json),
        _ => None,
    };
    let object = start.starts_with('{');
    if !object && !start.starts_with('[') {
        // Broken lines before the first good one do not make JSON lines a text.
        return by_name.filter(|format| {
            *format == Format::JsonLines && start.lines().take(20).any(is_object)
        });
    }
    if by_name == Some(Format::JsonLines) {
        return by_name;
    }
    let mut lines = start.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    if object && is_object(first) {
        let more = lines.next().is_some() || !whole && start[first.len()..].contains('\n');
        return Some(if more {
            Format::JsonLines
        } else {
            Format::Json
        });
    }
    if by_name.is_some() {
        let later = object && !starts_key(first) && lines.take(20).any(is_object);
        return Some(if later {
            Format::JsonLines
        } else {
            Format::Json
        });
    }
    // A text may open with a bracket, but not go on as an object or a list of them does.
    let inside = start[1..].trim_start();
    let goes_on = if object {
        inside.starts_with('"') && inside.contains(':')
    } else {
        inside.starts_with('{') && inside[1..].trim_start().starts_with('"')
    };
    if !goes_on {
        return None;
    }
    let later = object && !starts_key(first) && lines.take(20).any(is_object);
    Some(if later {
        Format::JsonLines
    } else {
        Format::Json
    })
}

/// Whether a line is a whole JSON object.
fn is_object(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('{') && line.ends_with('}') && serde_json::from_str::<&RawValue>(line).is_ok()
}

/// Whether a first line is that of an object written over several lines.
fn starts_key(line: &str) -> bool {
    line.trim() == "{"
}

/// What a text is that begins with a tag.
fn markup(start: &str, extension: &str) -> Result<Format, ReadError> {
    let window = &start[..start.floor_char_boundary(TAGS_WITHIN)];
    let lower = window.to_ascii_lowercase();
    let opens = |tag: &str| {
        lower.match_indices(tag).any(|(at, _)| {
            lower[at + tag.len()..]
                .chars()
                .next()
                .is_none_or(|next| next.is_whitespace() || matches!(next, '>' | '/'))
        })
    };
    if lower.contains("<!doctype html") || opens("<html") {
        return Ok(Format::Html);
    }
    let xml = lower.starts_with("<?xml");
    let root = root(&lower);
    if root == "svg" {
        return Err(ReadError::Binary("a picture (SVG)"));
    }
    if matches!(extension, "html" | "htm" | "xhtml" | "shtml") && !xml {
        return Ok(Format::Html);
    }
    let known = [
        "<head", "<body", "<div", "<p", "<article", "<h1", "<main", "<section", "<span", "<meta",
        "<title",
    ];
    if !xml
        && !lower.starts_with("<!doctype")
        && known.iter().any(|tag| opens(tag))
        && is_html_tag(&root)
    {
        return Ok(Format::Html);
    }
    if xml || lower.starts_with("<!doctype") || lower.contains(&format!("</{root}>")) {
        return Ok(Format::Xml);
    }
    Ok(Format::Text)
}

/// The name of the first element.
fn root(lower: &str) -> String {
    lower
        .match_indices('<')
        .find_map(|(at, _)| {
            let name: String = lower[at + 1..]
                .chars()
                .take_while(|char| char.is_alphanumeric() || matches!(char, ':' | '-' | '_'))
                .take(40)
                .collect();
            (!name.is_empty()).then_some(name)
        })
        .unwrap_or_default()
}

fn is_html_tag(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "body"
            | "div"
            | "p"
            | "article"
            | "h1"
            | "h2"
            | "h3"
            | "main"
            | "section"
            | "span"
            | "meta"
            | "title"
            | "link"
            | "script"
            | "style"
            | "header"
            | "nav"
            | "ul"
            | "ol"
            | "table"
            | "a"
            | "b"
            | "i"
            | "em"
            | "strong"
            | "img"
            | "figure"
            | "center"
            | "font"
            | "base"
            | "noscript"
            | "template"
            | "time"
            | "br"
            | "hr"
            | "aside"
            | "blockquote"
    )
}

/// Tags of any kind in a text that does not begin with one.
fn tags(text: &str) -> usize {
    let window = &text[..text.floor_char_boundary(TAGS_WITHIN)];
    window
        .match_indices('<')
        .filter(|(at, _)| {
            let rest = &window[at + 1..];
            let rest = rest.strip_prefix('/').unwrap_or(rest);
            let name = rest
                .split(|char: char| !char.is_ascii_alphanumeric())
                .next()
                .unwrap_or("");
            is_html_tag(&name.to_ascii_lowercase())
        })
        .count()
}

/// Closing tags of blocks: two of them make a page even of a text that begins with words.
fn blocks(text: &str) -> usize {
    let window = text[..text.floor_char_boundary(TAGS_WITHIN)].to_ascii_lowercase();
    [
        "</p>",
        "</div>",
        "</h1>",
        "</head>",
        "</title>",
        "</article>",
    ]
    .iter()
    .map(|tag| window.matches(tag).count())
    .sum()
}

/// Texts that belong to pages, or to programs, and hold no article.
fn foreign(extension: &str) -> Option<&'static str> {
    Some(match extension {
        "css" | "scss" | "less" => "a style sheet",
        "js" | "mjs" | "map" => "a script",
        "eml" | "mbox" => return None,
        "py" | "rs" | "sh" | "c" | "h" | "java" | "rb" | "pl" => "a program",
        "toml" | "yaml" | "yml" | "ini" | "lock" => "a configuration",
        _ => return None,
    })
}
