//! Lines that sites print around articles: labels, shares, promotions, newsletters, consent, footers; in many languages.

#[rustfmt::skip]
mod phrases;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::text::fold::small_into;
use crate::text::quick::QuickMap;
use phrases::{CONSENT, FOOTER, LABELS, NEWSLETTER, READ_MORE, RELATED};

/// What a line of boilerplate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boilerplate {
    /// A word of the page itself: `Advertisement`, `Share`, `Menu`, `Comments`.
    Label,
    /// The head of a list of other stories: `Related articles`, `Mehr zum Thema`.
    Related,
    /// A pointer to another story within the text: `Read more: …`, `Lesen Sie auch: …`.
    ReadMore,
    /// An invitation to a newsletter, an app or a subscription.
    Newsletter,
    /// Consent, cookies, third-party content.
    Consent,
    /// Rights, imprint, contact.
    Footer,
}

/// The phrases that make a line boilerplate wherever they stand in it; those of the first kind win.
const HOLDING: [(Boilerplate, &[&str]); 3] = [
    (Boilerplate::Footer, FOOTER),
    (Boilerplate::Consent, CONSENT),
    (Boilerplate::Newsletter, NEWSLETTER),
];

/// All phrases of [`HOLDING`], looked for in one pass.
static PHRASES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let phrases = HOLDING.iter().flat_map(|(_, phrases)| *phrases);
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .build(phrases)
        .ok()
});

/// The whole lines that are boilerplate.
static LINES: LazyLock<QuickMap<&'static str, Boilerplate>> = LazyLock::new(|| {
    let lines = |table: &'static [(&'static str, &'static [&'static str])], kind| {
        let lines = table.iter().flat_map(|(_, lines)| lines.iter());
        lines.map(move |line| (*line, kind))
    };
    let labels = lines(LABELS, Boilerplate::Label);
    let related = lines(RELATED, Boilerplate::Related);
    // Lines of both lists head other stories.
    labels.chain(related).collect()
});

/// The phrases of [`READ_MORE`] by their first letters.
static READ_MORE_OPENINGS: LazyLock<QuickMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut openings: QuickMap<char, Vec<&'static str>> = QuickMap::default();
    for phrase in READ_MORE {
        if let Some(first) = phrase.chars().next() {
            openings.entry(first).or_default().push(phrase);
        }
    }
    openings
});

/// What boilerplate the line is; `None` for lines that may be the article's own. Lines over 400 bytes are never boilerplate.
pub fn kind(line: &str) -> Option<Boilerplate> {
    if line.len() > 400 {
        return None;
    }
    let folded = fold(line);
    if folded.is_empty() {
        return None;
    }
    let folded = folded.as_str();
    if let Some(kind) = LINES
        .get(folded)
        .or_else(|| LINES.get(without_length(folded)))
    {
        return Some(*kind);
    }
    let opens = folded
        .chars()
        .next()
        .and_then(|first| READ_MORE_OPENINGS.get(&first))
        .is_some_and(|list| list.iter().any(|phrase| starts_with_words(folded, phrase)));
    if opens {
        return Some(Boilerplate::ReadMore);
    }
    if line.len() > 300 {
        return None;
    }
    held(folded)
}

/// The folded line without how long something takes: `listen to this article 4 min`.
fn without_length(folded: &str) -> &str {
    if !folded.bytes().any(|byte| byte.is_ascii_digit()) {
        return folded;
    }
    folded
        .trim_end_matches(['.', ')'])
        .trim_end_matches(char::is_alphabetic)
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ':' | '('))
}

/// The first kind of which the folded line holds a phrase.
fn held(folded: &str) -> Option<Boilerplate> {
    let phrases = PHRASES.as_ref()?;
    let mut first = None;
    for found in phrases.find_overlapping_iter(folded) {
        let phrase = found.pattern().as_usize();
        first = Some(first.map_or(phrase, |first: usize| first.min(phrase)));
        if phrase < FOOTER.len() {
            break;
        }
    }
    let mut phrase = first?;
    for (kind, phrases) in HOLDING {
        if phrase < phrases.len() {
            return Some(kind);
        }
        phrase -= phrases.len();
    }
    None
}

/// Lower case, typographic apostrophes made plain, punctuation around the line off.
fn fold(line: &str) -> String {
    let bare = line
        .trim()
        .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '(' | '¿'));
    let mut folded = String::new();
    small_into(bare, &mut folded);
    if !folded.is_ascii() && folded.contains(is_apostrophe) {
        folded = folded.replace(is_apostrophe, "'");
    }
    folded
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '’' | '‘' | 'ʼ')
}

fn starts_with_words(line: &str, phrase: &str) -> bool {
    line.strip_prefix(phrase)
        .is_some_and(|rest| phrase.ends_with(':') || !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests;
