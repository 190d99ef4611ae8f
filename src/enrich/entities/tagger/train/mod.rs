//! The trainer of the tagger: it makes `words.bin`, `phrases.bin` and `model.bin`.
//!
//! `DATELINE_TAGGER=FOLDER cargo test --release --lib tagger::train -- --nocapture` reads the lists of names in `FOLDER/gazetteer`, the
//! silver sentences in `FOLDER/train/gmb_train.tsv.gz`, the word vectors in `FOLDER/vectors.json` (or `DATELINE_TAGGER_VECTORS`), the sets
//! beside this file, and prints what each part adds on the sets in `FOLDER/dev` and on a fifth of the news that is put aside.
//! `DATELINE_TAGGER_TO=FOLDER` learns from all of the news instead, and writes the three files there.
//!
//! F1 over exact spans of people, organisations and places, November 2026, on newswire of 2022 (`ww`, which has its tokens put apart by
//! blanks), sentences of the Groningen Meaning Bank (`gmb`, silver), and the news put aside (112 of 560 articles):
//!
//! | left out | ww | gmb | news aside |
//! |---|---|---|---|
//! | nothing | 80.9 (person 87.0, org 70.7, place 84.1) | 79.3 | 84.0 (88.0, 76.3, 86.3) |
//! | news | 77.5 | 78.5 | 74.7 |
//! | CrossNER | 78.8 | 79.0 | 83.9 |
//! | WikiGold | 80.4 | 79.4 | 83.7 |
//! | UNER EWT | 80.7 | 79.1 | 83.9 |
//! | UNER PUD | 80.6 | 79.2 | 84.1 |
//! | GMB | 80.0 | 78.0 | 83.6 |
//! | gazetteer | 80.7 | 79.4 | 83.1 |
//! | clusters and roles | 77.4 | 78.3 | 81.9 |
//! | what the rest of the article says | 79.4 | 79.3 | 83.7 |
//!
//! Another order of learning moves these by .3. Four orders averaged are steadier than one; leaving out a quarter of the features at
//! random gains .7; roles told from word vectors .6; scores shared among the places of a word .6; commas inside rows of capitals .5;
//! clusters of the halves of vectors .4; GMB only where a first model agrees .4.
//!
//! Tried and left, as they gain nothing: a margin for wrong labels; more rounds (they lose); all of GMB, or GMB with what a first model
//! says; twice as much weight for the news; other people and places put into the news; vectors of 350,000 words; word bigrams with the word itself; all bits
//! of the article as one feature; words as printed of the neighbours; a BiLSTM-CRF on the same vectors as a teacher (it stayed below).

mod cluster;
mod data;
mod examples;
mod learn;
mod lists;
mod roles;
mod score;
mod sets;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};

use crate::enrich::entities::tagger::model::Model;
use crate::enrich::entities::tagger::phrases::Phrases;
use crate::enrich::entities::tagger::words::Words;
use crate::enrich::entities::tagger::{Tagger, Work, labels};
use data::{Print, Text};
use learn::{Chunk, Plan, Weights};
use sets::Set;
use tables::Tables;

/// How it is learnt: in four orders, whose weights are averaged.
const PLAN: Plan = Plan {
    rounds: 5,
    rarest: 2,
    drop: 0.25,
    seed: 1,
};
const ORDERS: u64 = 4;

/// How much more other names than of people, organisations and places are found than was learnt.
const OTHERS: i16 = 40;

/// Most silver sentences.
const SILVER: usize = 8_000;

/// From which template on features are of the whole article.
const OF_ARTICLE: u32 = 79;

/// What of all that is learnt from, less what is left out by name.
struct Bench<'b> {
    folder: &'b Path,
    sets: Vec<Set>,
    silver: Vec<Text>,
}

/// What was learnt.
struct Learnt {
    tables: Tables,
    model: Vec<u8>,
    is_alone: bool,
}

impl Learnt {
    fn tagger(&self) -> Tagger<'_> {
        Tagger {
            words: Words::new(&self.tables.words),
            phrases: Phrases::new(&self.tables.phrases),
            model: Model::new(&self.model),
            is_alone: self.is_alone,
        }
    }
}

