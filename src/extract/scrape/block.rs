//! Blocks: what a text's lines stand for once wrapping is undone.

use std::collections::HashSet;

use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::byline;

/// A paragraph, a heading, an item of a list or of navigation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// One line, trimmed, never empty, its bullet off.
    pub(super) text: String,
    /// Whether it stood behind a bullet.
    pub(super) bullet: bool,
    /// Whether an empty line stood before it.
    pub(super) gap: bool,
}

/// The blocks of a text. Hard-wrapped paragraphs are joined; `paged` drops running heads and page numbers.
pub(super) fn blocks(text: &str, paged: bool) -> Vec<Block> {
    let lines: Vec<&str> = text.split('\n').collect();
    let dropped = if paged {
        page_furniture(&lines)
    } else {
        HashSet::new()
    };
    let width = width(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut gap = false;
    // The line before, as printed, and how many characters a mended hyphenation took from this one.
    let mut last: Option<&str> = None;
    let mut taken = 0;
    for (at, raw) in lines.iter().enumerate() {
        if dropped.contains(&at) {
            continue;
        }
        let line = raw.trim();
        if line.is_empty() {
            // The empty lines around a page break part nothing.
            let beside = dropped.contains(&(at + 1)) || (at > 0 && dropped.contains(&(at - 1)));
            if !beside {
                gap = true;
                last = None;
            }
            continue;
        }
        let block_count = blocks.len();
        if let (Some(width), Some(before), false) = (width, last, gap)
            && let Some(block) = blocks.last_mut()
            && !is_indented(raw)
            && !(block_count < HEADER && opens_header(line))
            && goes_on(before, line, width, taken)
        {
            taken = join(&mut block.text, line);
            last = Some(raw.trim_end());
            continue;
        }
        taken = 0;
        last = Some(raw.trim_end());
        let (text, bullet) = without_bullet(line);
        if text.is_empty() {
            gap = true;
            continue;
        }
        blocks.push(Block {
            text: squeeze(text),
            bullet,
            gap,
        });
        gap = false;
    }
    blocks
}

/// Joins what links cut apart where a text has a line for each node: a line that goes on in lower case belongs to the one before.
///
/// Only texts without empty lines are so: elsewhere the blocks stay as they are.
pub(super) fn join_nodes(blocks: Vec<Block>) -> Vec<Block> {
    let gaps = blocks.iter().filter(|block| block.gap).count();
    if gaps * 12 > blocks.len() || blocks.len() < 12 {
        return blocks;
    }
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let goes_on: Vec<bool> = blocks
        .iter()
        .map(|block| opens_within(&block.text))
        .collect();
    // How many nodes the last block was joined of: a navigation in lower case must not become a paragraph.
    for (at, block) in blocks.iter().enumerate() {
        let Some(last) = joined.last_mut().filter(|_| !block.gap && !block.bullet) else {
            joined.push(block.clone());
            continue;
        };
        let open = !is_closed(&last.text);
        let prose = |text: &str| {
            text.len() >= 30 && text.contains(' ') && text.chars().any(char::is_lowercase)
        };
        // `… in connection with the` / `Presidential election` / `in Romania …`
        let link = goes_on.get(at + 1).copied().unwrap_or(false)
            && block.text.len() <= 160
            && !is_closed(&block.text)
            && prose(&last.text)
            && (blocks[at + 1].text.len() >= 25 || blocks[at + 1].text.starts_with([',', '.']));
        let next = goes_on[at]
            && (prose(&last.text) || prose(&block.text) || block.text.starts_with(['.', ',']))
            && !signs(&block.text)
            // Where a script has no case, a lower case letter is only a Latin word's.
            && (!last.text.ends_with(is_dense) || !block.text.starts_with(char::is_lowercase));
        // A short head before a link, as in `Published` / `8 May`, is none of this.
        let link = link
            && (last.text.len() >= 60
                || last.text.ends_with([',', ';', '(', '“', '"', '„', '«'])
                || ends_within(&last.text));
        if open && (next || link) && last.text.len() < 20_000 {
            if !block
                .text
                .starts_with([',', '.', ';', ')', '!', '?', '”', '’', '…'])
            {
                last.text.push(' ');
            }
            last.text.push_str(&block.text);
        } else {
            joined.push(block.clone());
        }
    }
    joined
}

/// Whether a line is a byline in lower case: `by Ada Lindqvist`.
fn signs(text: &str) -> bool {
    const LONGEST: usize = 60;
    text.len() <= LONGEST
        && ["by ", "von ", "par ", "por "].iter().any(|opener| {
            text.strip_prefix(opener).is_some_and(|name| {
                name.contains(' ') && crate::extract::scrape::names::is_name(name)
            })
        })
}

/// Whether a line begins in the middle of a sentence.
fn opens_within(text: &str) -> bool {
    let label = text.len() <= 24
        && (crate::extract::scrape::names::is_opener_alone(text)
            || boilerplate::kind(text) == Some(Boilerplate::Label));
    if label {
        return false;
    }
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => {
            text.len() >= 2 && !text.starts_with("http") && !text.starts_with("www.")
        }
        Some(',' | ';' | ')' | '”' | '’' | '!' | '?') => true,
        Some('.') => chars
            .next()
            .is_none_or(|c| c.is_whitespace() || c == '”' || c == '"'),
        _ => false,
    }
}

