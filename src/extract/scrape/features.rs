//! What of a scraped page's line says whether it is the article's body.

use std::collections::HashMap;

use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::scrape::block::Block;
use crate::extract::scrape::front::is_date_line;
use crate::extract::scrape::prose::{Prose, measure};
use crate::extract::{byline, caption};

/// How many features a line has.
pub(super) const COUNT: usize = 104;

/// A line's features; most are 0 or 1, none is above 3.
pub(super) type Features = [f32; COUNT];

/// What was seen in a line, its neighbours aside.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    pub(super) prose: Prose,
    pub(super) boilerplate: Option<Boilerplate>,
    pub(super) credit: bool,
    pub(super) caption: bool,
    pub(super) date: bool,
    pub(super) byline: bool,
    /// How often the line is printed on the page.
    pub(super) copies: u16,
}

/// Looks at each line for itself.
pub(super) fn traits(blocks: &[Block]) -> Vec<Traits> {
    let mut copies: HashMap<&str, u16> = HashMap::new();
    for block in blocks {
        let count = copies.entry(block.text.as_str()).or_default();
        *count = count.saturating_add(1);
    }
    // Lines printed often are looked at once.
    let mut known: HashMap<&str, Traits> = HashMap::new();
    blocks
        .iter()
        .map(|block| {
            let text = block.text.as_str();
            if let Some(known) = known.get(text) {
                return *known;
            }
            let short = text.len() <= 300;
            let credit = short && caption::credit_line(text).is_some();
            let copies = copies.get(text).copied().unwrap_or(1);
            let line = Traits {
                prose: measure(text),
                boilerplate: boilerplate::kind(text),
                credit,
                caption: !credit && text.len() <= 700 && caption::read(text).is_some(),
                date: short && is_date_line(text),
                byline: text.len() <= 160 && byline::is_byline(text),
                copies,
            };
            if copies > 1 {
                known.insert(text, line);
            }
            line
        })
        .collect()
}

/// What `of` says of the features of each line of a page, which come from its traits and its neighbours'.
///
/// One row is held at a time: a page of a million lines needs no room for all of them.
pub(super) fn by_features<T>(
    blocks: &[Block],
    traits: &[Traits],
    of: impl Fn(&Features) -> T,
) -> Vec<T> {
    let scores: Vec<f32> = traits.iter().map(score).collect();
    let sums = running_sums(&scores);
    let mass: Vec<f32> = traits
        .iter()
        .zip(&scores)
        .map(|(line, score)| {
            if *score > 0.6 {
                line.prose.length.min(1500.0)
            } else {
                0.0
            }
        })
        .collect();
    let masses = running_sums(&mass);
    let total = masses[blocks.len()].max(1.0);
    let near = distances(&scores);
    let runs = short_runs(traits, &scores);
    let topical = topicality(blocks, &scores);
    let heads = since_heads(traits, &scores);
    let marks = header_marks(blocks, traits);
    let comments = since_comments(blocks);
    let mut all = Vec::with_capacity(blocks.len());
    for at in 0..blocks.len() {
        let around = Around {
            at,
            scores: &scores,
            sums: &sums,
        };
        let mut row = Row::default();
        line_features(&mut row, &blocks[at], &traits[at]);
        let gap_after = blocks.get(at + 1).is_some_and(|next| next.gap);
        row.flag(blocks[at].gap);
        row.flag(gap_after);
        around.push(&mut row);
        // Where in the page's prose the line stands.
        let share = masses[at] / total;
        row.flag(masses[at] < 1.0);
        row.flag(share < 0.1);
        row.flag(share > 0.5);
        row.flag(share > 0.9);
        row.flag(masses[at] >= total - 1.0 && mass[at] < 1.0);
        let (before, after) = near[at];
        for far in [before, after] {
            row.flag(far <= 1);
            row.flag(far <= 2);
            row.flag(far > 3);
            row.flag(far > 6);
            row.flag(far > 12);
        }
        row.flag(before.min(after) > 4);
        row.flag(runs[at] > 3);
        row.flag(runs[at] > 8);
        row.flag(runs[at] > 20);
        row.push(topical[at]);
        row.flag(topical[at] > 0.6);
        let (related, footer) = heads[at];
        row.flag(related);
        row.flag(footer);
        // A subhead stands alone between paragraphs; so does a caption, which prose follows too.
        let short = traits[at].prose.length < 90.0 && !traits[at].prose.ended;
        let next = scores.get(at + 1).copied().unwrap_or(0.0);
        let last = if at > 0 { scores[at - 1] } else { 0.0 };
        row.flag(short && next > 0.6 && last > 0.6);
        row.flag(short && next > 0.6 && last <= 0.6);
        row.flag(short && next <= 0.6 && last > 0.6);
        row.flag(short && next <= 0.6 && last <= 0.6);
        row.flag(!short && next <= 0.4 && last <= 0.4);
        row.flag(short && blocks[at].gap && gap_after && next > 0.6);
        // A paragraph broken at a link goes on in lower case.
        let open_before = at > 0 && !traits[at - 1].prose.ended && scores[at - 1] > 0.2;
        let small = starts_lower(&blocks[at].text);
        row.flag(open_before && small);
        let next_small = blocks.get(at + 1).is_some_and(|next| {
            starts_lower(&next.text) || next.text.starts_with([',', '.', ';', ')'])
        });
        row.flag(next_small && !traits[at].prose.ended);
        let credit_next = traits.get(at + 1).is_some_and(|next| next.credit);
        row.flag(credit_next);
        row.flag(at > 0 && traits[at - 1].credit);
        // A date or byline opens the article; many of them are comments or lists of stories.
        let (since, until, many) = marks[at];
        row.flag(since <= 4);
        row.flag(since <= 12);
        row.flag(since == usize::MAX);
        row.flag(until <= 3);
        row.push((many as f32 / 4.0).min(1.0));
        row.flag(since <= 6 && traits[at].prose.score > 0.6);
        row.flag(comments[at]);
        row.flag(comments[at] && many >= 2);
        let (own, other) = persons(&blocks[at].text);
        row.push((own / 3.0).min(1.0));
        row.push((other / 3.0).min(1.0));
        let colon_before = at > 0 && blocks[at - 1].text.ends_with(':');
        row.flag(colon_before);
        row.flag(at + 1 < blocks.len() && blocks[at].bullet && blocks[at + 1].bullet);
        debug_assert_eq!(row.filled, COUNT, "COUNT is the number of features");
        all.push(of(&row.values));
    }
    all
}

