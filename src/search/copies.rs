//! The copies of one story, and what each says otherwise than the first.

use crate::article::Article;
use crate::index::Snapshot;
use crate::search::error::SearchError;
use crate::text::changes::{Changes, changes};
use crate::text::sketch::Parts;

/// So many copies are compared.
const COMPARED: usize = 1_000;

/// The articles that tell one story.
#[derive(Clone, Debug)]
pub struct Copies {
    /// How many there are.
    pub count: usize,
    /// They themselves, earliest first; a thousand at the most.
    pub members: Vec<Member>,
}

/// An article beside another that tells the same story.
#[derive(Clone, Debug)]
pub struct Member {
    /// The article.
    pub article: Article,
    /// What its body says otherwise than the other's, and how much they share.
    pub compared: Compared,
}

/// Two bodies beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// How much of the shorter stands in the longer one: 0 to 1.
    pub likeness: f32,
    /// Word by word.
    pub changes: Changes,
    /// Whether the titles are the same but for case and marks; where both have one.
    pub same_title: bool,
}

/// The story of the article with this id: the article alone where it has no copies, nothing where there is no such article.
///
/// `similar` is the share of the shorter body that makes copies.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn copies(index: &Snapshot, id: &str, similar: f32) -> Result<Copies, SearchError> {
    let stories = index.stories(similar)?;
    let Some(own) = index.address(id)? else {
        return Ok(Copies {
            count: 0,
            members: Vec::new(),
        });
    };
    let story = stories.story(own.segment_ord, own.doc_id);
    let alone = [own];
    let addresses = story.map_or(&alone[..], |story| stories.members(story));
    let mut members: Vec<Member> = Vec::new();
    for address in addresses.iter().take(COMPARED) {
        let article = index.article(*address)?;
        let first = members.first().map_or(&article, |first| &first.article);
        let compared = compare(first, &article);
        members.push(Member { article, compared });
    }
    Ok(Copies {
        count: addresses.len(),
        members,
    })
}

/// What `latter` says otherwise than `former`.
pub fn compare(former: &Article, latter: &Article) -> Compared {
    let plain = |article: &Article| -> Vec<String> {
        let title = article.title.as_deref().unwrap_or_default().to_lowercase();
        let words = title.split(|letter: char| !letter.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (plain(former), plain(latter));
    Compared {
        likeness: Parts::of(&former.body).likeness(&Parts::of(&latter.body)),
        changes: changes(&former.body, &latter.body),
        same_title: one == other || one.is_empty() || other.is_empty(),
    }
}
