//! Queries over the corpus's words: every operator, in any mix.

use proptest::prelude::*;

fn of(words: &[&'static str]) -> BoxedStrategy<String> {
    prop::sample::select(words.to_vec())
        .prop_map(str::to_owned)
        .boxed()
}

/// A word that has nothing to do with numbers, of which a phrase should not have many: each is written in several ways.
fn simple() -> BoxedStrategy<String> {
    of(&[
        "oil",
        "oils",
        "Attack",
        "attacks",
        "attacked",
        "iran",
        "iran's",
        "Iran’s",
        "tirana",
        "cafe",
        "CAFÉ",
        "cyber",
        "cyberattack",
        "cyber-attack",
        "cyberattacks",
        "oilfield",
        "oil-fields",
        "field",
        "fields",
        "us",
        "U.S.",
        "US",
        "usa",
        "united",
        "states",
        "nations",
        "UN",
        "the",
        "of",
        "one",
        "ones",
        "albania",
        "albanian",
        "Albanians",
        "labour",
        "labors",
        "labor",
        "gaddafi",
        "qadhafi",
        "O'Brien",
        "obrien",
        "billion",
        "absent",
    ])
}

fn word() -> BoxedStrategy<String> {
    prop_oneof![
        8 => simple(),
        1 => of(&["2,000", "2000", "5.6bn", "5.6", "AT&T"]),
        1 => of(&[
            "=oil", "=attack", "=cyberattack", "=cyber-attack", "=attacks", "=U.S.", "=us", "=labor", "=albania", "=2,000",
        ]),
        1 => of(&["tirana~", "atack~", "oill~", "cyberatack~", "gaddafe~", "cafee~", "us~", "of~", "albanian~"]),
    ].boxed()
}

fn wildcard() -> BoxedStrategy<String> {
    of(&[
        "attack*",
        "attack!",
        "oil?",
        "*attack",
        "c*r",
        "ca?e",
        "cyber*",
        "ti*na",
        "a*ck*",
        "?il*",
        "zz*",
        "u?s",
        "u*",
        "?s",
        "cyber-att*",
        "alban*",
        "*s",
        "?f",
        "5*",
        "20?0",
        "*ff*",
    ])
}

fn phrase() -> BoxedStrategy<String> {
    let numbers = of(&["2,000", "5.6bn", "AT&T", "5.6 billion", "2000"]);
    (
        prop::collection::vec(prop_oneof![6 => simple(), 1 => wildcard()], 1..4),
        prop::option::weighted(0.15, numbers),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(mut words, number, exact)| {
            words.extend(number);
            let words: Vec<&str> = words
                .iter()
                .map(|word| word.trim_end_matches(['!', '?']))
                .collect();
            let exact = exact && !words.iter().any(|word| word.contains(['*', '?']));
            format!("{}\"{}\"", if exact { "=" } else { "" }, words.join(" "))
        })
        .boxed()
}

/// Plain words side by side, some of which stand for something else together.
fn words() -> BoxedStrategy<String> {
    prop_oneof![
        2 => prop::collection::vec(simple(), 2..4).prop_map(|words| words.join(" ")),
        1 => of(&[
            "cyber attack", "cyber attacks iran", "the cyber attacked", "united states", "the united states attack",
            "united nations", "oil field", "iran oil fields", "gaddafi albanian",
        ]),
    ].boxed()
}

fn leaf() -> BoxedStrategy<String> {
    prop_oneof![4 => word(), 1 => wildcard(), 2 => phrase()].boxed()
}

/// What may stand beside NEAR: a word, a phrase, a group of them, or what stands near something itself.
fn operand() -> BoxedStrategy<String> {
    let group = prop_oneof![
        2 => prop::collection::vec(leaf(), 2..4).prop_map(|parts| parts.join(" OR ")),
        1 => prop::collection::vec(leaf(), 2..3).prop_map(|parts| parts.join(" AND ")),
        1 => words(),
        1 => (leaf(), leaf(), leaf()).prop_map(|(a, b, c)| format!("{a} OR ({b} AND {c})")),
        1 => (leaf(), leaf(), leaf()).prop_map(|(a, b, c)| format!("({a} OR {b}) AND {c}")),
        3 => (leaf(), near(), leaf()).prop_map(|(a, operator, b)| format!("{a} {operator} {b}")),
        1 => (leaf(), near(), leaf(), leaf()).prop_map(|(a, operator, b, c)| format!("({a} {operator} {b}) OR {c}")),
    ];
    prop_oneof![
        5 => leaf(),
        3 => group.prop_map(|group| format!("({group})")),
        1 => (text_field(), leaf()).prop_map(|(field, inner)| format!("{field}{inner}")),
    ]
    .boxed()
}

/// An operator that joins two places.
fn near() -> BoxedStrategy<String> {
    prop_oneof![
        2 => (1_u32..7).prop_map(|n| format!("NEAR/{n}")),
        1 => (1_u32..7).prop_map(|n| format!("w/{n}")),
        2 => (1_u32..7).prop_map(|n| format!("PRE/{n}")),
        1 => Just("W/S".to_owned()),
        1 => Just("W/P".to_owned()),
    ]
    .boxed()
}

fn positional() -> BoxedStrategy<String> {
    prop_oneof![
        5 => (operand(), near(), operand()).prop_map(|(a, operator, b)| format!("({a} {operator} {b})")),
        1 => (operand(), near(), operand(), near(), operand())
            .prop_map(|(a, one, b, other, c)| format!("({a} {one} {b} {other} {c})")),
        2 => (operand(), 1_u32..5, any::<bool>(), operand())
            .prop_map(|(a, n, pre, b)| format!("({a} NOT {}/{n} {b})", if pre { "PRE" } else { "NEAR" })),
        2 => (1_u32..4, prop_oneof![leaf(), words(), operand()]).prop_map(|(n, inner)| format!("ATLEAST{n}({inner})")),
    ].boxed()
}

fn text_field() -> BoxedStrategy<String> {
    of(&["title:", "body:", "caption:", "lead:", "hd="])
}

/// Inside a field of the text.
fn inside() -> BoxedStrategy<String> {
    prop_oneof![
        2 => leaf(),
        2 => words(),
        2 => positional(),
        1 => (leaf(), leaf()).prop_map(|(a, b)| format!("{a} OR {b}")),
        1 => (leaf(), leaf()).prop_map(|(a, b)| format!("{a} NOT {b}")),
    ]
    .boxed()
}

fn condition() -> BoxedStrategy<String> {
    of(&[
        "byline:oil",
        "byline:(jane doe)",
        "by=jane",
        "AU(\"jane doe\")",
        "byline:o'br*",
        "byline:(doe NEAR/1 jane)",
        "byline:(jane PRE/2 oil)",
        "byline:oilz~",
        "byline:(NOT jane)",
        "byline:ATLEAST1(jane)",
        "publisher:post",
        "publisher:\"evening post\"",
        "publisher:(evening OR news)",
        "section:world",
        "section:=oil",
        "section:w*d",
        "person:\"jane doe\"",
        "person:(edi jane)",
        "person:\"doe iran\"",
        "person:\"edi doe\"",
        "org:oil",
        "org:\"oil nations\"",
        "org:\"nations iran\"",
        "org:nat*s",
        "place:tirana",
        "place:\"evening doe\"",
        "place:(evening NEAR/1 doe)",
        "place:\"tirana evening\"",
        "lang:en",
        "lang:(en OR ja)",
        "date:1987",
        "date:1987-03",
        "date:1987-03-02..1988-01",
        "date:none",
        "after:1987-03-03",
        "before:1987-03-03",
        "words>15",
        "words<=9",
        "words >= 30",
        "words=4",
        "TI(oil)",
        "ti:(the oil)",
    ])
}

/// Any query.
pub(crate) fn query() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        5 => word(),
        3 => words().prop_map(|words| format!("({words})")),
        2 => wildcard(),
        3 => phrase(),
        6 => positional(),
        3 => (text_field(), inside()).prop_map(|(field, inner)| format!("{field}({inner})")),
        2 => condition(),
    ];
    leaf.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" AND "))),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" "))),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" OR "))),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("({a} {b} OR {c})")),
            inner.clone().prop_map(|part| format!("(NOT {part})")),
            inner.clone().prop_map(|part| match part.strip_prefix('-') {
                // Two of them would be a flag.
                Some(_) => format!("-({part})"),
                None => format!("-{part}"),
            }),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a} NOT {b})")),
        ]
    })
    .boxed()
}
