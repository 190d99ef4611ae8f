//! Whether what a hit marks is what the query asks for.

use dateline::search::Hit;
use dateline::text::Span;

use crate::oracle::judge::Extent;
use crate::oracle::reading::{Printed, Reading, Zone};

/// What is wrong with the marks of a hit, if anything is: each must cover whole words where the query stands.
pub(crate) fn wrong(hit: &Hit, reading: &Reading, allowed: &[Extent]) -> Option<String> {
    let title: Vec<&Printed> = of(reading, |zone| zone == Zone::Title);
    if let Some(text) = &hit.article.title
        && !fits(text, &hit.title_marks, &title, allowed)
    {
        return Some(format!("title {:?} in {text:?}", hit.title_marks));
    }
    let words: Vec<&Printed> = of(reading, |zone| zone != Zone::Title);
    for snippet in &hit.snippets {
        let length = snippet.text.split_whitespace().count();
        let mut windows = words.windows(length.max(1));
        let right = |window: &[&Printed]| fits(&snippet.text, &snippet.marks, window, allowed);
        if length > 0 && !windows.any(right) {
            return Some(format!("snippet {:?} in {:?}", snippet.marks, snippet.text));
        }
    }
    None
}

fn of(reading: &Reading, wanted: impl Fn(Zone) -> bool) -> Vec<&Printed> {
    let words = reading.printed.iter();
    words.filter(|word| wanted(word.zone)).collect()
}

/// Whether `text` is these words, and its marks are on those allowed.
fn fits(text: &str, marks: &[Span], words: &[&Printed], allowed: &[Extent]) -> bool {
    let mut spans = Vec::new();
    let mut at = 0;
    for part in text.split_whitespace() {
        let start = at + text[at..].find(part).unwrap_or(0);
        at = start + part.len();
        spans.push((start, at, part));
    }
    let same = spans
        .iter()
        .zip(words)
        .all(|((_, _, part), word)| *part == word.text);
    let covers = |word: &Printed, extent: &Extent| {
        extent.first <= word.positions.1 && word.positions.0 <= extent.last
    };
    spans.len() == words.len()
        && same
        && marks.iter().all(|mark| {
            let mut inside = spans
                .iter()
                .zip(words)
                .filter(|((start, end, _), _)| *start < mark.end && mark.start < *end)
                .peekable();
            inside.peek().is_some()
                && inside.all(|(_, word)| allowed.iter().any(|extent| covers(word, extent)))
        })
}
