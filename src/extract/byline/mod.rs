//! Bylines: people told from agencies, desks, publishers, roles and places.

mod agency;
mod case;
mod given;
#[rustfmt::skip]
mod lists;
mod part;
mod person;
mod unnamed;

pub use agency::agency;
pub(crate) use case::in_case;
pub(crate) use given::{is_first_name, opens_with_surname};

use std::sync::LazyLock;

use crate::text::quick::QuickMap;

use part::parts;

/// What a byline says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The people, in order, each once; ALL-CAPS put in case.
    pub authors: Vec<String>,
    /// The news agency, by its usual name: `Reuters`, `AP`, `dpa`.
    pub agency: Option<String>,
}

/// Stands behind the name of who did other work.
const OTHER_WORK: char = '\u{1}';

/// A byline is read up to here, in bytes; what is longer is no byline.
const LONGEST: usize = 600;

/// Reads a byline as printed: `By Jane Doe and J. R. Smith in Tirana`, `REUTERS`, `Von Anna Müller, dpa`.
///
/// It takes the line to be a byline: whether it is one ([`is_byline`]) is asked before.
pub fn parse(line: &str) -> Byline {
    if unnamed::is_unnamed(line) {
        return Byline::default();
    }
    let line = plain(line);
    let mut found = Byline {
        authors: person::before_office(&line),
        agency: None,
    };
    if !found.authors.is_empty() {
        return found;
    }
    let (line, opened) = open(&line);
    // A single word is a name only where nothing fuller stands beside it: `Paul`, not `Jane Doe, Berlin`.
    let mut single = None;
    for part in parts(line).into_iter().flat_map(part::run_together) {
        if person::is_other_work(&part) {
            break;
        }
        // `Jane Doe (photography)`
        if part.contains(OTHER_WORK) {
            continue;
        }
        let part = open(&part).0;
        if let Some(suffix) = person::suffix(part) {
            if let Some(last) = found.authors.last_mut() {
                last.push_str(suffix);
            }
            continue;
        }
        let (agency, part) = agency::take(part);
        found.agency = found.agency.or(agency.map(str::to_owned));
        let Some(name) = person::name(&part, opened) else {
            if opened && found.agency.is_none() {
                found.agency = agency::by_its_words(&part);
            }
            continue;
        };
        let name = case::in_case(&name);
        if !name.contains(' ') && !is_dense(&name) {
            single.get_or_insert(name);
        } else if !found
            .authors
            .iter()
            .any(|known| known.to_lowercase() == name.to_lowercase())
        {
            found.authors.push(name);
        }
    }
    if found.authors.is_empty() && found.agency.is_none() {
        found.authors.extend(single);
    }
    found
}

/// Reads names of which it is known that they are authors, as if `By` stood before them: `viktor larsson`, `Xiaoying You`.
pub(crate) fn parse_names(line: &str) -> Byline {
    if unnamed::is_unnamed(line) {
        return Byline::default();
    }
    if open(line).1 {
        return parse(line);
    }
    parse(&format!("By {line}"))
}

/// Whether the name is in a script that writes whole names without blanks.
fn is_dense(name: &str) -> bool {
    name.chars().any(|c| {
        matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{e00}'..='\u{e7f}')
    })
}

/// A byline as printed, without the buttons that stand behind its names: `By Ana Ruiz Follow`.
pub fn without_buttons(line: &str) -> &str {
    const BUTTONS: &[&str] = &["follow", "+follow", "following", "subscribe"];
    let mut kept = line.trim_end();
    while let Some((before, last)) = kept.rsplit_once(char::is_whitespace) {
        let word = last.to_lowercase();
        let before = before
            .trim_end()
            .trim_end_matches(['+', '|', '·', '•'])
            .trim_end();
        if !BUTTONS.contains(&word.as_str()) || parse(before) != parse(kept) {
            break;
        }
        kept = before;
    }
    kept
}

/// Whether the line opens as a byline does (`By …`, `Von …`, `Autor: …`) and names somebody, an agency or an office.
pub fn is_byline(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    if unnamed::is_unnamed(line) {
        return true;
    }
    if !may_open(line) {
        return false;
    }
    let line = plain(line);
    let (rest, opened) = open(&line);
    opened && !rest.is_empty() && parse(&line) != Byline::default()
}

