//! Reads the JSON that pages really carry: with raw line breaks, trailing commas, comment marks, escaped quotes, cut ends.

use serde_json::Value;

use crate::extract::html::entities;

/// The values of a script: one, several in a row, or none.
pub(super) fn parse(raw: &str) -> Vec<Value> {
    let raw = unwrapped(raw);
    if raw.is_empty() {
        return Vec::new();
    }
    let whole = in_a_row(raw);
    if !whole.is_empty() {
        return whole;
    }
    let mended = mend(raw);
    let values = in_a_row(&mended);
    if !values.is_empty() {
        return values;
    }
    if raw.contains("&quot;") || raw.contains("&#34;") {
        return in_a_row(&mend(&entities::decode(raw)));
    }
    Vec::new()
}

/// Without comment marks, CDATA and semicolons around.
fn unwrapped(raw: &str) -> &str {
    let mut text = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == ';');
    for _ in 0..4 {
        for start in [
            "<!--",
            "//<![CDATA[",
            "/*<![CDATA[*/",
            "<![CDATA[",
            "// <![CDATA[",
            "//",
        ] {
            if let Some(rest) = text.strip_prefix(start) {
                text = rest.trim_start();
            }
        }
        for end in [
            "//-->", "-->", "//]]>", "/*]]>*/", "]]>", "// ]]>", "//", ";",
        ] {
            if let Some(rest) = text.strip_suffix(end) {
                text = rest.trim_end();
            }
        }
    }
    text
}

/// Values one after the other; those before the first error.
fn in_a_row(text: &str) -> Vec<Value> {
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value @ (Value::Object(_) | Value::Array(_))) => values.push(value),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    values
}

/// One pass over the text: control characters in strings escaped, bad escapes and stray quotes mended, commas before a closing bracket
/// dropped, what is open at the end closed.
fn mend(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut open: Vec<char> = Vec::new();
    let mut in_string = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if in_string {
            match c {
                '\\' => match chars.peek().map(|(_, next)| *next) {
                    Some(next @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => {
                        out.push('\\');
                        out.push(next);
                        chars.next();
                    }
                    Some('u') if is_hex4(&text[at + 2..]) => out.push('\\'),
                    Some('u') => {}
                    _ => {}
                },
                '"' => {
                    if ends_string(&text[at + 1..]) {
                        in_string = false;
                        out.push('"');
                    } else {
                        out.push_str("\\\"");
                    }
                }
                '\n' => out.push_str("\\n"),
                '\r' => {}
                '\t' => out.push_str("\\t"),
                c if (c as u32) < 0x20 => out.push(' '),
                c => out.push(c),
            }
            continue;
        }
        match c {
            '"' => {
                in_string = true;
                out.push('"');
            }
            '{' | '[' => {
                open.push(if c == '{' { '}' } else { ']' });
                out.push(c);
            }
            '}' | ']' => {
                drop_comma(&mut out);
                if open.last() == Some(&c) {
                    open.pop();
                    out.push(c);
                }
            }
            ',' => {
                if !out.trim_end().ends_with([',', '{', '[']) {
                    out.push(c);
                }
            }
            c => out.push(c),
        }
    }
    if in_string {
        out.push('"');
    }
    drop_comma(&mut out);
    if out.ends_with(':') {
        out.push_str("null");
    }
    while let Some(close) = open.pop() {
        out.push(close);
    }
    out
}

fn drop_comma(out: &mut String) {
    out.truncate(out.trim_end().len());
    if out.ends_with(',') {
        out.pop();
    }
}

fn is_hex4(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 4 && bytes[..4].iter().all(u8::is_ascii_hexdigit)
}

/// Whether a quote followed by `rest` closes its string: a comma, colon or bracket comes next.
fn ends_string(rest: &str) -> bool {
    let mut bytes = rest.bytes().filter(|byte| !byte.is_ascii_whitespace());
    match bytes.next() {
        None | Some(b':' | b'}' | b']') => true,
        // A comma ends the string only where another value or key follows.
        Some(b',') => matches!(
            bytes.next(),
            None | Some(b'"' | b'{' | b'[' | b'}' | b']' | b'0'..=b'9' | b't' | b'f' | b'n' | b'-')
        ),
        _ => false,
    }
}
