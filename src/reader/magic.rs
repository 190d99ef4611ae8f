//! Files that are no text, told by their first bytes.

use crate::reader::ReadError;
use crate::reader::decode;

/// First bytes and what they are the first bytes of.
const KINDS: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\0\0\x01\0", "a picture (icon)"),
    (b"8BPS", "a picture (Photoshop)"),
    (b"%PDF-", "a PDF"),
    (b"PK\x05\x06", "an archive (zip)"),
    (b"\x1f\x8b", "an archive (gzip in gzip)"),
    (b"BZh", "an archive (bzip2)"),
    (b"\xfd7zXZ\0", "an archive (xz)"),
    (b"\x28\xb5\x2f\xfd", "an archive (zstd)"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"Rar!", "an archive (rar)"),
    (b"WARC/", "an archive (WARC)"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OTTO", "a font"),
    (b"\0\x01\0\0\0", "a font"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"\x1aE\xdf\xa3", "a film"),
];

/// Bytes looked at for control characters.
const SAMPLE: usize = 16 << 10;

/// Refuses what is empty or no text.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some((_, kind)) = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::Binary(kind));
    }
    if let Some(kind) = boxed(bytes) {
        return Err(ReadError::Binary(kind));
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if decode::utf16(bytes).is_some() {
        return Ok(());
    }
    let control = sample.iter().filter(|&&byte| is_control(byte)).count();
    if control * 33 > sample.len() {
        return Err(ReadError::Binary("not text"));
    }
    Ok(())
}

/// Kinds that name themselves a few bytes in.
fn boxed(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"RIFF") {
        return Some(match bytes.get(8..12) {
            Some(b"WEBP") => "a picture (WebP)",
            _ => "a recording",
        });
    }
    match bytes.get(4..12) {
        Some(b"ftypavif") => Some("a picture (AVIF)"),
        Some(b"ftypheic") => Some("a picture (HEIC)"),
        Some(brand) if brand.starts_with(b"ftyp") => Some("a film"),
        _ => None,
    }
}

/// Control characters that no text has; line ends, tabs, form feeds and escapes are left to it.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=7 | 0x0b | 0x0e..=0x19 | 0x1c..=0x1f | 0x7f)
}
