use super::*;

fn check(line: &str, authors: &[&str], agency: Option<&str>) {
    let found = parse(line);
    assert_eq!(
        (
            found.authors.iter().map(String::as_str).collect::<Vec<_>>(),
            found.agency.as_deref()
        ),
        (authors.to_vec(), agency),
        "{line}"
    );
}

#[test]
fn people() {
    for (line, authors) in [
        ("By Jane Doe", &["Jane Doe"][..]),
        ("By Jane Doe March 18 at 3:57 PM", &["Jane Doe"]),
        ("By Theresa May", &["Theresa May"]),
        ("By Our Own Reporter", &[]),
        ("From a Staff Correspondent", &[]),
        ("By Cindy lindqvist", &["Cindy lindqvist"]),
        (
            "By Jane Doe and J. R. Smith in Tirana",
            &["Jane Doe", "J. R. Smith"],
        ),
        (
            "BY JANE O'BRIEN AND IAN MCDONALD",
            &["Jane O'Brien", "Ian McDonald"],
        ),
        ("ByJane Doe", &["Jane Doe"]),
        ("Von Anna Müller, Politikredakteurin", &["Anna Müller"]),
        (
            "Von Anna Müller und Jan-Peter Groß",
            &["Anna Müller", "Jan-Peter Groß"],
        ),
        ("von Anna Müller", &["Anna Müller"]),
        ("Por Juan Pérez en Madrid", &["Juan Pérez"]),
        ("Por Ana Ruiz y Luis Gómez", &["Ana Ruiz", "Luis Gómez"]),
        ("Por José Ortega y Gasset", &["José Ortega y Gasset"]),
        (
            "Par Émilie Dubois et Jean d'Ormont",
            &["Émilie Dubois", "Jean d'Ormont"],
        ),
        (
            "Di Anna Rossi e Carlo Bianchi",
            &["Anna Rossi", "Carlo Bianchi"],
        ),
        ("Tekst: Kari Nordmann", &["Kari Nordmann"]),
        (
            "Av Kari Nordmann og Ola Hansen",
            &["Kari Nordmann", "Ola Hansen"],
        ),
        ("Jane Doe, Political Correspondent", &["Jane Doe"]),
        ("Jane Doe Senior Political Editor", &["Jane Doe"]),
        ("Jane Doe | Chief Editor", &["Jane Doe"]),
        ("By Jane Doe, Staff Writer", &["Jane Doe"]),
        ("By Jane Doe @janedoe jane@example.org", &["Jane Doe"]),
        ("By Jane Doe Published: Sept 8, 2022", &["Jane Doe"]),
        ("Jane Doe|Published 15 hours ago", &["Jane Doe"]),
        ("• Greta Muster • 3 Minuten", &["Greta Muster"]),
        ("By Jane Doe, Science Reporter, London", &["Jane Doe"]),
        ("By Jane Doe, New York", &["Jane Doe"]),
        ("Text: Jane Doe Fotos: Sam Ode", &["Jane Doe"]),
        (
            "By Jane Doe (reporting) and Sam Ode (photography)",
            &["Jane Doe"],
        ),
        ("Jane Doe Senior Washington Correspondent", &["Jane Doe"]),
        ("Chief Harbour Correspondent", &[]),
        ("Last Updated: January 7, 2025", &[]),
        ("Lena (Anna Maria) Jansen", &["Lena (Anna Maria) Jansen"]),
        (
            "By JANE DOE, Editor | Tags: Sam Ode, Harbour",
            &["Jane Doe"],
        ),
        ("Story by Jane Doe | Photos by Max Muster", &["Jane Doe"]),
        ("Text: Anna Berg, Foto: Max Muster", &["Anna Berg"]),
        ("JAN VAN DER BERG", &["Jan van der Berg"]),
        (
            "By Ludwig van Hoven, Ali bin Said and Max von Stein",
            &["Ludwig van Hoven", "Ali bin Said", "Max von Stein"],
        ),
        ("By Robert \"Bob\" Smith", &["Robert \"Bob\" Smith"]),
        ("By Robert (Bob) Smith", &["Robert (Bob) Smith"]),
        ("By JD VANTAGE", &["JD Vantage"]),
        ("By Martin Gray, Jr.", &["Martin Gray Jr."]),
        ("By Jane Doe for the Daily Planet", &["Jane Doe"]),
        ("Автор: Иван Петров", &["Иван Петров"]),
        (
            "Иван Петров и Анна Сидорова",
            &["Иван Петров", "Анна Сидорова"],
        ),
        ("بقلم: أحمد علي", &["أحمد علي"]),
        ("记者 张小明", &["张小明"]),
        ("文/李大为", &["李大为"]),
        ("김철수 기자", &["김철수"]),
        ("Paul", &["Paul"]),
        ("By Kim Jong Un", &["Kim Jong Un"]),
        ("By Lin You and Jane Doe", &["Lin You", "Jane Doe"]),
        ("Jane DoePublished Jul 17, 2024", &["Jane Doe"]),
        ("Von Anna BergKorrespondentin", &["Anna Berg"]),
        ("By Jane Doe For Example.Com", &["Jane Doe"]),
        ("By MEHMET YILDIZ", &["Mehmet Yıldız"]),
    ] {
        // A Turkish name in plain capitals cannot know of its dotless i.
        if line.contains("YILDIZ") {
            check(line, &["Mehmet Yildiz"], None);
        } else {
            check(line, authors, None);
        }
    }
}