/// How much a line is prose of an article: boilerplate, captions and lists count for less.
fn score(line: &Traits) -> f32 {
    let less = match line.boilerplate {
        Some(Boilerplate::Label | Boilerplate::Related) => 0.9,
        Some(_) => 0.4,
        None => 0.0,
    };
    let picture = if line.credit { 0.6 } else { 0.0 };
    (line.prose.score - less - picture).max(0.0)
}

/// Fills a row from left to right; what does not fit is an error of this module, seen by its test.
#[derive(Clone)]
struct Row {
    values: Features,
    filled: usize,
}

impl Default for Row {
    fn default() -> Self {
        Self {
            values: [0.0; COUNT],
            filled: 0,
        }
    }
}

impl Row {
    fn push(&mut self, value: f32) {
        if let Some(place) = self.values.get_mut(self.filled) {
            *place = value;
        }
        self.filled += 1;
    }

    fn flag(&mut self, is: bool) {
        self.push(if is { 1.0 } else { 0.0 });
    }
}

fn line_features(row: &mut Row, block: &Block, line: &Traits) {
    let prose = &line.prose;
    row.push(1.0);
    for length in [12.0, 25.0, 45.0, 80.0, 140.0, 250.0, 500.0] {
        row.flag(prose.length >= length);
    }
    row.flag(prose.ended);
    row.flag(prose.ended && prose.length >= 80.0);
    row.flag(prose.ended && prose.length < 45.0);
    row.push(prose.function.min(0.6) * 2.0);
    row.push(prose.lower);
    row.push((prose.commas * 8.0 / prose.words.max(4.0)).min(1.0));
    row.flag(prose.inner >= 1.0);
    row.push((prose.digits * 3.0).min(1.0));
    row.flag(block.bullet);
    row.flag(block.bullet && prose.length >= 60.0);
    row.flag(line.copies >= 2);
    row.flag(line.copies >= 3);
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
    let text = block.text.as_str();
    row.flag(starts_lower(text));
    row.flag(text.starts_with(|c: char| {
        c.is_ascii_punctuation() && !matches!(c, '"' | '\'' | '(' | '[' | '-' | '#' | '@')
    }));
    row.flag(text.ends_with(':'));
    row.flag(text.ends_with('?'));
    row.flag(text.ends_with("...") || text.ends_with('…'));
    row.flag(
        text.starts_with(['"', '“', '„', '«', '‘', '»', '「'])
            || text.starts_with("– ")
            || text.starts_with("— "),
    );
    row.flag(prose.shouted);
    let address = text.contains("http") || text.contains("www.") || text.contains('@');
    row.flag(address);
    row.flag(text.contains(" | ") || text.contains(" • ") || text.contains(" · "));
    row.flag(prose.words <= 1.0);
    row.flag(prose.words <= 3.0);
    row.flag(prose.function == 0.0 && prose.words >= 3.0);
    row.flag(prose.length >= 45.0 && prose.function < 0.12);
}

