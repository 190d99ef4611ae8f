//! A page's dump: the article among navigation, promotions and footers.

use crate::article::Caption;
use crate::date::{self, Date, Label, Precision, Reading};
use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::caption;
use crate::extract::scrape::block::{self, Block};
use crate::extract::scrape::body::{self, Piece};
use crate::extract::scrape::comments;
use crate::extract::scrape::day;
use crate::extract::scrape::features::Traits;
use crate::extract::scrape::headline::{self, TitleSearch};
use crate::extract::scrape::lists;
use crate::extract::scrape::names;
use crate::extract::scrape::prose;
use crate::extract::scrape::publisher::publisher;
use crate::extract::scrape::section;
use crate::extract::scrape::segment::Cut;
use crate::extract::scrape::source;
use crate::extract::scrape::{Cutter, Draft};

/// Whether the blocks hold a page's clutter, and not the article alone.
pub(super) fn is_page(blocks: &[Block]) -> bool {
    if blocks
        .first()
        .is_some_and(|block| crawl_line(&block.text).is_some())
    {
        return true;
    }
    let mut clutter = 0usize;
    let (mut short, mut run, mut longest) = (0usize, 0usize, 0usize);
    let (mut mass, mut small) = (0usize, 0usize);
    for block in blocks.iter().take(5000) {
        let kind = boilerplate::kind(&block.text);
        clutter += match kind {
            Some(Boilerplate::Label | Boilerplate::Related | Boilerplate::Footer) => 2,
            Some(_) => 1,
            None => 0,
        };
        let length = block.text.chars().take(400).count();
        mass += length;
        if length < 60 && !prose::is_ended(&block.text) {
            short += 1;
            small += length;
            run += 1;
            longest = longest.max(run);
        } else {
            run = 0;
        }
        // Most pages say so in their first lines.
        if clutter >= 5 || (clutter >= 2 && longest >= 5) || longest >= 12 {
            return true;
        }
    }
    let lines = blocks.len().max(1);
    short * 2 > lines && small * 6 > mass && lines > 12
}

/// The first line of a dump: crawl date, site and navigation in one. The date, and what stands after it.
fn crawl_line(text: &str) -> Option<(Date, &str)> {
    let mut end = text.len().min(80);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let found = date::find(head, &Reading::default()).into_iter().next()?;
    let before = head[..found.span.start]
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let opens = matches!(
        before.as_str(),
        "" | "date" | "crawled" | "retrieved" | "captured" | "scraped" | "accessed" | "fetched"
    );
    let rest = text[found.span.end..].trim();
    let iso = found.date.precision() >= Precision::Day
        && head[found.span.start..].starts_with(|c: char| c.is_ascii_digit());
    let many = rest.split_whitespace().count() >= 2;
    (opens && iso && many && !before.is_empty() || opens && iso && rest.len() > 150)
        .then_some((found.date, rest))
}

/// Takes off a first line that is a crawl date alone, `date 2022-09-08`; with a colon it may be the article's own date.
pub(super) fn take_crawl_date(blocks: &mut Vec<Block>) -> Option<Date> {
    let first = blocks.first()?.text.as_str();
    let day = ["date ", "crawled ", "captured ", "scraped ", "fetched "]
        .iter()
        .find_map(|word| first.strip_prefix(word))?;
    let iso = day.len() <= 32 && day.starts_with(|c: char| c.is_ascii_digit());
    let date = date::parse(day, &Reading::default())
        .filter(|date| iso && date.precision() >= Precision::Day)?;
    blocks.remove(0);
    Some(date)
}

/// Whether a page's first line is its whole navigation in one: the dump of a page that printed no date.
fn is_menu(block: &Block) -> bool {
    let line = prose::measure(&block.text);
    line.words >= 18.0
        && !line.ended
        && line.inner < 1.0
        && line.function < 0.12
        && line.commas * 12.0 < line.words
        && line.lower < 0.4
}

/// A page whose first line is taken off where a dump put it there.
pub(super) struct Dump {
    /// When the page was fetched.
    captured: Option<Date>,
    /// The site's name and navigation in one.
    site_line: Option<String>,
    /// The title, which follows that line.
    stated: Option<String>,
    /// The page's lines.
    pub(super) blocks: Vec<Block>,
}

