//! What transport did to a text is undone: byte order marks, line ends, entities, mojibake, invisible characters, hints at links.

use std::borrow::Cow;

use crate::article::Issue;
use crate::extract::scrape::unseen;

/// The text as it was meant. Linear in its length.
pub(super) fn repair<'a>(text: &'a str, issues: &mut Vec<Issue>) -> Cow<'a, str> {
    let mut text = Cow::Borrowed(text);
    // A soft hyphen or a mark of byte order may be half of a character.
    if let Some(repaired) = mojibake(&text) {
        issues.push("mojibake repaired".to_owned());
        text = Cow::Owned(repaired);
    }
    if text.contains(is_noise) || text.contains('\r') {
        text = Cow::Owned(without_noise(&text));
    }
    if text.contains('&') {
        text = Cow::Owned(entities(&text));
    }
    if let Cow::Owned(seen) = unseen::without(&text) {
        text = Cow::Owned(seen);
    }
    text
}

/// Characters that are not seen: marks of byte order, soft hyphens, zero-width spaces, controls.
fn is_noise(c: char) -> bool {
    matches!(
        c,
        '\u{feff}'
            | '\u{ad}'
            | '\u{200b}'
            | '\u{2060}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{85}'
    ) || (c.is_ascii_control() && !matches!(c, '\n' | '\t' | '\u{c}'))
}

fn without_noise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
            '\u{1b}' => escape(&mut chars),
            c if is_noise(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Skips what an escape character tells a terminal: colours and movements (`ESC [ 1 m`), titles (`ESC ] 0 ; … BEL`).
fn escape(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    // No order is longer; what is, was none.
    const LONGEST: usize = 256;
    let ends: fn(char) -> bool = match chars.peek() {
        Some('[') => |c| ('@'..='~').contains(&c),
        Some(']') => |c| matches!(c, '\u{7}' | '\u{9c}' | '\u{1b}'),
        _ => return,
    };
    chars.next();
    for _ in 0..LONGEST {
        match chars.peek() {
            None | Some('\n') => return,
            Some(c) if ends(*c) => {
                chars.next();
                return;
            }
            Some(_) => {
                chars.next();
            }
        }
    }
}

/// A run of characters beyond ASCII, and the bytes that windows-1252 has for them.
#[derive(Default)]
struct Run {
    chars: String,
    bytes: Vec<u8>,
    strange: bool,
}

impl Run {
    /// The UTF-8 that was read as windows-1252, where the run is such.
    fn meant(&self) -> Option<&str> {
        let known = !self.strange && self.bytes.len() > 1;
        known
            .then(|| std::str::from_utf8(&self.bytes).ok())
            .flatten()
    }
}

/// Undoes UTF-8 that was read as windows-1252 (`â€™` for `’`); `None` where the text shows no such thing.
///
/// Each run of characters beyond ASCII is tried for itself: it is repaired where its windows-1252 bytes are UTF-8.
fn mojibake(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut repaired, mut kept) = (0usize, 0usize);
    let mut run = Run::default();
    for c in text.chars().chain(std::iter::once('\n')) {
        if !c.is_ascii() {
            match windows_1252(c) {
                Some(byte) => run.bytes.push(byte),
                None => run.strange = true,
            }
            run.chars.push(c);
            continue;
        }
        if !run.chars.is_empty() {
            match run.meant() {
                Some(meant) => {
                    repaired += 1;
                    out.push_str(meant);
                }
                None => {
                    kept += 1;
                    out.push_str(&run.chars);
                }
            }
            run = Run::default();
        }
        out.push(c);
    }
    out.pop();
    (repaired > kept).then_some(out)
}

