//! Stories: planted copies are found, and what only looks alike is left apart.

mod planted;

use std::collections::BTreeMap;
use std::ops::Bound;

use dateline::article::{Article, ArticleDate, article_id};
use dateline::date::Date;
use dateline::index::{Index, Options, SIMILAR, Snapshot};
use dateline::query;
use dateline::search::{self, Cursor, Request, Response, Sort};

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
    // Copies are printed within three days, and so are reports of one template.
    let day = format!(
        "2023-{:02}-{:02}",
        planted.story % 12 + 1,
        planted.story % 25 + number % 3 + 1
    );
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
    let planted = planted::with_all_templates();
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
        for (other_id, other) in of.range::<str, _>((Bound::Excluded(*id), Bound::Unbounded)) {
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
    assert!(all.precision() >= 0.99 && all.recall() >= 0.95, "{told}");
    for (kind, (planted, found)) in kinds {
        assert!(
            kind == "wrong" || found * 10 >= planted * 9,
            "{kind}: {told}"
        );
    }
}

#[test]
fn neither_order_nor_commits_nor_a_lost_file_change_stories() {
    let planted = planted::all();
    let mut articles: Vec<Article> = (0..)
        .zip(&planted)
        .map(|(at, one)| article(one, at))
        .take(300)
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let at_once = told(&index(&folder.path().join("one"), &articles, usize::MAX));
    assert!(at_once.len() > 10);
    articles.reverse();
    let path = folder.path().join("other");
    let in_pieces = told(&index(&path, &articles, 37));
    assert_eq!(at_once, in_pieces);
    let again = |path: &std::path::Path| {
        told(
            &Index::open_read_only(path)
                .expect("an index")
                .snapshot()
                .expect("a commit"),
        )
    };
    assert_eq!(at_once, again(&path));
    for bytes in [&b""[..], b"not a file of stories", &[0xff; 400]] {
        std::fs::write(path.join("stories"), bytes).expect("room");
        assert_eq!(at_once, again(&path));
    }
    std::fs::remove_file(path.join("stories")).expect("it is there");
    assert_eq!(at_once, again(&path));

    // What was there before counts, and what is gone doesn't.
    let (first, second) = articles.split_at(140);
    let path = folder.path().join("grown");
    index(&path, first, 60);
    let grown = Index::open(&path).expect("an index");
    let writer = grown.writer(&Options::default()).expect("the only writer");
    for article in second {
        let sketch = dateline::enrich::sketch(article);
        writer.add(article, &sketch.to_numbers()).expect("room");
    }
    for article in first.iter().step_by(3) {
        writer.delete_id(&article.id);
    }
    writer.close().expect("room");
    let left: Vec<Article> = (0..)
        .zip(&articles)
        .filter(|(at, _)| *at >= 140 || at % 3 != 0)
        .map(|(_, article)| article.clone())
        .collect();
    let fresh = told(&index(&folder.path().join("fresh"), &left, usize::MAX));
    assert_eq!(fresh, told(&grown.snapshot().expect("a commit")));
}

#[test]
fn a_chain_of_changes_is_not_one_story() {
    // Each shares most of its sentences with the next, and the first nothing with the last.
    let mut dice = planted::Dice::new(4);
    let sentences: Vec<String> = (0..60).map(|_| planted::sentence(&mut dice)).collect();
    let articles: Vec<Article> = (0..21)
        .map(|at| {
            let one = Planted {
                story: 0,
                kind: "chain",
                outlet: "The Courier",
                title: "A chain".to_owned(),
                body: sentences[at * 2..at * 2 + 20].join(" "),
            };
            article(&one, at)
        })
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let found = told(&index(&folder.path().join("index"), &articles, usize::MAX));
    let longest = found.iter().map(Vec::len).max();
    assert!(longest <= Some(5), "{found:?}");
    assert!(found.len() >= 4, "{found:?}");
}

#[test]
fn pages_neither_repeat_nor_lose_a_story_and_totals_are_exact() {
    let articles: Vec<Article> = (0..)
        .zip(&planted::all())
        .map(|(at, one)| article(one, at))
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let snapshot = index(&folder.path().join("index"), &articles, 200);
    let today = Date::day(2026, 3, 14).expect("a day");
    let ask = |text: &str, sort: Sort, offset: usize, limit: usize| -> Response {
        let query = query::parse(
            text,
            &query::Options {
                any: true,
                today: today.clone(),
            },
        );
        let request = Request {
            sort,
            offset,
            limit,
            snippets: 0,
            ..Request::new(query.expect("a query"))
        };
        search::search(&snapshot, &request).expect("an answer")
    };
    for (text, sort) in [
        ("the ferry", Sort::Relevance),
        ("the", Sort::Newest),
        ("harbour market council", Sort::Oldest),
    ] {
        let all = ask(text, sort, 0, usize::MAX);
        assert_eq!(all.hits.len(), all.stories, "{text}");
        let members: usize = all.hits.iter().map(|hit| 1 + hit.copy_count).sum();
        assert_eq!(members, all.articles, "{text}");
        assert!(all.stories < all.articles, "{text}");
        assert_eq!(ask(text, sort, 0, 0).stories, all.stories, "{text}");
        let mut paged = Vec::new();
        while paged.len() < all.stories {
            let page = ask(text, sort, paged.len(), 7);
            assert_eq!((page.articles, page.stories), (all.articles, all.stories));
            assert!(!page.hits.is_empty(), "{text}");
            paged.extend(page.hits);
        }
        let ids = |hits: &[search::Hit]| -> Vec<(String, usize)> {
            hits.iter()
                .map(|hit| (hit.article.id.clone(), hit.copy_count))
                .collect()
        };
        assert_eq!(ids(&paged), ids(&all.hits), "{text}");
    }
}