/// Whether the word names an office: `Correspondent`, `Redakteurin`.
pub fn is_role(word: &str) -> bool {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    person::is_office(&word)
}

/// Whether the word stands inside names in small letters: `van`, `de`, `bin`.
pub(crate) fn is_particle(word: &str) -> bool {
    lists::PARTICLES.contains(&word)
}

/// Whether the line begins as bylines do: `By …`, `Von …`, `Autor: …`.
pub fn opens(line: &str) -> bool {
    line.len() <= LONGEST && open(line).1
}

/// The line without the words that open bylines.
pub fn without_opener(line: &str) -> &str {
    open(line).0
}

/// Whether the word is of a newsroom or a publisher: `Desk`, `Redaktion`, `Gazette`.
pub fn is_desk(word: &str) -> bool {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    lists::DESKS.contains(&word.as_str())
}

/// Whether the word stands behind bylines and is no part of them: `Published`, `Twitter`, `Uhr`.
pub fn is_cut(word: &str) -> bool {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    lists::CUTS.contains(&word.as_str())
}

/// The line as words with one space between, without addresses and handles.
fn plain(line: &str) -> String {
    let mut end = line.len().min(LONGEST);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let line = parentheses(&line[..end]);
    let mut out = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        let lower = word.to_lowercase();
        if let Some(name) = before_handle(word) {
            out.push(' ');
            out.push_str(name);
            out.push_str(" |");
            continue;
        }
        if word.contains(['@', '＠']) || lower.starts_with("http") || lower.starts_with("www.") {
            // What an address parts stays parted.
            out.push_str(" |");
            continue;
        }
        // `Text: Jane Doe Photos: Sam Ode`
        if word.ends_with(':') && person::is_other_work(word) {
            out.push_str(" |");
        }
        // Two nodes printed as one: `DoePublished`, `DoeCorrespondent`, `Doe0`.
        let mut rest = word;
        out.push(' ');
        while let Some(at) = part::glued(rest) {
            out.push_str(&rest[..at]);
            out.push_str(part::joint(&rest[at..]));
            rest = &rest[at..];
        }
        out.push_str(rest);
    }
    out.trim_matches(is_ornament).to_owned()
}

/// Whether the character is white space, a bullet, a bar or a dash.
fn is_ornament(c: char) -> bool {
    c.is_whitespace() || matches!(c, '•' | '·' | '|' | '*' | '#' | '>' | '-' | '–' | '—' | '_')
}

/// The name that a handle is glued to: `Doe` of `Doe@janedoe`; `None` in an address, or where no name is before the sign.
fn before_handle(word: &str) -> Option<&str> {
    let (name, handle) = word.split_once(['@', '＠'])?;
    let named = name.chars().count() >= 2 && name.chars().all(|c| c.is_alphabetic() || c == '-');
    let capital = name.chars().next().is_some_and(|c| !c.is_lowercase());
    (named && capital && !handle.contains('.')).then_some(name)
}

