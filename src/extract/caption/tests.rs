use super::*;

#[test]
fn credits_alone() {
    for (line, credit) in [
        ("(photo credit: PIXABAY)", Some("PIXABAY")),
        ("Photo: Jane Doe", Some("Jane Doe")),
        ("Foto: Max Muster/dpa", Some("Max Muster/dpa")),
        ("Image: Jane Doe / Town Hall", Some("Jane Doe / Town Hall")),
        ("© Jane Doe", Some("Jane Doe")),
        ("Getty Images", Some("Getty Images")),
        ("Max von Muster/dpa", Some("Max von Muster/dpa")),
        ("REUTERS/Jane Doe", Some("REUTERS/Jane Doe")),
        ("Photo by Jane Doe", Some("Jane Doe")),
        (
            "Jane Doe via Getty Images",
            Some("Jane Doe via Getty Images"),
        ),
        ("© 2022 Example Media", None),
        (
            "Photo: the minister said that he would not be going to the meeting after all",
            None,
        ),
        ("The government said so.", None),
        ("", None),
    ] {
        assert_eq!(credit_line(line).as_deref(), credit, "{line}");
    }
}

#[test]
fn glued() {
    let (captions, rest) = read(
        "Edi Rama speaks. (credit: AGENCY/JANE DOE)Edi Rama speaks. (credit: AGENCY/JANE DOE)",
    )
    .expect("credits");
    assert_eq!(captions.len(), 2);
    assert_eq!(captions[0].text, "Edi Rama speaks.");
    assert_eq!(captions[0].credit.as_deref(), Some("AGENCY/JANE DOE"));
    assert_eq!(rest, "");
    let (captions, rest) =
        read("A bridge (Photo: Jane Doe)The bridge fell on Monday.").expect("credits");
    assert_eq!(
        (captions[0].text.as_str(), rest.as_str()),
        ("A bridge", "The bridge fell on Monday.")
    );
    for (line, text, credit) in [
        (
            "The bridge in May. Photo: Jane Doe",
            "The bridge in May.",
            "Jane Doe",
        ),
        (
            "The bridge in May | Bildquelle: Town Hall",
            "The bridge in May",
            "Town Hall",
        ),
        (
            "The bridge in May. - Jane Doe / Getty Images",
            "The bridge in May.",
            "Jane Doe / Getty Images",
        ),
        (
            "The bridge in May © Jane Doe",
            "The bridge in May",
            "Jane Doe",
        ),
        (
            "The bridge in May (Jane Doe/AFP)",
            "The bridge in May",
            "Jane Doe/AFP",
        ),
    ] {
        let (captions, _) = read(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(
            (captions[0].text.as_str(), captions[0].credit.as_deref()),
            (text, Some(credit)),
            "{line}"
        );
    }
    assert_eq!(read("The government said (in May) that it would go."), None);
    assert_eq!(read("The prime minister (left) spoke to AP: no."), None);
}
