//! The names that stand in lines of their own, one below the other.

use crate::extract::byline;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::Traits;
use crate::extract::scrape::names::words::{
    holds_office, is_full, is_joint, is_name, is_no_name, names_of,
};

/// Lines that a byline takes at most.
const LONGEST: usize = 24;

/// The names from a line on, joined, and the lines that hold them; `None` where the first line names nobody. `opened` says that `By`
/// stands before them.
pub(super) fn gather(
    blocks: &[Block],
    traits: &[Traits],
    from: usize,
    opened: bool,
) -> Option<(String, Vec<usize>)> {
    let mut names: Vec<&str> = Vec::new();
    let mut taken = Vec::new();
    let mut joined = opened;
    for (at, block) in blocks.iter().enumerate().skip(from).take(LONGEST) {
        let text = block.text.as_str();
        if is_joint(text) {
            if names.is_empty() && !opened {
                return None;
            }
            joined = true;
            continue;
        }
        let quiet = text.len() <= 90 && traits[at].boilerplate.is_none() && !traits[at].credit;
        let office = quiet && holds_office(text);
        let named =
            quiet && !is_no_name(text) && is_named(text, names.is_empty() && opened, joined);
        if named {
            if names.iter().any(|known| same(known, text)) {
                break;
            }
            names.push(text);
            taken.push(at);
            // A comma or an office behind a name promises another.
            joined = office || text.ends_with([',', '&', '/', '|']);
            continue;
        }
        if office && !names.is_empty() && text.len() <= 60 {
            joined = true;
            continue;
        }
        break;
    }
    (!names.is_empty()).then(|| {
        let line: Vec<&str> = names
            .iter()
            .map(|name| name.trim_end_matches([',', '|', '/', '&', ' ']))
            .collect();
        (line.join(", "), taken)
    })
}

/// Whether a line names somebody: right after an opener that is taken for granted, elsewhere the name must fill the line.
fn is_named(text: &str, opens: bool, joined: bool) -> bool {
    if opens {
        // `Xiaoying You`: small words are names where the line is known to name people.
        let parsed = byline::parse(&format!("By {text}"));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let named: usize = parsed.authors.iter().map(|name| letters(name)).sum();
        return parsed.agency.is_some() || !parsed.authors.is_empty() && named * 3 >= letters(text);
    }
    let bare = text.trim_end_matches([',', '|', '/', '&', ' ']);
    if is_name(bare) {
        return joined || bare.split(' ').next().is_some_and(byline::is_first_name);
    }
    let parsed = byline::parse(bare);
    let known = parsed.authors.iter().all(|name| {
        is_full(name) && (joined || name.split(' ').next().is_some_and(byline::is_first_name))
    });
    !parsed.authors.is_empty()
        && known
        && names_of(bare, true)
        && (holds_office(bare) || parsed.authors.len() > 1 || bare.contains('@'))
}

fn same(one: &str, other: &str) -> bool {
    let bare = |text: &str| {
        text.trim_end_matches([',', '|', '/', '&', ' '])
            .to_lowercase()
    };
    bare(one) == bare(other)
}
