//! Readers' comments, by the links to each of them.

use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;

/// Letters of one reader's comment at most.
const COMMENT: u32 = 6000;

/// Marks readers' comments: each the widest element around a link to it that holds no link to another.
pub(super) fn mark(page: &Page<'_>, apart: &dyn Fn(NodeId) -> bool, found: &mut [bool]) {
    let links: Vec<(NodeId, &str)> = (0..page.len())
        .filter(|id| page.tag(*id) == Tag::A)
        .filter_map(|id| Some((id, comment_number(page.attr(id, "href")?)?)))
        .take(3000)
        .collect();
    let other = |at: usize, from: NodeId, number: &str| {
        // The nearest links before and after that lead to another comment.
        let before = links[..at]
            .iter()
            .rev()
            .take(8)
            .find(|(_, one)| *one != number);
        let after = links[at + 1..]
            .iter()
            .take(8)
            .find(|(_, one)| *one != number);
        before.is_some_and(|(id, _)| page.within(*id, from))
            || after.is_some_and(|(id, _)| page.within(*id, from))
    };
    let alone = links.iter().all(|(_, number)| *number == links[0].1);
    for (at, (id, number)) in links.iter().enumerate() {
        let record = page
            .ancestors(*id)
            .take(10)
            .take_while(|above| {
                apart(*above)
                    && page.letters(*above) < if alone { 400 } else { COMMENT }
                    && !other(at, *above, number)
            })
            .last();
        if let Some(record) = record {
            found[record] = true;
        }
    }
}

/// The number of the comment that an address leads to: `#comment-12`, `?replytocom=12`.
fn comment_number(href: &str) -> Option<&str> {
    let rest = ["#comment-", "replytocom=", "#comment"]
        .iter()
        .find_map(|mark| href.split_once(mark).map(|(_, rest)| rest))?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}
