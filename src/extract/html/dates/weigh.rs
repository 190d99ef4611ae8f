//! The choice among the dates of a page.

use crate::article::{ArticleDate, Rival};
use crate::date::{Date, Precision};
use crate::extract::html::dates::Dates;
use crate::extract::html::dates::candidates::Candidate;

/// Chooses by weight and agreement.
pub(super) fn decide(found: &[Candidate]) -> Dates {
    Dates {
        published: pick(found, false),
        updated: pick(found, true),
    }
}

/// The heaviest of the dates of one sort, with the days it was preferred to. Dates of one day from different kinds of evidence bear each
/// other out.
fn pick(found: &[Candidate], updated: bool) -> Option<ArticleDate> {
    let mut best: Option<(i32, &Candidate)> = None;
    for candidate in found
        .iter()
        .filter(|candidate| candidate.updated == updated)
    {
        let own = day(&candidate.date);
        let mut value = candidate.weight;
        let mut rules: Vec<&str> = Vec::new();
        for other in found.iter().filter(|other| other.updated == updated) {
            let kind = other.rule.split(':').next().unwrap_or("");
            if own.is_some() && day(&other.date) == own && !rules.contains(&kind) {
                rules.push(kind);
                value += other.weight / 4;
            }
        }
        // Among equals the more exact one.
        value = value * 4 + i32::from(candidate.date.precision() > Precision::Day);
        if best.is_none_or(|(most, _)| value > most) {
            best = Some((value, candidate));
        }
    }
    let (_, winner) = best?;
    let winner = as_printed(winner, found);
    let mut result = ArticleDate::new(winner.date.clone(), winner.rule.clone());
    let own = day(&winner.date);
    for other in found.iter().filter(|other| other.updated == updated) {
        if day(&other.date) != own && result.rivals.len() < 5 {
            let value = other.date.value();
            if !result.rivals.iter().any(|rival| rival.value == value) {
                result.rivals.push(Rival {
                    value,
                    rule: other.rule.clone(),
                });
            }
        }
    }
    Some(result)
}

/// The date that shows the winner's instant on the newsroom's own clock, where a machine gave it in universal time: the day printed on
/// the article is its day.
fn as_printed<'f>(winner: &'f Candidate, found: &'f [Candidate]) -> &'f Candidate {
    let universal = matches!(winner.date.zone(), Some("Z" | "+00:00" | "UTC" | "GMT"));
    if !universal || winner.date.precision() < Precision::Minute {
        return winner;
    }
    let minute = |date: &Date| date.period().first.div_euclid(60);
    let is_printed = |other: &&Candidate| {
        matches!(
            other.rule.split(':').next(),
            Some("text" | "label" | "time" | "class" | "itemprop" | "property")
        ) && other.updated == winner.updated
            && other.date.precision() >= Precision::Minute
            && !matches!(other.date.zone(), Some("Z" | "+00:00" | "UTC" | "GMT"))
    };
    // A newsroom whose clock shows universal time.
    if found
        .iter()
        .filter(is_printed)
        .any(|other| minute(&other.date) == minute(&winner.date))
    {
        return winner;
    }
    found
        .iter()
        .filter(is_printed)
        .find(|other| {
            let apart = minute(&other.date) - minute(&winner.date);
            apart.abs() <= 14 * 60 && apart % 30 == 0
        })
        .unwrap_or(winner)
}

/// The day a date names, where it names one.
fn day(date: &Date) -> Option<String> {
    (date.precision() >= Precision::Day).then(|| date.value().chars().take(10).collect())
}
