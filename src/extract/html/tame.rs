//! Pages whose tags nest without end: the parser's time grows with depth, so what lies too deep loses its tags.

use std::borrow::Cow;

/// Elements nest no deeper than this in pages that people made.
const DEEPEST: usize = 400;

/// The page, with the start tags dropped that would nest deeper than [`DEEPEST`]; borrowed where there are none. Linear.
pub(super) fn tame(page: &str) -> Cow<'_, str> {
    let bytes = page.as_bytes();
    let mut depth = 0usize;
    let mut out: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + found;
        let next = bytes.get(start + 1).copied().unwrap_or(b' ');
        at = start + 1;
        if next == b'/' {
            depth = depth.saturating_sub(1);
        } else if next.is_ascii_alphabetic() {
            if is_alone(&bytes[start + 1..]) {
                continue;
            }
            depth += 1;
            if depth > DEEPEST {
                depth -= 1;
                let end = memchr::memchr(b'>', &bytes[start..])
                    .map_or(bytes.len(), |end| start + end + 1);
                let out = out.get_or_insert_with(|| String::with_capacity(page.len()));
                out.push_str(&page[copied..start]);
                out.push(' ');
                copied = end;
                at = end;
            }
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

/// Whether the tag that begins here never has an end tag, or seldom has one.
fn is_alone(tag: &[u8]) -> bool {
    const ALONE: &[&[u8]] = &[
        b"br", b"img", b"meta", b"link", b"input", b"hr", b"source", b"area", b"base", b"col",
        b"embed", b"param", b"track", b"wbr", b"p", b"li", b"dt", b"dd", b"tr", b"td", b"th",
        b"option", b"tbody", b"thead", b"tfoot", b"path",
    ];
    let length = tag
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(tag.len());
    ALONE
        .iter()
        .any(|name| name.eq_ignore_ascii_case(&tag[..length]))
}