/// Whether a line ends a sentence or cannot go on.
fn is_closed(text: &str) -> bool {
    crate::extract::scrape::names::is_opener_alone(text)
        || crate::extract::scrape::prose::is_ended(text)
        || text.ends_with([':', '|', '>', '»'])
}

/// Whether a line ends in a small word, so that a sentence must go on: `of the`, `von`.
fn ends_within(text: &str) -> bool {
    text.len() >= 12
        && text.rsplit(' ').next().is_some_and(|word| {
            word.len() <= 14 && crate::extract::scrape::prose::is_function_word(word)
        })
}

/// A byline or date among so many first blocks is the header's own line.
const HEADER: usize = 8;

fn opens_header(line: &str) -> bool {
    line.len() <= 160
        && (byline::is_byline(line) || crate::extract::scrape::front::is_date_line(line))
}

/// Adds a line to the paragraph; a word cut at the line's end is mended. Returns how many characters the cut part had.
fn join(text: &mut String, line: &str) -> usize {
    let mut cut = text.chars().rev();
    let hyphen = cut.next() == Some('-') && cut.next().is_some_and(char::is_alphabetic);
    if hyphen && line.chars().next().is_some_and(char::is_lowercase) {
        text.pop();
        // A word is short: more is not looked at, so that a text without spaces costs linear time.
        let part = text
            .chars()
            .rev()
            .take(60)
            .take_while(|c| *c != ' ')
            .count();
        text.push_str(line);
        return part;
    }
    let dense =
        text.chars().next_back().is_some_and(is_dense) && line.chars().next().is_some_and(is_dense);
    if !dense && !(hyphen) {
        text.push(' ');
    }
    text.push_str(line);
    0
}

/// Whether `line` goes on where `before` was wrapped: its first word would not have fitted behind it.
fn goes_on(before: &str, line: &str, width: usize, taken: usize) -> bool {
    let length = before.chars().count();
    if length > width + 14 {
        return false;
    }
    let opener = line.chars().next();
    if before.ends_with('-') && opener.is_some_and(char::is_lowercase) {
        return true;
    }
    let word = line
        .split(' ')
        .next()
        .map_or(0, |word| word.chars().count());
    let word = if opener.is_some_and(is_dense) {
        2
    } else {
        word
    };
    let full = length + taken + 1 + word > width;
    let open = !before
        .trim_end()
        .ends_with(['.', '!', '?', ':', '"', '”', '»', '“', '’', '\'', ')', '。']);
    full || (open && opener.is_some_and(char::is_lowercase) && length * 2 > width)
}

/// The width at which the text was wrapped, in characters; `None` where it was not.
fn width(lines: &[&str]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines
        .iter()
        .take(4000)
        .map(|line| line.trim_end().chars().take(400).count())
        .filter(|length| *length > 0)
        .collect();
    if lengths.len() < 4 {
        return None;
    }
    lengths.sort_unstable();
    let width = lengths[lengths.len() * 92 / 100];
    if !(38..=130).contains(&width) {
        return None;
    }
    let (mut pairs, mut full) = (0usize, 0usize);
    for pair in lines.windows(2).take(4000) {
        let (before, line) = (pair[0].trim_end(), pair[1].trim());
        if before.is_empty() || line.is_empty() {
            continue;
        }
        pairs += 1;
        full += usize::from(
            before.chars().take(width + 20).count() * 10 > width * 5
                && goes_on(before, line, width, 0),
        );
    }
    (pairs >= 3 && full * 10 >= pairs * 7).then_some(width)
}

fn is_indented(raw: &str) -> bool {
    raw.starts_with('\t') || raw.starts_with("  ") || raw.starts_with('\u{3000}')
}

