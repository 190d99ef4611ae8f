use crate::article::Article;
use crate::date::Date;
use crate::index::{Index, Options};
use crate::query;
use crate::search::{DateField, Filters, Ranking, Request, Snippet, Sort, Undated, search};

const BODIES: [&str; 3] = [
    "The minister said in the capital that the bridge was safe.",
    "What the UN envoy said about the truce was not the news.",
    "It was the rain, the mayor said.",
];

/// The words marked in the best article, each once, in order.
fn marked(text: &str, any: bool) -> String {
    let folder = tempfile::tempdir().expect("room");
    let index = Index::create(folder.path()).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    // Among a dozen others, none of which has what is asked.
    let others = ["The fair in the park was on for a week."; 12];
    for (number, body) in BODIES.iter().chain(&others).enumerate() {
        let article = Article {
            id: number.to_string(),
            path: number.to_string(),
            body: (*body).to_owned(),
            lang: Some("en".to_owned()),
            ..Article::default()
        };
        writer.add(&article, &[]).expect("room");
    }
    writer.commit().expect("room");
    writer.close().expect("room");
    let today = Date::day(2026, 3, 14).expect("a day");
    let request = Request {
        query: query::parse(text, &query::Options { any, today }).expect("a query"),
        dates: None,
        date_field: DateField::Any,
        undated: Undated::Default,
        imprecise: false,
        filters: Filters::default(),
        sort: Sort::Relevance,
        ranking: Ranking::default(),
        offset: 0,
        after: None,
        limit: 1,
        copies: true,
        similar: 0.8,
        snippets: 1,
        variants: false,
        help: false,
        explain: false,
    };
    let snapshot = index.snapshot().expect("an index");
    let hits = search(&snapshot, &request).expect("an answer").hits;
    let of = |snippet: &Snippet| {
        let words = snippet.marks.iter();
        words
            .map(|mark| snippet.text[mark.start..mark.end].to_lowercase())
            .collect::<Vec<_>>()
    };
    let mut words: Vec<String> = hits[0].snippets.iter().flat_map(of).collect();
    words.dedup();
    words.join(" ")
}

#[test]
fn words_that_say_nothing_are_not_marked_in_a_bag() {
    for (query, any, expected) in [
        (
            "what did the minister say about the bridge",
            true,
            "minister bridge",
        ),
        // Where every word is asked, each is marked.
        ("the minister bridge", false, "the minister the bridge"),
        // A little word that few articles have may be a name.
        ("UN truce in the", true, "un truce"),
        // Nothing but such words.
        ("the was on", true, "the was on"),
    ] {
        assert_eq!(marked(query, any), expected, "{query}");
    }
}
