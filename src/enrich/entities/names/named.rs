//! A name where it stands, without what is not part of it.

use crate::article::titles::{self, Title};
use crate::article::{EntityKind, is_people, name_words};
use crate::enrich::entities::names::{Marks, case};
use crate::enrich::entities::tagger::Tagged;
use crate::extract::ExtractedArticle;
use crate::extract::byline::agency;
use crate::text::Span;
use crate::text::fold::name_key;

/// Bytes around a name that may say something of it.
const AROUND: usize = 240;

/// Owners whose firms are called after them.
const OWNERS: &[&str] = &[
    "mcdonald",
    "macy",
    "wendy",
    "moody",
    "lloyd",
    "sotheby",
    "christie",
    "kohl",
    "sainsbury",
    "kellogg",
    "denny",
    "arby",
    "hardee",
    "poor",
    "lowe",
    "bloomingdale",
    "ladbroke",
    "debenham",
    "harrod",
    "barclay",
    "applebee",
];

/// Last words of organisations that go on with `of` and a place.
const BODIES: &[&str] = &[
    "academy",
    "army",
    "assembly",
    "association",
    "bank",
    "bishops",
    "board",
    "chamber",
    "church",
    "club",
    "college",
    "commission",
    "committee",
    "conference",
    "confederation",
    "congress",
    "council",
    "court",
    "department",
    "federation",
    "forces",
    "front",
    "institute",
    "league",
    "ministry",
    "movement",
    "museum",
    "organisation",
    "organization",
    "parliament",
    "party",
    "school",
    "society",
    "union",
    "university",
];

/// A part of an article in which names are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    /// The title.
    Title,
    /// The dek.
    Dek,
    /// The body.
    Body,
}

/// A name where it stands.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    pub(super) kind: EntityKind,
    pub(super) zone: Zone,
    /// Its bytes in the zone's text.
    pub(super) span: Span,
    /// The zone's text.
    pub(super) whole: &'a str,
    /// As printed.
    pub(super) text: &'a str,
    /// As it would be printed in running text.
    pub(super) form: String,
    /// Its words, folded.
    pub(super) words: Vec<String>,
    /// The title that stands before it or opens it, folded: `prime minister`.
    pub(super) title: String,
    /// What it is the name of, once that is known.
    pub(super) name: String,
    /// Whether it counts as a name of the story.
    pub(super) counts: bool,
}

impl<'a> Named<'a> {
    /// The text before it, as far as the paragraph goes and no further than a sentence is long.
    pub(super) fn before(&self) -> &'a str {
        let mut from = self.span.start.saturating_sub(AROUND);
        while !self.whole.is_char_boundary(from) {
            from += 1;
        }
        let before = &self.whole[from..self.span.start];
        before.rfind("\n\n").map_or(before, |at| &before[at + 2..])
    }

    /// The text after it, likewise.
    pub(super) fn after(&self) -> &'a str {
        let mut to = self.span.end.saturating_add(AROUND).min(self.whole.len());
        while !self.whole.is_char_boundary(to) {
            to -= 1;
        }
        let after = &self.whole[self.span.end..to];
        &after[..after.find("\n\n").unwrap_or(after.len())]
    }

    /// What it is called when nothing else is known of it, in letters that tell names apart.
    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }
}

/// The names of an article in the order of their places.
pub(super) fn gather<'a>(article: &'a ExtractedArticle, marks: &Marks) -> Vec<Named<'a>> {
    let zones = [
        (Zone::Title, article.title.as_deref(), &marks.title),
        (Zone::Dek, article.dek.as_deref(), &marks.dek),
        (Zone::Body, Some(article.body.as_str()), &marks.body),
    ];
    let mut named = Vec::new();
    for (zone, whole, marks) in zones {
        let whole = whole.unwrap_or_default();
        let mut marks = joined(whole, marks);
        if zone == Zone::Body {
            datelined(article, &mut marks);
        }
        named.extend(marks.into_iter().filter_map(|mark| one(zone, whole, mark)));
    }
    case::settle(&mut named);
    named
}

/// Marks the place of the dateline, whatever it was taken for: `RAMALLAH, Sept 8 (Reuters)`.
fn datelined(article: &ExtractedArticle, marks: &mut Vec<Tagged>) {
    let Some(dateline) = article.dateline.as_deref() else {
        return;
    };
    let start = article.body.len() - article.body.trim_start().len();
    if !article.body[start..].starts_with(dateline) {
        return;
    }
    let end = dateline.find([',', '(', '.', '\u{2014}', '\u{2013}', '[']);
    let place = dateline[..end.unwrap_or(dateline.len())].trim_end();
    let span = Span::new(start, start + place.len());
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let capital = place.chars().next().is_some_and(char::is_uppercase);
    let is_place = (3..=30).contains(&letters)
        && capital
        && !place.contains(['/', ':', ';'])
        && !place.contains(|c: char| c.is_ascii_digit())
        && agency(place).is_none();
    let within = |mark: &Tagged| mark.span.start < span.end;
    if !is_place
        || marks
            .iter()
            .any(|mark| within(mark) && mark.kind == EntityKind::Place)
    {
        return;
    }
    marks.retain(|mark| !within(mark));
    let kind = EntityKind::Place;
    marks.insert(0, Tagged { kind, span });
}

