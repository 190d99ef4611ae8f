//! Paths as text.

use std::path::{Component, Path, PathBuf};

/// A path as text: `/` between parts, bytes that aren't UTF-8 as `%XX`, without `.` parts.
///
/// A path that begins at the root keeps its leading `/`, and `..` parts stay.
pub fn printable(path: &Path) -> String {
    let mut text = String::new();
    for part in path.components() {
        match part {
            Component::RootDir => {
                text.push('/');
                continue;
            }
            Component::CurDir => continue,
            Component::Prefix(_) | Component::ParentDir | Component::Normal(_) => {}
        }
        if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        for chunk in part.as_os_str().as_encoded_bytes().utf8_chunks() {
            text.push_str(chunk.valid());
            for byte in chunk.invalid() {
                text.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    text
}

/// The path that [`printable`] wrote: `%XX` are bytes again where no file of the name itself is there.
pub fn on_disk(name: &str) -> PathBuf {
    let plain = PathBuf::from(name);
    if !name.contains('%') || plain.symlink_metadata().is_ok() {
        return plain;
    }
    unescape(name)
}

#[cfg(unix)]
fn unescape(name: &str) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = (byte == b'%')
            .then(|| std::str::from_utf8(after.get(..2)?).ok())
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn unescape(name: &str) -> PathBuf {
    PathBuf::from(name)
}
