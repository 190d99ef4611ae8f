//! Paths as text.

use std::path::{Component, Path};

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