fn starts_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

struct Around<'a> {
    at: usize,
    scores: &'a [f32],
    sums: &'a [f32],
}

impl Around<'_> {
    fn push(&self, row: &mut Row) {
        let at = |offset: isize| {
            self.at
                .checked_add_signed(offset)
                .and_then(|at| self.scores.get(at))
                .copied()
                .unwrap_or(0.0)
        };
        for offset in [-1, 1, -2, 2] {
            row.push(at(offset));
        }
        for (before, after) in [(3, 0), (0, 3), (8, 0), (0, 8), (20, 20)] {
            row.push(self.mean(before, after));
        }
        row.push(at(-1).max(at(-2)).max(at(-3)));
        row.push(at(1).max(at(2)).max(at(3)));
        // Prose on both sides counts for more than twice as much as on one.
        row.push(2.0 * at(-1).max(at(-2)) * at(1).max(at(2)));
        row.push(2.0 * self.mean(4, 0) * self.mean(0, 4));
        row.push(2.0 * self.scores[self.at] * self.mean(4, 4));
    }

    /// The mean score of so many lines before and after, this line left out.
    fn mean(&self, before: usize, after: usize) -> f32 {
        let from = self.at.saturating_sub(before);
        let to = (self.at + after + 1).min(self.scores.len());
        let sum = self.sums[to] - self.sums[from] - self.scores[self.at];
        sum / (before + after) as f32
    }
}

fn running_sums(values: &[f32]) -> Vec<f32> {
    let mut sums = Vec::with_capacity(values.len() + 1);
    let mut sum = 0.0f64;
    sums.push(0.0);
    for value in values {
        sum += f64::from(*value);
        sums.push(sum as f32);
    }
    sums
}

/// For each line, how many lines away the nearest full paragraph is, before and after it.
fn distances(scores: &[f32]) -> Vec<(usize, usize)> {
    let mut near = vec![(usize::MAX, usize::MAX); scores.len()];
    let mut far = usize::MAX;
    for (at, score) in scores.iter().enumerate() {
        near[at].0 = far;
        far = if *score > 0.7 {
            1
        } else {
            far.saturating_add(1)
        };
    }
    far = usize::MAX;
    for (at, score) in scores.iter().enumerate().rev() {
        near[at].1 = far;
        far = if *score > 0.7 {
            1
        } else {
            far.saturating_add(1)
        };
    }
    near
}

/// For each line, the length of the run of short lines that it stands in; 0 for prose.
fn short_runs(traits: &[Traits], scores: &[f32]) -> Vec<usize> {
    let mut runs = vec![0; scores.len()];
    let mut start = 0;
    for at in 0..=scores.len() {
        let short = at < scores.len() && scores[at] < 0.45 && traits[at].prose.length < 120.0;
        if !short {
            runs[start..at].fill(at - start);
            start = at + 1;
        }
    }
    runs
}

/// For each line, the share of its longer words that other full paragraphs of the page hold.
fn topicality(blocks: &[Block], scores: &[f32]) -> Vec<f32> {
    let mut holders: HashMap<u64, (u32, u32)> = HashMap::new();
    let words_of = |text: &str| {
        let mut words = Vec::new();
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            if word.chars().count() >= 5 {
                words.push(hash(word));
            }
            if words.len() >= 400 {
                break;
            }
        }
        words
    };
    for (at, block) in blocks.iter().enumerate() {
        if scores[at] > 0.7 {
            for word in words_of(&block.text) {
                let (count, last) = holders.entry(word).or_insert((0, u32::MAX));
                if *last != at as u32 {
                    *count += 1;
                    *last = at as u32;
                }
            }
        }
    }
    blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let words = words_of(&block.text);
            if words.is_empty() {
                return 0.3;
            }
            let own = u32::from(scores[at] > 0.7);
            let held = words
                .iter()
                .filter(|word| holders.get(word).is_some_and(|(count, _)| *count > own))
                .count();
            held as f32 / words.len() as f32
        })
        .collect()
}