impl Bench<'_> {
    /// Learns from everything but `without`: a set, `gazetteer`, `clusters`, or `article`.
    fn learn(&self, without: &str) -> Learnt {
        let vectors = std::env::var_os("DATELINE_TAGGER_VECTORS")
            .map_or_else(|| self.folder.join("vectors.json"), PathBuf::from);
        let sets = || {
            self.sets
                .iter()
                .filter(|set| !set.name.starts_with(without) || without.is_empty())
        };
        let marked: Vec<&Text> = sets().flat_map(|set| &set.texts).collect();
        let mut learnt = Learnt {
            tables: tables::make(
                (without != "clusters").then_some(vectors.as_path()),
                (without != "gazetteer")
                    .then(|| self.folder.join("gazetteer"))
                    .as_deref(),
                &marked,
                &self.silver,
            ),
            model: Vec::new(),
            is_alone: without == "article",
        };
        let left_out = |template| without == "article" && template >= OF_ARTICLE;
        let mut chunks = Vec::new();
        let mut order = Vec::new();
        let mut add = |made: Vec<Chunk>, times: f64| {
            for (at, chunk) in made.into_iter().enumerate() {
                // The part of a whole is spread evenly.
                let more = (at as f64 * 0.618).fract() < times.fract();
                for _ in 0..times as usize + usize::from(more) {
                    order.push(chunks.len() as u32);
                }
                chunks.push(chunk);
            }
            (chunks.clone(), order.clone())
        };
        let mut seen = (Vec::new(), Vec::new());
        for set in sets() {
            seen = add(
                examples::examples(&learnt.tagger(), &set.texts, left_out),
                set.times,
            );
        }
        if without != "gmb" {
            let (mut chunks, mut order) = seen;
            learnt.model = pack(&learn::learn(&mut chunks, &mut order, PLAN));
            let agreed = agreed(&learnt.tagger(), &self.silver);
            seen = add(examples::examples(&learnt.tagger(), &agreed, left_out), 1.0);
        }
        let (mut chunks, mut order) = seen;
        let mut weights = learn::learn(&mut chunks, &mut order, PLAN);
        for more in 1..ORDERS {
            let seed = PLAN.seed + more;
            weights.join(&learn::learn(
                &mut chunks,
                &mut order,
                Plan { seed, ..PLAN },
            ));
        }
        learnt.model = pack(&weights);
        learnt
    }
}

/// The silver sentences whose names are found alike, evenly taken.
fn agreed(tagger: &Tagger<'_>, silver: &[Text]) -> Vec<Text> {
    let mut work = Work::default();
    let kept: Vec<&Text> = silver
        .iter()
        .filter(|text| {
            tagger.tag(&text.printed, &mut work);
            let allowed = examples::allowed(text, &work.tokens);
            work.labels.iter().any(|label| *label != labels::OUTSIDE)
                && work
                    .labels
                    .iter()
                    .zip(&allowed)
                    .all(|(label, may)| may >> label & 1 == 1)
        })
        .collect();
    let step = (kept.len() / SILVER).max(1);
    kept.into_iter()
        .step_by(step)
        .take(SILVER)
        .cloned()
        .collect()
}

/// The model as it is shipped.
fn pack(weights: &Weights) -> Vec<u8> {
    weights.packed(|_, label| {
        if label == usize::from(labels::OTHER) {
            OTHERS
        } else {
            0
        }
    })
}

#[test]
#[expect(clippy::print_stdout, reason = "a trainer reports")]
fn train() {
    let Some(folder) = std::env::var_os("DATELINE_TAGGER").map(PathBuf::from) else {
        return;
    };
    let to = std::env::var_os("DATELINE_TAGGER_TO").map(PathBuf::from);
    let (sets, aside) = sets::sets(to.is_none());
    let bench = Bench {
        folder: &folder,
        sets,
        silver: sets::token_set(&folder.join("train/gmb_train.tsv.gz"), None, true),
    };
    let judged = [
        (
            "ww",
            sets::token_set(&folder.join("dev/ww_dev.tsv.gz"), Some(Print::Spaced), true),
        ),
        (
            "gmb",
            sets::token_set(
                &folder.join("dev/gmb_test.tsv.gz"),
                Some(Print::Spaced),
                true,
            ),
        ),
        ("news aside", aside),
    ];
    let only = std::env::var("DATELINE_TAGGER_WITHOUT").ok();
    let parts: &[&str] = if let Some(only) = &only {
        &[only.as_str()]
    } else if to.is_some() {
        &[""]
    } else {
        &[
            "",
            "news",
            "crossner",
            "wikigold",
            "uner",
            "pud",
            "gmb",
            "gazetteer",
            "clusters",
            "article",
        ]
    };
    for without in parts {
        let learnt = bench.learn(without);
        println!("without {without:10}");
        for (name, texts) in &judged {
            let [person, org, place, all] =
                score::score(&learnt.tagger(), texts).map(score::Tally::f1);
            println!("    {name:10} {all:.1}  person {person:.1}  org {org:.1}  place {place:.1}");
        }
        if let Some(to) = &to {
            fs::write(to.join("words.bin"), &learnt.tables.words).expect("words");
            fs::write(to.join("phrases.bin"), &learnt.tables.phrases).expect("phrases");
            fs::write(to.join("model.bin"), &learnt.model).expect("model");
        }
    }
}
