//! The headline: what is printed, where the page's own names for it agree.

mod given;
mod printed;

use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::page::{NodeId, Page, weight};
use crate::extract::html::tags::Tag;
use crate::extract::title::{likeness, without_site};

use given::{Given, given};
use printed::{is_elsewhere, printed};

/// The chosen headline, where it is printed, and the rule that gave it.
#[derive(Clone, Debug, Default)]
pub(super) struct Headline {
    pub(super) text: String,
    pub(super) node: Option<NodeId>,
    pub(super) rule: String,
}

const LONGEST: usize = 600;

/// Chooses the headline; `sites` are the names the site may go by.
pub(super) fn choose(
    page: &Page<'_>,
    meta: &Meta,
    data: Option<&LinkedData>,
    sites: &[String],
) -> Option<Headline> {
    let given = given(meta, data, sites);
    let printed = printed(page);
    let mut best: Option<(f32, usize)> = None;
    let h1s = printed
        .iter()
        .filter(|heading| heading.rule == "h1")
        .count();
    // Where another heading is just what the page calls itself, a lone `h1` that is not may be the section's.
    let outdone = printed.iter().any(|heading| {
        heading.rule != "h1" && weight(&heading.text) > 20 && is_called(&heading.text, &given)
    });
    for (index, heading) in printed.iter().enumerate() {
        let cut = without_site(&heading.text, sites);
        let is_h1 = heading.rule == "h1";
        // Another heading than the first must say just what the page's data says.
        let enough = if is_h1 { 0.5 } else { 0.7 };
        let mut value = heading.weight;
        let mut agreed = 0.0f32;
        for title in &given {
            let alike = likeness(&cut, &title.text).max(segment(&heading.text, &title.text));
            agreed = agreed.max(alike);
            value += if alike > enough {
                alike * title.weight
            } else {
                0.0
            };
        }
        if agreed < enough {
            // A headline may be worded otherwise than the page's data, but then it stands alone.
            let letters = weight(&heading.text);
            let alone = is_h1
                && h1s == 1
                && !outdone
                && letters > 14
                && !given
                    .iter()
                    .any(|title| is_lesser_segment(&heading.text, &title.text));
            if !alone && (!given.is_empty() || letters <= 10) {
                continue;
            }
        }
        if best.is_none_or(|(most, _)| value > most + 0.05) {
            best = Some((value, index));
        }
    }
    if let Some((_, index)) = best {
        let heading = &printed[index];
        let text = settled(
            &without_site(&heading.text, sites),
            heading.rule,
            &given,
            sites,
        );
        let agrees = given
            .iter()
            .find(|title| likeness(&title.text, &text) > 0.8);
        let rule = match agrees {
            Some(title) => format!("{}+{}", heading.rule, title.rule),
            None => heading.rule.to_owned(),
        };
        return Some(Headline {
            text,
            node: Some(heading.node),
            rule,
        });
    }
    // Where the page's data names only the site, the heading that calls itself the headline is it.
    let weak = given
        .iter()
        .all(|title| title.rule == "title" && weight(&title.text) < 32);
    if weak
        && let Some(heading) = printed
            .iter()
            .filter(|heading| weight(&heading.text) > 14)
            .max_by_key(|heading| (rank(heading.rule), std::cmp::Reverse(heading.node)))
    {
        return Some(Headline {
            text: heading.text.clone(),
            node: Some(heading.node),
            rule: heading.rule.to_owned(),
        });
    }
    let first = given.into_iter().next()?;
    let node = place(page, &first.text);
    if node.is_none()
        && let Some((text, node)) = without_unknown_site(page, &first.text)
    {
        return Some(Headline {
            text,
            node,
            rule: first.rule.to_owned(),
        });
    }
    Some(Headline {
        node,
        text: first.text,
        rule: first.rule.to_owned(),
    })
}

/// Whether the page's data call the article just so.
fn is_called(heading: &str, given: &[Given]) -> bool {
    let heading = plain(heading);
    given.iter().any(|title| {
        let longest = segments(&title.text).max_by_key(|part| weight(part));
        plain(&title.text) == heading || longest.is_some_and(|part| plain(part) == heading)
    })
}

