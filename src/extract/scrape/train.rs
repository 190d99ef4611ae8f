//! The trainer of the line weights: logistic regression by gradient descent, without chance.
//!
//! `DATELINE_TRAIN=FOLDER[:FOLDER…] cargo test --lib scrape::train` reads sets of `gold.jsonl` and `text/ID.txt`, prints the scores with each site
//! left out in turn (by quarters), and writes the table to `DATELINE_TRAIN_TO`. Without it, the test trains on two made-up pages.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::extract::scrape::block::{Block, blocks, join_nodes};
use crate::extract::scrape::features::{COUNT, Features, by_features, traits};
use crate::extract::scrape::{page, repair, segment, shape};

struct Page {
    site: String,
    rows: Vec<Features>,
    labels: Vec<bool>,
    /// Words of each line, as the weight of a mistake.
    words: Vec<f32>,
    gold: Vec<u64>,
    lines: Vec<Vec<u64>>,
}

fn tokens(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars().fold(1469, |hash: u64, c| {
                (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
            })
        })
        .collect()
}

/// Says which lines are of the gold body: the longest increasing chain of lines found in it, and short lines that fit between.
fn label(lines: &[Vec<u64>], gold: &[u64]) -> Vec<bool> {
    let mut places: HashMap<&[u64], Vec<usize>> = HashMap::new();
    for (at, gram) in gold.windows(4).enumerate() {
        places.entry(gram).or_default().push(at);
    }
    // Candidates: (line, place in gold, weight).
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.len() < 4 {
            continue;
        }
        let mut starts: std::collections::BTreeMap<usize, usize> =
            std::collections::BTreeMap::new();
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

fn page(text: &str, gold: &str, site: &str) -> Page {
    let text = repair::repair(text, &mut Vec::new());
    let mut blocks: Vec<Block> = blocks(&text, false);
    if page::has_crawl_line(&blocks) {
        blocks.remove(0);
    }
    let blocks = join_nodes(blocks);
    let traits = traits(&blocks);
    let lines: Vec<Vec<u64>> = blocks.iter().map(|block| tokens(&block.text)).collect();
    let gold = tokens(gold);
    Page {
        site: site.to_owned(),
        rows: by_features(&blocks, &traits, |row| *row),
        labels: label(&lines, &gold),
        words: lines
            .iter()
            .map(|line| (line.len() as f32).clamp(1.0, 120.0))
            .collect(),
        gold,
        lines,
    }
}

/// Full-batch gradient descent with a step for each weight (Rprop, 1993), L2 kept small.
fn train(pages: &[&Page]) -> [f32; COUNT] {
    let mut weights = [0f32; COUNT];
    let mut steps = [0.05f32; COUNT];
    let mut before = [0f32; COUNT];
    let active: Vec<Vec<Vec<(usize, f32)>>> = pages
        .iter()
        .map(|page| {
            page.rows
                .iter()
                .map(|row| {
                    row.iter()
                        .copied()
                        .enumerate()
                        .filter(|(_, value)| *value != 0.0)
                        .collect()
                })
                .collect()
        })
        .collect();
    for _ in 0..120 {
        let mut gradient = [0f64; COUNT];
        let mut all = 0f64;
        for (page, active) in pages.iter().zip(&active) {
            let size = page.words.iter().sum::<f32>().sqrt();
            for ((row, label), words) in active.iter().zip(&page.labels).zip(&page.words) {
                let weight = words.powf(0.6) / size.max(1.0) * 30.0;
                let odds: f32 = row.iter().map(|(at, value)| value * weights[*at]).sum();
                let error = 1.0 / (1.0 + (-odds).exp()) - if *label { 1.0 } else { 0.0 };
                all += f64::from(weight);
                for (at, value) in row {
                    gradient[*at] += f64::from(error * value * weight);
                }
            }
        }
        for at in 0..COUNT {
            let slope = (gradient[at] / all.max(1.0)) as f32 + 2e-4 * weights[at];
            let same = slope * before[at];
            if same > 0.0 {
                steps[at] = (steps[at] * 1.2).min(0.5);
            } else if same < 0.0 {
                steps[at] = (steps[at] * 0.5).max(1e-4);
            }
            weights[at] -= if same < 0.0 {
                0.0
            } else {
                steps[at] * slope.signum()
            };
            before[at] = if same < 0.0 { 0.0 } else { slope };
        }
    }
    weights
}

/// Shingle counts as the scorer has them: common, only predicted, only in the gold.
fn compare(page: &Page, body: &[bool]) -> (f64, f64, f64) {
    let mut counts: HashMap<Vec<u64>, i64> = HashMap::new();
    let said: Vec<u64> = page
        .lines
        .iter()
        .zip(body)
        .filter(|(_, is)| **is)
        .flat_map(|(line, _)| line.iter().copied())
        .collect();
    for gram in page.gold.windows(4) {
        *counts.entry(gram.to_vec()).or_default() += 1;
    }
    let (mut common, mut extra) = (0i64, 0i64);
    for gram in said.windows(4) {
        let left = counts.entry(gram.to_vec()).or_default();
        if *left > 0 {
            *left -= 1;
            common += 1;
        } else {
            extra += 1;
        }
    }
    let missed: i64 = counts.values().filter(|left| **left > 0).sum();
    let all = (common + extra + missed).max(1) as f64;
    (common as f64 / all, extra as f64 / all, missed as f64 / all)
}

fn f1(pages: &[(&Page, Vec<bool>)]) -> f64 {
    let (mut precision, mut recall) = (0.0, 0.0);
    for (page, body) in pages {
        let (common, extra, missed) = compare(page, body);
        precision += if common + extra > 0.0 {
            common / (common + extra)
        } else {
            0.0
        };
        recall += if common + missed > 0.0 {
            common / (common + missed)
        } else {
            0.0
        };
    }
    let (precision, recall) = (
        precision / pages.len().max(1) as f64,
        recall / pages.len().max(1) as f64,
    );
    2.0 * precision * recall / (precision + recall).max(1e-9)
}

fn path(page: &Page, weights: &[f32; COUNT]) -> Vec<bool> {
    let odds: Vec<f32> = page
        .rows
        .iter()
        .map(|row| {
            row.iter()
                .zip(weights)
                .map(|(value, weight)| value * weight)
                .sum::<f32>()
                .clamp(-8.0, 8.0)
        })
        .collect();
    segment::best_path(&odds)
}

#[test]
fn weights_are_learnt() {
    let prose = "The town said on Monday that the bridge, which had been closed since the spring, fell into the river in the night, and that nobody was hurt.";
    let text = format!(
        "News\nSport\nWeather\nSign in\nA bridge fell\n{prose}\n{prose} Again.\nShare\nRelated articles\nA road was closed\nAbout us\n"
    );
    let small = page(&text, &format!("{prose}\n\n{prose} Again."), "example");
    let learnt = train(&[&small]);
    assert_eq!(path(&small, &learnt), small.labels);
    let Ok(folders) = std::env::var("DATELINE_TRAIN") else {
        return;
    };
    let mut sets: Vec<(String, Vec<Page>)> = Vec::new();
    for folder in folders.split(':') {
        let gold = std::fs::read_to_string(format!("{folder}/gold.jsonl")).expect("gold.jsonl");
        let mut pages = Vec::new();
        for line in gold.lines() {
            let gold: serde_json::Value = serde_json::from_str(line).expect("a line of gold");
            let (Some(id), Some(body)) = (gold["id"].as_str(), gold["body"].as_str()) else {
                continue;
            };
            let text =
                std::fs::read_to_string(format!("{folder}/text/{id}.txt")).expect("the page");
            if shape::recognise(&text) == shape::Shape::Plain {
                pages.push(page(&text, body, gold["site"].as_str().unwrap_or("")));
            }
        }
        sets.push((folder.to_owned(), pages));
    }
    let mut report = String::new();
    let quarter = |site: &str| tokens(site).first().copied().unwrap_or(0) % 4;
    let mut folds: Vec<[f32; COUNT]> = Vec::new();
    for fold in 0..4 {
        let rest: Vec<&Page> = sets
            .iter()
            .flat_map(|(_, pages)| pages)
            .filter(|page| quarter(&page.site) != fold)
            .collect();
        folds.push(train(&rest));
    }
    let all: Vec<&Page> = sets.iter().flat_map(|(_, pages)| pages).collect();
    let weights = train(&all);
    for (folder, pages) in &sets {
        let held: Vec<(&Page, Vec<bool>)> = pages
            .iter()
            .map(|page| (page, path(page, &folds[quarter(&page.site) as usize])))
            .collect();
        let own: Vec<(&Page, Vec<bool>)> = pages
            .iter()
            .map(|page| (page, path(page, &weights)))
            .collect();
        let oracle: Vec<(&Page, Vec<bool>)> = pages
            .iter()
            .map(|page| (page, page.labels.clone()))
            .collect();
        writeln!(
            report,
            "{folder}: left out {:.4}, itself {:.4}, by labels {:.4}, {} pages",
            f1(&held),
            f1(&own),
            f1(&oracle),
            pages.len()
        )
        .expect("a string");
    }
    let mut table = String::from(
        "//! Weights of the line features, as `train` learnt them.\n\nuse crate::extract::scrape::features::COUNT;\n\n/// A weight for each feature, in its order, in thousandths.\n#[rustfmt::skip]\npub(super) const WEIGHTS: [i16; COUNT] = [\n",
    );
    for row in weights.chunks(12) {
        table.push_str("   ");
        for weight in row {
            write!(table, " {:.0},", weight * 1000.0).expect("a string");
        }
        table.push('\n');
    }
    table.push_str("];\n");
    if let Ok(to) = std::env::var("DATELINE_TRAIN_TO") {
        std::fs::write(to, table).expect("the table");
    }
    std::fs::write(std::env::temp_dir().join("dateline-train.txt"), report).expect("the report");
}
