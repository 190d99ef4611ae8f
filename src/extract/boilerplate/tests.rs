use super::*;

#[test]
fn kinds() {
    for (line, is) in [
        ("ADVERTISEMENT", Some(Boilerplate::Label)),
        ("Diesen Artikel teilen", Some(Boilerplate::Label)),
        ("Related Articles:", Some(Boilerplate::Related)),
        ("Mehr zum Thema", Some(Boilerplate::Related)),
        (
            "READ MORE: The bridge that fell",
            Some(Boilerplate::ReadMore),
        ),
        ("Lesen Sie auch: Die Brücke", Some(Boilerplate::ReadMore)),
        (
            "Sign up for our morning briefing",
            Some(Boilerplate::Newsletter),
        ),
        ("This site uses cookies.", Some(Boilerplate::Consent)),
        (
            "© 2022 Example Media. All rights reserved.",
            Some(Boilerplate::Footer),
        ),
        ("The government said so on Thursday.", None),
        ("Reading matters", None),
        ("", None),
    ] {
        assert_eq!(kind(line), is, "{line}");
    }
}

#[test]
fn how_long_it_takes_changes_nothing() {
    for (line, is) in [
        ("Artikel anhören 4 Min.", true),
        ("Listen to this article (5 min)", true),
        ("Listen to this article", true),
        ("The mayor spoke for 5 min.", false),
    ] {
        assert_eq!(kind(line).is_some(), is, "{line}");
    }
}
