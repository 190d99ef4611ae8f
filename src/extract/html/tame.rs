//! Pages that would cost the parser more than linear time: tags nested without end, tags of thousands of attributes.

use std::borrow::Cow;

use memchr::memchr;

/// Elements nest no deeper than this in pages that people made.
const DEEPEST: usize = 400;
/// A tag longer than this has its attributes counted.
const LONG_TAG: usize = 8192;
/// Tags have no more attributes than this in pages that people made.
const MOST_ATTRIBUTES: usize = 500;

/// The page without the start tags that would nest deeper than [`DEEPEST`] and without the attributes beyond [`MOST_ATTRIBUTES`];
/// borrowed where there are none. Linear.
pub(super) fn tame(page: &str) -> Cow<'_, str> {
    let bytes = page.as_bytes();
    let mut depth = 0usize;
    let mut out: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        let start = at + found;
        at = start + 1;
        let next = bytes.get(at).copied().unwrap_or(b' ');
        if next == b'/' {
            if !is_alone(&bytes[at + 1..]) {
                depth = depth.saturating_sub(1);
            }
            continue;
        }
        if bytes[at..].starts_with(b"!--") {
            at = memchr::memmem::find(&bytes[at..], b"-->").map_or(bytes.len(), |end| at + end);
            continue;
        }
        if !next.is_ascii_alphabetic() {
            continue;
        }
        if let Some(name) = raw_text(&bytes[at..]) {
            at = closing(bytes, at, name);
            continue;
        }
        let end = memchr(b'>', &bytes[start..]).map_or(bytes.len(), |end| start + end + 1);
        let naive = &bytes[start..end];
        // A `>` inside quotes does not end the tag.
        let quoted = |quote: u8| memchr::memchr_iter(quote, naive).count() % 2 == 1;
        if naive.len() > LONG_TAG || quoted(b'"') || quoted(b'\'') {
            let tag = measure(&bytes[start..]);
            if let Some(keep) = tag.keep {
                let out = out.get_or_insert_with(|| String::with_capacity(page.len()));
                out.push_str(&page[copied..start + keep]);
                out.push('>');
                copied = start + tag.end;
            }
            at = start + tag.end;
        }
        if is_alone(&bytes[start + 1..]) {
            continue;
        }
        depth += 1;
        if depth > DEEPEST && copied <= start {
            depth -= 1;
            let out = out.get_or_insert_with(|| String::with_capacity(page.len()));
            out.push_str(&page[copied..start]);
            out.push(' ');
            copied = end.max(at);
            at = copied;
        }
    }
    match out {
        Some(mut out) => {
            out.push_str(&page[copied..]);
            Cow::Owned(out)
        }
        None => Cow::Borrowed(page),
    }
}

/// The name of the element that begins here, where what it holds is no markup.
fn raw_text(tag: &[u8]) -> Option<&'static [u8]> {
    const NAMES: &[&[u8]] = &[b"script", b"style", b"textarea", b"title"];
    NAMES.iter().copied().find(|name| {
        tag.get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name))
            && tag
                .get(name.len())
                .is_none_or(|byte| !byte.is_ascii_alphanumeric())
    })
}

/// Where the end tag of such an element begins; the end of the page where it has none.
fn closing(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        at += found + 1;
        if bytes.get(at) == Some(&b'/')
            && bytes
                .get(at + 1..at + 1 + name.len())
                .is_some_and(|end| end.eq_ignore_ascii_case(name))
        {
            // Past the tag's own bracket, so that it is not counted.
            return at;
        }
    }
    bytes.len()
}

/// Where a tag ends, and where it is to be cut for having too many attributes.
struct Measured {
    keep: Option<usize>,
    end: usize,
}

/// Counts the attributes of the tag that begins here, up to its end.
fn measure(tag: &[u8]) -> Measured {
    let mut count = 0;
    let mut keep = None;
    let mut quote = None;
    let mut before = b' ';
    for (at, &byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => return Measured { keep, end: at + 1 },
            (None, _) if byte.is_ascii_whitespace() || byte == b'/' => {
                count += 1;
                if count == MOST_ATTRIBUTES {
                    keep = Some(at);
                }
            }
            _ => {}
        }
        if quote.is_some() || !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    Measured {
        keep,
        end: tag.len(),
    }
}

/// Whether the tag that begins here never has an end tag, or seldom has one.
fn is_alone(tag: &[u8]) -> bool {
    let length = tag
        .iter()
        .take(8)
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(8);
    let mut name = [0u8; 8];
    for (to, from) in name.iter_mut().zip(&tag[..length.min(tag.len())]) {
        *to = from.to_ascii_lowercase();
    }
    matches!(
        &name[..length],
        b"br"
            | b"img"
            | b"meta"
            | b"link"
            | b"input"
            | b"hr"
            | b"source"
            | b"area"
            | b"base"
            | b"col"
            | b"embed"
            | b"param"
            | b"track"
            | b"wbr"
            | b"p"
            | b"li"
            | b"dt"
            | b"dd"
            | b"tr"
            | b"td"
            | b"th"
            | b"option"
            | b"tbody"
            | b"thead"
            | b"tfoot"
            | b"path"
    )
}
