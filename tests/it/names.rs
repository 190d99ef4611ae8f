//! Names across an archive: asked for, counted, folded.

use dateline::article::{Article, Entities, Entity, EntityKind, article_id};
use dateline::date::Date;
use dateline::index::{Index, Options, Snapshot};
use dateline::query;
use dateline::search::{FacetField, Filters, Request, Watched, facets, search, watched};

/// An article of the names `people | orgs | places`, each list parted by commas, other forms of a name after `=`.
fn article(number: usize, names: &str, body: &str) -> Article {
    let path = format!("{number}.txt");
    let list = |text: &str| -> Vec<Entity> {
        let names = text
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let each = names.map(|name| {
            let mut forms = name.split('=').map(|form| form.trim().to_owned());
            Entity {
                name: forms.next().unwrap_or_default(),
                count: 1,
                forms: forms.collect(),
            }
        });
        each.collect()
    };
    let mut lists = names.split('|').map(list);
    let mut next = || lists.next().unwrap_or_default();
    Article {
        id: article_id(&path, None),
        path,
        body: body.to_owned(),
        lang: Some("en".to_owned()),
        entities: Entities {
            people: next(),
            orgs: next(),
            places: next(),
        },
        ..Article::default()
    }
}

fn archive(folder: &std::path::Path) -> Snapshot {
    let index = Index::create(folder).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    let articles = [
        (
            "Edi Rama | NATO=North Atlantic Treaty Organization | Tirana, United States=U.S.",
            "Rama said NATO would stay in Tirana.",
        ),
        (
            "Edi Rama, Jan van der Berg | Balkan Institute of River Commerce=BIRC | Tirana",
            "The prime minister left Tirana.",
        ),
        ("Rama | BIRC | Kyiv", "A brief. Edi Rama again."),
        (
            "Recep Tayyip Erdo\u{11f}an | NATO | United Kingdom=Britain, Kiev",
            "Nothing of it.",
        ),
        (
            "Recep Tayyip Erdogan, Ramazan Falk | | Tirana",
            "Apple pie and AT&T.",
        ),
    ];
    for (number, (names, body)) in articles.into_iter().enumerate() {
        writer
            .add(&article(number, names, body), &[])
            .expect("room");
        if number == 2 {
            writer.commit().expect("room");
        }
    }
    writer.close().expect("room");
    index.snapshot().expect("an index")
}

fn request(text: &str) -> Request {
    let today = Date::day(2026, 3, 14).expect("a day");
    let options = query::Options { any: false, today };
    Request::new(query::parse(text, &options).expect("a query"))
}

/// The numbers of the articles that a request finds.
fn found(index: &Snapshot, request: &Request) -> String {
    let hits = search(index, request).expect("an answer").hits;
    let mut numbers: Vec<String> = hits
        .into_iter()
        .map(|hit| hit.article.path.trim_end_matches(".txt").to_owned())
        .collect();
    numbers.sort();
    numbers.join(" ")
}

#[test]
fn names_are_found_by_every_form() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = archive(&folder.path().join("index"));
    for (query, articles) in [
        ("person:rama", "0 1 2"),
        ("person:\"Edi Rama\"", "0 1"),
        ("person:\"Prime Minister Edi Rama\"", "0 1"),
        ("person:\"rama jan\"", ""),
        ("person:ram*", "0 1 2 4"),
        ("person:erdogan", "3 4"),
        ("person:\"van der berg\"", "1"),
        ("org:nato", "0 3"),
        ("org:\"North Atlantic Treaty Organisation\"", "0 3"),
        ("org:birc", "1 2"),
        ("place:us", "0"),
        ("place:U.S.", "0"),
        ("place:\"United States\"", "0"),
        ("place:uk", "3"),
        ("place:Britain", "3"),
        ("place:(tirana OR kiev) -person:falk", "0 1 3"),
    ] {
        assert_eq!(found(&index, &request(query)), articles, "{query}");
    }
}

#[test]
fn a_facet_and_its_filter_agree() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = archive(&folder.path().join("index"));
    let fields = [FacetField::Person, FacetField::Org, FacetField::Place];
    let counted = facets(&index, &request("*"), &fields).expect("counts");
    let shown: Vec<String> = counted
        .fields
        .iter()
        .map(|facet| {
            let names = facet.buckets.iter();
            let names = names.map(|bucket| format!("{} {}", bucket.name, bucket.count.articles));
            names.collect::<Vec<_>>().join(", ")
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Edi Rama 3, Recep Tayyip Erdo\u{11f}an 2, Jan van der Berg 1, Ramazan Falk 1",
            "Balkan Institute of River Commerce 2, NATO 2",
            "Tirana 3, Kyiv 2, United Kingdom 1, United States 1",
        ]
    );
    for facet in &counted.fields {
        for bucket in &facet.buckets {
            let mut filtered = request("*");
            let kind = facet.field.kind().expect("names");
            filtered.filters.entity = vec![(kind, bucket.name.clone())];
            let articles = search(&index, &filtered).expect("an answer").articles;
            assert_eq!(articles, bucket.count.articles, "{}", bucket.name);
        }
    }
}

#[test]
fn filters_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = archive(&folder.path().join("index"));
    let (person, org, place) = (EntityKind::Person, EntityKind::Org, EntityKind::Place);
    for (entities, articles) in [
        // A member of the group, titles, other cases and forms.
        (&[(person, "rama")][..], "0 1 2"),
        (&[(person, "Prime Minister Edi Rama")], "0 1 2"),
        (&[(person, "ERDOGAN")], "3 4"),
        (&[(person, "Edi Rama"), (org, "nato")], "0"),
        (&[(org, "North Atlantic Treaty Organization")], "0 3"),
        (&[(place, "UK")], "3"),
        (&[(place, "Kiev")], "2 3"),
        (&[(place, "Atlantis")], ""),
    ] {
        let mut filtered = request("*");
        let entities = entities
            .iter()
            .map(|(kind, name)| (*kind, (*name).to_owned()));
        filtered.filters.entity = entities.collect();
        assert_eq!(
            found(&index, &filtered),
            articles,
            "{:?}",
            filtered.filters.entity
        );
    }
}

#[test]
fn own_lists_are_found_in_the_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = archive(&folder.path().join("index"));
    let list = [
        ("Edi Rama", &["Rama"][..]),
        ("Apple", &[]),
        ("AT and T", &["AT&T"]),
        ("Ram", &[]),
    ];
    let mut asked = request("*");
    asked.filters = Filters {
        watched: list
            .iter()
            .map(|(name, aliases)| Watched {
                name: (*name).to_owned(),
                aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            })
            .collect(),
        ..Filters::default()
    };
    assert_eq!(found(&index, &asked), "0 2 4");
    let counts: Vec<usize> = watched(&index, &asked)
        .expect("counts")
        .iter()
        .map(|bucket| bucket.count.articles)
        .collect();
    assert_eq!(counts, [2, 1, 1, 0]);
}
