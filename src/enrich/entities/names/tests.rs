use super::*;
use crate::text::Span;

/// An article of texts with marks in them: `[P Edi Rama]` is a person, `[O NATO]` an organisation, `[L Tirana]` a place.
fn article(title: &str, dek: &str, body: &str) -> (ExtractedArticle, Marks) {
    let (title, title_marks) = marked(title);
    let (dek, dek_marks) = marked(dek);
    let (body, body_marks) = marked(body);
    let article = ExtractedArticle {
        title: (!title.is_empty()).then_some(title),
        dek: (!dek.is_empty()).then_some(dek),
        body,
        ..ExtractedArticle::default()
    };
    let marks = Marks {
        title: title_marks,
        dek: dek_marks,
        body: body_marks,
    };
    (article, marks)
}

fn marked(text: &str) -> (String, Vec<Tagged>) {
    let mut plain = String::new();
    let mut marks = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']']) {
        let kind = match rest.get(at + 1..at + 3) {
            Some("P ") => EntityKind::Person,
            Some("O ") => EntityKind::Org,
            Some("L ") => EntityKind::Place,
            _ => {
                plain.push_str(&rest[..=at]);
                rest = &rest[at + 1..];
                continue;
            }
        };
        plain.push_str(&rest[..at]);
        let end = at + rest[at..].find(']').expect("a mark ends");
        let start = plain.len();
        plain.push_str(&rest[at + 3..end]);
        marks.push(Tagged {
            kind,
            span: Span::new(start, plain.len()),
        });
        rest = &rest[end + 1..];
    }
    plain.push_str(rest);
    (plain, marks)
}

/// `people | orgs | places`, each with its count.
fn names(title: &str, dek: &str, body: &str) -> String {
    let (article, marks) = article(title, dek, body);
    shown(&resolve(&article, &marks, Some("en")).0)
}

fn shown(entities: &Entities) -> String {
    [&entities.people, &entities.orgs, &entities.places]
        .map(|list| {
            let names = list.iter().map(|entity| {
                let forms = entity.forms.iter().map(|form| format!(" ={form}"));
                format!(
                    "{} {}{}",
                    entity.name,
                    entity.count,
                    forms.collect::<String>()
                )
            });
            names.collect::<Vec<_>>().join(", ")
        })
        .join(" | ")
}

fn check(body: &str, expected: &str) {
    assert_eq!(names("", "", body), expected, "{body}");
}

#[test]
fn a_short_name_is_the_person_named_in_full() {
    for (body, expected) in [
        (
            "Prime Minister [P Edi Rama] spoke. [P Rama] said so. [P Edi Rama's] party, and [P Mr Rama]; [P Edi] laughed.",
            "Edi Rama 5 |  | ",
        ),
        (
            "[P RAMA]: We will not. [P Edi Rama] spoke.",
            "Edi Rama 2 |  | ",
        ),
        (
            "[P Xi Jinping] met [P Kim Jong Un]. [P Xi] said so; [P Kim] smiled.",
            "Xi Jinping 2, Kim Jong Un 2 |  | ",
        ),
        (
            "[P Ursula von der Leyen] left. [P Von der Leyen] and [P von der Leyen] said.",
            "Ursula von der Leyen 3 |  | ",
        ),
        (
            "[P George W. Bush] met. [P George Bush] said. [P George Bush] left. [P Bush] slept.",
            "George Bush 4 =George W. Bush |  | ",
        ),
        (
            "[P Gabriel Garc\u{ed}a M\u{e1}rquez] wrote. [P Garc\u{ed}a M\u{e1}rquez] and [P M\u{e1}rquez] and [P Garc\u{ed}a].",
            "Gabriel Garc\u{ed}a M\u{e1}rquez 4 |  | ",
        ),
        (
            "[P J. Marku] ran. [P Jonida Marku] won. [P Marku] slept.",
            "Jonida Marku 3 =J. Marku |  | ",
        ),
        ("[P Rama] spoke. [P Rama] left.", "Rama 2 |  | "),
        (
            "[P Rama] spoke. Later [P Edi Rama] left.",
            "Edi Rama 2 |  | ",
        ),
    ] {
        check(body, expected);
    }
}

