//! Members of zip archives, in the order of their directory. Web archives in zips (WACZ) give the pages of their crawl alone, and
//! documents that are zips themselves (DOCX, ODT) are documents.

use std::io::{BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;

use xxhash_rust::xxh3::Xxh3Default;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::source::budget::Guarded;
use crate::source::container::{Inner, Unpacker};
use crate::source::{RawDocument, SourceError};

impl Unpacker<'_> {
    /// Hands on the members of a zip archive that is a stream, which has to be held in memory: its directory stands at its end.
    pub(super) fn zip_in_memory(&mut self, inner: Inner<'_>) -> ControlFlow<()> {
        let (document, depth) = (inner.document.clone(), inner.depth);
        let bytes = match self.hold(inner) {
            Ok(bytes) => bytes,
            Err(error) => return self.failed(document.record, error),
        };
        let held = bytes.len() as u64;
        let archive = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => archive,
            Err(error) => return self.failed(document.record, refusal(error)),
        };
        if is_document(&archive) {
            let bytes = archive.into_inner().into_inner();
            return self.held_document(document, bytes);
        }
        self.held += held;
        let flow = self.zip(document.record.as_deref(), archive, depth).0;
        self.held -= held;
        flow
    }

    /// Hands on the members of a zip archive; gives a hash of what they are.
    pub(in crate::source) fn zip(
        &mut self,
        outer: Option<&str>,
        mut archive: ZipArchive<impl Read + Seek>,
        depth: usize,
    ) -> (ControlFlow<()>, u64) {
        let crawl = archive.index_for_name("datapackage.json").is_some()
            && archive
                .file_names_raw()
                .any(|name| name.starts_with(b"archive/"));
        for at in 0..archive.len() {
            let flow = self.zip_member(outer, &mut archive, at, crawl, depth);
            if flow.is_break() {
                return (flow, 0);
            }
        }
        (ControlFlow::Continue(()), hash(&mut archive))
    }

    fn zip_member(
        &mut self,
        outer: Option<&str>,
        archive: &mut ZipArchive<impl Read + Seek>,
        at: usize,
        crawl: bool,
        depth: usize,
    ) -> ControlFlow<()> {
        self.may_go_on(outer)?;
        let member = match archive.by_index(at) {
            Ok(member) => member,
            Err(error) => {
                let place = self.member(outer, &format!("#{}", at + 1));
                return self.failed(Some(place), refusal(error));
            }
        };
        if !member.is_file() || crawl && !member.name_raw().starts_with(b"archive/") {
            self.members += 1;
            return ControlFlow::Continue(());
        }
        let name = match member.name() {
            Ok(name) => name.into_owned(),
            Err(_) => String::from_utf8_lossy(member.name_raw()).into_owned(),
        };
        let place = self.member(outer, &name);
        let guarded = Guarded {
            inner: member,
            depth,
            budget: self.budget.clone(),
        };
        self.stream(Inner {
            document: RawDocument {
                record: Some(place),
                ..RawDocument::default()
            },
            bytes: Box::new(BufReader::new(guarded)),
            packed: Some("zip"),
            depth: depth + 1,
        })
    }
}

/// A hash of what the directory says of its members: names, sizes, checksums.
pub(in crate::source) fn hash(archive: &mut ZipArchive<impl Read + Seek>) -> u64 {
    let mut hash = Xxh3Default::new();
    for at in 0..archive.len() {
        if let Ok(member) = archive.by_index_raw(at) {
            hash.update(member.name_raw());
            hash.update(&member.crc32().to_le_bytes());
            hash.update(&member.size().to_le_bytes());
        }
    }
    hash.digest()
}

/// Whether a zip archive is a text document of an office.
pub(in crate::source) fn is_document(archive: &ZipArchive<impl Read + Seek>) -> bool {
    ["word/document.xml", "content.xml"]
        .iter()
        .any(|name| archive.index_for_name(name).is_some())
}

fn refusal(error: ZipError) -> SourceError {
    match error {
        ZipError::Io(source) => SourceError::Damaged {
            what: "zip",
            source,
        },
        ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => {
            SourceError::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            SourceError::Method
        }
        other => SourceError::Damaged {
            what: "zip",
            source: std::io::Error::other(other),
        },
    }
}
