//! Queries over the corpus's words.

use proptest::prelude::*;

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "oil",
        "oils",
        "Attack",
        "attacks",
        "attacked",
        "iran",
        "iran's",
        "tirana",
        "cafe",
        "CAFÉ",
        "cyber",
        "cyberattack",
        "cyber-attack",
        "cyberattacks",
        "2,000",
        "2000",
        "us",
        "U.S.",
        "the",
        "of",
        "one",
        "ones",
        "=oil",
        "=attack",
        "=cyberattack",
        "=attacks",
        "absent",
    ])
    .prop_map(str::to_owned)
}

fn wildcard() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "attack*", "oil?", "*attack", "c*r", "ca?e", "cyber*", "ti*na", "a*ck*", "?il*", "zz*",
    ])
    .prop_map(str::to_owned)
}

fn phrase() -> impl Strategy<Value = String> {
    (
        prop::collection::vec(prop_oneof![4 => word(), 1 => wildcard()], 2..4),
        any::<bool>(),
    )
        .prop_map(|(words, exact)| {
            let words: Vec<&str> = words
                .iter()
                .map(|word| word.trim_start_matches('='))
                .collect();
            let exact = exact && !words.iter().any(|word| word.contains(['*', '?']));
            format!("{}\"{}\"", if exact { "=" } else { "" }, words.join(" "))
        })
}

/// What may stand beside NEAR.
fn operand() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => word(),
        1 => wildcard(),
        2 => phrase(),
        1 => (word(), word()).prop_map(|(a, b)| format!("({a} OR {b})")),
        1 => (word(), word()).prop_map(|(a, b)| format!("({a} AND {b})")),
    ]
}

fn positional() -> impl Strategy<Value = String> {
    let operator = prop_oneof![
        (1_u32..6).prop_map(|n| format!("NEAR/{n}")),
        (1_u32..6).prop_map(|n| format!("PRE/{n}")),
        (1_u32..4).prop_map(|n| format!("NOT NEAR/{n}")),
        Just("W/S".to_owned()),
        Just("W/P".to_owned()),
    ];
    (operand(), operator, operand()).prop_map(|(a, operator, b)| format!("({a} {operator} {b})"))
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => word(),
        2 => (word(), word()).prop_map(|(a, b)| format!("({a} {b})")),
        1 => prop::sample::select(vec!["(cyber attack)", "(cyber attacks iran)", "\"cyber attack\"", "=\"cyber attack\"", "(the cyber attacked)"])
            .prop_map(str::to_owned),
        2 => wildcard(),
        3 => phrase(),
        4 => positional(),
        1 => (1_u32..4, word()).prop_map(|(n, word)| format!("ATLEAST{n}({word})")),
        1 => (1_u32..4, phrase()).prop_map(|(n, phrase)| format!("ATLEAST{n}({phrase})")),
        2 => (prop::sample::select(vec!["title", "body", "caption"]), prop_oneof![word(), phrase(), positional()])
            .prop_map(|(field, inner)| format!("{field}:({inner})")),
        1 => prop::sample::select(vec!["byline:oil", "byline:(jane doe)", "byline:jane", "lang:en"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["date:1987", "date:1987-03", "date:none", "before:1987-03-03", "words>5", "words<=3"])
            .prop_map(str::to_owned),
    ]
}

/// Any query.
pub(crate) fn query() -> impl Strategy<Value = String> {
    leaf().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" AND "))),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" OR "))),
            inner.clone().prop_map(|part| format!("(NOT {part})")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a} NOT {b})")),
        ]
    })
}