#[test]
fn pages_by_date_go_on_while_the_index_grows() {
    let all: Vec<Article> = (0..)
        .zip(&planted::all())
        .map(|(at, one)| article(one, at))
        .collect();
    let today = Date::day(2026, 3, 14).expect("a day");
    let request = |sort: Sort, copies: bool, after: Option<Cursor>| {
        let query = query::parse(
            "the",
            &query::Options {
                any: false,
                today: today.clone(),
            },
        );
        Request {
            sort,
            copies,
            after,
            limit: 9,
            snippets: 0,
            ..Request::new(query.expect("a query"))
        }
    };
    for (sort, copies) in [
        (Sort::Newest, true),
        (Sort::Newest, false),
        (Sort::Oldest, false),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("index");
        let (early, late) = all.split_at(all.len() / 2);
        index(&path, early, 90);
        let mut late = late.iter();
        let mut shown: Vec<search::Hit> = Vec::new();
        let mut after = None;
        let mut said = Vec::new();
        loop {
            let grown = Index::open(&path).expect("an index");
            let snapshot = grown.snapshot().expect("a commit");
            let page = search::search(&snapshot, &request(sort, copies, after)).expect("an answer");
            said.extend(page.notes);
            shown.extend(page.hits);
            after = page.next;
            let Some(Cursor::Dated(dated)) = &after else {
                break;
            };
            // What comes is ahead of all that was shown, behind it, and copies of what was shown and of what was not.
            let writer = grown.writer(&Options::default()).expect("the only writer");
            for article in late.by_ref().take(7) {
                let mut article = article.clone();
                let ahead = if sort == Sort::Newest {
                    "2031-01-01"
                } else {
                    "1970-01-01"
                };
                let new = article
                    .published
                    .take()
                    .filter(|_| article.id.as_bytes()[3] % 2 == 0);
                let key = |date: &ArticleDate| Some(date.date.period().first);
                let is_between = new.as_ref().is_some_and(|new| {
                    let (first, last) = (dated.first.date, dated.last.date);
                    key(new) >= first.min(last) && key(new) <= first.max(last)
                });
                let date = Date::from_value(ahead, None).map(|date| ArticleDate::new(date, "test"));
                article.published = if is_between { date } else { new.or(date) };
                let sketch = dateline::enrich::sketch(&article);
                writer.add(&article, &sketch.to_numbers()).expect("room");
            }
            writer.close().expect("room");
        }
        assert_eq!(said, Vec::<String>::new());
        let mut ids: Vec<&str> = shown.iter().map(|hit| hit.article.id.as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "twice");
        let ranks: Vec<usize> = shown.iter().map(|hit| hit.rank).collect();
        assert_eq!(ranks, (1..=count).collect::<Vec<_>>());

        let snapshot = Index::open(&path)
            .expect("an index")
            .snapshot()
            .expect("a commit");
        let stories = snapshot.stories(SIMILAR).expect("stories");
        let story = |id: &str| {
            let address = snapshot
                .address(id)
                .expect("an index")
                .expect("it is there");
            stories.story(address.segment_ord, address.doc_id)
        };
        let told: Vec<u32> = shown
            .iter()
            .filter_map(|hit| story(&hit.article.id))
            .collect();
        for early in early {
            let told = ids.binary_search(&early.id.as_str()).is_ok()
                || !copies && story(&early.id).is_some_and(|story| told.contains(&story));
            assert!(told, "left out: {}", early.path);
        }
    }
}

#[test]
fn pages_by_relevance_say_that_the_index_has_changed() {
    let all: Vec<Article> = (0..)
        .zip(&planted::all())
        .map(|(at, one)| article(one, at))
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index");
    let snapshot = index(&path, &all[..300], usize::MAX);
    let today = Date::day(2026, 3, 14).expect("a day");
    let query = query::parse("the", &query::Options { any: false, today }).expect("a query");
    let request = Request {
        limit: 4,
        ..Request::new(query)
    };
    let first = search::search(&snapshot, &request).expect("an answer");
    let request = Request {
        after: first.next,
        ..request
    };
    let second = search::search(&snapshot, &request).expect("an answer");
    assert_eq!(second.notes, Vec::<String>::new());
    assert_eq!(
        second.hits.iter().map(|hit| hit.rank).collect::<Vec<_>>(),
        [5, 6, 7, 8]
    );
    let grown = Index::open(&path).expect("an index");
    let writer = grown.writer(&Options::default()).expect("the only writer");
    writer.add(&all[301], &[]).expect("room");
    writer.close().expect("room");
    let snapshot = grown.snapshot().expect("a commit");
    let second = search::search(&snapshot, &request).expect("an answer");
    assert!(
        second.notes.iter().any(|note| note.contains("has changed")),
        "{:?}",
        second.notes
    );
}
