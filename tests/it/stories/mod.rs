//! Stories: planted copies are found, and what only looks alike is left apart.

mod planted;

use std::collections::BTreeMap;

use dateline::article::{Article, ArticleDate, article_id};
use dateline::date::Date;
use dateline::index::{Index, Options, SIMILAR, Snapshot};
use dateline::query;
use dateline::search::{self, DateField, Filters, Request, Response, Sort, Undated};

use planted::Planted;

/// Pairs of articles in one story: planted so, found so, and both.
#[derive(Debug, Default, Clone, Copy)]
struct Pairs {
    planted: usize,
    found: usize,
    both: usize,
}

impl Pairs {
    fn precision(self) -> f64 {
        self.both as f64 / self.found.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.both as f64 / self.planted.max(1) as f64
    }
}

fn article(planted: &Planted, number: usize) -> Article {
    let path = format!("{:04}-{}.txt", number, planted.kind);
    let day = format!("2023-{:02}-{:02}", number % 12 + 1, number % 28 + 1);
    Article {
        id: article_id(&path, None),
        path,
        title: Some(planted.title.clone()),
        publisher: Some(planted.outlet.to_owned()),
        body: planted.body.clone(),
        published: Date::from_value(&day, None).map(|date| ArticleDate::new(date, "test")),
        lang: Some("en".to_owned()),
        ..Article::default()
    }
}

/// An index of the articles, committed in pieces of `commit`.
fn index(folder: &std::path::Path, articles: &[Article], commit: usize) -> Snapshot {
    let index = Index::create(folder).expect("a new folder");
    let mut writer = index.writer(&Options::default()).expect("the only writer");
    for (number, article) in articles.iter().enumerate() {
        let sketch = dateline::enrich::sketch(article);
        writer.add(article, &sketch.to_numbers()).expect("room");
        if number % commit == commit - 1 {
            writer.commit().expect("room");
        }
    }
    writer.close().expect("room");
    index.snapshot().expect("an index")
}

/// The ids of the articles of each story.
fn told(snapshot: &Snapshot) -> Vec<Vec<String>> {
    let stories = snapshot.stories(SIMILAR).expect("stories");
    let mut told: Vec<Vec<String>> = (0..stories.len() as u32)
        .map(|story| {
            let ids = stories.members(story).iter();
            let mut ids: Vec<String> = ids
                .map(|address| snapshot.article(*address).expect("an article").id)
                .collect();
            ids.sort();
            ids
        })
        .collect();
    told.sort();
    told
}

#[test]
fn planted_copies_group_and_templates_do_not() {
    let planted = planted::all();
    let articles: Vec<Article> = (0..)
        .zip(&planted)
        .map(|(at, one)| article(one, at))
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let snapshot = index(&folder.path().join("index"), &articles, usize::MAX);
    let of: BTreeMap<&str, &Planted> = articles
        .iter()
        .zip(&planted)
        .map(|(article, one)| (article.id.as_str(), one))
        .collect();
    let found = told(&snapshot);
    let story_of: BTreeMap<&str, usize> = found
        .iter()
        .zip(0..)
        .flat_map(|(ids, story)| ids.iter().map(move |id| (id.as_str(), story)))
        .collect();

    let mut all = Pairs::default();
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (id, one) in &of {
        for (other_id, other) in of.range(id..).skip(1) {
            let same = one.story == other.story;
            let together = story_of
                .get(id)
                .is_some_and(|story| story_of.get(other_id) == Some(story));
            all.planted += usize::from(same);
            all.found += usize::from(together);
            all.both += usize::from(same && together);
            // Each way to copy is judged against the article copied.
            if same && (one.kind == "whole" || other.kind == "whole") {
                let kind = if one.kind == "whole" {
                    other.kind
                } else {
                    one.kind
                };
                let row = kinds.entry(kind).or_default();
                row.0 += 1;
                row.1 += usize::from(together);
            }
            if together && !same {
                let row = kinds.entry("wrong").or_default();
                row.0 += 1;
            }
        }
    }
    let table: Vec<String> = kinds
        .iter()
        .map(|(kind, (planted, found))| format!("{kind}: {found} of {planted}"))
        .collect();
    let told = format!(
        "precision {:.3}, recall {:.3}\n{}",
        all.precision(),
        all.recall(),
        table.join("\n")
    );
    if std::env::var_os("STORIES_TOLD").is_some() {
        panic!("{told}");
    }
    assert!(all.precision() >= 0.99 && all.recall() >= 0.95, "{told}");
    for (kind, (planted, found)) in kinds {
        assert!(
            kind == "wrong" || found * 10 >= planted * 9,
            "{kind}: {told}"
        );
    }
}
