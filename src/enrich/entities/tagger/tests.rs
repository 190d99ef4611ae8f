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
fn other_languages_have_none() {
    assert_eq!(tag("Der Kanzler reiste nach Paris.", Some("de")), []);
    assert_eq!(tag("", None), []);
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
