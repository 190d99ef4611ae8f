//! How near an extracted body is to the gold one: runs of four words, as `score.py` beside the data counts them.

use std::collections::{HashMap, HashSet};

/// What must come out of a page.
#[derive(Debug, Default)]
pub(super) struct Gold {
    pub(super) body: String,
    /// Paragraphs of the body that may be there or not.
    pub(super) optional: Vec<String>,
}

/// Runs shared, only in the answer, and only in the gold; shares of all three.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Counts {
    shared: f64,
    extra: f64,
    missed: f64,
}

/// The words of a text, hashed.
pub(super) fn tokens(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars().fold(1469, |hash: u64, c| {
                (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
            })
        })
        .collect()
}

/// Runs of so many words; a shorter text is one run.
fn runs(text: &str, length: usize) -> Vec<u64> {
    let words = tokens(text);
    words
        .windows(length.min(words.len().max(1)))
        .map(|run| {
            run.iter().fold(7, |hash: u64, word| {
                (hash ^ word)
                    .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                    .rotate_left(29)
            })
        })
        .collect()
}

/// Compares a body with the gold, its optional paragraphs left out where the body leaves them out.
fn compare(gold: &Gold, body: &str) -> Counts {
    let said: HashSet<u64> = runs(body, 3).into_iter().collect();
    let unused: HashSet<&str> = gold
        .optional
        .iter()
        .map(String::as_str)
        .filter(|paragraph| {
            let want: HashSet<u64> = runs(paragraph, 3).into_iter().collect();
            want.is_empty() || want.intersection(&said).count() * 2 < want.len()
        })
        .collect();
    let kept: Vec<&str> = gold
        .body
        .split("\n\n")
        .filter(|paragraph| !unused.contains(paragraph))
        .collect();
    let mut counts: HashMap<u64, i64> = HashMap::new();
    for run in runs(&kept.join("\n\n"), 4) {
        *counts.entry(run).or_default() += 1;
    }
    let (mut shared, mut extra) = (0i64, 0i64);
    for run in runs(body, 4) {
        let left = counts.entry(run).or_default();
        if *left > 0 {
            *left -= 1;
            shared += 1;
        } else {
            extra += 1;
        }
    }
    let missed: i64 = counts.into_values().filter(|left| *left > 0).sum();
    let all = (shared + extra + missed).max(1) as f64;
    Counts {
        shared: shared as f64 / all,
        extra: extra as f64 / all,
        missed: missed as f64 / all,
    }
}

/// The better of the body alone and with its dek: some golds begin with it, some leave it out.
pub(super) fn page(gold: &Gold, body: &str, dek: Option<&str>) -> Counts {
    let alone = compare(gold, body);
    let Some(dek) = dek else { return alone };
    let with = compare(gold, &format!("{dek}\n\n{body}"));
    if with.shared > alone.shared {
        with
    } else {
        alone
    }
}

/// F1 of the mean precision and the mean recall over pages.
pub(super) fn f1(pages: &[Counts]) -> f64 {
    let mean = |other: fn(&Counts) -> f64| {
        let shares: Vec<f64> = pages
            .iter()
            .filter(|page| page.shared + other(page) > 0.0)
            .map(|page| page.shared / (page.shared + other(page)))
            .collect();
        shares.iter().sum::<f64>() / shares.len().max(1) as f64
    };
    let (precision, recall) = (mean(|page| page.extra), mean(|page| page.missed));
    2.0 * precision * recall / (precision + recall).max(1e-9)
}

#[test]
fn bodies_are_compared_by_runs_of_words() {
    let gold = Gold {
        body: "One two three four five.\n\nSix seven eight nine.\n\nBy a writer in town".to_owned(),
        optional: vec!["By a writer in town".to_owned()],
    };
    let right = "One two three four five. Six seven eight nine.";
    for (body, dek, expected) in [
        (right, None, 1.0),
        ("One two three four five.", None, 2.0 / (1.0 + 3.0)),
        (
            "Six seven eight nine.",
            Some("One two three four five."),
            1.0,
        ),
        ("Wholly other words are here.", None, 0.0),
    ] {
        let counts = page(&gold, body, dek);
        assert!(
            (counts.shared - expected).abs() < 0.34 && (expected < 1.0 || counts.shared > 0.999),
            "{body}: {counts:?}"
        );
    }
    let perfect = page(&gold, right, None);
    assert!((f1(&[perfect]) - 1.0).abs() < 1e-9);
    assert!(
        f1(&[
            perfect,
            Counts {
                shared: 0.0,
                extra: 1.0,
                missed: 0.0
            }
        ]) < 0.7
    );
}
