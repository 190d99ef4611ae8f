//! Parsing JSON as it is written in the wild: bare `NaN`, half a surrogate pair, raw line ends in strings.

use serde_json::Value;

/// What an article is told of whose JSON had to be repaired.
pub(super) const ISSUE: &str = "broken JSON, repaired";

/// Parses a text; whether it had to be repaired for it.
pub(super) fn parse(text: &str) -> Result<(Value, bool), serde_json::Error> {
    match serde_json::from_str(text) {
        Ok(value) => Ok((value, false)),
        Err(error) if error.is_syntax() && !is_trailing(&error) && !is_deep(&error) => {
            let repaired = repair(text);
            if repaired == text {
                return Err(error);
            }
            // What is said is wrong with the text as it stands.
            serde_json::from_str(&repaired)
                .map(|value| (value, true))
                .map_err(|_| error)
        }
        Err(error) => Err(error),
    }
}

/// Whether a value was followed by more.
pub(super) fn is_trailing(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("trailing characters")
}

fn is_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit")
}

/// A text with what is usually wrong set right, in one pass.
fn repair(text: &str) -> String {
    let mut repaired = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find('"') {
        repaired.push_str(&words(&rest[..at]));
        repaired.push('"');
        rest = string(&rest[at + 1..], &mut repaired);
    }
    repaired.push_str(&words(rest));
    repaired
}

/// What stands outside strings: Python's numbers and names become JSON's.
fn words(text: &str) -> String {
    if !text.contains(|char: char| char.is_ascii_uppercase()) {
        return text.to_owned();
    }
    text.replace("-Infinity", "null")
        .replace("Infinity", "null")
        .replace("NaN", "null")
        .replace("None", "null")
        .replace("True", "true")
        .replace("False", "false")
}

/// Copies a string up to its closing quote, and gives what follows it.
fn string<'t>(text: &'t str, into: &mut String) -> &'t str {
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => {
                into.push('"');
                return &text[at + 1..];
            }
            '\\' => {
                let Some((_, escaped)) = chars.next() else {
                    break;
                };
                match escaped {
                    'u' => {
                        let taken = unicode(&text[at..], into);
                        for _ in 0..taken.saturating_sub(2) {
                            chars.next();
                        }
                    }
                    '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {
                        into.push('\\');
                        into.push(escaped);
                    }
                    other => into.push(other),
                }
            }
            '\n' => into.push_str("\\n"),
            '\t' => into.push_str("\\t"),
            control if control < ' ' => into.push(' '),
            other => into.push(other),
        }
    }
    ""
}

/// Copies `\uXXXX`, or the pair of two; half a pair becomes U+FFFD. Gives the ASCII characters taken.
fn unicode(text: &str, into: &mut String) -> usize {
    match (unit(text), text.get(6..).and_then(unit)) {
        (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => {
            into.push_str(&text[..12]);
            12
        }
        (Some(0xd800..=0xdfff), _) => {
            into.push_str("\\ufffd");
            6
        }
        (Some(_), _) => {
            into.push_str(&text[..6]);
            6
        }
        (None, _) => {
            into.push('u');
            2
        }
    }
}

fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| u16::from_str_radix(digits, 16).ok())?
}
