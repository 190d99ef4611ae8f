//! The index against a plain reading: random articles, random queries, one answer.
//!
//! `corpus` makes articles out of the few words of `vocabulary`, so that queries hit; `reading` puts them in their places; `ways` knows
//! how a word may be written; `judge` reads every article word by word and decides, by the meaning of each clause and nothing else.
//! What it says, the index must say: the same articles, the same counts of those left out for their dates, and marks (`marks`)
//! only where something matches.

mod corpus;
mod judge;
mod marks;
mod queries;
mod reading;
mod vocabulary;
mod ways;

use dateline::article::Article;
use dateline::date::{Date, Period};
use dateline::index::{Index, Options, Snapshot};
use dateline::query::{self, Query};
use dateline::search::{self, DateField, Filters, Ranking, Request, Response, Sort, Undated};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use corpus::Story;
use judge::Judge;
use reading::Reading;
use ways::Archive;

/// Queries asked of one index.
const QUERIES: usize = 200;

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(16),
        max_shrink_iters: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Indexes the articles in several commits; some were there in another version before, and some are deleted again.
fn index(folder: &std::path::Path, stories: &[Story], pieces: usize) -> Snapshot {
    let index = Index::create(folder).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    let gone = |number: usize| Article {
        id: corpus::id(number),
        path: format!("gone-{number}"),
        title: Some("Cyber-attack on an oilfield".to_owned()),
        body: "The cyber attack on the oil field. Oil, iran, United States, one of the attacks."
            .to_owned(),
        byline: Some("Jane Doe".to_owned()),
        ..Article::default()
    };
    let late = stories.len() + 7;
    for number in (0..stories.len()).step_by(3).chain([late]) {
        writer.add(&gone(number), &[]).expect("room");
    }
    if pieces > 2 {
        writer.commit().expect("room");
    }
    let size = stories.len().div_ceil(pieces);
    for (number, story) in stories.iter().enumerate() {
        if number > 0 && number % size == 0 {
            writer.commit().expect("room");
        }
        writer.delete_id(&corpus::id(number));
        writer.add(&story.article(number), &[]).expect("room");
    }
    writer.delete_id(&corpus::id(late));
    writer.commit().expect("room");
    writer.close().expect("room");
    index.snapshot().expect("an index")
}

