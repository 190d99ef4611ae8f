use proptest::prelude::*;

use super::*;

/// The names in a text, as `kind name`.
fn names(text: &str) -> Vec<String> {
    tag(text, Some("en"))
        .iter()
        .map(|name| format!("{:?} {}", name.kind, name.span.of(text)))
        .collect()
}

#[test]
fn people_organisations_and_places_of_a_story() {
    let text = "TIRANA, Albania - Prime Minister Edi Rama met officials of the World Bank in Tirana on Monday.\n\
        \"We will go on,\" Rama said. The Ministry of Finance did not comment.";
    assert_eq!(
        names(text),
        [
            "Place TIRANA",
            "Place Albania",
            "Person Edi Rama",
            "Org World Bank",
            "Place Tirana",
            "Person Rama",
            "Org Ministry of Finance",
        ]
    );
}

#[test]
fn possessives_and_titles_are_no_part_of_a_name() {
    assert_eq!(
        names(
            "Mr. Mandela visited Kenya's parliament, and Iran ’ s president called Sen. John McCain."
        ),
        [
            "Person Mandela",
            "Place Kenya",
            "Place Iran",
            "Person John McCain"
        ]
    );
}

#[test]
fn other_languages_have_what_is_beyond_doubt() {
    let text = "Der Vorsitzende Thomas Schneider reiste nach Berlin. Am Montag schwieg Schneider.";
    let found: Vec<&str> = tag(text, Some("de"))
        .iter()
        .map(|name| name.span.of(text))
        .collect();
    assert_eq!(found, ["Thomas Schneider", "Berlin", "Schneider"]);
}

#[test]
fn languages_without_capitals_or_latin_letters_have_none() {
    assert_eq!(
        tag("Президент Иван Петров прибыл в Москву.", Some("ru")),
        []
    );
    assert_eq!(tag("Thomas Schneider, Berlin", Some("tr")), []);
    assert_eq!(tag("", None), []);
}

#[test]
fn headlines_in_capitals_have_names_too() {
    assert_eq!(
        names(
            "WORLD BANK WARNS GHANA OF RISING DEBT\nACCRA, March 3 - Officials in Ghana did not comment on Tuesday."
        ),
        [
            "Org WORLD BANK",
            "Place GHANA",
            "Place ACCRA",
            "Place Ghana"
        ]
    );
}

#[test]
fn time_grows_with_the_text_alone() {
    // What runs back over the tokens must not run back over them again: nothing but capitals, hyphens, brackets, initials.
    let spent = |text: String| {
        let once = || {
            let start = std::time::Instant::now();
            tag(&text, None);
            start.elapsed().as_secs_f64()
        };
        once().min(once())
    };
    for piece in ["Ab-", "of A ", "(ABC) ", "U . S . ", "Van de ", "’ s A, "] {
        let (short, long) = (spent(piece.repeat(2_000)), spent(piece.repeat(16_000)));
        assert!(long < 48.0 * short, "{piece}: {short} s, then {long} s");
    }
}

fn printed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[A-Za-z'’.&,/ \\-0-9\n\t]{0,20}",
        Just("U . S . ".to_owned()),
        Just("U.S.'s ".to_owned()),
        Just(" ’ s ".to_owned()),
        Just("Joao Lourenço of the Bank of Angola ".to_owned()),
        Just("\u{301}\u{ad}İ".to_owned()),
        Just("https://a.b/C ".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn names_are_in_order_and_on_borders(text in printed()) {
        let mut end = 0;
        for name in tag(&text, None) {
            prop_assert!(name.span.start >= end);
            prop_assert!(name.span.end > name.span.start);
            prop_assert!(text.get(name.span.start..name.span.end).is_some());
            end = name.span.end;
        }
    }

    #[test]
    fn tokens_are_in_order_and_on_borders(text in printed()) {
        let mut tokens = Vec::new();
        token::tokenise(&text, &mut tokens);
        let mut end = 0;
        for token in &tokens {
            prop_assert!(token.start as usize >= end);
            prop_assert!(token.end > token.start);
            prop_assert!(text.get(token.start as usize..token.end as usize).is_some());
            end = token.end as usize;
        }
    }
}
