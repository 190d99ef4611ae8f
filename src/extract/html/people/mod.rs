//! Who wrote it: names in the page's data and the byline as printed.
//!
//! Bylines are [`printed`] on the page; they and the page's data are ranked as [`sources`]. The [`names`] of the first source that has any
//! are the authors. The byline is the likeliest printed [`mod@line`], without what is no part of it.

mod printed;
mod sources;
mod names;
mod line;

use crate::date::Reading;
use crate::extract::html::linked_data::LinkedData;
use crate::extract::html::meta::Meta;
use crate::extract::html::page::{NodeId, Page};

/// Authors, the byline as printed, and the rules that gave them.
#[derive(Clone, Debug, Default)]
pub(super) struct People {
    pub(super) authors: Vec<String>,
    pub(super) agency: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) rule: String,
    pub(super) byline_rule: String,
}

/// What the authors are looked for in.
pub(super) struct Evidence<'e, 'a> {
    pub(super) page: &'e Page<'a>,
    pub(super) meta: &'e Meta,
    pub(super) data: Option<&'e LinkedData>,
    /// Names of the site.
    pub(super) sites: &'e [String],
    /// The printed headline.
    pub(super) title: Option<NodeId>,
    /// Where the text lies.
    pub(super) roots: &'e [NodeId],
    pub(super) reading: &'e Reading,
}

/// Finds the authors.
pub(super) fn find(evidence: &Evidence<'_, '_>) -> People {
    let Evidence {
        page,
        meta,
        data,
        sites,
        title,
        roots,
        reading,
    } = *evidence;
    let mut printed = printed::lines(page, title.or(roots.first().copied()), roots);
    if printed.is_empty() {
        printed.extend(printed::dated_line(
            page,
            title.or(roots.first().copied()),
            reading,
        ));
    }
    let sources = sources::list(meta, data, &printed);
    let mut people = People::default();
    let mut of_agency = false;
    for source in sources {
        let is_line =
            source.rule.ends_with(":byline") || source.rule.ends_with(":author") && !source.names;
        let authors = if is_line && of_agency {
            // The first byline names an agency; the next ones are other stories'.
            continue;
        } else {
            names::read(&source, sites, &mut people.agency)
        };
        if authors.is_empty() {
            of_agency |= source.rule == "class:byline" && people.agency.is_some();
            continue;
        }
        if people.authors.is_empty() {
            people.authors = authors;
            source.rule.clone_into(&mut people.rule);
        }
    }
    if people.agency.is_none() {
        people.agency = printed
            .first()
            .and_then(|(line, _)| line::unlisted_agency(line));
    }
    if let Some((line, rule)) = printed.into_iter().next() {
        people.byline = Some(line::without_date(&line, reading));
        rule.clone_into(&mut people.byline_rule);
    } else if !people.authors.is_empty() {
        people.byline = Some(people.authors.join(", "));
        people.byline_rule.clone_from(&people.rule);
    }
    people
}
