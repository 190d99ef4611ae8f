//! Features of a line alone.

use crate::extract::boilerplate::Boilerplate;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::features::row::Row;
use crate::extract::scrape::features::traits::{Traits, score};

/// How many there are.
pub(super) const COUNT: usize = 39;

/// Adds what a line shows by itself.
pub(super) fn push<const ALL: usize>(row: &mut Row<ALL>, block: &Block, line: &Traits) {
    let prose = &line.prose;
    let text = block.text.as_str();
    row.push(prose.length.min(2000.0));
    row.push(prose.words.min(400.0));
    row.push(prose.function.min(0.7));
    row.push(prose.lower);
    row.push((prose.commas / prose.words.max(4.0)).min(1.0));
    row.push(prose.inner.min(8.0));
    row.push(prose.digits);
    row.flag(prose.ended);
    row.flag(prose.shouted);
    row.push(score(line));
    row.flag(block.bullet);
    row.flag(block.gap);
    row.push(f32::from(line.copies.min(6)));
    for kind in [
        Boilerplate::Label,
        Boilerplate::Related,
        Boilerplate::ReadMore,
        Boilerplate::Newsletter,
        Boilerplate::Consent,
        Boilerplate::Footer,
    ] {
        row.flag(line.boilerplate == Some(kind));
    }
    row.flag(line.credit);
    row.flag(line.caption);
    row.flag(line.date);
    row.flag(line.byline);
    row.flag(line.age);
    let first = text.chars().next().unwrap_or(' ');
    row.flag(first.is_lowercase());
    row.flag(first.is_ascii_digit());
    row.flag(
        first.is_ascii_punctuation() && !matches!(first, '"' | '\'' | '(' | '[' | '-' | '#' | '@'),
    );
    row.flag(matches!(first, '"' | '“' | '„' | '«' | '‘' | '»' | '「'));
    row.flag(text.starts_with("– ") || text.starts_with("— ") || text.starts_with("- "));
    row.flag(text.ends_with(':'));
    row.flag(text.ends_with('?'));
    row.flag(text.ends_with("...") || text.ends_with('…'));
    row.flag(text.ends_with([',', ';', '-', '(', '“', '„', '«']));
    row.flag(text.contains("http") || text.contains("www.") || text.contains('@'));
    row.flag(text.contains(" | ") || text.contains(" • ") || text.contains(" · "));
    row.flag(text.contains(" - ") || text.contains(" – ") || text.contains(" — "));
    row.push(glued(text));
    let (own, other) = persons(text);
    row.push(own.min(4.0));
    row.push(other.min(4.0));
}

/// How often a capital follows a small letter or the end of a sentence: pieces of a page stuck together, as in `HomeNews` and `The endA start`.
fn glued(text: &str) -> f32 {
    let (mut before, mut last) = (' ', ' ');
    let mut count = 0;
    for c in text.chars().take(400) {
        let small = last.is_lowercase() && before.is_lowercase();
        let ended = matches!(last, '.' | '!' | '?' | '”' | ')') && before.is_lowercase();
        if c.is_uppercase() && (small || ended) {
            count += 1;
        }
        (before, last) = (last, c);
    }
    count.min(4) as f32
}

/// How often a line speaks of its writer, and to its reader; a line with quotations does neither.
fn persons(text: &str) -> (f32, f32) {
    if text.contains(['"', '“', '„', '«', '‘', '–']) {
        return (0.0, 0.0);
    }
    let (mut own, mut other) = (0.0, 0.0);
    for word in text.split_whitespace().take(300) {
        match word {
            "I" | "I’m" | "I'm" | "my" | "My" | "ich" | "Ich" | "je" | "Je" | "j'ai" | "yo"
            | "io" => own += 1.0,
            "you" | "You" | "your" | "Your" | "Sie" | "Ihre" | "Ihnen" | "du" | "vous"
            | "votre" | "usted" | "tu" => other += 1.0,
            _ => {}
        }
    }
    (own, other)
}
