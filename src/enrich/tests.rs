use super::*;

#[test]
fn words_as_an_editor_counts_them() {
    for (body, expected) in [
        ("", 0),
        ("It cost $5 — no more.", 5),
        ("O'Brien's cyber-attack,\n\nagain", 3),
        ("雨が降る", 4),
        ("- - -", 0),
    ] {
        assert_eq!(words(body), expected, "{body}");
    }
}

#[test]
fn an_article_gets_its_key_and_its_language() {
    let key = Key {
        path: "a/b.txt".to_owned(),
        record: None,
    };
    let found = ExtractedArticle {
        title: Some("Bridge closed".to_owned()),
        body: "The council of the town said on Monday that the old bridge would be closed until spring.".to_owned(),
        ..ExtractedArticle::default()
    };
    let article = enrich(&key, found, Vec::new());
    assert_eq!(article.id, key.id());
    assert_eq!(article.lang.as_deref(), Some("en"));
    assert_eq!(article.words, 17);
    assert!(!sketch(&article).is_empty());
}
