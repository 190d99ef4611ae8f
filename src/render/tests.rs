use super::*;

use crate::article::{Entities, Entity};
use crate::date::Date;
use crate::search::{Copied, Hit, Response, Snippet};
use crate::text::Span;

fn entity(name: &str) -> Entity {
    Entity {
        name: name.to_owned(),
        count: 1,
        ..Entity::default()
    }
}

fn response() -> Response {
    let date = Date::from_value("2022-09-08T16:18", None).expect("a date");
    let text = "condemned a recent cyberattack against Albania that the governments in Washington and Tirana lay at the door of others, who deny it";
    let mark = |word: &str| {
        let start = text.find(word).expect("a word of it");
        Span::new(start, start + word.len())
    };
    let first = Hit {
        rank: 9,
        score: 4.25,
        article: Article {
            id: "5f0c0b6f2d9a41e7".to_owned(),
            path: "archive/2022/allies.txt".to_owned(),
            title: Some("Allies condemn cyberattack on Albania".to_owned()),
            byline: Some("By A REPORTER".to_owned()),
            publisher: Some("The Paper".to_owned()),
            published: Some(ArticleDate::new(date, "label:published")),
            entities: Entities {
                people: vec![entity("Edi Rama")],
                orgs: vec![entity("NATO")],
                places: vec![entity("Albania"), entity("Iran"), entity("Kosovo")],
            },
            ..Article::default()
        },
        title_marks: vec![Span::new(15, 26)],
        snippets: vec![Snippet {
            text: text.to_owned(),
            marks: vec![mark("cyberattack"), mark("Albania")],
            cut_before: true,
            cut_after: true,
        }],
        copies: vec![Copied {
            id: "b".to_owned(),
            path: "wire/b.txt".to_owned(),
            record: None,
            title: None,
            publisher: Some("The Wire".to_owned()),
            published: Some("2022-09-07".to_owned()),
        }],
        copy_count: 1,
        first: Some(Copied {
            id: "b".to_owned(),
            path: "wire/b.txt".to_owned(),
            record: None,
            title: None,
            publisher: Some("The Wire".to_owned()),
            published: Some("2022-09-07".to_owned()),
        }),
        scored: Vec::new(),
    };
    let hostile = Hit {
        rank: 10,
        score: 1.0,
        article: Article {
            id: "00000000deadbeef".to_owned(),
            path: "odd/\u{1b}[2Jname.html".to_owned(),
            record: Some("#3".to_owned()),
            title: Some("\u{1b}]0;owned\u{7}東京で\nサイバー攻撃 \u{202e}gnirts".to_owned()),
            ..Article::default()
        },
        title_marks: Vec::new(),
        snippets: vec![Snippet {
            text: "<b>東京で大規模なサイバー攻撃が発生し政府は調査を始めた東京で大規模なサイバー攻撃が発生し政府は調査を始めた</b> \u{9b}31m".to_owned(),
            // A mark that fits no character is passed over.
            marks: vec![Span::new(4, 5), Span::new(3, 9)],
            cut_before: false,
            cut_after: false,
        }],
        copies: Vec::new(),
        copy_count: 0,
        first: None,
        scored: Vec::new(),
    };
    Response {
        articles: 19,
        stories: 12,
        undated: 3,
        imprecise: 1,
        hits: vec![first, hostile],
        ..Response::default()
    }
}

fn text(look: Look) -> String {
    let mut out = Vec::new();
    hits(&response(), look, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}

const PAGE: Page = Page {
    offset: 8,
    limit: 2,
    copies: false,
};

#[test]
fn hits_as_text() {
    let look = Look::default();
    let out = format!("{}\n{}\n", text(look), summary(&response(), PAGE));
    insta::assert_snapshot!(out);
}

#[test]
fn a_narrow_terminal() {
    let look = Look {
        width: 44,
        ..Look::default()
    };
    let out = text(look);
    for line in out.lines() {
        let columns: usize = line.chars().map(wrap::columns).sum();
        assert!(columns <= 44, "{columns}: {line}");
    }
    insta::assert_snapshot!(out);
}

#[test]
fn in_colour_nothing_of_the_article_steers_the_terminal() {
    let look = Look {
        width: 80,
        colour: true,
        ..Look::default()
    };
    let out = text(look);
    assert!(out.contains("\x1b[1;31mcyberattack\x1b[0m"));
    let ours = ["\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m"];
    let rest = ours.iter().fold(out, |text, code| text.replace(code, ""));
    let steering = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}'));
    assert!(!rest.chars().any(steering), "{rest:?}");
}

#[test]
fn documents_escape_what_they_show() {
    let mut out = Vec::new();
    html("<script>", &response(), PAGE, &mut out).expect("memory takes all");
    out.push(b'\n');
    markdown("*x*", &response(), PAGE, &mut out).expect("memory takes all");
    let out = String::from_utf8(out).expect("UTF-8");
    assert!(!out.contains("<script>") && !out.contains("<b>東京"));
    insta::assert_snapshot!(out);
}

#[test]
fn tables_and_citations() {
    let mut out = Vec::new();
    csv_header(&mut out).expect("memory takes all");
    for hit in &response().hits {
        csv_row(hit, &mut out).expect("memory takes all");
        tsv_row(hit, &mut out).expect("memory takes all");
        bibtex(&hit.article, &mut out).expect("memory takes all");
        ris(&hit.article, &mut out).expect("memory takes all");
        out.extend(csl(&hit.article).to_string().bytes());
        out.push(b'\n');
    }
    trec("topic 1", &response(), &mut out).expect("memory takes all");
    let out = String::from_utf8(out).expect("UTF-8");
    insta::assert_snapshot!(
        out.replace('\r', "")
            .replace('\u{1b}', "<ESC>")
            .replace(['\u{7}', '\u{202e}'], "<?>")
    );
}
