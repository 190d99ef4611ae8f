//! Facets and timelines against a plain count of the articles that a search finds.

use std::collections::{BTreeMap, BTreeSet};

use dateline::article::{Article, ArticleDate, article_id};
use dateline::date::{Date, Precision, Step};
use dateline::index::{Index, Options, SIMILAR, Snapshot};
use dateline::query;
use dateline::search::{By, Count, FacetField, Request, Timeline, Undated, days, facets, search};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use unicode_normalization::UnicodeNormalization;

/// Names that are one but for case and accents.
fn fold(name: &str) -> String {
    let bare: String = name
        .nfd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .collect();
    let words: Vec<String> = bare.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

fn values(article: &Article, field: FacetField) -> BTreeSet<String> {
    let one = |value: &Option<String>| value.iter().map(|value| fold(value)).collect();
    match field {
        FacetField::Publisher => one(&article.publisher),
        FacetField::Section => one(&article.section),
        FacetField::Lang => one(&article.lang),
        FacetField::Agency => one(&article.agency),
        FacetField::Byline => article.authors.iter().map(|name| fold(name)).collect(),
        _ => BTreeSet::new(),
    }
}

fn date(article: &Article) -> Option<&Date> {
    let date = article.published.as_ref().or(article.updated.as_ref());
    date.map(|date| &date.date)
}

/// The bucket of a date; `None` where it is not known so exactly.
fn bucket(date: &Date, step: Step) -> Option<String> {
    let value = date.value();
    let precision = date.precision();
    let month = || value[5..7].parse::<u32>().expect("a month");
    match step {
        Step::Day => (precision >= Precision::Day).then(|| value[..10].to_owned()),
        Step::Month => (precision >= Precision::Month).then(|| value[..7].to_owned()),
        Step::Quarter => (precision >= Precision::Month)
            .then(|| format!("{}-Q{}", &value[..4], month().div_ceil(3))),
        Step::Year => Some(value[..4].to_owned()),
        Step::Week => (precision >= Precision::Day).then(|| {
            // The week belongs to the year of its Thursday.
            let thursday = date
                .plus_days(4 - i64::from(date.weekday()))
                .expect("a day of the calendar");
            let new_year = Date::day(thursday.calendar_year(), 1, 1).expect("a day");
            let days = (thursday.to_day().local() - new_year.local()) / 86_400;
            format!("{:04}-W{:02}", thursday.calendar_year(), days / 7 + 1)
        }),
    }
}

/// Adds an article of a story to a bucket.
#[derive(Default)]
struct Tally(BTreeMap<String, (usize, BTreeSet<String>)>);

impl Tally {
    fn add(&mut self, bucket: &str, story: &str) {
        let (articles, stories) = self.0.entry(bucket.to_owned()).or_default();
        *articles += 1;
        stories.insert(story.to_owned());
    }

    fn counts(&self) -> BTreeMap<String, Count> {
        let count = |(bucket, (articles, stories)): (&String, &(usize, BTreeSet<String>))| {
            let count = Count {
                articles: *articles,
                stories: stories.len(),
            };
            (bucket.clone(), count)
        };
        self.0.iter().map(count).collect()
    }
}

const ASIDE: &str = "aside";
const UNDATED: &str = "undated";

/// What stands in each bucket, what stands in none, what is undated.
fn by_step(found: &[(Article, String)], step: Step) -> BTreeMap<String, Count> {
    let place = |article: &Article| match date(article) {
        None => UNDATED.to_owned(),
        Some(date) => bucket(date, step).unwrap_or_else(|| ASIDE.to_owned()),
    };
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut earliest: BTreeMap<&str, &Article> = BTreeMap::new();
    let when = |article: &Article| {
        let period = date(article).map(Date::period);
        let day = |second: i64| second.div_euclid(86_400);
        let days = period.map(|period| (day(period.first), day(period.last)));
        (days.is_none(), days)
    };
    for (article, story) in found {
        counts.entry(place(article)).or_default().articles += 1;
        let known = earliest.entry(story).or_insert(article);
        if when(article) < when(known) {
            *known = article;
        }
    }
    for article in earliest.into_values() {
        counts.entry(place(article)).or_default().stories += 1;
    }
    counts
}

fn check(snapshot: &Snapshot, request: &Request) {
    let all = Request {
        copies: true,
        limit: 100_000,
        snippets: 0,
        ..request.clone()
    };
    let response = search(snapshot, &all).expect("an answer");
    let stories = snapshot.stories(SIMILAR).expect("stories");
    let found: Vec<(Article, String)> = response
        .hits
        .into_iter()
        .map(|hit| {
            let address = snapshot.address(&hit.article.id).expect("an index");
            let address = address.expect("an article");
            let story = stories.story(address.segment_ord, address.doc_id);
            let story = story.map_or_else(|| hit.article.id.clone(), |story| story.to_string());
            (hit.article, story)
        })
        .collect();
    let text = &request.query.text;
    let total = Count {
        articles: response.articles,
        stories: response.stories,
    };
    assert_eq!(found.len(), total.articles, "{text}");

    let fields = [
        FacetField::Publisher,
        FacetField::Byline,
        FacetField::Section,
        FacetField::Lang,
        FacetField::Agency,
        FacetField::Year,
        FacetField::Month,
    ];
    let counted = facets(snapshot, request, &fields).expect("counts");
    assert_eq!(counted.total, total, "{text}");
    assert_eq!(
        (counted.undated, counted.imprecise),
        (response.undated, response.imprecise),
        "{text}"
    );
    for facet in &counted.fields {
        let name = facet.field.name();
        let (expected, missing) = match facet.field.step() {
            Some(step) => {
                let mut expected = by_step(&found, step);
                let aside = expected.remove(ASIDE).unwrap_or_default();
                assert_eq!(facet.imprecise, aside, "{text} by {name}");
                let missing = expected.remove(UNDATED).unwrap_or_default();
                (expected, missing)
            }
            None => {
                let (mut tally, mut missing) = (Tally::default(), Tally::default());
                for (article, story) in &found {
                    let values = values(article, facet.field);
                    if values.is_empty() {
                        missing.add("", story);
                    }
                    for value in &values {
                        tally.add(value, story);
                    }
                }
                let missing = missing.counts().remove("").unwrap_or_default();
                (tally.counts(), missing)
            }
        };
        let buckets: BTreeMap<String, Count> = facet
            .buckets
            .iter()
            .map(|bucket| (fold(&bucket.name), bucket.count))
            .collect();
        let expected: BTreeMap<String, Count> = expected
            .into_iter()
            .map(|(name, count)| (fold(&name), count))
            .collect();
        assert_eq!(buckets.len(), facet.buckets.len(), "{text} by {name}");
        assert_eq!(buckets, expected, "{text} by {name}");
        assert_eq!(facet.missing, missing, "{text} without {name}");
    }

    let counted = days(snapshot, request).expect("counts");
    for step in Step::ALL {
        let asked = request.dates.unwrap_or(dateline::date::Period::ALL);
        let one = std::slice::from_ref(&counted);
        let timeline = Timeline::new(one, Some(&counted), asked, By::Step(step));
        let mut expected = by_step(&found, step);
        let series = &timeline.series[0];
        let aside = expected.remove(ASIDE).unwrap_or_default();
        let undated = expected.remove(UNDATED).unwrap_or_default();
        assert_eq!((series.imprecise, series.undated), (aside, undated));
        let rows = timeline.rows.iter();
        let sum = rows
            .clone()
            .fold(Count::default(), |sum, row| sum.plus(row.counts[0]));
        assert_eq!(
            sum.plus(aside).plus(undated),
            total,
            "{text} by {}",
            step.name()
        );
        let drawn: BTreeMap<String, Count> = rows
            .clone()
            .filter(|row| row.counts[0] != Count::default())
            .map(|row| (step.label(row.number), row.counts[0]))
            .collect();
        assert_eq!(drawn, expected, "{text} by {}", step.name());
        assert!(rows.clone().all(|row| row.all == Some(row.counts[0])));
        // Rows and gaps follow each other without a hole.
        let rows = rows.map(|row| (row.number, row.number));
        let gaps = timeline.gaps.iter().map(|gap| (gap.first, gap.last));
        let mut runs: Vec<(i64, i64)> = rows.chain(gaps).collect();
        runs.sort_unstable();
        assert!(runs.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0));
    }
    let by = By::AtMost(20);
    let fits = Timeline::new(&[counted], None, dateline::date::Period::ALL, by);
    assert!(fits.step == Step::Year || fits.rows.len() <= 20, "{text}");
}