fn read(text: &str, any: bool) -> Query {
    let today = Date::day(2026, 3, 14).expect("a day");
    query::parse(text, &query::Options { any, today })
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn request(query: Query, dates: Option<Period>, sort: Sort) -> Request {
    Request {
        query,
        dates,
        date_field: DateField::Any,
        undated: Undated::Default,
        imprecise: false,
        filters: Filters::default(),
        sort,
        ranking: Ranking::default(),
        offset: 0,
        after: None,
        limit: 1_000,
        copies: true,
        similar: 0.8,
        snippets: 3,
        variants: true,
        help: false,
        explain: false,
    }
}

fn ask(snapshot: &Snapshot, query: Query, dates: Option<Period>, sort: Sort) -> Response {
    search::search(snapshot, &request(query, dates, sort)).expect("an answer")
}

fn period(first: &str, last: &str) -> Period {
    let end = |text| Date::from_value(text, None).expect("a date").period();
    Period {
        first: end(first).first,
        last: end(last).last,
    }
}

/// Articles of one index and what to ask of them.
#[derive(Debug)]
struct Case {
    stories: Vec<Story>,
    /// Commits.
    pieces: usize,
    texts: Vec<String>,
    dates: Option<Period>,
}

fn case(runner: &mut TestRunner) -> Case {
    fn pick<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> S::Value {
        let tree = strategy.new_tree(runner).expect("nothing is filtered");
        tree.current()
    }
    let query = queries::query();
    let dates = [
        ("1987", "1987"),
        ("1987-03", "1987-03"),
        ("1987-03-02", "1988-01"),
    ];
    let dates = prop::option::weighted(0.3, prop::sample::select(dates.to_vec()));
    Case {
        stories: pick(&prop::collection::vec(corpus::story(), 1..30), runner),
        pieces: pick(&(1_usize..5), runner),
        texts: (0..QUERIES).map(|_| pick(&query, runner)).collect(),
        dates: pick(&dates, runner).map(|(first, last)| period(first, last)),
    }
}

/// Where index and judge disagree.
fn disagreements(case: &Case) -> Vec<String> {
    let folder = tempfile::tempdir().expect("room");
    let snapshot = index(&folder.path().join("index"), &case.stories, case.pieces);
    let readings: Vec<Reading> = case.stories.iter().map(Reading::of).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let archive = Archive::of(&readings);
    let mut found = Vec::new();
    for text in &case.texts {
        let query = read(text, false);
        let judge = Judge {
            archive: &archive,
            query: &query,
        };
        let expected = judge.answer(&readings, case.dates);
        let response = ask(&snapshot, query.clone(), case.dates, Sort::Relevance);
        let number = |hit: &search::Hit| hit.article.path.parse().unwrap_or(usize::MAX);
        let mut articles: Vec<usize> = response.hits.iter().map(number).collect();
        articles.sort_unstable();
        let differ =
            (0..readings.len()).find(|at| articles.contains(at) != expected.articles.contains(at));
        if let Some(at) = differ {
            let who = if articles.contains(&at) {
                "index"
            } else {
                "judge"
            };
            let article = case.stories[at].article(at);
            found.push(format!(
                "{text}\n  only the {who} finds {:?} / {:?} / {:?} / {:?}",
                article.title, article.dek, article.body, article.captions
            ));
            continue;
        }
        let counts = judge::Answer {
            articles,
            undated: response.undated,
            imprecise: response.imprecise,
        };
        if counts != expected || response.articles != expected.articles.len() {
            found.push(format!("{text}\n  {counts:?} for {expected:?}"));
        }
        for hit in &response.hits {
            let reading = readings[number(hit)];
            if let Some(wrong) = marks::wrong(hit, reading, &judge.marks(reading)) {
                found.push(format!("{text}\n  marks {wrong}"));
            }
        }
    }
    found
}

/// A few thousand pairs of articles and query; as many as `DATELINE_ORACLE_PAIRS` says.
#[test]
fn the_index_answers_as_a_plain_reading_does() {
    let pairs: usize = std::env::var("DATELINE_ORACLE_PAIRS")
        .ok()
        .and_then(|pairs| pairs.parse().ok())
        .unwrap_or(2_000);
    let seed: u8 = std::env::var("DATELINE_ORACLE_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(0);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let mut asked = 0;
    let mut found = Vec::new();
    while asked < pairs && found.len() < 20 {
        let case = case(&mut runner);
        asked += case.texts.len();
        found.extend(disagreements(&case));
    }
    assert!(found.is_empty(), "{asked} asked:\n{}", found.join("\n"));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn sorting_and_paging_lose_nothing(
        stories in prop::collection::vec(corpus::story(), 1..40),
        text in queries::query(),
        size in 1_usize..7,
    ) {
        let folder = tempfile::tempdir().expect("room");
        let snapshot = index(&folder.path().join("index"), &stories, 2);
        for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
            let all = ask(&snapshot, read(&text, false), None, sort);
            let ids = |response: &Response| -> Vec<String> { response.hits.iter().map(|hit| hit.article.id.clone()).collect() };
            let date = |hit: &dateline::search::Hit| hit.article.published.as_ref().map(|date| date.date.period().first);
            for pair in all.hits.windows(2) {
                let (a, b) = (date(&pair[0]), date(&pair[1]));
                match sort {
                    Sort::Relevance => prop_assert!(pair[0].score >= pair[1].score),
                    Sort::Newest => prop_assert!(a >= b),
                    Sort::Oldest => prop_assert!((a.is_none(), a) <= (b.is_none(), b)),
                }
            }
            for copies in [true, false] {
                let mut request = Request { limit: size, copies, snippets: 0, ..request(read(&text, false), None, sort) };
                let mut paged = Vec::new();
                loop {
                    let page = search::search(&snapshot, &request).expect("an answer");
                    if page.hits.is_empty() {
                        break;
                    }
                    prop_assert_eq!(page.hits[0].rank, request.offset + 1);
                    paged.extend(ids(&page));
                    request.offset += size;
                }
                prop_assert_eq!(&paged, &ids(&all));
            }
        }
    }
}

#[test]
fn any_finds_what_or_finds() {
    let folder = tempfile::tempdir().expect("room");
    let stories = corpus::fixed();
    let snapshot = index(&folder.path().join("index"), &stories, 2);
    let paths = |text: &str, any: bool| {
        let response = ask(&snapshot, read(text, any), None, Sort::Relevance);
        let mut paths: Vec<String> = response
            .hits
            .into_iter()
            .map(|hit| hit.article.path)
            .collect();
        paths.sort();
        paths
    };
    for (bag, query) in [
        ("oil tirana", "oil OR tirana"),
        ("oil and the tirana", "oil OR the OR tirana"),
        ("\"the oil\" cafe", "\"the oil\" OR cafe"),
    ] {
        assert_eq!(paths(bag, true), paths(query, false), "{bag}");
    }
}
