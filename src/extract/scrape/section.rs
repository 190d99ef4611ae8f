//! The section that an article ran in: the word right above its title which the page's navigation holds too, or the end of the path of
//! sections.

use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::Traits;

/// No section's name is longer, in bytes.
const LONGEST: usize = 30;

/// The section that stands above the title at line `title`; `site_line` is the navigation that a dump printed in one line.
pub(super) fn above(
    blocks: &[Block],
    traits: &[Traits],
    title: usize,
    site_line: Option<&str>,
) -> Option<String> {
    let at = title.checked_sub(1)?;
    let text = blocks[at].text.as_str();
    if let Some(last) = end_of_path(text) {
        return (last != blocks[title].text && may_be(last)).then(|| last.to_owned());
    }
    // What the navigation holds is of the site, and not this story's kicker.
    let line = &traits[at];
    let own = line.boilerplate.is_none() && !line.date && !line.byline && !line.credit;
    let listed = (2..=4).contains(&line.copies) && in_menu(blocks, at)
        || site_line.is_some_and(|menu| holds(menu, text));
    (own && listed && may_be(text)).then(|| text.to_owned())
}

/// Whether the line stands further up as well, among other short lines.
fn in_menu(blocks: &[Block], at: usize) -> bool {
    const FAR: usize = 4;
    let text = blocks[at].text.as_str();
    let short = |line: Option<usize>| {
        line.and_then(|line| blocks.get(line))
            .is_some_and(|block| block.text.len() <= 26)
    };
    (0..at.saturating_sub(FAR)).any(|line| {
        blocks[line].text == text
            && short(line.checked_sub(1))
            && short(Some(line + 1))
            && short(Some(line + 2))
    })
}

/// The last step of a path of sections: `Football` of `Home > Sport > Football`.
fn end_of_path(text: &str) -> Option<&str> {
    [" > ", " » ", " › ", " ▸ "]
        .iter()
        .find_map(|mark| text.rsplit_once(mark))
        .map(|(_, last)| last.trim())
}

fn may_be(text: &str) -> bool {
    text.len() <= LONGEST
        && (1..=3).contains(&text.split_whitespace().count())
        && text
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '&' | '-' | '\'' | '’' | '·'))
        && !text.starts_with(char::is_lowercase)
}

/// Whether a line of navigation holds the words.
fn holds(menu: &str, words: &str) -> bool {
    // No navigation in one line is longer than this.
    const MENU: usize = 8000;
    let menu = menu.get(..MENU).unwrap_or(menu);
    menu.match_indices(words).take(50).any(|(at, _)| {
        !menu[..at].ends_with(char::is_alphanumeric)
            && !menu[at + words.len()..].starts_with(char::is_alphanumeric)
    })
}
