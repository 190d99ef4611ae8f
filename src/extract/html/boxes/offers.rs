//! Boxes that ask for something: forms for a mail address, places where money is given, the site's rules.

use crate::extract::html::page::{NodeId, Page};
use crate::extract::html::tags::Tag;

/// Letters of a box with a form at most.
pub(super) const FORM: u32 = 450;

/// Whether a field asks for a mail address.
pub(super) fn asks_for_mail(page: &Page<'_>, id: NodeId) -> bool {
    page.attr(id, "type")
        .is_some_and(|kind| kind.eq_ignore_ascii_case("email"))
        || ["name", "placeholder", "id"].iter().any(|name| {
            page.attr(id, name).is_some_and(|value| {
                let value = value.to_ascii_lowercase();
                value.contains("email") || value.contains("e-mail")
            })
        })
}

/// The box around a link to a place where money is given, or the line of two and more links to the site's rules.
pub(super) fn offer(
    page: &Page<'_>,
    link: NodeId,
    apart: &dyn Fn(NodeId) -> bool,
) -> Option<NodeId> {
    const MONEY: &[&str] = &[
        "paypal.me/",
        "paypal.com/donate",
        "paypal.com/cgi-bin/webscr",
        "patreon.com/",
        "ko-fi.com/",
        "buymeacoffee.com/",
        "liberapay.com/",
        "steadyhq.com/",
    ];
    const RULES: &[&str] = &[
        "privacy",
        "terms",
        "guidelines",
        "community-standards",
        "comment-policy",
        "cookie",
        "datenschutz",
        "nutzungsbedingungen",
        "agb",
        "mentions-legales",
        "confidentialite",
        "privacidad",
        "condiciones",
    ];
    let href = page.attr(link, "href")?;
    if MONEY.iter().any(|place| href.contains(place)) {
        return page
            .ancestors(link)
            .take_while(|above| apart(*above) && page.letters(*above) <= FORM)
            .take(6)
            .last();
    }
    let is_rule = |id: NodeId| {
        page.tag(id) == Tag::A
            && page.attr(id, "href").is_some_and(|href| {
                let href = href.to_ascii_lowercase();
                RULES.iter().any(|rule| href.contains(rule))
            })
    };
    if href.len() > 200 || !is_rule(link) {
        return None;
    }
    let block = page
        .ancestors(link)
        .take(12)
        .find(|above| page.tag(*above).is_block())?;
    let several = (block..page.end(block))
        .take(60)
        .filter(|id| is_rule(*id))
        .count()
        > 1;
    (several && apart(block) && page.letters(block) < 2 * FORM).then_some(block)
}
