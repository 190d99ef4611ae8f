//! Rows that are elements of one name: `<item>…</item>`.

use memchr::{memchr, memchr2, memmem};

use crate::reader::rows::cut::{Cut, Look};

/// Bytes of a tag; what is longer is none.
const MAX_TAG: usize = 64 << 10;

/// Elements of one name, whatever lies between them.
pub(in crate::reader) struct Tags {
    name: String,
    /// Whether one may lie in another; else a second tag ends what wasn't closed.
    nests: bool,
    /// Whether comments and sections of plain characters are passed over.
    xml: bool,
    at: usize,
    depth: usize,
    start: Option<usize>,
    /// What must come before tags count again.
    passing: Option<&'static [u8]>,
}

impl Tags {
    /// Of a name without prefix.
    pub(in crate::reader) fn new(name: &str, nests: bool, xml: bool) -> Self {
        Self {
            name: name.to_owned(),
            nests,
            xml,
            at: 0,
            depth: 0,
            start: None,
            passing: None,
        }
    }

    /// Whether a tag, from its first letter on, has the name.
    fn is_named(&self, tag: &[u8]) -> bool {
        let end = tag
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
            .unwrap_or(tag.len());
        let name = &tag[..end];
        let local = memchr(b':', name).map_or(name, |colon| &name[colon + 1..]);
        local.eq_ignore_ascii_case(self.name.as_bytes())
    }

    fn row(&mut self, start: usize, end: usize, next: usize) -> Look {
        self.start = None;
        self.depth = 0;
        self.at = next;
        Look::Row { start, end, next }
    }
}

impl Cut for Tags {
    fn look(&mut self, bytes: &[u8], last: bool) -> Look {
        loop {
            if let Some(end) = self.passing {
                let Some(found) = memmem::find(&bytes[self.at..], end) else {
                    self.at = self.at.max((bytes.len() + 1).saturating_sub(end.len()));
                    break;
                };
                self.at += found + end.len();
                self.passing = None;
            }
            let Some(open) = memchr(b'<', &bytes[self.at..]) else {
                self.at = bytes.len();
                break;
            };
            self.at += open;
            let rest = &bytes[self.at..];
            if self.xml && rest.starts_with(b"<!--") {
                self.passing = Some(b"-->");
                self.at += 4;
                continue;
            }
            if self.xml && rest.starts_with(b"<![CDATA[") {
                self.passing = Some(b"]]>");
                self.at += 9;
                continue;
            }
            let window = &rest[..rest.len().min(MAX_TAG)];
            let end = match memchr2(b'>', b'<', &window[1..]) {
                Some(end) if window[1 + end] == b'>' => 1 + end,
                // No tag: another one begins before it ends.
                Some(end) => {
                    self.at += 1 + end;
                    continue;
                }
                None if !last && rest.len() < MAX_TAG => break,
                None => {
                    self.at += 1;
                    continue;
                }
            };
            let (at, tag) = (self.at, &rest[1..end]);
            let after = at + end + 1;
            if let Some(closed) = tag.strip_prefix(b"/") {
                if self.is_named(closed) && self.depth > 0 {
                    self.depth -= 1;
                    if self.depth == 0
                        && let Some(start) = self.start
                    {
                        return self.row(start, after, after);
                    }
                }
                self.at = after;
                continue;
            }
            if !self.is_named(tag) {
                self.at += 1;
                continue;
            }
            match self.start {
                Some(start) if !self.nests => return self.row(start, at, at),
                _ if tag.ends_with(b"/") => {}
                Some(_) => self.depth += 1,
                None => {
                    self.start = Some(at);
                    self.depth = 1;
                }
            }
            self.at = after;
        }
        if last && let Some(start) = self.start {
            return self.row(start, bytes.len(), bytes.len());
        }
        Look::More {
            keep: self.start.unwrap_or(self.at).min(bytes.len()),
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
