use serde_json::json;

use crate::reader::{Content, Record, Records, Stated, read};
use crate::source::RawDocument;

fn read_json(text: &str) -> Records {
    read(RawDocument {
        path: "a.json".to_owned(),
        bytes: text.as_bytes().to_vec(),
        ..RawDocument::default()
    })
    .expect("articles")
}

fn stated(value: &serde_json::Value) -> Stated {
    let records = read_json(&value.to_string());
    assert_eq!(records.records.len(), 1, "{value}");
    records.records[0].stated.clone()
}

fn own(text: &str) -> String {
    text.to_owned()
}

#[test]
fn fields_go_by_their_usual_names() {
    // The same article, as the usual scrapers and interfaces write it.
    for value in [
        json!({"title": "Mill burns", "maintext": "It burnt.", "date_publish": "2022-09-08 16:18:00", "authors": ["Jane Doe"],
               "source_domain": "Gazette", "language": "en", "url": "https://gazette.example/mill", "date_download": "2022-09-09"}),
        json!({"title": "Mill burns", "text": "It burnt.", "publish_date": "2022-09-08 16:18:00", "authors": ["Jane Doe"], "html": "<html></html>",
               "site_name": "Gazette", "meta_lang": "en", "url": "https://gazette.example/mill", "crawled": "2022-09-09"}),
        json!({"title": "Mill burns", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["It burnt."]}]},
               "publishing_date": "2022-09-08 16:18:00", "authors": ["Jane Doe"], "lang": "en",
               "html": {"requested_url": "https://gazette.example/mill", "content": "<html>", "crawl_date": "2022-09-09", "source_info": {"publisher": "Gazette"}}}),
        json!({"title": "Mill burns", "author": "Jane Doe", "hostname": "Gazette", "date": "2022-09-08 16:18:00", "text": "It burnt.",
               "source": "https://gazette.example/mill", "language": "en", "filedate": "2022-09-09", "comments": ""}),
        json!({"@type": "NewsArticle", "headline": "Mill burns", "articleBody": "It burnt.", "datePublished": "2022-09-08 16:18:00",
               "author": [{"@type": "Person", "name": "Jane Doe"}], "publisher": {"@type": "Organization", "name": "Gazette"}, "inLanguage": "en-GB",
               "mainEntityOfPage": {"@id": "https://gazette.example/mill"}, "captured": "2022-09-09"}),
        json!({"headline": {"main": "Mill burns"}, "content": {"rendered": "<p>It burnt.</p>\n"}, "pub_date": ["2022-09-08 16:18:00"],
               "creator": {"firstname": "Jane", "lastname": "Doe"}, "source": {"id": null, "name": "Gazette"}, "language": "English",
               "web_url": "https://gazette.example/mill", "scraped_at": "2022-09-09"}),
    ] {
        let stated = stated(&value);
        assert_eq!(stated.title, Some(own("Mill burns")), "{value}");
        assert_eq!(stated.body, Some(own("It burnt.")), "{value}");
        assert_eq!(
            stated.published,
            Some(own("2022-09-08 16:18:00")),
            "{value}"
        );
        assert_eq!(stated.authors, ["Jane Doe"], "{value}");
        assert_eq!(stated.publisher, Some(own("Gazette")), "{value}");
        assert_eq!(stated.lang, Some(own("en")), "{value}");
        assert_eq!(
            stated.url,
            Some(own("https://gazette.example/mill")),
            "{value}"
        );
        assert_eq!(stated.captured, Some(own("2022-09-09")), "{value}");
    }
}

#[test]
fn rules_name_the_key() {
    let stated = stated(
        &json!({"id": 7, "headline": "Mill burns", "body": "It burnt.", "published": "2022"}),
    );
    assert_eq!(stated.own_id, Some(own("7")));
    let rules: Vec<_> = stated
        .rules
        .iter()
        .map(|(field, rule)| format!("{field} {rule}"))
        .collect();
    assert_eq!(
        rules,
        [
            "body json:body",
            "own_id json:id",
            "published json:published",
            "title json:headline"
        ]
    );
}