/// Whether the script is written without spaces.
pub(super) fn is_dense(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '\u{e00}'..='\u{eff}')
}

/// The text behind a bullet, and whether there was one.
pub(super) fn without_bullet(line: &str) -> (&str, bool) {
    let mut chars = line.chars();
    let first = chars.next();
    let rest = chars.as_str();
    let spaced = rest.is_empty() || rest.starts_with([' ', '\t']);
    match first {
        Some('*' | '+' | '•' | '●' | '▪' | '■' | '◦' | '‣' | '►' | '▶' | '·')
            if spaced || first != Some('*') && first != Some('+') =>
        {
            (rest.trim(), true)
        }
        Some('o') if rest.starts_with(' ') && rest.trim().starts_with(char::is_uppercase) => {
            (rest.trim(), true)
        }
        _ => (line, false),
    }
}

/// One space between words.
pub(super) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The lines that belong to printed pages and not to the text: running heads, page numbers, form feeds.
fn page_furniture(lines: &[&str]) -> HashSet<usize> {
    let mut dropped = HashSet::new();
    let key = |line: &str| -> String {
        line.trim_matches(|c: char| c.is_whitespace() || c == '\u{c}')
            .chars()
            .filter(|c| !c.is_ascii_digit() && !c.is_whitespace())
            .collect()
    };
    let first = lines.iter().position(|line| !line.trim().is_empty());
    let mut heads: HashSet<String> = HashSet::new();
    if let Some(first) = first {
        dropped.insert(first);
        heads.insert(key(lines[first]));
    }
    for (at, line) in lines.iter().enumerate() {
        if line.contains('\u{c}') {
            let bare = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{c}');
            if bare.is_empty() || heads.contains(&key(bare)) {
                dropped.insert(at);
            }
        } else if !line.trim().is_empty() && line.trim().len() > 3 && heads.contains(&key(line)) {
            dropped.insert(at);
        }
    }
    // A number alone before a page's end.
    let mut ending = true;
    for (at, line) in lines.iter().enumerate().rev() {
        let bare = line.trim();
        if line.contains('\u{c}') {
            ending = true;
        } else if ending && !bare.is_empty() {
            let number = bare
                .trim_start_matches("Page")
                .trim_start_matches("page")
                .trim_matches(['-', ' ', '–']);
            if !number.is_empty()
                && number.len() <= 4
                && number.bytes().all(|byte| byte.is_ascii_digit())
            {
                dropped.insert(at);
            }
            ending = false;
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, paged: bool) -> Vec<String> {
        blocks(text, paged)
            .into_iter()
            .map(|block| block.text)
            .collect()
    }

    #[test]
    fn wrapped_paragraphs_are_joined() {
        let text = "A bridge that stood for ninety years fell into the\nriver on Monday, and nobody was hurt when it did so,\nthe town said.\n\nIt had been closed for repairs since the spring, when\nan inspector had found rust in three of its pillars.";
        assert_eq!(texts(text, false).len(), 2);
        assert!(texts(text, false)[0].ends_with("so, the town said."));
    }

    #[test]
    fn lines_that_are_paragraphs_stay() {
        let text = "News\nSport\nWeather\nA bridge fell into the river on Monday, the town said in a short statement to reporters.\nShare";
        assert_eq!(texts(text, false).len(), 5);
    }

    #[test]
    fn hyphens_and_pages() {
        let text = "THE EXAMPLE              Monday, 8 May 2023\n\nA bridge that stood for ninety years fell into the ri-\nver on Monday, and nobody was hurt when it did so. It\nhad been closed for repairs since the spring, when an\n\n3\n\u{c}\nTHE EXAMPLE              Monday, 8 May 2023\n\ninspector had found rust in three of its pillars, the\ntown said.\n\n4\n";
        assert_eq!(
            texts(text, true),
            [
                "A bridge that stood for ninety years fell into the river on Monday, and nobody was hurt when it did so. It had been closed for repairs since the spring, when an inspector had found rust in three of its pillars, the town said."
            ]
        );
    }

    #[test]
    fn bullets() {
        for (line, text, bullet) in [
            ("* News", "News", true),
            ("+ Golf", "Golf", true),
            ("*", "", true),
            ("o Tennis", "Tennis", true),
            ("*News*", "*News*", false),
            ("– Ja", "– Ja", false),
        ] {
            assert_eq!(without_bullet(line), (text, bullet), "{line}");
        }
    }
}
