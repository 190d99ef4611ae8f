//! Little words: so common that phrases of them would be slow, and pairs of them are terms of their own.

/// Bytes of the longest little word.
const LONGEST: usize = 5;

/// Articles, prepositions, pronouns and such, folded, of the languages that most archives hold. What is missing only costs time.
const LITTLE: &[&str] = &[
    // English
    "a", "about", "after", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can",
    "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into", "is", "it",
    "its", "more", "new", "no", "not", "of", "on", "one", "or", "out", "over", "said", "she", "so",
    "some", "than", "that", "the", "their", "they", "this", "to", "up", "was", "we", "were",
    "what", "when", "which", "who", "will", "with", "would", "you", // German
    "als", "am", "auch", "auf", "aus", "bei", "das", "dass", "dem", "den", "der", "des", "die",
    "ein", "eine", "er", "es", "fur", "hat", "im", "ist", "mit", "nach", "nicht", "sich", "sie",
    "um", "und", "von", "wie", "zu", "zum", "zur", // French
    "au", "aux", "ce", "dans", "de", "du", "en", "est", "et", "il", "la", "le", "les", "ne", "par",
    "pas", "plus", "pour", "que", "qui", "se", "son", "sont", "sur", "un", "une",
    // Spanish, Portuguese, Italian
    "al", "che", "com", "como", "con", "da", "del", "della", "di", "do", "dos", "e", "el", "gli",
    "lo", "los", "mas", "non", "o", "os", "para", "per", "por", "si", "su", "su", "uma", "una",
    "y",
];

const COUNT: usize = LITTLE.len();

/// [`LITTLE`] as numbers, sorted.
static PACKED: [u64; COUNT] = {
    let mut packed = [0; COUNT];
    let mut at = 0;
    while at < COUNT {
        let word = pack(LITTLE[at].as_bytes());
        // Inserted where it belongs.
        let mut place = at;
        while place > 0 && packed[place - 1] > word {
            packed[place] = packed[place - 1];
            place -= 1;
        }
        packed[place] = word;
        at += 1;
    }
    packed
};

/// The bytes of a word of at most eight as one number.
const fn pack(bytes: &[u8]) -> u64 {
    let mut packed = 0;
    let mut at = 0;
    while at < bytes.len() {
        packed = packed << 8 | bytes[at] as u64;
        at += 1;
    }
    packed
}

/// Whether a word, folded, is a little one. Two of them side by side have a term of their own, [`pair`].
pub fn is_little(folded: &str) -> bool {
    folded.len() <= LONGEST && PACKED.binary_search(&pack(folded.as_bytes())).is_ok()
}

/// The term of two little words side by side; it stands at the position of the second.
pub fn pair(left: &str, right: &str) -> String {
    let mut term = String::new();
    pair_into(left, right, &mut term);
    term
}

/// The same, in a buffer.
pub(crate) fn pair_into(left: &str, right: &str, term: &mut String) {
    term.clear();
    term.push('\u{2}');
    term.push_str(left);
    term.push(' ');
    term.push_str(right);
}
