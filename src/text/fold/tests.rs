use super::*;

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

#[test]
fn words_fold() {
    let table = [
        ("Tiranë", "tirane"),
        ("TIRANË", "tirane"),
        ("Tirane\u{308}", "tirane"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Øresund", "oresund"),
        ("Œuvre", "oeuvre"),
        ("İstanbul", "istanbul"),
        ("Diyarbakır", "diyarbakir"),
        ("Łódź", "lodz"),
        ("Đoković", "dokovic"),
        ("Þór", "thor"),
        ("co\u{ad}operate", "cooperate"),
        ("ｗｉｄｅ", "wide"),
        ("Αθήνα", "αθηνα"),
        ("ΟΔΟΣ", "οδοσ"),
        ("οδός", "οδοσ"),
        ("Горбачёв", "горбачев"),
        ("Край", "край"),
        ("и\u{306}од", "йод"),
        ("كِتَابٌ", "كتاب"),
        ("أحمد", "احمد"),
        ("کتـــاب", "كتاب"),
        ("١٩٨٧", "1987"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हिन्दी"),
        ("Việt", "viet"),
        ("ﬁnance", "finance"),
        ("가", "가"),
        ("\u{1100}\u{1161}", "가"),
    ];
    for (text, expected) in table {
        assert_eq!(folded(text), expected, "{text}");
    }
}

#[test]
fn lower_case_keeps_accents() {
    let mut out = String::new();
    lower_into("E\u{301}TÉ İ", &mut out);
    assert_eq!(out, "ététi".replace("téti", "téi"));
}

#[test]
fn small_letters_alone() {
    for text in ["", "The End", "Ärger IM Haus", "ΣΟΦΙΑ'S", "İÖ", "日本 ok Ⅷ"] {
        let mut out = String::from("x");
        small_into(text, &mut out);
        let meant: String = text.chars().flat_map(char::to_lowercase).collect();
        assert_eq!(out, format!("x{meant}"), "{text}");
    }
}
