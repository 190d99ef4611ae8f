//! Pages with gold bodies, and which of their lines are of the body.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use crate::extract::scrape::block::{Block, blocks};
use crate::extract::scrape::features::{Traits, traits};
use crate::extract::scrape::train::score::{Gold, tokens};
use crate::extract::scrape::{page, repair, shape};

/// A page of a set.
pub(super) struct Page {
    /// Who publishes it: all pages of a site are left out together.
    pub(super) site: String,
    /// The text as it was saved.
    pub(super) text: String,
    pub(super) gold: Gold,
    /// Its lines, in the order of `traits`, `labels` and `words`; none where the text is no page's dump.
    pub(super) blocks: Vec<Block>,
    pub(super) traits: Vec<Traits>,
    pub(super) labels: Vec<bool>,
    /// Words of each line, as the weight of a mistake; 0 for lines that may be there or not.
    pub(super) words: Vec<f32>,
}

/// Reads a set: `gold.jsonl` with `id`, `site` and `body`, and `text/ID.txt`.
pub(super) fn read(folder: &str) -> Vec<Page> {
    let folder = Path::new(folder);
    let rows = std::fs::read_to_string(folder.join("gold.jsonl")).expect("gold.jsonl");
    rows.lines()
        .filter_map(|row| {
            let row: serde_json::Value = serde_json::from_str(row).expect("a line of gold");
            let (Some(id), Some(body)) = (row["id"].as_str(), row["body"].as_str()) else {
                return None;
            };
            let text = std::fs::read_to_string(folder.join(format!("text/{id}.txt")));
            let optional = row["optional"].as_array().into_iter().flatten();
            let gold = Gold {
                body: body.to_owned(),
                optional: optional
                    .filter_map(|paragraph| paragraph.as_str())
                    .map(str::to_owned)
                    .collect(),
            };
            let site = row["site"].as_str().unwrap_or("").to_owned();
            Some(Page::new(text.expect("the page"), gold, site))
        })
        .collect()
}

impl Page {
    pub(super) fn new(text: String, gold: Gold, site: String) -> Self {
        let repaired = repair::repair(&text, &mut Vec::new());
        let mut lines = blocks(&repaired, false);
        let is_page = shape::recognise(&repaired) == shape::Shape::Plain && page::is_page(&lines);
        if is_page {
            lines = page::dump(lines, false).blocks;
        } else {
            lines.clear();
        }
        let words: Vec<Vec<u64>> = lines.iter().map(|block| tokens(&block.text)).collect();
        let either: Vec<Vec<u64>> = gold.optional.iter().map(|text| tokens(text)).collect();
        Self {
            traits: traits(&lines),
            labels: label(&words, &tokens(&gold.body)),
            words: words
                .iter()
                .map(|line| {
                    if line.len() >= 3 && either.iter().any(|text| holds(text, line)) {
                        0.0
                    } else {
                        (line.len() as f32).clamp(1.0, 120.0)
                    }
                })
                .collect(),
            blocks: lines,
            site,
            text,
            gold,
        }
    }
}

fn holds(text: &[u64], line: &[u64]) -> bool {
    text.windows(line.len()).any(|run| run == line)
}

/// Says which lines are of the gold body: the longest increasing chain of lines found in it, and short lines that fit between.
fn label(lines: &[Vec<u64>], gold: &[u64]) -> Vec<bool> {
    let found = candidates(lines, gold);
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for i in 0..found.len() {
        let mut top = (found[i].2, None);
        for j in 0..i {
            if found[j].0 < found[i].0
                && found[j].1 + 8 <= found[i].1 + lines[found[i].0].len().min(8)
                && found[j].1 < found[i].1 + 8
                && best[j].0 + found[i].2 > top.0
            {
                top = (best[j].0 + found[i].2, Some(j));
            }
        }
        best.push(top);
    }
    let mut labels = vec![false; lines.len()];
    let mut at = (0..best.len()).max_by_key(|i| best[*i].0);
    let mut chain = Vec::new();
    while let Some(i) = at {
        labels[found[i].0] = true;
        chain.push((found[i].0, found[i].1));
        at = best[i].1;
    }
    chain.reverse();
    // Short lines: they stand in the gold between the lines around them.
    for pair in chain.windows(2) {
        let ((from, place), (to, next)) = (pair[0], pair[1]);
        let mut cursor = (place + lines[from].len())
            .saturating_sub(8)
            .min(gold.len());
        let limit = (next + 8).min(gold.len());
        for line in from + 1..to {
            let words = &lines[line];
            if words.is_empty() || labels[line] || words.len() > 12 || cursor >= limit {
                continue;
            }
            let window = &gold[cursor..limit];
            let hit = window
                .windows(words.len())
                .position(|gram| gram == words.as_slice())
                .filter(|hit| *hit <= 24);
            if let Some(hit) = hit {
                labels[line] = true;
                cursor += hit + words.len();
            }
        }
    }
    labels
}

/// Lines that the gold holds most of: the line, its place in the gold, and how much of it is there.
fn candidates(lines: &[Vec<u64>], gold: &[u64]) -> Vec<(usize, usize, usize)> {
    let mut places: HashMap<&[u64], Vec<usize>> = HashMap::new();
    for (at, gram) in gold.windows(4).enumerate() {
        places.entry(gram).or_default().push(at);
    }
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.len() < 4 {
            continue;
        }
        let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
        for (offset, gram) in line.windows(4).enumerate() {
            for place in places.get(gram).into_iter().flatten().take(5) {
                *starts.entry(place.saturating_sub(offset) / 8).or_default() += 1;
            }
        }
        let all = line.len() - 3;
        for (start, count) in starts {
            if count * 10 >= all * 6 {
                found.push((at, start * 8, count + 3));
            }
        }
    }
    found.sort_unstable();
    found
}
