//! Dates in the page's scripts: state and data layers that name the day of publication.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::html::dates::Evidence;
use crate::extract::html::dates::candidates::Candidates;
use crate::extract::html::tags::Tag;

/// Dates beyond these are other stories'.
const MOST: usize = 40;
/// A script longer than this is not read.
const LONGEST: usize = 4 << 20;

static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?i)["'](?:article_?|story_?|content_?|page_?|post_?)?(?:date_?published|publish(?:ed)?_?(?:date|time|at|on)|publication_?(?:date|time)|pub_?date|(?:first|original(?:ly)?|initial)_?publish(?:ed)?_?(?:date|time|at)?|date_?first_?published|display_?date|posted_?(?:date|at|on))\\?["']\s*[:,]\s*\\?["'](?P<date>[^"'\\]{8,40})"#,
    )
    .expect("the pattern is a constant and compiles")
});

/// Adds the first date that the scripts name as that of publication, where nothing else of the page does.
pub(super) fn collect(evidence: &Evidence<'_, '_>, candidates: &mut Candidates<'_>) {
    let stated = |weight: i32| weight >= 60;
    if candidates
        .found
        .iter()
        .any(|candidate| !candidate.updated && stated(candidate.weight))
    {
        return;
    }
    let page = evidence.page;
    let mut days: Vec<String> = Vec::new();
    for id in 0..page.len() {
        if page.tag(id) != Tag::Script {
            continue;
        }
        let raw = page.raw_text(id);
        if raw.len() > LONGEST {
            continue;
        }
        for found in NAMED.captures_iter(&raw).take(MOST) {
            days.push(found["date"].to_owned());
        }
        if days.len() >= MOST {
            break;
        }
    }
    let Some(first) = days.first() else { return };
    let day = |date: &String| date.chars().take(10).collect::<String>();
    let alone = days.iter().all(|other| day(other) == day(first));
    // Where other stories' dates stand there too, the first is likelier the page's own than not.
    candidates.push(
        first,
        "script".to_owned(),
        if alone { 58 } else { 34 },
        false,
    );
}
