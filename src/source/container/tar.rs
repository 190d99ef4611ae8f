//! Members of tar archives, in the order they stand.

use std::io::BufReader;
use std::ops::ControlFlow;

use crate::source::container::{Inner, Unpacker};
use crate::source::{RawDocument, printable};

/// Whether a stream that begins so is a tar archive: by its mark, or by the checksum of its first header where it has none.
pub(super) fn is_tar(head: &[u8]) -> bool {
    let Some(header) = head.get(..512) else {
        return false;
    };
    if header[257..].starts_with(b"ustar") {
        return true;
    }
    let Some(stated) = octal(&header[148..156]) else {
        return false;
    };
    let sum: u64 = header
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            u64::from(if (148..156).contains(&at) {
                b' '
            } else {
                *byte
            })
        })
        .sum();
    header[0] != 0 && stated == sum && octal(&header[124..136]).is_some()
}

fn octal(field: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(field).ok()?;
    let digits = text.trim_matches(|char: char| char == '\0' || char == ' ');
    u64::from_str_radix(digits, 8).ok()
}

impl Unpacker<'_> {
    /// Hands on the members of a tar archive.
    pub(super) fn tar(&mut self, inner: Inner<'_>) -> ControlFlow<()> {
        let outer = inner.document.record.clone();
        let mut archive = ::tar::Archive::new(inner.bytes);
        let entries = match archive.entries() {
            Ok(entries) => entries,
            Err(error) => return self.broken(outer, error, Some("tar")),
        };
        for entry in entries {
            self.may_go_on(outer.as_deref())?;
            let entry = match entry {
                Ok(entry) => entry,
                // Where one header is broken there is no telling where the next one stands.
                Err(error) => {
                    let place = Some(format!("{}!", outer.as_deref().unwrap_or("")));
                    return self.broken(place, error, Some("tar"));
                }
            };
            if !entry.header().entry_type().is_file() {
                self.members += 1;
                continue;
            }
            let name = entry
                .path()
                .map(|path| printable(&path))
                .unwrap_or_default();
            let place = self.member(outer.as_deref(), &name);
            self.stream(Inner {
                document: RawDocument {
                    record: Some(place),
                    ..RawDocument::default()
                },
                bytes: Box::new(BufReader::new(entry)),
                packed: inner.packed.or(Some("tar")),
                depth: inner.depth + 1,
            })?;
        }
        ControlFlow::Continue(())
    }
}
