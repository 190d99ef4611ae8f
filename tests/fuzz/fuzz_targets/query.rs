//! The query language: any text, read and asked of a small index.
#![no_main]

use std::sync::LazyLock;

use dateline::article::Article;
use dateline::date::Date;
use dateline::index::{Index, IndexError, Options as Writing, Snapshot};
use dateline::query::{Options, parse};
use dateline::search::{Request, SearchError, search};
use libfuzzer_sys::fuzz_target;

/// Four short articles.
static ARCHIVE: LazyLock<Option<Snapshot>> = LazyLock::new(|| archive().ok());

fn archive() -> Result<Snapshot, IndexError> {
    let name = format!("dateline-fuzz-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let index = Index::create(&folder)?;
    let mut writer = index.writer(&Writing::default())?;
    let bodies = [
        "Oil prices rose. Iran said labour costs at AT&T were 2,000 a head, or 10 pct.",
        "The U.S. and Albanian delegations met George Shultz in Tiranë, the government said.",
        "Cyber-attacks on cafés: a cyberattack cost 5.6 billion, George Schultz said.\n\nThe price of oil fell.",
        "Colonel Gadhafi told us of the labor in the united states: it was of the same kind.",
    ];
    for (number, body) in bodies.iter().enumerate() {
        let article = Article {
            id: number.to_string(),
            path: number.to_string(),
            title: Some("Oil price".to_owned()),
            byline: Some("By Jane Doe".to_owned()),
            body: (*body).to_owned(),
            words: 12,
            ..Article::default()
        };
        writer.add(&article, &[])?;
        if number == 1 {
            writer.commit()?;
        }
    }
    writer.close()?;
    let snapshot = index.snapshot();
    // What is open stays open.
    let _ = std::fs::remove_dir_all(&folder);
    snapshot
}

fuzz_target!(|text: &str| {
    let Some(today) = Date::day(2022, 9, 9) else {
        return;
    };
    for any in [false, true] {
        let options = |any| Options {
            any,
            today: today.clone(),
        };
        match parse(text, &options(any)) {
            Ok(query) => {
                let printed = query.to_string();
                let again = parse(&printed, &options(false));
                assert!(any || again.is_ok(), "`{printed}` is not read back");
                let Some(archive) = &*ARCHIVE else { continue };
                let request = Request {
                    snippets: 2,
                    help: true,
                    explain: any,
                    ..Request::new(query)
                };
                match search(archive, &request) {
                    Ok(_)
                    | Err(
                        SearchError::Query { .. }
                        | SearchError::TooLarge { .. }
                        | SearchError::TooManyWildcards { .. },
                    ) => {}
                    Err(error) => panic!("{text}: {error}"),
                }
            }
            Err(error) => {
                let _ = (error.to_string(), error.excerpt());
            }
        }
    }
});