/// The longest part of a title that bars divide, where the page prints just that, or where a short part stands behind it: the name of a
/// site that nothing else names.
fn without_unknown_site(page: &Page<'_>, title: &str) -> Option<(String, Option<NodeId>)> {
    let parts: Vec<&str> = segments(title).collect();
    let longest = *parts.iter().max_by_key(|part| weight(part))?;
    if parts.len() < 2 || weight(longest) < 16 {
        return None;
    }
    let node = place(page, longest);
    let before_short =
        parts.len() == 2 && parts[0] == longest && weight(parts[1]) * 3 < weight(longest);
    let named = parts[1..]
        .last()
        .is_some_and(|part| part.split(' ').count() < 4 && !part.starts_with(char::is_lowercase));
    (node.is_some() || before_short && named).then(|| (longest.to_owned(), node))
}

/// The element, whatever it is, that prints just this text.
fn place(page: &Page<'_>, text: &str) -> Option<NodeId> {
    let letters = weight(text);
    (0..page.len())
        .filter(|id| {
            let tag = page.tag(*id);
            tag != Tag::Text && !tag.is_unseen() && page.letters(*id) == letters
        })
        .take(40)
        .find(|id| plain(&page.text(*id, LONGEST)) == plain(text) && !is_elsewhere(page, *id))
}

/// How likely a heading is the headline where nothing else tells.
fn rank(rule: &str) -> u8 {
    match rule {
        "itemprop:headline" => 5,
        "class:title" => 4,
        "h1" => 3,
        "h2" => 2,
        "font" => 1,
        _ => 0,
    }
}

/// How alike a heading is to the longest part of a title that bars divide, or that part to its beginning: `0.75` where it is.
fn segment(heading: &str, title: &str) -> f32 {
    let heading = plain(heading);
    let Some(longest) = segments(title).max_by_key(|part| weight(part)) else {
        return 0.0;
    };
    let part = plain(longest);
    let hit = longest.split_whitespace().count() > 2
        && heading.starts_with(&part)
        && part.len() * 10 >= heading.len() * 4;
    if hit { 0.75 } else { 0.0 }
}

/// Whether a heading is a part of a title beside a longer one: the site's name.
fn is_lesser_segment(heading: &str, title: &str) -> bool {
    let heading = plain(heading);
    let longest = segments(title).map(weight).max().unwrap_or(0);
    segments(title).any(|part| weight(part) < longest && plain(part) == heading)
}

fn segments(title: &str) -> impl Iterator<Item = &str> {
    let title = if title.len() > LONGEST { "" } else { title };
    title
        .split(['|', '»', '·', '–', '—'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" : "))
        .flat_map(|part| part.split("::"))
        .flat_map(|part| part.split(" @ "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The printed headline, with what the page's data knows better: where its parts are, and what of it is a kicker or the dek.
fn settled(printed: &str, rule: &str, given: &[Given], sites: &[String]) -> String {
    let words = |text: &str| text.split_whitespace().count();
    let marks = |text: &str| {
        text.chars()
            .filter(|c| matches!(c, ':' | '–' | '—' | '-' | '|'))
            .count()
    };
    let letters = plain(printed);
    if let Some(same) = given.iter().find(|title| plain(&title.text) == letters) {
        // `KickerHeadline` and `Kicker Headline` are `Kicker: Headline`.
        if words(&same.text) > words(printed) || marks(&same.text) > marks(printed) {
            return same.text.clone();
        }
        return printed.to_owned();
    }
    let parts = || {
        given
            .iter()
            .map(|title| (plain(&title.text), title))
            .filter(|(part, title)| {
                part.len() > 20 && part.len() * 10 > letters.len() * 4 && title.weight > 0.4
            })
    };
    // What follows a headline in a heading of its own kind is the site's name, where some title ends with it.
    let names_site = |rest: &str| {
        sites.iter().any(|name| plain(name) == rest)
            || given.iter().any(|title| {
                segments(&title.text)
                    .last()
                    .is_some_and(|name| plain(name) == rest)
            })
    };
    let with_dek = parts().find(|(part, title)| {
        letters
            .strip_prefix(part.as_str())
            .is_some_and(|rest| rule != "h1" && title.weight > 0.6 || names_site(rest))
    });
    let with_kicker = parts().find(|(part, title)| title.weight > 0.6 && letters.ends_with(part));
    if let Some((_, title)) = with_dek.or(with_kicker) {
        return title.text.clone();
    }
    printed.to_owned()
}
