use super::*;
use crate::article::Caption;

/// What is shown where the words at `positions` matched: the title, then each fragment, marks in guillemets.
fn shown(title: &str, body: &str, positions: &[(u32, u32)], wanted: usize) -> Vec<String> {
    let article = Article {
        title: (!title.is_empty()).then(|| title.to_owned()),
        body: body.to_owned(),
        captions: vec![Caption {
            text: "Ships in the harbour".to_owned(),
            credit: None,
        }],
        ..Article::default()
    };
    let mut extents: Vec<Extent> = positions
        .iter()
        .map(|&(first, last)| Extent {
            first,
            last,
            loose: false,
        })
        .collect();
    let shown = Marker::new(Vec::new()).show(&article, &mut extents, wanted);
    let title = print(title, &shown.title, false, false);
    let snippets = shown
        .snippets
        .iter()
        .map(|one| print(&one.text, &one.marks, one.cut_before, one.cut_after));
    std::iter::once(title).chain(snippets).collect()
}

fn print(text: &str, marks: &[Span], before: bool, after: bool) -> String {
    let mut out = String::from(if before { "…" } else { "" });
    let mut at = 0;
    for mark in marks {
        out.push_str(&format!("{}«{}»", &text[at..mark.start], mark.of(text)));
        at = mark.end;
    }
    out + &text[at..] + if after { "…" } else { "" }
}

#[test]
fn marks_are_exact_and_fragments_whole_sentences() {
    let filler = "Nothing of note was said about it by anyone who was there that day. ".repeat(6);
    let long =
        format!("The \u{201c}café\u{201d} burnt.  {filler}\n\nA Ćevapi stall\nopened. It closed.");
    for (title, body, positions, wanted, expected) in [
        // Title and body; a phrase is one mark.
        (
            "Port shut",
            "The port was shut. It rained.",
            &[(0, 0), (4, 5)][..],
            1,
            &["«Port» shut", "The «port was» shut. It rained."][..],
        ),
        // Nothing marked in the text: its beginning.
        (
            "Port shut",
            "It rained. It poured.",
            &[(1, 1)],
            2,
            &["Port «shut»", "It rained. It poured."],
        ),
        // Nothing wanted.
        ("", "It rained.", &[(0, 0)], 0, &[""]),
        // No body: captions.
        ("", "", &[(1, 1)], 1, &["", "Ships «in» the harbour"]),
        // No text before it.
        ("", "東京 で", &[(0, 1)], 1, &["", "«東京» で"]),
    ] {
        assert_eq!(
            shown(title, body, positions, wanted),
            expected,
            "{title} {body}"
        );
    }
    let parts = shown("", &long, &[(1, 1), (3 + 14 * 6 + 2, 3 + 14 * 6 + 2)], 2);
    assert!(
        parts[1].starts_with("The \u{201c}«café»\u{201d} burnt. Nothing"),
        "{parts:?}"
    );
    assert!(parts[1].ends_with('…') && parts[1].len() < 300, "{parts:?}");
    assert_eq!(parts[2], "…A «Ćevapi» stall opened. It closed.");
}

#[test]
fn long_sentences_are_cut_around_the_mark() {
    let body = format!("{}needle {}", "straw ".repeat(200), "hay ".repeat(200));
    let parts = shown("", &body, &[(200, 200)], 1);
    assert!(parts[1].contains("straw «needle» hay"), "{parts:?}");
    assert!(
        parts[1].starts_with("…straw") && parts[1].ends_with("hay…"),
        "{parts:?}"
    );
    assert!(parts[1].len() < 280, "{parts:?}");
}
