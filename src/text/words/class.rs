//! Kinds of bytes and characters, as words are cut.

/// Kinds of bytes: one bit each.
pub(super) const LOWER: u8 = 1;
pub(super) const UPPER: u8 = 2;
pub(super) const DIGIT: u8 = 4;
/// Begins a character beyond ASCII.
pub(super) const WIDE: u8 = 8;
/// Goes on inside a word if a letter or digit follows: `' - . , &`
pub(super) const INNER: u8 = 16;
/// May end a sentence: `. ! ?`
pub(super) const END: u8 = 32;
/// Ends a line.
pub(super) const LINE: u8 = 64;
/// Letter or digit of ASCII.
pub(super) const WORD: u8 = LOWER | UPPER | DIGIT;

/// The kinds of each byte.
pub(super) static CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut byte = 0_usize;
    while byte < 256 {
        class[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            0x80..=0xff => WIDE,
            b'.' => INNER | END,
            b'\'' | b'-' | b',' | b'&' => INNER,
            b'!' | b'?' => END,
            b'\n' | b'\r' | 0x0c => LINE,
            _ => 0,
        };
        byte += 1;
    }
    class
};

/// How a character goes on a word or joins two of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Letter, digit, mark, or nothing to see.
    Letter,
    /// A word of its own: Han, kana, Thai, Lao, Khmer, Burmese.
    Single,
    /// `'`
    Apostrophe,
    /// `-`
    Hyphen,
    /// `.`
    Dot,
    /// `,`
    Comma,
    /// `&`
    And,
    /// Anything else.
    Other,
}

/// The sort of a character.
pub(super) fn sort(c: char) -> Sort {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Sort::Letter,
        '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}' | '\u{2bb}' | '\u{2018}' | '\u{201b}' => {
            Sort::Apostrophe
        }
        '-' | '\u{2010}' | '\u{2011}' => Sort::Hyphen,
        '.' => Sort::Dot,
        ',' => Sort::Comma,
        '&' => Sort::And,
        '\0'..='\u{7f}' => Sort::Other,
        _ if is_single(c) => Sort::Single,
        _ if c.is_alphanumeric() || crate::text::fold::is_mark(c) => Sort::Letter,
        _ if crate::text::fold::is_ignorable(c) => Sort::Letter,
        '\u{5f3}' | '\u{5f4}' => Sort::Letter,
        _ => Sort::Other,
    }
}

/// Whether the script of `c` puts no blanks between words, so that each character is a word.
pub(super) fn is_single(c: char) -> bool {
    c >= '\u{e01}'
        && matches!(c, '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{edc}'..='\u{edf}'
            | '\u{1000}'..='\u{103f}' | '\u{104c}'..='\u{109f}' | '\u{1780}'..='\u{17d3}'
            | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
            | '\u{3031}'..='\u{3035}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}'
            | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3105}'..='\u{312f}'
            | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}'
            | '\u{20000}'..='\u{3ffff}')
}

/// Whether `c` ends a sentence in any script, with or without a blank after it.
pub(super) fn ends_sentence(c: char) -> bool {
    matches!(
        c,
        '。' | '！'
            | '？'
            | '｡'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '…'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '។'
            | '၊'
            | '။'
    )
}

/// Whether `c` may stand between the end of a sentence and the blank after it.
pub(super) fn closes(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '}'
            | '»'
            | '«'
            | '”'
            | '’'
            | '“'
            | '›'
            | '」'
            | '』'
            | '）'
            | '】'
            | '*'
            | '_'
    )
}
