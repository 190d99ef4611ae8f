//! Dates in elements that are marked as such: `<time>`, microdata, classes.

use crate::date::Label;
use crate::extract::html::class_words::Words;
use crate::extract::html::dates::Evidence;
use crate::extract::html::dates::candidates::Candidates;
use crate::extract::html::layout::Layout;
use crate::extract::html::page::{NodeId, Page, push_squeezed};
use crate::extract::html::tags::Tag;

/// No more marked elements than this are looked at.
const MOST: usize = 200;

/// Adds the dates of `<time>` elements, microdata and elements named as dates.
pub(super) fn collect(evidence: &Evidence<'_, '_>, candidates: &mut Candidates<'_>) {
    let page = evidence.page;
    let anchor = evidence
        .title
        .or(evidence.roots.first().copied())
        .unwrap_or(0);
    let mut count = 0;
    for id in 0..page.len() {
        let tag = page.tag(id);
        let words = page.words(id);
        // Microdata's property or RDFa's: `datePublished`, `schema:datePublished`.
        let itemprop = page
            .attr(id, "itemprop")
            .or_else(|| page.attr(id, "property"))
            .unwrap_or("");
        let itemprop = itemprop.rsplit(':').next().unwrap_or(itemprop);
        // `<abbr title="2011-08-25T01:40:40Z">` was the way before `<time>`.
        let is_time = tag == Tag::Time || page.attr(id, "title").is_some_and(is_instant);
        let by_itemprop = itemprop.starts_with("date") || itemprop.contains(" date");
        let by_class = !is_time
            && !by_itemprop
            && words.has(Words::DATE.and(Words::PUBLISHED).and(Words::UPDATED))
            && page.letters(id) < 120
            && page.letters(id) > 5;
        if !(is_time || by_itemprop || by_class) || tag == Tag::Meta || tag.is_unseen() {
            continue;
        }
        count += 1;
        if count > MOST {
            break;
        }
        let mut text = page
            .attr(id, "datetime")
            .or_else(|| page.attr(id, "content"))
            .or_else(|| {
                page.attr(id, "title")
                    .filter(|title| title.bytes().any(|byte| byte.is_ascii_digit()))
            })
            .map(str::to_owned)
            .unwrap_or_default();
        let shown = page.text(id, 200);
        if text.trim().len() < 6 {
            text.clone_from(&shown);
        }
        let around = around(page, id);
        let updated = itemprop.contains("dateModified")
            || words.has(Words::UPDATED) && !words.has(Words::PUBLISHED)
            || label_of(&around) == Some(Label::Updated);
        let mut weight = if by_itemprop {
            70
        } else if is_time {
            56
        } else {
            40
        };
        if words.has(Words::PUBLISHED) || page.attr(id, "pubdate").is_some() {
            weight += 10;
        }
        if elsewhere(page, evidence.layout, anchor, id) {
            weight -= 45;
        }
        let distance = page.letters_between(anchor, id);
        weight -= (distance / 300).min(20) as i32;
        let rule = if by_itemprop {
            let kind = if page.attr(id, "itemprop").is_some() {
                "itemprop"
            } else {
                "property"
            };
            format!("{kind}:{itemprop}")
        } else if is_time {
            "time".to_owned()
        } else {
            "class:date".to_owned()
        };
        candidates.push(&text, rule, weight, updated);
    }
}

/// Whether it is an instant as machines write it: `2011-08-25T01:40:40Z`.
fn is_instant(text: &str) -> bool {
    let bytes = text.as_bytes();
    (16..=32).contains(&bytes.len())
        && bytes[10] == b'T'
        && bytes[..10].iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Whether it stands among other stories, comments, pictures.
fn elsewhere(page: &Page<'_>, layout: &Layout, anchor: NodeId, id: NodeId) -> bool {
    let outside = Words::COMMENTS
        .and(Words::RELATED)
        .and(Words::TEASER)
        .and(Words::SIDE)
        .and(Words::AD)
        .and(Words::EMBED)
        .and(Words::CAPTION);
    page.ancestors(id)
        .take(14)
        .take_while(|above| !page.within(anchor, *above))
        .any(|above| {
            layout.is_foreign(above)
                || matches!(
                    page.tag(above),
                    Tag::Nav | Tag::Aside | Tag::Footer | Tag::Figure | Tag::Blockquote
                )
                || page.words(above).has(outside) && page.letters(above) < 4000
        })
}

/// The text of the element's parent, where that is short: it may hold the label.
fn around(page: &Page<'_>, id: NodeId) -> String {
    let parent = page.nodes[id].parent;
    if page.letters(parent) < 120 {
        // Only what comes before the element can be its label.
        let mut text = String::new();
        for node in &page.nodes[parent..id] {
            push_squeezed(&mut text, node.text);
        }
        text
    } else {
        String::new()
    }
}

/// What the words before a date say of it.
fn label_of(text: &str) -> Option<Label> {
    let lower = text.to_lowercase();
    const WORDS: &[&str] = &[
        "updated",
        "modified",
        "aktualisiert",
        "mis à jour",
        "modifié",
        "actualizado",
        "actualizada",
        "aggiornat",
        "atualizad",
        "uppdaterad",
        "oppdatert",
        "opdateret",
        "bijgewerkt",
        "güncelle",
        "обновлен",
        "更新",
        "수정",
        "last update",
        "stand:",
        "diperbarui",
        "cập nhật",
        "zuletzt",
        "修正",
    ];
    WORDS
        .iter()
        .any(|word| lower.contains(word))
        .then_some(Label::Updated)
}
