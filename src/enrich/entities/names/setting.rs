//! Names that are in the text and not in the story: who signs it, who took the picture, who carries it.

use std::collections::HashSet;

use crate::article::{EntityKind, form_key, name_words};
use crate::enrich::entities::names::named::{Named, Zone};
use crate::extract::ExtractedArticle;
use crate::extract::byline::agency;

/// What begins a line about who made the article.
const SIGNED: &[&str] = &[
    "reporting by",
    "additional reporting",
    "writing by",
    "editing by",
    "edited by",
    "compiled by",
    "photo",
    "photos",
    "photograph",
    "picture",
    "image",
    "credit",
    "video by",
    "graphic",
    "by ",
    "with reporting",
    "contributed by",
    "translated by",
    "source:",
    "follow ",
    "\u{a9}",
    "copyright",
    "(reporting",
    "(writing",
    "(editing",
    "(additional",
    "[reporting",
];

/// What stands right before who says something to a reporter.
const TOLD: &[&str] = &[
    "told",
    "tell",
    "tells",
    "by",
    "to",
    "with",
    "from",
    "photo",
    "photograph",
    "via",
    "/",
    "seen by",
    "interview with",
];

/// Takes from the count who only tells the story, and what a headline alone has in its capitals.
pub(super) fn leave_out(article: &ExtractedArticle, named: &mut [Named<'_>]) {
    leave_out_makers(article, named);
    leave_out_capitals(article, named);
}

fn leave_out_makers(article: &ExtractedArticle, named: &mut [Named<'_>]) {
    let authors: HashSet<String> = article.authors.iter().map(|name| form_key(name)).collect();
    let own: HashSet<String> = [&article.agency, &article.publisher]
        .into_iter()
        .flatten()
        .flat_map(|name| {
            // `The Jerusalem Post` is marked without its article.
            let key = name_words(name).join(" ");
            let bare = key.strip_prefix("the ").map(str::to_owned);
            bare.into_iter().chain([key])
        })
        .collect();
    let is_agency = |one: &Named<'_>| agency(&one.form).is_some();
    let is_own = |one: &Named<'_>| {
        own.contains(&one.key())
            || agency(&one.form).is_some_and(|name| own.contains(&name_words(name).join(" ")))
    };
    // Title and dek say what the story is about.
    let about: HashSet<String> = named
        .iter()
        .filter(|one| one.zone != Zone::Body && one.kind == EntityKind::Org)
        .map(|one| form_key(&one.name))
        .collect();
    for one in named.iter_mut().filter(|one| one.counts) {
        if is_signature(one) || is_quotation(one) {
            one.counts = false;
            continue;
        }
        let out = match one.kind {
            EntityKind::Person => {
                authors.contains(&form_key(&one.name)) || is_own(one) || is_signed(one)
            }
            EntityKind::Org => {
                let made = is_own(one) || is_agency(one) && is_told(one);
                made && !about.contains(&form_key(&one.name)) || is_signed(one)
            }
            EntityKind::Place => is_own(one) || is_signed(one),
        };
        one.counts = !out;
    }
}

/// Whether it is all that the last line has: `REUTER`, or who wrote it.
fn is_signature(one: &Named<'_>) -> bool {
    let before = one.before();
    let line = before.rsplit('\n').next().unwrap_or(before);
    let after = &one.whole[one.span.end..];
    one.zone == Zone::Body
        && one.span.start > 0
        && after.len() < 8
        && !after.contains(char::is_alphanumeric)
        && (!line.contains(char::is_alphanumeric)
            || one.key() == "reuter" && after.trim().is_empty())
}

/// Whether it is a company's sign on an exchange: `<PSY>`.
fn is_quotation(one: &Named<'_>) -> bool {
    one.before().ends_with('<') && one.after().starts_with('>')
}

/// Whether it stands in a short line that says who made the article.
fn is_signed(one: &Named<'_>) -> bool {
    if one.zone != Zone::Body {
        return false;
    }
    let before = one.before();
    // The beginning of the paragraph must be in sight.
    let opening = before.len() < 200 || before.starts_with('(');
    let line = before
        .trim_start()
        .trim_start_matches(['*', '_', '-', '\u{2014}'])
        .get(..before.len().min(24))
        .unwrap_or(before)
        .trim_start()
        .to_lowercase();
    let length = before.len() + one.text.len() + one.after().len();
    let signed = SIGNED
        .iter()
        .any(|start| line.starts_with(start) && (*start != "by " || length < 80));
    let credited = before
        .rfind(['(', '['])
        .map(|at| before[at + 1..].trim_start().to_lowercase())
        .is_some_and(|inside| {
            !inside.contains([')', ']'])
                && [
                    "photo",
                    "credit",
                    "picture",
                    "image",
                    "reporting by",
                    "editing by",
                    "writing by",
                ]
                .iter()
                .any(|start| inside.starts_with(start))
        });
    (signed && opening) || credited
}

/// Whether an agency is named as the one who was told, or who reports: `told Reuters`, `Reuters reported`, `(AFP)`.
fn is_told(one: &Named<'_>) -> bool {
    let before = one.before().trim_end();
    let after = one.after();
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let next = after
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let next_after = matches!(
        next.as_str(),
        "reported"
            | "reports"
            | "said"
            | "quoted"
            | "news"
            | "journalists"
            | "reporters"
            | "correspondent"
            | "photographer"
            | "cited"
            | "citing"
            | "poll"
            | "witness"
            | "journalist"
            | "reporter"
            | "quotes"
            | "saw"
    );
    let enclosed = before.ends_with(['(', '[', '/']) || after.starts_with(['/', ')']);
    TOLD.iter().any(|told| last == *told) || next_after || enclosed
}

/// A headline with a capital on every word, or of nothing but capitals, adds to names that the rest has, and has none of its own.
fn leave_out_capitals(article: &ExtractedArticle, named: &mut [Named<'_>]) {
    let title = article.title.as_deref().unwrap_or_default();
    if article.body.trim().is_empty() && article.dek.is_none() || !is_capitalised(title) {
        return;
    }
    let known: HashSet<(EntityKind, String)> = named
        .iter()
        .filter(|one| one.zone != Zone::Title)
        .map(|one| (one.kind, form_key(&one.name)))
        .collect();
    for one in named.iter_mut().filter(|one| one.zone == Zone::Title) {
        one.counts &= known.contains(&(one.kind, form_key(&one.name)));
    }
}

/// Whether most of the words that could be small begin with a capital.
fn is_capitalised(title: &str) -> bool {
    let long = || {
        title
            .split_whitespace()
            .skip(1)
            .filter(|word| word.chars().count() > 3)
    };
    let small = long().filter(|word| word.chars().next().is_some_and(char::is_lowercase));
    long().count() > 1 && small.count() == 0
}
