use crate::article::{Article, ArticleDate, article_id};
use crate::date::Date;
use crate::index::{Index, Options};
use crate::query;
use crate::search::{DateField, Filters, Ranking, Request, Response, Sort, Undated, search};
use crate::text::sketch::Sketch;

/// Sentences that only one number gives, all with the word `ferry` in them.
fn body(number: usize, sentences: usize) -> Vec<String> {
    const NOUNS: &[&str] = &[
        "minister", "harbour", "council", "engineer", "union", "bridge", "court",
    ];
    const VERBS: &[&str] = &["opened", "refused", "praised", "delayed", "repaired"];
    let mut state = number as u64 * 7_919 + 1;
    let mut pick = |list: &[&'static str]| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        list[(state >> 33) as usize % list.len()]
    };
    (0..sentences)
        .map(|_| {
            let (who, does, whom, what) = (pick(NOUNS), pick(VERBS), pick(NOUNS), pick(NOUNS));
            format!(
                "The {who} of the {whom} {does} a ferry near the {what} and the {}.",
                pick(NOUNS)
            )
        })
        .collect()
}

fn find(articles: &[(&str, &str, String)], offset: usize, copies: bool) -> Response {
    let folder = tempfile::tempdir().expect("no trouble");
    let index = Index::create(&folder.path().join("index")).expect("no trouble");
    let mut writer = index.writer(&Options::default()).expect("no trouble");
    for (name, date, body) in articles {
        let article = Article {
            id: article_id(name, None),
            path: (*name).to_owned(),
            body: body.clone(),
            published: Date::from_value(date, None).map(|date| ArticleDate::new(date, "test")),
            ..Article::default()
        };
        writer
            .add(&article, &Sketch::of(body).to_numbers())
            .expect("no trouble");
    }
    writer.commit().expect("no trouble");
    let today = Date::day(2026, 3, 14).expect("no trouble");
    let query = query::parse("ferry", &query::Options { any: false, today }).expect("no trouble");
    let request = Request {
        query,
        dates: None,
        date_field: DateField::Any,
        undated: Undated::Default,
        imprecise: false,
        filters: Filters::default(),
        sort: Sort::Newest,
        ranking: Ranking::default(),
        offset,
        after: None,
        limit: 2,
        copies,
        similar: 0.8,
        snippets: 0,
        variants: true,
        help: false,
        explain: false,
    };
    search(&index.snapshot().expect("no trouble"), &request).expect("no trouble")
}

#[test]
fn copies_fold_under_the_best_hit_earliest_first() {
    let whole = body(1, 14);
    let tail = [whole.clone(), body(9, 2)].concat();
    let articles = [
        ("whole", "2022-07-02", whole.join(" ")),
        ("other", "2022-07-03", body(2, 14).join(" ")),
        ("cut", "2022-07-01", whole[..9].join(" ")),
        ("tail", "2022-07-04", tail.join(" ")),
        ("third", "2022-06-01", body(3, 14).join(" ")),
    ];
    let names = |response: &Response| -> Vec<(String, Vec<String>)> {
        let copies =
            |hit: &crate::search::Hit| hit.copies.iter().map(|copy| copy.path.clone()).collect();
        response
            .hits
            .iter()
            .map(|hit| (hit.article.path.clone(), copies(hit)))
            .collect()
    };
    let hit = |name: &str, copies: &[&str]| {
        (
            name.to_owned(),
            copies
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>(),
        )
    };
    let first = find(&articles, 0, false);
    assert_eq!((first.articles, first.stories), (5, 3));
    assert_eq!(
        names(&first),
        [hit("tail", &["cut", "whole"]), hit("other", &[])]
    );
    assert_eq!(names(&find(&articles, 2, false)), [hit("third", &[])]);
    assert_eq!(
        names(&find(&articles, 2, true)),
        [hit("whole", &[]), hit("cut", &[])]
    );
}