#[test]
fn two_people_of_one_surname_are_not_mixed_up() {
    for (body, expected) in [
        // Introduced one after the other.
        (
            "[P Bill Dorst] spoke. [P Dorst] said so. [P Hilda Dorst] answered. [P Dorst] left.",
            "Bill Dorst 2, Hilda Dorst 1 |  | ",
        ),
        // Told apart by their titles.
        (
            "Senator [P Hilda Dorst] met Mr [P Bill Dorst]. Senator [P Dorst] left, Mr [P Dorst] stayed. [P Dorst] won.",
            "Hilda Dorst 2, Bill Dorst 2 |  | ",
        ),
        (
            "[P Donald Krump] and his son [P Donald Krump Jr.] came.",
            "Donald Krump 1, Donald Krump Jr. 1 |  | ",
        ),
        (
            "[P Anna Berg] and [P Otto Berg] married. The [P Bergs] live there.",
            "Anna Berg 1, Otto Berg 1, Bergs 1 |  | ",
        ),
    ] {
        check(body, expected);
    }
}

#[test]
fn titles_are_not_names_save_where_they_are_half_of_one() {
    for (body, expected) in [
        (
            "[P Prime Minister Edi Rama] and [P Sen. John Hart], [P Dr. Ada Lind], [P Lt. Gen. Omar Sy].",
            "Edi Rama 1, John Hart 1, Ada Lind 1, Omar Sy 1 |  | ",
        ),
        (
            "[P Pope Francis] prayed. [P Francis] left. Pope [P Francis] slept.",
            "Pope Francis 3 |  | ",
        ),
        (
            "[P Sheikh Hasina] spoke. [P Hasina] left.",
            "Sheikh Hasina 2 |  | ",
        ),
        (
            "[P Sir Keir Stone] and [P Lord Fenn] spoke.",
            "Keir Stone 1, Lord Fenn 1 |  | ",
        ),
        ("[P President Major] spoke.", "Major 1 |  | "),
        (
            "former deputy foreign minister [P Ana Li] and [P Former President Bo Ek].",
            "Ana Li 1, Bo Ek 1 |  | ",
        ),
    ] {
        check(body, expected);
    }
}

#[test]
fn acronyms_are_what_they_are_short_for() {
    for (body, expected) in [
        (
            "The [O North Atlantic Treaty Organization] met. [O NATO] said. [O Nato's] chief.",
            " | NATO 3 =North Atlantic Treaty Organization | ",
        ),
        (
            "The [O Balkan Institute of River Commerce] ([O BIRC]) said. [O BIRC] left.",
            " | Balkan Institute of River Commerce 3 =BIRC | ",
        ),
        (
            "[O BIRC] ([O Balkan Institute of River Commerce]) said.",
            " | Balkan Institute of River Commerce 2 =BIRC | ",
        ),
        (
            "[O Partia e Punes Shqiptare] ([O KKW]) said. [O KKW] left.",
            " | Partia e Punes Shqiptare 3 =KKW | ",
        ),
        (
            "The [O African Development Bank] ([O ADB]) lent more. [O ADB] said.",
            " | African Development Bank 3 =ADB | ",
        ),
        (
            "[O Northern Rail Workers Union] struck. [O NRWU] said.",
            " | Northern Rail Workers Union 2 =NRWU | ",
        ),
        (
            "[O Gentech Inc.] ([O GTK.O]) fell. [O Gentech] said. [O Gentech Inc] rose.",
            " | Gentech Inc 3, GTK.O 1 | ",
        ),
        (
            "[O People's Front of Arda], also known by its Farsi name [O Jebhe-ye Arda].",
            " | People's Front of Arda 2 =Jebhe-ye Arda | ",
        ),
        (
            "[O Goldfarb Stein] fell. [O Goldfarb] said. [O Bank of Arda] and [O Bank].",
            " | Goldfarb Stein 2, Bank of Arda 2 | ",
        ),
        (
            "[O the United Nations], the [O U.N.] and [O UN]",
            " | United Nations 3 =U.N. =UN | ",
        ),
    ] {
        check(body, expected);
    }
}

