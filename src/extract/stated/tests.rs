use crate::article::{ArticleDate, Key};
use crate::date::Date;
use crate::extract::{ExtractedArticle, extract, stated};
use crate::reader::{Content, Record, Stated};

fn own(text: &str) -> String {
    text.to_owned()
}

fn record(stated: Stated) -> Record {
    Record {
        key: Key {
            path: "a.jsonl".to_owned(),
            record: Some(own("#1")),
        },
        stated,
        content: Content::Stated,
        issues: Vec::new(),
    }
}

#[test]
fn stated_fields_are_kept_with_their_rules() {
    let (article, issues) = extract(&record(Stated {
        own_id: Some(own("r-7")),
        title: Some(own("MILL <MLL> BURNS")),
        authors: vec!["By Jane Doe and John Roe".to_owned()],
        publisher: Some(own("Gazette")),
        published: Some(own("1987-02-26T15:01:01")),
        captured: Some(own("2022-09-09")),
        body: Some(own("It burnt.")),
        rules: [
            ("title", "json:headline".to_owned()),
            ("published", "json:date".to_owned()),
        ]
        .into(),
        ..Stated::default()
    }));
    assert_eq!(article.title, Some(own("MILL <MLL> BURNS")));
    assert_eq!(article.byline, Some(own("By Jane Doe and John Roe")));
    assert_eq!(article.authors, ["Jane Doe", "John Roe"]);
    assert_eq!(article.rules["title"], "json:headline");
    assert_eq!(article.rules["publisher"], "given");
    let published = article.published.expect("a date");
    assert_eq!(
        (published.date.value().as_str(), published.rule.as_str()),
        ("1987-02-26T15:01:01", "json:date")
    );
    assert_eq!(article.captured.expect("a date").date.value(), "2022-09-09");
    assert_eq!(issues, Vec::<String>::new());
}

#[test]
fn a_list_of_authors_is_taken_entry_by_entry() {
    let (article, _) = extract(&record(Stated {
        authors: vec![
            "Jane Doe".to_owned(),
            "Reuters".to_owned(),
            "Jane Doe".to_owned(),
        ],
        body: Some(own("It burnt.")),
        ..Stated::default()
    }));
    assert_eq!(article.authors, ["Jane Doe"]);
    assert_eq!(article.agency, Some(own("Reuters")));
    assert_eq!(article.byline, Some(own("Jane Doe, Reuters, Jane Doe")));
}

#[test]
fn an_empty_title_is_not_dug_out_of_the_body() {
    let (article, _) = extract(&record(Stated {
        body: Some(own("MILL BURNS\n\nIt burnt.")),
        ..Stated::default()
    }));
    assert_eq!(article.title, None);
    assert_eq!(article.body, "MILL BURNS\n\nIt burnt.");
}

#[test]
fn a_dek_that_repeats_the_body_is_none() {
    for (dek, expected) in [
        ("It burnt down in…", None),
        ("It burnt", None),
        (
            "Half of the harvest is lost",
            Some(own("Half of the harvest is lost")),
        ),
    ] {
        let (article, _) = extract(&record(Stated {
            dek: Some(own(dek)),
            body: Some(own("It burnt down in the night.\n\nNobody was hurt.")),
            ..Stated::default()
        }));
        assert_eq!(article.dek, expected);
    }
}

#[test]
fn an_unreadable_date_is_an_issue() {
    let (article, issues) = extract(&record(Stated {
        published: Some(own("sometime soon")),
        body: Some(own("It burnt.")),
        ..Stated::default()
    }));
    assert_eq!(article.published, None);
    assert_eq!(issues, ["unreadable published date `sometime soon`"]);
}

#[test]
fn an_extracted_date_becomes_a_rival() {
    let mut article = ExtractedArticle {
        published: Date::day(2022, 9, 8).map(|date| ArticleDate::new(date, "meta:date")),
        ..ExtractedArticle::default()
    };
    let stated = Stated {
        published: Some(own("2022-09-07")),
        ..Stated::default()
    };
    stated::keep(&stated, &mut article, &mut Vec::new());
    let published = article.published.expect("a date");
    assert_eq!(published.date.value(), "2022-09-07");
    assert_eq!(
        (
            published.rivals[0].value.as_str(),
            published.rivals[0].rule.as_str()
        ),
        ("2022-09-08", "meta:date")
    );
}
