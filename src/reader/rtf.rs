//! Rich text (RTF 1.9): groups and control words, of which only the text is kept.

use encoding_rs::{Encoding, WINDOWS_1252};

/// Groups inside groups whose state is kept; deeper ones share that of the last.
const MAX_DEPTH: usize = 1000;

/// The text, paragraphs parted by a blank line.
pub(super) fn text(bytes: &[u8]) -> String {
    let mut reading = Reading {
        bytes,
        at: 0,
        out: String::new(),
        pending: Vec::new(),
        charset: WINDOWS_1252,
        state: State {
            hidden: false,
            skip: 1,
        },
        saved: Vec::new(),
        lost: 0,
        to_skip: 0,
        high: None,
    };
    while reading.at < bytes.len() {
        reading.step();
    }
    reading.flush();
    reading.out
}

#[derive(Clone, Copy)]
struct State {
    hidden: bool,
    /// Characters that stand for a `\u` where it is not known.
    skip: usize,
}

struct Reading<'b> {
    bytes: &'b [u8],
    at: usize,
    out: String,
    /// Bytes in the charset that are not decoded yet.
    pending: Vec<u8>,
    charset: &'static Encoding,
    state: State,
    saved: Vec<State>,
    /// Open groups whose state was not saved.
    lost: usize,
    to_skip: usize,
    /// The first half of a character that is written as two.
    high: Option<u16>,
}

impl Reading<'_> {
    fn step(&mut self) {
        let byte = self.bytes[self.at];
        self.at += 1;
        match byte {
            b'{' if self.saved.len() >= MAX_DEPTH => self.lost += 1,
            b'{' => self.saved.push(self.state),
            b'}' if self.lost > 0 => self.lost -= 1,
            b'}' => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
                self.to_skip = 0;
            }
            b'\\' => self.control(),
            b'\r' | b'\n' | 0 => {}
            byte => self.byte(byte),
        }
    }

    fn control(&mut self) {
        let Some(&byte) = self.bytes.get(self.at) else {
            return;
        };
        if byte.is_ascii_alphabetic() {
            self.word();
            return;
        }
        self.at += 1;
        match byte {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).unwrap_or(b"");
                let value = std::str::from_utf8(digits)
                    .ok()
                    .and_then(|digits| u8::from_str_radix(digits, 16).ok());
                if let Some(value) = value {
                    self.at += 2;
                    self.byte(value);
                }
            }
            b'*' => self.state.hidden = true,
            b'~' => self.push(" "),
            b'_' => self.push("-"),
            b'\r' | b'\n' => self.push("\n\n"),
            b'\\' | b'{' | b'}' => self.byte(byte),
            _ => {}
        }
    }

    fn word(&mut self) {
        let rest = &self.bytes[self.at..];
        let letters = rest
            .iter()
            .take(32)
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let name = &rest[..letters];
        let after = &rest[letters..];
        let sign = usize::from(after.first() == Some(&b'-'));
        let digits = after[sign..]
            .iter()
            .take(10)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let number = std::str::from_utf8(&after[..sign + digits])
            .ok()
            .and_then(|digits| digits.parse::<i64>().ok());
        let used = if digits > 0 { sign + digits } else { 0 };
        let blank = usize::from(after.get(used) == Some(&b' '));
        self.at += letters + used + blank;
        match name {
            b"par" | b"sect" | b"page" | b"row" => self.push("\n\n"),
            b"line" => self.push("\n"),
            b"tab" | b"cell" | b"emspace" | b"enspace" => self.push(" "),
            b"emdash" => self.push("—"),
            b"endash" => self.push("–"),
            b"lquote" => self.push("‘"),
            b"rquote" => self.push("’"),
            b"ldblquote" => self.push("“"),
            b"rdblquote" => self.push("”"),
            b"bullet" => self.push("•"),
            b"uc" => self.state.skip = number.unwrap_or(1).clamp(0, 16) as usize,
            b"u" => {
                self.unit((number.unwrap_or(0) & 0xffff) as u16);
                self.to_skip = self.state.skip;
            }
            b"ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                if let Some(charset) = Encoding::for_label(label.as_bytes()) {
                    self.flush();
                    self.charset = charset;
                }
            }
            b"mac" => {
                self.flush();
                self.charset = encoding_rs::MACINTOSH;
            }
            b"bin" => self.at = self.at.saturating_add(number.unwrap_or(0).max(0) as usize),
            b"fonttbl" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"object"
            | b"header" | b"headerl" | b"headerr" | b"headerf" | b"footer" | b"footerl"
            | b"footerr" | b"footerf" | b"footnote" | b"fldinst" | b"listtable"
            | b"listoverridetable" | b"revtbl" | b"rsidtbl" | b"generator" | b"themedata"
            | b"nonshppict" | b"annotation" | b"xe" | b"tc" => self.state.hidden = true,
            _ => {}
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if !self.state.hidden {
            self.high = None;
            self.pending.push(byte);
        }
    }

    /// A UTF-16 unit, as `\u` writes them.
    fn unit(&mut self, unit: u16) {
        if self.state.hidden {
            return;
        }
        self.flush();
        let pair: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if pair.len() == 1 && (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        self.out.push_str(&String::from_utf16_lossy(&pair));
    }

    fn push(&mut self, text: &str) {
        self.to_skip = 0;
        if !self.state.hidden {
            self.flush();
            self.out.push_str(text);
        }
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            let (text, _) = self.charset.decode_without_bom_handling(&self.pending);
            self.out.push_str(&text);
            self.pending.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_text_is_kept() {
        for (rtf, expected) in [
            (
                r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Ferry \b aground\b0\par It ran.}",
                "Ferry aground\n\nIt ran.",
            ),
            (
                r"{\rtf1\ansicpg1250 \'b9\'e6 \u322?\u243\'f3d\u378 ?}",
                "ąć łódź",
            ),
            (r"{\rtf1 a{\*\generator x;}{\pict 00ff}b\{c\}\\}", "ab{c}\\"),
            (r"{\rtf1\uc0\u-10179\u-8704}", "😀"),
            (
                r"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt here}}}",
                "here",
            ),
        ] {
            assert_eq!(text(rtf.as_bytes()), expected, "{rtf}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_text(rtf in r"\{\\rtf([\\{}'*u0-9a-f -]|\\bin9999999999|\\par|\\u-3|é){0,60}") {
            let _ = text(rtf.as_bytes());
        }
    }
}
