//! A line of text and carets under a part of it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::{Span, printable};

/// Columns of text kept on each side of the part pointed at.
const AROUND: usize = 36;
/// Columns of the part pointed at that are shown.
const POINTED: usize = 60;

/// Two lines: `text`, and carets under `span`. Line breaks and control characters become blanks, long texts are cut around the span
/// (`…`), and columns are counted as a terminal shows them. An empty span gets one caret.
pub fn excerpt(text: &str, span: Span) -> String {
    let start = floor(text, span.start);
    let end = floor(text, span.end.max(start));
    let before = tail(&text[..start], AROUND);
    let pointed = head(&text[start..end], POINTED);
    let whole = pointed.len() == end - start;
    let after = if whole {
        head(&text[end..], AROUND)
    } else {
        ""
    };

    let opening = if before.len() < start { "…" } else { "" };
    let closing = match whole {
        false => "…",
        true if after.len() < text.len() - end => "…",
        true => "",
    };
    let before = printable(before);
    let pointed = printable(pointed);
    let line = format!("{opening}{before}{pointed}{}{closing}", printable(after));
    let indent = opening.width() + before.width();
    let carets = pointed.width().max(1);
    format!(
        "{}\n{}{}",
        line.trim_end(),
        " ".repeat(indent),
        "^".repeat(carets)
    )
}

/// The nearest character border at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// As much of the beginning as fits into `columns`.
fn head(text: &str, columns: usize) -> &str {
    let mut width = 0;
    for (at, character) in text.char_indices() {
        width += character.width().unwrap_or(1);
        if width > columns {
            return &text[..at];
        }
    }
    text
}

/// As much of the end as fits into `columns`.
fn tail(text: &str, columns: usize) -> &str {
    let mut width = 0;
    for (at, character) in text.char_indices().rev() {
        width += character.width().unwrap_or(1);
        if width > columns {
            return &text[at + character.len_utf8()..];
        }
    }
    text
}
