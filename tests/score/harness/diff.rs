//! One page: what the gold has against what came out.

use std::collections::BTreeSet;
use std::io::{self, Write};

use dateline::article::Article;
use serde_json::Value;

use crate::harness::align::{Step, align};
use crate::harness::fold::{fold, words};
use crate::harness::measure::{Dated, PageScore};
use crate::harness::sets::Gold;
use crate::harness::table::three;

/// Characters of a paragraph that both have.
const SHORT: usize = 90;
/// Characters of one that only one of them has.
const LONG: usize = 600;

/// Prints the fields, each with the rule that gave it, and the paragraphs.
pub(crate) fn print(gold: &Gold, ours: &Article, out: &mut dyn Write) -> io::Result<()> {
    let score = PageScore::of(gold, ours);
    let rule = |field: &str| ours.rules.get(field).map_or("no rule", String::as_str);
    if let Some(url) = gold.rest.get("url").and_then(Value::as_str) {
        writeln!(out, "url      {url}")?;
    }
    let title = ours.title.as_deref();
    field(
        "title",
        score.title,
        gold.title.as_deref(),
        title,
        rule("title"),
        out,
    )?;
    let published = ours.published.as_ref();
    let right = score.date.map(|date| date == Dated::Right);
    let (value, given) = (
        published.map(|date| date.date.value()),
        published.map_or("no rule", |date| date.rule.as_str()),
    );
    field(
        "date",
        right,
        gold.date.as_deref(),
        value.as_deref(),
        given,
        out,
    )?;
    let right = score
        .authors
        .map(|[_, extra, missing]| extra + missing == 0);
    let wanted = gold.authors.as_ref().map(Value::to_string);
    let authors = Value::from(ours.authors.clone()).to_string();
    field(
        "authors",
        right,
        wanted.as_deref(),
        Some(&authors),
        rule("authors"),
        out,
    )?;
    if let Some(neutral) = &gold.authors_neutral {
        writeln!(out, "         {neutral} count neither way")?;
    }
    if let Some(dek) = &ours.dek {
        writeln!(out, "dek      {} ({})", cut(dek, LONG), rule("dek"))?;
    }
    let (Some(body), Some(shares)) = (&gold.body, score.body) else {
        return writeln!(out, "body     the gold has none\n");
    };
    writeln!(
        out,
        "body     F1 {}, P {}, R {} ({})",
        three(Some(shares.f1())),
        three(Some(shares.precision())),
        three(Some(shares.recall())),
        rule("body")
    )?;
    paragraphs(gold, body, &ours.body, out)?;
    writeln!(out)
}

fn field(
    name: &str,
    right: Option<bool>,
    gold: Option<&str>,
    ours: Option<&str>,
    rule: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let ours = ours.unwrap_or("none");
    match right {
        Some(false) => {
            writeln!(out, "{name:<8} wrong")?;
            writeln!(out, "-        {}", gold.unwrap_or("none"))?;
            writeln!(out, "+        {ours} ({rule})")
        }
        Some(true) => writeln!(out, "{name:<8} {ours} ({rule})"),
        None => writeln!(out, "{name:<8} not scored: {ours} ({rule})"),
    }
}

fn paragraphs(gold: &Gold, body: &str, ours: &str, out: &mut dyn Write) -> io::Result<()> {
    let (wanted, got) = (split(body), split(ours));
    let folded = |list: &[&str]| -> Vec<String> { list.iter().map(|text| fold(text)).collect() };
    let steps = align(&folded(&wanted), &folded(&got));
    let optional: BTreeSet<&str> = gold.optional().iter().map(|text| text.trim()).collect();
    let mut at = 0;
    while at < steps.len() {
        if let Step::Both(place, _) = steps[at] {
            writeln!(out, "  {}", cut(wanted[place], SHORT))?;
            at += 1;
            continue;
        }
        let end = steps[at..]
            .iter()
            .position(|step| matches!(step, Step::Both(..)))
            .map_or(steps.len(), |length| at + length);
        let mut missing = Vec::new();
        let mut extra = Vec::new();
        for step in &steps[at..end] {
            match *step {
                Step::First(place) => missing.push(wanted[place]),
                Step::Second(place) => extra.push(got[place]),
                Step::Both(..) => {}
            }
        }
        differing(&missing, extra, &optional, out)?;
        at = end;
    }
    Ok(())
}

/// What stands on both sides of a gap; of paragraphs that are alike, only the words that differ are marked.
fn differing(
    missing: &[&str],
    mut extra: Vec<&str>,
    optional: &BTreeSet<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for paragraph in missing {
        let like = extra.iter().position(|other| alike(paragraph, other));
        if let Some(like) = like {
            for stray in extra.drain(..like) {
                writeln!(out, "+ {}", cut(stray, LONG))?;
            }
            writeln!(out, "~ {}", changed(paragraph, extra.remove(0)))?;
        } else if optional.contains(paragraph.trim()) {
            writeln!(out, "? {}", cut(paragraph, SHORT))?;
        } else {
            writeln!(out, "- {}", cut(paragraph, LONG))?;
        }
    }
    for stray in extra {
        writeln!(out, "+ {}", cut(stray, LONG))?;
    }
    Ok(())
}

/// Whether half of the words of the longer are those of the other.
fn alike(one: &str, other: &str) -> bool {
    let set = |text: &str| words(text).into_iter().collect::<BTreeSet<_>>();
    let (one, other) = (set(one), set(other));
    let shared = one.intersection(&other).count();
    shared > 0 && 2 * shared >= one.len().max(other.len())
}

/// The words of both: `[-missing-]`, `{+extra+}`; long stretches that are the same are left out.
fn changed(gold: &str, ours: &str) -> String {
    let (gold, ours): (Vec<&str>, Vec<&str>) = (
        gold.split_whitespace().collect(),
        ours.split_whitespace().collect(),
    );
    let (mut line, mut same) = (String::new(), Vec::new());
    for step in align(&gold, &ours) {
        let marked = match step {
            Step::Both(place, _) => {
                same.push(gold[place]);
                continue;
            }
            Step::First(place) => format!("[-{}-] ", gold[place]),
            Step::Second(place) => format!("{{+{}+}} ", ours[place]),
        };
        push_same(&mut line, &mut same);
        line.push_str(&marked);
    }
    push_same(&mut line, &mut same);
    let line = line.replace("-] [-", " ").replace("+} {+", " ");
    line.trim_end().to_owned()
}

fn push_same(line: &mut String, same: &mut Vec<&str>) {
    if same.len() > 12 {
        let last = same.split_off(same.len() - 5);
        line.push_str(&format!("{} … {} ", same[..5].join(" "), last.join(" ")));
    } else if !same.is_empty() {
        line.push_str(&format!("{} ", same.join(" ")));
    }
    same.clear();
}

fn split(body: &str) -> Vec<&str> {
    body.split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .collect()
}

/// One line of at most so many characters.
pub(crate) fn cut(text: &str, length: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(length) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
