use std::fmt::Write;

use proptest::prelude::*;

use super::*;

fn options(any: bool) -> Options {
    Options {
        any,
        today: Date::day(2022, 9, 8).expect("a day"),
    }
}

fn read(text: &str) -> Query {
    parse(text, &options(false)).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// As a user sees it.
fn told(error: &QueryError) -> String {
    let mut out = format!("error: {error}\n{}\n", error.excerpt());
    if let Some(hint) = &error.hint {
        let _ = writeln!(out, "hint: {hint}");
    }
    out
}

#[test]
fn what_is_typed_is_understood() {
    let table = [
        // all words, either, not, groups
        ("albania cyberattack", "albania cyberattack"),
        ("albania and cyberattack", "albania cyberattack"),
        ("albania AND (iran OR tehran)", "albania (iran OR tehran)"),
        ("albania or kosovo iran", "albania OR (kosovo iran)"),
        ("(albania or kosovo) iran", "(albania OR kosovo) iran"),
        ("NOT iran", "NOT iran"),
        ("-iran", "NOT iran"),
        (
            "albania -iran -(serbia OR greece)",
            "albania NOT iran NOT (serbia OR greece)",
        ),
        ("albania and not guilty", "albania not guilty"),
        ("not guilty", "not guilty"),
        ("Tirana, Albania; Durrës.", "Tirana Albania Durrës."),
        ("cyber-attack", "cyber-attack"),
        ("albania – iran", "albania iran"),
        ("AT&T U.S. O'Brien 2,000", "AT&T U.S. O'Brien 2,000"),
        ("president(s)", "president s"),
        ("NOT (NOT iran)", "NOT NOT iran"),
        ("", ""),
        ("*", "*"),
        // phrases and words as written
        ("\"north atlantic council\"", "\"north atlantic council\""),
        (
            "“north atlantic” «council»",
            "\"north atlantic\" \"council\"",
        ),
        ("\"recogni*e the wom?n\"", "\"recogni*e the wom?n\""),
        ("\"who did it?\"", "\"who did it\""),
        ("\"AT & T\"", "\"AT T\""),
        ("=states =\"united states\"", "=states =\"united states\""),
        // truncation and variants
        ("cyber* wom?n recogni*e", "cyber* wom?n recogni*e"),
        ("cyber! attack!!", "cyber* attack*"),
        ("'cyber*' cyber*.", "cyber* cyber*"),
        ("zelensky~", "zelensky~"),
        // near
        ("edi NEAR/3 rama", "edi NEAR/3 rama"),
        ("edi w/3 rama", "edi NEAR/3 rama"),
        ("edi near/3 rama", "edi NEAR/3 rama"),
        ("edi pre/3 rama", "edi PRE/3 rama"),
        ("iran W/S embassy", "iran W/S embassy"),
        ("iran w/p embassy", "iran W/P embassy"),
        ("iran NOT NEAR/10 nuclear", "iran NOT NEAR/10 nuclear"),
        ("iran not w/10 nuclear", "iran NOT NEAR/10 nuclear"),
        (
            "(iran OR tehran) NEAR/5 \"cyber attack*\" albania",
            "(iran OR tehran) NEAR/5 \"cyber attack*\" albania",
        ),
        ("a NEAR/2 b PRE/3 c", "(a NEAR/2 b) PRE/3 c"),
        ("NOT a NEAR/2 b", "NOT (a NEAR/2 b)"),
        ("w/o near the border", "w/o near the border"),
        ("ATLEAST3(albania)", "ATLEAST3(albania)"),
        ("atleast3(albania OR kosovo)", "ATLEAST3(albania OR kosovo)"),
        // fields
        ("title:albania attack", "title:albania attack"),
        ("Title: albania", "title:albania"),
        ("title:(albania or kosovo)", "title:(albania OR kosovo)"),
        (
            "hd=tirana by=\"arben kola\"",
            "title:tirana byline:\"arben kola\"",
        ),
        ("TI(albania) AU(kola)", "title:albania byline:kola"),
        ("-title:albania lang:sq", "NOT title:albania lang:sq"),
        ("title:=states", "title:=states"),
        (
            "person:\"Edi Rama\" org:NATO place:Tirana",
            "person:\"Edi Rama\" org:NATO place:Tirana",
        ),
        // what is no field
        ("http://example.org/a?b=c*", "http://example.org/a?b=c*"),
        ("kickoff 10:30", "kickoff 10:30"),
        ("Iran: nuclear talks", "Iran nuclear talks"),
        (
            "covid-19:the mailto:desk@example.org",
            "covid-19:the mailto:desk@example.org",
        ),
        // dates and lengths
        ("date:2022", "date:2022-01-01..2022-12-31"),
        ("date:2022-09", "date:2022-09-01..2022-09-30"),
        ("date:2022-07..2022-09", "date:2022-07-01..2022-09-30"),
        ("date:2022-07..", "date:2022-07-01.."),
        (
            "after:2022-07 before:2022-09",
            "date:2022-07-01.. date:..2022-09-30",
        ),
        ("date:\"8 September 2022\"", "date:2022-09-08"),
        (
            "date:yesterday after:30d",
            "date:2022-09-07 date:2022-08-09..",
        ),
        ("date:none iran", "date:none iran"),
        ("date:1871-03-18", "date:1871-03-18"),
        ("words>1200", "words>1200"),
        (
            "words >= 1,200 words<20 words=7",
            "words>=1200 words<20 words=7",
        ),
        ("words that count", "words that count"),
    ];
    for (typed, understood) in table {
        let query = read(typed);
        assert_eq!(
            query.to_string(),
            if typed.is_empty() { "*" } else { understood },
            "{typed}"
        );
        let again = read(&query.to_string());
        assert_eq!(bare(&again.root), bare(&query.root), "{typed}");
    }
}

#[test]
fn a_bag_takes_any_word() {
    let table = [
        ("albania and cyberattack", "albania and cyberattack", 3),
        ("who did it? (not near/3 us)", "who did it not near/3 us", 6),
        (
            "NOT or -iran \"north atlantic\"",
            "NOT or iran \"north atlantic\"",
            4,
        ),
        (
            "price* of *oil* =states foo:bar 5\"",
            "price* of oil =states foo:bar 5",
            6,
        ),
        ("what ~ is ( this ^ ) & that", "what is this ^ that", 4),
    ];
    for (typed, understood, words) in table {
        let query = parse(typed, &options(true)).expect("a bag");
        let Clause::Or(nodes) = &query.root.clause else {
            panic!("{typed}: {:?}", query.root);
        };
        assert_eq!(
            (nodes.len(), query.to_string().replace(" ^", "")),
            (words, understood.replace(" ^", "")),
            "{typed}"
        );
    }
    let query = parse(
        "albania iran date:2022 lang:sq title:(kosovo serbia)",
        &options(true),
    )
    .expect("a bag");
    assert_eq!(
        query.to_string(),
        "date:2022-01-01..2022-12-31 lang:(sq) albania iran title:(kosovo serbia)"
    );
    assert!(matches!(&query.root.clause, Clause::And(nodes) if nodes.len() == 3));
}

#[test]
fn spans_are_what_was_typed() {
    let text = "title:(iran OR kosovo) -\"big wolf\" edi W/3 rama date:2022";
    let Clause::And(nodes) = read(text).root.clause else {
        panic!("an AND");
    };
    let typed: Vec<&str> = nodes.iter().map(|node| node.span.of(text)).collect();
    assert_eq!(
        typed,
        [
            "title:(iran OR kosovo)",
            "-\"big wolf\"",
            "edi W/3 rama",
            "date:2022"
        ]
    );
}

#[test]
fn plain_words_are_told_from_operators() {
    for (text, plain) in [
        ("albania", true),
        ("albania cyberattack", true),
        ("albania and cyberattack", false),
        ("(albania cyberattack)", false),
        ("albania \"x\"", false),
        ("albania*", false),
        ("=albania x", false),
        ("title:albania", false),
        ("", false),
    ] {
        assert_eq!(read(text).is_plain(), plain, "{text}");
    }
}

#[test]
fn errors() {
    let texts = [
        "titel:albania",
        "headline:albania",
        "albania xyzzy:albania",
        "albania:kosovo:serbia",
        "title=albania",
        "date>2022-07",
        "title:",
        "albania title: OR iran",
        "date:2022-13",
        "albania date:2022-02-30",
        "date:[2022-07-15 TO 2022-09-30]",
        "date:04/05/2022",
        "date:soonish",
        "date:2022-09..2022-07",
        "date:",
        "after:\"8 Sept",
        "\"north atlantic",
        "albania (iran OR kosovo",
        "albania )",
        ")",
        "()",
        "\"\"",
        "\"the * of\"",
        "albania OR",
        "or albania",
        "albania AND OR iran",
        "albania OR OR iran",
        "NOT",
        "albania NOT AND iran",
        "NEAR/3 rama",
        "edi NEAR/3",
        "edi NEAR rama",
        "edi NEAR5 rama",
        "edi near/x rama",
        "edi W/0 rama",
        "edi PRE/100000 rama",
        "iran NOT W/S embassy",
        "iran NEAR/3 -embassy",
        "iran NEAR/3 (embassy OR NOT talks)",
        "iran NEAR/3 date:2022",
        "iran W/P publisher:x",
        "title:(iran body:talks)",
        "title:(iran date:2022)",
        "ATLEAST(albania)",
        "ATLEAST0(albania)",
        "ATLEAST3 albania",
        "ATLEAST3(NOT albania)",
        "words>many",
        "words:1200",
        "=(a b)",
        "=zelensky~",
        "zelen*~",
        "albania~1",
        "\"big wolf\"~3",
        "albania^2",
        "albania --from 2022",
        "?!",
        "日本語 titel:東京 albania",
        "a very long query whose words go on and on well beyond what a terminal can show in a line titel:albania and then it goes on as long again",
    ];
    let mut out = String::new();
    for text in texts {
        let told = match parse(text, &options(false)) {
            Ok(query) => format!("NO ERROR: {query}\n"),
            Err(error) => told(&error),
        };
        let _ = writeln!(out, "{told}");
    }
    insta::assert_snapshot!(out);
}

#[test]
fn notes() {
    let mut out = String::new();
    for text in [
        "albania OR kosovo iran",
        "albania OR (kosovo iran)",
        "who hacked albania?",
        "albania | kosovo & iran -- serbia",
        "albania & iran",
    ] {
        let _ = writeln!(out, "{text}");
        for note in read(text).notes {
            let minor = if note.minor { " (minor)" } else { "" };
            let _ = writeln!(out, "  note: {}{minor}", note.text);
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn limits() {
    let deep = |n: usize| format!("{}x{}", "(".repeat(n), ")".repeat(n));
    let cases = [
        "x ".repeat(MAX_LENGTH),
        "x ".repeat(MAX_CLAUSES + 1),
        format!("\"{}\"", "x ".repeat(MAX_CLAUSES + 1)),
        deep(MAX_LENGTH / 2 - 1),
        deep(MAX_DEPTH + 1),
        "NOT ".repeat(MAX_LENGTH / 4 - 1) + "x",
        "-(".repeat(500) + "x" + &")".repeat(500),
        "title:".repeat(500) + "x",
        "x W/3 ".repeat(500) + "x",
        "ATLEAST2(".repeat(500) + "x" + &")".repeat(500),
    ];
    let mut out = String::new();
    for text in cases {
        let error = parse(&text, &options(false)).expect_err("a limit");
        let _ = writeln!(out, "{}", told(&error));
    }
    insta::assert_snapshot!(out);
    assert!(parse(&deep(MAX_DEPTH - 1), &options(false)).is_ok());
    assert!(parse(&"x ".repeat(MAX_CLAUSES), &options(true)).is_ok());
}

/// The tree without its places.
fn bare(node: &Node) -> Node {
    let strip = |node: &Node| Box::new(bare(node));
    let all = |nodes: &[Node]| nodes.iter().map(bare).collect::<Vec<_>>();
    let near = |near: &Near| Near {
        left: strip(&near.left),
        right: strip(&near.right),
        ..near.clone()
    };
    let clause = match &node.clause {
        Clause::Phrase(nodes) => Clause::Phrase(all(nodes)),
        Clause::And(nodes) => Clause::And(all(nodes)),
        Clause::Or(nodes) => Clause::Or(all(nodes)),
        Clause::Not(inner) => Clause::Not(strip(inner)),
        Clause::Near(both) => Clause::Near(near(both)),
        Clause::NotNear(both) => Clause::NotNear(near(both)),
        Clause::Within(within) => Clause::Within(Within {
            left: strip(&within.left),
            right: strip(&within.right),
            unit: within.unit,
        }),
        Clause::AtLeast(count, inner) => Clause::AtLeast(*count, strip(inner)),
        Clause::Field(field, inner) => Clause::Field(*field, strip(inner)),
        other => other.clone(),
    };
    Node {
        span: Span::default(),
        clause,
    }
}

/// Pieces that queries are made of, and what comes between them.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "albania",
        "iran",
        "and",
        "or",
        "OR",
        "NOT",
        "not",
        "(",
        ")",
        "\"",
        "“",
        "-",
        "=",
        "*",
        "?",
        "!",
        "~",
        "cyber*",
        "wom?n",
        "x!",
        "NEAR/3",
        "w/2",
        "PRE/4",
        "W/S",
        "w/p",
        "NEAR",
        "ATLEAST2",
        "ATLEAST2(",
        "TI(",
        "title:",
        "hd=",
        "publisher:",
        "lang:",
        "date:",
        "2022",
        "2022-09",
        "date:none",
        "after:2022-07",
        "..",
        "words",
        ">",
        "<=",
        "5",
        "words>5",
        ":",
        ",",
        ".",
        ";",
        "'",
        "http://",
        "U.S.",
        "AT&T",
        "日本",
        "é",
        "\u{301}",
        "|",
        "&",
        "^2",
        "~1",
        "--",
        "/",
        "#tag",
        "foo:",
        "\u{200b}",
    ]);
    let gap = prop::sample::select(vec![" ", " ", " ", "", "", "\t"]);
    prop::collection::vec((piece, gap), 0..16).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, gap)| [piece, gap])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_the_same(text in soup(), any: bool) {
        if let Ok(query) = parse(&text, &options(any)) {
            let printed = query.to_string();
            let again = match parse(&printed, &options(any)) {
                Ok(again) => again,
                Err(error) => return Err(TestCaseError::fail(format!("{text:?} printed {printed:?}: {error}"))),
            };
            prop_assert_eq!(bare(&again.root), bare(&query.root), "{:?} printed {:?}", text, printed);
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>(), any: bool) {
        if let Err(error) = parse(&text, &options(any)) {
            prop_assert!(error.excerpt().lines().count() == 2);
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn every_span_fits(text in soup()) {
        match parse(&text, &options(false)) {
            Ok(query) => check_spans(&query.root, &text)?,
            Err(error) => {
                prop_assert!(text.get(error.span.start..error.span.end).is_some(), "{:?} {:?}", text, error);
                error.excerpt();
            }
        }
    }
}

fn check_spans(node: &Node, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(
        text.get(node.span.start..node.span.end).is_some(),
        "{:?} {:?}",
        text,
        node
    );
    let inner: Vec<&Node> = match &node.clause {
        Clause::Phrase(nodes) | Clause::And(nodes) | Clause::Or(nodes) => nodes.iter().collect(),
        Clause::Not(inner) | Clause::AtLeast(_, inner) | Clause::Field(_, inner) => vec![inner],
        Clause::Near(near) | Clause::NotNear(near) => vec![&near.left, &near.right],
        Clause::Within(within) => vec![&within.left, &within.right],
        _ => Vec::new(),
    };
    for child in inner {
        prop_assert!(
            node.span.start <= child.span.start && child.span.end <= node.span.end,
            "{:?} {:?} {:?}",
            text,
            node,
            child
        );
        check_spans(child, text)?;
    }
    Ok(())
}

#[test]
fn operators_of_other_programs_are_said_to_be_words() {
    for (text, expected) in [
        (
            "iran /s embassy",
            "`/s` is searched as a word; write `W/S` for one sentence",
        ),
        (
            "iran /12 embassy",
            "`/12` is searched as a word; write `W/12` for words so near",
        ),
        (
            "iran ADJ3 embassy",
            "`ADJ3` is searched as a word; write `PRE/3` for words in this order",
        ),
        (
            "iran SAME embassy",
            "`SAME` is searched as a word; write `W/P` for one paragraph",
        ),
        ("the same embassy", ""),
        ("SAME", ""),
        ("iran adj embassy", ""),
    ] {
        let today = Date::day(2022, 9, 8).expect("a day");
        let query = parse(text, &Options { any: false, today }).expect("a query");
        let notes: Vec<&str> = query.notes.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(notes.join("; "), expected, "{text}");
    }
}
