use std::fmt::Write;
use std::fs;

use super::*;
use crate::reader::Stated;

fn page(body: &str) -> ExtractedArticle {
    extract(body, &Stated::default(), &mut Vec::new())
}

#[test]
fn fixtures_come_out_as_their_snapshots_say() {
    insta::glob!("../../../tests/fixtures/html", "*/page.html", |path| {
        let text = fs::read_to_string(path).expect("a fixture");
        let mut issues = Vec::new();
        let article = extract(&text, &Stated::default(), &mut issues);
        // The snapshot lies beside its page.
        let mut settings = insta::Settings::new();
        settings.set_snapshot_path(path.parent().expect("a folder"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("article", shown(&article, &issues)));
    });
}

/// The article as lines: the fields that are there, the rules, the body.
fn shown(article: &ExtractedArticle, issues: &[Issue]) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let rule = article
                .rules
                .get(name)
                .map_or(String::new(), |rule| format!("  [{rule}]"));
            writeln!(out, "{name}: {value}{rule}").expect("a string takes all");
        }
    };
    let date = |date: &Option<ArticleDate>| {
        date.as_ref().map(|date| {
            let rivals: Vec<&str> = date
                .rivals
                .iter()
                .map(|rival| rival.value.as_str())
                .collect();
            format!(
                "{} {:?} [{}] {}",
                date.date.value(),
                date.date.zone(),
                date.rule,
                rivals.join(" ")
            )
        })
    };
    line("title", article.title.clone());
    line("dek", article.dek.clone());
    line("byline", article.byline.clone());
    line("authors", Some(article.authors.join("; ")));
    line("agency", article.agency.clone());
    line("publisher", article.publisher.clone());
    line("section", article.section.clone());
    line("dateline", article.dateline.clone());
    line("lang", article.lang.clone());
    line("url", article.url.clone());
    line("published", date(&article.published));
    line("updated", date(&article.updated));
    let captions: Vec<String> = article
        .captions
        .iter()
        .map(|caption| {
            format!(
                "{} / {}",
                caption.text,
                caption.credit.as_deref().unwrap_or("-")
            )
        })
        .collect();
    line("captions", Some(captions.join("; ")));
    line("pull_quotes", Some(article.pull_quotes.join("; ")));
    line("corrections", Some(article.corrections.join("; ")));
    line("subheads", Some(article.subheads.join("; ")));
    line("issues", Some(issues.join("; ")));
    line("body", Some(format!("\n{}", article.body)));
    out
}

#[test]
fn nothing_comes_of_nothing() {
    for text in ["", " ", "<", "<html>", "</p>", "<p", "<!-- ", "\u{0}"] {
        let article = page(text);
        assert_eq!(article.title, None, "{text:?}");
    }
}

#[test]
fn tags_without_end_cost_linear_time() {
    for tag in [
        "<div>",
        "<b><p>x",
        "<a href=x>y",
        "<ul><li>",
        "<section><p>x",
        "<font>",
        "<x-y>",
        "<table><tr><td>",
        "<blockquote>q",
    ] {
        let text = tag.repeat(60_000 / tag.len());
        page(&text);
    }
}

#[test]
fn a_paragraph_outlives_the_tags_nested_after_it() {
    let paragraph = "The ferry left the harbour on Monday with forty passengers, two goats and the mail, and it came back on Tuesday with \
                     all of them, because the pier on the other side had been washed away in the night.";
    for (tags, count) in [("<div>", 1_000_000), ("<b><i>", 200_000)] {
        let start =
            "<html><head><title>Ferry comes back</title></head><body><h1>Ferry comes back</h1>";
        let article = page(&format!("{start}<p>{paragraph}</p>{}", tags.repeat(count)));
        assert_eq!(article.body, paragraph, "{count} times {tags}");
        assert_eq!(article.title.as_deref(), Some("Ferry comes back"));
        // The same where the text lies at the bottom: no panic, whatever is read.
        page(&format!("{start}{}<p>{paragraph}", tags.repeat(count)));
    }
}

