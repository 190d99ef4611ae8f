//! The index against a plain reading: random articles, random queries, one answer.
//!
//! `corpus` makes articles out of few words, so that queries hit; `judge` reads every article word by word and decides, by the
//! meaning of each clause and nothing else. What it says, the index must say: the same articles, the same counts of
//! those left out for their dates, and marks only where something matches.

mod compounds;
mod corpus;
mod judge;
mod queries;

use dateline::article::Article;
use dateline::date::{Date, Period};
use dateline::index::{Index, Options, Snapshot};
use dateline::query::{self, Query};
use dateline::search::{self, DateField, Filters, Ranking, Request, Response, Sort, Undated};
use proptest::prelude::*;

use corpus::Story;
use judge::Reading;

/// Few cases where nobody asks for more with `PROPTEST_CASES`: each asks forty queries of up to thirty articles.
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

/// Indexes the articles in two commits, with one article that is deleted again.
fn index(folder: &std::path::Path, stories: &[Story]) -> Snapshot {
    let index = Index::create(folder).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    let half = stories.len() / 2;
    let gone = Article {
        id: "gone".to_owned(),
        path: "gone".to_owned(),
        body: "oil attack iran the".to_owned(),
        ..Article::default()
    };
    writer.add(&gone, &[]).expect("room");
    for (number, story) in stories.iter().enumerate() {
        if number == half {
            writer.commit().expect("room");
        }
        writer.add(&story.article(number), &[]).expect("room");
    }
    writer.delete_id("gone");
    writer.commit().expect("room");
    writer.close().expect("room");
    index.snapshot().expect("an index")
}

fn read(text: &str, any: bool) -> Query {
    let today = Date::day(2026, 3, 14).expect("a day");
    query::parse(text, &query::Options { any, today })
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn ask(snapshot: &Snapshot, query: Query, dates: Option<Period>, sort: Sort) -> Response {
    let request = Request {
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
    };
    search::search(snapshot, &request).expect("an answer")
}

fn period(first: &str, last: &str) -> Period {
    let end = |text| Date::from_value(text, None).expect("a date").period();
    Period {
        first: end(first).first,
        last: end(last).last,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_index_answers_as_a_plain_reading_does(
        stories in prop::collection::vec(corpus::story(), 1..30),
        texts in prop::collection::vec(queries::query(), 40),
        from in 0_usize..4,
    ) {
        let folder = tempfile::tempdir().expect("room");
        let snapshot = index(&folder.path().join("index"), &stories);
        let dates = [None, Some(("1987", "1987")), Some(("1987-03", "1987-03")), Some(("1987-03-02", "1988-01"))][from];
        let dates = dates.map(|(first, last)| period(first, last));
        let readings: Vec<Reading> = stories.iter().map(Reading::of).collect();
        for text in &texts {
            let query = read(text, false);
            let root = compounds::spelled_out(&query, &readings);
            let expected = judge::answer(&readings, &root, dates);
            let response = ask(&snapshot, query.clone(), dates, Sort::Relevance);
            let mut found: Vec<usize> = response.hits.iter().map(|hit| hit.article.path.parse().expect("a number")).collect();
            found.sort_unstable();
            prop_assert_eq!(&found, &expected.articles, "{}", text);
            prop_assert_eq!(response.articles, expected.articles.len(), "{}", text);
            prop_assert_eq!(response.undated, expected.undated, "undated of {}", text);
            prop_assert_eq!(response.imprecise, expected.imprecise, "imprecise of {}", text);
            for hit in &response.hits {
                let title = hit.article.title.as_deref().unwrap_or("");
                let marks = hit.title_marks.iter().map(|mark| mark.of(title));
                let in_snippets = hit.snippets.iter().flat_map(|snippet| snippet.marks.iter().map(|mark| mark.of(&snippet.text)));
                for marked in marks.chain(in_snippets) {
                    prop_assert!(judge::may_mark(&root, marked), "{} marks `{}`", text, marked);
                }
            }
        }
    }

    #[test]
    fn sorting_and_paging_lose_nothing(
        stories in prop::collection::vec(corpus::story(), 1..40),
        text in queries::query(),
        size in 1_usize..7,
    ) {
        let folder = tempfile::tempdir().expect("room");
        let snapshot = index(&folder.path().join("index"), &stories);
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
                let mut request = Request {
                    query: read(&text, false), dates: None, date_field: DateField::Any, undated: Undated::Default, imprecise: false,
                    filters: Filters::default(), sort, ranking: Ranking::default(), offset: 0, after: None, limit: size, copies, similar: 0.8, snippets: 0, variants: true, help: false, explain: false,
                };
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
    let snapshot = index(&folder.path().join("index"), &stories);
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
