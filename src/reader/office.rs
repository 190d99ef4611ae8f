//! Text documents of an office, which are zip archives: DOCX and ODT. Their paragraphs, without notes and what was deleted.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::reader::{ReadError, markup};

/// Bytes that the text's part may have when it is unpacked.
const MAX_PART: u64 = 256 << 20;
/// Bytes of text that are taken.
const MAX_TEXT: usize = 64 << 20;
/// Elements inside elements.
const MAX_DEPTH: usize = 256;

/// The text of a document, paragraphs parted by a blank line.
///
/// # Errors
///
/// Where it is another zip archive, broken, or too large.
pub(super) fn text(bytes: &[u8]) -> Result<String, ReadError> {
    let broken = |error: &dyn std::fmt::Display| ReadError::Document(error.to_string());
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Binary("an archive (zip)"))?;
    let part = ["word/document.xml", "content.xml"]
        .into_iter()
        .find(|name| archive.index_for_name(name).is_some())
        .ok_or(ReadError::Binary("an archive (zip)"))?;
    let member = archive.by_name(part).map_err(|error| broken(&error))?;
    let mut reader = Reader::from_reader(BufReader::new(member.take(MAX_PART)));
    reader.config_mut().check_end_names = false;
    let mut taken = Taken::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => {
                taken.depth += 1;
                if taken.depth > MAX_DEPTH {
                    return Err(ReadError::Document("nested too deeply".to_owned()));
                }
                taken.open(tag.local_name().as_ref());
            }
            Ok(Event::Empty(tag)) => taken.empty(tag.local_name().as_ref()),
            Ok(Event::End(tag)) => {
                taken.close(tag.local_name().as_ref());
                taken.depth = taken.depth.saturating_sub(1);
            }
            Ok(Event::Text(text)) => taken.text(&text.into_inner()),
            Ok(Event::GeneralRef(name)) => {
                let name = name.into_inner();
                taken.text(&markup::line(&format!("&{name};")));
            }
            Ok(_) => {}
            // What was read before it broke is a document cut short.
            Err(_) if !taken.out.trim().is_empty() => break,
            Err(error) => return Err(broken(&error)),
        }
        if taken.out.len() > MAX_TEXT {
            return Err(ReadError::Document(format!(
                "more than {MAX_TEXT} bytes of text"
            )));
        }
    }
    Ok(taken.out)
}

#[derive(Default)]
struct Taken {
    out: String,
    depth: usize,
    /// Depth of the element that is left out.
    hidden: Option<usize>,
    /// Elements of text that are open.
    texts: usize,
}

impl Taken {
    fn open(&mut self, name: &str) {
        if self.hidden.is_some() {
            return;
        }
        match name {
            // Notes, deleted text, instructions of fields, drawings, and what stands once more for older programs.
            "del" | "moveFrom" | "instrText" | "delText" | "Fallback" | "drawing" | "pict"
            | "note" | "annotation" | "tracked-changes" | "styles" | "automatic-styles"
            | "font-face-decls" | "scripts" | "frame" => self.hidden = Some(self.depth),
            "t" | "p" | "h" => self.texts += 1,
            _ => self.mark(name),
        }
    }

    fn empty(&mut self, name: &str) {
        if self.hidden.is_none() {
            match name {
                "p" => self.out.push('\n'),
                _ => self.mark(name),
            }
        }
    }

    fn mark(&mut self, name: &str) {
        match name {
            "br" | "cr" | "line-break" => self.out.push('\n'),
            "tab" | "s" => self.out.push(' '),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(depth) = self.hidden {
            if depth == self.depth {
                self.hidden = None;
            }
            return;
        }
        match name {
            "t" => self.texts = self.texts.saturating_sub(1),
            "p" | "h" => {
                self.texts = self.texts.saturating_sub(1);
                self.out.push_str("\n\n");
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.hidden.is_none() && self.texts > 0 {
            // Between the runs of a paragraph, line ends are the writer's.
            if !text.trim().is_empty() || !text.contains('\n') {
                self.out.push_str(&text.replace(['\n', '\r'], " "));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(name: &str, xml: &str) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("memory");
        writer.write_all(xml.as_bytes()).expect("memory");
        writer.finish().expect("memory").into_inner()
    }

    #[test]
    fn paragraphs_come_without_what_was_deleted() {
        let docx = packed(
            "word/document.xml",
            "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Ferry</w:t></w:r><w:r><w:t xml:space='preserve'> &amp; mill</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>\n<w:p><w:hyperlink><w:r><w:t>Two</w:t><w:br/><w:t>lines</w:t></w:r></w:hyperlink></w:p></w:body></w:document>",
        );
        assert_eq!(
            text(&docx).expect("a text"),
            "Ferry & mill\n\nTwo\nlines\n\n"
        );
        let odt = packed(
            "content.xml",
            "<d xmlns:text='t'><text:h>Ferry</text:h><text:p>It <text:span>ran</text:span><text:note><text:p>note</text:p></text:note> aground.</text:p></d>",
        );
        assert_eq!(text(&odt).expect("a text"), "Ferry\n\nIt ran aground.\n\n");
    }

    #[test]
    fn hostile_ones_are_refused() {
        let deep = packed("content.xml", &"<a>".repeat(100_000));
        assert_eq!(
            text(&deep).expect_err("deep").to_string(),
            "a broken document: nested too deeply"
        );
        assert!(text(b"PK\x03\x04").expect_err("no zip").skips());
        assert!(
            text(&packed("other.xml", "<a/>"))
                .expect_err("no text")
                .skips()
        );
    }
}
