//! What is seen in a line for itself.

use std::collections::HashMap;

use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::scrape::block::Block;
use crate::extract::scrape::front::is_date_line;
use crate::extract::scrape::prose::{Prose, measure};
use crate::extract::{byline, caption};

/// What was seen in a line, its neighbours aside.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::extract::scrape) struct Traits {
    pub(in crate::extract::scrape) prose: Prose,
    pub(in crate::extract::scrape) boilerplate: Option<Boilerplate>,
    pub(in crate::extract::scrape) credit: bool,
    pub(in crate::extract::scrape) caption: bool,
    pub(in crate::extract::scrape) date: bool,
    pub(in crate::extract::scrape) byline: bool,
    /// How often the line is printed on the page.
    pub(in crate::extract::scrape) copies: u16,
    /// Whether it says how long ago something was: `3 hours ago`.
    pub(in crate::extract::scrape) age: bool,
    /// Whether readers' comments begin at it, or one of them does.
    pub(in crate::extract::scrape) comment: bool,
}

/// Looks at each line for itself.
pub(in crate::extract::scrape) fn traits(blocks: &[Block]) -> Vec<Traits> {
    let mut copies: HashMap<&str, u16> = HashMap::new();
    for block in blocks {
        let count = copies.entry(block.text.as_str()).or_default();
        *count = count.saturating_add(1);
    }
    // Lines printed often are looked at once.
    let mut known: HashMap<&str, Traits> = HashMap::new();
    blocks
        .iter()
        .map(|block| {
            let text = block.text.as_str();
            if let Some(known) = known.get(text) {
                return *known;
            }
            let line = look(text, copies.get(text).copied().unwrap_or(1));
            if line.copies > 1 {
                known.insert(text, line);
            }
            line
        })
        .collect()
}

fn look(text: &str, copies: u16) -> Traits {
    let short = text.len() <= 300;
    let credit = short && caption::credit_line(text).is_some();
    Traits {
        prose: measure(text),
        boilerplate: boilerplate::kind(text),
        credit,
        caption: !credit && text.len() <= 700 && caption::read(text).is_some(),
        date: short && is_date_line(text),
        byline: text.len() <= 160 && byline::is_byline(text),
        copies,
        age: is_age(text),
        comment: is_comment(text),
    }
}

/// How much a line is prose of an article, 0 to 1: boilerplate, captions and lists count for less.
pub(super) fn score(line: &Traits) -> f32 {
    let less = match line.boilerplate {
        Some(Boilerplate::Label | Boilerplate::Related) => 0.9,
        Some(_) => 0.4,
        None => 0.0,
    };
    let picture = if line.credit { 0.6 } else { 0.0 };
    (line.prose.score - less - picture).max(0.0)
}

/// `3 hours ago`, `vor 2 Stunden`, `il y a 5 min`: how comments and lists of stories are dated.
fn is_age(text: &str) -> bool {
    text.len() <= 40 && text.bytes().any(|byte| byte.is_ascii_digit()) && {
        let lower = text.to_lowercase();
        lower.ends_with(" ago")
            || lower.starts_with("vor ")
            || lower.starts_with("il y a ")
            || lower.starts_with("hace ")
            || lower.ends_with(" siden")
            || lower.ends_with(" önce")
            || lower.ends_with(" fa")
            || lower.ends_with(" назад")
            || lower.ends_with("前")
            || lower.ends_with(" 전")
    }
}

/// Lines that stand among readers' comments.
fn is_comment(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let lower = text.to_lowercase();
    let lower = lower.trim_matches(|c: char| !c.is_alphabetic());
    matches!(
        lower,
        "reply"
            | "leave a reply"
            | "leave a comment"
            | "post a comment"
            | "add a comment"
            | "sort by"
            | "newest"
            | "oldest"
            | "antworten"
            | "kommentar schreiben"
            | "répondre"
            | "responder"
            | "rispondi"
            | "responses"
            | "upvote"
            | "report comment"
            | "top rated comments"
            | "like this comment"
            | "permalink"
            | "log in to comment"
            | "log in to reply"
            | "netiquette"
            | "netiquette beachten"
            | "comments"
            | "kommentare"
            | "commentaires"
            | "comentarios"
            | "share this comment"
            | "like"
            | "beantworten"
            | "svar"
            | "svara"
            | "vastaa"
            | "ответить"
    ) || lower.ends_with(" comments") && lower.len() < 20
        || [
            " says",
            " said",
            " wrote",
            " schrieb",
            " dice",
            " a dit",
            " schreibt",
        ]
        .iter()
        .any(|verb| lower.ends_with(verb))
            && lower.len() < 50
        || lower.starts_with("reply to ")
        || lower.ends_with(" responses")
}
