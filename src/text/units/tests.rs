use super::*;

fn check(text: &str, expected: &[&str]) {
    let found: Vec<_> = sentences(text).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn sentences_end() {
    check(
        "It rained. Then it stopped.",
        &["It rained.", "Then it stopped."],
    );
    check(
        "Mr. Hoxha met Dr. Prifti. They spoke.",
        &["Mr. Hoxha met Dr. Prifti.", "They spoke."],
    );
    check(
        "The U.S. Senate met. It voted.",
        &["The U.S. Senate met.", "It voted."],
    );
    check(
        "He left the U.S. The rest stayed.",
        &["He left the U.S.", "The rest stayed."],
    );
    check(
        "\"Go!\" he said. \"Now?\" \"Yes.\"",
        &["\"Go!\" he said.", "\"Now?\"", "\"Yes.\""],
    );
    check(
        "It cost 3.5 mln. In all 2,000 came.",
        &["It cost 3.5 mln.", "In all 2,000 came."],
    );
    check(
        "See No. 5. He said no. They left.",
        &["See No. 5.", "He said no.", "They left."],
    );
    check(
        "J. K. Berisha spoke on Sept. 8 at noon.",
        &["J. K. Berisha spoke on Sept. 8 at noon."],
    );
    check("彼は来た。彼女も来た。", &["彼は来た。", "彼女も来た。"]);
    check("هل جاء؟ نعم. ثم ذهب", &["هل جاء؟", "نعم.", "ثم ذهب"]);
    check(
        "They left.The rest stayed.",
        &["They left.", "The rest stayed."],
    );
    check("Wait... what? Never…", &["Wait... what?", "Never…"]);
    check(
        "One line\nof two. And\nmore.",
        &["One line\nof two.", "And\nmore."],
    );
}

#[test]
fn paragraphs_are_parted() {
    let table: [(&str, &[&str]); 8] = [
        ("One.\n\nTwo.", &["One.", "Two."]),
        ("One\ngoes on.\r\n \r\nTwo.", &["One\ngoes on.", "Two."]),
        (
            "One\ngoes on.\n    Two\ngoes on.\n    Three.",
            &["One\ngoes on.", "Two\ngoes on.", "Three."],
        ),
        (
            "    One\n    goes on\n    still.",
            &["One\n    goes on\n    still."],
        ),
        ("A list:\n- one\n- two", &["A list:", "one", "two"]),
        ("One.\u{2029}Two.", &["One.", "Two."]),
        ("", &[]),
        (" \n\n ", &[]),
    ];
    for (text, expected) in table {
        let found: Vec<_> = paragraphs(text)
            .iter()
            .map(|span| span.of(text).trim_end_matches(['-', ' ', '\n']))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }
    let long = format!("{}\n{}", "one ".repeat(60), "two ".repeat(60));
    assert_eq!(paragraphs(&long).len(), 2);
}
