//! The agency that a line below a text names as its source: `Quelle: mbl/dpa`, `Source: AFP`.

use crate::extract::byline;
use crate::extract::scrape::block::Block;

/// So many lines below the body are looked at.
const BELOW: usize = 8;

const OPENERS: &[&str] = &[
    "quelle",
    "quellen",
    "source",
    "sources",
    "fuente",
    "fuentes",
    "fonte",
    "bron",
    "kilde",
    "källa",
    "źródło",
    "zdroj",
    "izvor",
    "sursa",
    "burimi",
    "kaynak",
    "источник",
    "джерело",
    "πηγή",
    "المصدر",
    "出典",
    "来源",
    "來源",
    "출처",
];

/// The agency in a source line about the body's end, of which `last` is the line after the last.
pub(super) fn agency(blocks: &[Block], last: usize) -> Option<&'static str> {
    let end = (last + BELOW).min(blocks.len());
    blocks[last.saturating_sub(2).min(end)..end]
        .iter()
        .find_map(|block| named(&block.text))
}

/// Whether the line names the source of what stands above it, whoever that is.
pub(super) fn is_source(text: &str) -> bool {
    text.len() <= 80
        && text.split_once([':', '：']).is_some_and(|(label, _)| {
            OPENERS.contains(
                &label
                    .trim()
                    .trim_matches(['(', '['])
                    .to_lowercase()
                    .as_str(),
            )
        })
}

fn named(text: &str) -> Option<&'static str> {
    if !is_source(text) {
        return None;
    }
    let (_, names) = text.split_once([':', '：'])?;
    names
        .split(['/', ',', '·', '&', '|', '-', ';'])
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
        .find_map(byline::agency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources() {
        for (line, agency) in [
            ("Quelle: mbl/dpa", Some("dpa")),
            ("(Source: AFP)", Some("AFP")),
            ("Fuente: EFE", Some("EFE")),
            ("Source: the town council", None),
            ("dpa", None),
            ("Source:", None),
        ] {
            assert_eq!(named(line), agency, "{line}");
        }
    }
}
