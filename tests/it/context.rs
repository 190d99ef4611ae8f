//! What is shown of a text, in any script: fragments and lines in context are the article's own bytes, and what is marked is what
//! was asked.

use dateline::article::{Article, Caption, article_id};
use dateline::date::Date;
use dateline::index::{Index, Options, Snapshot};
use dateline::query;
use dateline::search::{Kwic, KwicLine, KwicSort, KwicWanted, Request, kwic, search};
use proptest::prelude::*;

/// Words of several scripts that no stemmer and no folding makes one, and what parts them from the next.
const WORDS: [(&str, &str); 16] = [
    ("harbour", " "),
    ("Ćevapi", " "),
    ("naïve", "\n"),
    ("O'Brien", ", "),
    ("гавань", " "),
    ("λιμάνι", " – "),
    ("ميناء", " "),
    ("السفينة", "، "),
    ("נמל", " "),
    ("बंदरगाह", " "),
    ("東京都", "、"),
    ("港湾", "。"),
    ("2,000", " "),
    ("cafe\u{301}s", " "),
    ("🚢 ", "🚢 "),
    ("ship", ".\n\n"),
];

/// Words that can be asked, by their place.
const ASKED: [usize; 14] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

fn text(words: &[usize]) -> String {
    words
        .iter()
        .flat_map(|at| [WORDS[*at].0, WORDS[*at].1])
        .collect()
}

fn index(folder: &std::path::Path, articles: &[(Vec<usize>, Vec<usize>, Vec<usize>)]) -> Snapshot {
    let index = Index::create(folder).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    for (number, (title, body, caption)) in articles.iter().enumerate() {
        let path = number.to_string();
        let article = Article {
            id: article_id(&path, None),
            path,
            title: (!title.is_empty()).then(|| text(title)),
            body: text(body),
            captions: vec![Caption {
                text: text(caption),
                credit: None,
            }],
            ..Article::default()
        };
        writer.add(&article, &[]).expect("room");
        if number == articles.len() / 2 {
            writer.commit().expect("room");
        }
    }
    writer.commit().expect("room");
    writer.close().expect("room");
    index.snapshot().expect("an index")
}

fn request(text: &str) -> Request {
    let today = Date::day(2026, 3, 14).expect("a day");
    let query = query::parse(text, &query::Options { any: false, today }).expect("a query");
    Request {
        snippets: 3,
        limit: 1_000,
        copies: true,
        ..Request::new(query)
    }
}

fn lines(snapshot: &Snapshot, request: &Request, wanted: (KwicSort, usize, usize)) -> Kwic {
    let (sort, limit, around) = wanted;
    let wanted = KwicWanted {
        sort,
        offset: 0,
        limit,
        around,
    };
    kwic(snapshot, request, wanted).expect("lines")
}

fn part<'a>(article: &'a Article, line: &KwicLine) -> &'a str {
    match (line.part, line.caption) {
        ("title", _) => article.title.as_deref().unwrap_or_default(),
        ("body", _) => &article.body,
        ("caption", Some(number)) => &article.captions[number as usize].text,
        other => panic!("no such part: {other:?}"),
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|cases| cases.parse().ok()).unwrap_or(12),
        failure_persistence: None,
        max_shrink_iters: 60,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn lines_and_fragments_are_the_text_and_marks_are_the_words(
        articles in prop::collection::vec(
            (prop::collection::vec(0..WORDS.len(), 0..5), prop::collection::vec(0..WORDS.len(), 0..60), prop::collection::vec(0..WORDS.len(), 1..6)),
            1..8,
        ),
        asked in prop::collection::vec(prop::sample::select(ASKED.to_vec()), 1..3),
    ) {
        let folder = tempfile::tempdir().expect("room");
        let snapshot = index(&folder.path().join("index"), &articles);
        let words: Vec<&str> = asked.iter().map(|at| WORDS[*at].0).collect();
        let typed: Vec<String> = words.iter().map(|word| format!("={word}")).collect();
        let request = request(&typed.join(" OR "));
        let response = search(&snapshot, &request).expect("an answer");
        let all = lines(&snapshot, &request, (KwicSort::Rank, usize::MAX, usize::MAX));
        prop_assert!(all.exact);
        prop_assert_eq!(all.places, all.lines.len());
        prop_assert_eq!(all.total.articles, response.articles);

        // Every word asked is a line, and nothing else is.
        let said = |words: &[usize]| words.iter().filter(|at| asked.contains(at)).count();
        let expected: usize = articles.iter().map(|(title, body, caption)| said(title) + said(body) + said(caption)).sum();
        prop_assert_eq!(all.places, expected, "{:?}", words);
        for line in &all.lines {
            let hit = response.hits.iter().find(|hit| hit.article.id == line.article.id).expect("a hit");
            prop_assert_eq!(hit.rank, line.rank);
            let part = part(&hit.article, line);
            prop_assert_eq!(format!("{}{}{}", line.left, line.text, line.right), part);
            prop_assert_eq!(line.span.of(part), &line.text);
            prop_assert!(words.contains(&line.text.as_str()), "{} is marked for {words:?}", line.text);
        }
        prop_assert!(all.lines.windows(2).all(|pair| (pair[0].rank, &pair[0].article.id) <= (pair[1].rank, &pair[1].article.id)));

        // Fewer lines and less text of the same.
        for sort in [KwicSort::Rank, KwicSort::Left, KwicSort::Right] {
            let some = lines(&snapshot, &request, (sort, 3, 20));
            prop_assert_eq!((some.places, some.total), (all.places, all.total));
            prop_assert_eq!(some.lines.len(), all.places.min(3));
            let sorted = lines(&snapshot, &request, (sort, usize::MAX, 20));
            prop_assert_eq!(&sorted.lines[..some.lines.len()], &some.lines[..]);
            prop_assert_eq!(sorted.lines.len(), all.lines.len());
            for line in &sorted.lines {
                let whole = all.lines.iter().find(|other| (&other.article.id, other.part, other.span) == (&line.article.id, line.part, line.span));
                let whole = whole.expect("the same line");
                prop_assert!(whole.left.ends_with(&line.left) && whole.right.starts_with(&line.right));
                prop_assert!(line.left.chars().count() <= 20 && line.right.chars().count() <= 20);
            }
        }

        for hit in &response.hits {
            let article = &hit.article;
            for mark in &hit.title_marks {
                let marked = mark.of(article.title.as_deref().unwrap_or_default());
                prop_assert!(words.contains(&marked), "{marked} is marked for {words:?}");
            }
            let texts = [squeezed(&article.body), squeezed(&article.captions[0].text)];
            prop_assert!(hit.snippets.len() <= 3);
            for snippet in &hit.snippets {
                prop_assert!(texts.iter().any(|text| text.contains(&snippet.text)), "{:?} is not in {texts:?}", snippet.text);
                for mark in &snippet.marks {
                    let marked = mark.of(&snippet.text);
                    prop_assert!(words.contains(&marked), "{marked} is marked for {words:?}");
                }
            }
            // Where the text has a word asked, a fragment shows one.
            if said(&articles[article.path.parse::<usize>().expect("a number")].1) > 0 {
                prop_assert!(hit.snippets.iter().any(|snippet| !snippet.marks.is_empty()));
            }
        }
    }
}