/// The marks of a text; an organisation that is one of a place is one name with it: `Bank` `of` `Arda`.
fn joined(whole: &str, marks: &[Tagged]) -> Vec<Tagged> {
    let mut joined: Vec<Tagged> = Vec::with_capacity(marks.len());
    for mark in marks {
        if let Some(last) = joined.last_mut()
            && last.kind == EntityKind::Org
            && mark.kind == EntityKind::Place
            && matches!(
                whole.get(last.span.end..mark.span.start),
                Some(" of " | " of the ")
            )
            && let Some(name) = whole.get(last.span.start..last.span.end)
            && name_words(name)
                .last()
                .is_some_and(|word| BODIES.contains(&word.as_str()))
        {
            last.span.end = mark.span.end;
            continue;
        }
        joined.push(*mark);
    }
    joined
}

/// The name that is marked; `None` where nothing is left of it.
fn one(zone: Zone, whole: &str, mark: Tagged) -> Option<Named<'_>> {
    let mark = with_owners(whole, mark);
    let marked = whole.get(mark.span.start..mark.span.end)?;
    let (start, text) = bare(marked, mark.span.start, mark.kind);
    let (start, text) = without_article(start, text);
    let (own, rest) = match mark.kind {
        EntityKind::Person => titles::split(text),
        _ => (Title::default(), text),
    };
    let start = start + (text.len() - rest.len());
    let words = name_words(rest);
    // A people is neither a place nor an organisation.
    let people = mark.kind != EntityKind::Person && is_people(rest);
    if words.is_empty() || people || !rest.chars().any(char::is_alphabetic) {
        return None;
    }
    let mut named = Named {
        kind: mark.kind,
        zone,
        span: Span::new(start, start + rest.len()),
        whole,
        text: rest,
        form: String::new(),
        words,
        title: own.folded,
        name: String::new(),
        counts: true,
    };
    if mark.kind == EntityKind::Person {
        let before = titles::before(named.before());
        if named.title.is_empty() {
            named.title.clone_from(&before.folded);
        }
        // A title that is half the name, where there is but one name beside it: `Pope Francis`.
        if named.words.len() == 1
            && let Some(style) = before.style
        {
            named.form = format!("{style} ");
        }
    }
    let plain = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    // `Inc.` and `Inc` are one form.
    let plain = match plain.strip_suffix('.') {
        Some(shorter) if mark.kind == EntityKind::Org && !shorter.contains('.') => shorter,
        _ => &plain,
    };
    named.form.push_str(plain);
    Some(named)
}

/// The text without quotation marks, points and the ending of a possessive at its ends, and where it begins.
fn bare(text: &str, start: usize, kind: EntityKind) -> (usize, &str) {
    let left = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = start + (text.len() - left.len());
    let mut text = left.trim_end();
    loop {
        let before = text.len();
        if kind != EntityKind::Org || !is_owners(text) {
            for ending in ["'s", "\u{2019}s", "'S", "\u{2019}S"] {
                text = text.strip_suffix(ending).unwrap_or(text);
            }
        }
        text = text.trim_end_matches(|c: char| {
            !c.is_alphanumeric() && !matches!(c, '.' | ')' | '+' | '!')
        });
        if text.ends_with(')') && !text.contains('(') {
            text = &text[..text.len() - 1];
        }
        if text.ends_with('.') && !ends_in_abbreviation(text) {
            text = &text[..text.len() - 1];
        }
        if text.len() == before {
            return (start, text);
        }
    }
}

/// Whether a firm is called after its owner: `McDonald's`.
fn is_owners(name: &str) -> bool {
    let name = name.trim_end_matches(['s', 'S']);
    let Some(owner) = name.strip_suffix(['\'', '\u{2019}']) else {
        return false;
    };
    let owner = name_words(owner);
    owner
        .last()
        .is_some_and(|last| OWNERS.contains(&last.as_str()))
}

/// The mark with what makes an owner's name that of the firm: `Moody` `'s`. Of a person it stays what it is where two names stand.
fn with_owners(whole: &str, mut mark: Tagged) -> Tagged {
    let marked = mark.span.of(whole);
    let after = whole.get(mark.span.end..).unwrap_or_default();
    let ending = ["'s", "\u{2019}s", "'S", "\u{2019}S"]
        .into_iter()
        .find(|ending| after.starts_with(ending));
    let end = mark.span.end + ending.map_or(0, str::len);
    let named = Span::new(mark.span.start, end).of(whole);
    let alone = !marked.contains(char::is_whitespace) || marked.to_lowercase().ends_with(" poor");
    if mark.kind != EntityKind::Place && alone && is_owners(named) {
        mark.kind = EntityKind::Org;
        mark.span.end = end;
    }
    mark
}

/// Whether the full point at the end is part of the name: `U.S.`, `Martin Luther King Jr.`, `Apple Inc.`.
fn ends_in_abbreviation(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    let bare = word.trim_end_matches('.');
    bare.contains('.')
        || bare.chars().count() == 1
        || matches!(
            name_key(bare).as_str(),
            "jr" | "sr" | "inc" | "corp" | "co" | "ltd" | "bros"
        )
}

/// The name without `the` before it; `The Hague` keeps it.
fn without_article(start: usize, text: &str) -> (usize, &str) {
    let Some((first, rest)) = text.split_once(char::is_whitespace) else {
        return (start, text);
    };
    let rest = rest.trim_start();
    if first.eq_ignore_ascii_case("the") && !rest.to_lowercase().starts_with("hague") {
        (start + (text.len() - rest.len()), rest)
    } else {
        (start, text)
    }
}
