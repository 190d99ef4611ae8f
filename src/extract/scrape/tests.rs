use super::*;

fn of(text: &str) -> ExtractedArticle {
    extract(text, &Stated::default(), &mut Vec::new())
}

#[test]
fn odd_input_gives_an_empty_article_or_its_text() {
    for text in [
        "", "\n\n", "*", "a", "\u{feff}", "::", "2022", "-30-", "# ", "---\n---",
    ] {
        let article = of(text);
        assert!(article.body.len() <= text.len(), "{text:?}");
    }
}
