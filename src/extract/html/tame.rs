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
        if !next.is_ascii_alphabetic() {
            continue;
        }
        let end = memchr(b'>', &bytes[start..]).map_or(bytes.len(), |end| start + end + 1);
        if end - start > LONG_TAG
            && let Some(cut) = too_many_attributes(&bytes[start..])
        {
            let out = out.get_or_insert_with(|| String::with_capacity(page.len()));
            out.push_str(&page[copied..start + cut.keep]);
            out.push('>');
            copied = start + cut.end;
            at = copied;
        }
        if is_alone(&bytes[start + 1..]) {
            continue;
        }
        depth += 1;
        if depth > DEEPEST && at == start + 1 {
            depth -= 1;
            let out = out.get_or_insert_with(|| String::with_capacity(page.len()));
            out.push_str(&page[copied..start]);
            out.push(' ');
            copied = end;
            at = end;
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

/// Where a tag of too many attributes is cut, and where it ends.
struct Cut {
    keep: usize,
    end: usize,
}

/// Counts the attributes of the tag that begins here; `None` where they are few enough.
fn too_many_attributes(tag: &[u8]) -> Option<Cut> {
    let mut count = 0;
    let mut keep = None;
    let mut quote = None;
    let mut before = b' ';
    for (at, &byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => {
                return keep.map(|keep| Cut { keep, end: at + 1 });
            }
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
    keep.map(|keep| Cut {
        keep,
        end: tag.len(),
    })
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
