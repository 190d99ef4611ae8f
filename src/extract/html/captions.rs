//! Captions of the article's pictures, with their credits.

use crate::article::Caption;
use crate::extract::html::class_words::Words;
use crate::extract::html::page::{NodeId, Page, squeeze};
use crate::extract::html::tags::Tag;

/// The captions inside the text's place, each once.
pub(super) fn read(page: &Page<'_>, roots: &[NodeId]) -> Vec<Caption> {
    let mut captions: Vec<Caption> = Vec::new();
    for &root in roots {
        let mut id = root;
        while id < page.end(root) && captions.len() < 200 {
            let words = page.words(id);
            let tag = page.tag(id);
            let is_caption = tag == Tag::Figcaption
                || (tag != Tag::Text && tag != Tag::Img && words.has(Words::CAPTION));
            let letters = page.letters(id);
            if !is_caption || letters == 0 || letters > 1200 {
                id += 1;
                continue;
            }
            let mut text = page.text(id, 2000);
            let mut credit = None;
            for inner in id + 1..page.end(id) {
                if page.words(inner).has(Words::CREDIT) && page.letters(inner) > 0 {
                    let found = page.text(inner, 300);
                    if let Some(at) = text.rfind(&found) {
                        text.replace_range(at..at + found.len(), "");
                    }
                    credit = Some(found);
                    break;
                }
            }
            let caption = Caption {
                text: squeeze(&text),
                credit: credit.filter(|credit| !credit.is_empty()),
            };
            if !captions.contains(&caption)
                && (!caption.text.is_empty() || caption.credit.is_some())
            {
                captions.push(caption);
            }
            id = page.end(id);
        }
    }
    captions
}
