use proptest::prelude::*;

use super::*;
use crate::article::{Article, Caption};

fn terms(text: &str, lang: Option<&str>) -> String {
    let mut out: Vec<String> = Vec::new();
    Analyzer::new(lang).terms(text, 0, &mut |term| {
        if term.kind != TermKind::Marker {
            out.push(format!("{}{}", term.position, term.text));
        }
    });
    out.join(" ")
}

#[test]
fn texts_give_terms() {
    let table = [
        ("Sanctions bite", "0sanctions 0~sanction 1bite"),
        (
            "cyber-attacks on",
            "0cyber 0cyberattacks 0~cyberattack 1attacks 1~attack 2on",
        ),
        ("the U.S. and us", "0the 1us 1u.s 2and 3us"),
        ("One.\n\nTwo.", "0one 2two"),
        (
            "out of the news, of\n\nthe Of-the",
            "0out 1of 1\u{2}out of 2the 2\u{2}of the 3news 4of 6the 7of 7ofthe 7~ofth 7\u{2}the of 8the 8\u{2}of the",
        ),
        ("AT&T's", "0at&t"),
        ("2,000", "02000"),
    ];
    for (text, expected) in table {
        assert_eq!(terms(text, None), expected, "{text}");
    }
}

#[test]
fn languages_have_their_stems() {
    let table = [
        (Some("es"), "investigación", "0investigacion 0~investig"),
        (Some("es"), "investigaciones", "0investigaciones 0~investig"),
        (Some("fr"), "étés", "0etes 0~ete"),
        (Some("de"), "Häuser", "0hauser 0~haus"),
        (Some("ru"), "санкции", "0санкции 0~санкц"),
        (Some("sq"), "sanksionet", "0sanksionet"),
        (Some("zz"), "sanctions", "0sanctions"),
        (Some("en"), "sanctions", "0sanctions 0~sanction"),
    ];
    for (lang, text, expected) in table {
        assert_eq!(terms(text, lang), expected, "{text}");
    }
}

#[test]
fn markers_stand_where_units_begin() {
    let mut markers = Vec::new();
    Analyzer::new(None).terms("One two. Three.\n\nFour.", 5, &mut |term| {
        if term.kind == TermKind::Marker {
            markers.push((term.position, term.text.to_owned()));
        }
    });
    let at = |position, marker: &str| (position, marker.to_owned());
    let expected = [
        at(5, PARAGRAPH),
        at(5, SENTENCE),
        at(7, SENTENCE),
        at(9, PARAGRAPH),
        at(9, SENTENCE),
    ];
    assert_eq!(markers, expected);
}

#[test]
fn long_words_are_cut_not_dropped() {
    let word = "é".repeat(300);
    let mut found = Vec::new();
    Analyzer::new(None).terms(&word, 0, &mut |term| {
        found.push((term.kind, term.text.len()));
    });
    assert_eq!(found.last(), Some(&(TermKind::Exact, LONGEST_TERM)));
    assert_eq!(
        analyze_word(&word, &[], false).parts[0].alternatives[0]
            .term
            .len(),
        LONGEST_TERM
    );
}

fn asked(text: &str, langs: &[&str], exact: bool) -> String {
    let terms = analyze_word(text, langs, exact);
    let list = |alternatives: &[Alternative]| {
        let texts: Vec<_> = alternatives.iter().map(|a| a.term.as_str()).collect();
        texts.join("|")
    };
    let parts: Vec<_> = terms
        .parts
        .iter()
        .map(|part| list(&part.alternatives))
        .collect();
    let mut out = parts.join(" ");
    if !terms.joined.is_empty() {
        out.push_str(" = ");
        out.push_str(&list(&terms.joined));
    }
    out
}

