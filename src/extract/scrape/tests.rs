use super::*;

use proptest::prelude::*;

fn of(text: &str) -> ExtractedArticle {
    extract(text, &Stated::default(), &mut Vec::new())
}

fn fixture(name: &str) -> ExtractedArticle {
    let path = format!(
        "{}/tests/fixtures/scrape/{name}.txt",
        env!("CARGO_MANIFEST_DIR")
    );
    of(&std::fs::read_to_string(path).expect("a fixture"))
}

/// Texts that all tell of one bridge, in the shapes of databases, wires, mails and converters.
#[test]
fn headers_of_more_shapes() {
    let day = "2023-05-08";
    let title = "Bridge over the Ashe falls into the river";
    let ada = &["Ada Lindqvist"][..];
    for (name, title, authors, published) in [
        (
            "coded-record",
            "Bridge over the Ashe falls into the river after ninety years",
            &["Ada Lindqvist", "Tom Hare"][..],
            "2023-05-08T07:30",
        ),
        (
            "wire-with-stamp",
            "Bridge over the Ashe Falls Into the River",
            ada,
            "1989-05-08",
        ),
        ("mail-newsletter", title, ada, "2023-05-08T06:01:10"),
        (
            "catalogue-record",
            title,
            &["Ada Lindqvist", "Tom Hare"],
            day,
        ),
        ("double-spaced", title, ada, day),
        ("structured-head", title, ada, day),
        ("markdown-signed", title, ada, day),
        ("running-head-in-three", title, ada, day),
        (
            "site-name-above-the-date",
            "The Ashe: a Fall in the Night",
            ada,
            day,
        ),
        (
            "names-with-nothing-between",
            title,
            &["Ada Lindqvist", "Anna Giulia Berg", "Tom Hare"],
            "2023-05-08T17:47",
        ),
        ("changed-after-publication", title, ada, day),
    ] {
        let article = fixture(name);
        assert_eq!(article.title.as_deref(), Some(title), "{name}");
        assert_eq!(article.authors, authors, "{name}");
        let date = article.published.map(|date| date.date.value());
        assert_eq!(date.as_deref(), Some(published), "{name}");
        assert!(
            article.body.starts_with("The old bridge") || name == "wire-with-stamp",
            "{name}: {}",
            article.body
        );
        let end = article.body.trim_end();
        assert!(end.ends_with("within a month."), "{name}: {end}");
    }
}

/// What stands between a headline and its text, and is none: its own pieces, a picture's source, a byline in lower case.
#[test]
fn headlines_far_from_the_text() {
    for (name, title) in [
        (
            "headline-in-pieces",
            "Ada Finch -- Council Lost Bridge ... It Fell Into the River in the Night!",
        ),
        (
            "picture-by-name",
            "Rust in three pillars: what winter does to crossings",
        ),
        (
            "byline-in-lower-case",
            "Bridge over the Ashe falls into the river",
        ),
    ] {
        let article = fixture(name);
        assert_eq!(article.title.as_deref(), Some(title), "{name}");
    }
    assert_eq!(fixture("byline-in-lower-case").authors, ["Ada Lindqvist"]);
}

/// What stands around a text and is told by itself: what was corrected, the agency, the section, the list that is no subhead.
#[test]
fn around_the_text() {
    let page = fixture("names-with-nothing-between");
    assert_eq!(page.corrections.len(), 1);
    assert_eq!(page.agency.as_deref(), Some("AFP"));
    let wire = fixture("wire-with-stamp");
    assert_eq!(wire.agency.as_deref(), Some("AP"));
    assert!(!wire.body.contains("MORE") && !wire.body.contains("Eds"));
    assert_eq!(fixture("markdown-signed").subheads, Vec::<String>::new());
    assert_eq!(
        fixture("coded-record").own_id.as_deref(),
        Some("ASHCOU0020230508ej5800012")
    );
}

