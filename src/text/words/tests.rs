use proptest::prelude::*;

use super::*;

/// The words of a text: folded, `^` acronym, `+joined`, `.` sentence, `¶` paragraph (but the first).
fn words(text: &str) -> String {
    let mut out = String::new();
    let mut first = true;
    scan(text, |word| {
        if !first {
            out.push_str(if word.paragraph {
                " ¶ "
            } else if word.sentence {
                " . "
            } else {
                " "
            });
        }
        first = false;
        out.push_str(word.folded);
        if word.acronym {
            out.push('^');
        }
        if let Some(joined) = word.joined {
            out.push('+');
            out.push_str(joined.folded);
        }
    });
    out
}

#[test]
fn texts_are_cut_into_words() {
    let table = [
        ("Tirana's mayor", "tirana mayor"),
        ("Tirana’s mayor", "tirana mayor"),
        ("the mayors' vote", "the mayors vote"),
        ("O'Brien, O’Brien", "obrien obrien"),
        ("We'll see; they don't", "we see they dont"),
        ("'tis the '90s", "tis the 90s"),
        ("l'Iran e dell'Iran", "iran+liran e iran+delliran"),
        ("aujourd'hui", "aujourdhui"),
        ("d’Italia", "italia+ditalia"),
        ("c'mon", "cmon"),
        ("AT&T's S&P rating", "at&t s&p rating"),
        ("bread&butter", "bread butter"),
        ("The U.S. and U.N. met", "the us^ and un met"),
        ("the U.S.'s plan", "the us^ plan"),
        ("U.S.-led talks", "us^ led talks"),
        ("US troops left", "us^ troops left"),
        ("They told us so", "they told us so"),
        ("US TROOPS LEFT", "us troops left"),
        (
            "TROOPS LEFT. The US said so.",
            "troops left . the us^ said so",
        ),
        ("the WHO and who", "the who^ and who"),
        ("US-led; US's", "us^+usled led us^"),
        ("J.K. Rama", "jk rama"),
        ("COVID-19", "covid+covid19 19"),
        ("cyber-attacks", "cyber+cyberattacks attacks"),
        ("cyber‑attack", "cyber+cyberattack attack"),
        ("state-of-the-art", "state+stateoftheart of the art"),
        ("a-b-c-d-e", "a b c d e"),
        ("2022-09-08", "2022 09 08"),
        ("pre- and post-war", "pre and post+postwar war"),
        ("Rome–Tirana", "rome tirana"),
        ("wait--what", "wait what"),
        ("2,000 and 155,221 and 1,2", "2000 and 155221 and 1 2"),
        ("3.14, 10.0.0.1", "3.14 10.0.0.1"),
        ("$5.6bn", "5.6bn"),
        ("12:30", "12 30"),
        ("#Tirana @rama_al", "tirana rama al"),
        (
            "https://example.org/a-b?c=d",
            "https example org a+ab b c d",
        ),
        ("Tiranë TIRANE\u{308}", "tirane tirane"),
        ("“Quoted” ‘words’", "quoted words"),
        ("co\u{ad}operate", "cooperate"),
        ("北京 cafés", "北 京 cafes"),
        ("カタカナ", "カ タ カ ナ"),
        ("か\u{3099}", "が"),
        ("ภาษา", "ภ า ษ า"),
        ("서울 시장", "서울 시장"),
        ("كِتَاب", "كتاب"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("👍🏽 fine ❤️ done", "fine done"),
        ("said.The rest", "said . the rest"),
        ("one\n\ntwo. Three", "one ¶ two . three"),
        ("C++ and C#", "c and c"),
        ("", ""),
        ("…", ""),
    ];
    for (text, expected) in table {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn capitals_in_a_query_are_an_acronym() {
    for (text, expected) in [
        ("US", true),
        ("us", false),
        ("U.S.", true),
        ("Us", false),
        ("UN", false),
    ] {
        scan_query(text, |word| assert_eq!(word.acronym, expected, "{text}"));
    }
}

#[test]
fn spans_hold_the_word() {
    let text = "«Tiranë», the U.S.’s l'Iran — Iran's cyber-attack.";
    let mut found = Vec::new();
    scan(text, |word| {
        found.push(word.span.of(text).to_owned());
        if let Some(joined) = word.joined {
            found.push(joined.span.of(text).to_owned());
        }
    });
    let expected = [
        "Tiranë",
        "the",
        "U.S.",
        "Iran",
        "l'Iran",
        "Iran",
        "cyber",
        "cyber-attack",
        "attack",
    ];
    assert_eq!(found, expected);
}

#[test]
fn endless_words_are_taken_in_pieces() {
    for unit in [
        "a", "é", "a-", "a'", "1,000,", "a.", "US ", "北", "...", "\n", "a\u{ad}", "'", "A.A'",
    ] {
        let text = unit.repeat(200_000);
        let mut count = 0;
        scan(&text, |word| {
            assert!(word.folded.len() <= 3 * LONGEST * SEGMENTS_AT_MOST);
            count += 1;
        });
        assert!(count <= text.len());
    }
}

/// Segments of a compound, all of them as one word in the worst case.
const SEGMENTS_AT_MOST: usize = 24;

fn odd_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[a-zA-Z'’.&,\\-0-9 \n]{0,30}",
        prop::sample::select(vec![
            "U.S.", "l'", "é", "e\u{301}", "\u{ad}", "北", "。", "İ", "ß", "ﷺ", "½", "\u{2029}",
            "A", "'s", "\u{200d}", "ｶﾞ"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_are_on_character_borders_and_in_order(text in odd_text()) {
        let mut last = 0;
        scan(&text, |word| {
            assert!(text.get(word.span.start..word.span.end).is_some_and(|w| !w.is_empty()));
            assert!(word.span.start >= last, "{word:?}");
            assert!(!word.folded.is_empty());
            assert!(!word.paragraph || word.sentence);
            last = word.span.end;
            if let Some(joined) = word.joined {
                assert!(text.get(joined.span.start..joined.span.end).is_some());
                assert!(joined.span.start <= word.span.start && joined.span.end >= word.span.end);
            }
        });
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,20}") {
        let mut once = String::new();
        fold::fold_into(&text, &mut once);
        let mut twice = String::new();
        fold::fold_into(&once, &mut twice);
        prop_assert_eq!(once, twice);
    }
}

#[test]
fn what_stands_between_marks_goes_before_they_are_ordered() {
    for text in [
        "\u{f35}¡\u{16af0}𐞲",
        "\u{f35}\u{200d}\u{16af0}",
        "\u{f35}\u{20dd}\u{16af0}",
    ] {
        let (mut once, mut twice) = (String::new(), String::new());
        fold::fold_into(text, &mut once);
        fold::fold_into(&once, &mut twice);
        assert_eq!(once, twice, "{text:?}");
    }
}