#[test]
fn agencies() {
    check("By REUTERS", &[], Some("Reuters"));
    check("Reuters Staff", &[], Some("Reuters"));
    check(
        "By JOHN SMITH The Associated Press",
        &["John Smith"],
        Some("AP"),
    );
    check("Jane Doe, AP Business Writer", &["Jane Doe"], Some("AP"));
    check("AFP, MANILA", &[], Some("AFP"));
    check("Von Dora Roth mit AP", &["Dora Roth"], Some("AP"));
    check("Von Anna Müller, dpa", &["Anna Müller"], Some("dpa"));
    check("dpa/AFP", &[], Some("dpa"));
    check("Jane Doe (Reuters)", &["Jane Doe"], Some("Reuters"));
    check("Agence France-Presse", &[], Some("AFP"));
    check("By Petra Klein", &["Petra Klein"], None);
    check("新华社", &[], Some("Xinhua"));
    check("By MERIDIAN NEWS AGENCY", &[], Some("Meridian News Agency"));
    check("By Ada Lindqvist and agencies", &["Ada Lindqvist"], None);
    check("By news agencies", &[], None);
}

#[test]
fn nobody() {
    for line in [
        "By the Daily Planet News Desk",
        "Staff Writer",
        "Newsroom Team",
        "example.com",
        "Redaktion",
        "",
        "By",
        "5 min read",
    ] {
        check(line, &[], None);
    }
}

#[test]
fn what_is_a_byline() {
    for (line, is) in [
        ("By Jane Doe", true),
        ("By REUTERS", true),
        ("Von Anna Müller", true),
        ("Jane Doe", false),
        ("By the end of the year prices had doubled.", false),
        ("Di Canio", false),
        ("Par", false),
    ] {
        assert_eq!(is_byline(line), is, "{line}");
    }
}

#[test]
fn buttons_are_no_part_of_a_printed_byline() {
    for (line, kept) in [
        ("By Ana Ruiz Follow", "By Ana Ruiz"),
        ("By Ana Ruiz + Follow", "By Ana Ruiz"),
        ("By Ana Ruiz · Follow", "By Ana Ruiz"),
        ("By Ana Ruiz and Ken Follows", "By Ana Ruiz and Ken Follows"),
        ("Follow", "Follow"),
    ] {
        assert_eq!(without_buttons(line), kept);
    }
}
