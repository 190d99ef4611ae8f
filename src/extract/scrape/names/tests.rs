use super::*;
use crate::extract::scrape::block;
use crate::extract::scrape::features::traits;

/// The authors of a page of lines: the title is the line that begins with `#`, the body's lines begin with `>`.
fn authors(lines: &[&str]) -> Vec<String> {
    let bare: Vec<&str> = lines
        .iter()
        .map(|line| line.trim_start_matches(['#', '>']))
        .collect();
    let blocks = block::blocks(&bare.join("\n\n"), false);
    let traits = traits(&blocks);
    let body = |line: &&str| line.starts_with('>');
    let start = lines.iter().position(body).expect("a body");
    let last = lines.iter().rposition(body).expect("a body") + 1;
    let title = lines.iter().position(|line| line.starts_with('#'));
    let place = Place { title, start, last };
    byline(&blocks, &traits, place)
        .map(|(line, _)| crate::extract::byline::parse(&line).authors)
        .unwrap_or_default()
}

const BODY: &str = ">The old bridge over the river fell on Monday morning, and nobody was hurt when it did, the town said.";

#[test]
fn bylines_of_pages() {
    for (lines, expected) in [
        // A date stands beside a headline too.
        (
            &[
                "#The bridge that fell",
                "8 May 2023",
                "Broken Pledge",
                "By Ada Lindqvist",
                BODY,
            ][..],
            &["Ada Lindqvist"][..],
        ),
        // A name with nothing beside it, told by its first name.
        (
            &[
                "#The bridge that fell",
                "A town mourns",
                "Ada Lindqvist",
                BODY,
            ],
            &["Ada Lindqvist"],
        ),
        (&["#The bridge that fell", "Social Sharing", BODY], &[]),
        (&["#The bridge that fell", "Key Highlights", BODY], &[]),
        // One node a line, with counts and offices between.
        (
            &[
                "#The bridge that fell",
                "By",
                "Ada Lindqvist",
                "0",
                ",",
                "Tom Hare",
                BODY,
            ],
            &["Ada Lindqvist", "Tom Hare"],
        ),
        (
            &[
                "#The bridge that fell",
                "By",
                "Ada LindqvistNews Reporter",
                "Tom HareNews Reporter",
                BODY,
            ],
            &["Ada Lindqvist", "Tom Hare"],
        ),
        // Below the article, where nothing above names anybody.
        (
            &["#The bridge that fell", BODY, "Ada Lindqvist", "Share"],
            &["Ada Lindqvist"],
        ),
        (
            &[
                "#The bridge that fell",
                BODY,
                "Related Articles",
                "By Tom Hare",
            ],
            &[],
        ),
        // Who took the picture.
        (&["#The bridge that fell", "Image:", "Tom Hare", BODY], &[]),
        (
            &[
                "#The bridge that fell",
                "Ada LindqvistPublished Jul 17, 2024, 11:21am|Updated Jul 17, 2024",
                BODY,
            ],
            &["Ada Lindqvist"],
        ),
        (
            &["#The bridge that fell", "김철수", "기자", BODY],
            &["김철수"],
        ),
        (
            &["#The bridge that fell", "좋아요", "2023.05.08 20:00", BODY],
            &[],
        ),
        (
            &[
                "#橋が落ちた朝の町の様子",
                "渡辺太郎2023年5月8日 21時37分",
                BODY,
            ],
            &["渡辺太郎"],
        ),
        // Whom the article is about.
        (
            &["#Tom Hare says the bridge was safe", "Tom Hare", BODY],
            &[],
        ),
    ] {
        assert_eq!(authors(lines), expected, "{lines:?}");
    }
}