/// Any query with any restriction.
fn request() -> impl Strategy<Value = Request> {
    let word = prop::sample::select(vec![
        "",
        "*",
        "albania",
        "the",
        "cyberattack",
        "iran*",
        "ferry",
        "council",
        "harbour",
        "weather",
        "a OR de OR der",
        "NOT the",
        "title:the",
        "\"of the\"",
        "oil NEAR/9 price*",
        "date:none",
        "words>100",
        "lang:en",
        "publisher:harbour",
        "absentword",
        "one",
        "two",
        "three",
    ]);
    let dates = prop::sample::select(vec![
        None,
        None,
        Some(("2022", "2022")),
        Some(("2022-08", "2022-09")),
        Some(("1987", "2019-06")),
    ]);
    let undated = prop::sample::select(vec![
        Undated::Default,
        Undated::Include,
        Undated::Exclude,
        Undated::Only,
    ]);
    let operator = prop::sample::select(vec![" ", " OR ", " NOT "]);
    (word.clone(), operator, word, dates, undated, any::<bool>()).prop_map(
        |(left, operator, right, dates, undated, imprecise)| {
            let text = match (left, right) {
                ("", text) | (text, "") => text.to_owned(),
                (left, right) => format!("({left}){operator}({right})"),
            };
            let today = Date::day(2026, 3, 14).expect("a day");
            let any = false;
            let query = query::parse(&text, &query::Options { any, today });
            let end = |text| Date::from_value(text, None).expect("a date").period();
            let mut request = Request::new(query.expect("a query"));
            request.dates = dates.map(|(first, last)| dateline::date::Period {
                first: end(first).first,
                last: end(last).last,
            });
            request.undated = undated;
            request.imprecise = imprecise;
            request
        },
    )
}

