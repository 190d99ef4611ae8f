//! Readers' comments below an article, however long they are, are none of its body.

use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::Traits;

/// So many lines below a head of comments show whether they are any.
const NEAR: usize = 40;
/// So many of those say who wrote one, when, or offer to answer it.
const MARKS: usize = 4;
/// An article stands above them where the lines above hold so many words.
const ARTICLE: f32 = 35.0;

/// Takes everything from the head of the comments on out of the body, where an article stands above them.
pub(super) fn leave_out(blocks: &[Block], traits: &[Traits], flags: &mut [bool]) {
    let mut words = 0.0;
    for at in 0..flags.len() {
        if flags[at] {
            words += traits[at].prose.words;
        } else if words >= ARTICLE && is_head(&blocks[at].text) && are_below(blocks, traits, at) {
            flags[at..].fill(false);
            return;
        }
    }
}

/// Whether the lines below have the rhythm of comments: name, time, text, answer.
fn are_below(blocks: &[Block], traits: &[Traits], head: usize) -> bool {
    let below = head + 1..(head + 1 + NEAR).min(blocks.len());
    let marks = below
        .clone()
        .filter(|at| {
            let line = &traits[*at];
            let short = line.prose.length <= 60.0 && !line.prose.ended;
            short && (line.date || line.age || line.comment || is_mark(&blocks[*at].text))
        })
        .count();
    marks >= MARKS && below.filter(|at| traits[*at].prose.ended).count() >= 2
}

/// `10 Comments`, `Kommentare (4)`, `Top rated comments`.
fn is_head(text: &str) -> bool {
    const HEADS: &[&str] = &[
        "comment",
        "comments",
        "reader comments",
        "readers' comments",
        "top rated comments",
        "top comments",
        "responses",
        "replies",
        "kommentare",
        "leserkommentare",
        "commentaires",
        "réactions",
        "comentarios",
        "comentários",
        "commenti",
        "reacties",
        "kommentarer",
        "kommentit",
        "komentarze",
        "komentáře",
        "yorumlar",
        "комментарии",
        "комментариев",
        "коментарі",
        "σχόλια",
        "komentar",
        "تعليقات",
        "التعليقات",
        "コメント",
        "댓글",
        "评论",
        "評論",
    ];
    if text.len() > 60 {
        return false;
    }
    let lower = text.to_lowercase().replace('’', "'");
    HEADS.contains(&lower.trim_matches(|c: char| !c.is_alphabetic()))
}

/// What stands above and below each comment, beyond what the traits know.
fn is_mark(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    let says = matches!(
        bare,
        "said"
            | "says"
            | "wrote"
            | "schrieb"
            | "sagt"
            | "a écrit"
            | "dit"
            | "dijo"
            | "dice"
            | "ha scritto"
    );
    let votes = ["rating:", "score:", "bewertung:", "likes:", "votes:"]
        .iter()
        .any(|label| lower.starts_with(label));
    let ago = lower.starts_with(|c: char| c.is_ascii_digit())
        && [
            " ago",
            " siden",
            " sedan",
            " geleden",
            " önce",
            " назад",
            "前",
            " 전",
        ]
        .iter()
        .any(|ago| lower.contains(ago));
    says || votes || ago
}
