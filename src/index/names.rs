//! Which names of an index are one, as far as it was worked out.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::article::EntityKind;

/// Names of one kind, those that are one together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SameNames {
    of: HashMap<String, u32>,
    groups: Vec<(String, Vec<String>)>,
}

impl SameNames {
    /// Makes them of what each group is called and the names in it, itself among them.
    pub fn new(groups: Vec<(String, Vec<String>)>) -> Self {
        let mut of = HashMap::new();
        for (number, (_, names)) in (0u32..).zip(&groups) {
            for name in names {
                of.insert(name.clone(), number);
            }
        }
        Self { of, groups }
    }

    /// What `name` is called; itself where it is not known.
    pub fn shown<'a>(&'a self, name: &'a str) -> &'a str {
        let group = self
            .of
            .get(name)
            .map(|number| &self.groups[*number as usize]);
        group.map_or(name, |(shown, _)| shown)
    }

    /// Each group: what it is called, and the names in it.
    pub fn groups(&self) -> &[(String, Vec<String>)] {
        &self.groups
    }
}

/// The names of a snapshot, each kind worked out once.
#[derive(Debug, Default)]
pub(crate) struct Called([OnceLock<Arc<SameNames>>; 3]);

impl Called {
    /// The names of a kind, worked out by `work` where nobody has yet.
    pub(crate) fn of<E>(
        &self,
        kind: EntityKind,
        work: impl FnOnce() -> Result<SameNames, E>,
    ) -> Result<Arc<SameNames>, E> {
        let slot = match kind {
            EntityKind::Person => &self.0[0],
            EntityKind::Org => &self.0[1],
            EntityKind::Place => &self.0[2],
        };
        if let Some(names) = slot.get() {
            return Ok(names.clone());
        }
        let names = Arc::new(work()?);
        Ok(slot.get_or_init(|| names).clone())
    }
}
