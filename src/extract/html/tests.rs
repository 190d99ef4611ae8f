use super::*;
use crate::reader::Stated;

fn page(body: &str) -> ExtractedArticle {
    extract(body, &Stated::default(), &mut Vec::new())
}

#[test]
fn nothing_comes_of_nothing() {
    for text in ["", " ", "<", "<html>", "</p>", "<p", "<!-- ", "\u{0}"] {
        let article = page(text);
        assert_eq!(article.title, None, "{text:?}");
        assert_eq!(article.body, "", "{text:?}");
    }
}
