//! Cheap hashes of words, the same in every version of the program.

/// A hash of a word.
pub(super) type Hash = u32;

/// What the hash of every word begins with.
pub(super) const SEED: Hash = 0x811c_9dc5;
/// What the hash of a number begins with.
pub(super) const NUMBER: Hash = 0x1b87_3593;
/// The possessive `'s`.
pub(super) const POSSESSIVE: Hash = 0x27d4_eb2f;
/// An address of the web.
pub(super) const ADDRESS: Hash = 0x1656_67b1;
/// What stands before the first token and after the last.
pub(super) const BORDER: Hash = 0x9e37_79b9;

/// A hash with one byte more.
pub(super) fn push(hash: Hash, byte: u8) -> Hash {
    // The rotation lets early letters reach the low bits too.
    (hash ^ u32::from(byte))
        .wrapping_mul(0x0100_0193)
        .rotate_left(5)
}

/// A hash with one letter more, in lower case and without diacritics.
pub(super) fn push_char(hash: Hash, char: char) -> Hash {
    let code = char as u32;
    if let Some(plain) = code
        .checked_sub(0xc0)
        .and_then(|at| PLAIN.get(at as usize))
        .filter(|plain| **plain != b'?')
    {
        return push(hash, *plain);
    }
    let mut hash = hash;
    for lower in char.to_lowercase() {
        for byte in (lower as u32).to_le_bytes().into_iter().take(3) {
            hash = push(hash, byte);
        }
    }
    hash
}

/// The hash of a mark.
pub(super) fn mark(char: char) -> Hash {
    let char = match char {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '`' => '\'',
        '–' | '—' => '-',
        other => other,
    };
    push_char(0x85eb_ca6b, char)
}

/// The hash of a word by itself, as the tokeniser makes it.
pub(super) fn word(word: &str) -> Hash {
    word.chars().fold(SEED, |hash, char| match char {
        '’' => push(hash, b'\''),
        char if char.is_ascii() => push(hash, char.to_ascii_lowercase() as u8),
        '\u{300}'..='\u{36f}' | '\u{ad}' => hash,
        char => push_char(hash, char),
    })
}

/// One hash of two.
pub(super) fn pair(left: Hash, right: Hash) -> Hash {
    (left.rotate_left(13) ^ right)
        .wrapping_mul(0x9e37_79b1)
        .rotate_left(15)
}

/// The letters from U+00C0 to U+024F without their diacritics; `?` where there is no such letter.
const PLAIN: &[u8] = b"aaaaaaaceeeeiiiidnooooo?ouuuuy?saaaaaaaceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggggggg\
hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs????????\
???????e??f?????????????oo?????????????uu????????????????????????????aaiioouuuuuuuuuu?aaaa????ggkkoo\
oo??j???gg??nnaa????aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????";
