use std::path::Path;

use crate::article::Article;
use crate::date::Date;
use crate::index::{Index, Options, Snapshot};
use crate::query;
use crate::search::{
    DateField, Filters, Ranking, Request, Response, Sort, Undated, plan::variants::groups, search,
};

/// An index of articles with these bodies; each is named by its place.
fn index(folder: &Path, bodies: &[&str]) -> Snapshot {
    let index = Index::create(folder).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    for (number, body) in bodies.iter().enumerate() {
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
    index.snapshot().expect("an index")
}

fn ask(snapshot: &Snapshot, text: &str, variants: bool) -> Response {
    let today = Date::day(2026, 3, 14).expect("a day");
    let request = Request {
        query: query::parse(text, &query::Options { any: false, today }).expect("a query"),
        dates: None,
        date_field: DateField::Any,
        undated: Undated::Default,
        imprecise: false,
        filters: Filters::default(),
        sort: Sort::Relevance,
        ranking: Ranking::default(),
        offset: 0,
        after: None,
        limit: 100,
        copies: true,
        similar: 0.8,
        snippets: 1,
        variants,
        help: false,
        explain: false,
    };
    search(snapshot, &request).expect("an answer")
}

/// What is found, best first.
fn found(snapshot: &Snapshot, text: &str) -> String {
    let hits = ask(snapshot, text, true).hits;
    let numbers: Vec<String> = hits.into_iter().map(|hit| hit.article.path).collect();
    numbers.join(" ")
}

const BODIES: [&str; 18] = [
    "the delegation from Albania spoke first in the hall",
    "an Albanian delegation spoke first in the hall",
    "the Albanians of the village spoke first in the hall",
    "the U.S. envoy left the hall early today",
    "the US envoy left the hall early today",
    "the United States envoy left the hall early today",
    "they told us to use the side door of the hall",
    "labour costs rose again at the plant this year",
    "labor costs rose again at the plant this year",
    "Colonel Gaddafi met the visitors in a tent",
    "Colonel Gadhafi met the visitors in a tent",
    "a bill of 5.6bn for the repair of the bridges",
    "a bill of 5.6 billion for the repair of the bridges",
    "shares of AT&T fell on the news at noon",
    "shares of AT and T fell on the news at noon",
    "Kiev was calm at the weekend, the mayor said",
    "Kyiv was calm at the weekend, the mayor said",
    "shares of ATT fell on the news at noon",
];

#[test]
fn variants_meet_below_the_word_itself() {
    let folder = tempfile::tempdir().expect("room");
    let snapshot = index(&folder.path().join("index"), &BODIES);
    for (query, expected) in [
        ("albania", "0 1 2"),
        ("albanian", "1 2 0"),
        ("US", "3 4 5"),
        ("U.S.", "3 4 5"),
        ("United States", "5 3 4"),
        // Who types small letters may mean either; who types capitals means one.
        ("us", "3 4 6"),
        ("labour", "7 8"),
        ("labor", "8 7"),
        ("gaddafi", "9 10"),
        ("Qaddafi", "10 9"),
        ("5.6bn", "11 12"),
        ("AT&T", "13 17 14"),
        ("ATT", "17 13"),
        ("kyiv", "16 15"),
        // As written, and in quotes.
        ("=albania", "0"),
        ("=labor", "8"),
        ("=US", "3 4"),
        ("\"albania\"", "0"),
        ("\"united states\"", "5"),
        ("\"labour costs\"", "7"),
        ("\"AT&T\"", "13 17 14"),
        ("\"a bill of 5.6bn\"", "11 12"),
        // With operators.
        ("labour NEAR/2 rose", "7 8"),
        ("gaddafi AND visitors", "9 10"),
        ("delegation -albanian", ""),
        ("title:albania", ""),
    ] {
        assert_eq!(found(&snapshot, query), expected, "{query}");
    }
}

#[test]
fn who_wants_none_gets_none() {
    let folder = tempfile::tempdir().expect("room");
    let snapshot = index(&folder.path().join("index"), &BODIES);
    for (query, expected) in [("albania", 1), ("gaddafi", 1), ("US", 2), ("AT&T", 1)] {
        assert_eq!(ask(&snapshot, query, false).articles, expected, "{query}");
    }
}

#[test]
fn what_is_added_is_said() {
    let folder = tempfile::tempdir().expect("room");
    let snapshot = index(&folder.path().join("index"), &BODIES);
    for (query, expected) in [
        ("albania", "albanian/country/1 albanians/country/1"),
        ("US", "united states/country/-"),
        ("labour", "labor/spelling/1"),
        ("hall", ""),
        ("=albania", ""),
    ] {
        let also = ask(&snapshot, query, true).also;
        let said: Vec<String> = also
            .iter()
            .map(|also| {
                let articles = also
                    .articles
                    .map_or("-".to_owned(), |many| many.to_string());
                format!("{}/{}/{articles}", also.added, also.kind.name())
            })
            .collect();
        assert_eq!(said.join(" "), expected, "{query}");
    }
}

#[test]
fn a_spelling_brings_no_other_words() {
    let folder = tempfile::tempdir().expect("room");
    let bodies = [
        "the industrialised nations met at the lake",
        "the industrialized nations met at the lake",
        "the steel industry met at the lake in May",
        "the organs of the church were restored",
        "an organization of farmers met at the lake",
        "two organisations of farmers met at the lake",
    ];
    let snapshot = index(&folder.path().join("index"), &bodies);
    for (query, expected) in [
        ("industrialised", "0 1"),
        ("organisation", "5 4"),
        ("organizations", "4 5"),
    ] {
        assert_eq!(found(&snapshot, query), expected, "{query}");
    }
}

#[test]
fn spellings_of_one_bearer_meet() {
    let folder = tempfile::tempdir().expect("room");
    let bodies = [
        "the talks with George Shultz went on in Geneva",
        "the talks with George Schultz went on in Geneva",
        "the lawyer Carl Meyer spoke first in Geneva",
        "the painter Oscar Mayer spoke first in Geneva",
        "a bout of flu, but no more",
    ];
    let snapshot = index(&folder.path().join("index"), &bodies);
    for (query, expected) in [
        ("shultz", "0 1"),
        ("schultz", "1 0"),
        ("shoultz", "0 1"),
        ("=shultz", "0"),
        ("\"george shultz\"", "0"),
        ("meyer", "2"),
        ("mayer", "3"),
        ("bout", "4"),
    ] {
        assert_eq!(found(&snapshot, query), expected, "{query}");
    }
}

#[test]
fn groups_know_their_forms() {
    for (asked, form) in [
        ("iran", "iranians"),
        ("iranians", "iran"),
        ("u.s", "united_states"),
        ("united_kingdom", "british"),
        ("imf", "international_monetary_fund"),
        ("kampuchea", "cambodian"),
        ("netherlands", "dutch"),
    ] {
        assert!(
            groups::beside(asked).any(|(_, other)| other == form),
            "{asked}"
        );
    }
    assert_eq!(groups::beside("albania").count(), 2);
    assert_eq!(groups::beside("nowhere").count(), 0);
}
