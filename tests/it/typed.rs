//! What people type, and what falls on the keyboard: ten thousand strings, each of which gets an answer or an error that says where.

use std::time::{Duration, Instant};

use dateline::article::Article;
use dateline::date::Date;
use dateline::index::{Index, Options, Snapshot};
use dateline::query;
use dateline::search::{self, Request, SearchError};

/// Strings typed.
const STRINGS: usize = 10_000;
/// No answer takes longer, in a build without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

/// What strings are made of.
const PIECES: [&str; 76] = [
    "oil",
    "price",
    "Iran",
    "iran's",
    "U.S.",
    "US",
    "us",
    "albania",
    "labour",
    "Gaddafi",
    "shultz",
    "2,000",
    "5.6bn",
    "AT&T",
    "cyber-attack",
    "cyberattack",
    "the",
    "of",
    "café",
    "Tiranë",
    "北京",
    "naïve~",
    "goverment",
    "zelensky~",
    "=oil",
    "=\"oil price\"",
    "\"oil price\"",
    "\"oil pri*\"",
    "oil*",
    "*il",
    "?",
    "*",
    "o?l",
    "pr*e!",
    "AND",
    "OR",
    "or",
    "NOT",
    "not",
    "-",
    "-oil",
    "NEAR/3",
    "W/5",
    "PRE/2",
    "w/s",
    "W/P",
    "NOT NEAR/4",
    "ATLEAST2(",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "title:",
    "hd=",
    "TI(",
    "by=",
    "AU(",
    "body:*",
    "lead:",
    "caption:",
    "person:",
    "lang:en",
    "date:1987",
    "date:1987-03..",
    "date:none",
    "after:",
    "words>5",
    "words<",
    "a:b:c",
    "http://x.y/z",
    "/s",
    "~",
    "^2",
    "\u{200b}",
    "'tis",
];

/// Numbers that look random and are the same every time (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(9) {
            match self.below(12) {
                0 => text.extend(char::from_u32(self.below(0x11_0000) as u32)),
                1 => text.push(char::from(32 + self.below(95) as u8)),
                _ => text.push_str(PIECES[self.below(PIECES.len())]),
            }
            if self.below(5) > 0 {
                text.push(' ');
            }
        }
        text
    }
}

fn snapshot(folder: &std::path::Path) -> Snapshot {
    let index = Index::create(folder).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    let bodies = [
        "Oil prices rose. Iran said labour costs at AT&T were 2,000 a head.",
        "The U.S. and Albanian delegations met George Shultz in Tiranë, the government said.",
        "Cyber attacks on cafés: a cyberattack cost 5.6 billion, George Schultz said.\n\nThe price of oil fell.",
        "Colonel Gadhafi told us to use the side door.",
    ];
    for (number, body) in bodies.iter().enumerate() {
        let article = Article {
            id: number.to_string(),
            path: number.to_string(),
            title: Some("Oil price".to_owned()),
            body: (*body).to_owned(),
            words: 12,
            ..Article::default()
        };
        writer.add(&article, &[]).expect("room");
    }
    writer.commit().expect("room");
    writer.close().expect("room");
    index.snapshot().expect("an index")
}

fn request(query: query::Query, explain: bool) -> Request {
    Request {
        snippets: 2,
        help: true,
        explain,
        ..Request::new(query)
    }
}

#[test]
fn ten_thousand_strings_get_an_answer() {
    let folder = tempfile::tempdir().expect("room");
    let snapshot = snapshot(&folder.path().join("index"));
    let today = Date::day(2022, 9, 8).expect("a day");
    let mut random = Random(0x5eed_1987_0326_2022);
    let (mut answers, mut errors) = (0, 0);
    for number in 0..STRINGS {
        let text = random.string();
        let any = number % 4 == 0;
        let options = query::Options {
            any,
            today: today.clone(),
        };
        let query = match query::parse(&text, &options) {
            Ok(query) => query,
            Err(error) => {
                assert!(error.excerpt().lines().count() == 2, "{text:?}");
                errors += 1;
                continue;
            }
        };
        let began = Instant::now();
        match search::search(&snapshot, &request(query, number % 16 == 1)) {
            Ok(_) => answers += 1,
            Err(
                SearchError::Query { .. }
                | SearchError::TooLarge { .. }
                | SearchError::TooManyWildcards { .. },
            ) => errors += 1,
            Err(error) => panic!("{text:?}: {error}"),
        }
        assert!(began.elapsed() < LONGEST, "{text:?}");
    }
    assert!(
        answers > STRINGS / 4 && errors > STRINGS / 50,
        "{answers} answers, {errors} errors"
    );
}

#[test]
fn the_longest_queries_get_an_answer() {
    let folder = tempfile::tempdir().expect("room");
    let snapshot = snapshot(&folder.path().join("index"));
    let today = Date::day(2022, 9, 8).expect("a day");
    let many = |piece: &dyn Fn(usize) -> String, between: &str| {
        let pieces: Vec<String> = (0..1_000).map(piece).collect();
        pieces.join(between)
    };
    for (text, any) in [
        (many(&|_| "*il".to_owned(), " "), true),
        (many(&|_| "o*".to_owned(), " OR "), false),
        (many(&|number| format!("*{number}*"), " "), true),
        (many(&|number| format!("oil{number}~"), " OR "), false),
        (many(&|_| "labour".to_owned(), " "), false),
        (many(&|_| "US".to_owned(), " OR "), false),
        (many(&|number| format!("shultz{number}"), " "), true),
        (
            many(&|_| "oil".to_owned(), " NEAR/3 ")
                .chars()
                .take(600)
                .collect(),
            false,
        ),
        (format!("{}oil{}", "(".repeat(40), ")".repeat(40)), false),
        (format!("\"{}\"", "of the to in a ".repeat(200)), false),
        (format!("{}oil", "NOT ".repeat(30)), false),
        (
            "*o* W/S *e* W/S *i* NEAR/1000 ?r* NEAR/50 *a*".to_owned(),
            false,
        ),
        ("\"*e* *e* *e* *e*\" NOT NEAR/1000 *a*".to_owned(), false),
        (
            format!(
                "ATLEAST3(({}) NEAR/50 (a* OR o*))",
                many(&|_| "the".to_owned(), " OR ")
            ),
            false,
        ),
        (
            format!("({0}) W/S ({0})", ["(the of)"; 32].join(" OR ")),
            false,
        ),
        (
            format!("({}) W/P the", ["(a OR (b AND c))"; 40].join(" AND ")),
            false,
        ),
        (format!("({0}) NEAR/9 ({0})", ["oil"; 40].join(" ")), false),
        (
            many(&|number| format!("title:t{number}* byline:j*"), " "),
            false,
        ),
        (many(&|_| "a-".to_owned(), ""), false),
        (many(&|_| "a*".to_owned(), ""), false),
        (
            many(&|number| format!("date:{}..", 1000 + number), " OR "),
            false,
        ),
        (
            format!("\"{}\"", many(&|_| "united states".to_owned(), " ")),
            false,
        ),
    ] {
        let text =
            text.trim_end_matches(|last: char| !last.is_alphanumeric() && !"\"~*)".contains(last));
        let shown: String = text.chars().take(40).collect();
        let options = query::Options {
            any,
            today: today.clone(),
        };
        let began = Instant::now();
        if let Ok(query) = query::parse(text, &options) {
            let answer = search::search(&snapshot, &request(query, false));
            assert!(!matches!(answer, Err(SearchError::Index(_))), "{shown}");
        }
        assert!(began.elapsed() < LONGEST, "{shown}: {:?}", began.elapsed());
    }
}
