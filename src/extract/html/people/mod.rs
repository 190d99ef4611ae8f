//! Who wrote it: names in the page's data and the byline as printed.
//!
//! Bylines are [`printed`] on the page; they and the page's data are ranked as [`sources`]. The [`names`] of the first source that has any
//! are the authors. The byline is the likeliest printed [`mod@line`], without what is no part of it.

mod printed;
mod sources;
mod names;
mod line;
mod alone;

use crate::date::Reading;
use crate::extract::byline;
use crate::extract::html::layout::Layout;
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
    pub(super) layout: &'e Layout,
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

/// The names of a printed line that opens as bylines do, where it names all of the authors and others beside them.
fn more_names(line: &printed::Line, authors: &[String]) -> Option<Vec<String>> {
    if authors.is_empty() || !byline::opens(&line.text) {
        return None;
    }
    let said = line.parted.first().unwrap_or(&line.text);
    let names = byline::parse(said).authors;
    let all = authors.iter().all(|name| names.contains(name));
    let are_people = names.iter().all(|name| {
        authors.contains(name)
            || name.contains(' ') && name.split(' ').next().is_some_and(byline::is_first_name)
    });
    (all && are_people && names.len() > authors.len()).then_some(names)
}

/// The folders in the page's own address.
fn path_of(meta: &Meta) -> impl Iterator<Item = &str> {
    let url = meta
        .canonical
        .as_deref()
        .or(meta.get("og:url"))
        .unwrap_or("");
    let path = url.split_once("://").map_or("", |(_, rest)| rest);
    path.split('/').skip(1).filter(|part| part.len() > 2)
}

/// Finds the authors.
pub(super) fn find(evidence: &Evidence<'_, '_>) -> People {
    let Evidence {
        page,
        layout,
        meta,
        data,
        sites,
        title,
        roots,
        reading,
    } = *evidence;
    let mut printed = printed::lines(page, layout, title.or(roots.first().copied()), roots);
    if printed.is_empty() {
        printed.extend(printed::dated_line(
            page,
            layout,
            title.or(roots.first().copied()),
            reading,
        ));
    }
    let sources = sources::list(meta, data, &printed);
    // A byline's line may print the section too.
    let sections = data.and_then(|data| data.section.as_deref());
    let no_names: Vec<String> = sites
        .iter()
        .map(String::as_str)
        .chain(sections.into_iter().flat_map(|list| list.split(',')))
        .chain(meta.all("article:section"))
        .map(|name| name.trim().to_owned())
        .collect();
    let mut people = People::default();
    let mut of_agency = false;
    for source in sources {
        let is_line =
            source.rule.ends_with(":byline") || source.rule.ends_with(":author") && !source.names;
        let mut authors = if is_line && of_agency {
            // The first byline names an agency; the next ones are other stories'.
            continue;
        } else {
            names::read(&source, &no_names, &mut people.agency)
        };
        // A single word that is a folder of the address is a section.
        authors.retain(|name| {
            name.contains(' ') || !path_of(meta).any(|part| part.eq_ignore_ascii_case(name))
        });
        if authors.is_empty() {
            of_agency |= source.rule == "class:byline" && people.agency.is_some();
            continue;
        }
        if people.authors.is_empty() {
            people.authors = authors;
            source.rule.clone_into(&mut people.rule);
        }
    }
    // Who signs a line that says who wrote it is not named whole by a meta.
    let more = printed
        .iter()
        .find_map(|line| Some((line.rule, more_names(line, &people.authors)?)));
    if let Some((rule, authors)) = more {
        people.authors = authors;
        rule.clone_into(&mut people.rule);
    }
    if people.authors.is_empty()
        && people.agency.is_none()
        && let Some(line) = alone::line(page, layout, title, roots)
    {
        people.authors = byline::parse(&line.text).authors;
        line.rule.clone_into(&mut people.rule);
        printed.push(line);
    }
    if people.agency.is_none() {
        people.agency = printed
            .first()
            .and_then(|line| line::unlisted_agency(&line.text));
    }
    let said = printed
        .iter()
        .find(|line| {
            people
                .authors
                .iter()
                .any(|name| line::names(&line.text, name))
        })
        .or_else(|| printed.iter().find(|line| line::is_whole(line, sites)));
    if let Some(line) = said {
        people.byline = Some(line::without_rest(&line.text, &people.authors, reading));
        line.rule.clone_into(&mut people.byline_rule);
    } else if !people.authors.is_empty() {
        people.byline = Some(people.authors.join(", "));
        people.byline_rule.clone_from(&people.rule);
    }
    people
}
