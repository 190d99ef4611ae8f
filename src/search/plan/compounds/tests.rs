use crate::article::Article;
use crate::date::Date;
use crate::index::{Index, Options};
use crate::query;
use crate::search::{DateField, Filters, Ranking, Request, Response, Sort, Undated, search};

fn find(bodies: &[&str], text: &str) -> Response {
    let folder = tempfile::tempdir().expect("no trouble");
    let index = Index::create(&folder.path().join("index")).expect("no trouble");
    let mut writer = index.writer(&Options::default()).expect("no trouble");
    for (number, body) in bodies.iter().enumerate() {
        let article = Article {
            id: number.to_string(),
            path: number.to_string(),
            body: (*body).to_owned(),
            words: 4,
            ..Article::default()
        };
        writer.add(&article, &[]).expect("no trouble");
    }
    writer.commit().expect("no trouble");
    writer.close().expect("no trouble");
    let today = Date::day(2026, 3, 14).expect("no trouble");
    let query = query::parse(text, &query::Options { any: false, today }).expect("no trouble");
    let request = Request {
        query,
        dates: None,
        date_field: DateField::Any,
        undated: Undated::Default,
        imprecise: false,
        filters: Filters::default(),
        sort: Sort::Relevance,
        ranking: Ranking::default(),
        offset: 0,
        after: None,
        limit: 10,
        copies: true,
        similar: 0.8,
        snippets: 1,
        variants: true,
        help: false,
        explain: false,
    };
    search(&index.snapshot().expect("no trouble"), &request).expect("no trouble")
}

fn paths(response: &Response) -> String {
    let mut paths: Vec<&str> = response
        .hits
        .iter()
        .map(|hit| hit.article.path.as_str())
        .collect();
    paths.sort_unstable();
    paths.concat()
}

#[test]
fn compounds_meet_in_three_articles() {
    let bodies = [
        "The floodgates held all night.",
        "A flood-gate gave way upstream.",
        "Every flood gate was opened.",
        "The flood came, and the gate was shut.",
    ];
    for (text, expected) in [
        ("floodgate", "012"),
        ("floodgates", "012"),
        ("flood-gate", "012"),
        ("\"flood gate\"", "012"),
        ("\"every flood gate\"", "2"),
        ("\"every floodgate\"", "2"),
        ("\"the flood gates held\"", "0"),
        ("flood gate", "0123"),
        ("FLOOD gates", "0123"),
        ("flood AND gate", "123"),
        ("gate flood", "123"),
        ("flood gate night", "0"),
        ("floodgate NEAR/2 opened", "2"),
        ("=floodgate", "1"),
        ("=\"flood gate\"", "12"),
        ("=flood gate", "123"),
    ] {
        assert_eq!(paths(&find(&bodies, text)), expected, "{text}");
    }
}

#[test]
fn words_come_apart_only_where_texts_show_it() {
    // `man` and `age` side by side once, by chance, in four articles with both.
    let bodies = [
        "They manage the harbour.",
        "A man of great age sang.",
        "The age of the common man.",
        "An age no man remembers.",
        "The man, age 40, was fined.",
    ];
    let found = find(&bodies, "manage");
    assert_eq!(paths(&found), "0");
    assert!(found.also.is_empty());
    // Side by side wherever both are: one thing, even if nobody writes it closed.
    let found = find(&["A snow plough came.", "Snow fell."], "snowplough");
    assert_eq!(paths(&found), "0");
    let said: Vec<String> = found.also.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["`snow plough` for `snowplough`"]);
}

#[test]
fn the_word_as_typed_ranks_first_and_marks_are_made() {
    for (text, bodies, marked) in [
        (
            "floodgate",
            [
                "Near the town a flood gate opened.",
                "Near the town a floodgate opened wide.",
            ],
            "flood gate",
        ),
        (
            "\"flood gate\"",
            [
                "Near the town a floodgate opened.",
                "Near the town a flood gate opened wide.",
            ],
            "floodgate",
        ),
    ] {
        let found = find(&bodies, text);
        let order: Vec<&str> = found
            .hits
            .iter()
            .map(|hit| hit.article.path.as_str())
            .collect();
        assert_eq!(order, ["1", "0"], "{text}");
        let snippet = &found.hits[1].snippets[0];
        let marks: Vec<&str> = snippet
            .marks
            .iter()
            .map(|mark| mark.of(&snippet.text))
            .collect();
        assert_eq!(marks, [marked], "{text}");
    }
}
