//! Captions and the credits glued to them.

mod credit;
#[rustfmt::skip]
mod words;

use crate::article::Caption;
use credit::{after_word, is_sentence, signed};
use words::CREDIT_WORDS;

/// The credit where the whole line is one: `(photo credit: PIXABAY)`, `Photo: Jane Doe`, `© Getty Images`, `REUTERS/Jane Doe`.
pub fn credit_line(line: &str) -> Option<String> {
    let line = line.trim();
    if line.is_empty() || line.len() > 200 {
        return None;
    }
    let bare = strip_brackets(line);
    if let Some(credit) = after_word(bare) {
        let words = credit.split_whitespace().count();
        return (words <= 14 && !is_sentence(credit)).then(|| credit.to_owned());
    }
    if bare.starts_with('©') {
        let credit = bare.trim_start_matches(['©', ' ', ':']);
        let year = credit.chars().next().is_some_and(|c| c.is_ascii_digit());
        return (!year && !credit.is_empty() && credit.split_whitespace().count() <= 10)
            .then(|| credit.to_owned());
    }
    signed(bare).then(|| bare.to_owned())
}

/// The captions in a line that carries credits, and the text that stands after the last of them.
///
/// `Rama speaks. (credit: REUTERS/JANE DOE)Rama speaks. (credit: REUTERS/JANE DOE)` gives two captions, each as often as it
/// is printed; `None` where the line carries no credit.
pub fn read(line: &str) -> Option<(Vec<Caption>, String)> {
    let mut captions = Vec::new();
    let mut rest = line.trim();
    // Each turn shortens the rest by a bracket, so the work is linear.
    while let Some((before, credit, after)) = bracketed(rest) {
        captions.push(Caption {
            text: tidy(before),
            credit: Some(credit),
        });
        rest = after.trim_start();
    }
    if captions.is_empty() {
        let (text, credit) = trailing(rest)?;
        captions.push(Caption {
            text: tidy(text),
            credit: Some(credit),
        });
        rest = "";
    }
    Some((captions, rest.to_owned()))
}

/// The first bracket of `line` that is a credit: what is before, the credit, what is after.
fn bracketed(line: &str) -> Option<(&str, String, &str)> {
    let mut from = 0;
    while let Some(found) = line[from..].find(['(', '[']) {
        let open = from + found;
        // A credit is short: nothing is looked for further off, so that a run of brackets costs linear time.
        let mut end = line.len().min(open + 160);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        if let Some(length) = line[open..end].find([')', ']']) {
            let close = open + length;
            let inside = line[open + 1..close].trim();
            if let Some(credit) = after_word(inside) {
                return Some((&line[..open], credit.to_owned(), &line[close + 1..]));
            }
            let last = line[close + 1..].trim().is_empty() || inside.contains('/');
            if last && signed(inside) {
                return Some((&line[..open], inside.to_owned(), &line[close + 1..]));
            }
        }
        from = open + 1;
    }
    None
}

/// A credit at the end of a caption: `… in Tirana. Photo: Jane Doe`, `… in Tirana | © dpa`, `… in Tirana. AP Photo/Jane Doe`.
fn trailing(line: &str) -> Option<(&str, String)> {
    if line.len() > 600 {
        return None;
    }
    for mark in [
        " © ", "©", " | ", " - ", " – ", "  ", ". ", "? ", "! ", ") ", " / ", ": ",
    ] {
        let Some(at) = last_of(line, mark) else {
            continue;
        };
        let keep = usize::from(mark.starts_with(['.', '?', '!', ')']));
        let (text, credit) = (&line[..at + keep], line[at + mark.len()..].trim());
        if text.trim().is_empty() || credit.is_empty() {
            continue;
        }
        if mark.contains('©') {
            let year = credit.chars().next().is_some_and(|c| c.is_ascii_digit());
            if !year && credit.split_whitespace().count() <= 8 {
                return Some((text, credit.to_owned()));
            }
            continue;
        }
        if mark == ": " {
            // `… in Tirana Photo: Jane Doe`: the word stands before the colon.
            let word = CREDIT_WORDS.iter().find(|word| {
                let tail = tail_of(text, word.len());
                tail.to_lowercase() == **word && tail.chars().next().is_some_and(char::is_uppercase)
            });
            if let Some(word) = word {
                let start = text.len() - word.len();
                let boundary = text[..start]
                    .chars()
                    .last()
                    .is_none_or(|c| !c.is_alphanumeric() || c.is_lowercase());
                if boundary
                    && start > 0
                    && credit.split_whitespace().count() <= 8
                    && !is_sentence(credit)
                {
                    return Some((&text[..start], credit.to_owned()));
                }
            }
            continue;
        }
        if let Some(credit) = after_word(credit) {
            if credit.split_whitespace().count() <= 10 {
                return Some((text, credit.to_owned()));
            }
        } else if signed(credit) {
            return Some((text, credit.to_owned()));
        }
    }
    None
}

/// Where the mark stands last in the line. Marks are short: their rarest byte is looked for, which is quicker than a search for all of it.
fn last_of(line: &str, mark: &str) -> Option<usize> {
    let (line, mark) = (line.as_bytes(), mark.as_bytes());
    let rare = mark.iter().position(|byte| *byte != b' ').unwrap_or(0);
    let mut end = line.len();
    while let Some(found) = memchr::memrchr(*mark.get(rare)?, &line[..end]) {
        if let Some(at) = found.checked_sub(rare)
            && line[at..].starts_with(mark)
        {
            return Some(at);
        }
        end = found;
    }
    None
}

fn tail_of(text: &str, length: usize) -> &str {
    text.len()
        .checked_sub(length)
        .and_then(|start| text.get(start..))
        .unwrap_or("")
}

fn strip_brackets(line: &str) -> &str {
    let open = line.starts_with(['(', '[']) && line.ends_with([')', ']']);
    if open {
        line[1..line.len() - 1].trim()
    } else {
        line
    }
}

fn tidy(text: &str) -> String {
    text.trim()
        .trim_end_matches(['|', '/', '-', '–', '—', '•', '·'])
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests;
