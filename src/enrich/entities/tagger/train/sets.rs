//! What is learnt from: news of our own, beside it the openly licensed sets, and of the silver ones what a first model agrees with.

use std::fs;
use std::path::{Path, PathBuf};

use crate::enrich::entities::tagger::train::data::{self, Print, Text};

/// The folder of this file.
const HERE: &str = "src/enrich/entities/tagger/train";

/// A set of texts, and how often each is seen in a round.
pub(super) struct Set {
    pub(super) name: &'static str,
    pub(super) texts: Vec<Text>,
    pub(super) times: f64,
}

/// The sets but GMB. One article in five of the news is put aside where `held` is set, and returned beside.
pub(super) fn sets(held: bool) -> (Vec<Set>, Vec<Text>) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join(HERE);
    let (mut news, mut aside) = (Vec::new(), Vec::new());
    for (at, text) in articles(&here.join("news")).into_iter().enumerate() {
        if held && at % 5 == 2 {
            aside.push(text);
        } else {
            news.push(text);
        }
    }
    let shouted = news
        .iter()
        .step_by(10)
        .filter(|text| text.printed.is_ascii())
        .map(|text| Text {
            printed: text.printed.to_ascii_uppercase(),
            ..text.clone()
        })
        .collect();
    let open = |file: &str, has_other| token_set(&here.join("sets").join(file), None, has_other);
    let mut uner = open("uner_ewt_dev.tsv.gz", false);
    uner.extend(open("uner_ewt_test.tsv.gz", false));
    let set = |name, texts, times| Set { name, texts, times };
    let all = vec![
        set("news", news, 4.0),
        set("news in capitals", shouted, 1.0),
        set("crossner", open("crossner.tsv.gz", true), 1.0),
        set("wikigold", open("wikigold.tsv.gz", true), 1.0),
        set("uner", uner, 0.5),
        set("pud", open("uner_pud.tsv.gz", false), 1.0),
    ];
    (all, aside)
}

/// A token set as texts: printed in one way, or in both by turns.
pub(super) fn token_set(path: &Path, print: Option<Print>, has_other: bool) -> Vec<Text> {
    let set = data::read(path);
    let both = [Print::Natural, Print::Spaced].into_iter().cycle();
    data::documents(&set)
        .iter()
        .zip(both)
        .map(|(document, turn)| data::render(document, print.unwrap_or(turn), has_other))
        .collect()
}

/// The marked articles of a folder, by the names of its files.
fn articles(folder: &Path) -> Vec<Text> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of news")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths
        .iter()
        .flat_map(|path| data::news(&data::read(path)))
        .collect()
}