#[test]
fn one_country_has_one_name() {
    for (body, expected) in [
        (
            "In the [L United States] and the [L U.S.], and [L US] forces; [L America's] role.",
            " |  | United States 4 =U.S. =US =America",
        ),
        (
            "[L Britain] said the [L UK] and [L England] agreed in [L the United Kingdom].",
            " |  | United Kingdom 3 =Britain =UK, England 1",
        ),
        (
            "[L the Netherlands] and [L The Hague], near [L Durres's] port.",
            " |  | Netherlands 1, The Hague 1, Durres 1",
        ),
        // Said once in passing, before what it qualifies.
        ("It helps a [L US] ally, [L Albania].", " |  | Albania 1"),
        (
            "[L US] officials and [L U.S.] troops.",
            " |  | United States 2 =US =U.S.",
        ),
        ("The [L US] condemned it.", " |  | United States 1 =US"),
    ] {
        check(body, expected);
    }
}

#[test]
fn a_person_and_a_place_of_one_name() {
    for (body, expected) in [
        (
            "[P Denzel Washington] flew to [L Washington]. [P Washington] slept.",
            "Denzel Washington 2 |  | Washington 1",
        ),
        (
            "[P Hamil Jordan] spoke. [L Jordan] said so. He is in [L Jordan].",
            "Hamil Jordan 2 |  | Jordan 1",
        ),
        (
            "They met in [L Jordan]. [L Jordan] agreed. From [P Jordan] they left.",
            " |  | Jordan 3",
        ),
    ] {
        check(body, expected);
    }
}

#[test]
fn capitals_are_put_in_case() {
    for (body, expected) in [
        (
            "[P EDI RAMA] met [P JAN VAN DER BERG] of [O NATO] in [L NEW YORK] and [L TIRANA].",
            "Edi Rama 1, Jan van der Berg 1 | NATO 1 | New York 1, Tirana 1",
        ),
        (
            "[O DRESDNER BANK AG] and [O XYZ CORP], [O UNICEF], [O OPEC] in [L RIO DE JANEIRO].",
            " | Dresdner Bank AG 1, XYZ Corp 1, UNICEF 1, OPEC 1 | Rio de Janeiro 1",
        ),
        ("[P MCKAY] ran. [P Ann McKay] won.", "Ann McKay 2 |  | "),
        ("[O AMTREK] said. [O Amtrek] said.", " | Amtrek 2 | "),
    ] {
        check(body, expected);
    }
}

#[test]
fn who_tells_the_story_is_not_in_it() {
    let (mut found, marks) = article(
        "",
        "",
        "A minister told [O Reuters] so. [O Harbour Post] readers know. [O AFP] was sold.\n\nBy [P Ada Lind]\n\n(Reporting by [P Bo Ek] and \
         [P Cy Dahl] in [L Oslo]; editing by [P Di Falk])\n\n(Photo: [P Eva Gran]/[O Getty])\n\n[P Fred Holm] said so.",
    );
    found.authors = vec!["Ada Lind".to_owned()];
    found.agency = Some("Reuters".to_owned());
    found.publisher = Some("The Harbour Post".to_owned());
    let (entities, mentions) = resolve(&found, &marks, Some("en"));
    assert_eq!(shown(&entities), "Fred Holm 1 | AFP 1 | ");
    // They are in the text all the same.
    assert_eq!(mentions.len(), 11);

    let (mut found, marks) = article(
        "[O Reuters] to cut jobs",
        "",
        "[O Reuters] said on Monday it would.",
    );
    found.agency = Some("Reuters".to_owned());
    let (entities, _) = resolve(&found, &marks, Some("en"));
    assert_eq!(shown(&entities), " | Reuters 2 | ");
}