fn hash(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for c in word.chars().flat_map(char::to_lowercase) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// For each line, whether a head of other stories, and a footer, stood within the last lines with no full paragraph since.
fn since_heads(traits: &[Traits], scores: &[f32]) -> Vec<(bool, bool)> {
    let (mut related, mut footer) = (0u32, 0u32);
    let mut all = Vec::with_capacity(traits.len());
    for (line, score) in traits.iter().zip(scores) {
        all.push((related > 0, footer > 0));
        let strong = *score > 0.85;
        related = if strong { 0 } else { related.saturating_sub(1) };
        footer = footer.saturating_sub(1);
        match line.boilerplate {
            Some(Boilerplate::Related) => related = 15,
            Some(Boilerplate::Footer) => footer = 30,
            _ => {}
        }
    }
    all
}

/// For each line: lines since the last date or byline, lines until the next, and how many stand near.
fn header_marks(blocks: &[Block], traits: &[Traits]) -> Vec<(usize, usize, usize)> {
    let marked: Vec<bool> = blocks
        .iter()
        .zip(traits)
        .map(|(block, line)| line.date || line.byline || is_age(&block.text))
        .collect();
    let mut marks = vec![(usize::MAX, usize::MAX, 0); marked.len()];
    let mut far = usize::MAX;
    for (at, is) in marked.iter().enumerate() {
        far = if *is { 0 } else { far.saturating_add(1) };
        marks[at].0 = far;
    }
    far = usize::MAX;
    for (at, is) in marked.iter().enumerate().rev() {
        marks[at].1 = far;
        far = if *is { 1 } else { far.saturating_add(1) };
    }
    let mut counts = Vec::with_capacity(marked.len() + 1);
    let mut count = 0usize;
    counts.push(0);
    for is in &marked {
        count += usize::from(*is);
        counts.push(count);
    }
    for (at, mark) in marks.iter_mut().enumerate() {
        mark.2 = counts[(at + 9).min(marked.len())] - counts[at.saturating_sub(8)];
    }
    marks
}

/// `3 hours ago`, `vor 2 Stunden`, `il y a 5 min`: how comments and lists of stories are dated.
fn is_age(text: &str) -> bool {
    text.len() <= 40 && text.bytes().any(|byte| byte.is_ascii_digit()) && {
        let lower = text.to_lowercase();
        lower.ends_with(" ago")
            || lower.starts_with("vor ")
            || lower.starts_with("il y a ")
            || lower.starts_with("hace ")
            || lower.ends_with(" siden")
            || lower.ends_with(" önce")
            || lower.ends_with(" fa")
            || lower.ends_with(" назад")
            || lower.ends_with("前")
            || lower.ends_with(" 전")
    }
}

/// For each line, whether readers' comments have begun.
fn since_comments(blocks: &[Block]) -> Vec<bool> {
    let mut begun = false;
    blocks
        .iter()
        .map(|block| {
            if block.text.len() <= 60 {
                let lower = block.text.to_lowercase();
                let lower = lower.trim_matches(|c: char| !c.is_alphabetic());
                begun |= matches!(
                    lower,
                    "reply"
                        | "leave a reply"
                        | "leave a comment"
                        | "post a comment"
                        | "add a comment"
                        | "sort by"
                        | "newest"
                        | "oldest"
                        | "antworten"
                        | "kommentar schreiben"
                        | "répondre"
                        | "responder"
                        | "rispondi"
                        | "responses"
                        | "upvote"
                        | "report comment"
                        | "top rated comments"
                        | "like this comment"
                        | "permalink"
                        | "log in to comment"
                        | "log in to reply"
                        | "netiquette"
                        | "netiquette beachten"
                ) || lower.ends_with(" comments") && lower.len() < 20
                    || lower.ends_with(" says") && lower.len() < 40
                    || lower.ends_with(" responses");
            }
            begun
        })
        .collect()
}

/// How often a line speaks of its writer, and to its reader.
fn persons(text: &str) -> (f32, f32) {
    let (mut own, mut other) = (0.0, 0.0);
    let quoted = text.contains(['"', '“', '„', '«', '‘', '–']);
    for word in text.split_whitespace().take(300) {
        match word {
            "I" | "I’m" | "I'm" | "my" | "My" | "ich" | "Ich" | "je" | "Je" | "j'ai" | "yo"
            | "io" => own += 1.0,
            "you" | "You" | "your" | "Your" | "Sie" | "Ihre" | "Ihnen" | "du" | "vous"
            | "votre" | "usted" | "tu" => other += 1.0,
            _ => {}
        }
    }
    if quoted { (0.0, 0.0) } else { (own, other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_place() {
        let blocks = vec![
            Block {
                text: "A bridge fell.".to_owned(),
                bullet: false,
                gap: false
            };
            3
        ];
        let plain = traits(&blocks);
        let mut row = Row::default();
        line_features(&mut row, &blocks[0], &plain[0]);
        let rows = by_features(&blocks, &plain, |row| *row);
        assert_eq!(rows.len(), 3);
        // The last feature is written, and none beyond it.
        let mut full = blocks.clone();
        full[0].bullet = true;
        full[1].bullet = true;
        let full_traits = traits(&full);
        assert!(
            by_features(&full, &full_traits, |row| row[COUNT - 1])[0] > 0.0,
            "{} of the line alone",
            row.filled
        );
    }
}