fn cases(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        max_shrink_iters: 40,
        ..ProptestConfig::default()
    }
}

#[test]
fn the_sample_archive_is_counted_as_it_is_found() {
    let folder = tempfile::tempdir().expect("room");
    let index = folder.path().join("index");
    assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("dateline"))
        .args(["index", "tests/archive", "--index"])
        .arg(&index)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .assert()
        .code(3);
    let snapshot = Index::open_read_only(&index)
        .and_then(|index| index.snapshot())
        .expect("an index");
    TestRunner::new(cases(150))
        .run(&request(), |request| {
            check(&snapshot, &request);
            Ok(())
        })
        .expect("the same counts");
}

/// An article by its text, publisher, authors, section, agency, date and date of change.
type Made = (
    usize,
    Option<&'static str>,
    Vec<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
);

fn made() -> impl Strategy<Value = Made> {
    let some = |values: &[&'static str]| {
        prop::option::weighted(0.8, prop::sample::select(values.to_vec()))
    };
    let dates = [
        "0001-01-01",
        "1899-12-31T23:59:59",
        "1987",
        "1987-12",
        "1987-12-31",
        "1988-01-01T00:00",
        "2020-12-31",
        "2021-01-03",
        "2021-01-04",
        "2022-02",
        "2022-08-15T12:00:01",
        "9999-12-31",
    ];
    (
        0_usize..6,
        some(&[
            "The Sound",
            "THE SOUND",
            "the  sound",
            "Gazeta e Tiranës",
            "Gazeta e Tiranes",
            "—",
            "",
        ]),
        prop::collection::vec(
            prop::sample::select(vec!["Ana Ruiz", "ANA RUÍZ", "Ana Ruíz", "Bo Li"]),
            0..3,
        ),
        some(&["News", "NEWS", "Sport"]),
        some(&dates),
        some(&dates),
    )
}

/// The article: those of one number, 0 aside, are copies of each other.
fn article(
    number: usize,
    (text, publisher, authors, section, published, updated): &Made,
) -> Article {
    let own = if *text == 0 { number + 100 } else { *text };
    let words = (0..120).map(|at| format!("w{}x{}", own, at * at % 997));
    let text: Vec<String> = words.collect();
    let date = |value: Option<&str>| {
        let date = value.and_then(|value| Date::from_value(value, None));
        date.map(|date| ArticleDate::new(date, "test"))
    };
    let path = number.to_string();
    Article {
        id: article_id(&path, None),
        path,
        body: format!(
            "{} the {}.",
            ["one", "two", "three"][number % 3],
            text.join(" ")
        ),
        publisher: publisher.map(str::to_owned),
        authors: authors.iter().map(|name| (*name).to_owned()).collect(),
        section: section.map(str::to_owned),
        agency: section.map(str::to_lowercase),
        published: date(*published),
        updated: date(*updated),
        lang: Some("en".to_owned()),
        words: 122,
        ..Article::default()
    }
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn any_archive_is_counted_as_it_is_found(
        made in prop::collection::vec(made(), 1..40),
        requests in prop::collection::vec(request(), 8),
    ) {
        let folder = tempfile::tempdir().expect("room");
        let index = Index::create(folder.path().join("index").as_path()).expect("a new folder");
        let mut writer = index.writer(&Options::default()).expect("the only writer");
        for (number, one) in made.iter().enumerate() {
            let article = article(number, one);
            let sketch = dateline::enrich::sketch(&article);
            writer.add(&article, &sketch.to_numbers()).expect("room");
            if number == made.len() / 2 {
                writer.commit().expect("room");
            }
        }
        writer.delete_id(&article_id("0", None));
        writer.commit().expect("room");
        writer.close().expect("room");
        let snapshot = index.snapshot().expect("an index");
        for request in &requests {
            check(&snapshot, request);
        }
    }
}