#[test]
fn titles_and_deks_count_and_capitalised_headlines_add_nothing_new() {
    assert_eq!(
        names(
            "[O NATO] allies condemn attack on [L Albania]",
            "[P Edi Rama] spoke.",
            "[O NATO] and [P Rama]."
        ),
        "Edi Rama 2 | NATO 2 | Albania 1"
    );
    assert_eq!(
        names(
            "[P Rama] Says [P Storm Damage] Heavy",
            "",
            "[P Edi Rama] said so."
        ),
        "Edi Rama 2 |  | "
    );
    assert_eq!(
        names("[P Edi Rama] Wins Third Term", "", ""),
        "Edi Rama 1 |  | "
    );
}

#[test]
fn what_says_only_what_it_is_is_the_one_it_may_be() {
    for (body, expected) in [
        (
            "The [O Bank of Arda] rose. [O Bank] said so.",
            " | Bank of Arda 2 | ",
        ),
        (
            "The [O Bank of Arda], [O Bank of Tal]. [O Bank] said so.",
            " | Bank of Arda 1, Bank of Tal 1 | ",
        ),
        ("[O Co] and [O Ltd] fell.", " |  | "),
        (
            "[P Moody]'s said [O McDonald's] fell; [O Standard and Poor]'s too. [P Ann Moody]'s car.",
            "Ann Moody 1 | Moody's 1, McDonald's 1, Standard and Poor's 1 | ",
        ),
        (
            "[O Gentech] <[P GTK]> rose, it said.\n\n[P Reuter]",
            " | Gentech 1 | ",
        ),
    ] {
        check(body, expected);
    }
}

#[test]
fn a_dateline_is_a_place() {
    for (body, expected) in [
        (
            "PORT ELLERY, Sept 8 (Meridian) - It rained on [P Edi Rama].",
            "Edi Rama 1 |  | Port Ellery 1",
        ),
        (
            "[O RAMALLAH], Sept 8 (Meridian) - It rained.",
            " |  | Ramallah 1",
        ),
        (
            "[L PORT ELLERY], Sept 8 (Meridian) - It rained.",
            " |  | Port Ellery 1",
        ),
    ] {
        let (mut found, marks) = article("", "", body);
        found.dateline = found.body.split_once(" -").map(|(head, _)| head.to_owned());
        let (entities, _) = resolve(&found, &marks, Some("en"));
        assert_eq!(shown(&entities), expected, "{body}");
    }
    let (mut found, marks) = article("", "", "(Meridian) - It rained.");
    found.dateline = Some("(Meridian)".to_owned());
    assert_eq!(shown(&resolve(&found, &marks, Some("en")).0), " |  | ");
}

#[test]
fn mentions_are_bytes_of_the_body() {
    let (found, marks) = article(
        "[P Rama] wins",
        "",
        "\u{201c}Ja,\u{201d} said [P Prime Minister Edi Rama's] aide.",
    );
    let (_, mentions) = resolve(&found, &marks, Some("en"));
    let [mention] = mentions.as_slice() else {
        panic!("one mention: {mentions:?}");
    };
    assert_eq!(&found.body[mention.start..mention.end], "Edi Rama");
    assert_eq!(
        (mention.text.as_str(), mention.name.as_str()),
        ("Edi Rama", "Edi Rama")
    );
}

#[test]
fn one_acronym_for_any_number_of_names_stays_cheap() {
    let names = (0..20_000_u32).map(|n| format!("The [O Q{n} Zed Organization] ([O XYZ]) met. "));
    let (found, marks) = article("", "", &names.collect::<String>());
    let began = std::time::Instant::now();
    let (entities, _) = resolve(&found, &marks, Some("en"));
    assert_eq!((entities.orgs.len(), entities.orgs[0].count), (1, 40_000));
    assert!(entities.orgs[0].forms.len() <= FORMS);
    // What grows with the square of the names takes minutes.
    assert!(began.elapsed().as_secs() < 30);
}
