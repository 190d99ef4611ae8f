//! The elements of a JSON array: of the document itself, or of the list in the wrapper that it is.

use memchr::memchr2;

use crate::reader::json::is_list_name;
use crate::reader::rows::cut::{Cut, Look};

/// Wrappers that are opened on the way to the array.
const MAX_WRAPPERS: usize = 4;
/// Bytes of a name that are remembered.
const MAX_NAME: usize = 64;

/// Elements of the first array that is a list of objects.
#[derive(Default)]
pub(super) struct Array {
    at: usize,
    part: Part,
    /// Brackets that are open: in the wrapper, or in the element.
    open: Vec<u8>,
    depth: usize,
    string: Option<bool>,
    /// The last string of the wrapper, and whether a colon followed it.
    name: Vec<u8>,
    named: bool,
    start: Option<usize>,
}

#[derive(Default, PartialEq, Eq)]
enum Part {
    #[default]
    Before,
    /// After a bracket that may open the list.
    Opened,
    Inside,
    After,
}

impl Array {
    /// Whether the list begins in the first bytes of a document.
    pub(super) fn begins_in(head: &[u8]) -> bool {
        let mut array = Self::default();
        // The first element may be longer than the head.
        let _ = array.look(head, false);
        matches!(array.part, Part::Inside | Part::After)
    }

    /// Goes on to the end of a string, an escape of which may lie at the end of the bytes.
    fn string(&mut self, bytes: &[u8]) -> bool {
        while let Some(escaped) = self.string {
            if escaped {
                if self.at >= bytes.len() {
                    return false;
                }
                self.string = Some(false);
                self.at += 1;
                continue;
            }
            let rest = bytes.get(self.at..).unwrap_or_default();
            let Some(end) = memchr2(b'"', b'\\', rest) else {
                self.remember(rest);
                self.at = bytes.len();
                return false;
            };
            self.remember(&rest[..end]);
            self.string = (rest[end] == b'\\').then_some(true);
            self.at += end + 1;
        }
        true
    }

    fn remember(&mut self, piece: &[u8]) {
        if self.part != Part::Inside {
            let room = MAX_NAME.saturating_sub(self.name.len());
            self.name.extend_from_slice(&piece[..piece.len().min(room)]);
        }
    }

    /// Looks for the array.
    fn before(&mut self, byte: u8) {
        match byte {
            b'{' | b'[' => {
                let list = match self.open.as_slice() {
                    [] => true,
                    open => {
                        open.iter().all(|bracket| *bracket == b'{')
                            && self.named
                            && std::str::from_utf8(&self.name).is_ok_and(is_list_name)
                    }
                };
                // What lies deeper than wrappers do is only passed over.
                if byte == b'[' && list {
                    self.part = Part::Opened;
                } else if self.open.len() <= MAX_WRAPPERS {
                    self.open
                        .push(if list || byte == b'[' { byte } else { b'(' });
                } else {
                    self.depth += 1;
                }
            }
            b'}' | b']' if self.depth > 0 => self.depth -= 1,
            b'}' | b']' => {
                self.open.pop();
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            self.named = byte == b':';
        }
    }
}

impl Cut for Array {
    fn look(&mut self, bytes: &[u8], last: bool) -> Look {
        loop {
            if !self.string(bytes) {
                break;
            }
            let Some(&byte) = bytes.get(self.at) else {
                break;
            };
            let at = self.at;
            self.at += 1;
            if byte == b'"' {
                self.string = Some(false);
                if self.part == Part::Before {
                    self.name.clear();
                } else if self.part == Part::Opened {
                    // A list of words.
                    self.part = Part::Before;
                    self.open.push(b'[');
                } else if self.part == Part::Inside && self.start.is_none() {
                    self.start = Some(at);
                }
                continue;
            }
            match self.part {
                Part::Before => self.before(byte),
                Part::Opened if byte.is_ascii_whitespace() => {}
                Part::Opened if byte == b'{' => {
                    self.part = Part::Inside;
                    self.depth = 1;
                    self.start = Some(at);
                }
                Part::Opened => {
                    self.part = Part::Before;
                    self.open.push(b'[');
                    self.before(byte);
                }
                Part::After => return Look::More { keep: bytes.len() },
                Part::Inside => match byte {
                    b'{' | b'[' => {
                        self.depth += 1;
                        self.start.get_or_insert(at);
                    }
                    b'}' | b']' if self.depth > 0 => self.depth -= 1,
                    b',' | b']' if self.depth == 0 => {
                        if byte == b']' {
                            self.part = Part::After;
                        }
                        if let Some(start) = self.start.take() {
                            let end = start + bytes[start..at].trim_ascii_end().len();
                            return Look::Row {
                                start,
                                end,
                                next: at + 1,
                            };
                        }
                    }
                    _ if byte.is_ascii_whitespace() => {}
                    _ => {
                        self.start.get_or_insert(at);
                    }
                },
            }
        }
        if last && let Some(start) = self.start.take() {
            return Look::Row {
                start,
                end: bytes.len(),
                next: bytes.len(),
            };
        }
        Look::More {
            keep: self.start.unwrap_or(bytes.len()),
        }
    }

    fn scanned(&self) -> usize {
        self.at
    }

    fn forget(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
        self.start = self.start.map(|start| start.saturating_sub(count));
    }
}