#[test]
fn absent_and_empty_is_none() {
    let stated = stated(
        &json!({"title": "", "byline": "", "date": null, "url": "", "author": [], "text": "Mill burns\n\nIt burnt."}),
    );
    assert_eq!(
        stated,
        Stated {
            body: Some(own("Mill burns\n\nIt burnt.")),
            rules: [("body", "json:text".to_owned())].into(),
            ..Stated::default()
        }
    );
}

#[test]
fn markup_in_a_field_becomes_text() {
    for (field, expected) in [
        ("Ash &amp; embers at AT&amp;T", "Ash & embers at AT&T"),
        ("STANDARD <SRD> TO FORM UNIT", "STANDARD <SRD> TO FORM UNIT"),
        ("a < b and b > a", "a < b and b > a"),
        ("One<br>two<br><br>three", "One\ntwo\n\nthree"),
        ("<p>One <b>two</b>.</p><p>Three</p>", "One two.\n\nThree"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        (
            "<p>One</p><script>two()</script><figure><img src=x><figcaption>three</figcaption></figure>",
            "One",
        ),
        ("&lt;p&gt;One&lt;/p&gt;", "One"),
        ("One\r\n\r\ntwo", "One\n\ntwo"),
        (
            "    Indented\nlines\n    stay",
            "    Indented\nlines\n    stay",
        ),
    ] {
        assert_eq!(stated(&json!({"text": field})).body, Some(own(expected)));
    }
    assert_eq!(
        stated(&json!({"title": "<i>Mill</i>\n burns", "text": "x"})).title,
        Some(own("Mill burns"))
    );
}

#[test]
fn pages_are_handed_on() {
    for value in [
        json!({"raw_html": "<div>Mill</div>", "url": "https://x.example/", "captured": "2022"}),
        json!({"html": "<html>Mill</html>", "url": "https://x.example/", "captured": "2022"}),
        json!({"content": "<!doctype html><p>Mill</p>", "url": "https://x.example/", "captured": "2022"}),
    ] {
        let records = read_json(&value.to_string());
        let record = &records.records[0];
        assert!(matches!(&record.content, Content::Html(page) if page.contains("Mill")));
        assert_eq!(record.stated.url, Some(own("https://x.example/")));
        assert_eq!(record.stated.captured, Some(own("2022")));
    }
}

#[test]
fn lists_and_wrappers_are_opened() {
    let (one, two) = (
        json!({"title": "One", "body": "1"}),
        json!({"title": "Two", "body": "2"}),
    );
    for value in [
        json!([one, two]),
        json!({"status": "ok", "articles": [one, two]}),
        json!({"response": {"docs": [one, two]}}),
        json!({"hits": {"hits": [{"_source": one}, {"_source": two}]}}),
        json!({"@context": "https://schema.org", "@graph": [one, two]}),
        json!({"17": one, "18": two}),
        json!([one, two, 3]),
    ] {
        let records = read_json(&value.to_string());
        let found: Vec<_> = records.records.iter().map(place_and_title).collect();
        assert_eq!(found, ["#1 One", "#2 Two"], "{value}");
    }
    assert_eq!(
        place_and_title(&read_json(&json!({"article": one}).to_string()).records[0]),
        " One"
    );
}

fn place_and_title(record: &Record) -> String {
    let place = record.key.record.as_deref().unwrap_or("");
    format!("{place} {}", record.stated.title.as_deref().unwrap_or(""))
}

#[test]
fn a_broken_line_fails_alone() {
    let text = "{\"title\": \"One\", \"body\": \"1\"}\n{\"title\": \"Two\n\n{\"title\": \"Four\", \"body\": \"4\"}\n17\n";
    let records = read_json(text);
    let found: Vec<_> = records.records.iter().map(place_and_title).collect();
    assert_eq!(found, ["#1 One", "#4 Four"]);
    let failed: Vec<_> = records
        .failures
        .iter()
        .map(|failure| {
            (
                failure.key.record.as_deref().unwrap_or(""),
                failure.error.skips(),
            )
        })
        .collect();
    assert_eq!(failed, [("#2", false), ("#5", true)]);
}

#[test]
fn usual_faults_are_repaired() {
    for (text, body) in [
        (r#"{"text": "half \ud83d a pair"}"#, "half \u{fffd} a pair"),
        (
            r#"{"text": "a pair \ud83d\ude00 and NaN", "n": NaN}"#,
            "a pair 😀 and NaN",
        ),
        ("{\"text\": \"raw\nline\"}", "raw\nline"),
        (r#"{"text": "it\'s", "n": None}"#, "it's"),
    ] {
        let records = read_json(text);
        assert_eq!(records.records[0].stated.body, Some(own(body)), "{text}");
        assert_eq!(records.records[0].issues, ["broken JSON, repaired"]);
    }
}

#[test]
fn dates_may_be_counts() {
    for (date, expected) in [
        (json!(1_662_653_880), "2022-09-08T16:18:00Z"),
        (json!(1_662_653_880_000_i64), "2022-09-08T16:18:00Z"),
        (json!("1662653880"), "2022-09-08T16:18:00Z"),
        (
            json!({"$date": "2022-09-08T16:18:00Z"}),
            "2022-09-08T16:18:00Z",
        ),
        (
            json!({"$date": {"$numberLong": "1662653880000"}}),
            "2022-09-08T16:18:00Z",
        ),
        (
            json!({"value": "2022-09-08T16:18", "precision": "minute", "zone": "+02:00"}),
            "2022-09-08T16:18+02:00",
        ),
        (json!(-541_000_000), "1952-11-09T10:13:20Z"),
        (json!(19_870_226), "19870226"),
        (json!(1987), "1987"),
        (json!("19870226"), "19870226"),
    ] {
        assert_eq!(
            stated(&json!({"text": "x", "date": date})).published,
            Some(own(expected))
        );
    }
}

#[test]
fn authors_come_in_many_forms() {
    for (authors, expected) in [
        (json!("Jane Doe"), vec!["Jane Doe"]),
        (
            json!(["Jane Doe", {"name": "J. O'Brien"}]),
            vec!["Jane Doe", "J. O'Brien"],
        ),
        (
            json!("['Jane Doe', \"J. O'Brien\"]"),
            vec!["Jane Doe", "J. O'Brien"],
        ),
        (json!("[]"), vec![]),
        (
            json!(["https://x.example/jane", "Jane Doe"]),
            vec!["Jane Doe"],
        ),
        (json!(3), vec![]),
    ] {
        assert_eq!(
            stated(&json!({"text": "x", "author": authors})).authors,
            expected,
            "{authors}"
        );
    }
}

#[test]
fn other_things_hold_no_article() {
    for text in [
        r#"{"name": "left-pad", "version": "1.0.0", "description": "pads"}"#,
        "[1, 2, 3]",
        r#"{"@type": "BreadcrumbList", "title": "x", "text": "y"}"#,
        r#"{"title": "alone"}"#,
        "{}",
        "[]",
    ] {
        let error = read(RawDocument {
            path: "a.json".to_owned(),
            bytes: text.as_bytes().to_vec(),
            ..RawDocument::default()
        })
        .expect_err(text);
        assert!(error.skips());
    }
}

#[test]
fn deep_values_are_refused_not_followed() {
    let deep = format!(
        "{{\"text\": {}1{}}}",
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    let error = read(RawDocument {
        path: "a.json".to_owned(),
        bytes: deep.into_bytes(),
        ..RawDocument::default()
    })
    .expect_err("too deep");
    assert!(!error.skips());
}

#[test]
fn tickers_in_angle_brackets_are_text() {
    let title = "Oil <P> and steel <X>";
    let body = "Phillips <P> and <BR> said so. USX <X> did not.";
    let stated = stated(&json!({"title": title, "body": body}));
    assert_eq!(stated.title.as_deref(), Some(title));
    assert_eq!(stated.body.as_deref(), Some(body));
}