/// Takes off what a dump put at the page's head, and joins what it parted; `headed` says that a crawl date was taken off before.
pub(super) fn dump(mut blocks: Vec<Block>, headed: bool) -> Dump {
    let (mut captured, mut site_line) = (None, None);
    if let Some((date, rest)) = blocks.first().and_then(|block| crawl_line(&block.text)) {
        captured = Some(date);
        site_line = Some(rest.to_owned());
        blocks.remove(0);
    } else if blocks.first().is_some_and(is_menu) {
        site_line = Some(blocks.remove(0).text);
    }
    let stated = (site_line.is_some() || headed)
        .then(|| blocks.first().map(|block| block.text.clone()))
        .flatten();
    Dump {
        captured,
        site_line,
        stated,
        blocks: block::join_nodes(blocks),
    }
}

/// Reads a page, of which `headed` says that its first line is its title; `cut` tells the body's lines from the others.
pub(super) fn read(
    blocks: Vec<Block>,
    captured: Option<Date>,
    headed: bool,
    cut: Cutter<'_>,
) -> Draft {
    let Dump {
        captured: crawled,
        site_line,
        stated,
        blocks,
    } = dump(blocks, headed);
    let mut draft = Draft {
        shape: "page",
        captured: crawled,
        ..Draft::default()
    };
    let reading = day::reading(&blocks, captured.or_else(|| draft.captured.clone()));
    let Cut {
        body: mut flags,
        traits,
    } = cut(&blocks);
    comments::leave_out(&blocks, &traits, &mut flags);
    let first = flags.iter().position(|is| *is).unwrap_or(blocks.len());
    let last = flags
        .iter()
        .rposition(|is| *is)
        .map_or(first, |last| last + 1);
    let search = TitleSearch::new(
        &blocks,
        &traits,
        &flags,
        stated.as_deref(),
        site_line
            .as_deref()
            .or_else(|| blocks.first().map(|block| block.text.as_str())),
    );
    let title = search.best().or_else(|| search.first());
    draft.title = title
        .map(|at| {
            headline::with_kicker(&blocks, at)
                .unwrap_or_else(|| headline::parted(&blocks, &blocks[at].text))
        })
        .or(stated);
    // The body begins below its title.
    let from = title.map_or(0, |at| at + 1);
    let mut taken = vec![false; blocks.len()];
    if let Some(title) = title {
        lead(&traits, &mut flags, title, first);
    }
    let first = flags.iter().position(|is| *is).unwrap_or(first);
    fill(&blocks, &traits, &mut flags, first);
    lists::bulleted(&blocks, &traits, &mut flags);
    lists::bare(&blocks, &traits, &mut flags);
    let last = flags
        .iter()
        .rposition(|is| *is)
        .map_or(last, |last| last + 1);
    let start = first.max(from).min(blocks.len());
    // However long the navigation, the header is near the body.
    let near = from.max(start.saturating_sub(80));
    let place = names::Place { title, start, last };
    if let Some((line, lines)) = names::byline(&blocks, &traits, place) {
        draft.byline = Some(line);
        for line in lines {
            taken[line] = true;
        }
    }
    let reading = day::settle(&blocks, near.saturating_sub(14)..start + 9, reading);
    let page = day::Header {
        blocks: &blocks,
        traits: &traits,
        place,
    };
    let dates = page.dates(&reading);
    let (published, updated) = page.choose(&dates, &reading);
    let opening = || {
        (start..last)
            .filter(|at| flags[*at])
            .take(3)
            .find_map(|at| day::of_dateline(&blocks[at].text, &reading))
    };
    // Where no line of the header says it, these do, the first before the second.
    draft.days = opening()
        .map(|date| (date, "dateline"))
        .into_iter()
        .chain(day::of_top(&blocks, site_line.as_deref(), &reading).map(|date| (date, "page top")))
        .collect();
    for dated in &dates {
        if dated.alone && dated.line < start + 8 {
            taken[dated.line] = true;
        }
    }
    draft.published = published;
    draft.updated = updated.filter(|updated| {
        draft.published.as_ref().is_some_and(|published| {
            published.date != updated.date || published.label != Some(Label::Updated)
        })
    });
    draft.dates = dates;
    let (captions, rests) = body::page_captions(&blocks, &traits, from, last, &mut taken);
    draft.dek = dek(&blocks, &traits, &mut taken, from, start, &flags);
    draft.agency = source::agency(&blocks, last);
    draft.publisher = publisher(site_line.as_deref(), &blocks, draft.title.as_deref());
    draft.section = title
        .and_then(|at| section::above(&blocks, &traits, at, site_line.as_deref()))
        .filter(|name| {
            draft
                .publisher
                .as_ref()
                .is_none_or(|(publisher, _)| publisher != name)
        });
    let pieces: Vec<Piece> = (start..last)
        .filter(|at| flags[*at] && (!taken[*at] || rests.contains_key(at)))
        .map(|at| Piece {
            text: rests
                .get(&at)
                .cloned()
                .unwrap_or_else(|| blocks[at].text.clone()),
            bullet: blocks[at].bullet,
        })
        .collect();
    let apart: Vec<&str> = [draft.title.as_deref(), draft.dek.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    draft.body = body::assemble(pieces, &apart, true);
    draft.body.captions = lone_captions(captions);
    draft
}

/// Opens the body at the first paragraphs below its title, where the lines were cut too late.
fn lead(traits: &[Traits], flags: &mut [bool], title: usize, first: usize) {
    // Further from the title than this it is another story's text.
    const FAR: usize = 40;
    if first <= title || first - title > FAR {
        return;
    }
    for at in title + 1..first.min(flags.len()) {
        flags[at] |= is_paragraph(traits, at);
    }
}

/// Whether a line is a paragraph by itself, and no caption with its credit below.
fn is_paragraph(traits: &[Traits], at: usize) -> bool {
    let line = &traits[at];
    let prose = line.prose.score > 0.62 && line.prose.ended && line.prose.words >= 8.0;
    let own = line.boilerplate.is_none() && !line.caption && !line.credit && line.copies == 1;
    prose && own && !traits.get(at + 1).is_some_and(|next| next.credit)
}

/// Fills what the cut left out between two paragraphs, a subhead or a sentence, and the paragraphs right below the last.
fn fill(blocks: &[Block], traits: &[Traits], flags: &mut [bool], from: usize) {
    let Some(last) = flags.iter().rposition(|is| *is) else {
        return;
    };
    for at in from + 1..last {
        let line = &traits[at];
        // Captions between do not part a subhead from its paragraphs.
        let above = (from..at)
            .rev()
            .take(4)
            .find(|above| !traits[*above].caption && !traits[*above].credit)
            .unwrap_or(at - 1);
        let between = !flags[at] && flags[above] && flags[at + 1];
        let near = traits[above].prose.score > 0.6 && traits[at + 1].prose.score > 0.6;
        let plain = line.boilerplate.is_none()
            && !line.caption
            && !line.credit
            && !line.date
            && !line.byline
            && line.copies == 1;
        let subhead = (8.0..=90.0).contains(&line.prose.length) && !line.prose.shouted;
        // A list goes on.
        let item = flags[at - 1] && blocks[at].bullet && blocks[at - 1].bullet && plain;
        if item || between && near && plain && (subhead || is_paragraph(traits, at)) {
            flags[at] = true;
        }
    }
    let mut others = 0;
    for at in last + 1..(last + 12).min(flags.len()) {
        if matches!(
            traits[at].boilerplate,
            Some(Boilerplate::Related | Boilerplate::Footer)
        ) || traits[at].date
            || others > 3
        {
            break;
        }
        if is_paragraph(traits, at) {
            flags[at] = true;
            others = 0;
        } else if !blocks[at].bullet {
            others += 1;
        }
    }
}

/// Captions that are too short to be any are left out.
fn lone_captions(captions: Vec<Caption>) -> Vec<Caption> {
    captions
        .into_iter()
        .filter(|caption| {
            caption.text.chars().count() >= 3 && caption::credit_line(&caption.text).is_none()
        })
        .collect()
}

/// The dek: a sentence right below the title with the byline, a date or a label after it.
fn dek(
    blocks: &[Block],
    traits: &[Traits],
    taken: &mut [bool],
    from: usize,
    start: usize,
    flags: &[bool],
) -> Option<String> {
    let limit = (from + 4).min(blocks.len());
    for at in from..limit {
        let line = &traits[at];
        let plain = line.boilerplate.is_none()
            && !line.date
            && !line.byline
            && !line.credit
            && !line.caption
            && !taken[at];
        if !plain || !(25.0..=420.0).contains(&line.prose.length) || line.prose.words < 4.0 {
            continue;
        }
        // Header lines after it, before the body goes on.
        let header_after = (at + 1..(at + 6).min(blocks.len()))
            .take_while(|next| traits[*next].prose.score < 0.85)
            .any(|next| taken[next] || traits[next].date || traits[next].byline);
        if header_after || (at < start && !flags[at]) {
            if at >= start || header_after {
                taken[at] = true;
            }
            return Some(blocks[at].text.clone());
        }
        return None;
    }
    None
}