#[test]
fn white_space_without_end_hides_no_line() {
    let blank = " \n".repeat(20_000);
    let article = page(&format!(
        "<h1>Ferry comes back</h1><p class=byline>{blank}By Ada Finch{blank}</p><p>{blank}The ferry came back on Tuesday.{blank}</p>"
    ));
    assert_eq!(article.authors, ["Ada Finch"]);
    assert_eq!(article.body, "The ferry came back on Tuesday.");
}

#[test]
fn a_page_that_breaks_off_says_so() {
    let cases = [
        (
            "<html><body><p>The whole story is here and more than that, for the sake of its length.</p></body></html>",
            false,
        ),
        (
            "<html><body><p>The whole story is not here and more than that, for the sake of its le",
            true,
        ),
        (
            "<p>A piece of markup that never had a root element, and so cannot be said to have been cut",
            false,
        ),
    ];
    for (text, expected) in cases {
        let padded = text.replacen(
            "<p>",
            &format!("<p>{}</p><p>", "More words of a story. ".repeat(12)),
            1,
        );
        assert_eq!(is_truncated(&padded), expected, "{text}");
    }
}

#[test]
fn lines_of_the_page_are_told_from_text() {
    let out = [
        "Read more: The goat in the library",
        "Lesen Sie auch: Dohlen im Dom",
        "Advertisement",
        "Sign up for our newsletter",
        "5 min read",
        "This website uses cookies to improve your experience.",
        "Leia também: O gato do porto",
    ];
    for line in out {
        assert!(
            phrases::is_promo(line, false) || phrases::is_label(line) || phrases::is_notice(line),
            "{line}"
        );
    }
    let kept = [
        "More people came than the hall could hold.",
        "He watched the river until it was dark.",
        "The mayor said that cookies had been handed out to the children.",
        "Related to nobody in the village, she was elected by all of it.",
        "Follow the river for two miles and you come to the mill.",
    ];
    for line in kept {
        assert!(
            !(phrases::is_promo(line, false)
                || phrases::is_label(line)
                || phrases::is_notice(line)),
            "{line}"
        );
    }
}

#[test]
fn lines_of_a_date_alone() {
    for line in [
        "4 May 2021",
        "Published: 04/05/2021, 10:15",
        "May 4, 2021 10:15 AM",
        "2 hours ago",
        "09:10 Ada Finch",
        "2021-05-04",
    ] {
        assert!(phrases::is_date_line(line), "{line}");
    }
    for line in [
        "In May 2021 the bridge fell.",
        "2021 was a bad year for bridges",
        "On 4 May 2021 he left.",
    ] {
        assert!(!phrases::is_date_line(line), "{line}");
    }
}

#[test]
fn references_decoded_once_and_twice() {
    let cases = [
        ("Tom &amp; Ann", "Tom & Ann"),
        ("&amp;quot;No&amp;quot;", "\"No\""),
        ("caf&eacute; &#8217; &#x41;", "café ’ A"),
        ("AT&T & more", "AT&T & more"),
        ("&unknown; &", "&unknown; &"),
    ];
    for (from, to) in cases {
        assert_eq!(entities::decode(from), to);
    }
}

#[test]
fn tame_leaves_pages_of_people_alone() {
    let page = "<div><p>One</p><br><img src=x></div>".repeat(2000);
    assert!(matches!(tame::tame(&page), std::borrow::Cow::Borrowed(_)));
    let deep = "<div>".repeat(5000) + "text";
    assert!(tame::tame(&deep).matches("<div>").count() <= 400);
    assert!(tame::tame(&deep).ends_with("text"));
    let scripts =
        "<script>if (a<b && c<d) x = '<div><div><div>';</script><!-- <div><div> -->".repeat(2000);
    assert!(matches!(
        tame::tame(&scripts),
        std::borrow::Cow::Borrowed(_)
    ));
    let wide = format!("<div {}>text", "a b='>' ".repeat(4000));
    let tamed = tame::tame(&wide);
    assert!(
        tamed.len() < 10_000 && tamed.ends_with(">text"),
        "{}",
        tamed.len()
    );
}
