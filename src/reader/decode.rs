//! Which charset bytes are in, and the text they are: by byte order mark, by what UTF-8 alone can be, by declaration, then by
//! detection.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use regex::bytes::Regex;

/// Bytes in which a declaration is looked for.
const DECLARED_WITHIN: usize = 64 << 10;
/// Bytes handed to the detector.
const DETECTED_FROM: usize = 256 << 10;
/// Bytes looked at for UTF-16 without a mark.
const SAMPLE: usize = 4 << 10;

/// Decoded text.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text, without byte order mark.
    pub(super) text: String,
    /// Whether bytes were wrong in the charset.
    pub(super) mis_encoded: bool,
    /// Whether the last character is cut.
    pub(super) cut: bool,
    /// The charset and how it was decided.
    pub(super) charset: Charset,
}

/// The charset of a document: which, how it was decided, and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset {
    /// Its name as the web has it: `UTF-8`, `windows-1252` …
    pub name: &'static str,
    /// How it was decided.
    pub by: CharsetBy,
    /// Characters that stand for bytes that were wrong in it.
    pub replaced: u64,
}

/// How a charset was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharsetBy {
    /// By a byte order mark.
    Mark,
    /// The bytes can be nothing else.
    Bytes,
    /// By what surrounds the document, such as an HTTP header.
    Header,
    /// By what the document says of itself.
    Declared,
    /// By the letters it gives.
    Detected,
}

impl CharsetBy {
    /// Its name: `mark`, `bytes`, `header`, `declared`, `detected`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Bytes => "bytes",
            Self::Header => "header",
            Self::Declared => "declared",
            Self::Detected => "detected",
        }
    }
}

/// Decodes bytes; `named` is a charset from outside, `url` the address they came from, whose top-level domain hints at a language.
pub(super) fn decode(bytes: &[u8], named: Option<&str>, url: Option<&str>) -> Decoded {
    if let Some((charset, mark)) = Encoding::for_bom(bytes) {
        return if charset == UTF_8 {
            let bytes = &bytes[mark..];
            utf8(bytes, CharsetBy::Mark).unwrap_or_else(|| mixed(bytes, CharsetBy::Mark))
        } else {
            by(charset, &bytes[mark..], CharsetBy::Mark)
        };
    }
    if let Some(charset) = utf16(bytes) {
        return by(charset, bytes, CharsetBy::Bytes);
    }
    // Text that is UTF-8 by accident does not happen; pages saved anew in UTF-8 under an old declaration do.
    if !bytes.contains(&0x1b)
        && let Some(decoded) = utf8(bytes, CharsetBy::Bytes)
    {
        return decoded;
    }
    if mostly_utf8(bytes) {
        return mixed(bytes, CharsetBy::Bytes);
    }
    let outside = named.map(|label| (label.as_bytes(), CharsetBy::Header));
    let inside = declared(bytes).map(|label| (label, CharsetBy::Declared));
    for (label, decided) in [outside, inside].into_iter().flatten() {
        if let Some(charset) =
            Encoding::for_label_no_replacement(label).filter(|charset| usable(charset))
        {
            let decoded = by(charset, bytes, decided);
            if !decoded.mis_encoded {
                return decoded;
            }
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(
        &bytes[..bytes.len().min(DETECTED_FROM)],
        bytes.len() <= DETECTED_FROM,
    );
    let domain = url.and_then(top_level_domain);
    let charset = detector.guess(domain.as_deref().map(str::as_bytes), Utf8Detection::Deny);
    by(charset, bytes, CharsetBy::Detected)
}

/// A declaration can only be right where it could be read in the charset it declares.
fn usable(charset: &'static Encoding) -> bool {
    charset != UTF_8 && charset.is_ascii_compatible() || charset.name() == "ISO-2022-JP"
}

fn by(charset: &'static Encoding, bytes: &[u8], by: CharsetBy) -> Decoded {
    let (text, mis_encoded) = charset.decode_without_bom_handling(bytes);
    let replaced = if mis_encoded {
        text.matches('\u{fffd}').count() as u64
    } else {
        0
    };
    Decoded {
        text: text.into_owned(),
        mis_encoded,
        cut: false,
        charset: Charset {
            name: charset.name(),
            by,
            replaced,
        },
    }
}

/// The text where it is UTF-8 but for a last character that is cut.
fn utf8(bytes: &[u8], by: CharsetBy) -> Option<Decoded> {
    let (text, cut) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            let whole = &bytes[..error.valid_up_to()];
            if whole.is_ascii() {
                // One odd byte at the end says nothing of UTF-8.
                return None;
            }
            (std::str::from_utf8(whole).ok()?, true)
        }
        Err(_) => return None,
    };
    Some(Decoded {
        text: text.to_owned(),
        mis_encoded: false,
        cut,
        charset: Charset {
            name: UTF_8.name(),
            by,
            replaced: 0,
        },
    })
}

