use proptest::prelude::*;

use super::*;

/// Both texts in one, as `wdiff` writes it.
fn written(former: &str, latter: &str) -> String {
    let stretches = changes(former, latter).stretches;
    let written: Vec<String> = stretches
        .iter()
        .map(|change| match change {
            Change::Same(span, _) => span.of(former).to_owned(),
            Change::Removed(span) => format!("[-{}-]", span.of(former)),
            Change::Added(span) => format!("{{+{}+}}", span.of(latter)),
        })
        .collect();
    written.join(" ")
}

#[test]
fn words_that_changed() {
    for (former, latter, expected) in [
        ("", "", ""),
        ("a b c", "a b c", "a b c"),
        ("a b c", "a x c", "a [-b-] {+x+} c"),
        ("a b c d", "a b", "a b [-c d-]"),
        ("a b", "a b  c\nd", "a b {+c\nd+}"),
        (
            "he said \u{201c}no\u{201d} \u{2014} twice",
            "he said \"no\" - twice",
            "he said \u{201c}no\u{201d} \u{2014} twice",
        ),
        ("x", "y", "[-x-] {+y+}"),
    ] {
        assert_eq!(written(former, latter), expected);
    }
}

#[test]
fn what_stands_at_the_end_is_told() {
    let of = |former, latter| {
        let changes = changes(former, latter);
        (
            changes.same,
            changes.removed,
            changes.added,
            changes.cut,
            changes.tail,
        )
    };
    assert_eq!(of("a b c d", "a b"), (2, 2, 0, 2, 0));
    assert_eq!(of("a b", "a b c"), (2, 0, 1, 0, 1));
    assert_eq!(of("a b c", "x b c"), (2, 1, 1, 0, 0));
}

proptest! {
    #[test]
    fn both_texts_come_back(former in "[ab ]{0,60}", latter in "[abc ]{0,60}") {
        let changes = changes(&former, &latter);
        let mut was = Vec::new();
        let mut is = Vec::new();
        for change in changes.stretches {
            match change {
                Change::Same(from, to) => {
                    was.push(from.of(&former));
                    is.push(to.of(&latter));
                }
                Change::Removed(span) => was.push(span.of(&former)),
                Change::Added(span) => is.push(span.of(&latter)),
            }
        }
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(squeezed(&was.join(" ")), squeezed(&former));
        prop_assert_eq!(squeezed(&is.join(" ")), squeezed(&latter));
    }
}