/// The headers of pages: names and dates glued, days at the foot, digits that may be read either way.
#[test]
fn titles_people_and_days_of_pages() {
    for (name, title, authors, published) in [
        (
            "name-glued-to-date",
            "Bridge over the Ashe falls into the river",
            &["Ada Lindqvist"][..],
            "2023-05-08T07:30",
        ),
        (
            "date-at-the-foot",
            "Il ponte sull'Asce è caduto nel fiume",
            &["Giulia Ferrante"],
            "2023-05-08",
        ),
        (
            "japanese-lines",
            "葦川の古い橋が落ちた朝",
            &["渡辺太郎"],
            "2023-05-08T07:30",
        ),
        (
            "german-nodes",
            "Alte Brücke fällt in den Fluss",
            &["Birgit Lohmann", "Jan Michael Rost"],
            "2023-05-08T20:15",
        ),
        (
            "crawl-years-later",
            "El viejo puente del Fresno cae al río",
            &[],
            "2023-05-08T07:30",
        ),
        (
            "digits-either-way",
            "Bridge over the Ashe falls into the river",
            &["Tom Hare"],
            "2023-05-06T13:55",
        ),
    ] {
        let article = fixture(name);
        assert_eq!(article.title.as_deref(), Some(title), "{name}");
        assert_eq!(article.authors, authors, "{name}");
        let value = article.published.map(|date| date.date.value());
        assert_eq!(value.as_deref(), Some(published), "{name}");
    }
}

/// What every fixture says, in its own shape: the same story of a bridge.
#[test]
fn one_story_in_many_shapes() {
    for (name, title, authors, paragraphs) in [
        (
            "dump-of-a-page",
            Some("Bridge over the Ashe falls into the river"),
            &["Ada Lindqvist", "Tom O'Hare"][..],
            5,
        ),
        (
            "lines-with-links",
            Some("Bridge over the Ashe falls into the river"),
            &["Ada Lindqvist", "Tom O'Hare"],
            4,
        ),
        (
            "rendered-with-bullets",
            Some("Bridge over the Ashe falls into the river"),
            &["Ada Lindqvist"],
            7,
        ),
        (
            "labelled-header",
            Some("Bridge over the Ashe falls into the river"),
            &["Ada Lindqvist", "Tom O’Hare"],
            3,
        ),
        (
            "wire-copy",
            Some("BRIDGE OVER THE ASHE FALLS INTO THE RIVER"),
            &["Ada Lindqvist"],
            3,
        ),
        (
            "markdown",
            Some("Bridge over the Ashe falls into the river"),
            &["Ada Lindqvist"],
            3,
        ),
        (
            "hard-wrapped",
            Some("Bridge over the Ashe falls into the river"),
            &["Ada Lindqvist"],
            3,
        ),
        (
            "entities-and-crlf",
            Some("Bridge over the Ashe falls – nobody hurt"),
            &["Ada Lindqvist"],
            2,
        ),
        ("body-only", None, &[], 3),
    ] {
        let article = fixture(name);
        assert_eq!(article.title.as_deref(), title, "{name}");
        assert_eq!(article.authors, authors, "{name}");
        assert_eq!(
            article.body.split("\n\n").count(),
            paragraphs,
            "{name}: {}",
            article.body
        );
        assert!(
            article.body.contains("fell into the river in the night"),
            "{name}"
        );
        let day = article
            .published
            .map(|date| date.date.value().chars().take(10).collect::<String>());
        assert_eq!(day.as_deref(), title.map(|_| "2023-05-08"), "{name}");
        for foreign in [
            "Related",
            "Subscribe",
            "All rights",
            "(MORE)",
            "-30-",
            "credit",
            "newsletter",
            "Advertisement",
            "&rsquo;",
            "**",
        ] {
            assert!(!article.body.contains(foreign), "{name}: {foreign}");
        }
    }
}

#[test]
fn comments_longer_than_the_article_are_none_of_it() {
    let body = fixture("comments-longer-than-the-article").body;
    assert!(
        body.contains("the council will vote on the repair"),
        "{body}"
    );
    for word in ["ferry", "reedcutter", "12 Votes"] {
        assert!(!body.contains(word), "{word}: {body}");
    }
}

#[test]
fn an_announced_list_without_bullets_is_of_the_body() {
    let body = fixture("list-without-bullets").body;
    for line in [
        "Mill Lane footbridge",
        "Long Ferry",
        "Old Weir",
        "None of them",
    ] {
        assert!(body.contains(line), "{line}: {body}");
    }
    for line in ["Advertisement", "Marsh fair opens"] {
        assert!(!body.contains(line), "{line}: {body}");
    }
}