/// Whether most characters beyond ASCII are good UTF-8, so that the wrong bytes are the odd ones.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 2 * bad.max(1)
}

/// UTF-8 with single bytes of another charset in it: those are read as windows-1252, pieces of a character as U+FFFD.
fn mixed(bytes: &[u8], by: CharsetBy) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        replaced += u64::from(!chunk.invalid().is_empty());
        match chunk.invalid() {
            [] => {}
            [byte] => text.push_str(&WINDOWS_1252.decode_without_bom_handling(&[*byte]).0),
            _ => text.push('\u{fffd}'),
        }
    }
    Decoded {
        text,
        mis_encoded: true,
        cut: false,
        charset: Charset {
            name: UTF_8.name(),
            by,
            replaced,
        },
    }
}

/// The charset a document declares in its first bytes: a `meta` element, an XML declaration, or a mail's header.
pub(super) fn declared(bytes: &[u8]) -> Option<&[u8]> {
    static DECLARATION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r#"(?i-u)<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([a-z0-9_:.\-]{2,40})"#,
            r#"|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']\s*([a-z0-9_:.\-]{2,40})"#,
            r#"|(?:^|\n)content-type:[^\n]{0,200}?\bcharset\s*=\s*["']?([a-z0-9_:.\-]{2,40})"#,
        ))
        .expect("a constant pattern")
    });
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let found = DECLARATION.captures(head)?;
    (1..=3)
        .find_map(|group| found.get(group))
        .map(|label| label.as_bytes())
}

/// The kind of UTF-16 that bytes without a mark are in, told by where their zeros stand.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((charset, _)) = Encoding::for_bom(bytes) {
        return Some(charset).filter(|charset| *charset != UTF_8);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let pairs = sample.len() / 2;
    let charset = match (even, odd) {
        (few, many) if many * 25 > pairs && few * 500 <= pairs => UTF_16LE,
        (many, few) if many * 25 > pairs && few * 500 <= pairs => UTF_16BE,
        _ => return None,
    };
    let (text, _) = charset.decode_without_bom_handling(sample);
    let (mut chars, mut odd_ones) = (0_usize, 0_usize);
    for char in text.chars() {
        chars += 1;
        odd_ones += usize::from(!(char.is_alphanumeric() || char.is_whitespace() || is_mark(char)));
    }
    (odd_ones * 20 <= chars).then_some(charset)
}

/// Punctuation and signs of the scripts that news is written in.
fn is_mark(char: char) -> bool {
    char.is_ascii_punctuation()
        || matches!(char, '\u{a0}'..='\u{bf}' | '\u{300}'..='\u{36f}' | '\u{60c}'..='\u{66d}' | '\u{900}'..='\u{e7f}'
            | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{214f}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

fn top_level_domain(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1;
    let host = host.split(['/', '?', '#', ':']).next()?;
    let domain = host.rsplit('.').next()?.to_ascii_lowercase();
    let plain = !domain.is_empty()
        && domain
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    plain.then_some(domain)
}