/// The byte of windows-1252 that stands for `c`, the five undefined ones as their C1 controls.
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match c {
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => HIGH
            .iter()
            .position(|high| *high == c)
            .and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

/// Named entities that news texts hold.
#[rustfmt::skip]
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", " "), ("ndash", "–"), ("mdash", "—"), ("lsquo", "‘"),
    ("rsquo", "’"), ("sbquo", "‚"), ("ldquo", "“"), ("rdquo", "”"), ("bdquo", "„"), ("laquo", "«"), ("raquo", "»"), ("lsaquo", "‹"),
    ("rsaquo", "›"), ("hellip", "…"), ("bull", "•"), ("middot", "·"), ("copy", "©"), ("reg", "®"), ("trade", "™"), ("euro", "€"), ("pound", "£"),
    ("yen", "¥"), ("cent", "¢"), ("sect", "§"), ("para", "¶"), ("deg", "°"), ("plusmn", "±"), ("times", "×"), ("frac12", "½"), ("frac14", "¼"),
    ("frac34", "¾"), ("sup2", "²"), ("sup3", "³"), ("iexcl", "¡"), ("iquest", "¿"), ("shy", ""), ("ensp", " "), ("emsp", " "), ("thinsp", " "),
    ("zwj", "\u{200d}"), ("zwnj", "\u{200c}"), ("ordf", "ª"), ("ordm", "º"), ("micro", "µ"), ("minus", "−"), ("prime", "′"), ("dagger", "†"),
    ("Agrave", "À"), ("Aacute", "Á"), ("Acirc", "Â"), ("Atilde", "Ã"), ("Auml", "Ä"), ("Aring", "Å"), ("AElig", "Æ"), ("Ccedil", "Ç"),
    ("Egrave", "È"), ("Eacute", "É"), ("Ecirc", "Ê"), ("Euml", "Ë"), ("Igrave", "Ì"), ("Iacute", "Í"), ("Icirc", "Î"), ("Iuml", "Ï"), ("ETH", "Ð"),
    ("Ntilde", "Ñ"), ("Ograve", "Ò"), ("Oacute", "Ó"), ("Ocirc", "Ô"), ("Otilde", "Õ"), ("Ouml", "Ö"), ("Oslash", "Ø"), ("Ugrave", "Ù"),
    ("Uacute", "Ú"), ("Ucirc", "Û"), ("Uuml", "Ü"), ("Yacute", "Ý"), ("THORN", "Þ"), ("szlig", "ß"), ("agrave", "à"), ("aacute", "á"), ("acirc", "â"),
    ("atilde", "ã"), ("auml", "ä"), ("aring", "å"), ("aelig", "æ"), ("ccedil", "ç"), ("egrave", "è"), ("eacute", "é"), ("ecirc", "ê"), ("euml", "ë"),
    ("igrave", "ì"), ("iacute", "í"), ("icirc", "î"), ("iuml", "ï"), ("eth", "ð"), ("ntilde", "ñ"), ("ograve", "ò"), ("oacute", "ó"), ("ocirc", "ô"),
    ("otilde", "õ"), ("ouml", "ö"), ("oslash", "ø"), ("ugrave", "ù"), ("uacute", "ú"), ("ucirc", "û"), ("uuml", "ü"), ("yacute", "ý"), ("thorn", "þ"),
    ("yuml", "ÿ"), ("OElig", "Œ"), ("oelig", "œ"), ("Scaron", "Š"), ("scaron", "š"), ("Yuml", "Ÿ"),
];

/// Decodes character references; what is none stays. Those that were escaped twice (`&amp;rsquo;`) are read through.
fn entities(text: &str) -> String {
    let once = entities_once(text);
    if text.contains("&amp;") && once.contains('&') {
        entities_once(&once)
    } else {
        once
    }
}

fn entities_once(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let from = &rest[at..];
        // The longest name is well under 12 bytes.
        let end = from.bytes().take(12).position(|byte| byte == b';');
        let meant = end.and_then(|end| Some((decode(from.get(1..end)?)?, end)));
        if let Some((meant, end)) = meant {
            out.push_str(&meant);
            rest = &from[end + 1..];
        } else {
            out.push('&');
            rest = &from[1..];
        }
    }
    out.push_str(rest);
    out
}

fn decode(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(match char::from_u32(code)? {
            '\u{a0}' => " ".to_owned(),
            c if is_noise(c) => String::new(),
            c => c.to_string(),
        });
    }
    let known = NAMED.iter().find(|(known, _)| *known == name);
    known.map(|(_, meant)| (*meant).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs() {
        for (text, meant) in [
            ("\u{feff}One\r\nTwo\rThree", "One\nTwo\nThree"),
            (
                "Ukraine&rsquo;s &ldquo;gate&rdquo;&nbsp;&ndash; &#8364;5 &amp;amp; more",
                "Ukraine’s “gate” – €5 & more",
            ),
            ("AT&T; R&D & co &unknown;", "AT&T; R&D & co &unknown;"),
            (
                "The bridgeâ€™s fall â€” in MÃ¼nchen",
                "The bridge’s fall — in München",
            ),
            (
                "Der HubschrauberÂ\u{ad}landeplatz fÃ¼r MÃ¼nchen â€” groÃŸ",
                "Der Hubschrauberlandeplatz für München — groß",
            ),
            ("Die Brücke in München fällt", "Die Brücke in München fällt"),
            ("Heli\u{ad}kopter\u{200b}", "Helikopter"),
        ] {
            assert_eq!(repair(text, &mut Vec::new()), meant);
        }
    }
}