#[test]
fn words_ask_for_terms() {
    let table = [
        ("sanctions", false, "sanctions|~sanction|sanction"),
        ("sanctions", true, "sanctions"),
        ("US", false, "u.s"),
        ("U.S.", false, "u.s"),
        ("U.S.", true, "u.s"),
        ("us", false, "us|~us"),
        ("UN", false, "un|~un"),
        ("O'Brien", false, "obrien|~obrien"),
        ("Iran’s", false, "iran|~iran"),
        ("cyber-attack", true, "cyber attack = cyberattack"),
        (
            "cyber-attacks",
            false,
            "cyber attacks|~attack|attack = cyberattacks|~cyberattack|cyberattack",
        ),
        ("US-led", true, "u.s led = usled"),
        ("2,000", true, "2000"),
        ("北京", true, "北 京"),
        ("l'Iran", true, "iran = liran"),
        ("!?", false, ""),
        ("example.org/a-b", true, "example org a b"),
    ];
    for (text, exact, expected) in table {
        assert_eq!(asked(text, &["en"], exact), expected, "{text}");
    }
    assert_eq!(
        asked("sanctions", &["en", "sq", "fr"], false),
        "sanctions|~sanction|sanction"
    );
}

#[test]
fn an_article_is_one_run_of_positions() {
    let article = Article {
        title: Some("Two words".into()),
        dek: Some("One".into()),
        body: "First here.\n\nSecond.".into(),
        captions: vec![Caption {
            text: "Seen".into(),
            credit: Some("By them".into()),
        }],
        ..Article::default()
    };
    let mut found = Vec::new();
    let borders = article_terms(&mut Analyzer::new(None), &article, &mut |zone, term| {
        if term.kind == TermKind::Exact {
            found.push((term.position, zone, term.text.to_owned()));
        }
    });
    let at = |position, zone, text: &str| (position, zone, text.to_owned());
    let expected = [
        at(0, Zone::Title, "two"),
        at(1, Zone::Title, "words"),
        at(3, Zone::Dek, "one"),
        at(5, Zone::Body, "first"),
        at(6, Zone::Body, "here"),
        at(8, Zone::Body, "second"),
        at(10, Zone::Caption(0), "seen"),
        at(12, Zone::Credit(0), "by"),
        at(13, Zone::Credit(0), "them"),
    ];
    assert_eq!(found, expected);
    let expected = Borders {
        dek_at: 3,
        body_at: 5,
        lead_end: 10,
        captions_at: 10,
        length: 9,
        title_length: 2,
    };
    assert_eq!(borders, expected);
}

#[test]
fn the_lead_ends_with_a_paragraph() {
    let article = Article {
        body: format!(
            "{}\n\n{}\n\nThe rest.",
            "word ".repeat(40),
            "more ".repeat(30)
        ),
        ..Article::default()
    };
    let borders = article_terms(&mut Analyzer::new(None), &article, &mut |_, _| {});
    assert_eq!(
        (borders.body_at, borders.lead_end, borders.captions_at),
        (0, 72, 75)
    );
}

proptest! {
    /// Whatever a text holds, a query for a word of it as written asks for a term at its position. A chain of apostrophes
    /// (`a’D'D`) is cut by what stands before it, so that its end alone reads otherwise: left out.
    #[test]
    fn a_word_of_a_text_finds_itself(text in "([a-zA-Zéß&.,0-9-]{0,9}['’]?[a-zA-Zéß&.,0-9-]{0,5} ){0,8}") {
        let chain = |run: &str| run.matches(['\'', '’']).count() > 1;
        prop_assume!(!text.split(' ').any(chain));
        let mut found = std::collections::BTreeSet::new();
        let mut spans = Vec::new();
        Analyzer::new(None).terms(&text, 0, &mut |term| {
            found.insert(term.text.to_owned());
            if term.kind == TermKind::Exact {
                spans.push(term.span);
            }
        });
        for span in spans {
            let asked = analyze_word(&span.of(&text).to_lowercase(), &[], false);
            for part in asked.parts {
                prop_assert!(part.alternatives.iter().any(|a| found.contains(&a.term) || a.kind == Kind::Acronym));
            }
        }
    }

    #[test]
    fn positions_never_fall(text in "\\PC{0,80}", lang in prop::sample::select(vec!["en", "ar", "ru", "sr", "fa", "hi", "el", "tr", "yi", "ta"])) {
        let mut last = 0;
        Analyzer::new(Some(lang)).terms(&text, 0, &mut |term| {
            assert!(term.position >= last);
            assert!(!term.text.is_empty() && term.text.len() <= LONGEST_TERM);
            last = term.position;
        });
    }
}
