use crate::article::Article;
use crate::date::Date;
use crate::index::{Index, Options};
use crate::query;
use crate::search::{
    DateField, ExpansionKind, Filters, Ranking, Request, Response, Sort, Undated, search,
};

/// Articles about a harbour, of which some say `quay` and `dredger`, and as many about other things.
fn articles() -> Vec<Article> {
    let bodies = [
        "The harbour wants a new quay. The quay is for the dredger, which the harbour bought for its quay.",
        "A harbour needs a dredger now and then. The harbour of the town has one, beside the old quay, in all weathers.",
        "At the harbour nobody sang. Twelve singers waited with their conductor, and the choir went home unheard by anyone.",
        "At the harbour a dredger lay. Twelve sailors waited with their captain, and the crew went home unpaid by anyone.",
    ];
    let filler = (0..96).map(|number| format!("Nothing of note happened in village {number}."));
    let bodies = bodies.into_iter().map(str::to_owned).chain(filler);
    bodies
        .zip(0..)
        .map(|(body, number)| Article {
            id: format!("{number:016x}"),
            path: format!("{number}.txt"),
            body,
            lang: Some("en".to_owned()),
            ..Article::default()
        })
        .collect()
}

fn ask(text: &str, expand: bool) -> Response {
    let folder = tempfile::tempdir().expect("a folder");
    let index = Index::create(folder.path()).expect("an empty folder");
    let writer = index.writer(&Options::default()).expect("a writer");
    for article in articles() {
        writer.add(&article, &[]).expect("adds");
    }
    writer.close().expect("commits");
    let today = Date::day(2022, 9, 8).expect("a day");
    let request = Request {
        query: query::parse(text, &query::Options { any: false, today }).expect("a query"),
        dates: None,
        date_field: DateField::Any,
        undated: Undated::Default,
        imprecise: false,
        filters: Filters::default(),
        sort: Sort::Relevance,
        ranking: Ranking {
            expand,
            ..Ranking::default()
        },
        offset: 0,
        after: None,
        limit: 10,
        copies: true,
        similar: 0.8,
        snippets: 0,
        variants: true,
        help: false,
        explain: false,
    };
    search(&index.snapshot().expect("a snapshot"), &request).expect("a response")
}

fn added(response: &Response) -> Vec<&str> {
    let learnt = response.also.iter();
    learnt
        .filter(|also| also.kind == ExpansionKind::Feedback)
        .map(|also| also.added.as_str())
        .collect()
}

#[test]
fn words_of_the_best_hits_rank_but_do_not_find() {
    let (plain, expanded) = (ask("harbour", false), ask("harbour", true));
    assert_eq!(added(&plain), [""; 0]);
    let words = added(&expanded);
    assert!(
        words.contains(&"dredger") && words.contains(&"quay"),
        "{words:?}"
    );
    assert!(!words.contains(&"harbour"), "{words:?}");
    assert_eq!(plain.articles, expanded.articles);
    let gain = |path: &str| {
        let score = |response: &Response| {
            let mut hits = response.hits.iter();
            hits.find(|hit| hit.article.path == path)
                .map(|hit| hit.score)
        };
        score(&expanded).expect("a hit") - score(&plain).expect("a hit")
    };
    assert!(
        gain("3.txt") > gain("2.txt"),
        "{} {}",
        gain("3.txt"),
        gain("2.txt")
    );
}

#[test]
fn nothing_is_learnt_from_nothing() {
    for text in ["zeppelin", "*", "date:none", "NOT harbour"] {
        assert_eq!(added(&ask(text, true)), [""; 0], "{text}");
    }
}