/// Takes parentheses off; an agency or desk in them becomes a part of its own, a nickname stays.
fn parentheses(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find(['(', '（', '[']) {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = from.find([')', '）', ']']) else {
            rest = "";
            break;
        };
        let inner = from[..close].trim_start_matches(['(', '（', '[']).trim();
        let after = from[close..].trim_start_matches([')', '）', ']']);
        let next_is_name = after
            .trim_start()
            .chars()
            .next()
            .is_some_and(char::is_uppercase);
        // `Lou (Hendrik Jansen) Maas`: the names in full.
        let in_full = inner.split(' ').count() == 2
            && inner
                .split(' ')
                .all(|word| word.starts_with(char::is_uppercase))
            && is_first_name(inner.split(' ').next().unwrap_or(""))
            && before
                .trim_end()
                .split(' ')
                .next_back()
                .is_some_and(is_first_name);
        if next_is_name
            && before.ends_with(' ')
            && (!inner.contains(' ') || in_full)
            && agency(inner).is_none()
            && !inner.is_empty()
        {
            out.push('(');
            out.push_str(inner);
            out.push(')');
        } else if person::is_other_work(inner) {
            out.push(OTHER_WORK);
            out.push_str(" , ");
        } else if agency(inner).is_some() {
            out.push_str(", ");
            out.push_str(inner);
            out.push_str(", ");
        } else {
            out.push_str(" , ");
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Takes the opening words off; says whether there were any.
fn open(line: &str) -> (&str, bool) {
    let mut rest = line.trim();
    let mut opened = false;
    for _ in 0..3 {
        let Some(after) = open_once(rest) else { break };
        rest = after;
        opened = true;
    }
    (rest, opened)
}

/// Words that open bylines, by their first letter, in the order of their list.
type Openings = LazyLock<QuickMap<char, Vec<&'static str>>>;

static LABELS: Openings = LazyLock::new(|| by_first_letter(lists::LABELS));
static OPENERS: Openings = LazyLock::new(|| by_first_letter(lists::OPENERS));

fn by_first_letter(words: &'static [&'static str]) -> QuickMap<char, Vec<&'static str>> {
    let mut letters: QuickMap<char, Vec<&'static str>> = QuickMap::default();
    for word in words {
        if let Some(first) = word.chars().next() {
            letters.entry(first).or_default().push(word);
        }
    }
    letters
}

/// Those of the words that may open the line.
fn beginning_as(words: &'static Openings, line: &str) -> &'static [&'static str] {
    let first = line.chars().next().and_then(|c| c.to_lowercase().next());
    first
        .and_then(|first| words.get(&first))
        .map_or(&[], Vec::as_slice)
}

/// Whether the line may open as bylines do, once it is made plain: told from its first word, so that other lines cost no more.
fn may_open(line: &str) -> bool {
    let line = line.trim_start_matches(is_ornament);
    let first = line.split_whitespace().next().unwrap_or("");
    // What changes the beginning of a line is looked at in full.
    if first.starts_with(['(', '（', '[']) || first.contains(['@', '/', '.']) {
        return true;
    }
    [&LABELS, &OPENERS].into_iter().any(|words| {
        beginning_as(words, line).iter().any(|opening| {
            let word = opening.split(' ').next().unwrap_or(opening);
            after_prefix(first, word).is_some()
        })
    })
}

fn open_once(line: &str) -> Option<&str> {
    for label in beginning_as(&LABELS, line) {
        if let Some(after) = after_prefix(line, label) {
            let after = after.trim_start();
            if let Some(after) =
                after.strip_prefix([':', '：', '／', '＝', '|', '●', '■', '◆', '=', '・'])
            {
                return Some(after.trim_start());
            }
            // `文/张三`
            if !label.is_ascii() && after.starts_with('/') {
                return Some(after[1..].trim_start());
            }
        }
    }
    for opener in beginning_as(&OPENERS, line) {
        let Some(after) = after_prefix(line, opener) else {
            continue;
        };
        let next = after.chars().next()?;
        let after =
            after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '|'));
        if after.is_empty() {
            continue;
        }
        if next == ':' || next == '：' || next == '|' {
            return Some(after);
        }
        if next.is_whitespace() {
            // `Di Canio` and `Von Trapp` are names; `Di Anna Rossi` is a byline.
            let doubtful = *opener == "di"
                || (*opener == "von" && line.starts_with('V'))
                || *opener == "par"
                || *opener == "av";
            let named = after.chars().next().is_some_and(|c| !c.is_lowercase());
            let enough = after.contains(' ') || agency(after).is_some() || !doubtful;
            if (named || *opener == "by" || line.starts_with(char::is_lowercase)) && enough {
                return Some(after);
            }
        }
        // `ByJane Doe`, two nodes glued.
        if *opener == "by" && line.starts_with("By") && next.is_uppercase() {
            return Some(after);
        }
    }
    None
}

/// What follows `prefix` where `line` starts with it, letters compared without case.
fn after_prefix<'a>(line: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = line.chars();
    for wanted in prefix.chars() {
        let found = rest.next()?;
        // Most lines fail at their first letter, and that is told without the tables of case.
        let same = if found.is_ascii() && wanted.is_ascii() {
            found.eq_ignore_ascii_case(&wanted)
        } else {
            found == wanted || found.to_lowercase().eq(wanted.to_lowercase())
        };
        if !same {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests;
