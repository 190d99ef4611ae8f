//! Sentences and paragraphs, as [`crate::text::words`] sees them.

use crate::text::Span;
use crate::text::words;

/// The paragraphs of a text that have a word, in order, without the blanks around them.
pub fn paragraphs(text: &str) -> Vec<Span> {
    units(text, |word| word.paragraph)
}

/// The sentences of a text, in order, without the blanks around them; none runs across paragraphs.
pub fn sentences(text: &str) -> Vec<Span> {
    units(text, |word| word.sentence)
}

fn units(text: &str, begins: impl Fn(&words::Word<'_>) -> bool) -> Vec<Span> {
    let mut starts = Vec::new();
    let mut last_end = 0;
    words::scan(text, |word| {
        if begins(word) {
            starts.push(opening(text, last_end, word.span.start));
        }
        last_end = word.span.end;
    });
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let trimmed = starts.iter().zip(ends).map(|(&start, end)| {
        let unit = text[start..end].trim_end();
        Span::new(start, start + unit.len())
    });
    trimmed.collect()
}

/// Where the unit of the word at `start` begins: quotes and brackets that open right before it are its own.
fn opening(text: &str, last_end: usize, start: usize) -> usize {
    let between = text.get(last_end..start).unwrap_or("");
    match between
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
    {
        Some((at, blank)) => last_end + at + blank.len_utf8(),
        None if last_end == 0 => 0,
        None => start,
    }
}

#[cfg(test)]
mod tests;
