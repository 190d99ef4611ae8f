//! The head of an index, `meta.json`, where the engine need not, or cannot, read it: which segments make a commit.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// The head of an index.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    json: Value,
}

/// The ends of the names of the files that every segment has.
const ENDS: [&str; 6] = ["idx", "pos", "term", "store", "fast", "fieldnorm"];

impl Head {
    /// Reads it; `None` where it is none.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let json: Value = serde_json::from_slice(bytes).ok()?;
        let whole = json.get("schema")?.is_array() && json.get("segments")?.is_array();
        let head = Self { json };
        let known = |segment: &Value| id(segment).is_some_and(|id| id.len() == 32);
        (whole && head.list().iter().all(known)).then_some(head)
    }

    /// The ids of its segments.
    pub(crate) fn segments(&self) -> BTreeSet<String> {
        self.list().iter().filter_map(id).collect()
    }

    /// The names of the files of its segments.
    pub(crate) fn files(&self) -> BTreeSet<String> {
        let of = |segment: &Value| {
            let id = id(segment).unwrap_or_default();
            let deletes = segment["deletes"]["opstamp"].as_u64();
            let deletes = deletes.map(|opstamp| format!("{id}.{opstamp}.del"));
            let ends = ENDS.iter().map(move |end| format!("{id}.{end}"));
            deletes.into_iter().chain(ends).collect::<Vec<_>>()
        };
        self.list().iter().flat_map(of).collect()
    }

    /// The same with these segments alone.
    pub(crate) fn only(&self, keep: impl Fn(&str) -> bool) -> Self {
        let mut head = self.clone();
        if let Some(segments) = head.json["segments"].as_array_mut() {
            segments.retain(|segment| id(segment).is_some_and(|id| keep(&id)));
        }
        head
    }

    /// The same, a segment of this id without the file that says what of it was deleted.
    pub(crate) fn undeleted(&self, segment_id: &str) -> Self {
        let mut head = self.clone();
        for segment in head.json["segments"].as_array_mut().into_iter().flatten() {
            if id(segment).as_deref() == Some(segment_id) {
                segment["deletes"] = Value::Null;
            }
        }
        head
    }

    /// The same with the segments of another head as well.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let mut head = self.clone();
        if let Some(segments) = head.json["segments"].as_array_mut() {
            segments.extend(other.list().iter().cloned());
        }
        let stamp = |head: &Self| head.json["opstamp"].as_u64().unwrap_or(0);
        head.json["opstamp"] = json!(stamp(self).max(stamp(other)));
        head
    }

    /// As it is written.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(&self.json).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    fn list(&self) -> &[Value] {
        self.json["segments"].as_array().map_or(&[], Vec::as_slice)
    }
}

/// The id of a segment as its files have it.
fn id(segment: &Value) -> Option<String> {
    let id = segment.get("segment_id")?.as_str()?;
    Some(id.replace('-', ""))
}