#[test]
fn a_dump_gives_every_field() {
    let article = fixture("dump-of-a-page");
    assert_eq!(article.publisher.as_deref(), Some("The Marsh Courier"));
    assert_eq!(
        article.dek.as_deref(),
        Some("Nobody was hurt when the ninety-year-old bridge gave way, the council says.")
    );
    assert_eq!(
        article.byline.as_deref(),
        Some("By ADA LINDQVIST and TOM O'HARE")
    );
    let date = article.published.expect("a date");
    assert_eq!(
        (date.date.value().as_str(), date.rule.as_str()),
        ("2023-05-08T09:12", "label:published")
    );
    let captions: Vec<(&str, Option<&str>)> = article
        .captions
        .iter()
        .map(|caption| (caption.text.as_str(), caption.credit.as_deref()))
        .collect();
    assert_eq!(
        captions,
        [
            ("The bridge in 1970.", Some("TOWN ARCHIVE")),
            ("The river below the mill.", Some("COURIER/JO MARSH"))
        ]
    );
    assert_eq!(article.subheads, ["What happens now?"]);
    assert_eq!(article.pull_quotes, ["\"We are lucky that it was empty,\""]);
    assert_eq!(fixture("wire-copy").agency.as_deref(), Some("Reuters"));
    assert_eq!(
        fixture("wire-copy").dateline.as_deref(),
        Some("LOWER MARSH, May 8 (Reuters)")
    );
    assert_eq!(fixture("markdown").subheads, ["What happens now"]);
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

#[test]
fn long_input_costs_linear_time() {
    for text in [
        "word ".repeat(200_000),
        "((((".repeat(100_000),
        "&amp;".repeat(100_000),
        "News\n".repeat(20_000),
        "By Jane Doe\n8 May 2023\n".repeat(8_000),
        "a-\n".repeat(60_000),
        "[a](".repeat(80_000),
    ] {
        let begun = std::time::Instant::now();
        let _ = of(&text);
        assert!(begun.elapsed().as_secs() < 60, "{}", &text[..8]);
    }
}

/// Headers of pages a node a line, and the title and authors they give.
#[test]
fn headers_of_pages() {
    let prose = "The town said on Monday that the old bridge, which had been closed since the spring, fell into the river in the night.\nNobody was hurt, said the mayor, who had asked for a new bridge over the river for as long as anybody could remember.\n";
    for (header, title, authors) in [
        (
            "Floods\nOld bridge over the Ashe falls in the night\nBy\nAda Lindqvist\nTom Harrow\n8 May 2023\n",
            "Old bridge over the Ashe falls in the night",
            &["Ada Lindqvist", "Tom Harrow"][..],
        ),
        (
            "The bridge that nobody mended\nMayor of the old town had asked for a new one since the spring\nBy\nAda Lindqvist\n8 May 2023\n",
            "The bridge that nobody mended",
            &["Ada Lindqvist"],
        ),
        (
            "Old bridge falls into river\nAda Lindqvist - May 8, 2023, 8:15 pm\n",
            "Old bridge falls into river",
            &["Ada Lindqvist"],
        ),
    ] {
        let text = format!(
            "News\nSport\nWeather\nCulture\nSign in\nSubscribe\nMenu\nSearch\n{header}{prose}{prose}Share\nRelated articles\nAbout us\nContact us\n"
        );
        let article = of(&text);
        assert_eq!(article.title.as_deref(), Some(title));
        assert_eq!(article.authors, authors, "{title}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_is_too_odd(text in "(?s).{0,400}") {
        let _ = of(&text);
    }

    #[test]
    fn no_arrangement_is_too_odd(lines in prop::collection::vec(prop::sample::select(vec![
        "By Jane Doe", "8 May 2023", "Photo: Max", "(credit: A/B)Text", "Related articles", "From: a@b.example", "Subject: x", "Date: 1 May 2020",
        "BYLINE: Jane", "LENGTH: 3 words", "# Head", "(MORE)", "-30-", "\u{c}", "", "    ", "Die Brücke fiel in der Nacht in den Fluss, sagte die Stadt.",
        "date 2023-05-08 The Example Home News", "•", "©", "橋が川に落ちた。", "Read more", "a-", "b", "“Quoted,”", "---",
    ]), 0..40)) {
        let _ = of(&lines.join("\n"));
    }
}
