//! From marks in the text to the people, organisations and places of the article.
//!
//! A mark becomes a [`Named`]: the name without titles, possessives and articles (`named`), and what the words around it say of it
//! (`setting`). What one name says of another settles what kind of name it is (`kinds`). Then each kind is told apart by its own
//! rules: `people`, `orgs`, `places`. What is left is counted.
//!
//! An article names whom its title, dek and body name, and that is what [`Entity::count`] counts. Captions are left out: pictures are
//! often of another day, and whom they show need not be in the story. A headline that has all its words in capitals, or begins them so, only
//! adds to names that the rest has.

mod case;
mod kinds;
mod named;
mod orgs;
mod people;
mod places;
mod setting;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::article::{Entities, Entity, EntityKind, Mention, form_key, name_words};
use crate::enrich::entities::tagger::Tagged;
use crate::extract::ExtractedArticle;

use named::{Named, Zone};

/// The names that were marked in the parts of an article, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// In the title.
    pub(super) title: Vec<Tagged>,
    /// In the dek.
    pub(super) dek: Vec<Tagged>,
    /// In the body.
    pub(super) body: Vec<Tagged>,
}

/// The names of the article, most often named first, and their mentions in the body.
pub(super) fn resolve(
    article: &ExtractedArticle,
    marks: &Marks,
    lang: Option<&str>,
) -> (Entities, Vec<Mention>) {
    let mut named = named::gather(article, marks);
    kinds::settle(&mut named);
    people::name(&mut named);
    orgs::name(&mut named);
    places::name(&mut named, lang);
    setting::leave_out(article, &mut named);
    let entities = count(&named);
    let mentions = named
        .into_iter()
        .filter(|one| one.zone == Zone::Body)
        .map(|one| Mention {
            kind: one.kind,
            start: one.span.start,
            end: one.span.end,
            text: one.text.to_owned(),
            name: one.name,
        })
        .collect();
    (entities, mentions)
}

/// The most other names that are kept of one.
const FORMS: usize = 16;

/// Counts names; of equals the one that is named first.
fn count(named: &[Named<'_>]) -> Entities {
    let mut entities = Entities::default();
    let mut at: HashMap<(EntityKind, String), usize> = HashMap::new();
    for one in named.iter().filter(|one| one.counts) {
        let list = match one.kind {
            EntityKind::Person => &mut entities.people,
            EntityKind::Org => &mut entities.orgs,
            EntityKind::Place => &mut entities.places,
        };
        let at = *at
            .entry((one.kind, form_key(&one.name)))
            .or_insert_with(|| {
                list.push(Entity {
                    name: one.name.clone(),
                    ..Entity::default()
                });
                list.len() - 1
            });
        let entity = &mut list[at];
        entity.count += 1;
        if entity.forms.len() < FORMS
            && !entity.forms.contains(&one.form)
            && is_other(&one.form, &entity.name)
        {
            entity.forms.push(one.form.clone());
        }
    }
    for list in [
        &mut entities.people,
        &mut entities.orgs,
        &mut entities.places,
    ] {
        list.sort_by_key(|entity| std::cmp::Reverse(entity.count));
    }
    entities
}

/// Whether a form has a word that the name doesn't have.
fn is_other(form: &str, name: &str) -> bool {
    let name = name_words(name);
    name_words(form).iter().any(|word| !name.contains(word))
}
