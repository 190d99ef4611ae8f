//! Whether two words mostly stand side by side.

use crate::search::error::SearchError;
use crate::search::plan::Slot;
use crate::search::scorer::build::words;
use crate::search::scorer::leaf::Leaf;
use crate::search::scorer::{DocId, TERMINATED};
use crate::search::terms::Dictionary;

/// The most places of posting lists that are looked at.
const STEPS: u32 = 50_000;

/// What articles with both words are like.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::search) struct Adjacent {
    /// Articles that hold both words.
    pub(in crate::search) both: u32,
    /// Those that have the second right after the first.
    pub(in crate::search) pairs: u32,
    /// Whether one of these writes them with a hyphen.
    pub(in crate::search) hyphened: bool,
    steps: u32,
}

/// Adds to `seen` what one segment's articles with the first and second of `slots` are like, until `sample` were seen. The
/// third is the closed form of both, which stands at the place of the first where a hyphen joins them.
pub(in crate::search) fn adjacent(
    terms: &Dictionary,
    segment: usize,
    slots: [&Slot; 3],
    is_deleted: &dyn Fn(DocId) -> bool,
    sample: u32,
    seen: &mut Adjacent,
) -> Result<(), SearchError> {
    let [first, second, closed] = slots;
    let mut first = words(terms, segment, first)?;
    let mut second = words(terms, segment, second)?;
    let mut closed = words(terms, segment, closed)?;
    let (mut firsts, mut seconds, mut closeds) = (Vec::new(), Vec::new(), Vec::new());
    let mut doc = 0;
    while seen.both < sample && seen.steps < STEPS {
        seen.steps += 1;
        let at = first.seek(doc);
        if at == TERMINATED {
            break;
        }
        doc = second.seek(at);
        if doc == TERMINATED {
            break;
        }
        if doc > at {
            continue;
        }
        if is_deleted(doc) {
            doc += 1;
            continue;
        }
        seen.both += 1;
        first.positions(&mut firsts);
        second.positions(&mut seconds);
        firsts.retain(|&position| seconds.binary_search(&(position + 1)).is_ok());
        if !firsts.is_empty() {
            seen.pairs += 1;
            if !seen.hyphened && closed.seek(doc) == doc {
                closed.positions(&mut closeds);
                seen.hyphened = firsts
                    .iter()
                    .any(|position| closeds.binary_search(position).is_ok());
            }
        }
        doc += 1;
    }
    Ok(())
}
