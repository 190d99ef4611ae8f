//! Who publishes a page: the name it opens with, confirmed by its lines of rights and credits.

use crate::extract::boilerplate::{self, Boilerplate};
use crate::extract::byline;
use crate::extract::scrape::block::Block;
use crate::extract::title;

/// Who publishes the page: the name that opens a dump's first line, confirmed by the page's own lines where it can be.
pub(super) fn publisher(
    site_line: Option<&str>,
    blocks: &[Block],
    title: Option<&str>,
) -> Option<(String, &'static str)> {
    if let Some(line) = site_line {
        let mut end = line.len().min(160);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        let head = &line[..end];
        let name = head
            .split([" - ", " | ", " – ", " — ", ": ", " » ", " · "].as_slice()[0])
            .next()
            .unwrap_or(head);
        let name = name.split(" | ").next().unwrap_or(name);
        let cut_off = name.len() < head.len();
        let words: Vec<&str> = name.split_whitespace().collect();
        if cut_off && words.len() <= 5 {
            return Some((name.trim().to_owned(), "first line"));
        }
        let rights: Vec<String> = blocks
            .iter()
            .filter(|block| {
                block.text.len() < 200
                    && (block.text.contains('©') || block.text.contains("opyright"))
            })
            .map(|block| block.text.to_lowercase())
            .collect();
        for count in (1..=words.len().min(5)).rev() {
            let name = words[..count].join(" ");
            if name.chars().count() >= 3
                && rights
                    .iter()
                    .any(|line| line.contains(&name.to_lowercase()))
            {
                return Some((name, "first line"));
            }
        }
        let until = words
            .iter()
            .position(|word| {
                boilerplate::kind(word) == Some(Boilerplate::Label)
                    || matches!(*word, "Skip" | "Zum" | "Aller" | "Ana" | "Hoppa")
            })
            .unwrap_or(words.len());
        if (1..=4).contains(&until) {
            return Some((words[..until].join(" "), "first line"));
        }
    }
    if let Some(name) = opening(blocks) {
        return Some((name, "page top"));
    }
    // A title with the site's name behind a bar: `A bridge fell | The Example`.
    let title = title?;
    for block in blocks
        .iter()
        .take(200)
        .filter(|block| block.text.len() < 300)
    {
        for bar in [" | ", " - ", " – ", " — "] {
            if let Some((head, tail)) = block.text.rsplit_once(bar)
                && tail.split_whitespace().count() <= 4
                && title::likeness(head, title) > 0.9
            {
                return Some((tail.to_owned(), "title suffix"));
            }
        }
    }
    None
}

/// The name among the first lines of a page that a line of rights or a credit repeats, or that is a newspaper's by its words.
fn opening(blocks: &[Block]) -> Option<String> {
    const TOP: usize = 6;
    let marks: Vec<String> = blocks
        .iter()
        .skip(1)
        .map(|block| block.text.as_str())
        .filter(|text| {
            text.len() <= 200
                && (text.contains(['©', '/', '|']) || text.to_lowercase().contains("copyright"))
        })
        .take(400)
        .map(str::to_lowercase)
        .collect();
    let repeated = |name: &str| {
        let name = name.to_lowercase();
        marks
            .iter()
            .any(|mark| *mark != name && mark.contains(&name))
    };
    blocks.iter().take(TOP).find_map(|block| {
        let text = block.text.as_str();
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.len() > 5 {
            // The name and the navigation in one line.
            return (2..=4)
                .rev()
                .map(|count| words[..count].join(" "))
                .find(|name| {
                    let name = name.to_lowercase();
                    text.len() <= 400
                        && marks
                            .iter()
                            .any(|mark| mark.contains('©') && mark.contains(&name))
                });
        }
        let named = (4..=40).contains(&text.len())
            && boilerplate::kind(text).is_none()
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && text.starts_with(|c: char| !c.is_lowercase());
        let paper = [
            "新聞", "日報", "新报", "日报", "时报", "時報", "일보", "신문",
        ]
        .iter()
        .any(|end| text.ends_with(end))
            || words.len() >= 2
                && words
                    .last()
                    .is_some_and(|word| byline::is_desk(word) && word.len() > 4);
        (named && (paper || repeated(text))).then(|| text.to_owned())
    })
}
